/* SPDX-License-Identifier: MIT */
/* Numbers that stand before a text: "1.", "(a)", "a)", "iv.", "1.2", "Item 3:", "1 (a)". */
#ifndef READING_LABEL_H
#define READING_LABEL_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the number that the text begins with, without the blanks behind it; 0 if
 * there is none. A bare figure or letter is none ("17 October"). */
size_t reading_label(const char *text, size_t length);
/* True if it is nothing else, blanks aside; a bare figure is one here. */
bool reading_is_label(const char *text, size_t length);

#endif
