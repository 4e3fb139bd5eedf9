/* SPDX-License-Identifier: MIT */
/* Numbers that stand before a text: "1.", "(a)", "a)", "iv.", "1.2", "Item 3:", "1 (a)". */
#ifndef READING_LABEL_H
#define READING_LABEL_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the number that the text begins with, without the blanks behind it; 0 if
 * there is none. A bare figure or letter is none ("17 October"). */
size_t reading_label(const char *text, size_t length);
/* True if it is nothing else, blanks aside; a bare figure is one here, and so is what
 * stands beside another: "(a) bis", "3 bis.", "(a12)". */
bool reading_is_label(const char *text, size_t length);
/* "Vienna, 17 and 18 October 2012" and nothing else, below a line that is at its end: of a
 * masthead, and a line of its own however the lines are divided. */
bool reading_is_place(const char *above, size_t above_length, const char *line, size_t length);

#endif
