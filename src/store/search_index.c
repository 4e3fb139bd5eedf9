/* SPDX-License-Identifier: MIT */
/*
 * The words that search looks in. They follow the record by the changesets of the
 * journal, as the other derived tables do, but later: what a command wrote is
 * indexed when somebody searches, when nobody has pressed a key for a moment and
 * when the database is closed, so that no command waits for it. The counter
 * `searched` (session 0) is the last row of the journal that is in; whoever finds
 * more brings them in, whichever program wrote them.
 *
 * A row of `search` is a statement (its speaker and its note), a recommendation, an
 * amendment (the words that it changes: forty to one text are not forty times that text),
 * a comment, a position, a recommendation of an earlier session (and what was done about
 * it), a document or a contribution; its rowid is the id with the kind above it (SEARCH_ROW).
 * `scope` is the one word "s" and the session, so that sessions do not slow each
 * other down.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/str.h"
#include "change.h"
#include "internal.h"
#include "model/diff.h"
#include "search_index.h"
#include "store/amendment.h"
#include "store/search.h"

enum {
	/* columns of the recorded tables (schema.c) */
	POINT_STATEMENT = 3,
	ACTION_FOLLOW_UP = 2,
	PARTICIPANT_LIST_NAME = 7,
	BATCH = 200 /* rows of the journal in a transaction: some 10 ms */
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

/* The words that are in one of the two texts alone. */
static void add_changed(const char *base, const char *text, struct str *out)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct diff_piece *pieces = diff_words(&arena, base, text, &count);
	for (size_t i = 0; i < count; i++)
		if (pieces[i].kind != DIFF_SAME)
			str_addf(out, " %s", pieces[i].text);
	arena_clear(&arena);
}

static bool index_amendment(struct store *store, int64_t id, struct err *err)
{
	struct arena arena;
	struct amendment_row row;
	struct str text;
	int64_t session =
		sql_value(store, 0, "SELECT session FROM amendment WHERE id = ?1", "i", id);
	bool good = true;

	arena_init(&arena);
	str_init(&text);
	if (store_amendment(store, id, &arena, &row)) {
		str_addf(&text, "%s %s %s", row.proposer_name ? row.proposer_name : "",
			row.on_behalf_name ? row.on_behalf_name : "", row.reason ? row.reason : "");
		add_changed(row.base_text, row.text, &text);
		good = put(store, SEARCH_ROW(HIT_AMENDMENT, id), session, text.text, err);
	}
	str_clear(&text);
	arena_clear(&arena);
	return good;
}

/* The session and the words of what is one row. */
static struct sql *ask_words(struct store *store, enum hit_kind kind, int64_t id)
{
	switch (kind) {
	case HIT_DOCUMENT:
		return sql_query(store,
			"SELECT session, symbols || ' ' || coalesce(kind, '') || ' ' || title"
			" FROM document WHERE id = ?1",
			"i", id);
	case HIT_CONTRIBUTION:
		return sql_query(store,
			"SELECT c.session, p.list_name || ' ' || coalesce(f.name, '') || ' '"
			" || coalesce(f.office, '') || ' ' || coalesce(d.symbols, '') || ' '"
			" || coalesce(c.file, '') || ' ' || coalesce(c.remark, '')"
			" FROM contribution c JOIN participant p ON p.id = c.participant"
			" LEFT JOIN focal_point f ON f.id = c.focal_point"
			" LEFT JOIN document d ON d.id = c.document WHERE c.id = ?1",
			"i", id);
	case HIT_COMMENT:
		return sql_query(store,
			"SELECT c.session, c.text || ' ' || coalesce(p.list_name, '') || ' '"
			" || coalesce(g.list_name, '') FROM comment c"
			" LEFT JOIN participant p ON p.id = c.participant"
			" LEFT JOIN participant g ON g.id = c.on_behalf WHERE c.id = ?1",
			"i", id);
	case HIT_POSITION:
		return sql_query(store,
			"SELECT x.session, replace(x.kind, '_', ' ') || ' ' || coalesce(x.text, '')"
			" || ' ' || p.list_name || ' ' || coalesce(g.list_name, '') FROM position x"
			" JOIN participant p ON p.id = x.participant"
			" LEFT JOIN participant g ON g.id = x.on_behalf WHERE x.id = ?1",
			"i", id);
	case HIT_FOLLOW_UP:
		return sql_query(store,
			"SELECT f.session, f.text || ' ' || coalesce(f.body, '') || ' '"
			" || coalesce(f.symbol, '') || coalesce((SELECT group_concat(' ' || a.text || ' '"
			"  || coalesce(a.by_whom, ''), '') FROM follow_up_action a"
			"  WHERE a.follow_up = f.id), '') FROM follow_up f WHERE f.id = ?1",
			"i", id);
	default:
		return sql_query(store,
			"SELECT r.session, r.text || ' ' || coalesce(p.list_name, '')"
			" FROM recommendation r LEFT JOIN participant p ON p.id = r.proposer"
			" WHERE r.id = ?1",
			"i", id);
	}
}

