/* SPDX-License-Identifier: MIT */
/*
 * Plain text to paragraphs: lines that were only wrapped are joined again.
 *
 * The one idea: a line goes on in the next one if nothing was left out between
 * them, the next begins no number of its own, and either its words show it (a small
 * letter, a divided word) or the first word of the next line would not have fitted
 * into this one. A heading, a line of a masthead, a short title stays alone. What
 * has cells is never joined: each cell is a paragraph, with its column.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "import_date.h"
#include "import_misread.h"
#include "import_time.h"
#include "reading_build.h"
#include "reading_label.h"
#include "reading_lines.h"

enum { MASTHEAD_COLUMNS = 45, TABLE_GAP = 4, WORD_MAX = 40, BRACKET_MAX = 400 };

/* The paragraph being put together. */
struct joining {
	struct reading *reading;
	const struct text_lines *lines;
	struct str text, number;
	size_t line;                    /* its last one */
	size_t first;                   /* its first one */
	const struct text_piece *piece; /* its first; NULL if there is none */
	const struct text_piece *last;
	bool note;
	int gap;
	int table, row;
	size_t table_line; /* the last one with cells */
	int width;         /* where most lines of the document end */
};

static int end_column(const struct text_piece *piece)
{
	int columns = piece->words_column;

	for (size_t i = piece->start; i < piece->length; i++)
		columns += ((unsigned char)piece->text[i] & 0xC0) != 0x80;
	return columns;
}

static int compare_ints(const void *left, const void *right)
{
	return *(const int *)left - *(const int *)right;
}

/* Where nine lines of ten end at most, of those that are no table's. */
static int usual_width(const struct text_lines *lines)
{
	int *ends = mem_alloc((lines->line_count + 1) * sizeof(*ends)), width;
	size_t count = 0;

	for (size_t i = 0; i < lines->line_count; i++)
		if (lines->lines[i].count == 1 && !lines->lines[i].of_page)
			ends[count++] = end_column(&lines->pieces[lines->lines[i].first]);
	qsort(ends, count, sizeof(*ends), compare_ints);
	width = count > 0 ? ends[count * 9 / 10] : 0;
	free(ends);
	return width < 100 ? width : 100;
}

static int first_word(const struct text_piece *piece)
{
	int columns = 0;

	for (size_t i = piece->start; i < piece->length && piece->text[i] != ' '; i++)
		columns += ((unsigned char)piece->text[i] & 0xC0) != 0x80;
	return columns;
}

/* How wide the lines around `line` go: the block of lines without an empty one. */
static int block_width(const struct text_lines *lines, size_t line)
{
	size_t from = line, to = line;
	int width = 0;

	while (from > 0 && line - from < 60 && lines->lines[from - 1].count > 0 &&
		!lines->lines[from - 1].of_page)
		from--;
	while (to + 1 < lines->line_count && to - line < 60 && lines->lines[to + 1].count > 0 &&
		!lines->lines[to + 1].of_page)
		to++;
	for (size_t i = from; i <= to; i++) {
		if (lines->lines[i].count != 1)
			continue;
		int end = end_column(&lines->pieces[lines->lines[i].first]);
		width = end > width ? end : width;
	}
	return width;
}

/* --- does it go on? --- */

static uint32_t point_at(const char *text, size_t length)
{
	uint32_t point = 0;

	if (length > 0)
		utf8_decode(text, length, &point);
	return point;
}

static bool begins_small(const struct text_piece *piece)
{
	uint32_t point = point_at(piece->text + piece->start, piece->length - piece->start);

	return point == '(' || point == ')' || point == ',' || point == ';' ||
	       (point < 0x250 && point != utf8_upper(point));
}

static bool begins_bullet(const struct text_piece *piece)
{
	uint32_t point = point_at(piece->text, piece->length);
	bool alone = piece->length > 1 && (piece->text[1] == ' ' || point > 0x7F);

	return (point == '-' || point == '*' || point == 0x2013 || point == 0x2014 ||
		       point == 0x2022 || point == 0xB7 || point == 0x25CF || point == 0x25AA) &&
	       alone;
}

