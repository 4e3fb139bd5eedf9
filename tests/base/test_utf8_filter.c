/* SPDX-License-Identifier: MIT */
/* The two gates of text: the way in and the way out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>

#include "base/generator.h"
#include "base/utf8.h"

struct row {
	const char *text, *result;
};

/* --- the way in --- */

static void check_enter(const struct row rows[], size_t count, bool one_line)
{
	for (size_t i = 0; i < count; i++) {
		char *entered = utf8_enter(rows[i].text, one_line);
		assert_string_equal(entered, rows[i].result);
		free(entered);
	}
}

static void lines_enter_with_one_ending_and_no_blanks_behind(void **state)
{
	static const struct row rows[] = {{"", ""}, {"a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"a  \nb\t\n\n", "a\nb"}, {"  a", "  a"}, {"a\tb", "a b"}, {" \n \n", ""},
		{"a\vb\fc\xC2\x85"
		 "d\u2028e\u2029f",
			"a\nb\nc\nd\ne\nf"},
		{"a\n\n\nb", "a\n\n\nb"}};

	(void)state;
	check_enter(rows, sizeof(rows) / sizeof(rows[0]), false);
}

static void one_line_is_one_line(void **state)
{
	static const struct row rows[] = {{"a\nb", "a b"}, {"a  \n\n   b\n", "a b"},
		{"  a  b  ", "a  b"}, {"\n\na", "a"}, {"\t\n", ""}};

	(void)state;
	check_enter(rows, sizeof(rows) / sizeof(rows[0]), true);
}

static void text_enters_composed(void **state)
{
	static const struct row rows[] = {{"Co\u0302te d’Ivoire", "Côte d’Ivoire"}, {"\u212B", "Å"},
		{"“a” \"b\" 'c'", "“a” \"b\" 'c'"}, {"\uFEFFa", "a"}};

	(void)state;
	check_enter(rows, sizeof(rows) / sizeof(rows[0]), false);
}

static void control_characters_and_bad_bytes_do_not_enter(void **state)
{
	static const struct row rows[] = {{"a\033[31mb\007\b\x7F", "a[31mb"},
		{"\xC2\x9B"
		 "2J",
			"2J"},
		{"a\xFF\xC0\x80z", "a\uFFFD\uFFFD\uFFFDz"}, {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
		{"\uFFFF\uFDD0", "\uFFFD\uFFFD"}};

	(void)state;
	check_enter(rows, sizeof(rows) / sizeof(rows[0]), false);
}

static void a_pile_of_marks_is_limited_and_takes_no_time(void **state)
{
	struct str text = STR_EMPTY;

	(void)state;
	str_add(&text, "e");
	for (int i = 0; i < 100000; i++)
		str_add(&text, i % 2 ? "\u0316" : "\u0301");
	char *entered = utf8_enter(text.text, false);
	assert_in_range(strlen(entered), 2, 62);
	free(entered);
	str_clear(&text);
}

/* --- the way out --- */

static char *visible(const char *text, bool lines)
{
	struct str out = STR_EMPTY;

	utf8_visible(&out, text, strlen(text), lines);
	return str_take(&out);
}

static void check_visible(const struct row rows[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *shown = visible(rows[i].text, false);
		assert_string_equal(shown, rows[i].result);
		free(shown);
	}
}

static void what_could_steer_a_terminal_is_spelled_out(void **state)
{
	static const struct row rows[] = {{"a\033]52;c;eA==\007", "a<U+001B>]52;c;eA==<U+0007>"},
		{"\xC2\x9B"
		 "2J",
			"<U+009B>2J"},
		{"a\rb\bc\x7F", "a<U+000D>b<U+0008>c<U+007F>"},
		{"\u202Eabc\u2066\u200E\u200F\u061C",
			"<U+202E>abc<U+2066><U+200E><U+200F><U+061C>"},
		{"\u2028\u2029", "<U+2028><U+2029>"}};

	(void)state;
	check_visible(rows, sizeof(rows) / sizeof(rows[0]));
}

static void what_hides_is_spelled_out(void **state)
{
	static const struct row rows[] = {
		{"a\u200Bb\u2060\uFEFF\u00AD", "a<U+200B>b<U+2060><U+FEFF><U+00AD>"},
		{"\U000E0041\uE000", "<U+E0041><U+E000>"}, {"\uFFFF\uFDD0", "<U+FFFF><U+FDD0>"},
		{"\u3164\uFFA0\u034F", "<U+3164><U+FFA0><U+034F>"}};

	(void)state;
	check_visible(rows, sizeof(rows) / sizeof(rows[0]));
}

static void what_the_c_library_does_not_know_is_spelled_out(void **state)
{
	/* Not assigned in any Unicode yet, so that no newer library knows it. */
	static const struct row rows[] = {{"a\U0001FBFFb", "a<U+1FBFF>b"}};

	(void)state;
	check_visible(rows, 1);
}

static void bad_bytes_are_shown_as_the_replacement(void **state)
{
	static const struct row rows[] = {{"a\xFFz", "a\uFFFDz"}, {"\xC0\xAF", "\uFFFD\uFFFD"},
		{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"}};

	(void)state;
	check_visible(rows, sizeof(rows) / sizeof(rows[0]));
}

static void ordinary_text_of_all_scripts_passes(void **state)
{
	static const char *const texts[] = {"Côte d’Ivoire", "مُحَمَّد", "中国代表团", "श्री क्षि",
		"กำลัง", "Đặng Łódź", "🇫🇷", "👨‍👩‍👧‍👦", "👩‍❤️‍👨",
		"👍🏽", "می‌خواهم", "\u0915\u094D\u200D\u0937", "\u06DD"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		char *shown = visible(texts[i], false);
		assert_string_equal(shown, texts[i]);
		free(shown);
	}
}

static void joiners_pass_only_where_they_belong(void **state)
{
	static const struct row rows[] = {{"a\u200Db", "a<U+200D>b"}, {"\u200Da", "<U+200D>a"},
		{"👨\u200D", "👨<U+200D>"}, {"👨\u200Da", "👨<U+200D>a"}, {"a\u200C", "a<U+200C>"},
		{"1\u200C2", "1<U+200C>2"}, {"م\u200C\u200Cخ", "م<U+200C><U+200C>خ"}};

	(void)state;
	check_visible(rows, sizeof(rows) / sizeof(rows[0]));
}

static void a_mark_that_stands_on_nothing_gets_a_circle(void **state)
{
	static const struct row rows[] = {{"\u0301a", "◌\u0301a"},
		{"\u202E\u0301", "<U+202E>◌\u0301"}, {"a\u0301", "a\u0301"}};

	(void)state;
	check_visible(rows, sizeof(rows) / sizeof(rows[0]));
	char *shown = visible("a\n\u0301", true);
	assert_string_equal(shown, "a\n◌\u0301");
	free(shown);
}

static void four_marks_are_shown(void **state)
{
	struct str text = STR_EMPTY;

	(void)state;
	str_add(&text, "e");
	for (int i = 0; i < 500; i++)
		str_add(&text, "\u0301");
	str_add(&text, "x");
	char *shown = visible(text.text, false);
	assert_string_equal(shown, "e\u0301\u0301\u0301\u0301x");
	free(shown);
	str_clear(&text);
}

static void line_feeds_and_tabs_pass_if_wanted(void **state)
{
	char *lines = visible("a\n\tb\r", true), *line = visible("a\n\tb", false);

	(void)state;
	assert_string_equal(lines, "a\n\tb<U+000D>");
	assert_string_equal(line, "a<U+000A><U+0009>b");
	free(lines);
	free(line);
}

static void a_nul_inside_is_spelled_out(void **state)
{
	struct str out = STR_EMPTY;

	(void)state;
	utf8_visible(&out, "a\0b", 3, false);
	assert_string_equal(out.text, "a<U+0000>b");
	str_clear(&out);
}

/* Nothing that steers comes out, and what came out passes again. */
static void whatever_goes_in_the_output_is_harmless(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str out = STR_EMPTY, again = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		char bytes[40];
		size_t length = 0, bad;
		while (length < 30) {
			unsigned kind = generator_next(&generator, 4);
			if (kind == 0)
				bytes[length++] = (char)generator_next(&generator, 256);
			else if (kind == 1)
				length += utf8_encode(
					0x2000 + generator_next(&generator, 0x70), bytes + length);
			else if (kind == 2)
				length += utf8_encode(
					generator_next(&generator, 0x20000), bytes + length);
			else
				length += utf8_encode(
					0x300 + generator_next(&generator, 0x70), bytes + length);
		}
		str_reset(&out);
		utf8_visible(&out, bytes, length, false);
		assert_true(utf8_valid(out.text, out.length, &bad));
		for (size_t at = 0; at < out.length;) {
			uint32_t point;
			at += utf8_decode(out.text + at, out.length - at, &point);
			assert_false(point < ' ' || (point >= 0x7F && point < 0xA0));
			assert_false(point >= 0x202A && point <= 0x202E);
		}
		str_reset(&again);
		utf8_visible(&again, out.text, out.length, false);
		assert_string_equal(again.text, out.text);
	}
	str_clear(&out);
	str_clear(&again);
}

static void what_has_entered_enters_again_unchanged(void **state)
{
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		char bytes[40];
		size_t length = 0, bad;
		while (length < 30) {
			if (generator_next(&generator, 2))
				bytes[length++] = (char)(1 + generator_next(&generator, 255));
			else
				length += utf8_encode(
					1 + generator_next(&generator, 0x3000), bytes + length);
		}
		bytes[length] = '\0';
		bool one_line = generator_next(&generator, 2);
		char *once = utf8_enter(bytes, one_line), *twice = utf8_enter(once, one_line);
		assert_string_equal(once, twice);
		assert_true(utf8_valid(once, strlen(once), &bad));
		free(once);
		free(twice);
	}
}

static void without_a_locale_the_filter_still_filters(void **state)
{
	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C"));
	char *shown = visible("é\033\u202E中", false);
	assert_string_equal(shown, "é<U+001B><U+202E>中");
	free(shown);
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_enter_with_one_ending_and_no_blanks_behind),
		cmocka_unit_test(one_line_is_one_line),
		cmocka_unit_test(text_enters_composed),
		cmocka_unit_test(control_characters_and_bad_bytes_do_not_enter),
		cmocka_unit_test(a_pile_of_marks_is_limited_and_takes_no_time),
		cmocka_unit_test(what_could_steer_a_terminal_is_spelled_out),
		cmocka_unit_test(what_hides_is_spelled_out),
		cmocka_unit_test(what_the_c_library_does_not_know_is_spelled_out),
		cmocka_unit_test(bad_bytes_are_shown_as_the_replacement),
		cmocka_unit_test(ordinary_text_of_all_scripts_passes),
		cmocka_unit_test(joiners_pass_only_where_they_belong),
		cmocka_unit_test(a_mark_that_stands_on_nothing_gets_a_circle),
		cmocka_unit_test(four_marks_are_shown),
		cmocka_unit_test(line_feeds_and_tabs_pass_if_wanted),
		cmocka_unit_test(a_nul_inside_is_spelled_out),
		cmocka_unit_test(whatever_goes_in_the_output_is_harmless),
		cmocka_unit_test(what_has_entered_enters_again_unchanged),
		cmocka_unit_test(without_a_locale_the_filter_still_filters),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
