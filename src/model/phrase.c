/* SPDX-License-Identifier: MIT */
/*
 * Dates, times and documents in words. English only, as the documents are; a date that is
 * none is printed as it stands, because a draft with an odd date in it is of
 * more use than none.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/civil.h"
#include "model/phrase.h"

enum {
	SHORT_NAME = 3,
	NOON = 12 * 60,
	MIDNIGHT = 24 * 60,
	MORNING_ENDS = 13 * 60,
	AFTERNOON_ENDS = 18 * 60
};

static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"};

static const char *const weekdays[] = {
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

/* --- dates --- */

static bool read_date(const char *date, struct civil *civil, struct str *out)
{
	if (civil_parse_date(date, civil))
		return true;
	str_add(out, date);
	return false;
}

/* The parts of "17 October 2012" down to the least one wanted. */
enum part { DAY, MONTH, YEAR };

static void add_date(const struct civil *civil, enum part least, struct str *out)
{
	str_add_number(out, (unsigned long)civil->day, 1);
	if (least >= MONTH) {
		str_addc(out, ' ');
		str_add(out, months[civil->month - 1]);
	}
	if (least >= YEAR) {
		str_addc(out, ' ');
		str_add_number(out, (unsigned long)civil->year, 1);
	}
}

void phrase_date(const char *date, struct str *out)
{
	struct civil civil;

	if (read_date(date, &civil, out))
		add_date(&civil, YEAR, out);
}

void phrase_day(const char *date, struct str *out)
{
	struct civil civil;

	if (read_date(date, &civil, out))
		add_date(&civil, MONTH, out);
}

static void add_weekday(const char *date, enum part least, struct str *out)
{
	struct civil civil;

	if (!read_date(date, &civil, out))
		return;
	str_addf(out, "%s, ", weekdays[civil_weekday(&civil)]);
	add_date(&civil, least, out);
}

void phrase_weekday(const char *date, struct str *out)
{
	add_weekday(date, YEAR, out);
}

void phrase_day_of_week(const char *date, struct str *out)
{
	add_weekday(date, MONTH, out);
}

void phrase_short_day(const char *date, struct str *out)
{
	struct civil civil;

	if (!read_date(date, &civil, out))
		return;
	str_addn(out, weekdays[civil_weekday(&civil)], SHORT_NAME);
	str_addc(out, ' ');
	str_add_number(out, (unsigned long)civil.day, 1);
	str_addc(out, ' ');
	str_addn(out, months[civil.month - 1], SHORT_NAME);
}

/* "28" of "28 to 31 May 2018": what the second date repeats is left out. */
static void add_pair(
	const struct civil *from, const struct civil *to, const char *between, struct str *out)
{
	enum part least = DAY;

	if (from->year != to->year)
		least = YEAR;
	else if (from->month != to->month)
		least = MONTH;
	add_date(from, least, out);
	str_add(out, between);
	add_date(to, YEAR, out);
}

/* Days between, or -1 if the second date is none of its own. */
static long distance(const char *from, const char *to, struct civil *first, struct civil *last)
{
	if (!to || !civil_parse_date(from, first) || !civil_parse_date(to, last))
		return -1;
	return labs(civil_days(last) - civil_days(first));
}

void phrase_dates(const char *from, const char *to, struct str *out)
{
	struct civil first, last;
	long days = distance(from, to, &first, &last);

	if (days < 1)
		phrase_date(from, out);
	else
		add_pair(&first, &last, days == 1 ? " and " : "-", out);
}

void phrase_from_to(const char *from, const char *to, struct str *out)
{
	struct civil first, last;
	long days = distance(from, to, &first, &last);

	str_add(out, days > 1 ? "from " : "on ");
	if (days < 1)
		phrase_date(from, out);
	else
		add_pair(&first, &last, days == 1 ? " and " : " to ", out);
}

/* --- times of the day --- */

static const char *half_of(int minute)
{
	return minute < NOON ? "a.m." : "p.m.";
}

static bool has_name(int minute)
{
	return minute == NOON || minute == 0 || minute == MIDNIGHT;
}

/* "10" or "10.30" */
static void add_hour(int minute, struct str *out)
{
	int hour = minute / 60 % 12;

	str_add_number(out, (unsigned long)(hour ? hour : 12), 1);
	if (minute % 60) {
		str_addc(out, '.');
		str_add_number(out, (unsigned long)(minute % 60), 2);
	}
}

void phrase_clock(int minute, struct str *out)
{
	if (has_name(minute)) {
		str_add(out, minute == NOON ? "noon" : "midnight");
		return;
	}
	add_hour(minute, out);
	str_addc(out, ' ');
	str_add(out, half_of(minute));
}

void phrase_hours(int from, int to, struct str *out)
{
	if (from < 0)
		return;
	bool shared = to >= 0 && !has_name(from) && !has_name(to) && half_of(from) == half_of(to);
	if (shared)
		add_hour(from, out);
	else
		phrase_clock(from, out);
	if (to < 0)
		return;
	str_addc(out, '-');
	phrase_clock(to, out);
}

void phrase_half_day(const char *date, int minute, struct str *out)
{
	const char *half = "evening";

	if (minute < MORNING_ENDS)
		half = "morning";
	else if (minute < AFTERNOON_ENDS)
		half = "afternoon";
	str_addf(out, "%s of ", half);
	phrase_date(date, out);
}

/* --- durations --- */

void phrase_duration(long seconds, struct str *out)
{
	unsigned long rest = seconds < 0 ? 0ul - (unsigned long)seconds : (unsigned long)seconds;

	str_add(out, seconds < 0 ? "-" : "");
	if (rest >= 3600) {
		str_add_number(out, rest / 3600, 1);
		str_addc(out, ':');
		str_add_number(out, rest / 60 % 60, 2);
	} else {
		str_add_number(out, rest / 60, 1);
	}
	str_addc(out, ':');
	str_add_number(out, rest % 60, 2);
}

void phrase_minutes(long minutes, struct str *out)
{
	unsigned long rest = minutes < 0 ? 0ul - (unsigned long)minutes : (unsigned long)minutes;

	str_add(out, minutes < 0 ? "-" : "");
	if (rest >= 60) {
		str_add_number(out, rest / 60, 1);
		str_add(out, " h");
	}
	if (rest >= 60 && rest % 60 > 0)
		str_addc(out, ' ');
	if (rest < 60 || rest % 60 > 0) {
		str_add_number(out, rest % 60, 1);
		str_add(out, " min");
	}
}

/* --- documents --- */

bool phrase_goes_on(const char *title)
{
	return islower((unsigned char)title[0]) || isdigit((unsigned char)title[0]) ||
	       (isupper((unsigned char)title[0]) && isupper((unsigned char)title[1]));
}

void phrase_document(const char *kind, const char *title, struct str *out)
{
	bool has_kind = kind && *kind, has_title = title && *title;

	if (has_kind)
		str_add(out, kind);
	if (!has_title)
		return;
	if (!has_kind)
		str_add(out, title);
	else if (phrase_goes_on(title))
		str_addf(out, " on %s", title);
	else
		str_addf(out, ", “%s”", title);
}
