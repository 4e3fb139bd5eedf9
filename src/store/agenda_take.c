/* SPDX-License-Identifier: MIT */
/*
 * What an agenda file says put in the place of what a session has. Rows that are
 * on both sides are written whole: the changeset keeps only what is then another
 * value. New rows first, then links, then what goes, from the leaves up; so no
 * reference is ever left hanging.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "number.h"
#include "store/agenda_edit.h"
#include "store/agenda_held.h"

struct taking {
	struct store *store;
	const struct agenda_held *held;
	const struct agenda *file;
	const struct agenda_comparison *pairs;
	int64_t *bodies, *documents, *items; /* rows of what the file has */
	struct err *err;
};

static int64_t row_of(const int64_t *rows, size_t count, size_t index)
{
	return index < count ? rows[index] : 0;
}

/* --- the session, its bodies, officers, documents --- */

static bool take_session(struct taking *t)
{
	const struct agenda *a = t->file;
	int64_t session = t->held->session;

	return store_wording_set(t->store, session, 0, 0, "heading", a->heading, t->err) &&
	       store_wording_set(t->store, session, 0, 0, "annex", a->annex, t->err) &&
	       sql_run(t->store, t->err,
		       "UPDATE session SET title = ?2, organ = ?3, place = ?4, from_date = ?5,"
		       " to_date = ?6, timezone = ?7, agenda_status = ?8, agenda_symbols = ?9,"
		       " agenda_date = ?10, distribution = ?11, language = ?12 WHERE id = ?1",
		       "ittttttttttt", t->held->session, a->title, a->organ, a->place, a->from,
		       a->to, a->timezone,
		       t->held->use.adopted ? t->held->agenda.status : a->status, a->symbols,
		       a->date, a->distribution, a->language);
}

static bool take_bodies(struct taking *t)
{
	for (size_t i = 0; i < t->pairs->bodies.count; i++) {
		const struct agenda_pair *pair = &t->pairs->bodies.all[i];
		if (pair->file == AGENDA_NONE)
			continue;
		const struct agenda_body *b = &t->file->bodies[pair->file];
		int64_t id = pair->held == AGENDA_NONE
				     ? store_body_add(t->store, t->held->session, b->key, b->name,
					       b->short_name, b->symbol, t->err)
				     : t->held->bodies[pair->held];
		t->bodies[pair->file] = id;
		if (!id ||
			!sql_run(t->store, t->err,
				"UPDATE body SET key = ?2, name = ?3, short_name = ?4,"
				" symbol = ?5 WHERE id = ?1",
				"itttt", id, b->key, b->name, b->short_name, b->symbol) ||
			!store_wording_set(
				t->store, t->held->session, id, 0, "session", b->session, t->err))
			return false;
	}
	return true;
}

static bool take_officers(struct taking *t)
{
	for (size_t i = 0; i < t->pairs->officers.count; i++) {
		const struct agenda_pair *pair = &t->pairs->officers.all[i];
		if (pair->file == AGENDA_NONE)
			continue;
		const struct agenda_officer *o = &t->file->officers[pair->file];
		int64_t body = row_of(t->bodies, t->file->body_count, o->body);
		bool done = pair->held == AGENDA_NONE
				    ? store_officer_add(t->store, t->held->session, body, o->role,
					      o->name, o->country, t->err) != 0
				    : sql_run(t->store, t->err,
					      "UPDATE officer SET name = ?2, country = ?3"
					      " WHERE id = ?1",
					      "itt", t->held->officers[pair->held], o->name,
					      o->country);
		if (!done)
			return false;
	}
	return true;
}

static bool take_documents(struct taking *t)
{
	for (size_t i = 0; i < t->pairs->documents.count; i++) {
		const struct agenda_pair *pair = &t->pairs->documents.all[i];
		int number;
		if (pair->file == AGENDA_NONE)
			continue;
		const struct agenda_document *d = &t->file->documents[pair->file];
		const char *title = d->title ? d->title : "";
		int64_t id = pair->held == AGENDA_NONE
				     ? store_document_add(t->store, t->held->session, d->kind,
					       title, d->symbols, &number, t->err)
				     : t->held->documents[pair->held];
		t->documents[pair->file] = id;
		if (!id || !sql_run(t->store, t->err,
				   "UPDATE document SET kind = ?2, title = ?3, symbols = ?4"
				   " WHERE id = ?1",
				   "ittt", id, d->kind, title, d->symbols))
			return false;
	}
	return true;
}

/* --- ranks --- */

/* A rank behind `last` for the pair at i: its own if that is, else one before the
 * next that keeps its own. */
