/* SPDX-License-Identifier: MIT */
/*
 * The organization of work: days, and on each its slots. A slot refers to items
 * as they are printed; where the schedule words an item differently, its words
 * are kept with the slot and never replace the item's title.
 */
#include <string.h>

#include "agenda_build.h"
#include "base/civil.h"
#include "base/str.h"
#include "model/number.h"

static const struct field day_fields[] = {
	{"date", FIELD_DATE, true, 0},
	{"slots", FIELD_LIST, true, FIELD_NOWHERE},
	{0},
};

/* What a slot says before it is understood. */
struct raw_slot {
	const char *from, *to, *half, *room, *label, *title;
};

#define TEXT_OF(name, member)                                                   \
	{                                                                       \
		name, FIELD_LINE, false, (int)offsetof(struct raw_slot, member) \
	}

static const struct field slot_fields[] = {
	TEXT_OF("from", from),
	TEXT_OF("to", to),
	TEXT_OF("half", half),
	TEXT_OF("room", room),
	TEXT_OF("label", label),
	TEXT_OF("title", title),
	{"items", FIELD_LIST, false, FIELD_NOWHERE},
	{0},
};

static const struct field reference_fields[] = {
	{"item", FIELD_LINE, true, FIELD_NOWHERE},
	{"title", FIELD_LINE, false, (int)offsetof(struct agenda_slot_item, title)},
	{0},
};

/* --- times --- */

static bool is_time_shaped(const char *text)
{
	return strlen(text) == 5 && text[2] == ':';
}

static int read_time(
	struct agenda_build *build, const struct node *node, const char *name, const char *text)
{
	int seconds = text && is_time_shaped(text) ? civil_parse_clock(text) : -1;

	if (text && seconds < 0)
		reader_error(&build->reader, fields_place(node, name),
			"'%s' must be a time like \"09:30\", not '%s'", name,
			reader_shown(&build->reader, text));
	return seconds < 0 ? -1 : seconds / 60;
}

static const char *read_half(struct agenda_build *build, const struct node *node, const char *half)
{
	if (!half || strcmp(half, "am") == 0 || strcmp(half, "pm") == 0)
		return half;
	reader_error(&build->reader, fields_place(node, "half"),
		"'half' must be am or pm, not '%s'", reader_shown(&build->reader, half));
	return NULL;
}

static void read_times(struct agenda_build *build, const struct node *node,
	const struct raw_slot *raw, struct agenda_slot *slot)
{
	struct reader *reader = &build->reader;

	slot->from = read_time(build, node, "from", raw->from);
	slot->to = read_time(build, node, "to", raw->to);
	slot->half = read_half(build, node, raw->half);
	if (raw->half && (raw->from || raw->to))
		reader_error(
			reader, fields_place(node, "half"), "a slot has 'half' or times, not both");
	else if (raw->to && !raw->from)
		reader_error(reader, fields_place(node, "to"), "the slot has 'to' and no 'from'");
	else if (slot->from >= 0 && slot->to >= 0 && slot->to <= slot->from)
		reader_error(reader, fields_place(node, "to"),
			"the slot ends at %s, and begins only at %s", raw->to, raw->from);
}

/* --- items --- */

/* True if another body has the number too, so that it alone says too little. */
static bool is_ambiguous(const struct agenda *agenda, const char *printed)
{
	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		if (strcmp(item->printed, printed) == 0)
			return true;
		for (size_t j = 0; j < item->joint_count; j++)
			if (item->joint[j].number && strcmp(item->joint[j].number, printed) == 0)
				return true;
	}
	return false;
}

/* Why agenda_find found nothing. */
static void say_unknown(struct agenda_build *build, const struct node *at, const char *reference,
	const char *printed, size_t body_length)
{
	const char *body = arena_strndup(build->reader.arena, reference, body_length);
	size_t index;

	if (body_length > 0 && !lookup_get(&build->bodies, body, &index))
		agenda_bodies_say_unknown(build, at, body);
	else if (body_length > 0)
		reader_error(&build->reader, at, "item %s is not on the agenda of body '%s'",
			printed, body);
	else if (is_ambiguous(build->agenda, printed))
		reader_error(&build->reader, at,
			"several bodies have an item %s; "
			"put the body before it, like '%s:%s'",
			printed, build->body_keys[0], printed);
	else
		reader_error(&build->reader, at, "item %s is not on the agenda", printed);
}

static size_t find_item(struct agenda_build *build, const struct node *at, const char *reference)
{
	size_t found = agenda_find(build->agenda, reference), body_length = 0;
	struct str printed;

	if (found != AGENDA_NONE)
		return found;
	str_init(&printed);
	if (!number_item_parse(reference, &printed, &body_length))
		reader_error(&build->reader, at,
			"'%s' is no number of an item; it is written "
			"as printed, like '1 (a)'",
			reader_shown(&build->reader, reference));
	else if (!build->doubtful)
		say_unknown(build, at, reference, printed.text, body_length);
	str_clear(&printed);
	return AGENDA_NONE;
}

/* The reference of an entry, which is a text or a mapping of item and title;
 * *at gets the node that it is in. */
