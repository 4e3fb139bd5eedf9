/* SPDX-License-Identifier: MIT */
/* Who sponsors a recommendation or an amendment. */
#include "sql.h"
#include "store/sponsor.h"

#define OF_THE_ONE " WHERE (s.recommendation = ?1 OR s.amendment = ?2)"

struct sponsor_row *store_sponsors(struct store *store, int64_t recommendation, int64_t amendment,
	struct arena *arena, size_t *count)
{
	struct sponsor_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT s.participant, p.list_name, s.at FROM sponsor s"
		" JOIN participant p ON p.id = s.participant" OF_THE_ONE " ORDER BY s.id",
		"nn", recommendation, amendment);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] =
			(struct sponsor_row){sql_int(q, 0), sql_copy(q, 1, arena), sql_int(q, 2)};
	}
	return rows;
}

bool store_sponsor_is(
	struct store *store, int64_t recommendation, int64_t amendment, int64_t participant)
{
	return sql_value(store, 0,
		       "SELECT count(*) FROM sponsor s" OF_THE_ONE " AND s.participant = ?3", "nni",
		       recommendation, amendment, participant) != 0;
}

bool store_sponsor_add(struct store *store, int64_t session, int64_t recommendation,
	int64_t amendment, int64_t participant, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO sponsor(session, recommendation, amendment, participant, at)"
		" VALUES(?1, ?2, ?3, ?4, ?5)",
		"innii", session, recommendation, amendment, participant, at);
}

bool store_sponsor_remove(struct store *store, int64_t recommendation, int64_t amendment,
	int64_t participant, struct err *err)
{
	return sql_run(store, err,
		"DELETE FROM sponsor WHERE (recommendation = ?1 OR amendment = ?2)"
		" AND participant = ?3",
		"nni", recommendation, amendment, participant);
}
