/* SPDX-License-Identifier: MIT */
/*
 * Prepared statements kept by their text. Query texts are string literals, so
 * the cache is a small open hash over their addresses: a hit costs no strcmp and
 * no preparation. A query that is still being read when the same one is asked
 * again (a nested read) gets a statement of its own for that time.
 */
#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "internal.h"
#include "record.h"

sqlite3 *sql_handle(struct store *store)
{
	return store->db;
}

/* What to tell people about an SQLite result. */
static const struct {
	int code;
	enum err_code err;
	const char *sentence;
} failures[] = {
	{SQLITE_FULL, ERR_IO, "the disk is full: make room, then do it again; nothing was saved"},
	{SQLITE_IOERR, ERR_IO,
		"the disk failed to write or read: nothing was saved; "
		"save a copy elsewhere with 'rapporteur backup'"},
	{SQLITE_BUSY, ERR_TRY_AGAIN, "another program is writing to the database: try again"},
	{SQLITE_LOCKED, ERR_TRY_AGAIN, "another program is writing to the database: try again"},
	{SQLITE_READONLY, ERR_IO,
		"the database may only be read: see its permissions and those of its folder"},
	{SQLITE_CORRUPT, ERR_DATA,
		"the database is damaged: bring back a copy with 'rapporteur restore'"},
	{SQLITE_NOTADB, ERR_DATA, "this is not a database of rapporteur"},
	{SQLITE_CANTOPEN, ERR_NO_INPUT,
		"the database cannot be opened: see its permissions and those of its folder"},
	{SQLITE_NOMEM, ERR_INTERNAL, "out of memory"},
	{SQLITE_TOOBIG, ERR_DATA, "the text is too large"},
};

static bool means_full(int said)
{
	return said == ENOSPC || said == EDQUOT || said == EFBIG;
}

/* SQLite tells a full disk from a broken one only where it writes pages; a quota
 * and a limit to the size of files are full disks too. What the machine said last
 * is kept with the file, and by the connection until it cleans up. */
static bool is_full(struct store *store)
{
	sqlite3_file *journal = NULL;
	int said = 0;

	if (!store->db)
		return false;
	if (means_full(sqlite3_system_errno(store->db)))
		return true;
	if (sqlite3_file_control(store->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal) ==
			SQLITE_OK &&
		journal && journal->pMethods)
		journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &said);
	return means_full(said);
}

static bool too_many_files(const struct store *store)
{
	int said = store->db ? sqlite3_system_errno(store->db) : 0;

	return said == EMFILE || said == ENFILE;
}

bool sql_fail(struct store *store, int code, struct err *err)
{
	if ((code & 0xff) == SQLITE_CANTOPEN && too_many_files(store))
		return err_set(err, ERR_SYSTEM,
			"the database cannot be opened: too many files are open; close some, or "
			"other programs, and try again");
	if ((code & 0xff) == SQLITE_IOERR && is_full(store))
		code = SQLITE_FULL;
	for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++)
		if ((code & 0xff) == failures[i].code)
			return err_set(err, failures[i].err, "%s", failures[i].sentence);
	/* The queries are all tried: one that SQLite cannot make sense of meets a file
	 * that is not what it should be. */
	if ((code & 0xff) == SQLITE_ERROR)
		return err_set(err, ERR_DATA,
			"the database is damaged (%s): bring back a copy with "
			"'rapporteur restore'",
			store->db ? sqlite3_errmsg(store->db) : "");
	return err_set(err, ERR_INTERNAL, "the database refused a change: %s",
		store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(code));
}

bool sql_reads_good(struct store *store, struct err *err)
{
	return store->broken.code == ERR_NONE ||
	       err_set(err, store->broken.code, "%s", store->broken.text);
}

static struct sql *place_of(struct store *store, const char *text)
{
	size_t at = ((uintptr_t)text >> 3) * 2654435761u % SQL_CACHE;

	for (size_t tries = 0; tries < SQL_CACHE; tries++, at = (at + 1) % SQL_CACHE)
		if (!store->cache[at].text || store->cache[at].text == text)
			return &store->cache[at];
	die("the cache of queries is too small");
}

/* One whose answers are kept must be prepared where its tables are noted, and again if it
 * could not be. */
