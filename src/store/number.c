/* SPDX-License-Identifier: MIT */
/* Stable numbers from the counter table, which is never recorded and so never
 * taken back; and ranks from their neighbours. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/rank.h"
#include "internal.h"
#include "number.h"

static int last_number(struct store *store, int64_t session, const char *kind, struct err *err)
{
	int number = (int)sql_value(store, 0,
		"SELECT last FROM counter WHERE session = ?1 AND kind = ?2", "it", session, kind);

	if (number > 0)
		return number;
	if (sql_reads_good(store, err))
		err_set(err, ERR_DATA,
			"the numbers are damaged: 'rapporteur check --repair' builds them anew");
	return 0;
}

int number_next(struct store *store, int64_t session, const char *kind, struct err *err)
{
	if (!sql_run(store, err,
		    "INSERT INTO counter(session, kind, last) VALUES(?1, ?2, 1)"
		    " ON CONFLICT(session, kind) DO UPDATE SET last = last + 1",
		    "it", session, kind))
		return 0;
	return last_number(store, session, kind, err);
}

int number_version(struct store *store, int64_t session, const char *what, int64_t id,
	int64_t above, struct err *err)
{
	char kind[64];

	snprintf(kind, sizeof kind, "%s %lld", what, (long long)id);
	if (!sql_run(store, err,
		    "INSERT INTO counter(session, kind, last) VALUES(?1, ?2, ?3 + 1)"
		    " ON CONFLICT(session, kind) DO UPDATE SET last = max(last, ?3) + 1",
		    "iti", session, kind, above))
		return 0;
	return last_number(store, session, kind, err);
}

void rank_put(struct store *store, struct str *rank, const char *before, const char *after)
{
	if (rank_between(before, after, rank))
		return;
	err_set(&store->broken, ERR_DATA,
		"the database is damaged (the order of a list): bring back a copy with "
		"'rapporteur restore'");
	/* What stands in for it is never committed. */
	str_reset(rank);
	str_add(rank, "a1");
}

const char *rank_next(struct store *store, struct str *rank)
{
	char *before = rank->length ? mem_strdup(rank->text) : NULL;

	str_reset(rank);
	rank_put(store, rank, before, NULL);
	free(before);
	return rank->text;
}

void rank_after(struct store *store, struct str *rank, const char *last, int64_t of)
{
	struct sql *q = sql_query(store, last, "i", of);
	char *before = NULL;

	if (sql_row(q)) {
		before = sql_null(q, 0) ? NULL : mem_strdup(sql_text(q, 0));
		sql_done(q);
	}
	rank_put(store, rank, before, NULL);
	free(before);
}

static char *rank_of_nth(struct store *store, const char *nth, int64_t list, int64_t id, int offset)
{
	struct sql *q = sql_query(store, nth, "iii", list, id, (int64_t)offset);
	char *rank = NULL;

	if (sql_row(q)) {
		rank = mem_strdup(sql_text(q, 0));
		sql_done(q);
	}
	return rank;
}

void rank_at(
	struct store *store, struct str *rank, const char *nth, int64_t list, int64_t id, int place)
{
	char *before = place > 1 ? rank_of_nth(store, nth, list, id, place - 2) : NULL;
	char *after = rank_of_nth(store, nth, list, id, place < 1 ? 0 : place - 1);

	/* Two have the same rank when an undo brings one back to where another was put
	 * meanwhile: then it is behind both. */
	while (before && after && strcmp(after, before) <= 0) {
		free(after);
		after = rank_of_nth(store, nth, list, id, place++);
	}
	rank_put(store, rank, before, after);
	free(before);
	free(after);
}
