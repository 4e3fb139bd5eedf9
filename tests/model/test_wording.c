/* SPDX-License-Identifier: MIT */
/* Words of a text changed as delegations say it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/wording.h"

#define TEXT "Requests States to report, on a voluntary basis, on the report."

static struct str out;
static size_t found;

static void words_are_replaced_where_they_stand_once(void **state)
{
	(void)state;
	assert_true(wording_replace(TEXT, "States", "States parties", &out, &found));
	assert_string_equal(out.text,
		"Requests States parties to report, on a voluntary basis, on the report.");
	assert_false(wording_replace(TEXT, "report", "x", &out, &found));
	assert_int_equal(found, 2);
	assert_string_equal(out.text, "");
	assert_false(wording_replace(TEXT, "Parties", "x", &out, &found));
	assert_int_equal(found, 0);
	assert_false(wording_replace(TEXT, "", "x", &out, &found));
}

static void only_whole_words_are_meant(void **state)
{
	(void)state;
	assert_true(wording_replace("The port of a report", "port", "bay", &out, &found));
	assert_string_equal(out.text, "The bay of a report");
	assert_true(wording_replace("“States” and Stateś", "States", "All", &out, &found));
	assert_string_equal(out.text, "“All” and Stateś");
	assert_true(wording_replace("été, étés", "été", "x", &out, &found));
	assert_string_equal(out.text, "x, étés");
}

static void words_are_inserted_with_one_blank_on_either_side(void **state)
{
	(void)state;
	assert_true(wording_insert("Requests States to report", "parties", "States", &out, &found));
	assert_string_equal(out.text, "Requests States parties to report");
	assert_true(wording_insert("States, and others", "parties", "States", &out, &found));
	assert_string_equal(out.text, "States parties, and others");
	assert_true(wording_insert("Notes the work", ", with concern,", "Notes", &out, &found));
	assert_string_equal(out.text, "Notes, with concern, the work");
	assert_true(wording_insert("Notes the work.", "of States", NULL, &out, &found));
	assert_string_equal(out.text, "Notes the work of States.");
	assert_false(wording_insert("Notes the work.", "of", "States", &out, &found));
}

static void words_are_deleted_and_the_blanks_mended(void **state)
{
	(void)state;
	assert_true(wording_delete(TEXT, ", on a voluntary basis,", &out, &found));
	assert_string_equal(out.text, "Requests States to report on the report.");
	assert_true(wording_delete("Notes the work of all.", "of all", &out, &found));
	assert_string_equal(out.text, "Notes the work.");
	assert_true(wording_delete("Again notes", "Again", &out, &found));
	assert_string_equal(out.text, "notes");
	assert_true(wording_replace("Notes the work of all.", "of all", "", &out, &found));
	assert_string_equal(out.text, "Notes the work.");
}

static int set_up(void **state)
{
	(void)state;
	str_init(&out);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	str_clear(&out);
	return 0;
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(words_are_replaced_where_they_stand_once),
		TEST(only_whole_words_are_meant),
		TEST(words_are_inserted_with_one_blank_on_either_side),
		TEST(words_are_deleted_and_the_blanks_mended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
