/* SPDX-License-Identifier: MIT */
/* Corrections of what the floor has logged: the time that the clock saw stays, and it
 * goes to whom it belongs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/group.h"
#include "store/sql.h"
#include "support/command/fixture.h"

static struct fixture fixture;
static int64_t item;

static int set_up(void **state)
{
	(void)state;
	fixture_open(&fixture);
	fixture_do(&fixture, "meeting open --at 10:00");
	fixture_do(&fixture, "item open 3 --at 10:00");
	item = sql_value(fixture.store, 0, "SELECT id FROM item WHERE printed = '3'", "");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	fixture_close(&fixture);
	return 0;
}

static void does(const char *line)
{
	fixture_do(&fixture, line);
}

#define SAYS(line, reply) assert_string_equal(fixture_do(&fixture, line), reply)
#define REFUSED(line, sentence) assert_string_equal(fixture_refused(&fixture, line), sentence)

/* The whole of the log, a statement a word group: "s1 Canada 0-5,6-8" in minutes from
 * 10 a.m., "-" without an end where it runs. */
static void assert_log(const char *expected)
{
	const char *log = "", *last = "";
	struct sql *q = sql_query(fixture.store,
		"SELECT s.number, p.list_name, x.started, x.stopped FROM statement s"
		" JOIN participant p ON p.id = s.participant JOIN span x ON x.statement = s.id"
		" ORDER BY s.number, x.started",
		"");
	int64_t ten = sql_value(fixture.store, 0, "SELECT opened FROM meeting", "");

	while (sql_row(q)) {
		const char *head =
			arena_printf(&fixture.arena, "s%d %s ", (int)sql_int(q, 0), sql_text(q, 1));
		bool same = strcmp(head, last) == 0;
		log = arena_printf(&fixture.arena, "%s%s%s%d-", log,
			same   ? ","
			: *log ? " "
			       : "",
			same ? "" : head, (int)((sql_int(q, 2) - ten) / 60000));
		if (!sql_null(q, 3))
			log = arena_printf(
				&fixture.arena, "%s%d", log, (int)((sql_int(q, 3) - ten) / 60000));
		last = head;
	}
	assert_string_equal(log, expected);
}

/* Names of those on the list of item 3. */
static void assert_list(const char *expected)
{
	size_t count;
	struct request_row *rows = store_requests(fixture.store, item, 0, &fixture.arena, &count);
	const char *list = "";

	for (size_t i = 0; i < count; i++)
		list = arena_printf(&fixture.arena, "%s%s%s", list, i ? " " : "", rows[i].name);
	assert_string_equal(list, expected);
}

static struct statement_row statement(int number)
{
	int64_t id = store_statement_find(fixture.store, fixture.desk.session, number);
	struct statement_row row = {0};

	assert_true(store_statement(fixture.store, id, &fixture.arena, &row));
	return row;
}

/* --- the wrong delegation has the floor --- */

static void the_clock_goes_on_for_the_right_one_and_the_wrong_one_waits_again(void **state)
{
	(void)state;
	does("floor request zim, can, ben");
	does("floor give --at 10:05");
	does("statement note s1 'asked for model legislation'");
	SAYS("floor correct can --at 10:07",
		"s1 Canada in place of Zimbabwe, item 3; Zimbabwe is 1st on the list again");
	assert_log("s1 Canada 5-");
	assert_list("Zimbabwe Benin");
	assert_string_equal(statement(1).note, "asked for model legislation");
	assert_int_equal(store_request_of(fixture.store, statement(1).id),
		sql_value(fixture.store, 0, "SELECT id FROM request WHERE state = 'called'", ""));
	SAYS("floor give --at 10:08", "s2 Zimbabwe has the floor, item 3");
	assert_log("s1 Canada 5-8 s2 Zimbabwe 8-");
}

static void a_correction_of_the_floor_is_one_step_of_undo(void **state)
{
	const char *before;

	(void)state;
	does("floor request zim, can");
	does("floor give --at 10:05");
	before = fixture_dump(&fixture);
	does("floor correct can --at 10:07");
	does("undo");
	assert_string_equal(fixture_dump(&fixture), before);
}

static void who_did_not_ask_gets_the_floor_of_the_wrong_one_too(void **state)
{
	(void)state;
	does("floor give zim --at 10:05");
	SAYS("floor correct can", "s1 Canada in place of Zimbabwe, item 3");
	assert_list("");
	does("floor request zim, fra");
	does("floor give --at 10:09");
	SAYS("floor correct ben --for 'African Group'",
		"s2 Benin in place of Zimbabwe, item 3; Zimbabwe is 1st on the list again");
	assert_list("Zimbabwe France");
	assert_true(statement(2).on_behalf != 0);
	REFUSED("floor correct ben", "Benin has the floor");
	does("floor end");
	REFUSED("floor correct zim", "Nobody has the floor: floor give");
}

static void the_right_one_speaks_in_the_capacity_it_asked_in(void **state)
{
	size_t count;

	(void)state;
	does("floor request can --person 'A. Person'");
	does("floor request ben --for 'African Group'");
	does("floor reply fra");
	does("floor give can --at 10:05");
	does("floor correct ben");
	assert_true(statement(1).on_behalf != 0);
	assert_null(statement(1).person);
	store_statement_members(fixture.store, statement(1).id, &fixture.arena, &count);
	assert_true(count > 40);
	does("floor correct fra");
	assert_int_equal(statement(1).on_behalf, 0);
	assert_string_equal(statement(1).kind, "reply");
	store_statement_members(fixture.store, statement(1).id, &fixture.arena, &count);
	assert_int_equal(count, 0);
	assert_list("Benin Canada");
	does("floor correct can");
	assert_string_equal(statement(1).person, "A. Person");
	assert_string_equal(statement(1).kind, "general");
}

static void a_point_of_order_of_the_wrong_one_leaves_what_the_right_one_asked_for(void **state)
{
	(void)state;
	does("floor request can, fra");
	does("floor give zim --at 10:00");
	does("floor order ben --at 10:02");
	SAYS("floor correct can --at 10:03", "s2 Canada in place of Benin, item 3");
	assert_string_equal(statement(2).kind, "point_of_order");
	assert_list("Canada France");
	SAYS("floor end --at 10:04", "s2 Canada ended; s1 Zimbabwe goes on");
	assert_log("s1 Zimbabwe 0-2,4- s2 Canada 2-4");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_clock_goes_on_for_the_right_one_and_the_wrong_one_waits_again),
		TEST(a_correction_of_the_floor_is_one_step_of_undo),
		TEST(who_did_not_ask_gets_the_floor_of_the_wrong_one_too),
		TEST(the_right_one_speaks_in_the_capacity_it_asked_in),
		TEST(a_point_of_order_of_the_wrong_one_leaves_what_the_right_one_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
