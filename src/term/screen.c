/* SPDX-License-Identifier: MIT */
/*
 * Canvas to curses. What was shown last is kept as a canvas of our own; rows that
 * are equal byte for byte cost one memcmp, of the others only the cells from the
 * first difference to the last are handed to curses, which finds the cheapest
 * bytes for them. Here a meaning (enum style) becomes a look.
 *
 * A cell of curses holds one spacing character and four marks. What people see as
 * one character and is more than that (flags, families) is shown by its first
 * part, in the columns that the canvas gave it: nothing may ever be misaligned.
 */
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ascii.h"
#include "screen.h"

#define NCURSES_NOMACROS
#include <curses.h>

enum {
	MARKS = 4,
	ASCII = 128,
	GAP = 8 /* equal cells between two pieces of a row that are shown apart */
};
enum pair { PAIR_NONE, PAIR_GOOD, PAIR_WARN, PAIR_BAD, PAIR_ACCENT };

struct look {
	attr_t attributes;
	short pair;
};

struct screen {
	struct canvas shown;
	bool known; /* the terminal shows what `shown` says */
	bool colours, utf8;
	int cursor; /* as last given to curs_set */
	struct look looks[STYLE_COUNT];
	cchar_t ascii[STYLE_COUNT][ASCII]; /* ready made; first use makes them */
	bool ready[STYLE_COUNT];
	cchar_t *run;
	size_t run_capacity;
};

/* Every meaning can be told from plain text without colour, but for STYLE_GOOD,
 * STYLE_FAINT and STYLE_LINE, which stand beside words that say it. */
static const struct look plain_looks[STYLE_COUNT] = {
	[STYLE_STRONG] = {A_BOLD, PAIR_NONE},
	[STYLE_TITLE] = {A_REVERSE, PAIR_NONE},
	[STYLE_SELECTED] = {A_REVERSE, PAIR_NONE},
	[STYLE_MARKED] = {A_UNDERLINE, PAIR_NONE},
	[STYLE_FIELD] = {A_UNDERLINE, PAIR_NONE},
	[STYLE_KEY] = {A_BOLD, PAIR_NONE},
	[STYLE_WARN] = {A_UNDERLINE, PAIR_NONE},
	[STYLE_BAD] = {A_BOLD | A_REVERSE, PAIR_NONE},
	[STYLE_ACCENT] = {A_BOLD, PAIR_NONE},
};

/* Four of the sixteen colours, on the terminal's own background: they are to be
 * read on black and on white, which blue is not. */
static bool start_colours(struct look looks[STYLE_COUNT])
{
	if (!has_colors() || start_color() == ERR || COLORS < 8 || use_default_colors() == ERR)
		return false;
	init_pair(PAIR_GOOD, COLOR_GREEN, -1);
	init_pair(PAIR_WARN, COLOR_YELLOW, -1);
	init_pair(PAIR_BAD, COLOR_RED, -1);
	init_pair(PAIR_ACCENT, COLOR_CYAN, -1);
	looks[STYLE_GOOD] = (struct look){A_NORMAL, PAIR_GOOD};
	looks[STYLE_WARN] = (struct look){A_NORMAL, PAIR_WARN};
	looks[STYLE_BAD] = (struct look){A_BOLD, PAIR_BAD};
	looks[STYLE_ACCENT] = (struct look){A_BOLD, PAIR_ACCENT};
	return true;
}

struct screen *screen_new(bool colours, bool utf8)
{
	struct screen *screen = mem_alloc(sizeof *screen);

	memcpy(screen->looks, plain_looks, sizeof plain_looks);
	canvas_init(&screen->shown);
	screen->utf8 = utf8;
	screen->cursor = -1;
	screen->colours = colours && start_colours(screen->looks);
	return screen;
}

void screen_free(struct screen *screen)
{
	canvas_clear(&screen->shown);
	free(screen->run);
	free(screen);
}

bool screen_colours(const struct screen *screen)
{
	return screen->colours;
}

void screen_forget(struct screen *screen)
{
	screen->known = false;
	screen->cursor = -1;
}

/* --- cells --- */

static void make(const struct screen *screen, cchar_t *out, const wchar_t *text, enum style style)
{
	const struct look *look = &screen->looks[style];

	setcchar(out, text, look->attributes, look->pair, NULL);
}

static const cchar_t *ascii_cell(struct screen *screen, char c, enum style style)
{
	if (!screen->ready[style]) {
		for (int i = 0; i < ASCII; i++)
			make(screen, &screen->ascii[style][i], (wchar_t[]){i < ' ' ? '?' : i, 0},
				style);
		screen->ready[style] = true;
	}
	return &screen->ascii[style][(unsigned char)c % ASCII];
}

/* Marks that curses keeps in the cell. Joiners and variation selectors are not:
 * they would make a terminal draw wider than it was told. */
static bool is_mark(uint32_t point)
{
	bool selector = (point >= 0xFE00 && point <= 0xFE0F) || point >= 0xE0000;

	return point != 0x200C && point != 0x200D && !selector && wcwidth((wchar_t)point) == 0;
}

static bool is_flag_letter(uint32_t point)
{
	return point >= 0x1F1E6 && point <= 0x1F1FF;
}

