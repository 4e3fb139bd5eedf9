/* SPDX-License-Identifier: MIT */
/*
 * Statements and their time, as commands change them; statement_read.c has how
 * they are read. The log of an item is ordered by `place`, given in steps of
 * 2^20, so that a statement logged afterwards finds room where its time says; the
 * clock itself never orders anything. Time is spans; durations are derived from
 * them.
 */
#include <string.h>

#include "number.h"
#include "store/version_source.h"
#include "store/floor.h"
#include "store/group.h"
#include "store/point.h"

#define PLACE_STEP ((int64_t)1 << 20)

/* --- adding --- */

/* The place for a statement that began at an instant: at the end, unless others
 * that began later are there already; then midway before the first of those.
 * Where nothing is left between two, the later ones move on by a step. `self` is
 * the statement if it is there already: it does not stand in its own way. */
static bool place_for(struct store *store, int64_t item, int64_t self, int64_t from, int64_t *place,
	struct err *err)
{
	int64_t last = sql_value(store, 0,
		"SELECT max(place) FROM statement WHERE item = ?1 AND id <> ?2", "ii", item, self);
	int64_t before, after;

	before =
		from == 0
			? last
			: sql_value(store, 0,
				  "SELECT s.place FROM statement s"
				  " WHERE s.item = ?1 AND s.id <> ?3 AND coalesce((SELECT min(started)"
				  " FROM span WHERE statement = s.id), 0) <= ?2"
				  " ORDER BY s.place DESC LIMIT 1",
				  "iii", item, from, self);
	*place = last + PLACE_STEP;
	if (before >= last)
		return true;
	after = sql_value(store, last,
		"SELECT min(place) FROM statement WHERE item = ?1 AND place > ?2 AND id <> ?3",
		"iii", item, before, self);
	if (after - before < 2) {
		if (!sql_run(store, err,
			    "UPDATE statement SET place = place + ?3 WHERE item = ?1"
			    " AND place > ?2",
			    "iii", item, before, PLACE_STEP))
			return false;
		after += PLACE_STEP;
	}
	*place = before + (after - before) / 2;
	return true;
}

static bool add_span(
	struct store *store, int64_t statement, int64_t from, int64_t to, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO span(statement, started, stopped) VALUES(?1, ?2, ?3)", "iin",
		statement, from, to);
}

int64_t store_statement_add(
	struct store *store, const struct statement_new *new, int *number, struct err *err)
{
	int64_t id, place;

	*number = number_next(store, new->session, "statement", err);
	if (*number == 0 || !place_for(store, new->item, 0, new->from, &place, err) ||
		!sql_run(store, err,
			"INSERT INTO statement(session, number, item, meeting, place,"
			" participant, on_behalf, person, kind)"
			" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, coalesce(?9, 'general'))",
			"iiiniintt", new->session, (int64_t)*number, new->item, new->meeting, place,
			new->participant, new->on_behalf, new->person, new->kind))
		return 0;
	id = sql_inserted(store);
	if (new->from && !add_span(store, id, new->from, new->to, err))
		return 0;
	if (new->on_behalf && !store_statement_members_take(store, id, err))
		return 0;
	return id;
}

/* --- changing --- */

bool store_statement_stop(struct store *store, int64_t statement, int64_t at, struct err *err)
{
	/* A clock that was set back does not make a speech end before it began. */
	return sql_run(store, err,
		       "UPDATE span SET stopped = max(started, ?2) WHERE statement = ?1"
		       " AND stopped IS NULL",
		       "ii", statement, at) &&
	       sql_run(store, err,
		       "UPDATE request SET state = 'spoke'"
		       " WHERE statement = ?1 AND state = 'called'",
		       "i", statement);
}

/* A speech that was running has ended then; what it interrupted waits, as in a pause. */
static bool set_end(
	struct store *store, int64_t statement, int64_t span, int64_t at, struct err *err)
{
	bool runs =
		sql_value(store, 0, "SELECT stopped IS NULL FROM span WHERE id = ?1", "i", span);

	return sql_run(store, err, "UPDATE span SET stopped = ?2 WHERE id = ?1", "ii", span, at) &&
	       (!runs || (store_statement_stop(store, statement, at, err) &&
				 sql_run(store, err,
					 "UPDATE interruption SET by_statement = NULL"
					 " WHERE by_statement = ?1 AND ended IS NULL",
					 "i", statement)));
}

