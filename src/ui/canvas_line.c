/* SPDX-License-Identifier: MIT */
/*
 * Rules and bars on the canvas. A cell of a line has arms in up to four
 * directions; its character follows from them. A new line gives arms to the
 * lines that it meets and takes those that point at it, so that the order of
 * drawing does not matter. Only cells in STYLE_LINE are lines: a "│" in a text
 * is text.
 */
#include <string.h>

#include "ui/canvas.h"

enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

static const struct cell line_cells[16] = {
	[0] = {" ", STYLE_LINE},
	[UP] = {"│", STYLE_LINE},
	[DOWN] = {"│", STYLE_LINE},
	[UP | DOWN] = {"│", STYLE_LINE},
	[LEFT] = {"─", STYLE_LINE},
	[RIGHT] = {"─", STYLE_LINE},
	[LEFT | RIGHT] = {"─", STYLE_LINE},
	[LEFT | UP] = {"┘", STYLE_LINE},
	[LEFT | DOWN] = {"┐", STYLE_LINE},
	[RIGHT | UP] = {"└", STYLE_LINE},
	[RIGHT | DOWN] = {"┌", STYLE_LINE},
	[LEFT | UP | DOWN] = {"┤", STYLE_LINE},
	[RIGHT | UP | DOWN] = {"├", STYLE_LINE},
	[LEFT | RIGHT | UP] = {"┴", STYLE_LINE},
	[LEFT | RIGHT | DOWN] = {"┬", STYLE_LINE},
	[LEFT | RIGHT | UP | DOWN] = {"┼", STYLE_LINE},
};

/* NULL outside the canvas. */
static struct cell *cell_at(const struct canvas *canvas, int row, int column)
{
	if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
		return NULL;
	return canvas->cells + (size_t)row * (size_t)canvas->columns + column;
}

static int arms_at(const struct canvas *canvas, int row, int column)
{
	const struct cell *cell = cell_at(canvas, row, column);

	if (!cell || cell->style != STYLE_LINE)
		return 0;
	/* From the end, where a character stands for more than one set of arms. */
	for (int arms = 15; arms > 0; arms--)
		if (strcmp(cell->text, line_cells[arms].text) == 0)
			return arms;
	return 0;
}

static void set_arms(struct canvas *canvas, int row, int column, int arms)
{
	*cell_at(canvas, row, column) = line_cells[arms];
}

/* What was there may be half of a wide character. */
static void free_cell(struct canvas *canvas, int row, int column)
{
	const struct cell *cell = cell_at(canvas, row, column), *next = cell + 1;

	if (!*cell->text || (column + 1 < canvas->columns && !*next->text)) {
		struct area all = canvas_area(canvas);
		area_fill(&all, row, column, 1, 1, STYLE_LINE);
	}
}

/* Gives a line an arm where one runs across. */
static void meet(struct canvas *canvas, int row, int column, int across, int arm)
{
	int arms = arms_at(canvas, row, column);

	if (arms & across)
		set_arms(canvas, row, column, arms | arm);
}

/* Most cells of a line stand alone: no line in them, nor on either side, `aside` cells
 * away. */
static bool stands_alone(const struct cell *cell, int aside)
{
	return cell->text[0] == ' ' && cell->style != STYLE_LINE &&
	       cell[-aside].style != STYLE_LINE && cell[aside].style != STYLE_LINE;
}

/* One cell of a line that runs along the arms `back` and `on`, at its first or
 * last cell or between them. */
static void draw_cell(struct canvas *canvas, int row, int column, int back, int on, int has)
{
	int across = (UP | DOWN | LEFT | RIGHT) & ~(back | on);
	int old = arms_at(canvas, row, column);
	int arms = old & across ? old | has : back | on;

	if (!old)
		free_cell(canvas, row, column);
	if (across & UP) {
		arms |= arms_at(canvas, row - 1, column) & DOWN ? UP : 0;
		arms |= arms_at(canvas, row + 1, column) & UP ? DOWN : 0;
	} else {
		arms |= arms_at(canvas, row, column - 1) & RIGHT ? LEFT : 0;
		arms |= arms_at(canvas, row, column + 1) & LEFT ? RIGHT : 0;
	}
	set_arms(canvas, row, column, arms);
}

void area_rule(const struct area *area, int row, int column, int columns)
{
	struct area part = area_part(area, row, column, 1, columns);
	int left = part.column, right = part.column + part.columns - 1;

	if (part.rows == 0 || part.columns == 0)
		return;
	bool inside = part.row > 0 && part.row + 1 < part.canvas->rows;
	struct cell *cell = cell_at(part.canvas, part.row, left);
	for (int i = left; i <= right; i++, cell++)
		if (inside && stands_alone(cell, part.canvas->columns))
			*cell = line_cells[LEFT | RIGHT];
		else
			draw_cell(part.canvas, part.row, i, LEFT, RIGHT,
				(i > left ? LEFT : 0) | (i < right ? RIGHT : 0));
	meet(part.canvas, part.row, left - 1, UP | DOWN, RIGHT);
	meet(part.canvas, part.row, right + 1, UP | DOWN, LEFT);
}

void area_bar(const struct area *area, int row, int column, int rows)
{
	struct area part = area_part(area, row, column, rows, 1);
	int top = part.row, bottom = part.row + part.rows - 1;

	if (part.rows == 0 || part.columns == 0)
		return;
	bool inside = part.column > 0 && part.column + 1 < part.canvas->columns;
	for (int i = top; i <= bottom; i++)
		if (inside && stands_alone(cell_at(part.canvas, i, part.column), 1))
			set_arms(part.canvas, i, part.column, UP | DOWN);
		else
			draw_cell(part.canvas, i, part.column, UP, DOWN,
				(i > top ? UP : 0) | (i < bottom ? DOWN : 0));
	meet(part.canvas, top - 1, part.column, LEFT | RIGHT, DOWN);
	meet(part.canvas, bottom + 1, part.column, LEFT | RIGHT, UP);
}
