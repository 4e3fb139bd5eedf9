/* SPDX-License-Identifier: MIT */
/*
 * The organization of work: days, times, and under each time what is planned. A
 * timetable is read from the top, whatever its form (three columns, two halls
 * side by side, a cell a line): a day holds until the next day, a time until the
 * next time, a column goes on where it was left, and a letter belongs to the item
 * that the column named last.
 *
 * A number is believed if its words are those of the item; where they are another
 * item's, the words win: timetables are set by hand, and numbers slip.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import.h"
#include "import_days.h"
#include "import_time.h"

enum { COLUMNS = 7, ASIDE = 12, NO_SLOT = -1 };

struct column {
	int x;                  /* where its words begin; -1 until one was seen */
	int slot;               /* of the time that holds, or NO_SLOT */
	int before;             /* the slot before that */
	int listed;             /* the slot that was last given several items at once */
	size_t last;            /* the item named last */
	size_t pending;         /* an item that stood above its time, beside the day */
	struct str title;       /* what the timetable calls it */
	const char *room;       /* what stands above the column */
	struct import_date day; /* where each column is a day */
};

struct table {
	struct import *import;
	struct column columns[COLUMNS];
	int column_count;
	struct import_span span;
	bool has_day, has_time, filled; /* filled: the time has a slot */
	bool grid;                      /* a column for each day */
	struct import_date day;
	struct import_date *days; /* of each slot */
	size_t day_room;
	struct str label; /* of the slot that has no item yet */
	size_t label_line;
	int line;
	size_t row_line; /* the first line of the row, for what stands before its time */
	struct import_span morning, afternoon;
};

/* --- slots --- */

static struct agenda_slot *slot_at(struct table *table, int slot)
{
	return &table->import->agenda->slots[slot];
}

static int new_slot(struct table *table, bool timed)
{
	struct import *import = table->import;
	struct agenda *agenda = import->agenda;
	struct agenda_slot *slot;

	if (agenda->slot_count >= IMPORT_SLOTS_MAX)
		return (int)agenda->slot_count - 1;
	if (agenda->slot_count == import->slot_room) {
		size_t room = import->slot_room ? import->slot_room * 2 : 32;
		slot = arena_alloc(&agenda->arena, room * sizeof(*slot));
		if (agenda->slot_count > 0)
			memcpy(slot, agenda->slots, agenda->slot_count * sizeof(*slot));
		agenda->slots = slot;
		import->slot_room = room;
	}
	table->days = mem_grow(
		table->days, &table->day_room, agenda->slot_count + 1, sizeof(*table->days));
	table->days[agenda->slot_count] = table->day;
	slot = &agenda->slots[agenda->slot_count];
	*slot = (struct agenda_slot){.from = -1, .to = -1, .line = table->line};
	if (timed) {
		slot->from = table->span.from;
		slot->to = table->span.to;
		slot->half = table->span.half == 'a' ? "am" : table->span.half == 'p' ? "pm" : NULL;
		table->filled = true;
	}
	return (int)agenda->slot_count++;
}

static void add_item(struct table *table, int index, size_t item)
{
	struct agenda_slot *slot = slot_at(table, index);
	struct agenda_slot_item *items;

	for (size_t i = 0; i < slot->item_count; i++)
		if (slot->items[i].item == item)
			return;
	if (slot->item_count >= IMPORT_REFS_MAX)
		return;
	items = arena_alloc(&table->import->agenda->arena, (slot->item_count + 1) * sizeof(*items));
	if (slot->item_count > 0)
		memcpy(items, slot->items, slot->item_count * sizeof(*items));
	items[slot->item_count++] = (struct agenda_slot_item){.item = item};
	slot->items = items;
	if (slot->label) { /* "Session Chair: …" before the items is no label */
		slot->label = NULL;
		table->import->lines[table->label_line].understood = false;
	}
}

static void remove_last_item(struct table *table, int index)
{
	slot_at(table, index)->item_count--;
}

/* --- titles that the timetable words in its own way --- */

