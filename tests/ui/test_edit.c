/* SPDX-License-Identifier: MIT */
/* The text editor widget. A place in a text is written "|", keys by their names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "ui/edit.h"

enum { WIDTH = 11 }; /* ten columns of text and one for the cursor */

static struct edit edit;

/* A fresh editor with this text, the cursor where "|" is. */
static void start(bool one_line, const char *text)
{
	struct str whole = STR_EMPTY;
	const char *bar = strchr(text, '|');

	edit_clear(&edit);
	edit_init(&edit, one_line);
	str_addn(&whole, text, (size_t)(bar - text));
	str_add(&whole, bar + 1);
	edit_set(&edit, whole.text);
	edit.cursor = (size_t)(bar - text);
	str_clear(&whole);
}

static bool press(const char *name)
{
	struct key key;

	if (!key_parse(name, &key))
		fail_msg("no key: %s", name);
	return edit_key(&edit, &key, WIDTH);
}

/* Keys separated by blanks; every one must be the editor's. */
static void keys(const char *names)
{
	char copy[400], *rest = copy, *name;

	strncpy(copy, names, sizeof copy - 1);
	copy[sizeof copy - 1] = '\0';
	while ((name = strtok_r(rest, " ", &rest)))
		if (!press(name))
			fail_msg("%s was not taken", name);
}

static void type(const char *text)
{
	struct key key = {.code = KEY_CHARACTER};

	for (size_t at = 0, length = strlen(text); at < length;) {
		at += utf8_decode(text + at, length - at, &key.point);
		assert_true(edit_key(&edit, &key, WIDTH));
	}
}

static void assert_at(const char *expected)
{
	struct str seen = STR_EMPTY;

	str_add(&seen, edit.text.text);
	str_insert(&seen, edit.cursor, "|", 1);
	assert_string_equal(seen.text, expected);
	str_clear(&seen);
}

/* Draws into so many rows and columns and compares the cells, rows ended by "/",
 * and the cursor's place. */
static void assert_drawn(int rows, int columns, const char *expected, int row, int column)
{
	struct canvas canvas;
	struct str dump = STR_EMPTY;

	canvas_init(&canvas);
	canvas_reset(&canvas, rows, columns);
	struct area area = canvas_area(&canvas);
	edit_draw(&edit, &area, STYLE_TEXT, true);
	canvas_dump(&canvas, &dump);
	*strstr(dump.text, "\n-") = '\0';
	for (char *feed = dump.text; (feed = strchr(feed, '\n'));)
		*feed = '/';
	assert_string_equal(dump.text, expected);
	assert_int_equal(canvas.cursor_row, row);
	assert_int_equal(canvas.cursor_column, column);
	assert_true(canvas.cursor_shown);
	str_clear(&dump);
	canvas_clear(&canvas);
}

/* --- typing and moving --- */

static void what_is_typed_stands_before_the_cursor(void **state)
{
	(void)state;
	start(true, "Cte|");
	keys("Left Left");
	type("ô");
	assert_at("Cô|te");
	assert_true(edit.changed);
}

static void the_cursor_moves_by_what_people_see_as_characters(void **state)
{
	(void)state;
	start(true, "|ae\u0301作👩‍👩‍👧z");
	keys("Right Right");
	assert_at("ae\u0301|作👩‍👩‍👧z");
	keys("Right Right");
	assert_at("ae\u0301作👩‍👩‍👧|z");
	keys("Left Left Left");
	assert_at("a|e\u0301作👩‍👩‍👧z");
	keys("Left Left Left");
	assert_at("|ae\u0301作👩‍👩‍👧z");
}

static void a_mark_that_is_typed_joins_the_character_before(void **state)
{
	(void)state;
	start(true, "e|x");
	type("\u0301");
	assert_at("e\u0301|x");
	keys("Backspace");
	assert_at("|x");
}

static void a_letter_before_a_lone_mark_takes_it(void **state)
{
	(void)state;
	start(true, "|\u0301x");
	type("e");
	assert_at("e\u0301|x");
}

