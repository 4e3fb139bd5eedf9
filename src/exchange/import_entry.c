/* SPDX-License-Identifier: MIT */
/*
 * One entry of a timetable: which items it names. A number is believed if its words
 * are those of the item; where they are another item's, the words win: timetables are
 * set by hand, and numbers slip. A letter belongs to the item that the column named last.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import_table.h"

/* --- what an entry names --- */

/* How well the words fit the item, whichever is the longer. */
static int fit(const struct agenda *agenda, size_t item, const char *text)
{
	const char *title = agenda->items[item].title;
	int likeness = import_likeness(title, text);
	int within = import_containment(title, text) * 9 / 10;
	int of = import_containment(text, title) * 9 / 10;

	likeness = within > likeness ? within : likeness;
	return strlen(text) > 10 && of > likeness ? of : likeness;
}

/* The sibling that the words fit better, if they fit the numbered one badly. */
static size_t believe_words(struct import *import, size_t item, const char *text)
{
	const struct agenda *agenda = import->agenda;
	int best = import_likeness(agenda->items[item].title, text);
	size_t found = item;

	if (strlen(text) < 10)
		return item;
	for (size_t i = 0; i < agenda->item_count; i++) {
		if (agenda->items[i].parent != agenda->items[item].parent ||
			!import_may_compare(import))
			continue;
		int other = import_likeness(agenda->items[i].title, text);
		if (other >= 60 && other > best + 20) {
			best = other;
			found = i;
		}
	}
	return found;
}

/* "b)" below the item that the column named last, or below one above that. */
static size_t find_below(const struct import *import, size_t last, const char *part)
{
	for (size_t at = last; at != AGENDA_NONE; at = import->agenda->items[at].parent) {
		size_t item = import_item_find(import, at, part);
		if (item != AGENDA_NONE)
			return item;
	}
	return AGENDA_NONE;
}

size_t import_entry_numbered(struct import_table *table, const struct import_column *column,
	const struct import_label *label, const char *text)
{
	const struct import *import = table->import;
	const struct agenda *agenda = import->agenda;
	bool figure = isdigit((unsigned char)label->part[0][0]);
	size_t item;

	if (label->capital)
		return AGENDA_NONE;
	item = figure ? import_item_labelled(import, label)
		      : find_below(import, column->last, label->part[0]);
	if (item == AGENDA_NONE && figure && label->count == 1 && label->mark != '.')
		item = find_below(import, column->last, label->part[0]);
	if (item == AGENDA_NONE)
		return AGENDA_NONE;
	if (*text == '\0' || label->worded || import_is_continued(text))
		return item;
	item = believe_words(table->import, item, text);
	if (figure && label->mark == ' ' && label->count == 1 && fit(agenda, item, text) < 45)
		return AGENDA_NONE; /* "20 participants" */
	return item;
}

/* Words without a number that are the title of an item. */
static size_t find_titled(struct import *import, const char *text)
{
	const struct agenda *agenda = import->agenda;
	size_t found = AGENDA_NONE;
	int best = 79;

	if (strlen(text) < 8 || strlen(text) > 600)
		return AGENDA_NONE;
	for (size_t i = 0; i < agenda->item_count && import_may_compare(import); i++) {
		int likeness = import_likeness(agenda->items[i].title, text);
		int within = strlen(agenda->items[i].title) >= 15 && strlen(text) < 160
				     ? import_containment(agenda->items[i].title, text) - 1
				     : 0;
		likeness = within > likeness ? within : likeness;
		if (likeness > best) {
			best = likeness;
			found = i;
		}
	}
	return found;
}

/* --- entries --- */

/* The item is planned in the column's slot; its parent gives way to it. */
static void plan(struct import_table *table, struct import_column *column, size_t item)
{
	const struct agenda *agenda = table->import->agenda;
	size_t parent = agenda->items[item].parent;

	import_table_title(table, column);
	import_table_open(table, column);
	struct agenda_slot *slot = import_table_at(table, column->slot);
	if (slot->item_count > 0 && parent != AGENDA_NONE &&
		slot->items[slot->item_count - 1].item == parent) {
		import_table_remove(table, column->slot);
	} else if (slot->item_count == 0 && column->before != NO_SLOT &&
		   column->before != column->listed && parent != AGENDA_NONE) {
		/* Its item was set a line too high, at the end of the slot before. */
		const struct agenda_slot *before = import_table_at(table, column->before);
		if (before->item_count > 1 && before->items[before->item_count - 1].item == parent)
			import_table_remove(table, column->before);
	}
	import_table_add(table, column->slot, item);
	column->last = item;
}

