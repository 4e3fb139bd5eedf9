/* SPDX-License-Identifier: MIT */
/*
 * Times of meetings. The one rule behind all forms: of two clock times the second
 * is later, and what the first leaves out (a.m. or p.m.) is whatever makes it so
 * with the shortest meeting. A time before seven without a.m. is in the afternoon.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import_time.h"

enum { NOON = 12 * 60, DAY = 24 * 60 };

struct clock_time {
	int minutes;  /* as written: "1 p.m." is 60 */
	char half;    /* 'a', 'p', 'n' for noon, 0 if not said */
	bool minuted; /* "10.30", not "10" */
};

static const char *skip_blanks(const char *text)
{
	while (*text == ' ' || *text == '\t' || strncmp(text, "\u00A0", 2) == 0 ||
		strncmp(text, "\u202F", 3) == 0)
		text += *text == ' ' || *text == '\t' ? 1 : strncmp(text, "\u202F", 3) == 0 ? 3 : 2;
	return text;
}

static bool ends_word(const char *text)
{
	return !isalnum((unsigned char)*text);
}

/* Bytes of "a.m.", "am", "A.M.", "p.m" …; *half gets 'a' or 'p'. */
static size_t read_half(const char *text, char *half)
{
	static const char *const forms[] = {
		"a.m.", "a.m", "a. m.", "am", "p.m.", "p.m", "p. m.", "pm"};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		size_t length = strlen(forms[i]);
		if (strncasecmp(text, forms[i], length) == 0 &&
			(forms[i][length - 1] == '.' || ends_word(text + length))) {
			*half = forms[i][0];
			return length;
		}
	}
	return 0;
}

static size_t read_to(const char *text);

/* Whether four figures are a quarter of an hour of the day, and no year. */
static bool is_quarter(const char *figures)
{
	long value = strtol(figures, NULL, 10);

	return value >= 600 && value < 1900 && value % 100 < 60 && value % 100 % 15 == 0;
}

/* Behind four figures: " hrs", or the second time and then it; or a time on both sides that
 * can be no year. */
static bool says_hours(const char *text)
{
	const char *at = skip_blanks(text + 4), *second = NULL;
	size_t to = read_to(at);

	if (to > 0) {
		second = skip_blanks(at + to);
		if (strspn(second, "0123456789") != 4)
			return false;
		at = skip_blanks(second + 4);
	}
	return *at == 'h' || *at == 'H' || (second && is_quarter(text) && is_quarter(second));
}

/* "noon", "midday", "midnight". NULL if it is none of them. */
static const char *read_named(const char *text, struct clock_time *time)
{
	static const struct {
		const char *word;
		int minutes;
	} names[] = {{"noon", NOON}, {"midday", NOON}, {"mid-day", NOON}, {"midnight", DAY}};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t length = strlen(names[i].word);
		if (strncasecmp(text, names[i].word, length) == 0 && ends_word(text + length)) {
			*time = (struct clock_time){
				names[i].minutes, names[i].minutes == NOON ? 'n' : 0, true};
			return text + length;
		}
	}
	return NULL;
}

/* The minutes behind the hours: ":30", ".30", "h30", " h 30"; their bytes, 0 without. */
static size_t read_minutes(const char *text, int *minutes)
{
	const char *at = text;

	if (*at && strchr(":.hH", *at)) {
		at++;
	} else {
		at = skip_blanks(at);
		if (*at != 'h' && *at != 'H')
			return 0;
		at++;
	}
	if (at[-1] == 'h' || at[-1] == 'H')
		at = skip_blanks(at);
	if (strspn(at, "0123456789") != 2)
		return 0;
	*minutes = (int)strtol(at, NULL, 10);
	return (size_t)(at + 2 - text);
}

/* "hrs", "hours", "o'clock" behind a time; NULL if it is none. */
static const char *read_hour_word(const char *text)
{
	static const char *const words[] = {
		"hours", "hrs.", "hrs", "hr", "h", "o'clock", "o\u2019clock"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t length = strlen(words[i]);
		if (strncasecmp(text, words[i], length) == 0 && ends_word(text + length))
			return text + length;
	}
	return NULL;
}

/* "10", "10:30", "10.30", "10h30", "1030 hrs"; then a.m. or p.m.; four figures
 * of the second of two times need no word. NULL if none. */
static const char *read_clock(const char *text, bool second, struct clock_time *time)
{
	size_t digits = strspn(text, "0123456789"), length;
	int hours = (int)strtol(text, NULL, 10), minutes = 0;
	const char *at = text + digits, *behind;
	struct clock_time named;

	*time = (struct clock_time){0};
	if (digits == 0)
		return read_named(text, time);
	if (digits == 4 && (says_hours(text) || (second && is_quarter(text)))) {
		minutes = hours % 100;
		hours /= 100;
		time->minuted = true;
	} else if (digits > 2) {
		return NULL;
	} else {
		length = read_minutes(at, &minutes);
		time->minuted = length > 0;
		at += length;
	}
	if (minutes > 59 || hours * 60 + minutes > DAY)
		return NULL;
	time->minutes = hours * 60 + minutes;
	behind = skip_blanks(at);
	length = read_half(behind, &time->half);
	if (length > 0)
		return behind + length;
	const char *end = hours == 12 && minutes == 0 ? read_named(behind, &named) : NULL;
	if (end && named.half == 'n') {
		time->half = 'n';
		return end;
	}
	end = read_hour_word(behind);
	time->minuted = time->minuted || end;
	return end ? end : at;
}