static void words_are_passed_with_ctrl_or_alt(void **state)
{
	(void)state;
	start(true, "|the Côte d’Ivoire, first");
	keys("Alt-f");
	assert_at("the| Côte d’Ivoire, first");
	keys("Ctrl-Right Alt-f");
	assert_at("the Côte d’Ivoire|, first");
	keys("Alt-f");
	assert_at("the Côte d’Ivoire, first|");
	keys("Alt-b Ctrl-Left");
	assert_at("the Côte |d’Ivoire, first");
	keys("Alt-b Alt-b Alt-b");
	assert_at("|the Côte d’Ivoire, first");
}

static void home_and_end_go_by_rows_and_ctrl_a_and_e_by_lines(void **state)
{
	(void)state;
	start(false, "first\none two three| four\nlast");
	keys("Home");
	assert_at("first\none two |three four\nlast");
	keys("End");
	assert_at("first\none two three four|\nlast");
	keys("Up End");
	assert_at("first\none two| three four\nlast");
	keys("Ctrl-E");
	assert_at("first\none two three four|\nlast");
	keys("Ctrl-A");
	assert_at("first\n|one two three four\nlast");
	keys("Ctrl-Home");
	assert_at("|first\none two three four\nlast");
	keys("Ctrl-End");
	assert_at("first\none two three four\nlast|");
}

static void in_one_line_home_and_end_go_to_its_ends(void **state)
{
	(void)state;
	start(true, "one two three| four");
	keys("Home");
	assert_at("|one two three four");
	keys("End");
	assert_at("one two three four|");
}

static void up_and_down_go_by_rows_and_keep_their_column(void **state)
{
	(void)state;
	start(false, "abcdef|gh ijkl mn\nx\n作作作作");
	keys("Down");
	assert_at("abcdefgh ijkl m|n\nx\n作作作作");
	keys("Down");
	assert_at("abcdefgh ijkl mn\nx|\n作作作作");
	keys("Down");
	assert_at("abcdefgh ijkl mn\nx\n作作作|作");
	keys("Down Up Up Up");
	assert_at("abcdef|gh ijkl mn\nx\n作作作作");
	keys("Up Left Down");
	assert_at("abcdefgh ijkl |mn\nx\n作作作作");
}

static void a_row_that_is_broken_inside_a_word_ends_before_its_last_letter(void **state)
{
	(void)state;
	start(false, "|abcdefghijklmnop");
	keys("End");
	assert_at("abcdefghi|jklmnop");
	keys("Down");
	assert_at("abcdefghijklmnop|");
}

static void pages_are_as_high_as_what_was_drawn(void **state)
{
	(void)state;
	start(false, "|1\n2\n3\n4\n5\n6\n7\n8");
	assert_drawn(4, WIDTH, "1/2/3/4", 0, 0);
	keys("PageDown");
	assert_at("1\n2\n3\n|4\n5\n6\n7\n8");
	keys("PageDown PageDown PageDown");
	assert_at("1\n2\n3\n4\n5\n6\n7\n|8");
	keys("PageUp");
	assert_at("1\n2\n3\n4\n|5\n6\n7\n8");
}

static void keys_that_are_not_the_editors_are_left(void **state)
{
	static const char *const others[] = {
		"Tab",
		"Shift-Tab",
		"Esc",
		"F5",
		"Alt-n",
		"Alt-Down",
		"Alt-Up",
		"Ctrl-Z",
		"Ctrl-X",
		"Ctrl-R",
		"Ctrl-L",
		"Ctrl-C",
		"Insert",
		"Ctrl-Alt-a",
		"Alt-Enter",
	};
	(void)state;

	start(false, "a|");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (press(others[i]))
			fail_msg("%s was taken", others[i]);
	assert_at("a|");
	assert_false(edit.changed);
}

static void one_line_leaves_enter_and_the_keys_for_rows(void **state)
{
	(void)state;
	start(true, "a|b");
	assert_false(press("Enter"));
	assert_false(press("Up"));
	assert_false(press("Down"));
	assert_false(press("PageUp"));
	assert_at("a|b");
	start(false, "a|b");
	assert_true(press("Enter"));
	assert_at("a\n|b");
}

/* --- erasing, taking, putting back --- */

static void backspace_and_delete_take_whole_characters(void **state)
{
	(void)state;
	start(true, "ae\u0301|👩‍👩‍👧z");
	keys("Delete");
	assert_at("ae\u0301|z");
	keys("Backspace");
	assert_at("a|z");
	keys("Backspace Backspace Delete Delete");
	assert_at("|");
}

