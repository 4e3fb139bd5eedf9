/* SPDX-License-Identifier: MIT */
/*
 * What a careful colleague would see in an agenda that is good as far as the format
 * goes. Here what concerns the numbers; the other parts have files of their own. Each
 * thing is said once, where it can be put right, and only if a person would say it: a
 * document of two hundred years of practice must not drown in remarks.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "agenda_review.h"
#include "base/fold.h"
#include "model/number.h"

const struct node *review_entry(const struct node *map, const char *list, size_t n)
{
	const struct node *entries = fields_list(map, list);
	const struct node *entry = entries ? entries->first : NULL;

	while (entry && n--)
		entry = entry->next;
	return entry;
}

bool review_same(const char *a, const char *b)
{
	char *left = fold_key(a), *right = fold_key(b);
	bool same = strcmp(left, right) == 0;

	free(left);
	free(right);
	return same;
}

/* --- gaps in the numbering --- */

static int depth_of(const struct agenda *agenda, size_t item)
{
	int depth = 0;

	while ((item = agenda->items[item].parent) != AGENDA_NONE)
		depth++;
	return depth;
}

/* 1, (a), (i), (a) by depth; sub-items may have figures too: (1). */
static void add_label(int n, int depth, bool figures, struct str *out)
{
	if (depth == 0) {
		str_addf(out, "%d", n);
		return;
	}
	str_addc(out, '(');
	if (figures)
		str_addf(out, "%d", n);
	else if (depth % 2)
		number_letter(n, out);
	else
		number_roman(n, false, out);
	str_addc(out, ')');
}

static bool has_figures(const char *label)
{
	return label[0] == '(' && isdigit((unsigned char)label[1]);
}

/* Which one of its level a label is, from 1; 0 if it is none of the first `most`. */
static int place_of(const char *label, int depth, int most)
{
	struct str candidate;
	int place = 0;

	if (depth == 0 || has_figures(label))
		return atoi(label + (depth != 0));
	str_init(&candidate);
	for (int n = 1; !place && n <= most; n++) {
		str_reset(&candidate);
		add_label(n, depth, false, &candidate);
		if (strcmp(candidate.text, label) == 0)
			place = n;
	}
	str_clear(&candidate);
	return place;
}

/* The label of an item on the agenda of a body; NULL if it is not on it. */
static const char *label_in(const struct agenda_item *item, size_t body)
{
	if (item->parent != AGENDA_NONE || item->body == body)
		return item->number;
	for (size_t i = 0; i < item->joint_count; i++)
		if (item->joint[i].body == body)
			return item->joint[i].number ? item->joint[i].number : item->number;
	return NULL;
}

enum { PLACES = 1000 }; /* as numbers of items have at most three figures */

/* The numbers of one level: those that there are, and who is looking. */
struct level {
	struct agenda_build *build;
	const char *above; /* "1 " of the sub-items of 1 */
	const char *of;    /* " of body 'wg3'" where there are several */
	int depth;
	bool figures;
	bool there[PLACES];
};

/* The numbers between two that are nowhere on the level: "item 3", "items 3, 4 and 6".
 * They count as there from now on, so that each is said once. */
static size_t add_missing(struct level *level, int from, int to, struct str *out)
{
	int numbers[8];
	size_t count = 0, shown;

	for (int n = from; n <= to && n < PLACES; n++) {
		if (!level->there[n] && count < sizeof numbers / sizeof numbers[0])
			numbers[count] = n;
		count += !level->there[n];
		level->there[n] = true;
	}
	shown = count < sizeof numbers / sizeof numbers[0] ? count
							   : sizeof numbers / sizeof numbers[0];
	str_addf(out, "item%s %s", count == 1 ? "" : "s", level->above);
	for (size_t i = 0; i < shown; i++) {
		str_add(out, i == 0 ? "" : i + 1 < count ? ", " : " and ");
		add_label(numbers[i], level->depth, level->figures, out);
	}
	str_add(out, count > shown ? " …" : "");
	return count;
}

static void say_gap(struct level *level, size_t item, int last, int place)
{
	struct agenda_build *build = level->build;
	const struct node *at = fields_place(build->item_nodes[item], "number");
	struct str follows, missing;
	size_t count;

	str_init(&follows);
	str_init(&missing);
	str_addf(&follows, "item %s", level->above);
	add_label(place, level->depth, level->figures, &follows);
	str_add(&follows, level->of);
	if (last)
		str_addf(&follows, " follows item %s", level->above);
	else
		str_add(&follows, " is the first one");
	if (last)
		add_label(last, level->depth, level->figures, &follows);
	count = add_missing(level, last + 1, place - 1, &missing);
	if (place < last)
		reader_warn(
			&build->reader, at, "%s: is that the order of the agenda?", follows.text);
	else if (count)
		reader_warn(&build->reader, at, "%s: %s %s missing?", follows.text,
			count == 1 ? "is" : "are", missing.text);
	str_clear(&follows);
	str_clear(&missing);
}

