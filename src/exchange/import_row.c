/* SPDX-License-Identifier: MIT */
/*
 * One row of a timetable: day, time, and entries in their columns, whatever the form
 * (three columns, two halls side by side, a column for each day, a cell a line).
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fold.h"
#include "import_days.h"
#include "import_table.h"

/* --- lines --- */

/* A day with its name, or "Day 1". */
static bool begins_day(const struct import_line *line)
{
	struct import_days days;
	const char *text = line->whole;

	if (strncasecmp(text, "day ", 4) == 0 && isdigit((unsigned char)text[4]))
		return true;
	return import_days_find(text, true, &days) && days.start == 0 && strlen(text) < 60 &&
	       days.from.weekday >= 0;
}

/* "Time to be announced", in the place of a time: bytes of it and what parts it from what
 * is behind; 0 for other words. */
static size_t untimed(const char *text)
{
	static const char *const ends[] = {"announced", "confirmed", "determined", "fixed"};
	static const char begins[] = "time to be ";
	size_t length = sizeof begins - 1;

	if (strncasecmp(text, begins, length) != 0)
		return 0;
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size_t end = length + strlen(ends[i]);
		if (strncasecmp(text + length, ends[i], end - length) == 0 &&
			!isalpha((unsigned char)text[end]))
			return end + strspn(text + end, " :,.)");
	}
	return 0;
}

bool import_row_begins_slot(const struct import_line *line)
{
	struct import_span span;

	if (import_span_at(line->whole, &span))
		return (span.from >= 0 && span.to >= 0) || strlen(line->whole) < 60;
	return untimed(line->whole) > 0 || begins_day(line);
}

static bool begins_with_date(const char *text)
{
	struct import_days days;

	return import_days_find(text, true, &days) && days.start == 0;
}

/* "Day 1: Wednesday 1 June", "May 8 (Mon)"; *rest is what stands behind. */
static bool read_day(struct import_table *table, const char *text, const char **rest)
{
	struct import_days days;
	const char *from = text;
	int counted = 0;

	while (strncmp(from, "(", 1) == 0)
		from++;
	if (strncasecmp(from, "day ", 4) == 0) {
		counted = (int)strtol(from + 4, NULL, 10);
		from += 4 + strspn(from + 4, "0123456789");
		from += strspn(from, " :,.-\xE2\x80\x93");
	}
	if (counted > 0 && !begins_with_date(from)) {
		if (!import_days_counted(table->import, counted, &days.from))
			return false;
		days.length = 0;
	} else if (!import_days_find(from, true, &days) || days.start > 0 || days.count > 1 ||
		   strlen(from) > 200) {
		return false;
	}
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
	import_table_close(table);
	table->day = days.from;
	table->has_day = true;
	table->grid = false;
	return true;
}

static void set_time(struct import_table *table, const struct import_span *span)
{
	import_table_close(table);
	table->span = *span;
	if (span->half == 'a' && table->morning.to > 0)
		table->span = table->morning;
	else if (span->half == 'p' && table->afternoon.to > 0)
		table->span = table->afternoon;
	table->has_time = true;
	table->filled = false;
	table->room = NULL;
}

enum { ENTRIES = 8 };

struct row {
	struct import_entry entries[ENTRIES];
	int count;
	bool day, time;
};

static void add_row_entry(struct row *row, const char *text, int x, size_t line)
{
	if (*text && row->count < ENTRIES)
		row->entries[row->count++] = (struct import_entry){text, NULL, x, line};
}

static int x_of(const struct reading_paragraph *paragraph)
{
	return paragraph->indent     ? paragraph->indent
	       : paragraph->cell > 1 ? (paragraph->cell - 1) * 40
				     : 0;
}

enum { ROOM_WORDS = 8 };

/* "10 a.m.-1 p.m., Boardroom" before the cells that say what is then: the words behind the
 * comma, from `rest` on, are where it is. */
static bool takes_room(struct import_table *table, const char *text, const char *rest, bool alone)
{
	struct import_refs refs = {0};
	const char *before = rest;

	while (before > text && before[-1] == ' ')
		before--;
	if (alone || !*rest || before == text || before[-1] != ',' ||
		isdigit((unsigned char)*rest) || import_word_count(rest) > ROOM_WORDS ||
		import_refs_within(table->import, rest, &refs))
		return false;
	/* The agenda outlives the reading. */
	table->room = arena_strdup(&table->import->agenda->arena, rest);
	return true;
}

/* Day and time of a cell, and what is left of it. */
static void read_cell(struct import_table *table, size_t line, bool alone, struct row *row)
{
	struct import_line *cell = &table->import->lines[line];
	const struct reading_paragraph *paragraph = cell->paragraph;
	const char *text = cell->whole, *rest;
	struct import_span span;
	size_t length;
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
	if (row->count == 0 && !row->time && (length = untimed(text)) > 0) {
		set_time(table, &(struct import_span){.from = -1, .to = -1});
		row->time = true;
		cell->understood = true;
		text += length;
		x = *text ? x : 0;
	}
	if (row->count == 0 && row->time && takes_room(table, cell->whole, text, alone))
		return;
	add_row_entry(row, text, x, line);
}

