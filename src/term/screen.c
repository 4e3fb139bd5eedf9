/* SPDX-License-Identifier: MIT */
/*
 * Canvas to terminal. What was shown last is kept as a canvas of our own; rows
 * that are equal byte for byte cost one memcmp, of the others only the pieces that
 * differ are sent: as bytes of our own (ink.c) where the terminal is of the usual
 * kind, else by curses, which finds what the terminal needs. Then curses only ever
 * clears the screen, for all it knows the screen is blank, and so neither can be
 * misled by what the other has done.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ascii.h"
#include "burst.h"
#include "glyph.h"
#include "ink.h"
#include "look.h"
#include "screen.h"
#include "terminfo.h"

#define NCURSES_NOMACROS
#include <curses.h>

enum {
	ASCII = 128,
	BLOCK = 8, /* cells that are compared at once */
	GAP = 8    /* equal cells between two pieces of a row that are shown apart */
};

/* Where the terminal's cursor is and whether it is seen; -1 = not known. */
struct caret {
	int row, column, seen;
};

struct screen {
	struct canvas shown;
	bool known; /* the terminal shows what `shown` says */
	bool colours, utf8;
	struct caret caret;
	struct burst *burst;
	struct look looks[STYLE_COUNT];
	struct ink ink;
	bool by_ink;
	cchar_t ascii[STYLE_COUNT][ASCII]; /* ready made; first use makes them */
	bool ready[STYLE_COUNT];
	cchar_t *run;
	size_t run_capacity;
};

struct screen *screen_new(bool colours, bool utf8, struct burst *burst)
{
	struct screen *screen = mem_alloc(sizeof *screen);

	canvas_init(&screen->shown);
	screen->utf8 = utf8;
	screen->burst = burst;
	screen->colours = looks_init(screen->looks, colours);
	ink_init(&screen->ink, screen->looks);
	screen->by_ink = utf8 && screen->ink.usable;
	screen_forget(screen);
	return screen;
}

void screen_free(struct screen *screen)
{
	canvas_clear(&screen->shown);
	ink_clear(&screen->ink);
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
	screen->caret = (struct caret){-1, -1, -1};
}

/* --- cells of curses --- */

static attr_t attributes_of(const struct look *look)
{
	return (look->attributes & LOOK_BOLD ? A_BOLD : A_NORMAL) |
	       (look->attributes & LOOK_REVERSE ? A_REVERSE : A_NORMAL) |
	       (look->attributes & LOOK_UNDERLINE ? A_UNDERLINE : A_NORMAL);
}

