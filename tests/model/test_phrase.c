/* SPDX-License-Identifier: MIT */
/* Dates and times in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/phrase.h"

#define CHECK(call, expected)                            \
	do {                                             \
		struct str out = STR_EMPTY;              \
		call;                                    \
		assert_string_equal(out.text, expected); \
		str_clear(&out);                         \
	} while (0)

static void a_date_is_day_month_year(void **state)
{
	(void)state;
	CHECK(phrase_date("2012-10-17", &out), "17 October 2012");
	CHECK(phrase_date("2018-05-01", &out), "1 May 2018");
	CHECK(phrase_day("2012-10-17", &out), "17 October");
	CHECK(phrase_weekday("2012-10-17", &out), "Wednesday, 17 October 2012");
	CHECK(phrase_day_of_week("2012-10-17", &out), "Wednesday, 17 October");
	CHECK(phrase_short_day("2012-10-17", &out), "Wed 17 Oct");
	CHECK(phrase_short_day("2018-05-31", &out), "Thu 31 May");
}

static void what_is_no_date_is_printed_as_it_stands(void **state)
{
	(void)state;
	CHECK(phrase_date("soon", &out), "soon");
	CHECK(phrase_weekday("2012-02-30", &out), "2012-02-30");
	CHECK(phrase_dates("soon", "2012-10-18", &out), "soon");
	CHECK(phrase_from_to("2012-10-17", "soon", &out), "on 17 October 2012");
}

static void two_days_are_joined_by_and_more_by_a_hyphen(void **state)
{
	static const char *const rows[][3] = {{"2010-10-19", "2010-10-19", "19 October 2010"},
		{"2012-10-17", "2012-10-18", "17 and 18 October 2012"},
		{"2018-05-28", "2018-05-31", "28-31 May 2018"},
		{"2018-05-31", "2018-06-01", "31 May and 1 June 2018"},
		{"2018-05-28", "2018-06-01", "28 May-1 June 2018"},
		{"2018-12-31", "2019-01-01", "31 December 2018 and 1 January 2019"},
		{"2018-12-30", "2019-01-02", "30 December 2018-2 January 2019"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(phrase_dates(rows[i][0], rows[i][1], &out), rows[i][2]);
	CHECK(phrase_dates("2010-10-19", NULL, &out), "19 October 2010");
}

static void in_a_sentence_there_are_words_alone(void **state)
{
	static const char *const rows[][3] = {{"2010-10-19", "2010-10-19", "on 19 October 2010"},
		{"2012-10-17", "2012-10-18", "on 17 and 18 October 2012"},
		{"2018-05-28", "2018-05-31", "from 28 to 31 May 2018"},
		{"2018-05-28", "2018-06-01", "from 28 May to 1 June 2018"},
		{"2018-12-30", "2019-01-02", "from 30 December 2018 to 2 January 2019"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(phrase_from_to(rows[i][0], rows[i][1], &out), rows[i][2]);
	CHECK(phrase_from_to("2010-10-19", NULL, &out), "on 19 October 2010");
}

static void clock_times_have_no_needless_figures(void **state)
{
	static const struct {
		int minute;
		const char *text;
	} rows[] = {{600, "10 a.m."}, {630, "10.30 a.m."}, {905, "3.05 p.m."}, {720, "noon"},
		{0, "midnight"}, {1440, "midnight"}, {750, "12.30 p.m."}, {30, "12.30 a.m."},
		{1080, "6 p.m."}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(phrase_clock(rows[i].minute, &out), rows[i].text);
}

static void a_range_of_hours_says_once_which_half_of_the_day(void **state)
{
	static const struct {
		int from, to;
		const char *text;
	} rows[] = {{600, 780, "10 a.m.-1 p.m."}, {900, 1080, "3-6 p.m."},
		{600, 690, "10-11.30 a.m."}, {600, 720, "10 a.m.-noon"}, {720, 780, "noon-1 p.m."},
		{1200, 1440, "8 p.m.-midnight"}, {600, -1, "10 a.m."}, {-1, 600, ""}, {-1, -1, ""}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(phrase_hours(rows[i].from, rows[i].to, &out), rows[i].text);
}

static void the_morning_lasts_as_long_as_its_meeting(void **state)
{
	(void)state;
	CHECK(phrase_half_day("2018-05-31", 600, &out), "morning of 31 May 2018");
	CHECK(phrase_half_day("2018-05-31", 779, &out), "morning of 31 May 2018");
	CHECK(phrase_half_day("2018-05-31", 900, &out), "afternoon of 31 May 2018");
	CHECK(phrase_half_day("2018-05-31", 1110, &out), "evening of 31 May 2018");
}

static void durations_are_short(void **state)
{
	(void)state;
	CHECK(phrase_duration(134, &out), "2:14");
	CHECK(phrase_duration(0, &out), "0:00");
	CHECK(phrase_duration(3734, &out), "1:02:14");
	CHECK(phrase_duration(-5, &out), "-0:05");
	CHECK(phrase_minutes(38, &out), "38 min");
	CHECK(phrase_minutes(138, &out), "2 h 18 min");
	CHECK(phrase_minutes(120, &out), "2 h");
	CHECK(phrase_minutes(0, &out), "0 min");
	CHECK(phrase_minutes(-7, &out), "-7 min");
}

static void a_title_goes_on_after_its_kind_or_is_quoted(void **state)
{
	(void)state;
	CHECK(phrase_document("Report of the Secretariat", "the state of springs", &out),
		"Report of the Secretariat on the state of springs");
	CHECK(phrase_document("Report", "12 harbours", &out), "Report on 12 harbours");
	CHECK(phrase_document("Note by the Secretariat", "Springs and wells", &out),
		"Note by the Secretariat, “Springs and wells”");
	CHECK(phrase_document(NULL, "Springs and wells", &out), "Springs and wells");
	CHECK(phrase_document("Report", "", &out), "Report");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_is_day_month_year),
		cmocka_unit_test(what_is_no_date_is_printed_as_it_stands),
		cmocka_unit_test(two_days_are_joined_by_and_more_by_a_hyphen),
		cmocka_unit_test(in_a_sentence_there_are_words_alone),
		cmocka_unit_test(clock_times_have_no_needless_figures),
		cmocka_unit_test(a_range_of_hours_says_once_which_half_of_the_day),
		cmocka_unit_test(the_morning_lasts_as_long_as_its_meeting),
		cmocka_unit_test(durations_are_short),
		cmocka_unit_test(a_title_goes_on_after_its_kind_or_is_quoted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
