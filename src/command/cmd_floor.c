/* SPDX-License-Identifier: MIT */
/* The floor: who wants it, who gets it, who has had it (conventions 5.3). */
#include <string.h>

#include "groups.h"
#include "model/number.h"
#include "rows.h"

enum { SKIPPED = 3 }; /* seconds under which nobody has spoken */

/* Place of a request on its list, from 1. */
static int place_of(struct call *call, int64_t item, int64_t request)
{
	size_t count;
	struct request_row *rows = store_requests(call->desk->store, item, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].id == request)
			return (int)i + 1;
	return 0;
}

static bool refuse_twice(struct call *call, int64_t item, int64_t participant, struct err *err)
{
	int64_t there = store_request_find(call->desk->store, item, participant);

	if (!there || call_given(call, "anyway"))
		return true;
	return call_ask(call, err, "anyway",
		"%s is on the list of item %s already (place %d): "
		"put it there once more?",
		rows_name(call, participant), rows_item(call, item), place_of(call, item, there));
}

static bool floor_request(struct call *call, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	int64_t item = call_id(call, "item"), at = desk_now(call->desk);

	for (size_t i = 0; i < names->count; i++) {
		if (!refuse_twice(call, item, names->ids[i], err))
			return false;
		call->made = store_request_add(call->desk->store, call->desk->session, item,
			names->ids[i], call_id(call, "for"), call_text(call, "person"),
			call_text(call, "kind"), at, err);
		if (call->made == 0)
			return false;
		str_addf(&call->reply, "%s%s", i ? ", " : "", rows_name(call, names->ids[i]));
	}
	str_addf(&call->reply, " on the list of item %s", rows_item(call, item));
	return true;
}

/* The request that is to get the floor; `next` is empty if there is none, and the
 * name then gets it without having asked. */
static bool choose(struct call *call, int64_t item, struct request_row *next, struct err *err)
{
	struct store *store = call->desk->store;
	size_t count;
	struct request_row *rows;
	int64_t request;

	*next = (struct request_row){0};
	if (call_given(call, "name")) {
		request = store_request_find(store, item, call_id(call, "name"));
		next->participant = call_id(call, "name");
		next->on_behalf = call_id(call, "for");
		return request == 0 || store_request(store, request, &call->arena, next);
	}
	rows = store_requests(store, item, 1, &call->arena, &count);
	if (count == 0)
		return err_set(
			err, ERR_USAGE, "nobody is on the list of item %s", rows_item(call, item));
	*next = rows[0];
	return true;
}

static void say_who(struct call *call, int number, const struct request_row *who, int64_t item)
{
	str_addf(&call->reply, "s%d %s", number, rows_name(call, who->participant));
	if (who->on_behalf)
		str_addf(&call->reply, " for %s", rows_group(call, who->on_behalf));
	str_addf(&call->reply, " has the floor, item %s", rows_item(call, item));
}

/* The floor went on by a key that was hit twice, or a speaker was not in the room. Where
 * the clock does not run nobody speaks for any time. */
static void say_skipped(struct call *call, int64_t at)
{
	const struct desk *desk = call->desk;
	struct statement_row row;

	if (desk->at || desk->clock.stands ||
		!store_statement_running(desk->store, desk->session, &call->arena, &row))
		return;
	int64_t seconds = row.seconds + (at - row.started) / 1000;
	if (seconds < SKIPPED)
		str_addf(&call->aside, "; %s had it for %d s: u takes that back", row.name,
			(int)seconds);
}

/* Nobody begins to speak in a suspended meeting, also not at a time before it was. */
static bool refuse_suspended(struct call *call, struct err *err)
{
	struct meeting_row row;

	return !store_meeting_open_now(
		       call->desk->store, call->desk->session, &call->arena, &row) ||
	       !row.suspended ||
	       err_set(err, ERR_USAGE,
		       "The meeting is suspended: statement add logs what was said before");
}

