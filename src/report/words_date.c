/* SPDX-License-Identifier: MIT */
/*
 * Dates and times in the words of a template. A language says by formulas in which order
 * the parts stand; which parts two dates share is computed here and the same for all.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/civil.h"
#include "formula.h"
#include "words.h"

enum { NOON = 12 * 60, MIDNIGHT = 24 * 60, MORNING_ENDS = 13 * 60, AFTERNOON_ENDS = 18 * 60 };

/* --- dates --- */

/* The parts of "17 October 2012" down to the least one wanted. */
enum part { DAY, MONTH, YEAR };

static const char *month_of(const struct template *template, const struct civil *civil)
{
	char key[24];

	snprintf(key, sizeof key, "month.%02d", civil->month);
	return template_text(template, key);
}

/* The week begins on Monday. */
static const char *weekday_of(const struct template *template, const struct civil *civil)
{
	int day = civil_weekday(civil);
	char key[24];

	snprintf(key, sizeof key, "weekday.%d", day ? day : 7);
	return template_text(template, key);
}

static void add_date(const struct template *template, const struct civil *civil, enum part least,
	struct str *out)
{
	static const char *const ids[] = {"DATE/number", "DATE/day", "DATE"};
	const char *first = template_text(template, "day.first");
	char day[12], year[12];

	snprintf(day, sizeof day, "%d", civil->day);
	snprintf(year, sizeof year, "%d", civil->year);
	formula_plain(out, template, ids[least],
		FIELDS({"day", civil->day == 1 && *first ? first : day},
			{"month", month_of(template, civil)}, {"year", year}));
}

static bool read_date(const char *date, struct civil *civil, struct str *out)
{
	if (civil_parse_date(date, civil))
		return true;
	str_add(out, date);
	return false;
}

void words_date(const struct template *template, const char *date, struct str *out)
{
	struct civil civil;

	if (read_date(date, &civil, out))
		add_date(template, &civil, YEAR, out);
}

void words_day(const struct template *template, const char *date, struct str *out)
{
	struct civil civil;

	if (read_date(date, &civil, out))
		add_date(template, &civil, MONTH, out);
}

static void add_weekday(
	const struct template *template, const char *date, enum part least, struct str *out)
{
	struct civil civil;
	struct str words;

	if (!read_date(date, &civil, out))
		return;
	str_init(&words);
	add_date(template, &civil, least, &words);
	formula_plain(out, template, "WEEKDAY",
		FIELDS({"weekday", weekday_of(template, &civil)}, {"date", words.text}));
	str_clear(&words);
}

void words_weekday(const struct template *template, const char *date, struct str *out)
{
	add_weekday(template, date, YEAR, out);
}

void words_day_of_week(const struct template *template, const char *date, struct str *out)
{
	add_weekday(template, date, MONTH, out);
}

/* The first three characters of a word. */
static void add_beginning(const char *word, struct str *out)
{
	for (int left = 3; *word && left > 0; left--) {
		str_addc(out, *word++);
		while (((unsigned char)*word & 0xC0) == 0x80)
			str_addc(out, *word++);
	}
}

void words_short_day(const struct template *template, const char *date, struct str *out)
{
	struct civil civil;

	if (!read_date(date, &civil, out))
		return;
	add_beginning(weekday_of(template, &civil), out);
	str_addf(out, " %d ", civil.day);
	add_beginning(month_of(template, &civil), out);
}

/* Days between, or -1 if the second date is none of its own. */
static long distance(const char *from, const char *to, struct civil *first, struct civil *last)
{
	if (!to || !civil_parse_date(from, first) || !civil_parse_date(to, last))
		return -1;
	return labs(civil_days(last) - civil_days(first));
}

/* One day, two, or from one to another; what the second date repeats is left out. */
static void add_span(const struct template *template, const char *const ids[3], const char *from,
	const char *to, struct str *out)
{
	struct civil a, b;
	long days = distance(from, to, &a, &b);
	struct str first, last;

	str_init(&first);
	str_init(&last);
	if (days < 1)
		words_date(template, from, &first);
	else
		add_date(template, &a,
			a.year != b.year     ? YEAR
			: a.month != b.month ? MONTH
					     : DAY,
			&first);
	if (days >= 1)
		add_date(template, &b, YEAR, &last);
	formula_plain(out, template,
		ids[days < 1        ? 0
			: days == 1 ? 1
				    : 2],
		FIELDS({"first", first.text}, {"last", last.text}));
	str_clear(&first);
	str_clear(&last);
}

void words_dates(const struct template *template, const char *from, const char *to, struct str *out)
{
	static const char *const ids[] = {"DATES/one", "DATES/two", "DATES"};

	add_span(template, ids, from, to, out);
}

void words_from_to(
	const struct template *template, const char *from, const char *to, struct str *out)
{
	static const char *const ids[] = {"DATES/on", "DATES/on-two", "DATES/from"};

	add_span(template, ids, from, to, out);
}

/* --- times of the day --- */

const char *words_half(const struct template *template, int minute)
{
	return template_text(template, minute < MORNING_ENDS     ? "half.morning"
				       : minute < AFTERNOON_ENDS ? "half.afternoon"
								 : "half.evening");
}

/* The word for noon or midnight, in a language that has one; else "". */
static const char *name_of(const struct template *template, int minute)
{
	if (minute == NOON)
		return template_text(template, "clock.noon");
	return minute == 0 || minute == MIDNIGHT ? template_text(template, "clock.midnight") : "";
}

/* bare: without a.m. or p.m. */
static void add_clock(const struct template *template, int minute, bool bare, struct str *out)
{
	static const char *const ids[2][2] = {
		{"CLOCK", "CLOCK/minutes"}, {"CLOCK/bare", "CLOCK/bare-minutes"}};
	int hour = minute / 60 % 12;
	char twelve[12], day[12], minutes[12];

	snprintf(twelve, sizeof twelve, "%d", hour ? hour : 12);
	snprintf(day, sizeof day, "%d", minute / 60 % 24);
	snprintf(minutes, sizeof minutes, "%02d", minute % 60);
	formula_plain(out, template, ids[bare][minute % 60 != 0],
		FIELDS({"hour", twelve}, {"hour24", day}, {"minutes", minutes},
			{"half",
				template_text(template, minute < NOON ? "clock.am" : "clock.pm")}));
}

void words_clock(const struct template *template, int minute, struct str *out)
{
	const char *name = name_of(template, minute);

	if (*name)
		str_add(out, name);
	else
		add_clock(template, minute, false, out);
}

void words_hours(const struct template *template, int from, int to, struct str *out)
{
	struct str first, last;

	if (from < 0)
		return;
	if (to < 0) {
		words_clock(template, from, out);
		return;
	}
	bool named = *name_of(template, from) || *name_of(template, to);
	bool same = (from < NOON) == (to < NOON) || !*template_text(template, "clock.am");
	str_init(&first);
	str_init(&last);
	if (same && !named)
		add_clock(template, from, true, &first);
	else
		words_clock(template, from, &first);
	words_clock(template, to, &last);
	formula_plain(out, template, "HOURS", FIELDS({"from", first.text}, {"to", last.text}));
	str_clear(&first);
	str_clear(&last);
}
