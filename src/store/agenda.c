/* SPDX-License-Identifier: MIT */
/* Items and the organization of work. An agenda is small and read whole. */
#include <string.h>

#include "model/number.h"
#include "number.h"
#include "store/agenda.h"

/* Both questions end at the first answer along the log of the item. (SQLite makes a table
 * of a list after IN each time it is run.) */
#define ITEM_STAGE                                                                                       \
	"CASE WHEN i.state <> 'open' THEN i.state"                                                       \
	" WHEN EXISTS(SELECT 1 FROM statement s JOIN participant p ON p.id = s.participant"              \
	"  WHERE s.item = i.id AND s.kind <> 'presentation' AND s.kind <> 'panellist'"                   \
	"  AND s.kind <> 'chair' AND s.kind <> 'point_of_order'"                                         \
	"  AND p.kind <> 'secretariat' AND p.kind <> 'officer') THEN 'in debate'"                        \
	" WHEN EXISTS(SELECT 1 FROM statement s WHERE s.item = i.id"                                     \
	"  AND (s.kind = 'presentation' OR s.kind = 'panellist' OR s.kind = 'chair')) THEN 'introduced'" \
	" ELSE i.state END"

/* The first of those that an item is taken up with; NULL if it is taken up alone. */
#define ITEM_LEAD                                                   \
	"coalesce((SELECT lead FROM item_joint WHERE item = i.id)," \
	" (SELECT lead FROM item_joint WHERE lead = i.id LIMIT 1))"

/* What the log of an item has no part in, and so is kept. */
#define ITEM_COLUMNS                                                                         \
	"i.id, i.parent, i.body, i.label, i.printed, i.title, i.annotation, i.state,"        \
	" NOT EXISTS(SELECT 1 FROM item s WHERE s.session = i.session AND s.parent = i.id)," \
	" (SELECT group_concat(b.key, ', ') FROM item_body ib JOIN body b ON b.id = ib.body" \
	"  WHERE ib.item = i.id), " ITEM_LEAD

static void read_item(struct sql *q, struct arena *arena, struct item_row *row)
{
	row->id = sql_int(q, 0);
	row->parent = sql_int(q, 1);
	row->body = sql_int(q, 2);
	row->label = sql_copy(q, 3, arena);
	row->printed = sql_copy(q, 4, arena);
	row->title = sql_copy(q, 5, arena);
	row->annotation = sql_copy(q, 6, arena);
	row->state = sql_copy(q, 7, arena);
	row->statements = row->recommendations = 0;
	row->leaf = sql_int(q, 8) != 0;
	row->joint = sql_copy(q, 9, arena);
	row->lead = sql_int(q, 10);
}

static void read_stage(struct store *store, struct arena *arena, struct item_row *row)
{
	struct sql *q;

	row->stage = row->state;
	if (strcmp(row->state, "open") != 0)
		return;
	q = sql_kept(store, "SELECT " ITEM_STAGE " FROM item i WHERE i.id = ?1", "i", row->id);
	if (!sql_row(q))
		return;
	row->stage = sql_copy(q, 0, arena);
	sql_done(q);
}

/* The numbers of those that it is taken up with, of the few that are. */
static void read_together(struct store *store, struct arena *arena, struct item_row *row)
{
	struct sql *q;

	row->together = NULL;
	if (row->lead == 0)
		return;
	q = sql_query(store,
		"SELECT group_concat(printed, ', ') FROM (SELECT printed FROM item"
		" WHERE id = ?1 OR id IN (SELECT item FROM item_joint WHERE lead = ?1)"
		" ORDER BY parent, rank, id)",
		"i", row->lead);
	if (!sql_row(q))
		return;
	row->together = sql_copy(q, 0, arena);
	sql_done(q);
}

/* Siblings stand together by their rank: from there on each is followed by what is under
 * it. The rows are some dozens. */
static size_t put_under(
	const struct item_row *rows, size_t total, int64_t parent, int depth, struct item_row *out)
{
	size_t count = 0;

	for (size_t i = 0; i < total; i++) {
		if (rows[i].parent != parent)
			continue;
		out[count] = rows[i];
		out[count++].depth = depth;
		if (!rows[i].leaf)
			count += put_under(rows, total, rows[i].id, depth + 1, out + count);
	}
	return count;
}

/* How many statements and recommendations they have; an item without any has no row. */
static void read_counts(struct sql *q, struct item_row *rows, size_t total)
{
	while (sql_row(q)) {
		int64_t item = sql_int(q, 0);
		for (size_t i = 0; i < total; i++) {
			if (rows[i].id != item)
				continue;
			rows[i].statements = sql_int(q, 1);
			rows[i].recommendations = sql_int(q, 2);
		}
	}
}

struct item_row *store_items(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct item_row *rows = NULL, *ordered;
	size_t total;
	struct sql *q = sql_kept(store,
		"SELECT " ITEM_COLUMNS " FROM item i WHERE i.session = ?1"
		" ORDER BY i.parent, i.rank",
		"i", session);

	for (total = 0; sql_row(q); total++) {
		rows = arena_grow(arena, rows, total, sizeof *rows);
		read_item(q, arena, &rows[total]);
		read_together(store, arena, &rows[total]);
		read_stage(store, arena, &rows[total]);
	}
	read_counts(sql_query(store,
			    "SELECT c.item, c.statements, c.recommendations FROM item i"
			    " CROSS JOIN item_count c ON c.item = i.id WHERE i.session = ?1",
			    "i", session),
		rows, total);
	ordered = arena_alloc(arena, (total + 1) * sizeof *ordered);
	*count = put_under(rows, total, 0, 0, ordered);
	return ordered;
}

