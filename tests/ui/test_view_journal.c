/* SPDX-License-Identifier: MIT */
/* The Journal view: windows without gaps, and undoing from there. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "store/recommendation.h"
#include "support/ui/one_screen.h"

enum { PROPOSALS = 400 };

static int set_up(void **state)
{
	struct str line;

	(void)state;
	screen_open(&screen, 24, 80);
	str_init(&line);
	for (int i = 0; i < PROPOSALS; i++) {
		str_reset(&line);
		str_addf(&line, "recommendation propose 'Text %d' --item 3", i);
		fixture_do(&screen.fixture, line.text);
	}
	str_clear(&line);
	screen_keys(&screen, "5");
	return 0;
}

/* The number of the row with the cursor. */
static int here(void)
{
	return (int)strtol(screen_cursor_row(&screen), NULL, 10);
}

static void the_newest_comes_first(void **state)
{
	(void)state;
	assert_int_equal(here(), PROPOSALS + 1);
	screen_keys(&screen, "Down");
	assert_int_equal(here(), PROPOSALS);
}

static void every_row_is_passed_on_the_way_down_and_up(void **state)
{
	(void)state;
	for (int number = PROPOSALS + 1; number > 1; number--) {
		assert_int_equal(here(), number);
		screen_keys(&screen, "Down");
	}
	screen_keys(&screen, "Down");
	assert_int_equal(here(), 1);
	for (int number = 1; number <= PROPOSALS; number++) {
		assert_int_equal(here(), number);
		screen_keys(&screen, "Up");
	}
	screen_keys(&screen, "Up");
	assert_int_equal(here(), PROPOSALS + 1);
}

static void pages_leave_nothing_out(void **state)
{
	int last = here();

	(void)state;
	for (int i = 0; last > 1; i++) {
		assert_true(i < PROPOSALS);
		screen_keys(&screen, "PageDown");
		assert_true(here() < last && here() >= last - 6);
		last = here();
	}
	for (int i = 0; last <= PROPOSALS; i++) {
		assert_true(i < PROPOSALS);
		screen_keys(&screen, "PageUp");
		assert_true(here() > last && here() <= last + 6);
		last = here();
	}
}

static void both_ends_are_one_key_away(void **state)
{
	(void)state;
	screen_keys(&screen, "End");
	assert_int_equal(here(), 1);
	screen_keys(&screen, "Up Up");
	assert_int_equal(here(), 3);
	screen_keys(&screen, "Home");
	assert_int_equal(here(), PROPOSALS + 1);
}

static void what_others_do_does_not_move_the_cursor(void **state)
{
	(void)state;
	for (int i = 0; i < 100; i++)
		screen_keys(&screen, "Down");
	int number = here(), row = screen.canvas.cursor_row;
	screen_do(&screen, "recommendation propose 'Another' --item 3");
	assert_int_equal(here(), number);
	assert_int_equal(screen.canvas.cursor_row, row);
}

static void at_the_newest_the_cursor_follows(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation propose 'Another' --item 3");
	assert_int_equal(here(), PROPOSALS + 2);
}

static void any_row_can_be_undone_alone(void **state)
{
	struct fixture *fixture = &screen.fixture;

	(void)state;
	screen_keys(&screen, "Down Down Down x");
	screen_shows(&screen, "Text 396");
	screen_keys(&screen, "Enter");
	assert_int_equal(store_recommendation_find(fixture->store, fixture->desk.session, 397), 0);
	assert_int_not_equal(
		store_recommendation_find(fixture->store, fixture->desk.session, 398), 0);
	assert_int_equal(here(), 398);
	screen_shows(&screen, "undone: ");
	screen_keys(&screen, "x");
	screen_shows(&screen, "398 is undone already");
}

static void the_arguments_are_read_whole(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation propose 'First line\nSecond line' --item 3 --by Canada");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "First line");
	screen_shows(&screen, "Second line");
	screen_shows(&screen, "--by Canada");
}

/* --- only what is of an item or a kind --- */

