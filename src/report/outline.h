/* SPDX-License-Identifier: MIT */
/* The order of the items in chapters III and IV.B, and their headings. */
#ifndef REPORT_OUTLINE_H
#define REPORT_OUTLINE_H

#include "facts.h"

struct outline_entry {
	const struct item_row *item; /* NULL: the heading of a group of items */
	uint64_t bodies;
	int level;       /* of its heading in III; 0 = it has none */
	bool summarized; /* it has paragraphs in III; else its speakers are read only */
};

struct outline {
	struct outline_entry *entries;
	size_t count;
};

/* Items in agenda order; where several bodies meet, those of each body first and
 * the joint ones last, in groups with a heading (conventions 2). Headings are
 * those of items taken up, below the level `base` (0: they are chapters). A level with only
 * one heading is left out and what is below it moves up (1.4), unless `lone` ones stand, as
 * in a part: others may come. */
void outline_make(struct outline *outline, const struct facts *facts, struct store *store, int base,
	bool lone, struct arena *arena);

#endif
