/* SPDX-License-Identifier: MIT */
/*
 * A number at the beginning of a text, for the readers of formats: just enough to
 * see that a line begins something new. What it counts is the imports' to say.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "reading_label.h"

struct scan {
	const char *text;
	size_t length, at;
};

static char look(const struct scan *scan)
{
	return scan->at < scan->length ? scan->text[scan->at] : '\0';
}

static bool take(struct scan *scan, char c)
{
	if (look(scan) != c)
		return false;
	scan->at++;
	return true;
}

static void take_blanks(struct scan *scan)
{
	while (take(scan, ' '))
		;
}

static size_t take_digits(struct scan *scan)
{
	size_t begin = scan->at;

	while (isdigit((unsigned char)look(scan)))
		scan->at++;
	return scan->at - begin;
}

/* One letter, one doubled ("aa"), or a small roman numeral. */
static size_t take_letters(struct scan *scan)
{
	size_t begin = scan->at, count;

	while (isalpha((unsigned char)look(scan)))
		scan->at++;
	count = scan->at - begin;
	if (count == 1 || (count == 2 && scan->text[begin] == scan->text[begin + 1]))
		return count;
	if (count == 0 || count > 5)
		return 0;
	for (size_t i = begin; i < scan->at; i++)
		if (!strchr("ivxIVX", scan->text[i]))
			return 0;
	return count;
}

static bool take_brackets(struct scan *scan)
{
	size_t begin = scan->at;

	if (take(scan, '(')) {
		size_t digits = take_digits(scan);
		if ((digits ? digits <= 3 : take_letters(scan) > 0) && take(scan, ')'))
			return true;
	}
	scan->at = begin;
	return false;
}

static bool take_word(struct scan *scan)
{
	static const char *const words[] = {"agenda item ", "item "};

	for (size_t i = 0; i < 2; i++) {
		size_t length = strlen(words[i]);
		if (scan->length - scan->at > length &&
			strncasecmp(scan->text + scan->at, words[i], length) == 0) {
			scan->at += length;
			return true;
		}
	}
	return false;
}

/* "1", "1.2", "1 (a)", "1 (a) (ii)" */
static bool take_figures(struct scan *scan, bool *compound)
{
	size_t digits = take_digits(scan);

	if (digits == 0 || digits > 3)
		return false;
	for (size_t before = scan->at;; before = scan->at) {
		if (take(scan, '.') && (digits = take_digits(scan)) > 0) {
			if (digits > 2)
				return false; /* a time or a date is none: "10.2012" */
			*compound = true;
			continue;
		}
		scan->at = before;
		take_blanks(scan);
		if (take_brackets(scan)) {
			*compound = true;
			continue;
		}
		scan->at = before;
		return true;
	}
}

/* *bare: nothing but a figure, which may be anything. */
static size_t scan_label(struct scan *scan, bool *bare)
{
	bool worded = take_word(scan), compound = false, marked;

	*bare = false;
	if (isdigit((unsigned char)look(scan))) {
		if (!take_figures(scan, &compound))
			return 0;
		marked = take(scan, '.') || take(scan, ')') || take(scan, ':');
		*bare = !marked && !worded && (!compound || !memchr(scan->text, '(', scan->at));
	} else if (take_brackets(scan)) {
		take(scan, '.');
	} else if (worded || take_letters(scan) == 0 || !(take(scan, ')') || take(scan, '.'))) {
		return 0;
	}
	return look(scan) == '\0' || strchr(" \t\n", look(scan)) ? scan->at : 0;
}

size_t reading_label(const char *text, size_t length)
{
	struct scan scan = {text, length, 0};
	bool bare;
	size_t bytes = scan_label(&scan, &bare);

	return bare ? 0 : bytes;
}

bool reading_is_label(const char *text, size_t length)
{
	while (length > 0 && strchr(" \t", text[length - 1]))
		length--;
	struct scan scan = {text, length, 0};
	bool bare;

	return length > 0 && scan_label(&scan, &bare) == length;
}