static const char *rank_for(struct store *store, const struct agenda_pairs *pairs,
	const char *const *ranks, size_t i, const char *last, struct str *out)
{
	size_t held = pairs->all[i].held;
	const char *next = NULL;

	if (held != AGENDA_NONE && strcmp(ranks[held], last) > 0)
		return ranks[held];
	for (size_t j = i + 1; j < pairs->count && !next; j++) {
		const struct agenda_pair *pair = &pairs->all[j];
		bool there =
			pair->held != AGENDA_NONE && (pair->file != AGENDA_NONE || pair->stays);
		if (there && strcmp(ranks[pair->held], last) > 0)
			next = ranks[pair->held];
	}
	str_reset(out);
	rank_put(store, out, *last ? last : NULL, next);
	return out->text;
}

/* Runs `each` on what will be there, in its order, with a rank that grows. */
static bool each_ranked(struct taking *t, const struct agenda_pairs *pairs,
	const char *const *ranks,
	bool (*each)(struct taking *t, const struct agenda_pair *pair, const char *rank))
{
	char *last = mem_strdup("");
	struct str room;
	bool good = true;

	str_init(&room);
	for (size_t i = 0; good && i < pairs->count; i++) {
		const struct agenda_pair *pair = &pairs->all[i];
		if (pair->file == AGENDA_NONE && !pair->stays)
			continue;
		char *rank = mem_strdup(rank_for(t->store, pairs, ranks, i, last, &room));
		free(last);
		last = rank;
		good = each(t, pair, rank);
	}
	free(last);
	str_clear(&room);
	return good;
}

/* --- items --- */

static int64_t parent_of(const struct taking *t, const struct agenda_item *item)
{
	return row_of(t->items, t->file->item_count, item->parent);
}

static bool add_item(
	struct taking *t, const struct agenda_item *item, int64_t *id, const char *rank)
{
	if (!sql_run(t->store, t->err,
		    "INSERT INTO item(session, parent, body, rank, label, printed, title, annotation)"
		    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
		    "innttttt", t->held->session, parent_of(t, item),
		    row_of(t->bodies, t->file->body_count, item->body), rank, item->number,
		    item->printed, item->title, item->annotation))
		return false;
	*id = sql_inserted(t->store);
	return store_wording_set(
		t->store, t->held->session, 0, *id, "heading", item->heading, t->err);
}

static bool take_item(struct taking *t, const struct agenda_pair *pair, const char *rank)
{
	const struct agenda_item *item;

	if (pair->file == AGENDA_NONE)
		return sql_run(t->store, t->err, "UPDATE item SET rank = ?2 WHERE id = ?1", "it",
			t->held->items[pair->held], rank);
	item = &t->file->items[pair->file];
	if (pair->held == AGENDA_NONE)
		return add_item(t, item, &t->items[pair->file], rank);
	int64_t id = t->items[pair->file] = t->held->items[pair->held];
	return store_wording_set(
		       t->store, t->held->session, 0, id, "heading", item->heading, t->err) &&
	       sql_run(t->store, t->err,
		       "UPDATE item SET parent = ?2, body = ?3, rank = ?4, label = ?5, printed = ?6,"
		       " title = ?7, annotation = ?8 WHERE id = ?1",
		       "innttttt", id, parent_of(t, item),
		       row_of(t->bodies, t->file->body_count, item->body), rank, item->number,
		       item->printed, item->title, item->annotation);
}

static bool take_joint(struct taking *t, const struct agenda_item *item, int64_t id)
{
	if (!sql_run(t->store, t->err, "DELETE FROM item_body WHERE item = ?1", "i", id))
		return false;
	for (size_t i = 0; i < item->joint_count; i++)
		if (!sql_run(t->store, t->err,
			    "INSERT INTO item_body(item, body, printed) VALUES(?1, ?2, ?3)", "iit",
			    id, t->bodies[item->joint[i].body], item->joint[i].number))
			return false;
	return true;
}

static bool take_mandates(struct taking *t, const struct agenda_item *item, int64_t id)
{
	struct str rank;
	bool good = sql_run(t->store, t->err, "DELETE FROM mandate WHERE item = ?1", "i", id);

	str_init(&rank);
	for (size_t i = 0; good && i < item->mandate_count; i++)
		good = sql_run(t->store, t->err,
			"INSERT INTO mandate(item, rank, kind, number, title)"
			" VALUES(?1, ?2, ?3, ?4, ?5)",
			"itttt", id, rank_next(t->store, &rank), item->mandates[i].kind,
			item->mandates[i].number, item->mandates[i].title);
	str_clear(&rank);
	return good;
}

/* Documents that only the session has stay with the item. */
static bool take_item_documents(struct taking *t, const struct agenda_item *item, int64_t id)
{
	for (size_t i = 0; i < t->file->document_count; i++)
		if (!sql_run(t->store, t->err,
			    "DELETE FROM item_document WHERE item = ?1 AND document = ?2", "ii", id,
			    t->documents[i]))
			return false;
	for (size_t i = 0; i < item->document_count; i++)
		if (!store_document_to_item(t->store, t->documents[item->documents[i]], id, t->err))
			return false;
	return true;
}

