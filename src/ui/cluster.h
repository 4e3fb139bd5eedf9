/* SPDX-License-Identifier: MIT */
/* The text whose clusters and widths are known without asking the tables of the
 * grapheme library: nearly all of it. */
#ifndef UI_CLUSTER_H
#define UI_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>

/* A printable ASCII character. */
static inline bool cluster_plain(char c)
{
	return c >= ' ' && c < 0x7F;
}

/* Can what begins here be neither a mark nor a joiner, so that the character
 * before it is whole? NUL is such a beginning. */
bool cluster_fresh(const char *text);

/* Bytes of the cluster at text (NUL-terminated) if it is a simple one: visible,
 * of *columns that are known: ASCII, accented Latin, Cyrillic, Arabic, dashes and
 * quotation marks, frames, the signs of lists, Chinese. 0 for any other. */
size_t cluster_simple(const char *text, int *columns);

#endif
