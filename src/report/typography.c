/* SPDX-License-Identifier: MIT */
/*
 * Straight quotation marks and apostrophes, as keyboards have them, become curly.
 * Which way a mark turns is seen from the character before it, and for a single one
 * from whether a closing one follows: "'tis" is an apostrophe, "'blue book'" is not.
 */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "report/typography.h"

/* What is not ASCII counts as a letter. */
static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool ends_in(const char *text, size_t length, const char *mark)
{
	size_t size = strlen(mark);

	return length >= size && memcmp(text + length - size, mark, size) == 0;
}

/* Does a word or a quotation begin behind these bytes? */
static bool is_opening(const char *text, size_t length)
{
	static const char *const marks[] = {"“", "‘", "–", "—", "\u00a0"};

	if (!length || strchr(" \t\n([{<-/\"", text[length - 1]))
		return true;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (ends_in(text, length, marks[i]))
			return true;
	return false;
}

/* Is there, behind an opening mark, one that closes a word? */
static bool is_closed(const char *text)
{
	for (size_t i = 1; text[i]; i++)
		if (text[i] == '\'' && text[i - 1] != ' ' && !is_letter(text[i + 1]))
			return true;
	return false;
}

/* Around italics the mark only turns the other way. */
static bool turns_open(const char *text, size_t at, bool open)
{
	if (at && text[at - 1] == '*')
		return !open;
	return is_opening(text, at) && !(open && strchr(" \t\n", text[at + 1]));
}

static const char *single(const char *text, size_t at)
{
	const char *next = text + at + 1;
	bool quotes = is_opening(text, at) && is_letter(*next) && !isdigit((unsigned char)*next) &&
		      is_closed(next);

	return quotes ? "‘" : "’";
}

void typography(const char *text, struct str *out)
{
	typography_with(text, "“", "”", out);
}

void typography_with(const char *text, const char *opening, const char *closing, struct str *out)
{
	bool open = false;

	if (!strpbrk(text, "'\"")) {
		str_add(out, text);
		return;
	}
	for (size_t i = 0; text[i]; i++) {
		if (text[i] == '\'') {
			str_add(out, single(text, i));
		} else if (text[i] != '"') {
			str_addc(out, text[i]);
		} else if (!open && i && isdigit((unsigned char)text[i - 1])) {
			str_addc(out, '"');
		} else {
			open = turns_open(text, i, open);
			str_add(out, open ? opening : closing);
		}
	}
}
