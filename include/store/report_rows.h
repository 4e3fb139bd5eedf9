/* SPDX-License-Identifier: MIT */
/*
 * What the report reads of a session beyond what the views read too. Short
 * tables come whole; what was said comes in windows by keyset, so that no query
 * stays open between two slices. Rows are in the caller's arena, texts too.
 */
#ifndef STORE_REPORT_ROWS_H
#define STORE_REPORT_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "store/store.h"

struct report_joint { /* a further body of an item */
	int64_t item, body;
	const char *printed; /* its number there; NULL: the same */
};
struct report_joint *report_rows_joints(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

struct report_mandate { /* in the order of the items */
	int64_t item;
	const char *kind, *number, *title; /* title may be NULL */
};
struct report_mandate *report_rows_mandates(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

/* An item, during a meeting, as it happened: taken up there, or by a correction a
 * statement that was made there is on it. */
struct report_considered {
	int64_t item, meeting;
	bool told; /* set by the report: in a part that was issued */
};
struct report_considered *report_rows_considered(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

struct report_act { /* the agenda or the report was adopted; as it happened */
	bool of_report;
	int64_t item, meeting; /* 0 = not known */
	const char *form;      /* consensus, without_vote, … or NULL */
	bool orally_amended;
	int64_t id, at;
	bool organization; /* the organization of work was adopted with the agenda */
	int64_t after;     /* the last change of the agenda before it, by order of entry; 0: none */
	bool entrusted;    /* the Rapporteur was entrusted with the finalization of the report */
};
struct report_act *report_rows_acts(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

/* The participants that were ever registered as present, also if they left. */
int64_t *report_rows_seen(struct store *store, int64_t session, struct arena *arena, size_t *count);

/* True if any statement of the item has a point. */
bool report_rows_noted(struct store *store, int64_t item);

/* True if a statement of the item is the Chair's. */
bool report_rows_chair_spoke(struct store *store, int64_t item);

/* Where a window of statements begins: zeroed for the first one. rank is of the
 * last point that went out, "" for none. */
struct report_cursor {
	bool begun;
	int64_t place, statement, point;
	struct str rank;
};
void report_cursor_clear(struct report_cursor *cursor);

/* A statement with one of its points; as often as it has points, and once if it
 * has none. */
/* Has a recommendation been adopted? */
bool report_rows_recommended(struct store *store, int64_t session);

struct report_said {
	int64_t statement, participant, on_behalf; /* on_behalf 0 = for itself */
	int64_t statement_number;                  /* s12 */
	const char *kind, *person;                 /* person may be NULL */
	int64_t number;                            /* of the point: p7; 0 = none */
	const char *text;                          /* of the point; NULL = none */
};

/* The next rows in the order of the item's log, at most `limit` (room of
 * `rows`); the cursor moves on. Fewer than `limit`: the end. The statement that a
 * window ended with comes again, without a point if it has no further one. */
size_t report_rows_said(struct store *store, int64_t item, struct report_cursor *cursor,
	struct arena *arena, struct report_said rows[], size_t limit);

#endif
