/* SPDX-License-Identifier: MIT */
/* Recommendations, their sets and versions. Letters are counted, never stored. */
#include "number.h"
#include "store/recommendation.h"

struct set_row *store_sets(struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct set_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT s.id, s.body, b.key, b.name, s.style, s.chapeau"
		" FROM recommendation_set s LEFT JOIN body b ON b.id = s.body WHERE s.session = ?1"
		" ORDER BY s.rank",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct set_row){.id = sql_int(q, 0),
			.body = sql_int(q, 1),
			.body_key = sql_copy(q, 2, arena),
			.body_name = sql_copy(q, 3, arena),
			.style = sql_copy(q, 4, arena),
			.chapeau = sql_copy(q, 5, arena)};
	}
	return rows;
}

int64_t store_set_of(struct store *store, int64_t session, int64_t body, struct err *err)
{
	int64_t set;
	struct str rank;
	bool added;

	if (body == 0)
		body = sql_value(store, 0,
			"SELECT id FROM body WHERE session = ?1 ORDER BY rank LIMIT 1", "i",
			session);
	set = sql_value(store, 0,
		"SELECT id FROM recommendation_set WHERE session = ?1 AND body IS ?2"
		" ORDER BY rank LIMIT 1",
		"in", session, body);
	if (set)
		return set;
	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM recommendation_set WHERE session = ?1",
		session);
	added = sql_run(store, err,
		"INSERT INTO recommendation_set(session, body, rank)"
		" VALUES(?1, ?2, ?3)",
		"int", session, body, rank.text);
	str_clear(&rank);
	return added ? sql_inserted(store) : 0;
}

bool store_set_chapeau(struct store *store, int64_t set, const char *chapeau, struct err *err)
{
	return sql_run(store, err, "UPDATE recommendation_set SET chapeau = ?2 WHERE id = ?1", "it",
		set, chapeau && *chapeau ? chapeau : NULL);
}

bool store_set_style(struct store *store, int64_t set, const char *style, struct err *err)
{
	return sql_run(store, err, "UPDATE recommendation_set SET style = ?2 WHERE id = ?1", "it",
		set, style);
}

#define RECOMMENDATION_COLUMNS                                                            \
	"r.id, r.in_set, r.item, r.proposer, r.number, i.printed, p.list_name,"           \
	" r.text, r.version, r.state, r.orally_amended, r.proposed FROM recommendation r" \
	" JOIN recommendation_set s ON s.id = r.in_set LEFT JOIN item i ON i.id = r.item" \
	" LEFT JOIN participant p ON p.id = r.proposer"

static void read_recommendation(struct sql *q, struct arena *arena, struct recommendation_row *row)
{
	row->id = sql_int(q, 0);
	row->in_set = sql_int(q, 1);
	row->item = sql_int(q, 2);
	row->proposer = sql_int(q, 3);
	row->number = (int)sql_int(q, 4);
	row->item_printed = sql_copy(q, 5, arena);
	row->proposer_name = sql_copy(q, 6, arena);
	row->text = sql_copy(q, 7, arena);
	row->version = (int)sql_int(q, 8);
	if (!recommendation_state_parse(sql_text(q, 9), &row->state))
		row->state = RECOMMENDATION_DRAFT;
	row->orally_amended = sql_int(q, 10) != 0;
	row->proposed = sql_int(q, 11);
}

static bool stands(const struct recommendation_row *row)
{
	return row->state != RECOMMENDATION_WITHDRAWN && row->state != RECOMMENDATION_REJECTED &&
	       row->state != RECOMMENDATION_DEFERRED;
}

struct recommendation_row *store_recommendations(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct recommendation_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " RECOMMENDATION_COLUMNS " WHERE r.session = ?1"
		" ORDER BY s.rank, s.id, r.rank, r.id",
		"i", session);
	int letter = 0;

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		struct recommendation_row *row = &rows[*count];
		read_recommendation(q, arena, row);
		if (*count == 0 || row->in_set != row[-1].in_set)
			letter = 0;
		row->letter = stands(row) ? ++letter : 0;
	}
	return rows;
}

bool store_recommendation(
	struct store *store, int64_t id, struct arena *arena, struct recommendation_row *row)
{
	struct sql *q =
		sql_query(store, "SELECT " RECOMMENDATION_COLUMNS " WHERE r.id = ?1", "i", id);

	*row = (struct recommendation_row){0};
	if (!sql_row(q))
		return false;
	read_recommendation(q, arena, row);
	sql_done(q);
	if (stands(row))
		row->letter = (int)sql_value(store, 0,
			"SELECT count(*) FROM recommendation o"
			" JOIN recommendation r ON r.in_set = o.in_set AND (o.rank, o.id) <= (r.rank, r.id)"
			" WHERE r.id = ?1 AND o.state NOT IN('withdrawn', 'rejected', 'deferred')",
			"i", id);
	return true;
}

