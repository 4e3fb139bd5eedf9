/* SPDX-License-Identifier: MIT */
/* Breaking text into lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>

#include "base/generator.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/wrap.h"

/* The lines joined by "|". */
static void check(const char *text, int columns, const char *lines)
{
	size_t length = strlen(text), at = 0, next;
	struct str out = STR_EMPTY;

	while (at < length) {
		size_t size = wrap_line(text + at, length - at, columns, &next);
		str_addn(&out, text + at, size);
		at += next;
		if (at < length || text[length - 1] == '\n')
			str_addc(&out, '|');
	}
	assert_string_equal(out.text, lines);
	str_clear(&out);
}

static void lines_break_at_blanks(void **state)
{
	(void)state;
	check("", 5, "");
	check("one two three", 7, "one two|three");
	check("one two three", 5, "one|two|three");
	check("one two", 7, "one two");
}

static void blanks_at_a_break_belong_to_no_line(void **state)
{
	(void)state;
	check("one   two", 3, "one|two");
	check("one   two", 5, "one|two");
	check("one   ", 3, "one");
	check("one   \ntwo", 3, "one|two");
	check("one   ", 9, "one   ");
}

static void an_indent_stays(void **state)
{
	(void)state;
	check("  one two", 5, "  one|two");
	check("   longer", 5, "   lo|nger");
}

static void a_long_word_is_broken(void **state)
{
	(void)state;
	check("abcdefgh", 3, "abc|def|gh");
	check("a bcdefgh", 3, "a|bcd|efg|h");
	check("e\u0301e\u0301", 1, "e\u0301|e\u0301");
}

static void a_line_feed_ends_a_line(void **state)
{
	(void)state;
	check("a\nb", 9, "a|b");
	check("a\n\nb", 9, "a||b");
	check("a\n", 9, "a|");
	check("a\r\nb", 9, "a|b");
	check("abc\nd", 3, "abc|d");
}

static void chinese_breaks_between_characters(void **state)
{
	(void)state;
	check("中国代表团", 4, "中国|代表|团");
	check("第 中国代表团", 7, "第 中国|代表团");
	check("中", 1, "中");
	check("中国", 1, "中|国");
	check("UN中国", 4, "UN中|国");
}

static void lines_are_counted(void **state)
{
	(void)state;
	assert_int_equal(wrap_count("", 0, 5), 1);
	assert_int_equal(wrap_count("a", 1, 5), 1);
	assert_int_equal(wrap_count("a\n", 2, 5), 2);
	assert_int_equal(wrap_count("\n\n", 2, 5), 3);
	assert_int_equal(wrap_count("one two three", 13, 5), 3);
}

/* Every line fits, only blanks are lost, and the search gets on. */
static void any_text_wraps(void **state)
{
	static const char *const parts[] = {
		"a", "bc", " ", "  ", "\n", "中", "e\u0301", "👨‍👩‍👧‍👦", "\t"};
	struct generator generator = GENERATOR_SEED;
	struct str text = STR_EMPTY, line = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		int columns = 1 + (int)generator_next(&generator, 9);
		str_reset(&text);
		for (unsigned j = generator_next(&generator, 40); j > 0; j--)
			str_add(&text, parts[generator_next(&generator, 9)]);
		size_t at = 0, next, lines = 0;
		for (; at < text.length; at += next, lines++) {
			size_t size = wrap_line(text.text + at, text.length - at, columns, &next);
			assert_in_range(next, size > 1 ? size : 1, text.length - at);
			for (size_t j = size; j < next; j++)
				assert_non_null(strchr(" \t\n", text.text[at + j]));
			str_reset(&line);
			str_addn(&line, text.text + at, size);
			assert_null(strchr(line.text, '\n'));
			bool one_wide = columns == 1 && utf8_columns(line.text) == 2;
			assert_true(one_wide || utf8_columns(line.text) <= columns);
		}
		bool open = text.length == 0 || text.text[text.length - 1] == '\n';
		assert_int_equal(wrap_count(text.text, text.length, columns), lines + open);
	}
	str_clear(&text);
	str_clear(&line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_blanks),
		cmocka_unit_test(blanks_at_a_break_belong_to_no_line),
		cmocka_unit_test(an_indent_stays),
		cmocka_unit_test(a_long_word_is_broken),
		cmocka_unit_test(a_line_feed_ends_a_line),
		cmocka_unit_test(chinese_breaks_between_characters),
		cmocka_unit_test(lines_are_counted),
		cmocka_unit_test(any_text_wraps),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
