/* SPDX-License-Identifier: MIT */
/* A document for the drafting check: which of its paragraphs are sentences, entries and
 * operative texts, and where in the document a finding stands. */
#ifndef EXCHANGE_STYLE_READING_H
#define EXCHANGE_STYLE_READING_H

#include <stddef.h>

#include "exchange/reading.h"
#include "model/style.h"

/* A text for each paragraph of the reading, which must outlive them. In the arena. */
struct style_text *style_reading_texts(struct arena *arena, const struct reading *reading);
/* Where a place was found last, so that the next one is looked for from there: all findings
 * of a text, in their order, cost what reading it once costs. {0} to begin with. */
struct style_cursor {
	const struct reading *reading;
	size_t text, from; /* what was looked for */
	int line;          /* where it was, and the bytes of that line before it … */
	size_t byte, at;   /* … and of the text */
	int column;        /* of the byte `counted` of the line */
	size_t counted;
};

/* Line and column, both from 1, of a byte of a text. The column counts characters of the
 * line as people see it; 0 where the reading has no lines for the paragraph. */
void style_reading_place(struct style_cursor *cursor, const struct reading *reading, size_t text,
	size_t from, int *line, int *column);

#endif
