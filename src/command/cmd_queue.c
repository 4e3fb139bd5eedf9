/* SPDX-License-Identifier: MIT */
/*
 * The speakers' list of an item (conventions 5.3): who asks for the floor, in which
 * turn, and how a request ends that never got it. Who has the floor is in
 * cmd_floor.c.
 */
#include <string.h>

#include "groups.h"
#include "model/number.h"
#include "queue.h"
#include "rows.h"

/* --- asking for the floor --- */

/* The same delegation on the list already, in the same capacity and for the same. */
static const struct request_row *find_same(
	struct call *call, int64_t item, int64_t participant, const char *kind)
{
	size_t count;
	struct request_row *rows = store_requests(call->desk->store, item, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].participant == participant &&
			rows[i].on_behalf == call_id(call, "for") &&
			strcmp(rows[i].kind, kind) == 0)
			return &rows[i];
	return NULL;
}

static bool refuse_twice(
	struct call *call, int64_t item, int64_t participant, const char *kind, struct err *err)
{
	const struct request_row *there;

	if (!desk_rules(call->desk)->once || call_given(call, "anyway") ||
		strcmp(kind, "reply") == 0)
		return true;
	there = find_same(call, item, participant, kind);
	return !there ||
	       call_ask(call, err, "anyway",
		       "%s is on the list of item %s already (place %d%s): "
		       "put it there once more?",
		       there->name, rows_item(call, item), queue_place_of(call, item, there->id),
		       strcmp(there->state, "absent") == 0 ? ", absent when called" : "");
}

static int64_t ask(struct call *call, int64_t item, int64_t participant, const char *kind,
	int64_t at, struct err *err)
{
	int64_t request;

	if (!refuse_twice(call, item, participant, kind, err) ||
		(strcmp(kind, "reply") == 0 && !queue_may_reply(call, item, participant, err)))
		return 0;
	request = store_request_add(call->desk->store, call->desk->session, item, participant,
		call_id(call, "for"), call_text(call, "person"), kind, at, err);
	return request && queue_place(call, item, request, err) ? request : 0;
}

/* On a closed list only replies and what belongs to a decision are in time. */
static void say_late(struct call *call, int64_t item)
{
	struct request_row row;

	if (store_request(call->desk->store, call->made, &call->arena, &row) && row.late)
		str_addf(&call->reply, "; late, the list was closed at %s",
			queue_clock(call, store_list_closed(call->desk->store, item)));
}

static bool request(struct call *call, const char *kind, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	int64_t item = call_id(call, "item"), at = desk_now(call->desk);

	/* First, for a long list of names is cut on a screen. */
	if (names->count > 1)
		str_addf(&call->reply, "%zu added: ", names->count);
	for (size_t i = 0; i < names->count; i++) {
		call->made = ask(call, item, names->ids[i], kind, at, err);
		if (call->made == 0)
			return false;
		str_addf(&call->reply, "%s%s", i ? ", " : "", rows_name(call, names->ids[i]));
	}
	str_addf(&call->reply, " on the list of %s", rows_items(call, item));
	if (strcmp(kind, "reply") == 0)
		str_add(&call->reply, " for a reply");
	say_late(call, item);
	return true;
}

static bool floor_request(struct call *call, struct err *err)
{
	const char *kind = call_text(call, "kind");

	return request(call, kind ? kind : "general", err);
}

static bool floor_reply(struct call *call, struct err *err)
{
	return request(call, "reply", err);
}

/* --- leaving the list --- */

static bool find_waiting(struct call *call, int64_t *found, struct err *err)
{
	*found =
		store_request_find(call->desk->store, call_id(call, "item"), call_id(call, "name"));
	return *found || err_set(err, ERR_USAGE, "%s is not on the list of item %s",
				 rows_name(call, call_id(call, "name")),
				 rows_item(call, call_id(call, "item")));
}

static bool leave(struct call *call, const char *state, const char *words, struct err *err)
{
	int64_t found;

	if (!find_waiting(call, &found, err))
		return false;
	str_addf(&call->reply, "%s %s, item %s", rows_name(call, call_id(call, "name")), words,
		rows_item(call, call_id(call, "item")));
	return store_request_set_state(call->desk->store, found, state, 0, err);
}

