/* SPDX-License-Identifier: MIT */
/*
 * Resolutions and decisions that are cited in two forms: once as 5/6 and once as V/6,
 * here a resolution and there a decision, one number with two titles. What is compared
 * stands under 'mandates' and in the running text of the annotations; only numbers
 * with a slash, since others are given again every year.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "agenda_review.h"

enum { TITLE_MOST = 600 }; /* bytes */

struct citation {
	const char *kind;   /* "resolution" */
	const char *number; /* as it is written */
	const char *title;  /* or NULL */
	const struct node *at;
};

/* What was cited first under each number, and what has been said about it. */
struct cited {
	struct citation first;
	bool said_kind, said_form, said_title;
};

struct citations {
	struct agenda_build *build;
	struct lookup numbers; /* "5/6" to the index */
	struct cited *all;
	size_t count;
};

/* --- numbers --- */

/* The value of a roman numeral of that length; 0 if it is none. */
static int roman_value(const char *text, size_t length)
{
	static const char letters[] = "IVXLC";
	static const int values[] = {1, 5, 10, 50, 100};
	int sum = 0, before = 0;

	for (size_t i = length; i-- > 0;) {
		const char *at = text[i] ? strchr(letters, text[i]) : NULL;
		int value = at ? values[at - letters] : 0;
		if (!value)
			return 0;
		sum += value < before ? -value : value;
		before = value > before ? value : before;
	}
	return sum;
}

/* "5/6" of "V/6"; NULL without a slash. In the arena. */
static const char *normal(struct agenda_build *build, const char *number)
{
	const char *slash = strchr(number, '/');
	int roman = slash ? roman_value(number, (size_t)(slash - number)) : 0;

	if (!slash || slash == number || !isalnum((unsigned char)slash[1]))
		return NULL;
	if (roman)
		return arena_printf(build->reader.arena, "%d%s", roman, slash);
	return number;
}

/* --- comparing --- */

static const char *last_word(const char *kind)
{
	const char *blank = strrchr(kind, ' ');

	return blank ? blank + 1 : kind;
}

static void say_differences(
	struct agenda_build *build, struct cited *cited, const struct citation *now)
{
	const struct citation *first = &cited->first;
	struct reader *reader = &build->reader;

	if (!cited->said_form && strcmp(first->number, now->number) != 0) {
		reader_warn(reader, now->at, "%s %s is cited as %s in line %d: use one form",
			now->kind, reader_shown(reader, now->number),
			reader_shown(reader, first->number), first->at->line);
		cited->said_form = true;
	}
	if (!cited->said_kind && strcasecmp(last_word(first->kind), last_word(now->kind)) != 0) {
		reader_warn(reader, now->at, "%s is a %s here and a %s in line %d: which is right?",
			reader_shown(reader, now->number), reader_shown(reader, now->kind),
			reader_shown(reader, first->kind), first->at->line);
		cited->said_kind = true;
	} else if (!cited->said_title && first->title && now->title &&
		   !review_same(first->title, now->title)) {
		reader_warn(reader, now->at,
			"%s %s has another title in line %d, “%s”: which is right?", now->kind,
			reader_shown(reader, now->number), first->at->line,
			reader_shown(reader, first->title));
		cited->said_title = true;
	}
	if (!first->title)
		cited->first.title = now->title;
}

static void cite(struct citations *c, const struct citation *now)
{
	const char *number = normal(c->build, now->number);
	size_t index;

	if (!number)
		return;
	if (lookup_get(&c->numbers, number, &index)) {
		say_differences(c->build, &c->all[index], now);
		return;
	}
	c->all = arena_grow(c->build->reader.arena, c->all, c->count, sizeof *c->all);
	c->all[c->count] = (struct cited){.first = *now};
	lookup_add(&c->numbers, number, c->count++);
}

/* --- where they stand --- */

static void cite_mandates(struct citations *c, size_t item)
{
	const struct agenda_item *it = &c->build->agenda->items[item];
	const struct node *entry = review_entry(c->build->item_nodes[item], "mandates", 0);

	for (size_t i = 0; i < it->mandate_count && entry; i++, entry = entry->next) {
		const struct agenda_mandate *m = &it->mandates[i];
		cite(c, &(struct citation){
				m->kind, m->number, m->title, fields_place(entry, "number")});
	}
}

/* Bytes of a number like "5/6" or "V/6" that text begins with, else 0. */
static size_t number_length(const char *text)
{
	size_t before = 0, after;

	while (isdigit((unsigned char)text[before]) ||
		(text[before] && strchr("IVXLC", text[before])))
		before++;
	if (!before || text[before] != '/')
		return 0;
	for (after = before + 1; isdigit((unsigned char)text[after]);)
		after++;
	return after > before + 1 ? after : 0;
}

/* The title in ", entitled “Title”" or NULL. None is so long that looking for its end
 * behind each of many openings would take time. */
static const char *title_at(struct agenda_build *build, const char *text)
{
	static const char *const openings[] = {", entitled “", " entitled “", ", “"};

	for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
		size_t length = strlen(openings[i]);
		if (strncmp(text, openings[i], length) != 0)
			continue;
		for (size_t end = length; end < TITLE_MOST && text[end]; end++)
			if (strncmp(text + end, "”", strlen("”")) == 0)
				return arena_strndup(
					build->reader.arena, text + length, end - length);
	}
	return NULL;
}

/* "5/1 and 5/6" behind the word; what follows the last of them. */
static const char *cite_numbers(
	struct citations *c, const char *kind, const char *text, const struct node *at)
{
	static const char *const between[] = {" and ", ", and ", ", ", " or "};
	struct agenda_build *build = c->build;

	for (size_t length; (length = number_length(text)) > 0;) {
		const char *after = text + length;
		cite(c, &(struct citation){kind, arena_strndup(build->reader.arena, text, length),
				title_at(build, after), at});
		text = after;
		for (size_t i = 0; i < sizeof between / sizeof between[0] && text == after; i++)
			if (strncmp(after, between[i], strlen(between[i])) == 0 &&
				number_length(after + strlen(between[i])))
				text = after + strlen(between[i]);
		if (text == after)
			break;
	}
	return text;
}

static void cite_prose(struct citations *c, const char *text, const struct node *at)
{
	static const char *const kinds[] = {"resolution", "decision"};

	while (text && *text) {
		const char *next = text + 1;
		for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
			size_t length = strlen(kinds[i]);
			if (strncasecmp(text, kinds[i], length) != 0)
				continue;
			length += text[length] == 's';
			if (text[length] == ' ')
				next = cite_numbers(c, kinds[i], text + length + 1, at);
		}
		text = next;
	}
}

void review_mandates(struct agenda_build *build)
{
	struct citations c = {.build = build};

	lookup_init(&c.numbers);
	for (size_t i = 0; i < build->agenda->item_count; i++)
		cite_mandates(&c, i);
	for (size_t i = 0; i < build->agenda->item_count; i++)
		cite_prose(&c, build->agenda->items[i].annotation,
			fields_place(build->item_nodes[i], "annotation"));
	lookup_clear(&c.numbers);
}