static bool set_time(struct store *store, int64_t statement, bool from, int64_t at, struct err *err)
{
	int64_t span =
		from ? sql_value(store, 0,
			       "SELECT id FROM span WHERE statement = ?1"
			       " ORDER BY started, id LIMIT 1",
			       "i", statement)
		     : sql_value(store, 0,
			       "SELECT id FROM span"
			       " WHERE statement = ?1 ORDER BY started DESC, id DESC LIMIT 1",
			       "i", statement);

	if (span == 0)
		return from ? add_span(store, statement, at, at, err)
			    : err_set(err, ERR_USAGE,
				      "this statement has no beginning yet: give --from too");
	if (sql_value(store, 0,
		    from ? "SELECT coalesce(stopped < ?2, 0) FROM span WHERE id = ?1"
			 : "SELECT started > ?2 FROM span WHERE id = ?1",
		    "ii", span, at))
		return err_set(err, ERR_USAGE, "a statement cannot end before it began");
	return from ? sql_run(store, err, "UPDATE span SET started = ?2 WHERE id = ?1", "ii", span,
			      at)
		    : set_end(store, statement, span, at, err);
}

static bool set_item(struct store *store, int64_t statement, int64_t item, struct err *err)
{
	int64_t place,
		from = sql_value(store, 0, "SELECT min(started) FROM span WHERE statement = ?1",
			"i", statement);

	return place_for(store, item, statement, from, &place, err) &&
	       sql_run(store, err, "UPDATE statement SET item = ?2, place = ?3 WHERE id = ?1",
		       "iii", statement, item, place) &&
	       store_points_regroup(store, statement, err);
}

/* A new beginning may be before or after others. */
static bool set_from(struct store *store, int64_t statement, int64_t at, struct err *err)
{
	return set_time(store, statement, true, at, err) &&
	       set_item(store, statement,
		       sql_value(store, 0, "SELECT item FROM statement WHERE id = ?1", "i",
			       statement),
		       err);
}

/* The same group again is no reason to ask anew who belongs to it. */
static bool set_group(struct store *store, int64_t statement, int64_t group, struct err *err)
{
	if (sql_value(store, 0, "SELECT coalesce(on_behalf, 0) FROM statement WHERE id = ?1", "i",
		    statement) == group)
		return true;
	return sql_run(store, err, "UPDATE statement SET on_behalf = ?2 WHERE id = ?1", "in",
		       statement, group) &&
	       store_statement_members_take(store, statement, err);
}

bool store_statement_set(struct store *store, int64_t statement, const char *field, int64_t id,
	const char *text, struct err *err)
{
	if (strcmp(field, "participant") == 0)
		return sql_run(store, err, "UPDATE statement SET participant = ?2 WHERE id = ?1",
			"ii", statement, id);
	if (strcmp(field, "on_behalf") == 0)
		return set_group(store, statement, id, err);
	if (strcmp(field, "meeting") == 0)
		return sql_run(store, err, "UPDATE statement SET meeting = ?2 WHERE id = ?1", "in",
			statement, id);
	if (strcmp(field, "person") == 0)
		return sql_run(store, err, "UPDATE statement SET person = ?2 WHERE id = ?1", "it",
			statement, text && *text ? text : NULL);
	if (strcmp(field, "kind") == 0)
		return sql_run(store, err, "UPDATE statement SET kind = ?2 WHERE id = ?1", "it",
			statement, text);
	if (strcmp(field, "item") == 0)
		return set_item(store, statement, id, err);
	if (strcmp(field, "from") == 0)
		return set_from(store, statement, id, err);
	return set_time(store, statement, false, id, err);
}

/* One by one: each leaves its group in order. */
static bool delete_points(struct store *store, int64_t statement, struct err *err)
{
	int64_t point;

	while ((point = sql_value(store, 0,
			"SELECT id FROM point WHERE statement = ?1 ORDER BY rank, id LIMIT 1", "i",
			statement)) != 0)
		if (!store_point_delete(store, point, err))
			return false;
	return true;
}

bool store_statement_delete(struct store *store, int64_t statement, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE request SET statement = NULL, state = 'withdrawn'"
		       " WHERE statement = ?1",
		       "i", statement) &&
	       sql_run(store, err, "DELETE FROM statement_member WHERE statement = ?1", "i",
		       statement) &&
	       sql_run(store, err, "DELETE FROM ruling WHERE statement = ?1", "i", statement) &&
	       sql_run(store, err, "DELETE FROM interruption WHERE statement = ?1", "i",
		       statement) &&
	       /* What it interrupted waits, as in a pause. */
	       sql_run(store, err,
		       "UPDATE interruption SET by_statement = NULL WHERE by_statement = ?1", "i",
		       statement) &&
	       delete_points(store, statement, err) &&
	       sql_run(store, err, "DELETE FROM paragraph_source WHERE statement = ?1", "i",
		       statement) &&
	       sql_run(store, err, "UPDATE conclusion SET statement = NULL WHERE statement = ?1",
		       "i", statement) &&
	       store_statement_texts(store, statement, 0, err) &&
	       sql_run(store, err, "DELETE FROM span WHERE statement = ?1", "i", statement) &&
	       sql_run(store, err, "DELETE FROM statement WHERE id = ?1", "i", statement);
}
