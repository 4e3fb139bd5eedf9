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
/* Line and column, both from 1, of a byte of a text. The column counts characters of the
 * line as people see it; 0 where the reading has no lines for the paragraph. */
void style_reading_place(
	const struct reading *reading, size_t text, size_t from, int *line, int *column);

#endif
