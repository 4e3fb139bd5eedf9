/* SPDX-License-Identifier: MIT */
/*
 * A meaning becomes a look: a table for terminals without colour, and what
 * colour changes in it.
 */
#include <string.h>

#include "look.h"

#define NCURSES_NOMACROS
#include <curses.h>

/* Every meaning can be told from plain text without colour, but for STYLE_GOOD,
 * STYLE_FAINT and STYLE_LINE, which stand beside words that say it. */
static const unsigned plain[STYLE_COUNT] = {
	[STYLE_STRONG] = LOOK_BOLD,
	[STYLE_TITLE] = LOOK_REVERSE,
	[STYLE_SELECTED] = LOOK_REVERSE,
	[STYLE_MARKED] = LOOK_UNDERLINE,
	[STYLE_FIELD] = LOOK_UNDERLINE,
	[STYLE_KEY] = LOOK_BOLD,
	[STYLE_WARN] = LOOK_UNDERLINE,
	[STYLE_BAD] = LOOK_BOLD | LOOK_REVERSE,
	[STYLE_ACCENT] = LOOK_BOLD,
};

/* Four of the sixteen colours, on the terminal's own background: they are to be
 * read on black and on white, which blue is not. */
static const struct coloured {
	enum style style;
	unsigned attributes;
	short colour;
} coloured[] = {
	{STYLE_GOOD, 0, COLOR_GREEN},
	{STYLE_WARN, 0, COLOR_YELLOW},
	{STYLE_BAD, LOOK_BOLD, COLOR_RED},
	{STYLE_ACCENT, LOOK_BOLD, COLOR_CYAN},
};
enum { COLOURED = sizeof coloured / sizeof coloured[0] };

bool looks_init(struct look looks[STYLE_COUNT], bool colours)
{
	for (int i = 0; i < STYLE_COUNT; i++)
		looks[i] = (struct look){plain[i], 0, -1};
	if (!colours || !has_colors() || start_color() == ERR || COLORS < 8 ||
		use_default_colors() == ERR)
		return false;
	for (int i = 0; i < COLOURED; i++) {
		const struct coloured *c = &coloured[i];

		init_pair((short)(i + 1), c->colour, -1);
		looks[c->style] = (struct look){c->attributes, i + 1, c->colour};
	}
	return true;
}
