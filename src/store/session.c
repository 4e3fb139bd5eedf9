/* SPDX-License-Identifier: MIT */
/* Sessions: made from an agenda, listed, changed, copied. A session is deleted
 * by a mark, so that this too can be undone. */
#include <string.h>

#include "number.h"
#include "store/agenda.h"

#define SESSION_COLUMNS                                                                              \
	"s.id, s.key, s.title, s.organ, s.place, s.from_date, s.to_date,"                            \
	" s.timezone, s.agenda_status, s.agenda_symbols, s.agenda_date, s.distribution, s.language," \
	" s.mode = 'rehearsal', s.archived, s.deleted, (SELECT coalesce(sum(c.statements), 0)"       \
	" FROM item i JOIN item_count c ON c.item = i.id WHERE i.session = s.id)"

static void read_session(struct sql *q, struct arena *arena, struct session_row *row)
{
	const char **texts[] = {&row->key, &row->title, &row->organ, &row->place, &row->from,
		&row->to, &row->timezone, &row->agenda_status, &row->agenda_symbols,
		&row->agenda_date, &row->distribution, &row->language};

	row->id = sql_int(q, 0);
	for (int i = 0; i < (int)(sizeof texts / sizeof texts[0]); i++)
		*texts[i] = sql_copy(q, i + 1, arena);
	row->rehearsal = sql_int(q, 13) != 0;
	row->archived = sql_int(q, 14) != 0;
	row->deleted = sql_int(q, 15) != 0;
	row->statements = sql_int(q, 16);
}

struct session_row *store_sessions(
	struct store *store, bool deleted, struct arena *arena, size_t *count)
{
	struct session_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " SESSION_COLUMNS " FROM session s"
		" WHERE s.deleted <= ?1 ORDER BY s.from_date DESC, s.id DESC",
		"i", (int64_t)deleted);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		read_session(q, arena, &rows[*count]);
	}
	return rows;
}

