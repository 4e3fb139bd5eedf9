/* SPDX-License-Identifier: MIT */
/*
 * Corrections of the floor: who has it, where one speech ended and the next began,
 * two that were one. The clock is never asked anew: what it has seen goes to whom it
 * belongs. What a statement says of itself is corrected in cmd_statement.c.
 */
#include <string.h>

#include "groups.h"
#include "queue.h"
#include "rows.h"

#define POINT_OF_ORDER "point_of_order"

static bool is_point(const char *kind)
{
	return kind && strcmp(kind, POINT_OF_ORDER) == 0;
}

/* --- floor correct --- */

static bool has_floor(struct call *call, struct statement_row *row)
{
	struct store *store = call->desk->store;

	return store_statement_running(store, call->desk->session, &call->arena, row) ||
	       store_statement_paused(store, call->desk->session, &call->arena, row);
}

/* What it asked for the floor for; without an id if it did not ask, and then it speaks
 * in the capacity that is said. Who waits to speak raises a point of order besides. */
static void find_asked(struct call *call, const struct statement_row *speech, int64_t name,
	struct request_row *asked)
{
	struct store *store = call->desk->store;
	int64_t request = store_request_find(store, speech->item, name);

	if (!request || !store_request(store, request, &call->arena, asked) ||
		(is_point(speech->kind) && !is_point(asked->kind)))
		*asked = (struct request_row){.participant = name, .kind = speech->kind};
	if (call_given(call, "for"))
		asked->on_behalf = call_id(call, "for");
}

static bool set_speaker(
	struct call *call, int64_t statement, const struct request_row *speaker, struct err *err)
{
	struct store *store = call->desk->store;

	if (speaker->on_behalf && !rows_need_groups(call, err))
		return false;
	return store_statement_set(
		       store, statement, "participant", speaker->participant, NULL, err) &&
	       store_statement_set(store, statement, "on_behalf", speaker->on_behalf, NULL, err) &&
	       store_statement_set(store, statement, "person", 0, speaker->person, err) &&
	       store_statement_set(store, statement, "kind", 0, speaker->kind, err);
}

static bool floor_correct(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t name = call_id(call, "name"), called;
	struct statement_row speech;
	struct request_row right;

	if (!has_floor(call, &speech))
		return err_set(err, ERR_USAGE, "nobody has the floor");
	if (speech.participant == name)
		return err_set(err, ERR_USAGE, "%s has the floor", speech.name);
	find_asked(call, &speech, name, &right);
	called = store_request_of(store, speech.id);
	call->made = speech.id;
	str_addf(&call->reply, "s%d %s in place of %s, item %s", speech.number,
		rows_name(call, name), speech.name, speech.item_printed);
	if (!set_speaker(call, speech.id, &right, err) || !queue_put_back(call, called, err))
		return false;
	return right.id == 0 || store_request_set_state(store, right.id, "called", speech.id, err);
}

const struct command correct_commands[] = {
	{.name = "floor correct",
		.keys = "N",
		.help = "Another has the floor than was thought: its clock goes on",
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_SPEAKER,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"name", ARG_PARTICIPANT, .required = true,
					.prompt = "Who has the floor in fact"},
				PARAM_FOR,
				PARAM_GUEST,
			},
		.run = floor_correct},
	{0}};
