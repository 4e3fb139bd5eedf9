/* SPDX-License-Identifier: MIT */
/*
 * What people see as one character and is more than a spacing character and some
 * marks (flags, families) is shown by its first part, in the columns that the
 * canvas gave it: nothing may ever be misaligned.
 */
#include <string.h>

#include "base/utf8.h"
#include "glyph.h"

/* Marks that stay in the cell. Joiners and variation selectors do not: they would
 * make a terminal draw wider than it was told. */
static bool is_mark(uint32_t point)
{
	bool selector = (point >= 0xFE00 && point <= 0xFE0F) || point >= 0xE0000;

	return point != 0x200C && point != 0x200D && !selector && wcwidth((wchar_t)point) == 0;
}

static bool is_flag_letter(uint32_t point)
{
	return point >= 0x1F1E6 && point <= 0x1F1FF;
}

int glyphs_of(const struct cell *cell, int columns, glyph out[2])
{
	size_t length = strlen(cell->text);
	wchar_t second = L' ';
	uint32_t point = 0;
	size_t at = utf8_decode(cell->text, length, &point);
	int width = wcwidth((wchar_t)point), marks = 0;

	memset(out, 0, 2 * sizeof *out);
	out[0][0] = width == 1 || width == columns ? (wchar_t)point : 0xFFFD;
	while (at < length) {
		at += utf8_decode(cell->text + at, length - at, &point);
		if (is_flag_letter(point) && columns == 2)
			second = (wchar_t)point;
		else if (marks < GLYPH_MARKS && is_mark(point) && out[0][0] != 0xFFFD)
			out[0][++marks] = (wchar_t)point;
	}
	if (columns == 1 || (width == columns && out[0][0] != 0xFFFD))
		return 1;
	out[1][0] = second;
	return 2;
}
