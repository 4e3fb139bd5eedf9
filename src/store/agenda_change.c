/* SPDX-License-Identifier: MIT */
/*
 * The trace of amendments and what was adopted. What a decision adopted is kept in
 * rows of its own, so that the report can print it whatever the agenda becomes later.
 */
#include <string.h>

#include "adopted.h"
#include "entered.h"
#include "sql.h"
#include "store/agenda_change.h"

struct agenda_change *store_agenda_changes(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct agenda_change *rows = NULL;
	struct sql *q = sql_kept(store,
		"SELECT id, meeting, item, slot, kind, number, title, before, after, reason,"
		" person, decided, at FROM agenda_change WHERE session = ?1 ORDER BY id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct agenda_change){.id = sql_int(q, 0),
			.meeting = sql_int(q, 1),
			.item = sql_int(q, 2),
			.slot = sql_int(q, 3),
			.kind = sql_copy(q, 4, arena),
			.number = sql_copy(q, 5, arena),
			.title = sql_copy(q, 6, arena),
			.before = sql_copy(q, 7, arena),
			.after = sql_copy(q, 8, arena),
			.reason = sql_copy(q, 9, arena),
			.person = sql_copy(q, 10, arena),
			.decided = sql_int(q, 11) != 0,
			.at = sql_int(q, 12)};
	}
	return rows;
}

bool store_agenda_change_add(
	struct store *store, int64_t session, const struct agenda_change *change, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO agenda_change(session, meeting, item, slot, kind, number, title,"
		" before, after, reason, decided, person, at)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
		"innnttttttiti", session, change->meeting, change->item, change->slot, change->kind,
		change->number, change->title, change->before, change->after, change->reason,
		(int64_t)change->decided, change->person, change->at);
}

bool store_agenda_change_after(struct store *store, int64_t session,
	const struct agenda_change *change, int64_t sequence, int64_t at)
{
	int64_t entered = entered_sequence(store, session, ENTERED_AGENDA, change->id);

	return entered ? entered > sequence : change->at > at;
}

bool agenda_change_amends(const struct agenda_change *change)
{
	static const char *const kinds[] = {
		"added", "deleted", "retitled", "renumbered", "moved", "joined", "parted"};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(change->kind, kinds[i]) == 0)
			return true;
	return false;
}

bool store_agenda_amended(struct store *store, int64_t session)
{
	return sql_value(store, 0, "SELECT 1 FROM agenda_change WHERE session = ?1 LIMIT 1", "i",
		       session) != 0;
}

int64_t store_agenda_adopted_after(struct store *store, int64_t session)
{
	return sql_value(store, 0,
		"SELECT " STORE_ADOPTED_AFTER " FROM act WHERE session = ?1"
		" AND subject = 'agenda' AND outcome = 'adopted' ORDER BY id DESC LIMIT 1",
		"i", session);
}

bool store_agenda_adopted_by(struct store *store, int64_t session, int64_t item)
{
	return sql_value(store, 0,
		       "SELECT 1 FROM act WHERE session = ?1 AND subject = 'agenda'"
		       " AND outcome = 'adopted' AND (item = ?2 OR item IS NULL)",
		       "ii", session, item) != 0;
}

/* --- what was adopted --- */

static bool keep_item(struct store *store, int64_t session, int64_t adoption,
	const struct item_row *item, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO adopted_item(session, adoption, item, parent, body, label, printed,"
		" title) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
		"iiinnttt", session, adoption, item->id, item->parent, item->body, item->label,
		item->printed, item->title);
}

bool store_agenda_adopt(struct store *store, int64_t session, const struct act *act,
	bool organization, struct err *err)
{
	struct arena arena;
	size_t count;
	int64_t adoption;
	bool good;

	if (!store_act_add(store, session, act, err) ||
		!sql_run(store, err,
			"INSERT INTO agenda_adoption(session, act, organization) VALUES(?1, ?2, ?3)",
			"iii", session, sql_inserted(store), (int64_t)organization))
		return false;
	adoption = sql_inserted(store);
	if (!sql_run(store, err,
		    "INSERT INTO adoption_order(session, adoption, change)"
		    " SELECT ?1, ?2, max(id) FROM agenda_change WHERE session = ?1",
		    "ii", session, adoption))
		return false;
	arena_init(&arena);
	const struct item_row *items = store_items(store, session, &arena, &count);
	good = true;
	for (size_t i = 0; good && i < count; i++)
		good = keep_item(store, session, adoption, &items[i], err);
	arena_clear(&arena);
	return good && store_session_set(store, session, "agenda-status", "adopted", err);
}

struct adopted_item *store_adopted_items(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct adopted_item *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT a.act, i.item, i.parent, i.body, i.label, i.printed, i.title"
		" FROM adopted_item i JOIN agenda_adoption a ON a.id = i.adoption"
		" WHERE i.session = ?1 ORDER BY i.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct adopted_item){sql_int(q, 0), sql_int(q, 1), sql_int(q, 2),
			sql_int(q, 3), sql_copy(q, 4, arena), sql_copy(q, 5, arena),
			sql_copy(q, 6, arena)};
	}
	return rows;
}

void store_slot_code(const struct slot_row *slot, struct str *out)
{
	str_add(out, slot->date);
	if (slot->from >= 0) {
		str_addf(out, " %02d:%02d", slot->from / 60, slot->from % 60);
		if (slot->to >= 0)
			str_addf(out, "-%02d:%02d", slot->to / 60, slot->to % 60);
	} else if (slot->half) {
		str_addf(out, " %s", slot->half);
	}
}
