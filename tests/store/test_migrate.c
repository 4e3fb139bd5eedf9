/* SPDX-License-Identifier: MIT */
/* Versions of the schema: what a file must be to be one of ours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/str.h"
#include "store/schema.h"
#include "store/search.h"
#include "store/sql.h"
#include "support/store/cut_off.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

static struct scratch scratch;

static int setup(void **state)
{
	(void)state;
	scratch_open(&scratch);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	failing_remove();
	scratch_close(&scratch);
	return 0;
}

static char *schema_of(struct store *store)
{
	struct sql *q = sql_query(store, "SELECT name, sql FROM sqlite_schema ORDER BY name", "");
	struct str text;

	str_init(&text);
	while (sql_row(q))
		str_addf(&text, "%s: %s\n", sql_text(q, 0), sql_null(q, 1) ? "" : sql_text(q, 1));
	return str_take(&text);
}

static int64_t pragma(struct store *store, const char *name)
{
	sqlite3_stmt *stmt = NULL;
	char *text = sqlite3_mprintf("PRAGMA %s", name);
	int64_t value;

	assert_int_equal(sqlite3_prepare_v2(sql_handle(store), text, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_free(text);
	return value;
}

static void a_database_in_a_file_has_the_schema_of_one_in_memory(void **state)
{
	struct store *file = store_new(scratch_path(&scratch, "a.db"), STORE_OPEN_CREATE, NULL);
	struct store *memory = fixture_store();
	char *one = schema_of(file), *other = schema_of(memory);

	(void)state;
	assert_string_equal(one, other);
	assert_int_equal(pragma(file, "user_version"), schema_version);
	assert_int_equal(pragma(file, "application_id"), SCHEMA_APPLICATION_ID);
	store_free(file);
	store_free(memory);
	free(one);
	free(other);
}

static void a_database_is_opened_as_the_design_says(void **state)
{
	struct store *store = store_new(scratch_path(&scratch, "a.db"), STORE_OPEN_CREATE, NULL);
	struct sql *q = sql_query(store, "PRAGMA journal_mode", "");

	(void)state;
	assert_true(sql_row(q));
	assert_string_equal(sql_text(q, 0), "wal");
	sql_done(q);
	assert_int_equal(pragma(store, "synchronous"), 2);
	assert_int_equal(pragma(store, "foreign_keys"), 1);
	assert_int_equal(pragma(store, "trusted_schema"), 0);
	assert_int_equal(pragma(store, "busy_timeout"), 2000);
	store_free(store);
}

static void there_is_no_trigger_no_view_and_no_real(void **state)
{
	struct store *store = fixture_store();

	(void)state;
	assert_int_equal(sql_value(store, -1,
				 "SELECT count(*) FROM sqlite_schema"
				 " WHERE type NOT IN('table', 'index')",
				 ""),
		0);
	assert_int_equal(
		sql_value(store, -1,
			"SELECT count(*) FROM sqlite_schema t"
			" JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'REAL'",
			""),
		0);
	store_free(store);
}

/* What a changeset can hold: an id of its own, given once, and checked types. */
static void every_recorded_table_is_strict_with_ids_that_are_never_given_again(void **state)
{
	struct store *store = fixture_store();

	(void)state;
	for (const char *const *table = schema_recorded; *table; table++) {
		struct sql *q = sql_query(
			store, "SELECT sql FROM sqlite_schema WHERE name = ?1", "t", *table);
		const char *text;

		assert_true(sql_row(q));
		text = sql_text(q, 0);
		assert_non_null(strstr(text, "id INTEGER PRIMARY KEY AUTOINCREMENT,"));
		assert_string_equal(text + strlen(text) - strlen(") STRICT"), ") STRICT");
		sql_done(q);
	}
	store_free(store);
}

/* Deleting a row must not read a whole table for each one that may refer to it. */
static void the_tables_that_grow_have_an_index_for_what_points_at_statements(void **state)
{
	static const char *const children[] = {"span", "point", "request"};
	struct store *store = fixture_store();

	(void)state;
	for (size_t i = 0; i < 3; i++)
		assert_true(
			sql_value(store, 0,
				"SELECT count(*) FROM pragma_index_list(?1) l"
				" JOIN pragma_index_info(l.name) c WHERE c.seqno = 0 AND c.name = 'statement'",
				"t", children[i]) > 0);
	store_free(store);
}

/* What the texts of a landed version come to: they are never changed again, since
 * databases out there have them word for word. */
