/* SPDX-License-Identifier: MIT */
/* Who can take the floor, their status and their presence. */
#include <string.h>

#include "command/attendance.h"

#include "groups.h"
#include "queue.h"
#include "rows.h"
#include "store/presence.h"

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
	struct queue_turns turns;
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
	queue_remember(call, &turns);
	return store_participant_edit(call->desk->store, row.id, &new, err) &&
	       queue_follow(call, &turns, err);
}

static void add_trace(struct call *call, int64_t count, const char *one, const char *several)
{
	static const char begin[] = "; with it ";
	bool first = !strstr(call->reply.text, begin);

	if (count > 0)
		str_addf(&call->reply, "%s%lld %s", first ? begin : ", ", (long long)count,
			count == 1 ? one : several);
}

static bool participant_remove(struct call *call, struct err *err)
{
	struct participant_row row;
	struct participant_traces traces;

	if (!read_changeable(call, &row, err))
		return false;
	store_participant_traces(call->desk->store, row.id, &traces);
	str_addf(&call->reply, "%s removed from the roster", row.list_name);
	add_trace(call, traces.presences, "entry of attendance", "entries of attendance");
	add_trace(call, traces.requests, "request for the floor", "requests for the floor");
	add_trace(call, traces.statuses, "treaty status", "treaty statuses");
	add_trace(call, traces.memberships, "membership", "memberships");
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
	struct queue_turns turns;

	queue_remember(call, &turns);
	for (size_t i = 0; i < names->count; i++)
		if (!store_participant_set_status(
			    call->desk->store, names->ids[i], call_text(call, "status"), err))
			return false;
	list_names(call, names);
	str_addf(&call->reply, ": %s", call_text(call, "status"));
	return queue_follow(call, &turns, err);
}

/* With an item: for it, and so at the meeting too. */
static bool come(struct call *call, int64_t participant, int64_t item, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session, at = desk_now(call->desk);
	int64_t meeting = rows_meeting(call, at);

	return store_presence_add(store, session, participant, meeting, at, err) &&
	       (item == 0 || store_item_presence_add(
				     store, session, participant, item, meeting, at, err));
}

static bool leave(struct call *call, int64_t participant, int64_t item, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session, at = desk_now(call->desk);

	if (item)
		return store_item_presence_end(store, session, participant, item, at, err);
	return store_presence_end(store, session, participant, rows_meeting(call, at), at, err);
}

static bool change_presence(struct call *call,
	bool (*change)(struct call *, int64_t, int64_t, struct err *), const char *what,
	struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	int64_t item = call_id(call, "item");

	for (size_t i = 0; i < names->count; i++)
		if (!change(call, names->ids[i], item, err))
			return false;
	list_names(call, names);
	str_add(&call->reply, what);
	if (item)
		str_addf(&call->reply, " for item %s", rows_item(call, item));
	return true;
}

static bool participant_present(struct call *call, struct err *err)
{
	return change_presence(call, come, " present", err);
}

static bool participant_absent(struct call *call, struct err *err)
{
	return change_presence(call, leave, " not present", err);
}

static bool quorum_show(struct call *call, struct err *err)
{
	struct attendance all;
	int64_t meeting = rows_meeting(call, desk_now(call->desk));

	if (meeting == 0)
		return err_set(err, ERR_USAGE, "a quorum is of a meeting, and none was open then");
	attendance_load(call->desk, meeting, &call->arena, &all);
	quorum_phrase(&all.quorum, &call->reply);
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
#define PARAM_FOR_ITEM                                                          \
	{                                                                       \
		"item", ARG_ITEM, .option = true, .prompt = "For one item only" \
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
		.help = "Register who is present",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_NAMES, PARAM_FOR_ITEM, PARAM_GUEST},
		.run = participant_present},
	{.name = "participant absent",
		.help = "Record that somebody has left",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_NAMES, PARAM_FOR_ITEM},
		.run = participant_absent},
	{.name = "quorum show",
		.help = "Print how many are there, and how many are needed",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.run = quorum_show},
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
