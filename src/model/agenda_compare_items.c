/* SPDX-License-Identifier: MIT */
/* The items and the organization of work of a comparison; see agenda_compare.c. */
#include <string.h>

#include "agenda_lines.h"
#include "model/agenda_next.h"
#include "model/phrase.h"

static void name_item(struct comparing *c, const struct agenda *agenda, size_t item)
{
	const struct agenda_item *it = &agenda->items[item];

	line_name(c, "item", line_with_body(c, agenda, it->body, it->printed));
}

static void add_comma(struct str *out, const char *text)
{
	str_addf(out, "%s%s", out->length ? ", " : "", text);
}

static const char *taken(struct comparing *c, struct str *text)
{
	const char *copy = arena_strdup(&c->to->arena, text->text);

	str_clear(text);
	return copy;
}

static const char *joint_text(
	struct comparing *c, const struct agenda *agenda, const struct agenda_item *item)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < item->joint_count; i++) {
		const struct agenda_joint *joint = &item->joint[i];
		add_comma(&text, agenda->bodies[joint->body].key);
		if (joint->number)
			str_addf(&text, ":%s", joint->number);
	}
	return taken(c, &text);
}

static bool same_joint(
	const struct comparing *c, const struct agenda_item *a, const struct agenda_item *b)
{
	bool same = a->joint_count == b->joint_count;

	for (size_t i = 0; same && i < a->joint_count; i++)
		same = c->match.bodies[b->joint[i].body] == a->joint[i].body &&
		       agenda_same_text(a->joint[i].number, b->joint[i].number);
	return same;
}

static const char *mandates_text(struct comparing *c, const struct agenda_item *item, bool titles)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < item->mandate_count; i++) {
		const struct agenda_mandate *m = &item->mandates[i];
		add_comma(&text, m->kind);
		str_addf(&text, " %s", m->number);
		if (titles && m->title)
			str_addf(&text, " (%s)", m->title);
	}
	return taken(c, &text);
}

/* Their titles are long: said only where nothing else differs. */
static bool compare_mandates(
	struct comparing *c, const struct agenda_item *a, const struct agenda_item *b)
{
	const char *held = mandates_text(c, a, false), *file = mandates_text(c, b, false);

	if (!agenda_same_text(held, file)) {
		line_field(c, "mandates", held, file);
		return true;
	}
	held = mandates_text(c, a, true);
	file = mandates_text(c, b, true);
	line_long_field(c, "mandates", held, file);
	return !agenda_same_text(held, file);
}

static bool is_known(const struct comparing *c, size_t document)
{
	for (size_t i = 0; i < c->to->documents.count; i++)
		if (c->to->documents.all[i].held == document)
			return c->to->documents.all[i].file != AGENDA_NONE;
	return false;
}

/* Documents that the file does not know stay with the item and are left out. */
static const char *documents_text(
	struct comparing *c, const struct agenda *agenda, const struct agenda_item *item)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < item->document_count; i++) {
		size_t document = item->documents[i];
		if (agenda == c->held && !is_known(c, document))
			continue;
		/* By one name on both sides: another symbol is a difference of its own. */
		if (agenda == c->file && c->match.documents[document] != AGENDA_NONE)
			add_comma(&text, c->held->documents[c->match.documents[document]].symbols);
		else
			add_comma(&text, agenda->documents[document].symbols);
	}
	return taken(c, &text);
}

static void compare_item(struct comparing *c, struct agenda_pair *pair)
{
	const struct agenda_item *a = &c->held->items[pair->held];
	const struct agenda_item *b = &c->file->items[pair->file];
	const char *held, *file;

	name_item(c, c->held, pair->held);
	line_field(c, "number", a->printed, b->printed);
	line_field(c, "title", a->title, b->title);
	line_field(c, "heading", a->heading, b->heading);
	line_long_field(c, "annotation", a->annotation, b->annotation);
	if (!same_joint(c, a, b)) {
		pair->differs |= AGENDA_JOINT;
		line_field(c, "jointly with", joint_text(c, c->held, a), joint_text(c, c->file, b));
	}
	if (compare_mandates(c, a, b))
		pair->differs |= AGENDA_MANDATES;
	held = documents_text(c, c->held, a);
	file = documents_text(c, c->file, b);
	if (!agenda_same_text(held, file))
		pair->differs |= AGENDA_DOCUMENTS;
	line_field(c, "documents", held, file);
}

