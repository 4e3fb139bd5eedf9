/* SPDX-License-Identifier: MIT */
/* Order of States in lists and the lists themselves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>

#include "model/names.h"

static void assert_in_order(const char *const names[], size_t count)
{
	for (size_t i = 1; i < count; i++) {
		char *before = names_sort_key(names[i - 1]), *after = names_sort_key(names[i]);
		if (strcmp(before, after) >= 0)
			fail_msg("%s does not stand before %s", names[i - 1], names[i]);
		free(before);
		free(after);
	}
}

static void states_stand_in_the_order_of_the_list_of_members(void **state)
{
	static const char *const names[] = {"Afghanistan", "Benin",
		"Bolivia (Plurinational State of)", "Congo", "Costa Rica", "Côte d’Ivoire",
		"Croatia", "Czechia", "Democratic People's Republic of Korea",
		"Democratic Republic of the Congo", "Denmark", "Dominica", "Dominican Republic",
		"Ecuador", "European Union", "Gambia", "Guinea", "Guinea-Bissau", "Guyana",
		"Iran (Islamic Republic of)", "Iraq", "Niger", "Nigeria", "Republic of Korea",
		"Republic of Moldova", "Romania", "Sri Lanka", "State of Palestine", "Sudan",
		"Thailand", "Timor-Leste", "Togo", "Tunisia", "Türkiye", "Turkmenistan",
		"United Kingdom of Great Britain and Northern Ireland",
		"United Republic of Tanzania", "United States of America", "Uruguay"};

	(void)state;
	assert_in_order(names, sizeof(names) / sizeof(names[0]));
}

static void marks_apostrophes_and_hyphens_do_not_matter(void **state)
{
	static const char *const rows[][2] = {{"Côte d'Ivoire", "cote divoire"},
		{"Côte d’Ivoire", "cote divoire"}, {"Guinea-Bissau", "guinea bissau"},
		{"Guinea‐Bissau", "guinea bissau"}, {"Guinea‑Bissau", "guinea bissau"},
		{"Iran (Islamic Republic of)", "iran islamic republic of"}, {"", ""}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *key = names_sort_key(rows[i][0]);
		assert_string_equal(key, rows[i][1]);
		free(key);
	}
}

static void assert_joined(const char *const names[], size_t count, const char *list)
{
	struct str out = STR_EMPTY;

	names_join(names, count, &out);
	assert_string_equal(out.text, list);
	str_clear(&out);
}

static void a_list_ends_in_and_without_a_comma(void **state)
{
	static const char *const names[] = {"Benin", "Canada", "Spain"};

	(void)state;
	assert_joined(names, 0, "");
	assert_joined(names, 1, "Benin");
	assert_joined(names, 2, "Benin and Canada");
	assert_joined(names, 3, "Benin, Canada and Spain");
}

static void names_with_commas_are_parted_by_semicolons(void **state)
{
	static const char *const groups[] = {
		"Algeria (on behalf of the African Group)", "Canada", "Spain"};
	static const char *const commas[] = {"Canada, Head of Delegation", "Spain"};
	static const char *const brackets[] = {
		"Bolivia (Plurinational State of)", "Canada", "Spain"};

	(void)state;
	assert_joined(groups, 3, "Algeria (on behalf of the African Group); Canada; and Spain");
	assert_joined(commas, 2, "Canada, Head of Delegation; and Spain");
	assert_joined(groups, 1, "Algeria (on behalf of the African Group)");
	assert_joined(brackets, 3, "Bolivia (Plurinational State of), Canada and Spain");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_stand_in_the_order_of_the_list_of_members),
		cmocka_unit_test(marks_apostrophes_and_hyphens_do_not_matter),
		cmocka_unit_test(a_list_ends_in_and_without_a_comma),
		cmocka_unit_test(names_with_commas_are_parted_by_semicolons),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
