/* SPDX-License-Identifier: MIT */
/*
 * Positions on what is decided: explanations before and after it, reservations,
 * dissociations, and what a delegation wants to see in the report. One is bound to the
 * statement in which it was given, where there was one.
 */
#include "groups.h"
#include "store/vote.h"
#include "texts.h"

/* --- who, and in which statement --- */

/* The one that is named, else the one that is being made, else the newest one that was
 * logged as such an explanation; false if there is none. */
static bool read_statement(
	struct call *call, const struct position_row *position, struct statement_row *speech)
{
	struct store *store = call->desk->store;
	int64_t named = call_id(call, "statement"), who = position->participant;

	if (named)
		return store_statement(store, named, &call->arena, speech);
	if (store_statement_running(store, call->desk->session, &call->arena, speech) &&
		(!who || speech->participant == who))
		return true;
	named = who ? store_position_statement(store, call->desk->session, who, position->kind) : 0;
	return named && store_statement(store, named, &call->arena, speech);
}

static bool read_who(struct call *call, struct position_row *position, struct err *err)
{
	struct statement_row speech;

	position->participant = call_id(call, "name");
	position->on_behalf = call_id(call, "for");
	if (read_statement(call, position, &speech)) {
		if (position->participant && position->participant != speech.participant)
			return err_set(err, ERR_USAGE, "s%d is a statement of %s", speech.number,
				speech.name);
		position->participant = speech.participant;
		position->statement = speech.id;
		if (!position->on_behalf)
			position->on_behalf = speech.on_behalf;
	}
	if (!position->participant)
		return err_set(
			err, ERR_USAGE, "say whose position it is: a name, or --statement S");
	return !position->on_behalf || rows_need_groups(call, err);
}

/* --- adding and removing --- */

static void say(struct call *call, const struct position_row *position, const char *what)
{
	str_addf(&call->reply, "%s of %s", position_label(position->kind),
		rows_name(call, position->participant));
	if (position->on_behalf)
		str_addf(&call->reply, " for %s", rows_group(call, position->on_behalf));
	str_addf(&call->reply, " %s", what);
}

static void say_statement(struct call *call, const struct position_row *position)
{
	struct statement_row speech;

	if (position->statement &&
		store_statement(call->desk->store, position->statement, &call->arena, &speech))
		str_addf(&call->reply, " (s%d)", speech.number);
}

static bool add(struct call *call, struct position_row *position, const char *on, struct err *err)
{
	position_parse(call_text(call, "kind"), &position->kind);
	if (!read_who(call, position, err))
		return false;
	if (store_position_find(call->desk->store, position))
		return err_set(err, ERR_USAGE, "%s of %s on %s is recorded already",
			position_label(position->kind), rows_name(call, position->participant), on);
	position->text = call_text(call, "text");
	position->at = desk_now(call->desk);
	position->meeting = rows_meeting(call, position->at);
	call->made = store_position_add(call->desk->store, call->desk->session, position, err);
	say(call, position, arena_printf(&call->arena, "on %s recorded", on));
	say_statement(call, position);
	return call->made != 0;
}

static bool take_out(
	struct call *call, struct position_row *position, const char *on, struct err *err)
{
	position_parse(call_text(call, "kind"), &position->kind);
	position->participant = call_id(call, "name");
	int64_t id = store_position_find(call->desk->store, position);
	if (!id)
		return err_set(err, ERR_USAGE, "there is no %s of %s on %s",
			position_label(position->kind), rows_name(call, position->participant), on);
	say(call, position, arena_printf(&call->arena, "on %s taken out", on));
	return store_position_remove(call->desk->store, id, err);
}

static const char *name_of(struct call *call, const struct recommendation_row *row)
{
	return arena_printf(&call->arena, "r%d", row->number);
}

static bool position_add(struct call *call, struct err *err)
{
	struct recommendation_row row;

	if (!texts_read(call, &row, err))
		return false;
	return add(
		call, &(struct position_row){.recommendation = row.id}, name_of(call, &row), err);
}

static bool position_remove(struct call *call, struct err *err)
{
	struct recommendation_row row;

	if (!texts_read(call, &row, err))
		return false;
	return take_out(
		call, &(struct position_row){.recommendation = row.id}, name_of(call, &row), err);
}

static int64_t set_of(struct call *call, struct err *err)
{
	return store_set_of(call->desk->store, call->desk->session, call_id(call, "body"), err);
}

static bool set_position(struct call *call, struct err *err)
{
	struct position_row position = {.in_set = set_of(call, err)};

	return position.in_set && add(call, &position, "the recommendations", err);
}

static bool set_position_remove(struct call *call, struct err *err)
{
	struct position_row position = {.in_set = set_of(call, err)};

	return position.in_set && take_out(call, &position, "the recommendations", err);
}

#define PARAM_POSITION                                                                             \
	{                                                                                          \
		"kind", ARG_CHOICE, .required = true, .prompt = "Kind of position",                \
				    .choices = "explanation-before explanation-after reservation " \
					       "dissociation for-the-record"                       \
	}
#define PARAM_WHO                                                         \
	{                                                                 \
		"name", ARG_PARTICIPANT, .prompt = "Whose position it is" \
	}
#define PARAM_WHOSE                                                                         \
	{                                                                                   \
		"name", ARG_PARTICIPANT, .required = true, .prompt = "Whose position it is" \
	}
#define PARAM_SAID                                                                   \
	{                                                                            \
		"text", ARG_LINE, .prompt = "What is to be said of it in the report" \
	}
#define PARAM_OF_BODY                                              \
	{                                                          \
		"body", ARG_BODY, .option = true, .prompt = "Body" \
	}

const struct command position_commands[] = {
	{.name = "set position",
		.help = "Record a position on all recommendations of a body as a whole",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_POSITION, PARAM_WHO, PARAM_SAID, PARAM_FOR, PARAM_STATEMENT_IN,
			PARAM_OF_BODY},
		.run = set_position},
	{.name = "set position remove",
		.help = "Take out a position on all recommendations of a body",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_POSITION, PARAM_WHOSE, PARAM_OF_BODY},
		.run = set_position_remove},
	{.name = "position add",
		.keys = "P",
		.help = "Record an explanation of position, a reservation or a dissociation",
		.form = true,
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_POSITION, PARAM_WHO, PARAM_SAID, PARAM_FOR,
			PARAM_STATEMENT_IN},
		.run = position_add},
	{.name = "position remove",
		.help = "Take out a position that was recorded by mistake",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_POSITION, PARAM_WHOSE},
		.run = position_remove},
	{0}};
