/* SPDX-License-Identifier: MIT */
/*
 * What follows from the record: the words that search looks in, how many
 * statements and recommendations an item has, and whether the roster that others
 * remember still holds. Both are brought up to date from
 * the changeset alone, so that do, undo and redo are the same to them.
 *
 * A row of `search` is a statement (its speaker and its note) or a recommendation;
 * its rowid is the id, for a recommendation with DERIVE_RECOMMENDATION added. `scope` is the one
 * word "s" and the session, so that sessions do not slow each other down.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/str.h"
#include "change.h"
#include "derive.h"
#include "internal.h"

/* Columns of the recorded tables that are looked at here (schema.c). */
enum {
	STATEMENT_ITEM = 3,
	RECOMMENDATION_ITEM = 5,
	POINT_STATEMENT = 3,
	PARTICIPANT_LIST_NAME = 7
};

static bool put(
	struct store *store, int64_t rowid, int64_t session, const char *text, struct err *err)
{
	char scope[32], *fold = fold_key(text);
	bool good;

	sqlite3_snprintf(sizeof scope, scope, "s%lld", (long long)session);
	good = sql_run(store, err, "INSERT INTO search(rowid, scope, fold) VALUES(?1, ?2, ?3)",
		"itt", rowid, scope, fold);
	free(fold);
	return good;
}

static bool drop(struct store *store, int64_t rowid, struct err *err)
{
	return sql_run(store, err, "DELETE FROM search WHERE rowid = ?1", "i", rowid);
}

static void add_points(struct store *store, int64_t id, struct str *text)
{
	struct sql *q = sql_query(
		store, "SELECT text FROM point WHERE statement = ?1 ORDER BY rank", "i", id);

	while (sql_row(q))
		str_addf(text, "\n%s", sql_text(q, 0));
}

static bool index_statement(struct store *store, int64_t id, struct err *err)
{
	struct sql *q = sql_query(store,
		"SELECT s.session, p.list_name, coalesce(s.person, ''),"
		" coalesce(g.list_name, '') FROM statement s JOIN participant p ON p.id = s.participant"
		" LEFT JOIN participant g ON g.id = s.on_behalf WHERE s.id = ?1",
		"i", id);
	struct str text;
	int64_t session;
	bool good;

	if (!sql_row(q))
		return true;
	session = sql_int(q, 0);
	str_init(&text);
	str_addf(&text, "%s %s %s", sql_text(q, 1), sql_text(q, 2), sql_text(q, 3));
	sql_done(q);
	add_points(store, id, &text);
	good = put(store, id, session, text.text, err);
	str_clear(&text);
	return good;
}

static bool index_recommendation(struct store *store, int64_t id, struct err *err)
{
	struct sql *q = sql_query(store,
		"SELECT r.session, r.text, coalesce(p.list_name, '')"
		" FROM recommendation r LEFT JOIN participant p ON p.id = r.proposer WHERE r.id = ?1",
		"i", id);
	struct str text;
	int64_t session;
	bool good;

	if (!sql_row(q))
		return true;
	session = sql_int(q, 0);
	str_init(&text);
	str_addf(&text, "%s %s", sql_text(q, 1), sql_text(q, 2));
	sql_done(q);
	good = put(store, DERIVE_RECOMMENDATION + id, session, text.text, err);
	str_clear(&text);
	return good;
}

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

static bool statement_changed(struct store *store, int64_t id, struct err *err)
{
	return drop(store, id, err) && index_statement(store, id, err);
}

/* The statement of a changed point: of an update that did not move it the
 * changeset does not say which, so that the row is asked. */
static int64_t statement_of(struct store *store, const struct change *change)
{
	int64_t id = change_new(change, POINT_STATEMENT);

	if (id == 0)
		id = change_old(change, POINT_STATEMENT);
	return id ? id
		  : sql_value(
			    store, 0, "SELECT statement FROM point WHERE id = ?1", "i", change->id);
}

static bool recommendation_changed(struct store *store, int64_t id, struct err *err)
{
	return drop(store, DERIVE_RECOMMENDATION + id, err) && index_recommendation(store, id, err);
}

