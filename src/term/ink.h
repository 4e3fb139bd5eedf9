/* SPDX-License-Identifier: MIT */
/* Pieces of rows as the bytes that draw them. Private to term. */
#ifndef TERM_INK_H
#define TERM_INK_H

#include <stdbool.h>

#include "base/str.h"
#include "look.h"

struct ink {
	bool usable;
	struct str on[STYLE_COUNT]; /* empty: as the plain text is */
	struct str off;             /* back to plain text */
	struct str blank;           /* blanks to the end of the row; empty if it cannot */
};

/* Learns from the terminal's description. Not usable where only curses knows what
 * to do: another cursor movement than ESC [ row ; column H, delays, cookies that
 * take a cell, a last column that scrolls, attributes that colours forbid. */
void ink_init(struct ink *ink, const struct look looks[STYLE_COUNT]);
void ink_clear(struct ink *ink);

void ink_move(struct str *out, int row, int column);
/* The cells from first to before end of a row of so many columns, in UTF-8. The
 * terminal is in plain text before and after. */
void ink_cells(const struct ink *ink, struct str *out, int row, const struct cell *cells, int first,
	int end, int columns);

#endif
