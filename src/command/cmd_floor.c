/* SPDX-License-Identifier: MIT */
/*
 * The floor: who gets it, who is interrupted, who has had it (conventions 5.2, 5.3).
 * One speech at a time: a speech that is paused, or stands still for a point of
 * order, has no running clock. Who waits is in cmd_queue.c.
 */
#include <string.h>

#include "groups.h"
#include "queue.h"
#include "rows.h"
#include "store/agenda_edit.h"

enum { SKIPPED = 3 }; /* seconds under which nobody has spoken */

/* --- when --- */

static bool refuse_taken(struct call *call, int64_t meeting, int64_t at, struct err *err)
{
	struct statement_row row;

	if (!meeting || !store_floor_taken(call->desk->store, meeting, at, &call->arena, &row))
		return true;
	return err_set(err, ERR_USAGE, "s%d %s had the floor %s %s: say a later time", row.number,
		row.name, row.stopped > at ? "until" : "from",
		queue_clock(call, row.stopped > at ? row.stopped : row.started));
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

/* Nobody gets the floor while somebody else had it. A time that was said is refused;
 * a clock that was set back stands until the last speech has ended. */
static bool begin_at(struct call *call, int64_t *at, struct err *err)
{
	const struct desk *desk = call->desk;
	struct statement_row running;
	int64_t newest;

	*at = desk_now(desk);
	if (!refuse_suspended(call, err))
		return false;
	if (!desk->at) {
		newest = store_floor_newest(desk->store, desk->session);
		if (!desk->clock.stands && newest > *at)
			*at = newest;
		return true;
	}
	if (store_statement_running(desk->store, desk->session, &call->arena, &running) &&
		!refuse_taken(call, running.meeting, *at, err))
		return false;
	return refuse_taken(call, rows_meeting(call, *at), *at, err);
}

/* --- whose turn it is --- */

/* The request that is to get the floor; without an id if there is none, and the
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
			err, ERR_USAGE, "nobody is on the list of %s", rows_items(call, item));
	*next = rows[0];
	return true;
}

static void say_who(struct call *call, int number, const struct request_row *who, int64_t item)
{
	str_addf(&call->reply, "s%d %s", number, rows_name(call, who->participant));
	if (who->on_behalf)
		str_addf(&call->reply, " for %s", rows_group(call, who->on_behalf));
	str_addf(&call->reply, " has the floor, %s", rows_items(call, item));
}

/* The Chair departs from the list: who would have been next stays on it. */
static void say_passed(struct call *call, const struct request_row *who)
{
	size_t count;
	struct request_row *rows;

	if (!who->id)
		return;
	rows = store_requests(call->desk->store, who->item, 1, &call->arena, &count);
	if (count > 0 && rows[0].id != who->id)
		str_addf(&call->reply, "; %s was next", rows[0].name);
}

/* The floor went on by a key that was hit twice, or a speaker was not in the room. Where
 * the clock does not run nobody speaks for any time. */
static void say_skipped(struct call *call, const struct statement_row *running, int64_t at)
{
	const struct desk *desk = call->desk;

	if (desk->at || desk->clock.stands || !running->id)
		return;
	int64_t seconds = running->seconds + (at - running->started) / 1000;
	if (seconds < SKIPPED)
		str_addf(&call->aside, "; %s had it for %d s; u takes that back", running->name,
			(int)seconds);
}

/* --- speeches that stand still --- */

/* The floor goes back to a speech that was paused or interrupted. */
static bool go_on(struct call *call, int64_t statement, int64_t at, struct err *err)
{
	struct statement_row row;
	int64_t newest = store_floor_newest(call->desk->store, call->desk->session);

	if (!store_statement(call->desk->store, statement, &call->arena, &row))
		return err_set(err, ERR_INTERNAL, "the speech is not there");
	call->made = statement;
	str_addf(&call->reply, "s%d %s goes on", row.number, row.name);
	return store_statement_resume(call->desk->store, statement, newest > at ? newest : at, err);
}

static bool end_point(
	struct call *call, const struct statement_row *point, int64_t interrupted, struct err *err)
{
	int64_t at = desk_now(call->desk);

	str_addf(&call->reply, "s%d %s ended; ", point->number, point->name);
	return store_statement_stop(call->desk->store, point->id, at, err) &&
	       go_on(call, interrupted, at, err);
}

/* The speech to which the floor goes back, if that is what is wanted: after a point of
 * order to the speaker who was interrupted, and to one that was paused by its name. */
static bool goes_back(struct call *call, int64_t *statement, struct statement_row *point)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session, name = call_id(call, "name");
	struct statement_row row;

	*statement = 0;
	if (store_statement_running(store, session, &call->arena, point)) {
		*statement = store_statement_interrupted(store, point->id);
		return *statement &&
		       (!name || (store_statement(store, *statement, &call->arena, &row) &&
					 row.participant == name));
	}
	*point = (struct statement_row){0};
	if (name && store_statement_paused(store, session, &call->arena, &row) &&
		row.participant == name)
		*statement = row.id;
	return *statement != 0;
}

