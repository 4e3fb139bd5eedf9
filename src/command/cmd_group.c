/* SPDX-License-Identifier: MIT */
/*
 * Groups and who belongs to them. They come out of groups.yaml with the session;
 * a session from before there were groups takes them when a command first needs
 * them. Here members are put in and taken out; statements that were made for a
 * group keep those it had then (store/group.h).
 */
#include <string.h>

#include "cache.h"
#include "exchange/roster_file.h"
#include "groups.h"
#include "rows.h"
#include "store/group.h"

static bool load(struct call *call, size_t *added, struct err *err)
{
	struct roster roster;
	struct messages messages;
	bool good;

	roster_init(&roster);
	messages_init(&messages, "groups.yaml");
	good = roster_file_groups(&roster, &messages) || messages_err(&messages, err);
	good = good &&
	       store_groups_add(call->desk->store, call->desk->session, &roster, added, err);
	messages_clear(&messages);
	roster_clear(&roster);
	return good;
}

bool rows_need_groups(struct call *call, struct err *err)
{
	size_t added;

	return store_groups_known(call->desk->store, call->desk->session) ||
	       load(call, &added, err);
}

/* --- commands --- */

static bool group_load(struct call *call, struct err *err)
{
	size_t added;

	if (!load(call, &added, err))
		return false;
	if (added == 0)
		return err_set(err, ERR_USAGE, "every group has its members already");
	str_addf(&call->reply, "%zu group%s of States put on the roster", added,
		added == 1 ? "" : "s");
	return true;
}

/* What was let in as a guest to have members is a group. */
static bool become_group(
	struct call *call, int64_t id, struct participant_row *row, struct err *err)
{
	struct participant_new group = {.kind = "group"};

	if (!store_participant(call->desk->store, id, &call->arena, row))
		return err_set(err, ERR_USAGE, "there is no such group");
	if (strcmp(row->kind, "state") == 0 || strcmp(row->kind, "observer_state") == 0)
		return err_set(err, ERR_USAGE, "%s is a State, and no group", row->list_name);
	return strcmp(row->kind, "guest") != 0 ||
	       store_participant_edit(call->desk->store, id, &group, err);
}

static void say_changed(struct call *call, const struct participant_row *group, const char *what,
	const char *names, const char *none)
{
	size_t count;

	if (!*names)
		str_addf(&call->reply, "%s: %s", group->list_name, none);
	else
		str_addf(&call->reply, "%s %s %s", names, what, group->list_name);
	store_group_members(call->desk->store, group->id, &call->arena, &count);
	str_addf(&call->reply, " (%zu members)", count);
}

static bool change(struct call *call, bool add, struct err *err)
{
	const struct arg *members = call_arg(call, "members");
	struct store *store = call->desk->store;
	struct participant_row group;
	const char *names = "";
	bool changed = false;

	if (!rows_need_groups(call, err) ||
		!become_group(call, call_id(call, "group"), &group, err))
		return false;
	for (size_t i = 0; i < members->count; i++) {
		int64_t id = members->ids[i];
		if (id == group.id)
			return err_set(
				err, ERR_USAGE, "%s is no member of itself", group.list_name);
		if (add ? !store_group_add(store, call->desk->session, group.id, id, &changed, err)
			: !store_group_remove(store, group.id, id, &changed, err))
			return false;
		if (changed)
			names = arena_printf(&call->arena, "%s%s%s", names, *names ? ", " : "",
				rows_name(call, id));
	}
	say_changed(call, &group, add ? "put into the" : "taken out of the", names,
		add ? "all of these are members already" : "none of these is a member");
	return true;
}

static bool group_add(struct call *call, struct err *err)
{
	return change(call, true, err);
}

static bool group_remove(struct call *call, struct err *err)
{
	return change(call, false, err);
}

static bool is_among(int64_t id, const int64_t *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* A line each: name, tab, how it belongs to it. */
static void show_members(struct call *call, int64_t group)
{
	size_t count, all;
	int64_t *ids = store_group_members(call->desk->store, group, &call->arena, &count);
	const struct participant_row *rows = cache_participants(call->desk, &all);

	for (size_t i = 0; i < all; i++)
		if (is_among(rows[i].id, ids, count))
			str_addf(&call->output, "%s\n", rows[i].list_name);
}

static bool group_show(struct call *call, struct err *err)
{
	size_t count;
	struct group_row *groups =
		store_groups(call->desk->store, call->desk->session, &call->arena, &count);

	if (call_given(call, "group")) {
		show_members(call, call_id(call, "group"));
		return call->output.length > 0 ||
		       err_set(err, ERR_USAGE, "%s has no members: group add, or group load",
			       rows_name(call, call_id(call, "group")));
	}
	if (!store_groups_known(call->desk->store, call->desk->session))
		return err_set(err, ERR_USAGE,
			"no group has members in this session: group load, or group add");
	for (size_t i = 0; i < count; i++)
		str_addf(&call->output, "%s\t%lld\n", groups[i].list_name,
			(long long)groups[i].members);
	return true;
}

#define PARAM_MEMBERS                                                                 \
	{                                                                             \
		"members", ARG_PARTICIPANTS, .required = true,                        \
					     .prompt = "Members, separated by commas" \
	}

const struct command group_commands[] = {
	{.name = "group add",
		.help = "Put members into a group of States, a new one if need be",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"group", ARG_PARTICIPANT, .required = true, .prompt = "Group"},
				PARAM_MEMBERS,
				PARAM_GUEST,
			},
		.run = group_add},
	{.name = "group remove",
		.help = "Take members out of a group of States",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"group", ARG_PARTICIPANT, .required = true, .prompt = "Group"},
				PARAM_MEMBERS,
			},
		.run = group_remove},
	{.name = "group show",
		.help = "Print the groups of States, or the members of one",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {{"group", ARG_PARTICIPANT, .prompt = "Group"}},
		.run = group_show},
	{.name = "group load",
		.help = "Put the groups of States that are not there yet on the roster",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.run = group_load},
	{0}};
