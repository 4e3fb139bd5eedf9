/* SPDX-License-Identifier: MIT */
/*
 * A changeset made of what SQLite tells before it changes a row. The session object of
 * its library makes the same, but asks for the columns of each table four times a
 * command, and an answer takes as long as a small command itself. Each change is
 * written down alone, in the form that SQLite documents for changesets; what becomes of
 * several changes of one row is left to the library (sqlite3changegroup).
 *
 * It holds for tables as they are recorded: the first column is the key, which never
 * changes, and there is no REAL. What SQLite takes back by itself, because a statement
 * has failed half-way, must be taken back here too.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "record.h"
#include "schema.h"

enum { UNDEFINED = 0 }; /* in place of a value: this column did not change */

struct record {
	sqlite3 *db;
	struct str changes;
	struct str after;  /* of the row that is being taken down */
	const char *table; /* of the last change */
	int failed;        /* SQLite's code, or SQLITE_OK */
};

static const char *recorded(const char *name)
{
	for (const char *const *table = schema_recorded; *table; table++)
		if (strcmp(*table, name) == 0)
			return *table;
	return NULL;
}

/* --- values --- */

static void add_varint(struct str *out, uint32_t number)
{
	for (int shift = 28; shift >= 0; shift -= 7)
		if (shift == 0 || number >> shift)
			str_addc(out, (char)((number >> shift & 0x7f) | (shift ? 0x80 : 0)));
}

static void add_integer(struct str *out, int64_t number)
{
	char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (char)((uint64_t)number >> (56 - 8 * i) & 0xff);
	str_addn(out, bytes, sizeof bytes);
}

static void add_value(struct record *record, struct str *out, sqlite3_value *value)
{
	int type = sqlite3_value_type(value);
	const char *bytes;

	assert(type != SQLITE_FLOAT);
	str_addc(out, (char)type);
	if (type == SQLITE_INTEGER)
		add_integer(out, sqlite3_value_int64(value));
	if (type != SQLITE_TEXT && type != SQLITE_BLOB)
		return;
	bytes = type == SQLITE_TEXT ? (const char *)sqlite3_value_text(value)
				    : sqlite3_value_blob(value);
	size_t length = (size_t)sqlite3_value_bytes(value);
	if (!bytes && length > 0)
		record->failed = SQLITE_NOMEM;
	add_varint(out, (uint32_t)length);
	str_addn(out, bytes, bytes ? length : 0);
}

static bool same(sqlite3_value *a, sqlite3_value *b)
{
	int type = sqlite3_value_type(a);

	if (type != sqlite3_value_type(b))
		return false;
	if (type == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	if (type == SQLITE_NULL)
		return true;
	const void *of_a = sqlite3_value_blob(a), *of_b = sqlite3_value_blob(b);
	int length = sqlite3_value_bytes(a);
	return length == sqlite3_value_bytes(b) &&
	       (length == 0 || memcmp(of_a, of_b, (size_t)length) == 0);
}

/* --- rows --- */

/* What comes after it is of this table. */
static void add_table(struct record *record, const char *table, int columns)
{
	str_addc(&record->changes, 'T');
	add_varint(&record->changes, (uint32_t)columns);
	str_addc(&record->changes, 1); /* the first column is the key, no other */
	for (int i = 1; i < columns; i++)
		str_addc(&record->changes, 0);
	str_addn(&record->changes, table, strlen(table) + 1);
	record->table = table;
}

static sqlite3_value *value_of(struct record *record, int column,
	int (*read)(sqlite3 *db, int column, sqlite3_value **value))
{
	sqlite3_value *value = NULL;
	int code = read(record->db, column, &value);

	if (code != SQLITE_OK || !value)
		record->failed = code != SQLITE_OK ? code : SQLITE_INTERNAL;
	return record->failed ? NULL : value;
}

static void add_row(struct record *record, int columns,
	int (*read)(sqlite3 *db, int column, sqlite3_value **value))
{
	sqlite3_value *value;

	for (int i = 0; i < columns && (value = value_of(record, i, read)); i++)
		add_value(record, &record->changes, value);
}

/* The key and what changed, as it was; then what changed, as it is. */
static bool add_update(struct record *record, int columns)
{
	sqlite3_value *old, *new;
	bool changed = false;

	str_reset(&record->after);
	for (int i = 0; i < columns; i++) {
		old = value_of(record, i, sqlite3_preupdate_old);
		new = value_of(record, i, sqlite3_preupdate_new);
		if (!old || !new)
			return false;
		bool differs = !same(old, new);
		assert(i > 0 || !differs);
		if (i == 0 || differs)
			add_value(record, &record->changes, old);
		else
			str_addc(&record->changes, UNDEFINED);
		if (differs)
			add_value(record, &record->after, new);
		else
			str_addc(&record->after, UNDEFINED);
		changed = changed || differs;
	}
	str_addn(&record->changes, record->after.text, record->after.length);
	return changed;
}

void record_change(void *context, sqlite3 *db, int operation, const char *database,
	const char *name, sqlite3_int64 id, sqlite3_int64 id_after)
{
	struct record *record = context;
	const char *table = strcmp(database, "main") == 0 ? recorded(name) : NULL;
	int columns = sqlite3_preupdate_count(db);

	(void)id;
	(void)id_after;
	if (!table || record->failed)
		return;
	if (table != record->table)
		add_table(record, table, columns);
	size_t before = record->changes.length;
	str_addc(&record->changes, (char)operation);
	str_addc(&record->changes, 0); /* a direct change: there are no triggers */
	if (operation == SQLITE_INSERT)
		add_row(record, columns, sqlite3_preupdate_new);
	else if (operation == SQLITE_DELETE)
		add_row(record, columns, sqlite3_preupdate_old);
	else if (!add_update(record, columns))
		str_cut(&record->changes, before);
}

/* --- from beginning to end --- */

struct record *record_start(sqlite3 *db)
{
	struct record *record = mem_alloc(sizeof *record);

	record->db = db;
	str_init(&record->changes);
	str_init(&record->after);
	return record;
}

size_t record_mark(const struct record *record)
{
	return record->changes.length;
}

void record_back(struct record *record, size_t mark)
{
	str_cut(&record->changes, mark);
	record->table = NULL;
}

int record_finish(struct record *record, void **bytes, int *length)
{
	sqlite3_changegroup *group = NULL;
	int code = record->failed;

	*bytes = NULL;
	*length = 0;
	if (record->changes.length == 0 || code != SQLITE_OK)
		return code;
	if (record->changes.length > INT32_MAX)
		return SQLITE_TOOBIG;
	code = sqlite3changegroup_new(&group);
	if (code == SQLITE_OK)
		code = sqlite3changegroup_add(
			group, (int)record->changes.length, record->changes.text);
	if (code == SQLITE_OK)
		code = sqlite3changegroup_output(group, length, bytes);
	sqlite3changegroup_delete(group);
	return code;
}

void record_free(struct record *record)
{
	if (!record)
		return;
	str_clear(&record->changes);
	str_clear(&record->after);
	free(record);
}
