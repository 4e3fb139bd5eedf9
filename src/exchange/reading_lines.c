/* SPDX-License-Identifier: MIT */
/*
 * Lines into pieces. Wide gaps, tabs and pipes part the cells of a table; a number
 * and the gap behind it do not ("14.     Preservation"). Knows nothing of
 * neighbouring lines: whether two lines are one sentence is reading_text's to say.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import_number.h"
#include "import_time.h"
#include "reading_lines.h"

enum { GAP = 3, TAB = 8, LOOKED_AT = 200 /* bytes for a number or a time */ };

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

/* Bytes of blanks at text; *column is moved on, *tabs counts the tabs. */
static size_t skip_gap(const char *text, size_t length, int *column, int *tabs)
{
	size_t at = 0;

	*tabs = 0;
	while (at < length && is_blank(text[at])) {
		*tabs += text[at] == '\t';
		*column = text[at] == '\t' ? (*column / TAB + 1) * TAB : *column + 1;
		at++;
	}
	return at;
}

static int columns_of(const char *text, size_t length)
{
	int columns = 0;

	for (size_t i = 0; i < length; i++)
		columns += ((unsigned char)text[i] & 0xC0) != 0x80;
	return columns;
}

/* Bytes before the next gap. */
static size_t words_length(const char *text, size_t length)
{
	for (size_t at = 0; at < length; at++) {
		int column = 0, tabs;
		size_t gap = skip_gap(text + at, length - at, &column, &tabs);
		if (gap >= GAP || tabs > 0 || (gap > 0 && at + gap == length))
			return at;
	}
	return length;
}

/* --- the number of a piece --- */

/* Bytes of the number that the text begins with, if it surely is one: by its stop or
 * bracket, or, at the beginning of a line, by the gap behind it. */
static size_t number_length(const char *text, size_t length, bool first)
{
	char *copy = mem_strndup(text, length < LOOKED_AT ? length : LOOKED_AT);
	struct import_label label;
	size_t bytes = 0;
	bool found = import_label_at(copy, &label);

	if (found) {
		bytes = label.length;
		while (bytes > 0 && is_blank(text[bytes - 1]))
			bytes--;
		int column = 0, tabs;
		size_t gap = skip_gap(text + bytes, length - bytes, &column, &tabs);
		bool sure = label.mark != ' ' || label.worded ||
			    (first && (gap >= GAP - 1 || tabs > 0)) ||
			    (first && label.count > 1 && isupper((unsigned char)text[bytes + gap]));
		bytes = sure && label.length <= length ? bytes : 0;
	}
	free(copy);
	return bytes;
}

/* --- pieces --- */

static void add_piece(struct text_lines *lines, const struct text_piece *piece)
{
	lines->pieces = mem_grow(
		lines->pieces, &lines->piece_room, lines->piece_count + 1, sizeof(*lines->pieces));
	lines->pieces[lines->piece_count++] = *piece;
}

/* Bytes of "10:00-13:00" where a line of a timetable begins with it. */
static size_t time_length(const char *text, size_t length)
{
	char *copy = mem_strndup(text, length < LOOKED_AT ? length : LOOKED_AT);
	struct import_span span;
	size_t bytes =
		import_span_at(copy, &span) && span.from >= 0 && span.to >= 0 ? span.length : 0;

	if (islower((unsigned char)copy[bytes]) && copy[bytes + 1] != ')')
		bytes = 0; /* of a sentence */
	while (bytes > 0 && is_blank(text[bytes - 1]))
		bytes--;
	free(copy);
	return bytes;
}

/* "10 a.m.-1 p.m., Boardroom 1   1 (a)": up to the gap, where the room behind the time ends;
 * the comma is in the length of the time. */
static size_t timed_length(const char *text, size_t length, size_t time)
{
	size_t words = text[time - 1] == ',' ? words_length(text, length) : length;

	return words < length ? words : time;
}

/* The piece at text: its number, the gap behind it, its words. */
static struct text_piece piece_at(const char *text, size_t length, int column, int cell, bool first)
{
	struct text_piece piece = {.text = text, .column = column, .cell = cell};
	int tabs, words = column;
	size_t time = first ? time_length(text, length) : 0;

