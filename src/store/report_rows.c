/* SPDX-License-Identifier: MIT */
/*
 * The reads of the report. The window of what was said is one join in the order
 * of two indexes (statement by item and place, points by statement and rank), so
 * that its cost is that of its rows; the condition on the last point of the
 * window before stands in the join and not in WHERE, where it would hide a
 * statement without points.
 */
#include "adopted.h"
#include "sql.h"
#include "store/report_rows.h"

#include "store/meeting.h"

struct report_joint *report_rows_joints(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct report_joint *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT ib.item, ib.body, ib.printed FROM item_body ib JOIN item i ON i.id = ib.item"
		" JOIN body b ON b.id = ib.body WHERE i.session = ?1 ORDER BY b.rank, ib.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof(*rows));
		rows[*count] =
			(struct report_joint){sql_int(q, 0), sql_int(q, 1), sql_copy(q, 2, arena)};
	}
	return rows;
}

struct report_mandate *report_rows_mandates(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct report_mandate *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT m.item, m.kind, m.number, m.title FROM mandate m JOIN item i ON i.id = m.item"
		" WHERE i.session = ?1 ORDER BY i.rank, m.rank, m.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof(*rows));
		rows[*count] = (struct report_mandate){sql_int(q, 0), sql_copy(q, 1, arena),
			sql_copy(q, 2, arena), sql_copy(q, 3, arena)};
	}
	return rows;
}

struct report_considered *report_rows_considered(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct report_considered *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT h.item, h.meeting FROM (SELECT item, meeting, opened, id FROM consideration"
		"  UNION ALL SELECT s.item, s.meeting, min(p.started), 0 FROM statement s"
		"  LEFT JOIN span p ON p.statement = s.id WHERE s.session = ?1 AND NOT EXISTS("
		"   SELECT 1 FROM consideration c WHERE c.item = s.item AND c.meeting = s.meeting)"
		"  GROUP BY s.item, s.meeting) h JOIN meeting m ON m.id = h.meeting"
		" WHERE m.session = ?1 ORDER BY m.number, h.opened, h.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof(*rows));
		rows[*count] =
			(struct report_considered){.item = sql_int(q, 0), .meeting = sql_int(q, 1)};
	}
	return rows;
}

struct report_act *report_rows_acts(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct report_act *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT subject = 'report', item, meeting, form, orally_amended, id, at,"
		" (SELECT organization FROM agenda_adoption a WHERE a.act = act.id), " STORE_ADOPTED_AFTER
		", subject = 'report' AND reason = '" ACT_ENTRUSTED "' FROM act"
		" WHERE session = ?1 AND subject IN ('agenda', 'report') AND outcome = 'adopted'"
		" ORDER BY id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof(*rows));
		rows[*count] = (struct report_act){sql_int(q, 0) != 0, sql_int(q, 1), sql_int(q, 2),
			sql_copy(q, 3, arena), sql_int(q, 4) != 0, sql_int(q, 5), sql_int(q, 6),
			sql_int(q, 7) != 0, sql_int(q, 8), sql_int(q, 9) != 0};
	}
	return rows;
}

int64_t *report_rows_seen(struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	int64_t *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT participant FROM presence WHERE session = ?1"
		" UNION SELECT participant FROM item_presence WHERE session = ?1"
		" UNION SELECT participant FROM ballot WHERE session = ?1 AND choice <> 'absent'",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof(*rows));
		rows[*count] = sql_int(q, 0);
	}
	return rows;
}

bool report_rows_recommended(struct store *store, int64_t session)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM recommendation WHERE session = ?1 AND state = 'adopted'"
		       " LIMIT 1",
		       "i", session) != 0;
}

bool report_rows_noted(struct store *store, int64_t item)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM statement s JOIN point p ON p.statement = s.id"
		       " WHERE s.item = ?1 LIMIT 1",
		       "i", item) != 0;
}

bool report_rows_chair_spoke(struct store *store, int64_t item)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM statement s JOIN participant p ON p.id = s.participant"
		       " WHERE s.item = ?1 AND (s.kind = 'chair'"
		       " OR (p.kind = 'officer' AND p.list_name = 'Chair')) LIMIT 1",
		       "i", item) != 0;
}

void report_cursor_clear(struct report_cursor *cursor)
{
	if (cursor->begun)
		str_clear(&cursor->rank);
	*cursor = (struct report_cursor){0};
}

static void move_to(struct report_cursor *cursor, struct sql *q)
{
	const char *rank = sql_text(q, 8);

	cursor->statement = sql_int(q, 0);
	cursor->place = sql_int(q, 5);
	/* A statement that came again without a point keeps what was shown of it. */
	if (rank) {
		cursor->point = sql_int(q, 9);
		str_reset(&cursor->rank);
		str_add(&cursor->rank, rank);
	}
}

size_t report_rows_said(struct store *store, int64_t item, struct report_cursor *cursor,
	struct arena *arena, struct report_said rows[], size_t limit)
{
	if (!cursor->begun) {
		*cursor = (struct report_cursor){.begun = true, .place = INT64_MIN};
		str_init(&cursor->rank);
	}
	/* Bound to the query while the cursor already moves. */
	const char *rank = arena_strdup(arena, cursor->rank.text);
	struct sql *q = sql_query(store,
		"SELECT s.id, s.participant, s.on_behalf, s.kind, s.person, s.place, p.number, p.text,"
		" p.rank, p.id, s.number FROM statement s LEFT JOIN point p ON p.statement = s.id"
		" AND (s.id <> ?3 OR (p.rank, p.id) > (?4, ?5))"
		" WHERE s.item = ?1 AND s.place >= ?2 AND (s.place > ?2 OR s.id >= ?3)"
		" ORDER BY s.place, s.id, p.rank, p.id LIMIT ?6",
		"iiitii", item, cursor->place, cursor->statement, rank, cursor->point,
		(int64_t)limit);
	size_t count = 0;

	for (; sql_row(q); count++) {
		rows[count] = (struct report_said){
			.statement = sql_int(q, 0),
			.statement_number = sql_int(q, 10),
			.participant = sql_int(q, 1),
			.on_behalf = sql_int(q, 2),
			.kind = sql_copy(q, 3, arena),
			.person = sql_copy(q, 4, arena),
			.number = sql_int(q, 6),
			.text = sql_copy(q, 7, arena),
		};
		if (cursor->statement != sql_int(q, 0)) {
			cursor->point = 0;
			str_reset(&cursor->rank);
		}
		move_to(cursor, q);
	}
	return count;
}
