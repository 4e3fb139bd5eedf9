/* SPDX-License-Identifier: MIT */
/*
 * What follows from the record at once: how many statements and recommendations
 * an item has, and whether what others remember of it still holds. Both are
 * brought up to date from the changeset alone, so that do, undo and redo are the
 * same to them. What may wait a moment, the words for search, is in
 * search_index.c.
 */
#include <string.h>

#include "change.h"
#include "derive.h"
#include "internal.h"
#include "search_index.h"

/* Columns of the recorded tables that are looked at here (schema.c). */
enum { STATEMENT_ITEM = 3, STATEMENT_PARTICIPANT = 6, RECOMMENDATION_ITEM = 5 };

static bool count(
	struct store *store, int64_t item, int statements, int recommendations, struct err *err)
{
	return item == 0 ||
	       sql_run(store, err,
		       "INSERT INTO item_count(item, statements,"
		       " recommendations) VALUES(?1, ?2, ?3) ON CONFLICT(item) DO UPDATE SET"
		       " statements = statements + ?2, recommendations = recommendations + ?3",
		       "iii", item, (int64_t)statements, (int64_t)recommendations);
}

/* An update that left the item alone has 0 for both, old and new. */
static bool recount(struct store *store, const struct change *change, int column, bool statement,
	struct err *err)
{
	int64_t before = change_old(change, column), after = change_new(change, column);

	return count(store, before, -statement, -!statement, err) &&
	       count(store, after, statement, !statement, err);
}

/* What others remember: the tables, by the beginnings of their names. */
static const struct remembered {
	const char *table;
	enum store_family family;
} remembered[] = {
	{"body", STORE_SLOTS},
	{"consideration", STORE_SLOTS}, /* what was taken up in them */
	{"item", STORE_SLOTS},
	{"meeting", STORE_SLOTS},
	{"participant", STORE_ROSTER},
	{"presence", STORE_ROSTER},
	{"rule", STORE_RULES},
	{"session", STORE_TEMPLATE}, /* its language */
	{"slot", STORE_SLOTS},
	{"template", STORE_TEMPLATE},
};

static void move_versions(struct store *store, const char *table)
{
	for (size_t i = 0; i < sizeof remembered / sizeof remembered[0]; i++)
		if (strncmp(table, remembered[i].table, strlen(remembered[i].table)) == 0)
			store->versions[remembered[i].family]++;
}

const int64_t *store_versions(struct store *store)
{
	int64_t seen = kept_outside(store);

	for (int i = 0; seen != store->versions_seen && i < STORE_FAMILIES; i++)
		store->versions[i]++;
	store->versions_seen = seen;
	return store->versions;
}

/* The first statement makes somebody present who did not register, until the last is taken
 * back; those in between change nothing. */
static void move_roster(struct store *store, int64_t participant)
{
	if (participant &&
		sql_value(store, 0,
			"SELECT count(*) FROM (SELECT 1 FROM statement WHERE participant = ?1"
			" LIMIT 2)",
			"i", participant) < 2)
		store->versions[STORE_ROSTER]++;
}

static bool derive_row(struct store *store, const struct change *change, struct err *err)
{
	if (strcmp(change->table, "statement") == 0) {
		move_roster(store, change_old(change, STATEMENT_PARTICIPANT));
		move_roster(store, change_new(change, STATEMENT_PARTICIPANT));
		return recount(store, change, STATEMENT_ITEM, true, err);
	}
	if (strcmp(change->table, "recommendation") == 0)
		return recount(store, change, RECOMMENDATION_ITEM, false, err);
	move_versions(store, change->table);
	return true;
}

bool derive_change(struct store *store, void *changeset, int length, struct err *err)
{
	struct walk walk = change_walk(changeset, (size_t)length);
	struct change change;
	bool good = true;

	while (change_next(&walk, &change))
		good = good && derive_row(store, &change, err);
	return good;
}

static bool derive_within(struct store *store, struct err *err)
{
	return sql_script(store,
		       "DELETE FROM item_count;"
		       "INSERT INTO item_count(item, statements, recommendations) SELECT i.id,"
		       " (SELECT count(*) FROM statement s WHERE s.item = i.id),"
		       " (SELECT count(*) FROM recommendation r WHERE r.item = i.id) FROM item i;",
		       err) &&
	       search_index_all(store, err) &&
	       sql_run(store, err,
		       "INSERT INTO counter(session, kind, last)"
		       " SELECT session, 'statement', max(number) FROM statement GROUP BY session"
		       " UNION ALL SELECT session, 'recommendation', max(number) FROM recommendation GROUP BY session"
		       " UNION ALL SELECT session, 'point', max(number) FROM point GROUP BY session"
		       " UNION ALL SELECT session, 'document', max(number) FROM document GROUP BY session"
		       " UNION ALL SELECT session, 'meeting', max(number) FROM meeting GROUP BY session"
		       " UNION ALL SELECT session, 'survey', max(number) FROM survey GROUP BY session"
		       " UNION ALL SELECT session, 'contribution', max(number) FROM contribution GROUP BY session"
		       " UNION ALL SELECT session, 'follow_up', max(number) FROM follow_up GROUP BY session"
		       " UNION ALL SELECT session, 'amendment', max(number) FROM amendment GROUP BY session"
		       " UNION ALL SELECT session, 'comment', max(number) FROM comment GROUP BY session"
		       " UNION ALL SELECT session, 'non_paper', max(number) FROM non_paper GROUP BY session"
		       " UNION ALL SELECT session, 'paragraph', max(number) FROM paragraph GROUP BY session"
		       " UNION ALL SELECT session, 'part', max(number) FROM part GROUP BY session"
		       " UNION ALL SELECT session, 'conclusion', max(number) FROM conclusion GROUP BY session"
		       " ON CONFLICT(session, kind) DO UPDATE SET last = max(last, excluded.last)",
		       "");
}

bool derive_all(struct store *store, struct err *err)
{
	bool good = sql_run(store, err, "BEGIN IMMEDIATE", "") && derive_within(store, err) &&
		    sql_run(store, err, "COMMIT", "");

	if (!sqlite3_get_autocommit(store->db))
		sql_run(store, NULL, "ROLLBACK", "");
	return good;
}

bool derive_check(struct store *store, struct err *err)
{
	int64_t wrong = sql_value(store, 0,
		"SELECT count(*) FROM item i LEFT JOIN item_count c"
		" ON c.item = i.id WHERE coalesce(c.statements, 0) <>"
		" (SELECT count(*) FROM statement s WHERE s.item = i.id) OR coalesce(c.recommendations, 0)"
		" <> (SELECT count(*) FROM recommendation r WHERE r.item = i.id)",
		"");

	return (wrong == 0 && search_index_fits(store)) ||
	       err_set(err, ERR_DATA,
		       "search or the counts do not fit the record: 'rapporteur check --repair' builds them anew");
}
