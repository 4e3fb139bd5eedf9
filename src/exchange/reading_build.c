/* SPDX-License-Identifier: MIT */
/*
 * The building of a reading: paragraphs and lines appended within limits, text
 * brought to its one form. A limit that is reached is remembered and not said
 * here: a reader need not look after each paragraph, reading_parse does at the end.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "reading_build.h"

/* --- text in its one form --- */

static bool is_blank_point(uint32_t point)
{
	return point == ' ' || point == 0xA0 || point == 0x1680 ||
	       (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F ||
	       point == 0x3000;
}

/* Soft hyphen, zero-width space, word joiner: of the line breaking and not of the text. */
static bool is_nothing(uint32_t point)
{
	return point == 0xAD || point == 0x200B || point == 0x2060;
}

static void fold_blanks(struct str *out, const char *text)
{
	size_t length = strlen(text);

	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t bytes = utf8_decode(text + at, length - at, &point);
		if (point == 0x2011) { /* the no-break hyphen */
			str_addc(out, '-');
		} else if (is_blank_point(point)) {
			if (out->length > 0 && out->text[out->length - 1] != ' ')
				str_addc(out, ' ');
		} else if (!is_nothing(point)) {
			str_addn(out, text + at, bytes);
		}
		at += bytes;
	}
	if (out->length > 0 && out->text[out->length - 1] == ' ')
		str_cut(out, out->length - 1);
}

char *reading_fold(const char *text, size_t length)
{
	char *copy = mem_strndup(text, length), *entered = utf8_enter(copy, true);
	struct str out;

	str_init(&out);
	fold_blanks(&out, entered);
	free(entered);
	free(copy);
	return str_take(&out);
}

/* --- bytes to text --- */

/* Windows-1252 from 0x80 to 0x9F; the five that are no characters stay control codes. */
static const uint16_t windows[32] = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C,
	0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E,
	0x0178};

static void add_point(struct str *out, uint32_t point)
{
	char bytes[4];

	str_addn(out, bytes, utf8_encode(point, bytes));
}

static void decode_windows(const unsigned char *bytes, size_t length, struct str *out)
{
	for (size_t i = 0; i < length; i++)
		add_point(out,
			bytes[i] >= 0x80 && bytes[i] < 0xA0 ? windows[bytes[i] - 0x80] : bytes[i]);
}

/* UTF-16 behind its mark; `high` is where in a pair the high byte stands. */
static void decode_utf16(const unsigned char *bytes, size_t length, int high, struct str *out)
{
	for (size_t i = 2; i + 1 < length; i += 2) {
		uint32_t unit = (uint32_t)bytes[i + high] << 8 | bytes[i + 1 - high];
		if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < length) {
			uint32_t low = (uint32_t)bytes[i + 2 + high] << 8 | bytes[i + 3 - high];
			if (low >= 0xDC00 && low < 0xE000) {
				unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
				i += 2;
			}
		}
		add_point(out, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
	}
}

bool reading_decode(const char *bytes, size_t length, struct str *out, struct err *err)
{
	const unsigned char *raw = (const unsigned char *)bytes;
	size_t begin = out->length, bad;

	if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	if (length >= 2 && raw[0] == 0xFF && raw[1] == 0xFE)
		decode_utf16(raw, length, 1, out);
	else if (length >= 2 && raw[0] == 0xFE && raw[1] == 0xFF)
		decode_utf16(raw, length, 0, out);
	else if (utf8_valid(bytes, length, &bad))
		str_addn(out, bytes, length);
	else
		decode_windows((const unsigned char *)bytes, length, out);
	if (memchr(out->text + begin, '\0', out->length - begin)) {
		str_cut(out, begin);
		return err_set(err, ERR_DATA, "it is no text document; save it as DOCX or as text");
	}
	return true;
}

/* --- paragraphs and lines --- */

/* Room for a text of so many bytes; false when the reading is full. */
static bool has_room(struct reading *reading, size_t count, size_t length)
{
	if (reading->full || count >= READING_PARAGRAPHS_MAX ||
		reading->bytes + length > READING_TEXT_MAX)
		reading->full = true;
	else
		reading->bytes += length;
	return !reading->full;
}

bool reading_refuse_long(struct err *err)
{
	return err_set(err, ERR_DATA, "it is too long: more than %d paragraphs or %d MiB of text",
		READING_PARAGRAPHS_MAX, READING_TEXT_MAX / (1024 * 1024));
}

/* --- marks of notes --- */

static bool is_of_mark(char c)
{
	return isalnum((unsigned char)c) || c == '*' || c == '-' || c == '_';
}

void reading_add_mark(struct str *out, const char *mark, size_t length)
{
	while (length > 0 && !is_of_mark(*mark)) {
		mark++;
		length--;
	}
	while (length > 0 && !is_of_mark(mark[length - 1]))
		length--;
	if (length == 0 || length > READING_MARK_MAX)
		return;
	str_addc(out, READING_MARK);
	str_addn(out, mark, length);
	str_addc(out, READING_MARK);
}

/* Bytes of the mark that the text begins with, its ends counted; 0 if it begins with none. */
static size_t mark_at(const char *text, size_t length)
{
	size_t at = 1;

	if (length == 0 || *text != READING_MARK)
		return 0;
	while (at < length && at <= READING_MARK_MAX && is_of_mark(text[at]))
		at++;
	return at > 1 && at < length && text[at] == READING_MARK ? at + 1 : 0;
}

