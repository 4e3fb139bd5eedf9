/* SPDX-License-Identifier: MIT */
/* What one types for a State, and which one it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/fold.h"
#include "model/match.h"

static const char *const states[] = {"Afghanistan", "Albania", "Algeria", "Andorra", "Argentina",
	"Australia", "Austria", "Benin", "Bhutan", "Bosnia and Herzegovina", "Botswana", "Brazil",
	"Canada", "Central African Republic", "Chad", "China", "Congo", "Costa Rica",
	"Côte d’Ivoire", "Croatia", "Cuba", "Czechia", "Democratic People’s Republic of Korea",
	"Democratic Republic of the Congo", "Denmark", "Dominica", "Dominican Republic", "Ecuador",
	"Egypt", "Equatorial Guinea", "Fiji", "Gambia", "Ghana", "Guinea", "Guinea-Bissau",
	"Guyana", "Haiti", "Holy See", "India", "Indonesia", "Iran (Islamic Republic of)", "Iraq",
	"Ireland", "Japan", "Jordan", "Lao People’s Democratic Republic", "Liberia", "Libya",
	"Mali", "Malta", "Mauritania", "Mauritius", "Micronesia (Federated States of)",
	"Netherlands", "Niger", "Nigeria", "Oman", "Pakistan", "Papua New Guinea",
	"Republic of Korea", "Republic of Moldova", "Romania", "Russian Federation",
	"Sao Tome and Principe", "Slovakia", "Slovenia", "South Africa", "South Sudan", "Spain",
	"State of Palestine", "Sudan", "Timor-Leste", "Türkiye", "Ukraine", "United Arab Emirates",
	"United Kingdom of Great Britain and Northern Ireland", "United Republic of Tanzania",
	"United States of America", "Venezuela (Bolivarian Republic of)", "Zambia", "Zimbabwe"};

enum { STATES = sizeof(states) / sizeof(states[0]) };

static int score(const char *query, const char *name)
{
	char *query_key = fold_key(query), *name_key = fold_key(name);
	int result = match_score(query_key, name_key);

	free(query_key);
	free(name_key);
	return result;
}

/* The n-th best, from 0; NULL if there are not so many. */
static const char *best(const char *query, int n)
{
	const char *found = NULL;
	int limit = 1 << 30;

	for (; n >= 0; n--) {
		int highest = 0;
		found = NULL;
		for (size_t i = 0; i < STATES; i++) {
			int its = score(query, states[i]);
			if (its > highest && its < limit) {
				highest = its;
				found = states[i];
			}
		}
		if (!found)
			return NULL;
		limit = highest;
	}
	return found;
}

static void a_few_letters_name_a_state(void **state)
{
	static const char *const rows[][2] = {{"cot", "Côte d’Ivoire"}, {"can", "Canada"},
		{"zim", "Zimbabwe"},
		{"united k", "United Kingdom of Great Britain and Northern Ireland"},
		{"zimb", "Zimbabwe"}, {"kor", "Republic of Korea"}, {"guinea", "Guinea"},
		{"guinea b", "Guinea-Bissau"}, {"niger", "Niger"}, {"cote iv", "Côte d’Ivoire"},
		{"ivoire", "Côte d’Ivoire"},
		{"dem rep kor", "Democratic People’s Republic of Korea"},
		{"dem rep con", "Democratic Republic of the Congo"},
		{"palest", "State of Palestine"}, {"turk", "Türkiye"},
		{"timor leste", "Timor-Leste"}, {"OMAN", "Oman"},
		{"islamic", "Iran (Islamic Republic of)"}, {"leste", "Timor-Leste"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *found = best(rows[i][0], 0);
		if (!found || strcmp(found, rows[i][1]) != 0)
			fail_msg("%s gives %s", rows[i][0], found ? found : "nothing");
	}
}

static void typing_errors_are_forgiven(void **state)
{
	static const char *const rows[][2] = {{"zimbawbe", "Zimbabwe"}, {"zmibabwe", "Zimbabwe"},
		{"cnaada", "Canada"}, {"brasil", "Brazil"}, {"pakstan", "Pakistan"},
		{"untied kingdom", "United Kingdom of Great Britain and Northern Ireland"},
		{"guineabissau", "Guinea-Bissau"}, {"argentinia", "Argentina"},
		{"koera", "Republic of Korea"}, {"afganistn", "Afghanistan"}, {"nigr", "Niger"},
		{"untied rep tanzania", "United Republic of Tanzania"},
		{"dem rep kroea", "Democratic People’s Republic of Korea"},
		{"sotuh afirca", "South Africa"}, {"saudan south", NULL},
		{"repblic of moldva", "Republic of Moldova"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *found = best(rows[i][0], 0);
		if (!found != !rows[i][1] || (found && strcmp(found, rows[i][1]) != 0))
			fail_msg("%s gives %s", rows[i][0], found ? found : "nothing");
	}
}

static void errors_are_counted_by_the_length_of_the_query(void **state)
{
	(void)state;
	assert_int_equal(match_score("sp", "spain") / MATCH_STEP * MATCH_STEP, MATCH_BEGINNING);
	assert_int_equal(match_score("spx", "spain"), 0);
	assert_int_equal(match_score("spxi", "spain") / MATCH_STEP * MATCH_STEP, MATCH_TYPO);
	assert_int_equal(match_score("sxxi", "spain"), 0);
	assert_int_equal(
		match_score("axgexntina", "argentina") / MATCH_STEP * MATCH_STEP, MATCH_TYPOS);
	assert_int_equal(match_score("axgexnxina", "argentina"), 0);
}

static void better_kinds_of_match_come_first(void **state)
{
	static const char *const guineas[] = {
		"Guinea", "Guinea-Bissau", "Papua New Guinea", "Equatorial Guinea"};

	(void)state;
	for (int i = 0; i < 4; i++)
		assert_string_equal(best("guinea", i), guineas[i]);
	assert_string_equal(best("kor", 1), "Democratic People’s Republic of Korea");
	assert_null(best("kor", 2));
	assert_string_equal(best("dominica", 1), "Dominican Republic");
	assert_string_equal(best("sudan", 0), "Sudan");
	assert_string_equal(best("sudan", 1), "South Sudan");
}

static void what_names_nothing_scores_nothing(void **state)
{
	(void)state;
	assert_null(best("", 0));
	assert_null(best("q", 0));
	assert_null(best("ivory", 0));
	assert_null(best("xyzzy", 0));
	assert_null(best("kor dem", 0));
	assert_int_equal(match_score("a", ""), 0);
	assert_int_equal(match_score("spain and portugal", "spain"), 0);
}

static void very_long_queries_are_no_trouble(void **state)
{
	char query[3000];

	(void)state;
	memset(query, 'a', sizeof(query) - 1);
	query[sizeof(query) - 1] = '\0';
	assert_int_equal(match_score(query, "argentina"), 0);
	assert_true(match_score("a", query) >= MATCH_BEGINNING);
	assert_int_equal(match_score(query, query), MATCH_WHOLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_few_letters_name_a_state),
		cmocka_unit_test(typing_errors_are_forgiven),
		cmocka_unit_test(errors_are_counted_by_the_length_of_the_query),
		cmocka_unit_test(better_kinds_of_match_come_first),
		cmocka_unit_test(what_names_nothing_scores_nothing),
		cmocka_unit_test(very_long_queries_are_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
