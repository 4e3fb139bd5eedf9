/* SPDX-License-Identifier: MIT */
/*
 * Days as documents write them. A run of words that can belong to dates (figures,
 * months, weekdays, years, "and", "to", dashes) is taken whole, then each figure gets
 * the month that stands behind it, or before it where the month comes first: so all
 * spellings are one rule. English names only.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/civil.h"
#include "import_date.h"
#include "import_time.h"

enum kind { KIND_NONE, KIND_DAY, KIND_YEAR, KIND_MONTH, KIND_WEEKDAY, KIND_BETWEEN };

struct word {
	enum kind kind;
	int value;
	size_t start, length;
};

static const char *const months[] = {"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"};
static const char *const weekdays[] = {
	"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

/* Which of the names the letters are, whole or cut to three and more; 0 if none. */
static int find_name(const char *text, size_t length, const char *const names[], int count)
{
	for (int i = 0; i < count; i++)
		if (length >= 3 && length <= strlen(names[i]) &&
			strncasecmp(text, names[i], length) == 0 &&
			(length <= 4 || length == strlen(names[i]) ||
				(length == 5 && names[i][0] == 't')))
			return i + 1;
	return 0;
}

static size_t letters(const char *text)
{
	size_t length = 0;

	while (isalpha((unsigned char)text[length]))
		length++;
	return length;
}

int import_month_at(const char *text)
{
	size_t length = letters(text);

	if ((unsigned char)text[length] >= 0x80 && strncmp(text + length, "\u2013", 3) != 0)
		return 0;
	return find_name(text, length, months, 12);
}

/* --- words --- */

static bool is_ordinal_ending(const char *text)
{
	static const char *const endings[] = {"st", "nd", "rd", "th"};

	for (size_t i = 0; i < 4; i++)
		if (strncasecmp(text, endings[i], 2) == 0 && !isalnum((unsigned char)text[2]))
			return true;
	return false;
}

static void read_figures(const char *text, struct word *word)
{
	size_t length = strspn(text, "0123456789");
	long value = length <= 4 ? strtol(text, NULL, 10) : 0;

	word->length = length;
	word->value = (int)value;
	if (length == 4 && value >= 1900 && value < 2200 && !isalpha((unsigned char)text[4])) {
		word->kind = KIND_YEAR;
	} else if (length <= 2 && value >= 1 && value <= 31) {
		if (is_ordinal_ending(text + length))
			word->length += 2;
		else if (isalpha((unsigned char)text[length]) && !import_month_at(text + length))
			return;
		word->kind = KIND_DAY;
	}
}

static void read_letters(const char *text, struct word *word)
{
	static const char *const between[] = {"to", "and", "from", "through", "until", "of", "the"};
	size_t length = letters(text);

	word->length = length;
	word->value = import_month_at(text);
	if (word->value) {
		word->kind = KIND_MONTH;
	} else if ((word->value = find_name(text, length, weekdays, 7))) {
		word->value--;
		word->kind = KIND_WEEKDAY;
	}
	if (word->kind != KIND_NONE) {
		word->length += text[length] == '.';
		return;
	}
	for (size_t i = 0; i < sizeof(between) / sizeof(between[0]); i++)
		if (strlen(between[i]) == length && strncasecmp(text, between[i], length) == 0)
			word->kind = KIND_BETWEEN;
}

static size_t between_length(const char *text)
{
	static const char *const dashes[] = {
		"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u00AD"};

	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (strncmp(text, dashes[i], strlen(dashes[i])) == 0)
			return strlen(dashes[i]);
	return *text && strchr("-,/&()", *text) ? 1 : 0;
}

/* The word at text[*at], behind blanks; KIND_NONE for one that is of no date. */
static struct word next_word(const char *text, size_t *at)
{
	struct word word = {.kind = KIND_NONE};

	while (text[*at] == ' ' || text[*at] == '\t')
		(*at)++;
	word.start = *at;
	if (isdigit((unsigned char)text[*at])) {
		read_figures(text + *at, &word);
	} else if (isalpha((unsigned char)text[*at])) {
		read_letters(text + *at, &word);
	} else if (text[*at]) {
		word.length = between_length(text + *at);
		if (word.length > 0)
			word.kind = KIND_BETWEEN;
		else
			word.length = 1;
	}
	*at += word.length;
	return word;
}

/* --- runs --- */

enum { DAYS_MOST = 12 };

struct run {
	struct import_date dates[DAYS_MOST];
	int count;
	int pending; /* the first day without a month */
	int weekday; /* said before its day */
	int month;   /* said before its days */
	bool after;  /* months stand behind their days */
};

