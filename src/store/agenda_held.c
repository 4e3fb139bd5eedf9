/* SPDX-License-Identifier: MIT */
/*
 * The agenda of a session read back as plain values, so that it can be compared
 * with a file, and what stands on its parts. An agenda is small and read whole.
 */
#include <string.h>

#include "sql.h"
#include "store/agenda_edit.h"
#include "store/agenda_held.h"
#include "store/rule.h"

void agenda_held_clear(struct agenda_held *held)
{
	agenda_clear(&held->agenda);
	*held = (struct agenda_held){0};
}

static size_t place_of(const int64_t *ids, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return i;
	return AGENDA_NONE;
}

static void *room_for(struct agenda_held *held, size_t count, size_t size)
{
	return arena_alloc(&held->agenda.arena, (count + 1) * size);
}

/* --- the session, its bodies, officers, documents --- */

static const char *read_rules(struct store *store, int64_t session, struct arena *arena)
{
	struct rules rules;

	return store_rules(store, session, &rules) ? arena_strdup(arena, rules.key) : NULL;
}

static void read_session(struct store *store, struct agenda_held *held)
{
	struct agenda *a = &held->agenda;
	struct session_row row = {0};

	store_session(store, held->session, &a->arena, &row);
	a->id = row.key;
	a->title = row.title;
	a->organ = row.organ;
	a->place = row.place;
	a->from = row.from;
	a->to = row.to;
	a->timezone = row.timezone;
	a->rules = read_rules(store, held->session, &a->arena);
	a->status = row.agenda_status;
	a->symbols = row.agenda_symbols;
	a->date = row.agenda_date;
	a->distribution = row.distribution;
	a->language = row.language;
	a->heading = store_wording(store, held->session, 0, 0, "heading", &a->arena);
	a->annex = store_wording(store, held->session, 0, 0, "annex", &a->arena);
	held->use.adopted = sql_value(store, 0,
				    "SELECT 1 FROM act WHERE session = ?1 AND subject = 'agenda'"
				    " AND outcome = 'adopted'",
				    "i", held->session) != 0;
}

static void read_bodies(struct store *store, struct agenda_held *held)
{
	struct agenda *a = &held->agenda;
	const struct body_row *rows = store_bodies(store, held->session, &a->arena, &a->body_count);

	a->bodies = room_for(held, a->body_count, sizeof *a->bodies);
	held->bodies = room_for(held, a->body_count, sizeof *held->bodies);
	for (size_t i = 0; i < a->body_count; i++) {
		held->bodies[i] = rows[i].id;
		a->bodies[i] = (struct agenda_body){.key = rows[i].key,
			.name = rows[i].name,
			.short_name = rows[i].short_name,
			.symbol = rows[i].symbol,
			.session = store_wording(
				store, held->session, rows[i].id, 0, "session", &a->arena)};
	}
}

static void read_officers(struct store *store, struct agenda_held *held)
{
	struct agenda *a = &held->agenda;
	const struct officer_row *rows =
		store_officers(store, held->session, &a->arena, &a->officer_count);

	a->officers = room_for(held, a->officer_count, sizeof *a->officers);
	held->officers = room_for(held, a->officer_count, sizeof *held->officers);
	for (size_t i = 0; i < a->officer_count; i++) {
		held->officers[i] = rows[i].id;
		a->officers[i] = (struct agenda_officer){
			.body = place_of(held->bodies, a->body_count, rows[i].body),
			.role = rows[i].role,
			.name = rows[i].name,
			.country = rows[i].country};
		/* Without a body it is of the only, or first, one. */
		if (a->officers[i].body == AGENDA_NONE)
			a->officers[i].body = 0;
	}
}

static void read_documents(struct store *store, struct agenda_held *held)
{
	struct agenda *a = &held->agenda;
	const struct document_row *rows =
		store_documents(store, held->session, 0, &a->arena, &a->document_count);

	a->documents = room_for(held, a->document_count, sizeof *a->documents);
	held->documents = room_for(held, a->document_count, sizeof *held->documents);
	for (size_t i = 0; i < a->document_count; i++) {
		held->documents[i] = rows[i].id;
		a->documents[i] = (struct agenda_document){.kind = rows[i].kind,
			.title = rows[i].title,
			.symbols = rows[i].symbols,
			.withdrawn = strcmp(rows[i].state, "withdrawn") == 0};
	}
}

/* --- items --- */

