/* SPDX-License-Identifier: MIT */
/* Languages as people write them, in one form and in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/language.h"

static void assert_normal(const char *typed, const char *normal)
{
	struct err err = {0};
	struct str out;

	str_init(&out);
	if (!language_normal(typed, &out, &err))
		fail_msg("%s: %s", typed, err.text);
	assert_string_equal(out.text, normal);
	str_clear(&out);
}

static void languages_have_one_form(void **state)
{
	(void)state;
	assert_normal("E, f", "E F");
	assert_normal("S R F E C A", "A C E F R S");
	assert_normal("all", "A C E F R S");
	assert_normal("english and French", "E F");
	assert_normal("English only", "E");
	assert_normal("en/fr/zh", "C E F");
	assert_normal("German; E German", "E German");
	assert_normal("", "");
	assert_normal(" , ", "");
}

static void what_is_no_language_is_refused_and_adds_nothing(void **state)
{
	static const char *const wrong[] = {"X", "E, qq", "german", "12"};
	struct str out;

	(void)state;
	str_init(&out);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct err err = {0};
		assert_false(language_normal(wrong[i], &out, &err));
		assert_int_equal(err.code, ERR_USAGE);
		assert_int_equal(out.length, 0);
	}
	str_clear(&out);
}

static void the_words_name_them_and_what_is_missing(void **state)
{
	struct str out;

	(void)state;
	str_init(&out);
	language_words("E F German", &out);
	assert_string_equal(out.text, "English, French and German");
	str_reset(&out);
	language_missing("A C E F", &out);
	assert_string_equal(out.text, "Russian and Spanish");
	str_reset(&out);
	language_missing("A C E F R S", &out);
	assert_string_equal(out.text, "");
	language_words("", &out);
	assert_string_equal(out.text, "");
	str_clear(&out);
}

/* More names than there is room for, and longer ones than any language has. */
static void many_and_long_names_do_no_harm(void **state)
{
	struct err err = {0};
	struct str typed, out;

	(void)state;
	str_init(&typed);
	str_init(&out);
	for (int i = 0; i < 100; i++)
		str_addf(&typed, "Language%dxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ",
			i);
	assert_false(language_normal(typed.text, &out, &err));
	str_cut(&typed, 700);
	if (language_normal(typed.text, &out, &err))
		language_words(out.text, &typed);
	str_clear(&typed);
	str_clear(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages_have_one_form),
		cmocka_unit_test(what_is_no_language_is_refused_and_adds_nothing),
		cmocka_unit_test(the_words_name_them_and_what_is_missing),
		cmocka_unit_test(many_and_long_names_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
