/* SPDX-License-Identifier: MIT */
/*
 * The panel of the overlays and the list of what could be put in. The number of
 * rows is the overlay's to keep constant while somebody types: a list that
 * grows and shrinks under the eyes is not calm.
 */
#include "base/utf8.h"
#include "panel.h"

enum { LABEL = 44, PAGE = 5, LEAST = 4 };

static int at_most(int rows, int most)
{
	if (most < LEAST)
		most = LEAST;
	return rows > most ? most : rows;
}

int panel_rows(int area_rows, int rows)
{
	return at_most(rows, area_rows * 6 / 10);
}

int panel_rows_high(int area_rows, int rows)
{
	return at_most(rows, area_rows * 8 / 10);
}

static struct area open_panel(const struct area *area, int rows)
{
	int top = area->rows - rows;

	area_fill(area, top - 1, 0, rows + 1, area->columns, STYLE_TEXT);
	area_rule(area, top - 1, 0, area->columns);
	return area_part(area, top, 0, rows, area->columns);
}

struct area panel_draw(const struct area *area, int rows)
{
	return open_panel(area, panel_rows(area->rows, rows));
}

struct area panel_draw_high(const struct area *area, int rows)
{
	return open_panel(area, panel_rows_high(area->rows, rows));
}

void choices_init(struct choices *choices)
{
	*choices = (struct choices){0};
	arena_init(&choices->arena);
}

void choices_clear(struct choices *choices)
{
	arena_clear(&choices->arena);
	choices->count = choices->chosen = 0;
}

void choices_reset(struct choices *choices)
{
	choices_clear(choices);
	choices->all = NULL;
	choices->picked = false;
}

bool choices_key(struct choices *choices, const struct key *key)
{
	size_t step = key->code == KEY_PAGEUP || key->code == KEY_PAGEDOWN ? PAGE : 1;
	bool up = key->code == KEY_UP || key->code == KEY_PAGEUP;
	bool down = key->code == KEY_DOWN || key->code == KEY_PAGEDOWN;

	if (choices->count == 0 || key->ctrl || key->alt || !(up || down))
		return false;
	if (up)
		choices->chosen -= step < choices->chosen ? step : choices->chosen;
	else if (choices->picked || step > 1 || choices->chosen > 0)
		choices->chosen += step;
	else
		choices->chosen = choices->count > 1 ? 1 : 0;
	if (choices->chosen >= choices->count)
		choices->chosen = choices->count - 1;
	choices->picked = true;
	return true;
}

static int label_columns(const struct choices *choices)
{
	int widest = 8;

	for (size_t i = 0; i < choices->count; i++) {
		int columns = utf8_columns(choices->all[i].label);
		if (columns > widest)
			widest = columns;
	}
	return widest < LABEL ? widest : LABEL;
}

void choices_draw(const struct choices *choices, const struct area *area, bool marked)
{
	int label = label_columns(choices);
	size_t rows = (size_t)area->rows;
	size_t top = choices->chosen >= rows ? choices->chosen - rows + 1 : 0;

	if (label > area->columns - 2)
		label = area->columns - 2;
	for (size_t i = top; i < choices->count && i - top < rows; i++) {
		const struct completion *one = &choices->all[i];
		int row = (int)(i - top), rest = area->columns - label - 4;
		area_cut(area, row, 1, label, STYLE_TEXT, one->label);
		if (one->detail && rest > 0)
			area_cut(area, row, label + 3, rest, STYLE_FAINT, one->detail);
		if (marked && i == choices->chosen)
			area_style(area, row, 0, area->columns, STYLE_SELECTED);
	}
}
