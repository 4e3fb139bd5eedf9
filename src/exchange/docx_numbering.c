/* SPDX-License-Identifier: MIT */
/*
 * Numbers as Word makes them (ECMA-376 part 1, 17.9). A paragraph refers to a "num",
 * a num to an abstract list, and it is the abstract list that counts: two nums of
 * one list go on from each other, unless a num says where it starts. A number at a
 * level lets all deeper levels begin anew.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "docx_part.h"
#include "model/number.h"

enum { COUNT_MAX = 30000, TEXT_MAX = 255 /* bytes of a level's text; Word has 31 signs */ };

void docx_numbering_init(struct docx_numbering *numbering)
{
	*numbering = (struct docx_numbering){0};
	arena_init(&numbering->arena);
	lookup_init(&numbering->list_by_id);
	lookup_init(&numbering->num_by_id);
}

void docx_numbering_clear(struct docx_numbering *numbering)
{
	lookup_clear(&numbering->num_by_id);
	lookup_clear(&numbering->list_by_id);
	free(numbering->nums);
	free(numbering->lists);
	arena_clear(&numbering->arena);
}

/* --- reading --- */

struct reader {
	struct docx_numbering *numbering;
	struct docx_list *list;
	struct docx_num *num;
	struct docx_level *level; /* borrowed of the lists: gone when another one begins */
	int override;             /* the level of a num that is overridden, -1 none */
};

static const struct docx_level plain_level = {.start = 1, .format = "decimal", .restart = -1};

static bool begin_list(struct reader *reader, struct xml_attributes attributes, struct err *err)
{
	struct docx_numbering *numbering = reader->numbering;
	const char *id = xml_attribute(attributes, "abstractNumId");

	if (numbering->list_count == DOCX_ENTRIES_MAX / 10)
		return err_set(err, ERR_DATA, "it has too many lists");
	reader->level = NULL;
	numbering->lists = mem_grow(numbering->lists, &numbering->list_room,
		numbering->list_count + 1, sizeof(*numbering->lists));
	reader->list = &numbering->lists[numbering->list_count];
	for (int i = 0; i < DOCX_LEVELS; i++) {
		reader->list->levels[i] = plain_level;
		reader->list->counts[i] = -1;
	}
	lookup_add(&numbering->list_by_id, arena_strdup(&numbering->arena, id ? id : ""),
		numbering->list_count++);
	return true;
}

static bool begin_num(struct reader *reader, struct xml_attributes attributes, struct err *err)
{
	struct docx_numbering *numbering = reader->numbering;
	const char *id = xml_attribute(attributes, "numId");

	if (numbering->num_count == DOCX_ENTRIES_MAX)
		return err_set(err, ERR_DATA, "it has too many lists");
	numbering->nums = mem_grow(numbering->nums, &numbering->num_room, numbering->num_count + 1,
		sizeof(*numbering->nums));
	reader->num = &numbering->nums[numbering->num_count];
	reader->num->list = (size_t)-1;
	for (int i = 0; i < DOCX_LEVELS; i++)
		reader->num->starts[i] = -1;
	lookup_add(&numbering->num_by_id, arena_strdup(&numbering->arena, id ? id : ""),
		numbering->num_count++);
	return true;
}

static void begin_level(struct reader *reader, struct xml_attributes attributes)
{
	int at = docx_figure(xml_attribute(attributes, "ilvl"), DOCX_LEVELS - 1);

	if (reader->list) {
		reader->level = &reader->list->levels[at];
	} else if (reader->num) {
		if (!reader->num->levels[at])
			reader->num->levels[at] =
				arena_alloc(&reader->numbering->arena, sizeof(*reader->level));
		reader->level = reader->num->levels[at];
	}
	if (reader->level)
		*reader->level = plain_level;
}

static void read_level(struct reader *reader, const char *local, struct xml_attributes attributes)
{
	struct docx_level *level = reader->level;
	struct arena *arena = &reader->numbering->arena;
	const char *value = docx_value(attributes);

	if (strcmp(local, "start") == 0)
		level->start = docx_figure(value, COUNT_MAX);
	else if (strcmp(local, "numFmt") == 0 && strlen(value) < sizeof(level->format))
		memcpy(level->format, value, strlen(value) + 1);
	else if (strcmp(local, "lvlText") == 0)
		level->text = arena_strndup(
			arena, value, strlen(value) < TEXT_MAX ? strlen(value) : TEXT_MAX);
	else if (strcmp(local, "lvlRestart") == 0)
		level->restart = docx_figure(value, DOCX_LEVELS);
	else if (strcmp(local, "isLgl") == 0)
		level->legal = docx_switch(attributes);
	else if (strcmp(local, "pStyle") == 0)
		level->style = arena_strdup(arena, value);
}

static void read_num(struct reader *reader, const char *local, struct xml_attributes attributes)
{
	if (strcmp(local, "abstractNumId") == 0)
		lookup_get(
			&reader->numbering->list_by_id, docx_value(attributes), &reader->num->list);
	else if (strcmp(local, "lvlOverride") == 0)
		reader->override = docx_figure(xml_attribute(attributes, "ilvl"), DOCX_LEVELS - 1);
	else if (strcmp(local, "startOverride") == 0 && reader->override >= 0)
		reader->num->starts[reader->override] =
			docx_figure(docx_value(attributes), COUNT_MAX);
}

