/* SPDX-License-Identifier: MIT */
/*
 * Answers that are kept: they are those of the database whoever changes it and however,
 * and they are asked for once. Whether one was asked for again is seen by what SQLite
 * has run.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "store/floor.h"
#include "store/participant.h"
#include "store/sql.h"
#include "support/store/answers.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

#define NAMES "SELECT list_name FROM participant WHERE session = ?1 ORDER BY id"
#define PLACES "SELECT count(*) FROM statement WHERE item = ?1"
#define TITLE "SELECT title, parent FROM item WHERE id = ?1"

struct kept_room {
	struct scratch scratch;
	const char *path;
	struct store *store;
	int64_t session, item;
	int asked; /* queries that SQLite has begun to run */
};

static int on_trace(unsigned what, void *context, void *statement, void *text)
{
	struct kept_room *room = context;

	(void)what;
	(void)statement;
	room->asked += strncmp(text, "SELECT", 6) == 0;
	return 0;
}

static int set_up(void **state)
{
	struct kept_room *room = mem_alloc(sizeof *room);

	scratch_open(&room->scratch);
	room->path = scratch_database(&room->scratch, "session.db");
	room->store = store_new(room->path, STORE_OPEN_EXISTING, NULL);
	assert_non_null(room->store);
	room->session = sql_value(room->store, 0, "SELECT id FROM session", "");
	room->item = fixture_item(room->store, room->session, "2");
	sqlite3_trace_v2(sql_handle(room->store), SQLITE_TRACE_STMT, on_trace, room);
	*state = room;
	return 0;
}

static int tear_down(void **state)
{
	struct kept_room *room = *state;

	store_free(room->store);
	scratch_close(&room->scratch);
	free(room);
	return 0;
}

static int64_t statements(struct kept_room *room)
{
	return sql_kept_value(room->store, -1, PLACES, "i", room->item);
}

/* As they stand there, one after the other. */
static void names(struct kept_room *room, struct str *out)
{
	struct sql *q = sql_kept(room->store, NAMES, "i", room->session);

	while (sql_row(q)) {
		str_add(out, sql_text(q, 0));
		str_addc(out, ' ');
	}
}

/* Reads both: how many of them SQLite had to run. Then all must be true. */
static int runs(struct kept_room *room)
{
	int before = room->asked, ran;
	struct str text;

	str_init(&text);
	store_read_begin(room->store);
	statements(room);
	names(room, &text);
	store_read_end(room->store);
	ran = room->asked - before;
	assert_non_null(strstr(text.text, "Benin Canada "));
	str_clear(&text);
	answers_check(room->store);
	return ran;
}

static void what_nobody_changed_is_asked_once(void **state)
{
	struct kept_room *room = *state;

	assert_int_equal(runs(room), 2);
	assert_int_equal(runs(room), 0);
	fixture_statement(room->store, room->session, "2", "Canada", "Springs.");
	assert_int_equal(runs(room), 1); /* the statements; nobody changed the participants */
	assert_int_equal(runs(room), 0);
}

static void undo_and_redo_are_seen(void **state)
{
	struct kept_room *room = *state;
	int64_t before = statements(room);

	fixture_statement(room->store, room->session, "2", "Canada", "Springs.");
	runs(room);
	assert_int_equal(statements(room), before + 1);
	assert_true(fixture_undo(room->store, room->session, false));
	assert_int_equal(runs(room), 1);
	assert_int_equal(statements(room), before);
	assert_true(fixture_undo(room->store, room->session, true));
	assert_int_equal(runs(room), 1);
	assert_int_equal(statements(room), before + 1);
}

static void what_a_change_has_done_is_seen_within_it(void **state)
{
	struct kept_room *room = *state;
	int64_t before;

	fixture_begin(room->store);
	before = statements(room);
	assert_true(sql_run(room->store, NULL, "DELETE FROM point", "") &&
		    sql_run(room->store, NULL, "DELETE FROM span", "") &&
		    sql_run(room->store, NULL, "DELETE FROM statement WHERE item = ?1", "i",
			    room->item));
	assert_true(before > 0);
	assert_int_equal(statements(room), 0);
	store_rollback(room->store);
	runs(room);
	assert_int_equal(statements(room), before);
}

static void what_is_taken_back_was_never_so(void **state)
{
	struct kept_room *room = *state;

	runs(room);
	fixture_begin(room->store);
	assert_true(sql_run(room->store, NULL, "UPDATE item SET title = 'Otherwise'", ""));
	struct sql *q = sql_kept(room->store, TITLE, "i", room->item);
	assert_true(sql_row(q));
	assert_string_equal(sql_text(q, 0), "Otherwise");
	assert_true(sql_null(q, 1));
	sql_done(q);
	store_rollback(room->store);
	store_read_begin(room->store);
	q = sql_kept(room->store, TITLE, "i", room->item);
	assert_true(sql_row(q));
	assert_string_equal(sql_text(q, 0), "Protection of springs");
	assert_false(sql_row(q));
	store_read_end(room->store);
	answers_check(room->store);
}

