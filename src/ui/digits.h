/* SPDX-License-Identifier: MIT */
/* Digits and the colon in large, for a clock that is read from afar. */
#ifndef UI_DIGITS_H
#define UI_DIGITS_H

#include "ui/canvas.h"

enum { DIGIT_ROWS = 5 }; /* times the scale */

/* Columns of a text of digits, colons and "-" at a scale from 1. */
int digits_columns(const char *text, int scale);
void digits_draw(const struct area *area, int row, int column, int scale, enum style style,
	const char *text);

#endif
