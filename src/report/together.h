/* SPDX-License-Identifier: MIT */
/* Points that several speakers made, told once with how many they were (conventions 3.2).
 * Nobody is named. Private. */
#ifndef REPORT_TOGETHER_H
#define REPORT_TOGETHER_H

#include "build.h"
#include "model/quantifier.h"

/* How a point is told that is not the word of one speaker alone. */
struct together {
	const char *phrase;            /* "some speakers" */
	bool several;                  /* of the phrase: for the verb */
	enum quantifier advised, told; /* told: as somebody has said, or as advised */
	int64_t said, spoke;           /* how many, of how many */
};

/* Is it told where another point is, that leads it? */
bool together_follows(struct report *report, int64_t number);
/* False if it is told in the paragraph of its statement. A word before the point that says
 * how many there were is taken off it either way. */
bool together_read(struct report *report, const struct item_row *item, struct report_said *said,
	struct together *together);
/* The points that it tells beside itself, and their statements. */
void together_sources(struct report *report, int64_t number, struct sources *told);
/* Notes the count beside the node, and a gap where it is told otherwise than advised. */
void together_check(struct report *report, struct node *node, const struct report_said *said,
	const struct together *together);

#endif
