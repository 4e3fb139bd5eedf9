/* SPDX-License-Identifier: MIT */
/*
 * A whole list of speakers at once: read from a text or a file, everybody found, all of
 * them put on the list of an item in one step. What was guessed is said in the reply.
 * On a screen it is shown before (ui/paste.c), and what comes back from there says so
 * with --anyway. Names on no list come in only when that is agreed to.
 */
#include <assert.h>
#include <string.h>

#include "groups.h"
#include "queue.h"
#include "rows.h"
#include "shown.h"

#include "base/file.h"
#include "command/named.h"
#include "store/floor.h"

enum { LARGEST_FILE = 1 << 20, NAMED_IN_REPLY = 6, NAMED_IN_QUESTION = 8 };

/* The text itself, or what is in the file that it names. */
static bool read_text(struct call *call, struct str *text, struct err *err)
{
	const char *given = call_text(call, "list");

	if (speakers_is_path(given))
		return file_read(given, LARGEST_FILE, text, err);
	str_add(text, given);
	return true;
}

/* Is the list to go without this one? */
static bool is_left_out(struct call *call, const struct named_entry *entry)
{
	return entry->there || entry->twice ||
	       (named_entry_kind(entry) == NAMED_UNKNOWN && call_given(call, "drop-unknown"));
}

/* --- who is on no list --- */

static void describe_unknown(struct call *call, const struct named_entry *entry,
	const struct named *named, struct str *out)
{
	str_addf(out, "'%s' (line %zu%s%s)", shown_text(&call->arena, named->name),
		entry->written.line, *named->near ? "; near: " : "", named->near);
}

static void describe_unknown_parts(
	struct call *call, const struct named_entry *entry, const char *between, struct str *out)
{
	if (entry->who.kind == NAMED_UNKNOWN)
		describe_unknown(call, entry, &entry->who, out);
	if (entry->who.kind == NAMED_UNKNOWN && entry->group.name &&
		entry->group.kind == NAMED_UNKNOWN)
		str_add(out, between);
	if (entry->group.name && entry->group.kind == NAMED_UNKNOWN)
		describe_unknown(call, entry, &entry->group, out);
}

/* One question for all of them; who cannot be asked also gets them a line each. */
static bool ask_guests(struct call *call, const struct named_list *list, struct err *err)
{
	size_t count = named_list_count(list, NAMED_UNKNOWN), named = 0;
	struct str names;

	str_init(&names);
	for (size_t i = 0; i < list->count; i++) {
		const struct named_entry *entry = &list->entries[i];
		if (is_left_out(call, entry) || named_entry_kind(entry) != NAMED_UNKNOWN)
			continue;
		if (!call->desk->screen) {
			describe_unknown_parts(call, entry, "\n", &call->output);
			str_addc(&call->output, '\n');
		}
		if (named++ < NAMED_IN_QUESTION) {
			str_add(&names, named > 1 ? ", " : "");
			describe_unknown_parts(call, entry, ", ", &names);
		}
	}
	if (named > NAMED_IN_QUESTION)
		str_addf(&names, " and %zu more", named - NAMED_IN_QUESTION);
	if (call->desk->screen)
		call_ask(call, err, "guest", "No participant is called %s. Add %s as %s?",
			names.text, count == 1 ? "it" : "these", count == 1 ? "a guest" : "guests");
	else
		call_ask(call, err, "guest",
			"%zu of the names %s unknown: add as guests, or --drop-unknown?", count,
			count == 1 ? "is" : "are");
	str_clear(&names);
	return false;
}

/* --- putting them on --- */

/* The participant, added if there is none: a guest, or a group that is on no list. */
static int64_t participant_of(struct call *call, struct named_list *list, struct named *named,
	const char *kind, struct err *err)
{
	const char *name = named->name ? named->name : "";
	struct participant_new new = {.kind = kind, .list_name = name, .running_name = name};

	if (named->participant)
		return named->participant;
	assert(named->name);
	named->participant =
		store_participant_add(call->desk->store, call->desk->session, &new, err);
	/* The same new name further down is the same guest. */
	for (size_t i = 0; i < list->count; i++) {
		struct named *others[] = {&list->entries[i].who, &list->entries[i].group};
		for (size_t j = 0; j < 2; j++)
			if (others[j]->name && !others[j]->participant &&
				strcmp(others[j]->name, name) == 0)
				others[j]->participant = named->participant;
	}
	return named->participant;
}

static bool add_entry(
	struct call *call, struct named_list *list, struct named_entry *entry, struct err *err)
{
	int64_t group = 0, who = participant_of(call, list, &entry->who, "guest", err);

	if (who && entry->group.name)
		group = participant_of(call, list, &entry->group, "group", err);
	if (!who || (entry->group.name && !group))
		return false;
	call->made = store_request_add(call->desk->store, call->desk->session,
		call_id(call, "item"), who, group, entry->written.person, call_text(call, "kind"),
		desk_now(call->desk), err);
	return call->made && queue_place(call, call_id(call, "item"), call->made, err);
}

