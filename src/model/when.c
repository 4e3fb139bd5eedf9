/* SPDX-License-Identifier: MIT */
/*
 * Reading a day and time as people say them. The text is taken word by word and in any
 * order; a figure is what follows it says: a month, a colon, "p.m.", a hyphen. What is
 * said twice, or is none of this, makes the whole unreadable: better asked than guessed.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/civil.h"
#include "model/when.h"

enum { NOON = 12 * 60, DAY_ENDS = 24 * 60, SHORTEST = 3 };

static const char *const months[] = {"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"};
static const char *const weekdays[] = {
	"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

static const char *skip(const char *text)
{
	return text + strspn(text, " \t,");
}

static size_t word_length(const char *text)
{
	size_t length = 0;

	while (isalpha((unsigned char)text[length]))
		length++;
	return length;
}

/* The place of a name of which at least three letters are written; -1 for none. */
static int find_name(const char *const names[], int count, const char *text, size_t length)
{
	for (int i = 0; length >= SHORTEST && i < count; i++)
		if (length <= strlen(names[i]) && strncasecmp(names[i], text, length) == 0)
			return i;
	return -1;
}

/* "am", "a.m.", "p.m": 'a' or 'p', and the text moves on; 0 for neither. */
static char read_half(const char **text)
{
	const char *at = skip(*text);
	char half = (char)tolower((unsigned char)*at);

	if (half != 'a' && half != 'p')
		return 0;
	at++;
	at += *at == '.';
	if (tolower((unsigned char)*at) != 'm')
		return 0;
	at++;
	at += *at == '.';
	if (isalnum((unsigned char)*at))
		return 0;
	*text = at;
	return half;
}

static bool read_figure(const char **text, int *number, int *digits)
{
	int value = 0;

	for (*digits = 0; isdigit((unsigned char)**text) && *digits < 5; ++*text, ++*digits)
		value = 10 * value + (**text - '0');
	*number = value;
	return *digits > 0 && *digits < 5;
}

/* --- clock times --- */

struct clock_time {
	int minute; /* without its half */
	char half;  /* 'a', 'p', or 0 */
	bool exact; /* with minutes */
};

static bool read_clock(const char **text, struct clock_time *time)
{
	const char *at = *text;
	int hour, minute = 0, digits;

	if (strncasecmp(at, "noon", 4) == 0 && !isalpha((unsigned char)at[4])) {
		*time = (struct clock_time){NOON, 0, true};
		*text = at + 4;
		return true;
	}
	if (!read_figure(&at, &hour, &digits) || digits > 2)
		return false;
	bool exact = (*at == ':' || *at == '.') && isdigit((unsigned char)at[1]);
	if (exact) {
		at++;
		if (!read_figure(&at, &minute, &digits) || digits != 2)
			return false;
	}
	*time = (struct clock_time){60 * hour + minute, read_half(&at), exact};
	if (time->half && (hour < 1 || hour > 12))
		return false;
	*text = at;
	return minute < 60 && time->minute <= DAY_ENDS;
}

static int minute_of(struct clock_time time)
{
	int minute = time.minute % DAY_ENDS;

	if (time.half)
		minute = minute % NOON + (time.half == 'p' ? NOON : 0);
	return time.half || time.minute < DAY_ENDS ? minute : DAY_ENDS;
}

/* The hyphen, the dash or the "to" between two times. */
static bool read_between(const char **text)
{
	const char *at = skip(*text);

	if (*at == '-')
		at++;
	else if (strncmp(at, "–", 3) == 0)
		at += 3;
	else if (strncasecmp(at, "to ", 3) == 0)
		at += 3;
	else
		return false;
	*text = skip(at);
	return true;
}

/* A time or two; of "3-6 p.m." and "10-1 p.m." the first has the half that fits. */
static bool read_times(const char **text, struct when *when)
{
	const char *at = *text;
	struct clock_time from, to;

	if (when->from >= 0 || !read_clock(&at, &from))
		return false;
	const char *behind = at;
	bool range = read_between(&behind) && read_clock(&behind, &to);
	if (!range && !from.half && !from.exact)
		return false;
	if (range && to.half && !from.half && from.minute <= NOON + 59) {
		from.half = to.half;
		if (minute_of(from) >= minute_of(to))
			from.half = 'a';
	}
	when->from = minute_of(from);
	when->to = range ? minute_of(to) : -1;
	*text = range ? behind : at;
	return !range || when->to > when->from;
}

