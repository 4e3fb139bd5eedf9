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

/* Behind four figures: " hrs", or the second time and then it. */
static bool says_hours(const char *text)
{
	const char *at = skip_blanks(text);
	size_t to = read_to(at);

	if (to > 0) {
		at = skip_blanks(at + to);
		if (strspn(at, "0123456789") != 4)
			return false;
		at = skip_blanks(at + 4);
	}
	return *at == 'h' || *at == 'H';
}

/* "10", "10:30", "10.30", "10h30", "1030 hrs"; then a.m. or p.m. NULL if none. */
static const char *read_clock(const char *text, struct clock_time *time)
{
	size_t digits = strspn(text, "0123456789"), half;
	int hours = (int)strtol(text, NULL, 10), minutes = 0;
	const char *at = text + digits, *behind;

	*time = (struct clock_time){0};
	if (strncasecmp(text, "noon", 4) == 0 && ends_word(text + 4)) {
		*time = (struct clock_time){NOON, 'n', true};
		return text + 4;
	}
	if (digits == 4 && says_hours(at)) {
		minutes = hours % 100;
		hours /= 100;
		time->minuted = true;
	} else if (digits < 1 || digits > 2) {
		return NULL;
	} else if (strchr(":.hH", *at) && *at && strspn(at + 1, "0123456789") == 2) {
		minutes = (int)strtol(at + 1, NULL, 10);
		time->minuted = true;
		at += 3;
	}
	if (minutes > 59 || hours * 60 + minutes > DAY)
		return NULL;
	time->minutes = hours * 60 + minutes;
	behind = skip_blanks(at);
	half = read_half(behind, &time->half);
	if (half > 0)
		return behind + half;
	if (strncasecmp(behind, "noon", 4) == 0) {
		time->half = 'n';
		return behind + 4;
	}
	for (size_t length = 5; length > 0; length--) {
		static const char *const words[] = {"", "h", "hr", "hrs", "hrs.", "hours"};
		if (strncasecmp(behind, words[length], length) == 0 && ends_word(behind + length)) {
			time->minuted = true;
			return behind + length;
		}
	}
	return at;
}

/* Bytes of the dash or word between two times; 0 if there is none. */
static size_t read_to(const char *text)
{
	static const char *const forms[] = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014",
		"\u2015", "\u2212", "--", "-", "to ", "until ", "and "};
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
		"starting at ", "beginning at ", "from ", "at ", "approx. ", "ca. "};

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
	return dash > 0 ? read_clock(at, to) : NULL;
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
	at = read_clock(at, &from);
	end = at ? read_end(at, &to, &open) : NULL;
	if (!end || open || !resolve_both(&from, &to, &hours) || (bracket && *end++ != ')'))
		return text;
	*span = hours;
	return end;
}

bool import_span_at(const char *text, struct import_span *span)
{
	struct clock_time from, to;
	const char *start = skip_opening(text), *at = read_clock(start, &from), *end;
	bool open = false;

	*span = (struct import_span){.from = -1, .to = -1};
	if (at) {
		end = read_end(at, &to, &open);
		if (end && !open && (from.minuted || from.half || to.minuted || to.half) &&
			(from.minuted || to.half) && resolve_both(&from, &to, span))
			at = end;
		else if ((from.minuted || from.half) && !isdigit((unsigned char)*at)) {
			span->from = resolve_alone(&from);
			span->to = -1;
			at = open && end ? end : at;
		} else
			return false;
	} else if (!(at = read_half_day(start, &span->half))) {
		return false;
	} else {
		at = read_hours(at, span);
	}
	if (span->half == 'e' || span->from >= DAY) {
		span->half = 0;
		return false;
	}
	if (*at == ':' || *at == ',' || *at == '*' || (*at == '.' && at[1] != '.'))
		at++;
	span->length = (size_t)(skip_blanks(at) - text);
	return true;
}
