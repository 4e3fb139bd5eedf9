/* SPDX-License-Identifier: MIT */
/* A list of speakers pasted into the field of the name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/agenda.h"
#include "store/floor.h"
#include "support/ui/one_screen.h"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	screen_do(&screen, "meeting open");
	screen_do(&screen, "item open 1 (a)");
	screen_draw(&screen);
	return 0;
}

/* Who waits on the list of the item: "Canada; Benin for the African Group". */
static const char *waiting(void)
{
	struct fixture *f = &screen.fixture;
	int64_t item = store_item_find(f->store, f->desk.session, "1 (a)");
	size_t count;
	struct request_row *rows = store_requests(f->store, item, 0, &f->arena, &count);
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = arena_printf(&f->arena, "%s%s%s%s%s", text, i ? "; " : "", rows[i].name,
			rows[i].group ? " for " : "", rows[i].group ? rows[i].group : "");
	return text;
}

static int64_t steps(void)
{
	return store_sequence(screen.fixture.store, screen.fixture.desk.session);
}

static void several_lines_in_the_name_field_are_a_list(void **state)
{
	int64_t before = steps();

	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "1. Canada\r\n2. Benin (on behalf of the African Group)\r\n"
			      "3.\tChad\tMs. X\n");
	screen_shows(&screen, "Item 1 (a): 3 recognised, 0 guessed, 0 unknown");
	assert_string_equal(waiting(), "");
	screen_keys(&screen, "Enter");
	assert_string_equal(waiting(), "Benin for the African Group; Canada; Chad");
	assert_int_equal(steps(), before + 1);
	screen_keys(&screen, "u Enter");
	assert_string_equal(waiting(), "");
}

static void one_line_stays_in_the_field(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "can, zim\n");
	screen_shows(&screen, "Who wants the floor: can, zim");
	screen_keys(&screen, "Enter");
	assert_string_equal(waiting(), "Canada; Zimbabwe");
}

/* A State that speaks for a group, typed as it is said: not a guest of that name. */
static void who_is_typed_on_behalf_of_a_group_is_shown_as_a_list(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_type(&screen, "can, benin obo african group");
	screen_shows(&screen, "Enter shows who speaks for which group");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Item 1 (a): 2 recognised, 0 guessed, 0 unknown");
	assert_string_equal(waiting(), "");
	screen_keys(&screen, "Enter");
	assert_string_equal(waiting(), "Benin for the African Group; Canada");
}

static void who_is_typed_for_a_group_is_so_too_if_both_are_known(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_type(&screen, "can, cyprus for eu");
	screen_shows(&screen, "Enter shows who speaks for which group");
	screen_keys(&screen, "Enter Enter");
	assert_string_equal(waiting(), "Cyprus for the European Union; Canada");
	screen_keys(&screen, "a");
	screen_type(&screen, "office for maps");
	screen_lacks(&screen, "Enter shows who speaks for which group");
}

static void what_was_typed_before_is_of_the_list(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_type(&screen, "peru, ");
	screen_paste(&screen, "Canada\nBenin");
	screen_keys(&screen, "Enter");
	assert_string_equal(waiting(), "Peru; Canada; Benin");
}

static void a_guess_is_marked_and_taken_with_all(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada\ncamerron");
	screen_shows(&screen, "guessed");
	assert_non_null(strstr(screen_cursor_row(&screen), "Cameroon"));
	screen_keys(&screen, "Enter");
	assert_string_equal(waiting(), "Canada; Cameroon");
}

static void a_line_is_corrected_by_typing(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada\nXyzzy\nBenin");
	screen_shows(&screen, "1 unknown");
	screen_type(&screen, "zimb");
	screen_shows(&screen, "Zimbabwe");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "3 recognised");
	screen_keys(&screen, "Enter");
	assert_string_equal(waiting(), "Canada; Zimbabwe; Benin");
}

static void leaving_a_correction_changes_nothing(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada\nXyzzy");
	screen_type(&screen, "zimb");
	screen_keys(&screen, "Esc");
	screen_shows(&screen, "Xyzzy");
	screen_keys(&screen, "Esc");
	screen_shows(&screen, "Nothing was put on the list");
	assert_string_equal(waiting(), "");
}

static void a_line_is_dropped_and_taken_back(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada\nXyzzy\nBenin");
	screen_keys(&screen, "Delete");
	screen_shows(&screen, "dropped");
	screen_keys(&screen, "Home Delete Home Delete Enter");
	assert_string_equal(waiting(), "Canada; Benin");
}

static void strangers_are_guests_after_one_question(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada\nFoundation X\nInstitute Y, of Z (the)");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "'Foundation X'");
	assert_string_equal(waiting(), "");
	screen_keys(&screen, "n");
	screen_shows(&screen, "1 recognised");
	screen_keys(&screen, "End Delete Enter y");
	assert_non_null(strstr(waiting(), "Canada; Foundation X"));
}

static void a_name_as_typed_is_not_guessed_again(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada\ncamerron");
	screen_type(&screen, "Camerron Trust");
	screen_keys(&screen, "Tab");
	screen_shows(&screen, "1 unknown");
	screen_keys(&screen, "Enter y");
	assert_string_equal(waiting(), "Canada; Camerron Trust");
}

static void a_group_that_is_unknown_is_what_is_corrected(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada (on behalf of the Xyzzy)\nBenin");
	screen_shows(&screen, "the group is unknown");
	screen_type(&screen, "african group");
	screen_keys(&screen, "Enter Enter");
	assert_string_equal(waiting(), "Canada for the African Group; Benin");
}

static void hostile_lists_are_shown_harmless(void **state)
{
	struct str text;

	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "\x1b[31mCanada\x07\n\xe2\x80\xae"
			      "daB\n\n\n(((((\n");
	screen_draw(&screen);
	screen_keys(&screen, "Esc a");
	screen_paste(&screen, "\n\n\n");
	screen_keys(&screen, "Esc a");
	screen_paste(&screen, "1.\n2.\n");
	screen_shows(&screen, "names nobody");
	str_init(&text);
	for (int i = 0; i < 10000; i++)
		str_addf(&text, "%d. State %d\n", i, i);
	screen_keys(&screen, "a");
	screen_paste(&screen, text.text);
	screen_shows(&screen, "10000 names");
	str_clear(&text);
	assert_string_equal(waiting(), "");
}

static void the_panel_fits_any_window(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_paste(&screen, "Canada\nXyzzy\nBenin\nPeru\nChad");
	for (int columns = 40; columns < 130; columns += 11) {
		screen_resize(&screen, 8, columns);
		screen_draw(&screen);
		screen_keys(&screen, "End Home");
		screen_type(&screen, "x");
		screen_keys(&screen, "Esc");
		screen_shows(&screen, "Canada");
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(several_lines_in_the_name_field_are_a_list),
		TEST(one_line_stays_in_the_field),
		TEST(who_is_typed_on_behalf_of_a_group_is_shown_as_a_list),
		TEST(who_is_typed_for_a_group_is_so_too_if_both_are_known),
		TEST(what_was_typed_before_is_of_the_list),
		TEST(a_guess_is_marked_and_taken_with_all),
		TEST(a_line_is_corrected_by_typing),
		TEST(leaving_a_correction_changes_nothing),
		TEST(a_line_is_dropped_and_taken_back),
		TEST(strangers_are_guests_after_one_question),
		TEST(a_name_as_typed_is_not_guessed_again),
		TEST(a_group_that_is_unknown_is_what_is_corrected),
		TEST(hostile_lists_are_shown_harmless),
		TEST(the_panel_fits_any_window),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
