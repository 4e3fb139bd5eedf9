/* SPDX-License-Identifier: MIT */
/* A timetable while it is read: its columns and the time that holds (import_table.c), the
 * meaning of an entry (import_entry.c), its rows (import_row.c). */
#ifndef IMPORT_TABLE_H
#define IMPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "import.h"
#include "import_time.h"

enum { COLUMNS = 7, NO_SLOT = -1 };

struct import_column {
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

struct import_table {
	struct import *import;
	struct import_column columns[COLUMNS];
	int column_count;
	struct import_span span;
	const char *room;               /* said behind the time that holds, or NULL */
	bool has_day, has_time, filled; /* filled: the time has a slot */
	bool grid;                      /* a column for each day */
	struct import_date day;
	struct import_date *days; /* of each slot */
	size_t day_room;
	size_t label_line; /* that gave a slot its label */
	int line;          /* of the document, for a new slot */
	size_t last_slot;  /* the last line that begins a day or a time: behind it is the end */
	int halves; /* columns that each have a time of their own, in every row; 0 for none */
	struct import_span half[COLUMNS];
	struct import_span morning, afternoon; /* where the document says what they are */
};

/* The words of a row's cells that stand behind day and time. */
struct import_entry {
	const char *text;
	const char *numbers; /* what of it stood in a cell of its own, or NULL */
	int x;
	size_t line;
};

/* --- import_table.c --- */

/* A new slot of the day that holds, with its time if `timed`; its index. */
int import_table_slot(struct import_table *table, bool timed);
/* The slot of an index; borrowed until the next new one. */
struct agenda_slot *import_table_at(struct import_table *table, int slot);
/* Gives the column a slot of the time that holds, if it has none. */
void import_table_open(struct import_table *table, struct import_column *column);
/* The time that holds ends: if nothing was planned for it, it gets a slot without. */
void import_table_close(struct import_table *table);
/* The column of words at x; behind a time the first column begins. */
struct import_column *import_table_column(struct import_table *table, int x, bool timed);
/* The one of the second words behind a time. */
struct import_column *import_table_second(struct import_table *table, int x);
/* Plans an item in a slot, once; takes the last one away. */
void import_table_add(struct import_table *table, int index, size_t item);
void import_table_remove(struct import_table *table, int index);
/* The words that the timetable has for the item named last are whole: kept where they
 * are others than its title. */
void import_table_title(struct import_table *table, struct import_column *column);

/* --- import_entry.c --- */

/* The item that a number with these words behind it means; AGENDA_NONE if none. */
size_t import_entry_numbered(struct import_table *table, const struct import_column *column,
	const struct import_label *label, const char *text);
/* Plans what the entry names. False if it was not understood. */
bool import_entry_read(struct import_table *table, struct import_column *column,
	const struct import_entry *entry, bool time_here);

/* --- import_row.c --- */

/* A time, or a day with its name, or "Day 1". */
bool import_row_begins_slot(const struct import_line *line);
/* Whether the lines are the heads of columns of days. */
bool import_row_is_grid(const struct import *import, size_t from, size_t to);
/* Whether they are the heads of columns of times, above rows of days. */
bool import_row_is_halves(const struct import *import, size_t from, size_t to);
/* The lines from..to, which are the cells of one row. */
void import_row_read(struct import_table *table, size_t from, size_t to);

#endif