static void add_day(struct run *run, int day)
{
	if (run->count == DAYS_MOST)
		return;
	run->dates[run->count++] = (struct import_date){
		.day = day, .month = run->after ? 0 : run->month, .weekday = run->weekday};
	if (!run->after && run->month)
		run->pending = run->count;
	run->weekday = -1;
}

static void add_month(struct run *run, int month)
{
	run->month = month;
	if (run->pending < run->count)
		run->after = true;
	for (int i = run->pending; i < run->count; i++)
		run->dates[i].month = month;
	run->pending = run->count;
	if (run->count == 0)
		run->after = false;
}

/* "Sunday 5 June" and "1 June (Wednesday)" */
static void add_weekday(struct run *run, int weekday, bool bracket)
{
	if (bracket && run->count > 0 && run->dates[run->count - 1].weekday < 0)
		run->dates[run->count - 1].weekday = weekday;
	else
		run->weekday = weekday;
}

static void add_year(struct run *run, int year)
{
	for (int i = 0; i < run->count; i++)
		if (run->dates[i].year == 0)
			run->dates[i].year = year;
}

static void add_word(struct run *run, const char *text, const struct word *word)
{
	switch (word->kind) {
	case KIND_DAY:
		add_day(run, word->value);
		break;
	case KIND_MONTH:
		add_month(run, word->value);
		break;
	case KIND_WEEKDAY:
		add_weekday(run, word->value, word->start > 0 && text[word->start - 1] == '(');
		break;
	case KIND_YEAR:
		add_year(run, word->value);
		break;
	default:
		break;
	}
}

static bool finish_run(struct run *run, bool loose, struct import_days *days)
{
	int count = 0;

	for (int i = 0; i < run->count; i++)
		if (run->dates[i].month)
			run->dates[count++] = run->dates[i];
	if (count == 0 && loose && run->weekday >= 0 && run->count == 0)
		run->dates[count++] = (struct import_date){.weekday = run->weekday};
	if (count == 0)
		return false;
	days->from = run->dates[0];
	days->to = run->dates[count - 1];
	days->count = count;
	return true;
}

static bool read_iso(const char *text, struct import_days *days)
{
	char date[11] = "";
	struct civil civil;

	strncat(date, text, 10);
	if (!civil_parse_date(date, &civil) || isdigit((unsigned char)text[10]))
		return false;
	days->from = (struct import_date){civil.year, civil.month, civil.day, -1};
	days->to = days->from;
	days->length = 10;
	days->count = 1;
	return true;
}

/* The run of date words from `at`; its bytes go to days->length. */
static bool read_run(const char *text, size_t at, bool loose, struct import_days *days)
{
	struct run run = {.weekday = -1};
	struct import_span span;
	bool monthless = true, closed = false;
	size_t end = at;

	while (text[at] && !closed) {
		struct word word = next_word(text, &at);
		if (word.kind == KIND_NONE)
			break;
		/* Behind a full date a time may stand: "4 October, 3-6 p.m." */
		if (word.kind == KIND_DAY && !monthless && run.after && run.pending == run.count &&
			import_span_at(text + word.start, &span))
			break;
		add_word(&run, text, &word);
		monthless = monthless && word.kind != KIND_MONTH;
		closed = word.kind == KIND_YEAR && run.count > 0 && !monthless;
		if (word.kind != KIND_BETWEEN)
			end = word.start + word.length;
		if (word.kind == KIND_WEEKDAY && text[end] == ')')
			end++;
	}
	days->length = end - days->start;
	return finish_run(&run, loose, days);
}

bool import_days_find(const char *text, bool loose, struct import_days *days)
{
	for (size_t at = 0; text[at];) {
		size_t next = at;
		struct word word = next_word(text, &next);
		*days = (struct import_days){.start = word.start};
		if (word.kind == KIND_YEAR && read_iso(text + word.start, days))
			return true;
		if (word.kind != KIND_NONE && word.kind != KIND_BETWEEN &&
			read_run(text, word.start, loose, days))
			return true;
		if (next == at)
			return false;
		if (word.kind == KIND_NONE && isalnum((unsigned char)text[word.start])) {
			/* the rest of a word or number is none either */
			while (isalnum((unsigned char)text[next]))
				next++;
		}
		at = next;
	}
	return false;
}

/* --- the calendar --- */

bool import_date_print(const struct import_date *date, char out[11])
{
	struct civil civil = {.year = date->year, .month = date->month, .day = date->day}, real;

	if (date->year < 1900 || date->year > 2199 || date->month < 1 || date->day < 1)
		return false;
	civil_format_date(&civil, out);
	return civil_parse_date(out, &real);
}

int import_date_weekday(const struct import_date *date)
{
	struct civil civil = {.year = date->year, .month = date->month, .day = date->day};
	char text[11];

	return import_date_print(date, text) ? civil_weekday(&civil) : -1;
}
