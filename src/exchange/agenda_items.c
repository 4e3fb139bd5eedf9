/* SPDX-License-Identifier: MIT */
/*
 * The items, parents before their sub-items. A sub-item belongs where its parent
 * does: the bodies, and the numbers in the other bodies of a joint item, are
 * handed down.
 */
#include <string.h>

#include "agenda_build.h"
#include "base/str.h"
#include "model/number.h"

#define TEXT_OF(type, name, kind, required, member)                      \
	{                                                                \
		name, kind, required, (int)offsetof(struct type, member) \
	}

static const struct field item_fields[] = {
	TEXT_OF(agenda_item, "number", FIELD_LINE, true, number),
	TEXT_OF(agenda_item, "title", FIELD_LINE, true, title),
	{"items", FIELD_LIST, false, FIELD_NOWHERE},
	TEXT_OF(agenda_item, "heading", FIELD_LINE, false, heading),
	TEXT_OF(agenda_item, "annotation", FIELD_TEXT, false, annotation),
	{"mandates", FIELD_LIST, false, FIELD_NOWHERE},
	{"documents", FIELD_LIST, false, FIELD_NOWHERE},
	{"bodies", FIELD_LIST, false, FIELD_NOWHERE},
	{"joint", FIELD_LIST, false, FIELD_NOWHERE},
	{"confidence", FIELD_LINE, false, FIELD_NOWHERE},
	{0},
};

static const struct field mandate_fields[] = {
	TEXT_OF(agenda_mandate, "kind", FIELD_LINE, true, kind),
	TEXT_OF(agenda_mandate, "number", FIELD_LINE, true, number),
	TEXT_OF(agenda_mandate, "title", FIELD_LINE, false, title),
	{0},
};

static const struct field joint_fields[] = {
	{"body", FIELD_LINE, true, FIELD_NOWHERE},
	TEXT_OF(agenda_joint, "number", FIELD_LINE, false, number),
	{0},
};

static void read_mandates(
	struct agenda_build *build, const struct node *node, struct agenda_item *item)
{
	const struct node *list = fields_list(node, "mandates");

	if (!list)
		return;
	item->mandates = arena_alloc(build->reader.arena, list->count * sizeof(*item->mandates));
	for (const struct node *entry = list->first; entry; entry = entry->next) {
		struct agenda_mandate *mandate = &item->mandates[item->mandate_count];
		if (fields_read(&build->reader, entry, "a mandate", mandate_fields, mandate) &&
			mandate->kind && mandate->number)
			item->mandate_count++;
	}
}

static bool has_document(const struct agenda_item *item, size_t document)
{
	for (size_t i = 0; i < item->document_count; i++)
		if (item->documents[i] == document)
			return true;
	return false;
}

static void read_documents(
	struct agenda_build *build, const struct node *node, struct agenda_item *item)
{
	const struct node *list = fields_list(node, "documents");
	size_t document;

	if (!list)
		return;
	item->documents = arena_alloc(build->reader.arena, list->count * sizeof(size_t));
	for (const struct node *entry = list->first; entry; entry = entry->next) {
		if (!agenda_build_has_room(build, entry, build->citations, AGENDA_CITATIONS_MAX,
			    "documents under items"))
			return;
		build->citations++;
		if (!agenda_documents_cited(build, entry, &document))
			continue;
		if (has_document(item, document))
			reader_warn(
				&build->reader, entry, "the document is already under this item");
		else
			item->documents[item->document_count++] = document;
	}
}

/* "2 (a)" of "2(A)" or whatever the model understands; NULL if it is no number. */
static const char *canonical(struct agenda_build *build, const char *number)
{
	struct str printed;
	size_t body_length = 0;
	const char *result = NULL;

	str_init(&printed);
	if (number_item_parse(number, &printed, &body_length) && body_length == 0)
		result = arena_strdup(build->reader.arena, printed.text);
	str_clear(&printed);
	return result;
}

/* One level of a number: "1" above, "(a)" below. */
static bool has_shape(const char *label, bool below)
{
	const char *bracket = strchr(label, '(');

	if (!below)
		return !bracket;
	return bracket == label && !strchr(label + 1, '(') && label[strlen(label) - 1] == ')';
}

/* The whole number of an item below `above` ("" on top); NULL and a message if
 * the label is none. */
