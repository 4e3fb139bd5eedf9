/* SPDX-License-Identifier: MIT */
/*
 * Corrections of what the floor has logged. Its one invariant: between two spans of a
 * statement there is an interruption, as long as the time between them, and spans of
 * two statements of one meeting do not overlap. What is cut out of a speech is marked
 * so; whether it may be cut is for the commands to say.
 */
#include "base/str.h"
#include "number.h"
#include "store/version_source.h"
#include "store/correction.h"
#include "store/group.h"
#include "store/point.h"

#define NEVER "9223372036854775807"
#define STOPPED "coalesce(stopped, " NEVER ")"

/* --- points --- */

int store_point_place(struct store *store, int64_t statement, int number)
{
	return (int)sql_value(store, 0,
		"SELECT count(*) FROM point p JOIN point q ON q.statement = p.statement"
		" AND q.rank <= p.rank WHERE p.statement = ?1 AND p.number = ?2",
		"ii", statement, (int64_t)number);
}

static bool new_version(struct store *store, int64_t statement, struct err *err)
{
	int64_t session =
		sql_value(store, 0, "SELECT session FROM statement WHERE id = ?1", "i", statement);
	int64_t is =
		sql_value(store, 0, "SELECT version FROM statement WHERE id = ?1", "i", statement);
	int64_t next = number_version(store, session, "note", statement, is, err);

	return next && sql_run(store, err, "UPDATE statement SET version = ?2 WHERE id = ?1", "ii",
			       statement, next);
}

static char *rank_of(struct store *store, const char *query, int64_t statement, struct arena *arena)
{
	struct sql *q = sql_query(store, query, "i", statement);
	char *rank = NULL;

	if (sql_row(q)) {
		rank = arena_strdup(arena, sql_text(q, 0));
		sql_done(q);
	}
	return rank;
}

/* One point to behind `before` and in front of `after`; *before gets its rank. */
static bool put_point(struct store *store, int64_t point, int64_t to, char **before,
	const char *after, struct arena *arena, struct err *err)
{
	struct str rank;
	bool moved;

	str_init(&rank);
	rank_put(store, &rank, *before, after);
	moved = sql_run(store, err, "UPDATE point SET statement = ?2, rank = ?3 WHERE id = ?1",
		"iit", point, to, rank.text);
	*before = arena_strdup(arena, rank.text);
	str_clear(&rank);
	return moved;
}

/* Points from a place on, behind or before those that are there. */
static bool put_points(
	struct store *store, int64_t from, int place, int64_t to, bool first, struct err *err)
{
	struct arena arena;
	size_t count = 0;
	bool good = true;

	arena_init(&arena);
	int64_t *ids = NULL;
	char *before = first ? NULL
			     : rank_of(store, "SELECT max(rank) FROM point WHERE statement = ?1",
				       to, &arena);
	char *after = first ? rank_of(store, "SELECT min(rank) FROM point WHERE statement = ?1", to,
				      &arena)
			    : NULL;
	struct sql *q = sql_query(store,
		"SELECT id FROM point WHERE statement = ?1 ORDER BY rank, id LIMIT -1 OFFSET ?2",
		"ii", from, (int64_t)place - 1);
	for (; sql_row(q); count++) {
		ids = arena_grow(&arena, ids, count, sizeof *ids);
		ids[count] = sql_int(q, 0);
	}
	for (size_t i = 0; good && i < count; i++)
		good = put_point(store, ids[i], to, &before, after, &arena, err);
	arena_clear(&arena);
	return good &&
	       (count == 0 || (new_version(store, from, err) && new_version(store, to, err) &&
				      store_points_regroup(store, to, err)));
}

bool store_points_move(struct store *store, int64_t from, int place, int64_t to, struct err *err)
{
	return put_points(store, from, place, to, false, err);
}

/* --- gaps --- */

/* Of the interruptions between two spans one stays, as long as the gap; where there is
 * none, one is laid: by a point of order if one was raised then. */
static bool lay_gap(
	struct store *store, int64_t statement, int64_t from, int64_t to, struct err *err)
{
	int64_t id = sql_value(store, 0,
		"SELECT id FROM interruption WHERE statement = ?1 AND started >= ?2 AND ended <= ?3"
		" ORDER BY by_statement IS NULL, id LIMIT 1",
		"iii", statement, from, to);