static bool floor_give(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t item = call_id(call, "item"), at = desk_now(call->desk);
	struct statement_new new = {.session = call->desk->session,
		.item = item,
		.meeting = rows_meeting(call, at),
		.from = at,
		.kind = call_text(call, "kind")};
	struct request_row next;
	int number;

	say_skipped(call, at);
	if (!refuse_suspended(call, err) || !choose(call, item, &next, err) ||
		!rows_take_up(call, item, new.meeting, at, err) ||
		!rows_end_speech(call, at, NULL, err))
		return false;
	new.participant = next.participant;
	new.on_behalf = next.on_behalf;
	new.person = next.person;
	if (!new.kind)
		new.kind = next.kind;
	if (new.on_behalf && !rows_need_groups(call, err))
		return false;
	call->made = store_statement_add(store, &new, &number, err);
	if (call->made == 0)
		return false;
	say_who(call, number, &next, item);
	return next.id == 0 || store_request_set_state(store, next.id, "spoke", call->made, err);
}

static bool floor_end(struct call *call, struct err *err)
{
	struct statement_row row;

	if (!store_statement_running(call->desk->store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "nobody has the floor");
	str_addf(&call->reply, "s%d %s ended", row.number, row.name);
	call->made = row.id;
	return rows_end_speech(call, desk_now(call->desk), NULL, err);
}

static bool find_waiting(struct call *call, int64_t *request, struct err *err)
{
	*request =
		store_request_find(call->desk->store, call_id(call, "item"), call_id(call, "name"));
	return *request || err_set(err, ERR_USAGE, "%s is not on the list of item %s",
				   rows_name(call, call_id(call, "name")),
				   rows_item(call, call_id(call, "item")));
}

static bool floor_withdraw(struct call *call, struct err *err)
{
	int64_t request;

	if (!find_waiting(call, &request, err))
		return false;
	str_addf(&call->reply, "%s off the list of item %s", rows_name(call, call_id(call, "name")),
		rows_item(call, call_id(call, "item")));
	return store_request_set_state(call->desk->store, request, "withdrawn", 0, err);
}

static bool floor_move(struct call *call, struct err *err)
{
	int64_t request, place = call_id(call, "place");

	if (!find_waiting(call, &request, err))
		return false;
	if (place < 1 || place > 100000)
		return err_set(err, ERR_USAGE, "a place on the list is a number from 1");
	if (!store_request_move(call->desk->store, request, (int)place, err))
		return false;
	str_addf(&call->reply, "%s is now ", rows_name(call, call_id(call, "name")));
	number_ordinal(place_of(call, call_id(call, "item"), request), &call->reply);
	str_addf(&call->reply, " on the list of item %s", rows_item(call, call_id(call, "item")));
	return true;
}

const struct command floor_commands[] = {
	{.name = "floor request",
		.keys = "a",
		.help = "Put delegations on the speakers' list",
		.hint = "add to list",
		.hint_place = 3,
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"names", ARG_PARTICIPANTS, .required = true,
					.prompt = "Who wants the floor"},
				{"item", ARG_ITEM, .required = true, .option = true,
					.prompt = "Agenda item"},
				PARAM_KIND,
				PARAM_FOR,
				PARAM_PERSON,
				PARAM_GUEST,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also if it is on the list already"},
			},
		.run = floor_request},
	{.name = "floor give",
		.keys = "n",
		.help = "Give the floor to the next speaker, or to the one named",
		.hint = "next speaker",
		.hint_place = 1,
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"name", ARG_PARTICIPANT, .prompt = "To whom"},
				{"item", ARG_ITEM, .required = true, .option = true,
					.prompt = "Agenda item"},
				PARAM_KIND,
				PARAM_FOR,
				PARAM_GUEST,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also under an item that is concluded"},
			},
		.run = floor_give},
	{.name = "floor end",
		.keys = "e",
		.help = "End the speech",
		.hint = "end",
		.hint_place = 4,
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_SPEAKER,
		.effect = EFFECT_CHANGES,
		.run = floor_end},
	{.name = "floor withdraw",
		.keys = "w",
		.help = "Take a delegation off the speakers' list",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"name", ARG_PARTICIPANT, .required = true, .prompt = "Who"},
				{"item", ARG_ITEM, .required = true, .option = true,
					.prompt = "Agenda item"},
			},
		.run = floor_withdraw},
	{.name = "floor move",
		.keys = "v",
		.help = "Move a delegation to another place on the list",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"name", ARG_PARTICIPANT, .required = true, .prompt = "Who"},
				{"place", ARG_NUMBER, .required = true,
					.prompt = "Place, 1 is next"},
				{"item", ARG_ITEM, .required = true, .option = true,
					.prompt = "Agenda item"},
			},
		.run = floor_move},
	{0}};
