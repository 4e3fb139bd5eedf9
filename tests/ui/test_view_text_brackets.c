/* SPDX-License-Identifier: MIT */
/* Brackets of one text in negotiation, by keys: opened with the text in sight, kept and
 * dropped, however many there are. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "store/recommendation.h"
#include "support/ui/one_screen.h"

#define TEXT "Requests the Secretariat to report on it in detail"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 40, 120);
	screen_do(&screen, "recommendation propose '" TEXT "' --item 3 --by Canada");
	screen_do(&screen, "amendment propose r1 --replace 'on it' --with 'about it' --by Norway");
	screen_do(&screen, "amendment propose r1 --replace 'on it' --with 'of it' --by Chile");
	screen_do(&screen, "amendment propose r1 --delete 'in detail' --by Egypt --how orally");
	screen_keys(&screen, "2 t");
	return 0;
}

static struct recommendation_row text_of(int number)
{
	struct recommendation_row row = {0};
	int64_t id = store_recommendation_find(
		screen.fixture.store, screen.fixture.desk.session, number);

	store_recommendation(screen.fixture.store, id, &screen.fixture.arena, &row);
	return row;
}

static void assert_on_row(const char *text)
{
	const char *row = screen_cursor_row(&screen);

	if (!strstr(row, text))
		fail_msg("the cursor is on \"%s\", not on \"%s\"", row, text);
}

static void brackets_are_opened_kept_and_dropped(void **state)
{
	(void)state;
	screen_keys(&screen, "b");
	screen_type(&screen, "in detail");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "norway");
	screen_keys(&screen, "Enter");
	assert_string_equal(
		text_of(1).text, "Requests the Secretariat to report on it [Norway: in detail]");
	assert_on_row("[1]");
	screen_shows(&screen, "kept, it reads:");
	screen_keys(&screen, "-");
	assert_string_equal(text_of(1).text, "Requests the Secretariat to report on it");
	assert_on_row("r1");
	screen_do(&screen, "undo --with-later");
	screen_keys(&screen, "+");
	assert_string_equal(text_of(1).text, TEXT);
	screen_keys(&screen, "+");
	screen_shows(&screen, "no bracket in this text");
	screen_do(&screen, "recommendation edit r1 'Requests [Norway: the Secretariat'");
	screen_shows(&screen, "1 half bracket");
}

static void words_of_a_bracket_are_typed_with_the_text_in_sight(void **state)
{
	(void)state;
	screen_keys(&screen, "b");
	screen_shows(&screen, "The text:");
	screen_shows(&screen, " Requests the Secretariat to report on it in detail\n");
	screen_type(&screen, "in detal");
	screen_shows(&screen, "These words are not in the text:");
	screen_keys(&screen, "Backspace");
	screen_type(&screen, "il ");
	screen_lacks(&screen, "These words are not in the text:");
	screen_keys(&screen, "Enter");
	assert_string_equal(
		text_of(1).text, "Requests the Secretariat to report on it [in detail]");
}

static void a_locked_text_opens_no_form_of_a_bracket(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation adopt r1 --anyway");
	screen_keys(&screen, "b");
	screen_shows(&screen, "r1 is adopted: its text is locked; recommendation reopen r1 first");
	screen_lacks(&screen, "Words of the text");
	screen_keys(&screen, "e");
	screen_shows(&screen, "r1 is adopted: its text is locked; recommendation reopen r1 first");
	screen_lacks(&screen, "New version of");
}

static void brackets_that_nest_deep_are_shown_as_any(void **state)
{
	enum { DEEP = 20000 };
	struct str line = STR_EMPTY;

	(void)state;
	str_add(&line, "recommendation edit r1 'Requests ");
	for (int i = 0; i < DEEP; i++)
		str_add(&line, "[EU: it ");
	for (int i = 0; i < DEEP; i++)
		str_add(&line, "]");
	str_add(&line, "'");
	screen_do(&screen, line.text);
	screen_shows(&screen, "TEXT r1 (a)  with changes · 3 amendments, 3 in…  1 of 20006");
	screen_keys(&screen, "j j j j j");
	screen_shows(&screen, "Bracket 2 of 20000, EU");
	screen_keys(&screen, "b");
	screen_keys(&screen, "Escape");
	screen_do(&screen, "bracket list r1");
	screen_keys(&screen, "Escape b");
	screen_shows(&screen, "20000 open brackets");
	str_clear(&line);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(brackets_are_opened_kept_and_dropped),
		TEST(words_of_a_bracket_are_typed_with_the_text_in_sight),
		TEST(a_locked_text_opens_no_form_of_a_bracket),
		TEST(brackets_that_nest_deep_are_shown_as_any),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
