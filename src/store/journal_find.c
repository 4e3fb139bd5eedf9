/* SPDX-License-Identifier: MIT */
/*
 * The journal of one item, or of one kind of command. A row does not say what
 * item it was about; its changeset does. So each row is taken apart once, when
 * first asked for, and what is remembered is a list of pairs (row, item) in the
 * order of the journal, in memory only: later rows are added to its end, and a
 * window is found by walking it from the cursor. Whose item a statement (a
 * request, a span …) was is remembered with it, since a row that was deleted
 * later can no longer be asked.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "change.h"
#include "internal.h"
#include "journal_row.h"

/* Where a recorded table has its item, or a row that has one (schema.c). */
static const struct place {
	const char *table;
	int column;       /* 0: it is the item itself */
	const char *of;   /* the column refers to this table; NULL: to the item */
	const char *live; /* the item of a row, should the journal not have its making */
} places[] = {
	{"item", 0, NULL, "SELECT id FROM item WHERE id = ?1"},
	{"item_body", 1, NULL, "SELECT item FROM item_body WHERE id = ?1"},
	{"wording", 3, NULL, "SELECT item FROM wording WHERE id = ?1"},
	{"mandate", 1, NULL, "SELECT item FROM mandate WHERE id = ?1"},
	{"item_document", 1, NULL, "SELECT item FROM item_document WHERE id = ?1"},
	{"slot_item", 2, NULL, "SELECT item FROM slot_item WHERE id = ?1"},
	{"consideration", 2, NULL, "SELECT item FROM consideration WHERE id = ?1"},
	{"statement", 3, NULL, "SELECT item FROM statement WHERE id = ?1"},
	{"request", 2, NULL, "SELECT item FROM request WHERE id = ?1"},
	{"recommendation", 5, NULL, "SELECT item FROM recommendation WHERE id = ?1"},
	{"act", 5, NULL, "SELECT item FROM act WHERE id = ?1"},
	{"list_closing", 2, NULL, "SELECT item FROM list_closing WHERE id = ?1"},
	{"time_limit", 2, NULL, "SELECT item FROM time_limit WHERE id = ?1"},
	{"item_presence", 3, NULL, "SELECT item FROM item_presence WHERE id = ?1"},
	{"agenda_change", 3, NULL, "SELECT item FROM agenda_change WHERE id = ?1"},
	{"item_joint", 2, NULL, "SELECT item FROM item_joint WHERE id = ?1"},
	{"span", 1, "statement",
		"SELECT s.item FROM span x JOIN statement s ON s.id = x.statement WHERE x.id = ?1"},
	{"point", 3, "statement",
		"SELECT s.item FROM point x JOIN statement s ON s.id = x.statement WHERE x.id = ?1"},
	{"point_lead", 2, "point",
		"SELECT s.item FROM point_lead x JOIN point p ON p.id = x.point"
		" JOIN statement s ON s.id = p.statement WHERE x.id = ?1"},
	{"point_support", 2, "point",
		"SELECT s.item FROM point_support x JOIN point p ON p.id = x.point"
		" JOIN statement s ON s.id = p.statement WHERE x.id = ?1"},
	{"conclusion", 3, NULL, "SELECT item FROM conclusion WHERE id = ?1"},
	{"interruption", 2, "statement",
		"SELECT s.item FROM interruption x JOIN statement s ON s.id = x.statement"
		" WHERE x.id = ?1"},
	{"ruling", 2, "statement",
		"SELECT s.item FROM ruling x JOIN statement s ON s.id = x.statement WHERE x.id = ?1"},
	{"statement_member", 2, "statement",
		"SELECT s.item FROM statement_member x JOIN statement s ON s.id = x.statement"
		" WHERE x.id = ?1"},
	{"recommendation_version", 1, "recommendation",
		"SELECT r.item FROM recommendation_version x JOIN recommendation r"
		" ON r.id = x.recommendation WHERE x.id = ?1"},
	{"recommendation_more", 2, "recommendation",
		"SELECT r.item FROM recommendation_more x JOIN recommendation r"
		" ON r.id = x.recommendation WHERE x.id = ?1"},
	{"amendment", 3, "recommendation",
		"SELECT r.item FROM amendment x JOIN recommendation r"
		" ON r.id = x.recommendation WHERE x.id = ?1"},
	{"amendment_version", 2, "amendment",
		"SELECT r.item FROM amendment_version x JOIN amendment a ON a.id = x.amendment"
		" JOIN recommendation r ON r.id = a.recommendation WHERE x.id = ?1"},
	{"amendment_event", 2, "amendment",
		"SELECT r.item FROM amendment_event x JOIN amendment a ON a.id = x.amendment"
		" JOIN recommendation r ON r.id = a.recommendation WHERE x.id = ?1"},
	{"comment", 3, "recommendation",
		"SELECT r.item FROM comment x JOIN recommendation r"
		" ON r.id = x.recommendation WHERE x.id = ?1"},
	{"sponsor", 2, "recommendation",
		"SELECT r.item FROM sponsor x LEFT JOIN amendment a ON a.id = x.amendment"
		" JOIN recommendation r ON r.id = coalesce(x.recommendation, a.recommendation)"
		" WHERE x.id = ?1"},
	{"position", 2, "recommendation",
		"SELECT r.item FROM position x JOIN recommendation r"
		" ON r.id = x.recommendation WHERE x.id = ?1"},
};