static void what_is_taken_can_be_put_back(void **state)
{
	(void)state;
	start(false, "one two three|\nfour");
	keys("Ctrl-W");
	assert_at("one two |\nfour");
	keys("Ctrl-A Ctrl-Y");
	assert_at("three|one two \nfour");
	keys("Ctrl-U");
	assert_at("|one two \nfour");
	keys("Ctrl-E Ctrl-Y");
	assert_at("one two three|\nfour");
	keys("Home Ctrl-K");
	assert_at("one two |\nfour");
	keys("Ctrl-Y Alt-Backspace");
	assert_at("one two |\nfour");
}

static void takings_in_a_row_are_put_back_as_one(void **state)
{
	(void)state;
	start(false, "|one\ntwo\nthree");
	keys("Ctrl-K Ctrl-K Ctrl-K Ctrl-K");
	assert_at("|three");
	keys("Ctrl-End Enter Ctrl-Y");
	assert_at("three\none\ntwo\n|");
	start(true, "alpha beta gamma|");
	keys("Ctrl-W Ctrl-W Ctrl-Home Ctrl-Y");
	assert_at("beta gamma|alpha ");
}

static void taking_nothing_keeps_what_was_taken(void **state)
{
	(void)state;
	start(true, "word|");
	keys("Ctrl-U Left Ctrl-U Ctrl-K Ctrl-Y");
	assert_at("word|");
}

/* --- pasting --- */

static void pasted_text_is_entered_by_the_rules(void **state)
{
	(void)state;
	start(false, "[|]");
	edit_insert(&edit, "a\r\nb\te\u0301\x1b[31m\x07 \nc");
	assert_at("[a\nb \u00e9[31m\nc|]");
	start(true, "[|]");
	edit_insert(&edit, "two\n  lines");
	assert_at("[two lines|]");
}

static void blanks_at_the_end_of_what_is_inserted_stay(void **state)
{
	(void)state;
	start(true, "|");
	edit_insert(&edit, "Canada, ");
	assert_at("Canada, |");
	edit_insert(&edit, "Spain\n");
	assert_at("Canada, Spain|");
	start(false, "|x");
	edit_insert(&edit, "line\n");
	assert_at("line\n|x");
}

static void bad_bytes_become_replacement_characters(void **state)
{
	(void)state;
	start(true, "|");
	edit_insert(&edit, "a\xff\xc3");
	assert_at("a\uFFFD\uFFFD|");
	edit_set(&edit, "line\nfeed\xfe");
	assert_at("line feed\uFFFD|");
	assert_false(edit.changed);
}

static void a_draft_comes_back_as_it_was(void **state)
{
	(void)state;
	start(false, "|");
	edit_set(&edit, "half a line \n\n  and blanks  ");
	assert_at("half a line \n\n  and blanks  |");
}

static void the_text_is_bounded(void **state)
{
	struct str much = STR_EMPTY;
	(void)state;

	for (int i = 0; i < 400000; i++)
		str_add(&much, "作");
	start(false, "|");
	edit_insert(&edit, much.text);
	assert_true(edit.text.length <= EDIT_MOST && edit.text.length > EDIT_MOST - 3);
	type("xyzé");
	assert_true(edit.text.length <= EDIT_MOST);
	assert_true(utf8_valid(edit.text.text, edit.text.length, &(size_t){0}));
	keys("Backspace Backspace");
	type("é");
	assert_true(edit.text.length <= EDIT_MOST);
	str_clear(&much);
}

/* --- undo --- */

static void undo_takes_back_a_word_at_a_time(void **state)
{
	(void)state;
	start(false, "|");
	type("one two");
	keys("Ctrl-_");
	assert_at("one |");
	keys("Alt-z");
	assert_at("|");
	keys("Ctrl-_");
	assert_at("|");
}

static void undo_takes_back_a_run_of_erasing(void **state)
{
	(void)state;
	start(false, "one two|");
	keys("Backspace Backspace Backspace Ctrl-_");
	assert_at("one two|");
	keys("Home Delete Delete Ctrl-_");
	assert_at("|one two");
}