static void read_joint(
	struct store *store, struct agenda_held *held, int64_t id, struct agenda_item *item)
{
	struct agenda *a = &held->agenda;
	struct sql *q = sql_query(
		store, "SELECT body, printed FROM item_body WHERE item = ?1 ORDER BY id", "i", id);

	while (sql_row(q)) {
		size_t body = place_of(held->bodies, a->body_count, sql_int(q, 0));
		if (body == AGENDA_NONE)
			continue;
		item->joint =
			arena_grow(&a->arena, item->joint, item->joint_count, sizeof *item->joint);
		item->joint[item->joint_count++] =
			(struct agenda_joint){.body = body, .number = sql_copy(q, 1, &a->arena)};
	}
}

static void read_mandates(
	struct store *store, struct agenda_held *held, int64_t id, struct agenda_item *item)
{
	struct arena *arena = &held->agenda.arena;
	struct sql *q = sql_query(store,
		"SELECT kind, number, title FROM mandate WHERE item = ?1 ORDER BY rank", "i", id);

	while (sql_row(q)) {
		item->mandates = arena_grow(
			arena, item->mandates, item->mandate_count, sizeof *item->mandates);
		item->mandates[item->mandate_count++] =
			(struct agenda_mandate){.kind = sql_copy(q, 0, arena),
				.number = sql_copy(q, 1, arena),
				.title = sql_copy(q, 2, arena)};
	}
}

static void read_item_documents(
	struct store *store, struct agenda_held *held, int64_t id, struct agenda_item *item)
{
	struct agenda *a = &held->agenda;
	struct sql *q = sql_query(
		store, "SELECT document FROM item_document WHERE item = ?1 ORDER BY rank", "i", id);

	while (sql_row(q)) {
		size_t document = place_of(held->documents, a->document_count, sql_int(q, 0));
		if (document == AGENDA_NONE)
			continue;
		item->documents = arena_grow(
			&a->arena, item->documents, item->document_count, sizeof *item->documents);
		item->documents[item->document_count++] = document;
	}
}

/* What refers to an item as something that happened, and how that is called. Every
 * table that refers to items is here, but for those that are of the agenda itself. */
static const struct {
	const char *sql, *name;
} uses[] = {
	{"SELECT EXISTS(SELECT 1 FROM request WHERE item = ?1)"
	 " OR EXISTS(SELECT 1 FROM list_closing WHERE item = ?1)",
		"its list of speakers"},
	{"SELECT EXISTS(SELECT 1 FROM consideration WHERE item = ?1)"
	 " OR EXISTS(SELECT 1 FROM act WHERE item = ?1)"
	 " OR EXISTS(SELECT 1 FROM item WHERE id = ?1 AND state <> 'pending')",
		"it was taken up"},
	{"SELECT EXISTS(SELECT 1 FROM item_presence WHERE item = ?1)", "who came for it"},
	{"SELECT EXISTS(SELECT 1 FROM time_limit WHERE item = ?1)", "its limit of time"},
	{"SELECT EXISTS(SELECT 1 FROM item_joint WHERE item = ?1 OR lead = ?1)",
		"it is taken up jointly with another"},
	{"SELECT EXISTS(SELECT 1 FROM document_event WHERE item = ?1)",
		"a document that was introduced"},
	{"SELECT EXISTS(SELECT 1 FROM survey WHERE item = ?1)", "a survey"},
	{"SELECT EXISTS(SELECT 1 FROM conclusion WHERE item = ?1)", "a conclusion of the Chair"},
	{"SELECT EXISTS(SELECT 1 FROM paragraph WHERE item = ?1)", "a paragraph of the report"},
	{"SELECT EXISTS(SELECT 1 FROM follow_up WHERE item = ?1)",
		"a recommendation that is followed up"},
};

static const char *use_of(struct store *store, const struct item_row *row, struct arena *arena)
{
	long long statements = row->statements, recommendations = row->recommendations;

	if (statements > 0)
		return arena_printf(
			arena, "%lld statement%s", statements, statements == 1 ? "" : "s");
	if (recommendations > 0)
		return arena_printf(arena, "%lld recommendation%s", recommendations,
			recommendations == 1 ? "" : "s");
	for (size_t i = 0; i < sizeof uses / sizeof uses[0]; i++)
		if (sql_value(store, 0, uses[i].sql, "i", row->id))
			return uses[i].name;
	return NULL;
}