/* What stands on it stays, and so does what it stands under. */
static void find_what_stays(struct comparing *c)
{
	bool *stays = arena_alloc(&c->to->arena, (c->held->item_count + 1) * sizeof *stays);

	for (size_t i = c->to->items.count; i-- > 0;) {
		struct agenda_pair *pair = &c->to->items.all[i];
		if (pair->file == AGENDA_NONE)
			stays[pair->held] = c->use->items && c->use->items[pair->held];
	}
	/* Parents stand before their sub-items. */
	for (size_t h = c->held->item_count; h-- > 0;)
		if (stays[h] && c->held->items[h].parent != AGENDA_NONE)
			stays[c->held->items[h].parent] = true;
	for (size_t i = 0; i < c->to->items.count; i++) {
		struct agenda_pair *pair = &c->to->items.all[i];
		pair->stays = pair->file == AGENDA_NONE && stays[pair->held];
	}
}

static void clash(struct comparing *c, size_t held, const char *why)
{
	const struct agenda_item *a = &c->held->items[held];

	c->to->clash = arena_printf(&c->to->arena,
		"item %s of the session, \"%s\", has to stay (%s), and the file gives %s",
		a->printed, a->title,
		c->use->items[held] ? c->use->items[held] : "for what is under it", why);
}

/* Two items of one body cannot have one number, and a sub-item has its parent's. */
static void find_clash(struct comparing *c, size_t held)
{
	const struct agenda_item *a = &c->held->items[held];

	for (size_t f = 0; f < c->file->item_count && !c->to->clash; f++) {
		const struct agenda_item *b = &c->file->items[f];
		bool same = agenda_same_text(a->printed, b->printed);
		if (same && agenda_same_body(&c->match, b->body, a->body))
			clash(c, held,
				"its number to another item: give that one another number in the file");
		else if (a->parent != AGENDA_NONE && c->match.items[f] == a->parent &&
			 !agenda_same_text(b->printed, c->held->items[a->parent].printed))
			clash(c, held,
				"the item above it another number: put this one into the file too");
	}
}

static bool is_reordered(const struct agenda_pairs *pairs)
{
	size_t last = 0;

	for (size_t i = 0; i < pairs->count; i++) {
		const struct agenda_pair *pair = &pairs->all[i];
		if (pair->file == AGENDA_NONE || pair->held == AGENDA_NONE)
			continue;
		if (pair->held < last)
			return true;
		last = pair->held;
	}
	return false;
}

void compare_items(struct comparing *c)
{
	find_what_stays(c);
	if (is_reordered(&c->to->items)) {
		line_name(c, "", "");
		line_field(c, "order of the items", "the session's", "the file's");
	}
	for (size_t i = 0; i < c->to->items.count; i++) {
		struct agenda_pair *pair = &c->to->items.all[i];
		if (pair->held == AGENDA_NONE) {
			name_item(c, c->file, pair->file);
			line_only_file(c, c->file->items[pair->file].title);
		} else if (pair->file == AGENDA_NONE) {
			const char *why = c->use->items ? c->use->items[pair->held] : NULL;
			name_item(c, c->held, pair->held);
			line_only_session(c, c->held->items[pair->held].title, pair->stays, why);
			if (pair->stays)
				find_clash(c, pair->held);
		} else {
			compare_item(c, pair);
		}
	}
}

/* --- slots --- */

static void add_time(int minute, struct str *out)
{
	str_addf(out, "%02d:%02d", minute / 60, minute % 60);
}

static void name_slot(struct comparing *c, const struct agenda_slot *slot)
{
	struct str name;

	str_init(&name);
	phrase_day(slot->date, &name);
	if (slot->from >= 0) {
		str_addc(&name, ' ');
		add_time(slot->from, &name);
	} else if (slot->half) {
		str_addf(&name, " %s", slot->half);
	}
	if (slot->room)
		str_addf(&name, ", %s", slot->room);
	line_name(c, "slot", name.text);
	str_clear(&name);
}

