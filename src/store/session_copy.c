/* SPDX-License-Identifier: MIT */
/*
 * A copy of a session inside the database. Every row of the old one gets the id
 * it had plus an offset of its table, and so does every reference: a row-by-row
 * map is not needed. What a table's columns refer to is asked of the schema.
 */
#include <string.h>

#include "base/str.h"
#include "sql.h"
#include "store/agenda.h"

/* How the rows of a session are found in each table, parents before children;
 * `record` tables are left out of a copy of the agenda alone. */
static const struct {
	const char *table, *where;
	bool record;
} copied[] = {
	{"body", "session = ?1", false},
	{"officer", "session = ?1", false},
	{"item", "session = ?1", false},
	{"item_body", "item IN (SELECT id FROM item WHERE session = ?1)", false},
	{"mandate", "item IN (SELECT id FROM item WHERE session = ?1)", false},
	{"document", "session = ?1", false},
	{"item_document", "item IN (SELECT id FROM item WHERE session = ?1)", false},
	{"slot", "session = ?1", false},
	{"slot_item", "slot IN (SELECT id FROM slot WHERE session = ?1)", false},
	{"rule", "session = ?1", false},
	{"wording", "session = ?1", false},
	{"participant", "session = ?1", false},
	{"participant_alias", "participant IN (SELECT id FROM participant WHERE session = ?1)",
		false},
	{"group_member", "session = ?1", false},
	{"treaty_status", "session = ?1", false},
	{"meeting", "session = ?1", true},
	{"consideration", "session = ?1", true},
	{"meeting_pause", "session = ?1", true},
	{"chairing", "session = ?1", true},
	{"meeting_body", "session = ?1", true},
	{"presence", "session = ?1", true},
	{"item_presence", "session = ?1", true},
	{"statement", "session = ?1", true},
	{"statement_member", "session = ?1", true},
	{"span", "statement IN (SELECT id FROM statement WHERE session = ?1)", true},
	{"point", "session = ?1", true},
	{"request", "session = ?1", true},
	{"time_limit", "session = ?1", true},
	{"list_closing", "session = ?1", true},
	{"interruption", "session = ?1", true},
	{"ruling", "session = ?1", true},
	{"recommendation_set", "session = ?1", true},
	{"recommendation", "session = ?1", true},
	{"recommendation_version",
		"recommendation IN (SELECT id FROM recommendation WHERE session = ?1)", true},
	{"act", "session = ?1", true},
	{"item_joint", "session = ?1", true},
	{"agenda_change", "session = ?1", true},
	{"agenda_adoption", "session = ?1", true},
	{"adopted_item", "session = ?1", true},
	{"document_more", "session = ?1", false},
	{"document_event", "session = ?1", true},
	{"survey", "session = ?1", true},
	{"focal_point", "session = ?1", true},
	{"contribution", "session = ?1", true},
	{"recommendation_more", "session = ?1", true},
	{"amendment", "session = ?1", true},
	{"amendment_version", "session = ?1", true},
	{"amendment_event", "session = ?1", true},
	{"version_source", "session = ?1", true},
	{"sponsor", "session = ?1", true},
	{"comment", "session = ?1", true},
	{"non_paper", "session = ?1", true},
	{"non_paper_text", "session = ?1", true},
	{"vote", "session = ?1", true},
	{"ballot", "session = ?1", true},
	{"position", "session = ?1", true},
	{"block", "session = ?1", true},
	{"follow_up", "session = ?1", true},
	{"follow_up_action", "session = ?1", true},
	{"silence", "session = ?1", true},
	{"template", "session = ?1", false},
	{"part", "session = ?1", true},
	{"paragraph", "session = ?1", true},
	{"paragraph_version", "session = ?1", true},
	{"paragraph_source", "session = ?1", true},
	{"paragraph_act", "session = ?1", true},
	{"paragraph_proposal", "session = ?1", true},
	{"point_lead", "session = ?1", true},
	{"point_support", "session = ?1", true},
	{"conclusion", "session = ?1", true},
};
#define COPIED (sizeof copied / sizeof copied[0])

/* Columns with a row that may be deleted since, which the schema therefore does not say. */
static const struct {
	const char *table, *column, *target;
} loose[] = {
	{"agenda_change", "item", "item"},
	{"agenda_change", "slot", "slot"},
	{"adopted_item", "item", "item"},
	{"adopted_item", "parent", "item"},
	{"non_paper_text", "recommendation", "recommendation"},
};

struct copying {
	struct store *store;
	int64_t from, to;
	int64_t offsets[COPIED];
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
	for (size_t i = 0; i < COPIED; i++)
		if (strcmp(copied[i].table, table) == 0)
			return c->offsets[i];
	return 0;
}

static const char *loose_target(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof loose / sizeof loose[0]; i++)
		if (strcmp(loose[i].table, table) == 0 && strcmp(loose[i].column, column) == 0)
			return loose[i].target;
	return NULL;
}

/* INSERT INTO t(id, session, …) SELECT id + 40, session + 1, … FROM t WHERE … */
static void build(const struct copying *c, size_t i, struct str *text)
{
	struct sql *q = sql_query(c->store,
		"SELECT c.name, (SELECT f.\"table\" FROM"
		" pragma_foreign_key_list(?1) f WHERE f.\"from\" = c.name) FROM pragma_table_info(?1) c"
		" ORDER BY c.cid",
		"t", copied[i].table);
	struct str columns, values;

	str_init(&columns);
	str_init(&values);
	while (sql_row(q)) {
		const char *name = sql_text(q, 0), *target = sql_text(q, 1);

		str_addf(&columns, "%s%s", columns.length ? ", " : "", name);
		str_addf(&values, "%s%s", values.length ? ", " : "", name);
		if (strcmp(name, "id") == 0)
			target = copied[i].table;
		else if (!target)
			target = loose_target(copied[i].table, name);
		if (target)
			str_addf(&values, " + %lld", (long long)offset_to(c, target));
	}
	str_addf(text, "INSERT INTO %s(%s) SELECT %s FROM %s WHERE %s", copied[i].table,
		columns.text, values.text, copied[i].table, copied[i].where);
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

static bool finish(const struct copying *c, bool record)
{
	if (!record &&
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
		" AND (?3 OR kind IN('document', 'file'))",
		"iii", c->from, c->to, (int64_t)record);
}

int64_t store_session_copy(
	struct store *store, int64_t id, const char *key, bool record, struct err *err)
{
	struct copying c = {.store = store, .from = id, .err = err};

	if (!copy_session(&c, key))
		return 0;
	for (size_t i = 0; i < COPIED; i++)
		c.offsets[i] = offset_of(store, copied[i].table);
	for (size_t i = 0; i < COPIED; i++)
		if ((record || !copied[i].record) && !copy_table(&c, i))
			return 0;
	return finish(&c, record) ? c.to : 0;
}
