/* SPDX-License-Identifier: MIT */
/*
 * Undo and redo from the journal's changesets.
 *
 * A plan is the command to undo and every later one that stands on it: that
 * changed a row it changed (two updates of one row only if they share a column),
 * or that made a row refer to one it made. An amendment stands on the version that it
 * was made on, and all that was done to a text that was locked on its reopening. An undo applies the inverses, newest
 * first; what that changed is recorded in its turn, so that a redo is the inverse
 * of the undo row and needs no list.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "change.h"
#include "internal.h"
#include "journal_row.h"
#include "model/recommendation.h"

/* --- rows that the commands of a plan have touched --- */

#define COLUMNS_MAX 64

struct touched {
	const char *table; /* in the arena; NULL = free place */
	int64_t id;
	bool whole; /* made or deleted; else only `columns` were changed */
	bool made;
	uint64_t columns;
};

/* A column of a table that refers to another. */
struct reference {
	const char *table, *target;
	int column;
};

/* Columns that say more than that they changed, by their places. */
struct telling {
	int state, version;                /* of recommendation */
	int amended, parent, text_version; /* of amendment; that of its own text */
};

struct touches {
	struct telling telling;
	struct touched *all; /* a hash with open addressing */
	size_t count, places;
	struct reference *references;
	size_t reference_count;
	struct arena *arena;
};