/* "(CTOC/COP/2012/10)" alone below its title. */
static bool begins_symbol(const struct text_piece *piece)
{
	size_t at = 1;

	while (at < piece->length &&
		(isupper((unsigned char)piece->text[at]) ||
			isdigit((unsigned char)piece->text[at]) || strchr("._-", piece->text[at])))
		at++;
	return *piece->text == '(' && at > 2 && at < piece->length && piece->text[at] == '/';
}

static bool ends_sentence(const struct str *text)
{
	return text->length > 0 && strchr(".:;!?", text->text[text->length - 1]);
}

/* "(paragraphs 77 -" and then "81)": no number of an item but the end of a bracket. */
static bool closes_bracket(const struct str *text, const struct text_piece *piece)
{
	size_t from = text->length > BRACKET_MAX ? text->length - BRACKET_MAX : 0;
	int open = 0;

	for (size_t i = from; i < text->length; i++)
		open += (text->text[i] == '(') - (text->text[i] == ')');
	return open > 0 && piece->number > 1 && piece->text[piece->number - 1] == ')' &&
	       *piece->text != '(';
}

static bool is_number(const struct text_piece *piece)
{
	size_t length;

	return strspn(piece->text, "0123456789.") >= piece->length ||
	       import_misread_number(piece->text, &length) > 0;
}

/* What begins a line of a timetable: a time, a day, "(continued)". */
static bool begins_slot(const struct text_piece *piece)
{
	char *text = mem_strndup(piece->text, piece->length);
	struct import_span span;
	struct import_days days;
	bool found = (strncmp(text, "Day ", 4) == 0 && isdigit((unsigned char)text[4])) ||
		     strncmp(text, "(cont", 5) == 0 || strncmp(text, "(Cont", 5) == 0;

	if (!found && import_span_at(text, &span))
		found = span.to >= 0 || (span.half && (isupper((unsigned char)text[span.length]) ||
							      isupper((unsigned char)*text)));
	if (!found && import_days_find(text, true, &days) && days.start == 0)
		found = days.from.weekday >= 0 &&
			(days.from.month > 0 || days.length == strlen(text));
	free(text);
	return found;
}

/* A hyphen behind a letter: a word divided at the end of the line, or a compound. */
static bool ends_divided(const struct str *text)
{
	return text->length > 1 && text->text[text->length - 1] == '-' &&
	       (isalnum((unsigned char)text->text[text->length - 2]) ||
		       (unsigned char)text->text[text->length - 2] >= 0x80);
}

static bool is_figures(const struct str *text)
{
	return text->length > 0 && strspn(text->text, "0123456789") == text->length;
}

/* Whether there are only lines of the page between, and how many empty ones. */
static int empty_between(const struct text_lines *lines, size_t from, size_t to, bool *page)
{
	int empty = 0;

	*page = false;
	for (size_t i = from + 1; i < to; i++) {
		*page = *page || lines->lines[i].of_page;
		empty += !lines->lines[i].of_page;
	}
	return empty;
}

/* Behind a number: a line under its words goes on, unless a sentence begins there. */
static bool hangs(const struct joining *joining, const struct text_piece *piece, int width)
{
	int words = joining->piece->words_column, end = end_column(joining->last);

	if (piece->column <= joining->piece->column || piece->column + 2 < words ||
		piece->column > words + 6)
		return false;
	return (end + 1 + first_word(piece)) * 5 >= width * 3;
}

static bool is_full(const struct joining *joining, const struct text_piece *piece, int width)
{
	int end = end_column(joining->last);
	bool labelled = joining->piece->number > 0;

	if (end + 1 + first_word(piece) <= width - (labelled ? 0 : width / 12))
		return false;
	return labelled ||
	       (end - joining->last->column >= MASTHEAD_COLUMNS && end * 5 >= joining->width * 4);
}

/* "* Numbers in brackets refer …", "¹ …", "† …", "1/ …": a footnote. */
static bool begins_note(const struct text_piece *piece)
{
	uint32_t point = point_at(piece->text, piece->length);
	size_t digits = strspn(piece->text, "0123456789");
	bool sign = point == '*' || point == 0xB9 || point == 0xB2 || point == 0xB3 ||
		    point == 0x2020 || point == 0x2021;
	bool slash = digits > 0 && digits <= 2 && strncmp(piece->text + digits, "/ ", 2) == 0;

	return (sign || slash) && piece->length > 12;
}