static const char *read_reference(struct agenda_build *build, const struct node *entry,
	struct agenda_slot_item *item, const struct node **at)
{
	*at = entry;
	if (entry->kind == NODE_MAP) {
		fields_read(&build->reader, entry, "an item of a slot", reference_fields, item);
		*at = fields_child(entry, "item");
		if (!*at || (*at)->kind != NODE_TEXT || !*(*at)->text)
			return NULL;
	}
	return fields_line(&build->reader, *at, "an item of a slot");
}

static bool has_item(const struct agenda_slot *slot, size_t item)
{
	for (size_t i = 0; i < slot->item_count; i++)
		if (slot->items[i].item == item)
			return true;
	return false;
}

static void read_slot_item(
	struct agenda_build *build, const struct node *entry, struct agenda_slot *slot)
{
	struct agenda_slot_item item = {0};
	const struct node *at;
	const char *reference = read_reference(build, entry, &item, &at);

	if (!reference)
		return;
	item.item = find_item(build, at, reference);
	if (item.item == AGENDA_NONE)
		return;
	if (has_item(slot, item.item))
		reader_error(&build->reader, at, "item %s is twice in this slot",
			build->agenda->items[item.item].printed);
	else
		slot->items[slot->item_count++] = item;
}

static void read_slot_items(
	struct agenda_build *build, const struct node *list, struct agenda_slot *slot)
{
	if (!list)
		return;
	slot->items = arena_alloc(build->reader.arena, list->count * sizeof(*slot->items));
	for (const struct node *entry = list->first; entry; entry = entry->next) {
		if (!agenda_build_has_room(build, entry, build->references, AGENDA_REFERENCES_MAX,
			    "items in slots"))
			return;
		build->references++;
		read_slot_item(build, entry, slot);
	}
}

/* 'title' of the slot itself: short for that of its only item. */
static void give_title(struct agenda_build *build, const struct node *node, size_t entries,
	const char *title, struct agenda_slot *slot)
{
	if (!title)
		return;
	if (entries != 1)
		reader_error(&build->reader, fields_place(node, "title"),
			entries == 0
				? "'title' words the item of a slot; what is no item has a 'label'"
				: "'title' is for a slot with one item; write {item: \"1\", title: ...} "
				  "under 'items'");
	else if (slot->item_count == 1 && slot->items[0].title)
		reader_error(&build->reader, fields_place(node, "title"),
			"the item has a 'title' of its own already");
	else if (slot->item_count == 1)
		slot->items[0].title = title;
}

/* --- slots and days --- */

static void add_slot(
	struct agenda_build *build, const struct node *node, const struct agenda_slot *slot)
{
	struct agenda *agenda = build->agenda;

	agenda->slots = reader_grow(&build->reader, agenda->slots, &build->slot_room,
		agenda->slot_count, sizeof(*slot));
	build->slot_nodes = reader_grow(&build->reader, build->slot_nodes, &build->slot_node_room,
		agenda->slot_count, sizeof(*build->slot_nodes));
	agenda->slots[agenda->slot_count] = *slot;
	build->slot_nodes[agenda->slot_count++] = node;
}

static void read_slot(struct agenda_build *build, const struct node *node, const char *date)
{
	struct agenda_slot slot = {.date = date, .line = node->line};
	struct raw_slot raw = {0};
	const struct node *items = fields_list(node, "items");
	const struct node *items_there = fields_child(node, "items");

	if (!fields_read(&build->reader, node, "a slot", slot_fields, &raw))
		return;
	read_times(build, node, &raw, &slot);
	slot.room = raw.room;
	slot.label = raw.label;
	read_slot_items(build, items, &slot);
	give_title(build, node, items ? items->count : 0, raw.title, &slot);
	/* If 'items' is no list, or was cut off, there was a message already. */
	if (!items && !raw.label && !node->cut &&
		(!items_there || items_there->kind == NODE_NOTHING ||
			items_there->kind == NODE_LIST))
		reader_error(&build->reader, node, "the slot has neither 'items' nor a 'label'");
	add_slot(build, node, &slot);
}

static void check_day(struct agenda_build *build, const struct node *node, const char *date)
{
	const struct agenda *agenda = build->agenda;

	if (agenda->from && agenda->to && strcmp(agenda->from, agenda->to) <= 0 &&
		(strcmp(date, agenda->from) < 0 || strcmp(date, agenda->to) > 0))
		reader_warn(&build->reader, fields_place(node, "date"),
			"%s is not in the session, which is from %s to %s", date, agenda->from,
			agenda->to);
}

static void read_day(struct agenda_build *build, const struct node *node)
{
	const char *date = NULL;
	const struct node *list;

	if (!fields_read(&build->reader, node, "a day", day_fields, &date))
		return;
	if (date)
		check_day(build, node, date);
	list = fields_list(node, "slots");
	for (const struct node *slot = list ? list->first : NULL; slot; slot = slot->next)
		read_slot(build, slot, date ? date : "");
}

void agenda_slots_read(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "organization_of_work");

	for (const struct node *node = list ? list->first : NULL; node; node = node->next)
		read_day(build, node);
}
