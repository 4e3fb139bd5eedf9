/* SPDX-License-Identifier: MIT */
/*
 * The canvas: writing clusters into cells. One invariant carries it: a cell with
 * an empty text stands behind a wide cluster and nowhere else. Whoever writes a
 * run of cells mends the two cells at its ends (sever), and that is all it takes.
 *
 * Nearly all text is ASCII, accented Latin, dashes and frames, whose width is
 * known without asking anybody; only the rest goes through the output filter and
 * the grapheme tables. Knows no terminal and no colour.
 */
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/canvas.h"
#include "cluster.h"

enum { ODD_BYTES = 256 }; /* filtered in one go */

void canvas_init(struct canvas *canvas)
{
	*canvas = (struct canvas){.cursor_row = -1, .cursor_column = -1};
}

void canvas_clear(struct canvas *canvas)
{
	free(canvas->cells);
	canvas_init(canvas);
}

void canvas_reset(struct canvas *canvas, int rows, int columns)
{
	size_t width = (size_t)(columns < 1 ? 1 : columns);
	size_t height = (size_t)(rows < 1 ? 1 : rows);

	canvas->cells =
		mem_grow(canvas->cells, &canvas->capacity, width * height, sizeof *canvas->cells);
	canvas->rows = (int)height;
	canvas->columns = (int)width;
	canvas->cursor_row = canvas->cursor_column = -1;
	canvas->cursor_shown = false;
	for (size_t i = 0; i < width; i++)
		canvas->cells[i] = (struct cell){.text = " ", .style = STYLE_TEXT};
	for (size_t i = 1; i < height; i++)
		memcpy(canvas->cells + i * width, canvas->cells, width * sizeof *canvas->cells);
}

struct area canvas_area(struct canvas *canvas)
{
	return (struct area){.canvas = canvas, .rows = canvas->rows, .columns = canvas->columns};
}

/* Cuts [*at, *at + *size) to [0, limit). */
static void cut(int *at, int *size, int limit)
{
	long end = (long)*at + (*size < 0 ? 0 : *size);
	long start = *at < 0 ? 0 : *at > limit ? limit : *at;

	end = end > limit ? limit : end < start ? start : end;
	*at = (int)start;
	*size = (int)(end - start);
}

struct area area_part(const struct area *area, int row, int column, int rows, int columns)
{
	cut(&row, &rows, area->rows);
	cut(&column, &columns, area->columns);
	return (struct area){
		.canvas = area->canvas,
		.row = area->row + row,
		.column = area->column + column,
		.rows = rows,
		.columns = columns,
	};
}

/* --- cells --- */

static void set(struct cell *cell, const char *bytes, size_t length, enum style style)
{
	uint32_t point;

	if (length >= CELL_BYTES) { /* as many whole code points as there is room for */
		size_t fits = 0, next;
		while ((next = fits + utf8_decode(bytes + fits, length - fits, &point)) <
			CELL_BYTES)
			fits = next;
		length = fits;
	}
	*cell = (struct cell){.style = (unsigned char)style};
	memcpy(cell->text, bytes, length);
}

/* Before the cells [column, end) of a row are written: blanks the halves of wide
 * clusters that would be left over at both ends. */
static void sever(struct cell *cells, int columns, int column, int end)
{
	if (column > 0 && column < columns && !*cells[column].text)
		set(&cells[column - 1], " ", 1, (enum style)cells[column - 1].style);
	if (end < columns && !*cells[end].text)
		set(&cells[end], " ", 1, (enum style)cells[end].style);
}

/* Where text goes: columns of the canvas, of which [left, right) may be written. */
struct pen {
	struct cell *cells; /* of the row */
	int columns;        /* of the canvas */
	int column, left, right;
	enum style style;
	bool full; /* something did not fit on the right */
};

/* False if nothing can be drawn there at all. */
static bool pen_at(
	struct pen *pen, const struct area *area, int row, int column, int end, enum style style)
{
	struct canvas *canvas = area->canvas;

	end = end > area->columns ? area->columns : end;
	if (row < 0 || row >= area->rows || column >= end || end <= 0)
		return false;
	*pen = (struct pen){
		.cells = canvas->cells + (size_t)(area->row + row) * (size_t)canvas->columns,
		.columns = canvas->columns,
		.column = area->column + column,
		.left = area->column,
		.right = area->column + end,
		.style = style,
	};
	return true;
}

static void put_blank(struct pen *pen, int column)
{
	sever(pen->cells, pen->columns, column, column + 1);
	set(&pen->cells[column], " ", 1, pen->style);
}

