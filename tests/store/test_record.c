/* SPDX-License-Identifier: MIT */
/* What is taken down of a change is what SQLite's own session object would have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "store/record.h"
#include "store/schema.h"
#include "store/sql.h"
#include "support/store/fixture.h"

enum { ROUNDS = 300, STEPS = 40, KEYS = 6 };

static const char tables[] =
	"CREATE TABLE span(id INTEGER PRIMARY KEY, statement INTEGER, started INTEGER);"
	"CREATE TABLE point(id INTEGER PRIMARY KEY, text TEXT, rank TEXT, number INTEGER);"
	"CREATE TABLE journal(id INTEGER PRIMARY KEY, text TEXT);";

/* Numbers that take one byte and nine, texts that are empty, short, and longer than a
 * length of one byte, and nothing. */
static const char *const changes[] = {
	"INSERT OR IGNORE INTO span VALUES(?1, ?2, NULL)",
	"INSERT OR IGNORE INTO point VALUES(?1, printf('%.*c', ?2 * 60, 'x'), '', -1)",
	"INSERT OR REPLACE INTO point VALUES(?1, NULL, 'r', 9007199254740993 * ?2)",
	"INSERT INTO span VALUES(?1, 3, ?2) ON CONFLICT(id) DO UPDATE SET started = 8",
	"UPDATE span SET started = -?2 WHERE id = ?1",
	"UPDATE span SET statement = ?2, started = NULL WHERE id > ?1",
	"UPDATE point SET text = CASE WHEN ?2 > 2 THEN text END, rank = rank || ?2 WHERE id = ?1",
	"UPDATE point SET rank = CAST(x'00c3a9' AS TEXT) WHERE id IN(?1, ?2)",
	"DELETE FROM span WHERE id = ?1 OR statement = ?2",
	"DELETE FROM point WHERE id = ?1",
	"INSERT INTO journal(text) VALUES('not recorded ' || ?1)",
	"DELETE FROM point",
};
enum { CHANGES = sizeof changes / sizeof changes[0] };

static int is_recorded(void *context, const char *table)
{
	(void)context;
	return strcmp(table, "journal") != 0;
}

