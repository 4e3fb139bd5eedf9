/* SPDX-License-Identifier: MIT */
/* Meetings, the items considered in them, and acts. A meeting knows its slot;
 * what was taken up is a row of `consideration` from open to conclude or close. How a
 * meeting went (pauses, chairs, the numbers of bodies) is in meeting_held.c. */
#include "base/civil.h"
#include "number.h"
#include "store/meeting.h"

#define MEETING_COLUMNS                                                                         \
	"m.id, m.slot, m.number, m.state, m.opened, m.closed, s.date,"                          \
	" coalesce(s.from_minute, -1), coalesce(s.to_minute, -1),"                              \
	" (SELECT max(suspended) FROM meeting_pause WHERE meeting = m.id AND resumed IS NULL)," \
	" (SELECT sum(resumed - suspended) FROM meeting_pause WHERE meeting = m.id)"            \
	" FROM meeting m"                                                                       \
	" LEFT JOIN slot s ON s.id = m.slot"

static void read_meeting(struct sql *q, struct arena *arena, struct meeting_row *row)
{
	row->id = sql_int(q, 0);
	row->slot = sql_int(q, 1);
	row->number = (int)sql_int(q, 2);
	row->state = sql_copy(q, 3, arena);
	row->opened = sql_int(q, 4);
	row->closed = sql_int(q, 5);
	row->slot_date = sql_copy(q, 6, arena);
	row->slot_from = (int)sql_int(q, 7);
	row->slot_to = (int)sql_int(q, 8);
	row->suspended = sql_int(q, 9);
	row->paused = sql_int(q, 10);
}

struct meeting_row *store_meetings(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct meeting_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " MEETING_COLUMNS " WHERE m.session = ?1"
		" ORDER BY m.number",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		read_meeting(q, arena, &rows[*count]);
	}
	return rows;
}

bool store_meeting_open_now(
	struct store *store, int64_t session, struct arena *arena, struct meeting_row *row)
{
	struct sql *q = sql_kept(store,
		"SELECT " MEETING_COLUMNS " WHERE m.session = ?1"
		" AND m.state <> 'closed' ORDER BY m.number DESC LIMIT 1",
		"i", session);

	if (!sql_row(q))
		return false;
	read_meeting(q, arena, row);
	sql_done(q);
	return true;
}

int64_t store_meeting_at(struct store *store, int64_t session, int64_t at)
{
	return sql_value(store, 0,
		"SELECT id FROM meeting WHERE session = ?1 AND opened <= ?2"
		" AND (closed IS NULL OR closed >= ?2) ORDER BY opened DESC LIMIT 1",
		"ii", session, at);
}

int64_t store_slot_at(struct store *store, int64_t session, int64_t at)
{
	struct civil civil = civil_at(at);
	int64_t minute = civil.hour * 60 + civil.minute;
	char date[11];

	civil_format_date(&civil, date);
	/* Half an hour early is still this slot; a slot without times takes its half. */
	return sql_value(store, 0,
		"SELECT id FROM (SELECT s.id, s.rank,"
		" coalesce(s.from_minute, CASE s.half WHEN 'pm' THEN 720 ELSE 0 END) AS a,"
		" coalesce(s.to_minute, CASE s.half WHEN 'am' THEN 780 ELSE 1440 END) AS z"
		" FROM slot s WHERE s.session = ?1 AND s.date = ?2"
		" AND NOT EXISTS(SELECT 1 FROM meeting m WHERE m.slot = s.id)"
		" AND EXISTS(SELECT 1 FROM slot_item i WHERE i.slot = s.id))"
		" WHERE ?3 < z ORDER BY CASE WHEN ?3 BETWEEN a - 30 AND z THEN 0 ELSE 1 END, a, rank LIMIT 1",
		"iti", session, date, minute);
}

/* Moves the numbers from n on by one; in two steps, as each number is there once. */
static bool make_room(struct store *store, int64_t session, int64_t n, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE meeting SET number = -1 - number WHERE session = ?1 AND number >= ?2",
		       "ii", session, n) &&
	       sql_run(store, err,
		       "UPDATE meeting SET number = -number WHERE session = ?1 AND number < 0", "i",
		       session);
}

int64_t store_meeting_open(struct store *store, int64_t session, int64_t slot, int64_t at,
	int *number, struct err *err)
{
	/* A meeting that was undone gives its number back. */
	*number = 1 + (int)sql_value(store, 0,
			      "SELECT max(number) FROM meeting WHERE session = ?1 AND opened <= ?2",
			      "ii", session, at);
	if (!make_room(store, session, *number, err) ||
		!sql_run(store, err,
			"INSERT INTO meeting(session, number, slot, state, opened)"
			" VALUES(?1, ?2, ?3, 'open', ?4)",
			"iini", session, (int64_t)*number, slot, at))
		return 0;
	return sql_inserted(store);
}

