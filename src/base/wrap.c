/* SPDX-License-Identifier: MIT */
/*
 * Breaking text into lines. One line is found at a time from where it begins,
 * so that a view that shows ten lines of a long text does not wrap the rest.
 */
#include <assert.h>
#include <stdbool.h>

#include "base/utf8.h"
#include "base/wrap.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A cluster of one or, CR LF, two bytes. */
static bool is_feed(const char *text, size_t size)
{
	return text[size - 1] == '\n';
}

/* Behind the blanks at `at`, and behind the line feed that they end in. */
static size_t skip_blanks(const char *text, size_t length, size_t at)
{
	while (at < length && is_blank(text[at]))
		at++;
	if (at < length) {
		size_t size = utf8_cluster(text + at, length - at, NULL);
		if (is_feed(text + at, size))
			at += size;
	}
	return at;
}

static bool is_letter(char c)
{
	return c > ' ' && c < 0x7F;
}

/* Letters that a word goes on with, at most `most`; no mark stands on the last. */
static size_t letters(const char *text, size_t length, int most)
{
	int count = 0;

	while (count < most && (size_t)count + 1 < length && is_letter(text[count]) &&
		!(text[count + 1] & 0x80))
		count++;
	return (size_t)count;
}

/* What is known of the line up to where the search stands. */
struct line {
	size_t at;
	int used;         /* columns */
	size_t brk;       /* its end if it has to break; 0 = not yet possible */
	bool word;        /* something but blanks, so that an indent is no break */
	bool blank, wide; /* the cluster before */
};

/* May the line break before this cluster? Before the first blank behind a
 * word, and before and behind what is two columns wide (Chinese, Japanese). */
static bool may_break(const struct line *line, bool blank, bool wide)
{
	if (!line->word || line->blank)
		return false;
	return blank || wide || line->wide;
}

size_t wrap_line(const char *text, size_t length, int columns, size_t *next)
{
	struct line line = {0};

	assert(columns >= 1);
	if (length <= (size_t)columns && utf8_plain(text, length) == length) {
		*next = length;
		return length;
	}
	while (line.at < length) {
		int width;
		size_t size = utf8_cluster(text + line.at, length - line.at, &width);
		if (is_feed(text + line.at, size)) {
			*next = line.at + size;
			return line.at;
		}
		bool blank = is_blank(text[line.at]), wide = width == 2;
		if (may_break(&line, blank, wide))
			line.brk = line.at;
		/* One cluster goes in, however wide: a line must get on. */
		if (line.used + width > columns && line.at > 0)
			break;
		line.used += width;
		line.at += size;
		line.word = line.word || !blank;
		line.blank = blank;
		line.wide = wide;
		if (!blank && !wide) {
			size = letters(text + line.at, length - line.at, columns - line.used);
			line.used += (int)size;
			line.at += size;
		}
	}
	if (line.at < length && line.brk > 0) {
		*next = skip_blanks(text, length, line.brk);
		return line.brk;
	}
	*next = line.at;
	return line.at;
}

size_t wrap_count(const char *text, size_t length, int columns)
{
	size_t count = 0, at = 0, next;

	while (at < length) {
		wrap_line(text + at, length - at, columns, &next);
		at += next;
		count++;
	}
	bool open = length == 0 || text[length - 1] == '\n';
	return count + (open ? 1 : 0);
}