	piece.words_column = column;
	piece.length = time > 0 ? timed_length(text, length, time) : 0;
	if (time > 0)
		return piece;
	piece.number = number_length(text, length, first);
	words += columns_of(text, piece.number);
	piece.start =
		piece.number + skip_gap(text + piece.number, length - piece.number, &words, &tabs);
	piece.words_column = words;
	/* "Item 3      Items 5 and 6" are two cells. */
	if (piece.number > 0 && length - piece.start > 4 &&
		strncasecmp(text + piece.start, "item", 4) == 0 &&
		piece.start - piece.number >= GAP)
		piece.start = piece.length = piece.number;
	else
		piece.length = piece.start + words_length(text + piece.start, length - piece.start);
	while (piece.length > 0 && is_blank(text[piece.length - 1]))
		piece.length--;
	if (piece.start > piece.length)
		piece.start = piece.length; /* a number alone */
	return piece;
}

static void cut_gaps(struct text_lines *lines, const char *text, size_t length)
{
	int column = 0, tabs, cell = 1;
	size_t at = skip_gap(text, length, &column, &tabs);
	bool first = true;

	/* Tabs before the first word are empty cells where the line has others. */
	if (at < length && memchr(text + at, '\t', length - at))
		cell += tabs;
	while (at < length) {
		struct text_piece piece = piece_at(text + at, length - at, column, cell, first);
		add_piece(lines, &piece);
		column += columns_of(text + at, piece.length);
		at += piece.length;
		at += skip_gap(text + at, length - at, &column, &tabs);
		cell += tabs > 1 ? tabs : 1;
		first = false;
	}
}

static void cut_pipes(struct text_lines *lines, const char *text, size_t length)
{
	int column = 0, tabs, cell = 0;

	for (size_t at = 0; at < length; cell++) {
		const char *bar = memchr(text + at, '|', length - at);
		size_t end = bar ? (size_t)(bar - text) : length, start = at;
		start += skip_gap(text + at, end - at, &column, &tabs);
		cell += at == 0 && start < end; /* no bar at the margin */
		if (start < end) {
			struct text_piece piece =
				piece_at(text + start, end - start, column, cell, true);
			piece.length = end - start;
			while (piece.length > 0 && is_blank(text[start + piece.length - 1]))
				piece.length--;
			piece.start = piece.start < piece.length ? piece.start : piece.length;
			add_piece(lines, &piece);
		}
		column += columns_of(text + start, end - start) + 1;
		at = end + 1;
	}
}

static bool has_pipes(const char *text, size_t length)
{
	size_t bars = 0;

	for (size_t i = 0; i < length; i++)
		bars += text[i] == '|';
	return bars >= 2;
}

/* Rules, fences and dots: nothing that could be read. */
static bool is_ornament(const char *text, size_t length)
{
	bool blank = true;

	for (size_t i = 0; i < length; i++) {
		if (!strchr("-_=*.`~+|:<>#", text[i]) && !is_blank(text[i]))
			return false;
		blank = blank && is_blank(text[i]);
	}
	return !blank;
}

void text_lines_cut(struct text_lines *lines, const char *bytes, size_t length)
{
	for (size_t at = 0, next; at < length; at = next) {
		const char *feed = memchr(bytes + at, '\n', length - at);
		size_t end = feed ? (size_t)(feed - bytes) : length;
		struct text_line line = {.first = lines->piece_count};
		next = feed ? end + 1 : length;
		line.text = mem_strndup(bytes + at, end - at);
		line.ornament = is_ornament(bytes + at, end - at);
		if (line.ornament)
			add_piece(lines, &(struct text_piece){
						 .text = line.text, .length = end - at, .cell = 1});
		else if (has_pipes(bytes + at, end - at))
			cut_pipes(lines, line.text, end - at);
		else
			cut_gaps(lines, line.text, end - at);
		line.count = lines->piece_count - line.first;
		lines->lines = mem_grow(lines->lines, &lines->line_room, lines->line_count + 1,
			sizeof(*lines->lines));
		lines->lines[lines->line_count++] = line;
	}
}

void text_lines_clear(struct text_lines *lines)
{
	for (size_t i = 0; i < lines->line_count; i++)
		free(lines->lines[i].text);
	free(lines->lines);
	free(lines->pieces);
	*lines = (struct text_lines){0};
}
