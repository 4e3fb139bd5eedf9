/* SPDX-License-Identifier: MIT */
/* What is drawn on the canvas, seen through its dump; the whole of a small canvas
 * is compared, so that what is written beside the mark fails too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "ui/canvas.h"
#include "ui/cluster.h"

static struct canvas canvas;
static struct area all;

static void start(int rows, int columns)
{
	canvas_reset(&canvas, rows, columns);
	all = canvas_area(&canvas);
}

/* The cells without the style plane, as rows ended by line feeds. */
static void assert_rows(const char *expected)
{
	struct str out = STR_EMPTY;

	canvas_dump(&canvas, &out);
	char *dashes = strstr(out.text, "\n-");
	assert_non_null(dashes);
	dashes[1] = '\0';
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

static void assert_dump(const char *expected)
{
	struct str out = STR_EMPTY;

	canvas_dump(&canvas, &out);
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

/* No half of a wide character is alone, and every row is as wide as the canvas. */
static void assert_whole(void)
{
	for (int row = 0; row < canvas.rows; row++) {
		const struct cell *cells = canvas.cells + (size_t)row * (size_t)canvas.columns;
		for (int i = 0; i < canvas.columns; i++) {
			bool right = !*cells[i].text;
			bool wide = i > 0 && utf8_columns(cells[i - 1].text) == 2;
			assert_true(right == wide);
		}
		assert_true(utf8_columns(cells[canvas.columns - 1].text) < 2);
	}
}

static void a_fresh_canvas_is_blank(void **state)
{
	(void)state;
	start(2, 3);
	assert_dump("\n\n---\n\n\ncursor nowhere\n");
	start(-4, 0);
	assert_int_equal(canvas.rows, 1);
	assert_int_equal(canvas.columns, 1);
}

static void text_has_its_style_and_the_cursor_its_place(void **state)
{
	(void)state;
	start(2, 12);
	assert_int_equal(area_text(&all, 0, 1, STYLE_STRONG, "Room"), 5);
	assert_int_equal(area_textf(&all, 1, 0, STYLE_SELECTED, "%s %d", "item", 5), 6);
	area_cursor(&all, 1, 2, true);
	assert_dump(" Room\nitem 5\n------------\n.BBBB\nSSSSSS\ncursor 1 2 shown\n");
}

static void every_style_has_a_letter_of_its_own(void **state)
{
	(void)state;
	start(1, STYLE_COUNT);
	for (int i = 0; i < STYLE_COUNT; i++)
		area_text(&all, 0, i, (enum style)i, "x");
	assert_dump("xxxxxxxxxxxxx\n-------------\n.BfTSMFKGWXAL\ncursor nowhere\n");
}

static void text_is_clipped_on_all_sides(void **state)
{
	(void)state;
	start(2, 6);
	assert_int_equal(area_text(&all, 0, 3, STYLE_TEXT, "abcdef"), 6);
	assert_int_equal(area_text(&all, 1, -2, STYLE_TEXT, "abcdef"), 4);
	area_text(&all, -1, 0, STYLE_TEXT, "above");
	area_text(&all, 2, 0, STYLE_TEXT, "below");
	area_text(&all, 0, 6, STYLE_TEXT, "right");
	area_text(&all, 0, -9, STYLE_TEXT, "left");
	assert_rows("   abc\ncdef\n");
}

static void a_part_clips_to_itself(void **state)
{
	(void)state;
	start(4, 8);
	struct area part = area_part(&all, 1, 2, 2, 4);
	area_text(&part, 0, 0, STYLE_TEXT, "abcdefgh");
	area_text(&part, 1, -1, STYLE_TEXT, "abcdefgh");
	area_text(&part, 2, 0, STYLE_TEXT, "below");
	assert_rows("\n  abcd\n  bcde\n\n");
}

static void a_part_that_sticks_out_is_cut_off(void **state)
{
	(void)state;
	start(4, 8);
	struct area part = area_part(&all, 2, 5, 9, 9), none = area_part(&all, 9, 9, 2, 2);
	struct area before = area_part(&all, -1, -3, 3, 5);

	assert_int_equal(part.rows, 2);
	assert_int_equal(part.columns, 3);
	assert_int_equal(none.rows, 0);
	assert_int_equal(none.columns, 0);
	assert_int_equal(before.row, 0);
	assert_int_equal(before.rows, 2);
	assert_int_equal(before.columns, 2);
	area_fill(&none, 0, 0, 9, 9, STYLE_TITLE);
	area_text(&none, 0, 0, STYLE_TITLE, "none");
	area_cursor(&none, 0, 0, true);
	assert_rows("\n\n\n\n");
	assert_int_equal(canvas.cursor_row, -1);
}

static void a_wide_character_takes_two_columns(void **state)
{
	(void)state;
	start(1, 8);
	assert_int_equal(area_text(&all, 0, 0, STYLE_TEXT, "a作b"), 4);
	assert_rows("a作b\n");
	assert_string_equal(canvas.cells[2].text, "");
	assert_whole();
}

static void a_wide_character_at_the_edge_becomes_a_blank(void **state)
{
	(void)state;
	start(2, 4);
	area_fill(&all, 0, 0, 2, 4, STYLE_TEXT);
	area_text(&all, 0, 0, STYLE_TEXT, "....");
	area_text(&all, 0, 3, STYLE_TEXT, "作");
	area_text(&all, 1, 0, STYLE_TEXT, "....");
	area_text(&all, 1, -1, STYLE_TEXT, "作x");
	assert_rows("...\n x..\n");
	assert_whole();
}

static void writing_over_half_of_a_wide_character_blanks_the_other(void **state)
{
	(void)state;
	start(4, 6);
	for (int row = 0; row < 4; row++)
		area_text(&all, row, 1, STYLE_TEXT, "作者");
	area_text(&all, 0, 1, STYLE_TEXT, "x");
	area_text(&all, 1, 2, STYLE_TEXT, "x");
	area_text(&all, 2, 2, STYLE_TEXT, "世");
	area_fill(&all, 3, 2, 1, 2, STYLE_TEXT);
	assert_rows(" x 者\n  x者\n  世\n\n");
	assert_whole();
}

static void a_frame_over_half_of_a_wide_character_blanks_the_other(void **state)
{
	(void)state;
	start(2, 6);
	area_text(&all, 0, 0, STYLE_TEXT, "作者世");
	area_text(&all, 1, 0, STYLE_TEXT, "作者世");
	area_bar(&all, 0, 2, 1);
	area_rule(&all, 1, 3, 2);
	assert_rows("作│ 世\n作 ──\n");
	assert_whole();
}

static void marks_stay_on_their_character(void **state)
{
	(void)state;
	start(1, 8);
	assert_int_equal(area_text(&all, 0, 0, STYLE_TEXT, "xe\u0301y"), 3);
	assert_string_equal(canvas.cells[1].text, "e\u0301");
	assert_rows("xe\u0301y\n");
}

static void five_hundred_marks_become_four(void **state)
{
	struct str text = STR_EMPTY;
	(void)state;

	str_add(&text, "a");
	for (int i = 0; i < 500; i++)
		str_add(&text, "\u0301");
	str_add(&text, "b");
	start(1, 8);
	assert_int_equal(area_text(&all, 0, 0, STYLE_TEXT, text.text), 2);
	assert_rows("a\u0301\u0301\u0301\u0301b\n");
	str_clear(&text);
}

static void a_family_is_one_cluster_of_two_columns(void **state)
{
	(void)state;
	start(1, 8);
	assert_int_equal(area_text(&all, 0, 0, STYLE_TEXT, "👩‍👩‍👧!"), 3);
	assert_string_equal(canvas.cells[0].text, "👩‍👩‍👧");
	assert_string_equal(canvas.cells[1].text, "");
	assert_string_equal(canvas.cells[2].text, "!");
}

static void a_cluster_that_is_too_long_is_cut_at_a_character(void **state)
{
	(void)state;
	start(1, 8);
	assert_int_equal(area_text(&all, 0, 0, STYLE_TEXT, "👨‍👩‍👧‍👦"), 2);
	assert_true(utf8_valid(canvas.cells[0].text, strlen(canvas.cells[0].text), &(size_t){0}));
	assert_true(strlen(canvas.cells[0].text) < CELL_BYTES);
	assert_memory_equal(canvas.cells[0].text, "👨", 4);
}

static void control_characters_are_made_visible(void **state)
{
	(void)state;
	start(5, 24);
	area_text(&all, 0, 0, STYLE_TEXT, "a\x1b[31mb");
	area_text(&all, 1, 0, STYLE_TEXT, "one\ntwo\r");
	area_text(&all, 2, 0, STYLE_TEXT, "\u202Eabc");
	area_text(&all, 3, 0, STYLE_TEXT, "c1 \xc2\x9b\u200F");
	area_text(&all, 4, 0, STYLE_TEXT, "bad \xff\xfe");
	assert_rows("a<U+001B>[31mb\none<U+000A>two<U+000D>\n<U+202E>abc\n"
		    "c1 <U+009B><U+200F>\nbad \uFFFD\uFFFD\n");
}

static void a_mark_without_a_character_gets_a_circle(void **state)
{
	(void)state;
	start(1, 8);
	area_text(&all, 0, 2, STYLE_TEXT, "\u0301a");
	assert_rows("  ◌\u0301a\n");
	assert_whole();
}

static void long_text_of_any_script_is_drawn_like_short(void **state)
{
	struct str text = STR_EMPTY;
	(void)state;

	for (int i = 0; i < 200; i++)
		str_add(&text, "作نe\u0301क्‍ष");
	start(1, 2000);
	int end = area_text(&all, 0, 0, STYLE_TEXT, text.text);
	struct str seen = STR_EMPTY;
	for (int i = 0; i < end; i++)
		str_add(&seen, canvas.cells[i].text);
	assert_string_equal(seen.text, text.text);
	assert_whole();
	str_clear(&text);
	str_clear(&seen);
}

static void what_is_cut_ends_in_an_ellipsis(void **state)
{
	(void)state;
	start(6, 8);
	for (int row = 0; row < 6; row++)
		area_text(&all, row, 0, STYLE_TEXT, "########");
	area_cut(&all, 0, 1, 5, STYLE_TEXT, "abc");
	area_cut(&all, 1, 1, 5, STYLE_TEXT, "abcde");
	area_cut(&all, 2, 1, 5, STYLE_TEXT, "abcdef");
	area_cut(&all, 3, 1, 5, STYLE_TEXT, "作者世界");
	area_cut(&all, 4, 1, 4, STYLE_TEXT, "作者世界");
	area_cut(&all, 5, 4, 9, STYLE_TEXT, "Pakistan");
	assert_rows("#abc  ##\n#abcde##\n#abcd…##\n#作者…##\n#作 …###\n####Pak…\n");
	assert_whole();
}

static void what_has_no_room_is_not_drawn(void **state)
{
	(void)state;
	start(1, 4);
	area_cut(&all, 0, 0, 0, STYLE_TITLE, "abc");
	area_cut(&all, 0, 4, 3, STYLE_TITLE, "abc");
	area_right(&all, 0, 0, STYLE_TITLE, "abc");
	assert_dump("\n----\n\ncursor nowhere\n");
}

static void text_on_the_right_ends_at_its_column(void **state)
{
	(void)state;
	start(3, 10);
	area_right(&all, 0, 10, STYLE_TEXT, "15:42");
	area_right(&all, 1, 8, STYLE_TEXT, "作者");
	area_right(&all, 2, 4, STYLE_TEXT, "too long");
	assert_rows("     15:42\n    作者\ntoo…\n");
}

static void a_style_changes_and_the_text_stays(void **state)
{
	(void)state;
	start(2, 6);
	area_text(&all, 0, 0, STYLE_TEXT, "abc");
	area_style(&all, 0, 1, 99, STYLE_SELECTED);
	area_style(&all, 7, 0, 1, STYLE_SELECTED);
	assert_dump("abc\n\n------\n.SSSSS\n\ncursor nowhere\n");
}

static void lines_join_where_they_meet(void **state)
{
	static const char expected[] = "──┬───\n"
				       "  │\n"
				       "──┼───\n"
				       "  │\n"
				       "──┴───\n";
	(void)state;

	start(5, 6);
	for (int row = 0; row < 5; row += 2)
		area_rule(&all, row, 0, 6);
	area_bar(&all, 0, 2, 5);
	assert_rows(expected);

	start(5, 6);
	area_bar(&all, 0, 2, 5);
	for (int row = 0; row < 5; row += 2)
		area_rule(&all, row, 0, 6);
	assert_rows("──┼───\n  │\n──┼───\n  │\n──┼───\n");
}

static void lines_that_end_at_another_join_it(void **state)
{
	static const char expected[] = "──┬───\n"
				       "  │\n"
				       "  ├───\n"
				       "  │\n"
				       "──┴───\n";
	(void)state;

	start(5, 6);
	area_rule(&all, 0, 0, 6);
	area_bar(&all, 1, 2, 3);
	area_rule(&all, 4, 0, 6);
	area_rule(&all, 2, 3, 3);
	assert_rows(expected);

	start(5, 6);
	area_rule(&all, 2, 3, 3);
	area_bar(&all, 1, 2, 3);
	area_rule(&all, 0, 0, 6);
	area_rule(&all, 4, 0, 6);
	assert_rows(expected);
}

static void lines_side_by_side_do_not_join(void **state)
{
	(void)state;
	start(3, 3);
	area_rule(&all, 0, 0, 3);
	area_rule(&all, 1, 0, 3);
	assert_rows("───\n───\n\n");
	area_text(&all, 2, 1, STYLE_TEXT, "│");
	area_rule(&all, 1, 0, 3);
	assert_rows("───\n───\n │\n");
}

static void the_cursor_stays_inside_its_area(void **state)
{
	(void)state;
	start(5, 5);
	struct area part = area_part(&all, 1, 1, 3, 3);
	area_cursor(&part, 9, -2, false);
	assert_int_equal(canvas.cursor_row, 3);
	assert_int_equal(canvas.cursor_column, 1);
	assert_false(canvas.cursor_shown);
}

static void the_simple_clusters_are_what_the_tables_say(void **state)
{
	int simple = 0;
	(void)state;

	for (uint32_t point = ' '; point < 0x20000; point++) {
		char text[8] = "";
		int columns;
		size_t size = utf8_encode(point, text);
		if (cluster_simple(text, &columns) == 0)
			continue;
		struct str seen = STR_EMPTY;
		utf8_visible(&seen, text, size, false);
		assert_string_equal(seen.text, text);
		assert_int_equal(utf8_columns(text), columns);
		str_clear(&seen);
		text[size] = 'a';
		assert_int_equal(utf8_cluster(text, size + 1, NULL), size);
		simple++;
	}
	assert_true(simple > 20000);
}

static void nothing_that_joins_is_taken_for_fresh(void **state)
{
	(void)state;
	for (uint32_t point = ' '; point < 0x20000; point++) {
		char text[8] = "a";
		size_t size = utf8_encode(point, text + 1);
		if (utf8_cluster(text, size + 1, NULL) > 1)
			assert_false(cluster_fresh(text + 1));
	}
}

static const char *const pieces[] = {
	"a",
	"word ",
	"é",
	"e\u0301",
	"作",
	"者世",
	"👩‍👩‍👧",
	"🇫🇷",
	"…",
	"│",
	"\u202E",
	"\x1b[m",
	"\xff",
	"\u0301",
	"क्‍ष",
	"ﷺ",
	"\t",
	"\u200B",
};

static void nothing_that_is_drawn_leaves_half_a_character(void **state)
{
	(void)state;
	srand(20121017);
	start(6, 17);
	for (int i = 0; i < 20000; i++) {
		struct area part =
			area_part(&all, rand() % 9 - 2, rand() % 20 - 2, rand() % 7, rand() % 20);
		char text[200] = "";
		for (int j = rand() % 6; j > 0; j--)
			strcat(text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
		int row = rand() % 7 - 1, column = rand() % 20 - 4, size = rand() % 12 - 1;
		switch (rand() % 7) {
		case 0:
			area_cut(&part, row, column, size, STYLE_BAD, text);
			break;
		case 1:
			area_right(&part, row, column, STYLE_GOOD, text);
			break;
		case 2:
			area_fill(&part, row, column, size, size, STYLE_TEXT);
			break;
		case 3:
			area_rule(&part, row, column, size);
			break;
		case 4:
			area_bar(&part, row, column, size);
			break;
		default:
			area_text(&part, row, column, STYLE_TEXT, text);
		}
		if (i % 50 == 0)
			assert_whole();
	}
	assert_whole();
}

/* Whatever the text, it ends where it was told to, as wide as what is seen of it. */
static void what_is_put_at_the_right_ends_there(void **state)
{
	(void)state;
	srand(20121018);
	for (int i = 0; i < 5000; i++) {
		char text[200] = "";
		for (int j = rand() % 6; j > 0; j--)
			strcat(text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
		struct str seen = STR_EMPTY;
		utf8_visible(&seen, text, strlen(text), false);
		start(2, 80);
		area_right(&all, 0, 70, STYLE_TEXT, text);
		area_text(&all, 1, 70 - utf8_columns(seen.text), STYLE_TEXT, text);
		assert_memory_equal(canvas.cells, canvas.cells + 80, 80 * sizeof *canvas.cells);
		str_clear(&seen);
	}
}

/* Not a measure, only a guard against a slow path: a frame takes about 50 µs. */
static void a_large_frame_is_drawn_quickly(void **state)
{
	static const char line[] =
		"Working Group on Technical Assistance, item 3: Pakistan spoke; "
		"threat assessments should come first. Working Group on Technical Assistance, item 3: "
		"Pakistan spoke; threat assessments should come first and more.";
	int64_t best = INT64_MAX;
	(void)state;

	for (int i = 0; i < 20; i++) {
		int64_t begun = clock_monotonic();
		for (int frame = 0; frame < 20; frame++) {
			start(60, 200);
			for (int row = 0; row < 60; row++)
				area_text(&all, row, 0, STYLE_TEXT, line);
		}
		int64_t taken = clock_monotonic() - begun;
		best = taken < best ? taken : best;
	}
	assert_true(best < 20 * 5); /* 5 ms a frame: also under sanitizers and valgrind */
}

static int set_up(void **state)
{
	(void)state;
	canvas_init(&canvas);
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	canvas_clear(&canvas);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fresh_canvas_is_blank),
		cmocka_unit_test(text_has_its_style_and_the_cursor_its_place),
		cmocka_unit_test(every_style_has_a_letter_of_its_own),
		cmocka_unit_test(text_is_clipped_on_all_sides),
		cmocka_unit_test(a_part_clips_to_itself),
		cmocka_unit_test(a_part_that_sticks_out_is_cut_off),
		cmocka_unit_test(a_wide_character_takes_two_columns),
		cmocka_unit_test(a_wide_character_at_the_edge_becomes_a_blank),
		cmocka_unit_test(writing_over_half_of_a_wide_character_blanks_the_other),
		cmocka_unit_test(a_frame_over_half_of_a_wide_character_blanks_the_other),
		cmocka_unit_test(marks_stay_on_their_character),
		cmocka_unit_test(five_hundred_marks_become_four),
		cmocka_unit_test(a_family_is_one_cluster_of_two_columns),
		cmocka_unit_test(a_cluster_that_is_too_long_is_cut_at_a_character),
		cmocka_unit_test(control_characters_are_made_visible),
		cmocka_unit_test(a_mark_without_a_character_gets_a_circle),
		cmocka_unit_test(long_text_of_any_script_is_drawn_like_short),
		cmocka_unit_test(what_is_cut_ends_in_an_ellipsis),
		cmocka_unit_test(what_has_no_room_is_not_drawn),
		cmocka_unit_test(text_on_the_right_ends_at_its_column),
		cmocka_unit_test(a_style_changes_and_the_text_stays),
		cmocka_unit_test(lines_join_where_they_meet),
		cmocka_unit_test(lines_that_end_at_another_join_it),
		cmocka_unit_test(lines_side_by_side_do_not_join),
		cmocka_unit_test(the_cursor_stays_inside_its_area),
		cmocka_unit_test(the_simple_clusters_are_what_the_tables_say),
		cmocka_unit_test(nothing_that_joins_is_taken_for_fresh),
		cmocka_unit_test(nothing_that_is_drawn_leaves_half_a_character),
		cmocka_unit_test(what_is_put_at_the_right_ends_there),
		cmocka_unit_test(a_large_frame_is_drawn_quickly),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
