/* SPDX-License-Identifier: MIT */
/*
 * A session out of an agenda and a roster. The roster's names are resolved for
 * the session's first day and copied, so that what the program learns later
 * about names does not change an old report.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "number.h"
#include "store/agenda.h"
#include "store/participant.h"

/* While writing: the ids of what the agenda's indexes mean, and a running rank. */
struct making {
	struct store *store;
	const struct agenda *agenda;
	int64_t session;
	int64_t *bodies, *items, *documents;
	struct str rank;
	struct err *err;
};

static int64_t add_session(struct making *m, bool rehearsal)
{
	const struct agenda *a = m->agenda;

	if (!sql_run(m->store, m->err,
		    "INSERT INTO session(key, title, organ, place, from_date, to_date,"
		    " timezone, agenda_status, agenda_symbols, agenda_date, distribution, language, mode)"
		    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
		    "ttttttttttttt", a->id, a->title, a->organ, a->place, a->from, a->to,
		    a->timezone, a->status, a->symbols, a->date, a->distribution, a->language,
		    rehearsal ? "rehearsal" : "live"))
		return 0;
	int64_t id = sql_inserted(m->store);
	return store_wording_set(m->store, id, 0, 0, "heading", a->heading, m->err) &&
			       store_wording_set(m->store, id, 0, 0, "annex", a->annex, m->err)
		       ? id
		       : 0;
}

static bool add_bodies(struct making *m)
{
	for (size_t i = 0; i < m->agenda->body_count; i++) {
		const struct agenda_body *b = &m->agenda->bodies[i];

		m->bodies[i] = store_body_add(
			m->store, m->session, b->key, b->name, b->short_name, b->symbol, m->err);
		if (!m->bodies[i] || !store_wording_set(m->store, m->session, m->bodies[i], 0,
					     "session", b->session, m->err))
			return false;
	}
	for (size_t i = 0; i < m->agenda->officer_count; i++) {
		const struct agenda_officer *o = &m->agenda->officers[i];

		if (!store_officer_add(m->store, m->session,
			    o->body < m->agenda->body_count ? m->bodies[o->body] : 0, o->role,
			    o->name, o->country, m->err))
			return false;
	}
	return true;
}

static bool add_documents(struct making *m)
{
	for (size_t i = 0; i < m->agenda->document_count; i++) {
		const struct agenda_document *d = &m->agenda->documents[i];
		int number;

		m->documents[i] = store_document_add(m->store, m->session, d->kind,
			d->title ? d->title : "", d->symbols, &number, m->err);
		if (!m->documents[i])
			return false;
	}
	return true;
}

static bool add_item_links(struct making *m, const struct agenda_item *item, int64_t id)
{
	for (size_t i = 0; i < item->joint_count; i++)
		if (!sql_run(m->store, m->err,
			    "INSERT INTO item_body(item, body, printed)"
			    " VALUES(?1, ?2, ?3)",
			    "iit", id, m->bodies[item->joint[i].body], item->joint[i].number))
			return false;
	for (size_t i = 0; i < item->mandate_count; i++)
		if (!sql_run(m->store, m->err,
			    "INSERT INTO mandate(item, rank, kind, number, title)"
			    " VALUES(?1, ?2, ?3, ?4, ?5)",
			    "itttt", id, rank_next(m->store, &m->rank), item->mandates[i].kind,
			    item->mandates[i].number, item->mandates[i].title))
			return false;
	for (size_t i = 0; i < item->document_count; i++)
		if (!store_document_to_item(m->store, m->documents[item->documents[i]], id, m->err))
			return false;
	return true;
}

static bool add_items(struct making *m)
{
	for (size_t i = 0; i < m->agenda->item_count; i++) {
		const struct agenda_item *item = &m->agenda->items[i];

		if (!sql_run(m->store, m->err,
			    "INSERT INTO item(session, parent, body, rank, label,"
			    " printed, title, annotation) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
			    "innttttt", m->session,
			    item->parent == AGENDA_NONE ? (int64_t)0 : m->items[item->parent],
			    item->body < m->agenda->body_count ? m->bodies[item->body] : (int64_t)0,
			    rank_next(m->store, &m->rank), item->number, item->printed, item->title,
			    item->annotation))
			return false;
		m->items[i] = sql_inserted(m->store);
		if (!store_wording_set(m->store, m->session, 0, m->items[i], "heading",
			    item->heading, m->err) ||
			!add_item_links(m, item, m->items[i]))
			return false;
	}
	return true;
}

static bool add_slot_items(struct making *m, const struct agenda_slot *slot, int64_t id)
{
	for (size_t i = 0; i < slot->item_count; i++)
		if (!sql_run(m->store, m->err,
			    "INSERT INTO slot_item(slot, item, rank, title)"
			    " VALUES(?1, ?2, ?3, ?4)",
			    "iitt", id, m->items[slot->items[i].item],
			    rank_next(m->store, &m->rank), slot->items[i].title))
			return false;
	return true;
}

static bool add_slots(struct making *m)
{
	for (size_t i = 0; i < m->agenda->slot_count; i++) {
		const struct agenda_slot *s = &m->agenda->slots[i];

		/* -1 is "no time": NULL, while 0 is midnight. */
		if (!sql_run(m->store, m->err,
			    "INSERT INTO slot(session, rank, date, from_minute,"
			    " to_minute, half, room, label) VALUES(?1, ?2, ?3, nullif(?4, -1), nullif(?5, -1),"
			    " ?6, ?7, ?8)",
			    "ittiittt", m->session, rank_next(m->store, &m->rank), s->date,
			    (int64_t)s->from, (int64_t)s->to, s->half, s->room, s->label) ||
			!add_slot_items(m, s, sql_inserted(m->store)))
			return false;
	}
	return true;
}

static bool add_roster(struct making *m, const struct roster *roster)
{
	static const struct participant_new always[] = {
		{.kind = "secretariat",
			.list_name = "Secretariat",
			.running_name = "the Secretariat"},
		{.kind = "officer", .list_name = "Chair", .running_name = "the Chair"},
		{.kind = "organization",
			.code = "EU",
			.list_name = "European Union",
			.running_name = "the European Union",
			.formal_name = "the European Union"},
	};

	int64_t id;

	for (size_t i = 0; i < roster->entry_count; i++)
		if (!store_participant_of_roster(m->store, m->session, &roster->entries[i],
			    m->agenda->from, &id, m->err))
			return false;
	for (size_t i = 0; i < sizeof always / sizeof always[0]; i++)
		if (!sql_value(m->store, 0,
			    "SELECT 1 FROM participant WHERE session = ?1"
			    " AND list_name = ?2",
			    "it", m->session, always[i].list_name) &&
			!store_participant_add(m->store, m->session, &always[i], m->err))
			return false;
	return true;
}

int64_t store_session_create(struct store *store, const struct agenda *agenda,
	const struct roster *roster, bool rehearsal, struct err *err)
{
	struct making m = {.store = store, .agenda = agenda, .err = err};
	bool made;

	m.bodies = mem_alloc((agenda->body_count + 1) * sizeof *m.bodies);
	m.items = mem_alloc((agenda->item_count + 1) * sizeof *m.items);
	m.documents = mem_alloc((agenda->document_count + 1) * sizeof *m.documents);
	str_init(&m.rank);
	m.session = add_session(&m, rehearsal);
	made = m.session && add_bodies(&m) && add_documents(&m) && add_items(&m) && add_slots(&m) &&
	       add_roster(&m, roster);
	str_clear(&m.rank);
	free(m.bodies);
	free(m.items);
	free(m.documents);
	return made ? m.session : 0;
}