static void finish_title(struct table *table, struct column *column)
{
	struct agenda *agenda = table->import->agenda;
	const char *said;
	int likeness;

	if (column->title.length == 0 || column->slot == NO_SLOT || column->last == AGENDA_NONE)
		return;
	const char *open = import_find(column->title.text, " (cont");
	said = import_title(table->import, column->title.text,
		open ? (size_t)(open - column->title.text) : column->title.length);
	str_reset(&column->title);
	likeness = import_likeness(said, agenda->items[column->last].title);
	struct agenda_slot *slot = slot_at(table, column->slot);
	for (size_t i = 0; i < slot->item_count; i++)
		if (slot->items[i].item == column->last && likeness >= 45 && likeness < 100)
			slot->items[i].title = said;
}

/* --- columns --- */

static struct column *find_column(struct table *table, int x, bool timed)
{
	struct column *left = &table->columns[0];

	if (left->x < 0 || timed)
		left->x = x; /* behind a time the first column begins */
	if (x <= left->x + ASIDE || table->column_count < 2)
		return left;
	return &table->columns[1];
}

/* A second piece behind the time: halls side by side. */
static struct column *second_column(struct table *table, int x)
{
	table->columns[1].x = x;
	table->column_count = 2;
	return &table->columns[1];
}

static void close_time(struct table *table)
{
	if (table->has_time && !table->filled && table->has_day && !table->grid) {
		table->columns[0].before = table->columns[0].slot;
		new_slot(table, true);
	}
	for (int i = 0; i < COLUMNS; i++) {
		struct column *column = &table->columns[i];
		finish_title(table, column);
		if (column->slot != NO_SLOT)
			column->before = column->slot;
		column->slot = NO_SLOT;
	}
	table->has_time = false;
}

static void open_slot(struct table *table, struct column *column)
{
	if (column->slot != NO_SLOT)
		return;
	column->slot = new_slot(table, table->has_time);
	if (table->grid)
		table->days[column->slot] = column->day;
	slot_at(table, column->slot)->room = table->column_count > 1 ? column->room : NULL;
	if (column->pending == AGENDA_NONE)
		return;
	add_item(table, column->slot, column->pending);
	column->last = column->pending;
	column->pending = AGENDA_NONE;
}

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