static uint64_t sum_of(const char *const *texts)
{
	uint64_t sum = 0xcbf29ce484222325u;

	for (; *texts; texts++)
		for (const char *c = *texts; *c; c++)
			sum = (sum ^ (unsigned char)*c) * 0x100000001b3u;
	return sum;
}

static void a_landed_version_is_what_it_was(void **state)
{
	static const uint64_t landed[] = {0x686e05749bc4e299u, 0xcbf29ce484222325u,
		0x77eaffe7d4eae4c0u, 0x903f6b12286ce474u, 0x23ce0a930f6e29du, 0xd600f8107fda75f2u,
		0xc4f149469d8fcb5bu, 0xfe9da90ba7f1193au, 0x3cf9cdac4d8e70d0u};

	(void)state;
	for (size_t i = 0; i < sizeof landed / sizeof landed[0]; i++)
		if (sum_of(schema_steps[i].schema) != landed[i])
			fail_msg("the schema of version %zu has changed (%llx): make a new version",
				i + 1, (unsigned long long)sum_of(schema_steps[i].schema));
}

static size_t found(struct store *store, const char *words)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	store_search(store, 1, words, 9, &arena, &count);
	arena_clear(&arena);
	return count;
}

/* Makes a database what it was in an earlier version: its later tables go, and what they
 * took away comes back. */
static void take_back(const char *path, int version)
{
	struct str sql;
	char name[64];

	str_init(&sql);
	for (int i = schema_version - 1; i >= version; i--) {
		for (const char *const *text = schema_steps[i].schema; *text; text++)
			if (sscanf(*text, "CREATE TABLE %63[a-z_]", name) == 1)
				str_addf(&sql, "DROP TABLE %s;", name);
			else if (sscanf(*text, "CREATE INDEX %63[a-z_]", name) == 1)
				str_addf(&sql, "DROP INDEX IF EXISTS %s;", name);
		for (const char *const *text = schema_steps[i].gone; text && *text; text++)
			str_addf(&sql, "%s;", *text);
	}
	str_addf(&sql, "DELETE FROM counter WHERE kind = 'searched'; PRAGMA user_version = %d",
		version);
	scratch_sql(path, sql.text);
	str_clear(&sql);
}

static void a_database_of_version_1_is_brought_up_with_all_that_search_had(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct err err = {0};

	(void)state;
	take_back(path, 1);
	struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);
	assert_non_null(store);
	assert_int_equal(pragma(store, "user_version"), schema_version);
	assert_true(store_check(store, false, &err));
	assert_int_equal(found(store, "canada"), 1);
	fixture_statement(store, 1, "2", "Benin", "asked for boats");
	assert_int_equal(found(store, "boats"), 1);
	assert_int_equal(found(store, "canada"), 1);
	store_free(store);
	/* What it was is kept beside it. */
	assert_int_equal(scratch_count(scratch.folder, "a.db.version-1"), 1);
}

/* --- an upgrade that is cut off --- */

/* In the folder `scratch`, which holds a.db of an earlier version and nothing else. */
static const char *fresh_copy(const char *base)
{
	scratch_close(&scratch);
	scratch_open(&scratch);
	const char *path = scratch_path(&scratch, "a.db");
	scratch_copy(base, path);
	return path;
}

/* What it was is kept beside it, whole. */
static void assert_kept(const char *path, int version)
{
	const char *kept = arena_printf(&scratch.arena, "%s.version-%d", path, version);
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_open_v2(kept, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
				 "SELECT integrity_check, user_version"
				 " FROM pragma_integrity_check, pragma_user_version",
				 -1, &stmt, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(stmt, 0), "ok");
	assert_int_equal(sqlite3_column_int(stmt, 1), version);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

static char *upgraded(const char *path)
{
	struct err err = {0};
	struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);

	if (!store || !store_check(store, false, &err))
		fail_msg("%s", err.text);
	assert_int_equal(pragma(store, "user_version"), schema_version);
	char *dump = fixture_dump(store);
	store_free(store);
	return dump;
}

/* At every write, or at every `apart`th. */
static void cut_off_at_every_write(int version, enum failing_way way, int apart)
{
	struct scratch origin;
	scratch_open(&origin);
	const char *base = scratch_database(&origin, "base.db");
	bool cut = true;
	int n = 1;

	take_back(base, version);
	char *expected = upgraded(fresh_copy(base));
	failing_install();
	for (; cut; n += apart) {
		const char *path = fresh_copy(base);

		cut = cut_off(path, STORE_OPEN_EXISTING, n, way);
		char *is = upgraded(path);
		assert_string_equal(is, expected);
		assert_kept(path, version);
		assert_int_equal(scratch_count(scratch.folder, "a.db.version-1.unfinished"), 0);
		free(is);
	}
	failing_remove();
	assert_true(n > 60);
	free(expected);
	scratch_close(&origin);
}

