/* SPDX-License-Identifier: MIT */
/*
 * One pass over the keys that are there, one over those that should be. A text
 * is copied out of the tree, which may then go. What was cut off by a syntax
 * error misses nothing: nobody knows what would have followed.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/str.h"
#include "base/utf8.h"
#include "fields.h"
#include "model/nearest.h"

enum { SHOWN_COLUMNS = 60, FIELDS_MAX = 20, WORD_MAX = 100 };

enum gravity { ERROR, WARNING, NOTE };

__attribute__((format(printf, 4, 0))) static void add_message(struct reader *reader,
	enum gravity gravity, const struct node *at, const char *format, va_list args)
{
	bool at_key = at->kind == NODE_NOTHING && at->key;
	int line = at_key ? at->key_line : at->line;
	int column = at_key ? at->key_column : at->column;
	struct str text;

	str_init(&text);
	str_vaddf(&text, format, args);
	if (gravity == NOTE)
		messages_note(reader->messages, line, column, "%s", text.text);
	else
		messages_add(reader->messages, gravity == WARNING, line, column, "%s", text.text);
	str_clear(&text);
}

void reader_error(struct reader *reader, const struct node *at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_message(reader, ERROR, at, format, args);
	va_end(args);
}

void reader_warn(struct reader *reader, const struct node *at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_message(reader, WARNING, at, format, args);
	va_end(args);
}

void reader_note(struct reader *reader, const struct node *at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_message(reader, NOTE, at, format, args);
	va_end(args);
}

const char *reader_shown(struct reader *reader, const char *text)
{
	struct str visible, cut;
	const char *result;

	str_init(&visible);
	str_init(&cut);
	utf8_visible(&visible, text, strnlen(text, 1000), false);
	utf8_ellipsis(&cut, visible.text, SHOWN_COLUMNS);
	result = arena_strdup(reader->arena, cut.text);
	str_clear(&visible);
	str_clear(&cut);
	return result;
}

const char *reader_guess(
	struct reader *reader, const char *word, const char *const known[], size_t count)
{
	/* A hostile file has a hundred thousand unknown words: nobody reads them all. */
	bool kept = reader->messages->count < MESSAGES_KEPT;
	const char *found = kept ? nearest_find(word, known, count) : NULL;

	return found ? arena_printf(reader->arena, "did you mean '%s'?", found) : NULL;
}

static const char *kind_name(enum node_kind kind)
{
	switch (kind) {
	case NODE_TEXT:
		return "a text";
	case NODE_LIST:
		return "a list";
	case NODE_MAP:
		return "a mapping";
	default:
		return "nothing";
	}
}

/* "from, to and half" */
static const char *all_names(struct reader *reader, const struct field *fields)
{
	struct str names;
	const char *result;

	str_init(&names);
	for (const struct field *field = fields; field->name; field++) {
		if (field > fields)
			str_add(&names, field[1].name ? ", " : " and ");
		str_add(&names, field->name);
	}
	result = arena_strdup(reader->arena, names.text);
	str_clear(&names);
	return result;
}

static void say_unknown(struct reader *reader, const struct node *node, const char *what,
	const struct field *fields)
{
	const char *names[FIELDS_MAX], *guess;
	size_t count = 0;

	while (count < FIELDS_MAX && fields[count].name) {
		names[count] = fields[count].name;
		count++;
	}
	guess = reader_guess(reader, node->key, names, count);
	if (guess)
		messages_add(reader->messages, false, node->key_line, node->key_column,
			"unknown key '%s'; %s", reader_shown(reader, node->key), guess);
	else
		messages_add(reader->messages, false, node->key_line, node->key_column,
			"unknown key '%s'; %s has %s", reader_shown(reader, node->key), what,
			all_names(reader, fields));
}

/* The text in one line: a line feed of "|" or of a long quotation is a blank. */
static const char *one_line(struct reader *reader, const char *text)
{
	char *entered = utf8_enter(text, true);
	const char *result = arena_strdup(reader->arena, entered);

	free(entered);
	return result;
}

static bool is_made_of(const char *text, const char *first, const char *others)
{
	if (*text == '\0' || !strchr(first, *text))
		return false;
	while (*text && strchr(others, *text))
		text++;
	return *text == '\0';
}

static bool is_date_shaped(const char *text)
{
	static const char shape[] = "dddd-dd-dd";

	for (size_t i = 0; i < sizeof(shape); i++)
		if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
			return false;
	return true;
}

static bool check_date(struct reader *reader, const struct node *node, const char *text)
{
	struct civil civil;

	if (!is_date_shaped(text))
		reader_error(reader, node, "'%s' must be a date like 2012-10-17, not '%s'",
			node->key, reader_shown(reader, text));
	else if (!civil_parse_date(text, &civil))
		reader_error(reader, node, "%s is no day of the calendar", text);
	else
		return true;
	return false;
}

#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

