/* SPDX-License-Identifier: MIT */
/*
 * The document beside what was understood of it: its lines as people see them, with
 * their numbers, wrapped to the pane, and those of the selected row marked so that it
 * is seen without colour.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "review.h"

enum {
	NUMBER = 5, /* columns of the line's number, with the mark behind it */
	TAB = 8,
	LOOKED_FOR = 40, /* bytes of a text that find its paragraph */
	MARGIN = 40,
	ABOVE = 4 /* lines that stay in sight above what is marked */
};

/* A tab of a text file is as wide as where it stands. */
static void expand(const char *line, struct str *out)
{
	for (; *line; line++) {
		if (*line != '\t') {
			str_addc(out, *line);
			continue;
		}
		do
			str_addc(out, ' ');
		while (out->length % TAB);
	}
}

static int indent_of(const char *line)
{
	struct str wide;

	str_init(&wide);
	expand(line, &wide);
	size_t blanks = strspn(wide.text, " ");
	int indent = blanks < wide.length ? (int)blanks : -1;
	str_clear(&wide);
	return indent;
}

/* What nearly all lines are set in by: a margin that has no room here. The foot of a page
 * may stand in it. */
static int margin_of(const struct reading *reading)
{
	size_t lines[MARGIN] = {0}, all = 0, left = 0;
	int margin = 0;

	for (size_t i = 0; i < reading->line_count; i++) {
		int indent = indent_of(reading->lines[i]);
		if (indent < 0)
			continue;
		all++;
		lines[indent < MARGIN ? indent : MARGIN - 1]++;
	}
	while (margin < MARGIN - 1 && (left += lines[margin]) <= all / 20)
		margin++;
	return margin;
}

/* A line that is wrapped goes on below where it begins. */
static void add_line(struct review *review, size_t i, int margin)
{
	const char *line = review->draft.reading.lines[i];
	int own = indent_of(line) - margin, most = review->paper_columns / 3;
	char number[24];
	struct str text;

	own = own < 0 ? 0 : own > most ? most : own;
	snprintf(number, sizeof number, "%4zu", i + 1);
	struct shape shape = {.columns = review->paper_columns - 1,
		.indent = NUMBER + 1 + own,
		.label = number,
		.label_style = STYLE_FAINT,
		.tag = i + 1};
	str_init(&text);
	expand(line, &text);
	flow_add(&review->paper, STYLE_TEXT, text.text + strspn(text.text, " "));
	flow_end(&review->paper, &shape);
	str_clear(&text);
}

void review_paper_make(struct review *review, int columns)
{
	if (columns == review->paper_columns)
		return;
	int margin = margin_of(&review->draft.reading);
	review->paper_columns = columns;
	review->follow = true;
	flow_reset(&review->paper);
	for (size_t i = 0; i < review->draft.reading.line_count; i++)
		add_line(review, i, margin);
}

static size_t row_of_line(const struct review *review, int line)
{
	size_t row = 0;

	while (row < review->paper.count && (int)review->paper.lines[row].tag < line)
		row++;
	return row;
}

/* As little as brings the marked lines into sight; a low pane begins just before them, so
 * that a form over its last rows leaves them in sight. */
void review_paper_follow(struct review *review)
{
	const struct review_row *row = review_row(review);
	size_t rows = (size_t)(review->paper_rows > 0 ? review->paper_rows : 1);
	size_t last_top = flow_end_top(&review->paper, review->paper_rows);

	review->follow = false;
	if (row && row->at.first > 0) {
		size_t from = row_of_line(review, row->at.first);
		size_t to = row_of_line(review, row->at.last + 1);
		bool low = rows <= 2 * ABOVE;
		size_t above = low ? rows > 2 : ABOVE;
		bool seen = from >= review->paper_top && to <= review->paper_top + rows;
		if (!seen || low)
			review->paper_top = from > above ? from - above : 0;
	}
	if (review->paper_top > last_top)
		review->paper_top = last_top;
}

void review_paper_draw(const struct review *review, const struct area *area)
{
	const struct review_row *row = review_row(review);
	struct agenda_lines at = row ? row->at : (struct agenda_lines){0};

	flow_draw(&review->paper, area, review->paper_top);
	for (int i = 0; i < area->rows; i++) {
		size_t index = review->paper_top + (size_t)i;
		if (index >= review->paper.count || at.first == 0)
			break;
		int tag = (int)review->paper.lines[index].tag;
		if (tag < at.first || tag > at.last)
			continue;
		area_style(area, i, 0, area->columns, STYLE_STRONG);
		area_text(area, i, NUMBER - 1, STYLE_ACCENT, ">");
	}
	if (review->focus == REVIEW_ON_PAPER)
		area_cursor(area, 0, 0, false);
}

/* --- finding --- */

static struct agenda_lines lines_of(const struct reading_paragraph *paragraph)
{
	return (struct agenda_lines){paragraph->line, paragraph->last_line};
}

static struct agenda_lines find_beginning(
	const struct review *review, const char *text, size_t most)
{
	const struct reading *reading = &review->draft.reading;
	struct agenda_lines found = {0};
	size_t length = strcspn(text, "\n");
	char *begin = mem_strndup(text, length < most ? length : most);

	for (size_t i = 0; i < reading->count && *begin && !found.first; i++)
		if (strstr(reading->paragraphs[i].text, begin))
			found = lines_of(&reading->paragraphs[i]);
	free(begin);
	return found;
}

/* Of a text whose end was corrected the beginning may still be there. */
struct agenda_lines review_paper_find(const struct review *review, const char *text)
{
	struct agenda_lines found = find_beginning(review, text, LOOKED_FOR);

	return found.first ? found : find_beginning(review, text, LOOKED_FOR / 2);
}

struct agenda_lines review_paper_at(const struct review *review, int line)
{
	const struct reading *reading = &review->draft.reading;

	for (size_t i = 0; i < reading->count; i++)
		if (reading->paragraphs[i].line <= line && line <= reading->paragraphs[i].last_line)
			return lines_of(&reading->paragraphs[i]);
	return (struct agenda_lines){line, line};
}
