/* SPDX-License-Identifier: MIT */
/* Recommendations, their sets and versions. */
#ifndef STORE_RECOMMENDATION_H
#define STORE_RECOMMENDATION_H

#include <stddef.h>

#include "model/recommendation.h"
#include "store/store.h"

struct set_row {
	int64_t id, body;
	const char *body_key, *body_name, *style, *chapeau; /* chapeau NULL: from the body's name */
};
struct set_row *store_sets(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* The set of a body (0: the first body), made if there is none. 0 on failure. */
int64_t store_set_of(struct store *store, int64_t session, int64_t body, struct err *err);
bool store_set_chapeau(struct store *store, int64_t set, const char *chapeau, struct err *err);
bool store_set_style(struct store *store, int64_t set, const char *style, struct err *err);

struct recommendation_row {
	int64_t id, in_set, item, proposer;
	int number;      /* r3 */
	int letter;      /* 1 = (a): its place among those of its set that stand
					   (not withdrawn, rejected or deferred); 0 = none */
	int alternative; /* 1 = bis of that letter, 2 = ter (model/alternative.h); 0 = itself */
	int64_t alternative_of; /* what it was proposed beside; 0 = none */
	const char *item_printed, *proposer_name, *on_behalf_name; /* as in lists; NULL */
	const char *text;
	int version;
	enum recommendation_state state;
	bool orally_amended;
	int64_t proposed;
};
/* All of the session, by set and rank, alternatives behind what they stand for, what was
 * adopted first: a session has at most some hundreds. */
struct recommendation_row *store_recommendations(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_recommendation(
	struct store *store, int64_t id, struct arena *arena, struct recommendation_row *row);
int64_t store_recommendation_find(struct store *store, int64_t session, int number); /* 0 = none */
int64_t store_recommendation_add(struct store *store, int64_t session, int64_t set, int64_t item,
	int64_t proposer, const char *text, int64_t at, int *number, struct err *err);
/* Adds a version; refuses with ERR_TRY_AGAIN when the version has moved (0 = any). */
bool store_recommendation_edit(struct store *store, int64_t id, const char *text, int version,
	int64_t at, struct err *err);
bool store_recommendation_set_state(struct store *store, int64_t id,
	enum recommendation_state state, bool orally_amended, struct err *err);
/* Whose it is; 0 = not known. */
bool store_recommendation_set_proposer(
	struct store *store, int64_t id, int64_t proposer, struct err *err);
/* To that place among those of its set; an alternative among those of its letter. */
bool store_recommendation_move(struct store *store, int64_t id, int place, struct err *err);
/* The text of one of its versions, in the arena; NULL if it never had that one. */
const char *store_recommendation_text(
	struct store *store, int64_t id, int version, struct arena *arena);
struct decision_row;
struct position_row;
/* What became of it, in the order of entry: its versions, the decisions on it, and the
 * positions that were taken on it or on its set. */
struct history_row {
	int64_t at;
	int version;                         /* 0: a decision or a position */
	const char *outcome, *form, *reason; /* of a decision; form and reason may be NULL */
	bool orally_amended;
	int meeting; /* its number; 0 = none */
	/* Of a version: its text, and how it came (store/version_source.h). */
	const char *text, *how, *proposer_name, *on_behalf_name,
		*file;            /* all but text may be NULL */
	int statement, amendment; /* numbers: s12, a9; 0 */
	/* Of a decision, and of a position, all that is known (store/vote.h); else NULL. */
	const struct decision_row *decision;
	const struct position_row *position;
};
struct history_row *store_recommendation_history(
	struct store *store, int64_t id, struct arena *arena, size_t *count);
/* "3 of 15 adopted, 2 under negotiation, 10 draft": how far those of a set are. */
void store_set_say_states(
	const struct recommendation_row *rows, size_t count, int64_t set, struct str *out);
/* How many are neither adopted nor otherwise decided, and how many adopted. */
void store_recommendation_totals(
	struct store *store, int64_t session, int64_t *open, int64_t *adopted);

#endif
