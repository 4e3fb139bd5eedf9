/* SPDX-License-Identifier: MIT */
/* Comments from the floor on texts. */
#include "number.h"
#include "store/comment.h"

#define COLUMNS                                                                         \
	"c.id, c.recommendation, c.amendment, c.number, r.number, a.number, c.version," \
	" c.words, c.text, c.participant, c.on_behalf, c.statement, p.list_name,"       \
	" g.list_name, s.number, m.number, c.at, c.settled FROM comment c"              \
	" JOIN recommendation r ON r.id = c.recommendation"                             \
	" LEFT JOIN amendment a ON a.id = c.amendment"                                  \
	" LEFT JOIN participant p ON p.id = c.participant"                              \
	" LEFT JOIN participant g ON g.id = c.on_behalf"                                \
	" LEFT JOIN statement s ON s.id = c.statement"                                  \
	" LEFT JOIN meeting m ON m.id = c.meeting"

static struct comment_row read_row(struct sql *q, struct arena *arena)
{
	return (struct comment_row){.id = sql_int(q, 0),
		.recommendation = sql_int(q, 1),
		.amendment = sql_int(q, 2),
		.number = (int)sql_int(q, 3),
		.recommendation_number = (int)sql_int(q, 4),
		.amendment_number = (int)sql_int(q, 5),
		.version = (int)sql_int(q, 6),
		.words = sql_copy(q, 7, arena),
		.text = sql_copy(q, 8, arena),
		.participant = sql_int(q, 9),
		.on_behalf = sql_int(q, 10),
		.statement = sql_int(q, 11),
		.name = sql_copy(q, 12, arena),
		.on_behalf_name = sql_copy(q, 13, arena),
		.statement_number = (int)sql_int(q, 14),
		.meeting = (int)sql_int(q, 15),
		.at = sql_int(q, 16),
		.settled = sql_int(q, 17)};
}

struct comment_row *store_comments(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, size_t *count)
{
	struct comment_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS " WHERE c.session = ?1 AND (?2 = 0 OR c.recommendation = ?2)"
		" ORDER BY c.number",
		"ii", session, recommendation);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
	}
	return rows;
}

bool store_comment(struct store *store, int64_t id, struct arena *arena, struct comment_row *row)
{
	struct sql *q = sql_query(store, "SELECT " COLUMNS " WHERE c.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

int64_t store_comment_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM comment WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

int64_t store_comment_add(
	struct store *store, const struct comment_new *new, int *number, struct err *err)
{
	*number = number_next(store, new->session, "comment", err);
	if (*number == 0 ||
		!sql_run(store, err,
			"INSERT INTO comment(session, number, recommendation, amendment, version,"
			" words, participant, on_behalf, statement, text, meeting, at)"
			" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
			"iiinitnnntni", new->session, (int64_t)*number, new->recommendation,
			new->amendment, (int64_t) new->version, new->words, new->participant,
			new->on_behalf, new->statement, new->text, new->meeting, new->at))
		return 0;
	return sql_inserted(store);
}

bool store_comment_settle(struct store *store, int64_t id, int64_t at, struct err *err)
{
	return sql_run(store, err, "UPDATE comment SET settled = ?2 WHERE id = ?1", "in", id, at);
}

int64_t store_comments_open(struct store *store, int64_t session, int64_t recommendation)
{
	return sql_value(store, 0,
		"SELECT count(*) FROM comment WHERE session = ?1 AND settled IS NULL"
		" AND (?2 = 0 OR recommendation = ?2)",
		"ii", session, recommendation);
}