static bool take_links(struct taking *t)
{
	for (size_t i = 0; i < t->pairs->items.count; i++) {
		const struct agenda_pair *pair = &t->pairs->items.all[i];
		if (pair->file == AGENDA_NONE)
			continue;
		const struct agenda_item *item = &t->file->items[pair->file];
		int64_t id = t->items[pair->file];
		unsigned differs = pair->held == AGENDA_NONE ? ~0u : pair->differs;
		if (((differs & AGENDA_JOINT) && !take_joint(t, item, id)) ||
			((differs & AGENDA_MANDATES) && !take_mandates(t, item, id)) ||
			((differs & AGENDA_DOCUMENTS) && !take_item_documents(t, item, id)))
			return false;
	}
	return true;
}

/* --- slots --- */

static bool take_planned(struct taking *t, const struct agenda_slot *slot, int64_t id)
{
	struct str rank;
	bool good = sql_run(t->store, t->err, "DELETE FROM slot_item WHERE slot = ?1", "i", id);

	str_init(&rank);
	for (size_t i = 0; good && i < slot->item_count; i++)
		good = sql_run(t->store, t->err,
			"INSERT INTO slot_item(slot, item, rank, title) VALUES(?1, ?2, ?3, ?4)",
			"iitt", id, t->items[slot->items[i].item], rank_next(t->store, &rank),
			slot->items[i].title);
	str_clear(&rank);
	return good;
}

static bool take_slot(struct taking *t, const struct agenda_pair *pair, const char *rank)
{
	const struct agenda_slot *s;
	int64_t id = pair->held == AGENDA_NONE ? 0 : t->held->slots[pair->held];

	if (pair->file == AGENDA_NONE)
		return sql_run(t->store, t->err, "UPDATE slot SET rank = ?2 WHERE id = ?1", "it",
			id, rank);
	s = &t->file->slots[pair->file];
	if (!id && !sql_run(t->store, t->err,
			   "INSERT INTO slot(session, rank, date) VALUES(?1, ?2, ?3)", "itt",
			   t->held->session, rank, s->date))
		return false;
	id = id ? id : sql_inserted(t->store);
	/* -1 is "no time": NULL, while 0 is midnight. */
	return sql_run(t->store, t->err,
		       "UPDATE slot SET rank = ?2, date = ?3, from_minute = nullif(?4, -1),"
		       " to_minute = nullif(?5, -1), half = ?6, room = ?7, label = ?8 WHERE id = ?1",
		       "ittiittt", id, rank, s->date, (int64_t)s->from, (int64_t)s->to, s->half,
		       s->room, s->label) &&
	       ((pair->held != AGENDA_NONE && !(pair->differs & AGENDA_PLANNED)) ||
		       take_planned(t, s, id));
}

/* --- what goes --- */

static bool drop_slots(struct taking *t)
{
	for (size_t i = 0; i < t->pairs->slots.count; i++) {
		const struct agenda_pair *pair = &t->pairs->slots.all[i];
		if (pair->file != AGENDA_NONE || pair->stays)
			continue;
		int64_t id = t->held->slots[pair->held];
		if (!sql_run(t->store, t->err, "DELETE FROM slot_item WHERE slot = ?1", "i", id) ||
			!sql_run(t->store, t->err, "DELETE FROM slot WHERE id = ?1", "i", id))
			return false;
	}
	return true;
}

/* Sub-items stand behind their parents in the session's own order. */
static bool drop_items(struct taking *t)
{
	bool *goes = mem_alloc((t->held->agenda.item_count + 1) * sizeof *goes);
	bool good = true;

	for (size_t i = 0; i < t->pairs->items.count; i++) {
		const struct agenda_pair *pair = &t->pairs->items.all[i];
		if (pair->file == AGENDA_NONE)
			goes[pair->held] = !pair->stays;
	}
	for (size_t h = t->held->agenda.item_count; good && h-- > 0;)
		good = !goes[h] || store_item_delete(t->store, t->held->items[h], t->err);
	free(goes);
	return good;
}

bool store_agenda_take(struct store *store, const struct agenda_held *held,
	const struct agenda *file, const struct agenda_comparison *comparison, struct err *err)
{
	struct taking t = {
		.store = store, .held = held, .file = file, .pairs = comparison, .err = err};
	bool good;

	t.bodies = mem_alloc((file->body_count + 1) * sizeof *t.bodies);
	t.documents = mem_alloc((file->document_count + 1) * sizeof *t.documents);
	t.items = mem_alloc((file->item_count + 1) * sizeof *t.items);
	good = take_session(&t) && take_bodies(&t) && take_officers(&t) && take_documents(&t) &&
	       each_ranked(&t, &comparison->items, held->item_ranks, take_item) && take_links(&t) &&
	       each_ranked(&t, &comparison->slots, held->slot_ranks, take_slot) && drop_slots(&t) &&
	       drop_items(&t);
	free(t.bodies);
	free(t.documents);
	free(t.items);
	return good;
}
