/* SPDX-License-Identifier: MIT */
/* Forms: one field or all that can be said, texts of many lines, leaving them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/floor.h"
#include "store/journal.h"
#include "store/recommendation.h"
#include "support/ui/one_screen.h"

static int set_up(void **state)
{
	(void)state;
	screen_open_on_item_2(&screen);
	screen_keys(&screen, ":");
	screen_type(&screen, "statement add Spain --person 'Ms. Gil'");
	screen_keys(&screen, "Enter");
	screen_do(&screen, "recommendation propose 'Takes note of the report' --item 2");
	return 0;
}

static struct statement_row statement(void)
{
	struct fixture *fixture = &screen.fixture;
	struct statement_row row;
	int64_t id = store_statement_find(fixture->store, fixture->desk.session, 1);

	assert_true(store_statement(fixture->store, id, &fixture->arena, &row));
	return row;
}

static const char *last_arguments(void)
{
	struct fixture *fixture = &screen.fixture;
	size_t count;
	struct journal_row *rows =
		store_journal(fixture->store, fixture->desk.session, 0, 1, &fixture->arena, &count);

	assert_int_equal(count, 1);
	return rows[0].arguments;
}

static const char *text_of(int number)
{
	struct fixture *fixture = &screen.fixture;
	struct recommendation_row row;
	int64_t id = store_recommendation_find(fixture->store, fixture->desk.session, number);

	assert_true(store_recommendation(fixture->store, id, &fixture->arena, &row));
	return row.text;
}

/* --- all fields at once --- */

static void a_correction_begins_with_what_is_known(void **state)
{
	(void)state;
	screen_keys(&screen, "E");
	screen_shows(&screen, "Who spoke:          Spain");
	screen_shows(&screen, "Kind of statement:  general");
	screen_shows(&screen, "Name of the person: Ms. Gil");
}

static void only_what_was_changed_is_given_to_the_command(void **state)
{
	(void)state;
	screen_keys(&screen, "E Tab Tab");
	screen_type(&screen, "rep");
	screen_keys(&screen, "Enter");
	assert_string_equal(last_arguments(), "s1 --kind reply");
	assert_string_equal(statement().kind, "reply");
	assert_string_equal(statement().person, "Ms. Gil");
}

static void typing_begins_a_new_value_and_moving_goes_on_with_the_old_one(void **state)
{
	(void)state;
	screen_keys(&screen, "E");
	screen_type(&screen, "pak");
	screen_shows(&screen, "Who spoke:          pak");
	screen_keys(&screen, "Shift-Tab Tab End");
	screen_type(&screen, "x");
	screen_shows(&screen, "Who spoke:          Pakistanx");
}

static void what_is_emptied_is_taken_away(void **state)
{
	(void)state;
	screen_keys(&screen, "E Tab Tab Tab Tab Ctrl-U Enter");
	assert_null(statement().person);
}

static void a_form_with_nothing_changed_says_so_and_stays(void **state)
{
	(void)state;
	screen_keys(&screen, "E Enter");
	screen_shows(&screen, "nothing was changed here");
	screen_keys(&screen, "Esc");
	screen_lacks(&screen, "Who spoke");
}

static void an_officer_is_added_in_one_panel(void **state)
{
	(void)state;
	screen_keys(&screen, ":");
	screen_type(&screen, "officer add");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Country:");
	screen_type(&screen, "Chair");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "A. Person");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "Canada");
	screen_keys(&screen, "Enter");
	assert_string_equal(last_arguments(), "Chair \"A. Person\" --country Canada");
}

static void a_withdrawal_may_have_a_reason(void **state)
{
	(void)state;
	screen_keys(&screen, "2 w");
	screen_shows(&screen, "Reason, if any:");
	screen_type(&screen, "covered by another");
	screen_keys(&screen, "Enter");
	assert_string_equal(last_arguments(), "r1 --reason \"covered by another\"");
}

static void or_none(void **state)
{
	(void)state;
	screen_keys(&screen, "2 f Enter");
	assert_string_equal(last_arguments(), "r1");
	screen_shows(&screen, "deferred");
}

/* --- texts of many lines --- */

static void a_text_is_written_as_everywhere_else(void **state)
{
	(void)state;
	screen_keys(&screen, "r");
	screen_shows(&screen, "Esc save  Enter new line");
	screen_type(&screen, "Urges States\nto ratify");
	screen_keys(&screen, "Esc");
	assert_string_equal(text_of(2), "Urges States\nto ratify");
}

static void a_text_is_given_up_twice(void **state)
{
	(void)state;
	screen_keys(&screen, "r");
	screen_type(&screen, "Urges States");
	screen_keys(&screen, "Ctrl-G");
	screen_shows(&screen, "Ctrl-G once more");
	screen_keys(&screen, "Ctrl-G r");
	screen_lacks(&screen, "Urges States");
	screen_keys(&screen, "Esc");
	screen_lacks(&screen, "beginning with its verb");
}

