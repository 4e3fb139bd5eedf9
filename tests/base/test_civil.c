/* SPDX-License-Identifier: MIT */
/* Dates and clock times, in Vienna unless said otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/civil.h"
#include "base/generator.h"

static int set_vienna(void **state)
{
	(void)state;
	return zone_set("Europe/Vienna", NULL) ? 0 : -1;
}

static void assert_civil(struct civil civil, const char *date, int hour, int minute, int second)
{
	char written[11];

	civil_format_date(&civil, written);
	assert_string_equal(written, date);
	assert_int_equal(civil.hour, hour);
	assert_int_equal(civil.minute, minute);
	assert_int_equal(civil.second, second);
}

static int64_t at(const char *text)
{
	int64_t ms = 0;
	struct err err = {0};

	assert_true(civil_parse_time(text, 0, &ms, &err));
	return ms;
}

static void days_are_counted_from_1970(void **state)
{
	struct civil first = {.year = 1970, .month = 1, .day = 1};
	struct civil opening = {.year = 2012, .month = 10, .day = 17};

	(void)state;
	assert_int_equal(civil_days(&first), 0);
	assert_int_equal(civil_days(&opening), 15630);
	assert_int_equal(civil_weekday(&first), 4);
	assert_int_equal(civil_weekday(&opening), 3);
}

static void every_day_of_9999_years_comes_back(void **state)
{
	struct civil day = {.year = 1, .month = 1, .day = 1},
		     last = {.year = 9999, .month = 12, .day = 31};
	long end = civil_days(&last);
	int weekday = civil_weekday(&day);
	struct civil before = day;

	(void)state;
	assert_int_equal(weekday, 1);
	for (long days = civil_days(&day) + 1; days <= end; days++) {
		struct civil next = civil_from_days(days);
		bool same_month = next.month == before.month && next.year == before.year;
		if (civil_days(&next) != days ||
			(same_month ? next.day != before.day + 1 : next.day != 1))
			fail_msg("day %ld", days);
		before = next;
	}
	assert_civil(before, "9999-12-31", 0, 0, 0);
}

static void dates_are_read_if_they_exist(void **state)
{
	static const char *const good[] = {
		"2012-10-17", "2012-02-29", "2000-02-29", "0001-01-01", "9999-12-31"};
	static const char *const bad[] = {"", "2012-10-7", "2012-13-01", "2012-00-01", "2012-10-00",
		"2012-04-31", "2013-02-29", "1900-02-29", "2012-10-17 ", " 2012-10-17", "12-10-17",
		"2012/10/17", "0000-01-01", "2012-10-1x", "-012-10-17"};
	struct civil civil = {.year = 7};
	char written[11];

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(civil_parse_date(bad[i], &civil));
		assert_int_equal(civil.year, 7);
	}
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(civil_parse_date(good[i], &civil));
		civil_format_date(&civil, written);
		assert_string_equal(written, good[i]);
	}
}

static void clock_times_are_read_as_seconds(void **state)
{
	static const struct {
		const char *text;
		int seconds;
	} rows[] = {{"10:00", 36000}, {"9:05", 32700}, {"00:00", 0}, {"23:59:59", 86399},
		{"24:00", 86400}, {"24:00:01", -1}, {"24:01", -1}, {"10", -1}, {"10:6", -1},
		{"10:60", -1}, {"10:00:60", -1}, {"10:00:", -1}, {"", -1}, {"10:00 ", -1},
		{"100:00", -1}, {"-1:00", -1}, {"10.00", -1}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(civil_parse_clock(rows[i].text), rows[i].seconds);
}

static void a_time_of_the_command_line_is_today_or_dated(void **state)
{
	int64_t now = at("2012-10-17T15:00"), ms = 0;

	(void)state;
	assert_true(now == INT64_C(1350478800000));
	assert_true(civil_parse_time("10:30", now, &ms, NULL));
	assert_civil(civil_at(ms), "2012-10-17", 10, 30, 0);
	assert_true(civil_parse_time("10:30:05", now, &ms, NULL));
	assert_civil(civil_at(ms), "2012-10-17", 10, 30, 5);
	assert_true(civil_parse_time("2012-10-18 09:00", now, &ms, NULL));
	assert_civil(civil_at(ms), "2012-10-18", 9, 0, 0);
	assert_true(civil_parse_time("24:00", now, &ms, NULL));
	assert_civil(civil_at(ms), "2012-10-18", 0, 0, 0);
	assert_true(civil_parse_time("2012-12-31T24:00", now, &ms, NULL));
	assert_civil(civil_at(ms), "2013-01-01", 0, 0, 0);
}

static void what_is_no_time_is_refused_with_its_forms(void **state)
{
	static const char *const bad[] = {"", "noon", "25:00", "2012-10-17", "2012-10-17T",
		"2012-13-17T10:00", "T10:00", "10:00Z"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct err err = {0};
		int64_t ms = 7;
		assert_false(civil_parse_time(bad[i], 0, &ms, &err));
		assert_int_equal(err.code, ERR_USAGE);
		assert_non_null(strstr(err.text, "HH:MM"));
		assert_true(ms == 7);
	}
}

static void in_the_hour_that_comes_twice_the_first_is_meant(void **state)
{
	int64_t before = at("2012-10-28T01:30"), first = at("2012-10-28T02:30");
	int64_t after = at("2012-10-28T03:30");

	(void)state;
	assert_true(first - before == 3600000);
	assert_true(after - first == 2 * 3600000);
	assert_civil(civil_at(first + 3600000), "2012-10-28", 2, 30, 0);
}

static void an_hour_that_is_skipped_is_an_hour_later(void **state)
{
	int64_t before = at("2012-03-25T01:30"), skipped = at("2012-03-25T02:30");

	(void)state;
	assert_true(skipped - before == 3600000);
	assert_civil(civil_at(skipped), "2012-03-25", 3, 30, 0);
}

static void instants_and_civil_times_are_one_to_one(void **state)
{
	static const char *const zones[] = {"Europe/Vienna", "America/New_York", "Asia/Kathmandu",
		"Australia/Lord_Howe", "Pacific/Apia", "UTC"};
	struct generator generator = GENERATOR_SEED;
	struct err err = {0};

	(void)state;
	for (size_t zone = 0; zone < sizeof(zones) / sizeof(zones[0]); zone++) {
		assert_true(zone_set(zones[zone], &err));
		for (int i = 0; i < 5000; i++) {
			struct civil day = civil_from_days((long)generator_next(&generator, 40000));
			day.hour = (int)generator_next(&generator, 24);
			day.minute = (int)generator_next(&generator, 60);
			int64_t ms = civil_ms(&day);
			struct civil back = civil_at(ms);
			/* A skipped time comes back later, and then stays. */
			assert_true(civil_ms(&back) == ms || civil_ms(&back) == ms - 3600000 ||
				    civil_ms(&back) == ms - 1800000);
		}
	}
	set_vienna(NULL);
}

