/* SPDX-License-Identifier: MIT */
/*
 * Which points are told together, and by whom they were made. A group is the rows of
 * point_lead that name one lead; a point without such a row leads itself, so that a group
 * that loses all others is a point again and needs no mending.
 */
#include "store/point.h"

#include "number.h"

#define COLUMNS                                                                              \
	"p.id, p.statement, s.item, s.participant, s.on_behalf, l.lead, p.number, s.number," \
	" q.number, p.text, n.list_name, g.list_name, s.kind, i.printed, s.meeting"          \
	" FROM point p JOIN statement s ON s.id = p.statement"                               \
	" JOIN participant n ON n.id = s.participant"                                        \
	" JOIN item i ON i.id = s.item"                                                      \
	" LEFT JOIN participant g ON g.id = s.on_behalf"                                     \
	" LEFT JOIN point_lead l ON l.point = p.id LEFT JOIN point q ON q.id = l.lead"

/* A point ?1 and those under it. */
#define GROUP "(SELECT ?1 UNION ALL SELECT point FROM point_lead WHERE lead = ?1)"

static struct point_row read_row(struct sql *q, struct arena *arena)
{
	return (struct point_row){.id = sql_int(q, 0),
		.statement = sql_int(q, 1),
		.item = sql_int(q, 2),
		.participant = sql_int(q, 3),
		.on_behalf = sql_int(q, 4),
		.lead = sql_int(q, 5),
		.number = (int)sql_int(q, 6),
		.statement_number = (int)sql_int(q, 7),
		.lead_number = (int)sql_int(q, 8),
		.text = sql_copy(q, 9, arena),
		.name = sql_copy(q, 10, arena),
		.group = sql_copy(q, 11, arena),
		.kind = sql_copy(q, 12, arena),
		.item_printed = sql_copy(q, 13, arena),
		.meeting = sql_int(q, 14)};
}

struct point_row *store_points(
	struct store *store, int64_t item, struct arena *arena, size_t *count)
{
	struct point_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS " WHERE s.item = ?1 ORDER BY s.place, s.id, p.rank, p.id", "i",
		item);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
	}
	return rows;
}