static void only_what_is_of_an_item_is_shown_until_escape(void **state)
{
	(void)state;
	screen_do(&screen, "meeting open");
	screen_do(&screen, "item open 4");
	screen_do(&screen, "floor request Canada --item 4");
	screen_do(&screen, "floor give --item 4");
	screen_do(&screen, "floor end");
	screen_do(&screen, "recommendation propose 'Another' --item 3");
	screen_keys(&screen, "f");
	screen_type(&screen, "4");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "only item 4  Esc shows all");
	screen_lacks(&screen, "Another");
	screen_lacks(&screen, "Text 400");
	screen_lacks(&screen, "meeting open");
	screen_shows(&screen, "s1 Canada ended");
	screen_keys(&screen, "Escape Home");
	screen_lacks(&screen, "only item 4");
	screen_shows(&screen, "Another");
}

static void only_one_kind_is_shown_and_every_row_of_it(void **state)
{
	(void)state;
	screen_do(&screen, "meeting open");
	screen_keys(&screen, "f Tab");
	screen_type(&screen, "recommendation");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "only recommendation");
	for (int number = PROPOSALS + 1; number > 2; number--) {
		assert_int_equal(here(), number);
		screen_keys(&screen, "Down");
	}
	screen_keys(&screen, "Down Down");
	assert_int_equal(here(), 2);
	screen_keys(&screen, "End");
	assert_int_equal(here(), 2);
}

static void commands_like_the_selected_one_are_a_key_away(void **state)
{
	(void)state;
	screen_do(&screen, "meeting open");
	screen_keys(&screen, "=");
	screen_shows(&screen, "only meeting open");
	screen_lacks(&screen, "Text 400");
}

static void an_item_and_a_kind_are_shown_together(void **state)
{
	(void)state;
	screen_do(&screen, "meeting open");
	screen_do(&screen, "item open 3");
	screen_keys(&screen, ":");
	screen_type(&screen, "journal only 3 item");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "only item 3, item");
	screen_shows(&screen, "item open");
	screen_lacks(&screen, "Text 400");
}

static void what_is_shown_only_can_be_undone_from_there(void **state)
{
	(void)state;
	screen_do(&screen, "meeting open");
	screen_do(&screen, "item open 4");
	screen_do(&screen, "recommendation propose 'Another' --item 3");
	screen_keys(&screen, ":");
	screen_type(&screen, "journal only 4");
	screen_keys(&screen, "Enter x Enter");
	screen_shows(&screen, "only item 4");
	screen_shows(&screen, "undone: ");
}

static void the_kinds_are_those_of_the_commands(void **state)
{
	const struct command *only = command_find("journal only");
	const char *choices = only->params[1].choices;

	(void)state;
	for (const struct command *c = NULL; (c = command_next(c));) {
		size_t length = strcspn(c->name, " ");
		const char *at = choices;
		if (c->effect != EFFECT_CHANGES || strncmp(c->name, "toy", 3) == 0)
			continue;
		while (*at &&
			(strncmp(at, c->name, length) != 0 || (at[length] && at[length] != ' '))) {
			at += strcspn(at, " ");
			at += strspn(at, " ");
		}
		if (!*at)
			fail_msg("'%s' is of no kind that can be chosen", c->name);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_newest_comes_first),
		TEST(every_row_is_passed_on_the_way_down_and_up),
		TEST(pages_leave_nothing_out),
		TEST(both_ends_are_one_key_away),
		TEST(what_others_do_does_not_move_the_cursor),
		TEST(at_the_newest_the_cursor_follows),
		TEST(any_row_can_be_undone_alone),
		TEST(the_arguments_are_read_whole),
		TEST(only_what_is_of_an_item_is_shown_until_escape),
		TEST(only_one_kind_is_shown_and_every_row_of_it),
		TEST(commands_like_the_selected_one_are_a_key_away),
		TEST(an_item_and_a_kind_are_shown_together),
		TEST(what_is_shown_only_can_be_undone_from_there),
		TEST(the_kinds_are_those_of_the_commands),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
