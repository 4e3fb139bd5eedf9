/* SPDX-License-Identifier: MIT */
/* Breaking text into lines of so many columns. */
#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include <stddef.h>

/* Bytes of the first line of text when wrapped to `columns` (at least 1) at
 * blanks, beside characters of two columns, or inside a word that is longer
 * than the line; *next gets where the next line begins: after the line feed, or
 * after all the blanks broken at, which belong to no line (and after the line
 * feed that they end in). Blanks a line begins with are its own. A line feed
 * always ends a line. Repeat while *next < length; a text that ends in a line
 * feed has a last empty line. *next is over 0 for a length over 0. */
size_t wrap_line(const char *text, size_t length, int columns, size_t *next);

/* Number of lines of text when wrapped; at least 1. */
size_t wrap_count(const char *text, size_t length, int columns);

#endif