bool store_item(struct store *store, int64_t id, struct arena *arena, struct item_row *row)
{
	struct sql *q = sql_kept(store,
		"SELECT " ITEM_COLUMNS ", (i.parent IS NOT NULL) +"
		" coalesce((SELECT p.parent IS NOT NULL FROM item p WHERE p.id = i.parent), 0)"
		" FROM item i WHERE i.id = ?1",
		"i", id);

	if (!sql_row(q))
		return false;
	read_item(q, arena, row);
	row->depth = (int)sql_int(q, 11);
	sql_done(q);
	read_together(store, arena, row);
	read_stage(store, arena, row);
	read_counts(sql_kept(store,
			    "SELECT item, statements, recommendations FROM item_count"
			    " WHERE item = ?1",
			    "i", id),
		row, 1);
	return true;
}

int64_t store_item_parent(struct store *store, int64_t id)
{
	return sql_kept_value(store, 0, "SELECT parent FROM item WHERE id = ?1", "i", id);
}

/* Items with that printed number, in their first body or, joint, in another. */
static int64_t find_printed(
	struct store *store, int64_t session, const char *printed, const char *body)
{
	struct sql *q = sql_query(store,
		"SELECT DISTINCT i.id FROM item i"
		" LEFT JOIN body b ON b.id = i.body LEFT JOIN item_body ib ON ib.item = i.id"
		" LEFT JOIN body jb ON jb.id = ib.body WHERE i.session = ?1 AND"
		" ((i.printed = ?2 AND (?3 IS NULL OR b.key = ?3)) OR"
		" (?3 IS NOT NULL AND jb.key = ?3 AND coalesce(ib.printed, i.printed) = ?2))",
		"itt", session, printed, body);
	int64_t found = 0;
	int hits = 0;

	while (sql_row(q)) {
		found = sql_int(q, 0);
		hits++;
	}
	return hits > 1 ? -1 : found;
}

int64_t store_item_find(struct store *store, int64_t session, const char *reference)
{
	struct str printed;
	size_t body_length = 0;
	struct arena arena;
	int64_t found = 0;

	str_init(&printed);
	arena_init(&arena);
	if (number_item_parse(reference, &printed, &body_length))
		found = find_printed(store, session, printed.text,
			body_length ? arena_strndup(&arena, reference, body_length) : NULL);
	arena_clear(&arena);
	str_clear(&printed);
	return found;
}

bool store_item_concluded(struct store *store, int64_t id)
{
	return sql_value(store, 0, "SELECT state = 'concluded' FROM item WHERE id = ?1", "i", id) !=
	       0;
}

bool store_item_set_state(struct store *store, int64_t id, const char *state, struct err *err)
{
	return sql_run(store, err, "UPDATE item SET state = ?2 WHERE id = ?1 AND state <> ?2", "it",
		id, state);
}

#define SLOT_COLUMNS                                                                                \
	"s.id, s.date, coalesce(s.from_minute, -1),"                                                \
	" coalesce(s.to_minute, -1), s.half, s.room, s.label, m.id,"                                \
	" (SELECT group_concat(printed, ', ') FROM (SELECT i.printed FROM slot_item si"             \
	"  JOIN item i ON i.id = si.item WHERE si.slot = s.id ORDER BY si.rank)),"                  \
	" (SELECT group_concat(printed, ', ') FROM (SELECT DISTINCT i.printed FROM consideration c" \
	"  JOIN item i ON i.id = c.item WHERE c.meeting = m.id ORDER BY c.opened, c.id))"           \
	" FROM slot s LEFT JOIN meeting m ON m.id = (SELECT max(id) FROM meeting WHERE slot = s.id)"

static void read_slot(struct sql *q, struct arena *arena, struct slot_row *row)
{
	*row = (struct slot_row){.id = sql_int(q, 0),
		.date = sql_copy(q, 1, arena),
		.from = (int)sql_int(q, 2),
		.to = (int)sql_int(q, 3),
		.half = sql_copy(q, 4, arena),
		.room = sql_copy(q, 5, arena),
		.label = sql_copy(q, 6, arena),
		.meeting = sql_int(q, 7),
		.items = sql_copy(q, 8, arena),
		.taken_up = sql_copy(q, 9, arena)};
}

struct slot_row *store_slots(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct slot_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " SLOT_COLUMNS " WHERE s.session = ?1 ORDER BY s.rank", "i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		read_slot(q, arena, &rows[*count]);
	}
	return rows;
}

bool store_slot(struct store *store, int64_t id, struct arena *arena, struct slot_row *row)
{
	struct sql *q = sql_query(store, "SELECT " SLOT_COLUMNS " WHERE s.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	read_slot(q, arena, row);
	sql_done(q);
	return true;
}

bool store_slot_has(struct store *store, int64_t slot, int64_t item)
{
	return sql_value(store, 0, "SELECT 1 FROM slot_item WHERE slot = ?1 AND item = ?2", "ii",
		       slot, item) != 0;
}

struct slot_item_row *store_slot_items(
	struct store *store, int64_t slot, struct arena *arena, size_t *count)
{
	struct slot_item_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT i.id, i.printed, coalesce(si.title, i.title), i.state,"
		" EXISTS(SELECT 1 FROM consideration c JOIN meeting m ON m.id = c.meeting"
		"  WHERE c.item = i.id AND m.slot = si.slot), " ITEM_STAGE
		" FROM slot_item si JOIN item i ON i.id = si.item WHERE si.slot = ?1 ORDER BY si.rank",
		"i", slot);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct slot_item_row){.item = sql_int(q, 0),
			.printed = sql_copy(q, 1, arena),
			.title = sql_copy(q, 2, arena),
			.state = sql_copy(q, 3, arena),
			.taken_up = sql_int(q, 4) != 0,
			.stage = sql_copy(q, 5, arena)};
	}
	return rows;
}