static void assert_as_the_library(const char *zone, int64_t seconds)
{
	time_t instant = (time_t)seconds;
	struct civil civil = civil_at(seconds * 1000 + 999);
	struct tm tm;

	localtime_r(&instant, &tm);
	if (civil.year != tm.tm_year + 1900 || civil.month != tm.tm_mon + 1 ||
		civil.day != tm.tm_mday || civil.hour != tm.tm_hour || civil.minute != tm.tm_min ||
		civil.second != tm.tm_sec)
		fail_msg("%s at %lld", zone, (long long)seconds);
}

static long library_offset(int64_t seconds)
{
	time_t instant = (time_t)seconds;
	struct tm tm;

	localtime_r(&instant, &tm);
	return tm.tm_gmtoff;
}

/* The first second with another offset than `from` has, which `to` has not. */
static int64_t change_between(int64_t from, int64_t to)
{
	long before = library_offset(from);

	while (to - from > 1) {
		int64_t middle = from + (to - from) / 2;
		*(library_offset(middle) == before ? &from : &to) = middle;
	}
	return to;
}

/* Zones that changed at odd seconds, by half an hour, by a day, and with leap seconds. */
static void every_instant_is_as_the_library_says(void **state)
{
	static const char *const zones[] = {"Europe/Vienna", "America/New_York",
		"Australia/Lord_Howe", "Pacific/Apia", "Africa/Monrovia", "Africa/Casablanca",
		"Europe/Amsterdam", "America/Caracas", "right/Europe/Paris", "UTC"};
	const int64_t day = 86400, first = -130 * 365 * day, days = 260 * 365;
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		if (!zone_set(zones[i], NULL))
			continue; /* not every machine has the zones with leap seconds */
		for (int j = 0; j < 10000; j++)
			assert_as_the_library(
				zones[i], first + generator_next(&generator, (unsigned)days) * day +
						  generator_next(&generator, (unsigned)day));
		for (int64_t at = first; at < first + days * day; at += day) {
			if (library_offset(at) == library_offset(at + day))
				continue;
			int64_t change = change_between(at, at + day);
			for (int64_t near = change - 1000; near < change + 1000; near++)
				assert_as_the_library(zones[i], near);
		}
	}
	if (zone_set("right/Europe/Paris", NULL))
		for (int64_t second = -1000; second < 1000; second++)
			assert_as_the_library("right/Europe/Paris", 1483228826 + second);
	set_vienna(NULL);
}