	if (id)
		return sql_run(store, err,
			       "UPDATE interruption SET started = ?2, ended = ?3 WHERE id = ?1",
			       "iii", id, from, to) &&
		       sql_run(store, err,
			       "DELETE FROM interruption WHERE statement = ?1 AND started >= ?2"
			       " AND ended <= ?3 AND id <> ?4",
			       "iiii", statement, from, to, id);
	return to == from ||
	       sql_run(store, err,
		       "INSERT INTO interruption(session, statement, by_statement, started, ended)"
		       " SELECT s.session, s.id, (SELECT o.id FROM statement o JOIN span x"
		       " ON x.statement = o.id WHERE o.session = s.session AND o.meeting = s.meeting"
		       " AND o.kind = 'point_of_order' AND x.started >= ?2 AND x.stopped <= ?3"
		       " LIMIT 1), ?2, ?3 FROM statement s WHERE s.id = ?1",
		       "iii", statement, from, to);
}

static bool lay_gaps(struct store *store, int64_t statement, struct err *err)
{
	struct arena arena;
	size_t count = 0;
	bool good = true;

	arena_init(&arena);
	int64_t(*spans)[2] = NULL;
	struct sql *q = sql_query(store,
		"SELECT started, stopped FROM span WHERE statement = ?1"
		" ORDER BY started, coalesce(stopped, " NEVER "), id",
		"i", statement);
	for (; sql_row(q); count++) {
		spans = arena_grow(&arena, spans, count, sizeof *spans);
		spans[count][0] = sql_int(q, 0);
		spans[count][1] = sql_int(q, 1);
	}
	for (size_t i = 1; good && i < count; i++)
		good = lay_gap(store, statement, spans[i - 1][1], spans[i][0], err);
	arena_clear(&arena);
	return good;
}

/* What runs on over an interval ends where that begins; the rest behind it is of the
 * statement `behind`. */
static bool break_spans(struct store *store, int64_t statement, int64_t from, int64_t to,
	int64_t behind, struct err *err)
{
	return sql_run(store, err,
		       "INSERT INTO span(statement, started, stopped) SELECT ?4, ?3, stopped"
		       " FROM span WHERE statement = ?1 AND started < ?2 AND " STOPPED " > ?3",
		       "iiii", statement, from, to, behind) &&
	       sql_run(store, err,
		       "UPDATE span SET stopped = ?2 WHERE statement = ?1 AND started < ?2"
		       " AND " STOPPED " > ?2",
		       "ii", statement, from);
}

/* --- splitting --- */

static bool split_spans(
	struct store *store, int64_t first, int64_t second, int64_t at, struct err *err)
{
	return break_spans(store, first, at, at, second, err) &&
	       sql_run(store, err,
		       "UPDATE span SET statement = ?2 WHERE statement = ?1 AND started >= ?3",
		       "iii", first, second, at);
}

/* What it interrupted goes on when the second one has ended. */
static bool split_interruptions(struct store *store, int64_t first, int64_t second, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE interruption SET statement = ?2 WHERE statement = ?1 AND started >="
		       " (SELECT min(started) FROM span WHERE statement = ?2)",
		       "ii", first, second) &&
	       sql_run(store, err,
		       "DELETE FROM interruption WHERE statement = ?1 AND ended IS NOT NULL"
		       " AND started >= (SELECT max(stopped) FROM span WHERE statement = ?1)",
		       "i", first) &&
	       sql_run(store, err,
		       "UPDATE interruption SET by_statement = ?2 WHERE by_statement = ?1"
		       " AND ended IS NULL",
		       "ii", first, second);
}

static bool same_capacity(const struct statement_row *first, const struct statement_new *second)
{
	return first->participant == second->participant && first->on_behalf == second->on_behalf;
}

int64_t store_statement_split(struct store *store, int64_t statement, int64_t at,
	const struct statement_new *second, int *number, struct err *err)
{
	struct statement_new new = *second;
	struct statement_row first;
	struct arena arena;
	int64_t id = 0;
	bool there, good;

	arena_init(&arena);
	there = store_statement(store, statement, &arena, &first);
	new.session =
		sql_value(store, 0, "SELECT session FROM statement WHERE id = ?1", "i", statement);
	new.item = first.item;
	new.meeting = first.meeting;
	new.from = 0;
	if (there)
		id = store_statement_add(store, &new, number, err);
	good = id && split_spans(store, statement, id, at, err) &&
	       split_interruptions(store, statement, id, err) &&
	       (!same_capacity(&first, second) ||
		       store_statement_members_copy(store, statement, id, err)) &&
	       store_statement_set(store, id, "item", first.item, NULL, err) &&
	       sql_run(store, err,
		       "UPDATE request SET state = 'spoke' WHERE statement = ?1"
		       " AND state = 'called'",
		       "i", statement);
	arena_clear(&arena);
	return good ? id : 0;
}