/* How many items a text names that is nothing but numbers. */
static size_t numbers_in(const struct import_table *table, const char *text)
{
	struct import_refs refs = {0};

	return import_refs_only(table->import, text, &refs) ? refs.count : 0;
}

static int cell_of(const struct import_table *table, const struct import_entry *entry)
{
	const struct reading_paragraph *paragraph = table->import->lines[entry->line].paragraph;

	return paragraph->table > 0 ? paragraph->cell : 0;
}

/* Entries from `from` on that are in one cell, with numbers and nothing else or without. */
static int count_in_cell(
	const struct import_table *table, const struct row *row, int from, bool numbered)
{
	int count = 0, cell = from < row->count ? cell_of(table, &row->entries[from]) : 0;

	while (cell > 0 && from + count < row->count &&
		cell_of(table, &row->entries[from + count]) == cell &&
		(numbers_in(table, row->entries[from + count].text) > 0) == numbered)
		count++;
	return count;
}

/* "3 (a)", "3 (b)" a line each in a cell, and as many titles in the next: one of each is an
 * entry. */
static void pair_cells(struct import_table *table, struct row *row)
{
	struct agenda *agenda = table->import->agenda;

	for (int i = 0; i < row->count; i++) {
		int count = count_in_cell(table, row, i, true);
		if (count < 2 || count_in_cell(table, row, i + count, false) != count)
			continue;
		for (int k = 0; k < count; k++) {
			struct import_entry *number = &row->entries[i + k];
			const struct import_entry *title = &row->entries[i + count + k];
			number->numbers = number->text;
			number->text =
				arena_printf(&agenda->arena, "%s %s", number->text, title->text);
			table->import->lines[title->line].understood = true;
		}
		memmove(&row->entries[i + count], &row->entries[i + 2 * count],
			(size_t)(row->count - i - 2 * count) * sizeof(*row->entries));
		row->count -= count;
		i += count - 1;
	}
}

/* "1 (a)" | "Opening": the number of a cell and the title of the next are one entry,
 * in either order; of several numbers the titles say nothing more. */
