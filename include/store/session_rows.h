/* SPDX-License-Identifier: MIT */
/*
 * A whole session as rows, out and in again, for a file that carries it to another machine.
 * Ids are counted from 1 in each table, so that the rows of a session that was taken are
 * those of the session that it came from. With the rows go the counters of its numbers; the
 * journal stays behind: what is undone is undone where it was done.
 */
#ifndef STORE_SESSION_ROWS_H
#define STORE_SESSION_ROWS_H

#include <stddef.h>

#include "store/store.h"

struct session_cell {
	const char *column;
	const char *text; /* NULL: a number */
	int64_t number;
};

/* Gets a row: the table and its cells, those that are NULL left out. False ends the walk. */
typedef bool session_row_taker(
	void *data, const char *table, const struct session_cell cells[], size_t count);
/* The session's own row first, then table by table, each by id. For a rapporteur requests,
 * proposers, supporters and addresses stay behind (design, "floor"). */
bool store_session_rows(struct store *store, int64_t session, bool for_rapporteur,
	session_row_taker *take, void *data);

/* Taking one in, within a change. */
struct session_taking;
struct session_taking *store_session_taking_new(struct store *store);
void store_session_taking_free(struct session_taking *taking);
/* Takes a row that store_session_rows gave; the session's own first, under the key (NULL: its
 * own). ERR_DATA for a table or column that there is not, a value out of place. */
bool store_session_take(struct session_taking *taking, const char *key, const char *table,
	const struct session_cell cells[], size_t count, struct err *err);
/* The session that was taken, once all rows have come; 0 with ERR_DATA if it lacks any. */
int64_t store_session_taken(const struct session_taking *taking, struct err *err);

#endif