/* Bytes of the dash or word between two times; 0 if there is none. */
static size_t read_to(const char *text)
{
	static const char *const forms[] = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014",
		"\u2015", "\u2212", "--", "-", "to ", "until ", "till ", "and "};
	size_t all = 0;

	/* A soft hyphen or a second dash stands beside some ("08:30­­–18:30"). */
	while (strncmp(text + all, "\u00AD", 2) == 0)
		all += 2;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (strncasecmp(text + all, forms[i], strlen(forms[i])) == 0)
			return all + strlen(forms[i]);
	return 0;
}

static int resolve(const struct clock_time *time, char half)
{
	int minutes = time->minutes;

	if (half == 'n')
		return NOON;
	if (half == 'p' && minutes < NOON)
		return minutes + NOON;
	if (half == 'a' && minutes >= NOON && minutes < NOON + 60)
		return minutes - NOON;
	return minutes;
}

static int resolve_alone(const struct clock_time *time)
{
	if (!time->half && time->minutes < 7 * 60)
		return time->minutes + NOON;
	return resolve(time, time->half);
}

/* Both ends; what one leaves out is what makes the meeting short. */
static bool resolve_both(
	const struct clock_time *from, const struct clock_time *to, struct import_span *span)
{
	span->to = resolve_alone(to);
	span->from = from->half ? resolve(from, from->half) : resolve_alone(from);
	if (!from->half && to->half && from->minutes < NOON + 60) {
		int late = resolve(from, 'p');
		span->from = late < span->to ? late : resolve(from, 'a');
	}
	if (!to->half && span->to <= span->from && span->to + NOON < DAY)
		span->to += NOON;
	return span->from < span->to && span->to <= DAY;
}

static const char *skip_opening(const char *text)
{
	static const char *const openings[] = {
		"starting at ", "beginning at ", "from ", "at ", "approx. ", "ca. ", "between "};

	text = skip_blanks(text);
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++)
		if (strncasecmp(text, openings[i], strlen(openings[i])) == 0)
			return skip_blanks(text + strlen(openings[i]));
	return text;
}

/* "Morning", "Afternoon session", "a.m.", "PM:" */
static const char *read_half_day(const char *text, char *half)
{
	static const struct {
		const char *word;
		char half;
	} words[] = {{"morning", 'a'}, {"afternoon", 'p'}, {"evening", 'e'}};
	size_t length = read_half(text, half);

	for (size_t i = 0; length == 0 && i < sizeof(words) / sizeof(words[0]); i++) {
		size_t word = strlen(words[i].word);
		if (strncasecmp(text, words[i].word, word) == 0 && ends_word(text + word)) {
			*half = words[i].half;
			length = word;
		}
	}
	if (length == 0)
		return NULL;
	text += length;
	const char *behind = skip_blanks(text);
	if (strncasecmp(behind, "session", 7) == 0 || strncasecmp(behind, "meeting", 7) == 0)
		text = behind + 7 + (behind[7] == 's');
	return text;
}

/* The second time behind a dash, or "close", "end", "onwards". NULL if there is none. */
static const char *read_end(const char *text, struct clock_time *to, bool *open)
{
	static const char *const ends[] = {"close", "end", "onwards", "finish"};
	size_t dash = read_to(skip_blanks(text));
	const char *at = skip_blanks(skip_blanks(text) + dash);

	*open = false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if ((dash > 0 || i == 2) && strncasecmp(at, ends[i], strlen(ends[i])) == 0) {
			*open = true;
			return at + strlen(ends[i]);
		}
	return dash > 0 ? read_clock(at, true, to) : NULL;
}

/* "Morning (10 a.m.-1 p.m.)", "Afternoon, 3-6 p.m.": the hours that are said behind. */
static const char *read_hours(const char *text, struct import_span *span)
{
	struct clock_time from, to;
	struct import_span hours = {.from = -1, .to = -1};
	const char *at = skip_blanks(text), *end;
	bool bracket = *at == '(', open;

	if (bracket || *at == ',' || *at == ':')
		at = skip_blanks(at + 1);
	at = read_clock(at, false, &from);
	end = at ? read_end(at, &to, &open) : NULL;
	if (!end || open || !resolve_both(&from, &to, &hours) || (bracket && *end++ != ')'))
		return text;
	*span = hours;
	return end;
}

/* "10 a.m.-1 p.m.", "10.30", "11:30-close"; its end, NULL if it is none. */
static const char *read_times(const char *text, struct import_span *span)
{
	struct clock_time from, to;
	bool open = false;
	const char *at = read_clock(text, false, &from),
		   *end = at ? read_end(at, &to, &open) : NULL;

	if (end && !open && (from.minuted || to.half || (from.half && to.minuted)) &&
		resolve_both(&from, &to, span))
		return end;
	if (!at || !(from.minuted || from.half) || isdigit((unsigned char)*at))
		return NULL;
	span->from = resolve_alone(&from);
	span->to = -1;
	return open && end ? end : at;
}

/* "(10 a.m.-1 p.m.)": both ends, and nothing else. NULL if it is none. */
static const char *read_bracketed(const char *text, struct import_span *span)
{
	const char *end = *text == '(' ? read_times(skip_opening(text + 1), span) : NULL;

	return end && *end == ')' && span->to > 0 ? end + 1 : NULL;
}

bool import_span_at(const char *text, struct import_span *span)
{
	const char *start = skip_opening(text), *at;

	*span = (struct import_span){.from = -1, .to = -1};
	at = *start == '(' ? read_bracketed(start, span) : read_times(start, span);
	if (!at && (at = read_half_day(start, &span->half)))
		at = read_hours(at, span);
	if (!at || span->half == 'e' || span->from >= DAY) {
		span->half = 0;
		return false;
	}
	if (*at == ':' || *at == ',' || *at == '*' || (*at == '.' && at[1] != '.'))
		at++;
	span->length = (size_t)(skip_blanks(at) - text);
	return true;
}
