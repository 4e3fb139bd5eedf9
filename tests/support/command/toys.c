/* SPDX-License-Identifier: MIT */
#include "toys.h"

#include "store/participant.h"

/* "name=text id", one after the other, of all that were given. */
static bool show(struct call *call, struct err *err)
{
	(void)err;
	for (size_t i = 0; i < COMMAND_PARAMS && call->command->params[i].name; i++) {
		const struct arg *arg = &call->args[i];
		if (!arg->given)
			continue;
		str_addf(&call->reply, "%s%s=%s", call->reply.length ? " " : "",
			call->command->params[i].name, arg->text);
		for (size_t j = 0; j < arg->count; j++) {
			struct participant_row row;
			if (store_participant(call->desk->store, arg->ids[j], &call->arena, &row))
				str_addf(&call->reply, "[%s]", row.list_name);
		}
	}
	return true;
}

static bool fail(struct call *call, struct err *err)
{
	str_add(&call->reply, "never seen");
	return err_set(err, ERR_DATA, "the toy is broken");
}

/* Adds a participant and then asks, or fails, or is done. */
static bool half(struct call *call, struct err *err)
{
	const struct participant_new toy = {.kind = "guest", .list_name = "Toy maker"};

	if (!store_participant_add(call->desk->store, call->desk->session, &toy, err))
		return false;
	if (call_given(call, "broken"))
		return err_set(err, ERR_DATA, "the toy is broken");
	if (!call_given(call, "anyway"))
		return call_ask(call, err, "anyway", "Keep the toy maker?");
	str_add(&call->reply, "kept");
	return true;
}

const struct command toy_commands[] = {{.name = "toy",
					       .help = "Show one word",
					       .effect = EFFECT_LOOKS,
					       .params = {{"word", ARG_WORD, .prompt = "Word"}},
					       .run = show},
	{.name = "toy add",
		.help = "Show names and options",
		.effect = EFFECT_LOOKS,
		.params =
			{
				{"names", ARG_PARTICIPANTS, .required = true, .prompt = "Names"},
				{"item", ARG_ITEM, .option = true, .context = true,
					.prompt = "Agenda item"},
				{"kind", ARG_CHOICE, .option = true, .prompt = "Kind",
					.choices = "general reply point_of_order"},
				{"note", ARG_TEXT, .option = true, .prompt = "Note"},
				{"guest", ARG_FLAG, .prompt = "Let a new name in"},
			},
		.run = show},
	{.name = "toy guest",
		.help = "Let a new name in",
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"names", ARG_PARTICIPANTS, .required = true, .prompt = "Names"},
				{"guest", ARG_FLAG, .prompt = "Let a new name in"},
			},
		.run = show},
	{.name = "toy one",
		.help = "Show one name",
		.effect = EFFECT_LOOKS,
		.params = {{"name", ARG_PARTICIPANT, .required = true, .prompt = "Name"}},
		.run = show},
	{.name = "toy note",
		.help = "Show a statement and a text",
		.effect = EFFECT_LOOKS,
		.params =
			{
				{"statement", ARG_STATEMENT, .required = true,
					.prompt = "Statement"},
				{"text", ARG_TEXT, .required = true, .prompt = "What was said"},
				{"replace", ARG_FLAG, .prompt = "Instead of the old text"},
			},
		.run = show},
	{.name = "toy move",
		.help = "Show a name and a number",
		.effect = EFFECT_LOOKS,
		.params =
			{
				{"name", ARG_PARTICIPANT, .required = true, .prompt = "Name"},
				{"place", ARG_NUMBER, .required = true, .prompt = "Place"},
				{"room", ARG_LINE, .prompt = "Room"},
			},
		.run = show},
	{.name = "toy rows",
		.help = "Show rows",
		.effect = EFFECT_LOOKS,
		.params =
			{
				{"item", ARG_ITEM, .option = true, .prompt = "Agenda item"},
				{"recommendation", ARG_RECOMMENDATION, .option = true,
					.prompt = "Recommendation"},
				{"document", ARG_DOCUMENT, .option = true, .prompt = "Document"},
				{"body", ARG_BODY, .option = true, .prompt = "Body"},
				{"session", ARG_SESSION, .option = true, .prompt = "Session"},
				{"when", ARG_TIME, .option = true, .prompt = "Time"},
				{"file", ARG_FILE, .option = true, .prompt = "File"},
				{"symbol", ARG_SYMBOL, .option = true, .prompt = "Symbol"},
			},
		.run = show},
	{.name = "toy item",
		.help = "Show the current item",
		.effect = EFFECT_LOOKS,
		.params = {{"item", ARG_ITEM, .required = true, .prompt = "Agenda item"}},
		.run = show},
	{.name = "toy meeting",
		.help = "Need a meeting",
		.effect = EFFECT_LOOKS,
		.needs = NEED_SESSION | NEED_MEETING,
		.params = {{"from", ARG_TIME, .option = true, .prompt = "From"}},
		.run = show},
	{.name = "toy speaker",
		.help = "Need a speaker",
		.effect = EFFECT_LOOKS,
		.needs = NEED_SPEAKER,
		.run = show},
	{.name = "toy screen", .help = "Need a screen", .effect = EFFECT_SCREEN, .run = show},
	{.name = "toy fail", .help = "Fail", .effect = EFFECT_CHANGES, .run = fail},
	{.name = "toy half",
		.help = "Change, then ask",
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"anyway", ARG_FLAG, .prompt = "Keep it"},
				{"broken", ARG_FLAG, .prompt = "Break it"},
			},
		.run = half},
	{0}};