static void a_field_beside_a_text_leads_back_to_it(void **state)
{
	(void)state;
	screen_keys(&screen, "r");
	screen_type(&screen, "Urges States");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "canada");
	screen_shows(&screen, "Esc to the text");
	screen_keys(&screen, "Esc");
	screen_shows(&screen, "Esc save  Enter new line");
	screen_lacks(&screen, "never saved");
	screen_keys(&screen, "Esc");
	assert_string_equal(text_of(2), "Urges States");
	assert_string_equal(last_arguments(), "\"Urges States\" --item 2 --by Canada");
}

static void a_field_beside_an_empty_text_is_left(void **state)
{
	(void)state;
	screen_keys(&screen, "r Tab");
	screen_shows(&screen, "Esc leave");
	screen_keys(&screen, "Esc");
	screen_lacks(&screen, "beginning with its verb");
}

/* --- leaving --- */

static void ctrl_g_leaves_what_esc_leaves(void **state)
{
	static const char *const opened[] = {":", "a", "/", "?", "u", "N"};

	(void)state;
	screen_draw(&screen);
	for (size_t i = 0; i < sizeof opened / sizeof opened[0]; i++) {
		screen_keys(&screen, "1");
		const char *before = arena_strdup(&screen.fixture.arena, screen.text.text);
		screen_keys(&screen, opened[i]);
		assert_string_not_equal(screen.text.text, before);
		screen_keys(&screen, "Ctrl-G");
		assert_null(strstr(screen.text.text, "Esc leave"));
		screen_keys(&screen, "1");
		assert_string_equal(screen.text.text, before);
	}
}

static void quitting_leaves_an_open_form(void **state)
{
	(void)state;
	screen_keys(&screen, "a Ctrl-Q");
	assert_int_equal(app_wants(screen.app), WANT_QUIT);
}

static void quitting_leaves_whatever_is_open(void **state)
{
	static const char *const keys[] = {": Ctrl-Q", "/ Ctrl-Q", "u Ctrl-Q"};

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		screen_keys(&screen, keys[i]);
		assert_int_equal(app_wants(screen.app), WANT_QUIT);
		screen_keys(&screen, "Esc");
	}
}

static void what_is_typed_in_a_line_is_not_lost_unsaid(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_type(&screen, "canada");
	screen_keys(&screen, "Ctrl-Q");
	assert_int_equal(app_wants(screen.app), WANT_NOTHING);
	screen_shows(&screen, "Ctrl-Q once more");
	screen_keys(&screen, "Ctrl-Q");
	assert_int_equal(app_wants(screen.app), WANT_QUIT);
}

static void a_command_line_is_not_lost_unsaid_either(void **state)
{
	(void)state;
	screen_keys(&screen, ":");
	screen_type(&screen, "statement add can --note maps");
	screen_keys(&screen, "Ctrl-Q");
	assert_int_equal(app_wants(screen.app), WANT_NOTHING);
	screen_shows(&screen, "Ctrl-Q once more leaves");
	screen_keys(&screen, "Left Ctrl-Q");
	assert_int_equal(app_wants(screen.app), WANT_NOTHING);
	screen_keys(&screen, "Ctrl-Q");
	assert_int_equal(app_wants(screen.app), WANT_QUIT);
}

static void a_text_is_kept_when_the_program_is_left(void **state)
{
	(void)state;
	screen_keys(&screen, "r");
	screen_type(&screen, "Urges States");
	screen_keys(&screen, "Ctrl-Q");
	assert_int_equal(app_wants(screen.app), WANT_QUIT);
	app_free(screen.app);
	screen.app = app_new(&screen.fixture.desk, 24, 80, true);
	screen_draw(&screen);
	screen_keys(&screen, "r");
	screen_shows(&screen, "Urges States");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_correction_begins_with_what_is_known),
		TEST(only_what_was_changed_is_given_to_the_command),
		TEST(typing_begins_a_new_value_and_moving_goes_on_with_the_old_one),
		TEST(what_is_emptied_is_taken_away),
		TEST(a_form_with_nothing_changed_says_so_and_stays),
		TEST(an_officer_is_added_in_one_panel),
		TEST(a_withdrawal_may_have_a_reason),
		TEST(or_none),
		TEST(a_text_is_written_as_everywhere_else),
		TEST(a_text_is_given_up_twice),
		TEST(a_field_beside_a_text_leads_back_to_it),
		TEST(a_field_beside_an_empty_text_is_left),
		TEST(ctrl_g_leaves_what_esc_leaves),
		TEST(quitting_leaves_an_open_form),
		TEST(quitting_leaves_whatever_is_open),
		TEST(what_is_typed_in_a_line_is_not_lost_unsaid),
		TEST(a_command_line_is_not_lost_unsaid_either),
		TEST(a_text_is_kept_when_the_program_is_left),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