static sqlite3 *new_database(void)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, tables, NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static unsigned next(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static void run(sqlite3 *db, const char *text, int key, int number)
{
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_prepare_v2(db, text, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_int(stmt, 1, key);
	sqlite3_bind_int(stmt, 2, number);
	assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
	sqlite3_finalize(stmt);
}

static void change(sqlite3 *db, unsigned seed, int steps)
{
	for (int i = 0; i < steps; i++) {
		int kind = (int)(next(&seed) % CHANGES), key = (int)(next(&seed) % KEYS);

		/* Seldom all of them. */
		if (kind < CHANGES - 1 || next(&seed) % 4 == 0)
			run(db, changes[kind], key, (int)(next(&seed) % KEYS));
	}
}

/* What record.c takes for granted. */
static void recorded_tables_have_one_key_in_front_and_no_real(void **state)
{
	struct store *store = fixture_store();

	(void)state;
	for (const char *const *table = schema_recorded; *table; table++) {
		struct sql *q = sql_query(store,
			"SELECT count(*), sum(pk = (cid = 0)), sum(type = 'REAL'),"
			" max(cid = 0 AND type = 'INTEGER'),"
			" (SELECT max(wr) FROM pragma_table_list(?1) WHERE schema = 'main')"
			" FROM pragma_table_info(?1)",
			"t", *table);
		assert_true(sql_row(q));
		assert_true(sql_int(q, 0) > 1);
		assert_int_equal(sql_int(q, 0), sql_int(q, 1));
		assert_int_equal(sql_int(q, 2), 0);
		assert_int_equal(sql_int(q, 3), 1);
		assert_int_equal(sql_int(q, 4), 0);
		sql_done(q);
	}
	store_free(store);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_values(struct str *out, sqlite3_changeset_iter *iter, int columns,
	int (*read)(sqlite3_changeset_iter *iter, int column, sqlite3_value **value))
{
	sqlite3_value *value;

	for (int i = 0; i < columns; i++) {
		value = NULL;
		read(iter, i, &value);
		if (!value)
			str_add(out, " -");
		else
			str_addf(out, " %d:%s", sqlite3_value_type(value),
				(const char *)sqlite3_value_text(value));
	}
}

/* A line for each changed row, sorted: in what order they come is the library's affair. */
static char *described(void *bytes, int length)
{
	struct str lines[100], all;
	char *texts[100];
	sqlite3_changeset_iter *iter;
	const char *table;
	int columns, operation, indirect, count = 0;

	assert_int_equal(sqlite3changeset_start(&iter, length, bytes), SQLITE_OK);
	for (; sqlite3changeset_next(iter) == SQLITE_ROW; count++) {
		assert_true(count < 100);
		sqlite3changeset_op(iter, &table, &columns, &operation, &indirect);
		str_init(&lines[count]);
		str_addf(&lines[count], "%s %d %d:", table, operation, indirect);
		if (operation != SQLITE_INSERT)
			add_values(&lines[count], iter, columns, sqlite3changeset_old);
		str_add(&lines[count], " =>");
		if (operation != SQLITE_DELETE)
			add_values(&lines[count], iter, columns, sqlite3changeset_new);
		texts[count] = lines[count].text;
	}
	assert_int_equal(sqlite3changeset_finalize(iter), SQLITE_OK);
	qsort(texts, (size_t)count, sizeof texts[0], by_text);
	str_init(&all);
	for (int i = 0; i < count; i++)
		str_addf(&all, "%s\n", texts[i]);
	for (int i = 0; i < count; i++)
		str_clear(&lines[i]);
	return str_take(&all);
}

/* As the store does, from now on. */
static struct record *taken_down(sqlite3 *db)
{
	struct record *record = record_start(db);

	sqlite3_preupdate_hook(db, record_change, record);
	return record;
}

static void taken_down_no_more(sqlite3 *db, struct record *record)
{
	sqlite3_preupdate_hook(db, NULL, NULL);
	record_free(record);
}

static void any_changes_are_taken_down_as_a_session_would(void **state)
{
	sqlite3 *db = new_database(), *other = new_database();
	sqlite3_session *session;
	int length, wanted_length, some = 0;
	void *bytes, *wanted;

	(void)state;
	for (unsigned round = 1; round <= ROUNDS; round++) {
		int steps = (int)(round % STEPS);
		struct record *record = taken_down(db);
		change(db, round, steps);
		assert_int_equal(record_finish(record, &bytes, &length), SQLITE_OK);
		taken_down_no_more(db, record);

		assert_int_equal(sqlite3session_create(other, "main", &session), SQLITE_OK);
		sqlite3session_attach(session, NULL);
		sqlite3session_table_filter(session, is_recorded, NULL);
		change(other, round, steps);
		assert_int_equal(
			sqlite3session_changeset(session, &wanted_length, &wanted), SQLITE_OK);
		sqlite3session_delete(session);

		assert_int_equal(length, wanted_length);
		char *ours = described(bytes, length), *theirs = described(wanted, length);
		assert_string_equal(ours, theirs);
		free(ours);
		free(theirs);
		some += length > 0;
		sqlite3_free(bytes);
		sqlite3_free(wanted);
	}
	assert_true(some > ROUNDS / 2);
	sqlite3_close(db);
	sqlite3_close(other);
}

static void what_failed_can_be_taken_back(void **state)
{
	sqlite3 *db = new_database();
	struct record *record = taken_down(db);
	int length, wanted_length;
	void *bytes, *wanted;
	size_t mark;

	(void)state;
	run(db, changes[0], 1, 2);
	assert_int_equal(record_finish(record, &wanted, &wanted_length), SQLITE_OK);
	mark = record_mark(record);
	assert_int_equal(sqlite3_exec(db,
				 "INSERT INTO point SELECT 5 - x, 'a', 'b', abs(x) FROM"
				 " (SELECT 1 x UNION ALL SELECT 2 UNION ALL"
				 "  SELECT -9223372036854775807 - 1)",
				 NULL, NULL, NULL),
		SQLITE_ERROR);
	assert_true(record_mark(record) > mark);
	record_back(record, mark);
	run(db, changes[0], 1, 2);
	assert_int_equal(record_finish(record, &bytes, &length), SQLITE_OK);
	assert_int_equal(length, wanted_length);
	assert_memory_equal(bytes, wanted, (size_t)length);
	run(db, changes[0], 2, 2);
	sqlite3_free(bytes);
	assert_int_equal(record_finish(record, &bytes, &length), SQLITE_OK);
	assert_true(length > wanted_length);
	sqlite3_free(bytes);
	sqlite3_free(wanted);
	taken_down_no_more(db, record);
	sqlite3_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(recorded_tables_have_one_key_in_front_and_no_real),
		cmocka_unit_test(any_changes_are_taken_down_as_a_session_would),
		cmocka_unit_test(what_failed_can_be_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
