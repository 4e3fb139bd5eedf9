/* SPDX-License-Identifier: MIT */
/* Limits of speaking time, as they are announced. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/floor.h"
#include "store/limit.h"
#include "support/command/fixture.h"

static int setup(void **state)
{
	static struct fixture fixture;

	fixture_open(&fixture);
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "item open 3");
	*state = &fixture;
	return 0;
}

static int teardown(void **state)
{
	fixture_close(*state);
	return 0;
}

/* The limit of whoever has the floor. */
static int limit(struct fixture *fixture)
{
	struct statement_row row;
	struct limits limits;

	assert_true(store_statement_running(
		fixture->store, fixture->desk.session, &fixture->arena, &row));
	store_limits(fixture->store, fixture->desk.session, desk_rules(&fixture->desk),
		&fixture->arena, &limits);
	return store_limit_of_statement(fixture->store, &limits, row.id);
}

static void a_limit_is_announced_and_changed_in_mid_debate(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(
		fixture_do(fixture, "floor limit 5"), "time limit: 5:00 for each speaker");
	fixture_do(fixture, "floor request can, zim");
	fixture_do(fixture, "floor give");
	assert_int_equal(limit(fixture), 300);
	assert_string_equal(
		fixture_do(fixture, "floor limit 2:30"), "time limit: 2:30 for each speaker");
	assert_int_equal(limit(fixture), 150);
	assert_string_equal(
		fixture_do(fixture, "floor limit none"), "time limit: no limit for each speaker");
	assert_int_equal(limit(fixture), 0);
}

static void a_limit_says_for_whom_it_is(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(fixture_do(fixture, "floor limit 10 --kind reply"),
		"time limit: 10:00 for a statement of kind reply");
	assert_string_equal(fixture_do(fixture, "floor limit 7 --class group --item 3"),
		"time limit: 7:00 for class group, item 3");
	assert_string_equal(
		fixture_do(fixture, "floor limit 2 --kind explanation_after --class observer"),
		"time limit: 2:00 for a statement of kind explanation after, class observer");
	fixture_do(fixture, "floor give can --for 'african group' --guest");
	assert_int_equal(limit(fixture), 420);
}

static void a_status_is_a_class(void **state)
{
	struct fixture *fixture = *state;

	fixture_do(fixture, "participant status party can");
	assert_string_equal(fixture_do(fixture, "floor limit 4 --status party"),
		"time limit: 4:00 for class party");
	assert_string_equal(fixture_do(fixture, "floor limit 1 --status nonparty"),
		"time limit: 1:00 for class observer");
	fixture_do(fixture, "floor give can");
	assert_int_equal(limit(fixture), 240);
	fixture_do(fixture, "floor give zim");
	assert_int_equal(limit(fixture), 60);
	fixture_refused(fixture, "floor limit 4 --status party --class group");
}

static void what_is_no_limit_leaves_no_trace(void **state)
{
	struct fixture *fixture = *state;
	const char *before = fixture_dump(fixture);

	assert_non_null(strstr(fixture_refused(fixture, "floor limit five"), "'five'"));
	fixture_refused(fixture, "floor limit 5 --class martian");
	fixture_refused(fixture, "floor limit");
	assert_string_equal(fixture_dump(fixture), before);
}

static void a_copy_of_the_record_has_the_limits(void **state)
{
	struct fixture *fixture = *state;

	fixture_do(fixture, "floor limit 5");
	fixture_do(fixture, "floor give can");
	fixture_do(fixture, "session copy copied --record");
	fixture_do(fixture, "floor end");
	struct limits limits;
	store_limits(fixture->store, store_session_find(fixture->store, "copied"),
		desk_rules(&fixture->desk), &fixture->arena, &limits);
	assert_int_equal(limits.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_limit_is_announced_and_changed_in_mid_debate, setup, teardown),
		cmocka_unit_test_setup_teardown(a_limit_says_for_whom_it_is, setup, teardown),
		cmocka_unit_test_setup_teardown(a_status_is_a_class, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_no_limit_leaves_no_trace, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_copy_of_the_record_has_the_limits, setup, teardown),
	};

	return cmocka_run_group_tests_name("limit", tests, NULL, NULL);
}
