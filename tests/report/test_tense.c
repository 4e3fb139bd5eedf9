/* SPDX-License-Identifier: MIT */
/* Points that begin in the present tense are found; nouns and the past are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/tense.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static void expect(const char *point, const char *expected)
{
	const char *word = NULL;
	size_t length = tense_present(point, &word);

	if (length != strlen(expected) || strncmp(word ? word : "", expected, length) != 0)
		fail_msg("%s: %.*s", point, (int)length, word ? word : "");
}

static void verbs_in_the_present_are_found(void **state)
{
	(void)state;
	expect("asks for model legislation", "asks");
	expect("Stresses the need for tools", "Stresses");
	expect("clarifies its position", "clarifies");
	expect("refers to the report", "refers");
	expect("says that it is late", "says");
	expect("is of the view that it is late", "is");
	expect("takes note of it", "takes");
	expect("- also emphasizes prevention", "emphasizes");
	expect("welcome the report", "welcome");
	expect("expresses concern", "expresses");
}

static void nouns_that_look_like_verbs_are_found_only_where_they_are_verbs(void **state)
{
	(void)state;
	expect("requests the Secretariat to prepare a law", "requests");
	expect("Requests by States should be answered", "");
	expect("support the proposal", "support");
	expect("support of victims was lacking", "");
	expect("states that it is ready", "states");
	expect("States should share experience", "");
	expect("calls for action", "calls");
	expect("raises from the floor", "");
	expect("raises the question of funds", "raises");
}

static void the_past_and_all_else_are_not(void **state)
{
	static const char *const others[] = {"asked for model legislation", "", "-", "is late",
		"threat assessments should come first", "its needs are great", "was of the view",
		"ask-and-answer sessions", "this", "s", "es", "Türkiye asks",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaas"};

	(void)state;
	for (size_t i = 0; i < LENGTH(others); i++)
		expect(others[i], "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(verbs_in_the_present_are_found),
		cmocka_unit_test(nouns_that_look_like_verbs_are_found_only_where_they_are_verbs),
		cmocka_unit_test(the_past_and_all_else_are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
