/* SPDX-License-Identifier: MIT */
/*
 * Groups and their members. A group is a participant like any other; what makes
 * it one are its rows of group_member. A statement for a group takes a copy of
 * them, so that who joins or leaves afterwards is in no speech of the past.
 */
#include <string.h>

#include "sql.h"
#include "store/group.h"
#include "store/participant.h"

struct group_row *store_groups(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct group_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT p.id, p.list_name, p.running_name, count(m.id) FROM participant p"
		" LEFT JOIN group_member m ON m.in_group = p.id WHERE p.session = ?1"
		" GROUP BY p.id HAVING p.kind = 'group' OR count(m.id) > 0 ORDER BY p.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct group_row){
			sql_int(q, 0), sql_copy(q, 1, arena), sql_copy(q, 2, arena), sql_int(q, 3)};
	}
	return rows;
}

int64_t *store_group_members(struct store *store, int64_t group, struct arena *arena, size_t *count)
{
	int64_t *ids = NULL;
	struct sql *q = sql_query(store,
		"SELECT participant FROM group_member WHERE in_group = ?1 ORDER BY id", "i", group);

	for (*count = 0; sql_row(q); ++*count) {
		ids = arena_grow(arena, ids, *count, sizeof *ids);
		ids[*count] = sql_int(q, 0);
	}
	return ids;
}

bool store_groups_known(struct store *store, int64_t session)
{
	return sql_value(store, 0, "SELECT 1 FROM group_member WHERE session = ?1 LIMIT 1", "i",
		       session) != 0;
}

bool store_group_add(struct store *store, int64_t session, int64_t group, int64_t participant,
	bool *changed, struct err *err)
{
	*changed = !sql_value(store, 0,
		"SELECT 1 FROM group_member WHERE in_group = ?1 AND participant = ?2", "ii", group,
		participant);
	return !*changed || sql_run(store, err,
				    "INSERT INTO group_member(session, in_group, participant)"
				    " VALUES(?1, ?2, ?3)",
				    "iii", session, group, participant);
}

bool store_group_remove(
	struct store *store, int64_t group, int64_t participant, bool *changed, struct err *err)
{
	*changed = sql_value(store, 0,
			   "SELECT 1 FROM group_member WHERE in_group = ?1 AND participant = ?2",
			   "ii", group, participant) != 0;
	return sql_run(store, err,
		"DELETE FROM group_member WHERE in_group = ?1 AND participant = ?2", "ii", group,
		participant);
}

/* --- out of a roster --- */

struct filling {
	struct store *store;
	int64_t session;
	const struct participant_row *rows; /* who is in the session */
	size_t row_count;
	const char *date;
	struct err *err;
};

/* By any name that the group ever had, or its code; 0 = it is not there. */
static int64_t find_group(const struct filling *f, const struct roster_entry *group)
{
	for (size_t i = 0; i < f->row_count; i++) {
		const struct participant_row *row = &f->rows[i];
		if (group->code && row->code && strcmp(row->code, group->code) == 0)
			return row->id;
		for (size_t j = 0; j < group->name_count; j++)
			if (strcmp(row->list_name, group->names[j].list) == 0)
				return row->id;
	}
	return 0;
}

static bool fill(const struct filling *f, const struct roster_entry *group, int64_t id)
{
	bool changed, good = true;

	for (size_t i = 0; good && i < f->row_count; i++) {
		const struct participant_row *row = &f->rows[i];
		if (row->code && row->id != id &&
			roster_is_member_on(group, row->code, row->region, f->date))
			good = store_group_add(f->store, f->session, id, row->id, &changed, f->err);
	}
	return good;
}

static bool add_group(const struct filling *f, const struct roster_entry *group, size_t *added)
{
	int64_t id = find_group(f, group);

	if (id == 0 &&
		!store_participant_of_roster(f->store, f->session, group, f->date, &id, f->err))
		return false;
	if (id == 0 || sql_value(f->store, 0,
			       "SELECT 1 FROM group_member WHERE in_group = ?1 LIMIT 1", "i", id))
		return true;
	++*added;
	return fill(f, group, id);
}

static const char *first_day(struct store *store, int64_t session, struct arena *arena)
{
	struct sql *q =
		sql_query(store, "SELECT from_date FROM session WHERE id = ?1", "i", session);
	const char *date = sql_row(q) ? sql_copy(q, 0, arena) : NULL;

	sql_done(q);
	return date;
}

bool store_groups_add(struct store *store, int64_t session, const struct roster *roster,
	size_t *added, struct err *err)
{
	struct filling f = {.store = store, .session = session, .err = err};
	struct arena arena;
	bool good = true;

	arena_init(&arena);
	f.rows = store_participants(store, session, &arena, &f.row_count);
	f.date = first_day(store, session, &arena);
	*added = 0;
	for (size_t i = 0; good && i < roster->entry_count; i++) {
		const struct roster_entry *entry = &roster->entries[i];
		if (entry->region || entry->member_count > 0)
			good = add_group(&f, entry, added);
	}
	arena_clear(&arena);
	return good;
}

/* --- of a statement --- */

int64_t *store_statement_members(
	struct store *store, int64_t statement, struct arena *arena, size_t *count)
{
	int64_t *ids = NULL;
	struct sql *q = sql_query(store,
		"SELECT participant FROM statement_member WHERE statement = ?1 ORDER BY id", "i",
		statement);

	for (*count = 0; sql_row(q); ++*count) {
		ids = arena_grow(arena, ids, *count, sizeof *ids);
		ids[*count] = sql_int(q, 0);
	}
	return ids;
}

bool store_statement_members_take(struct store *store, int64_t statement, struct err *err)
{
	return sql_run(store, err, "DELETE FROM statement_member WHERE statement = ?1", "i",
		       statement) &&
	       sql_run(store, err,
		       "INSERT INTO statement_member(session, statement, participant)"
		       " SELECT s.session, s.id, m.participant FROM statement s"
		       " JOIN group_member m ON m.in_group = s.on_behalf WHERE s.id = ?1"
		       " ORDER BY m.id",
		       "i", statement);
}

bool store_statement_members_copy(struct store *store, int64_t from, int64_t to, struct err *err)
{
	return sql_run(store, err, "DELETE FROM statement_member WHERE statement = ?1", "i", to) &&
	       sql_run(store, err,
		       "INSERT INTO statement_member(session, statement, participant)"
		       " SELECT session, ?2, participant FROM statement_member WHERE statement = ?1"
		       " ORDER BY id",
		       "ii", from, to);
}
