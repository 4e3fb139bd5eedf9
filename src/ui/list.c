/* SPDX-License-Identifier: MIT */
/*
 * A scrolling list. The one invariant, kept by settle() after every change: the
 * selected row exists and is seen, and `top` moves only as far as that needs.
 */

#include "list.h"

static void settle(struct list *list)
{
	size_t rows = (size_t)(list->rows > 0 ? list->rows : 1);

	if (list->selected >= list->count)
		list->selected = list->count > 0 ? list->count - 1 : 0;
	if (list->top > list->selected)
		list->top = list->selected;
	if (list->selected - list->top >= rows)
		list->top = list->selected - rows + 1;
	if (list->count <= rows)
		list->top = 0;
	else if (list->top > list->count - rows)
		list->top = list->count - rows;
}

void list_fit(struct list *list, size_t count, int rows)
{
	list->count = count;
	list->rows = rows > 0 ? rows : 1;
	settle(list);
}

void list_select(struct list *list, size_t row)
{
	list->selected = row;
	settle(list);
}

void list_carry(struct list *list, size_t count, size_t row)
{
	size_t seen_at = list->selected - list->top;

	list->count = count;
	list->selected = row;
	list->top = row > seen_at ? row - seen_at : 0;
	settle(list);
}

void list_again(struct list *list, size_t count, size_t row, int rows)
{
	if (row < count)
		list_carry(list, count, row);
	else
		list_fit(list, count, rows);
}

static void move(struct list *list, long by)
{
	size_t distance = (size_t)(by < 0 ? -by : by);

	if (by < 0)
		list->selected -= distance < list->selected ? distance : list->selected;
	else
		list->selected += distance;
	settle(list);
}

/* A page moves the window as well, so that the cursor keeps its place in it. */
static void page(struct list *list, bool down)
{
	long step = list->rows > 1 ? list->rows - 1 : 1;

	if (down)
		list->top += (size_t)step;
	else
		list->top -= (size_t)step < list->top ? (size_t)step : list->top;
	move(list, down ? step : -step);
}

bool list_key(struct list *list, const struct key *key)
{
	if (key->ctrl || key->alt)
		return false;
	switch (key->code) {
	case KEY_UP:
		move(list, -1);
		return true;
	case KEY_DOWN:
		move(list, 1);
		return true;
	case KEY_PAGEUP:
		page(list, false);
		return true;
	case KEY_PAGEDOWN:
		page(list, true);
		return true;
	case KEY_HOME:
		list_select(list, 0);
		return true;
	case KEY_END:
		list_select(list, list->count);
		return true;
	case KEY_CHARACTER:
		if (key->point != 'j' && key->point != 'k')
			return false;
		move(list, key->point == 'j' ? 1 : -1);
		return true;
	default:
		return false;
	}
}

int list_row(const struct list *list, size_t index)
{
	if (index < list->top || index - list->top >= (size_t)list->rows)
		return -1;
	return (int)(index - list->top);
}

void list_mark(const struct list *list, const struct area *area, bool focus)
{
	int row = list_row(list, list->selected);

	if (row < 0 || list->count == 0)
		return;
	area_style(area, row, 0, area->columns, focus ? STYLE_SELECTED : STYLE_MARKED);
	if (focus)
		area_cursor(area, row, 0, false);
}

void list_place(const struct list *list, const struct area *area, int row)
{
	struct str text = STR_EMPTY;

	if (list->count <= (size_t)list->rows)
		return;
	str_addc(&text, ' ');
	str_add_number(&text, list->selected + 1, 1);
	str_add(&text, " of ");
	str_add_number(&text, list->count, 1);
	area_right(area, row, area->columns, STYLE_FAINT, text.text);
	str_clear(&text);
}
