/* SPDX-License-Identifier: MIT */
/*
 * The reader of treaty status. A table and a YAML list become the same rows
 * (csv.h), which are checked one by one; what depends on a session, such as who
 * is meant by a name, is the caller's to check.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/str.h"
#include "csv.h"
#include "exchange/status_file.h"
#include "yaml_file.h"

void status_file_init(struct status_file *file)
{
	*file = (struct status_file){0};
	arena_init(&file->arena);
}

void status_file_clear(struct status_file *file)
{
	arena_clear(&file->arena);
	*file = (struct status_file){0};
}

/* --- rows --- */

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"treaty", FIELD_LINE, false, 0},
	{"participants", FIELD_LIST, true, FIELD_NOWHERE},
	{0},
};

#define LINE_TEXT(name, kind, required, member)                                 \
	{                                                                       \
		name, kind, required, (int)offsetof(struct status_line, member) \
	}

static const struct field line_fields[] = {
	LINE_TEXT("name", FIELD_LINE, true, name),
	LINE_TEXT("status", FIELD_LINE, false, status),
	LINE_TEXT("date", FIELD_DATE, false, date),
	LINE_TEXT("kind", FIELD_LINE, false, kind),
	LINE_TEXT("treaty", FIELD_LINE, false, treaty),
	{0},
};

/* As people write it (a fold key), and as the roster has it. */
struct word {
	const char *typed, *meant;
};

static const struct word statuses[] = {
	{"party", "party"},
	{"state party", "party"},
	{"signatory", "signatory"},
	{"nonparty", "nonparty"},
	{"non party", "nonparty"},
	{"none", "nonparty"},
	{0},
};

static const struct word kinds[] = {
	{"state", "state"},
	{"observer state", "observer_state"},
	{"organization", "organization"},
	{"group", "group"},
	{"un body", "un_body"},
	{"united nations body", "un_body"},
	{"institute", "institute"},
	{"agency", "agency"},
	{"specialized agency", "agency"},
	{"intergovernmental", "intergovernmental"},
	{"intergovernmental organization", "intergovernmental"},
	{"igo", "intergovernmental"},
	{"nongovernmental", "nongovernmental"},
	{"nongovernmental organization", "nongovernmental"},
	{"non governmental organization", "nongovernmental"},
	{"ngo", "nongovernmental"},
	{"guest", "guest"},
	{0},
};

static const char *find_word(const struct word *words, const char *text)
{
	char *key = fold_key(text);
	const char *meant = NULL;

	for (char *c = key; *c; c++)
		if (*c == '_')
			*c = ' ';
	for (; words->typed && !meant; words++)
		if (strcmp(words->typed, key) == 0)
			meant = words->meant;
	free(key);
	return meant;
}

static void check_word(struct reader *reader, const struct node *row, const char *name,
	const struct word *words, const char *known, const char **value)
{
	const char *meant = *value ? find_word(words, *value) : NULL;

	if (*value && !meant)
		reader_error(reader, fields_place(row, name), "unknown %s '%s'; known are %s", name,
			reader_shown(reader, *value), known);
	*value = meant;
}

static void check_line(struct reader *reader, const struct node *row, struct status_line *line)
{
	bool says_status = line->status != NULL;

	if (line->date && !says_status)
		reader_error(reader, fields_place(row, "date"),
			"a date says since when there is a status, and there is none");
	else if (!says_status && !line->kind)
		reader_error(reader, row, "the line says neither status nor kind");
	check_word(reader, row, "status", statuses, "party, signatory and nonparty", &line->status);
	check_word(reader, row, "kind", kinds,
		"state, observer_state, organization, group, un_body, institute, agency, "
		"intergovernmental, nongovernmental and guest",
		&line->kind);
}

static void read_rows(struct reader *reader, const struct node *first, size_t count,
	const char *treaty, struct status_file *file)
{
	file->lines = arena_alloc(&file->arena, (count + 1) * sizeof *file->lines);
	for (const struct node *row = first; row; row = row->next) {
		struct status_line *line = &file->lines[file->count];
		*line = (struct status_line){.treaty = treaty};
		if (!fields_read(reader, row, "a line", line_fields, line))
			continue;
		check_line(reader, row, line);
		line->line = fields_place(row, "name")->line;
		line->column = fields_place(row, "name")->column;
		file->count += line->name != NULL;
	}
}

/* --- the file --- */

static void read_yaml(
	struct reader *reader, const char *text, size_t length, struct status_file *file)
{
	struct yaml_tree tree;
	const struct node *root, *list;
	const char *treaty = NULL;

	yaml_tree_init(&tree);
	root = yaml_file_root(&tree, reader, text, length, "participants");
	if (root) {
		fields_read(reader, root, "the file", root_fields, &treaty);
		list = fields_list(root, "participants");
		if (list)
			read_rows(reader, list->first, list->count, treaty, file);
	}
	yaml_tree_clear(&tree);
}

static void read_table(
	struct reader *reader, const char *text, size_t length, struct status_file *file)
{
	size_t count;
	const struct node *rows = csv_read_table(reader, text, length, line_fields, &count);

	if (rows)
		read_rows(reader, rows, count, NULL, file);
}

static bool is_yaml(const char *text, size_t length)
{
	static const char mark[] = "rapporteur:";
	const char *end = text + length;

	if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	while (text < end && (*text == '#' || *text == '\n' || *text == '\r' || *text == '-')) {
		while (text < end && *text != '\n')
			text++;
		text += text < end;
	}
	return (size_t)(end - text) >= strlen(mark) && memcmp(text, mark, strlen(mark)) == 0;
}

bool status_file_parse(const char *name, const char *text, size_t length, struct status_file *file,
	struct messages *messages)
{
	struct reader reader = {.messages = messages, .arena = &file->arena};

	messages_set_file(messages, name);
	if (is_yaml(text, length))
		read_yaml(&reader, text, length, file);
	else
		read_table(&reader, text, length, file);
	messages_sort(messages);
	return messages->errors == 0;
}

bool status_file_read(const char *path, struct status_file *file, struct messages *messages)
{
	struct str text;
	bool good;

	messages_set_file(messages, path);
	str_init(&text);
	good = yaml_file_read(path, &text, messages) &&
	       status_file_parse(path, text.text, text.length, file, messages);
	str_clear(&text);
	return good;
}