static void learn(struct store *store, struct sql *q)
{
	if (q->busy || (q->kept && q->stmt))
		return;
	sqlite3_finalize(q->stmt);
	q->stmt = NULL;
	if (!q->kept) {
		q->kept = mem_alloc(sizeof *q->kept);
		str_init(&q->kept->texts);
	}
	store->watch.reads = &q->kept->tables;
}

static struct sql *prepare(struct store *store, const char *text, bool keep)
{
	struct sql *q = place_of(store, text);
	bool nested = q->busy;

	if (keep)
		learn(store, q);
	if (nested) {
		q = mem_alloc(sizeof *q);
	} else if (q->stmt) {
		q->busy = true;
		return q;
	}
	q->store = store;
	if (sqlite3_prepare_v3(store->db, text, -1, nested ? 0 : SQLITE_PREPARE_PERSISTENT,
		    &q->stmt, NULL) != SQLITE_OK) {
		q->failed = sqlite3_errcode(store->db);
		q->stmt = NULL;
	}
	store->watch.reads = NULL;
	if (!nested)
		q->text = text;
	q->busy = true;
	return q;
}

/* What could not be bound would be NULL: it must not be run. */
static void bind(struct sql *q, const char *kinds, va_list args)
{
	for (int i = 1; *kinds && !q->failed; kinds++, i++) {
		const char *text;
		const void *blob;
		int64_t number;

		switch (*kinds) {
		case 'i':
			q->failed = sqlite3_bind_int64(q->stmt, i, va_arg(args, int64_t));
			break;
		case 'n':
			number = va_arg(args, int64_t);
			if (number)
				q->failed = sqlite3_bind_int64(q->stmt, i, number);
			else
				q->failed = sqlite3_bind_null(q->stmt, i);
			break;
		case 't':
			text = va_arg(args, const char *);
			q->failed = sqlite3_bind_text(q->stmt, i, text, -1, SQLITE_TRANSIENT);
			break;
		case 'b':
			blob = va_arg(args, const void *);
			q->failed = sqlite3_bind_blob64(
				q->stmt, i, blob, va_arg(args, size_t), SQLITE_TRANSIENT);
			break;
		default:
			assert(!"kind of a parameter");
		}
	}
}

struct sql *sql_query(struct store *store, const char *text, const char *kinds, ...)
{
	struct sql *q = prepare(store, text, false);
	va_list args;

	va_start(args, kinds);
	bind(q, kinds, args);
	va_end(args);
	return q;
}

void sql_done(struct sql *q)
{
	bool replays = q->replays;

	q->busy = false;
	q->replays = false;
	q->failed = SQLITE_OK;
	if (replays)
		return;
	if (q->stmt) {
		sqlite3_reset(q->stmt);
		sqlite3_clear_bindings(q->stmt);
	}
	if (!q->text) { /* a nested one, or one that could not be prepared */
		sqlite3_finalize(q->stmt);
		q->stmt = NULL;
		if (q < q->store->cache || q >= q->store->cache + SQL_CACHE)
			free(q);
	}
}

/* Runs it until its next row: SQLITE_ROW, SQLITE_DONE, or what failed. */
static int step(struct sql *q)
{
	int code = q->failed ? q->failed : sqlite3_step(q->stmt);

	if (q->failed || code == SQLITE_ROW || code == SQLITE_DONE)
		return code;
	return sqlite3_extended_errcode(q->store->db);
}

/* Reads the whole answer, to be gone through from memory. */
static void fill(struct sql *q, const int64_t arguments[KEPT_ARGUMENTS])
{
	int code;

	kept_start(q->kept, arguments, q->stmt);
	while ((code = step(q)) == SQLITE_ROW)
		kept_add(q->kept, q->stmt);
	if (code != SQLITE_DONE) {
		q->failed = code;
		return;
	}
	sqlite3_reset(q->stmt);
	kept_whole(&q->store->watch, q->kept);
}

static struct sql *ask_kept(struct store *store, const char *text, const char *kinds, va_list args)
{
	struct sql *q = prepare(store, text, true);
	int64_t arguments[KEPT_ARGUMENTS] = {0};
	va_list again;

	if (!q->text || !q->kept || !store->watch.holds) {
		bind(q, kinds, args);
		return q;
	}
	va_copy(again, args);
	assert(strspn(kinds, "i") == strlen(kinds) && strlen(kinds) <= KEPT_ARGUMENTS);
	for (size_t i = 0; i < strlen(kinds); i++)
		arguments[i] = va_arg(again, int64_t);
	va_end(again);
	if (!kept_holds(&store->watch, q->kept, arguments)) {
		bind(q, kinds, args);
		fill(q, arguments);
	}
	q->replays = !q->failed;
	q->value = 0;
	q->after = 0;
	return q;
}

