/* SPDX-License-Identifier: MIT */
/*
 * Names by code or by English name. A table has some hundreds of names and is asked once
 * for each participant of a session: it is looked through from the beginning.
 *
 * A letter of its own becomes the one before it and a sign that no name has and that
 * stands behind all letters, so that the fold keys need not know of languages.
 */
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/name_table.h"
#include "model/names.h"

static const char behind_letters[] = "\u02AF"; /* ʯ, which folds to itself */

void name_table_init(struct name_table *table)
{
	*table = (struct name_table){0};
	arena_init(&table->arena);
}

void name_table_clear(struct name_table *table)
{
	arena_clear(&table->arena);
	name_table_init(table);
}

void name_table_copy(struct name_table *copy, const struct name_table *from)
{
	struct arena *arena = &copy->arena;

	for (size_t i = 0; i < from->name_count; i++) {
		const struct table_name *name = &from->names[i];
		const struct roster_name *own = &name->name;
		name_table_add(copy, &(struct table_name){.code = arena_strdup(arena, name->code),
					     .english = arena_strdup(arena, name->english),
					     .name = {.list = arena_strdup(arena, own->list),
						     .running = arena_strdup(arena, own->running),
						     .from = arena_strdup(arena, own->from),
						     .until = arena_strdup(arena, own->until)}});
	}
	for (size_t i = 0; i < from->letter_count; i++) {
		copy->letters = arena_grow(arena, copy->letters, i, sizeof *copy->letters);
		copy->letters[i] = from->letters[i];
		copy->letters[i].after = arena_strdup(arena, from->letters[i].after);
	}
	copy->letter_count = from->letter_count;
	copy->participants = from->participants;
}

void name_table_add(struct name_table *table, const struct table_name *name)
{
	table->names =
		arena_grow(&table->arena, table->names, table->name_count, sizeof *table->names);
	table->names[table->name_count++] = *name;
}

static bool is_of(const struct table_name *name, const char *code, const char *english)
{
	if (name->code)
		return code && strcmp(name->code, code) == 0;
	return english && strcmp(name->english, english) == 0;
}

const struct roster_name *name_table_on(
	const struct name_table *table, const char *code, const char *english, const char *date)
{
	for (size_t i = 0; i < table->name_count; i++)
		if (is_of(&table->names[i], code, english) &&
			roster_is_name_on(&table->names[i].name, date))
			return &table->names[i].name;
	return NULL;
}

static const struct table_letter *letter_of(const struct name_table *table, uint32_t point)
{
	for (size_t i = 0; i < table->letter_count; i++)
		if (table->letters[i].letter == point ||
			utf8_upper(table->letters[i].letter) == point)
			return &table->letters[i];
	return NULL;
}

char *name_table_sort_key(const struct name_table *table, const char *name)
{
	struct str text;
	size_t length = strlen(name);

	str_init(&text);
	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t size = utf8_decode(name + at, length - at, &point);
		const struct table_letter *letter = letter_of(table, point);

		if (letter)
			str_add(&text, letter->after);
		else
			str_addn(&text, name + at, size);
		for (size_t i = 0; letter && i < letter->rank; i++)
			str_add(&text, behind_letters);
		at += size;
	}
	char *key = names_sort_key(text.text);
	str_clear(&text);
	return key;
}
