/* SPDX-License-Identifier: MIT */
/*
 * The drafting check: figures. Which figures are numbers of things, and which are names
 * ("paragraph 3", "resolution 5/6", "3-6 p.m."), is told by the words around them.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "model/number.h"
#include "style_inside.h"

static const struct tokens *now(const struct style_task *task)
{
	return &task->tokens[task->at];
}

static int value_at(const struct tokens *tokens, size_t i)
{
	return atoi(tokens->text + tokens->items[i].from);
}

static bool is_word(const struct tokens *tokens, size_t i)
{
	return i < tokens->count && tokens->items[i].kind == TOKEN_WORD;
}

/* The number of up to `most` digits at *text, which goes behind them; -1 for none. */
static int read_digits(const char **text, int most)
{
	int value = -1;

	for (; most > 0 && isdigit((unsigned char)**text); most--, ++*text)
		value = (value < 0 ? 0 : value) * 10 + **text - '0';
	return value;
}

/* --- numbers --- */

/* What stands before a row of figures, "paragraphs 2, 3 and" 5: its index, or -1. Of a row
 * longer than any that is written it is the word so far back. */
static long before_row(const struct tokens *tokens, size_t i)
{
	enum { LONGEST = 200 };
	static const char *const joining[] = {"and", "or", "to", "from", ",", "-", "–", "(", ")"};
	long at = (long)i - 1;

	for (bool goes_on = true; goes_on && at >= 0 && at + LONGEST >= (long)i;) {
		goes_on = tokens->items[at].kind == TOKEN_FIGURE;
		for (size_t j = 0; j < sizeof(joining) / sizeof(joining[0]); j++)
			goes_on |= token_is(tokens, (size_t)at, joining[j]);
		goes_on |= token_is_month(tokens, (size_t)at);
		at -= goes_on;
	}
	return at;
}

/* Is the figure in a row of several: "2 and 3", "5-13", "30, 31"? */
static bool is_in_row(const struct tokens *tokens, size_t i)
{
	static const char *const joining[] = {"and", "or", "to", ",", "-", "–", "(", "/"};

	for (size_t j = 0; j < sizeof(joining) / sizeof(joining[0]); j++) {
		if (token_is(tokens, i + 1, joining[j]) && i + 2 < tokens->count &&
			(tokens->items[i + 2].kind == TOKEN_FIGURE || *joining[j] == '('))
			return true;
		if (i > 1 && token_is(tokens, i - 1, joining[j]) &&
			tokens->items[i - 2].kind == TOKEN_FIGURE)
			return true;
	}
	return false;
}

/* "9 of them": it counts, whatever they are. */
static bool is_of_them(const struct tokens *tokens, size_t i)
{
	return token_is(tokens, i + 1, "of") &&
	       (token_is(tokens, i + 2, "them") || token_is(tokens, i + 2, "whom") ||
		       token_is(tokens, i + 2, "which"));
}

/* Does the figure count the things that the word behind it names? */
static bool counts_things(const struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	const struct style_words *lists = task->sheet->lists;

	if (!is_word(tokens, i + 1) || !tokens->items[i + 1].spaced ||
		token_is_month(tokens, i + 1) ||
		(token_in(tokens, i + 1, &lists[STYLE_MEASURES]) && !is_of_them(tokens, i)))
		return false;
	return !is_in_row(tokens, i);
}

static void check_number(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	const char *next = i + 1 < tokens->count ? tokens->text + tokens->items[i + 1].from : "";
	struct str word = STR_EMPTY;

	/* A capital behind it is a name, save what meets here. */
	bool thing = islower((unsigned char)*next) || strncmp(next, "State", 5) == 0 ||
		     strncmp(next, "Government", 10) == 0 || strncmp(next, "Member", 6) == 0;
	if (value_at(tokens, i) < 1 || tokens->items[i].length > 1 || !thing ||
		!counts_things(task, i))
		return;
	long before = before_row(tokens, i);
	before -= before > 0 && token_is(tokens, (size_t)before, "."); /* "No. 5" */
	if (before >= 0 && (token_in(tokens, (size_t)before, &task->sheet->lists[STYLE_NUMBERED]) ||
				   token_is_month(tokens, (size_t)before)))
		return;
	if (i > 0 && (!tokens->items[i].spaced || token_is(tokens, i - 1, "$") ||
			     token_is(tokens, i - 1, "€")))
		return;
	number_word(value_at(tokens, i), &word);
	style_find(task, CHECK_NUMBER, i, i, arena_strdup(task->arena, word.text));
	str_clear(&word);
}

