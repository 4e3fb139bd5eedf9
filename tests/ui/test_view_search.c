/* SPDX-License-Identifier: MIT */
/* Search: as it is typed, whatever the accents, and there with one key. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "store/floor.h"
#include "support/ui/one_screen.h"
#include "ui/found.h"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	fixture_do(&screen.fixture, "meeting open");
	fixture_do(&screen.fixture, "item open 3");
	fixture_do(&screen.fixture, "statement add Canada --item 3 --note 'welcomed the report\n"
				    "asked for model legislation'");
	fixture_do(&screen.fixture, "statement add Côte\\ d’Ivoire --item 3 "
				    "--note 'spoke of coopération and légalité'");
	fixture_do(&screen.fixture,
		"recommendation propose 'Calls upon States to adopt model laws' "
		"--item 4");
	screen_draw(&screen);
	return 0;
}

static void results_come_as_one_types(void **state)
{
	(void)state;
	screen_keys(&screen, "/ m o");
	screen_shows(&screen, "2 found");
	screen_shows(&screen, "asked for model legislation");
	screen_lacks(&screen, "welcomed the report\n");
	screen_type(&screen, "del laws");
	screen_shows(&screen, "1 found");
}

static void accents_and_case_do_not_matter(void **state)
{
	(void)state;
	screen_keys(&screen, "/");
	screen_type(&screen, "COOPERATION legal");
	screen_shows(&screen, "1 found");
	screen_shows(&screen, "coopération");
}

static void nothing_typed_finds_nothing(void **state)
{
	(void)state;
	screen_keys(&screen, "/ x x x Enter");
	screen_shows(&screen, "Nothing found");
	screen_keys(&screen, "Ctrl-U . . Enter");
	screen_shows(&screen, "Nothing found");
}

static void letters_are_typed_and_arrows_move(void **state)
{
	(void)state;
	screen_keys(&screen, "/");
	screen_type(&screen, "mod");
	int row = screen.canvas.cursor_row;
	screen_keys(&screen, "Down");
	assert_int_equal(screen.canvas.cursor_row, row);
	screen_keys(&screen, "Enter");
	assert_int_not_equal(screen.fixture.desk.selected.statement, 0);
}

static void enter_goes_to_the_statement(void **state)
{
	struct desk *desk = &screen.fixture.desk;

	(void)state;
	screen_keys(&screen, "4 /");
	screen_type(&screen, "legislation");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "AGENDA");
	assert_int_equal(desk->selected.statement,
		store_statement_find(screen.fixture.store, desk->session, 1));
}

static void enter_goes_to_the_recommendation(void **state)
{
	(void)state;
	screen_keys(&screen, "/");
	screen_type(&screen, "adopt laws");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "RECOMMENDATIONS");
	assert_non_null(strstr(screen_cursor_row(&screen), "r1"));
}

static void enter_goes_to_what_is_followed_up(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation import tests/exchange/reported/harbours-2011.txt");
	screen_do(&screen, "follow-up action f3 'The pilots were paid'");
	screen_keys(&screen, "/");
	screen_type(&screen, "pilots paid");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "FOLLOW-UP  28");
	screen_shows(&screen, "f3 · (c) · state not known");
}

static void enter_asks_for_what_was_typed_last(void **state)
{
	struct event event = {.kind = EVENT_KEY};

	(void)state;
	screen_keys(&screen, "/");
	screen_type(&screen, "law");
	/* Two keys between two pictures. */
	event.key = (struct key){.code = KEY_CHARACTER, .point = 'x'};
	app_handle(screen.app, &event);
	event.key = (struct key){.code = KEY_ENTER};
	app_handle(screen.app, &event);
	screen_draw(&screen);
	screen_shows(&screen, "Nothing found");
}

static void escape_leaves_all_as_it_was(void **state)
{
	(void)state;
	char *before = test_malloc(screen.text.length + 1);
	strcpy(before, screen_draw(&screen));
	screen_keys(&screen, "/ m o Escape");
	assert_string_equal(screen.text.text, before);
	test_free(before);
}

/* --- the line found --- */

static const char *line_of(const char *typed, const char *text, int columns)
{
	struct found found;
	struct flow flow;

	found_init(&found, typed);
	flow_init(&flow);
	found_add_line(&found, &flow, text, columns);
	flow_end(&flow, &(struct shape){.columns = columns, .one_line = true});
	const char *line =
		arena_strndup(&screen.fixture.arena, flow.lines[0].text, flow.lines[0].length);
	flow_clear(&flow);
	found_clear(&found);
	return line;
}

static void the_line_with_most_of_the_words_is_shown(void **state)
{
	(void)state;
	assert_string_equal(line_of("model law", "a model\na model law\nlaw", 40), "a model law");
	assert_string_equal(line_of("zzz", "first\nsecond", 40), "first");
	assert_string_equal(line_of("", "first\nsecond", 40), "first");
	assert_string_equal(line_of("x", "", 40), "");
}

static void a_word_far_on_in_its_line_is_brought_into_sight(void **state)
{
	const char *text = "one two three four five six seven eight nine ten eleven twelve "
			   "thirteen target fourteen fifteen";

	(void)state;
	const char *line = line_of("target", text, 30);
	assert_non_null(strstr(line, "target"));
	assert_memory_equal(line, "…", strlen("…"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(results_come_as_one_types),
		TEST(accents_and_case_do_not_matter),
		TEST(nothing_typed_finds_nothing),
		TEST(letters_are_typed_and_arrows_move),
		TEST(enter_goes_to_the_statement),
		TEST(enter_goes_to_the_recommendation),
		TEST(enter_goes_to_what_is_followed_up),
		TEST(enter_asks_for_what_was_typed_last),
		TEST(escape_leaves_all_as_it_was),
		TEST(the_line_with_most_of_the_words_is_shown),
		TEST(a_word_far_on_in_its_line_is_brought_into_sight),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
