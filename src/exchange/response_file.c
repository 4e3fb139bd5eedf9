/* SPDX-License-Identifier: MIT */
/*
 * Responses of States as a table, both ways: one list of columns says what is read and
 * what is written, so that what was written is read as it was.
 */
#include <stdint.h>

#include "base/str.h"
#include "csv.h"
#include "exchange/response_file.h"
#include "yaml_file.h"

#define COLUMN(name, kind, required, member)                                      \
	{                                                                         \
		name, kind, required, (int)offsetof(struct response_line, member) \
	}

static const struct field columns[] = {
	COLUMN("state", FIELD_LINE, true, state),
	COLUMN("received", FIELD_DATE, false, received),
	COLUMN("anew", FIELD_DATE, false, updated),
	COLUMN("language", FIELD_LINE, false, language),
	COLUMN("focal point", FIELD_LINE, false, focal),
	COLUMN("office", FIELD_LINE, false, office),
	COLUMN("contact", FIELD_LINE, false, contact),
	COLUMN("document", FIELD_LINE, false, document),
	COLUMN("file", FIELD_LINE, false, file),
	COLUMN("covers", FIELD_LINE, false, covers),
	COLUMN("panel", FIELD_LINE, false, panel),
	COLUMN("remark", FIELD_LINE, false, remark),
	{0},
};

void response_file_init(struct response_file *file)
{
	*file = (struct response_file){0};
	arena_init(&file->arena);
}

void response_file_clear(struct response_file *file)
{
	arena_clear(&file->arena);
	*file = (struct response_file){0};
}

static const char **text_at(const struct response_line *line, const struct field *column)
{
	return (const char **)((uintptr_t)line + (uintptr_t)column->offset);
}

/* The mark that keeps a spreadsheet from reading a formula is not of the text. */
static void unmark(struct response_line *line)
{
	for (const struct field *column = columns; column->name; column++) {
		const char **text = text_at(line, column);
		if (*text && **text == '\'' && csv_is_formula(*text + 1))
			++*text;
	}
}

bool response_file_parse(const char *name, const char *text, size_t length,
	struct response_file *file, struct messages *messages)
{
	struct reader reader = {.messages = messages, .arena = &file->arena};
	const struct node *rows;
	size_t count;

	messages_set_file(messages, name);
	rows = csv_read_table(&reader, text, length, columns, &count);
	file->lines = arena_alloc(&file->arena, (count + 1) * sizeof *file->lines);
	for (const struct node *row = rows; row; row = row->next) {
		struct response_line *line = &file->lines[file->count];
		*line = (struct response_line){0};
		if (!fields_read(&reader, row, "a line", columns, line))
			continue;
		unmark(line);
		line->line = fields_place(row, "state")->line;
		line->column = fields_place(row, "state")->column;
		file->count += line->state != NULL;
	}
	messages_sort(messages);
	return messages->errors == 0;
}

bool response_file_read(const char *path, struct response_file *file, struct messages *messages)
{
	struct str text;
	bool good;

	messages_set_file(messages, path);
	str_init(&text);
	good = yaml_file_read(path, &text, messages) &&
	       response_file_parse(path, text.text, text.length, file, messages);
	str_clear(&text);
	return good;
}

/* --- writing --- */

static bool is_personal(const struct field *column)
{
	return column->offset == (int)offsetof(struct response_line, focal) ||
	       column->offset == (int)offsetof(struct response_line, office) ||
	       column->offset == (int)offsetof(struct response_line, contact);
}

static void write_row(const struct response_line *line, bool contacts, struct str *out)
{
	for (const struct field *column = columns; column->name; column++) {
		if (is_personal(column) && !contacts)
			continue;
		if (column != columns)
			str_addc(out, ',');
		csv_add_cell(out, line ? *text_at(line, column) : column->name);
	}
	str_add(out, "\n");
}

void response_file_write(
	const struct response_line *lines, size_t count, bool contacts, struct str *out)
{
	write_row(NULL, contacts, out);
	for (size_t i = 0; i < count; i++)
		write_row(&lines[i], contacts, out);
}
