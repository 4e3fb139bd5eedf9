/* SPDX-License-Identifier: MIT */
/*
 * Text being typed. Written in the database like anything else, but outside the
 * journal: nothing recorded is touched. Whose draft it is stands behind a tab in
 * the key of the table, so that two people at one note have one each; keys
 * without a tab are anybody's.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "internal.h"
#include "sql.h"
#include "store/draft.h"

/* Of the parameters ?2, the key, and ?3, the key with its person or NULL. */
#define IS_IT                              \
	"session = ?1 AND (key IN(?2, ?3)" \
	" OR (?3 IS NULL AND key > ?2 || char(9) AND key < ?2 || char(10)))"

void store_drafts_of(struct store *store, const char *origin)
{
	free(store->drafter);
	store->drafter = origin ? mem_strdup(origin) : NULL;
}

/* The key as the table has it; NULL where it is anybody's. Yours. */
static char *own_key(const struct store *store, const char *key)
{
	return store->drafter ? mem_printf("%s\t%s", key, store->drafter) : NULL;
}

static bool outside_a_change(struct store *store, struct err *err)
{
	return !store_read_only(store) || err_set(err, ERR_IO,
						  "the database may only be read: "
						  "see its permissions and those of its folder");
}

bool store_draft_save(struct store *store, int64_t session, const char *key, const char *text,
	int version, int64_t at, struct err *err)
{
	char *own = own_key(store, key);
	bool saved = outside_a_change(store, err) &&
		     sql_run(store, err,
			     "INSERT INTO draft(session, key, text, version, at)"
			     " VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(session, key)"
			     " DO UPDATE SET text = ?3, version = ?4, at = ?5",
			     "ittii", session, own ? own : key, text, (int64_t)version, at);

	free(own);
	return saved;
}

bool store_draft_drop(struct store *store, int64_t session, const char *key, struct err *err)
{
	char *own = own_key(store, key);
	/* Nothing is written where there is none: closing a field costs no commit. */
	bool none =
		!sql_value(store, 0, "SELECT 1 FROM draft WHERE " IS_IT, "itt", session, key, own);
	bool dropped = none || (outside_a_change(store, err) &&
				       sql_run(store, err, "DELETE FROM draft WHERE " IS_IT, "itt",
					       session, key, own));

	free(own);
	return dropped;
}

static void read_draft(struct sql *q, struct arena *arena, struct draft_row *row)
{
	const char *key = sql_text(q, 0);

	row->key = arena_strndup(arena, key, strcspn(key, "\t"));
	row->text = sql_copy(q, 1, arena);
	row->version = (int)sql_int(q, 2);
	row->at = sql_int(q, 3);
}

bool store_draft(struct store *store, int64_t session, const char *key, struct arena *arena,
	struct draft_row *row)
{
	char *own = own_key(store, key);
	struct sql *q = sql_query(store,
		"SELECT key, text, version, at FROM draft WHERE " IS_IT " ORDER BY at DESC LIMIT 1",
		"itt", session, key, own);
	bool found = sql_row(q);

	if (found) {
		read_draft(q, arena, row);
		sql_done(q);
	}
	free(own);
	return found;
}

struct draft_row *store_drafts(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct draft_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT key, text, version, at FROM draft WHERE session = ?1 AND (?2 IS NULL"
		" OR instr(key, char(9)) = 0 OR substr(key, instr(key, char(9)) + 1) = ?2)"
		" ORDER BY at",
		"it", session, store->drafter);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		read_draft(q, arena, &rows[*count]);
	}
	return rows;
}
