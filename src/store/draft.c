/* SPDX-License-Identifier: MIT */
/* Text being typed. Written in the database like anything else, but outside the
 * journal: nothing recorded is touched. */
#include "sql.h"
#include "store/draft.h"

static bool outside_a_change(struct store *store, struct err *err)
{
	return !store_read_only(store) || err_set(err, ERR_IO,
						  "the database may only be read: "
						  "see its permissions and those of its folder");
}

bool store_draft_save(struct store *store, int64_t session, const char *key, const char *text,
	int version, int64_t at, struct err *err)
{
	return outside_a_change(store, err) &&
	       sql_run(store, err,
		       "INSERT INTO draft(session, key,"
		       " text, version, at) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(session, key) DO UPDATE SET"
		       " text = ?3, version = ?4, at = ?5",
		       "ittii", session, key, text, (int64_t)version, at);
}

bool store_draft_drop(struct store *store, int64_t session, const char *key, struct err *err)
{
	/* Nothing is written where there is none: closing a field costs no commit. */
	return !sql_value(store, 0, "SELECT 1 FROM draft WHERE session = ?1 AND key = ?2", "it",
		       session, key) ||
	       (outside_a_change(store, err) &&
		       sql_run(store, err, "DELETE FROM draft WHERE session = ?1 AND key = ?2",
			       "it", session, key));
}

static void read_draft(struct sql *q, struct arena *arena, struct draft_row *row)
{
	row->key = sql_copy(q, 0, arena);
	row->text = sql_copy(q, 1, arena);
	row->version = (int)sql_int(q, 2);
	row->at = sql_int(q, 3);
}

bool store_draft(struct store *store, int64_t session, const char *key, struct arena *arena,
	struct draft_row *row)
{
	struct sql *q = sql_query(store,
		"SELECT key, text, version, at FROM draft WHERE session = ?1"
		" AND key = ?2",
		"it", session, key);

	if (!sql_row(q))
		return false;
	read_draft(q, arena, row);
	sql_done(q);
	return true;
}

struct draft_row *store_drafts(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	size_t total = (size_t)sql_value(
		store, 0, "SELECT count(*) FROM draft WHERE session = ?1", "i", session);
	struct draft_row *rows = arena_alloc(arena, (total + 1) * sizeof *rows);
	struct sql *q = sql_query(store,
		"SELECT key, text, version, at FROM draft WHERE session = ?1"
		" ORDER BY at",
		"i", session);

	for (*count = 0; sql_row(q);)
		if (*count < total)
			read_draft(q, arena, &rows[(*count)++]);
	return rows;
}
