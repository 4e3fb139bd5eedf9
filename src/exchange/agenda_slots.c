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

/* The items that a number can mean: those that have it as their own, and those
 * that have it only on the agenda of a body they are joint with. */
struct found {
	size_t own, joint; /* the last one of each */
	size_t own_count, joint_count;
	const char *body; /* the first that has such an item */
};

static void find_in_body(struct agenda_build *build, size_t body, const char *printed,
	struct str *key, struct found *found)
{
	size_t item;

	str_reset(key);
	str_addf(key, "%s:%s", build->body_keys[body], printed);
	if (!lookup_get(&build->numbers, key->text, &item))
		return;
	if (!found->body)
		found->body = build->body_keys[body];
	if (build->agenda->items[item].body == body) {
		found->own = item;
		found->own_count++;
	} else if (found->joint_count == 0 || found->joint != item) {
		found->joint = item;
		found->joint_count++;
	}
}

/* In one body, or in all of them where body is AGENDA_NONE. */
static struct found find_number(struct agenda_build *build, size_t body, const char *printed)
{
	struct found found = {0};
	struct str key;

	str_init(&key);
	for (size_t i = 0; i < build->agenda->body_count; i++)
		if (body == AGENDA_NONE || body == i)
			find_in_body(build, i, printed, &key, &found);
	str_clear(&key);
	return found;
}

static void say_not_found(struct agenda_build *build, const struct node *at, size_t body,
	const char *printed, const struct found *found)
{
	if (found->body)
		reader_error(&build->reader, at,
			"several bodies have an item %s; "
			"put the body before it, like '%s:%s'",
			printed, found->body, printed);
	else if (body != AGENDA_NONE)
		reader_error(&build->reader, at, "item %s is not on the agenda of body '%s'",
			printed, build->body_keys[body]);
	else
		reader_error(&build->reader, at, "item %s is not on the agenda", printed);
}

/* As agenda_find does, but by the table of numbers: a hostile file refers five
 * thousand times to the last of two thousand items. */
static size_t find_printed(struct agenda_build *build, const struct node *at, const char *reference,
	const char *printed, size_t body_length)
{
	const char *key = arena_strndup(build->reader.arena, reference, body_length);
	size_t body = AGENDA_NONE;

	if (body_length > 0 && !lookup_get(&build->bodies, key, &body)) {
		if (!build->doubtful)
			agenda_bodies_say_unknown(build, at, key);
		return AGENDA_NONE;
	}
	struct found found = find_number(build, body, printed);
	if (found.own_count == 1)
		return found.own;
	if (found.own_count == 0 && found.joint_count == 1)
		return found.joint;
	if (!build->doubtful)
		say_not_found(build, at, body, printed, &found);
	return AGENDA_NONE;
}

static size_t find_item(struct agenda_build *build, const struct node *at, const char *reference)
{
	size_t found = AGENDA_NONE, body_length = 0;
	struct str printed;

	str_init(&printed);
	if (number_item_parse(reference, &printed, &body_length))
		found = find_printed(build, at, reference, printed.text, body_length);
	else
		reader_error(&build->reader, at,
			"'%s' is no number of an item; it is written "
			"as printed, like '1 (a)'",
			reader_shown(&build->reader, reference));
	str_clear(&printed);
	return found;
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

	agenda->slots =
		arena_grow(build->reader.arena, agenda->slots, agenda->slot_count, sizeof(*slot));
	build->slot_nodes = arena_grow(
		build->reader.arena, build->slot_nodes, agenda->slot_count, sizeof(struct node *));
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
