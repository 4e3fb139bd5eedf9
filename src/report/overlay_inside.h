/* SPDX-License-Identifier: MIT */
/* What the files of the overlay share. Private to them. */
#ifndef REPORT_OVERLAY_INSIDE_H
#define REPORT_OVERLAY_INSIDE_H

#include "overlay.h"
#include "store/paragraph.h"

/* A row, and whether the walk has placed it. */
struct waiting {
	const struct paragraph_row *row;
	const char *key; /* as the node of it has it; "" of a written one */
	int64_t behind;  /* the row that it stands behind here; 0: at the end of its heading */
	bool placed;
};

struct overlay {
	struct report *report;
	struct waiting *rows; /* by key, then as they were issued */
	size_t count;
	const char *heading; /* key of the one that the walk is under; NULL: above the first */
	struct node *last;   /* of the root, that the walk has come past; NULL: none */
};

/* All rows in that order; in the report's arena. */
struct waiting *overlay_rows(struct report *report, size_t *count);
/* Behind the last of those with the key of that row. */
size_t overlay_group(const struct waiting *rows, size_t count, size_t from);
/* Does it say that the paragraph is otherwise than it is generated? */
bool overlay_says(const struct paragraph_row *row);
/* The row of the group that stands for an issued one in the final report: itself, or the one
 * that corrects it. */
struct waiting *overlay_correction(struct waiting *group, size_t count, struct waiting *issued);

struct report_touch *overlay_touch(
	struct overlay *overlay, const struct waiting *waiting, struct node *node);
/* A paragraph where the walk is. */
struct node *overlay_put(struct overlay *overlay, const char *text);
/* The written ones behind a row, or (0) at the end of the heading. */
void overlay_put_behind(struct overlay *overlay, int64_t row);
/* The paragraph behind `before`, and the lists and tables that belong to it. */
void overlay_drop_block(struct document *document, struct node *before);
/* What a paragraph and its lists are made from; in the report's arena. */
const char *overlay_sources(struct report *report, const struct node *paragraph);

/* Of the whole report (overlay_parts.c): the rows of the key of a node in its place, each for
 * what it was made from, and what no row stands for as it is generated. */
void overlay_parts(
	struct overlay *overlay, size_t from, size_t to, struct node *before, struct node *node);

#endif