/* --- days --- */

static bool read_iso(const char **text, struct when *when)
{
	char date[11];
	struct civil civil;

	snprintf(date, sizeof date, "%.10s", *text);
	if (strlen(date) < 10 || !civil_parse_date(date, &civil) || when->day)
		return false;
	when->year = civil.year;
	when->month = civil.month;
	when->day = civil.day;
	*text += 10;
	if (**text == 'T')
		++*text;
	return true;
}

static bool set_month(struct when *when, int month)
{
	if (when->month)
		return false;
	when->month = month;
	return true;
}

/* A day of a month, or a year behind it: a figure that is no time. */
static bool read_day(const char **text, struct when *when)
{
	const char *at = *text;
	int number, digits;

	if (!read_figure(&at, &number, &digits))
		return false;
	if (digits == 4) {
		if (when->year || !when->month)
			return false;
		when->year = number;
	} else {
		if (when->day || number < 1 || number > 31)
			return false;
		const char *name = skip(at);
		if (!when->month && find_name(months, 12, name, word_length(name)) < 0)
			return false;
		when->day = number;
	}
	*text = at;
	return true;
}

static bool read_word(const char **text, struct when *when)
{
	size_t length = word_length(*text);
	const char *word = *text;
	int month = find_name(months, 12, word, length);
	int weekday = find_name(weekdays, 7, word, length);

	*text += length;
	if (month >= 0)
		return set_month(when, month + 1);
	if (weekday >= 0 && when->weekday < 0) {
		when->weekday = weekday;
		*text += **text == '.';
		return true;
	}
	bool morning = length >= SHORTEST && strncasecmp(word, "morning", length) == 0;
	bool afternoon = length >= SHORTEST && strncasecmp(word, "afternoon", length) == 0;
	if (when->half || !(morning || afternoon))
		return false;
	when->half = morning ? "am" : "pm";
	return true;
}

static bool read_next(const char **text, struct when *when)
{
	char half;

	if (read_iso(text, when))
		return true;
	if (isdigit((unsigned char)**text))
		return read_times(text, when) || read_day(text, when);
	if (!when->half && (half = read_half(text))) {
		when->half = half == 'a' ? "am" : "pm";
		return true;
	}
	return (strncasecmp(*text, "noon", 4) == 0 && read_times(text, when)) ||
	       read_word(text, when);
}

bool when_parse(const char *text, struct when *when)
{
	*when = (struct when){.weekday = -1, .from = -1, .to = -1};
	text = skip(text);
	if (!*text)
		return false;
	while (*text) {
		if (!read_next(&text, when))
			return false;
		text = skip(text);
	}
	return !when->month == !when->day && !(when->half && when->from >= 0);
}

bool when_has_day(const struct when *when)
{
	return when->day || when->weekday >= 0;
}

bool when_is_day(const struct when *when, const char *date)
{
	struct civil civil;

	return civil_parse_date(date, &civil) && (!when->year || when->year == civil.year) &&
	       (!when->month || when->month == civil.month) &&
	       (!when->day || when->day == civil.day) &&
	       (when->weekday < 0 || when->weekday == civil_weekday(&civil));
}

bool when_date(const struct when *when, const char *from, const char *to, char out[11])
{
	struct civil first, last;

	if (!when_has_day(when) || !civil_parse_date(from, &first) || !civil_parse_date(to, &last))
		return false;
	for (long day = civil_days(&first); day <= civil_days(&last); day++) {
		struct civil civil = civil_from_days(day);
		civil_format_date(&civil, out);
		if (when_is_day(when, out))
			return true;
	}
	struct civil said = {.year = when->year ? when->year : first.year,
		.month = when->month,
		.day = when->day};
	if (!when->day)
		return false;
	civil_format_date(&said, out);
	return civil_parse_date(out, &said) && when_is_day(when, out);
}