static bool index_row(struct store *store, enum hit_kind kind, int64_t id, struct err *err)
{
	struct sql *q;
	struct str text;
	int64_t session;
	bool good;

	if (kind == HIT_STATEMENT)
		return index_statement(store, id, err);
	if (kind == HIT_AMENDMENT)
		return index_amendment(store, id, err);
	q = ask_words(store, kind, id);
	if (!sql_row(q))
		return true;
	session = sql_int(q, 0);
	str_init(&text);
	str_add(&text, sql_text(q, 1));
	sql_done(q);
	good = put(store, SEARCH_ROW(kind, id), session, text.text, err);
	str_clear(&text);
	return good;
}

static bool row_changed(struct store *store, enum hit_kind kind, int64_t id, struct err *err)
{
	return drop(store, SEARCH_ROW(kind, id), err) && index_row(store, kind, id, err);
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

/* What was done about a recommendation is among its words. */
static int64_t follow_up_of(struct store *store, const struct change *change)
{
	int64_t id = change_new(change, ACTION_FOLLOW_UP);

	if (id == 0)
		id = change_old(change, ACTION_FOLLOW_UP);
	return id ? id
		  : sql_value(store, 0, "SELECT follow_up FROM follow_up_action WHERE id = ?1", "i",
			    change->id);
}

/* Each of these rows, {id, kind}, has it among its words. */
static bool rows_changed(struct store *store, struct sql *q, struct err *err)
{
	bool good = true;

	while (good && sql_row(q))
		good = row_changed(store, (enum hit_kind)sql_int(q, 1), sql_int(q, 0), err);
	if (!good)
		sql_done(q);
	return good;
}

/* All that somebody said, proposed or sent, under the new name. */
static bool renamed(struct store *store, int64_t participant, struct err *err)
{
	return rows_changed(store,
		sql_query(store,
			"SELECT id, 0 FROM statement WHERE participant = ?1 OR on_behalf = ?1 UNION ALL"
			" SELECT id, 1 FROM recommendation WHERE proposer = ?1 UNION ALL"
			" SELECT id, 3 FROM contribution WHERE participant = ?1 UNION ALL"
			" SELECT id, 4 FROM amendment WHERE proposer = ?1 OR on_behalf = ?1 UNION ALL"
			" SELECT id, 5 FROM comment WHERE participant = ?1 OR on_behalf = ?1 UNION ALL"
			" SELECT id, 7 FROM position WHERE participant = ?1 OR on_behalf = ?1",
			"i", participant),
		err);
}

static bool document_changed(struct store *store, int64_t document, struct err *err)
{
	return row_changed(store, HIT_DOCUMENT, document, err) &&
	       rows_changed(store,
		       sql_query(store, "SELECT id, 3 FROM contribution WHERE document = ?1", "i",
			       document),
		       err);
}

static bool focal_point_changed(struct store *store, int64_t focal_point, struct err *err)
{
	return rows_changed(store,
		sql_query(store, "SELECT id, 3 FROM contribution WHERE focal_point = ?1", "i",
			focal_point),
		err);
}

/* A table whose rows are rows of search; HIT_KINDS for any other. */
static enum hit_kind kind_of(const char *table)
{
	static const struct {
		const char *table;
		enum hit_kind kind;
	} kinds[] = {
		{"recommendation", HIT_RECOMMENDATION},
		{"contribution", HIT_CONTRIBUTION},
		{"amendment", HIT_AMENDMENT},
		{"comment", HIT_COMMENT},
		{"follow_up", HIT_FOLLOW_UP},
		{"position", HIT_POSITION},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(table, kinds[i].table) == 0)
			return kinds[i].kind;
	return HIT_KINDS;
}

static bool index_change(
	struct store *store, const struct change *change, int64_t *last, struct err *err)
{
	enum hit_kind kind = kind_of(change->table);
	int64_t statement = 0;

	if (kind != HIT_KINDS)
		return row_changed(store, kind, change->id, err);
	if (strcmp(change->table, "document") == 0)
		return document_changed(store, change->id, err);
	if (strcmp(change->table, "focal_point") == 0)
		return focal_point_changed(store, change->id, err);
	if (strcmp(change->table, "follow_up_action") == 0)
		return row_changed(store, HIT_FOLLOW_UP, follow_up_of(store, change), err);
	if (strcmp(change->table, "participant") == 0)
		return change->operation != SQLITE_UPDATE ||
		       !change_has(change, PARTICIPANT_LIST_NAME) ||
		       renamed(store, change->id, err);
	if (strcmp(change->table, "statement") == 0)
		statement = change->id;
	else if (strcmp(change->table, "point") == 0)
		statement = statement_of(store, change);
	if (statement == 0 || statement == *last) /* ten points of one note: once */
		return true;
	*last = statement;
	return row_changed(store, HIT_STATEMENT, statement, err);
}

static bool index_changes(struct store *store, const void *bytes, size_t length, struct err *err)
{
	struct walk walk = change_walk(bytes, length);
	struct change change;
	int64_t last = 0;
	bool good = true;

	while (change_next(&walk, &change))
		good = good && index_change(store, &change, &last, err);
	return good;
}

static bool set_searched(struct store *store, int64_t sequence, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO counter(session, kind, last) VALUES(0, 'searched', ?1)"
		" ON CONFLICT(session, kind) DO UPDATE SET last = ?1",
		"i", sequence);
}