static void go_on(struct import_table *table, struct import_column *column)
{
	int before = column->before;

	if (column->slot != NO_SLOT)
		return;
	import_table_open(table, column);
	if (import_table_at(table, column->slot)->item_count > 0 || before == NO_SLOT ||
		before == column->slot)
		return;
	const struct agenda_slot from = *import_table_at(table, before);
	for (size_t i = 0; i < from.item_count; i++)
		import_table_add(table, column->slot, from.items[i].item);
	if (from.item_count == 0 && from.label) {
		const char *open = import_find(from.label, " (continued)");
		import_table_at(table, column->slot)->label =
			open ? from.label
			     : arena_printf(
				       &table->import->agenda->arena, "%s (continued)", from.label);
	}
}

/* "Heads of delegation meeting to be held at 4:00 p.m." */
static void take_time_within(struct agenda_slot *slot, const char *text)
{
	struct import_span span;

	for (const char *at = text; (at = import_find(at, " at ")); at += 4)
		if (import_span_at(at + 4, &span) && span.from >= 0) {
			slot->from = span.from;
			slot->to = span.to;
			return;
		}
}

/* Behind the last time an empty line ends the label. */
static bool ends_label(const struct import_table *table, size_t line)
{
	const struct reading_paragraph *paragraph = table->import->lines[line].paragraph;

	return line > table->last_slot && paragraph->gap > 0 && paragraph->table == 0;
}

/* False where the label is long already: the words are for somebody to look at. */
static bool label_slot(
	struct import_table *table, struct import_column *column, const char *text, size_t line)
{
	bool fresh = column->slot == NO_SLOT;
	struct agenda *agenda = table->import->agenda;

	import_table_open(table, column);
	struct agenda_slot *slot = import_table_at(table, column->slot);
	if (slot->label && (strlen(slot->label) > 200 || ends_label(table, line)))
		return false;
	slot->label = slot->label ? arena_printf(&agenda->arena, "%s %s", slot->label, text)
				  : arena_strdup(&agenda->arena, text);
	table->label_line = line;
	if (fresh && slot->from < 0 && !slot->half)
		take_time_within(slot, text);
	return true;
}

/* Words behind an item: a title that wraps, or something of its own. */
static bool goes_on_title(
	struct import_table *table, struct import_column *column, const char *text)
{
	const struct agenda *agenda = table->import->agenda;

	if (column->slot == NO_SLOT && column->pending != AGENDA_NONE)
		return import_containment(text, agenda->items[column->pending].title) >= 70;
	if (column->last == AGENDA_NONE || column->slot == NO_SLOT)
		return false;
	if (import_containment(text, agenda->items[column->last].title) < 70 &&
		!(islower((unsigned char)*text) && column->title.length > 0))
		return false;
	if (column->title.length > 1 && column->title.text[column->title.length - 1] == '-')
		str_cut(&column->title, column->title.length - 1);
	else if (column->title.length > 0)
		str_addc(&column->title, ' ');
	str_add(&column->title, text);
	return true;
}

static void plan_all(
	struct import_table *table, struct import_column *column, const struct import_refs *refs)
{
	for (size_t i = 0; i < refs->count; i++)
		plan(table, column, refs->items[i]);
	if (refs->count > 1)
		column->listed = column->slot;
}

/* "Legal and institutional (5, 6, 17)": how the schedule calls the item, or all of them. */
static void keep_words_before(struct import_table *table, struct import_column *column,
	const char *text, const struct import_refs *refs)
{
	struct arena *arena = &table->import->agenda->arena;
	size_t length = strcspn(text, "(");

	while (length > 0 && strchr(" :\t", text[length - 1]))
		length--;
	if (length == 0 || !strchr(text, '(') || column->slot == NO_SLOT)
		return;
	if (refs->count == 1) {
		str_reset(&column->title);
		str_addn(&column->title, text, length);
		return;
	}
	struct agenda_slot *slot = import_table_at(table, column->slot);
	const char *words = arena_strndup(arena, text, length);
	slot->label = slot->label ? arena_printf(arena, "%s; %s", slot->label, words) : words;
}