static void instants_before_1970_and_far_away_have_a_date(void **state)
{
	(void)state;
	assert_true(zone_set("UTC", NULL));
	assert_civil(civil_at(-1), "1969-12-31", 23, 59, 59);
	assert_civil(civil_at(-1000), "1969-12-31", 23, 59, 59);
	assert_civil(civil_at(INT64_C(2147483648000)), "2038-01-19", 3, 14, 8);
	assert_civil(civil_at(INT64_MAX), "9999-12-30", 0, 0, 0);
	assert_civil(civil_at(INT64_MIN), "0001-01-03", 0, 0, 0);
	set_vienna(NULL);
}

static void a_zone_that_is_none_is_refused(void **state)
{
	static const char *const bad[] = {"Europe/Wien", "../../etc/passwd", "/etc/localtime",
		"Europe/../../../etc/passwd", "Europe", "zone.tab", ":UTC", "CET-1CEST,M3.5.0",
		"x y"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct err err = {0};
		assert_false(zone_set(bad[i], &err));
		assert_int_equal(err.code, ERR_DATA);
		assert_non_null(strstr(err.text, bad[i]));
	}
	assert_civil(civil_at(INT64_C(1350478800000)), "2012-10-17", 15, 0, 0);
}

static void no_name_is_the_zone_of_the_machine_again(void **state)
{
	static const char *const none[] = {NULL, ""};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		set_vienna(NULL);
		assert_true(zone_set(none[i], NULL));
		assert_civil(civil_at(INT64_C(1350478800000)), "2012-10-17", 22, 0, 0);
	}
	set_vienna(NULL);
}

static void a_machine_without_zones_says_so(void **state)
{
	char folder[] = "/tmp/rapporteur-zones-XXXXXX";
	struct err err = {0};

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(rmdir(folder), 0);
	setenv("TZDIR", folder, 1);
	assert_false(zone_set("Europe/Vienna", &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_non_null(strstr(err.text, "tzdata"));
	assert_true(zone_set("UTC", &err));
	unsetenv("TZDIR");
	set_vienna(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_counted_from_1970),
		cmocka_unit_test(every_day_of_9999_years_comes_back),
		cmocka_unit_test(dates_are_read_if_they_exist),
		cmocka_unit_test(clock_times_are_read_as_seconds),
		cmocka_unit_test(a_time_of_the_command_line_is_today_or_dated),
		cmocka_unit_test(what_is_no_time_is_refused_with_its_forms),
		cmocka_unit_test(in_the_hour_that_comes_twice_the_first_is_meant),
		cmocka_unit_test(an_hour_that_is_skipped_is_an_hour_later),
		cmocka_unit_test(instants_and_civil_times_are_one_to_one),
		cmocka_unit_test(every_instant_is_as_the_library_says),
		cmocka_unit_test(instants_before_1970_and_far_away_have_a_date),
		cmocka_unit_test(a_zone_that_is_none_is_refused),
		cmocka_unit_test(no_name_is_the_zone_of_the_machine_again),
		cmocka_unit_test(a_machine_without_zones_says_so),
	};

	setenv("TZ", "Asia/Tokyo", 1);
	return cmocka_run_group_tests(tests, set_vienna, NULL);
}
