/* SPDX-License-Identifier: MIT */
/*
 * Comma-separated values. Spreadsheets write them with commas, semicolons or
 * tabs, with and without quotation marks, and all of that is read; columns are
 * counted in characters, as for YAML.
 */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "csv.h"
#include "yaml_text.h"

enum { COLUMNS_MAX = 100, ROWS_MAX = 5000 };

struct csv {
	struct reader *reader;
	const char *at, *end;
	int line, column; /* of `at`, from 1 */
	char parted;      /* by what */
};

static struct node *new_node(struct csv *csv, enum node_kind kind)
{
	struct node *node = arena_alloc(csv->reader->arena, sizeof *node);

	*node = (struct node){.kind = kind, .line = csv->line, .column = csv->column};
	return node;
}

/* The next byte, which is counted; CR LF is one line feed. */
static char take(struct csv *csv)
{
	char c = *csv->at++;

	if (c == '\r' && csv->at < csv->end && *csv->at == '\n')
		c = *csv->at++;
	if (c == '\r')
		c = '\n';
	if (c == '\n') {
		csv->line++;
		csv->column = 1;
	} else if (((unsigned char)c & 0xC0) != 0x80) {
		csv->column++;
	}
	return c;
}

static bool ends_cell(const struct csv *csv)
{
	return csv->at == csv->end || *csv->at == csv->parted || *csv->at == '\n' ||
	       *csv->at == '\r';
}

static void read_quoted(struct csv *csv, struct str *text, const struct node *cell)
{
	take(csv);
	while (csv->at < csv->end) {
		char c = take(csv);
		if (c == '"' && csv->at < csv->end && *csv->at == '"')
			take(csv);
		else if (c == '"')
			break;
		str_addc(text, c);
		if (csv->at == csv->end)
			reader_error(csv->reader, cell, "the quotation mark is never closed");
	}
	if (!ends_cell(csv))
		reader_error(csv->reader, cell,
			"a quotation ends inside the cell; inside one, quotation marks are doubled");
	while (!ends_cell(csv))
		take(csv);
}

/* Without the blanks around it; NODE_NOTHING if that leaves nothing. */
static struct node *read_cell(struct csv *csv)
{
	struct str text;
	struct node *cell;
	char *entered;

	while (!ends_cell(csv) && *csv->at == ' ')
		take(csv);
	cell = new_node(csv, NODE_NOTHING);
	str_init(&text);
	if (csv->at < csv->end && *csv->at == '"')
		read_quoted(csv, &text, cell);
	while (!ends_cell(csv))
		str_addc(&text, take(csv));
	entered = utf8_enter(text.text, true);
	if (*entered) {
		cell->kind = NODE_TEXT;
		cell->text = arena_strdup(csv->reader->arena, entered);
	}
	free(entered);
	str_clear(&text);
	return cell;
}

/* The cells of a row, at most COLUMNS_MAX; reads the end of its line too. */
static size_t read_row(struct csv *csv, struct node *cells[COLUMNS_MAX])
{
	size_t count = 0;

	for (;;) {
		struct node *cell = read_cell(csv);
		if (count < COLUMNS_MAX)
			cells[count++] = cell;
		if (csv->at == csv->end)
			return count;
		if (take(csv) == '\n')
			return count;
	}
}

static char find_parted(const char *text, const char *end)
{
	for (; text < end && *text != '\n' && *text != '\r'; text++)
		if (*text == ',' || *text == ';' || *text == '\t')
			return *text;
	return ',';
}

/* The cells that are something, each under the name of its column. */
static struct node *make_row(struct csv *csv, struct node *const head[], size_t columns,
	struct node *cells[], size_t count)
{
	struct node *row = NULL, **next = NULL;

	for (size_t i = 0; i < count; i++) {
		if (cells[i]->kind != NODE_TEXT)
			continue;
		if (i >= columns || head[i]->kind != NODE_TEXT) {
			reader_error(
				csv->reader, cells[i], "no column of the first row is above this");
			continue;
		}
		if (!row) {
			row = new_node(csv, NODE_MAP);
			row->line = cells[0]->line;
			row->column = cells[0]->column;
			next = &row->first;
		}
		cells[i]->key = head[i]->text;
		cells[i]->key_line = head[i]->line;
		cells[i]->key_column = head[i]->column;
		*next = cells[i];
		next = &cells[i]->next;
		row->count++;
	}
	return row;
}

static void read_rows(struct csv *csv, struct node *list, struct node *const head[], size_t columns)
{
	struct node **next = &list->first, *cells[COLUMNS_MAX];

	while (csv->at < csv->end) {
		size_t count = read_row(csv, cells);
		struct node *row = make_row(csv, head, columns, cells, count);
		if (!row)
			continue;
		if (list->count == ROWS_MAX) {
			reader_error(csv->reader, row, "more than %d rows", ROWS_MAX);
			return;
		}
		*next = row;
		next = &row->next;
		list->count++;
	}
}

const struct node *csv_read(struct reader *reader, const char *text, size_t length)
{
	struct csv csv = {
		.reader = reader, .at = text, .end = text + length, .line = 1, .column = 1};
	struct node *head[COLUMNS_MAX], *list;
	size_t columns;

	if (!yaml_text_check(text, length, reader->messages))
		return NULL;
	if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		csv.at += 3;
	csv.parted = find_parted(csv.at, csv.end);
	list = new_node(&csv, NODE_LIST);
	columns = read_row(&csv, head);
	read_rows(&csv, list, head, columns);
	list->line = list->column = 1;
	/* The first row itself stands before the others, as a row of its own names. */
	struct node *names = new_node(&csv, NODE_MAP), **next = &names->first;
	names->line = names->column = 1;
	for (size_t i = 0; i < columns; i++) {
		if (head[i]->kind != NODE_TEXT)
			continue;
		head[i]->key = head[i]->text;
		*next = head[i];
		next = &head[i]->next;
		names->count++;
	}
	names->next = list->first;
	list->first = names;
	return names->count > 0 ? list : NULL;
}