static void an_upgrade_that_is_killed_at_any_write_is_done_by_the_next_start(void **state)
{
	(void)state;
	for (int version = 1; version < schema_version; version++)
		cut_off_at_every_write(version, FAILING_KILL, version);
}

static void an_upgrade_in_a_power_cut_at_any_write_is_done_by_the_next_start(void **state)
{
	(void)state;
	cut_off_at_every_write(1, FAILING_POWER, 2);
}

/* The disk fails once, at any of them: nothing is half done, and the next start does it. */
static void an_upgrade_that_fails_at_any_write_leaves_the_old_version_and_says_why(void **state)
{
	struct scratch origin;
	scratch_open(&origin);
	const char *base = scratch_database(&origin, "base.db");
	bool fired = true;

	(void)state;
	take_back(base, 1);
	char *expected = upgraded(fresh_copy(base));
	failing_install();
	for (int n = 1; fired; n++) {
		const char *path = fresh_copy(base);
		struct err err = {0};

		failing_arm(n, SQLITE_IOERR_WRITE, FAILING_ONCE);
		struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);
		assert_true(store || (err.text[0] && !strchr(err.text, '\n')));
		store_free(store);
		fired = failing_disarm();
		char *is = upgraded(path);
		assert_string_equal(is, expected);
		assert_kept(path, 1);
		free(is);
	}
	failing_remove();
	free(expected);
	scratch_close(&origin);
}

static void version_0_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct err err = {0};

	(void)state;
	scratch_sql(path, "PRAGMA user_version = 0");
	assert_null(store_new(path, STORE_OPEN_EXISTING, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_non_null(strstr(err.text, "not a database of rapporteur"));
}

static void a_version_below_0_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct err err = {0};

	(void)state;
	scratch_sql(path, "PRAGMA user_version = -5");
	assert_null(store_new(path, STORE_OPEN_EXISTING, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_non_null(strstr(err.text, "not a database of rapporteur"));
}

static void a_check_can_be_repaired_when_only_derived_tables_are_wrong(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct store *store;
	struct err err = {0};
	char *before, *after;
	size_t count;
	struct arena arena;

	(void)state;
	scratch_sql(path, "INSERT INTO part(session, number, symbol, date, seq, person, at, tree)"
			  " VALUES(1, 4, 'L.1', '', 1, 'me', 1, '{}');"
			  "DELETE FROM item_count; DELETE FROM search; DELETE FROM counter");
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	before = fixture_dump(store);
	assert_false(store_check(store, false, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_non_null(strstr(err.text, "--repair"));
	assert_true(store_check(store, true, NULL));
	assert_true(store_check(store, false, NULL));
	after = fixture_dump(store);
	assert_string_equal(before, after);
	/* Numbers go on where they were. */
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	arena_init(&arena);
	store_sessions(store, false, &arena, &count);
	assert_int_equal(sql_value(store, 0, "SELECT max(number) FROM statement", ""), 2);
	assert_int_equal(
		sql_value(store, 0, "SELECT last FROM counter WHERE kind = 'part'", ""), 4);
	arena_clear(&arena);
	store_free(store);
	free(before);
	free(after);
}

static void a_row_that_refers_to_nothing_is_found(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct store *store;
	struct err err = {0};

	(void)state;
	scratch_sql(path, "DELETE FROM participant WHERE list_name = 'Canada'");
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	assert_false(store_check(store, false, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_non_null(strstr(err.text, "participant"));
	store_free(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(a_database_in_a_file_has_the_schema_of_one_in_memory),
		TEST(a_database_is_opened_as_the_design_says),
		TEST(there_is_no_trigger_no_view_and_no_real),
		TEST(every_recorded_table_is_strict_with_ids_that_are_never_given_again),
		TEST(the_tables_that_grow_have_an_index_for_what_points_at_statements),
		TEST(a_landed_version_is_what_it_was),
		TEST(a_database_of_version_1_is_brought_up_with_all_that_search_had),
		TEST(an_upgrade_that_is_killed_at_any_write_is_done_by_the_next_start),
		TEST(an_upgrade_in_a_power_cut_at_any_write_is_done_by_the_next_start),
		TEST(an_upgrade_that_fails_at_any_write_leaves_the_old_version_and_says_why),
		TEST(version_0_is_refused),
		TEST(a_version_below_0_is_refused),
		TEST(a_check_can_be_repaired_when_only_derived_tables_are_wrong),
		TEST(a_row_that_refers_to_nothing_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
