/* SPDX-License-Identifier: MIT */
/*
 * The slots of a timetable as they are filled, and its columns: a day holds until the
 * next day, a time until the next time, and a column goes on where it was left. What the
 * words of an entry mean is import_entry's to say.
 */
#include <string.h>

#include "base/mem.h"
#include "import_table.h"

enum { ASIDE = 12 }; /* so far in is no second column */

/* --- slots --- */

struct agenda_slot *import_table_at(struct import_table *table, int slot)
{
	return &table->import->agenda->slots[slot];
}

int import_table_slot(struct import_table *table, bool timed)
{
	struct import *import = table->import;
	struct agenda *agenda = import->agenda;
	struct agenda_slot *slot;

	if (agenda->slot_count >= IMPORT_SLOTS_MAX)
		return (int)agenda->slot_count - 1;
	agenda->slots =
		arena_grow(&agenda->arena, agenda->slots, agenda->slot_count, sizeof(*slot));
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

void import_table_add(struct import_table *table, int index, size_t item)
{
	struct agenda_slot *slot = import_table_at(table, index);
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

void import_table_remove(struct import_table *table, int index)
{
	import_table_at(table, index)->item_count--;
}

/* --- titles that the timetable words in its own way --- */

void import_table_title(struct import_table *table, struct import_column *column)
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
	struct agenda_slot *slot = import_table_at(table, column->slot);
	for (size_t i = 0; i < slot->item_count; i++)
		if (slot->items[i].item == column->last && likeness < 100 && *said &&
			!import_is_continued(said))
			slot->items[i].title = said;
}

/* --- columns --- */

struct import_column *import_table_column(struct import_table *table, int x, bool timed)
{
	struct import_column *left = &table->columns[0];

	if (left->x < 0 || timed)
		left->x = x; /* behind a time the first column begins */
	if (x <= left->x + ASIDE || table->column_count < 2)
		return left;
	return &table->columns[1];
}

/* A second piece behind the time: halls side by side. */
struct import_column *import_table_second(struct import_table *table, int x)
{
	table->columns[1].x = x;
	table->column_count = 2;
	return &table->columns[1];
}

void import_table_close(struct import_table *table)
{
	if (table->has_time && !table->filled && table->has_day && !table->grid) {
		table->columns[0].before = table->columns[0].slot;
		import_table_slot(table, true);
	}
	for (int i = 0; i < COLUMNS; i++) {
		struct import_column *column = &table->columns[i];
		import_table_title(table, column);
		if (column->slot != NO_SLOT)
			column->before = column->slot;
		column->slot = NO_SLOT;
	}
	table->has_time = false;
}

void import_table_open(struct import_table *table, struct import_column *column)
{
	if (column->slot != NO_SLOT)
		return;
	column->slot = import_table_slot(table, table->has_time);
	if (table->grid)
		table->days[column->slot] = column->day;
	import_table_at(table, column->slot)->room = table->column_count > 1 ? column->room
						     : table->has_time       ? table->room
									     : NULL;
	if (column->pending == AGENDA_NONE)
		return;
	import_table_add(table, column->slot, column->pending);
	column->last = column->pending;
	column->pending = AGENDA_NONE;
}