struct sql *sql_kept(struct store *store, const char *text, const char *kinds, ...)
{
	struct sql *q;
	va_list args;

	va_start(args, kinds);
	q = ask_kept(store, text, kinds, args);
	va_end(args);
	return q;
}

/* The next row of an answer that is kept. */
static bool replay(struct sql *q)
{
	q->value = q->after;
	q->after += q->kept->columns;
	if (q->value < q->kept->count)
		return true;
	sql_done(q);
	return false;
}

static const struct kept_value *kept_value(const struct sql *q, int column)
{
	return &q->kept->values[q->value + (size_t)column];
}

/* One that failed has no more rows, and says so when it is asked (sql_reads_good). For a
 * lack of memory nobody is asked: what was read would be taken for all there is. */
bool sql_row(struct sql *q)
{
	int code;

	if (q->replays)
		return replay(q);
	if ((code = step(q)) == SQLITE_ROW)
		return true;
	if ((code & 0xff) == SQLITE_NOMEM)
		die("no memory left for the database");
	if (code != SQLITE_DONE)
		sql_fail(q->store, code, &q->store->broken);
	sql_done(q);
	return false;
}

int64_t sql_int(struct sql *q, int column)
{
	return q->replays ? kept_value(q, column)->number : sqlite3_column_int64(q->stmt, column);
}

bool sql_null(struct sql *q, int column)
{
	return (q->replays ? kept_value(q, column)->type : sqlite3_column_type(q->stmt, column)) ==
	       SQLITE_NULL;
}

const char *sql_text(struct sql *q, int column)
{
	if (!q->replays)
		return (const char *)sqlite3_column_text(q->stmt, column);
	const struct kept_value *value = kept_value(q, column);
	return value->type == SQLITE_TEXT ? q->kept->texts.text + value->at : NULL;
}

const void *sql_blob(struct sql *q, int column, size_t *length)
{
	assert(!q->replays);
	const void *bytes = sqlite3_column_blob(q->stmt, column);

	*length = (size_t)sqlite3_column_bytes(q->stmt, column);
	return bytes;
}

const char *sql_copy(struct sql *q, int column, struct arena *arena)
{
	return arena_strdup(arena, sql_text(q, column));
}

/* The first value, and the query is done. */
static int64_t first_value(struct sql *q, int64_t otherwise)
{
	if (!sql_row(q))
		return otherwise;
	if (!sql_null(q, 0))
		otherwise = sql_int(q, 0);
	sql_done(q);
	return otherwise;
}

int64_t sql_value(struct store *store, int64_t otherwise, const char *text, const char *kinds, ...)
{
	struct sql *q = prepare(store, text, false);
	va_list args;

	va_start(args, kinds);
	bind(q, kinds, args);
	va_end(args);
	return first_value(q, otherwise);
}

int64_t sql_kept_value(
	struct store *store, int64_t otherwise, const char *text, const char *kinds, ...)
{
	struct sql *q;
	va_list args;

	va_start(args, kinds);
	q = ask_kept(store, text, kinds, args);
	va_end(args);
	return first_value(q, otherwise);
}

bool sql_run(struct store *store, struct err *err, const char *text, const char *kinds, ...)
{
	struct sql *q = prepare(store, text, false);
	size_t mark = store->record ? record_mark(store->record) : 0;
	va_list args;
	int code;

	va_start(args, kinds);
	bind(q, kinds, args);
	va_end(args);
	while ((code = step(q)) == SQLITE_ROW)
		;
	/* Before sql_done: what the machine said is known until then. */
	if (code != SQLITE_DONE)
		sql_fail(store, code, err);
	if (code != SQLITE_DONE && store->record)
		record_back(store->record, mark);
	sql_done(q);
	return code == SQLITE_DONE;
}

int64_t sql_inserted(struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}

bool sql_script(struct store *store, const char *text, struct err *err)
{
	int code = sqlite3_exec(store->db, text, NULL, NULL, NULL);

	return code == SQLITE_OK || sql_fail(store, sqlite3_extended_errcode(store->db), err);
}