static bool floor_withdraw(struct call *call, struct err *err)
{
	int64_t found;

	if (!find_waiting(call, &found, err))
		return false;
	str_addf(&call->reply, "%s off the list of %s", rows_name(call, call_id(call, "name")),
		rows_items(call, call_id(call, "item")));
	return store_request_set_state(call->desk->store, found, "withdrawn", 0, err);
}

static bool floor_cede(struct call *call, struct err *err)
{
	return leave(call, "ceded", "yielded the floor", err);
}

/* Who was not on the list may have handed in a text all the same. */
static bool floor_text(struct call *call, struct err *err)
{
	int64_t item = call_id(call, "item"), name = call_id(call, "name");
	struct store *store = call->desk->store;

	if (store_request_find(store, item, name))
		return leave(call, "text_only", "circulated its text", err);
	call->made = store_request_add(store, call->desk->session, item, name, call_id(call, "for"),
		NULL, NULL, desk_now(call->desk), err);
	str_addf(&call->reply, "%s circulated its text, item %s", rows_name(call, name),
		rows_item(call, item));
	return call->made != 0 && store_request_set_state(store, call->made, "text_only", 0, err);
}

/* --- called, and not there --- */

/* Had the floor for nothing: the statement goes, and its request comes again. */
static bool give_back(
	struct call *call, const struct statement_row *running, int64_t *found, struct err *err)
{
	struct store *store = call->desk->store;
	bool interrupts = store_statement_interrupted(store, running->id) != 0;

	if (*running->note || interrupts)
		return err_set(err, ERR_USAGE, "s%d %s %s: floor end", running->number,
			running->name, interrupts ? "is a point of order" : "has a note");
	*found = store_request_of(store, running->id);
	if (*found == 0)
		*found = store_request_add(store, call->desk->session, running->item,
			running->participant, running->on_behalf, running->person, running->kind,
			running->started, err);
	return *found && store_request_set_state(store, *found, "absent", 0, err) &&
	       store_statement_delete(store, running->id, err);
}

/* The request of who was called, back among those who wait. */
static bool find_called(struct call *call, struct request_row *called, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_row running;
	int64_t found = 0;

	if (store_statement_running(store, call->desk->session, &call->arena, &running) &&
		(!call_given(call, "name") || running.participant == call_id(call, "name"))) {
		if (!give_back(call, &running, &found, err))
			return false;
	} else if (!call_given(call, "name")) {
		return err_set(err, ERR_USAGE, "nobody has the floor: say who was called");
	} else if (!call_given(call, "item")) {
		return err_set(err, ERR_USAGE, "say on which list: --item");
	} else if (!find_waiting(call, &found, err) ||
		   !store_request_set_state(store, found, "absent", 0, err)) {
		return false;
	}
	return store_request(store, found, &call->arena, called) ||
	       err_set(err, ERR_INTERNAL, "the request is not there");
}

static bool floor_absent(struct call *call, struct err *err)
{
	struct request_row called = {0};

	if (!find_called(call, &called, err) || !queue_place(call, called.item, called.id, err))
		return false;
	str_addf(&call->reply, "%s was called and is not there, now ", called.name);
	number_ordinal(queue_place_of(call, called.item, called.id), &call->reply);
	str_addf(&call->reply, " on the list of %s", rows_items(call, called.item));
	return true;
}

/* --- the order --- */

static bool floor_move(struct call *call, struct err *err)
{
	int64_t found, place = call_id(call, "place");

	if (!find_waiting(call, &found, err))
		return false;
	if (place < 1 || place > 100000)
		return err_set(err, ERR_USAGE, "a place on the list is a number from 1");
	if (!store_request_move(call->desk->store, found, (int)place, err))
		return false;
	str_addf(&call->reply, "%s is now ", rows_name(call, call_id(call, "name")));
	number_ordinal(queue_place_of(call, call_id(call, "item"), found), &call->reply);
	str_addf(&call->reply, " on the list of %s", rows_items(call, call_id(call, "item")));
	return true;
}

/* --- closing the list --- */

