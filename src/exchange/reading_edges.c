/* SPDX-License-Identifier: MIT */
/*
 * What is of the page in a text that has no form feeds, or not only: page numbers
 * alone on their lines, heads behind them, catchwords before them. A number alone
 * can also be a cell of a timetable; page numbers count up one by one and stand
 * far apart.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "reading_build.h"
#include "reading_lines.h"

enum { APART = 5, HEAD_LINES = 8, MASTHEAD = 40, AROUND = 60 };

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \t\r\f");
}

static bool is_empty(const struct text_line *line)
{
	return line->count == 0;
}

/* The number that is all of the line, "12" or "2."; 0 if there is more or none. */
static int lone_number(const struct text_line *line)
{
	const char *text = skip_blanks(line->text);
	size_t digits = strspn(text, "0123456789");

	if (digits < 1 || digits > 3 || *skip_blanks(text + digits + (text[digits] == '.')))
		return 0;
	return (int)strtol(text, NULL, 10);
}

/* Footnotes have a number alone on a line too, with their words right behind it. */
static bool begins_note(const struct text_lines *lines, size_t at)
{
	return at + 1 < lines->line_count && !is_empty(&lines->lines[at + 1]) &&
	       lines->lines[at + 1].count == 1 && strlen(lines->lines[at + 1].text) > 60 &&
	       lines->pieces[lines->lines[at + 1].first].number == 0 &&
	       lone_number(&lines->lines[at]) > 0;
}

static bool is_last(const struct text_lines *lines, size_t at)
{
	while (++at < lines->line_count)
		if (!is_empty(&lines->lines[at]))
			return false;
	return true;
}

/* From the number in line `at` the ones that count on from it, far enough apart;
 * how many lines. With `mark` they are marked. */
static size_t follow_numbers(struct text_lines *lines, size_t at, bool mark)
{
	int expected = lone_number(&lines->lines[at]);
	size_t found = 0, last = 0;

	for (size_t i = at; i < lines->line_count; i++) {
		int number = lone_number(&lines->lines[i]);
		if (number == 0 || begins_note(lines, i))
			continue;
		if (number != expected || (found > 0 && i - last < APART && !is_last(lines, i)))
			return mark ? found : 0; /* a number that counts no pages */
		if (mark)
			lines->lines[i].of_page = true;
		last = i;
		found++;
		expected++;
	}
	return found;
}

static void mark_numbers(struct text_lines *lines)
{
	for (size_t i = 0; i < lines->line_count; i++) {
		int number = lone_number(&lines->lines[i]);
		if (number == 0 || lines->lines[i].of_page || begins_note(lines, i))
			continue;
		size_t found = follow_numbers(lines, i, false);
		if (found >= 2 || (found == 1 && (number <= 3 || is_last(lines, i))))
			follow_numbers(lines, i, true);
		return;
	}
}

/* Equal in letters and figures. */
static bool are_same(const char *left, const char *right)
{
	size_t compared = 0;

	for (;; left++, right++) {
		while (*left && !isalnum((unsigned char)*left) && (unsigned char)*left < 0x80)
			left++;
		while (*right && !isalnum((unsigned char)*right) && (unsigned char)*right < 0x80)
			right++;
		if (tolower((unsigned char)*left) != tolower((unsigned char)*right))
			return false;
		if (!*left)
			return compared >= 3;
		compared++;
	}
}

/* A head behind the page number: a line that the masthead has too. */
static bool is_head(const struct text_lines *lines, size_t at)
{
	if (lines->lines[at].count > 0 && lines->pieces[lines->lines[at].first].number > 0)
		return false; /* "(b) Discussion" stands in the list and above its annotation */
	for (size_t i = 0; i < at && i < MASTHEAD; i++)
		if (!lines->lines[i].of_page &&
			are_same(lines->lines[i].text, lines->lines[at].text))
			return true;
	return false;
}

