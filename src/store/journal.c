/* SPDX-License-Identifier: MIT */
/*
 * The journal: a command's transaction from BEGIN to COMMIT. What the command
 * changed is taken from the changeset, never from the command; a command that
 * changed nothing leaves no row.
 */
#include <assert.h>

#include "change.h"
#include "derive.h"
#include "internal.h"
#include "journal_row.h"
#include "schema.h"
#include "store/journal.h"

bool store_begin(struct store *store, struct err *err)
{
	assert(!store->in_change);
	if (store->read_only)
		return err_set(err, ERR_IO,
			"%s may only be read here: see its permissions and those "
			"of its folder",
			store->path);
	if (!sql_run(store, err, "BEGIN IMMEDIATE", ""))
		return false;
	store->in_change = true;
	kept_begin(store);
	store->broken = (struct err){0};
	change_start(store);
	return true;
}

void store_rollback(struct store *store)
{
	if (!store->in_change)
		return;
	change_drop(store);
	store->in_change = false;
	kept_end(store);
	/* What was remembered within the change may have been of it. */
	for (int family = 0; family < STORE_FAMILIES; family++)
		store->versions[family]++;
	/* A full disk has already rolled back. */
	if (!sqlite3_get_autocommit(store->db))
		sql_run(store, NULL, "ROLLBACK", "");
}

static bool add_entry(
	struct store *store, const struct journal_entry *entry, int64_t *sequence, struct err *err)
{
	const struct step *step = entry->step;

	if (!sql_run(store, err,
		    "INSERT INTO journal(session, origin, person, at, kind, command,"
		    " arguments, summary, target, changeset) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
		    "ittittttnb", step->session, step->origin, step->person, step->at, entry->kind,
		    step->command, step->arguments ? step->arguments : "", entry->summary,
		    entry->target, entry->changeset, entry->length))
		return false;
	*sequence = sql_inserted(store);
	return true;
}

/* A change that could not be synced is in the log all the same, and who opens the file
 * after a crash would find what was told not to be saved. One that changes nothing is
 * written over it, as far as the disk lets it. */
static void write_over(struct store *store)
{
	char text[80];

	if (!sql_script(store, "BEGIN IMMEDIATE", NULL))
		return;
	int64_t version = sql_value(store, 0, "PRAGMA user_version", "");
	sqlite3_snprintf(
		sizeof text, text, "PRAGMA user_version = %lld; COMMIT", (long long)version);
	if ((version <= 0 || !sql_script(store, text, NULL)) && !sqlite3_get_autocommit(store->db))
		sql_script(store, "ROLLBACK", NULL);
}

bool journal_commit(
	struct store *store, struct journal_entry *entry, int64_t *sequence, struct err *err)
{
	void *changeset = NULL;
	int length = 0;
	bool good;

	*sequence = 0;
	/* A failed read inside a command would make its change a wrong one. */
	good = sql_reads_good(store, err) && change_finish(store, &changeset, &length, err);
	/* An undo is a row also if it changes nothing: its number marks what it undid. */
	if (good && (length > 0 || entry->target)) {
		entry->changeset = changeset;
		entry->length = (size_t)length;
		good = (length == 0 || derive_change(store, changeset, length, err)) &&
		       add_entry(store, entry, sequence, err);
	}
	sqlite3_free(changeset);
	good = good && sql_reads_good(store, err);
	bool committed = good && sql_run(store, err, "COMMIT", "");
	if (!committed) {
		*sequence = 0;
		store_rollback(store);
		if (good && (!err || err->code == ERR_IO))
			write_over(store);
		return false;
	}
	store->in_change = false;
	kept_end(store);
	return true;
}

bool store_commit(struct store *store, const struct step *step, const char *summary,
	int64_t *sequence, struct err *err)
{
	struct journal_entry entry = {.step = step, .kind = "do", .summary = summary};
	int64_t ignored;

	assert(store->in_change);
	return journal_commit(store, &entry, sequence ? sequence : &ignored, err);
}

