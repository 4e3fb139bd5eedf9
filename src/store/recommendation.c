/* SPDX-License-Identifier: MIT */
/* Recommendations, their sets and versions. Letters are counted, never stored. What became
 * of one is history.c. */
#include "model/alternative.h"
#include "number.h"
#include "store/recommendation.h"
#include "store/recommendation_more.h"

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
	" r.text, r.version, r.state, r.orally_amended, r.proposed, x.alternative_of,"    \
	" g.list_name FROM recommendation r"                                              \
	" JOIN recommendation_set s ON s.id = r.in_set LEFT JOIN item i ON i.id = r.item" \
	" LEFT JOIN participant p ON p.id = r.proposer"                                   \
	" LEFT JOIN recommendation_more x ON x.recommendation = r.id"                     \
	" LEFT JOIN participant g ON g.id = x.on_behalf"
/* Behind what it is an alternative of; what was adopted first. */
#define IN_ORDER                                                                       \
	" (SELECT o.rank FROM recommendation o WHERE"                                  \
	" o.id = coalesce(x.alternative_of, r.id)), coalesce(x.alternative_of, r.id)," \
	" r.state <> 'adopted', x.alternative_of IS NOT NULL, r.rank, r.id"

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
	row->alternative_of = sql_int(q, 12);
	row->on_behalf_name = sql_copy(q, 13, arena);
}

static bool stands(const struct recommendation_row *row)
{
	return row->state != RECOMMENDATION_WITHDRAWN && row->state != RECOMMENDATION_REJECTED &&
	       row->state != RECOMMENDATION_DEFERRED;
}

static struct alternative_place place_of(const struct recommendation_row *row)
{
	return (struct alternative_place){.id = row->id,
		.of = row->alternative_of,
		.stands = stands(row),
		.adopted = row->state == RECOMMENDATION_ADOPTED};
}

/* Those of one set, in its order. */
static void count_letters(struct recommendation_row *rows, size_t count, struct arena *arena)
{
	struct alternative_place *places = arena_alloc(arena, (count + 1) * sizeof *places);

	for (size_t i = 0; i < count; i++)
		places[i] = place_of(&rows[i]);
	alternative_count(places, count);
	for (size_t i = 0; i < count; i++) {
		rows[i].letter = places[i].letter;
		rows[i].alternative = places[i].alternative;
	}
}

struct recommendation_row *store_recommendations(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct recommendation_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " RECOMMENDATION_COLUMNS " WHERE r.session = ?1"
		" ORDER BY s.rank, s.id," IN_ORDER,
		"i", session);
	size_t set = 0;

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		read_recommendation(q, arena, &rows[*count]);
		rows[*count].letter = rows[*count].alternative = 0;
	}
	for (size_t i = 0; i < *count; i++) {
		if (i + 1 < *count && rows[i + 1].in_set == rows[i].in_set)
			continue;
		count_letters(rows + set, i + 1 - set, arena);
		set = i + 1;
	}
	return rows;
}

/* The letter of one: those of its set are counted, without their texts. */
static void find_letter(struct store *store, struct arena *arena, struct recommendation_row *row)
{
	struct alternative_place *places = NULL;
	size_t count = 0;
	enum recommendation_state state;
	struct sql *q = sql_query(store,
		"SELECT r.id, x.alternative_of, r.state FROM recommendation r"
		" LEFT JOIN recommendation_more x ON x.recommendation = r.id"
		" WHERE r.in_set = ?1 ORDER BY" IN_ORDER,
		"i", row->in_set);

	for (; sql_row(q); count++) {
		places = arena_grow(arena, places, count, sizeof *places);
		if (!recommendation_state_parse(sql_text(q, 2), &state))
			state = RECOMMENDATION_DRAFT;
		const struct recommendation_row one = {
			.id = sql_int(q, 0), .alternative_of = sql_int(q, 1), .state = state};
		places[count] = place_of(&one);
	}
	alternative_count(places, count);
	for (size_t i = 0; i < count; i++) {
		if (places[i].id != row->id)
			continue;
		row->letter = places[i].letter;
		row->alternative = places[i].alternative;
	}
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
		find_letter(store, arena, row);
	return true;
}

