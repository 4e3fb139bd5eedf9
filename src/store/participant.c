/* SPDX-License-Identifier: MIT */
/* Whoever can take the floor. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"
#include "internal.h"
#include "model/names.h"
#include "store/participant.h"

#define PARTICIPANT_COLUMNS                                                                          \
	"p.id, p.code, p.code3, p.kind, p.status, p.region, p.list_name,"                            \
	" p.running_name, p.formal_name, EXISTS(SELECT 1 FROM presence x WHERE x.participant = p.id" \
	" AND x.left_at IS NULL) OR EXISTS(SELECT 1 FROM statement s WHERE s.participant = p.id)"

/* While reading: the row and what it is sorted by. */
struct sorted {
	struct participant_row row;
	char *key;
};

static void read_participant(struct sql *q, struct arena *arena, struct participant_row *row)
{
	const char **texts[] = {&row->code, &row->code3, &row->kind, &row->status, &row->region,
		&row->list_name, &row->running_name, &row->formal_name};

	row->id = sql_int(q, 0);
	for (int i = 0; i < (int)(sizeof texts / sizeof texts[0]); i++)
		*texts[i] = sql_copy(q, i + 1, arena);
	row->present = sql_int(q, 9) != 0;
}

static void add_key(struct arena *arena, struct participant_row *row, const char *text)
{
	char *fold;

	if (!text || !*text)
		return;
	fold = fold_key(text);
	for (size_t i = 0; i < row->key_count; i++)
		if (strcmp(row->keys[i], fold) == 0) {
			free(fold);
			return;
		}
	row->keys = arena_grow(arena, row->keys, row->key_count, sizeof *row->keys);
	row->keys[row->key_count++] = arena_strdup(arena, fold);
	free(fold);
}

static void read_keys(struct store *store, struct arena *arena, struct participant_row *row)
{
	struct sql *q = sql_query(store,
		"SELECT alias FROM participant_alias WHERE participant = ?1 ORDER BY id", "i",
		row->id);

	add_key(arena, row, row->list_name);
	add_key(arena, row, row->running_name);
	add_key(arena, row, row->code);
	add_key(arena, row, row->code3);
	while (sql_row(q))
		add_key(arena, row, sql_text(q, 0));
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct sorted *)a)->key, ((const struct sorted *)b)->key);
}

struct participant_row *store_participants(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct sql *q = sql_query(store,
		"SELECT " PARTICIPANT_COLUMNS " FROM participant p"
		" WHERE p.session = ?1",
		"i", session);
	struct sorted *all = NULL;
	struct participant_row *rows;
	size_t capacity = 0;

	for (*count = 0; sql_row(q); ++*count) {
		all = mem_grow(all, &capacity, *count + 1, sizeof *all);
		read_participant(q, arena, &all[*count].row);
		all[*count].key = names_sort_key(all[*count].row.list_name);
	}
	if (*count)
		qsort(all, *count, sizeof *all, by_key);
	rows = arena_alloc(arena, (*count + 1) * sizeof *rows);
	for (size_t i = 0; i < *count; i++) {
		rows[i] = all[i].row;
		read_keys(store, arena, &rows[i]);
		free(all[i].key);
	}
	free(all);
	return rows;
}

struct participant_region *store_participant_regions(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct participant_region *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT id, region FROM participant WHERE session = ?1 AND region IS NOT NULL", "i",
		session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct participant_region){sql_int(q, 0), sql_copy(q, 1, arena)};
	}
	return rows;
}

bool store_participant(
	struct store *store, int64_t id, struct arena *arena, struct participant_row *row)
{
	struct sql *q = sql_query(store,
		"SELECT " PARTICIPANT_COLUMNS " FROM participant p"
		" WHERE p.id = ?1",
		"i", id);

	*row = (struct participant_row){0};
	if (!sql_row(q))
		return false;
	read_participant(q, arena, row);
	sql_done(q);
	read_keys(store, arena, row);
	return true;
}

int64_t store_participant_add(
	struct store *store, int64_t session, const struct participant_new *p, struct err *err)
{
	if (!sql_run(store, err,
		    "INSERT INTO participant(session, code, code3, kind, status, region,"
		    " list_name, running_name, formal_name) VALUES(?1, ?2, ?3, ?4, coalesce(?5, 'unknown'), ?6,"
		    " ?7, coalesce(?8, ?7), ?9)",
		    "itttttttt", session, p->code, p->code3, p->kind, p->status, p->region,
		    p->list_name, p->running_name, p->formal_name))
		return 0;
	return sql_inserted(store);
}

bool store_participant_alias(
	struct store *store, int64_t participant, const char *alias, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO participant_alias(participant, alias) VALUES(?1, ?2)", "it",
		participant, alias);
}

static bool add_aliases(struct store *store, int64_t id, const struct roster_entry *entry,
	const struct roster_name *name, struct err *err)
{
	for (size_t i = 0; i < entry->alias_count; i++)
		if (!store_participant_alias(store, id, entry->aliases[i], err))
			return false;
	for (size_t i = 0; i < entry->name_count; i++)
		if (&entry->names[i] != name &&
			!store_participant_alias(store, id, entry->names[i].list, err))
			return false;
	return true;
}

bool store_participant_of_roster(struct store *store, int64_t session,
	const struct roster_entry *entry, const char *date, int64_t *id, struct err *err)
{
	const struct roster_name *name = roster_name_on(entry, date);
	struct participant_new new = {.code = entry->code,
		.code3 = entry->code3,
		.kind = entry->kind,
		.region = entry->group};

	*id = 0;
	if (!name)
		return true;
	new.list_name = name->list;
	new.running_name = name->running;
	new.formal_name = name->formal;
	*id = store_participant_add(store, session, &new, err);
	return *id != 0 && add_aliases(store, *id, entry, name, err);
}

