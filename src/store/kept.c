/* SPDX-License-Identifier: MIT */
/*
 * See kept.h. A change has a number, and an answer the number of the last change before
 * it was read: it holds while none of its tables has a later one. The rows of a change
 * that is taken back were changed twice, and SQLite tells only of the first time: all
 * answers are forgotten then.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "internal.h"
#include "record.h"

/* --- what is watched --- */

static int find(const struct watch *watch, const char *table)
{
	for (int i = 0; i < watch->count; i++)
		if (strcmp(watch->names[i], table) == 0)
			return i;
	return -1;
}

/* SQLite asks of each table that a query reads whether it may. */
static int on_read(void *context, int action, const char *table, const char *column,
	const char *database, const char *within)
{
	struct watch *watch = &((struct store *)context)->watch;

	(void)column;
	(void)database;
	(void)within;
	if (action != SQLITE_READ || !watch->reads)
		return SQLITE_OK;
	int i = find(watch, table);
	if (i < 0) {
		if (watch->count == KEPT_TABLES)
			die("kept answers are of too many tables");
		i = watch->count++;
		watch->names[i] = mem_strdup(table);
		watch->changed[i] = watch->now;
	}
	*watch->reads |= UINT64_C(1) << i;
	return SQLITE_OK;
}

static void on_change(void *context, sqlite3 *db, int operation, const char *database,
	const char *table, sqlite3_int64 id, sqlite3_int64 id_after)
{
	struct store *store = context;
	int i = find(&store->watch, table);

	if (i >= 0)
		store->watch.changed[i] = ++store->watch.now;
	if (store->record)
		record_change(store->record, db, operation, database, table, id, id_after);
}

static void on_rollback(void *context)
{
	kept_forget(context);
}

void kept_watch(struct store *store)
{
	store->watch = (struct watch){.now = 1};
	sqlite3_set_authorizer(store->db, on_read, store);
	sqlite3_preupdate_hook(store->db, on_change, store);
	sqlite3_rollback_hook(store->db, on_rollback, store);
}

void kept_watch_end(struct store *store)
{
	for (int i = 0; i < store->watch.count; i++)
		free((char *)store->watch.names[i]);
	store->watch = (struct watch){0};
}

int64_t kept_outside(struct store *store)
{
	return store->watch.holds ? store->watch.outside
				  : sql_value(store, 0, "PRAGMA data_version", "");
}

void kept_begin(struct store *store)
{
	int64_t outside = kept_outside(store);

	if (outside != store->watch.outside)
		kept_forget(store);
	store->watch.outside = outside;
	store->watch.holds = outside != 0; /* else it could not be asked */
}

void kept_end(struct store *store)
{
	store->watch.holds = false;
}

void kept_forget(struct store *store)
{
	store->watch.forgotten = ++store->watch.now;
}

/* --- answers --- */

bool kept_holds(
	const struct watch *watch, const struct kept *kept, const int64_t arguments[KEPT_ARGUMENTS])
{
	uint64_t tables = kept->tables;

	if (kept->since == 0 || kept->since < watch->forgotten ||
		memcmp(kept->arguments, arguments, sizeof kept->arguments) != 0)
		return false;
	for (int i = 0; tables; i++, tables >>= 1)
		if ((tables & 1) && watch->changed[i] > kept->since)
			return false;
	return true;
}

void kept_start(struct kept *kept, const int64_t arguments[KEPT_ARGUMENTS], sqlite3_stmt *stmt)
{
	memcpy(kept->arguments, arguments, sizeof kept->arguments);
	kept->since = 0;
	kept->count = 0;
	kept->columns = (size_t)sqlite3_column_count(stmt);
	str_reset(&kept->texts);
}

static size_t keep_text(struct kept *kept, sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);
	size_t at = kept->texts.length, length = (size_t)sqlite3_column_bytes(stmt, column);

	if (!text)
		die("no memory left for the database");
	str_addn(&kept->texts, text, length + 1); /* SQLite ends it with a NUL */
	return at;
}

static struct kept_value value_of(struct kept *kept, sqlite3_stmt *stmt, int column)
{
	struct kept_value value = {.type = sqlite3_column_type(stmt, column)};

	assert(value.type != SQLITE_FLOAT && value.type != SQLITE_BLOB);
	if (value.type == SQLITE_INTEGER)
		value.number = sqlite3_column_int64(stmt, column);
	if (value.type == SQLITE_TEXT)
		value.at = keep_text(kept, stmt, column);
	return value;
}

void kept_add(struct kept *kept, sqlite3_stmt *stmt)
{
	if (kept->count + kept->columns > kept->room) {
		kept->room = 2 * kept->room + kept->columns;
		kept->values = mem_realloc(kept->values, kept->room * sizeof *kept->values);
	}
	for (size_t i = 0; i < kept->columns; i++)
		kept->values[kept->count++] = value_of(kept, stmt, (int)i);
}

void kept_whole(const struct watch *watch, struct kept *kept)
{
	kept->since = watch->now;
}

void kept_free(struct kept *kept)
{
	if (!kept)
		return;
	free(kept->values);
	str_clear(&kept->texts);
	free(kept);
}