bool store_point(struct store *store, int64_t id, struct arena *arena, struct point_row *row)
{
	struct sql *q = sql_query(store, "SELECT " COLUMNS " WHERE p.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

bool store_point_set(struct store *store, int64_t point, const char *text, struct err *err)
{
	int64_t statement =
		sql_value(store, 0, "SELECT statement FROM point WHERE id = ?1", "i", point);
	int64_t session =
		sql_value(store, 0, "SELECT session FROM statement WHERE id = ?1", "i", statement);
	int64_t is =
		sql_value(store, 0, "SELECT version FROM statement WHERE id = ?1", "i", statement);
	int64_t next = number_version(store, session, "note", statement, is, err);

	return next &&
	       sql_run(store, err, "UPDATE point SET text = ?2 WHERE id = ?1", "it", point, text) &&
	       sql_run(store, err, "UPDATE statement SET version = ?2 WHERE id = ?1", "ii",
		       statement, next);
}

/* --- groups --- */

static int64_t lead_of(struct store *store, int64_t point)
{
	return sql_value(store, point, "SELECT lead FROM point_lead WHERE point = ?1", "i", point);
}

static bool put_under(
	struct store *store, int64_t session, int64_t lead, int64_t point, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO point_lead(session, point, lead) VALUES(?1, ?2, ?3)", "iii", session,
		point, lead);
}

bool store_point_group(
	struct store *store, int64_t session, int64_t lead, int64_t point, struct err *err)
{
	lead = lead_of(store, lead);
	if (lead_of(store, point) == lead)
		return true;
	if (lead_of(store, point) != point)
		return sql_run(store, err, "UPDATE point_lead SET lead = ?2 WHERE point = ?1", "ii",
			point, lead);
	return sql_run(store, err, "UPDATE point_lead SET lead = ?2 WHERE lead = ?1", "ii", point,
		       lead) &&
	       put_under(store, session, lead, point, err);
}

bool store_point_grouped(struct store *store, int64_t point)
{
	return sql_value(store, 0, "SELECT 1 FROM point_lead WHERE point = ?1 OR lead = ?1 LIMIT 1",
		       "i", point) != 0;
}

/* Who supported both is one supporter. */
static bool hand_support(struct store *store, int64_t from, int64_t to, struct err *err)
{
	return sql_run(store, err,
		"UPDATE point_support SET point = ?2 WHERE point = ?1 AND NOT EXISTS"
		"(SELECT 1 FROM point_support o WHERE o.point = ?2"
		" AND o.participant = point_support.participant)",
		"ii", from, to);
}

/* The first of those under a lead takes its place. */
static bool hand_over(struct store *store, int64_t lead, struct err *err)
{
	int64_t next = sql_value(store, 0,
		"SELECT l.point FROM point_lead l JOIN point p ON p.id = l.point"
		" JOIN statement s ON s.id = p.statement WHERE l.lead = ?1"
		" ORDER BY s.place, s.id, p.rank, p.id LIMIT 1",
		"i", lead);

	return next == 0 ||
	       (sql_run(store, err, "DELETE FROM point_lead WHERE point = ?1", "i", next) &&
		       sql_run(store, err, "UPDATE point_lead SET lead = ?2 WHERE lead = ?1", "ii",
			       lead, next) &&
		       hand_support(store, lead, next, err));
}

bool store_point_ungroup(struct store *store, int64_t point, struct err *err)
{
	return hand_over(store, point, err) &&
	       sql_run(store, err, "DELETE FROM point_lead WHERE point = ?1", "i", point);
}

bool store_points_regroup(struct store *store, int64_t statement, struct err *err)
{
	int64_t point;

	do
		point = sql_value(store, 0,
			"SELECT p.id FROM point p JOIN statement s ON s.id = p.statement"
			" JOIN point_lead l ON l.point = p.id OR l.lead = p.id"
			" JOIN point_lead m ON m.lead = l.lead"
			" JOIN point o ON o.id = m.point OR o.id = m.lead"
			" JOIN statement t ON t.id = o.statement"
			" WHERE p.statement = ?1 AND t.item <> s.item LIMIT 1",
			"i", statement);
	while (point && store_point_ungroup(store, point, err));
	return point == 0;
}

bool store_point_delete(struct store *store, int64_t point, struct err *err)
{
	return store_point_ungroup(store, point, err) &&
	       sql_run(store, err, "DELETE FROM point_support WHERE point = ?1", "i", point) &&
	       sql_run(store, err, "DELETE FROM paragraph_source WHERE point = ?1", "i", point) &&
	       sql_run(store, err, "DELETE FROM point WHERE id = ?1", "i", point);
}

int64_t store_point_statement(struct store *store, int64_t item, int64_t participant)
{
	return sql_value(store, 0,
		"SELECT id FROM statement WHERE item = ?1"
		" AND (?2 = 0 OR participant = ?2 OR on_behalf = ?2)"
		" ORDER BY place DESC, id DESC LIMIT 1",
		"ii", item, participant);
}

int64_t store_point_newest(struct store *store, int64_t statement)
{
	return sql_value(store, 0,
		"SELECT id FROM point WHERE statement = ?1 ORDER BY number DESC LIMIT 1", "i",
		statement);
}

/* --- who said it --- */

struct point_voice *store_point_voices(
	struct store *store, int64_t lead, struct arena *arena, size_t *count)
{
	struct point_voice *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT s.participant, s.on_behalf, s.number, p.number, n.list_name, g.list_name,"
		" (SELECT count(*) FROM statement_member m WHERE m.statement = s.id),"
		" 0 AS later, s.place AS place, p.rank AS rank, p.id AS last"
		" FROM point p JOIN statement s ON s.id = p.statement"
		" JOIN participant n ON n.id = s.participant"
		" LEFT JOIN participant g ON g.id = s.on_behalf WHERE p.id IN " GROUP
		" UNION ALL SELECT x.participant, x.on_behalf, 0, p.number, n.list_name, g.list_name,"
		" (SELECT count(*) FROM group_member m WHERE m.in_group = x.on_behalf),"
		" 1, x.id, '', x.id FROM point_support x JOIN point p ON p.id = x.point"
		" JOIN participant n ON n.id = x.participant"
		" LEFT JOIN participant g ON g.id = x.on_behalf WHERE x.point IN " GROUP
		" ORDER BY later, place, rank, last",
		"i", lead);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct point_voice){.participant = sql_int(q, 0),
			.on_behalf = sql_int(q, 1),
			.statement_number = (int)sql_int(q, 2),
			.point_number = (int)sql_int(q, 3),
			.name = sql_copy(q, 4, arena),
			.group = sql_copy(q, 5, arena),
			.members = sql_int(q, 6)};
	}
	return rows;
}

