/* SPDX-License-Identifier: MIT */
/* The words of a report: what may be said for a key, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/template.h"

static struct template template;
static struct err err;

static int begin(void **state)
{
	(void)state;
	template_init(&template);
	return 0;
}

static int end(void **state)
{
	(void)state;
	template_clear(&template);
	return 0;
}

static void refuses(const char *key, const char *text, const char *why)
{
	assert_false(template_set(&template, key, text, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_string_equal(err.text, why);
}

static void the_keys_are_in_order_and_each_is_there_once(void **state)
{
	(void)state;
	for (size_t i = 1; i < template_key_count; i++)
		if (strcmp(template_keys[i - 1].key, template_keys[i].key) >= 0)
			fail_msg("%s is not behind %s", template_keys[i].key,
				template_keys[i - 1].key);
	for (size_t i = 0; i < template_key_count; i++)
		assert_int_equal(template_find(template_keys[i].key), i);
	assert_int_equal(template_find("ITEM-0"), template_key_count);
}

static void a_text_with_the_fields_of_its_formula_is_taken(void **state)
{
	(void)state;
	assert_true(template_set(&template, "STAT-4", "[{item}: ]heard: {list}[, {also}]", &err));
	assert_string_equal(
		template_text(&template, "STAT-4"), "[{item}: ]heard: {list}[, {also}]");
	assert_true(template_set(&template, "STAT-4", "nothing", &err));
	assert_string_equal(template_text(&template, "STAT-4"), "nothing");
}

static void a_field_that_the_program_does_not_fill_in_is_refused(void **state)
{
	(void)state;
	refuses("STAT-4", "{lists}",
		"STAT-4 has no field {lists}; it may have item also list of_list group");
	refuses("HEAD-INTRO", "{list}",
		"HEAD-INTRO has no field {list}; it may have bodies bodies| of_bodies");
	refuses("STAT-4", "{}", "STAT-4 has no field {}; it may have item also list of_list group");
	refuses("STAT-4", "{item also}",
		"STAT-4 has no field {item also}; it may have item also list of_list group");
}

static void brackets_must_be_closed(void **state)
{
	(void)state;
	refuses("STAT-4", "[{list}", "STAT-4: a '[' is not closed by ']'");
	refuses("STAT-4", "{list}]", "STAT-4: a ']' closes nothing");
	refuses("STAT-4", "{list", "STAT-4: a '{' is not closed by '}'");
	refuses("STAT-4", "{li[st}", "STAT-4: a '{' is not closed by '}'");
	refuses("STAT-4", "list}", "STAT-4: a '}' closes nothing");
	refuses("STAT-4", "[[[[[[[[[x]]]]]]]]]",
		"STAT-4: more than 8 brackets stand in each other");
	refuses("STAT-4", "", "STAT-4 has no text");
}

static void an_unknown_key_is_refused_and_the_nearest_named(void **state)
{
	(void)state;
	refuses("ITEM-0", "x", "there is no formula ITEM-0");
	assert_string_equal(template_guess("HEAD-INTR"), "HEAD-INTRO");
	assert_null(template_guess("something else"));
}

static void a_copy_has_its_own_words(void **state)
{
	struct template copy;

	(void)state;
	assert_true(template_set(&template, "HEAD-INTRO", "first", &err));
	template_init(&copy);
	template_copy(&copy, &template);
	assert_true(template_set(&template, "HEAD-INTRO", "second", &err));
	assert_string_equal(template_text(&copy, "HEAD-INTRO"), "first");
	template_clear(&copy);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_keys_are_in_order_and_each_is_there_once),
		TEST(a_text_with_the_fields_of_its_formula_is_taken),
		TEST(a_field_that_the_program_does_not_fill_in_is_refused),
		TEST(brackets_must_be_closed),
		TEST(an_unknown_key_is_refused_and_the_nearest_named),
		TEST(a_copy_has_its_own_words),
	};
	return cmocka_run_group_tests_name("model/template", tests, NULL, NULL);
}