static int64_t searched(struct store *store)
{
	return sql_value(
		store, 0, "SELECT last FROM counter WHERE session = 0 AND kind = 'searched'", "");
}

static int64_t newest(struct store *store)
{
	return sql_value(store, 0, "SELECT max(seq) FROM journal", "");
}

static bool index_batch(struct store *store, struct err *err)
{
	int64_t sequence = searched(store);
	struct sql *q = sql_query(store,
		"SELECT seq, changeset FROM journal WHERE seq > ?1 ORDER BY seq LIMIT ?2", "ii",
		sequence, (int64_t)BATCH);
	bool good = true;
	size_t length;

	while (good && sql_row(q)) {
		const void *bytes = sql_blob(q, 1, &length);

		sequence = sql_int(q, 0);
		good = index_changes(store, bytes, length, err);
	}
	if (!good)
		sql_done(q);
	return good && set_searched(store, sequence, err) && sql_reads_good(store, err);
}

/* Who searches waits for who writes, as with a command; what is done in an idle moment
 * can be done in another one. */
static bool batch(struct store *store, int wait, struct err *err)
{
	bool good;

	sqlite3_busy_timeout(store->db, wait);
	good = sql_run(store, err, "BEGIN IMMEDIATE", "");
	sqlite3_busy_timeout(store->db, STORE_BUSY_MS);
	if (!good)
		return false;
	store->broken = (struct err){0};
	good = index_batch(store, err) && sql_run(store, err, "COMMIT", "");
	if (!sqlite3_get_autocommit(store->db))
		sql_run(store, NULL, "ROLLBACK", "");
	return good;
}

/* True while there is more. */
static bool slice(struct store *store, int wait)
{
	int64_t last = newest(store);

	if (store->read_only || store->in_change || !sqlite3_get_autocommit(store->db))
		return false;
	return searched(store) < last && batch(store, wait, NULL) && searched(store) < last;
}

bool store_search_slice(struct store *store)
{
	return slice(store, 0);
}

void store_search_catch_up(struct store *store)
{
	while (slice(store, STORE_BUSY_MS))
		;
}

/* --- all of it --- */

static bool index_each(struct store *store, struct err *err)
{
	struct sql *q = sql_query(store,
		"SELECT id, 0 FROM statement UNION ALL SELECT id, 1 FROM recommendation"
		" UNION ALL SELECT id, 2 FROM document UNION ALL SELECT id, 3 FROM contribution"
		" UNION ALL SELECT id, 4 FROM amendment UNION ALL SELECT id, 5 FROM comment"
		" UNION ALL SELECT id, 6 FROM follow_up UNION ALL SELECT id, 7 FROM position",
		"");
	bool good = true;

	while (good && sql_row(q))
		good = index_row(store, (enum hit_kind)sql_int(q, 1), sql_int(q, 0), err);
	if (!good)
		sql_done(q);
	return good;
}

bool search_index_all(struct store *store, struct err *err)
{
	return sql_run(store, err, "DELETE FROM search", "") && index_each(store, err) &&
	       set_searched(store, newest(store), err);
}

bool search_index_fits(struct store *store)
{
	int64_t missing = sql_value(store, 0,
		"SELECT (SELECT count(*) FROM statement) + (SELECT count(*) FROM recommendation)"
		" + (SELECT count(*) FROM document) + (SELECT count(*) FROM contribution)"
		" + (SELECT count(*) FROM amendment) + (SELECT count(*) FROM comment)"
		" + (SELECT count(*) FROM follow_up) + (SELECT count(*) FROM position)"
		" - (SELECT count(*) FROM search)",
		"");

	return missing == 0 || searched(store) < newest(store);
}