static void what_another_program_changes_is_seen(void **state)
{
	struct kept_room *room = *state;
	struct str text;

	assert_int_equal(runs(room), 2);
	scratch_sql(room->path,
		"UPDATE participant SET list_name = 'Belize' WHERE list_name = 'Zimbabwe'");
	assert_int_equal(runs(room), 2);
	str_init(&text);
	names(room, &text);
	assert_non_null(strstr(text.text, "Belize"));
	str_clear(&text);
	assert_int_equal(runs(room), 0);
	/* Not in the midst of a transaction: all that it reads is of one state. */
	store_read_begin(room->store);
	int64_t before = statements(room);
	scratch_sql(room->path, "DELETE FROM point; DELETE FROM span; DELETE FROM statement");
	assert_int_equal(statements(room), before);
	store_read_end(room->store);
	assert_int_equal(runs(room), 2);
	assert_int_equal(statements(room), 0);
}

/* Others may change it between two reads. */
static void outside_of_a_transaction_nothing_is_kept(void **state)
{
	struct kept_room *room = *state;
	int before = room->asked;

	runs(room);
	before = room->asked;
	assert_true(statements(room) > 0);
	scratch_sql(room->path, "DELETE FROM point; DELETE FROM span; DELETE FROM statement");
	assert_int_equal(statements(room), 0);
	assert_int_equal(room->asked - before, 2);
}

static void other_arguments_have_another_answer(void **state)
{
	struct kept_room *room = *state;
	int64_t other = fixture_item(room->store, room->session, "3");

	store_read_begin(room->store);
	assert_true(statements(room) > 0);
	assert_int_equal(sql_kept_value(room->store, -1, PLACES, "i", other), 0);
	assert_true(statements(room) > 0);
	/* None is also an answer. */
	assert_int_equal(sql_kept_value(room->store, 7, TITLE, "i", INT64_C(-1)), 7);
	int before = room->asked;
	assert_int_equal(sql_kept_value(room->store, 7, TITLE, "i", INT64_C(-1)), 7);
	assert_int_equal(room->asked, before);
	store_read_end(room->store);
}

static void one_may_be_asked_while_it_is_read(void **state)
{
	struct kept_room *room = *state;
	struct str outer, inner;
	int rows = 0;

	str_init(&outer);
	str_init(&inner);
	store_read_begin(room->store);
	names(room, &outer);
	struct sql *q = sql_kept(room->store, NAMES, "i", room->session);
	while (sql_row(q)) {
		str_reset(&inner);
		names(room, &inner);
		assert_string_equal(inner.text, outer.text);
		rows++;
	}
	store_read_end(room->store);
	assert_int_equal(rows, sql_value(room->store, 0, "SELECT count(*) FROM participant", ""));
	str_clear(&outer);
	str_clear(&inner);
}

static void one_that_fails_is_not_kept(void **state)
{
	struct kept_room *room = *state;
	struct err err = {0};

	runs(room);
	scratch_sql(room->path, "ALTER TABLE statement RENAME TO hidden");
	store_reads_begin(room->store);
	store_read_begin(room->store);
	assert_int_equal(statements(room), -1);
	assert_false(store_reads_good(room->store, &err));
	store_read_end(room->store);
	scratch_sql(room->path, "ALTER TABLE hidden RENAME TO statement");
	store_reads_begin(room->store);
	assert_int_equal(runs(room), 2);
	assert_true(store_reads_good(room->store, &err));
	assert_true(statements(room) > 0);
}

/* Its tables are known only once it can be. */
static void one_that_could_not_be_prepared_is_kept_of_its_tables(void **state)
{
	static const char query[] = "SELECT count(*) FROM later";
	struct kept_room *room = *state;

	store_read_begin(room->store);
	assert_int_equal(sql_kept_value(room->store, -1, query, ""), -1);
	store_read_end(room->store);
	scratch_sql(room->path, "CREATE TABLE later(id INTEGER PRIMARY KEY)");
	for (int count = 0; count < 2; count++) {
		store_read_begin(room->store);
		assert_int_equal(sql_kept_value(room->store, -1, query, ""), count);
		store_read_end(room->store);
		assert_true(sql_run(room->store, NULL, "INSERT INTO later DEFAULT VALUES", ""));
	}
}

static void read_refused_at_first(struct kept_room *room, sqlite3 *other)
{
	assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	store_read_begin(room->store);
	assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
}

/* On a network drive who writes keeps all others from reading. */
static void who_cannot_ask_what_others_changed_keeps_nothing(void **state)
{
	struct kept_room *room = *state;
	sqlite3 *other = NULL;

	assert_true(sql_script(room->store, "PRAGMA journal_mode = DELETE", NULL));
	sqlite3_busy_timeout(sql_handle(room->store), 0);
	assert_int_equal(sqlite3_open(room->path, &other), SQLITE_OK);
	read_refused_at_first(room, other);
	assert_true(statements(room) > 0);
	store_read_end(room->store);
	scratch_sql(room->path, "DELETE FROM point; DELETE FROM span; DELETE FROM statement");
	read_refused_at_first(room, other);
	assert_int_equal(statements(room), 0);
	store_read_end(room->store);
	sqlite3_close(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_nobody_changed_is_asked_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(undo_and_redo_are_seen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_a_change_has_done_is_seen_within_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_taken_back_was_never_so, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_another_program_changes_is_seen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			outside_of_a_transaction_nothing_is_kept, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			other_arguments_have_another_answer, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			one_may_be_asked_while_it_is_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(one_that_fails_is_not_kept, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			one_that_could_not_be_prepared_is_kept_of_its_tables, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			who_cannot_ask_what_others_changed_keeps_nothing, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