static void moving_ends_a_run(void **state)
{
	(void)state;
	start(true, "|");
	type("ab");
	keys("Left Right");
	type("cd");
	keys("Ctrl-_");
	assert_at("ab|");
}

static void undo_restores_text_and_cursor_of_every_change(void **state)
{
	(void)state;
	start(false, "one t|wo\nthree");
	keys("Ctrl-K Enter Ctrl-Y");
	edit_insert(&edit, "pasted");
	keys("Ctrl-U Ctrl-_");
	assert_at("one t\nwopasted|\nthree");
	keys("Ctrl-_ Ctrl-_ Ctrl-_");
	assert_at("one t|\nthree");
	keys("Ctrl-_");
	assert_at("one t|wo\nthree");
	keys("Ctrl-_");
	assert_at("one t|wo\nthree");
}

/* --- drawing --- */

static void rows_break_at_blanks_and_long_words_where_they_must(void **state)
{
	(void)state;
	start(false, "one two three|");
	assert_drawn(3, WIDTH, "one two/three/", 1, 5);
	start(false, "abcdefghijklm|");
	assert_drawn(2, WIDTH, "abcdefghij/klm", 1, 3);
	start(false, "作者世界作者世界|");
	assert_drawn(2, WIDTH, "作者世界作/者世界", 1, 6);
	start(false, "  indented words|");
	assert_drawn(2, WIDTH, "  indented/words", 1, 5);
	assert_int_equal(edit_rows(&edit, WIDTH), 2);
}

static void the_cursor_has_a_place_behind_every_blank(void **state)
{
	(void)state;
	start(false, "abcdefghij |");
	assert_drawn(2, WIDTH, "abcdefghij/", 1, 0);
	assert_int_equal(edit_rows(&edit, WIDTH), 2);
	keys("Left");
	assert_drawn(2, WIDTH, "abcdefghij/", 0, 10);
	start(false, "line\n|");
	assert_drawn(3, WIDTH, "line//", 1, 0);
	assert_int_equal(edit_rows(&edit, WIDTH), 2);
	start(false, "|");
	assert_int_equal(edit_rows(&edit, WIDTH), 1);
}

static void it_scrolls_no_further_than_the_cursor_needs(void **state)
{
	(void)state;
	start(false, "1\n2\n3\n4\n5\n6|");
	assert_drawn(3, WIDTH, "4/5/6", 2, 1);
	keys("Up Up");
	assert_drawn(3, WIDTH, "4/5/6", 0, 1);
	keys("Up");
	assert_drawn(3, WIDTH, "3/4/5", 0, 1);
	keys("Down Down");
	assert_drawn(3, WIDTH, "3/4/5", 2, 1);
	keys("Ctrl-End");
	assert_drawn(3, WIDTH, "4/5/6", 2, 1);
	keys("Backspace Backspace");
	assert_drawn(3, WIDTH, "3/4/5", 2, 1);
	assert_drawn(9, WIDTH, "1/2/3/4/5////", 4, 1);
}

static void long_words_are_scrolled_in_rows_too(void **state)
{
	(void)state;
	start(false, "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd\nend|");
	assert_drawn(2, WIDTH, "dddddddddd/end", 1, 3);
	keys("Up Up");
	assert_drawn(2, WIDTH, "cccccccccc/dddddddddd", 0, 3);
}

static void one_line_scrolls_sideways(void **state)
{
	(void)state;
	start(true, "abcdefghijklmnop|");
	assert_drawn(1, 8, "…klmnop", 0, 7);
	keys("Left Left Left");
	assert_drawn(1, 8, "…klmnop", 0, 4);
	keys("Left Left Left Left");
	assert_drawn(1, 8, "…jklmnop", 0, 1);
	keys("Left");
	assert_drawn(1, 8, "…ijklmn…", 0, 1);
	keys("Home");
	assert_drawn(1, 8, "abcdefg…", 0, 0);
	start(true, "short|");
	assert_drawn(1, 8, "short", 0, 5);
	start(true, "作者世界作者|");
	assert_drawn(1, 8, "… 作者", 0, 6);
}