static bool check_word(struct reader *reader, const struct node *node, const char *text)
{
	if (strlen(text) <= WORD_MAX && is_made_of(text, LETTERS DIGITS, LETTERS DIGITS ".-"))
		return true;
	reader_error(reader, node,
		"'%s' must be of at most %d small letters, digits, '.' and '-', "
		"and begin with a letter or digit, not '%s'",
		node->key, WORD_MAX, reader_shown(reader, text));
	return false;
}

static bool check_key(struct reader *reader, const struct node *node, const char *text)
{
	if (is_made_of(text, LETTERS, LETTERS DIGITS "-"))
		return true;
	reader_error(reader, node,
		"'%s' must be of small letters, digits and '-', "
		"and begin with a letter, not '%s'",
		node->key, reader_shown(reader, text));
	return false;
}

static bool check_kind(
	struct reader *reader, const struct node *node, enum field_kind kind, const char *text)
{
	switch (kind) {
	case FIELD_DATE:
		return check_date(reader, node, text);
	case FIELD_WORD:
		return check_word(reader, node, text);
	case FIELD_KEY:
		return check_key(reader, node, text);
	default:
		return true;
	}
}

static void read_text(
	struct reader *reader, const struct node *node, const struct field *field, void *into)
{
	const char *text = field->kind == FIELD_TEXT ? arena_strdup(reader->arena, node->text)
						     : one_line(reader, node->text);

	if (*text == '\0') {
		if (field->required)
			reader_error(reader, node, "'%s' is empty", field->name);
		return;
	}
	if (check_kind(reader, node, field->kind, text) && field->offset != FIELD_NOWHERE)
		*(const char **)(void *)((char *)into + field->offset) = text;
}

static void read_field(
	struct reader *reader, const struct node *node, const struct field *field, void *into)
{
	enum node_kind wanted = field->kind == FIELD_LIST  ? NODE_LIST
				: field->kind == FIELD_MAP ? NODE_MAP
							   : NODE_TEXT;

	if (node->kind == NODE_REFUSED || field->kind == FIELD_OTHER)
		return;
	if (node->kind == NODE_NOTHING) {
		if (field->required)
			reader_error(reader, node, "'%s' is empty", field->name);
	} else if (node->kind != wanted) {
		reader_error(reader, node, "'%s' must be %s, not %s", field->name,
			kind_name(wanted), kind_name(node->kind));
	} else if (wanted == NODE_TEXT) {
		read_text(reader, node, field, into);
	} else if (node->count == 0 && field->required && !node->cut) {
		reader_error(reader, node, "'%s' is empty", field->name);
	}
}

const struct node *fields_child(const struct node *map, const char *name)
{
	if (map->kind != NODE_MAP)
		return NULL;
	for (const struct node *node = map->first; node; node = node->next)
		if (strcmp(node->key, name) == 0)
			return node;
	return NULL;
}

static const struct field *field_named(const struct field *fields, const char *name)
{
	for (; fields->name; fields++)
		if (strcmp(fields->name, name) == 0)
			return fields;
	return NULL;
}

bool fields_read(struct reader *reader, const struct node *map, const char *what,
	const struct field *fields, void *into)
{
	if (map->kind == NODE_REFUSED)
		return false;
	if (map->kind != NODE_MAP) {
		reader_error(reader, map, "%s must be a mapping ('key: value'), not %s", what,
			kind_name(map->kind));
		return false;
	}
	for (const struct node *node = map->first; node; node = node->next) {
		const struct field *field = field_named(fields, node->key);
		if (field)
			read_field(reader, node, field, into);
		else
			say_unknown(reader, node, what, fields);
	}
	for (const struct field *field = fields; field->name && !map->cut; field++)
		if (field->required && !fields_child(map, field->name))
			reader_error(reader, map, "%s has no '%s'", what, field->name);
	return true;
}

static const struct node *filled(const struct node *map, const char *name, enum node_kind kind)
{
	const struct node *node = fields_child(map, name);

	return node && node->kind == kind && node->count > 0 ? node : NULL;
}

const struct node *fields_list(const struct node *map, const char *name)
{
	return filled(map, name, NODE_LIST);
}

const struct node *fields_map(const struct node *map, const char *name)
{
	return filled(map, name, NODE_MAP);
}

const struct node *fields_place(const struct node *map, const char *name)
{
	const struct node *node = fields_child(map, name);

	return node ? node : map;
}

const char *fields_line(struct reader *reader, const struct node *node, const char *what)
{
	const char *text;

	if (node->kind == NODE_REFUSED)
		return NULL;
	if (node->kind != NODE_TEXT) {
		reader_error(
			reader, node, "%s must be a text, not %s", what, kind_name(node->kind));
		return NULL;
	}
	text = one_line(reader, node->text);
	if (*text)
		return text;
	reader_error(reader, node, "%s must not be empty", what);
	return NULL;
}