int64_t store_recommendation_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0,
		"SELECT id FROM recommendation WHERE session = ?1 AND number = ?2", "ii", session,
		(int64_t)number);
}

static bool add_version(
	struct store *store, int64_t id, const char *text, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO recommendation_version(recommendation, version, text, at)"
		" SELECT ?1, version, ?2, ?3 FROM recommendation WHERE id = ?1",
		"iti", id, text, at);
}

int64_t store_recommendation_add(struct store *store, int64_t session, int64_t set, int64_t item,
	int64_t proposer, const char *text, int64_t at, int *number, struct err *err)
{
	struct str rank;
	int64_t id = 0;

	*number = number_next(store, session, "recommendation", err);
	if (*number == 0)
		return 0;
	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM recommendation WHERE in_set = ?1", set);
	if (sql_run(store, err,
		    "INSERT INTO recommendation(session, number, in_set, rank, item, text,"
		    " proposer, proposed) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
		    "iiitntni", session, (int64_t)*number, set, rank.text, item, text, proposer,
		    at))
		id = sql_inserted(store);
	str_clear(&rank);
	return id && add_version(store, id, text, at, err) ? id : 0;
}

bool store_recommendation_edit(
	struct store *store, int64_t id, const char *text, int version, int64_t at, struct err *err)
{
	int64_t is =
		sql_value(store, 0, "SELECT version FROM recommendation WHERE id = ?1", "i", id);

	if (version && is != version)
		return err_set(
			err, ERR_TRY_AGAIN, "the text has been changed by somebody else meanwhile");
	int64_t session =
		sql_value(store, 0, "SELECT session FROM recommendation WHERE id = ?1", "i", id);
	int64_t next = number_version(store, session, "text", id, is, err);

	return next &&
	       sql_run(store, err,
		       "UPDATE recommendation SET text = ?2, version = ?3 WHERE id = ?1", "iti", id,
		       text, next) &&
	       add_version(store, id, text, at, err);
}

bool store_recommendation_set_state(struct store *store, int64_t id,
	enum recommendation_state state, bool orally_amended, struct err *err)
{
	return sql_run(store, err,
		"UPDATE recommendation SET state = ?2, orally_amended = ?3"
		" WHERE id = ?1",
		"iti", id, recommendation_word(state), (int64_t)orally_amended);
}

bool store_recommendation_move(struct store *store, int64_t id, int place, struct err *err)
{
	int64_t set =
		sql_value(store, 0, "SELECT in_set FROM recommendation WHERE id = ?1", "i", id);
	int64_t others =
		sql_value(store, 1, "SELECT count(*) FROM recommendation WHERE in_set = ?1", "i",
			set) -
		1;
	struct str rank;
	bool moved;

	str_init(&rank);
	rank_at(store, &rank,
		"SELECT rank FROM recommendation WHERE in_set = ?1 AND id <> ?2"
		" ORDER BY rank, id LIMIT 1 OFFSET ?3",
		set, id, place > others ? (int)others + 1 : place);
	moved = sql_run(store, err, "UPDATE recommendation SET rank = ?2 WHERE id = ?1", "it", id,
		rank.text);
	str_clear(&rank);
	return moved;
}

struct history_row *store_recommendation_history(
	struct store *store, int64_t id, struct arena *arena, size_t *count)
{
	struct history_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT at, version, NULL, NULL, NULL, 0, 0, 0 AS sort, id"
		" FROM recommendation_version WHERE recommendation = ?1"
		" UNION ALL SELECT a.at, 0, a.outcome, a.form, a.reason, a.orally_amended,"
		" coalesce(m.number, 0), 1, a.id FROM act a LEFT JOIN meeting m ON m.id = a.meeting"
		" WHERE a.recommendation = ?1 ORDER BY at, sort, id",
		"i", id);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct history_row){.at = sql_int(q, 0),
			.version = (int)sql_int(q, 1),
			.outcome = sql_copy(q, 2, arena),
			.form = sql_copy(q, 3, arena),
			.reason = sql_copy(q, 4, arena),
			.orally_amended = sql_int(q, 5) != 0,
			.meeting = (int)sql_int(q, 6)};
	}
	return rows;
}

void store_recommendation_totals(
	struct store *store, int64_t session, int64_t *open, int64_t *adopted)
{
	*open = sql_value(store, 0,
		"SELECT count(*) FROM recommendation WHERE session = ?1"
		" AND (state = 'draft' OR state = 'introduced' OR state = 'negotiated'"
		" OR state = 'agreed')",
		"i", session);
	*adopted = sql_value(store, 0,
		"SELECT count(*) FROM recommendation WHERE session = ?1"
		" AND state = 'adopted'",
		"i", session);
}
