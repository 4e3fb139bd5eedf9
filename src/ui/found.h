/* SPDX-License-Identifier: MIT */
/* The line of a text in which words were found, with those words marked: every
 * word that begins as one that was typed (store/search.h). */
#ifndef UI_FOUND_H
#define UI_FOUND_H

#include <stddef.h>

#include "base/arena.h"
#include "flow.h"

struct found {
	char *fold;         /* the fold key of what was typed, blanks made NUL */
	const char **words; /* in it */
	size_t count;
};

void found_init(struct found *found, const char *typed);
void found_clear(struct found *found);

/* Adds the line with most of the words; it begins shortly before the first of
 * them if that would not be seen in so many columns. */
void found_add_line(const struct found *found, struct flow *flow, const char *text, int columns);
/* Adds the whole text. */
void found_add_text(const struct found *found, struct flow *flow, const char *text);

#endif
