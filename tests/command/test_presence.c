/* SPDX-License-Identifier: MIT */
/* Who is there: registered, ticked, heard; and who has left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/report_rows.h"
#include "support/command/one_desk.h"

static void assert_counted(const char *sentence)
{
	assert_string_equal(fixture_do(&fixture, "quorum show"), sentence);
}

static void who_comes_and_goes_is_counted(void **state)
{
	(void)state;
	assert_string_equal(fixture_refused(&fixture, "quorum show"),
		"a quorum is of a meeting, and none was open then");
	/* Registered for the session, and so taking part; not here yet. */
	fixture_do(&fixture, "participant present 'can, cot, zim, spain, chad, chile'");
	fixture_do(&fixture, "meeting open");
	assert_counted("0 of 6 States here · debate 2: 2 short · decision 4: 4 short");
	fixture_do(&fixture, "participant present 'can, zim'");
	assert_counted("2 of 6 States here · debate 2 ✓ · decision 4: 2 short");
	fixture_do(&fixture, "participant absent can");
	assert_counted("1 of 6 States here · debate 2: 1 short · decision 4: 3 short");
	fixture_do(&fixture, "undo");
	assert_counted("2 of 6 States here · debate 2 ✓ · decision 4: 2 short");
	fixture_do(&fixture, "participant status party 'can, cot'");
	assert_counted("1 of 2 parties here · debate 1 ✓ · decision 2: 1 short");
	fixture_do(&fixture, "rule set quorum.decision 1/2");
	assert_counted("1 of 2 parties here · debate 1 ✓ · decision 1 ✓");
}

static void presence_follows_from_speaking(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open --at 10:00");
	fixture_do(&fixture, "statement add can --item 2 --from 10:05 --to 10:06 --at 10:06");
	assert_counted("1 of 1 States here · debate 1 ✓ · decision 1 ✓");
	fixture_do(&fixture, "participant absent can --at 10:10");
	assert_counted("0 of 1 States here · debate 1: 1 short · decision 1: 1 short");
	fixture_do(&fixture, "statement add can --item 2 --from 10:20 --to 10:21 --at 10:22");
	assert_counted("1 of 1 States here · debate 1 ✓ · decision 1 ✓");
}

static void who_came_for_an_item_is_at_the_meeting_too(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open");
	assert_string_equal(fixture_do(&fixture, "participant present 'can, chad' --item 3"),
		"Canada, Chad present for item 3");
	assert_counted("2 of 2 States here · debate 1 ✓ · decision 2 ✓");
	assert_string_equal(fixture_do(&fixture, "participant absent chad --item 3"),
		"Chad not present for item 3");
	assert_counted("2 of 2 States here · debate 1 ✓ · decision 2 ✓");
	fixture_do(&fixture, "participant absent chad");
	assert_counted("1 of 2 States here · debate 1 ✓ · decision 2: 1 short");
	assert_true(store_check(fixture.store, false, &fixture.err));
}

static void the_report_knows_who_came_for_an_item_alone(void **state)
{
	size_t before, after;

	(void)state;
	report_rows_seen(fixture.store, fixture.desk.session, &fixture.arena, &before);
	fixture_do(&fixture, "participant present chad --item 3");
	fixture_do(&fixture, "participant absent chad");
	report_rows_seen(fixture.store, fixture.desk.session, &fixture.arena, &after);
	assert_int_equal(before, 0);
	assert_int_equal(after, 1);
}

static void the_next_meeting_begins_with_an_empty_room(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open --at 10:00");
	fixture_do(&fixture, "participant present 'can, chad'");
	fixture_do(&fixture, "meeting close --at 12:00");
	fixture_do(&fixture, "meeting open --at 15:00");
	assert_counted("0 of 2 States here · debate 1: 1 short · decision 2: 2 short");
	/* The count of a meeting that is over is what it was in the end. */
	assert_string_equal(fixture_do(&fixture, "quorum show --at 11:00"),
		"2 of 2 States here · debate 1 ✓ · decision 2 ✓");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(who_comes_and_goes_is_counted),
		TEST(presence_follows_from_speaking),
		TEST(who_came_for_an_item_is_at_the_meeting_too),
		TEST(the_report_knows_who_came_for_an_item_alone),
		TEST(the_next_meeting_begins_with_an_empty_room),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
