/* SPDX-License-Identifier: MIT */
/* Who will still be on the list when the slot ends, as a table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/forecast.h"

enum { MINUTE = 60, ONE = 13 * 60 };

/* A floor of so many that have the same limit, and what is said of it. */
struct row {
	const char *what;
	int count, limit; /* minutes */
	struct forecast_floor floor;
	const char *full, *plain, *short_form, *least;
};

static const struct row rows[] = {
	{"nobody waits", 0, 0, {.left = 3600, .ends = ONE}, "", "", "", ""},
	{"all fit", 3, 5, {.left = 15 * MINUTE, .ends = ONE},
		"3 speakers, 15 min at the limits, slot ends 1 p.m.: all fit",
		"3 speakers, 15 min at the limits: all fit", "3 speakers, 15 min: all fit",
		"3 waiting"},
	{"one fits", 1, 5, {.left = 15 * MINUTE, .ends = ONE},
		"1 speaker, 5 min at the limits, slot ends 1 p.m.: fits",
		"1 speaker, 5 min at the limits: fits", "1 speaker, 5 min: fits", "1 waiting"},
	{"a second too long", 3, 5, {.left = 15 * MINUTE - 1, .ends = ONE},
		"3 speakers, 15 min at the limits, slot ends 1 p.m.: 1 left over",
		"3 speakers, 15 min at the limits: 1 left over", "3 speakers, 15 min: 1 left over",
		"3 waiting, 1 over"},
	{"the rest of the running speech comes first", 2, 5,
		{.left = 12 * MINUTE, .ends = ONE, .speaking = true, .limit = 300, .spoken = 120},
		"2 speakers, 13 min at the limits, slot ends 1 p.m.: 1 left over",
		"2 speakers, 13 min at the limits: 1 left over", "2 speakers, 13 min: 1 left over",
		"2 waiting, 1 over"},
	{"a speech over its time has no rest", 2, 5,
		{.left = 12 * MINUTE, .ends = ONE, .speaking = true, .limit = 300, .spoken = 500},
		"2 speakers, 10 min at the limits, slot ends 1 p.m.: all fit",
		"2 speakers, 10 min at the limits: all fit", "2 speakers, 10 min: all fit",
		"2 waiting"},
	{"without limits the average is taken", 4, 0,
		{.left = 10 * MINUTE, .ends = ONE, .average = 170, .speaking = true, .spoken = 20},
		"4 speakers, about 14 min, slot ends 1 p.m.: 2 left over",
		"4 speakers, about 14 min: 2 left over", "4 speakers, about 14 min: 2 left over",
		"4 waiting, 2 over"},
	{"nothing is known of how long they take", 4, 0, {.left = 10 * MINUTE, .ends = ONE},
		"4 waiting", "4 waiting", "4 waiting", "4 waiting"},
	{"the slot has no end", 4, 5, {.left = FORECAST_OPEN, .ends = -1},
		"4 speakers, 20 min at the limits", "4 speakers, 20 min at the limits",
		"4 speakers, 20 min", "4 waiting"},
	{"the slot is over", 4, 5, {.left = 0, .ends = ONE},
		"4 speakers, 20 min at the limits, slot ends 1 p.m.: 4 left over",
		"4 speakers, 20 min at the limits: 4 left over", "4 speakers, 20 min: 4 left over",
		"4 waiting, 4 over"},
	{"it is over and nothing is known of them", 4, 0, {.left = 0, .ends = ONE},
		"4 speakers, slot ends 1 p.m.: 4 left over", "4 speakers: 4 left over",
		"4 speakers: 4 left over", "4 waiting, 4 over"},
	{"a long list", 193, 5, {.left = 3 * 3600, .ends = 18 * 60},
		"193 speakers, 16 h 5 min at the limits, slot ends 6 p.m.: 157 left over",
		"193 speakers, 16 h 5 min at the limits: 157 left over",
		"193 speakers, 16 h 5 min: 157 left over", "193 waiting, 157 over"},
};

