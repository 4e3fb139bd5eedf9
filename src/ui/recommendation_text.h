/* SPDX-License-Identifier: MIT */
/* What the Recommendations view shows beside its list: the whole text of the
 * selected row, or two texts against each other. Lines are added to the flow. */
#ifndef UI_RECOMMENDATION_TEXT_H
#define UI_RECOMMENDATION_TEXT_H

#include "store/recommendation.h"
#include "ui/app.h"
#include "flow.h"

/* paragraphs: new ones that are proposed behind it are read and shown too. */
void recommendation_text(
	struct flow *flow, struct app *app, const struct recommendation_row *row, bool paragraphs);
/* One of the texts of a recommendation, alone: a list as it will be printed, any other as
 * it was typed. */
void recommendation_words(
	struct flow *flow, struct app *app, const struct recommendation_row *row, const char *text);
/* Adds what was decided on it, or what a delegation said of that: "adopted by consensus,
 * as orally amended, 2nd meeting". */
void recommendation_say_event(const struct history_row *row, struct str *out);
/* A set: its chapeau and how far its texts are. */
void recommendation_text_of_set(struct flow *flow, struct app *app, const struct set_row *set,
	const struct recommendation_row *rows, size_t count);

/* The chapeau as the report would begin it. */
const char *recommendation_chapeau(const struct set_row *set);
/* Adds "2 amendments, 1 new paragraph, 1 bracket"; nothing for none. */
void recommendation_say_open(int amendments, int paragraphs, int brackets, struct str *out);
/* Says that the text of one that is decided is locked, and what can be done. */
void recommendation_say_locked(struct app *app, const struct recommendation_row *row);
/* A mark that goes before the word of a state. */
const char *recommendation_mark(enum recommendation_state state);

/* The form that says who proposed it, with what is known. */
void recommendation_ask_proposer(struct app *app, const struct recommendation_row *row);

#endif