bool store_participant_edit(
	struct store *store, int64_t participant, const struct participant_new *p, struct err *err)
{
	return sql_run(store, err,
		"UPDATE participant SET list_name = coalesce(?2, list_name),"
		" running_name = coalesce(?3, running_name), formal_name = coalesce(?4, formal_name),"
		" kind = coalesce(?5, kind), status = coalesce(?6, status) WHERE id = ?1",
		"ittttt", participant, p->list_name, p->running_name, p->formal_name, p->kind,
		p->status);
}

/* What of the record names it. */
static const struct {
	const char *sql, *one, *several;
} uses[] = {
	{"SELECT count(*) FROM statement WHERE participant = ?1 OR on_behalf = ?1",
		"a statement of the record is its own", "statements of the record are its own"},
	{"SELECT count(*) FROM request WHERE state IN('waiting','absent')"
	 " AND state = 'waiting' AND (participant = ?1 OR on_behalf = ?1)",
		"it is on a list of speakers", "it is on lists of speakers"},
	{"SELECT count(*) FROM statement_member WHERE participant = ?1",
		"a statement of a group was made for it too",
		"statements of groups were made for it too"},
	{"SELECT count(*) FROM recommendation WHERE proposer = ?1",
		"it has proposed a recommendation", "it has proposed recommendations"},
	{"SELECT count(*) FROM recommendation_more WHERE on_behalf = ?1",
		"a recommendation was proposed on its behalf",
		"recommendations were proposed on its behalf"},
	{"SELECT count(*) FROM amendment WHERE proposer = ?1 OR on_behalf = ?1",
		"an amendment is its own", "amendments are its own"},
	{"SELECT count(*) FROM version_source WHERE proposer = ?1 OR on_behalf = ?1",
		"a version of a text came from it", "versions of texts came from it"},
	{"SELECT count(*) FROM sponsor WHERE participant = ?1", "it sponsors a text",
		"it sponsors texts"},
	{"SELECT count(*) FROM comment WHERE participant = ?1 OR on_behalf = ?1",
		"it has commented on a text", "it has commented on texts"},
	{"SELECT count(*) FROM ballot WHERE participant = ?1", "it took part in a vote",
		"it took part in votes"},
	{"SELECT count(*) FROM position WHERE participant = ?1 OR on_behalf = ?1",
		"it took a position on what was decided", "it took positions on what was decided"},
	{"SELECT count(*) FROM document_event WHERE participant = ?1",
		"it has introduced a document", "it has introduced documents"},
	{"SELECT count(*) FROM contribution WHERE participant = ?1", "it has answered a survey",
		"it has answered surveys"},
	{"SELECT count(*) FROM point_support WHERE participant = ?1 OR on_behalf = ?1",
		"it supported a point", "it supported points"},
	{"SELECT count(*) FROM paragraph_version WHERE proposer = ?1 OR on_behalf = ?1",
		"it has amended a paragraph of the report",
		"it has amended paragraphs of the report"},
};

static bool refuse_used(struct store *store, int64_t participant, struct err *err)
{
	struct arena arena;
	struct participant_row row;
	bool good = true;

	arena_init(&arena);
	store_participant(store, participant, &arena, &row);
	for (size_t i = 0; good && i < sizeof uses / sizeof uses[0]; i++) {
		int64_t count = sql_value(store, 0, uses[i].sql, "i", participant);
		if (count > 0)
			good = err_set(err, ERR_USAGE, "%s cannot be removed: %s", row.list_name,
				count == 1 ? uses[i].one : uses[i].several);
	}
	arena_clear(&arena);
	return good;
}

void store_participant_traces(
	struct store *store, int64_t participant, struct participant_traces *traces)
{
	traces->presences = sql_value(store, 0,
		"SELECT (SELECT count(*) FROM presence WHERE participant = ?1)"
		" + (SELECT count(*) FROM item_presence WHERE participant = ?1)",
		"i", participant);
	traces->requests = sql_value(
		store, 0, "SELECT count(*) FROM request WHERE participant = ?1", "i", participant);
	traces->statuses = sql_value(store, 0,
		"SELECT count(*) FROM treaty_status WHERE participant = ?1", "i", participant);
	traces->memberships = sql_value(store, 0,
		"SELECT count(*) FROM group_member WHERE participant = ?1 OR in_group = ?1", "i",
		participant);
}

bool store_participant_remove(struct store *store, int64_t participant, struct err *err)
{
	static const char *const deletes[] = {
		"DELETE FROM request WHERE participant = ?1",
		"UPDATE request SET on_behalf = NULL WHERE on_behalf = ?1",
		"DELETE FROM presence WHERE participant = ?1",
		"DELETE FROM item_presence WHERE participant = ?1",
		"DELETE FROM treaty_status WHERE participant = ?1",
		"DELETE FROM group_member WHERE participant = ?1 OR in_group = ?1",
		"DELETE FROM participant_alias WHERE participant = ?1",
		"DELETE FROM focal_point WHERE participant = ?1",
		"DELETE FROM participant WHERE id = ?1",
	};
	bool good = refuse_used(store, participant, err);

	for (size_t i = 0; good && i < sizeof deletes / sizeof deletes[0]; i++)
		good = sql_run(store, err, deletes[i], "i", participant);
	return good;
}

bool store_participant_set_status(
	struct store *store, int64_t participant, const char *status, struct err *err)
{
	return sql_run(store, err,
		"UPDATE participant SET status = ?2 WHERE id = ?1 AND status <> ?2", "it",
		participant, status);
}
