/* SPDX-License-Identifier: MIT */
/* Messages: their order, their form, and what happens when there are too many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "exchange/message.h"

static void assert_format(const struct messages *messages, const char *expected)
{
	struct str text;

	str_init(&text);
	messages_format(messages, &text);
	assert_string_equal(text.text, expected);
	str_clear(&text);
}

static void messages_stand_in_the_order_of_their_places(void **state)
{
	struct messages messages;

	(void)state;
	messages_init(&messages, "a.yaml");
	messages_add(&messages, false, 7, 3, "late");
	messages_add(&messages, true, 7, 1, "%s", "earlier in the line");
	messages_add(&messages, false, 7, 3, "late, and second");
	messages_add(&messages, false, 0, 0, "of the whole file");
	messages_add(&messages, false, 2, 9, "early");
	messages_sort(&messages);
	assert_format(&messages, "a.yaml: of the whole file\n"
				 "a.yaml:2:9: early\n"
				 "a.yaml:7:1: warning: earlier in the line\n"
				 "a.yaml:7:3: late\n"
				 "a.yaml:7:3: late, and second\n");
	assert_int_equal(messages.errors, 4);
	messages_clear(&messages);
}

static void nothing_of_a_file_reaches_the_terminal_unseen(void **state)
{
	struct messages messages;

	(void)state;
	messages_init(&messages, "\033]0;x\a.yaml");
	messages_add(&messages, false, 1, 1, "key '%s'", "a\033[31m\nb\xE2\x80\xAE");
	assert_format(&messages, "<U+001B>]0;x<U+0007>.yaml:1:1: "
				 "key 'a<U+001B>[31m<U+000A>b<U+202E>'\n");
	messages_clear(&messages);
}

static void the_first_error_is_the_one_that_is_returned(void **state)
{
	struct messages messages;
	struct err err = {0};

	(void)state;
	messages_init(&messages, "a.yaml");
	assert_true(messages_err(&messages, &err));
	messages_add(&messages, true, 1, 1, "only a warning");
	assert_true(messages_err(&messages, &err));
	assert_int_equal(err.code, ERR_NONE);
	messages_add(&messages, false, 2, 5, "first");
	assert_false(messages_err(&messages, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_string_equal(err.text, "a.yaml:2:5: first");
	messages_add(&messages, false, 3, 5, "second");
	assert_false(messages_err(&messages, &err));
	assert_string_equal(err.text, "a.yaml:2:5: first (and 1 more error)");
	messages_add(&messages, false, 4, 5, "third");
	assert_false(messages_err(&messages, &err));
	assert_string_equal(err.text, "a.yaml:2:5: first (and 2 more errors)");
	assert_false(messages_err(&messages, NULL));
	messages_clear(&messages);
}

static void ten_thousand_warnings_do_not_hide_an_error(void **state)
{
	struct messages messages;
	struct err err = {0};

	(void)state;
	messages_init(&messages, "a.yaml");
	for (int i = 1; i <= 10000; i++)
		messages_add(&messages, true, i, 1, "a warning");
	messages_add(&messages, false, 9999, 1, "an error");
	assert_int_equal(messages.count, MESSAGES_KEPT / 2 + 1);
	assert_int_equal(messages.left_out, 10000 - MESSAGES_KEPT / 2);
	assert_false(messages_err(&messages, &err));
	assert_string_equal(err.text, "a.yaml:9999:1: an error");
	for (int i = 1; i <= 10000; i++)
		messages_add(&messages, false, i, 1, "an error");
	assert_int_equal(messages.count, MESSAGES_KEPT);
	assert_int_equal(messages.errors, 10001);
	messages_clear(&messages);
}

static void the_name_of_the_file_is_kept_as_a_copy(void **state)
{
	char name[] = "a.yaml";
	struct messages messages;

	(void)state;
	messages_init(&messages, name);
	name[0] = 'b';
	assert_string_equal(messages.file, "a.yaml");
	messages_set_file(&messages, name);
	messages_set_file(&messages, messages.file);
	assert_string_equal(messages.file, "b.yaml");
	messages_clear(&messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(messages_stand_in_the_order_of_their_places),
		cmocka_unit_test(nothing_of_a_file_reaches_the_terminal_unseen),
		cmocka_unit_test(the_first_error_is_the_one_that_is_returned),
		cmocka_unit_test(ten_thousand_warnings_do_not_hide_an_error),
		cmocka_unit_test(the_name_of_the_file_is_kept_as_a_copy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
