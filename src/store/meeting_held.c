/* SPDX-License-Identifier: MIT */
/*
 * How a meeting went: its pauses, who was in the chair, and the numbers that its
 * bodies give it. All of it is stamps, and what lasted is derived from them; so a
 * machine that went to sleep or was killed in between has lost nothing. A clock that
 * was set back never makes a time that is below 0.
 */
#include "model/number.h"
#include "sql.h"
#include "store/meeting.h"

int64_t store_meeting_sat(const struct meeting_row *row, int64_t now)
{
	int64_t end = row->closed ? row->closed : row->suspended ? row->suspended : now;
	int64_t sat = end - row->opened - row->paused;

	return sat > 0 ? sat : 0;
}

/* --- pauses --- */

struct pause_row *store_pauses(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct pause_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT meeting, suspended, resumed FROM meeting_pause WHERE session = ?1"
		" ORDER BY suspended, id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct pause_row){sql_int(q, 0), sql_int(q, 1), sql_int(q, 2)};
	}
	return rows;
}

bool store_meeting_suspend(struct store *store, int64_t session, int64_t meeting, int64_t suspended,
	int64_t resumed, struct err *err)
{
	return sql_run(store, err,
		       "INSERT INTO meeting_pause(session, meeting, suspended, resumed)"
		       " VALUES(?1, ?2, ?3, ?4)",
		       "iiin", session, meeting, suspended, resumed) &&
	       (resumed ||
		       sql_run(store, err, "UPDATE meeting SET state = 'suspended' WHERE id = ?1",
			       "i", meeting));
}

bool store_meeting_resume(struct store *store, int64_t meeting, int64_t at, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE meeting_pause SET resumed = max(suspended, ?2)"
		       " WHERE meeting = ?1 AND resumed IS NULL",
		       "ii", meeting, at) &&
	       sql_run(store, err, "UPDATE meeting SET state = 'open' WHERE id = ?1", "i", meeting);
}

/* --- the chair --- */

struct chair_row *store_chairs(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct chair_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT meeting, name, role, country, started, stopped FROM chairing"
		" WHERE session = ?1 ORDER BY started, stopped IS NULL, stopped, id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct chair_row){sql_int(q, 0), sql_copy(q, 1, arena),
			sql_copy(q, 2, arena), sql_copy(q, 3, arena), sql_int(q, 4), sql_int(q, 5)};
	}
	return rows;
}

bool store_meeting_chair(
	struct store *store, int64_t session, const struct chair_row *chair, struct err *err)
{
	int64_t meeting = chair->meeting, at = chair->started;
	int64_t until = sql_value(store, 0,
		"SELECT coalesce((SELECT min(started) FROM chairing WHERE meeting = ?1"
		" AND started > ?2), (SELECT closed FROM meeting WHERE id = ?1), 0)",
		"ii", meeting, at);

	return sql_run(store, err, "DELETE FROM chairing WHERE meeting = ?1 AND started = ?2", "ii",
		       meeting, at) &&
	       sql_run(store, err,
		       "UPDATE chairing SET stopped = ?2 WHERE meeting = ?1 AND started < ?2"
		       " AND (stopped IS NULL OR stopped > ?2)",
		       "ii", meeting, at) &&
	       sql_run(store, err,
		       "INSERT INTO chairing(session, meeting, name, role, country, started, stopped)"
		       " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
		       "iitttin", session, meeting, chair->name, chair->role, chair->country, at,
		       until);
}

/* --- the numbers of bodies --- */

struct meeting_number *store_meeting_numbers(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct meeting_number *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT n.meeting, n.body, n.number, b.name FROM meeting_body n"
		" JOIN meeting m ON m.id = n.meeting JOIN body b ON b.id = n.body"
		" WHERE n.session = ?1 ORDER BY m.number, b.rank, b.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct meeting_number){
			sql_int(q, 0), sql_int(q, 1), (int)sql_int(q, 2), sql_copy(q, 3, arena)};
	}
	return rows;
}

void store_meeting_name(const struct meeting_row *row, const struct meeting_number *numbers,
	size_t count, struct str *out)
{
	bool any = false;

	number_ordinal(row->number, out);
	str_add(out, " meeting");
	for (size_t i = 0; i < count; i++) {
		if (numbers[i].meeting != row->id || numbers[i].number == row->number)
			continue;
		str_add(out, any ? ", " : " (");
		number_ordinal(numbers[i].number, out);
		str_addf(out, " of the %s", numbers[i].name);
		any = true;
	}
	str_add(out, any ? ")" : "");
}

/* What the body counted before this meeting, and 1. Meetings of which no body is known
 * were those of the bodies that have items of their own. */
