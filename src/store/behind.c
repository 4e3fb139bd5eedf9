/* SPDX-License-Identifier: MIT */
/* What stands behind a paragraph: a query for each kind, all with the same columns. */
#include "sql.h"
#include "store/behind.h"

#define BETWEEN " WHERE x.session = ?1 AND x.number BETWEEN ?2 AND ?3 ORDER BY x.number LIMIT ?4"
#define STARTED "(SELECT min(started) FROM span WHERE statement = s.id)"
#define NOTE                                                                                   \
	"(SELECT group_concat(text, '; ') FROM (SELECT text FROM point WHERE statement = x.id" \
	" ORDER BY rank, id))"
#define SUPPORTERS                                                                          \
	"(SELECT group_concat(list_name, ', ') FROM (SELECT list_name FROM point_support u" \
	" JOIN participant ON participant.id = u.participant WHERE u.point = x.id ORDER BY u.id))"
#define AMENDMENTS                                                                              \
	"SELECT x.number, r.item, x.statement, x.recommendation, x.id, NULL, NULL, NULL,"       \
	" p.list_name, g.running_name, i.printed, x.proposed, x.text, x.state FROM amendment x" \
	" JOIN recommendation r ON r.id = x.recommendation"                                     \
	" LEFT JOIN item i ON i.id = r.item LEFT JOIN participant p ON p.id = x.proposer"       \
	" LEFT JOIN participant g ON g.id = x.on_behalf"

/* number, item, statement, recommendation, amendment, document, statement's number, lead,
 * name, on behalf, item as printed, at, text, state */
static const struct {
	char kind;
	const char *query;
} queries[] = {
	{'s', "SELECT x.number, x.item, x.id, NULL, NULL, NULL, NULL, NULL, p.list_name,"
	      " g.running_name, i.printed, (SELECT min(started) FROM span WHERE statement = x.id),"
	      " " NOTE ", x.kind FROM statement x JOIN participant p ON p.id = x.participant"
	      " JOIN item i ON i.id = x.item LEFT JOIN participant g ON g.id = x.on_behalf" BETWEEN},
	{'p', "SELECT x.number, s.item, s.id, NULL, NULL, NULL, s.number, e.number, p.list_name,"
	      " g.running_name, i.printed, " STARTED ", x.text, " SUPPORTERS " FROM point x"
	      " JOIN statement s ON s.id = x.statement JOIN participant p ON p.id = s.participant"
	      " JOIN item i ON i.id = s.item LEFT JOIN participant g ON g.id = s.on_behalf"
	      " LEFT JOIN point_lead l ON l.point = x.id LEFT JOIN point e ON e.id = l.lead" BETWEEN},
	{'r', "SELECT x.number, x.item, NULL, x.id, NULL, NULL, NULL, NULL, p.list_name, NULL,"
	      " i.printed, coalesce((SELECT max(at) FROM act WHERE recommendation = x.id),"
	      " x.proposed), x.text, x.state FROM recommendation x"
	      " LEFT JOIN item i ON i.id = x.item LEFT JOIN participant p ON p.id = x.proposer" BETWEEN},
	{'a', AMENDMENTS BETWEEN},
	{'n', "SELECT x.number, x.item, x.statement, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
	      " i.printed, x.at, x.text, x.kind FROM conclusion x JOIN item i ON i.id = x.item" BETWEEN},
	{'d', "SELECT x.number, NULL, NULL, NULL, NULL, x.id, NULL, NULL, x.symbols, NULL, NULL, 0,"
	      " x.title, x.state FROM document x" BETWEEN},
	{'m', "SELECT x.number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
	      " x.opened, NULL, x.state FROM meeting x" BETWEEN},
};

static struct behind_row *read_rows(struct sql *q, char kind, struct arena *arena, size_t *count)
{
	struct behind_row *rows = NULL;

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct behind_row){.kind = kind,
			.number = sql_int(q, 0),
			.item = sql_int(q, 1),
			.statement = sql_int(q, 2),
			.recommendation = sql_int(q, 3),
			.amendment = sql_int(q, 4),
			.document = sql_int(q, 5),
			.statement_number = sql_int(q, 6),
			.lead = sql_int(q, 7),
			.name = sql_copy(q, 8, arena),
			.on_behalf = sql_copy(q, 9, arena),
			.item_printed = sql_copy(q, 10, arena),
			.at = sql_int(q, 11),
			.text = sql_copy(q, 12, arena),
			.state = sql_copy(q, 13, arena)};
	}
	return rows;
}

struct behind_row *store_behind(struct store *store, int64_t session, char kind, int64_t from,
	int64_t to, size_t limit, struct arena *arena, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++)
		if (queries[i].kind == kind)
			return read_rows(sql_query(store, queries[i].query, "iiii", session, from,
						 to, (int64_t)limit),
				kind, arena, count);
	return NULL;
}

struct behind_row *store_behind_text(
	struct store *store, int64_t recommendation, struct arena *arena, size_t *count)
{
	return read_rows(sql_query(store, AMENDMENTS " WHERE x.recommendation = ?1 ORDER BY x.id",
				 "i", recommendation),
		'a', arena, count);
}