/* "15:00-18:00", "pm" */
static const char *time_text(struct comparing *c, const struct agenda_slot *slot)
{
	struct str text;

	str_init(&text);
	if (slot->from >= 0)
		add_time(slot->from, &text);
	if (slot->to >= 0) {
		str_addc(&text, '-');
		add_time(slot->to, &text);
	}
	if (slot->half)
		str_addf(&text, "%s%s", text.length ? " " : "", slot->half);
	return taken(c, &text);
}

/* Has the session another item of that number? */
static bool is_other(const struct comparing *c, size_t item)
{
	const struct agenda_item *it = &c->file->items[item];

	for (size_t h = 0; h < c->held->item_count; h++)
		if (agenda_same_text(c->held->items[h].printed, it->printed))
			return c->match.items[item] == AGENDA_NONE;
	return false;
}

/* The items by the numbers of the session, so that another number is no difference. */
static const char *planned_text(struct comparing *c, const struct agenda *agenda,
	const struct agenda_slot *slot, bool wording)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < slot->item_count; i++) {
		size_t item = slot->items[i].item;
		bool there = agenda == c->file && c->match.items[item] != AGENDA_NONE;
		const struct agenda *of = there ? c->held : agenda;
		const struct agenda_item *it = &of->items[there ? c->match.items[item] : item];
		add_comma(&text, line_with_body(c, of, it->body, it->printed));
		if (agenda == c->file && is_other(c, item))
			str_add(&text, " (the new one)");
		if (wording && slot->items[i].title)
			str_addf(&text, " (%s)", slot->items[i].title);
	}
	return taken(c, &text);
}

static void compare_planned(struct comparing *c, struct agenda_pair *pair,
	const struct agenda_slot *a, const struct agenda_slot *b)
{
	const char *held = planned_text(c, c->held, a, false);
	const char *file = planned_text(c, c->file, b, false);
	bool same = agenda_same_text(held, file);
	size_t lines = c->to->count;

	if (same) {
		held = planned_text(c, c->held, a, true);
		file = planned_text(c, c->file, b, true);
	}
	line_field(c, same ? "wording" : "items", held, file);
	if (c->to->count > lines)
		pair->differs |= AGENDA_PLANNED;
}

/* A file says of a slot without items that it is to be planned, as it must say something. */
static const char *label_of(const struct agenda_slot *slot)
{
	bool unplanned =
		slot->item_count == 0 && slot->label && strcmp(slot->label, AGENDA_UNPLANNED) == 0;

	return unplanned ? NULL : slot->label;
}

static void compare_slot(struct comparing *c, struct agenda_pair *pair)
{
	const struct agenda_slot *a = &c->held->slots[pair->held];
	const struct agenda_slot *b = &c->file->slots[pair->file];

	name_slot(c, a);
	line_field(c, "time", time_text(c, a), time_text(c, b));
	line_field(c, "room", a->room, b->room);
	line_field(c, "label", label_of(a), label_of(b));
	compare_planned(c, pair, a, b);
}

static void compare_only_slot(struct comparing *c, struct agenda_pair *pair)
{
	bool held = pair->file == AGENDA_NONE;
	const struct agenda *agenda = held ? c->held : c->file;
	const struct agenda_slot *slot = &agenda->slots[held ? pair->held : pair->file];
	const char *items = planned_text(c, agenda, slot, false);
	const char *what = slot->label ? slot->label
			   : *items    ? arena_printf(&c->to->arena, "(items %s)", items)
				       : NULL;

	name_slot(c, slot);
	pair->stays = held && c->use->slots && c->use->slots[pair->held];
	if (held)
		line_only_session(
			c, what, pair->stays, pair->stays ? "a meeting was held in it" : NULL);
	else
		line_only_file(c, what);
}

void compare_slots(struct comparing *c)
{
	if (is_reordered(&c->to->slots)) {
		line_name(c, "", "");
		line_field(c, "order of the slots", "the session's", "the file's");
	}
	for (size_t i = 0; i < c->to->slots.count; i++) {
		struct agenda_pair *pair = &c->to->slots.all[i];
		if (pair->held == AGENDA_NONE || pair->file == AGENDA_NONE)
			compare_only_slot(c, pair);
		else
			compare_slot(c, pair);
	}
}