bool store_point_supported(struct store *store, int64_t point, int64_t participant)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM point_support WHERE point IN " GROUP
		       " AND participant = ?2 LIMIT 1",
		       "ii", point, participant) != 0;
}

bool store_point_support(struct store *store, int64_t session, int64_t point, int64_t participant,
	int64_t on_behalf, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO point_support(session, point, participant, on_behalf, at)"
		" VALUES(?1, ?2, ?3, ?4, ?5)",
		"iiini", session, point, participant, on_behalf, at);
}

bool store_point_unsupport(struct store *store, int64_t point, int64_t participant, struct err *err)
{
	return sql_run(store, err,
		"DELETE FROM point_support WHERE point IN " GROUP " AND participant = ?2", "ii",
		point, participant);
}

#define VOICES                                                                     \
	"SELECT s.participant FROM point p JOIN statement s ON s.id = p.statement" \
	" WHERE p.id IN " GROUP                                                    \
	" UNION SELECT participant FROM point_support WHERE point IN " GROUP

struct point_count store_point_count(struct store *store, int64_t lead)
{
	return (struct point_count){
		.voices = sql_value(store, 0, "SELECT count(*) FROM (" VOICES ")", "i", lead),
		.with_members = sql_value(store, 0,
			"SELECT count(*) FROM (" VOICES
			" UNION SELECT m.participant FROM point p JOIN statement_member m"
			" ON m.statement = p.statement WHERE p.id IN " GROUP
			" UNION SELECT m.participant FROM point_support x JOIN group_member m"
			" ON m.in_group = x.on_behalf WHERE x.point IN " GROUP ")",
			"i", lead)};
}

#define SPOKE                                                                          \
	" FROM statement s JOIN participant n ON n.id = s.participant"                 \
	" AND n.kind NOT IN ('secretariat', 'officer')"                                \
	" LEFT JOIN statement_member m ON m.statement = s.id AND ?2 WHERE s.item = ?1" \
	" AND s.kind NOT IN ('reply', 'point_of_order', 'panellist', 'chair')"

struct point_count store_item_count(struct store *store, int64_t item)
{
	return (struct point_count){
		.voices = sql_value(store, 0, "SELECT count(DISTINCT s.participant)" SPOKE, "ii",
			item, (int64_t)0),
		.with_members = sql_value(store, 0,
			"SELECT count(*) FROM (SELECT s.participant" SPOKE
			" UNION SELECT m.participant" SPOKE " AND m.participant IS NOT NULL"
			" UNION SELECT x.participant FROM point_support x"
			" JOIN point p ON p.id = x.point JOIN statement o ON o.id = p.statement"
			" WHERE o.item = ?1)",
			"ii", item, (int64_t)1)};
}

/* --- for the report --- */

struct point_told *store_points_told(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct point_told *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT p.id, l.lead, p.number, q.number, s.number FROM point_lead l"
		" JOIN point p ON p.id = l.point JOIN point q ON q.id = l.lead"
		" JOIN statement s ON s.id = p.statement WHERE l.session = ?1"
		" UNION SELECT p.id, p.id, p.number, p.number, s.number FROM point_lead l"
		" JOIN point p ON p.id = l.lead JOIN statement s ON s.id = p.statement"
		" WHERE l.session = ?1"
		" UNION SELECT p.id, p.id, p.number, p.number, s.number FROM point_support x"
		" JOIN point p ON p.id = x.point JOIN statement s ON s.id = p.statement"
		" WHERE x.session = ?1 AND NOT EXISTS"
		"(SELECT 1 FROM point_lead l WHERE l.point = p.id) ORDER BY 3",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct point_told){.point = sql_int(q, 0),
			.lead = sql_int(q, 1),
			.number = (int)sql_int(q, 2),
			.lead_number = (int)sql_int(q, 3),
			.statement_number = (int)sql_int(q, 4)};
	}
	return rows;
}