enum {
	PLACES = sizeof places / sizeof places[0],
	REMEMBERED_MAX = 1 << 22 /* a higher id is asked for in the table */
};

struct pair {
	int64_t sequence, item;
};

struct journal_items {
	int64_t session, sequence; /* read so far */
	struct pair *pairs;
	size_t count, capacity;
	struct {
		int64_t *items; /* by id */
		size_t count;
	} of[PLACES];
};

void journal_items_free(struct journal_items *items)
{
	if (!items)
		return;
	for (size_t i = 0; i < PLACES; i++)
		free(items->of[i].items);
	free(items->pairs);
	free(items);
}

static size_t place_of(const char *table)
{
	size_t i = 0;

	while (i < PLACES && strcmp(places[i].table, table) != 0)
		i++;
	return i;
}

static void remember(struct journal_items *items, size_t place, int64_t id, int64_t item)
{
	size_t count = items->of[place].count, wanted = (size_t)id + 1;

	if (id < 0 || id > REMEMBERED_MAX)
		return;
	if (wanted > count) {
		wanted += wanted / 2;
		items->of[place].items = mem_realloc(
			items->of[place].items, wanted * sizeof *items->of[place].items);
		memset(items->of[place].items + count, 0,
			(wanted - count) * sizeof *items->of[place].items);
		items->of[place].count = wanted;
	}
	items->of[place].items[id] = item;
}

/* The item of a row; 0 if it has none. */
static int64_t item_of(
	struct store *store, const struct journal_items *items, size_t place, int64_t id)
{
	if (id >= 0 && (uint64_t)id < items->of[place].count && items->of[place].items[id])
		return items->of[place].items[id];
	return sql_value(store, 0, places[place].live, "i", id);
}

static void add_pair(struct journal_items *items, int64_t sequence, int64_t item)
{
	for (size_t i = items->count; i-- > 0 && items->pairs[i].sequence == sequence;)
		if (items->pairs[i].item == item)
			return;
	items->pairs =
		mem_grow(items->pairs, &items->capacity, items->count + 1, sizeof *items->pairs);
	items->pairs[items->count++] = (struct pair){sequence, item};
}

static int64_t item_by(struct store *store, const struct journal_items *items,
	const struct place *place, int64_t value)
{
	return value && place->of ? item_of(store, items, place_of(place->of), value) : value;
}

static void add_change(struct store *store, struct journal_items *items, int64_t sequence,
	const struct change *change)
{
	size_t i = place_of(change->table);

	if (i == PLACES)
		return;
	int64_t before = item_by(store, items, &places[i], change_old(change, places[i].column));
	int64_t after = item_by(store, items, &places[i], change_new(change, places[i].column));
	if (!before && !after)
		before = item_of(store, items, i, change->id);
	if (before)
		add_pair(items, sequence, before);
	if (after)
		add_pair(items, sequence, after);
	if (before || after)
		remember(items, i, change->id, after ? after : before);
}

static const struct journal_items *read_on(struct store *store, int64_t session)
{
	if (store->items && store->items->session != session) {
		journal_items_free(store->items);
		store->items = NULL;
	}
	if (!store->items) {
		store->items = mem_alloc(sizeof *store->items);
		store->items->session = session;
	}
	struct journal_items *items = store->items;
	struct sql *q = sql_query(store,
		"SELECT seq, changeset FROM journal WHERE session = ?1 AND seq > ?2 ORDER BY seq",
		"ii", session, items->sequence);
	while (sql_row(q)) {
		size_t length;
		const void *bytes = sql_blob(q, 1, &length);
		struct walk walk = change_walk(bytes, length);
		struct change change;

		while (change_next(&walk, &change))
			add_change(store, items, sql_int(q, 0), &change);
		items->sequence = sql_int(q, 0);
	}
	return items;
}

/* --- reading a window --- */

/* "floor" is all of its commands; an undo is of the kind of what it undid, and an undo. */
static bool is_kind(const struct journal_row *row, const char *kind)
{
	size_t length = kind ? strlen(kind) : 0;

	return length == 0 || strcmp(row->kind, kind) == 0 ||
	       (strncmp(row->command, kind, length) == 0 &&
		       (row->command[length] == '\0' || row->command[length] == ' '));
}

