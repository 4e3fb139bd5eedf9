/* SPDX-License-Identifier: MIT */
/*
 * Tables of known columns: what their first row may say, and how a cell is written. A
 * column that nobody knows is said once and not with each of its cells.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "csv.h"

enum { KNOWN_MAX = 40 };

static size_t names_of(const struct field *fields, const char *known[KNOWN_MAX])
{
	size_t count = 0;

	for (; count < KNOWN_MAX && fields[count].name; count++)
		known[count] = fields[count].name;
	return count;
}

/* "name, status, date, kind and treaty", or as the file would have them. */
static void list_names(const char *const known[], size_t count, const char *between,
	const char *last, struct str *out)
{
	for (size_t i = 0; i < count; i++)
		str_addf(out, "%s%s", i == 0 ? "" : i + 1 < count ? between : last, known[i]);
}

static void say_unknown(
	struct reader *reader, const struct node *cell, const char *const known[], size_t count)
{
	const char *guess = reader_guess(reader, cell->text, known, count);
	struct str names;

	str_init(&names);
	list_names(known, count, ", ", " and ", &names);
	reader_error(reader, cell, "unknown column '%s'; %s%s", reader_shown(reader, cell->text),
		guess ? guess : "known are ", guess ? "" : names.text);
	str_clear(&names);
}

/* The cells of a column get the name that its field has. */
static void rename_cells(struct node *rows, const char *from, const char *to)
{
	for (struct node *row = rows; row; row = row->next)
		for (struct node *cell = row->first; cell; cell = cell->next)
			if (cell->key == from)
				cell->key = to;
}

/* False: a column that must be there is not. */
static bool check_columns(struct reader *reader, struct node *head, const struct field *fields)
{
	const char *known[KNOWN_MAX];
	size_t count = names_of(fields, known);
	bool there[KNOWN_MAX] = {false}, good = true;

	for (struct node *cell = head->first; cell; cell = cell->next) {
		char *key = fold_key(cell->text);
		size_t i = 0;
		while (i < count && strcmp(known[i], key) != 0)
			i++;
		if (i == count)
			say_unknown(reader, cell, known, count);
		else
			rename_cells(head->next, cell->text, known[i]);
		there[i < count ? i : 0] |= i < count;
		free(key);
	}
	for (size_t i = 0; i < count; i++) {
		if (!fields[i].required || there[i])
			continue;
		reader_error(reader, head, "the first row has no column '%s'", known[i]);
		good = false;
	}
	return good;
}

static void drop_unknown(struct node *rows, const struct field *fields)
{
	for (struct node *row = rows; row; row = row->next)
		for (struct node **cell = &row->first; *cell;) {
			bool known = false;
			for (const struct field *field = fields; field->name; field++)
				known = known || strcmp(field->name, (*cell)->key) == 0;
			if (known)
				cell = &(*cell)->next;
			else
				*cell = (*cell)->next;
		}
}

const struct node *csv_read_table(struct reader *reader, const char *text, size_t length,
	const struct field *fields, size_t *count)
{
	const struct node *list = csv_read(reader, text, length);
	const char *known[KNOWN_MAX];
	struct str names;

	*count = 0;
	if (!list && reader->messages->errors == 0) {
		str_init(&names);
		list_names(known, names_of(fields, known), ",", ",", &names);
		messages_add(reader->messages, false, 0, 0,
			"the file is empty; its first row names the columns: %s", names.text);
		str_clear(&names);
	}
	if (!list || !check_columns(reader, list->first, fields))
		return NULL;
	drop_unknown(list->first->next, fields);
	*count = list->count;
	return list->first->next;
}

/* --- writing --- */

bool csv_is_formula(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t\r", *text);
}

void csv_add_cell(struct str *out, const char *text)
{
	const char *mark = text && csv_is_formula(text) ? "'" : "";

	if (!text || !strpbrk(text, ",;\"\n\r\t")) {
		str_addf(out, "%s%s", mark, text ? text : "");
		return;
	}
	str_addf(out, "\"%s", mark);
	for (; *text; text++)
		str_add(out, *text == '"' ? "\"\"" : (char[]){*text, '\0'});
	str_addc(out, '"');
}