/* The cluster of a cell in UTF-8 as one or two cells of curses; returns how many. */
static int wide_cells(
	const struct screen *screen, cchar_t out[2], const struct cell *cell, int columns)
{
	size_t length = strlen(cell->text);
	wchar_t text[MARKS + 2] = {0}, second[2] = L" ";
	uint32_t point = 0;
	size_t at = utf8_decode(cell->text, length, &point);
	int width = wcwidth((wchar_t)point), marks = 0;

	text[0] = width == 1 || width == columns ? (wchar_t)point : 0xFFFD;
	while (at < length) {
		at += utf8_decode(cell->text + at, length - at, &point);
		if (is_flag_letter(point) && columns == 2)
			second[0] = (wchar_t)point;
		else if (marks < MARKS && is_mark(point) && text[0] != 0xFFFD)
			text[++marks] = (wchar_t)point;
	}
	make(screen, &out[0], text, cell->style);
	if (columns == 1 || (width == columns && text[0] != 0xFFFD))
		return 1;
	make(screen, &out[1], second, cell->style);
	return 2;
}

/* In another character set: what it has, else its likeness. */
static int narrow_cells(struct screen *screen, cchar_t out[2], const struct cell *cell, int columns)
{
	char bytes[64];
	mbstate_t state = {0};
	uint32_t point = 0;

	utf8_decode(cell->text, strlen(cell->text), &point);
	bool has = MB_CUR_MAX <= sizeof bytes && wcwidth((wchar_t)point) == columns &&
		   wcrtomb(bytes, (wchar_t)point, &state) != (size_t)-1;
	if (has)
		make(screen, &out[0], (wchar_t[]){(wchar_t)point, 0}, cell->style);
	else
		out[0] = *ascii_cell(screen, ascii_for(point), cell->style);
	if (has || columns == 1)
		return 1;
	out[1] = *ascii_cell(screen, ' ', cell->style);
	return 2;
}

/* Appends the cell's cells of curses to the run; returns their number. */
static int add_cell(struct screen *screen, cchar_t *out, const struct cell *cell, int columns)
{
	if (!(cell->text[0] & 0x80) && !cell->text[1]) {
		*out = *ascii_cell(screen, cell->text[0], cell->style);
		return 1;
	}
	return screen->utf8 ? wide_cells(screen, out, cell, columns)
			    : narrow_cells(screen, out, cell, columns);
}

/* --- rows --- */

static bool same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* Sends these cells of a row. */
static void show_cells(
	struct screen *screen, int row, const struct cell *now, int first, int end, int columns)
{
	int count = 0;

	if (!*now[first].text && first > 0)
		first--; /* half of a wide one whose style has changed */
	for (int i = first; i < end; i++) {
		bool wide = i + 1 < columns && !*now[i + 1].text;
		if (*now[i].text)
			count += add_cell(screen, screen->run + count, &now[i], wide ? 2 : 1);
	}
	mvadd_wchnstr(row, first, screen->run, count);
}

/* Sends what differs in a row: where panes stand side by side, a piece in each. */
static void show_row(
	struct screen *screen, int row, const struct cell *now, const struct cell *old, int columns)
{
	int first, end, i = 0;

	screen->run = mem_grow(
		screen->run, &screen->run_capacity, (size_t)columns + 2, sizeof *screen->run);
	for (;;) {
		while (i < columns && same(&now[i], &old[i]))
			i++;
		if (i == columns)
			return;
		for (first = i, end = i; i < columns && i - end < GAP; i++)
			if (!same(&now[i], &old[i]))
				end = i + 1;
		show_cells(screen, row, now, first, end, columns);
	}
}

static void place_cursor(struct screen *screen, const struct canvas *canvas, int rows, int columns)
{
	int row = canvas->cursor_row, column = canvas->cursor_column;
	int wanted = row >= 0 && canvas->cursor_shown;

	if (screen->cursor != wanted)
		curs_set(wanted);
	screen->cursor = wanted;
	row = row < 0 || row >= rows ? rows - 1 : row;
	move(row, column < 0 || column >= columns ? 0 : column);
}

/* Both canvases have this size from now on. */
static void begin(struct screen *screen, int rows, int columns)
{
	struct canvas *shown = &screen->shown;

	if (screen->known && shown->rows == rows && shown->columns == columns)
		return;
	canvas_reset(shown, rows, columns);
	erase();
	clearok(curscr, TRUE);
	screen->known = true;
}

void screen_show(struct screen *screen, const struct canvas *canvas, int rows, int columns)
{
	struct canvas fitted, *shown = &screen->shown;
	size_t row_bytes = (size_t)columns * sizeof(struct cell);

	canvas_init(&fitted);
	if (canvas->rows != rows || canvas->columns != columns) {
		canvas_reset(&fitted, rows, columns);
		for (int i = 0; i < rows && i < canvas->rows; i++)
			memcpy(fitted.cells + (size_t)i * (size_t)columns,
				canvas->cells + (size_t)i * (size_t)canvas->columns,
				(size_t)(columns < canvas->columns ? columns : canvas->columns) *
					sizeof(struct cell));
	}
	const struct cell *now = fitted.cells ? fitted.cells : canvas->cells;
	begin(screen, rows, columns);
	struct cell *old = shown->cells;
	for (int i = 0; i < rows; i++, now += columns, old += columns)
		if (memcmp(now, old, row_bytes) != 0) {
			show_row(screen, i, now, old, columns);
			memcpy(old, now, row_bytes);
		}
	place_cursor(screen, canvas, rows, columns);
	refresh();
	canvas_clear(&fitted);
}
