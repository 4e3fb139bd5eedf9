/* SPDX-License-Identifier: MIT */
/*
 * To what a footnote belongs: the nearest line before it that has its mark. Formats that
 * know notes say the mark; in a text it stands at a word: "eels:*", "reports;1", "boats¹".
 * A figure alone behind a word is none, for figures stand there for other reasons too.
 */
#include <ctype.h>
#include <string.h>

#include "import.h"

enum { FAR = 3000, MARK_BYTES = 16 };

/* "*", "**", "¹": what the note begins with; its bytes, 0 if it is none of them. */
static size_t sign_at(const char *text)
{
	static const char *const signs[] = {
		"\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2020", "\u2021"};
	size_t stars = strspn(text, "*");

	for (size_t i = 0; stars == 0 && i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return stars;
}

/* The mark of the note: its number, or what its text begins with. */
static bool mark_of(const struct import_line *note, char mark[MARK_BYTES])
{
	const char *from = note->paragraph->number ? note->paragraph->number : note->whole;
	size_t length = note->paragraph->number ? strlen(from) : sign_at(from);

	if (length == 0)
		length = strspn(from, "0123456789");
	while (note->paragraph->number && length > 0 && strchr(".)/", from[length - 1]))
		length--;
	if (length == 0 || length >= MARK_BYTES)
		return false;
	memcpy(mark, from, length);
	mark[length] = '\0';
	return true;
}

static bool is_word(const char *marks, const char *mark)
{
	size_t length = strlen(mark);

	for (const char *at = marks; at && (at = strstr(at, mark)); at++)
		if ((at == marks || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static bool has_sign(const char *text, const char *mark)
{
	size_t length = strlen(mark);

	for (const char *at = text; (at = strstr(at, mark)); at += length) {
		bool longer = at[length] == *mark || (at > text && at[-1] == *mark);
		/* at a word; behind a blank only at the end of all */
		if (at > text && (at[-1] != ' ' || at[length] == '\0') && !longer &&
			!isalnum((unsigned char)at[length]))
			return true;
	}
	return false;
}

/* "reports;1" and "boats 1/" at the end. */
static bool has_figure(const char *text, const char *mark)
{
	size_t length = strlen(text), bytes = strlen(mark);
	const char *at;

	if (length < bytes + 4)
		return false;
	at = text + length - bytes;
	if (strcmp(at, mark) == 0)
		return strchr(";.,:", at[-1]) && isalpha((unsigned char)at[-2]);
	at--;
	return at[bytes] == '/' && strncmp(at, mark, bytes) == 0 && at[-1] == ' ';
}

static bool has_mark(const struct import_line *line, const char *mark)
{
	if (line->paragraph->marks)
		return is_word(line->paragraph->marks, mark);
	return isdigit((unsigned char)*mark) ? has_figure(line->whole, mark)
					     : has_sign(line->whole, mark);
}

bool import_footnote_begins(const struct import_line *note)
{
	char mark[MARK_BYTES];

	return mark_of(note, mark);
}

size_t import_footnote_item(const struct import *import, size_t at)
{
	char mark[MARK_BYTES];

	if (!mark_of(&import->lines[at], mark))
		return AGENDA_NONE;
	for (size_t i = at, far = 0; i-- > 0 && far < FAR; far++) {
		const struct import_line *line = &import->lines[i];
		if (line->paragraph->style == READING_NOTE || !has_mark(line, mark))
			continue;
		return line->owned ? line->item : AGENDA_NONE;
	}
	return AGENDA_NONE;
}