/* The place of an item on the agenda of a body among its brothers; 0 if it has none. */
static int place_in(struct level *level, size_t item, size_t parent, size_t body)
{
	const struct agenda_item *it = &level->build->agenda->items[item];
	const char *label = it->parent == parent ? label_in(it, body) : NULL;
	int place = label ? place_of(label, level->depth, 100) : 0;

	level->figures = level->figures || (label && has_figures(label));
	return place < PLACES ? place : 0;
}

/* Brothers of one body, in the order of the file; they stand behind their parent. */
static void check_level(struct agenda_build *build, size_t parent, size_t body, const char *of)
{
	const struct agenda *agenda = build->agenda;
	size_t first = parent == AGENDA_NONE ? 0 : parent + 1;
	struct level level = {.build = build, .above = "", .of = of};
	int last = 0;

	if (parent != AGENDA_NONE) {
		level.above =
			arena_printf(build->reader.arena, "%s ", agenda->items[parent].printed);
		level.depth = depth_of(agenda, parent) + 1;
	}
	for (size_t i = first; i < agenda->item_count; i++)
		level.there[place_in(&level, i, parent, body)] = true;
	for (size_t i = first; i < agenda->item_count; i++) {
		int place = place_in(&level, i, parent, body);
		if (place && place != last + 1)
			say_gap(&level, i, last, place);
		last = place ? place : last;
	}
}

static bool has_own(const struct agenda *agenda, size_t body)
{
	for (size_t i = 0; i < agenda->item_count; i++)
		if (agenda->items[i].parent == AGENDA_NONE && agenda->items[i].body == body)
			return true;
	return false;
}

static void check_numbers(struct agenda_build *build)
{
	const struct agenda *agenda = build->agenda;
	size_t owners = 0;

	for (size_t b = 0; b < agenda->body_count; b++)
		owners += has_own(agenda, b);
	/* A body that only joins for an item has an agenda of its own elsewhere. */
	for (size_t b = 0; b < agenda->body_count; b++)
		if (has_own(agenda, b))
			check_level(build, AGENDA_NONE, b,
				owners == 1 ? ""
					    : arena_printf(build->reader.arena, " of body '%s'",
						      build->body_keys[b]));
	for (size_t i = 0; i + 1 < agenda->item_count; i++)
		if (agenda->items[i + 1].parent == i)
			check_level(build, i, agenda->items[i].body, "");
}

/* --- an item in several slots whose sub-items are in none --- */

static void count_slots(const struct agenda *agenda, size_t *slots)
{
	for (size_t i = 0; i < agenda->slot_count; i++)
		for (size_t j = 0; j < agenda->slots[i].item_count; j++)
			slots[agenda->slots[i].items[j].item]++;
}

static void check_planned_twice(struct agenda_build *build)
{
	const struct agenda *agenda = build->agenda;
	size_t *slots = arena_alloc(build->reader.arena, (agenda->item_count + 1) * sizeof *slots);

	count_slots(agenda, slots);
	for (size_t i = 0; i < agenda->item_count; i++) {
		size_t parent = agenda->items[i].parent;
		if (slots[i] || parent == AGENDA_NONE || slots[parent] < 2)
			continue;
		reader_warn(&build->reader, build->item_nodes[i],
			"item %s is in %zu slots, so that nobody knows when %s is taken up: put "
			"its sub-items into the slots",
			agenda->items[parent].printed, slots[parent], agenda->items[i].printed);
		slots[parent] = 0; /* once for all its sub-items */
	}
}

/* --- titles --- */

static void check_titles(struct agenda_build *build)
{
	const struct agenda *agenda = build->agenda;
	struct lookup titles;
	size_t before;

	lookup_init(&titles);
	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		const struct node *at = fields_place(build->item_nodes[i], "title");
		size_t length = strlen(item->title);
		if (length && strchr(".;:", item->title[length - 1]) &&
			!(length > 4 && strcmp(item->title + length - 4, "etc.") == 0))
			reader_note(&build->reader, at,
				"the title of item %s ends with '%c', which the program puts there "
				"where it belongs",
				item->printed, item->title[length - 1]);
		const char *key =
			arena_printf(build->reader.arena, "%zu %s", item->body, item->title);
		if (lookup_add(&titles, key, i) || !lookup_get(&titles, key, &before))
			continue;
		reader_warn(&build->reader, at, "items %s and %s have the same title (line %d)",
			agenda->items[before].printed, item->printed, agenda->items[before].line);
	}
	lookup_clear(&titles);
}

/* --- what an import was not sure of --- */

static void check_confidence(struct agenda_build *build)
{
	for (size_t i = 0; i < build->agenda->item_count; i++)
		if (build->agenda->items[i].confidence != AGENDA_SURE)
			reader_warn(&build->reader,
				fields_place(build->item_nodes[i], "confidence"),
				"the import was not sure of item %s: look at it, and delete "
				"'confidence'",
				build->agenda->items[i].printed);
}

void agenda_review(struct agenda_build *build, const struct node *root)
{
	check_confidence(build);
	check_numbers(build);
	check_titles(build);
	check_planned_twice(build);
	review_mandates(build);
	review_prose(build);
	review_symbols(build, root);
	review_words(build); /* last: of too many messages its notes are those to lose */
}
