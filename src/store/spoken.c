/* SPDX-License-Identifier: MIT */
/*
 * Speaking time of delegations, added up from the spans when somebody wants to see the
 * table of it, along the log of an item or the numbers of a session. What stands beside
 * each name of a list, and must not wait for that, is in ledger.c.
 */
#include "sql.h"
#include "store/spoken.h"

/* A row for each delegation and capacity, and in the seventh column the delegation's
 * time in all capacities, by which they are ordered. */
#define SPOKEN(where)                                                               \
	"SELECT t.participant, p.list_name, p.region, coalesce(g.running_name,"     \
	" CASE p.kind WHEN 'group' THEN p.running_name END), t.ms / 1000, t.times," \
	" sum(t.ms) OVER (PARTITION BY t.participant) AS whole"                     \
	" FROM (SELECT s.participant, s.on_behalf, count(DISTINCT s.id) AS times,"  \
	" sum(max(coalesce(x.stopped, ?4), x.started) - x.started) AS ms"           \
	" FROM statement s CROSS JOIN span x ON x.statement = s.id"                 \
	" WHERE " where " AND ?1 IN(0, s.session) AND ?3 IN(0, s.meeting)"          \
	" GROUP BY s.participant, s.on_behalf) t"                                   \
	" JOIN participant p ON p.id = t.participant"                               \
	" LEFT JOIN participant g ON g.id = t.on_behalf WHERE t.ms > 0"             \
	" ORDER BY whole DESC, p.list_name, g.running_name"

struct spoken_row *store_spoken(struct store *store, int64_t session, int64_t item, int64_t meeting,
	int64_t now, struct arena *arena, size_t *count)
{
	struct spoken_row *rows = NULL;
	struct sql *q =
		item ? sql_query(store, SPOKEN("s.item = ?2"), "iiii", session, item, meeting, now)
		     : sql_query(store, SPOKEN("s.session = ?1 AND ?2 = 0"), "iiii", session, item,
			       meeting, now);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct spoken_row){.participant = sql_int(q, 0),
			.name = sql_copy(q, 1, arena),
			.region = sql_copy(q, 2, arena),
			.group = sql_copy(q, 3, arena),
			.seconds = sql_int(q, 4),
			.statements = (int)sql_int(q, 5)};
	}
	return rows;
}
