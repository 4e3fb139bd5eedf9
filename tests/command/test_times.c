/* SPDX-License-Identifier: MIT */
/* The table of who has spoken for how long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/civil.h"
#include "support/command/fixture.h"

static int setup(void **state)
{
	static struct fixture fixture;

	fixture_open(&fixture);
	fixture_do(&fixture, "meeting open --at 10:00");
	fixture_do(&fixture, "item open 3 --at 10:01");
	*state = &fixture;
	return 0;
}

static int teardown(void **state)
{
	fixture_close(*state);
	return 0;
}

/* What is printed. */
static const char *output(struct fixture *fixture, const char *line)
{
	const char *reply = fixture_do(fixture, line);

	return *fixture->output ? fixture->output : reply;
}

static void own_speaking_and_that_for_a_group_are_kept_apart(void **state)
{
	struct fixture *fixture = *state;

	fixture_do(fixture, "statement add canada --from 10:02 --to 10:07");
	fixture_do(fixture, "statement add egypt --from 10:07 --to 10:09");
	fixture_do(fixture, "statement add egypt --for 'african group' --from 10:10 --to 10:18");
	fixture_do(fixture, "statement add zimbabwe --from 10:20 --to 10:20:30");
	assert_string_equal(output(fixture, "floor times"),
		"Speaking time, 1st meeting\n"
		"\n"
		"Delegations                                 own  + group\n"
		"  Egypt                                    2:00     8:00  ====++++++++++++++++\n"
		"  Canada                                   5:00           ==========\n"
		"  Zimbabwe                                 0:30           =\n"
		"  All                                      7:30     8:00\n"
		"\n"
		"Regional groups                             own  + group\n"
		"  African Group                            2:30     8:00  ====++++++++++++++++\n"
		"  Western European and Others Group        5:00           ==========\n"
		"\n"
		"For a group\n"
		"  Egypt for the African Group 8:00\n");
}

static void a_meeting_an_item_and_the_session_are_added_up_apart(void **state)
{
	struct fixture *fixture = *state;

	fixture_do(fixture, "statement add canada --from 10:02 --to 10:07");
	fixture_do(fixture, "meeting close --at 12:55");
	fixture_do(fixture, "meeting open --at 15:00");
	fixture_do(fixture, "item open 4 --at 15:01");
	fixture_do(fixture, "statement add canada --item 4 --from 15:02 --to 15:05");
	assert_non_null(strstr(output(fixture, "floor times"), "2nd meeting"));
	assert_non_null(strstr(output(fixture, "floor times"), "  3:00  "));
	assert_non_null(strstr(output(fixture, "floor times 3"), "item 3, all meetings"));
	assert_non_null(strstr(output(fixture, "floor times 3"), "  5:00  "));
	assert_non_null(strstr(output(fixture, "floor times --all"), "the session"));
	assert_non_null(strstr(output(fixture, "floor times --all"), "  8:00  "));
}

static void the_running_speech_counts(void **state)
{
	struct fixture *fixture = *state;

	fixture_do(fixture, "floor give canada --at 10:02");
	fixture->desk.at += 120000;
	assert_non_null(strstr(output(fixture, "floor times"), "  2:00  "));
}

static void nobody_may_have_spoken(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(output(fixture, "floor times"), "nobody has spoken yet");
}

/* The night in which an hour comes twice, the one in which one is skipped, and years in
 * which seconds since 1970 are none, are too many for 32 bits or nearly no date. */
static void a_speech_is_as_long_as_it_was_in_any_night_and_year(void **state)
{
	static const char *const nights[] = {"2012-10-28T02:50", "2012-03-25T01:50",
		"1969-12-31T23:50", "1970-01-01T00:50", "2038-01-19T04:04", "9999-12-29T23:50"};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof nights / sizeof nights[0]; i++) {
		int64_t begun;

		fixture_close(fixture);
		fixture_open(fixture);
		assert_true(civil_parse_time(nights[i], 0, &begun, &fixture->err));
		clock_stand_at(&fixture->desk.clock, begun);
		fixture_do(fixture, "meeting open");
		fixture_do(fixture, "item open 3");
		fixture_do(fixture, "floor give canada");
		clock_stand_at(&fixture->desk.clock, begun + 20 * 60000);
		fixture_do(fixture, "floor end");
		assert_non_null(strstr(output(fixture, "floor times"), "  20:00  "));
		fixture_do(fixture, "meeting close");
		assert_true(store_check(fixture->store, false, NULL));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			own_speaking_and_that_for_a_group_are_kept_apart, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_meeting_an_item_and_the_session_are_added_up_apart, setup, teardown),
		cmocka_unit_test_setup_teardown(the_running_speech_counts, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_speech_is_as_long_as_it_was_in_any_night_and_year, setup, teardown),
		cmocka_unit_test_setup_teardown(nobody_may_have_spoken, setup, teardown),
	};

	return cmocka_run_group_tests_name("times", tests, NULL, NULL);
}