static void check_sentence_start(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	struct str word = STR_EMPTY;

	if (tokens->items[i].length > 6 || !counts_things(task, i) ||
		(i > 0 && token_is(tokens, i - 1, "(")))
		return;
	/* "2 (c)" and "12 Other matters" are labels. */
	if (!islower((unsigned char)tokens->text[tokens->items[i + 1].from]) &&
		(i == 0 || tokens->items[i].line))
		return;
	number_word_capital(value_at(tokens, i), &word);
	style_find(task, CHECK_SENTENCE_START, i, i, arena_strdup(task->arena, word.text));
	str_clear(&word);
}

/* --- sessions --- */

/* The number of an ordinal, "8th"; 0 for none. */
static int ordinal_at(const struct tokens *tokens, size_t i)
{
	static const char *const endings[] = {"st", "nd", "rd", "th"};
	const char *text = tokens->text + tokens->items[i].from;
	size_t digits = strspn(text, "0123456789");

	for (size_t j = 0; j < sizeof(endings) / sizeof(endings[0]); j++) {
		if (digits > 0 && digits < 4 && tokens->items[i].length == digits + 2 &&
			strncmp(text + digits, endings[j], 2) == 0)
			return atoi(text);
	}
	return 0;
}

static void check_session(struct style_task *task, size_t i)
{
	static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "sixth",
		"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
		"fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
		"twentieth"};
	const int count = sizeof(words) / sizeof(words[0]);
	const struct tokens *tokens = now(task);
	int n = ordinal_at(tokens, i);

	if (!n || (!token_like(tokens, i + 1, "session") && !token_like(tokens, i + 1, "sessions")))
		return;
	style_find(task, CHECK_SESSION, i, i + 1,
		n <= count
			? arena_printf(task->arena, "%s %s", words[n - 1], token_text(task, i + 1))
			: NULL);
}

/* --- dates --- */

static void check_date(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	size_t month = i + 1 + token_is(tokens, i + 1, "of");

	/* 17th October */
	if (ordinal_at(tokens, i) && token_is_month(tokens, month))
		style_find(task, CHECK_DATE, i, month,
			arena_printf(task->arena, "%d %s", ordinal_at(tokens, i),
				token_text(task, month)));
	/* 17.10.2012 */
	const char *text = tokens->text + tokens->items[i].from;
	int day = read_digits(&text, 2), count = 0, year = 0;
	const char sign = *text;
	if (sign == '.' || sign == '/') {
		text++;
		count = read_digits(&text, 2);
		text += *text == sign;
		year = read_digits(&text, 4);
	}
	if (day >= 1 && day <= 31 && count >= 1 && count <= 12 && year > 1900 &&
		text == tokens->text + token_end(tokens, i))
		style_find(task, CHECK_DATE, i, i, NULL);
}

static bool is_day(const struct tokens *tokens, size_t i)
{
	return token_is_figure(tokens, i) && tokens->items[i].length <= 2 &&
	       value_at(tokens, i) >= 1 && value_at(tokens, i) <= 31;
}

static bool is_year(const struct tokens *tokens, size_t i)
{
	return token_is_figure(tokens, i) && tokens->items[i].length == 4;
}

/* October 17, 2012 */
static void check_month(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	size_t day = i + 1;

	if (!is_day(tokens, day) || (i > 0 && tokens->items[i - 1].kind == TOKEN_FIGURE) ||
		tokens->items[day].line)
		return;
	if (token_is(tokens, day + 1, ",") && is_year(tokens, day + 2))
		style_find(task, CHECK_DATE, i, day + 2,
			arena_printf(task->arena, "%s %s %s", token_text(task, day),
				token_text(task, i), token_text(task, day + 2)));
	else if (!is_word(tokens, day + 1) || token_is(tokens, day + 1, "and"))
		style_find(task, CHECK_DATE, i, day,
			arena_printf(
				task->arena, "%s %s", token_text(task, day), token_text(task, i)));
}

