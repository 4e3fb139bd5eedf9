/* SPDX-License-Identifier: MIT */
/* Every view at every size: nothing outside the window, always a cursor. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/ui/one_screen.h"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	fixture_do(&screen.fixture, "meeting open");
	fixture_do(&screen.fixture, "item open 3");
	fixture_do(&screen.fixture, "statement add Canada --item 3 --note 'asked for model laws'");
	for (int i = 0; i < 30; i++)
		fixture_do(&screen.fixture,
			"recommendation propose 'Requests the Secretariat to 報告 on é "
			"\xf0\x9f\x87\xa8\xf0\x9f\x87\xa6 and all that follows from it' --item 3");
	fixture_do(&screen.fixture, "amendment propose r1 --replace 報告 --with 研究 --by Canada");
	fixture_do(&screen.fixture, "amendment propose r1 --replace 報告 --with \u0628 --by Chile");
	fixture_do(&screen.fixture, "amendment propose r1 --to a1 'Another text' --by Norway");
	fixture_do(&screen.fixture, "bracket open r1 'and all that follows' --by Egypt --delete");
	fixture_do(&screen.fixture, "comment add r1 'asked 報告' --on all --by Brazil");
	fixture_do(&screen.fixture, "survey add 'Omnibus 報告 survey é' --item 3 --due 2012-08-01");
	fixture_do(&screen.fixture, "contribution add can, zim --language 'E Esperanto'");
	screen_draw(&screen);
	return 0;
}

static void at_size(int rows, int columns)
{
	screen_resize(&screen, rows, columns);
	screen_work(&screen);
	const struct canvas *canvas = &screen.canvas;
	assert_int_equal(canvas->rows, rows > 0 ? rows : 1);
	assert_in_range(canvas->cursor_row, 0, canvas->rows - 1);
	assert_in_range(canvas->cursor_column, 0, canvas->columns - 1);
}

/* Small ones all, large ones in steps. */
static void at_all_sizes(void)
{
	for (int rows = 1; rows <= 14; rows++)
		for (int columns = 1; columns <= 64; columns += columns < 38 ? 9 : 3)
			at_size(rows, columns);
	for (int rows = 15; rows <= 80; rows += 13)
		for (int columns = 60; columns <= 260; columns += 29)
			at_size(rows, columns);
	at_size(24, 80);
}

static void in_view(void **state)
{
	screen_keys(&screen, *state);
	at_all_sizes();
}

/* A fixed sequence of pseudo-random keys and sizes. */
static void keys_and_sizes_in_any_order(void **state)
{
	static const char *const keys[] = {"j", "k", "Up", "Down", "PageUp", "PageDown", "Home",
		"End", "Tab", "Enter", "Escape", "]", "[", "g", "m", "e", "x", "Space", "r", "h",
		"t", "t", "p", "P", "y", "v", "#", "b", "+", "-", "c", "s", "l", "w", "O", "i", "/",
		"2", "2", "3", "4", "5", "6", "7", "d", "o", "a", "n", "Ctrl-G", "Backspace", "F9"};
	uint32_t seed = 12345;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		seed = seed * 1664525u + 1013904223u;
		screen_keys(&screen, keys[(seed >> 16) % (sizeof keys / sizeof keys[0])]);
		if (i % 7 == 0)
			screen_resize(
				&screen, (int)(seed >> 8) % 40 + 1, (int)(seed >> 20) % 180 + 1);
		if (i % 5 == 0)
			screen_work(&screen);
		assert_in_range(screen.canvas.cursor_row, 0, screen.canvas.rows - 1);
	}
}

static int open_view(void **state)
{
	const void *keys = *state;

	set_up(state);
	*state = (void *)(uintptr_t)keys;
	return 0;
}

#define VIEW(name, keys)                                                              \
	{                                                                             \
		name, in_view, open_view, screen_tear_down, (void *)(uintptr_t)(keys) \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		VIEW("recommendations_fit_every_window", "2"),
		VIEW("a_recommendation_is_edited_in_every_window", "2 e"),
		VIEW("a_recommendation_is_proposed_in_every_window", "2 r Tab"),
		VIEW("a_text_is_read_in_every_window", "2 Tab"),
		VIEW("its_open_brackets_fit_every_window", "2 b"),
		VIEW("a_text_in_negotiation_fits_every_window", "2 t"),
		VIEW("amendments_in_conflict_fit_every_window", "2 t j # v"),
		VIEW("a_bracket_fits_every_window", "2 t j j j j"),
		VIEW("an_amendment_is_written_in_every_window", "2 t p Tab"),
		VIEW("places_that_two_changed_fit_every_window", "2 t j y j j y"),
		VIEW("the_report_fits_every_window", "3"),
		VIEW("its_headings_fit_every_window", "3 g"),
		VIEW("what_is_missing_fits_every_window", "3 m"),
		VIEW("the_organization_of_work_fits_every_window", "4"),
		VIEW("the_journal_fits_every_window", "5"),
		VIEW("the_register_fits_every_window", "6"),
		VIEW("what_is_known_of_a_document_fits_every_window", "6 Tab"),
		VIEW("a_document_is_registered_in_every_window", "6 a"),
		VIEW("the_contributions_fit_every_window", "7"),
		VIEW("a_survey_is_begun_in_every_window", "7 n"),
		VIEW("the_choice_of_a_document_fits_every_window", "4 Down d"),
		VIEW("search_fits_every_window", "2 / m o d"),
		cmocka_unit_test_setup_teardown(
			keys_and_sizes_in_any_order, set_up, screen_tear_down),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