/* "Tourism (12)": an entry that says all it has to; another time's if there was one. */
static bool plan_bracketed(
	struct import_table *table, struct import_column *column, const char *text, bool time_here)
{
	struct import_refs refs = {0};

	if (!import_refs_within(table->import, text, &refs))
		return false;
	if (column->slot != NO_SLOT && !time_here && strchr(text, '(') &&
		(import_table_at(table, column->slot)->item_count > 0 || !table->has_time)) {
		import_table_title(table, column);
		column->slot = import_table_slot(table, false);
	}
	plan_all(table, column, &refs);
	keep_words_before(table, column, text, &refs);
	return true;
}

/* An entry without a number of its own. True if it was understood. */
static bool read_words(struct import_table *table, struct import_column *column, const char *text,
	size_t line, bool time_here)
{
	struct import_refs refs = {0};
	size_t item;
	bool planned =
		column->slot != NO_SLOT && import_table_at(table, column->slot)->item_count > 0;

	if (import_refs_only(table->import, text, &refs)) {
		plan_all(table, column, &refs);
		return true;
	}
	if (goes_on_title(table, column, text))
		return true;
	if (plan_bracketed(table, column, text, time_here))
		return true;
	item = find_titled(table->import, text);
	if (item != AGENDA_NONE) {
		plan(table, column, item);
		return true;
	}
	if (planned)
		return false;
	return label_slot(table, column, text, line);
}

/* "(6) COMNAP products; (7) New technologies": what stands behind the first. */
static void read_others(struct import_table *table, struct import_column *column, const char *text)
{
	struct import_refs refs = {0};

	for (const char *at = text; (at = strchr(at, ';')); at++) {
		struct import_label label;
		const char *next = at + 1 + strspn(at + 1, " ");
		if (!import_label_at(next, &label) || label.mark == ' ')
			continue;
		size_t item = import_entry_numbered(table, column, &label, next + label.length);
		if (item != AGENDA_NONE)
			import_refs_add(&refs, item);
	}
	plan_all(table, column, &refs);
}

/* A cell of numbers says what is planned, whatever words stand beside it: of several they
 * are none's title. */
static bool plan_cell(struct import_table *table, struct import_column *column, const char *numbers,
	size_t at_least)
{
	struct import_refs refs = {0};

	if (!numbers || !import_refs_only(table->import, numbers, &refs) || refs.count < at_least)
		return false;
	plan_all(table, column, &refs);
	return true;
}

bool import_entry_read(struct import_table *table, struct import_column *column,
	const struct import_entry *entry, bool time_here)
{
	const char *text = entry->text;
	struct import_refs refs = {0};
	struct import_label label;
	size_t item = AGENDA_NONE;

	if (import_is_continued(text)) {
		go_on(table, column);
		return true;
	}
	if (plan_cell(table, column, entry->numbers, 2))
		return true;
	if (import_refs_only(table->import, text, &refs) && refs.count > 1) {
		plan_all(table, column, &refs);
		return true;
	}
	if (import_label_at(text, &label))
		item = import_entry_numbered(table, column, &label, text + label.length);
	if (item == AGENDA_NONE && plan_cell(table, column, entry->numbers, 1)) {
		/* whatever words stand beside the number */
		text += strlen(entry->numbers);
		str_add(&column->title, text + strspn(text, " "));
		return true;
	}
	if (item == AGENDA_NONE)
		return (strlen(text) > 2 &&
			read_words(table, column, text, entry->line, time_here));
	plan(table, column, item);
	str_add(&column->title, text + label.length);
	const char *other = strchr(column->title.text, ';');
	if (other && other[1] == ' ' && other[2] == '(') {
		char *rest = mem_strdup(other);
		str_reset(&column->title);
		read_others(table, column, rest);
		str_reset(&column->title);
		free(rest);
	}
	return true;
}
