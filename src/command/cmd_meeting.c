/* SPDX-License-Identifier: MIT */
/* Meetings: opening, and closing with a list of what is undecided. */
#include <string.h>

#include "groups.h"
#include "model/number.h"
#include "model/phrase.h"
#include "rows.h"
#include "store/recommendation.h"

static void add_slot(struct call *call, int64_t slot)
{
	size_t count;
	struct slot_row *rows =
		store_slots(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (rows[i].id != slot)
			continue;
		str_add(&call->reply, ", ");
		if (rows[i].from >= 0 && rows[i].to >= 0)
			phrase_hours(rows[i].from, rows[i].to, &call->reply);
		else
			phrase_day(rows[i].date, &call->reply);
		if (rows[i].items)
			str_addf(&call->reply, ", items %s", rows[i].items);
	}
}

/* Items that were left open at the last meeting are being considered again. */
static bool go_on(struct call *call, int64_t meeting, int64_t at, struct err *err)
{
	int64_t items[64];
	size_t count = store_items_open(call->desk->store, call->desk->session, items, 64);

	for (size_t i = 0; i < count && i < 64; i++)
		if (!store_consideration_open(
			    call->desk->store, call->desk->session, items[i], meeting, at, err))
			return false;
	return true;
}

static bool meeting_open(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session, at = desk_now(call->desk), slot;
	struct meeting_row open;
	int number;

	if (store_meeting_open_now(store, session, &call->arena, &open)) {
		str_reset(&call->reply);
		number_ordinal(open.number, &call->reply);
		return err_set(err, ERR_USAGE, "the %s meeting is still open: close it first",
			call->reply.text);
	}
	slot = store_slot_at(store, session, at);
	call->made = store_meeting_open(store, session, slot, at, &number, err);
	if (call->made == 0 || !go_on(call, call->made, at, err))
		return false;
	number_ordinal(number, &call->reply);
	str_add(&call->reply, " meeting opened");
	if (slot)
		add_slot(call, slot);
	return true;
}

static void list_open_items(struct call *call)
{
	size_t count, listed = 0;
	struct item_row *rows =
		store_items(call->desk->store, call->desk->session, &call->arena, &count);
	int64_t waiting = 0;

	for (size_t i = 0; i < count; i++) {
		waiting += rows[i].waiting;
		if (rows[i].leaf && strcmp(rows[i].state, "open") == 0)
			str_addf(&call->reply, "%s%s",
				listed++ ? ", " : "; still open: ", rows[i].printed);
	}
	if (waiting)
		str_addf(&call->reply, "; %lld on speakers' lists", (long long)waiting);
}

static bool meeting_close(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t at = desk_now(call->desk), open, adopted;
	struct meeting_row row;

	if (!store_meeting_open_now(store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "no meeting is open");
	if (at < row.opened)
		return err_set(err, ERR_USAGE, "the meeting cannot close before it was opened");
	call->milestone = true;
	number_ordinal(row.number, &call->reply);
	str_add(&call->reply, " meeting closed");
	list_open_items(call);
	store_recommendation_totals(store, call->desk->session, &open, &adopted);
	if (open)
		str_addf(&call->reply, "; %lld recommendation%s not decided", (long long)open,
			open == 1 ? "" : "s");
	return rows_end_speech(call, at, NULL, err) && store_meeting_close(store, row.id, at, err);
}

const struct command meeting_commands[] = {{.name = "meeting open",
						   .keys = "m",
						   .help = "Open the next meeting",
						   .hint = "open meeting",
						   .hint_place = 1,
						   .where = IN_ROOM | IN_ORGANIZATION,
						   .needs = NEED_SESSION,
						   .effect = EFFECT_CHANGES,
						   .run = meeting_open},
	{.name = "meeting close",
		.keys = "M",
		.help = "Close the meeting, ending the speech, and list what is undecided",
		.hint = "close meeting",
		.hint_place = 6,
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.run = meeting_close},
	{0}};