const char *store_recommendation_text(
	struct store *store, int64_t id, int version, struct arena *arena)
{
	struct sql *q = sql_query(store,
		"SELECT text FROM recommendation_version WHERE recommendation = ?1"
		" AND version = ?2",
		"ii", id, (int64_t)version);
	const char *text = NULL;

	if (sql_row(q)) {
		text = sql_copy(q, 0, arena);
		sql_done(q);
	}
	return text;
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

bool store_recommendation_set_proposer(
	struct store *store, int64_t id, int64_t proposer, struct err *err)
{
	return sql_run(store, err, "UPDATE recommendation SET proposer = ?2 WHERE id = ?1", "in",
		id, proposer);
}

bool store_recommendation_set_state(struct store *store, int64_t id,
	enum recommendation_state state, bool orally_amended, struct err *err)
{
	return sql_run(store, err,
		"UPDATE recommendation SET state = ?2, orally_amended = ?3"
		" WHERE id = ?1",
		"iti", id, recommendation_word(state), (int64_t)orally_amended);
}

/* An alternative goes among those of its letter, all else among what is none. */
#define SIBLINGS                                                              \
	"SELECT r.rank FROM recommendation r LEFT JOIN recommendation_more x" \
	" ON x.recommendation = r.id WHERE r.id <> ?2 AND "

static void move_alternative(
	struct store *store, int64_t id, int64_t of, int place, struct str *rank)
{
	int64_t others = sql_value(store, 0,
		"SELECT count(*) FROM recommendation_more WHERE alternative_of = ?1"
		" AND recommendation <> ?2",
		"ii", of, id);

	rank_at(store, rank,
		SIBLINGS "x.alternative_of = ?1 ORDER BY r.rank, r.id LIMIT 1 OFFSET ?3", of, id,
		place > others ? (int)others + 1 : place);
}

static void move_own(struct store *store, int64_t id, int place, struct str *rank)
{
	int64_t set =
		sql_value(store, 0, "SELECT in_set FROM recommendation WHERE id = ?1", "i", id);
	int64_t others = sql_value(store, 0,
		"SELECT count(*) FROM recommendation r LEFT JOIN recommendation_more x"
		" ON x.recommendation = r.id WHERE r.in_set = ?1 AND r.id <> ?2"
		" AND x.alternative_of IS NULL",
		"ii", set, id);

	rank_at(store, rank,
		SIBLINGS "r.in_set = ?1 AND x.alternative_of IS NULL"
			 " ORDER BY r.rank, r.id LIMIT 1 OFFSET ?3",
		set, id, place > others ? (int)others + 1 : place);
}

bool store_recommendation_move(struct store *store, int64_t id, int place, struct err *err)
{
	int64_t of = store_recommendation_root(store, id);
	struct str rank;
	bool moved;

	str_init(&rank);
	if (of == id)
		move_own(store, id, place, &rank);
	else
		move_alternative(store, id, of, place, &rank);
	moved = sql_run(store, err, "UPDATE recommendation SET rank = ?2 WHERE id = ?1", "it", id,
		rank.text);
	str_clear(&rank);
	return moved;
}

void store_set_say_states(
	const struct recommendation_row *rows, size_t count, int64_t set, struct str *out)
{
	int in[RECOMMENDATION_STATES] = {0}, all = 0;

	for (size_t i = 0; i < count; i++) {
		if (rows[i].in_set != set)
			continue;
		in[rows[i].state]++;
		all++;
	}
	str_addf(out, "%d of %d adopted", in[RECOMMENDATION_ADOPTED], all);
	for (int state = 0; state < RECOMMENDATION_STATES; state++)
		if (in[state] && state != RECOMMENDATION_ADOPTED)
			str_addf(out, ", %d %s", in[state],
				recommendation_label((enum recommendation_state)state));
}

void store_recommendation_totals(
	struct store *store, int64_t session, int64_t *open, int64_t *adopted)
{
	*open = sql_kept_value(store, 0,
		"SELECT count(*) FROM recommendation WHERE session = ?1"
		" AND (state = 'draft' OR state = 'introduced' OR state = 'negotiated'"
		" OR state = 'agreed')",
		"i", session);
	*adopted = sql_kept_value(store, 0,
		"SELECT count(*) FROM recommendation WHERE session = ?1"
		" AND state = 'adopted'",
		"i", session);
}
