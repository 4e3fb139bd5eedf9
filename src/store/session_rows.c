/* SPDX-License-Identifier: MIT */
/*
 * A session as rows. Which tables there are, and which of their columns hold ids, is in
 * session_tables.c and the schema. An id goes out less the smallest of its table in the
 * session, and comes in plus the greatest that was ever given: two additions, no map.
 */
#include "store/session_rows.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "session_tables.h"
#include "sql.h"

enum { COLUMNS_MAX = 40 };

static const char counter[] = "counter", session_table[] = "session";
/* Not those of this machine, nor those of the versions of a text, which go by its id. */
#define THAT_GO "session = ?1 AND kind NOT IN('clock', 'shown') AND kind NOT LIKE '% %'"

/* What a rapporteur's copy has not: whole tables, and columns that name people. */
static const struct {
	const char *table, *column; /* NULL: all of it */
} private[] = {
	{"request", NULL},
	{"focal_point", NULL},
	{"sponsor", NULL},
	{"point_support", NULL},
	{"recommendation", "proposer"},
	{"recommendation_more", "on_behalf"},
	{"amendment", "proposer"},
	{"amendment", "on_behalf"},
	{"version_source", "proposer"},
	{"version_source", "on_behalf"},
	{"comment", "participant"},
	{"comment", "on_behalf"},
	{"paragraph_version", "proposer"},
	{"paragraph_version", "on_behalf"},
};

static bool is_private(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof private / sizeof private[0]; i++)
		if (strcmp(private[i].table, table) == 0 &&
			(!private[i].column || (column && strcmp(private[i].column, column) == 0)))
			return true;
	return false;
}

/* --- columns --- */

struct column {
	char name[40];
	char target[40]; /* "": it holds no id */
};

struct columns {
	struct column all[COLUMNS_MAX];
	size_t count;
};

static void read_columns(struct store *store, const char *table, struct columns *columns)
{
	struct sql *q = sql_query(store, SESSION_COLUMNS, "t", table);

	columns->count = 0;
	while (sql_row(q)) {
		const char *name = sql_text(q, 0);
		bool own = strcmp(name, session_table) == 0; /* also where it is not declared */
		const char *target =
			own ? session_table : session_target(table, name, sql_text(q, 1));
		if (columns->count == COLUMNS_MAX)
			die("%s has more than %d columns", table, (int)COLUMNS_MAX);
		struct column *column = &columns->all[columns->count++];
		snprintf(column->name, sizeof column->name, "%s", name);
		snprintf(column->target, sizeof column->target, "%s", target ? target : "");
	}
}

/* Where a table is in session_tables; its count: nowhere. */
static size_t place_of(const char *table)
{
	size_t i = 0;

	while (i < session_table_count && strcmp(session_tables[i].table, table) != 0)
		i++;
	return i;
}

/* --- out --- */

struct giving {
	struct store *store;
	int64_t session;
	bool for_rapporteur;
	session_row_taker *take;
	void *data;
	int64_t below[SESSION_TABLES_MAX]; /* the smallest id less 1 */
};

static sqlite3_stmt *prepare(struct store *store, const char *text, int64_t session)
{
	sqlite3_stmt *stmt = NULL;
	int code = sqlite3_prepare_v2(sql_handle(store), text, -1, &stmt, NULL);

	if (code == SQLITE_OK)
		sqlite3_bind_int64(stmt, 1, session);
	else
		sql_fail(store, code, NULL);
	return stmt;
}

static int64_t smallest(const struct giving *giving, size_t i)
{
	struct str text;
	int64_t id = 0;

	str_init(&text);
	str_addf(&text, "SELECT coalesce(min(id), 1) - 1 FROM %s WHERE %s", session_tables[i].table,
		session_tables[i].where);
	sqlite3_stmt *stmt = prepare(giving->store, text.text, giving->session);
	if (stmt && sqlite3_step(stmt) == SQLITE_ROW)
		id = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	str_clear(&text);
	return id;
}

/* A row that is referred to and gone since is no row: 0. */
static int64_t id_out(const struct giving *giving, const char *target, int64_t id)
{
	size_t place = place_of(target);

	if (strcmp(target, session_table) == 0)
		return 1;
	return place < session_table_count && id > giving->below[place] ? id - giving->below[place]
									: 0;
}

