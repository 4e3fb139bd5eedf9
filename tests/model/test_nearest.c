/* SPDX-License-Identifier: MIT */
/* What somebody meant who typed something else, and when nobody can tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/nearest.h"

static const char *const keys[] = {
	"id", "title", "from", "to", "half", "room", "items", "documents", "organization_of_work"};

static const char *nearest(const char *word)
{
	const char *found = nearest_find(word, keys, sizeof(keys) / sizeof(keys[0]));

	return found ? found : "nothing";
}

static void slips_of_the_finger_are_understood(void **state)
{
	(void)state;
	assert_string_equal(nearest("titel"), "title");
	assert_string_equal(nearest("tilte"), "title");
	assert_string_equal(nearest("tite"), "title");
	assert_string_equal(nearest("titlle"), "title");
	assert_string_equal(nearest("frm"), "from");
	assert_string_equal(nearest("rooms"), "room");
	assert_string_equal(nearest("item"), "items");
}

static void capitals_blanks_and_hyphens_do_not_count(void **state)
{
	(void)state;
	assert_string_equal(nearest("Title"), "title");
	assert_string_equal(nearest("Organisation of-work"), "organization_of_work");
}

static void a_beginning_of_three_letters_is_enough(void **state)
{
	(void)state;
	assert_string_equal(nearest("doc"), "documents");
	assert_string_equal(nearest("organ"), "organization_of_work");
	assert_string_equal(nearest("do"), "nothing");
}

static void what_is_far_from_all_is_near_to_nothing(void **state)
{
	(void)state;
	assert_string_equal(nearest(""), "nothing");
	assert_string_equal(nearest("colour"), "nothing");
	assert_string_equal(nearest("tz"), "nothing");
	assert_string_equal(nearest("x"), "nothing");
	assert_string_equal(
		nearest("a word that is much longer than any key could ever be"), "nothing");
	assert_null(nearest_find("title", keys, 0));
}

static void the_first_of_equally_near_ones_is_taken(void **state)
{
	static const char *const pairs[] = {"bat", "cat"};

	(void)state;
	assert_string_equal(nearest_find("rat", pairs, 2), "bat");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips_of_the_finger_are_understood),
		cmocka_unit_test(capitals_blanks_and_hyphens_do_not_count),
		cmocka_unit_test(a_beginning_of_three_letters_is_enough),
		cmocka_unit_test(what_is_far_from_all_is_near_to_nothing),
		cmocka_unit_test(the_first_of_equally_near_ones_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
