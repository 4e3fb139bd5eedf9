/* SPDX-License-Identifier: MIT */
/* The scale of quantifiers is data, and a word before a point overrules it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/quantifier.h"

#define SCALE "some 2; several 4; many 7 1/3; most 7 2/3; all 4 1/1"

static void the_last_entry_that_holds_is_the_advice(void **state)
{
	static const struct {
		int64_t said, all;
		enum quantifier advice;
	} cases[] = {
		{2, 2, QUANTIFIER_SOME},
		{3, 30, QUANTIFIER_SOME},
		{4, 4, QUANTIFIER_ALL},
		{4, 5, QUANTIFIER_SEVERAL},
		{6, 9, QUANTIFIER_SEVERAL},
		{7, 30, QUANTIFIER_SEVERAL},
		{7, 21, QUANTIFIER_SEVERAL},
		{8, 21, QUANTIFIER_MANY},
		{14, 21, QUANTIFIER_MANY},
		{15, 21, QUANTIFIER_MOST},
		{21, 21, QUANTIFIER_ALL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(
			quantifier_advice(SCALE, 2, cases[i].said, cases[i].all), cases[i].advice);
}

static void one_voice_is_one_speaker_for_however_many_it_speaks(void **state)
{
	(void)state;
	assert_int_equal(quantifier_advice(SCALE, 1, 27, 30), QUANTIFIER_ONE);
	assert_int_equal(quantifier_advice(SCALE, 0, 0, 0), QUANTIFIER_ONE);
}

static void a_scale_that_is_none_is_known(void **state)
{
	static const char *const bad[] = {"", "few 2", "some", "some x", "some 2 1", "some 2 1/0",
		"some 2 1/3 4", "some 2, many 3", "some 99999999999999999999"};

	(void)state;
	assert_true(quantifier_is_scale(SCALE));
	assert_true(quantifier_is_scale(" some 2 ;\n many 4 1/3"));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (quantifier_is_scale(bad[i]))
			fail_msg("\"%s\" is no scale", bad[i]);
}

static void a_word_before_a_point_says_how_many(void **state)
{
	const char *words;

	(void)state;
	assert_int_equal(quantifier_said("Many: asked", &words), QUANTIFIER_MANY);
	assert_string_equal(words, "asked");
	assert_int_equal(quantifier_said("many asked", &words), QUANTIFIERS);
	assert_string_equal(words, "many asked");
	assert_int_equal(quantifier_said("note: asked", &words), QUANTIFIERS);
	assert_int_equal(quantifier_said("all:", &words), QUANTIFIERS);
	assert_string_equal(words, "all:");
	for (int i = 0; i < QUANTIFIERS; i++)
		assert_int_equal(
			quantifier_find(quantifier_names[i], strlen(quantifier_names[i])), i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_entry_that_holds_is_the_advice),
		cmocka_unit_test(one_voice_is_one_speaker_for_however_many_it_speaks),
		cmocka_unit_test(a_scale_that_is_none_is_known),
		cmocka_unit_test(a_word_before_a_point_says_how_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