/* "(OVER)", "/...", "(continued)" at the foot: the page goes on. */
static bool says_over(const char *text)
{
	static const char *const words[] = {
		"(over)", "over", "/...", "p.t.o.", "(more)", "english"};

	text = skip_blanks(text);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncasecmp(text, words[i], strlen(words[i])) == 0 &&
			*skip_blanks(text + strlen(words[i])) == '\0')
			return true;
	return false;
}

/* "/ 10.  Man's impact" before the page that begins "10. Man's impact on the". */
static bool is_catchword(const struct text_piece *piece, const char *next)
{
	const char *text = piece->text;
	size_t length = piece->length, compared = 0;

	while (length > 0 && strchr("/. \t", *text)) {
		text++;
		length--;
	}
	next = skip_blanks(next);
	for (size_t i = 0; i < length; i++) {
		if (text[i] == ' ' || text[i] == '\t')
			continue;
		while (*next == ' ' || *next == '\t')
			next++;
		if (text[i] == '.' && compared > 0 && *next != '.')
			return true; /* "Man's..." */
		if (text[i] != *next++)
			return false;
		compared++;
	}
	return compared >= 3;
}

/* Around the page number in line `at`: heads behind it, what is over before it. */
static void mark_around(struct text_lines *lines, size_t at)
{
	size_t next = at + 1, before = at;

	for (int heads = 0; next < lines->line_count && heads < HEAD_LINES && next - at < AROUND;
		next++) {
		struct text_line *line = &lines->lines[next];
		if (is_empty(line) || line->of_page)
			continue;
		if (!is_head(lines, next))
			break;
		line->of_page = true;
		heads++;
	}
	while (before-- > 0 && at - before < AROUND) {
		struct text_line *line = &lines->lines[before];
		if (is_empty(line))
			continue;
		if (line->of_page || says_over(line->text) || is_head(lines, before)) {
			line->of_page = true;
			continue;
		}
		if (next < lines->line_count && line->count > 0 &&
			is_catchword(&lines->pieces[line->first + line->count - 1],
				lines->lines[next].text)) {
			if (line->count == 1)
				line->of_page = true;
			else
				line->count--; /* only the piece at the end of the line */
		}
		return;
	}
}

/* "1, 2" above the end of a title: what its footnotes are marked with. */
static bool is_note_marks(const struct text_lines *lines, size_t at)
{
	const struct text_line *line = &lines->lines[at], *next = &lines->lines[at + 1];
	const char *text = skip_blanks(line->text);

	return line->count == 1 && next->count > 0 &&
	       strspn(text, "0123456789, /*\r") == strlen(text) &&
	       lines->pieces[line->first].column > lines->pieces[next->first].column + 10;
}

void text_lines_mark(struct text_lines *lines)
{
	const char **texts = mem_alloc((lines->line_count + 1) * sizeof(*texts));
	bool *of_page = mem_alloc(lines->line_count + 1);

	for (size_t i = 0; i < lines->line_count; i++)
		texts[i] = lines->lines[i].text;
	reading_mark_pages(texts, lines->line_count, of_page);
	for (size_t i = 0; i < lines->line_count; i++)
		lines->lines[i].of_page = of_page[i] && lines->lines[i].count > 0;
	/* Where somebody noted on top from where the text is. */
	if (lines->line_count > 0 && strncmp(lines->lines[0].text, "# source:", 9) == 0)
		lines->lines[0].of_page = true;
	for (size_t i = 0; i + 1 < lines->line_count; i++)
		if (is_note_marks(lines, i))
			lines->lines[i].of_page = true;
	mark_numbers(lines);
	for (size_t i = 0; i < lines->line_count; i++)
		if (lines->lines[i].of_page && strpbrk(lines->lines[i].text, "0123456789") &&
			strlen(skip_blanks(lines->lines[i].text)) < 12)
			mark_around(lines, i);
	free(texts);
	free(of_page);
}