bool store_meeting_close(struct store *store, int64_t meeting, int64_t at, struct err *err)
{
	static const char *const ends[] = {
		"UPDATE consideration SET closed = ?2 WHERE meeting = ?1 AND closed IS NULL",
		"UPDATE meeting_pause SET resumed = ?2 WHERE meeting = ?1 AND resumed IS NULL",
		"UPDATE chairing SET stopped = max(?2, started) WHERE meeting = ?1 AND stopped IS NULL",
		"UPDATE meeting SET state = 'closed', closed = ?2 WHERE id = ?1"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (!sql_run(store, err, ends[i], "ii", meeting, at))
			return false;
	return true;
}

/* What began or ended with the meeting still does; the rest stays between its ends, and
 * who would not have been in the chair at all was not. */
#define MOVE(table, began, ended)                                         \
	"UPDATE " table " SET " began " = CASE " began " WHEN ?2 THEN ?4" \
	" ELSE max(?4, min(" began ", ?5)) END, " ended " = CASE " ended  \
	" WHEN ?3 THEN ?5 ELSE max(?4, min(" ended ", ?5)) END WHERE meeting = ?1"

bool store_meeting_set_times(
	struct store *store, int64_t meeting, int64_t opened, int64_t closed, struct err *err)
{
	int64_t from =
		sql_value(store, 0, "SELECT opened FROM meeting WHERE id = ?1", "i", meeting);
	int64_t to = sql_value(store, 0, "SELECT coalesce(closed, ?2) FROM meeting WHERE id = ?1",
		"ii", meeting, INT64_MAX);
	int64_t end = closed ? closed : to; /* INT64_MAX: it goes on */

	if (opened == 0)
		opened = from;
	return sql_run(store, err, MOVE("chairing", "started", "stopped"), "iiiii", meeting, from,
		       to, opened, end) &&
	       sql_run(store, err, "DELETE FROM chairing WHERE meeting = ?1 AND stopped <= started",
		       "i", meeting) &&
	       sql_run(store, err, MOVE("consideration", "opened", "closed"), "iiiii", meeting,
		       from, to, opened, end) &&
	       sql_run(store, err,
		       "UPDATE meeting SET opened = ?2, closed = nullif(?3, ?4) WHERE id = ?1",
		       "iiii", meeting, opened, end, INT64_MAX);
}

size_t store_items_open(struct store *store, int64_t session, int64_t items[], size_t room)
{
	struct sql *q = sql_kept(store,
		"SELECT i.id FROM item i WHERE i.session = ?1"
		" AND i.state = 'open' AND NOT EXISTS(SELECT 1 FROM item s WHERE s.session = ?1"
		" AND s.parent = i.id AND s.state = 'open') AND NOT EXISTS(SELECT 1 FROM item_joint j"
		" JOIN item l ON l.id = j.lead WHERE j.item = i.id AND l.state = 'open') ORDER BY i.id",
		"i", session);
	size_t count = 0;

	for (; sql_row(q); count++)
		if (count < room)
			items[count] = sql_int(q, 0);
	return count;
}

int64_t store_item_taken_up(struct store *store, int64_t session)
{
	return sql_value(store, 0,
		"SELECT coalesce((SELECT lead FROM item_joint j WHERE j.item = c.item), c.item)"
		" FROM consideration c WHERE session = ?1 AND closed IS NULL"
		" ORDER BY opened DESC, id DESC LIMIT 1",
		"i", session);
}

bool store_consideration_open(struct store *store, int64_t session, int64_t item, int64_t meeting,
	int64_t at, struct err *err)
{
	/* Already open there, as with every speech but the first. */
	if (sql_kept_value(store, 0,
		    "SELECT 1 FROM consideration WHERE item = ?1 AND meeting = ?2"
		    " AND closed IS NULL LIMIT 1",
		    "ii", item, meeting))
		return true;
	return sql_run(store, err,
		       "INSERT INTO consideration(session, item, meeting, opened, closed)"
		       " SELECT ?1, ?2, ?3, ?4, m.closed FROM meeting m WHERE m.id = ?3"
		       " AND NOT EXISTS(SELECT 1 FROM consideration WHERE item = ?2"
		       " AND meeting = ?3 AND (closed IS NULL OR m.closed IS NOT NULL))",
		       "iiii", session, item, meeting, at) &&
	       store_meeting_number_item(store, session, meeting, item, err);
}

bool store_consideration_close(struct store *store, int64_t item, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"UPDATE consideration SET closed = ?2 WHERE item = ?1"
		" AND closed IS NULL",
		"ii", item, at);
}

bool store_act_add(struct store *store, int64_t session, const struct act *act, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO act(session, subject, recommendation, in_set, item,"
		" meeting, outcome, form, orally_amended, reason, at)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
		"itnnnnttiti", session, act->subject, act->recommendation, act->in_set, act->item,
		act->meeting, act->outcome, act->form, (int64_t)act->orally_amended, act->reason,
		act->at);
}

int64_t store_act_new(struct store *store, int64_t session, const struct act *act, struct err *err)
{
	return store_act_add(store, session, act, err) ? sql_inserted(store) : 0;
}
