/* SPDX-License-Identifier: MIT */
/* How the recommendations of a set were decided, as paragraphs below them. Private. */
#ifndef REPORT_DECIDED_H
#define REPORT_DECIDED_H

#include "build.h"
#include "store/recommendation.h"
#include "store/vote.h"

/* A recommendation, and how it is called: the letter or the paragraph that it has here. */
struct decided_text {
	const struct recommendation_row *row;
	const char *label; /* "(c)", "5"; NULL: it is not printed here */
};

struct decided_set {
	int64_t set;
	uint64_t bodies;
	bool numbered;
	struct decided_text *texts; /* all of the set */
	size_t count;
};

/* A paragraph for each act with a form of its own (votes with their lists, oral amendments,
 * blocks, the set as a whole), and for the positions taken on it, in their order. What was
 * adopted by consensus, alone and as it stood, has none, unless something of the set was
 * voted on: then it is said that the others were adopted by consensus. */
void build_decided(struct report *report, const struct decided_set *set);
/* Gaps: explanations of position that were heard and bound to no recommendation. */
void build_unbound(struct report *report);

#endif
