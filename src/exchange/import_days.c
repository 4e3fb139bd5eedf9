/* SPDX-License-Identifier: MIT */
/*
 * Days into the calendar. A timetable rarely says its year: it is that of the
 * session, or the one in which its weekdays are right; the file's name and the
 * document's date are asked before all others.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/clock.h"
#include "import.h"
#include "import_days.h"

/* The next year that the text says; 0 at the end. */
static int next_year(const char **text)
{
	for (const char *at = *text; *at; at++) {
		if (!isdigit((unsigned char)*at))
			continue;
		size_t digits = strspn(at, "0123456789");
		int year = (int)strtol(at, NULL, 10);
		*text = at + digits;
		if (digits == 4 && year >= 1940 && year < 2100)
			return year;
		at += digits - 1;
	}
	*text += strlen(*text);
	return 0;
}

static bool is_right(const struct import_date *dates, size_t count, int year, bool *said)
{
	*said = false;
	for (size_t i = 0; i < count; i++) {
		struct import_date date = dates[i];
		if (date.weekday < 0 || date.month == 0)
			continue;
		if (date.year == 0)
			date.year = year;
		*said = true;
		if (import_date_weekday(&date) != date.weekday)
			return false;
	}
	return true;
}

static int this_year(void)
{
	struct clock clock = {0};

	return civil_at(clock_now(&clock)).year;
}

static bool try_text(
	const char *text, const struct import_date *dates, size_t count, int *year, bool *any)
{
	bool said;

	for (int found; (found = next_year(&text)) != 0;) {
		if (!is_right(dates, count, found, &said))
			continue;
		*year = found;
		*any = *any || !said;
		if (said)
			return true;
	}
	return false;
}

int import_days_year(const struct import *import, const struct import_date *dates, size_t count)
{
	const char *slash = strrchr(import->name, '/');
	int year = 0, now = this_year();
	bool any = false, said;

	for (size_t i = 0; i < count; i++)
		if (dates[i].year > 0)
			return dates[i].year;
	if (import->first.year > 0)
		return import->first.year;
	if (try_text(slash ? slash + 1 : import->name, dates, count, &year, &any) || any)
		return year;
	if (import->agenda->date &&
		(try_text(import->agenda->date, dates, count, &year, &any) || any))
		return year;
	for (size_t i = 0; i < import->count && i < 200; i++)
		if (try_text(import->lines[i].whole, dates, count, &year, &any))
			return year;
	for (year = now + 1; year > now - 90; year--)
		if (is_right(dates, count, year, &said) && said)
			return year;
	return now;
}

/* The first day from the session's first that has this weekday. */
static bool find_weekday(const struct import *import, int weekday, struct import_date *date)
{
	struct civil first = {
		.year = import->first.year, .month = import->first.month, .day = import->first.day};

	if (import->first.year == 0 || import->first.day == 0)
		return false;
	long days = civil_days(&first);
	days += (weekday - civil_weekday(&first) + 7) % 7;
	struct civil found = civil_from_days(days);
	*date = (struct import_date){found.year, found.month, found.day, weekday};
	return true;
}

bool import_days_complete(const struct import *import, struct import_date *date, int year)
{
	char text[11];

	if (date->month == 0)
		return date->weekday >= 0 && find_weekday(import, date->weekday, date);
	if (date->year == 0) {
		date->year = year;
		if (import->first.month == 12 && date->month == 1 && import->last.month == 1)
			date->year = import->last.year > 0 ? import->last.year : year + 1;
	}
	return import_date_print(date, text);
}

bool import_days_counted(const struct import *import, int day, struct import_date *date)
{
	struct civil first = {
		.year = import->first.year, .month = import->first.month, .day = import->first.day};

	if (import->first.year == 0 || import->first.day == 0 || day < 1 || day > 60)
		return false;
	struct civil found = civil_from_days(civil_days(&first) + day - 1);
	*date = (struct import_date){found.year, found.month, found.day, -1};
	return true;
}
