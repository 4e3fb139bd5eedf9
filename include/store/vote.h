/* SPDX-License-Identifier: MIT */
/*
 * How something was decided: the vote of an act, its ballots, the block that several acts
 * are, and the positions that delegations took on it. What was decided and when is the act
 * itself (store/meeting.h); taking it up again leaves all of it there.
 */
#ifndef STORE_VOTE_H
#define STORE_VOTE_H

#include <stddef.h>

#include "model/vote.h"
#include "store/store.h"

struct vote {
	int64_t amendment; /* that it was on; 0: on the text */
	enum vote_majority majority;
	struct vote_count count;
	bool carried;
};
struct ballot {
	int64_t participant;
	enum vote_choice choice;
	const char *name; /* as in lists; not read by store_vote_add */
};
/* Of an act that has none yet; ballots of a recorded vote, else none. */
bool store_vote_add(struct store *store, int64_t session, int64_t act, const struct vote *vote,
	const struct ballot *ballots, size_t count, struct err *err);
/* The ballots of an act, or of the block that it is in, by participant. */
struct ballot *store_ballots(struct store *store, int64_t act, struct arena *arena, size_t *count);

/* `member` was decided by the same act as `act`, which has the vote. */
bool store_block_add(
	struct store *store, int64_t session, int64_t act, int64_t member, struct err *err);

/* An act on a recommendation or a set. */
struct decision_row {
	int64_t id, head; /* head: the act that it was one with, else itself */
	int64_t recommendation, in_set, meeting, at;
	const char *outcome, *form, *reason; /* form and reason may be NULL */
	bool orally_amended;
	int together; /* recommendations decided by the same act; 1 = alone */
	bool voted;
	struct vote vote; /* if voted: of the head */
	int amendment;    /* number of the one voted on: a9; 0 = the text */
};
/* All of the session, or (not 0) on that recommendation, in the order of entry. */
struct decision_row *store_decisions(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, size_t *count);

/* ", by a recorded vote: 30 in favour, …", ", with 3 others"; nothing for what was decided
 * alone and without a vote. */
void decision_say_vote(const struct decision_row *row, struct str *out);

/* What a delegation says of a decision. */
enum position_kind {
	POSITION_BEFORE, /* explanation of position before, */
	POSITION_AFTER,  /* after the decision */
	POSITION_RESERVATION,
	POSITION_DISSOCIATION,
	POSITION_RECORD, /* to be reflected in the report */
	POSITION_KINDS
};
const char *position_word(enum position_kind kind);  /* "explanation_before" */
const char *position_label(enum position_kind kind); /* "explanation before" */
/* Also with a hyphen, as it is typed. */
bool position_parse(const char *word, enum position_kind *kind);

struct position_row {
	int64_t id, recommendation, in_set; /* one of the last two is 0 */
	enum position_kind kind;
	int64_t participant, on_behalf, statement, meeting, at; /* 0 = none */
	const char *text;                                       /* NULL */
	const char *name, *on_behalf_name;                      /* as in lists */
	int statement_number;                                   /* s12 */
};
/* "explanation after, Canada for the African Group (s12): text" */
void position_say(const struct position_row *row, struct str *out);
/* All of the session, in the order of entry. */
struct position_row *store_positions(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* The one of that participant (and kind) on that text or set; 0 = none. */
int64_t store_position_find(struct store *store, const struct position_row *wanted);
/* The newest statement of that participant that was logged as such an explanation; 0. */
int64_t store_position_statement(
	struct store *store, int64_t session, int64_t participant, enum position_kind kind);
int64_t store_position_add(
	struct store *store, int64_t session, const struct position_row *position, struct err *err);
/* How many statements of the session were logged as explanations and are no position yet. */
int64_t store_positions_unbound(struct store *store, int64_t session);
bool store_position_remove(struct store *store, int64_t id, struct err *err);

#endif
