/* SPDX-License-Identifier: MIT */
/* The pieces of grammar that an import stands on: numbers, times, days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "exchange/import_date.h"
#include "exchange/import_number.h"
#include "exchange/import_time.h"

/* --- numbers --- */

static void numbers_of_items_have_many_forms(void **state)
{
	static const struct {
		const char *text, *parts, *rest;
	} rows[] = {{"1. Opening", "1", "Opening"}, {"18     The exchange", "18", "The exchange"},
		{"Item 1.    Adoption", "1", "Adoption"},
		{"Agenda item 4: Election", "4", "Election"}, {"ITEM 3 \u2013 Dunes", "3", "Dunes"},
		{"(a) Opening", "a", "Opening"}, {"a) under", "a", "under"},
		{"a. Manual", "a", "Manual"}, {"i ) the Chairman", "i", "the Chairman"},
		{"d). Exchange", "d", "Exchange"}, {"(iv) Rules", "iv", "Rules"},
		{"1.1 Matters", "1 1", "Matters"}, {"1 (a) Opening", "1 a", "Opening"},
		{"14(a) (ii) Foo", "14 a ii", "Foo"}, {"IV. Annex", "iv", "Annex"},
		{"(12) Rest", "12", "Rest"}, {"3", "3", ""}, {"a)Opening", "a", "Opening"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct import_label label;
		struct str parts = STR_EMPTY;
		if (!import_label_at(rows[i].text, &label))
			fail_msg("'%s' has no number", rows[i].text);
		for (int k = 0; k < label.count; k++)
			str_addf(&parts, "%s%s", k ? " " : "", label.part[k]);
		assert_string_equal(parts.text, rows[i].parts);
		assert_string_equal(rows[i].text + label.length, rows[i].rest);
		str_clear(&parts);
	}
}

static void figures_that_number_nothing_are_no_numbers(void **state)
{
	static const char *const rows[] = {"10 a.m.-1 p.m.", "10\u201312 hours", "5 June",
		"17th session", "10.30 a.m.", "2 per cent", "i.e. this",
		"Item 1 of the provisional agenda", "e.g. that", "1994/95", "", "Opening",
		"(CCAMLR)", "0. Nothing", "2012 was", "3-6 p.m.", "1 and 2", "e-mail"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct import_label label;
		if (import_label_at(rows[i], &label))
			fail_msg("'%s' has the number %s", rows[i], label.part[0]);
	}
}

static void letters_and_romans_count(void **state)
{
	(void)state;
	assert_int_equal(import_letter("a"), 1);
	assert_int_equal(import_letter("aa"), 27);
	assert_int_equal(import_letter("ab"), 0);
	assert_int_equal(import_roman("viii"), 8);
	assert_int_equal(import_roman("iiii"), 0);
	assert_int_equal(import_roman(""), 0);
	assert_int_equal(import_figure("12"), 12);
	assert_int_equal(import_figure("x"), 0);
}

/* --- times --- */

static void times_have_many_forms(void **state)
{
	static const struct {
		const char *text;
		int from, to;
		char half;
		const char *rest;
	} rows[] = {{"10 a.m.-1 p.m.", 600, 780, 0, ""}, {"3-6 p.m.", 900, 1080, 0, ""},
		{"3 to 6 p.m.", 900, 1080, 0, ""}, {"10-1 p.m.", 600, 780, 0, ""},
		{"11 a.m.-12.30 p.m.", 660, 750, 0, ""}, {"12 noon\u20131 p.m.", 720, 780, 0, ""},
		{"10 a.m.\u2013noon", 600, 720, 0, ""},
		{"10:00\u201313:00 Foo", 600, 780, 0, "Foo"}, {"9.30-11.00", 570, 660, 0, ""},
		{"10.30", 630, -1, 0, ""}, {"14h00 - 15h30", 840, 930, 0, ""},
		{"3.00-6.00", 900, 1080, 0, ""}, {"11:00-1:00", 660, 780, 0, ""},
		{"08:30\u00AD\u00AD\u201318:30", 510, 1110, 0, ""},
		{"11:30\u2013close", 690, -1, 0, ""},
		{"From 10 a.m. to 1 p.m.: Plenary", 600, 780, 0, "Plenary"},
		{"4:00 p.m.", 960, -1, 0, ""}, {"a.m. Plenary", -1, -1, 'a', "Plenary"},
		{"a.m.Plenary", -1, -1, 'a', "Plenary"}, {"p.m  Tourism", -1, -1, 'p', "Tourism"},
		{"Morning", -1, -1, 'a', ""}, {"Morning (10 a.m.-1 p.m.)", 600, 780, 0, ""},
		{"Afternoon, 3-6 p.m.: Rest", 900, 1080, 0, "Rest"},
		{"Afternoon session: Rest", -1, -1, 'p', "Rest"},
		{"0900-1300 hours", 540, 780, 0, ""}, {"10.00 - 13.00 hrs", 600, 780, 0, ""},
		{"10 h 00 - 13 h 00", 600, 780, 0, ""}, {"10 h 30", 630, -1, 0, ""},
		{"9 h to 12 h", 540, 720, 0, ""}, {"9 a.m. to noon", 540, 720, 0, ""},
		{"10 a.m.-12 midday", 600, 720, 0, ""},
		{"Noon to 2 p.m.: Lunch", 720, 840, 0, "Lunch"},
		{"midday\u20132 p.m.", 720, 840, 0, ""}, {"9.30 till midday", 570, 720, 0, ""},
		{"mid-day", 720, -1, 0, ""}, {"2.30 to 5.30 p.m.", 870, 1050, 0, ""},
		{"9 a.m. to 12.30 p.m. (Hall 3)", 540, 750, 0, "(Hall 3)"},
		{"9 p.m. to midnight", 1260, 1440, 0, ""},
		{"10:00 hours to 13:00 hours", 600, 780, 0, ""},
		{"Between 10 a.m. and 1 p.m.", 600, 780, 0, ""},
		{"(10 a.m.-1 p.m.) Plenary", 600, 780, 0, "Plenary"},
		{"10 o'clock", 600, -1, 0, ""}, {"10.00 a.m. \u2013 1.00 p.m.", 600, 780, 0, ""},
		{"1000-1300", 600, 780, 0, ""}, {"9:00AM to 12:00PM", 540, 720, 0, ""},
		{"12 noon to 1.30", 720, 810, 0, ""}, {"10.00 a 13.00", 600, -1, 0, "a 13.00"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct import_span span;
		if (!import_span_at(rows[i].text, &span))
			fail_msg("'%s' has no time", rows[i].text);
		if (span.from != rows[i].from || span.to != rows[i].to || span.half != rows[i].half)
			fail_msg("'%s' is %d-%d", rows[i].text, span.from, span.to);
		assert_string_equal(rows[i].text + span.length, rows[i].rest);
	}
}

static void what_is_no_time_is_none(void **state)
{
	static const char *const rows[] = {"10", "10 June", "1. Opening", "2012", "25:00",
		"24:30 Dinner", "24:00 Dinner", "Item 3", "10 participants", "amen", "3-6",
		"noonday", "(10)", "1998-2005", "2000-2015", "10 hectares"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct import_span span;
		if (import_span_at(rows[i], &span))
			fail_msg("'%s' is %d-%d", rows[i], span.from, span.to);
	}
}

/* --- days --- */

static void days_have_many_forms(void **state)
{
	static const struct {
		const char *text, *days;
	} rows[] = {{"Wednesday, 17 October 2012", "2012-10-17 3"}, {"Monday 6 June", "0-6-6 1"},
		{"May 8 (Mon)", "0-5-8 1"}, {"May 15(Mon)", "0-5-15 1"},
		{"10th July 1961", "1961-7-10 -1"},
		{"Vienna, 17 and 18 October 2012", "2012-10-17 -1 2012-10-18 -1"},
		{"from 28 to 31 May 2018", "2018-5-28 -1 2018-5-31 -1"},
		{"28\u201331 May 2018", "2018-5-28 -1 2018-5-31 -1"},
		{"May 8-19, 1995", "1995-5-8 -1 1995-5-19 -1"},
		{"SEPTEMBER 17 - OCTOBER 5, 1979", "1979-9-17 -1 1979-10-5 -1"},
		{"30 August\u20131 September 2010", "2010-8-30 -1 2010-9-1 -1"},
		{"1 June (Wednesday) and 2 June (Thursday) 2016", "2016-6-1 3 2016-6-2 4"},
		{"11November 1992", "1992-11-11 -1"}, {"2012-10-17", "2012-10-17 -1"},
		{"Tuesday", "0-0-0 2"}, {"Monday, 4 May, 10 a.m.", "0-5-4 1"},
		{"Monday, 4 May, 3\u20136 p.m.", "0-5-4 1"}, {"Sept. 3", "0-9-3 -1"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct import_days days;
		struct str out = STR_EMPTY;
		if (!import_days_find(rows[i].text, true, &days))
			fail_msg("'%s' has no day", rows[i].text);
		str_addf(&out, "%d-%d-%d %d", days.from.year, days.from.month, days.from.day,
			days.from.weekday);
		if (days.count > 1)
			str_addf(&out, " %d-%d-%d %d", days.to.year, days.to.month, days.to.day,
				days.to.weekday);
		assert_string_equal(out.text, rows[i].days);
		str_clear(&out);
	}
}

static void what_is_no_day_is_none(void **state)
{
	static const char *const rows[] = {
		"", "12", "1994/95", "Marchers", "Sunny", "item 5", "2012", "the third of them"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct import_days days;
		if (import_days_find(rows[i], true, &days))
			fail_msg("'%s' is %d-%d", rows[i], days.from.month, days.from.day);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_of_items_have_many_forms),
		cmocka_unit_test(figures_that_number_nothing_are_no_numbers),
		cmocka_unit_test(letters_and_romans_count),
		cmocka_unit_test(times_have_many_forms),
		cmocka_unit_test(what_is_no_time_is_none),
		cmocka_unit_test(days_have_many_forms),
		cmocka_unit_test(what_is_no_day_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
