/* SPDX-License-Identifier: MIT */
/*
 * A copy of a session inside the database. Every row of the old one gets the id
 * it had plus an offset of its table, and so does every reference: a row-by-row
 * map is not needed. What a table's columns refer to is asked of the schema.
 */
#include <string.h>

#include "base/str.h"
#include "session_tables.h"
#include "sql.h"
#include "store/agenda.h"

struct copying {
	struct store *store;
	int64_t from, to;
	int64_t offsets[SESSION_TABLES_MAX];
	struct err *err;
};

/* Ids past all that were ever given. */
static int64_t offset_of(struct store *store, const char *table)
{
	return sql_value(store, 0, "SELECT seq FROM sqlite_sequence WHERE name = ?1", "t", table);
}

static int64_t offset_to(const struct copying *c, const char *table)
{
	if (strcmp(table, "session") == 0)
		return c->to - c->from;
	for (size_t i = 0; i < session_table_count; i++)
		if (strcmp(session_tables[i].table, table) == 0)
			return c->offsets[i];
	return 0;
}

/* INSERT INTO t(id, session, …) SELECT id + 40, session + 1, … FROM t WHERE … */
static void build(const struct copying *c, size_t i, struct str *text)
{
	struct sql *q = sql_query(c->store, SESSION_COLUMNS, "t", session_tables[i].table);
	struct str columns, values;

	str_init(&columns);
	str_init(&values);
	while (sql_row(q)) {
		const char *name = sql_text(q, 0);
		const char *target = session_target(session_tables[i].table, name, sql_text(q, 1));

		str_addf(&columns, "%s%s", columns.length ? ", " : "", name);
		str_addf(&values, "%s%s", values.length ? ", " : "", name);
		if (target)
			str_addf(&values, " + %lld", (long long)offset_to(c, target));
	}
	str_addf(text, "INSERT INTO %s(%s) SELECT %s FROM %s WHERE %s", session_tables[i].table,
		columns.text, values.text, session_tables[i].table, session_tables[i].where);
	str_clear(&columns);
	str_clear(&values);
}

static bool copy_table(const struct copying *c, size_t i)
{
	sqlite3_stmt *stmt = NULL;
	struct str text;
	int code;

	str_init(&text);
	build(c, i, &text);
	code = sqlite3_prepare_v2(sql_handle(c->store), text.text, -1, &stmt, NULL);
	if (code == SQLITE_OK) {
		sqlite3_bind_int64(stmt, 1, c->from);
		code = sqlite3_step(stmt);
	}
	sqlite3_finalize(stmt);
	str_clear(&text);
	return code == SQLITE_DONE || sql_fail(c->store, code, c->err);
}

static bool copy_session(struct copying *c, const char *key)
{
	if (!sql_run(c->store, c->err,
		    "INSERT INTO session(key, title, organ, place, from_date, to_date,"
		    " timezone, agenda_status, agenda_symbols, agenda_date, distribution, language, mode)"
		    " SELECT ?2, title, organ, place, from_date, to_date, timezone, agenda_status,"
		    " agenda_symbols, agenda_date, distribution, language, 'live' FROM session WHERE id = ?1",
		    "it", c->from, key))
		return false;
	c->to = sql_inserted(c->store);
	return true;
}

static bool finish(const struct copying *c, enum session_part last)
{
	if (last != SESSION_RECORD &&
		(!sql_run(c->store, c->err, "UPDATE item SET state = 'pending' WHERE session = ?1",
			 "i", c->to) ||
			!sql_run(c->store, c->err,
				"UPDATE document SET state = 'issued'"
				" WHERE session = ?1 AND state = 'introduced'",
				"i", c->to)))
		return false;
	return sql_run(c->store, c->err,
		"INSERT INTO counter(session, kind, last) SELECT ?2, kind, last"
		" FROM counter WHERE session = ?1 AND kind NOT IN ('clock', 'shown')"
		" AND (?3 OR kind IN('document', 'file')"
		"  OR (?4 AND kind IN('survey', 'contribution', 'follow_up')))",
		"iiii", c->from, c->to, (int64_t)(last == SESSION_RECORD),
		(int64_t)(last >= SESSION_PREPARED));
}

/* Before the first meeting all that there is was made ready. */
static enum session_part last_of(struct store *store, int64_t id, enum session_copy what)
{
	if (what != COPY_REHEARSAL)
		return what == COPY_RECORD ? SESSION_RECORD : SESSION_AGENDA;
	return sql_value(store, 0, "SELECT count(*) FROM meeting WHERE session = ?1", "i", id)
		       ? SESSION_PREPARED
		       : SESSION_RECORD;
}

int64_t store_session_copy(
	struct store *store, int64_t id, const char *key, enum session_copy what, struct err *err)
{
	struct copying c = {.store = store, .from = id, .err = err};
	enum session_part last = last_of(store, id, what);

	if (!copy_session(&c, key))
		return 0;
	for (size_t i = 0; i < session_table_count; i++)
		c.offsets[i] = offset_of(store, session_tables[i].table);
	for (size_t i = 0; i < session_table_count; i++)
		if (session_tables[i].part <= last && !copy_table(&c, i))
			return 0;
	return finish(&c, last) ? c.to : 0;
}
