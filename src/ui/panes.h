/* SPDX-License-Identifier: MIT */
/* How a view divides its area into a list and the whole text of the selected
 * row: beside it where there is room, below it else, and in a very small window
 * one at a time. The sizes depend on the area alone, so that nothing moves when
 * rows come and go. */
#ifndef UI_PANES_H
#define UI_PANES_H

#include <stdbool.h>

#include "flow.h"
#include "list.h"
#include "ui/canvas.h"

enum { PANES_BESIDE = 120 }; /* columns from which the panes lie side by side */

struct panes {
	bool beside;
	int row, rows, columns;                             /* the list; rows 0 = not shown */
	int text_row, text_column, text_rows, text_columns; /* rows 0 = not shown */
};

/* For an area of that size whose first `head` rows are the view's own; `text`
 * says which pane is shown when there is room for one only. */
struct panes panes_make(int rows, int columns, int head, bool text);
struct area panes_list(const struct panes *panes, const struct area *area);
struct area panes_text(const struct panes *panes, const struct area *area);
void panes_line(const struct panes *panes, const struct area *area); /* between them */
/* Where the list is in it, in row 0 of the area; not in a small one, where there is said
 * how much of the text there is. */
void panes_place(const struct panes *panes, const struct area *area, const struct list *list);
/* The text from line `top` on, and above it how many lines are below what is seen; with
 * the cursor, if it has the focus. */
void panes_draw_text(const struct panes *panes, const struct area *area, const struct flow *text,
	size_t top, bool focus);

#endif
