/* SPDX-License-Identifier: MIT */
/* Sentences of failures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/err.h"
#include "base/utf8.h"

static void a_failure_has_a_code_and_a_sentence(void **state)
{
	struct err err = {0};

	(void)state;
	assert_false(err_set(&err, ERR_NO_INPUT, "there is no file “%s”", "x.yaml"));
	assert_int_equal(err.code, 66);
	assert_string_equal(err.text, "there is no file “x.yaml”");
}

static void nobody_has_to_listen(void **state)
{
	(void)state;
	assert_false(err_set(NULL, ERR_DATA, "unheard"));
	assert_false(err_prefix(NULL, "unheard"));
}

static void a_prefix_keeps_the_code(void **state)
{
	struct err err = {0};

	(void)state;
	err_set(&err, ERR_DATA, "no such item");
	assert_false(err_prefix(&err, "day.txt, line %d", 7));
	assert_int_equal(err.code, ERR_DATA);
	assert_string_equal(err.text, "day.txt, line 7: no such item");
}

static void the_old_sentence_may_be_part_of_the_new(void **state)
{
	struct err err = {0};

	(void)state;
	err_set(&err, ERR_DATA, "b");
	err_set(&err, ERR_IO, "a%sc", err.text);
	assert_string_equal(err.text, "abc");
}

static void a_long_sentence_is_cut_at_a_character(void **state)
{
	struct err err = {0};
	char text[1200] = "";
	size_t bad;

	(void)state;
	for (int shift = 0; shift < 4; shift++) {
		memset(text, 'x', (size_t)shift);
		text[shift] = '\0';
		while (strlen(text) < 1100)
			strcat(text, "🙂");
		err_set(&err, ERR_DATA, "%s", text);
		assert_in_range(strlen(err.text), sizeof(err.text) - 4, sizeof(err.text) - 1);
		assert_true(utf8_valid(err.text, strlen(err.text), &bad));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_failure_has_a_code_and_a_sentence),
		cmocka_unit_test(nobody_has_to_listen),
		cmocka_unit_test(a_prefix_keeps_the_code),
		cmocka_unit_test(the_old_sentence_may_be_part_of_the_new),
		cmocka_unit_test(a_long_sentence_is_cut_at_a_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