static bool on_start(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	struct reader *reader = context;
	struct arena *arena = &reader->numbering->arena;

	if (strcmp(name.local, "abstractNum") == 0)
		return begin_list(reader, attributes, err);
	if (strcmp(name.local, "num") == 0)
		return begin_num(reader, attributes, err);
	if (strcmp(name.local, "lvl") == 0)
		begin_level(reader, attributes);
	else if (reader->level)
		read_level(reader, name.local, attributes);
	else if (reader->num)
		read_num(reader, name.local, attributes);
	else if (reader->list && strcmp(name.local, "numStyleLink") == 0)
		reader->list->link = arena_strdup(arena, docx_value(attributes));
	else if (reader->list && strcmp(name.local, "styleLink") == 0)
		reader->list->defines = arena_strdup(arena, docx_value(attributes));
	return true;
}

static bool on_end(void *context, struct xml_name name, struct err *err)
{
	struct reader *reader = context;

	(void)err;
	if (strcmp(name.local, "lvl") == 0)
		reader->level = NULL;
	else if (strcmp(name.local, "lvlOverride") == 0)
		reader->override = -1;
	else if (strcmp(name.local, "num") == 0)
		reader->num = NULL;
	else if (strcmp(name.local, "abstractNum") == 0)
		reader->list = NULL;
	return true;
}

/* A list that only names the style that another one defines has the levels of that. */
static void follow_link(struct docx_numbering *numbering, struct docx_list *list)
{
	for (size_t i = 0; list->link && i < numbering->list_count; i++) {
		const struct docx_list *other = &numbering->lists[i];
		if (other != list && other->defines && strcmp(other->defines, list->link) == 0) {
			memcpy(list->levels, other->levels, sizeof(list->levels));
			return;
		}
	}
}

bool docx_numbering_read(
	struct docx_numbering *numbering, struct zip_reader *zip, const char *part, struct err *err)
{
	static const struct xml_events events = {.start = on_start, .end = on_end};
	struct reader reader = {.numbering = numbering, .override = -1};

	if (!docx_read_side(zip, part, &events, &reader, err))
		return false;
	for (size_t i = 0; i < numbering->list_count; i++)
		follow_link(numbering, &numbering->lists[i]);
	return true;
}

/* --- counting --- */

static struct docx_num *find_num(const struct docx_numbering *numbering, int num)
{
	char id[16];
	size_t found;

	snprintf(id, sizeof(id), "%d", num);
	if (!lookup_get(&numbering->num_by_id, id, &found) ||
		numbering->nums[found].list >= numbering->list_count)
		return NULL;
	return &numbering->nums[found];
}

static const struct docx_level *level_of(
	const struct docx_numbering *numbering, const struct docx_num *num, int level)
{
	return num->levels[level] ? num->levels[level] : &numbering->lists[num->list].levels[level];
}

static void count_up(struct docx_numbering *numbering, struct docx_num *num, int level)
{
	int *counts = numbering->lists[num->list].counts;

	if (num->starts[level] >= 0 && (!num->used[level] || counts[level] < 0))
		counts[level] = num->starts[level];
	else if (counts[level] < 0)
		counts[level] = level_of(numbering, num, level)->start;
	else if (counts[level] < COUNT_MAX)
		counts[level]++;
	num->used[level] = true;
	for (int i = level + 1; i < DOCX_LEVELS; i++) {
		int restart = level_of(numbering, num, i)->restart;
		if (restart < 0 || level < restart)
			counts[i] = -1;
	}
}

static void add_count(struct str *out, const char *format, int count)
{
	struct str letters = STR_EMPTY;

	if (strcmp(format, "lowerLetter") == 0 || strcmp(format, "upperLetter") == 0) {
		if (count > 0)
			number_letter(count % 780 ? count % 780 : 780, &letters);
		for (size_t i = 0; *format == 'u' && i < letters.length; i++)
			letters.text[i] = (char)(letters.text[i] - 'a' + 'A');
		str_add(out, letters.text);
		str_clear(&letters);
	} else if (strcmp(format, "lowerRoman") == 0 || strcmp(format, "upperRoman") == 0) {
		if (count > 0 && count < 4000)
			number_roman(count, *format == 'u', out);
	} else if (strcmp(format, "decimalZero") == 0) {
		str_addf(out, "%02d", count);
	} else if (strcmp(format, "ordinal") == 0) {
		number_ordinal(count, out);
	} else if (strcmp(format, "none") != 0 && strcmp(format, "bullet") != 0) {
		str_addf(out, "%d", count);
	}
}

/* "%1.%2": each with its own format. */
static void print_number(const struct docx_numbering *numbering, const struct docx_num *num,
	const struct docx_level *level, struct str *out)
{
	const int *counts = numbering->lists[num->list].counts;

	for (const char *c = level->text ? level->text : ""; *c; c++) {
		if (*c != '%' || c[1] < '1' || c[1] > '9') {
			str_addc(out, *c);
			continue;
		}
		int at = *++c - '1';
		const struct docx_level *shown = level_of(numbering, num, at);
		add_count(out, level->legal ? "decimal" : shown->format,
			counts[at] < 0 ? shown->start : counts[at]);
	}
}

void docx_numbering_next(struct docx_numbering *numbering, int number, int level, struct str *out)
{
	struct docx_num *num = number > 0 ? find_num(numbering, number) : NULL;

	if (!num || level < 0 || level >= DOCX_LEVELS)
		return;
	count_up(numbering, num, level);
	if (strcmp(level_of(numbering, num, level)->format, "bullet") != 0)
		print_number(numbering, num, level_of(numbering, num, level), out);
}

int docx_numbering_level_of(const struct docx_numbering *numbering, int number, const char *style)
{
	const struct docx_num *num = number > 0 ? find_num(numbering, number) : NULL;

	for (int i = 0; num && style && i < DOCX_LEVELS; i++) {
		const char *own = level_of(numbering, num, i)->style;
		if (own && strcmp(own, style) == 0)
			return i;
	}
	return -1;
}
