/* SPDX-License-Identifier: MIT */
/*
 * The organization of work: where it stands in the document, its title and its hours,
 * and the days of its slots put into the calendar. It is read row by row from the top.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "import_days.h"
#include "import_table.h"

/* --- the whole --- */

static size_t days_and_times(const struct import *import, size_t from, size_t most)
{
	size_t found = 0;

	for (size_t i = from; i < import->count && i < from + most; i++)
		found += import_row_begins_slot(&import->lines[i]);
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
		if (import_row_begins_slot(&import->lines[i]) && days_and_times(import, i, 12) >= 3)
			from = i;
	import->schedule_from = import->schedule_to = from;
	for (size_t i = from; i < import->count; i++) {
		if (i > from && import->lines[i].heading == IMPORT_ANNOTATIONS)
			return;
		import->schedule_to = i + 1;
	}
}

/* "Meetings will be held 9 a.m. - 1 p.m. and 2.30 p.m. - 6 p.m." */
static void find_hours(struct import_table *table)
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
			import_has_words(line->whole, heads[i]) && !import_row_begins_slot(line);
	for (size_t i = from; found && i < to; i++)
		import->lines[i].understood = true;
	return found;
}

/* "Proposed schedule, Day 1: Wednesday 1 June" */
static void take_day_of_title(struct import_table *table, const char *text)
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

static void date_slots(struct import_table *table)
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
	struct import_table table = {.import = import};

	for (int i = 0; i < COLUMNS; i++) {
		table.columns[i] = (struct import_column){.x = -1,
			.slot = NO_SLOT,
			.before = NO_SLOT,
			.listed = NO_SLOT,
			.last = AGENDA_NONE,
			.pending = AGENDA_NONE};
		str_init(&table.columns[i].title);
	}
	find_hours(&table);
	for (size_t i = import->schedule_from; i < import->schedule_to; i++)
		if (import_row_begins_slot(&import->lines[i]))
			table.last_slot = i;
	for (size_t i = import->schedule_from, end; i < import->schedule_to; i = end) {
		end = row_end(import, i);
		if (!table.has_day && !import_row_is_grid(import, i, end) &&
			!import_row_is_halves(import, i, end) && read_title(import, i, end)) {
			take_day_of_title(&table, import->lines[i].text);
			continue;
		}
		if (import->lines[i].paragraph->style != READING_NOTE &&
			!import->lines[i].understood)
			import_row_read(&table, i, end);
	}
	import_table_close(&table);
	date_slots(&table);
	leave_rooms(import->agenda);
	for (int i = 0; i < COLUMNS; i++)
		str_clear(&table.columns[i].title);
	free(table.days);
}
