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
	ABOVE = 4        /* lines that stay in sight above what is marked */
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

void review_paper_make(struct review *review, int columns)
{
	const struct reading *reading = &review->draft.reading;
	struct str line;
	char number[24];

	if (columns == review->paper_columns)
		return;
	review->paper_columns = columns;
	review->follow = true;
	flow_reset(&review->paper);
	str_init(&line);
	for (size_t i = 0; i < reading->line_count; i++) {
		struct shape shape = {.columns = columns - 1,
			.indent = NUMBER + 1,
			.label_column = 0,
			.label_style = STYLE_FAINT,
			.tag = i + 1};
		snprintf(number, sizeof number, "%4zu", i + 1);
		shape.label = number;
		str_reset(&line);
		expand(reading->lines[i], &line);
		flow_add(&review->paper, STYLE_TEXT, line.text);
		flow_end(&review->paper, &shape);
	}
	str_clear(&line);
}

static size_t row_of_line(const struct review *review, int line)
{
	size_t row = 0;

	while (row < review->paper.count && (int)review->paper.lines[row].tag < line)
		row++;
	return row;
}

/* As little as brings the marked lines into sight. */
void review_paper_follow(struct review *review)
{
	const struct review_row *row = review_row(review);
	size_t rows = (size_t)(review->paper_rows > 0 ? review->paper_rows : 1);
	size_t last_top = flow_end_top(&review->paper, review->paper_rows);

	review->follow = false;
	if (row && row->at.first > 0) {
		size_t from = row_of_line(review, row->at.first);
		size_t to = row_of_line(review, row->at.last + 1);
		size_t above = rows > 2 * ABOVE ? ABOVE : 0;
		bool seen = from >= review->paper_top && to <= review->paper_top + rows;
		if (!seen)
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
	if (review->on_paper)
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