const char *store_item_use(struct store *store, int64_t item, struct arena *arena)
{
	struct item_row row;

	return store_item(store, item, arena, &row) ? use_of(store, &row, arena) : NULL;
}

static const char *rank_of(
	struct store *store, struct agenda_held *held, const char *text, int64_t id)
{
	struct sql *q = sql_query(store, text, "i", id);
	const char *rank = sql_row(q) ? sql_copy(q, 0, &held->agenda.arena) : NULL;

	sql_done(q);
	return rank ? rank : "";
}

static struct agenda_item item_of(
	struct store *store, struct agenda_held *held, const struct item_row *row)
{
	struct agenda *a = &held->agenda;

	return (struct agenda_item){
		.heading = store_wording(store, held->session, 0, row->id, "heading", &a->arena),
		.parent = row->parent ? place_of(held->items, a->item_count, row->parent)
				      : AGENDA_NONE,
		.body = place_of(held->bodies, a->body_count, row->body),
		.number = row->label,
		.printed = row->printed,
		.title = row->title,
		.annotation = row->annotation};
}

static void read_items(struct store *store, struct agenda_held *held)
{
	struct agenda *a = &held->agenda;
	size_t count;
	const struct item_row *rows = store_items(store, held->session, &a->arena, &count);
	const char **use = room_for(held, count, sizeof *use);

	a->items = room_for(held, count, sizeof *a->items);
	held->items = room_for(held, count, sizeof *held->items);
	held->item_ranks = room_for(held, count, sizeof *held->item_ranks);
	for (size_t i = 0; i < count; i++) {
		a->items[i] = item_of(store, held, &rows[i]);
		held->items[i] = rows[i].id;
		a->item_count++;
		held->item_ranks[i] =
			rank_of(store, held, "SELECT rank FROM item WHERE id = ?1", rows[i].id);
		read_joint(store, held, rows[i].id, &a->items[i]);
		read_mandates(store, held, rows[i].id, &a->items[i]);
		read_item_documents(store, held, rows[i].id, &a->items[i]);
		use[i] = use_of(store, &rows[i], &a->arena);
	}
	held->use.items = use;
}

/* --- slots --- */

static void read_planned(
	struct store *store, struct agenda_held *held, int64_t id, struct agenda_slot *slot)
{
	struct agenda *a = &held->agenda;
	struct sql *q = sql_query(
		store, "SELECT item, title FROM slot_item WHERE slot = ?1 ORDER BY rank", "i", id);

	while (sql_row(q)) {
		size_t item = place_of(held->items, a->item_count, sql_int(q, 0));
		if (item == AGENDA_NONE)
			continue;
		slot->items =
			arena_grow(&a->arena, slot->items, slot->item_count, sizeof *slot->items);
		slot->items[slot->item_count++] =
			(struct agenda_slot_item){.item = item, .title = sql_copy(q, 1, &a->arena)};
	}
}

static void read_slots(struct store *store, struct agenda_held *held)
{
	struct agenda *a = &held->agenda;
	const struct slot_row *rows = store_slots(store, held->session, &a->arena, &a->slot_count);
	bool *used = room_for(held, a->slot_count, sizeof *used);

	a->slots = room_for(held, a->slot_count, sizeof *a->slots);
	held->slots = room_for(held, a->slot_count, sizeof *held->slots);
	held->slot_ranks = room_for(held, a->slot_count, sizeof *held->slot_ranks);
	for (size_t i = 0; i < a->slot_count; i++) {
		a->slots[i] = (struct agenda_slot){.date = rows[i].date,
			.from = rows[i].from,
			.to = rows[i].to,
			.half = rows[i].half,
			.room = rows[i].room,
			.label = rows[i].label};
		held->slots[i] = rows[i].id;
		held->slot_ranks[i] =
			rank_of(store, held, "SELECT rank FROM slot WHERE id = ?1", rows[i].id);
		read_planned(store, held, rows[i].id, &a->slots[i]);
		used[i] = rows[i].meeting != 0;
	}
	held->use.slots = used;
}

void store_agenda_held(struct store *store, int64_t session, struct agenda_held *held)
{
	*held = (struct agenda_held){.session = session};
	agenda_init(&held->agenda);
	read_session(store, held);
	read_bodies(store, held);
	read_officers(store, held);
	read_documents(store, held);
	read_items(store, held);
	read_slots(store, held);
}
