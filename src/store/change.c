/* SPDX-License-Identifier: MIT */
/*
 * Changesets by SQLite's session extension: the library inverts them and finds
 * conflicts column by column; what goes into them is taken down by record.c. A replay needs deferred foreign keys, since
 * rows come back in any order.
 */
#include <assert.h>

#include "change.h"
#include "internal.h"
#include "record.h"

void change_start(struct store *store)
{
	assert(!store->record);
	store->record = record_start(store->db);
}

bool change_finish(struct store *store, void **bytes, int *length, struct err *err)
{
	int code = record_finish(store->record, bytes, length);

	change_drop(store);
	return code == SQLITE_OK || sql_fail(store, code, err);
}

void change_drop(struct store *store)
{
	record_free(store->record);
	store->record = NULL;
}

/* Remembers the table of the first conflict and gives up. */
static int on_conflict(void *context, int what, sqlite3_changeset_iter *iter)
{
	const char **table = context, *name = NULL;
	int columns, operation, indirect;

	if (what != SQLITE_CHANGESET_FOREIGN_KEY)
		sqlite3changeset_op(iter, &name, &columns, &operation, &indirect);
	if (!*table)
		*table = name ? name : "another row";
	return SQLITE_CHANGESET_ABORT;
}

bool change_apply(
	struct store *store, const void *bytes, size_t length, bool invert, struct err *err)
{
	const char *table = NULL;
	int code;

	if (!sql_script(store, "PRAGMA defer_foreign_keys = ON", err))
		return false;
	code = sqlite3changeset_apply_v2(store->db, (int)length, (void *)bytes, NULL, on_conflict,
		&table, NULL, NULL, invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
	if (code == SQLITE_ABORT || table)
		return err_set(err, ERR_DATA,
			"what was changed then (%s) has been changed again since",
			table ? table : "the record");
	return code == SQLITE_OK || sql_fail(store, code, err);
}

struct walk change_walk(const void *bytes, size_t length)
{
	struct walk walk = {NULL};

	if (sqlite3changeset_start(&walk.iter, (int)length, (void *)bytes) != SQLITE_OK)
		walk.iter = NULL;
	return walk;
}

bool change_next(struct walk *walk, struct change *change)
{
	int indirect;

	if (!walk->iter || sqlite3changeset_next(walk->iter) != SQLITE_ROW) {
		sqlite3changeset_finalize(walk->iter);
		walk->iter = NULL;
		return false;
	}
	change->iter = walk->iter;
	sqlite3changeset_op(
		walk->iter, &change->table, &change->columns, &change->operation, &indirect);
	change->id =
		change->operation == SQLITE_INSERT ? change_new(change, 0) : change_old(change, 0);
	return true;
}

int64_t change_old(const struct change *change, int column)
{
	sqlite3_value *value = NULL;

	if (change->operation == SQLITE_INSERT)
		return 0;
	sqlite3changeset_old(change->iter, column, &value);
	return value ? sqlite3_value_int64(value) : 0;
}

int64_t change_new(const struct change *change, int column)
{
	sqlite3_value *value = NULL;

	if (change->operation == SQLITE_DELETE)
		return 0;
	sqlite3changeset_new(change->iter, column, &value);
	return value ? sqlite3_value_int64(value) : 0;
}

const char *change_old_text(const struct change *change, int column)
{
	sqlite3_value *value = NULL;

	if (change->operation == SQLITE_INSERT)
		return NULL;
	sqlite3changeset_old(change->iter, column, &value);
	return value ? (const char *)sqlite3_value_text(value) : NULL;
}

bool change_has(const struct change *change, int column)
{
	sqlite3_value *value = NULL;

	if (change->operation != SQLITE_UPDATE)
		return true;
	sqlite3changeset_new(change->iter, column, &value);
	return value != NULL;
}
