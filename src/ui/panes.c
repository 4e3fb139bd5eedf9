/* SPDX-License-Identifier: MIT */
/* Where the list ends and the text begins. Plain arithmetic on the area's size;
 * what is in the list is the view's business. */
#include <stdio.h>

#include "panes.h"

enum {
	WIDEST_LIST = 96, /* a row of a list is read at a glance */
	PLACED = 60,      /* columns from which a heading has room for the place in the list */
	STACKED = 9       /* rows from which both panes fit above each other */
};

struct panes panes_make(int rows, int columns, int head, bool text)
{
	struct panes panes = {.row = head, .columns = columns};
	int left = rows > head ? rows - head : 0;

	panes.rows = panes.text_rows = left;
	panes.text_row = head;
	panes.text_columns = columns;
	if (columns >= PANES_BESIDE) {
		panes.beside = true;
		panes.columns = columns / 2 < WIDEST_LIST ? columns / 2 : WIDEST_LIST;
		panes.text_column = panes.columns + 2;
		panes.text_columns = columns - panes.text_column;
	} else if (left >= STACKED) {
		panes.rows = left * 2 / 5;
		panes.text_row = head + panes.rows + 1;
		panes.text_rows = left - panes.rows - 1;
	} else if (text) {
		panes.rows = 0;
	} else {
		panes.text_rows = 0;
	}
	return panes;
}

struct area panes_list(const struct panes *panes, const struct area *area)
{
	return area_part(area, panes->row, 0, panes->rows, panes->columns);
}

struct area panes_text(const struct panes *panes, const struct area *area)
{
	return area_part(
		area, panes->text_row, panes->text_column, panes->text_rows, panes->text_columns);
}

void panes_line(const struct panes *panes, const struct area *area)
{
	if (panes->beside)
		area_bar(area, panes->row, panes->columns, panes->rows);
	else if (panes->rows > 0 && panes->text_rows > 0)
		area_rule(area, panes->text_row - 1, 0, area->columns);
}

void panes_place(const struct panes *panes, const struct area *area, const struct list *list)
{
	struct area head = area_part(area, 0, 0, 1, panes->columns);

	if (panes->rows > 0 && area->columns >= PLACED)
		list_place(list, &head, 0);
}

static void draw_more(const struct panes *panes, const struct area *area, size_t lines, size_t top)
{
	size_t seen = top + (size_t)panes->text_rows;
	char text[64];

	if (panes->text_rows == 0 || panes->text_row == 0 || lines <= seen)
		return;
	snprintf(text, sizeof text, " %zu more: Space ", lines - seen);
	area_right(area, panes->text_row - 1, area->columns - 1, STYLE_FAINT, text);
}

void panes_draw_text(const struct panes *panes, const struct area *area, const struct flow *text,
	size_t top, bool focus)
{
	struct area pane = panes_text(panes, area);

	flow_draw(text, &pane, top);
	draw_more(panes, area, text->count, top);
	if (focus)
		area_cursor(&pane, 0, 1, false);
}
