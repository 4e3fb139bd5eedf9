/* SPDX-License-Identifier: MIT */
/* Surveys that States were asked to answer in writing, and what they sent in: the
 * contributions (workplan of 2013, paragraphs 6 to 9). Dates are 'YYYY-MM-DD'. */
#ifndef STORE_SURVEY_H
#define STORE_SURVEY_H

#include <stddef.h>

#include "store/store.h"

struct survey_row {
	int64_t id, item;
	int number; /* q1 */
	const char *title, *item_printed, *item_title;
	const char *asked;               /* "states" or "parties" */
	const char *sent, *due, *closed; /* or NULL */
	int64_t answered, late;          /* of who was asked; of them after it was due */
	int64_t others;                  /* contributions of who was not asked, as a group */
};
struct survey_row *store_surveys(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_survey(struct store *store, int64_t id, struct arena *arena, struct survey_row *row);
int64_t store_survey_find(struct store *store, int64_t session, int number); /* 0 = none */

/* NULL leaves it, "" empties it; item 0 leaves it. */
struct survey_edit {
	const char *title, *asked, *sent, *due, *closed;
	int64_t item;
};
/* Returns its id, or 0. */
int64_t store_survey_add(struct store *store, int64_t session, const struct survey_edit *survey,
	int *number, struct err *err);
bool store_survey_edit(
	struct store *store, int64_t survey, const struct survey_edit *edit, struct err *err);
/* ERR_USAGE while there are contributions to it. */
bool store_survey_delete(struct store *store, int64_t survey, struct err *err);

struct contribution_row {
	int64_t id, survey, participant, document;
	int number, survey_number;                  /* c3, q1 */
	const char *name, *region;                  /* of the State as in lists; AF …, or NULL */
	const char *received, *updated;             /* updated may be NULL */
	const char *language;                       /* "E", "German", or NULL */
	const char *focal, *office, *contact;       /* personal data; or NULL */
	const char *symbols;                        /* of the document that it became, or NULL */
	const char *file, *covers, *panel, *remark; /* or NULL */
	bool late, asked, state;                    /* of a State, or of who was asked */
};
/* Of a survey (0: of all), in the order of lists of States. */
struct contribution_row *store_contributions(
	struct store *store, int64_t session, int64_t survey, struct arena *arena, size_t *count);
bool store_contribution(
	struct store *store, int64_t id, struct arena *arena, struct contribution_row *row);
int64_t store_contribution_find(struct store *store, int64_t session, int number); /* 0 = none */
/* The contribution of a State to a survey; 0 = none. */
int64_t store_contribution_of(struct store *store, int64_t survey, int64_t participant);

/* NULL leaves it, "" empties it; participant and document 0 leave it, document -1
 * empties it. office and contact are of the focal point, the one that is named or the
 * one that the contribution has. */
struct contribution_edit {
	int64_t participant, document;
	const char *received, *updated, *language, *focal, *office, *contact, *file, *covers,
		*panel, *remark;
};
int64_t store_contribution_add(struct store *store, int64_t session, int64_t survey,
	const struct contribution_edit *contribution, int *number, struct err *err);
bool store_contribution_edit(struct store *store, int64_t contribution,
	const struct contribution_edit *edit, struct err *err);
/* Its focal point goes with it if no other contribution has it. */
bool store_contribution_delete(struct store *store, int64_t contribution, struct err *err);

/* Who was asked and has not answered, in the order of lists of States. */
struct silent_row {
	int64_t id;
	const char *name, *region; /* AF …, or NULL */
};
struct silent_row *store_survey_silent(
	struct store *store, int64_t survey, struct arena *arena, size_t *count);
/* How many were asked. */
int64_t store_survey_asked(struct store *store, int64_t survey);

#endif