/* --- floor give, floor order --- */

/* A point of order takes the floor from who has it; all else ends the speech before. */
static bool make_way(
	struct call *call, const char *kind, int64_t *interrupted, int64_t at, struct err *err)
{
	struct statement_row running;

	*interrupted = 0;
	if (!kind || strcmp(kind, "point_of_order") != 0)
		return rows_end_speech(call, at, err);
	if (store_statement_running(call->desk->store, call->desk->session, &call->arena, &running))
		*interrupted = running.id;
	return true;
}

static bool begin(struct call *call, const struct request_row *next, const char *kind, int64_t item,
	struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_new new = {.session = call->desk->session,
		.item = item,
		.participant = next->participant,
		.on_behalf = next->on_behalf,
		.person = next->person,
		.kind = kind};
	int64_t interrupted;
	int number;

	if (!begin_at(call, &new.from, err))
		return false;
	new.meeting = rows_meeting(call, new.from);
	if (!rows_take_up(call, item, new.meeting, new.from, err) ||
		!make_way(call, kind, &interrupted, new.from, err))
		return false;
	if (new.on_behalf && !rows_need_groups(call, err))
		return false;
	if (interrupted &&
		!store_statement_interrupt(store, new.session, interrupted, new.from, err))
		return false;
	call->made = store_statement_add(store, &new, &number, err);
	if (call->made == 0 ||
		(interrupted && !store_interruption_by(store, interrupted, call->made, err)))
		return false;
	say_who(call, number, next, item);
	say_passed(call, next);
	return next->id == 0 || store_request_set_state(store, next->id, "called", call->made, err);
}

static bool floor_give(struct call *call, struct err *err)
{
	int64_t item = call_id(call, "item"), statement, at;
	const char *kind = call_text(call, "kind");
	struct request_row next;
	struct statement_row point;

	if (goes_back(call, &statement, &point))
		return point.id ? end_point(call, &point, statement, err)
				: begin_at(call, &at, err) && go_on(call, statement, at, err);
	say_skipped(call, &point, desk_now(call->desk));
	if (!choose(call, item, &next, err))
		return false;
	if (!kind)
		kind = next.kind;
	if (kind && strcmp(kind, "reply") == 0 && next.id == 0 &&
		!queue_may_reply(call, item, next.participant, err))
		return false;
	return begin(call, &next, kind, item, err);
}