/* --- merging --- */

static bool merge_spans(struct store *store, int64_t into, int64_t from, struct err *err)
{
	return sql_run(store, err, "UPDATE span SET statement = ?1 WHERE statement = ?2", "ii",
		       into, from) &&
	       sql_run(store, err, "UPDATE interruption SET statement = ?1 WHERE statement = ?2",
		       "ii", into, from) &&
	       sql_run(store, err,
		       "UPDATE interruption SET by_statement = ?1 WHERE by_statement = ?2", "ii",
		       into, from) &&
	       sql_run(store, err,
		       "DELETE FROM interruption WHERE statement = ?1 AND by_statement = ?1", "i",
		       into) &&
	       /* A speech that had ended in its pause goes on where the other begins. */
	       sql_run(store, err,
		       "UPDATE interruption SET ended = min(ended, coalesce((SELECT min(x.started)"
		       " FROM span x WHERE x.statement = ?1 AND x.started >= interruption.started"
		       " AND coalesce(x.stopped, " NEVER ") > interruption.started), ended))"
		       " WHERE statement = ?1 AND ended IS NOT NULL",
		       "i", into) &&
	       lay_gaps(store, into, err);
}

static bool merge_requests(struct store *store, int64_t into, int64_t from, struct err *err)
{
	bool has = store_request_of(store, into) != 0;

	if (has && !sql_run(store, err,
			   "UPDATE request SET statement = NULL, state = 'withdrawn'"
			   " WHERE statement = ?1",
			   "i", from))
		return false;
	return (has || sql_run(store, err, "UPDATE request SET statement = ?1 WHERE statement = ?2",
			       "ii", into, from)) &&
	       sql_run(store, err,
		       "UPDATE request SET state = CASE WHEN EXISTS(SELECT 1 FROM span"
		       " WHERE statement = ?1 AND stopped IS NULL) THEN 'called' ELSE 'spoke' END"
		       " WHERE statement = ?1",
		       "i", into);
}

/* What stands on the one stands on the other, once. */
static bool merge_sources(struct store *store, int64_t into, int64_t from, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE paragraph_source SET statement = ?1 WHERE statement = ?2"
		       " AND NOT EXISTS(SELECT 1 FROM paragraph_source o WHERE o.statement = ?1"
		       " AND o.paragraph = paragraph_source.paragraph)",
		       "ii", into, from) &&
	       sql_run(store, err, "UPDATE conclusion SET statement = ?1 WHERE statement = ?2",
		       "ii", into, from);
}

static bool merge_rest(struct store *store, int64_t into, int64_t from, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE ruling SET statement = ?1 WHERE statement = ?2 AND NOT EXISTS"
		       "(SELECT 1 FROM ruling r WHERE r.statement = ?1)",
		       "ii", into, from) &&
	       sql_run(store, err,
		       "UPDATE statement SET person = (SELECT f.person FROM statement f"
		       " WHERE f.id = ?2) WHERE id = ?1 AND person IS NULL",
		       "ii", into, from) &&
	       store_statement_texts(store, from, into, err) &&
	       merge_sources(store, into, from, err) && store_statement_delete(store, from, err) &&
	       store_statement_set(store, into, "item",
		       sql_value(store, 0, "SELECT item FROM statement WHERE id = ?1", "i", into),
		       NULL, err);
}

bool store_statement_merge(struct store *store, int64_t into, int64_t from, struct err *err)
{
	bool earlier =
		sql_value(store, 0,
			"SELECT coalesce((SELECT min(started) FROM span WHERE statement = ?2)"
			" < (SELECT min(started) FROM span WHERE statement = ?1), 0)",
			"ii", into, from) != 0;

	return put_points(store, from, 1, into, earlier, err) &&
	       merge_spans(store, into, from, err) && merge_requests(store, into, from, err) &&
	       merge_rest(store, into, from, err);
}

/* --- at another time, inside another --- */

bool store_statement_shift(struct store *store, int64_t statement, int64_t by, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE span SET started = started + ?2, stopped = stopped + ?2"
		       " WHERE statement = ?1",
		       "ii", statement, by) &&
	       sql_run(store, err,
		       "UPDATE interruption SET started = started + ?2, ended = ended + ?2,"
		       " by_statement = NULL WHERE statement = ?1",
		       "ii", statement, by) &&
	       sql_run(store, err,
		       "UPDATE interruption SET by_statement = NULL WHERE by_statement = ?1", "i",
		       statement);
}