static int64_t number_of(struct store *store, int64_t session, int64_t meeting, int64_t body)
{
	return 1 +
	       sql_value(store, 0,
		       "SELECT max(coalesce((SELECT max(n.number) FROM meeting_body n"
		       " JOIN meeting m ON m.id = n.meeting WHERE n.body = ?3 AND m.number <"
		       "  (SELECT number FROM meeting WHERE id = ?2)), 0),"
		       " (SELECT count(*) FROM meeting m WHERE m.session = ?1 AND m.number <"
		       "  (SELECT number FROM meeting WHERE id = ?2)"
		       "  AND NOT EXISTS(SELECT 1 FROM meeting_body n WHERE n.meeting = m.id)"
		       "  AND EXISTS(SELECT 1 FROM item i WHERE i.session = ?1 AND i.body = ?3)))",
		       "iii", session, meeting, body);
}

/* From `from` on, by `by`: the meetings of the body after this one. */
static bool move_later(struct store *store, int64_t meeting, int64_t body, int64_t from, int64_t by,
	struct err *err)
{
	return sql_run(store, err,
		"UPDATE meeting_body SET number = number + ?4 WHERE body = ?2 AND number >= ?3"
		" AND (SELECT m.number FROM meeting m WHERE m.id = meeting_body.meeting) >"
		"  (SELECT number FROM meeting WHERE id = ?1)",
		"iiii", meeting, body, from, by);
}

static bool add_number(
	struct store *store, int64_t session, int64_t meeting, int64_t body, struct err *err)
{
	int64_t number = number_of(store, session, meeting, body);

	if (sql_value(store, 0, "SELECT 1 FROM meeting_body WHERE meeting = ?1 AND body = ?2", "ii",
		    meeting, body))
		return true;
	return move_later(store, meeting, body, number, 1, err) &&
	       sql_run(store, err,
		       "INSERT INTO meeting_body(session, meeting, body, number)"
		       " VALUES(?1, ?2, ?3, ?4)",
		       "iiii", session, meeting, body, number);
}

enum { BODIES = 64 };

static bool add_numbers(struct store *store, int64_t session, int64_t meeting,
	const int64_t bodies[], size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++)
		if (!add_number(store, session, meeting, bodies[i], err))
			return false;
	return true;
}

static bool meets_alone(struct store *store, int64_t session)
{
	return sql_value(store, 0, "SELECT count(*) FROM body WHERE session = ?1", "i", session) <
	       2;
}

static size_t read_bodies(struct sql *q, int64_t bodies[BODIES])
{
	size_t count = 0;

	while (sql_row(q))
		if (count < BODIES)
			bodies[count++] = sql_int(q, 0);
	return count;
}

/* A sub-item belongs to whom its item belongs. */
#define BODIES_OF_ITEMS                                                \
	" UNION SELECT i.id, i.parent, i.body FROM item i"             \
	" JOIN up ON i.id = up.parent)"                                \
	" SELECT b.id FROM body b WHERE b.id IN (SELECT body FROM up)" \
	" OR b.id IN (SELECT ib.body FROM item_body ib JOIN up"        \
	"  ON up.id = ib.item) ORDER BY b.rank, b.id"

bool store_meeting_number_planned(
	struct store *store, int64_t session, int64_t meeting, int64_t body, struct err *err)
{
	int64_t bodies[BODIES] = {body};
	size_t count = body ? 1 : 0;

	if (meets_alone(store, session))
		return true;
	if (count == 0)
		count = read_bodies(
			sql_query(store,
				"WITH RECURSIVE up(id, parent, body) AS ("
				" SELECT i.id, i.parent, i.body FROM slot_item s JOIN item i"
				"  ON i.id = s.item JOIN meeting m ON m.slot = s.slot"
				"  WHERE m.id = ?1" BODIES_OF_ITEMS,
				"i", meeting),
			bodies);
	if (count == 0)
		count = read_bodies(
			sql_query(store,
				"SELECT id FROM body WHERE session = ?1 ORDER BY rank, id LIMIT 1",
				"i", session),
			bodies);
	return add_numbers(store, session, meeting, bodies, count, err);
}

bool store_meeting_number_item(
	struct store *store, int64_t session, int64_t meeting, int64_t item, struct err *err)
{
	int64_t bodies[BODIES];
	size_t count;

	if (meets_alone(store, session))
		return true;
	count = read_bodies(
		sql_query(store,
			"WITH RECURSIVE up(id, parent, body) AS ("
			" SELECT id, parent, body FROM item WHERE id = ?1" BODIES_OF_ITEMS,
			"i", item),
		bodies);
	return add_numbers(store, session, meeting, bodies, count, err);
}

bool store_meeting_number_set(struct store *store, int64_t session, int64_t meeting, int64_t body,
	int number, struct err *err)
{
	int64_t before;

	if (!add_number(store, session, meeting, body, err))
		return false;
	before = sql_value(store, 0,
		"SELECT number FROM meeting_body WHERE meeting = ?1 AND body = ?2", "ii", meeting,
		body);
	return move_later(store, meeting, body, before, number - before, err) &&
	       sql_run(store, err,
		       "UPDATE meeting_body SET number = ?3 WHERE meeting = ?1 AND body = ?2",
		       "iii", meeting, body, (int64_t)number);
}
