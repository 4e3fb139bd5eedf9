/* SPDX-License-Identifier: MIT */
/*
 * The organization of work is changed on the spot: items move between slots
 * (slot_items.c), slots come, go and are held at another time. Where a meeting was held,
 * its slot stays: that is what was planned for it. Each command leaves a trace
 * (store/agenda_change.h).
 */
#include <string.h>

#include "groups.h"
#include "model/when.h"
#include "slot_items.h"
#include "store/agenda_edit.h"

/* What was said as day and time, put into the row; what is not said stays. */
static bool set_time(struct call *call, struct slot_row *slot, struct err *err)
{
	const char *text = call_text(call, "when");
	struct session_row session;
	struct when when;
	char date[11];

	if (!when_parse(text, &when))
		return err_set(err, ERR_USAGE,
			"'%s' is no day and time: 18 Oct 15:00-18:00, or Thursday pm", text);
	store_session(call->desk->store, call->desk->session, &call->arena, &session);
	if (when_has_day(&when) && !when_date(&when, session.from, session.to, date))
		return err_set(err, ERR_USAGE, "'%s' is no day of the session", text);
	if (when_has_day(&when))
		slot->date = arena_strdup(&call->arena, date);
	if (!slot->date)
		return err_set(err, ERR_USAGE, "say on what day: 18 Oct %s", text);
	if (strcmp(slot->date, session.from) < 0 || strcmp(slot->date, session.to) > 0)
		str_add(&call->aside, "; that is outside the session's dates");
	if (when.from >= 0 || when.half) {
		slot->from = when.from;
		slot->to = when.to;
		slot->half = when.half;
	}
	return true;
}

static bool trace_slot(struct call *call, const char *kind, const struct slot_row *before,
	const struct slot_row *after, struct err *err)
{
	struct agenda_change change = {.kind = kind,
		.slot = after ? after->id : before->id,
		.title = after ? after->label : before->label,
		.before = slot_code(call, before),
		.after = slot_code(call, after)};

	return amend_trace(call, &change, err);
}

static bool put_items(struct call *call, const struct slot_row *slot, struct err *err)
{
	const struct arg *arg = call_arg(call, "items");
	struct items items = amend_items(call);

	for (size_t i = 0; i < arg->count; i++) {
		const struct item_row *item = amend_item(&items, arg->ids[i]);
		str_addf(&call->reply, "%s%s", i ? ", " : ": items ", item->printed);
		if (!slot_put_item(call, item, NULL, slot, 0, err))
			return false;
	}
	return true;
}

static bool slot_add(struct call *call, struct err *err)
{
	struct slot_row slot = {.from = -1,
		.to = -1,
		.room = call_text(call, "room"),
		.label = call_text(call, "label")};

	if (!set_time(call, &slot, err))
		return false;
	slot.id = store_slot_add(call->desk->store, call->desk->session, &slot, err);
	call->made = slot.id;
	if (slot.id == 0)
		return false;
	str_addf(&call->reply, "meeting added, %s", amend_slot_words(call, &slot));
	return trace_slot(call, "slot_added", NULL, &slot, err) && put_items(call, &slot, err);
}

static bool slot_time(struct call *call, struct err *err)
{
	struct slots slots = slots_read(call);
	const struct slot_row *before = slots_find(&slots, call_id(call, "slot"));
	struct slot_row slot = *before;

	if (call_given(call, "when") && !set_time(call, &slot, err))
		return false;
	if (call_given(call, "room"))
		slot.room = *call_text(call, "room") ? call_text(call, "room") : NULL;
	if (call_given(call, "label"))
		slot.label = *call_text(call, "label") ? call_text(call, "label") : NULL;
	str_addf(&call->reply, "meeting planned for %s: now %s", amend_slot_words(call, before),
		amend_slot_words(call, &slot));
	return store_slot_set(call->desk->store, call->desk->session, &slot, err) &&
	       (strcmp(slot_code(call, before), slot_code(call, &slot)) == 0 ||
		       trace_slot(call, "slot_changed", before, &slot, err));
}

