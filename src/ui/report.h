/* SPDX-License-Identifier: MIT */
/* What the files of the Report view share. Private to the view. */
#ifndef UI_REPORT_H
#define UI_REPORT_H

#include "report/report.h"
#include "report_layout.h"
#include "ui/app.h"

enum side { SIDE_HEADINGS, SIDE_GAPS };

struct report_view {
	struct report *report, *building; /* shown; to be shown, NULL = none */
	struct layout *shown, *next;
	int64_t sequence; /* of the journal, that is shown or being built */
	bool loaded;
	bool placed; /* what was on top when the view was left is so again */

	int rows, columns; /* of the text and its labels */
	int text_column;
	size_t top;

	enum side side;
	bool in_side;     /* the list has the keys */
	int side_columns; /* 0: it is seen only while it has them */
	struct flow list; /* tags are places in the headings or gaps */
	size_t list_count, selected, list_top;
};

/* The line goes on top, or as near as the end allows. */
void report_go_to_line(struct report_view *view, size_t line);

/* --- the list beside it (report_side.c) --- */

/* Its columns in a view of so many. */
int report_side_width(const struct report_view *view, int columns);
void report_side_fill(struct report_view *view, int columns);
/* While the text has the keys the list says where it is. */
void report_side_follow(struct report_view *view);
void report_side_draw(const struct report_view *view, const struct area *area);
/* Gives it the keys, or takes them from it. */
void report_side_enter(struct report_view *view, struct app *app, enum side side);
bool report_side_key(struct report_view *view, struct app *app, const struct key *key);

#endif