static void join_titles(struct import_table *table, struct row *row)
{
	struct agenda *agenda = table->import->agenda;

	for (int i = 0; i + 1 < row->count && !table->grid; i++) {
		struct import_entry *left = &row->entries[i], *right = &row->entries[i + 1];
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

static struct import_column *column_of(struct import_table *table, const struct row *row, int entry)
{
	int x = row->entries[entry].x, found = 0;

	for (int i = 1; table->grid && i < table->column_count; i++)
		if (table->columns[i].x <= x + 6)
			found = i;
	if (table->grid)
		return &table->columns[found];
	if (entry == 1 && x > row->entries[0].x + 8)
		return import_table_second(table, x);
	return import_table_column(table, x, entry == 0 && row->time);
}

/* "TEWG" and "Expert Meeting" above two columns, "Plenary" above a day. */
static bool read_heads(struct import_table *table, const struct row *row, size_t from, size_t to)
{
	const struct import *import = table->import;

	if (row->day || row->time || row->count < 1 || row->count > 2 ||
		(table->has_day && import->lines[from].paragraph->gap == 0) ||
		to >= import->schedule_to || !import_row_begins_slot(&import->lines[to]) ||
		(row->count == 1 && !begins_day(&import->lines[to])))
		return false;
	for (int i = 0; i < row->count; i++)
		if (import->lines[row->entries[i].line].labelled ||
			import_word_count(row->entries[i].text) > 4 ||
			strchr(row->entries[i].text, '(') ||
			import_is_continued(row->entries[i].text))
			return false;
	table->column_count = row->count;
	for (int i = 0; i < row->count; i++) {
		table->columns[i].room = arena_strdup(&import->agenda->arena, row->entries[i].text);
		table->columns[i].x = row->entries[i].x;
		import->lines[row->entries[i].line].understood = true;
	}
	return true;
}

/* "Time", "Agenda item" and "Title" below the day: they head the columns and are no rooms. */
static bool read_words_above(struct import_table *table, const struct row *row)
{
	static const char *const heads[] = {"time", "hour", "hours", "date and time", "item",
		"items", "agenda item", "agenda items", "agenda item no", "item no", "title",
		"subject", "description", "title or description", "topic", "activity", NULL};

	if (row->day || row->time || row->count < 2)
		return false;
	for (int i = 0; i < row->count; i++) {
		char *key = fold_key(row->entries[i].text);
		bool found = false;
		for (size_t k = 0; heads[k] && !found; k++)
			found = strcmp(key, heads[k]) == 0;
		free(key);
		if (!found)
			return false;
	}
	for (int i = 0; i < row->count; i++)
		table->import->lines[row->entries[i].line].understood = true;
	return true;
}

/* Beside the day, before the first time: it belongs to that time. */
static bool read_pending(struct import_table *table, const struct row *row,
	struct import_column *column, const char *text)
{
	struct import_label label;

	if (!row->day || table->has_time || column->slot != NO_SLOT ||
		!import_label_at(text, &label))
		return false;
	column->pending = import_entry_numbered(table, column, &label, text + label.length);
	return column->pending != AGENDA_NONE;
}

bool import_row_is_grid(const struct import *import, size_t from, size_t to)
{
	int count = 0;

	for (size_t i = from; i < to; i++)
		count += begins_day(&import->lines[i]);
	return count >= 2;
}

/* "Time | Monday, 4 May | Tuesday, 5 May": a column for each day. */
static bool read_grid(struct import_table *table, size_t from, size_t to)
{
	struct import *import = table->import;
	struct import_days days;

	if (!import_row_is_grid(import, from, to))
		return false;
	import_table_close(table);
	table->grid = table->has_day = true;
	table->column_count = 0;
	for (size_t i = from; i < to; i++) {
		import->lines[i].understood = true;
		if (!import_days_find(import->lines[i].whole, true, &days) ||
			table->column_count == COLUMNS)
			continue;
		struct import_column *column = &table->columns[table->column_count++];
		column->x = x_of(import->lines[i].paragraph);
		column->day = days.from;
		column->before = NO_SLOT;
	}
	return true;
}

bool import_row_is_halves(const struct import *import, size_t from, size_t to)
{
	struct import_span span;
	int count = 0;

	for (size_t i = from; i < to; i++)
		count += import_span_at(import->lines[i].whole, &span);
	return count >= 2 && to < import->schedule_to && begins_with_date(import->lines[to].whole);
}

/* "Morning | Afternoon" above rows that begin with a day: a column for each time. */
static bool read_halves(struct import_table *table, size_t from, size_t to)
{
	struct import *import = table->import;
	struct import_span span;
	int found = 0;

	if (!import_row_is_halves(import, from, to))
		return false;
	import_table_close(table);
	for (size_t i = from; i < to; i++) {
		if (!import_span_at(import->lines[i].whole, &span) || found == COLUMNS)
			continue;
		table->columns[found].x = x_of(import->lines[i].paragraph);
		table->half[found++] = span;
	}
	table->halves = table->column_count = found;
	for (size_t i = from; i < to; i++)
		import->lines[i].understood = true;
	return true;
}

static int half_at(const struct import_table *table, int x)
{
	int found = 0;

	for (int i = 1; i < table->halves; i++)
		if (table->columns[i].x <= x + 6)
			found = i;
	return found;
}

/* A day and what is planned in each of its columns. */
static bool read_half_row(struct import_table *table, size_t from, size_t to)
{
	struct import *import = table->import;
	const char *rest;

	if (table->halves == 0 || !read_day(table, import->lines[from].whole, &rest) || *rest)
		return false;
	import->lines[from].understood = true;
	for (size_t i = from + 1; i < to; i++) {
		struct import_line *line = &import->lines[i];
		int x = x_of(line->paragraph), at = half_at(table, x);
		struct import_entry entry = {line->whole, NULL, x, i};
		table->line = line->paragraph->line;
		table->span = table->half[at];
		table->has_time = true;
		line->understood = import_entry_read(table, &table->columns[at], &entry, true) ||
				   line->understood;
	}
	table->has_time = false;
	return true;
}

/* Behind the last time, outside of its table or a sentence of its own: a remark about the
 * whole, and no slot's. */
static bool is_remark(const struct import_table *table, size_t at)
{
	const struct import *import = table->import;
	const struct import_line *line = &import->lines[at];
	const struct reading_paragraph *last = import->lines[table->last_slot].paragraph;

	if (at <= table->last_slot || line->paragraph->gap == 0 || line->paragraph->table > 0)
		return false;
	return line->prose || (last->table > 0 && !line->labelled);
}

void import_row_read(struct import_table *table, size_t from, size_t to)
{
	struct row row = {0};

	if (read_grid(table, from, to) || is_remark(table, from) || read_halves(table, from, to) ||
		read_half_row(table, from, to))
		return;
	for (size_t i = from; i < to; i++)
		read_cell(table, i, to - from == 1, &row);
	if (read_words_above(table, &row) || read_heads(table, &row, from, to))
		return;
	if (!table->grid)
		pair_cells(table, &row);
	join_titles(table, &row);
	for (int i = 0; i < row.count && table->has_day; i++) {
		struct import_line *line = &table->import->lines[row.entries[i].line];
		struct import_column *column = column_of(table, &row, i);
		const char *text = row.entries[i].text;
		table->line = line->paragraph->line;
		if (read_pending(table, &row, column, text) ||
			import_entry_read(table, column, &row.entries[i], row.time))
			line->understood = true;
	}
}
