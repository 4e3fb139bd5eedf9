/* SPDX-License-Identifier: MIT */
/*
 * Recommendations of earlier sessions, and what was done about each. A follow-up keeps its
 * text as its report printed it, with letter and sign; only its state and its actions
 * change. Texts are in inline form (model/inline.h).
 */
#ifndef STORE_FOLLOW_UP_H
#define STORE_FOLLOW_UP_H

#include <stddef.h>

#include "model/follow_up.h"
#include "store/store.h"

struct follow_up_row {
	int64_t id, item; /* item 0: of none */
	int number;       /* f2 */
	const char *item_printed;
	const char *body;              /* that adopted it; NULL */
	const char *report, *symbol;   /* that has it; NULL */
	const char *adopted;           /* date; NULL */
	const char *chapter, *subhead; /* above it there, as printed; NULL */
	const char *paragraph;         /* number of the chapeau's there: "4."; NULL */
	const char *chapeau;           /* NULL */
	const char *label;             /* "(c)", "4"; "" without one */
	const char *text, *ending;     /* ";", "." */
	bool numbered;                 /* else lettered */
	enum follow_up_state state;
	int actions; /* how many */
};

/* Those of the session, in their order. */
struct follow_up_row *store_follow_ups(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_follow_up(
	struct store *store, int64_t id, struct arena *arena, struct follow_up_row *row);
int64_t store_follow_up_find(struct store *store, int64_t session, int number); /* 0 = none */
/* One of the session with that text and, where both are known, that report; 0 = none. */
int64_t store_follow_up_same(struct store *store, int64_t session, const struct follow_up_row *row);

/* Adds it, last: everything of the row but id, number and actions. Its id; 0 on failure. */
int64_t store_follow_up_add(struct store *store, int64_t session, const struct follow_up_row *row,
	int *number, struct err *err);
/* What is not NULL (item: not 0) takes the place of what was; "" empties, and item -1. */
struct follow_up_edit {
	const char *text, *label, *body, *report, *symbol, *adopted;
	int64_t item;
};
bool store_follow_up_edit(
	struct store *store, int64_t id, const struct follow_up_edit *edit, struct err *err);
bool store_follow_up_set_state(
	struct store *store, int64_t id, enum follow_up_state state, struct err *err);
bool store_follow_up_move(struct store *store, int64_t id, int place, struct err *err);
bool store_follow_up_delete(struct store *store, int64_t id, struct err *err); /* with actions */

struct follow_up_action_row {
	int64_t id, follow_up, document;
	const char *text, *by_whom; /* by_whom NULL */
	const char *symbol;         /* of the document; NULL */
	const char *paragraph;      /* of it; NULL */
	int64_t at;
};
/* Those of one follow-up, or (0) of all of the session in the order of the list. */
struct follow_up_action_row *store_follow_up_actions(struct store *store, int64_t session,
	int64_t follow_up, struct arena *arena, size_t *count);
bool store_follow_up_act(struct store *store, int64_t session,
	const struct follow_up_action_row *row, struct err *err);
/* The action at that place (from 1). False: there is none. */
bool store_follow_up_unact(struct store *store, int64_t follow_up, int place, struct err *err);

#endif
