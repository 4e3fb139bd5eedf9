/* SPDX-License-Identifier: MIT */
/*
 * A database is its version's schema and nothing else: no trigger, view, index
 * or table may have been added, since the file may come from anybody. So the
 * text of sqlite_schema is compared with that of a database made in memory by
 * the same migrations.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/mem.h"
#include "internal.h"
#include "migrate.h"
#include "schema.h"
#include "store/backup.h"

static bool apply(struct store *store, int from, int to, struct err *err)
{
	for (int i = from; i < to; i++)
		for (const char *const *text = schema_migrations[i]; *text; text++)
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

/* Everything that sqlite_schema says, in one text. */
static char *schema_text(struct store *store)
{
	struct sql *q = sql_query(store, "SELECT type, name, tbl_name, coalesce(sql, '') "
	    "FROM sqlite_schema ORDER BY type, name", "");
	struct str text;

	str_init(&text);
	while (sql_row(q))
		str_addf(&text, "%s %s %s %s\n", sql_text(q, 0), sql_text(q, 1), sql_text(q, 2),
		    sql_text(q, 3));
	return str_take(&text);
}

static bool schema_is(struct store *store, int version, struct err *err)
{
	struct store model = {0};
	char *is, *should;
	bool same;

	if (sqlite3_open(":memory:", &model.db) != SQLITE_OK || !apply(&model, 0, version, err)) {
		sql_close(&model);
		return false;
	}
	should = schema_text(&model);
	sql_close(&model);
	store->broken = (struct err){0};
	is = schema_text(store);
	if (store->broken.code) {
		err_set(err, store->broken.code, "%s", store->broken.text);
		same = false;
	} else {
		same = strcmp(is, should) == 0 || err_set(err, ERR_DATA,
		    "the tables of %s are not those of rapporteur: bring back a copy with "
		    "'rapporteur restore', or name another with --db", store->path);
	}
	free(is);
	free(should);
	return same;
}

static bool backup_before(struct store *store, int version, struct err *err)
{
	char *path = mem_printf("%s.version-%d", store->path, version);
	bool made = backup_to(store, path, err);

	free(path);
	return made;
}

static bool upgrade(struct store *store, int version, struct err *err)
{
	bool done;

	if (store->read_only)
		return err_set(err, ERR_IO, "%s is of an older version and may only be read: "
		    "make it writable once", store->path);
	if (!backup_before(store, version, err) || !sql_script(store, "BEGIN IMMEDIATE", err))
		return false;
	done = apply(store, version, schema_version, err) &&
	    set_version(store, schema_version, err) && sql_script(store, "COMMIT", err);
	if (!sqlite3_get_autocommit(store->db))
		sql_script(store, "ROLLBACK", NULL);
	return done;
}

bool migrate_check(struct store *store, struct err *err)
{
	int version = (int)sql_value(store, -1, "PRAGMA user_version", "");

	if (version < 0)
		return err_set(err, store->broken.code, "%s: %s", store->path, store->broken.text);
	if (version > schema_version)
		return err_set(err, ERR_DATA, "%s was written by a newer rapporteur (version %d, "
		    "this one knows %d): use that one", store->path, version, schema_version);
	if (version == 0 || !schema_is(store, version, err))
		return err && err->code ? false : err_set(err, ERR_DATA,
		    "%s is not a database of rapporteur", store->path);
	return version == schema_version || upgrade(store, version, err);
}