static void check(const struct row *row, enum forecast_form form, const char *expected)
{
	int limits[200];
	struct forecast_floor floor = row->floor;
	struct str out;

	for (int i = 0; i < row->count; i++)
		limits[i] = row->limit * MINUTE;
	floor.limits = limits;
	floor.count = (size_t)row->count;
	struct forecast forecast = forecast_make(&floor);
	str_init(&out);
	forecast_phrase(&forecast, form, &out);
	if (strcmp(out.text, expected) != 0)
		fail_msg("%s: '%s' and not '%s'", row->what, out.text, expected);
	str_clear(&out);
}

static void what_is_foretold_is_as_in_the_table(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		check(&rows[i], FORECAST_FULL, rows[i].full);
		check(&rows[i], FORECAST_PLAIN, rows[i].plain);
		check(&rows[i], FORECAST_SHORT, rows[i].short_form);
		check(&rows[i], FORECAST_LEAST, rows[i].least);
	}
}

static void in_few_words_it_says_how_long_and_who_is_left_over(void **state)
{
	static const struct row brief[] = {
		{"all fit", 3, 5, {.left = 15 * MINUTE, .ends = ONE}, "3 need 15 min", "", "", ""},
		{"one is over", 3, 5, {.left = 14 * MINUTE, .ends = ONE}, "3 need 15 min: 1 over",
			"", "", ""},
		{"one alone", 1, 5, {.left = 5 * MINUTE, .ends = ONE}, "1 needs 5 min", "", "", ""},
		{"an average", 2, 0, {.left = 9 * MINUTE, .ends = ONE, .average = 120},
			"2 need about 4 min", "", "", ""},
		{"nothing known", 2, 0, {.left = 9 * MINUTE, .ends = ONE}, "2 waiting", "", "", ""},
		{"over and nothing known", 2, 0, {.left = 0, .ends = ONE}, "2 waiting: 2 over", "",
			"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof brief / sizeof brief[0]; i++)
		check(&brief[i], FORECAST_BRIEF, brief[i].full);
}

static void those_with_a_limit_and_those_without_are_added(void **state)
{
	static const int limits[] = {300, 0, 120};
	struct forecast_floor floor = {
		.limits = limits, .count = 3, .average = 200, .left = 510, .ends = ONE};
	struct forecast forecast = forecast_make(&floor);

	(void)state;
	assert_true(forecast.known && forecast.guessed && forecast.bounded);
	assert_int_equal(forecast.seconds, 620);
	assert_int_equal(forecast.over, 1);
}

static void whoever_is_left_over_is_so_with_all_behind_it(void **state)
{
	static const int limits[] = {600, 60, 60};
	struct forecast_floor floor = {.limits = limits, .count = 3, .left = 500, .ends = ONE};

	(void)state;
	assert_int_equal(forecast_make(&floor).over, 3);
}

static void a_point_of_order_leaves_the_rest_of_the_speech_that_it_interrupts(void **state)
{
	const int limits[] = {300};
	struct forecast_floor floor = {.limits = limits,
		.count = 1,
		.speaking = true,
		.spoken = 30,
		.limit = 180,
		.owed = true,
		.owed_spoken = 100,
		.owed_limit = 300,
		.left = 600,
		.ends = -1};

	(void)state;
	assert_int_equal(forecast_make(&floor).seconds, 150 + 200 + 300);
	assert_int_equal(forecast_make(&floor).over, 1);
	floor.owed_spoken = 400;
	assert_int_equal(forecast_make(&floor).seconds, 150 + 300);
	floor.owed = false;
	assert_int_equal(forecast_make(&floor).over, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_foretold_is_as_in_the_table),
		cmocka_unit_test(in_few_words_it_says_how_long_and_who_is_left_over),
		cmocka_unit_test(those_with_a_limit_and_those_without_are_added),
		cmocka_unit_test(whoever_is_left_over_is_so_with_all_behind_it),
		cmocka_unit_test(a_point_of_order_leaves_the_rest_of_the_speech_that_it_interrupts),
	};

	return cmocka_run_group_tests_name("forecast", tests, NULL, NULL);
}