/* Wednesday 17 October */
static void check_weekday(struct style_task *task, size_t i)
{
	static const char *const days[] = {
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	const struct tokens *tokens = now(task);

	for (size_t j = 0; j < sizeof(days) / sizeof(days[0]); j++) {
		if (token_is(tokens, i, days[j]) && is_day(tokens, i + 1) &&
			token_is_month(tokens, i + 2))
			style_find(task, CHECK_DATE, i, i + 2,
				arena_printf(task->arena, "%s, %s %s", days[j],
					token_text(task, i + 1), token_text(task, i + 2)));
	}
}

/* --- times --- */

/* As "10 a.m.", "10.30 a.m.", "noon". */
static const char *time_of(struct arena *arena, int hour, int minute, bool afternoon)
{
	if (minute == 0 && hour == 12)
		return afternoon ? "noon" : "midnight";
	return minute ? arena_printf(arena, "%d.%02d %s", hour, minute, afternoon ? "p.m." : "a.m.")
		      : arena_printf(arena, "%d %s", hour, afternoon ? "p.m." : "a.m.");
}

/* 10:30 */
static bool check_clock(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	const char *text = tokens->text + tokens->items[i].from;
	int hour = read_digits(&text, 2), minute = -1;

	if (hour >= 0 && hour < 24 && *text == ':') {
		text++;
		minute = read_digits(&text, 2);
	}
	if (minute < 0 || minute > 59 || text[-2] == ':' ||
		text != tokens->text + token_end(tokens, i))
		return false;
	const char *after = i + 1 < tokens->count ? tokens->text + tokens->items[i + 1].from : "";
	bool named = (*after == 'a' || *after == 'p' || *after == 'A' || *after == 'P') &&
		     (after[1] == '.' || after[1] == 'm' || after[1] == 'M') &&
		     is_word(tokens, i + 1);
	int twelve = hour % 12 ? hour % 12 : 12;
	bool afternoon = named ? tolower((unsigned char)*after) == 'p' : hour >= 12;
	style_find(task, CHECK_TIME, i, i + named + (named && token_is(tokens, i + 2, ".")),
		time_of(task->arena, twelve, minute, afternoon));
	return true;
}

/* "10 am", "10am", "10 A.M.", "10.00 a.m.", "12 p.m." */
static void check_half(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	const char *text = tokens->text + tokens->items[i].from;
	const char *rest = text;
	int hour = read_digits(&rest, 2), minute = 0;

	if (hour < 1 || hour > 12)
		return;
	bool minutes = *rest == '.' && isdigit((unsigned char)rest[1]);
	if (minutes) {
		rest++;
		minute = read_digits(&rest, 2);
	}
	size_t length = (size_t)(rest - text);
	bool joined = tokens->items[i].length > length;
	size_t at = joined ? i : i + 1;
	if (at >= tokens->count || (!joined && tokens->items[i].length != length))
		return;
	const char *half = joined ? text + length : tokens->text + tokens->items[at].from;
	size_t size = joined ? tokens->items[i].length - length : tokens->items[at].length;
	bool stopped = size == 3 && half[1] == '.';
	bool letters = strchr("aApP", *half) && (stopped || size == 2) &&
		       strchr("mM", half[stopped ? 2 : 1]);
	bool good = stopped && !joined && islower((unsigned char)*half) && hour < 12 &&
		    token_is(tokens, at + 1, ".");
	bool hours = minutes && minute == 0; /* "10.00" */
	if (!letters || (good && !hours) || minute > 59)
		return;
	bool stop = stopped && token_is(tokens, at + 1, ".");
	style_find(task, CHECK_TIME, i, at + stop,
		time_of(task->arena, hour, minute, tolower((unsigned char)*half) == 'p'));
}

/* --- per cent --- */

static void check_per_cent(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);

	if (token_is(tokens, i + 1, "%"))
		style_find(task, CHECK_PER_CENT, i, i + 1,
			arena_printf(task->arena, "%s per cent", token_text(task, i)));
	else if (token_like(tokens, i + 1, "percent"))
		style_find(task, CHECK_PER_CENT, i + 1, i + 1, "per cent");
}

void style_figures_check(struct style_task *task)
{
	const struct tokens *tokens = now(task);
	bool running = task->texts[task->at].running;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->items[i];
		if (token->quoted || token->kind == TOKEN_SIGN)
			continue;
		if (token->kind == TOKEN_WORD) {
			check_weekday(task, i);
			if (running && token_is_month(tokens, i))
				check_month(task, i);
			continue;
		}
		check_session(task, i);
		check_date(task, i);
		if (!check_clock(task, i))
			check_half(task, i);
		if (running)
			check_per_cent(task, i);
		if (!running || !token_is_figure(tokens, i))
			continue;
		if (token_begins(task, i))
			check_sentence_start(task, i);
		else
			check_number(task, i);
	}
}