static size_t find_numbered(struct table *table, const struct column *column,
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
static void plan(struct table *table, struct column *column, size_t item)
{
	const struct agenda *agenda = table->import->agenda;
	size_t parent = agenda->items[item].parent;

	finish_title(table, column);
	open_slot(table, column);
	struct agenda_slot *slot = slot_at(table, column->slot);
	if (slot->item_count > 0 && parent != AGENDA_NONE &&
		slot->items[slot->item_count - 1].item == parent) {
		remove_last_item(table, column->slot);
	} else if (slot->item_count == 0 && column->before != NO_SLOT &&
		   column->before != column->listed && parent != AGENDA_NONE) {
		/* Its item was set a line too high, at the end of the slot before. */
		const struct agenda_slot *before = slot_at(table, column->before);
		if (before->item_count > 1 && before->items[before->item_count - 1].item == parent)
			remove_last_item(table, column->before);
	}
	add_item(table, column->slot, item);
	column->last = item;
}

static void go_on(struct table *table, struct column *column)
{
	int before = column->before;

	if (column->slot != NO_SLOT)
		return;
	open_slot(table, column);
	if (slot_at(table, column->slot)->item_count > 0 || before == NO_SLOT ||
		before == column->slot)
		return;
	const struct agenda_slot from = *slot_at(table, before);
	for (size_t i = 0; i < from.item_count; i++)
		add_item(table, column->slot, from.items[i].item);
	if (from.item_count == 0 && from.label) {
		const char *open = import_find(from.label, " (continued)");
		slot_at(table, column->slot)->label =
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

static void label_slot(struct table *table, struct column *column, const char *text, size_t line)
{
	bool fresh = column->slot == NO_SLOT;
	struct agenda *agenda = table->import->agenda;

	open_slot(table, column);
	struct agenda_slot *slot = slot_at(table, column->slot);
	if (slot->label && strlen(slot->label) > 200)
		return;
	slot->label = slot->label ? arena_printf(&agenda->arena, "%s %s", slot->label, text)
				  : arena_strdup(&agenda->arena, text);
	table->label_line = line;
	if (fresh && slot->from < 0 && !slot->half)
		take_time_within(slot, text);
}

/* Words behind an item: a title that wraps, or something of its own. */
static bool goes_on_title(struct table *table, struct column *column, const char *text)
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

static void plan_all(struct table *table, struct column *column, const struct import_refs *refs)
{
	for (size_t i = 0; i < refs->count; i++)
		plan(table, column, refs->items[i]);
	if (refs->count > 1)
		column->listed = column->slot;
}

/* "Tourism (12)": an entry that says all it has to; another time's if there was one. */
static bool plan_bracketed(
	struct table *table, struct column *column, const char *text, bool time_here)
{
	struct import_refs refs = {0};

	if (!import_refs_within(table->import, text, &refs))
		return false;
	if (column->slot != NO_SLOT && !time_here && strchr(text, '(') &&
		(slot_at(table, column->slot)->item_count > 0 || !table->has_time)) {
		finish_title(table, column);
		column->slot = new_slot(table, false);
	}
	plan_all(table, column, &refs);
	return true;
}

/* An entry without a number of its own. True if it was understood. */
static bool read_words(
	struct table *table, struct column *column, const char *text, size_t line, bool time_here)
{
	struct import_refs refs = {0};
	size_t item;
	bool planned = column->slot != NO_SLOT && slot_at(table, column->slot)->item_count > 0;

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
	label_slot(table, column, text, line);
	return true;
}

/* "(6) COMNAP products; (7) New technologies": what stands behind the first. */
static void read_others(struct table *table, struct column *column, const char *text)
{
	struct import_refs refs = {0};

	for (const char *at = text; (at = strchr(at, ';')); at++) {
		struct import_label label;
		const char *next = at + 1 + strspn(at + 1, " ");
		if (!import_label_at(next, &label) || label.mark == ' ')
			continue;
		size_t item = find_numbered(table, column, &label, next + label.length);
		if (item != AGENDA_NONE)
			import_refs_add(&refs, item);
	}
	plan_all(table, column, &refs);
}

/* The words of a row's cells that stand behind day and time. */
struct entry {
	const char *text;
	const char *numbers; /* what of it stood in a cell of its own, or NULL */
	int x;
	size_t line;
};

/* A cell of numbers says what is planned, whatever words stand beside it: of several they
 * are none's title. */
static bool plan_cell(
	struct table *table, struct column *column, const char *numbers, size_t at_least)
{
	struct import_refs refs = {0};

	if (!numbers || !import_refs_only(table->import, numbers, &refs) || refs.count < at_least)
		return false;
	plan_all(table, column, &refs);
	return true;
}

static bool read_entry(
	struct table *table, struct column *column, const struct entry *entry, bool time_here)
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
		item = find_numbered(table, column, &label, text + label.length);
	if (item == AGENDA_NONE)
		return plan_cell(table, column, entry->numbers, 1) ||
		       (strlen(text) > 2 &&
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

/* --- lines --- */

static bool begins_with_day(const struct import_line *line)
{
	struct import_days days;
	const char *text = line->whole;

	if (strncasecmp(text, "day ", 4) == 0 && isdigit((unsigned char)text[4]))
		return true;
	return import_days_find(text, true, &days) && days.start == 0 && strlen(text) < 60 &&
	       days.from.weekday >= 0;
}

static bool begins_with_day_or_time(const struct import_line *line)
{
	struct import_span span;

	if (import_span_at(line->whole, &span))
		return (span.from >= 0 && span.to >= 0) || strlen(line->whole) < 60;
	return begins_with_day(line);
}

/* "Day 1: Wednesday 1 June", "May 8 (Mon)"; *rest is what stands behind. */
static bool read_day(struct table *table, const char *text, const char **rest)
{
	struct import_days days;
	const char *from = text;

	while (strncmp(from, "(", 1) == 0)
		from++;
	if (strncasecmp(from, "day ", 4) == 0) {
		from += 4 + strspn(from + 4, "0123456789");
		from += strspn(from, " :,.-\xE2\x80\x93");
	}
	if (!import_days_find(from, true, &days) || days.start > 0 || days.count > 1 ||
		strlen(from) > 200)
		return false;
	*rest = from + days.length;
	*rest += strspn(*rest, " ,:.)");
	if (strncmp(*rest, "\u2013 ", 4) == 0 || strncmp(*rest, "- ", 2) == 0)
		*rest += **rest == '-' ? 2 : 4;
	struct import_span span;
	bool named = days.from.weekday >= 0 && days.from.month > 0;
	if (**rest && !import_span_at(*rest, &span) && **rest != '(' && !named)
		return false;
	if (islower((unsigned char)**rest) && !import_span_at(*rest, &span))
		return false;
	close_time(table);
	table->day = days.from;
	table->has_day = true;
	table->grid = false;
	return true;
}

static void set_time(struct table *table, const struct import_span *span)
{
	close_time(table);
	table->span = *span;
	if (span->half == 'a' && table->morning.to > 0)
		table->span = table->morning;
	else if (span->half == 'p' && table->afternoon.to > 0)
		table->span = table->afternoon;
	table->has_time = true;
	table->filled = false;
}

enum { ENTRIES = 8 };

struct row {
	struct entry entries[ENTRIES];
	int count;
	bool day, time;
};

static void add_row_entry(struct row *row, const char *text, int x, size_t line)
{
	if (*text && row->count < ENTRIES)
		row->entries[row->count++] = (struct entry){text, NULL, x, line};
}

static int x_of(const struct reading_paragraph *paragraph)
{
	return paragraph->indent     ? paragraph->indent
	       : paragraph->cell > 1 ? (paragraph->cell - 1) * 40
				     : 0;
}

/* Day and time of a cell, and what is left of it. */
static void read_cell(struct table *table, size_t line, struct row *row)
{
	struct import_line *cell = &table->import->lines[line];
	const struct reading_paragraph *paragraph = cell->paragraph;
	const char *text = cell->whole, *rest;
	struct import_span span;
	int x = paragraph->indent     ? paragraph->indent
		: paragraph->cell > 1 ? (paragraph->cell - 1) * 40
				      : 0;

	if (row->count == 0 && read_day(table, text, &rest)) {
		row->day = true;
		cell->understood = true;
		if (*rest == '(' || *rest == '\0')
			return; /* "(08:30–18:30)": of the whole day */
		text = rest;
	}
	if (row->count == 0 && import_span_at(text, &span)) {
		set_time(table, &span);
		row->time = true;
		cell->understood = true;
		text += span.length;
		x = *text ? x : 0;
	}
	add_row_entry(row, text, x, line);
}

/* How many items a text names that is nothing but numbers. */
static size_t numbers_in(const struct table *table, const char *text)
{
	struct import_refs refs = {0};

	return import_refs_only(table->import, text, &refs) ? refs.count : 0;
}

/* "1 (a)" | "Opening": the number of a cell and the title of the next are one entry,
 * in either order; of several numbers the titles say nothing more. */
static void join_titles(struct table *table, struct row *row)
{
	struct agenda *agenda = table->import->agenda;

	for (int i = 0; i + 1 < row->count && !table->grid; i++) {
		struct entry *left = &row->entries[i], *right = &row->entries[i + 1];
		struct import_label label;
		size_t lefts = numbers_in(table, left->text),
		       rights = numbers_in(table, right->text);
		const char *number = lefts ? left->text : right->text;
		const char *title = lefts ? right->text : left->text;
		if ((lefts > 0) == (rights > 0) || import_is_continued(right->text) ||
			(import_label_at(title, &label) && (label.mark != ' ' || rights)))
			continue;
		left->numbers = number;
		left->text = arena_printf(&agenda->arena, "%s %s", number, title);
		table->import->lines[right->line].understood = true;
		memmove(right, right + 1, (size_t)(row->count - i - 2) * sizeof(*right));
		row->count--;
	}
}

static struct column *column_of(struct table *table, const struct row *row, int entry)
{
	int x = row->entries[entry].x, found = 0;

	for (int i = 1; table->grid && i < table->column_count; i++)
		if (table->columns[i].x <= x + 6)
			found = i;
	if (table->grid)
		return &table->columns[found];
	if (entry == 1 && x > row->entries[0].x + 8)
		return second_column(table, x);
	return find_column(table, x, entry == 0 && row->time);
}

/* "TEWG" and "Expert Meeting" above two columns, "Plenary" above a day. */
static bool read_heads(struct table *table, const struct row *row, size_t from, size_t to)
{
	const struct import *import = table->import;

	if (row->day || row->time || row->count < 1 || row->count > 2 ||
		(table->has_day && import->lines[from].paragraph->gap == 0) ||
		to >= import->schedule_to || !begins_with_day_or_time(&import->lines[to]) ||
		(row->count == 1 && !begins_with_day(&import->lines[to])))
		return false;
	for (int i = 0; i < row->count; i++)
		if (import->lines[row->entries[i].line].labelled ||
			import_word_count(row->entries[i].text) > 4 ||
			strchr(row->entries[i].text, '(') ||
			import_is_continued(row->entries[i].text))
			return false;
	table->column_count = row->count;
	for (int i = 0; i < row->count; i++) {
		table->columns[i].room = row->entries[i].text;
		table->columns[i].x = row->entries[i].x;
		import->lines[row->entries[i].line].understood = true;
	}
	return true;
}

/* Beside the day, before the first time: it belongs to that time. */
static bool read_pending(
	struct table *table, const struct row *row, struct column *column, const char *text)
{
	struct import_label label;

	if (!row->day || table->has_time || column->slot != NO_SLOT ||
		!import_label_at(text, &label))
		return false;
	column->pending = find_numbered(table, column, &label, text + label.length);
	return column->pending != AGENDA_NONE;
}

static bool is_grid(const struct import *import, size_t from, size_t to)
{
	int count = 0;

	for (size_t i = from; i < to; i++)
		count += begins_with_day(&import->lines[i]);
	return count >= 2;
}

/* "Time | Monday, 4 May | Tuesday, 5 May": a column for each day. */
static bool read_grid(struct table *table, size_t from, size_t to)
{
	struct import *import = table->import;
	struct import_days days;

	if (!is_grid(import, from, to))
		return false;
	close_time(table);
	table->grid = table->has_day = true;
	table->column_count = 0;
	for (size_t i = from; i < to; i++) {
		import->lines[i].understood = true;
		if (!import_days_find(import->lines[i].whole, true, &days) ||
			table->column_count == COLUMNS)
			continue;
		struct column *column = &table->columns[table->column_count++];
		column->x = x_of(import->lines[i].paragraph);
		column->day = days.from;
		column->before = NO_SLOT;
	}
	return true;
}

static void read_row(struct table *table, size_t from, size_t to)
{
	struct row row = {0};

	if (read_grid(table, from, to))
		return;
	for (size_t i = from; i < to; i++)
		read_cell(table, i, &row);
	if (read_heads(table, &row, from, to))
		return;
	join_titles(table, &row);
	for (int i = 0; i < row.count && table->has_day; i++) {
		struct import_line *line = &table->import->lines[row.entries[i].line];
		struct column *column = column_of(table, &row, i);
		const char *text = row.entries[i].text;
		table->line = line->paragraph->line;
		if (read_pending(table, &row, column, text) ||
			read_entry(table, column, &row.entries[i], row.time))
			line->understood = true;
	}
}

/* --- the whole --- */

static size_t days_and_times(const struct import *import, size_t from, size_t most)
{
	size_t found = 0;

	for (size_t i = from; i < import->count && i < from + most; i++)
		found += begins_with_day_or_time(&import->lines[i]);
	return found;
}

void import_slots_find(struct import *import)
{
	size_t from = import->count;

	for (size_t i = import->list_to; i < import->count && from == import->count; i++)
		if (import->lines[i].heading == IMPORT_SCHEDULE &&
			days_and_times(import, i + 1, 40) >= 2)
			from = i;
	for (size_t i = import->list_to; i < import->count && from == import->count; i++)
		if (begins_with_day_or_time(&import->lines[i]) &&
			days_and_times(import, i, 12) >= 3)
			from = i;
	import->schedule_from = import->schedule_to = from;
	for (size_t i = from; i < import->count; i++) {
		if (i > from && import->lines[i].heading == IMPORT_ANNOTATIONS)
			return;
		import->schedule_to = i + 1;
	}
}

/* "Meetings will be held 9 a.m. - 1 p.m. and 2.30 p.m. - 6 p.m." */
static void find_hours(struct table *table)
{
	const struct import *import = table->import;

	for (size_t i = import->schedule_from; i < import->schedule_to; i++) {
		const char *text = import->lines[i].whole;
		struct import_span spans[2], span;
		int found = 0;
		if (!import_has_words(text, "held") && !import_has_words(text, "hours"))
			continue;
		for (const char *at = text; *at && found < 2; at++) {
			if (!isdigit((unsigned char)*at) || (at > text && at[-1] != ' ') ||
				!import_span_at(at, &span) || span.from < 0 || span.to < 0)
				continue;
			spans[found++] = span;
			at += span.length - 1;
		}
		if (found == 2 && spans[0].to <= 14 * 60 && spans[1].from >= 12 * 60) {
			table->morning = spans[0];
			table->afternoon = spans[1];
			import->lines[i].understood = true;
		}
	}
}

static size_t row_end(const struct import *import, size_t from)
{
	const struct reading_paragraph *first = import->lines[from].paragraph;
	size_t to = from + 1;

	while (to < import->schedule_to && first->table > 0 &&
		import->lines[to].paragraph->table == first->table &&
		import->lines[to].paragraph->row == first->row)
		to++;
	return to;
}

/* Above the days: the title of the timetable, "Annex" before it, the heads of its columns. */
static bool read_title(struct import *import, size_t from, size_t to)
{
	static const char *const heads[] = {
		"date", "time", "item", "title", "agenda item", "subject", "description", "day"};
	struct import_line *line = &import->lines[from];
	bool found = false;

	if (line->heading == IMPORT_SCHEDULE) {
		if (!import->agenda->annex && strlen(line->text) < 100)
			import->agenda->annex =
				import_title(import, line->text, strlen(line->text));
		line->understood = true;
		if (from > 0 && import->lines[from - 1].heading == IMPORT_ANNEX)
			import->lines[from - 1].understood = true;
		return true;
	}
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]) && !found; i++)
		found = import_word_count(line->whole) <= 4 &&
			import_has_words(line->whole, heads[i]) && !begins_with_day_or_time(line);
	for (size_t i = from; found && i < to; i++)
		import->lines[i].understood = true;
	return found;
}

/* "Proposed schedule, Day 1: Wednesday 1 June" */
static void take_day_of_title(struct table *table, const char *text)
{
	struct import_days days;

	if (!import_days_find(text, false, &days) || days.count != 1 || days.from.weekday < 0)
		return;
	table->day = days.from;
	table->has_day = true;
}

/* One room cannot hold two meetings at a time: then what stood above was no room. */
static void leave_rooms(struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->slot_count; i++)
		for (size_t k = i; agenda->slots[i].room && k-- > 0;) {
			const struct agenda_slot *a = &agenda->slots[k], *b = &agenda->slots[i];
			if (a->room && a->from >= 0 && b->from >= 0 && a->from < b->to &&
				b->from < a->to && strcmp(a->room, b->room) == 0 &&
				strcmp(a->date, b->date) == 0)
				agenda->slots[i].room = NULL;
		}
}