static bool give_row(const struct giving *giving, const char *table, const struct columns *columns,
	sqlite3_stmt *stmt)
{
	struct session_cell cells[COLUMNS_MAX];
	size_t count = 0;

	for (size_t i = 0; i < columns->count; i++) {
		const struct column *column = &columns->all[i];
		int type = sqlite3_column_type(stmt, (int)i);
		if (type == SQLITE_NULL ||
			(giving->for_rapporteur && is_private(table, column->name)))
			continue;
		cells[count].column = column->name;
		cells[count].text = NULL;
		cells[count].number = 0;
		if (type == SQLITE_TEXT)
			cells[count].text = (const char *)sqlite3_column_text(stmt, (int)i);
		else
			cells[count].number = sqlite3_column_int64(stmt, (int)i);
		if (*column->target)
			cells[count].number = id_out(giving, column->target, cells[count].number);
		count++;
	}
	return giving->take(giving->data, table, cells, count);
}

/* All rows of a table that the condition has. */
static bool give(const struct giving *giving, const char *table, const char *where)
{
	struct columns columns;
	struct str text;
	bool good = true;
	int code = SQLITE_DONE;

	read_columns(giving->store, table, &columns);
	str_init(&text);
	str_add(&text, "SELECT ");
	for (size_t i = 0; i < columns.count; i++)
		str_addf(&text, "%s%s", i ? ", " : "", columns.all[i].name);
	str_addf(&text, " FROM %s WHERE %s ORDER BY 1, 2", table, where);
	sqlite3_stmt *stmt = prepare(giving->store, text.text, giving->session);
	while (good && stmt && (code = sqlite3_step(stmt)) == SQLITE_ROW)
		good = give_row(giving, table, &columns, stmt);
	if (code != SQLITE_DONE && code != SQLITE_ROW)
		good = sql_fail(giving->store, code, NULL);
	sqlite3_finalize(stmt);
	str_clear(&text);
	return good && stmt;
}

bool store_session_rows(struct store *store, int64_t session, bool for_rapporteur,
	session_row_taker *take, void *data)
{
	struct giving giving = {.store = store,
		.session = session,
		.for_rapporteur = for_rapporteur,
		.take = take,
		.data = data};

	for (size_t i = 0; i < session_table_count; i++)
		giving.below[i] = smallest(&giving, i);
	if (!give(&giving, session_table, "id = ?1"))
		return false;
	for (size_t i = 0; i < session_table_count; i++)
		if (!(for_rapporteur && is_private(session_tables[i].table, NULL)) &&
			!give(&giving, session_tables[i].table, session_tables[i].where))
			return false;
	return give(&giving, counter, THAT_GO);
}

/* --- in --- */

struct session_taking {
	struct store *store;
	int64_t session; /* 0: not yet */
	int64_t above[SESSION_TABLES_MAX];
	char table[40]; /* that `columns` are of */
	struct columns columns;
};

struct session_taking *store_session_taking_new(struct store *store)
{
	struct session_taking *taking = mem_alloc(sizeof *taking);

	taking->store = store;
	/* A row may come before the one that it refers to. */
	sql_script(store, "PRAGMA defer_foreign_keys = ON", NULL);
	for (size_t i = 0; i < session_table_count; i++)
		taking->above[i] =
			sql_value(store, 0, "SELECT seq FROM sqlite_sequence WHERE name = ?1", "t",
				session_tables[i].table);
	return taking;
}

void store_session_taking_free(struct session_taking *taking)
{
	free(taking);
}

int64_t store_session_taken(const struct session_taking *taking, struct err *err)
{
	int open = 0, most;

	if (!taking->session)
		return err_set(err, ERR_DATA, "the session itself is not in it");
	sqlite3_db_status(sql_handle(taking->store), SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most, 0);
	if (open)
		return err_set(err, ERR_DATA, "rows refer to others that are not in it");
	return taking->session;
}

static const struct column *find_column(const struct columns *columns, const char *name)
{
	for (size_t i = 0; i < columns->count; i++)
		if (strcmp(columns->all[i].name, name) == 0)
			return &columns->all[i];
	return NULL;
}

static bool know_table(struct session_taking *taking, const char *table, struct err *err)
{
	bool known = strcmp(table, session_table) == 0 || strcmp(table, counter) == 0 ||
		     place_of(table) < session_table_count;

	if (!known)
		return err_set(err, ERR_DATA, "there is no table %s", table);
	if (strcmp(taking->table, table) != 0) {
		snprintf(taking->table, sizeof taking->table, "%s", table);
		read_columns(taking->store, table, &taking->columns);
	}
	return true;
}

enum { ID_MAX = 1 << 30 };

/* The id that a row has here. */
static bool id_in(const struct session_taking *taking, const struct column *column,
	const struct session_cell *cell, int64_t *id, struct err *err)
{
	size_t place = place_of(column->target);
	bool own = strcmp(column->name, "id") == 0;

	*id = cell->number;
	if (!*column->target || (!own && !cell->text && cell->number == 0))
		return true;
	if (cell->text || cell->number < own || cell->number > ID_MAX)
		return err_set(err, ERR_DATA, "%s is no number of a row", column->name);
	*id = strcmp(column->target, session_table) == 0 ? taking->session
							 : cell->number + taking->above[place];
	return true;
}