static const char *print_number(
	struct agenda_build *build, const struct node *at, const char *label, const char *above)
{
	bool below = *above != '\0';
	const char *whole =
		below ? arena_printf(build->reader.arena, "%s %s", above, label) : label;
	const char *printed = has_shape(label, below) ? canonical(build, whole) : NULL;

	if (printed && strcmp(printed, whole) == 0)
		return printed;
	reader_error(&build->reader, at,
		below ? "'%s' is no number of a sub-item; it is written '(a)', one level below '(i)'"
		      : "'%s' is no number of an item; it is written '1', that of a sub-item "
			"'(a)' under the item's 'items'",
		reader_shown(&build->reader, label));
	return NULL;
}

static bool is_of_body(const struct agenda_item *item, size_t body)
{
	for (size_t i = 0; i < item->joint_count; i++)
		if (item->joint[i].body == body)
			return true;
	return item->body == body;
}

static void add_joint(struct agenda_build *build, const struct node *at, struct agenda_item *item,
	size_t body, const char *number)
{
	if (is_of_body(item, body)) {
		reader_error(&build->reader, at, "the item already belongs to body '%s'",
			build->agenda->bodies[body].key);
		return;
	}
	if (!agenda_build_has_room(build, at, build->joints, AGENDA_JOINTS_MAX, "joint items"))
		return;
	build->joints++;
	item->joint[item->joint_count++] = (struct agenda_joint){body, number};
}

/* "bodies: [wg3, wg2]": the first is the item's own, with the others it is joint. */
static void read_bodies(
	struct agenda_build *build, const struct node *list, struct agenda_item *item)
{
	bool first = true;
	size_t body;

	for (const struct node *entry = list ? list->first : NULL; entry; entry = entry->next) {
		if (!agenda_bodies_find(build, entry, &body))
			continue;
		if (first)
			item->body = body;
		else
			add_joint(build, entry, item, body, NULL);
		first = false;
	}
}

static const char *joint_number(struct agenda_build *build, const struct node *entry,
	const struct agenda_item *item, const char *number)
{
	const char *printed = canonical(build, number);

	if (!printed)
		reader_error(&build->reader, fields_place(entry, "number"),
			"'%s' is no number of an item", reader_shown(&build->reader, number));
	return printed && strcmp(printed, item->printed) != 0 ? printed : NULL;
}

static void read_joint(
	struct agenda_build *build, const struct node *list, struct agenda_item *item)
{
	for (const struct node *entry = list ? list->first : NULL; entry; entry = entry->next) {
		struct agenda_joint joint = {0};
		const struct node *body_node;
		if (!fields_read(
			    &build->reader, entry, "an entry of 'joint'", joint_fields, &joint))
			continue;
		body_node = fields_child(entry, "body");
		if (!body_node || body_node->kind != NODE_TEXT ||
			!agenda_bodies_find(build, body_node, &joint.body))
			continue;
		if (joint.number)
			joint.number = joint_number(build, entry, item, joint.number);
		add_joint(build, body_node, item, joint.body, joint.number);
	}
}

/* A sub-item is where its item is: "6 (a)" here, "2 (a)" where that one is 2. */
static void inherit_bodies(struct agenda_build *build, const struct node *node,
	struct agenda_item *item, const struct agenda_item *parent)
{
	bool room = agenda_build_has_room(build, node, build->joints + parent->joint_count,
		AGENDA_JOINTS_MAX + 1, "joint items");

	item->body = parent->body;
	item->joint =
		arena_alloc(build->reader.arena, (parent->joint_count + 1) * sizeof(*item->joint));
	item->joint_count = room ? parent->joint_count : 0;
	build->joints += item->joint_count;
	for (size_t i = 0; i < item->joint_count; i++) {
		item->joint[i] = parent->joint[i];
		if (item->joint[i].number)
			item->joint[i].number = arena_printf(build->reader.arena, "%s %s",
				parent->joint[i].number, item->number);
	}
	if (fields_child(node, "bodies") || fields_child(node, "joint"))
		reader_error(&build->reader,
			fields_place(node, fields_child(node, "joint") ? "joint" : "bodies"),
			"a sub-item belongs to the bodies of its item; "
			"say it there");
}

static void choose_bodies(
	struct agenda_build *build, const struct node *node, struct agenda_item *item)
{
	const struct node *bodies = fields_list(node, "bodies");
	const struct node *joint = fields_list(node, "joint");

