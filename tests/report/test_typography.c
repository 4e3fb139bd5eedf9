/* SPDX-License-Identifier: MIT */
/* Typed quotation marks and apostrophes, and the curly ones that are printed. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "report/typography.h"

static void expect(const char *typed, const char *printed)
{
	struct str out;

	str_init(&out);
	typography(typed, &out);
	assert_string_equal(out.text, printed);
	str_reset(&out);
	typography(printed, &out);
	assert_string_equal(out.text, printed);
	str_clear(&out);
}

static void apostrophes_turn_to_the_left(void **state)
{
	(void)state;
	expect("Côte d'Ivoire", "Côte d’Ivoire");
	expect("the States' and the Office's", "the States’ and the Office’s");
	expect("the '90s, 'tis so", "the ’90s, ’tis so");
	expect("the États' rôle", "the États’ rôle");
	expect("'", "’");
}

static void double_marks_open_before_a_word_and_close_behind_it(void **state)
{
	(void)state;
	expect("\"omnibus survey software\"", "“omnibus survey software”");
	expect("the (\"blue book\"), a \"tool\".", "the (“blue book”), a “tool”.");
	expect("a \"b\" \"c\"", "a “b” “c”");
	expect("a—\"b\"", "a—“b”");
	expect("*\"blue\"* and \"*green*\"", "*“blue”* and “*green*”");
	expect("\" spaced \" out", "“ spaced ” out");
	expect("\"1990\"", "“1990”");
}

static void single_marks_stand_inside_double_ones(void **state)
{
	(void)state;
	expect("\"a 'b c' d\"", "“a ‘b c’ d”");
	expect("\"'a' b\"", "“‘a’ b”");
	expect("'a' and 'b'", "‘a’ and ‘b’");
}

static void inches_and_curly_marks_stay(void **state)
{
	(void)state;
	expect("a screen of 19\" and more", "a screen of 19\" and more");
	expect("“a ‘b’”", "“a ‘b’”");
	expect("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(apostrophes_turn_to_the_left),
		cmocka_unit_test(double_marks_open_before_a_word_and_close_behind_it),
		cmocka_unit_test(single_marks_stand_inside_double_ones),
		cmocka_unit_test(inches_and_curly_marks_stay),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