bool store_session(struct store *store, int64_t id, struct arena *arena, struct session_row *row)
{
	struct sql *q = sql_kept(
		store, "SELECT " SESSION_COLUMNS " FROM session s WHERE s.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	read_session(q, arena, row);
	sql_done(q);
	return true;
}

bool store_session_there(struct store *store, int64_t id)
{
	return sql_kept_value(store, 0, "SELECT 1 FROM session WHERE id = ?1", "i", id) != 0;
}

const char *store_session_zone(struct store *store, int64_t id, struct arena *arena)
{
	struct sql *q = sql_kept(store, "SELECT timezone FROM session WHERE id = ?1", "i", id);
	const char *zone = NULL;

	if (sql_row(q)) {
		zone = sql_copy(q, 0, arena);
		sql_done(q);
	}
	return zone;
}

int64_t store_session_find(struct store *store, const char *key)
{
	return sql_value(store, 0, "SELECT id FROM session WHERE key = ?1", "t", key);
}

/* Names as people give them, and the one statement that sets each. */
static const struct {
	const char *field, *sql;
} setters[] = {
	{"title", "UPDATE session SET title = ?2 WHERE id = ?1"},
	{"place", "UPDATE session SET place = ?2 WHERE id = ?1"},
	{"organ", "UPDATE session SET organ = ?2 WHERE id = ?1"},
	{"from", "UPDATE session SET from_date = ?2 WHERE id = ?1"},
	{"to", "UPDATE session SET to_date = ?2 WHERE id = ?1"},
	{"timezone", "UPDATE session SET timezone = ?2 WHERE id = ?1"},
	{"distribution", "UPDATE session SET distribution = ?2 WHERE id = ?1"},
	{"language", "UPDATE session SET language = ?2 WHERE id = ?1"},
	{"agenda-date", "UPDATE session SET agenda_date = ?2 WHERE id = ?1"},
	{"agenda-status", "UPDATE session SET agenda_status = ?2 WHERE id = ?1"},
	{"agenda-symbols", "UPDATE session SET agenda_symbols = ?2 WHERE id = ?1"},
	{"archived", "UPDATE session SET archived = CAST(?2 AS INTEGER) WHERE id = ?1"},
	{"deleted", "UPDATE session SET deleted = CAST(?2 AS INTEGER) WHERE id = ?1"},
	{"mode", "UPDATE session SET mode = ?2 WHERE id = ?1"},
	{"key", "UPDATE session SET key = ?2 WHERE id = ?1"},
};

bool store_session_set(
	struct store *store, int64_t id, const char *field, const char *value, struct err *err)
{
	for (size_t i = 0; i < sizeof setters / sizeof setters[0]; i++)
		if (strcmp(field, setters[i].field) == 0)
			return sql_run(store, err, setters[i].sql, "it", id, value);
	if (strcmp(field, "agenda-heading") == 0 || strcmp(field, "agenda-annex") == 0)
		return store_wording_set(store, id, 0, 0, field + strlen("agenda-"), value, err);
	return err_set(err, ERR_USAGE,
		"a session has no \"%s\": title, place, organ, from, to, timezone, "
		"distribution, language, agenda-date, agenda-status, agenda-symbols, "
		"agenda-heading, agenda-annex",
		field);
}

bool store_session_clock(struct store *store, int64_t session, int64_t *shift)
{
	*shift = sql_kept_value(store, 0,
		"SELECT last FROM counter WHERE session = ?1 AND kind = 'clock'", "i", session);
	return *shift != 0;
}

bool store_session_keep_clock(struct store *store, int64_t session, int64_t shift, struct err *err)
{
	int64_t kept;

	if (store_read_only(store) || (store_session_clock(store, session, &kept) && kept == shift))
		return true;
	return sql_run(store, err,
		"INSERT INTO counter(session, kind, last) VALUES(?1, 'clock', ?2)"
		" ON CONFLICT(session, kind) DO UPDATE SET last = ?2",
		"ii", session, shift);
}

/* Which telling it is, and below that the number. */
enum { SHOWN_NUMBERS = 1 << 24 };

int64_t store_session_shown(struct store *store, int64_t session, int *number)
{
	int64_t told = sql_value(store, 0,
		"SELECT last FROM counter WHERE session = ?1 AND kind = 'shown'", "i", session);

	*number = (int)(told % SHOWN_NUMBERS);
	return told;
}

bool store_session_keep_shown(struct store *store, int64_t session, int number, struct err *err)
{
	int before;
	int64_t told = store_session_shown(store, session, &before) / SHOWN_NUMBERS + 1;

	return sql_run(store, err,
		"INSERT INTO counter(session, kind, last) VALUES(?1, 'shown', ?2)"
		" ON CONFLICT(session, kind) DO UPDATE SET last = ?2",
		"ii", session, told * SHOWN_NUMBERS + number);
}

bool store_session_knows_file(struct store *store, int64_t session, int64_t sum)
{
	return sum != 0 &&
	       sql_value(store, 0,
		       "SELECT 1 FROM counter WHERE session = ?1 AND kind = 'file' AND last = ?2",
		       "ii", session, sum) != 0;
}

bool store_session_keep_file(struct store *store, int64_t session, int64_t sum, struct err *err)
{
	if (sum == 0 || store_read_only(store) || store_session_knows_file(store, session, sum))
		return true;
	return sql_run(store, err,
		"INSERT INTO counter(session, kind, last) VALUES(?1, 'file', ?2)"
		" ON CONFLICT(session, kind) DO UPDATE SET last = ?2",
		"ii", session, sum);
}

struct body_row *store_bodies(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct body_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT id, key, name, short_name, symbol FROM body"
		" WHERE session = ?1 ORDER BY rank",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct body_row){sql_int(q, 0), sql_copy(q, 1, arena),
			sql_copy(q, 2, arena), sql_copy(q, 3, arena), sql_copy(q, 4, arena)};
	}
	return rows;
}

int64_t store_body_add(struct store *store, int64_t session, const char *key, const char *name,
	const char *short_name, const char *symbol, struct err *err)
{
	struct str rank;
	bool added;

	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM body WHERE session = ?1", session);
	added = sql_run(store, err,
		"INSERT INTO body(session, rank, key, name, short_name, symbol)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
		"ittttt", session, rank.text, key, name, short_name, symbol);
	str_clear(&rank);
	return added ? sql_inserted(store) : 0;
}

struct officer_row *store_officers(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct officer_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT id, body, role, name, country FROM officer"
		" WHERE session = ?1 ORDER BY rank",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct officer_row){sql_int(q, 0), sql_int(q, 1),
			sql_copy(q, 2, arena), sql_copy(q, 3, arena), sql_copy(q, 4, arena)};
	}
	return rows;
}

int64_t store_officer_add(struct store *store, int64_t session, int64_t body, const char *role,
	const char *name, const char *country, struct err *err)
{
	struct str rank;
	bool added;

	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM officer WHERE session = ?1", session);
	added = sql_run(store, err,
		"INSERT INTO officer(session, body, rank, role, name, country)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
		"intttt", session, body, rank.text, role, name, country);
	str_clear(&rank);
	return added ? sql_inserted(store) : 0;
}

bool store_officer_remove(struct store *store, int64_t officer, struct err *err)
{
	return sql_run(store, err, "DELETE FROM officer WHERE id = ?1", "i", officer);
}
