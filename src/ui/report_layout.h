/* SPDX-License-Identifier: MIT */
/*
 * A document tree as lines on a screen: wrapped to a measure, in slices so that
 * a report of any length never holds up a key, with its headings, the places where
 * something is missing, and the stops of the cursor. Private to the Report view.
 */
#ifndef UI_REPORT_LAYOUT_H
#define UI_REPORT_LAYOUT_H

#include "document/document.h"
#include "report/report.h"
#include "flow.h"

struct layout_heading {
	size_t line;
	int level;
	const char *label, *text; /* in the flow's arena */
};

/* What the cursor stops at: a paragraph, or an entry of a list. */
struct layout_stop {
	size_t from, line, end; /* its first line, with the blank one before it; the first of its
				 * text; the one after its last */
	const struct node *node;
	const char *paragraph; /* for commands, "g41" or a key; NULL: an entry. Borrowed */
	const struct report_touch *touch; /* NULL: nobody has touched it */
	bool left_out, missing;
	bool printed; /* of a part that was issued */
};

struct layout {
	struct flow flow;          /* tags are places in nodes */
	const struct node **nodes; /* what has lines, in order */
	size_t *first_lines;       /* of each of them */
	size_t node_count, node_capacity, first_capacity;
	struct layout_heading *headings;
	size_t heading_count, heading_capacity;
	struct layout_stop *stops;
	size_t stop_count, stop_capacity;
	size_t *paragraph_lines; /* by paragraph number - 1 */
	size_t paragraph_count, paragraph_capacity;
	size_t words;

	const struct document *document;
	const struct report *report;   /* NULL: of a document alone */
	const struct node *next;       /* to lay out; NULL = done */
	const struct node *passed;     /* child of the root that was laid out last */
	const struct report_gap *gaps; /* borrowed from the report */
	size_t gap_count;
	int columns;
	int widths[16]; /* of the table that is being laid out */
};

/* The document must be complete and outlive the layout; report: what it is of, with its
 * gaps and touches, or NULL. */
struct layout *layout_new(
	const struct document *document, const struct report *report, int columns);
void layout_free(struct layout *layout); /* NULL passes */
bool layout_step(struct layout *layout); /* a slice; true when done */

/* The line where a gap is: of the paragraph it names; 0 where it names none. */
size_t layout_gap_line(const struct layout *layout, size_t gap);
/* The stop of the paragraph that a gap says to look at; stop_count if it says none. */
size_t layout_gap_stop(const struct layout *layout, size_t gap);
/* The heading that `line` stands under; heading_count if none. */
size_t layout_heading_at(const struct layout *layout, size_t line);
/* The line of this layout that shows what `line` of the other one shows: the same
 * paragraph by its key or words, else the nearest one before it that is there. */
size_t layout_carry(const struct layout *layout, const struct layout *other, size_t line);

/* The first stop whose text ends behind `line`; stop_count if there is none. */
size_t layout_stop_at(const struct layout *layout, size_t line);
/* The stop of the same paragraph, else the nearest by its place; stop_count if there is
 * none at all. */
size_t layout_stop_carry(const struct layout *layout, const struct layout *other, size_t stop);
/* That of a paragraph as commands take it; stop_count if it is not there. */
size_t layout_stop_of(const struct layout *layout, const char *paragraph);

#endif
