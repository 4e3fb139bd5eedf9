/* SPDX-License-Identifier: MIT */
/*
 * Which items a slot is planned for: they are moved to other slots and within one, put
 * into one more and taken out. An item may be in several; where it is not said which one is
 * meant, it is the one selected, else the only one. Slots themselves are cmd_slot.c.
 */
#include <string.h>

#include "model/agenda_next.h"
#include "slot_items.h"
#include "store/agenda_edit.h"

/* --- slots --- */

struct slots slots_read(struct call *call)
{
	struct slots slots;

	slots.rows =
		store_slots(call->desk->store, call->desk->session, &call->arena, &slots.count);
	return slots;
}

const struct slot_row *slots_find(const struct slots *slots, int64_t id)
{
	for (size_t i = 0; i < slots->count; i++)
		if (slots->rows[i].id == id)
			return &slots->rows[i];
	return NULL;
}

const char *slot_code(struct call *call, const struct slot_row *slot)
{
	struct str code;
	const char *text;

	if (!slot)
		return NULL;
	str_init(&code);
	store_slot_code(slot, &code);
	text = arena_strdup(&call->arena, code.text);
	str_clear(&code);
	return text;
}

/* --- the items of a slot --- */

struct planned {
	struct slot_item_row *rows;
	size_t count;
};

static struct planned planned_in(struct call *call, int64_t slot)
{
	struct planned planned;

	planned.rows = store_slot_items(call->desk->store, slot, &call->arena, &planned.count);
	return planned;
}

/* From 1; 0: it is not in it. */
static int place_in(const struct planned *planned, int64_t item)
{
	for (size_t i = 0; i < planned->count; i++)
		if (planned->rows[i].item == item)
			return (int)i + 1;
	return 0;
}

/* The slots that have the item, in their order; *one gets the last that no meeting has
 * been held in, else the last. */
static size_t slots_of(
	struct call *call, const struct slots *slots, int64_t item, const struct slot_row **one)
{
	size_t hits = 0;

	*one = NULL;
	for (size_t i = 0; i < slots->count; i++) {
		struct planned planned = planned_in(call, slots->rows[i].id);
		if (!place_in(&planned, item))
			continue;
		hits++;
		if (!*one || (*one)->meeting || !slots->rows[i].meeting)
			*one = &slots->rows[i];
	}
	return hits;
}

/* Where the item is: the slot given or selected, else the only one that has it. NULL with
 * a sentence where that is not clear, or with hits 0 where it is in none. */
static const struct slot_row *slot_of(struct call *call, const struct slots *slots,
	const struct item_row *item, size_t *hits, struct err *err)
{
	const struct slot_row *one, *from = slots_find(slots, call_id(call, "from"));
	struct planned planned;

	*hits = slots_of(call, slots, item->id, &one);
	if (from) {
		planned = planned_in(call, from->id);
		if (place_in(&planned, item->id))
			return from;
	}
	if (call_given(call, "from") && *hits != 1) {
		err_set(err, ERR_USAGE, "item %s is not planned for %s", item->printed,
			amend_slot_words(call, from));
		*hits = 1;
		return NULL;
	}
	if (*hits > 1)
		err_set(err, ERR_USAGE, "item %s is planned for %zu meetings: say --from which",
			item->printed, *hits);
	return *hits == 1 ? one : NULL;
}

static bool trace_planned(struct call *call, const struct item_row *item,
	const struct slot_row *from, const struct slot_row *to, struct err *err)
{
	struct agenda_change change = {.kind = "planned",
		.item = item->id,
		.slot = to ? to->id : 0,
		.number = item->printed,
		.title = item->title,
		.before = slot_code(call, from),
		.after = slot_code(call, to)};

	return amend_trace(call, &change, err);
}

/* --- slot move --- */

/* The place before or after a neighbour in the slot; 0: the end. -1 with a sentence. */
static int place_wanted(
	struct call *call, const struct slot_row *slot, const struct items *items, struct err *err)
{
	bool before = call_given(call, "before");
	const struct item_row *beside =
		amend_item(items, call_id(call, before ? "before" : "after"));
	struct planned planned = planned_in(call, slot->id);

