/* SPDX-License-Identifier: MIT */
/* What amends the agenda or the organization of work: its neighbours, and its trace. */
#include <string.h>

#include "amend.h"
#include "model/phrase.h"
#include "rows.h"

struct items amend_items(struct call *call)
{
	struct items items;

	items.rows =
		store_items(call->desk->store, call->desk->session, &call->arena, &items.count);
	return items;
}

const struct item_row *amend_item(const struct items *items, int64_t id)
{
	for (size_t i = 0; i < items->count; i++)
		if (items->rows[i].id == id)
			return &items->rows[i];
	return NULL;
}

int amend_place(const struct items *items, const struct item_row *item)
{
	int place = 1;

	for (size_t i = 0; i < items->count && items->rows[i].id != item->id; i++)
		place += items->rows[i].parent == item->parent;
	return place;
}

/* The sibling at a place, or NULL. */
static const struct item_row *sibling_at(const struct items *items, int64_t parent, int place)
{
	for (size_t i = 0; i < items->count; i++)
		if (items->rows[i].parent == parent && --place == 0)
			return &items->rows[i];
	return NULL;
}

const char *amend_where(struct call *call, const struct items *items, const struct item_row *item)
{
	int place = amend_place(items, item);
	const struct item_row *before = sibling_at(items, item->parent, place - 1);
	const struct item_row *after = sibling_at(items, item->parent, place + 1);

	if (place > 1 && before)
		return arena_printf(&call->arena, "after %s", before->printed);
	return after ? arena_printf(&call->arena, "before %s", after->printed) : NULL;
}

bool amend_trace(struct call *call, const struct agenda_change *change, struct err *err)
{
	struct agenda_change whole = *change;

	whole.at = desk_now(call->desk);
	whole.meeting = rows_meeting(call, whole.at);
	whole.person = call->desk->person ? call->desk->person : "";
	whole.reason = call_given(call, "reason") && *call_text(call, "reason")
			       ? call_text(call, "reason")
			       : NULL;
	whole.decided = !call_given(call, "correction");
	return store_agenda_change_add(call->desk->store, call->desk->session, &whole, err);
}

bool amend_trace_item(struct call *call, const char *kind, const struct item_row *item,
	const char *before, const char *after, struct err *err)
{
	struct agenda_change change = {.kind = kind,
		.item = item->id,
		.number = item->printed,
		.title = item->title,
		.before = before,
		.after = after};

	return amend_trace(call, &change, err);
}

const char *amend_slot_words(struct call *call, const struct slot_row *slot)
{
	struct str text;
	const char *words;

	str_init(&text);
	phrase_short_day(slot->date, &text);
	if (slot->from >= 0) {
		str_add(&text, ", ");
		phrase_hours(slot->from, slot->to, &text);
	} else if (slot->half) {
		str_add(&text, strcmp(slot->half, "am") == 0 ? ", morning" : ", afternoon");
	}
	words = arena_strdup(&call->arena, text.text);
	str_clear(&text);
	return words;
}
