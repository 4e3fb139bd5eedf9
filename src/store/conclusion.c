/* SPDX-License-Identifier: MIT */
/* Conclusions of the Chair as rows. */
#include "store/conclusion.h"

#include "number.h"

#define COLUMNS                                                                                         \
	"c.id, c.item, c.statement, c.meeting, c.number, c.version, c.kind = 'request',"                \
	" c.text, c.who, c.due, c.done, c.at, i.printed, i.title, m.number, s.number FROM conclusion c" \
	" JOIN item i ON i.id = c.item LEFT JOIN meeting m ON m.id = c.meeting"                         \
	" LEFT JOIN statement s ON s.id = c.statement"

static struct conclusion_row read_row(struct sql *q, struct arena *arena)
{
	return (struct conclusion_row){.id = sql_int(q, 0),
		.item = sql_int(q, 1),
		.statement = sql_int(q, 2),
		.meeting = sql_int(q, 3),
		.number = (int)sql_int(q, 4),
		.version = (int)sql_int(q, 5),
		.request = sql_int(q, 6) != 0,
		.text = sql_copy(q, 7, arena),
		.who = sql_copy(q, 8, arena),
		.due = sql_copy(q, 9, arena),
		.done = sql_int(q, 10),
		.at = sql_int(q, 11),
		.item_printed = sql_copy(q, 12, arena),
		.item_title = sql_copy(q, 13, arena),
		.meeting_number = (int)sql_int(q, 14),
		.statement_number = (int)sql_int(q, 15)};
}

struct conclusion_row *store_conclusions(
	struct store *store, int64_t session, int64_t item, struct arena *arena, size_t *count)
{
	struct conclusion_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS " WHERE c.session = ?1 AND (?2 = 0 OR c.item = ?2)"
		" ORDER BY c.item, c.number",
		"ii", session, item);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
	}
	return rows;
}

bool store_conclusion(
	struct store *store, int64_t id, struct arena *arena, struct conclusion_row *row)
{
	struct sql *q = sql_query(store, "SELECT " COLUMNS " WHERE c.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

int64_t store_conclusion_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM conclusion WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

int64_t store_conclusion_add(
	struct store *store, const struct conclusion_new *new, int *number, struct err *err)
{
	*number = number_next(store, new->session, "conclusion", err);
	if (*number == 0 ||
		!sql_run(store, err,
			"INSERT INTO conclusion(session, number, item, kind, text, who, due,"
			" statement, meeting, at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
			"iiittttnni", new->session, (int64_t)*number, new->item,
			new->request ? "request" : "conclusion", new->text, new->who, new->due,
			new->statement, new->meeting, new->at))
		return 0;
	return sql_inserted(store);
}

bool store_conclusion_set(struct store *store, const struct conclusion_row *row, struct err *err)
{
	int64_t session =
		sql_value(store, 0, "SELECT session FROM conclusion WHERE id = ?1", "i", row->id);
	int64_t is =
		sql_value(store, 0, "SELECT version FROM conclusion WHERE id = ?1", "i", row->id);
	int64_t next = number_version(store, session, "conclusion text", row->id, is, err);

	return next &&
	       sql_run(store, err,
		       "UPDATE conclusion SET item = ?2, kind = ?3, text = ?4, who = ?5, due = ?6,"
		       " version = ?7 WHERE id = ?1",
		       "iitttti", row->id, row->item, row->request ? "request" : "conclusion",
		       row->text, row->who, row->due, next);
}

bool store_conclusion_done(struct store *store, int64_t id, int64_t at, struct err *err)
{
	return sql_run(store, err, "UPDATE conclusion SET done = ?2 WHERE id = ?1", "in", id, at);
}

bool store_conclusion_delete(struct store *store, int64_t id, struct err *err)
{
	return sql_run(store, err, "DELETE FROM conclusion WHERE id = ?1", "i", id);
}
