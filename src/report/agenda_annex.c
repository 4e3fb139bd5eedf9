/* SPDX-License-Identifier: MIT */
/*
 * The organization of work as the annex of an agenda: a table of three columns in the
 * order of the schedule. A day has a row of its own, a slot says its time once, and each
 * item is in the words of the schedule (the provisional agenda of 2012).
 */
#include <string.h>

#include "agenda_paper.h"
#include "words.h"

static void add_row(struct paper *paper, struct node *table, const char *time, const char *item,
	const char *title)
{
	struct node *row = document_add(paper->document, table, NODE_ROW, NULL);

	paper_add(paper, row, NODE_CELL, time);
	paper_add(paper, row, NODE_CELL, item);
	paper_add(paper, row, NODE_CELL, title);
}

static void add_day(struct paper *paper, struct node *table, const char *date)
{
	struct str day;

	str_init(&day);
	words_day_of_week(paper->template, date, &day);
	add_row(paper, table, day.text, "", "");
	str_clear(&day);
}

/* "3-6 p.m., Boardroom"; behind another slot of its day, or with a room, one without a time says so, lest
 * it be read as a part of that one. */
static void describe_time(
	const struct paper *paper, const struct agenda_slot *slot, bool behind, struct str *out)
{
	if (slot->from >= 0)
		words_hours(paper->template, slot->from, slot->to, out);
	else if (slot->half)
		str_add(out, paper_word(paper, strcmp(slot->half, "am") == 0 ? "paper.morning"
									     : "paper.afternoon"));
	else if (behind || (slot->room && *slot->room))
		str_add(out, paper_word(paper, "paper.unset"));
	if (slot->room && *slot->room)
		str_addf(out, "%s%s", out->length ? ", " : "", slot->room);
}

/* By its number; where several bodies meet, an item of one of them names it. */
static void describe_item(const struct paper *paper, size_t item, struct str *out)
{
	const struct agenda_item *it = &paper->agenda->items[item];
	const char *number = paper_number(paper, item, paper->first);

	str_add(out, number ? number : it->printed);
	if (!number)
		str_addf(out, ", %s", paper->agenda->bodies[it->body].name);
}

static void add_slot(
	struct paper *paper, struct node *table, const struct agenda_slot *slot, bool behind)
{
	struct str time, number;
	bool first = true;

	str_init(&time);
	str_init(&number);
	describe_time(paper, slot, behind, &time);
	if (slot->label && *slot->label) {
		add_row(paper, table, time.text, "", slot->label);
		first = false;
	}
	for (size_t i = 0; i < slot->item_count; i++) {
		const struct agenda_slot_item *planned = &slot->items[i];
		str_reset(&number);
		describe_item(paper, planned->item, &number);
		add_row(paper, table, first ? time.text : "", number.text,
			planned->title ? planned->title
				       : paper->agenda->items[planned->item].title);
		first = false;
	}
	if (first)
		add_row(paper, table, time.text, "", "");
	str_clear(&time);
	str_clear(&number);
}

void paper_annex(struct paper *paper)
{
	const struct agenda *agenda = paper->agenda;
	const char *date = "";
	struct str heading;

	if (!agenda->slot_count)
		return;
	str_init(&heading);
	paper_heading_words(paper, agenda->annex, "paper.work", &heading);
	paper_heading(paper, 1, "", paper_word(paper, "paper.annex"))->annex = true;
	paper_heading(paper, 2, "", heading.text);
	str_clear(&heading);
	struct node *table = document_add(paper->document, paper->document->root, NODE_TABLE, NULL);
	add_row(paper, table, paper_word(paper, "paper.time"), paper_word(paper, "paper.item"),
		paper_word(paper, "paper.title"));
	for (size_t i = 0; i < agenda->slot_count; i++) {
		const char *its = agenda->slots[i].date ? agenda->slots[i].date : "";
		bool same = strcmp(its, date) == 0;
		if (!same)
			add_day(paper, table, its);
		date = its;
		add_slot(paper, table, &agenda->slots[i], same && i > 0);
	}
}
