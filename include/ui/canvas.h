/* SPDX-License-Identifier: MIT */
/*
 * What is on the screen before any terminal knows of it: rows × columns of
 * cells, a UTF-8 cluster and a style each. Views draw here; term shows it;
 * tests compare it. All drawing clips; all text passes the output filter
 * (utf8_visible), so that a text is as wide as what is seen of it.
 *
 * Wide characters take two cells, the right one with an empty text. One that
 * does not fit at an edge becomes a blank; what is written over one half of it
 * blanks the other, also outside the area. Cells are zero behind their text, so
 * that rows can be compared with memcmp.
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* A meaning, not a look: term decides how it appears, with colour or without. */
enum style {
	STYLE_TEXT,
	STYLE_STRONG,   /* bold */
	STYLE_FAINT,    /* secondary; plain where dim is unreadable */
	STYLE_TITLE,    /* top line: reverse */
	STYLE_SELECTED, /* the row with the cursor: reverse */
	STYLE_MARKED,   /* the selected row of a pane without focus: underline */
	STYLE_FIELD,    /* text being typed: underline */
	STYLE_KEY,      /* a key in the hint bar: bold */
	STYLE_GOOD,     /* done, adopted: green */
	STYLE_WARN,     /* soon over, guessed: yellow */
	STYLE_BAD,      /* over time, error: red + bold */
	STYLE_ACCENT,   /* who has the floor: cyan + bold */
	STYLE_LINE,     /* rules and frames */
	STYLE_COUNT
};

#define CELL_BYTES 23 /* a base character and some marks; longer ones are cut. A cell is 24 */

struct cell {
	char text[CELL_BYTES]; /* NUL-terminated cluster; "" = right half of the wide one before */
	unsigned char style;
};

struct canvas {
	int rows, columns;
	struct cell *cells; /* rows * columns */
	size_t capacity;
	int cursor_row, cursor_column; /* where the focus is; -1 = nowhere */
	bool cursor_shown;             /* a caret in a field; else placed but not shown */
};

void canvas_init(struct canvas *canvas);
void canvas_clear(struct canvas *canvas); /* frees */
/* All blank in STYLE_TEXT, no cursor; sizes under 1 are taken as 1. */
void canvas_reset(struct canvas *canvas, int rows, int columns);

/* A part of a canvas with its own origin; drawing is clipped to it, and may begin
 * outside (row and column may be negative). Plain value. */
struct area {
	struct canvas *canvas;
	int row, column, rows, columns;
};

struct area canvas_area(struct canvas *canvas);
/* What sticks out is cut off; a part outside has no rows or columns. */
struct area area_part(const struct area *area, int row, int column, int rows, int columns);

/* Draws text in one row, clipped (line feeds are made visible); returns the
 * column after what was drawn, at most area->columns. */
int area_text(const struct area *area, int row, int column, enum style style, const char *text);
int area_textf(const struct area *area, int row, int column, enum style style, const char *format,
	...) __attribute__((format(printf, 5, 6)));
/* Into exactly `width` columns: cut with "…", padded with blanks. */
void area_cut(const struct area *area, int row, int column, int width, enum style style,
	const char *text);
/* So that the text ends before column `end`; cut with "…" where it is too long. */
void area_right(const struct area *area, int row, int end, enum style style, const char *text);
void area_fill(
	const struct area *area, int row, int column, int rows, int columns, enum style style);
/* Changes the style of what is there. */
void area_style(const struct area *area, int row, int column, int columns, enum style style);
/* Lines in STYLE_LINE: "─" and "│", joined with ┬ ┴ ├ ┤ ┼ where they cross or one
 * ends at the other, in whatever order they are drawn; a line just outside the
 * area is joined too. */
void area_rule(const struct area *area, int row, int column, int columns);
void area_bar(const struct area *area, int row, int column, int rows);
/* Places the cursor, moved inside the area where it is not. */
void area_cursor(const struct area *area, int row, int column, bool shown);

/* For golden files: a line for each row, trailing blanks cut, then a line of as
 * many dashes as there are columns, the style plane (a letter a column, trailing
 * dots cut: . text, B strong, f faint, T title, S selected, M marked, F field,
 * K key, G good, W warn, X bad, A accent, L line), then "cursor ROW COLUMN", with
 * " shown" for a caret, or "cursor nowhere". */
void canvas_dump(const struct canvas *canvas, struct str *out);

#endif
