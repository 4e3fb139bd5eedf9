/* SPDX-License-Identifier: MIT */
/*
 * What word processors call a paragraph is often several: items of a list divided
 * by line breaks, rows of a timetable divided by tabs. Here it is taken apart where its own
 * words show it, and nowhere else: a title broken for its looks stays one.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "reading_build.h"
#include "reading_label.h"

static bool is_blank(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!strchr(" \t\n", text[i]))
			return false;
	return true;
}

/* One paragraph or cell as in `like`, with other text and number. */
static bool add_like(struct reading *reading, const struct reading_paragraph *like,
	const char *text, size_t length, const char *number)
{
	struct reading_paragraph *added = reading_append(reading, text, length, number);

	if (!added)
		return false;
	struct reading_paragraph given = *like;
	given.text = added->text;
	given.number = added->number;
	given.marks = added->marks;
	*added = given;
	return true;
}

/* The same; a number that the text begins with becomes the paragraph's. */
static void add_numbered(struct reading *reading, const struct reading_paragraph *like,
	const char *text, size_t length)
{
	size_t begin = 0, label = 0;

	while (begin < length && strchr(" \t", text[begin]))
		begin++;
	if (!like->number && like->style <= READING_HEADING)
		label = reading_label(text + begin, length - begin);
	if (label == 0 || is_blank(text + begin + label, length - begin - label)) {
		add_like(reading, like, text, length, like->number);
		return;
	}
	char *number = mem_strndup(text + begin, label);
	add_like(reading, like, text + begin + label, length - begin - label, number);
	free(number);
}

static size_t to_tab(const char *text, size_t length)
{
	const char *tab = memchr(text, '\t', length);

	return tab ? (size_t)(tab - text) : length;
}

static size_t filled_cells(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t at = 0, cell; at <= length; at += cell + 1) {
		cell = to_tab(text + at, length - at);
		count += !is_blank(text + at, cell);
	}
	return count;
}

/* Cells of a row; its table goes on from the paragraph before, or begins. */
static void add_row(struct reading *reading, const struct reading_paragraph *like, const char *text,
	size_t length)
{
	struct reading_paragraph cell = *like;
	const struct reading_paragraph *last =
		reading->count > 0 ? &reading->paragraphs[reading->count - 1] : NULL;

	if (reading->tabbed && last && last->table == reading->tabbed) {
		cell.row = last->row + 1;
	} else {
		reading->tabbed = ++reading->tables;
		cell.row = 1;
	}
	cell.table = reading->tabbed;
	for (size_t at = 0, bytes; at <= length; at += bytes + 1) {
		bytes = to_tab(text + at, length - at);
		cell.cell++;
		add_like(reading, &cell, text + at, bytes, NULL);
	}
}

/* Lines without breaks, with tabs. */
static void add_line(struct reading *reading, const struct reading_paragraph *like,
	const char *text, size_t length)
{
	size_t begin = 0, label;
	bool goes_on = reading->tabbed && reading->count > 0 &&
		       reading->paragraphs[reading->count - 1].table == reading->tabbed;

	if (like->table || like->number || like->style != READING_BODY ||
		to_tab(text, length) == length) {
		add_numbered(reading, like, text, length);
		return;
	}
	while (begin < length && strchr(" \t", text[begin]))
		begin++;
	label = to_tab(text + begin, length - begin);
	if (!(goes_on && begin > 0) && reading_is_label(text + begin, label)) {
		char *number = mem_strndup(text + begin, label);
		add_like(reading, like, text + begin + label, length - begin - label, number);
		free(number);
	} else if (filled_cells(text, length) > 1 || (goes_on && memchr(text, '\t', begin))) {
		add_row(reading, like, text, length);
	} else {
		add_numbered(reading, like, text, length);
	}
}

/* "Distr.: General", "Original: English": of a masthead, a line each. */
static bool is_labelled(const char *line, size_t length)
{
	size_t at = 0;

	while (at < length && at < 12 && isalpha((unsigned char)line[at]))
		at++;
	if (at < 4)
		return false;
	at += at < length && line[at] == '.';
	return at + 1 < length && line[at] == ':' && line[at + 1] == ' ';
}

static size_t line_length(const char *text, size_t length)
{
	const char *feed = memchr(text, '\n', length);

	length = feed ? (size_t)(feed - text) : length;
	while (length > 0 && strchr(" \t", text[length - 1]))
		length--;
	return length;
}

/* Where the next paragraph begins: behind an empty line, or at a line with a number, or
 * beside one with a label, or at one with place and days. */
static size_t to_division(const char *text, size_t length)
{
	for (size_t at = 0, line = 0; at < length; at++) {
		if (text[at] != '\n')
			continue;
		size_t next = at + 1;
		while (next < length && strchr(" \t", text[next]))
			next++;
		if (next < length &&
			(text[next] == '\n' || is_labelled(text + line, at - line) ||
				is_labelled(text + next, length - next) ||
				reading_is_place(text + line, line_length(text + line, at - line),
					text + next, line_length(text + next, length - next)) ||
				reading_label(text + next, length - next) > 0))
			return at;
		line = next;
	}
	return length;
}

void reading_compose(struct reading *reading, const struct reading_paragraph *like,
	const char *text, size_t length)
{
	struct reading_paragraph rest = *like;

	rest.bold = like->bold && like->style != READING_HEADING;
	for (size_t at = 0; at <= length && !reading->full;) {
		size_t bytes = to_division(text + at, length - at);
		char *line = mem_strndup(text + at, bytes);
		for (char *feed = line; (feed = strchr(feed, '\n'));)
			*feed = ' ';
		if (!is_blank(line, bytes) || rest.number) {
			add_line(reading, &rest, line, bytes);
			rest.number = NULL;
		}
		free(line);
		at += bytes + 1;
	}
}
