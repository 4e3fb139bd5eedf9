/* SPDX-License-Identifier: MIT */
/* One text under negotiation as it is kept: its row, what is proposed to it and what was
 * decided, compared with the text as it is now (model/negotiation.h). */
#ifndef STORE_NEGOTIATION_H
#define STORE_NEGOTIATION_H

#include "model/negotiation.h"
#include "store/amendment.h"
#include "store/comment.h"
#include "store/recommendation.h"

struct negotiation {
	struct recommendation_row text;
	struct amendment_row *amendments; /* as store_amendments has them */
	/* Beside each: of an amendment to an amendment, compared with the text of that as it is
	 * now and with the others to it. Only those count that are proposed and change words
	 * or take away the paragraph. `against` and `beside` are places in
	 * these arrays. */
	struct negotiated *compared;
	size_t count;
	struct comment_row *comments;
	size_t comment_count;
	int open;          /* amendments that are proposed to the text */
	int paragraphs;    /* new ones that are proposed behind it */
	int conflicts;     /* amendments of either that are in conflict */
	int unsettled;     /* comments that are not settled */
	int brackets;      /* in the text as it is now */
	bool half_bracket; /* one in it has lost its other half, as by a merge */
};
/* All of it in the arena; false if there is no such recommendation. */
bool store_negotiation(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, struct negotiation *negotiation);

/* The same for one amendment alone, *which in the arrays: of the others nothing is found out,
 * and no number of them is counted. */
bool store_negotiation_one(struct store *store, int64_t session, const struct amendment_row *row,
	struct arena *arena, struct negotiation *negotiation, size_t *which);

/* The text as it is on a screen: with all that is proposed to it marked, whose it is. */
void store_negotiation_projected(const struct negotiation *negotiation, struct str *out);
/* A new paragraph that is proposed, marked as such: "[+Canada: Notes the work+]". */
const char *store_negotiation_paragraph(
	const struct negotiation *negotiation, size_t which, struct arena *arena);
/* As it would read if all were taken that need not be asked about. */
void store_negotiation_amended(const struct negotiation *negotiation, struct str *out);
/* As it was first proposed, in the arena. */
const char *store_negotiation_proposed(
	struct store *store, const struct negotiation *negotiation, struct arena *arena);

/* Adds one as a sentence: "a3 Canada (orally, s12): replace “a” by “b” (proposed; in
 * conflict with a5)". statement: its number, 0 = none. */
void store_negotiation_say(const struct negotiation *negotiation, size_t which, struct str *out);

/* Adds "in conflict with the text, a5; next to a8", `text` naming what it is to; nothing if
 * it need not be asked about. */
void store_negotiation_say_others(
	const struct negotiation *negotiation, size_t which, const char *text, struct str *out);

#endif
