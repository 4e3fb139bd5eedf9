/* SPDX-License-Identifier: MIT */
/*
 * A speech that stands still: it has no running span and an interruption that has
 * not ended. Either it is paused, or a point of order has the floor in its place.
 * Spans never overlap; that one speech lies inside another is said here alone. An
 * interruption that ended where the next span begins is one after which it went on.
 */
#include "sql.h"
#include "store/floor.h"

static bool read_statement(
	struct store *store, int64_t id, struct arena *arena, struct statement_row *row)
{
	return id != 0 && store_statement(store, id, arena, row);
}

bool store_statement_paused(
	struct store *store, int64_t session, struct arena *arena, struct statement_row *row)
{
	int64_t id = sql_kept_value(store, 0,
		"SELECT statement FROM interruption WHERE session = ?1 AND ended IS NULL"
		" AND by_statement IS NULL ORDER BY id DESC LIMIT 1",
		"i", session);

	return read_statement(store, id, arena, row);
}

bool store_statement_stands(struct store *store, int64_t statement)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM interruption WHERE statement = ?1 AND ended IS NULL", "i",
		       statement) != 0;
}

int64_t store_statement_interrupted(struct store *store, int64_t statement)
{
	return sql_kept_value(store, 0,
		"SELECT i.statement FROM statement s CROSS JOIN interruption i ON i.session = s.session"
		" WHERE s.id = ?1 AND i.ended IS NULL AND i.by_statement = s.id LIMIT 1",
		"i", statement);
}

bool store_statement_interrupt(
	struct store *store, int64_t session, int64_t statement, int64_t at, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE span SET stopped = max(started, ?2) WHERE statement = ?1"
		       " AND stopped IS NULL",
		       "ii", statement, at) &&
	       sql_run(store, err,
		       "INSERT INTO interruption(session, statement, started)"
		       " VALUES(?1, ?2, (SELECT max(stopped) FROM span WHERE statement = ?2))",
		       "ii", session, statement);
}

bool store_interruption_by(struct store *store, int64_t statement, int64_t point, struct err *err)
{
	return sql_run(store, err,
		"UPDATE interruption SET by_statement = ?2"
		" WHERE statement = ?1 AND ended IS NULL AND by_statement IS NULL",
		"ii", statement, point);
}

bool store_statement_resume(struct store *store, int64_t statement, int64_t at, struct err *err)
{
	int64_t from = sql_value(store, at,
		"SELECT max(?2, max(started)) FROM interruption WHERE statement = ?1", "ii",
		statement, at);

	return sql_run(store, err,
		       "UPDATE interruption SET ended = ?2 WHERE statement = ?1 AND ended IS NULL",
		       "ii", statement, from) &&
	       sql_run(store, err, "INSERT INTO span(statement, started) VALUES(?1, ?2)", "ii",
		       statement, from);
}

bool store_interruptions_end(struct store *store, int64_t session, int64_t at, struct err *err)
{
	if (!sql_kept_value(store, 0,
		    "SELECT 1 FROM interruption WHERE session = ?1 AND ended IS NULL LIMIT 1", "i",
		    session))
		return true;
	return sql_run(store, err,
		       "UPDATE request SET state = 'spoke' WHERE state = 'called' AND statement IN"
		       " (SELECT statement FROM interruption WHERE session = ?1 AND ended IS NULL)",
		       "i", session) &&
	       sql_run(store, err,
		       "UPDATE interruption SET ended = max(started, ?2)"
		       " WHERE session = ?1 AND ended IS NULL",
		       "ii", session, at);
}

/* --- who had the floor when --- */

int64_t store_floor_newest(struct store *store, int64_t session)
{
	return sql_value(store, 0,
		"SELECT max(x.started, coalesce(x.stopped, x.started))"
		" FROM span x CROSS JOIN statement s ON s.id = x.statement WHERE s.session = ?1"
		" ORDER BY x.id DESC LIMIT 1",
		"i", session);
}

bool store_floor_taken(struct store *store, int64_t meeting, int64_t at, struct arena *arena,
	struct statement_row *row)
{
	int64_t id = sql_value(store, 0,
		"SELECT s.id FROM statement s CROSS JOIN span x ON x.statement = s.id"
		" WHERE s.meeting = ?1 AND s.session = (SELECT session FROM meeting WHERE id = ?1)"
		" AND coalesce(x.stopped, x.started) > ?2 ORDER BY x.started LIMIT 1",
		"ii", meeting, at);

	return read_statement(store, id, arena, row);
}

/* --- rulings --- */

int64_t store_point_of_order(struct store *store, int64_t session)
{
	return sql_value(store, 0,
		"SELECT id FROM statement WHERE session = ?1 AND kind = 'point_of_order'"
		" ORDER BY number DESC LIMIT 1",
		"i", session);
}

bool store_ruling(
	struct store *store, int64_t statement, struct arena *arena, struct ruling_row *row)
{
	struct sql *q = sql_query(store,
		"SELECT statement, text, appeal, at FROM ruling WHERE statement = ?1", "i",
		statement);

	if (!sql_row(q))
		return false;
	row->statement = sql_int(q, 0);
	row->text = sql_copy(q, 1, arena);
	row->appeal = sql_copy(q, 2, arena);
	row->at = sql_int(q, 3);
	sql_done(q);
	return true;
}

bool store_ruling_set(
	struct store *store, int64_t session, const struct ruling_row *ruling, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO ruling(session, statement, text, appeal, at) VALUES(?1, ?2, ?3, ?4, ?5)"
		" ON CONFLICT(statement) DO UPDATE SET text = excluded.text, appeal = excluded.appeal,"
		" at = excluded.at",
		"iitti", session, ruling->statement, ruling->text, ruling->appeal, ruling->at);
}
