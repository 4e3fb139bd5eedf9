/* SPDX-License-Identifier: MIT */
/*
 * Text laid out once and drawn many times. A paragraph is collected as bytes and
 * a style for each byte, so that wrapping needs to know nothing of styles; its
 * lines point into one copy in the arena.
 */
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "flow.h"

enum { MEASURE = 84 }; /* columns of a text at most */

int flow_label_columns(int least, const char *label)
{
	int columns = utf8_columns(label) + 1;

	return columns > least ? columns : least;
}

void flow_init(struct flow *flow)
{
	*flow = (struct flow){0};
	arena_init(&flow->arena);
	str_init(&flow->text);
	str_init(&flow->styles);
}

void flow_clear(struct flow *flow)
{
	arena_clear(&flow->arena);
	free(flow->lines);
	flow->lines = NULL;
	flow->count = flow->capacity = 0;
	str_clear(&flow->text);
	str_clear(&flow->styles);
}

void flow_reset(struct flow *flow)
{
	arena_clear(&flow->arena);
	flow->count = 0;
	str_reset(&flow->text);
	str_reset(&flow->styles);
}

void flow_begin(struct flow *flow, int columns)
{
	flow_reset(flow);
	flow->columns = columns;
}

void flow_add(struct flow *flow, enum style style, const char *text)
{
	size_t before = flow->text.length;

	utf8_visible(&flow->text, text, strlen(text), true);
	for (size_t i = before; i < flow->text.length; i++)
		str_addc(&flow->styles, (char)style);
}

void flow_addf(struct flow *flow, enum style style, const char *format, ...)
{
	struct str text;
	va_list args;

	str_init(&text);
	va_start(args, format);
	str_vaddf(&text, format, args);
	va_end(args);
	flow_add(flow, style, text.text);
	str_clear(&text);
}

/* The mark closes before the blanks that the piece ends in: "{+new+} word". */
static void add_marked(
	struct flow *flow, enum style style, const char *open, const char *close, const char *text)
{
	size_t length = strlen(text);

	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n'))
		length--;
	if (length == 0) {
		flow_add(flow, STYLE_TEXT, text);
		return;
	}
	char *words = mem_strndup(text, length);
	flow_add(flow, style, open);
	flow_add(flow, style, words);
	flow_add(flow, style, close);
	flow_add(flow, STYLE_TEXT, text + length);
	free(words);
}

void flow_add_diff(struct flow *flow, const struct diff_piece *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (pieces[i].kind == DIFF_SAME)
			flow_add(flow, STYLE_TEXT, pieces[i].text);
		else if (pieces[i].kind == DIFF_GONE)
			add_marked(flow, STYLE_BAD, "[-", "-]", pieces[i].text);
		else
			add_marked(flow, STYLE_GOOD, "{+", "+}", pieces[i].text);
	}
}

static struct flow_line *add_line(struct flow *flow)
{
	flow->lines = mem_grow(flow->lines, &flow->capacity, flow->count + 1, sizeof(*flow->lines));
	struct flow_line *line = &flow->lines[flow->count++];
	*line = (struct flow_line){.text = "", .styles = (const unsigned char *)""};
	return line;
}

static int centre(const char *text, size_t length, const struct shape *shape)
{
	int width = shape->columns - shape->indent;
	char *copy = mem_strndup(text, length);
	int columns = utf8_columns(copy);

	free(copy);
	return shape->indent + (width > columns ? (width - columns) / 2 : 0);
}

/* Bytes of the line that begins the text; *next gets where the one after begins. */
static size_t line_length(const char *text, size_t length, const struct shape *shape, size_t *next)
{
	int width = shape->columns > shape->indent ? shape->columns - shape->indent : 1;

	if (!shape->one_line)
		return wrap_line(text, length, width, next);
	*next = length;
	return utf8_fit(text, length, width);
}

/* Where a single line does not fit, its last column is an ellipsis. */
static void cut_paragraph(struct flow *flow, const struct shape *shape)
{
	int width = shape->columns > shape->indent ? shape->columns - shape->indent : 1;

	if (utf8_fit(flow->text.text, flow->text.length, width) == flow->text.length)
		return;
	size_t length = utf8_fit(flow->text.text, flow->text.length, width - 1);
	str_cut(&flow->text, length);
	str_cut(&flow->styles, length);
	flow_add(flow, STYLE_TEXT, "…");
}

