/* SPDX-License-Identifier: MIT */
/* Warnings of the drafting check that are not wanted. */
#include "sql.h"
#include "store/silence.h"

struct silence_row *store_silences(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct silence_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT rule, words FROM silence WHERE session = ?1 ORDER BY rule, words", "i",
		session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct silence_row){sql_copy(q, 0, arena), sql_copy(q, 1, arena)};
	}
	return rows;
}

bool store_silence_is(struct store *store, int64_t session, const char *rule, const char *words)
{
	return sql_value(store, 0,
		       "SELECT count(*) FROM silence WHERE session = ?1 AND rule = ?2"
		       " AND words = ?3",
		       "itt", session, rule, words) != 0;
}

bool store_silence_add(
	struct store *store, int64_t session, const char *rule, const char *words, struct err *err)
{
	return sql_run(store, err, "INSERT INTO silence(session, rule, words) VALUES(?1, ?2, ?3)",
		"itt", session, rule, words);
}

bool store_silence_remove(
	struct store *store, int64_t session, const char *rule, const char *words, struct err *err)
{
	return sql_run(store, err,
		"DELETE FROM silence WHERE session = ?1 AND rule = ?2 AND words = ?3", "itt",
		session, rule, words);
}