static bool goes_on(const struct joining *joining, size_t line)
{
	const struct text_piece *piece = &joining->lines->pieces[joining->lines->lines[line].first];
	bool page, small = begins_small(piece), labelled = joining->piece && joining->piece->number;
	int empty, width;

	if (joining->piece && joining->lines->lines[line].count == 1 && line == joining->line + 1 &&
		closes_bracket(&joining->text, piece))
		return true;
	if (!joining->piece || piece->number > 0 || is_number(piece) || begins_bullet(piece) ||
		joining->lines->lines[line].count != 1 || begins_slot(piece))
		return false;
	if (joining->note && begins_note(piece))
		return false;
	empty = empty_between(joining->lines, joining->line, line, &page);
	if (joining->note && is_figures(&joining->text) && empty == 0)
		return true;
	if (ends_divided(&joining->text) && (small || empty == 0) && empty <= 2)
		return true;
	if (empty == 0 && !page && begins_symbol(piece) && !ends_sentence(&joining->text) &&
		(joining->line > joining->first || end_column(joining->last) >= MASTHEAD_COLUMNS))
		return true;
	width = block_width(joining->lines, joining->line);
	if (small && !ends_sentence(&joining->text) && (labelled || piece->text[0] != '(') &&
		(empty == 0 || page || (empty == 1 && labelled)))
		return empty == 0 || piece->text[0] != '(';
	if (empty > 0 || page)
		return false;
	if (labelled && hangs(joining, piece, width))
		return true;
	return is_full(joining, piece, width) &&
	       (labelled || !reading_is_place(joining->text.text, joining->text.length, piece->text,
				    piece->length));
}

/* --- putting together --- */

/* Compounds whose hyphen stays when the line ends at it. */
static bool keeps_hyphen(const struct str *text, const struct text_piece *piece)
{
	static const char *const firsts[] = {"non", "self", "vice", "ex", "all", "half"};
	const char *next = piece->text + piece->start;
	size_t end = text->length - 1, start = end;

	if (!islower((unsigned char)*next) && (unsigned char)*next < 0x80)
		return true;
	while (start > 0 && end - start < WORD_MAX && isalnum((unsigned char)text->text[start - 1]))
		start--;
	for (size_t i = 0; i < sizeof(firsts) / sizeof(firsts[0]); i++) {
		size_t length = strlen(firsts[i]);
		if (end - start == length &&
			tolower((unsigned char)text->text[start]) == *firsts[i] &&
			memcmp(text->text + start + 1, firsts[i] + 1, length - 1) == 0)
			return true;
	}
	return false;
}

static void join(struct joining *joining, size_t line)
{
	const struct text_piece *piece = &joining->lines->pieces[joining->lines->lines[line].first];

	if (!ends_divided(&joining->text))
		str_addc(&joining->text, ' ');
	else if (!keeps_hyphen(&joining->text, piece))
		str_cut(&joining->text, joining->text.length - 1);
	str_addn(&joining->text, piece->text + (piece->number ? 0 : piece->start),
		piece->length - (piece->number ? 0 : piece->start));
	joining->line = line;
	joining->last = piece;
}

static void place(struct reading_paragraph *paragraph, const struct joining *joining)
{
	const struct text_piece *piece = joining->piece;

	paragraph->line = (int)joining->first + 1;
	paragraph->last_line = (int)joining->line + 1;
	paragraph->gap = joining->gap;
	paragraph->indent = piece->column;
	if (joining->note)
		paragraph->style = READING_NOTE;
}

static void finish(struct joining *joining)
{
	struct reading_paragraph *paragraph;

	if (!joining->piece)
		return;
	paragraph = reading_append(
		joining->reading, joining->text.text, joining->text.length, joining->number.text);
	if (paragraph)
		place(paragraph, joining);
	joining->piece = NULL;
}