/* Statements of a meeting from their beginning to their end, which one that stands still
 * has not come to, and their pieces. */
#define PIECES                                                                             \
	"WITH piece AS (SELECT x.statement, x.started a, coalesce(x.stopped, " NEVER       \
	") b FROM statement o CROSS JOIN span x ON x.statement = o.id WHERE o.session"     \
	" = (SELECT session FROM statement WHERE id = ?1) AND o.meeting"                   \
	" = (SELECT meeting FROM statement WHERE id = ?1)),"                               \
	" whole AS (SELECT p.statement, min(p.a) a, CASE WHEN EXISTS(SELECT 1 FROM"        \
	" interruption i WHERE i.statement = p.statement AND i.ended IS NULL) THEN " NEVER \
	" ELSE max(p.b) END b FROM piece p GROUP BY p.statement)"

/* Neither lies in a pause of the other. */
bool store_statement_clash(
	struct store *store, int64_t statement, struct arena *arena, struct statement_row *row)
{
	int64_t id = sql_value(store, 0,
		PIECES " SELECT o.statement FROM whole s JOIN whole o ON o.statement <> s.statement"
		       " WHERE s.statement = ?1 AND o.a < s.b AND s.a < o.b AND o.a < o.b"
		       " AND s.a < s.b AND EXISTS(SELECT 1 FROM piece p"
		       " WHERE p.statement = s.statement AND p.a < o.b AND o.a < p.b)"
		       " AND EXISTS(SELECT 1 FROM piece q"
		       " WHERE q.statement = o.statement AND q.a < s.b AND s.a < q.b)"
		       " ORDER BY o.a LIMIT 1",
		"i", statement);

	return id != 0 && store_statement(store, id, arena, row);
}

bool store_statements_overlap(struct store *store, int64_t one, int64_t other)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM span p CROSS JOIN span q WHERE p.statement = ?1"
		       " AND q.statement = ?2 AND p.started < coalesce(q.stopped, " NEVER ")"
		       " AND q.started < coalesce(p.stopped, " NEVER ") LIMIT 1",
		       "ii", one, other) != 0;
}

/* Takes an interval out of a statement that goes on after it. */
static bool cut_out(
	struct store *store, int64_t statement, int64_t from, int64_t to, struct err *err)
{
	return break_spans(store, statement, from, to, statement, err) &&
	       sql_run(store, err,
		       "DELETE FROM span WHERE statement = ?1 AND started >= ?2 AND stopped <= ?3",
		       "iii", statement, from, to) &&
	       sql_run(store, err,
		       "UPDATE span SET started = ?3 WHERE statement = ?1 AND started >= ?2"
		       " AND started < ?3",
		       "iii", statement, from, to);
}

bool store_statement_interrupts(struct store *store, int64_t inner, int64_t outer, struct err *err)
{
	int64_t from = sql_value(
		store, 0, "SELECT min(started) FROM span WHERE statement = ?1", "i", inner);
	int64_t to = sql_value(
		store, 0, "SELECT max(stopped) FROM span WHERE statement = ?1", "i", inner);

	return cut_out(store, outer, from, to, err) && lay_gaps(store, outer, err) &&
	       sql_run(store, err,
		       "UPDATE interruption SET by_statement = ?2 WHERE statement = ?1"
		       " AND started <= ?3 AND ended >= ?4",
		       "iiii", outer, inner, from, to);
}

bool store_interruptions_fit(struct store *store, int64_t statement, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE interruption SET started = (SELECT max(stopped) FROM span"
		       " WHERE statement = ?1) WHERE statement = ?1 AND ended IS NULL",
		       "i", statement) &&
	       sql_run(store, err,
		       "UPDATE interruption SET by_statement = NULL WHERE by_statement = ?1"
		       " AND ended IS NOT NULL AND (started >"
		       " (SELECT min(started) FROM span WHERE statement = ?1)"
		       " OR ended < (SELECT max(" STOPPED ") FROM span WHERE statement = ?1))",
		       "i", statement) &&
	       sql_run(store, err,
		       "DELETE FROM interruption WHERE statement = ?1 AND ended IS NOT NULL"
		       " AND (started < (SELECT min(started) FROM span WHERE statement = ?1)"
		       " OR ended > (SELECT max(" STOPPED ") FROM span WHERE statement = ?1)"
		       " OR EXISTS(SELECT 1 FROM span x WHERE x.statement = ?1"
		       " AND x.started < interruption.ended"
		       " AND coalesce(x.stopped, " NEVER ") > interruption.started))",
		       "i", statement);
}
