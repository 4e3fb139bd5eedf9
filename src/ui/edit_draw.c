/* SPDX-License-Identifier: MIT */
/*
 * The editor on the canvas. The scrolled place is the offset of the first row,
 * which survives typing below it; it moves only as far as it must for the cursor
 * to be seen, and back when the text no longer fills the area.
 */
#include "base/utf8.h"
#include "edit_parts.h"

static void draw_text(const struct edit *edit, const struct area *area, int row, int column,
	enum style style, size_t start, size_t end)
{
	struct str part = STR_EMPTY;

	str_addn(&part, edit->text.text + start, end - start);
	area_text(area, row, column, style, part.text);
	str_clear(&part);
}

/* --- rows --- */

/* The first row to show so that the cursor's is among them. */
static struct edit_row first_row(const struct edit *edit, struct edit_row here, int rows, int wrap)
{
	const struct str *text = &edit->text;
	size_t top = edit->scroll->top < text->length ? edit->scroll->top : text->length;
	struct edit_row first = edit_row_of(text, top, wrap), row = first;
	int seen = 1;

	if (here.start < first.start)
		return here;
	for (; seen < rows && !edit_row_is_last(text, &row); seen++)
		row = edit_row_at(text, row.next, wrap);
	if (here.start > row.start)
		return edit_row_before(text, here.start, (size_t)rows - 1, wrap);
	if (seen < rows && first.start > 0)
		return edit_row_before(text, row.start, (size_t)rows - 1, wrap);
	return first;
}

static void draw_rows(
	const struct edit *edit, const struct area *area, enum style style, bool focus)
{
	const struct str *text = &edit->text;
	int wrap = edit_wrap(area->columns);
	struct edit_row here = edit_row_of(text, edit->cursor, wrap);
	struct edit_row row = first_row(edit, here, area->rows, wrap);

	edit->scroll->top = row.start;
	for (int i = 0; i < area->rows; i++) {
		draw_text(edit, area, i, 0, style, row.start, row.end);
		if (focus && row.start == here.start)
			area_cursor(area, i, edit_columns(text, row.start, edit->cursor), true);
		if (edit_row_is_last(text, &row))
			break;
		row = edit_row_at(text, row.next, wrap);
	}
}

/* --- one line, sideways --- */

/* The first cluster to show: the cursor is seen, one behind a "…" on the left,
 * and no more is hidden there than must be. */
static size_t first_cluster(const struct edit *edit, int columns)
{
	const struct str *text = &edit->text;
	size_t left = edit->scroll->top < edit->cursor ? edit->scroll->top : edit->cursor;
	int width, used;

	left = edit_boundary(text, left);
	if (left > 0 && left == edit->cursor)
		left -= utf8_cluster_before(text->text, left);
	for (used = edit_columns(text, left, edit->cursor); used >= columns; used -= width)
		left += edit_cluster(text, left, &width);
	used = edit_columns(text, left, text->length);
	while (left > 0) {
		size_t before = left - utf8_cluster_before(text->text, left);
		used += edit_columns(text, before, left);
		if (used >= columns)
			break;
		left = before;
	}
	return left;
}

static void draw_sideways(
	const struct edit *edit, const struct area *area, enum style style, bool focus)
{
	const struct str *text = &edit->text;
	size_t left = first_cluster(edit, area->columns);
	int column = edit_columns(text, left, edit->cursor), width = 1;

	edit->scroll->top = left;
	draw_text(edit, area, 0, 0, style, left, text->length);
	if (left > 0 && column > 0) {
		edit_cluster(text, left, &width);
		area_fill(area, 0, 0, 1, width, style);
		area_text(area, 0, 0, style, "…");
	}
	if (column < area->columns - 1 && edit_columns(text, left, text->length) > area->columns)
		area_text(area, 0, area->columns - 1, style, "…");
	if (focus)
		area_cursor(area, 0, column, true);
}

void edit_draw(const struct edit *edit, const struct area *area, enum style style, bool focus)
{
	if (area->rows == 0 || area->columns == 0)
		return;
	area_fill(area, 0, 0, area->rows, area->columns, style);
	edit->scroll->rows = area->rows;
	if (edit->one_line && area->rows == 1)
		draw_sideways(edit, area, style, focus);
	else
		draw_rows(edit, area, style, focus);
}