	if (!beside)
		return 0;
	int place = place_in(&planned, beside->id);
	if (place == 0) {
		err_set(err, ERR_USAGE, "item %s is not planned for %s", beside->printed,
			amend_slot_words(call, slot));
		return -1;
	}
	return place + !before;
}

/* A meeting that something is planned for is no longer to be planned. */
static bool is_planned(struct call *call, const struct slot_row *slot, struct err *err)
{
	struct slot_row planned = *slot;

	if (!slot->label || strcmp(slot->label, AGENDA_UNPLANNED) != 0)
		return true;
	planned.label = NULL;
	return store_slot_set(call->desk->store, call->desk->session, &planned, err);
}

bool slot_put_item(struct call *call, const struct item_row *item, const struct slot_row *from,
	const struct slot_row *to, int place, struct err *err)
{
	struct planned planned = planned_in(call, to->id);

	if (place_in(&planned, item->id))
		return err_set(err, ERR_USAGE, "item %s is planned for %s already", item->printed,
			amend_slot_words(call, to));
	return is_planned(call, to, err) &&
	       store_slot_put(
		       call->desk->store, to->id, item->id, place, from ? from->id : 0, err) &&
	       (!from || store_slot_take(call->desk->store, from->id, item->id, err)) &&
	       trace_planned(call, item, from, to, err);
}

/* Within its slot: before or after another one. */
static bool order(struct call *call, const struct items *items, const struct item_row *item,
	const struct slot_row *slot, int place, struct err *err)
{
	struct planned planned = planned_in(call, slot->id);
	bool before = call_given(call, "before");
	const struct item_row *beside =
		amend_item(items, call_id(call, before ? "before" : "after"));
	int was = place_in(&planned, item->id);
	struct agenda_change change = {.kind = "ordered",
		.item = item->id,
		.slot = slot->id,
		.number = item->printed,
		.title = item->title};

	if (!beside || beside->id == item->id)
		return err_set(err, ERR_USAGE, "item %s is planned for %s already", item->printed,
			amend_slot_words(call, slot));
	place -= was < place;
	if (place == was)
		return err_set(err, ERR_USAGE, "item %s is %s item %s already", item->printed,
			before ? "before" : "after", beside->printed);
	change.before =
		was > 1 ? arena_printf(&call->arena, "after %s", planned.rows[was - 2].printed)
			: arena_printf(&call->arena, "before %s", planned.rows[was].printed);
	change.after =
		arena_printf(&call->arena, "%s %s", before ? "before" : "after", beside->printed);
	str_addf(&call->reply, "item %s now %s item %s, %s", item->printed,
		before ? "before" : "after", beside->printed, amend_slot_words(call, slot));
	return store_slot_set_place(call->desk->store, slot->id, item->id, place, err) &&
	       amend_trace(call, &change, err);
}

/* What a call is about: an item, where it is and where it goes. */
struct moving {
	struct slots slots;
	struct items items;
	const struct item_row *item;
	const struct slot_row *from, *to;
};

static bool begin_moving(struct call *call, struct moving *m, struct err *err)
{
	size_t hits;

	m->slots = slots_read(call);
	m->items = amend_items(call);
	m->item = amend_item(&m->items, call_id(call, "item"));
	m->from = slot_of(call, &m->slots, m->item, &hits, err);
	return m->from || hits == 0;
}

/* The same of an item that is in a slot. */
static bool begin_planned(struct call *call, struct moving *m, struct err *err)
{
	return begin_moving(call, m, err) &&
	       (m->from || err_set(err, ERR_USAGE, "item %s is planned for no meeting",
				   m->item->printed));
}

