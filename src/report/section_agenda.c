/* SPDX-License-Identifier: MIT */
/*
 * Chapter IV.C: the adoption of the agenda, with the agenda. An act says how it
 * was adopted; without one, a concluded item "Adoption of the agenda" says that
 * it was. Numbers of items are the agenda's own and are not computed.
 */
#include <string.h>

#include "adoption.h"
#include "build.h"
#include "formula.h"
#include "model/inline.h"

/* The item under which a body adopts its agenda, or NULL. */
static const struct item_row *agenda_item(const struct facts *facts, uint64_t body)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts_role(&facts->items[i]) == ROLE_AGENDA &&
			(facts_bodies_of(facts, &facts->items[i]) & body))
			return &facts->items[i];
	return NULL;
}

static struct node *add_list(struct report *report, struct node *parent, const char *label)
{
	struct node *list = document_add(&report->document, parent, NODE_LIST, NULL);

	list->style = label[0] == '(' ? LIST_LETTERED : LIST_NUMBERED;
	return list;
}

/* The agenda of a body: its items in printed order, sub-items inside theirs. */
static void add_items(
	struct report *report, struct node *parent, uint64_t body, size_t body_index, int64_t of)
{
	const struct facts *facts = &report->facts;
	struct node *list = NULL;
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		if (item->parent != of || !(facts_bodies_of(facts, item) & body))
			continue;
		const char *label = of ? item->label : facts_printed(facts, item, body_index);
		if (!list)
			list = add_list(report, parent, label);
		str_reset(&text);
		formula_sentence(&text, "TEXT", FIELDS({"text", item->title}));
		struct node *entry = document_add(&report->document, list, NODE_ENTRY, text.text);
		entry->name = arena_strdup(&report->document.arena, label);
		add_items(report, entry, body, body_index, item->id);
	}
	str_clear(&text);
}

static void add_body(struct report *report, size_t b)
{
	const struct facts *facts = &report->facts;
	uint64_t body = (uint64_t)1 << b;
	struct source source = {"AGENDA-1", body, NULL, NULL};
	struct adoption adoption;
	struct str text;

	str_init(&text);
	if (adoption_find(facts, body, false, agenda_item(facts, body), &adoption)) {
		adoption_sentence(report, "AGENDA-1", body, &adoption, &text);
		build_paragraph(report, source, text.text);
		add_items(report, report->document.root, body, b, 0);
	} else {
		str_add(&text, "The agenda");
		if (facts_several(facts->hosts)) {
			str_add(&text, " of ");
			facts_names(facts, body, &text);
		}
		str_add(&text, " has not been adopted");
		build_missing(report, source, "agenda adopt", text.text);
	}
	str_clear(&text);
}

bool section_agenda(struct report *report)
{
	const struct facts *facts = &report->facts;

	build_formula_heading(report, 2, "HEAD-AGENDA");
	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if (facts->hosts >> b & 1)
			add_body(report, b);
	return true;
}
