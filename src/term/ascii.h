/* SPDX-License-Identifier: MIT */
/* What a terminal without UTF-8 is shown instead. Private to term. */
#ifndef TERM_ASCII_H
#define TERM_ASCII_H

#include <stdint.h>

/* The ASCII character that stands for the code point, in one column: itself, a
 * likeness ("-" for a dash, "e" for an e with an accent), or "?". */
char ascii_for(uint32_t point);

#endif
