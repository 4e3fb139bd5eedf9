/* SPDX-License-Identifier: MIT */
/*
 * A number at the beginning of a text, for the readers of formats: just enough to
 * see that a line begins something new. What it counts is the imports' to say.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import_date.h"
#include "import_number.h"
#include "model/alternative.h"
#include "reading_label.h"

enum { PLACE_MAX = 100, PLACE_WORDS = 4, LABEL_MAX = 40 }; /* bytes that are looked at */

/* Bytes of the number with the blanks behind it; *bare: a figure, which may be anything. */
static size_t find_label(const char *text, size_t length, bool *bare)
{
	char *copy = mem_strndup(text, length < LABEL_MAX ? length : LABEL_MAX);
	struct import_label label;
	size_t bytes = import_label_at(copy, &label) ? label.length : 0;

	*bare = bytes > 0 && label.mark == ' ' && !label.worded;
	for (size_t i = 0; *bare && i < bytes; i++)
		*bare = copy[i] != '('; /* "1 (a)" is none */
	free(copy);
	return bytes < length ? bytes : length;
}

size_t reading_label(const char *text, size_t length)
{
	bool bare;
	size_t bytes = find_label(text, length, &bare);

	if (bare)
		return 0;
	while (bytes > 0 && strchr(" \t\n", text[bytes - 1]))
		bytes--;
	return bytes;
}

/* The label without its "bis": "(a)" of "(a) bis", "3." of "3 bis.", "(3)" of "(3 bis)". Yours
 * to free. */
static char *without_alternative(const char *text, size_t length)
{
	size_t end = length, begin;

	while (end > 0 && strchr(".)", text[end - 1]))
		end--;
	for (begin = end; begin > 0 && isalpha((unsigned char)text[begin - 1]);)
		begin--;
	char *word = mem_strndup(text + begin, end - begin);
	bool is_one = begin > 1 && text[begin - 1] == ' ' && alternative_parse(word) > 0;
	free(word);
	return is_one ? mem_printf(
				"%.*s%.*s", (int)begin - 1, text, (int)(length - end), text + end)
		      : mem_strndup(text, length);
}

/* "(a12)", an amendment's. */
static bool is_amendment(const char *text, size_t length)
{
	return length > 3 && memcmp(text, "(a", 2) == 0 && text[length - 1] == ')' &&
	       strspn(text + 2, "0123456789") == length - 3;
}

bool reading_is_label(const char *text, size_t length)
{
	bool bare;

	while (length > 0 && strchr(" \t", text[length - 1]))
		length--;
	if (is_amendment(text, length))
		return true;
	if (length == 0 || length >= LABEL_MAX)
		return false;
	char *label = without_alternative(text, length);
	bool found = find_label(label, strlen(label), &bare) == strlen(label);
	free(label);
	return found;
}

/* "held in", "session of": what stands below goes on with it. */
static bool ends_open(const char *text, size_t length)
{
	static const char *const open[] = {"in", "at", "on", "of", "the", "to", "from", "and"};
	size_t last = length;

	while (last > 0 && text[last - 1] != ' ')
		last--;
	for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++)
		if (length - last == strlen(open[i]) &&
			strncmp(text + last, open[i], length - last) == 0)
			return true;
	return false;
}

bool reading_is_place(const char *above, size_t above_length, const char *line, size_t length)
{
	struct import_days days;
	size_t words = 0;
	bool found;
	char *text;

	if (length > PLACE_MAX || !isupper((unsigned char)*line) || ends_open(above, above_length))
		return false;
	text = mem_strndup(line, length);
	found = import_days_find(text, false, &days) && days.from.year > 0 && days.start > 2 &&
		days.start + days.length == length && text[days.start - 2] == ',';
	for (size_t i = 0; found && i < days.start; i++)
		words += text[i] == ' ';
	free(text);
	return found && words <= PLACE_WORDS;
}