/* Under another name it is found again wherever it spoke. */
static bool participant_renamed(struct store *store, int64_t id, struct err *err)
{
	struct sql *q = sql_query(store,
		"SELECT id FROM statement WHERE participant = ?1 OR on_behalf = ?1", "i", id);
	bool good = true;

	while (good && sql_row(q))
		good = statement_changed(store, sql_int(q, 0), err);
	if (!good)
		sql_done(q);
	q = good ? sql_query(store, "SELECT id FROM recommendation WHERE proposer = ?1", "i", id)
		 : NULL;
	while (good && sql_row(q))
		good = recommendation_changed(store, sql_int(q, 0), err);
	if (q && !good)
		sql_done(q);
	return good;
}

static bool derive_row(
	struct store *store, const struct change *change, int64_t *last, struct err *err)
{
	int64_t statement = 0;

	if (strcmp(change->table, "statement") == 0) {
		if (!recount(store, change, STATEMENT_ITEM, true, err))
			return false;
		statement = change->id;
	} else if (strcmp(change->table, "point") == 0) {
		statement = statement_of(store, change);
	} else if (strncmp(change->table, "participant", strlen("participant")) == 0 ||
		   strcmp(change->table, "presence") == 0) {
		store->roster_version++;
		if (strcmp(change->table, "participant") == 0 &&
			change->operation == SQLITE_UPDATE &&
			change_has(change, PARTICIPANT_LIST_NAME))
			return participant_renamed(store, change->id, err);
	} else if (strcmp(change->table, "recommendation") == 0) {
		return recount(store, change, RECOMMENDATION_ITEM, false, err) &&
		       recommendation_changed(store, change->id, err);
	}
	if (statement == 0 || statement == *last) /* ten points of one note: once */
		return true;
	*last = statement;
	return statement_changed(store, statement, err);
}

bool derive_change(struct store *store, void *changeset, int length, struct err *err)
{
	struct walk walk = change_walk(changeset, (size_t)length);
	struct change change;
	int64_t last = 0;
	bool good = true;

	while (change_next(&walk, &change))
		good = good && derive_row(store, &change, &last, err);
	return good;
}

static bool index_all(struct store *store, bool statements, struct err *err)
{
	struct sql *q = statements ? sql_query(store, "SELECT id FROM statement", "")
				   : sql_query(store, "SELECT id FROM recommendation", "");
	bool good = true;

	while (good && sql_row(q))
		good = statements ? index_statement(store, sql_int(q, 0), err)
				  : index_recommendation(store, sql_int(q, 0), err);
	if (!good)
		sql_done(q);
	return good;
}

static bool derive_within(struct store *store, struct err *err)
{
	return sql_script(store,
		       "DELETE FROM search; DELETE FROM item_count;"
		       "INSERT INTO item_count(item, statements, recommendations) SELECT i.id,"
		       " (SELECT count(*) FROM statement s WHERE s.item = i.id),"
		       " (SELECT count(*) FROM recommendation r WHERE r.item = i.id) FROM item i;",
		       err) &&
	       index_all(store, true, err) && index_all(store, false, err) &&
	       sql_run(store, err,
		       "INSERT INTO counter(session, kind, last)"
		       " SELECT session, 'statement', max(number) FROM statement GROUP BY session"
		       " UNION ALL SELECT session, 'recommendation', max(number) FROM recommendation GROUP BY session"
		       " UNION ALL SELECT session, 'point', max(number) FROM point GROUP BY session"
		       " UNION ALL SELECT session, 'document', max(number) FROM document GROUP BY session"
		       " UNION ALL SELECT session, 'meeting', max(number) FROM meeting GROUP BY session"
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
	int64_t rows = sql_value(store, 0,
		"SELECT (SELECT count(*) FROM statement)"
		" + (SELECT count(*) FROM recommendation) - (SELECT count(*) FROM search)",
		"");

	return (wrong == 0 && rows == 0) ||
	       err_set(err, ERR_DATA,
		       "search or the counts do not fit the record: 'rapporteur check --repair' builds them anew");
}