static void what_cannot_be_seen_is_as_wide_as_it_is_drawn(void **state)
{
	(void)state;
	start(true, "a\u202Eb|");
	assert_drawn(1, 20, "a<U+202E>b", 0, 10);
	keys("Left Left");
	assert_drawn(1, 20, "a<U+202E>b", 0, 1);
	start(false, "a\u202E\u202Eb|");
	assert_drawn(3, WIDTH, "a<U+202E>/<U+202E>b/", 1, 9);
}

static void joiners_between_letters_take_no_room(void **state)
{
	(void)state;
	start(true, "می\u200Cخواهم|");
	assert_drawn(1, 20, "می\u200Cخواهم", 0, 7);
}

static void a_tiny_area_is_no_trouble(void **state)
{
	(void)state;
	start(false, "作者 one\ntwo|");
	assert_drawn(1, 1, "o", 0, 0);
	start(true, "作者|");
	assert_drawn(1, 1, "", 0, 0);
}

static void without_focus_the_cursor_is_left_alone(void **state)
{
	struct canvas canvas;
	(void)state;

	start(false, "text|");
	canvas_init(&canvas);
	canvas_reset(&canvas, 2, 10);
	struct area area = canvas_area(&canvas), none = area_part(&area, 0, 0, 0, 0);
	edit_draw(&edit, &area, STYLE_FIELD, false);
	edit_draw(&edit, &none, STYLE_FIELD, true);
	assert_int_equal(canvas.cursor_row, -1);
	assert_int_equal(canvas.cells[19].style, STYLE_FIELD);
	canvas_clear(&canvas);
}

static int set_up(void **state)
{
	(void)state;
	edit_init(&edit, false);
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	edit_clear(&edit);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_stands_before_the_cursor),
		cmocka_unit_test(the_cursor_moves_by_what_people_see_as_characters),
		cmocka_unit_test(a_mark_that_is_typed_joins_the_character_before),
		cmocka_unit_test(a_letter_before_a_lone_mark_takes_it),
		cmocka_unit_test(words_are_passed_with_ctrl_or_alt),
		cmocka_unit_test(home_and_end_go_by_rows_and_ctrl_a_and_e_by_lines),
		cmocka_unit_test(in_one_line_home_and_end_go_to_its_ends),
		cmocka_unit_test(up_and_down_go_by_rows_and_keep_their_column),
		cmocka_unit_test(a_row_that_is_broken_inside_a_word_ends_before_its_last_letter),
		cmocka_unit_test(pages_are_as_high_as_what_was_drawn),
		cmocka_unit_test(keys_that_are_not_the_editors_are_left),
		cmocka_unit_test(one_line_leaves_enter_and_the_keys_for_rows),
		cmocka_unit_test(backspace_and_delete_take_whole_characters),
		cmocka_unit_test(what_is_taken_can_be_put_back),
		cmocka_unit_test(takings_in_a_row_are_put_back_as_one),
		cmocka_unit_test(taking_nothing_keeps_what_was_taken),
		cmocka_unit_test(pasted_text_is_entered_by_the_rules),
		cmocka_unit_test(blanks_at_the_end_of_what_is_inserted_stay),
		cmocka_unit_test(bad_bytes_become_replacement_characters),
		cmocka_unit_test(a_draft_comes_back_as_it_was),
		cmocka_unit_test(the_text_is_bounded),
		cmocka_unit_test(undo_takes_back_a_word_at_a_time),
		cmocka_unit_test(undo_takes_back_a_run_of_erasing),
		cmocka_unit_test(moving_ends_a_run),
		cmocka_unit_test(undo_restores_text_and_cursor_of_every_change),
		cmocka_unit_test(rows_break_at_blanks_and_long_words_where_they_must),
		cmocka_unit_test(the_cursor_has_a_place_behind_every_blank),
		cmocka_unit_test(it_scrolls_no_further_than_the_cursor_needs),
		cmocka_unit_test(long_words_are_scrolled_in_rows_too),
		cmocka_unit_test(one_line_scrolls_sideways),
		cmocka_unit_test(what_cannot_be_seen_is_as_wide_as_it_is_drawn),
		cmocka_unit_test(joiners_between_letters_take_no_room),
		cmocka_unit_test(a_tiny_area_is_no_trouble),
		cmocka_unit_test(without_focus_the_cursor_is_left_alone),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