/* Takes the marks out of the text. */
static void part_marks(const char *text, size_t length, struct str *words, struct str *marks)
{
	for (size_t i = 0, bytes; i < length; i += bytes ? bytes : 1) {
		bytes = mark_at(text + i, length - i);
		if (bytes == 0)
			str_addc(words, text[i]);
		else
			str_addf(marks, "%s%.*s", marks->length > 0 ? " " : "", (int)bytes - 2,
				text + i + 1);
	}
}

static struct reading_paragraph *append_folded(
	struct reading *reading, const char *text, const char *number)
{
	struct reading_paragraph *paragraph;
	bool numbered = number && *number;

	if (!*text && !numbered)
		return NULL;
	if (!has_room(reading, reading->count, strlen(text) + (numbered ? strlen(number) : 0)))
		return NULL;
	reading->paragraphs = arena_grow(
		&reading->arena, reading->paragraphs, reading->count, sizeof(*reading->paragraphs));
	paragraph = &reading->paragraphs[reading->count++];
	*paragraph = (struct reading_paragraph){
		.text = arena_strdup(&reading->arena, text),
		.number = numbered ? arena_strdup(&reading->arena, number) : NULL,
		.gap = 1,
	};
	return paragraph;
}

struct reading_paragraph *reading_append(
	struct reading *reading, const char *text, size_t length, const char *number)
{
	struct str words, marks;
	struct reading_paragraph *paragraph;

	str_init(&words);
	str_init(&marks);
	if (memchr(text, READING_MARK, length))
		part_marks(text, length, &words, &marks);
	else
		str_addn(&words, text, length);
	char *folded = reading_fold(words.text, words.length);
	char *label = number ? reading_fold(number, strlen(number)) : NULL;
	paragraph = append_folded(reading, folded, label);
	if (paragraph && marks.length > 0)
		paragraph->marks = arena_strdup(&reading->arena, marks.text);
	free(folded);
	free(label);
	str_clear(&marks);
	str_clear(&words);
	return paragraph;
}

struct reading_paragraph *reading_add(struct reading *reading, const char *text, const char *number)
{
	return reading_append(reading, text, strlen(text), number);
}

/* Tabs become blanks, as a terminal shows them. */
static void spread_tabs(struct str *out, const char *line, size_t length)
{
	int column = 0;

	for (size_t i = 0; i < length; i++) {
		if (line[i] != '\t') {
			column += ((unsigned char)line[i] & 0xC0) != 0x80;
			str_addc(out, line[i] == '\0' ? ' ' : line[i]);
			continue;
		}
		do
			str_addc(out, ' ');
		while (++column % 8 != 0);
	}
}

static int add_entered_line(struct reading *reading, const char *line)
{
	if (!has_room(reading, reading->line_count, strlen(line)))
		return 0;
	reading->lines = arena_grow(
		&reading->arena, reading->lines, reading->line_count, sizeof(*reading->lines));
	reading->lines[reading->line_count++] = arena_strdup(&reading->arena, line);
	return (int)reading->line_count;
}

int reading_add_line(struct reading *reading, const char *line, size_t length)
{
	struct str spread;
	char *entered;
	int number;

	str_init(&spread);
	spread_tabs(&spread, line, length);
	entered = utf8_enter(spread.text, false);
	for (char *feed = entered; (feed = strchr(feed, '\n'));)
		*feed = ' ';
	number = add_entered_line(reading, entered);
	free(entered);
	str_clear(&spread);
	return number;
}

/* --- lines for a format without --- */

static bool in_one_row(const struct reading_paragraph *left, const struct reading_paragraph *right)
{
	return left->table != 0 && left->table == right->table && left->row == right->row;
}

static void show(struct str *line, const struct reading_paragraph *paragraph)
{
	if (paragraph->number)
		str_addf(line, "%s%s", paragraph->number, *paragraph->text ? " " : "");
	str_add(line, paragraph->text);
}

void reading_line_up(struct reading *reading)
{
	struct str line;

	str_init(&line);
	for (size_t i = reading->lined, end; i < reading->count; i = end) {
		struct reading_paragraph *first = &reading->paragraphs[i];
		str_reset(&line);
		show(&line, first);
		for (end = i + 1;
			end < reading->count && in_one_row(first, &reading->paragraphs[end]);
			end++) {
			const struct reading_paragraph *next = &reading->paragraphs[end];
			str_add(&line, next->cell == next[-1].cell ? " " : " | ");
			show(&line, next);
		}
		if (first->line != 0)
			continue;
		int number = reading_add_line(reading, line.text, line.length);
		for (size_t k = i; k < end; k++)
			reading->paragraphs[k].line = reading->paragraphs[k].last_line = number;
	}
	reading->lined = reading->count;
	str_clear(&line);
}

void reading_embed_text(struct reading *reading, const char *text, size_t length)
{
	size_t count = reading->count, lines;

	reading_line_up(reading);
	lines = reading->line_count;
	reading_text(reading, text, length, NULL);
	for (size_t i = count; i < reading->count; i++) {
		reading->paragraphs[i].line += (int)lines;
		reading->paragraphs[i].last_line += (int)lines;
	}
}