/* The item of the speech that it is about, unless another one is said. */
static bool order_item(struct call *call, int64_t *item, struct err *err)
{
	struct desk *desk = call->desk;
	struct statement_row row;

	*item = call_id(call, "item");
	if (*item == 0 &&
		(store_statement_running(desk->store, desk->session, &call->arena, &row) ||
			store_statement_paused(desk->store, desk->session, &call->arena, &row)))
		*item = row.item;
	if (*item == 0)
		*item = store_item_lead(desk->store, desk->selected.item);
	if (*item == 0 && store_items_open(desk->store, desk->session, item, 1) != 1)
		return err_set(err, ERR_USAGE, "say under which item: --item");
	return true;
}

static bool floor_order(struct call *call, struct err *err)
{
	static const char kind[] = "point_of_order";
	struct store *store = call->desk->store;
	struct request_row who = {
		.participant = call_id(call, "name"), .person = call_text(call, "person")};
	struct statement_row running;
	int64_t item;

	if (store_statement_running(store, call->desk->session, &call->arena, &running) &&
		running.participant == who.participant)
		return err_set(err, ERR_USAGE, "%s has the floor", running.name);
	return order_item(call, &item, err) && begin(call, &who, kind, item, err);
}

/* --- ending and pausing --- */

static bool floor_end(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session, at = desk_now(call->desk), interrupted;
	struct statement_row row;
	bool running = store_statement_running(store, session, &call->arena, &row);

	if (!running && !store_statement_paused(store, session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "nobody has the floor");
	interrupted = running ? store_statement_interrupted(store, row.id) : 0;
	if (interrupted)
		return end_point(call, &row, interrupted, err);
	str_addf(&call->reply, "s%d %s ended", row.number, row.name);
	call->made = row.id;
	/* What was paused before a point of order is still paused after it. */
	return running ? store_statement_stop(store, row.id, at, err)
		       : rows_end_speech(call, at, err);
}

static bool floor_pause(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session;
	struct statement_row row;

	if (!store_statement_running(store, session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "nobody is speaking: floor resume goes on");
	call->made = row.id;
	str_addf(&call->reply, "s%d %s paused", row.number, row.name);
	return store_statement_interrupt(store, session, row.id, desk_now(call->desk), err);
}

static bool floor_resume(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_row row;
	int64_t at;

	if (store_statement_running(store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "%s has the floor", row.name);
	if (!store_statement_paused(store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "no speech is paused");
	return begin_at(call, &at, err) && go_on(call, row.id, at, err);
}

#define PARAM_LIST                                                                 \
	{                                                                          \
		"item", ARG_ITEM, .required = true, .option = true, .floor = true, \
				  .prompt = "Agenda item"                          \
	}
#define PARAM_CONCLUDED                                                              \
	{                                                                            \
		"anyway", ARG_FLAG, .option = true,                                  \
				    .prompt = "Also under an item that is concluded" \
	}

const struct command floor_commands[] = {
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
				PARAM_LIST,
				PARAM_KIND,
				PARAM_FOR,
				PARAM_GUEST,
				PARAM_CONCLUDED,
			},
		.run = floor_give},
	{.name = "floor end",
		.keys = "e",
		.help = "End the speech; after a point of order the interrupted one goes on",
		.hint = "end",
		.hint_place = 4,
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_SPEAKER,
		.effect = EFFECT_CHANGES,
		.run = floor_end},
	{.name = "floor pause",
		.keys = "P",
		.help = "Pause the speech: its clock stands",
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_SPEAKER,
		.effect = EFFECT_CHANGES,
		.run = floor_pause},
	{.name = "floor resume",
		.keys = "G",
		.help = "Go on with the speech that was paused",
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.run = floor_resume},
	{.name = "floor order",
		.keys = "!",
		.help = "Give the floor at once for a point of order",
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"name", ARG_PARTICIPANT, .required = true,
					.prompt = "Who raises it"},
				{"item", ARG_ITEM, .option = true, .floor = true,
					.prompt = "Agenda item, if not that of the speech"},
				PARAM_PERSON,
				PARAM_GUEST,
				PARAM_CONCLUDED,
			},
		.run = floor_order},
	{0}};