/* Those that people use go on from the last that came: there must be some left. The mark of
 * a file is none. */
static bool numbers_go_on(const struct session_taking *taking, const struct session_cell cells[],
	size_t count, struct err *err)
{
	bool counts = strcmp(taking->table, counter) == 0;

	for (size_t i = 0; i < count; i++)
		counts = counts && !(strcmp(cells[i].column, "kind") == 0 && cells[i].text &&
					   strcmp(cells[i].text, "file") == 0);
	for (size_t i = 0; i < count; i++)
		if (!cells[i].text && (cells[i].number < 0 || cells[i].number > ID_MAX) &&
			(strcmp(cells[i].column, "number") == 0 ||
				(counts && strcmp(cells[i].column, "last") == 0)))
			return err_set(err, ERR_DATA,
				"%s of %s is no number that can be counted on", cells[i].column,
				taking->table);
	return true;
}

/* "INSERT INTO point(id, text) VALUES(?1, ?2)"; false for a column that there is not, or is
 * there twice. */
static bool build(struct session_taking *taking, const struct session_cell cells[], size_t count,
	struct str *text, struct err *err)
{
	str_addf(text, "INSERT INTO %s(", taking->table);
	for (size_t i = 0; i < count; i++) {
		bool twice = false;
		for (size_t k = 0; k < i; k++)
			twice = twice || strcmp(cells[k].column, cells[i].column) == 0;
		if (twice || !find_column(&taking->columns, cells[i].column))
			return err_set(err, ERR_DATA, "%s has %s column %s", taking->table,
				twice ? "twice the" : "no", cells[i].column);
		str_addf(text, "%s%s", i ? ", " : "", cells[i].column);
	}
	str_add(text, ") VALUES(");
	for (size_t i = 0; i < count; i++)
		str_addf(text, "%s?%zu", i ? ", " : "", i + 1);
	str_add(text, ")");
	return true;
}

static bool bind(const struct session_taking *taking, sqlite3_stmt *stmt, const char *key,
	const struct session_cell cells[], size_t count, struct err *err)
{
	bool own = strcmp(taking->table, session_table) == 0;

	for (size_t i = 0; i < count; i++) {
		const struct column *column = find_column(&taking->columns, cells[i].column);
		const char *text = cells[i].text;
		int64_t id;
		assert(column); /* an unknown one has been refused */
		if (own && strcmp(column->name, "id") == 0) {
			sqlite3_bind_null(stmt, (int)i + 1);
			continue;
		}
		if (own && key && strcmp(column->name, "key") == 0)
			text = key;
		if (!id_in(taking, column, &cells[i], &id, err))
			return false;
		if (text)
			sqlite3_bind_text(stmt, (int)i + 1, text, -1, SQLITE_TRANSIENT);
		else
			sqlite3_bind_int64(stmt, (int)i + 1, id);
	}
	return true;
}

static bool insert(struct session_taking *taking, const char *text, const char *key,
	const struct session_cell cells[], size_t count, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int code = sqlite3_prepare_v2(sql_handle(taking->store), text, -1, &stmt, NULL);
	bool good = code == SQLITE_OK && bind(taking, stmt, key, cells, count, err);

	if (good) {
		code = sqlite3_step(stmt);
		good = code == SQLITE_DONE;
		if (!good && (code & 0xFF) == SQLITE_CONSTRAINT)
			err_set(err, ERR_DATA, "a row of %s does not fit: %s", taking->table,
				sqlite3_errmsg(sql_handle(taking->store)));
		else if (!good)
			sql_fail(taking->store, code, err);
	} else if (code != SQLITE_OK) {
		sql_fail(taking->store, code, err);
	}
	sqlite3_finalize(stmt);
	return good;
}

bool store_session_take(struct session_taking *taking, const char *key, const char *table,
	const struct session_cell cells[], size_t count, struct err *err)
{
	bool own = strcmp(table, session_table) == 0;
	struct str text;

	if (!know_table(taking, table, err))
		return false;
	if (own != (taking->session == 0))
		return err_set(err, ERR_DATA, "the session itself comes first, and once");
	str_init(&text);
	bool good = numbers_go_on(taking, cells, count, err) &&
		    build(taking, cells, count, &text, err) &&
		    insert(taking, text.text, key, cells, count, err);
	if (good && own)
		taking->session = sql_inserted(taking->store);
	str_clear(&text);
	return good;
}
