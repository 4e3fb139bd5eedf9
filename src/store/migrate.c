/* SPDX-License-Identifier: MIT */
/*
 * A database is its version's schema and nothing else: no trigger, view, index
 * or table may have been added, since the file may come from anybody. So what
 * sqlite_schema says is compared, word for word, with the texts of the version.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "internal.h"
#include "migrate.h"
#include "schema.h"
#include "store/backup.h"

static bool apply(struct store *store, int from, int to, struct err *err)
{
	for (int i = from; i < to; i++)
		for (const char *const *text = schema_steps[i].run; *text; text++)
			if (!sql_script(store, *text, err))
				return false;
	return true;
}

static bool set_version(struct store *store, int version, struct err *err)
{
	char text[80];

	sqlite3_snprintf(sizeof text, text, "PRAGMA application_id = %d; PRAGMA user_version = %d",
		SCHEMA_APPLICATION_ID, version);
	return sql_script(store, text, err);
}

static bool build(struct store *store, int version, struct err *err)
{
	return apply(store, 0, version, err) && set_version(store, version, err);
}

bool migrate_new(struct store *store, struct err *err)
{
	if (!sql_script(store, "BEGIN", err))
		return false;
	if (build(store, schema_version, err) && sql_script(store, "COMMIT", err))
		return true;
	if (!sqlite3_get_autocommit(store->db))
		sql_script(store, "ROLLBACK", NULL);
	return false;
}

static size_t length_of(const char *const *texts)
{
	size_t count = 0;

	while (texts && texts[count])
		count++;
	return count;
}

static bool has(const char *const *texts, const char *sql)
{
	for (; texts && *texts; texts++)
		if (strcmp(*texts, sql) == 0)
			return true;
	return false;
}

/* One of the texts of the version? Each can be there once only, as names are unique. */
static bool belongs(int version, const char *sql)
{
	bool there = false;

	for (int i = 0; i < version; i++)
		there = has(schema_steps[i].schema, sql) ||
			(there && !has(schema_steps[i].gone, sql));
	return there;
}

static size_t texts_of(int version)
{
	size_t count = 0;

	for (int i = 0; i < version; i++)
		count += length_of(schema_steps[i].schema) - length_of(schema_steps[i].gone);
	return count;
}

/* What SQLite keeps for itself and for FTS5 is left out: indexes without text, the
 * table of sequences, and the plain tables in which `search` lies. */
static bool schema_is(struct store *store, int version, struct err *err)
{
	struct sql *q = sql_query(store,
		"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
		" AND name <> 'sqlite_sequence' AND NOT (type = 'table' AND name IN('search_data',"
		" 'search_idx', 'search_content', 'search_config'))",
		"");
	size_t found = 0, foreign = 0;

	store->broken = (struct err){0};
	while (sql_row(q))
		*(belongs(version, sql_text(q, 0)) ? &found : &foreign) += 1;
	if (!sql_reads_good(store, err))
		return err_prefix(err, "%s", store->path);
	return (found == texts_of(version) && foreign == 0) ||
	       err_set(err, ERR_DATA,
		       "the tables of %s are not those of rapporteur: bring back a copy with "
		       "'rapporteur restore', or name another with --db",
		       store->path);
}

static bool backup_before(struct store *store, int version, struct err *err)
{
	char *path = mem_printf("%s.version-%d", store->path, version);
	bool made;

	/* One that is there is of an upgrade that failed: it stays too. */
	for (int i = 2; access(path, F_OK) == 0; i++) {
		free(path);
		path = mem_printf("%s.version-%d.%d", store->path, version, i);
	}
	made = backup_to(store, path, err);
	free(path);
	return made;
}

static bool upgrade(struct store *store, int version, struct err *err)
{
	bool done;

	if (store->read_only)
		return err_set(err, ERR_IO,
			"%s is of an older version and may only be read: "
			"make it writable once",
			store->path);
	if (!backup_before(store, version, err) || !sql_script(store, "BEGIN IMMEDIATE", err))
		return false;
	/* Another program may have been first. */
	done = sql_value(store, 0, "PRAGMA user_version", "") == schema_version ||
	       (apply(store, version, schema_version, err) &&
		       set_version(store, schema_version, err) && sql_script(store, "COMMIT", err));
	if (!sqlite3_get_autocommit(store->db))
		sql_script(store, "ROLLBACK", NULL);
	return done;
}

bool migrate_check(struct store *store, struct err *err)
{
	int64_t application = sql_value(store, 0, "PRAGMA application_id", "");
	int version = (int)sql_value(store, 0, "PRAGMA user_version", "");

	if (!sql_reads_good(store, err))
		return err_prefix(err, "%s", store->path);
	if (application != SCHEMA_APPLICATION_ID || version <= 0)
		return err_set(err, ERR_DATA,
			"%s is not a database of rapporteur: "
			"name another with --db",
			store->path);
	if (version > schema_version)
		return err_set(err, ERR_DATA,
			"%s was written by a newer rapporteur (version %d, "
			"this one knows %d): use that one",
			store->path, version, schema_version);
	return schema_is(store, version, err) &&
	       (version == schema_version || upgrade(store, version, err));
}