void flow_end(struct flow *flow, const struct shape *shape)
{
	if (shape->one_line)
		cut_paragraph(flow, shape);
	size_t length = flow->text.length, from = 0, next;
	char *text = arena_strndup(&flow->arena, flow->text.text, length);
	unsigned char *styles = arena_alloc(&flow->arena, length + 1);
	bool first = true;

	memcpy(styles, flow->styles.text, length);
	do {
		struct flow_line *line = add_line(flow);
		line->length = line_length(text + from, length - from, shape, &next);
		line->text = text + from;
		line->styles = styles + from;
		line->tag = shape->tag;
		line->column = shape->indent;
		if (shape->centred)
			line->column = centre(line->text, line->length, shape);
		if (first && shape->label) {
			line->label = arena_strdup(&flow->arena, shape->label);
			line->label_column = shape->label_column;
			line->label_style = shape->label_style;
		}
		first = false;
		from += next;
	} while (from < length);
	str_reset(&flow->text);
	str_reset(&flow->styles);
}

void flow_blank(struct flow *flow, size_t tag)
{
	add_line(flow)->tag = tag;
}

int flow_measure(int columns)
{
	return columns < MEASURE ? columns : MEASURE;
}

void flow_end_line(struct flow *flow, int indent)
{
	flow_end(flow, &(struct shape){.columns = flow_measure(flow->columns), .indent = indent});
}

void flow_fact(struct flow *flow, int indent, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	flow_addf(flow, STYLE_FAINT, "%s  ", name);
	flow_add(flow, STYLE_TEXT, text);
	flow_end_line(flow, indent);
}

static void draw_line(
	const struct flow_line *line, const struct area *area, int row, struct str *run)
{
	int column = line->column;

	if (line->label)
		area_text(area, row, line->label_column, line->label_style, line->label);
	for (size_t from = 0, to; from < line->length; from = to) {
		for (to = from; to < line->length && line->styles[to] == line->styles[from];)
			to++;
		str_reset(run);
		str_addn(run, line->text + from, to - from);
		column = area_text(area, row, column, line->styles[from], run->text);
	}
}

void flow_draw(const struct flow *flow, const struct area *area, size_t top)
{
	struct str run;

	str_init(&run);
	for (int row = 0; row < area->rows && top + (size_t)row < flow->count; row++)
		draw_line(&flow->lines[top + (size_t)row], area, row, &run);
	str_clear(&run);
}

size_t flow_end_top(const struct flow *flow, int rows)
{
	size_t shown = (size_t)(rows > 0 ? rows : 1);

	return flow->count > shown ? flow->count - shown : 0;
}

void flow_fit(const struct flow *flow, int rows, size_t *top)
{
	size_t last = flow_end_top(flow, rows);

	if (*top > last)
		*top = last;
}

static bool steps(const struct key *key, long page, long *by)
{
	switch (key->code) {
	case KEY_UP:
		*by = -1;
		return true;
	case KEY_DOWN:
		*by = 1;
		return true;
	case KEY_PAGEUP:
		*by = -page;
		return true;
	case KEY_PAGEDOWN:
		*by = page;
		return true;
	case KEY_HOME:
		*by = LONG_MIN;
		return true;
	case KEY_END:
		*by = LONG_MAX;
		return true;
	case KEY_CHARACTER:
		*by = key->point == 'j' ? 1 : key->point == 'k' ? -1 : page;
		return key->point == 'j' || key->point == 'k' || key->point == ' ';
	default:
		return false;
	}
}

void flow_draw_place(
	const struct flow *flow, const struct area *area, int row, size_t top, int rows)
{
	size_t seen = top + (size_t)rows;

	if (seen < flow->count)
		area_textf(area, row, 3, STYLE_STRONG, "↓ more: seen %zu of %zu lines", seen,
			flow->count);
	else
		area_textf(area, row, 3, STYLE_FAINT, "the end of %zu lines", flow->count);
}

bool flow_key(const struct flow *flow, const struct key *key, int rows, size_t *top)
{
	size_t last = flow_end_top(flow, rows);
	long by;

	if (key->ctrl || key->alt || !steps(key, rows > 1 ? rows - 1 : 1, &by))
		return false;
	if (by < 0 && *top <= (size_t) - (by + 1))
		*top = 0;
	else if (by < 0)
		*top -= (size_t) - (by + 1) + 1;
	else if ((size_t)by > last || *top > last - (size_t)by)
		*top = last;
	else
		*top += (size_t)by;
	return true;
}