void store_read_begin(struct store *store)
{
	assert(!store->in_change);
	if (sqlite3_get_autocommit(store->db) && sql_run(store, NULL, "BEGIN", ""))
		kept_begin(store);
}

void store_read_end(struct store *store)
{
	assert(!store->in_change);
	kept_end(store);
	if (!sqlite3_get_autocommit(store->db))
		sql_run(store, NULL, "COMMIT", "");
}

void store_reads_begin(struct store *store)
{
	store->broken = (struct err){0};
}

bool store_reads_good(struct store *store, struct err *err)
{
	return sql_reads_good(store, err);
}

static void read_row(struct sql *q, struct arena *arena, struct journal_row *row)
{
	row->sequence = sql_int(q, 0);
	row->at = sql_int(q, 1);
	row->origin = sql_copy(q, 2, arena);
	row->person = sql_copy(q, 3, arena);
	row->kind = sql_copy(q, 4, arena);
	row->command = sql_copy(q, 5, arena);
	row->arguments = sql_copy(q, 6, arena);
	row->summary = sql_copy(q, 7, arena);
	row->target = sql_int(q, 8);
	row->undone = sql_int(q, 9) != 0;
}

struct journal_row *store_journal(struct store *store, int64_t session, int64_t before,
	size_t limit, struct arena *arena, size_t *count)
{
	struct journal_row *rows = arena_alloc(arena, (limit + 1) * sizeof *rows);
	struct sql *q = sql_query(store,
		"SELECT seq, at, origin, person, kind, command, arguments,"
		" summary, target, undone FROM journal WHERE session = ?1 AND seq < ?2"
		" ORDER BY seq DESC LIMIT ?3",
		"iii", session, before ? before : INT64_MAX, (int64_t)limit);

	for (*count = 0; sql_row(q); ++*count)
		read_row(q, arena, &rows[*count]);
	return rows;
}

struct journal_row *store_journal_after(struct store *store, int64_t session, int64_t after,
	size_t limit, struct arena *arena, size_t *count)
{
	struct journal_row *rows = arena_alloc(arena, (limit + 1) * sizeof *rows);
	struct sql *q = sql_query(store,
		"SELECT seq, at, origin, person, kind, command, arguments,"
		" summary, target, undone FROM journal WHERE session = ?1 AND seq > ?2"
		" ORDER BY seq LIMIT ?3",
		"iii", session, after, (int64_t)limit);

	for (*count = 0; sql_row(q); ++*count)
		read_row(q, arena, &rows[*count]);
	for (size_t i = 0; i < *count / 2; i++) {
		struct journal_row row = rows[i];
		rows[i] = rows[*count - 1 - i];
		rows[*count - 1 - i] = row;
	}
	return rows;
}

bool journal_row_read(
	struct store *store, int64_t sequence, struct arena *arena, struct journal_row *row)
{
	struct sql *q = sql_query(store,
		"SELECT seq, at, origin, person, kind, command, arguments,"
		" summary, target, undone FROM journal WHERE seq = ?1",
		"i", sequence);

	if (!sql_row(q))
		return false;
	read_row(q, arena, row);
	sql_done(q);
	return true;
}

void store_dump(struct store *store, struct str *out)
{
	for (const char *const *table = schema_recorded; *table; table++) {
		char *text = sqlite3_mprintf("SELECT * FROM \"%w\" ORDER BY id", *table);
		sqlite3_stmt *stmt = NULL;

		sqlite3_prepare_v2(store->db, text, -1, &stmt, NULL);
		while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
			str_add(out, *table);
			for (int i = 0; i < sqlite3_column_count(stmt); i++) {
				const char *value = (const char *)sqlite3_column_text(stmt, i);

				str_addf(out, "|%s", value ? value : "NULL");
			}
			str_addc(out, '\n');
		}
		sqlite3_finalize(stmt);
		sqlite3_free(text);
	}
}
