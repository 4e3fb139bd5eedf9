/* SPDX-License-Identifier: MIT */
/*
 * What no part of an agenda can see alone: slots at the same time in one room,
 * and items that nobody has planned. Sorting brings together what can overlap,
 * so that a file of fifty thousand slots is checked at once.
 */
#include <stdlib.h>
#include <string.h>

#include "agenda_build.h"
#include "base/mem.h"

/* --- slots at the same time --- */

static int compare_slots(const void *left, const void *right)
{
	const struct agenda_slot *a = *(const struct agenda_slot *const *)left;
	const struct agenda_slot *b = *(const struct agenda_slot *const *)right;
	int order = strcmp(a->date, b->date);

	if (order == 0)
		order = strcmp(a->room ? a->room : "", b->room ? b->room : "");
	if (order == 0)
		order = a->from - b->from;
	return order ? order : (a > b) - (a < b); /* then as in the file */
}

static bool in_same_place(const struct agenda_slot *a, const struct agenda_slot *b)
{
	return strcmp(a->date, b->date) == 0 &&
	       strcmp(a->room ? a->room : "", b->room ? b->room : "") == 0;
}

/* Said at the slot that comes later in the file. */
static void say_overlap(
	struct agenda_build *build, const struct agenda_slot *a, const struct agenda_slot *b)
{
	const struct agenda_slot *first = a < b ? a : b, *second = a < b ? b : a;
	const struct node *at = build->slot_nodes[second - build->agenda->slots];

	if (a->room)
		reader_error(&build->reader, at,
			"the slot overlaps the one in line %d in room '%s'", first->line,
			reader_shown(&build->reader, a->room));
	else
		reader_warn(&build->reader, at,
			"the slot overlaps the one in line %d; name the rooms if both are meant",
			first->line);
}

/* Slots with a date and both times, in order of place and time. Yours to free. */
static const struct agenda_slot **timed_slots(const struct agenda *agenda, size_t *count)
{
	const struct agenda_slot **slots =
		mem_alloc((agenda->slot_count + 1) * sizeof(struct agenda_slot *));

	*count = 0;
	for (size_t i = 0; i < agenda->slot_count; i++) {
		const struct agenda_slot *slot = &agenda->slots[i];
		if (*slot->date && slot->from >= 0 && slot->to > slot->from)
			slots[(*count)++] = slot;
	}
	qsort(slots, *count, sizeof(struct agenda_slot *), compare_slots);
	return slots;
}

/* Sorted by their beginnings, a slot overlaps just those before it, in its place,
 * that have not ended: nothing is compared in vain. */
static void check_overlaps(struct agenda_build *build)
{
	size_t count, open_count = 0;
	const struct agenda_slot **slots = timed_slots(build->agenda, &count);
	const struct agenda_slot **open = mem_alloc((count + 1) * sizeof(struct agenda_slot *));

	for (size_t i = 0; i < count && build->reader.messages->left_out == 0; i++) {
		size_t kept = 0;
		for (size_t j = 0; j < open_count; j++)
			if (in_same_place(open[j], slots[i]) && open[j]->to > slots[i]->from)
				open[kept++] = open[j];
		for (size_t j = 0; j < kept; j++)
			say_overlap(build, open[j], slots[i]);
		open[kept] = slots[i];
		open_count = kept + 1;
	}
	free(open);
	free(slots);
}

/* --- items in no slot --- */

/* What of an item is planned. Parents stand before their sub-items. */
enum { PLANNED_HERE = 1, PLANNED_ABOVE = 2, PLANNED_BELOW = 4 };

static unsigned char *mark_planned(const struct agenda *agenda)
{
	unsigned char *planned = mem_alloc(agenda->item_count + 1);

	for (size_t i = 0; i < agenda->slot_count; i++)
		for (size_t j = 0; j < agenda->slots[i].item_count; j++)
			planned[agenda->slots[i].items[j].item] |= PLANNED_HERE;
	for (size_t i = 0; i < agenda->item_count; i++) {
		size_t parent = agenda->items[i].parent;
		if (parent != AGENDA_NONE && planned[parent] & (PLANNED_HERE | PLANNED_ABOVE))
			planned[i] |= PLANNED_ABOVE;
	}
	for (size_t i = agenda->item_count; i-- > 0;) {
		size_t parent = agenda->items[i].parent;
		if (parent != AGENDA_NONE && planned[i] & (PLANNED_HERE | PLANNED_BELOW))
			planned[parent] |= PLANNED_BELOW;
	}
	return planned;
}

/* An item none of whose sub-items is planned is said once and not for each. */
static void check_planned(struct agenda_build *build)
{
	const struct agenda *agenda = build->agenda;
	unsigned char *planned = mark_planned(agenda);

	for (size_t i = 0; i < agenda->item_count; i++) {
		size_t parent = agenda->items[i].parent;
		if (planned[i] || (parent != AGENDA_NONE && !planned[parent]))
			continue;
		reader_warn(&build->reader, build->item_nodes[i],
			"item %s is in no slot of the organization of work",
			agenda->items[i].printed);
	}
	free(planned);
}

void agenda_check(struct agenda_build *build)
{
	check_overlaps(build);
	/* Once something is wrong, an item may be missing because of that. */
	if (build->references > 0 && build->reader.messages->errors == 0)
		check_planned(build);
}
