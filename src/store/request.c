/* SPDX-License-Identifier: MIT */
/*
 * The speakers' list of an item: requests in order of rank while they wait, and
 * while those who were absent when they were called may still come. Who stands
 * where by the rules is decided by the commands; a rank is only where.
 */
#include <string.h>

#include "number.h"
#include "store/floor.h"

#define ON_LIST "state IN('waiting', 'absent')"
#define REQUEST_COLUMNS                                                          \
	"r.id, r.item, r.participant, r.on_behalf, p.list_name, g.running_name," \
	" r.person, r.kind, r.state, r.requested, r.rank, p.kind, p.status"      \
	" FROM request r"                                                        \
	" JOIN participant p ON p.id = r.participant LEFT JOIN participant g ON g.id = r.on_behalf"

/* The closing of an item's list that still holds; closed 0: the list is open. */
struct closing {
	int64_t closed, newest;
};

static struct closing closing_of(struct store *store, int64_t item)
{
	struct closing closing = {0, 0};
	struct sql *q = sql_kept(store,
		"SELECT closed, newest FROM list_closing WHERE item = ?1 AND opened IS NULL"
		" ORDER BY closed LIMIT 1",
		"i", item);

	if (sql_row(q)) {
		closing = (struct closing){sql_int(q, 0), sql_int(q, 1)};
		sql_done(q);
	}
	return closing;
}

static bool is_late(const struct request_row *row, const struct closing *closing)
{
	return closing->closed && strcmp(row->kind, "general") == 0 &&
	       row->requested >= closing->closed && row->id > closing->newest;
}

static void read_request(struct sql *q, struct arena *arena, struct request_row *row)
{
	row->id = sql_int(q, 0);
	row->item = sql_int(q, 1);
	row->participant = sql_int(q, 2);
	row->on_behalf = sql_int(q, 3);
	row->name = sql_copy(q, 4, arena);
	row->group = sql_copy(q, 5, arena);
	row->person = sql_copy(q, 6, arena);
	row->kind = sql_copy(q, 7, arena);
	row->state = sql_copy(q, 8, arena);
	row->requested = sql_int(q, 9);
	row->rank = sql_copy(q, 10, arena);
	row->participant_kind = sql_copy(q, 11, arena);
	row->status = sql_copy(q, 12, arena);
}

struct request_row *store_requests(
	struct store *store, int64_t item, size_t limit, struct arena *arena, size_t *count)
{
	struct request_row *rows = NULL;
	struct closing closing = closing_of(store, item);
	struct sql *q = sql_kept(store,
		"SELECT " REQUEST_COLUMNS " WHERE r.item = ?1 AND r." ON_LIST
		" ORDER BY r.rank, r.id LIMIT ?2",
		"ii", item, limit ? (int64_t)limit : INT64_C(-1));

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		read_request(q, arena, &rows[*count]);
		rows[*count].late = is_late(&rows[*count], &closing);
	}
	return rows;
}

bool store_request_waits(struct store *store, int64_t item)
{
	return sql_value(store, 0, "SELECT 1 FROM request WHERE item = ?1 AND " ON_LIST " LIMIT 1",
		       "i", item) != 0;
}

int64_t store_requests_waiting(struct store *store, int64_t item)
{
	return sql_value(
		store, 0, "SELECT count(*) FROM request WHERE item = ?1 AND " ON_LIST, "i", item);
}

/* From its place on: who stands before it does not matter, however many those are. */
bool store_request_passed(struct store *store, const struct request_row *request)
{
	return sql_value(store, 0,
		       "SELECT EXISTS(SELECT 1 FROM request r WHERE r.item = ?1 AND r.rank > ?2"
		       " AND r.statement IS NOT NULL AND (SELECT min(started) FROM span WHERE statement = r.statement) >= ?3)",
		       "iti", request->item, request->rank, request->requested) != 0;
}

int64_t store_request_find(struct store *store, int64_t item, int64_t participant)
{
	return sql_value(store, 0,
		"SELECT id FROM request WHERE item = ?1 AND participant = ?2 AND " ON_LIST
		" ORDER BY rank, id LIMIT 1",
		"ii", item, participant);
}

int64_t store_request_of(struct store *store, int64_t statement)
{
	return sql_value(store, 0, "SELECT id FROM request WHERE statement = ?1", "i", statement);
}

bool store_request(struct store *store, int64_t id, struct arena *arena, struct request_row *row)
{
	struct sql *q = sql_query(store, "SELECT " REQUEST_COLUMNS " WHERE r.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	read_request(q, arena, row);
	sql_done(q);
	struct closing closing = closing_of(store, row->item);
	row->late = is_late(row, &closing);
	return true;
}

int64_t store_request_add(struct store *store, int64_t session, int64_t item, int64_t participant,
	int64_t on_behalf, const char *person, const char *kind, int64_t at, struct err *err)
{
	struct str rank;
	bool added;

	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM request WHERE item = ?1", item);
	added = sql_run(store, err,
		"INSERT INTO request(session, item, rank, participant, on_behalf,"
		" person, kind, requested) VALUES(?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, 'general'), ?8)",
		"iitintti", session, item, rank.text, participant, on_behalf, person, kind, at);
	str_clear(&rank);
	return added ? sql_inserted(store) : 0;
}

bool store_request_set_state(
	struct store *store, int64_t request, const char *state, int64_t statement, struct err *err)
{
	return sql_run(store, err, "UPDATE request SET state = ?2, statement = ?3 WHERE id = ?1",
		"itn", request, state, statement);
}

static bool move_to(struct store *store, int64_t request, int64_t item, struct err *err)
{
	struct str rank;
	bool moved;

	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM request WHERE item = ?1", item);
	moved = sql_run(store, err, "UPDATE request SET item = ?2, rank = ?3 WHERE id = ?1", "iit",
		request, item, rank.text);
	str_clear(&rank);
	return moved;
}

bool store_requests_move(struct store *store, int64_t from, int64_t to, struct err *err)
{
	int64_t request;

	while ((request = sql_value(store, 0,
			"SELECT id FROM request WHERE item = ?1 AND " ON_LIST
			" ORDER BY rank, id LIMIT 1",
			"i", from)) != 0)
		if (!move_to(store, request, to, err))
			return false;
	return true;
}

bool store_request_move(struct store *store, int64_t request, int place, struct err *err)
{
	int64_t item = sql_value(store, 0, "SELECT item FROM request WHERE id = ?1", "i", request);
	int64_t others = store_requests_waiting(store, item) - 1;
	struct str rank;
	bool moved;

	str_init(&rank);
	rank_at(store, &rank,
		"SELECT rank FROM request WHERE item = ?1 AND " ON_LIST
		" AND id <> ?2 ORDER BY rank, id LIMIT 1 OFFSET ?3",
		item, request, place > others ? (int)others + 1 : place);
	moved = sql_run(
		store, err, "UPDATE request SET rank = ?2 WHERE id = ?1", "it", request, rank.text);
	str_clear(&rank);
	return moved;
}
