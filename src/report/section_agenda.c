/* SPDX-License-Identifier: MIT */
/*
 * Chapter IV.C: the adoption of the agenda, with the agenda. An act says how it
 * was adopted; without one, a concluded item "Adoption of the agenda" says that
 * it was. Numbers of items are the agenda's own and are not computed.
 */
#include <stdlib.h>

#include "adoption.h"
#include "build.h"
#include "facts_names.h"
#include "formula.h"

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

/* A line of the agenda as it was adopted, or as it is where that was not kept. */
struct agenda_line {
	int64_t id, parent;
	const char *label, *printed, *title;
	uint64_t bodies;
	const struct item_row *item; /* NULL: deleted since */
};

struct agenda_lines {
	struct agenda_line *rows;
	size_t count;
};

static const struct item_row *find_item(const struct facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == id)
			return &facts->items[i];
	return NULL;
}

static uint64_t bodies_of(const struct facts *facts, const struct item_row *item, int64_t body)
{
	uint64_t bodies = 0;

	if (item)
		return facts_bodies_of(facts, item);
	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if (facts->bodies[b].id == body)
			bodies = (uint64_t)1 << b;
	return bodies ? bodies : 1;
}

static struct agenda_lines lines_of(struct report *report, const struct adoption *adoption)
{
	const struct facts *facts = &report->facts;
	struct agenda_lines lines = {.count = 0};

	lines.rows = arena_alloc(&report->arena,
		(facts->adopted_count + facts->item_count + 1) * sizeof(*lines.rows));
	for (size_t i = 0; adoption->act && i < facts->adopted_count; i++) {
		const struct adopted_item *row = &facts->adopted[i];
		const struct item_row *item = find_item(facts, row->item);
		if (row->act == adoption->act->id)
			lines.rows[lines.count++] = (struct agenda_line){row->item, row->parent,
				row->label, row->printed, row->title,
				bodies_of(facts, item, row->body), item};
	}
	for (size_t i = 0; lines.count == 0 && i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		lines.rows[i] = (struct agenda_line){item->id, item->parent, item->label,
			item->printed, item->title, facts_bodies_of(facts, item), item};
		if (i + 1 == facts->item_count)
			lines.count = i + 1;
	}
	return lines;
}

/* A joint item has its number in the body; its own may be another one by now. */
static const char *label_of(const struct facts *facts, const struct agenda_line *line, size_t body)
{
	if (line->parent)
		return line->label;
	if (line->item && line->item->body != facts->bodies[body].id)
		return facts_printed(facts, line->item, body);
	return line->printed;
}

/* The number of what an item stands under in the body. */
static int number_in(const struct facts *facts, const struct agenda_lines *lines,
	const struct agenda_line *line, size_t body)
{
	for (size_t i = 0; line->parent && i < lines->count; i++)
		if (lines->rows[i].id == line->parent)
			return number_in(facts, lines, &lines->rows[i], body);
	return atoi(label_of(facts, line, body));
}

/* Of a body that another one's items are joint with: these stand where it numbers them. */
static void order_joint(const struct facts *facts, struct agenda_lines *lines, size_t body)
{
	bool joint = false;

	for (size_t i = 0; i < lines->count; i++)
		joint = joint || (lines->rows[i].item && (lines->rows[i].bodies >> body & 1) &&
					 lines->rows[i].item->body != facts->bodies[body].id);
	for (size_t i = 1; joint && i < lines->count; i++) {
		struct agenda_line line = lines->rows[i];
		int number = number_in(facts, lines, &line, body);
		size_t at = i;
		for (; at > 0 && number_in(facts, lines, &lines->rows[at - 1], body) > number; at--)
			lines->rows[at] = lines->rows[at - 1];
		lines->rows[at] = line;
	}
}

/* The agenda of a body: its items in printed order, sub-items inside theirs. */
static void add_items(struct report *report, struct node *parent, const struct agenda_lines *lines,
	size_t body, int64_t of)
{
	struct node *list = NULL;
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < lines->count; i++) {
		const struct agenda_line *line = &lines->rows[i];
		if (line->parent != of || !(line->bodies >> body & 1))
			continue;
		const char *label = label_of(&report->facts, line, body);
		if (!list)
			list = add_list(report, parent, label);
		str_reset(&text);
		formula_text(&text, line->title);
		struct node *entry = document_add(&report->document, list, NODE_ENTRY, text.text);
		entry->name = arena_strdup(
			&report->document.arena, facts_reference(&report->facts, label));
		add_items(report, entry, lines, body, line->id);
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
		struct agenda_lines lines = lines_of(report, &adoption);
		order_joint(facts, &lines, b);
		add_items(report, report->document.root, &lines, b, 0);
		/* What concerns the time of all of them is said once. */
		if (adoption.act)
			build_decisions(report, body, adoption.act->after,
				(facts->hosts & (body - 1)) == 0);
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

	build_section_heading(report, NULL);
	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if (facts->hosts >> b & 1)
			add_body(report, b);
	return true;
}
