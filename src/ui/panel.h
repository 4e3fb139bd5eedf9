/* SPDX-License-Identifier: MIT */
/* Overlays stand at the bottom of the screen, as wide as it, with a rule above:
 * what goes on at the top (who has the floor, the clock) stays in sight. */
#ifndef UI_PANEL_H
#define UI_PANEL_H

#include "base/arena.h"
#include "command/command.h"
#include "ui/app.h"
#include "ui/canvas.h"

/* Clears the last `rows` rows of an overlay's area (not more than about half of it,
 * so that the rest stays in sight) and draws the rule above them, which is not
 * counted; the area inside. */
int panel_rows(int area_rows, int rows); /* that panel_draw has for so many wanted */
struct area panel_draw(const struct area *area, int rows);
/* The same of an overlay that takes the place of what it covers, as it shows what that was:
 * it may have four rows of five. */
int panel_rows_high(int area_rows, int rows);
struct area panel_draw_high(const struct area *area, int rows);

/* What could be put in, and which one of it is chosen. */
struct choices {
	struct arena arena;
	struct completion *all;
	size_t count;
	size_t chosen; /* under count, or 0 */
	bool picked;   /* by an arrow key, not by being the first */
};

void choices_init(struct choices *choices);
void choices_clear(struct choices *choices);
void choices_reset(struct choices *choices); /* before a completion into its arena */
/* Up Down PageUp PageDown; true if it was one of them and there is something to choose. */
bool choices_key(struct choices *choices, const struct key *key);
/* In all rows of the area, the chosen one in sight; marked only if there is one to
 * take (`marked`). */
void choices_draw(const struct choices *choices, const struct area *area, bool marked);

#endif