/* All who are on it, a line each, as the Chair reads them out. */
static size_t read_out(struct call *call, int64_t item)
{
	size_t count;
	struct request_row *rows = store_requests(call->desk->store, item, 0, &call->arena, &count);

	int digits = count < 10 ? 1 : count < 100 ? 2 : 3;
	for (size_t i = 0; i < count; i++) {
		str_addf(&call->output, "%*zu  %s", digits, i + 1, rows[i].name);
		if (rows[i].group)
			str_addf(&call->output, " for %s", rows[i].group);
		str_addc(&call->output, '\n');
	}
	return count;
}

static bool floor_close(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t item = call_id(call, "item"), closed = store_list_closed(store, item);
	size_t count;

	if (closed)
		return err_set(err, ERR_USAGE, "the list of item %s was closed at %s",
			rows_item(call, item), queue_clock(call, closed));
	count = read_out(call, item);
	str_addf(&call->reply, "the list of item %s is closed, %zu speaker%s",
		rows_item(call, item), count, count == 1 ? "" : "s");
	return store_list_close(store, call->desk->session, item, desk_now(call->desk), err);
}

static bool floor_open(struct call *call, struct err *err)
{
	int64_t item = call_id(call, "item");

	if (!store_list_closed(call->desk->store, item))
		return err_set(
			err, ERR_USAGE, "the list of item %s is not closed", rows_item(call, item));
	str_addf(&call->reply, "the list of item %s is open again", rows_item(call, item));
	return store_list_open(call->desk->store, item, desk_now(call->desk), err);
}

#define PARAM_ON_LIST                                                      \
	{                                                                  \
		"name", ARG_PARTICIPANT, .required = true, .prompt = "Who" \
	}
#define PARAM_LIST                                                                 \
	{                                                                          \
		"item", ARG_ITEM, .required = true, .option = true, .floor = true, \
				  .prompt = "Agenda item"                          \
	}

#define PARAM_LIST_OF                                                             \
	{                                                                         \
		"item", ARG_ITEM, .option = true, .context = true, .floor = true, \
				  .prompt = "Agenda item"                         \
	}

const struct command queue_commands[] = {
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
				PARAM_LIST,
				PARAM_KIND,
				PARAM_FOR,
				PARAM_PERSON,
				PARAM_GUEST,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also if it is on the list already"},
			},
		.run = floor_request},
	{.name = "floor reply",
		.keys = "b",
		.help = "Put delegations on the list for a right of reply",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"names", ARG_PARTICIPANTS, .required = true,
					.prompt = "Who wants to reply"},
				PARAM_LIST,
				PARAM_FOR,
				PARAM_PERSON,
				PARAM_GUEST,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also if the rules allow no more"},
			},
		.run = floor_reply},
	{.name = "floor withdraw",
		.keys = "w",
		.help = "Take a delegation off the speakers' list",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_ON_LIST, PARAM_LIST},
		.run = floor_withdraw},
	{.name = "floor move",
		.keys = "v",
		.help = "Move a delegation to another place on the list",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_ON_LIST,
				{"place", ARG_NUMBER, .required = true,
					.prompt = "Place, 1 is next"},
				PARAM_LIST,
			},
		.run = floor_move},
	{.name = "floor absent",
		.keys = "A",
		.help = "Who was called is not there: to the end of the list",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"name", ARG_PARTICIPANT,
					.prompt = "Who; nobody: who has the floor"},
				PARAM_LIST_OF,
			},
		.run = floor_absent},
	{.name = "floor cede",
		.keys = "y",
		.help = "Note that a delegation on the list has yielded the floor",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_ON_LIST, PARAM_LIST},
		.run = floor_cede},
	{.name = "floor text",
		.keys = "x",
		.help = "Note that a delegation has circulated its text and does not read it",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_ON_LIST, PARAM_LIST, PARAM_FOR, PARAM_GUEST},
		.run = floor_text},
	{.name = "floor close",
		.keys = "L",
		.help = "Close the speakers' list, and read it out",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_LIST},
		.run = floor_close},
	{.name = "floor open",
		.keys = "O",
		.help = "Open a speakers' list that was closed",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_LIST},
		.run = floor_open},
	{0}};