static void put_cluster(struct pen *pen, const char *bytes, size_t length, int width)
{
	int column = pen->column, end = column + width;

	if (pen->full || width == 0)
		return;
	if (end > pen->right) {
		if (column >= pen->left && column < pen->right)
			put_blank(pen, column);
		pen->column = pen->right;
		pen->full = true;
		return;
	}
	pen->column = end;
	if (column < pen->left) {
		if (end > pen->left)
			put_blank(pen, pen->left);
		return;
	}
	sever(pen->cells, pen->columns, column, end);
	set(&pen->cells[column], bytes, length, pen->style);
	if (width == 2)
		set(&pen->cells[column + 1], "", 0, pen->style);
}

/* `length` bytes of printable ASCII. */
static void put_plain(struct pen *pen, const char *text, int length)
{
	int start = pen->column < pen->left ? pen->left : pen->column;
	int end = pen->column + length;

	if (end > pen->right) {
		end = pen->right;
		pen->full = true;
	}
	if (start < end) {
		sever(pen->cells, pen->columns, start, end);
		text += start - pen->column;
		for (int i = start; i < end; i++)
			pen->cells[i] = (struct cell){
				.text = {text[i - start]},
				.style = (unsigned char)pen->style,
			};
	}
	pen->column = end;
}

/* To the end of the room. */
static void put_blanks(struct pen *pen)
{
	int start = pen->column < pen->left ? pen->left : pen->column;

	if (start >= pen->right)
		return;
	sever(pen->cells, pen->columns, start, pen->right);
	for (int i = start; i < pen->right; i++)
		pen->cells[i] = (struct cell){.text = " ", .style = (unsigned char)pen->style};
	pen->column = pen->right;
}

/* --- text --- */

/* Bytes of printable ASCII, at most `most`, that no mark stands on. */
static int plain_run(const char *text, int most)
{
	int length = (int)utf8_plain(text, strnlen(text, (size_t)most));

	if (length > 0 && !cluster_fresh(text + length))
		length--;
	return length;
}

static bool ends_in_joiner(const char *text, size_t length)
{
	return length >= 3 && (memcmp(text + length - 3, "\u200C", 3) == 0 ||
				      memcmp(text + length - 3, "\u200D", 3) == 0);
}

/* Bytes up to a place where neither the filter nor a cluster looks across:
 * between two ASCII characters, or far on between clusters that are not joined. */
static size_t odd_run(const char *text)
{
	size_t length = 1, at = 0;

	while (length < ODD_BYTES && text[length] &&
		!(cluster_plain(text[length - 1]) && cluster_plain(text[length])))
		length++;
	if (length < ODD_BYTES)
		return length;
	length += strlen(text + length); /* so that clusters are whole */
	while (at < ODD_BYTES || (at < length && ends_in_joiner(text, at)))
		at += utf8_cluster(text + at, length - at, NULL);
	return at;
}

static void put_odd(struct pen *pen, const char *text, size_t length)
{
	struct str seen = STR_EMPTY;
	size_t size;
	int width;

	utf8_visible(&seen, text, length, false);
	for (size_t at = 0; at < seen.length && !pen->full; at += size) {
		size = utf8_cluster(seen.text + at, seen.length - at, &width);
		put_cluster(pen, seen.text + at, size, width);
	}
	str_clear(&seen);
}

/* Draws until the text ends or the room; pen->full says which. */
static void put(struct pen *pen, const char *text)
{
	while (*text && !pen->full) {
		int length = plain_run(text, pen->right - pen->column + 1);
		size_t simple;
		int columns;

		if (length > 0) {
			put_plain(pen, text, length);
			text += length;
		} else if ((simple = cluster_simple(text, &columns)) > 0) {
			put_cluster(pen, text, simple, columns);
			text += simple;
		} else {
			size_t run = odd_run(text);
			put_odd(pen, text, run);
			text += run;
		}
	}
}

int area_text(const struct area *area, int row, int column, enum style style, const char *text)
{
	struct pen pen;

	if (!pen_at(&pen, area, row, column, area->columns, style))
		return column > area->columns ? area->columns : column;
	put(&pen, text);
	return pen.column - area->column;
}

int area_textf(
	const struct area *area, int row, int column, enum style style, const char *format, ...)
{
	struct str text = STR_EMPTY;
	va_list args;

	va_start(args, format);
	str_vaddf(&text, format, args);
	va_end(args);
	column = area_text(area, row, column, style, text.text);
	str_clear(&text);
	return column;
}

