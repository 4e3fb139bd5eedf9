/* SPDX-License-Identifier: MIT */
/* Days and times of meetings as people say them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "model/when.h"

static void assert_when(const char *text, const char *expected)
{
	struct str out;
	struct when when;
	char date[11] = "-";

	str_init(&out);
	if (when_parse(text, &when)) {
		when_date(&when, "2012-10-17", "2012-10-19", date);
		str_addf(&out, "%s %d-%d %s", when_has_day(&when) ? date : "-", when.from, when.to,
			when.half ? when.half : "-");
	} else {
		str_add(&out, "?");
	}
	if (strcmp(out.text, expected) != 0)
		fail_msg("%s: %s, and not %s", text, out.text, expected);
	str_clear(&out);
}

static void a_day_is_said_in_many_ways(void **state)
{
	(void)state;
	assert_when("2012-10-17", "2012-10-17 -1--1 -");
	assert_when("17 Oct pm", "2012-10-17 -1--1 pm");
	assert_when("18 October 2012, morning", "2012-10-18 -1--1 am");
	assert_when("Thu pm", "2012-10-18 -1--1 pm");
	assert_when("Thursday, 18 October", "2012-10-18 -1--1 -");
	assert_when("Oct 19 a.m.", "2012-10-19 -1--1 am");
	assert_when("22 oct", "2012-10-22 -1--1 -");
	assert_when("afternoon", "- -1--1 pm");
}

static void times_are_said_in_many_ways(void **state)
{
	(void)state;
	assert_when("2012-10-17 15:00", "2012-10-17 900--1 -");
	assert_when("2012-10-17T15:00", "2012-10-17 900--1 -");
	assert_when("17 Oct 15:00-18:00", "2012-10-17 900-1080 -");
	assert_when("17 Oct 3-6 p.m.", "2012-10-17 900-1080 -");
	assert_when("10 a.m.-1 p.m., 17 Oct", "2012-10-17 600-780 -");
	assert_when("10-1 p.m.", "- 600-780 -");
	assert_when("10.30-12", "- 630-720 -");
	assert_when("10 a.m. to noon", "- 600-720 -");
	assert_when("9–12", "- 540-720 -");
	assert_when("12 p.m.", "- 720--1 -");
	assert_when("18:00-24:00", "- 1080-1440 -");
}

static void what_is_none_of_it_is_refused(void **state)
{
	static const char *const bad[] = {"", "soon", "17", "17 Foo", "15:61", "25:30",
		"18:00-15:00", "13 p.m.", "17 Oct 18 Oct", "am pm", "Oct", "2012",
		"17 Oct pm 15:00", "item 3", "2012-13-01"};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_when(bad[i], "?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_said_in_many_ways),
		cmocka_unit_test(times_are_said_in_many_ways),
		cmocka_unit_test(what_is_none_of_it_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
