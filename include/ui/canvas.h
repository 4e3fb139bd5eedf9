/* SPDX-License-Identifier: MIT */
/*
 * What is on the screen before any terminal knows of it: rows × columns of
 * cells, a UTF-8 cluster and a style each. Views draw here; term shows it;
 * tests compare it. All drawing clips; all text passes the output filter.
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* A meaning, not a look: term decides how it appears, with colour or without. */
enum style {
	STYLE_TEXT,
	STYLE_STRONG,		/* bold */
	STYLE_FAINT,		/* secondary; plain where dim is unreadable */
	STYLE_TITLE,		/* top line: reverse */
	STYLE_SELECTED,		/* the row with the cursor: reverse */
	STYLE_MARKED,		/* the selected row of a pane without focus: underline */
	STYLE_FIELD,		/* text being typed: underline */
	STYLE_KEY,		/* a key in the hint bar: bold */
	STYLE_GOOD,		/* done, adopted: green */
	STYLE_WARN,		/* soon over, guessed: yellow */
	STYLE_BAD,		/* over time, error: red + bold */
	STYLE_ACCENT,		/* who has the floor: cyan + bold */
	STYLE_LINE,		/* rules and frames */
	STYLE_COUNT
};

#define CELL_BYTES 24		/* a base character and four marks */

struct cell {
	char text[CELL_BYTES];	/* NUL-terminated cluster; "" = right half of the wide one before */
	unsigned char style;
};

struct canvas {
	int rows, columns;
	struct cell *cells;	/* rows * columns */
	size_t capacity;
	int cursor_row, cursor_column;	/* where the focus is; -1 = nowhere */
	bool cursor_shown;		/* a caret in a field; else placed but not shown */
};

void canvas_init(struct canvas *canvas);
void canvas_clear(struct canvas *canvas);	/* frees */
/* All blank in STYLE_TEXT, no cursor; sizes under 1 are taken as 1. */
void canvas_reset(struct canvas *canvas, int rows, int columns);

/* A part of a canvas with its own origin; drawing is clipped to it. Plain value. */
struct area {
	struct canvas *canvas;
	int row, column, rows, columns;
};

struct area canvas_area(struct canvas *canvas);
struct area area_part(const struct area *area, int row, int column, int rows, int columns);

/* Draws text in one row, clipped; returns the column after it. */
int area_text(const struct area *area, int row, int column, enum style style, const char *text);
int area_textf(const struct area *area, int row, int column, enum style style,
    const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Into exactly `width` columns: cut with "…", padded with blanks. */
void area_cut(const struct area *area, int row, int column, int width, enum style style,
    const char *text);
void area_right(const struct area *area, int row, int end, enum style style, const char *text);
void area_fill(const struct area *area, int row, int column, int rows, int columns, enum style style);
/* Changes the style of what is there. */
void area_style(const struct area *area, int row, int column, int columns, enum style style);
/* Lines: "─" and "│" (joined where they cross with ┬ ┴ ├ ┤ ┼). */
void area_rule(const struct area *area, int row, int column, int columns);
void area_bar(const struct area *area, int row, int column, int rows);
void area_cursor(const struct area *area, int row, int column, bool shown);

/* For golden files: a line for each row, trailing blanks cut, then a line of
 * dashes and the style plane (a letter a cell: . for STYLE_TEXT, else a letter),
 * then "cursor ROW COLUMN". */
void canvas_dump(const struct canvas *canvas, struct str *out);

#endif
