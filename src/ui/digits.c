/* SPDX-License-Identifier: MIT */
/*
 * A font of blocks, five pixels high, three wide, the colon one. A pixel is two
 * columns and one row, which is about a square, times the scale.
 */
#include <string.h>

#include "digits.h"

enum { WIDE = 2 }; /* columns of a pixel */

static const struct glyph {
	char character;
	const char *rows[DIGIT_ROWS];
} glyphs[] = {
	{'0', {"###", "# #", "# #", "# #", "###"}},
	{'1', {" # ", "## ", " # ", " # ", "###"}},
	{'2', {"###", "  #", "###", "#  ", "###"}},
	{'3', {"###", "  #", "###", "  #", "###"}},
	{'4', {"# #", "# #", "###", "  #", "  #"}},
	{'5', {"###", "#  ", "###", "  #", "###"}},
	{'6', {"###", "#  ", "###", "# #", "###"}},
	{'7', {"###", "  #", "  #", "  #", "  #"}},
	{'8', {"###", "# #", "###", "# #", "###"}},
	{'9', {"###", "# #", "###", "  #", "###"}},
	{':', {" ", "#", " ", "#", " "}},
	{'-', {"  ", "  ", "##", "  ", "  "}},
};

static const struct glyph *glyph_of(char character)
{
	for (size_t i = 0; i < sizeof glyphs / sizeof glyphs[0]; i++)
		if (glyphs[i].character == character)
			return &glyphs[i];
	return NULL;
}

int digits_columns(const char *text, int scale)
{
	int pixels = 0;

	for (; *text; text++) {
		const struct glyph *glyph = glyph_of(*text);
		pixels += glyph ? (int)strlen(glyph->rows[0]) + 1 : 0;
	}
	return pixels > 0 ? (pixels - 1) * WIDE * scale : 0;
}

static void draw_pixel(const struct area *area, int row, int column, int scale, enum style style)
{
	for (int y = 0; y < scale; y++)
		for (int x = 0; x < scale * WIDE; x++)
			area_text(area, row + y, column + x, style, "█");
}

void digits_draw(
	const struct area *area, int row, int column, int scale, enum style style, const char *text)
{
	for (; *text; text++) {
		const struct glyph *glyph = glyph_of(*text);
		if (!glyph)
			continue;
		int pixels = (int)strlen(glyph->rows[0]);
		for (int y = 0; y < DIGIT_ROWS; y++)
			for (int x = 0; x < pixels; x++)
				if (glyph->rows[y][x] == '#')
					draw_pixel(area, row + y * scale, column + x * WIDE * scale,
						scale, style);
		column += (pixels + 1) * WIDE * scale;
	}
}