/* --- the reply --- */

static void say_guess(struct call *call, const struct named_entry *entry, const struct named *named,
	const char *typed, size_t *said)
{
	if (!named->name || named->kind != NAMED_GUESSED)
		return;
	str_addf(&call->reply, "%s%s for '%s' (line %zu)",
		*said ? ", " : "; guessed: ", named->name, shown_text(&call->arena, typed),
		entry->written.line);
	++*said;
}

static void say_guesses(struct call *call, const struct named_list *list)
{
	size_t said = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct named_entry *entry = &list->entries[i];
		if (is_left_out(call, entry))
			continue;
		say_guess(call, entry, &entry->who, entry->written.name, &said);
		say_guess(call, entry, &entry->group, entry->written.group, &said);
	}
}

static void say_left_out(struct call *call, const struct named_list *list)
{
	size_t there = 0, dropped = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->entries[i].there || list->entries[i].twice)
			there++;
		else if (is_left_out(call, &list->entries[i]))
			dropped++;
	}
	if (there > 0)
		str_addf(&call->reply, "; %zu there already", there);
	if (dropped > 0)
		str_addf(&call->reply, "; %zu unknown left out", dropped);
}

static void say_added(struct call *call, const struct named_list *list, size_t added)
{
	size_t said = 0;

	if (added > NAMED_IN_REPLY)
		str_addf(&call->reply, "%zu added", added);
	else if (added > 1)
		str_addf(&call->reply, "%zu added: ", added);
	for (size_t i = 0; added <= NAMED_IN_REPLY && i < list->count; i++)
		if (!is_left_out(call, &list->entries[i]))
			str_addf(&call->reply, "%s%s", said++ ? ", " : "",
				list->entries[i].who.name);
	str_addf(&call->reply, " %s the list of item %s", added > NAMED_IN_REPLY ? "to" : "on",
		rows_item(call, call_id(call, "item")));
	say_guesses(call, list);
	say_left_out(call, list);
}

static void say_late(struct call *call)
{
	struct request_row row;

	if (store_request(call->desk->store, call->made, &call->arena, &row) && row.late)
		str_addf(&call->reply, "; late, the list was closed at %s",
			queue_clock(
				call, store_list_closed(call->desk->store, call_id(call, "item"))));
}

/* --- floor list --- */

static bool add_list(struct call *call, struct named_list *list, struct err *err)
{
	size_t added = 0;

	for (size_t i = 0; i < list->count; i++)
		added += !is_left_out(call, &list->entries[i]);
	if (added == 0)
		return err_set(err, ERR_USAGE,
			"nobody of the list is to be added: all of them are "
			"on the list of item %s already, or unknown",
			rows_item(call, call_id(call, "item")));
	say_added(call, list, added);
	for (size_t i = 0; i < list->count; i++)
		if (!is_left_out(call, &list->entries[i]) &&
			!add_entry(call, list, &list->entries[i], err))
			return false;
	say_late(call);
	return true;
}

static bool take_list(struct call *call, struct named_list *list, const char *text, struct err *err)
{
	if (!named_list_read(list, call->desk, text, err))
		return false;
	named_list_check(list, call->desk, call_id(call, "item"));
	if (call->desk->screen && !call_given(call, "anyway")) {
		str_add(&call->output, text);
		return call_ask(call, err, "anyway", "Put this list on the list of item %s?",
			rows_item(call, call_id(call, "item")));
	}
	if (named_list_count(list, NAMED_UNKNOWN) > 0 && !call_given(call, "guest") &&
		!call_given(call, "drop-unknown"))
		return ask_guests(call, list, err);
	return add_list(call, list, err);
}

static bool floor_list(struct call *call, struct err *err)
{
	struct named_list list;
	struct str text;
	bool good;

	str_init(&text);
	named_list_init(&list);
	good = read_text(call, &text, err) && take_list(call, &list, text.text, err);
	named_list_clear(&list);
	str_clear(&text);
	return good;
}

const struct command list_commands[] = {
	{.name = "floor list",
		.keys = "F2",
		.help = "Put a whole list of speakers, pasted or from a file, on the list",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"list", ARG_TEXT, .required = true,
					.prompt = "The list, or the file that has it"},
				{"item", ARG_ITEM, .required = true, .option = true, .floor = true,
					.prompt = "Agenda item"},
				{"kind", ARG_CHOICE, .option = true, .prompt = "Kind of statement",
					.choices = "general explanation_before explanation_after "
						   "presentation panellist"},
				PARAM_GUEST,
				{"drop-unknown", ARG_FLAG, .option = true,
					.prompt = "Leave out the names that are on no roster"},
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "On a screen, without a look at it first"},
			},
		.run = floor_list},
	{0}};