/* "1" alone, and its words in the next line, further in. */
static bool has_note_below(
	const struct text_lines *lines, size_t line, const struct text_piece *piece)
{
	const struct text_piece *next = &lines->pieces[lines->lines[line].first + 1];

	return piece->length <= 2 && isdigit((unsigned char)*piece->text) &&
	       isdigit((unsigned char)piece->text[piece->length - 1]) &&
	       line + 1 < lines->line_count && lines->lines[line].count == 1 &&
	       lines->lines[line + 1].count == 1 && next->column > piece->column &&
	       next->number == 0 && next->length > 60;
}

static void begin(struct joining *joining, size_t line, const struct text_piece *piece)
{
	bool page;

	joining->gap = empty_between(joining->lines, joining->line, line, &page);
	if (joining->line == line || line == 0)
		joining->gap = 0;
	joining->note = begins_note(piece) || has_note_below(joining->lines, line, piece);
	joining->piece = joining->last = piece;
	joining->first = joining->line = line;
	str_reset(&joining->text);
	str_reset(&joining->number);
	str_addn(&joining->number, piece->text, piece->number);
	str_addn(&joining->text, piece->text + piece->start, piece->length - piece->start);
}

/* Each cell of the line is a paragraph; rows close to one another are one table. */
static void add_cells(struct joining *joining, size_t line)
{
	const struct text_line *cells = &joining->lines->lines[line];

	if (joining->table == 0 || line - joining->table_line > TABLE_GAP) {
		joining->table = ++joining->reading->tables;
		joining->row = 0;
	}
	joining->row++;
	joining->table_line = line;
	for (size_t i = 0; i < cells->count; i++) {
		const struct text_piece *piece = &joining->lines->pieces[cells->first + i];
		begin(joining, line, piece);
		size_t before = joining->reading->count;
		finish(joining);
		if (joining->reading->count == before)
			continue;
		struct reading_paragraph *cell = &joining->reading->paragraphs[before];
		cell->table = joining->table;
		cell->row = joining->row;
		cell->cell = piece->cell;
	}
}

static void add_of_page(struct joining *joining, size_t line)
{
	struct reading_paragraph *paragraph =
		reading_add(joining->reading, joining->lines->lines[line].text, NULL);

	if (!paragraph)
		return;
	paragraph->style = READING_PAGE;
	paragraph->line = paragraph->last_line = (int)line + 1;
}

static void add_line(struct joining *joining, size_t line)
{
	const struct text_line *text = &joining->lines->lines[line];
	const struct text_piece *piece = &joining->lines->pieces[text->first];

	if (text->count > 1) {
		finish(joining);
		add_cells(joining, line);
	} else if (goes_on(joining, line)) {
		join(joining, line);
	} else {
		finish(joining);
		begin(joining, line, piece);
	}
}

/* A page in the middle of a paragraph stands behind it. */
static void add_lines(struct joining *joining)
{
	size_t pages_from = 0;

	for (size_t i = 0; i < joining->lines->line_count; i++) {
		const struct text_line *line = &joining->lines->lines[i];
		if (line->of_page || line->ornament || line->count == 0)
			continue;
		bool on = line->count == 1 && goes_on(joining, i);
		if (!on) {
			finish(joining);
			for (; pages_from < i; pages_from++)
				if (joining->lines->lines[pages_from].of_page)
					add_of_page(joining, pages_from);
		}
		add_line(joining, i);
	}
	finish(joining);
	for (; pages_from < joining->lines->line_count; pages_from++)
		if (joining->lines->lines[pages_from].of_page)
			add_of_page(joining, pages_from);
}

bool reading_text(struct reading *reading, const char *bytes, size_t length, struct err *err)
{
	struct text_lines lines = {0};
	struct joining joining = {.reading = reading, .lines = &lines};

	(void)err;
	text_lines_cut(&lines, bytes, length);
	text_lines_mark(&lines);
	joining.width = usual_width(&lines);
	for (size_t i = 0; i < lines.line_count; i++)
		reading_add_line(reading, lines.lines[i].text, strlen(lines.lines[i].text));
	str_init(&joining.text);
	str_init(&joining.number);
	add_lines(&joining);
	str_clear(&joining.text);
	str_clear(&joining.number);
	text_lines_clear(&lines);
	return true;
}
