/* SPDX-License-Identifier: MIT */
/*
 * Text laid out once and drawn many times: paragraphs in several styles, wrapped
 * into lines with an indent, a label in the margin and a tag that says what the
 * line belongs to. All of it passes the output filter when it is added.
 */
#ifndef UI_FLOW_H
#define UI_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/diff.h"
#include "ui/canvas.h"
#include "ui/key.h"

struct flow_line {
	const char *text;            /* of `length` bytes, not terminated */
	const unsigned char *styles; /* one for each byte */
	size_t length;
	const char *label; /* in the margin, or NULL */
	int column, label_column;
	enum style label_style;
	size_t tag;
};

struct flow {
	struct arena arena;
	struct flow_line *lines;
	size_t count, capacity;
	struct str text, styles; /* of the paragraph being put together */
	int columns;             /* of the area, for flow_end_line */
};

/* How a paragraph is set. */
struct shape {
	int columns; /* of the area: lines end before this one */
	int indent;  /* where its lines begin */
	bool centred;
	const char *label; /* NULL = none */
	int label_column;
	enum style label_style;
	size_t tag;
	bool one_line; /* cut with "…" instead of wrapped */
};

/* Columns for labels like this one: so many, or more where a blank behind it needs them. */
int flow_label_columns(int least, const char *label);

void flow_init(struct flow *flow);
void flow_clear(struct flow *flow);
void flow_reset(struct flow *flow); /* no lines */
/* No lines; those of flow_end_line are for an area of so many columns. */
void flow_begin(struct flow *flow, int columns);

/* Adds to the paragraph being put together; flow_end wraps it. */
void flow_add(struct flow *flow, enum style style, const char *text);
void flow_addf(struct flow *flow, enum style style, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* What is gone between [- and -], what is new between {+ and +}: to be told apart
 * without colour. */
void flow_add_diff(struct flow *flow, const struct diff_piece *pieces, size_t count);
void flow_end(struct flow *flow, const struct shape *shape);
void flow_blank(struct flow *flow, size_t tag); /* an empty line */
/* As flow_end, in no more columns than are comfortable to read (flow_measure). */
void flow_end_line(struct flow *flow, int indent);
int flow_measure(int columns);
/* A paragraph of "name  text"; none where the text is NULL or empty. */
void flow_fact(struct flow *flow, int indent, const char *name, const char *text);

void flow_draw(const struct flow *flow, const struct area *area, size_t top);

/* In a row of its own below a text shown in `rows` rows: how much of it was seen, or that
 * this is its end. */
void flow_draw_place(
	const struct flow *flow, const struct area *area, int row, size_t top, int rows);

/* Up Down j k PageUp PageDown Home End Space on *top of a text shown in `rows`
 * rows; true if it was one of them. */
bool flow_key(const struct flow *flow, const struct key *key, int rows, size_t *top);
/* The last sensible top. */
size_t flow_end_top(const struct flow *flow, int rows);
/* *top, or that where it is behind it: the text or the area has changed. */
void flow_fit(const struct flow *flow, int rows, size_t *top);

#endif