void area_cut(
	const struct area *area, int row, int column, int width, enum style style, const char *text)
{
	struct pen pen;

	if (width <= 0 || !pen_at(&pen, area, row, column, column + width, style))
		return;
	put(&pen, text);
	if (pen.full) {
		pen.full = false;
		pen.column = pen.right - 1;
		put_cluster(&pen, "…", strlen("…"), 1);
	}
	put_blanks(&pen);
}

/* Columns of what is seen of text that is not of simple clusters alone. */
static int odd_columns(const char *text, size_t length)
{
	struct str seen = STR_EMPTY;

	utf8_visible(&seen, text, length, false);
	int columns = utf8_columns(seen.text);
	str_clear(&seen);
	return columns;
}

static int visible_columns(const char *text)
{
	int columns = 0, width;

	for (size_t size; *text; text += size, columns += width) {
		size = (size_t)plain_run(text, INT_MAX);
		width = (int)size;
		if (size > 0)
			continue;
		size = cluster_simple(text, &width);
		if (size > 0)
			continue;
		size = odd_run(text);
		width = odd_columns(text, size);
	}
	return columns;
}

void area_right(const struct area *area, int row, int end, enum style style, const char *text)
{
	int width = visible_columns(text);

	if (width > end)
		area_cut(area, row, 0, end, style, text);
	else
		area_text(area, row, end - width, style, text);
}

void area_fill(
	const struct area *area, int row, int column, int rows, int columns, enum style style)
{
	struct area part = area_part(area, row, column, rows, columns);
	struct pen pen;

	for (int i = 0; i < part.rows && pen_at(&pen, &part, i, 0, part.columns, style); i++)
		put_blanks(&pen);
}

void area_style(const struct area *area, int row, int column, int columns, enum style style)
{
	struct area part = area_part(area, row, column, 1, columns);
	struct pen pen;

	if (pen_at(&pen, &part, 0, 0, part.columns, style))
		for (int i = pen.column; i < pen.right; i++)
			pen.cells[i].style = (unsigned char)style;
}

void area_cursor(const struct area *area, int row, int column, bool shown)
{
	struct canvas *canvas = area->canvas;
	int rows = 1, columns = 1;

	if (area->rows == 0 || area->columns == 0)
		return;
	cut(&row, &rows, area->rows - 1);
	cut(&column, &columns, area->columns - 1);
	canvas->cursor_row = area->row + row;
	canvas->cursor_column = area->column + column;
	canvas->cursor_shown = shown;
}

/* --- for golden files --- */

static const char style_letters[STYLE_COUNT] = {
	[STYLE_TEXT] = '.',
	[STYLE_STRONG] = 'B',
	[STYLE_FAINT] = 'f',
	[STYLE_TITLE] = 'T',
	[STYLE_SELECTED] = 'S',
	[STYLE_MARKED] = 'M',
	[STYLE_FIELD] = 'F',
	[STYLE_KEY] = 'K',
	[STYLE_GOOD] = 'G',
	[STYLE_WARN] = 'W',
	[STYLE_BAD] = 'X',
	[STYLE_ACCENT] = 'A',
	[STYLE_LINE] = 'L',
};

/* Ends a line without the `filler` at its end; the line began at `start`. */
static void end_line(struct str *out, size_t start, char filler)
{
	while (out->length > start && out->text[out->length - 1] == filler)
		str_cut(out, out->length - 1);
	str_addc(out, '\n');
}

void canvas_dump(const struct canvas *canvas, struct str *out)
{
	const struct cell *cell = canvas->cells;

	for (int row = 0; row < canvas->rows; row++) {
		size_t start = out->length;
		for (int i = 0; i < canvas->columns; i++)
			str_add(out, (cell++)->text);
		end_line(out, start, ' ');
	}
	for (int i = 0; i < canvas->columns; i++)
		str_addc(out, '-');
	str_addc(out, '\n');
	cell = canvas->cells;
	for (int row = 0; row < canvas->rows; row++) {
		size_t start = out->length;
		for (int i = 0; i < canvas->columns; i++)
			str_addc(out, style_letters[(cell++)->style]);
		end_line(out, start, '.');
	}
	if (canvas->cursor_row < 0)
		str_add(out, "cursor nowhere\n");
	else
		str_addf(out, "cursor %d %d%s\n", canvas->cursor_row, canvas->cursor_column,
			canvas->cursor_shown ? " shown" : "");
}
