/* SPDX-License-Identifier: MIT */
/* Files of treaty status: taken over whole, or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/agenda.h"
#include "store/participant.h"
#include "support/command/one_desk.h"

static struct participant_row get(const char *name)
{
	size_t count;
	struct participant_row *rows =
		store_participants(fixture.store, fixture.desk.session, &fixture.arena, &count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].list_name, name) == 0)
			return rows[i];
	fail_msg("%s is not on the roster", name);
	return (struct participant_row){0};
}

static void the_status_is_that_of_the_first_day(void **state)
{
	(void)state;
	assert_string_equal(
		fixture_do(&fixture, "participant import tests/command/data/status.csv"),
		"10 lines taken, 2 put on the roster; 4 parties, 1 signatories");
	assert_string_equal(get("Canada").status, "party");
	assert_string_equal(get("Turkey").status, "party");
	assert_string_equal(get("European Union").status, "party");
	/* A week too late, and five years. */
	assert_string_equal(get("Côte d’Ivoire").status, "signatory");
	assert_string_equal(get("Japan").status, "nonparty");
	/* Of whom the file has nothing. */
	assert_string_equal(get("Spain").status, "unknown");
}

static void who_is_new_is_put_on_the_roster_as_what_it_is(void **state)
{
	(void)state;
	fixture_do(&fixture, "participant import tests/command/data/status.csv");
	assert_string_equal(get("UNODC").kind, "un_body");
	assert_string_equal(get("Harbour Watch, International").kind, "nongovernmental");
}

static void the_same_file_again_changes_nothing(void **state)
{
	const char *was;

	(void)state;
	fixture_do(&fixture, "participant import tests/command/data/status.csv");
	was = get("Japan").status;
	fixture_do(&fixture, "participant import tests/command/data/status.csv");
	assert_string_equal(get("Japan").status, was);
	assert_string_equal(get("Côte d’Ivoire").status, "signatory");
}

static void a_bad_file_changes_nothing(void **state)
{
	const char *was = fixture_dump(&fixture);

	(void)state;
	assert_string_equal(
		fixture_refused(&fixture, "participant import tests/command/data/status-bad.csv"),
		"13 errors in tests/command/data/status-bad.csv: nothing was taken over");
	assert_int_equal(fixture.err.code, ERR_DATA);
	assert_string_equal(fixture_dump(&fixture), was);
}

static void of_two_treaties_one_is_the_session_s(void **state)
{
	(void)state;
	assert_string_equal(
		fixture_refused(&fixture, "participant import tests/command/data/status.yaml"),
		"1 error in tests/command/data/status.yaml: nothing was taken over");
	assert_string_equal(
		fixture_do(&fixture,
			"participant import tests/command/data/status.yaml --treaty UNTOC"),
		"5 lines taken, 1 put on the roster; 2 parties, 1 signatories");
	assert_string_equal(get("Holy See").status, "party");
	assert_string_equal(get("Japan").status, "signatory");
	assert_string_equal(get("International Water Union").kind, "intergovernmental");
	fixture_do(&fixture, "participant import tests/command/data/status.yaml --treaty Another");
	assert_string_equal(get("Holy See").status, "party");
}

static void a_copy_of_the_session_keeps_status_and_dates(void **state)
{
	(void)state;
	fixture_do(&fixture, "participant import tests/command/data/status.csv");
	fixture_do(&fixture, "session copy copied");
	fixture.desk.session = store_session_find(fixture.store, "copied");
	assert_true(desk_take_session(&fixture.desk, fixture.desk.session, &fixture.err));
	assert_string_equal(get("Japan").status, "nonparty");
	assert_true(store_check(fixture.store, false, &fixture.err));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_status_is_that_of_the_first_day),
		TEST(who_is_new_is_put_on_the_roster_as_what_it_is),
		TEST(the_same_file_again_changes_nothing),
		TEST(a_bad_file_changes_nothing),
		TEST(of_two_treaties_one_is_the_session_s),
		TEST(a_copy_of_the_session_keeps_status_and_dates),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
