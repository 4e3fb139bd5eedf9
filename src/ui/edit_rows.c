/* SPDX-License-Identifier: MIT */
/*
 * The editor's text in rows. Nothing is kept: a row is found from the beginning
 * of its line (the line feed before it) each time, which for a note of 256 KiB in
 * one line is well under a millisecond. Not base/wrap, because a cursor needs
 * more than a reader does: a place behind every blank, and widths as drawn (a
 * U+202E takes the eight columns of "<U+202E>").
 */
#include <string.h>

#include "base/utf8.h"
#include "cluster.h"
#include "edit_parts.h"

int edit_wrap(int columns)
{
	return columns > 1 ? columns - 1 : 1;
}

/* Without the joiner at its end, that joins with the next letter but is spelled
 * out where there is none to be seen. */
static size_t without_joiner(const char *text, size_t size)
{
	bool joiner = size > 3 && (memcmp(text + size - 3, "\u200C", 3) == 0 ||
					  memcmp(text + size - 3, "\u200D", 3) == 0);

	return joiner ? size - 3 : size;
}

size_t edit_cluster(const struct str *text, size_t at, int *columns)
{
	const char *cluster = text->text + at;
	size_t size = 1;

	*columns = 1;
	if (cluster_plain(cluster[0]) && !(cluster[1] & 0x80))
		return size;
	size = cluster_simple(cluster, columns);
	if (size == 0) {
		struct str seen = STR_EMPTY;
		size = utf8_cluster(cluster, text->length - at, NULL);
		utf8_visible(&seen, cluster, without_joiner(cluster, size), false);
		*columns = utf8_columns(seen.text);
		str_clear(&seen);
	}
	return size;
}

size_t edit_line_start(const struct str *text, size_t at)
{
	while (at > 0 && text->text[at - 1] != '\n')
		at--;
	return at;
}

size_t edit_line_end(const struct str *text, size_t at)
{
	return at + strcspn(text->text + at, "\n");
}

/* Where a row may be broken: it would end at `end`, the next begin at `next`. */
struct place {
	size_t end, next;
};

/* Notes the place behind the cluster [at, after): a blank is broken at (but not an
 * indent), and Chinese or Japanese behind each character. */
static void look_for_place(
	struct place *place, bool word, bool blank, bool wide, size_t at, size_t after)
{
	if (blank && word)
		*place = (struct place){at, after};
	else if (wide)
		*place = (struct place){after, after};
}

/* Where a row breaks whose cluster at `at` no longer fits. */
static struct edit_row broken(size_t start, struct place place, bool blank, bool wide, size_t at)
{
	if (blank)
		return (struct edit_row){start, at, at + 1};
	if (wide || place.end <= start)
		return (struct edit_row){start, at, at};
	return (struct edit_row){start, place.end, place.next};
}

struct edit_row edit_row_at(const struct str *text, size_t start, int wrap)
{
	struct place place = {0};
	size_t at = start, size;
	bool word = false;
	int used = 0, width;

	for (; at < text->length && text->text[at] != '\n'; at += size) {
		size = edit_cluster(text, at, &width);
		bool blank = size == 1 && text->text[at] == ' ';
		if (used + width > wrap && at > start)
			return broken(start, place, blank, width == 2, at);
		look_for_place(&place, word, blank, width == 2, at, at + size);
		word = word || !blank;
		used += width;
	}
	return (struct edit_row){start, at, at < text->length ? at + 1 : at};
}

bool edit_row_is_last(const struct str *text, const struct edit_row *row)
{
	return row->next == text->length && row->end == row->next;
}

struct edit_row edit_row_of(const struct str *text, size_t at, int wrap)
{
	struct edit_row row = edit_row_at(text, edit_line_start(text, at), wrap);

	while (row.next <= at && !edit_row_is_last(text, &row))
		row = edit_row_at(text, row.next, wrap);
	return row;
}

/* Rows of the line between its start and the row that begins at `start`. */
static size_t rows_between(const struct str *text, size_t line, size_t start, int wrap)
{
	size_t count = 0;

	for (; line < start; count++)
		line = edit_row_at(text, line, wrap).next;
	return count;
}

struct edit_row edit_row_before(const struct str *text, size_t start, size_t rows, int wrap)
{
	size_t line = edit_line_start(text, start);
	size_t above = rows_between(text, line, start, wrap);

	while (above < rows && line > 0) {
		rows -= above;
		start = line;
		line = edit_line_start(text, start - 1);
		above = rows_between(text, line, start, wrap);
	}
	struct edit_row row = edit_row_at(text, line, wrap);
	for (; above > rows; above--)
		row = edit_row_at(text, row.next, wrap);
	return row;
}

int edit_columns(const struct str *text, size_t start, size_t end)
{
	int columns = 0, width;

	while (start < end) {
		start += edit_cluster(text, start, &width);
		columns += width;
	}
	return columns;
}

size_t edit_at_column(const struct str *text, const struct edit_row *row, int column)
{
	size_t at = row->start, before = at;
	int used = 0, width;

	while (at < row->end) {
		size_t size = edit_cluster(text, at, &width);
		if (used + width > column)
			return at;
		used += width;
		before = at;
		at += size;
	}
	/* The end of a row that is broken inside a word is the next row's start. */
	return row->end == row->next && !edit_row_is_last(text, row) ? before : at;
}

size_t edit_rows(const struct edit *edit, int columns)
{
	size_t count = 1;
	int wrap = edit_wrap(columns);
	struct edit_row row = edit_row_at(&edit->text, 0, wrap);

	for (; !edit_row_is_last(&edit->text, &row); count++)
		row = edit_row_at(&edit->text, row.next, wrap);
	return count;
}