	if (item->parent != AGENDA_NONE) {
		inherit_bodies(build, node, item, &build->agenda->items[item->parent]);
		return;
	}
	item->joint = arena_alloc(build->reader.arena,
		((bodies ? bodies->count : 0) + (joint ? joint->count : 0) + 1) *
			sizeof(*item->joint));
	read_bodies(build, bodies, item);
	read_joint(build, joint, item);
}

static void register_number(struct agenda_build *build, const struct node *at, size_t index,
	size_t body, const char *printed)
{
	const char *body_key = build->agenda->bodies[body].key;
	const char *key = arena_printf(build->reader.arena, "%s:%s", body_key, printed);
	size_t before = 0;

	if (lookup_add(&build->numbers, key, index))
		return;
	lookup_get(&build->numbers, key, &before);
	reader_error(&build->reader, at, "item %s of body '%s' is there twice (first in line %d)",
		printed, body_key, build->agenda->items[before].line);
}

static void register_numbers(struct agenda_build *build, const struct node *node, size_t index)
{
	const struct agenda_item *item = &build->agenda->items[index];
	const struct node *at = fields_place(node, "number");

	if (*item->printed == '\0')
		return;
	register_number(build, at, index, item->body, item->printed);
	for (size_t i = 0; i < item->joint_count; i++)
		register_number(build, at, index, item->joint[i].body,
			item->joint[i].number ? item->joint[i].number : item->printed);
}

/* Number, whole number: "" where there is none, with a message. */
static void number_item(
	struct agenda_build *build, const struct node *node, struct agenda_item *item)
{
	const char *above =
		item->parent == AGENDA_NONE ? "" : build->agenda->items[item->parent].printed;
	bool known_above = item->parent == AGENDA_NONE || *above;

	if (item->number && known_above)
		item->printed =
			print_number(build, fields_place(node, "number"), item->number, above);
	if (!item->printed) {
		item->printed = "";
		build->doubtful = true;
	}
	if (!item->number)
		item->number = "";
	if (!item->title)
		item->title = "";
}

/* What an import put down; a person who has looked at the item deletes it. */
static void read_confidence(
	struct agenda_build *build, const struct node *node, struct agenda_item *item)
{
	const struct node *at = fields_child(node, "confidence");
	const char *text = at && at->kind == NODE_TEXT ? at->text : "";

	if (strcmp(text, "likely") == 0)
		item->confidence = AGENDA_LIKELY;
	else if (strcmp(text, "doubtful") == 0)
		item->confidence = AGENDA_DOUBTFUL;
	else if (*text)
		reader_error(&build->reader, at,
			"'confidence' must be likely or doubtful, not '%s'; an item that is "
			"right has none",
			reader_shown(&build->reader, text));
}

static size_t add_item(
	struct agenda_build *build, const struct node *node, const struct agenda_item *item)
{
	struct agenda *agenda = build->agenda;

	agenda->items =
		arena_grow(build->reader.arena, agenda->items, agenda->item_count, sizeof(*item));
	build->item_nodes = arena_grow(
		build->reader.arena, build->item_nodes, agenda->item_count, sizeof(struct node *));
	agenda->items[agenda->item_count] = *item;
	build->item_nodes[agenda->item_count] = node;
	return agenda->item_count++;
}

static void read_items(struct agenda_build *build, const struct node *list, size_t parent);

static void read_item(struct agenda_build *build, const struct node *node, size_t parent)
{
	struct agenda_item item = {.parent = parent, .line = node->line};
	size_t index;

	if (!fields_read(&build->reader, node, "an item", item_fields, &item)) {
		build->doubtful = true;
		return;
	}
	number_item(build, node, &item);
	choose_bodies(build, node, &item);
	read_confidence(build, node, &item);
	read_mandates(build, node, &item);
	read_documents(build, node, &item);
	index = add_item(build, node, &item);
	register_numbers(build, node, index);
	read_items(build, fields_list(node, "items"), index);
}

static void read_items(struct agenda_build *build, const struct node *list, size_t parent)
{
	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		if (!agenda_build_has_room(
			    build, node, build->agenda->item_count, AGENDA_ITEMS_MAX, "items"))
			return;
		read_item(build, node, parent);
	}
}

void agenda_items_read(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "items");

	build->doubtful |= !list;
	read_items(build, list, AGENDA_NONE);
}
