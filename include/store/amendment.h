/* SPDX-License-Identifier: MIT */
/*
 * Amendments to recommendations and to amendments. An amendment keeps the version that it
 * was made on and its whole resulting text; what it does is worked out (model/merge.h).
 */
#ifndef STORE_AMENDMENT_H
#define STORE_AMENDMENT_H

#include <stddef.h>

#include "model/amendment.h"
#include "store/store.h"

struct amendment_row {
	int64_t id, recommendation, parent;  /* parent 0: of the recommendation itself */
	int number, recommendation_number;   /* a9, r3 */
	int parent_number, statement_number; /* a2, s12; 0 = none */
	enum amendment_kind kind;
	enum amendment_state state;
	enum amendment_how how;
	/* It is a new paragraph, or in the end to one: bound to the set that this stands in and
	 * to its place there, and to nothing that is decided on the text before it. */
	bool of_new_paragraph;
	int base, version;
	/* Of that version of the recommendation, or of the parent; "" of a new paragraph. */
	const char *base_text;
	const char *text;
	int64_t proposer, on_behalf, statement, document;
	const char *proposer_name, *on_behalf_name;       /* as in lists; NULL */
	const char *document_symbol, *paragraph, *reason; /* NULL */
	int meeting;                                      /* its number; 0 = none */
	int64_t proposed;
	/* Of its newest event. */
	int64_t decided;  /* 0: it stands as proposed */
	int made_version; /* of the text that came of it, 0 = none */
	int made_number;  /* the new paragraph r9 that came of it, 0 = none */
	int conflicts;    /* places where another had changed the same words when it was accepted */
	const char *remark; /* why it was decided so, or NULL */
};

/* Those of a recommendation (0: of the session), by the order of the list and by number,
 * an amendment to an amendment behind its parent. */
struct amendment_row *store_amendments(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, size_t *count);
bool store_amendment(
	struct store *store, int64_t id, struct arena *arena, struct amendment_row *row);
int64_t store_amendment_find(struct store *store, int64_t session, int number); /* 0 = none */

struct amendment_new {
	int64_t session, recommendation, parent;
	enum amendment_kind kind;
	enum amendment_how how;
	int base;         /* 0: the text as it is now */
	const char *text; /* "" of a deletion */
	int64_t proposer, on_behalf, statement, document, meeting, at;
	const char *paragraph, *reason;
};
/* Its id, and its number; 0 on failure. */
int64_t store_amendment_add(
	struct store *store, const struct amendment_new *new, int *number, struct err *err);
/* A new text of it, on `base` (0: the one it had); ERR_TRY_AGAIN when `version` (0 = any) has
 * moved. merged: the amendment to it that was accepted, or 0. */
bool store_amendment_edit(struct store *store, int64_t id, const char *text, int base, int version,
	int64_t merged, int64_t at, struct err *err);
/* The text that it had in a version, in the arena; NULL if it never had that one. */
const char *store_amendment_text(struct store *store, int64_t id, int version, struct arena *arena);

struct amendment_event {
	enum amendment_state state;
	int version;  /* of the text that came of it */
	int64_t made; /* recommendation that came of it */
	int conflicts;
	const char *reason;
	int64_t meeting, at;
};
/* It has that state from here on. */
bool store_amendment_decide(
	struct store *store, int64_t id, const struct amendment_event *event, struct err *err);
/* Those still open lapse: all to the text of a recommendation, or with `parent` those to
 * that amendment (and what was proposed to them). New paragraphs behind the text stay, with
 * what is proposed to them. *count gets how many. */
bool store_amendments_lapse(struct store *store, int64_t recommendation, int64_t parent,
	const struct amendment_event *event, int *count, struct err *err);

/* Every state that it had since it was proposed, by time. */
struct amendment_event_row {
	enum amendment_state state;
	int version, made_number, conflicts;
	const char *reason; /* NULL */
	int meeting;        /* its number; 0 = none */
	int64_t at;
};
struct amendment_event_row *store_amendment_events(
	struct store *store, int64_t id, struct arena *arena, size_t *count);

/* How many stand as proposed, of a recommendation or (0) of the session. */
int64_t store_amendments_open(struct store *store, int64_t session, int64_t recommendation);
/* Of every recommendation of the session that has any, at once. */
struct amendments_open {
	int64_t recommendation;
	int64_t open;       /* to its text */
	int64_t paragraphs; /* new ones behind it */
};
struct amendments_open *store_amendments_open_all(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

#endif
