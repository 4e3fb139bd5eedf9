/* SPDX-License-Identifier: MIT */
/* Who can take the floor, their status and their presence. */
#include <string.h>

#include "groups.h"
#include "rows.h"

/* Other than `own`, who may keep its name. */
static bool is_taken(struct call *call, const char *name, int64_t own)
{
	size_t count;
	struct participant_row *rows =
		store_participants(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].id != own && strcmp(rows[i].list_name, name) == 0)
			return true;
	return false;
}

static bool participant_add(struct call *call, struct err *err)
{
	struct participant_new new = {.list_name = call_text(call, "name"),
		.running_name = call_text(call, "running"),
		.formal_name = call_text(call, "formal"),
		.kind = call_given(call, "kind") ? call_text(call, "kind") : "guest",
		.status = call_text(call, "status")};

	if (is_taken(call, new.list_name, 0))
		return err_set(err, ERR_USAGE, "%s is on the roster already", new.list_name);
	call->made = store_participant_add(call->desk->store, call->desk->session, &new, err);
	str_addf(&call->reply, "%s added (%s)", new.list_name, new.kind);
	return call->made != 0;
}

/* The Chair is whoever sits there: that one is of the session's making. */
static bool read_changeable(struct call *call, struct participant_row *row, struct err *err)
{
	if (!store_participant(call->desk->store, call_id(call, "participant"), &call->arena, row))
		return err_set(err, ERR_USAGE, "there is no such participant");
	return strcmp(row->kind, "officer") != 0 || strcmp(row->list_name, "Chair") != 0 ||
	       err_set(err, ERR_USAGE, "%s stays: officer add says who it is", row->list_name);
}

static bool participant_edit(struct call *call, struct err *err)
{
	struct participant_row row;
	struct participant_new new = {.list_name = call_text(call, "name"),
		.running_name = call_text(call, "running"),
		.formal_name = call_text(call, "formal"),
		.kind = call_text(call, "kind"),
		.status = call_text(call, "status")};

	if (!read_changeable(call, &row, err))
		return false;
	if (!new.list_name && !new.running_name && !new.formal_name && !new.kind && !new.status)
		return err_set(err, ERR_USAGE,
			"say what to change: --name, --kind, --status, --running or --formal");
	if (new.list_name && !*new.list_name)
		return err_set(err, ERR_USAGE, "%s cannot be without a name", row.list_name);
	if (new.list_name && is_taken(call, new.list_name, row.id))
		return err_set(err, ERR_USAGE, "%s is on the roster already", new.list_name);
	if (new.list_name && !new.running_name && strcmp(row.running_name, row.list_name) == 0)
		new.running_name = new.list_name;
	if (new.running_name && !*new.running_name)
		new.running_name = new.list_name ? new.list_name : row.list_name;
	if (new.list_name)
		str_addf(&call->reply, "%s is now %s", row.list_name, new.list_name);
	else
		str_addf(&call->reply, "%s changed", row.list_name);
	return store_participant_edit(call->desk->store, row.id, &new, err);
}

static bool participant_remove(struct call *call, struct err *err)
{
	struct participant_row row;

	if (!read_changeable(call, &row, err))
		return false;
	str_addf(&call->reply, "%s removed from the roster", row.list_name);
	return store_participant_remove(call->desk->store, row.id, err);
}

static void list_names(struct call *call, const struct arg *names)
{
	for (size_t i = 0; i < names->count; i++)
		str_addf(&call->reply, "%s%s", i ? ", " : "", rows_name(call, names->ids[i]));
}

static bool participant_status(struct call *call, struct err *err)
{
	const struct arg *names = call_arg(call, "names");

	for (size_t i = 0; i < names->count; i++)
		if (!store_participant_set_status(
			    call->desk->store, names->ids[i], call_text(call, "status"), err))
			return false;
	list_names(call, names);
	str_addf(&call->reply, ": %s", call_text(call, "status"));
	return true;
}

static bool participant_present(struct call *call, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	int64_t at = desk_now(call->desk), meeting = rows_meeting(call, at);

	for (size_t i = 0; i < names->count; i++)
		if (!store_presence_add(call->desk->store, call->desk->session, names->ids[i],
			    meeting, at, err))
			return false;
	list_names(call, names);
	str_add(&call->reply, " present");
	return true;
}

static bool participant_absent(struct call *call, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	int64_t at = desk_now(call->desk), meeting = rows_meeting(call, at);

	for (size_t i = 0; i < names->count; i++)
		if (!store_presence_end(call->desk->store, call->desk->session, names->ids[i],
			    meeting, at, err))
			return false;
	list_names(call, names);
	str_add(&call->reply, " not present");
	return true;
}

#define KINDS                                                                           \
	"state observer_state organization group secretariat un_body institute agency " \
	"intergovernmental nongovernmental officer guest"
#define PARAM_PARTICIPANT                                                         \
	{                                                                         \
		"participant", ARG_PARTICIPANT, .required = true, .prompt = "Who" \
	}
#define PARAM_NAMES                                                               \
	{                                                                         \
		"names", ARG_PARTICIPANTS, .required = true,                      \
					   .prompt = "Names, separated by commas" \
	}

const struct command participant_commands[] = {
	{.name = "participant add",
		.help = "Put somebody on the roster",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"name", ARG_LINE, .required = true, .prompt = "Name as in lists"},
				{"kind", ARG_CHOICE, .option = true, .prompt = "What it is",
					.choices = KINDS},
				{"status", ARG_CHOICE, .option = true,
					.prompt = "Status under the treaty",
					.choices = "unknown party signatory nonparty"},
				{"running", ARG_LINE, .option = true,
					.prompt = "Name in a sentence, with article"},
				{"formal", ARG_LINE, .option = true, .prompt = "Formal name"},
			},
		.run = participant_add},
	{.name = "participant status",
		.help = "Set the status under the treaty",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"status", ARG_CHOICE, .required = true, .prompt = "Status",
					.choices = "party signatory nonparty unknown"},
				PARAM_NAMES,
			},
		.run = participant_status},
	{.name = "participant present",
		.keys = "p",
		.help = "Register who is present",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_NAMES, PARAM_GUEST},
		.run = participant_present},
	{.name = "participant absent",
		.help = "Record that somebody has left",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_NAMES},
		.run = participant_absent},
	{.name = "participant edit",
		.help = "Change the name of a participant, or what it is",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_PARTICIPANT,
				{"name", ARG_LINE, .option = true,
					.prompt = "New name as in lists"},
				{"kind", ARG_CHOICE, .option = true, .prompt = "What it is",
					.choices = KINDS},
				{"status", ARG_CHOICE, .option = true,
					.prompt = "Status under the treaty",
					.choices = "unknown party signatory nonparty"},
				{"running", ARG_LINE, .option = true,
					.prompt = "Name in a sentence, with article"},
				{"formal", ARG_LINE, .option = true, .prompt = "Formal name"},
			},
		.run = participant_edit},
	{.name = "participant remove",
		.help = "Take somebody off the roster of whom the record has nothing",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARTICIPANT},
		.run = participant_remove},
	{0}};