static void make(const struct screen *screen, cchar_t *out, const wchar_t *text, enum style style)
{
	const struct look *look = &screen->looks[style];

	setcchar(out, text, attributes_of(look), (short)look->pair, NULL);
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

/* The cluster of a cell in UTF-8 as one or two cells of curses; returns how many. */
static int wide_cells(
	const struct screen *screen, cchar_t out[2], const struct cell *cell, int columns)
{
	glyph glyphs[2];
	int count = glyphs_of(cell, columns, glyphs);

	for (int i = 0; i < count; i++)
		make(screen, &out[i], glyphs[i], cell->style);
	return count;
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

/* Asked of thousands of cells: in two pieces that need no call. */
static inline bool same(const struct cell *a, const struct cell *b)
{
	const char *x = (const char *)a, *y = (const char *)b;

	static_assert(sizeof *a == 16 + 8, "a cell is three words");
	return memcmp(x, y, 16) == 0 && memcmp(x + 16, y + 16, 8) == 0;
}

/* The first cell from `i` on that differs; `columns` if none does. */
static int first_other(const struct cell *now, const struct cell *old, int i, int columns)
{
	while (columns - i >= BLOCK && memcmp(now + i, old + i, BLOCK * sizeof *now) == 0)
		i += BLOCK;
	while (i < columns && same(&now[i], &old[i]))
		i++;
	return i;
}

/* Sends these cells of a row. */
static void show_cells(struct screen *screen, int row, const struct cell *now, int first, int end,
	int columns, struct str *out)
{
	int count = 0;

	if (!*now[first].text && first > 0)
		first--; /* half of a wide one whose style has changed */
	if (screen->by_ink) {
		ink_cells(&screen->ink, out, row, now, first, end, columns);
		return;
	}
	screen->run = mem_grow(
		screen->run, &screen->run_capacity, (size_t)columns + 2, sizeof *screen->run);
	for (int i = first; i < end; i++) {
		bool wide = i + 1 < columns && !*now[i + 1].text;
		if (*now[i].text)
			count += add_cell(screen, screen->run + count, &now[i], wide ? 2 : 1);
	}
	mvadd_wchnstr(row, first, screen->run, count);
}

/* Sends what differs in a row: where panes stand side by side, a piece in each. */
static void show_row(struct screen *screen, int row, const struct cell *now, const struct cell *old,
	int columns, struct str *out)
{
	int first, end, i = 0;

	for (;;) {
		i = first_other(now, old, i, columns);
		if (i == columns)
			return;
		for (first = i, end = i; i < columns && i - end < GAP; i++)
			if (!same(&now[i], &old[i]))
				end = i + 1;
		show_cells(screen, row, now, first, end, columns, out);
	}
}

/* Sends all rows that differ; true if there were any. */
static bool show_rows(
	struct screen *screen, const struct cell *now, int rows, int columns, struct str *out)
{
	size_t bytes = (size_t)columns * sizeof *now;
	struct cell *old = screen->shown.cells;
	bool any = false;

	for (int i = 0; i < rows; i++, now += columns, old += columns)
		if (memcmp(now, old, bytes) != 0) {
			show_row(screen, i, now, old, columns, out);
			memcpy(old, now, bytes);
			any = true;
		}
	return any;
}

/* Takes what curses has to say. */
static void refresh_into(struct screen *screen, struct str *out)
{
	burst_begin(screen->burst);
	refresh();
	burst_end(screen->burst, out);
}

/* Both canvases have this size from now on; true if the terminal was cleared. */
static bool begin(struct screen *screen, int rows, int columns, struct str *out)
{
	struct canvas *shown = &screen->shown;

	if (screen->known && shown->rows == rows && shown->columns == columns)
		return false;
	canvas_reset(shown, rows, columns);
	erase();
	clearok(curscr, TRUE);
	if (screen->by_ink)
		refresh_into(screen, out);
	screen->known = true;
	return true;
}

/* Where the focus is; where it is nowhere, out of the way. */
static struct caret caret_of(const struct canvas *canvas, int rows, int columns)
{
	int row = canvas->cursor_row, column = canvas->cursor_column;

	return (struct caret){
		.row = row < 0 || row >= rows ? rows - 1 : row,
		.column = column < 0 || column >= columns ? 0 : column,
		.seen = row >= 0 && canvas->cursor_shown,
	};
}

static void end(struct screen *screen, const struct caret *caret, bool moved, struct str *out)
{
	moved = moved || caret->row != screen->caret.row || caret->column != screen->caret.column;
	if (!screen->by_ink) {
		move(caret->row, caret->column);
		refresh_into(screen, out);
	} else if (moved) {
		ink_move(out, caret->row, caret->column);
	}
	if (caret->seen != screen->caret.seen)
		terminfo_add(out, caret->seen ? "cnorm" : "civis");
	screen->caret = *caret;
}

void screen_show(
	struct screen *screen, const struct canvas *canvas, int rows, int columns, struct str *out)
{
	struct canvas fitted;
	struct caret caret = caret_of(canvas, rows, columns);

	canvas_init(&fitted);
	if (canvas->rows != rows || canvas->columns != columns) {
		canvas_reset(&fitted, rows, columns);
		for (int i = 0; i < rows && i < canvas->rows; i++)
			memcpy(fitted.cells + (size_t)i * (size_t)columns,
				canvas->cells + (size_t)i * (size_t)canvas->columns,
				(size_t)(columns < canvas->columns ? columns : canvas->columns) *
					sizeof(struct cell));
	}
	bool cleared = begin(screen, rows, columns, out);
	bool shown =
		show_rows(screen, fitted.cells ? fitted.cells : canvas->cells, rows, columns, out);
	end(screen, &caret, cleared || shown, out);
	canvas_clear(&fitted);
}