static void date_slots(struct table *table)
{
	struct import *import = table->import;
	struct agenda *agenda = import->agenda;
	int year = import_days_year(import, table->days, agenda->slot_count);
	size_t kept = 0;

	for (size_t i = 0; i < agenda->slot_count; i++) {
		char date[11];
		struct agenda_slot slot = agenda->slots[i];
		if (!import_days_complete(import, &table->days[i], year) ||
			!import_date_print(&table->days[i], date))
			continue;
		slot.date = arena_strdup(&agenda->arena, date);
		if (slot.item_count == 0 && !slot.label)
			slot.label = "unassigned";
		agenda->slots[kept++] = slot;
	}
	agenda->slot_count = kept;
	/* Days may stand side by side; within a day the order is the printed one. */
	for (size_t i = 1; i < kept; i++) {
		struct agenda_slot slot = agenda->slots[i];
		size_t at = i;
		for (; at > 0 && strcmp(agenda->slots[at - 1].date, slot.date) > 0; at--)
			agenda->slots[at] = agenda->slots[at - 1];
		agenda->slots[at] = slot;
	}
}

void import_slots_read(struct import *import)
{
	struct table table = {.import = import};

	for (int i = 0; i < COLUMNS; i++) {
		table.columns[i] = (struct column){.x = -1,
			.slot = NO_SLOT,
			.before = NO_SLOT,
			.listed = NO_SLOT,
			.last = AGENDA_NONE,
			.pending = AGENDA_NONE};
		str_init(&table.columns[i].title);
	}
	find_hours(&table);
	for (size_t i = import->schedule_from, end; i < import->schedule_to; i = end) {
		end = row_end(import, i);
		if (!table.has_day && !is_grid(import, i, end) && read_title(import, i, end)) {
			take_day_of_title(&table, import->lines[i].text);
			continue;
		}
		if (import->lines[i].paragraph->style != READING_NOTE &&
			!import->lines[i].understood)
			read_row(&table, i, end);
	}
	close_time(&table);
	date_slots(&table);
	leave_rooms(import->agenda);
	for (int i = 0; i < COLUMNS; i++)
		str_clear(&table.columns[i].title);
	free(table.days);
}
