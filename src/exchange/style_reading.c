/* SPDX-License-Identifier: MIT */
/*
 * A document for the drafting check. A reading has no columns: a paragraph was joined from
 * lines, and its number and markup were taken away. So a place is found again by walking
 * over the lines and taking every character that comes next in the paragraph.
 */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "exchange/style_reading.h"

/* Are all words with a small letter such as join the words of a name? */
static bool is_name(const char *text)
{
	static const char *const joining[] = {
		"of", "on", "the", "and", "against", "for", "to", "in", "at", "its"};

	for (const char *at = text; *at; at += strcspn(at, " "), at += strspn(at, " ")) {
		size_t length = strcspn(at, " :");
		bool joins = !islower((unsigned char)*at);
		for (size_t i = 0; i < sizeof joining / sizeof joining[0]; i++)
			joins |= length == strlen(joining[i]) &&
				 strncmp(at, joining[i], length) == 0;
		if (!joins)
			return false;
	}
	return true;
}

/* "The Working Group on …:", what lettered operative texts follow. */
static bool is_chapeau(const char *text)
{
	size_t length = strlen(text);

	return length > 8 && length < 400 && strncmp(text, "The ", 4) == 0 &&
	       text[length - 1] == ':' && is_name(text + 4);
}

static bool is_entry(const struct reading_paragraph *paragraph)
{
	return paragraph->number && paragraph->number[0] == '(' &&
	       isalpha((unsigned char)paragraph->number[1]) && paragraph->table == 0;
}

static bool ends_like_a_sentence(const char *text)
{
	size_t length = strlen(text);

	return length > 0 && (strchr(".;:?!\")", text[length - 1]) ||
				     (length > 3 && strcmp(text + length - 3, "”") == 0));
}

static bool is_running(const struct reading_paragraph *paragraph)
{
	enum { LONG_LINE = 100 }; /* bytes: no heading, whatever its end */

	return (paragraph->style == READING_BODY || paragraph->style == READING_NOTE) &&
	       paragraph->table == 0 && !paragraph->centred && !paragraph->bold &&
	       (ends_like_a_sentence(paragraph->text) || strlen(paragraph->text) > LONG_LINE ||
		       is_entry(paragraph));
}

/* Is it an entry "(b)" behind "(a)", and not the sub-entry "(i)"? *letter is that of the last
 * one, or 0. */
static bool is_lettered(const struct reading_paragraph *paragraph, char *letter)
{
	char own = is_entry(paragraph) && paragraph->number[2] == ')' ? paragraph->number[1] : 0;
	bool next = own == (*letter ? *letter + 1 : 'a');

	if (!own || (!next && strchr("ivx", own)))
		return false;
	*letter = own;
	return true;
}

struct style_text *style_reading_texts(struct arena *arena, const struct reading *reading)
{
	struct style_text *texts = arena_alloc(arena, reading->count * sizeof *texts);
	bool operative = false;
	char letter = 0;

	for (size_t i = 0; i < reading->count; i++) {
		const struct reading_paragraph *paragraph = &reading->paragraphs[i];
		bool entry = is_entry(paragraph), page = paragraph->style == READING_PAGE;
		if (!page && !entry) {
			operative = is_chapeau(paragraph->text);
			letter = 0;
		}
		texts[i] = (struct style_text){.text = page ? "" : paragraph->text,
			.running = is_running(paragraph),
			.numbered = paragraph->number && !entry &&
				    isdigit((unsigned char)paragraph->number[0]),
			.entry = entry,
			.operative = operative && is_lettered(paragraph, &letter)};
	}
	return texts;
}

/* --- places --- */

/* The bytes of the number at the beginning of a line, if it stands there. */
static size_t number_length(const struct reading_paragraph *paragraph, const char *line)
{
	size_t blanks = strspn(line, " \t");
	size_t length = paragraph->number ? strlen(paragraph->number) : 0;

	return length && strncmp(line + blanks, paragraph->number, length) == 0 ? blanks + length
										: 0;
}

static void begin_text(struct style_cursor *cursor, const struct reading *reading, size_t text)
{
	const struct reading_paragraph *paragraph = &reading->paragraphs[text];

	*cursor = (struct style_cursor){
		.reading = reading, .text = text, .line = paragraph->line, .column = 1};
	if (paragraph->line >= 1 && (size_t)paragraph->line <= reading->line_count)
		cursor->byte = number_length(paragraph, reading->lines[paragraph->line - 1]);
}

static void next_line(struct style_cursor *cursor)
{
	cursor->line++;
	cursor->byte = cursor->counted = 0;
	cursor->column = 1;
}

static int column_of(struct style_cursor *cursor, const char *shown)
{
	for (; cursor->counted < cursor->byte; cursor->column++)
		cursor->counted +=
			utf8_cluster(shown + cursor->counted, cursor->byte - cursor->counted, NULL);
	return cursor->column;
}

/* Goes on to the byte in a line; false: it is not in it. Blanks may be other ones there. */
static bool find_in_line(struct style_cursor *cursor, const char *text, const char *shown)
{
	for (; shown[cursor->byte]; cursor->byte++) {
		char c = shown[cursor->byte];
		while (text[cursor->at] == ' ' && cursor->at < cursor->from)
			cursor->at++;
		if (c == ' ' || c == '\t' || c != text[cursor->at])
			continue;
		if (cursor->at >= cursor->from)
			return true;
		cursor->at++;
	}
	return false;
}

void style_reading_place(struct style_cursor *cursor, const struct reading *reading, size_t text,
	size_t from, int *line, int *column)
{
	const struct reading_paragraph *paragraph = &reading->paragraphs[text];

	if (cursor->reading != reading || cursor->text != text || from < cursor->from)
		begin_text(cursor, reading, text);
	cursor->from = from;
	*line = paragraph->line;
	*column = 0;
	for (; cursor->line >= 1 && cursor->line <= paragraph->last_line &&
		(size_t)cursor->line <= reading->line_count;
		next_line(cursor)) {
		const char *shown = reading->lines[cursor->line - 1];
		if (!find_in_line(cursor, paragraph->text, shown))
			continue;
		*line = cursor->line;
		*column = column_of(cursor, shown);
		return;
	}
	cursor->reading = NULL;
}