static size_t place_of(const struct touches *touches, const char *table, int64_t id)
{
	uint64_t hash = (uint64_t)id * 0x9e3779b97f4a7c15u;
	size_t at;

	for (const char *c = table; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 0x100000001b3u;
	at = (size_t)(hash >> 17) & (touches->places - 1);
	while (touches->all[at].table &&
		(touches->all[at].id != id || strcmp(touches->all[at].table, table) != 0))
		at = (at + 1) & (touches->places - 1);
	return at;
}

static void make_room(struct touches *touches)
{
	struct touches larger = *touches;

	if (touches->count * 2 < touches->places)
		return;
	larger.places = touches->places ? touches->places * 2 : 256;
	larger.all = mem_alloc(larger.places * sizeof *larger.all);
	for (size_t i = 0; i < touches->places; i++)
		if (touches->all[i].table)
			larger.all[place_of(&larger, touches->all[i].table, touches->all[i].id)] =
				touches->all[i];
	free(touches->all);
	*touches = larger;
}

static const struct touched *find(const struct touches *touches, const char *table, int64_t id)
{
	const struct touched *t =
		touches->places ? &touches->all[place_of(touches, table, id)] : NULL;

	return t && t->table ? t : NULL;
}

static uint64_t columns_of(const struct change *change)
{
	uint64_t columns = 0;

	for (int i = 1; i < change->columns && i < COLUMNS_MAX; i++)
		if (change_has(change, i))
			columns |= (uint64_t)1 << i;
	return columns;
}

static uint64_t bit(int column)
{
	return column > 0 && column < COLUMNS_MAX ? (uint64_t)1 << column : 0;
}

/* Was a text locked before it? */
static bool reopens(const struct touches *touches, const struct change *change)
{
	enum recommendation_state before;
	const char *word;

	if (change->operation != SQLITE_UPDATE || strcmp(change->table, "recommendation") != 0)
		return false;
	word = change_old_text(change, touches->telling.state);
	return word && recommendation_state_parse(word, &before) && !recommendation_open(before);
}

static void touch(struct touches *touches, const struct change *change)
{
	struct touched *t;
	bool reopened = reopens(touches, change);

	make_room(touches);
	t = &touches->all[place_of(touches, change->table, change->id)];
	if (!t->table) {
		t->table = arena_strdup(touches->arena, change->table);
		t->id = change->id;
		touches->count++;
	}
	t->whole = t->whole || change->operation != SQLITE_UPDATE;
	t->made = t->made || reopened || change->operation == SQLITE_INSERT;
	t->columns |= reopened ? UINT64_MAX : columns_of(change);
}

static int column_of(struct store *store, const char *table, const char *column)
{
	return (int)sql_value(store, 0, "SELECT cid FROM pragma_table_info(?1) WHERE name = ?2",
		"tt", table, column);
}

static void read_telling(struct store *store, struct telling *telling)
{
	*telling = (struct telling){.state = column_of(store, "recommendation", "state"),
		.version = column_of(store, "recommendation", "version"),
		.amended = column_of(store, "amendment", "recommendation"),
		.parent = column_of(store, "amendment", "parent"),
		.text_version = column_of(store, "amendment", "version")};
}

static void read_references(struct store *store, struct touches *touches)
{
	struct sql *q = sql_query(store,
		"SELECT t.name, f.\"table\", c.cid FROM sqlite_schema t"
		" JOIN pragma_foreign_key_list(t.name) f JOIN pragma_table_info(t.name) c"
		" ON c.name = f.\"from\" WHERE t.type = 'table'",
		"");
	size_t capacity = 0;

	while (sql_row(q)) {
		struct reference *r;

		touches->references = mem_grow(
			touches->references, &capacity, touches->reference_count + 1, sizeof *r);
		r = &touches->references[touches->reference_count++];
		r->table = sql_copy(q, 0, touches->arena);
		r->target = sql_copy(q, 1, touches->arena);
		r->column = (int)sql_int(q, 2);
	}
}

/* Does the change make its row refer to one that the plan's commands made? */
static bool refers(const struct touches *touches, const struct change *change)
{
	for (size_t i = 0; i < touches->reference_count; i++) {
		const struct reference *r = &touches->references[i];
		const struct touched *t;
		int64_t id;

		if (strcmp(r->table, change->table) != 0)
			continue;
		id = change_new(change, r->column);
		t = id ? find(touches, r->target, id) : NULL;
		if (t && t->made)
			return true;
	}
	return false;
}

/* Was an amendment made on a version that the plan's commands made? */
static bool amends(const struct touches *touches, const struct change *change)
{
	const struct telling *telling = &touches->telling;
	int64_t parent;

	if (change->operation != SQLITE_INSERT || strcmp(change->table, "amendment") != 0)
		return false;
	parent = change_new(change, telling->parent);
	const struct touched *t =
		parent ? find(touches, "amendment", parent)
		       : find(touches, "recommendation", change_new(change, telling->amended));
	return t && (t->columns & bit(parent ? telling->text_version : telling->version));
}

static bool stands_on(const struct change *change, const struct touches *touches)
{
	const struct touched *t = find(touches, change->table, change->id);

	if (t && (t->whole || change->operation != SQLITE_UPDATE ||
			 (t->columns & columns_of(change))))
		return true;
	return change->operation != SQLITE_DELETE &&
	       (refers(touches, change) || amends(touches, change));
}

static void touch_all(struct touches *touches, const void *bytes, size_t length)
{
	struct walk walk = change_walk(bytes, length);
	struct change change;

	while (change_next(&walk, &change))
		touch(touches, &change);
}

static bool any_stands_on(const void *bytes, size_t length, const struct touches *touches)
{
	struct walk walk = change_walk(bytes, length);
	struct change change;
	bool found = false;

	while (change_next(&walk, &change))
		found = found || stands_on(&change, touches);
	return found;
}

/* --- plans --- */

static void plan_add(struct store *store, struct undo_plan *plan, size_t *capacity,
	int64_t sequence, struct journal_row **rows, struct arena *arena)
{
	*rows = mem_grow(*rows, capacity, plan->count + 1, sizeof **rows);
	if (journal_row_read(store, sequence, arena, &(*rows)[plan->count]))
		plan->count++;
}

/* Fills plan with the target and all that stands on it, oldest first. */
static void plan_make(
	struct store *store, int64_t session, struct arena *arena, struct undo_plan *plan)
{
	struct touches touches = {.arena = arena};
	struct journal_row *rows = NULL;
	size_t capacity = 0, length;
	const void *bytes;
	struct sql *q = sql_query(store,
		"SELECT seq, changeset FROM journal WHERE session = ?1"
		" AND seq >= ?2 AND undone = 0 AND (kind = 'do' OR seq = ?2) ORDER BY seq",
		"ii", session, plan->target);

	read_references(store, &touches);
	read_telling(store, &touches.telling);
	while (sql_row(q)) {
		bytes = sql_blob(q, 1, &length);
		if (sql_int(q, 0) != plan->target && !any_stands_on(bytes, length, &touches))
			continue;
		touch_all(&touches, bytes, length);
		plan_add(store, plan, &capacity, sql_int(q, 0), &rows, arena);
	}
	free(touches.all);
	free(touches.references);
	plan->rows = arena_alloc(arena, (plan->count + 1) * sizeof *rows);
	if (rows)
		memcpy(plan->rows, rows, plan->count * sizeof *rows);
	free(rows);
}

bool store_undo_plan_of(struct store *store, int64_t session, int64_t sequence, struct arena *arena,
	struct undo_plan *plan, struct err *err)
{
	struct journal_row row;

	*plan = (struct undo_plan){.target = sequence};
	if (!sql_value(store, 0, "SELECT 1 FROM journal WHERE seq = ?1 AND session = ?2", "ii",
		    sequence, session) ||
		!journal_row_read(store, sequence, arena, &row))
		return err_set(err, ERR_USAGE,
			"there is no command %lld in the journal of this session",
			(long long)sequence);
	if (strcmp(row.kind, "do") != 0)
		return err_set(err, ERR_USAGE,
			"command %lld is itself an %s: name the command that "
			"it was about, %lld",
			(long long)sequence, row.kind, (long long)row.target);
	if (row.undone)
		return err_set(
			err, ERR_USAGE, "command %lld is already undone", (long long)sequence);
	plan_make(store, session, arena, plan);
	return true;
}

bool store_undo_plan(struct store *store, int64_t session, const char *origin, bool redo,
	struct arena *arena, struct undo_plan *plan, struct err *err)
{
	int64_t target;

	if (!redo) {
		target = sql_value(store, 0,
			"SELECT seq FROM journal WHERE session = ?1 AND origin = ?2"
			" AND kind = 'do' AND undone = 0 ORDER BY seq DESC LIMIT 1",
			"it", session, origin);
		return target ? store_undo_plan_of(store, session, target, arena, plan, err)
			      : err_set(err, ERR_USAGE, "there is nothing to undo");
	}
	target = sql_value(store, 0,
		"SELECT seq FROM journal WHERE session = ?1 AND origin = ?2"
		" AND kind = 'undo' AND undone = 0 AND seq > coalesce((SELECT seq FROM journal"
		" WHERE session = ?1 AND origin = ?2 AND kind = 'do' ORDER BY seq DESC LIMIT 1), 0)"
		" ORDER BY seq DESC LIMIT 1",
		"it", session, origin);
	if (!target)
		return err_set(err, ERR_USAGE, "there is nothing to redo");
	*plan = (struct undo_plan){.target = target, .redo = true};
	plan_make(store, session, arena, plan);
	if (plan->count > 1)
		return err_set(err, ERR_USAGE, "what was undone then has been changed since: %s",
			plan->rows[1].summary);
	return plan->count == 1;
}

/* --- carrying out --- */

static bool unapply(struct store *store, int64_t sequence, struct err *err)
{
	struct sql *q =
		sql_query(store, "SELECT changeset FROM journal WHERE seq = ?1", "i", sequence);
	size_t length;
	const void *bytes;
	bool good;

	if (!sql_row(q))
		return err_set(
			err, ERR_INTERNAL, "the journal has no command %lld", (long long)sequence);
	bytes = sql_blob(q, 0, &length);
	good = change_apply(store, bytes, length, true, err);
	sql_done(q);
	return good;
}

static bool undo_rows(struct store *store, const struct undo_plan *plan, struct err *err)
{
	for (size_t i = plan->count; i-- > 0;)
		if (!unapply(store, plan->rows[i].sequence, err))
			return false;
	return true;
}

/* After the journal row is there, its number marks what it undid; a redo takes
 * that mark off again and marks the undo itself as taken back. */
static bool mark(struct store *store, const struct undo_plan *plan, int64_t next, struct err *err)
{
	if (plan->redo)
		return sql_run(store, err,
			       "UPDATE journal SET undone = 0 WHERE undone = ?1 AND undone > 0",
			       "i", plan->target) &&
		       sql_run(store, err, "UPDATE journal SET undone = ?2 WHERE seq = ?1", "ii",
			       plan->target, next);
	for (size_t i = 0; i < plan->count; i++)
		if (!sql_run(store, err, "UPDATE journal SET undone = ?2 WHERE seq = ?1", "ii",
			    plan->rows[i].sequence, next))
			return false;
	return true;
}

/* What commands never make an undo must not make either: two meetings or two speeches
 * at once. */
static bool makes_sense(struct store *store, int64_t session, struct err *err)
{
	if (sql_value(store, 0,
		    "SELECT count(*) FROM meeting WHERE session = ?1 AND state <> 'closed'", "i",
		    session) > 1)
		return err_set(err, ERR_USAGE,
			"then two meetings would be open at once: undo the opening of the later one "
			"first");
	if (sql_value(store, 0,
		    "SELECT count(*) FROM span x CROSS JOIN statement s ON s.id = x.statement"
		    " WHERE x.stopped IS NULL AND s.session = ?1",
		    "i", session) > 1)
		return err_set(err, ERR_USAGE,
			"then two speakers would have the floor at once: undo the later giving of "
			"the floor first");
	return true;
}

static int64_t next_sequence(struct store *store)
{
	return 1 +
	       sql_value(store, 0, "SELECT seq FROM sqlite_sequence WHERE name = 'journal'", "");
}

bool store_undo(struct store *store, const struct undo_plan *plan, const struct step *step,
	int64_t *sequence, struct err *err)
{
	const struct journal_row *first = &plan->rows[0];
	struct step whole = *step;
	struct journal_entry entry = {.step = &whole,
		.kind = plan->redo ? "redo" : "undo",
		.summary = first->summary,
		.target = plan->redo ? first->target : plan->target};

	whole.command = first->command;
	whole.arguments = first->arguments;
	if (!store_begin(store, err))
		return false;
	if (!undo_rows(store, plan, err) || !makes_sense(store, step->session, err) ||
		!mark(store, plan, next_sequence(store), err)) {
		store_rollback(store);
		return false;
	}
	return journal_commit(store, &entry, sequence, err);
}