bool slot_move(struct call *call, struct err *err)
{
	struct moving m;

	if (!begin_moving(call, &m, err))
		return false;
	m.to = call_given(call, "to") ? slots_find(&m.slots, call_id(call, "to")) : m.from;
	if (!m.to)
		return err_set(err, ERR_USAGE, "say to which meeting: --to");
	int place = place_wanted(call, m.to, &m.items, err);
	if (place < 0)
		return false;
	if (m.from == m.to)
		return order(call, &m.items, m.item, m.to, place, err);
	str_addf(&call->reply, "item %s to %s", m.item->printed, amend_slot_words(call, m.to));
	if (m.from)
		str_addf(&call->reply, ", from %s", amend_slot_words(call, m.from));
	return slot_put_item(call, m.item, m.from, m.to, place, err);
}

/* --- slot put, slot take --- */

bool slot_put(struct call *call, struct err *err)
{
	struct slots slots = slots_read(call);
	struct items items = amend_items(call);
	const struct item_row *item = amend_item(&items, call_id(call, "item"));
	const struct slot_row *to = slots_find(&slots, call_id(call, "to"));

	str_addf(&call->reply, "item %s also %s", item->printed, amend_slot_words(call, to));
	return slot_put_item(call, item, NULL, to, 0, err);
}

bool slot_take(struct call *call, struct err *err)
{
	struct moving m;

	if (!begin_planned(call, &m, err))
		return false;
	str_addf(&call->reply, "item %s no longer %s", m.item->printed,
		amend_slot_words(call, m.from));
	return store_slot_take(call->desk->store, m.from->id, m.item->id, err) &&
	       trace_planned(call, m.item, m.from, NULL, err);
}

/* --- by one, with a key --- */

static bool to_neighbour(struct call *call, int by, struct err *err)
{
	struct moving m;

	if (!begin_moving(call, &m, err))
		return false;
	if (m.slots.count == 0)
		return err_set(err, ERR_USAGE, "the organization of work is empty: slot add");
	/* One that is in no slot comes from behind the last. */
	size_t at = m.from ? (size_t)(m.from - m.slots.rows) : m.slots.count;
	if (!m.from && by > 0)
		return err_set(err, ERR_USAGE,
			"item %s is planned for no meeting yet: slot move puts it into one",
			m.item->printed);
	if (by < 0 ? at == 0 : at + 1 >= m.slots.count)
		return err_set(err, ERR_USAGE, "item %s is planned for the %s meeting there is",
			m.item->printed, by < 0 ? "first" : "last");
	m.to = &m.slots.rows[by < 0 ? at - 1 : at + 1];
	str_addf(&call->reply, "item %s to %s", m.item->printed, amend_slot_words(call, m.to));
	return slot_put_item(call, m.item, m.from, m.to, by > 0 ? 1 : 0, err);
}

bool slot_earlier(struct call *call, struct err *err)
{
	return to_neighbour(call, -1, err);
}

bool slot_later(struct call *call, struct err *err)
{
	return to_neighbour(call, 1, err);
}

static bool within(struct call *call, int by, struct err *err)
{
	struct moving m;

	if (!begin_planned(call, &m, err))
		return false;
	struct planned planned = planned_in(call, m.from->id);
	int was = place_in(&planned, m.item->id), place = was + by;
	if (place < 1 || place > (int)planned.count)
		return err_set(err, ERR_USAGE, "item %s is the %s of its meeting", m.item->printed,
			by < 0 ? "first" : "last");
	const char *beside = planned.rows[place - 1].printed;
	struct agenda_change change = {.kind = "ordered",
		.item = m.item->id,
		.slot = m.from->id,
		.number = m.item->printed,
		.title = m.item->title,
		.before = arena_printf(&call->arena, "%s %s", by < 0 ? "after" : "before", beside),
		.after = arena_printf(&call->arena, "%s %s", by < 0 ? "before" : "after", beside)};
	str_addf(&call->reply, "item %s now %s item %s", m.item->printed,
		by < 0 ? "before" : "after", beside);
	return store_slot_set_place(call->desk->store, m.from->id, m.item->id, place, err) &&
	       amend_trace(call, &change, err);
}

bool slot_raise(struct call *call, struct err *err)
{
	return within(call, -1, err);
}

bool slot_lower(struct call *call, struct err *err)
{
	return within(call, 1, err);
}