static bool slot_delete(struct call *call, struct err *err)
{
	struct slots slots = slots_read(call);
	const struct slot_row *slot = slots_find(&slots, call_id(call, "slot"));

	if (slot->meeting)
		return err_set(err, ERR_USAGE,
			"a meeting was held in it: it stays; slot move puts its items elsewhere");
	str_addf(&call->reply, "no meeting any more, %s", amend_slot_words(call, slot));
	if (slot->items)
		str_addf(&call->reply, "; items %s were planned for it", slot->items);
	return trace_slot(call, "slot_deleted", slot, NULL, err) &&
	       store_slot_delete(call->desk->store, slot->id, err);
}

#define PARAM_THE_ITEM                                                      \
	{                                                                   \
		"item", ARG_ITEM, .required = true, .prompt = "Agenda item" \
	}
/* The selected one, where several have the item. */
#define PARAM_FROM                                                              \
	{                                                                       \
		"from", ARG_SLOT, .option = true, .context = true,              \
				  .prompt = "From which meeting, if in several" \
	}
#define PARAM_THE_SLOT                                                                \
	{                                                                             \
		"slot", ARG_SLOT, .required = true, .prompt = "Meeting, as 17 Oct pm" \
	}
#define PARAM_ROOM                                                 \
	{                                                          \
		"room", ARG_LINE, .option = true, .prompt = "Room" \
	}
#define PARAM_LABEL                                                                           \
	{                                                                                     \
		"label", ARG_LINE, .option = true, .prompt = "What it is for, if for no item" \
	}

const struct command slot_commands[] = {
	{.name = "slot move",
		.keys = "v",
		.help = "Move an item to another meeting of the organization of work",
		.hint = "move item",
		.hint_place = 3,
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_THE_ITEM,
				{"to", ARG_SLOT, .option = true,
					.prompt = "To which meeting, as 18 Oct am"},
				PARAM_FROM,
				{"before", ARG_ITEM, .option = true, .prompt = "Before which item"},
				{"after", ARG_ITEM, .option = true, .prompt = "Or after which"},
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = slot_move},
	{.name = "slot earlier",
		.keys = "<",
		.help = "Move an item to the meeting before",
		.hint = "before",
		.hint_place = 4,
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_ITEM, PARAM_FROM, PARAM_REASON, PARAM_CORRECTION},
		.run = slot_earlier},
	{.name = "slot later",
		.keys = ">",
		.help = "Move an item to the meeting after",
		.hint = "after",
		.hint_place = 4,
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_ITEM, PARAM_FROM, PARAM_REASON, PARAM_CORRECTION},
		.run = slot_later},
	{.name = "slot raise",
		.keys = "K",
		.help = "Take an item up one place before in its meeting",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_ITEM, PARAM_FROM, PARAM_REASON, PARAM_CORRECTION},
		.run = slot_raise},
	{.name = "slot lower",
		.keys = "J",
		.help = "Take an item up one place after in its meeting",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_ITEM, PARAM_FROM, PARAM_REASON, PARAM_CORRECTION},
		.run = slot_lower},
	{.name = "slot put",
		.keys = "p",
		.help = "Plan an item for one more meeting",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_THE_ITEM,
				{"to", ARG_SLOT, .required = true, .option = true,
					.prompt = "For which meeting, as 18 Oct am"},
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = slot_put},
	{.name = "slot take",
		.keys = "X",
		.help = "Take an item out of a meeting",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_ITEM, PARAM_FROM, PARAM_REASON, PARAM_CORRECTION},
		.run = slot_take},
	{.name = "slot add",
		.keys = "a",
		.help = "Add a meeting to the organization of work",
		.hint = "add meeting",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"when", ARG_LINE, .required = true,
					.prompt = "Day and time, as 18 Oct 15:00-18:00"},
				{"items", ARG_ITEMS, .option = true, .prompt = "Items, as 6, 7"},
				PARAM_ROOM,
				PARAM_LABEL,
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = slot_add},
	{.name = "slot time",
		.keys = "t",
		.help = "Change when or where a meeting is planned",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_THE_SLOT,
				{"when", ARG_LINE, .prompt = "Day, time or both, as 15:00-18:00"},
				PARAM_ROOM,
				PARAM_LABEL,
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = slot_time},
	{.name = "slot delete",
		.keys = "D",
		.help = "Delete a meeting that was planned and is not held",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_SLOT, PARAM_REASON, PARAM_CORRECTION},
		.run = slot_delete},
	{0}};
