/* SPDX-License-Identifier: MIT */
/*
 * Presence. A row is a stay, from coming to leaving; who only ever spoke has no
 * row until he leaves, and gets one then that begins with his first speech.
 */
#include "sql.h"
#include "store/presence.h"

bool store_presence_add(struct store *store, int64_t session, int64_t participant, int64_t meeting,
	int64_t at, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO presence(session, participant, meeting, came)"
		" SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS(SELECT 1 FROM presence WHERE participant = ?2"
		" AND meeting IS ?3 AND left_at IS NULL)",
		"iini", session, participant, meeting, at);
}

static bool has_stay(struct store *store, int64_t participant, int64_t meeting)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM presence WHERE participant = ?1 AND meeting = ?2"
		       " AND left_at IS NULL LIMIT 1",
		       "ii", participant, meeting) != 0;
}

/* Of who spoke, since he last left, without having been registered. */
static bool end_heard(struct store *store, int64_t session, int64_t participant, int64_t meeting,
	int64_t at, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO presence(session, participant, meeting, came, left_at)"
		" SELECT ?1, ?2, ?3, min(sp.started), max(?4, max(sp.started)) FROM statement s"
		" JOIN span sp ON sp.statement = s.id WHERE s.participant = ?2 AND s.meeting = ?3"
		" AND sp.started > coalesce((SELECT max(left_at) FROM presence"
		" WHERE participant = ?2 AND meeting = ?3), -1) HAVING count(*) > 0",
		"iiii", session, participant, meeting, at);
}

bool store_presence_end(struct store *store, int64_t session, int64_t participant, int64_t meeting,
	int64_t at, struct err *err)
{
	if (meeting && !has_stay(store, participant, meeting) &&
		!end_heard(store, session, participant, meeting, at, err))
		return false;
	return sql_run(store, err,
		       "UPDATE presence SET left_at = max(came, ?4) WHERE session = ?1"
		       " AND participant = ?2 AND left_at IS NULL"
		       " AND (?3 IS NULL OR meeting IS NULL OR meeting = ?3)",
		       "iini", session, participant, meeting, at) &&
	       sql_run(store, err,
		       "UPDATE item_presence SET left_at = max(came, ?4) WHERE session = ?1"
		       " AND participant = ?2 AND left_at IS NULL"
		       " AND (?3 IS NULL OR meeting IS NULL OR meeting = ?3)",
		       "iini", session, participant, meeting, at);
}

bool store_item_presence_add(struct store *store, int64_t session, int64_t participant,
	int64_t item, int64_t meeting, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO item_presence(session, participant, item, meeting, came)"
		" SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS(SELECT 1 FROM item_presence"
		" WHERE participant = ?2 AND item = ?3 AND meeting IS ?4 AND left_at IS NULL)",
		"iiini", session, participant, item, meeting, at);
}

bool store_item_presence_end(struct store *store, int64_t session, int64_t participant,
	int64_t item, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"UPDATE item_presence SET left_at = max(came, ?4) WHERE session = ?1"
		" AND participant = ?2 AND item = ?3 AND left_at IS NULL",
		"iiii", session, participant, item, at);
}

#define HERE                                                                             \
	"EXISTS(SELECT 1 FROM presence x WHERE x.participant = p.id AND x.meeting IS ?2" \
	" AND x.left_at IS NULL) OR EXISTS(SELECT 1 FROM statement s"                    \
	" JOIN span sp ON sp.statement = s.id WHERE s.participant = p.id"                \
	" AND s.meeting = ?2 AND sp.started > coalesce((SELECT max(y.left_at)"           \
	" FROM presence y WHERE y.participant = p.id AND y.meeting = ?2), -1))"
#define SEEN                                                               \
	"EXISTS(SELECT 1 FROM presence x WHERE x.participant = p.id)"      \
	" OR EXISTS(SELECT 1 FROM statement s WHERE s.participant = p.id)" \
	" OR EXISTS(SELECT 1 FROM item_presence i WHERE i.session = ?1 AND i.participant = p.id)"

struct presence_row *store_presence(
	struct store *store, int64_t session, int64_t meeting, struct arena *arena, size_t *count)
{
	struct presence_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT p.id, " HERE ", " SEEN " FROM participant p WHERE p.session = ?1"
		" ORDER BY p.id",
		"in", session, meeting);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct presence_row){
			sql_int(q, 0), sql_int(q, 1) != 0, sql_int(q, 2) != 0};
	}
	return rows;
}

bool store_presence_taken(struct store *store, int64_t session, int64_t meeting)
{
	return sql_kept_value(store, 0,
		       "SELECT 1 FROM presence WHERE session = ?1 AND meeting = ?2 LIMIT 1", "ii",
		       session, meeting) != 0;
}
