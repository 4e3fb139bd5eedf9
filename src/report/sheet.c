/* SPDX-License-Identifier: MIT */
/*
 * The sheet to go on with on paper when the machine fails: agenda, organization
 * of work, participants to tick, and lines for a speakers' list. It stands
 * beside the report and shares nothing with it but the facts.
 */
#include <string.h>

#include "facts.h"
#include "model/inline.h"
#include "page.h"
#include "words.h"
#include "report/report.h"

enum { BLANK_LINES = 25 };

static struct node *add(
	struct document *document, struct node *parent, enum node_kind kind, const char *plain)
{
	struct str text;

	str_init(&text);
	inline_escape(plain, &text);
	struct node *node = document_add(document, parent, kind, text.text);
	str_clear(&text);
	return node;
}

static struct node *add_list(struct document *document, const char *heading)
{
	document_add(document, document->root, NODE_HEADING, heading);
	struct node *list = document_add(document, document->root, NODE_LIST, NULL);
	list->style = LIST_PLAIN;
	return list;
}

static void add_title(struct document *document, const struct facts *facts)
{
	const char *place = facts->session.place;
	struct str line;

	add(document, document->root, NODE_TITLE, facts->session.title);
	str_init(&line);
	if (place && *place)
		str_addf(&line, "%s, ", place);
	words_dates(facts->template, facts->session.from, facts->session.to, &line);
	add(document, document->root, NODE_SUBTITLE, line.text);
	str_clear(&line);
}

static void add_agenda(struct document *document, const struct facts *facts)
{
	struct node *list =
		add_list(document, template_text(facts->template, "paper.agenda-adopted"));
	struct str line;

	str_init(&line);
	for (size_t i = 0; i < facts->item_count; i++) {
		str_reset(&line);
		str_addf(&line, "%s  %s", facts->items[i].printed, facts->items[i].title);
		add(document, list, NODE_ENTRY, line.text);
	}
	str_clear(&line);
}

static void describe_slot(
	const struct template *words, const struct slot_row *slot, struct str *out)
{
	words_short_day(words, slot->date, out);
	if (slot->from >= 0) {
		str_add(out, ", ");
		words_hours(words, slot->from, slot->to, out);
	} else if (slot->half) {
		str_addf(out, ", %s",
			template_text(words,
				strcmp(slot->half, "am") == 0 ? "half.morning" : "half.afternoon"));
	}
	if (slot->items && *slot->items)
		str_addf(out, ": %s", slot->items);
	if (slot->label && *slot->label)
		str_addf(out, ": %s", slot->label);
}

static void add_schedule(struct document *document, const struct facts *facts)
{
	struct node *list =
		add_list(document, template_text(facts->template, "paper.work-adopted"));
	struct str line;

	str_init(&line);
	for (size_t i = 0; i < facts->slot_count; i++) {
		str_reset(&line);
		describe_slot(facts->template, &facts->slots[i], &line);
		add(document, list, NODE_ENTRY, line.text);
	}
	str_clear(&line);
}

static void add_participants(struct document *document, const struct facts *facts)
{
	struct node *list =
		add_list(document, template_text(facts->template, "sheet.participants"));
	struct str line;

	str_init(&line);
	for (size_t i = 0; i < facts->participant_count; i++) {
		str_reset(&line);
		str_addf(&line, "%s %s", facts->attended[i] ? "☒" : "☐",
			facts->participants[i].list_name);
		add(document, list, NODE_ENTRY, line.text);
	}
	str_clear(&line);
}

static void add_speakers(struct document *document, const struct template *words)
{
	static const char *const heads[] = {
		"sheet.item", "statistics.delegation", "sheet.behalf", "sheet.from", "sheet.to"};
	static const char *const blanks[] = {
		"____", "______________________________", "________________", "_____", "_____"};

	document_add(
		document, document->root, NODE_HEADING, template_text(words, "sheet.speakers"));
	struct node *table = document_add(document, document->root, NODE_TABLE, NULL);
	for (int line = 0; line <= BLANK_LINES; line++) {
		struct node *row = document_add(document, table, NODE_ROW, NULL);
		for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
			document_add(document, row, NODE_CELL,
				line ? blanks[i] : template_text(words, heads[i]));
	}
}

void report_sheet(struct store *store, int64_t session, const struct template *template,
	struct document *document)
{
	struct arena arena;
	struct facts facts;

	arena_init(&arena);
	if (facts_load(&facts, store, session, template, &arena)) {
		page_begin(template, document);
		add_title(document, &facts);
		add_agenda(document, &facts);
		add_schedule(document, &facts);
		add_participants(document, &facts);
		add_speakers(document, template);
		document_number(document);
	}
	arena_clear(&arena);
}
