/* SPDX-License-Identifier: MIT */
/* What time it is in a rehearsal, for who opens it without a screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/civil.h"
#include "command/rehearsal.h"
#include "store/agenda.h"
#include "support/command/one_desk.h"

static int64_t at(const char *time)
{
	int64_t ms = 0;

	assert_true(civil_parse_time(time, 0, &ms, NULL));
	return ms;
}

/* The clock runs, and nobody has said what time it is. */
static void open_rehearsal(void)
{
	does("session copy rehearsed --rehearse");
	fixture.desk.clock = (struct clock){0};
	fixture.desk.at = 0;
}

/* To the minute: it runs. */
static void stands_at(const char *time)
{
	struct civil is = civil_at(desk_now(&fixture.desk)), should = civil_at(at(time));

	assert_int_equal(is.year, should.year);
	assert_int_equal(is.month * 100 + is.day, should.month * 100 + should.day);
	assert_int_equal(is.hour * 60 + is.minute, should.hour * 60 + should.minute);
}

static void word_is_left(const char *time)
{
	struct clock clock = {0};

	clock_shift_to(&clock, at(time));
	assert_true(
		store_session_keep_clock(fixture.store, fixture.desk.session, clock.shift, NULL));
}

static void it_begins_before_the_first_slot(void **state)
{
	(void)state;
	open_rehearsal();
	rehearsal_go_on(&fixture.desk);
	stands_at("2012-10-17T09:55");
}

static void it_goes_on_from_its_newest_command(void **state)
{
	(void)state;
	open_rehearsal();
	fixture.desk.at = at("2012-10-17T10:30");
	does("recommendation propose Notes");
	fixture.desk.at = 0;
	rehearsal_go_on(&fixture.desk);
	stands_at("2012-10-17T10:30");
}

static void beside_a_screen_it_is_that_ones_time(void **state)
{
	(void)state;
	open_rehearsal();
	word_is_left("2012-10-17T11:10");
	rehearsal_go_on(&fixture.desk);
	stands_at("2012-10-17T11:10");
}

static void word_of_another_day_is_old(void **state)
{
	(void)state;
	open_rehearsal();
	word_is_left("2012-10-20T11:10");
	rehearsal_go_on(&fixture.desk);
	stands_at("2012-10-17T09:55");
}

static void word_from_before_the_newest_command_is_old(void **state)
{
	(void)state;
	open_rehearsal();
	word_is_left("2012-10-17T10:10");
	fixture.desk.at = at("2012-10-17T12:30");
	does("recommendation propose Notes");
	fixture.desk.at = 0;
	rehearsal_go_on(&fixture.desk);
	stands_at("2012-10-17T12:30");
}

static void a_time_that_was_said_stays(void **state)
{
	(void)state;
	open_rehearsal();
	fixture.desk.at = at("2012-10-18T10:00");
	rehearsal_go_on(&fixture.desk);
	assert_true(desk_now(&fixture.desk) == at("2012-10-18T10:00"));
}

static void a_session_that_is_none_has_the_time_of_the_machine(void **state)
{
	(void)state;
	fixture.desk.clock = (struct clock){0};
	rehearsal_go_on(&fixture.desk);
	assert_int_equal(fixture.desk.clock.shift, 0);
}

/* Rows of a table in all sessions. */
static int rows_of(const char *table)
{
	size_t length = strlen(table);
	int count = 0;

	for (const char *line = fixture_dump(&fixture); *line; line += strcspn(line, "\n") + 1)
		count += strncmp(line, table, length) == 0 && line[length] == '|';
	return count;
}

static void prepare(void)
{
	does("follow-up add 'Encourages States' --label '(a)'");
	does("follow-up action f1 'A law was made' --by 'the Secretariat'");
	does("survey add 'Omnibus survey' --item 3");
	does("contribution add can --survey q1 --focal 'A. Person' --document d1");
	does("style silence spelling program");
	does("recommendation propose 'Urges States' --by can");
}

static void it_has_all_that_was_prepared(void **state)
{
	static const char *const tables[] = {"follow_up", "follow_up_action", "survey",
		"contribution", "focal_point", "silence", "recommendation", "version_source"};

	(void)state;
	prepare();
	open_rehearsal();
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
		if (rows_of(tables[i]) != 2)
			fail_msg("%s: %d", tables[i], rows_of(tables[i]));
	/* Numbers go on. */
	tells("follow-up add 'Notes it'", "f2");
	tells("recommendation propose Notes", "r2");
}

/* Then what was logged is left out, and what was made ready is there all the same. */
static void it_begins_anew_once_a_meeting_was_held(void **state)
{
	(void)state;
	prepare();
	does("meeting open");
	does("statement add can --item 3");
	open_rehearsal();
	assert_int_equal(rows_of("meeting"), 1);
	assert_int_equal(rows_of("statement"), 1);
	assert_int_equal(rows_of("recommendation"), 1);
	assert_int_equal(rows_of("follow_up"), 2);
	assert_int_equal(rows_of("follow_up_action"), 2);
	assert_int_equal(rows_of("contribution"), 2);
	assert_int_equal(rows_of("focal_point"), 2);
	assert_int_equal(rows_of("silence"), 2);
	tells("follow-up add 'Notes it'", "f2");
	assert_true(store_check(fixture.store, false, &fixture.err));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_has_all_that_was_prepared),
		TEST(it_begins_anew_once_a_meeting_was_held),
		TEST(it_begins_before_the_first_slot),
		TEST(it_goes_on_from_its_newest_command),
		TEST(beside_a_screen_it_is_that_ones_time),
		TEST(word_of_another_day_is_old),
		TEST(word_from_before_the_newest_command_is_old),
		TEST(a_time_that_was_said_stays),
		TEST(a_session_that_is_none_has_the_time_of_the_machine),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