/* The item and those below it, ended by 0. */
static const int64_t *family(struct store *store, int64_t item, struct arena *arena)
{
	int64_t *ids = NULL;
	size_t count = 0;
	struct sql *q = sql_query(store,
		"WITH RECURSIVE below(id) AS (SELECT ?1 UNION SELECT i.id FROM item i JOIN below b"
		" ON i.parent = b.id) SELECT id FROM below",
		"i", item);

	while (sql_row(q)) {
		ids = arena_grow(arena, ids, count, sizeof *ids);
		ids[count++] = sql_int(q, 0);
	}
	ids = arena_grow(arena, ids, count, sizeof *ids);
	ids[count] = 0;
	return ids;
}

static bool is_among(const int64_t *ids, int64_t id)
{
	while (*ids && *ids != id)
		ids++;
	return *ids != 0;
}

/* The first pair of a row after this one. */
static size_t first_after(const struct journal_items *items, int64_t sequence)
{
	size_t low = 0, high = items->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (items->pairs[middle].sequence > sequence)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static bool take(struct store *store, int64_t sequence, const struct journal_filter *filter,
	struct arena *arena, struct journal_row *rows, size_t *count)
{
	struct journal_row row;

	if (*count > 0 && rows[*count - 1].sequence == sequence)
		return false;
	if (!journal_row_read(store, sequence, arena, &row) || !is_kind(&row, filter->kind))
		return false;
	rows[(*count)++] = row;
	return true;
}

static void find_of_item(struct store *store, int64_t session, const struct journal_filter *filter,
	bool later, int64_t from, size_t limit, struct arena *arena, struct journal_row *rows,
	size_t *count)
{
	const struct journal_items *items = read_on(store, session);
	const int64_t *ids = family(store, filter->item, arena);

	if (later) {
		for (size_t i = first_after(items, from); i < items->count && *count < limit; i++)
			if (is_among(ids, items->pairs[i].item))
				take(store, items->pairs[i].sequence, filter, arena, rows, count);
		return;
	}
	for (size_t i = from ? first_after(items, from - 1) : items->count;
		i-- > 0 && *count < limit;)
		if (is_among(ids, items->pairs[i].item))
			take(store, items->pairs[i].sequence, filter, arena, rows, count);
}

static void find_of_kind(struct store *store, int64_t session, const struct journal_filter *filter,
	bool later, int64_t from, size_t limit, struct arena *arena, struct journal_row *rows,
	size_t *count)
{
	struct sql *q =
		later ? sql_query(store,
				"SELECT seq FROM journal WHERE session = ?1 AND seq > ?2 AND"
				" (kind = ?3 OR command = ?3 OR"
				" substr(command, 1, length(?3) + 1) = ?3 || ' ') ORDER BY seq LIMIT ?4",
				"iiti", session, from, filter->kind, (int64_t)limit)
		      : sql_query(store,
				"SELECT seq FROM journal WHERE session = ?1 AND seq < ?2 AND"
				" (kind = ?3 OR command = ?3 OR"
				" substr(command, 1, length(?3) + 1) = ?3 || ' ')"
				" ORDER BY seq DESC LIMIT ?4",
				"iiti", session, from ? from : INT64_MAX, filter->kind,
				(int64_t)limit);

	while (sql_row(q))
		take(store, sql_int(q, 0), filter, arena, rows, count);
}

static struct journal_row *find(struct store *store, int64_t session,
	const struct journal_filter *filter, bool later, int64_t from, size_t limit,
	struct arena *arena, size_t *count)
{
	struct journal_row *rows = arena_alloc(arena, (limit + 1) * sizeof *rows);

	*count = 0;
	if (filter->item)
		find_of_item(store, session, filter, later, from, limit, arena, rows, count);
	else
		find_of_kind(store, session, filter, later, from, limit, arena, rows, count);
	return rows;
}

struct journal_row *store_journal_find(struct store *store, int64_t session,
	const struct journal_filter *filter, int64_t before, size_t limit, struct arena *arena,
	size_t *count)
{
	if (!filter->item && !filter->kind)
		return store_journal(store, session, before, limit, arena, count);
	return find(store, session, filter, false, before, limit, arena, count);
}

struct journal_row *store_journal_find_after(struct store *store, int64_t session,
	const struct journal_filter *filter, int64_t after, size_t limit, struct arena *arena,
	size_t *count)
{
	if (!filter->item && !filter->kind)
		return store_journal_after(store, session, after, limit, arena, count);
	struct journal_row *rows = find(store, session, filter, true, after, limit, arena, count);
	for (size_t i = 0; i < *count / 2; i++) {
		struct journal_row row = rows[i];
		rows[i] = rows[*count - 1 - i];
		rows[*count - 1 - i] = row;
	}
	return rows;
}
