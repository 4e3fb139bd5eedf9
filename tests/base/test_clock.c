/* SPDX-License-Identifier: MIT */
/* The clock that everything reads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"

static const int64_t october_2012 = INT64_C(1350460500000);

static void an_untouched_clock_runs_with_the_machine(void **state)
{
	struct clock clock = {0}, again = {0};
	int64_t now = clock_now(&clock);

	(void)state;
	assert_true(now > INT64_C(1600000000000));
	assert_true(clock_now(&again) >= now);
}

static void a_shifted_clock_runs_on_from_there(void **state)
{
	struct clock clock = {0};

	(void)state;
	clock_shift_to(&clock, october_2012);
	int64_t now = clock_now(&clock);
	assert_true(now >= october_2012 && now < october_2012 + 3600000);
	assert_true(clock_now(&clock) >= now);
}

static void a_standing_clock_stands_until_it_is_shifted(void **state)
{
	struct clock clock = {0};

	(void)state;
	clock_stand_at(&clock, october_2012);
	assert_true(clock_now(&clock) == october_2012);
	assert_true(clock_now(&clock) == october_2012);
	clock_shift_to(&clock, 0);
	assert_false(clock.stands);
	assert_true(clock_now(&clock) < 3600000);
}

static void deadlines_never_run_backwards(void **state)
{
	int64_t before = clock_monotonic();

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int64_t now = clock_monotonic();
		assert_true(now >= before);
		before = now;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_untouched_clock_runs_with_the_machine),
		cmocka_unit_test(a_shifted_clock_runs_on_from_there),
		cmocka_unit_test(a_standing_clock_stands_until_it_is_shifted),
		cmocka_unit_test(deadlines_never_run_backwards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
