/* SPDX-License-Identifier: MIT */
/*
 * Names of participants. A whole name, alias or code wins; else the one
 * participant whose name is met best by what was typed, if there is just one in
 * that kind of match (model/match.h). What only a typing error would make a
 * name is never guessed: in a script "Niue" must not become Niger. It is said
 * what is near, and a --guest lets a new name in.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cache.h"
#include "other_names.h"
#include "resolve.h"
#include "shown.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "model/match.h"
#include "store/group.h"

enum { NEAR_NAMES = 3, NAMED_AT_MOST = 6, GUESTS_AT_ONCE = 12 };

/* Who is to be added before the command runs, and where the id goes. */
struct call_guest {
	const char *name, *hint; /* " (near: Niger)", or "" */
	size_t arg, place;
	struct call_guest *next;
};

/* The best that a participant has to offer for what was typed. */
static int best_score(const struct participant_row *row, const char *key)
{
	int best = 0;

	for (size_t i = 0; i < row->key_count; i++) {
		int score = match_score(key, row->keys[i]);
		if (score > best)
			best = score;
	}
	return best;
}

struct candidates {
	const struct participant_row *rows;
	size_t count;
	int *scores;
	int best;
};

/* The whole name of a State in another language; no part of one is guessed at. */
static void score_others(struct call *call, const char *key, struct candidates *all)
{
	for (size_t i = 0; i < all->count; i++) {
		int score = other_names_score(call->desk, &all->rows[i], key);
		if (score < MATCH_WHOLE)
			continue;
		all->scores[i] = all->best = score;
	}
}

static void score_all(struct call *call, const char *name, struct candidates *all)
{
	char *key = fold_key(name);

	all->rows = cache_participants(call->desk, &all->count);
	all->scores = arena_alloc(&call->arena, (all->count + 1) * sizeof *all->scores);
	all->best = 0;
	for (size_t i = 0; i < all->count; i++) {
		all->scores[i] = best_score(&all->rows[i], key);
		if (all->scores[i] > all->best)
			all->best = all->scores[i];
	}
	if (all->best < MATCH_ELIDED)
		score_others(call, key, all);
	free(key);
}

/* The names of those with a score of the same kind as the best one. */
static size_t name_equals(
	struct call *call, const struct candidates *all, const char ***names, int64_t *only)
{
	size_t count = 0;

	*names = arena_alloc(&call->arena, (all->count + 1) * sizeof **names);
	for (size_t i = 0; i < all->count; i++) {
		if (all->scores[i] == 0 || all->scores[i] / MATCH_STEP != all->best / MATCH_STEP)
			continue;
		(*names)[count++] = all->rows[i].list_name;
		*only = all->rows[i].id;
	}
	return count;
}

/* The names with the best scores, best first; a score once used is 0. */
static size_t name_near(struct candidates *all, const char *names[NEAR_NAMES])
{
	size_t count = 0;

	for (; count < NEAR_NAMES; count++) {
		size_t best = 0;
		for (size_t i = 1; i < all->count; i++) {
			if (all->scores[i] > all->scores[best])
				best = i;
		}
		if (all->count == 0 || all->scores[best] == 0)
			break;
		all->scores[best] = 0;
		names[count] = all->rows[best].list_name;
	}
	return count;
}

/* "african group" beside "African Group": who is written just so; 0 = nobody. */
static int64_t find_as_written(const struct candidates *all, const char *name)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->rows[i].list_name, name) == 0)
			return all->rows[i].id;
	return 0;
}

static bool is_code(const struct participant_row *row, const char *name)
{
	return (row->code && strcasecmp(row->code, name) == 0) ||
	       (row->code3 && strcasecmp(row->code3, name) == 0);
}

/* "NAM" is the code of Namibia and how a group is called for short: who speaks is the
 * State, for whom it speaks the group; 0 = nobody, or several. */
static int64_t find_as_meant(const struct candidates *all, const char *name, bool group)
{
	int64_t found = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct participant_row *row = &all->rows[i];
		bool meant = group ? strcmp(row->kind, "group") == 0 : is_code(row, name);
		if (!meant || all->scores[i] < MATCH_WHOLE)
			continue;
		if (found)
			return 0;
		found = row->id;
	}
	return found;
}

/* The participant; 0 = nobody (candidates say who is near), -1 = several, with err. */
static int64_t find(
	struct call *call, const char *name, bool group, struct candidates *all, struct err *err)
{
	const char **names;
	int64_t only = 0;
	size_t count;

	score_all(call, name, all);
	if (all->best < MATCH_ELIDED)
		return 0;
	count = name_equals(call, all, &names, &only);
	if (count > 1)
		only = find_as_written(all, name);
	if (!only)
		only = find_as_meant(all, name, group);
	if (only)
		return only;
	err_set(err, ERR_USAGE, "'%s' may be %s; write more of the name",
		shown_text(&call->arena, name),
		shown_choice(&call->arena, names, count, NAMED_AT_MOST));
	return -1;
}

/* --- guests --- */

static const struct param *guest_param(const struct command *command)
{
	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		if (command->params[i].type == ARG_FLAG &&
			strcmp(command->params[i].name, "guest") == 0)
			return &command->params[i];
	}
	return NULL;
}

static void expect_guest(
	struct resolving *resolving, const char *name, const char *hint, size_t place)
{
	struct call *call = resolving->call;
	struct call_guest *guest = arena_alloc(&call->arena, sizeof *guest);
	struct call_guest **end = &call->guests;

	guest->name = name;
	guest->hint = hint;
	guest->arg = (size_t)(resolving->arg - call->args);
	guest->place = place;
	while (*end)
		end = &(*end)->next;
	*end = guest;
}

/* Who is spoken for is a group. */
static bool is_group(const struct call *call, size_t arg)
{
	return strcmp(call->command->params[arg].name, "for") == 0;
}

/* What is looked for may be in the groups that an old session has not. */
static bool refuse_without_groups(
	const struct resolving *resolving, const char *name, const char *hint, struct err *err)
{
	const struct desk *desk = resolving->call->desk;

	return !is_group(resolving->call, (size_t)(resolving->arg - resolving->call->args)) ||
	       store_groups_known(desk->store, desk->session) ||
	       err_set(err, ERR_USAGE,
		       "no participant is called '%s'%s, and this session has no groups yet: "
		       "group load puts them on the roster",
		       shown_text(&resolving->call->arena, name), hint);
}

/* Somebody on no list: a guest, if the command takes one and that is agreed to. */
static bool nobody(struct resolving *resolving, const char *name, struct candidates *all,
	size_t place, struct err *err)
{
	struct call *call = resolving->call;
	const char *names[NEAR_NAMES];
	size_t near = name_near(all, names);
	const char *hint = near == 0 ? ""
				     : arena_printf(&call->arena, " (near: %s)",
					       shown_choice(&call->arena, names, near, NEAR_NAMES));

	if (!refuse_without_groups(resolving, name, hint, err))
		return false;
	if (!guest_param(call->command))
		return err_set(err, ERR_USAGE, "no participant is called '%s'%s",
			shown_text(&call->arena, name), hint);
	expect_guest(resolving, name, hint, place);
	return true;
}

static bool ask_guests(struct call *call, size_t count, struct err *err)
{
	struct arena *arena = &call->arena;
	const struct call_guest *first = call->guests;
	const char *names = "";

	if (count > GUESTS_AT_ONCE)
		return err_set(err, ERR_USAGE,
			"%zu names are on no list; so many new ones are added in several steps",
			count);
	if (count == 1)
		return call_ask(call, err, "guest",
			"No participant is called '%s'%s. Add it as a %s?",
			shown_text(arena, first->name), first->hint,
			is_group(call, first->arg) ? "group" : "guest");
	for (const struct call_guest *g = first; g; g = g->next)
		names = arena_printf(arena, "%s%s'%s'%s", names,
			g == first ? ""
			: g->next  ? ", "
				   : " or ",
			shown_text(arena, g->name), count > NEAR_NAMES ? "" : g->hint);
	return call_ask(call, err, "guest", "No participant is called %s. Add these %zu as guests?",
		names, count);
}

bool resolve_agree_guests(struct call *call, struct err *err)
{
	size_t count = 0;

	for (const struct call_guest *g = call->guests; g; g = g->next)
		count++;
	return count == 0 || call_given(call, "guest") || ask_guests(call, count, err);
}

/* One name into one place of the argument. */
static bool resolve_name(
	struct resolving *resolving, const char *name, size_t place, struct err *err)
{
	struct candidates all;
	bool group = is_group(resolving->call, (size_t)(resolving->arg - resolving->call->args));
	int64_t id = find(resolving->call, name, group, &all, err);

	if (id < 0)
		return false;
	resolving->arg->ids[place] = id;
	if (id > 0)
		return true;
	return nobody(resolving, name, &all, place, err);
}

bool resolve_participant(struct resolving *resolving, struct err *err)
{
	struct arg *arg = resolving->arg;

	if (*arg->text == '\0') /* of a param that empties */
		return true;
	arg->ids = arena_alloc(&resolving->call->arena, sizeof *arg->ids);
	arg->count = 1;
	if (!resolve_name(resolving, arg->text, 0, err))
		return false;
	arg->id = arg->ids[0];
	return true;
}

/* --- several --- */

/* Cuts the next name off a list: up to a comma, a semicolon or a line feed, without
 * the blanks around it. NULL when there is none. */
static const char *next_name(struct arena *arena, const char **rest)
{
	while (**rest) {
		const char *begin = *rest + strspn(*rest, " \t,;\n");
		size_t length = strcspn(begin, ",;\n");
		*rest = begin + length;
		while (length > 0 && strchr(" \t", begin[length - 1]))
			length--;
		if (length > 0)
			return arena_strndup(arena, begin, length);
	}
	return NULL;
}

/* A name that was given before in the same list counts once. */
static bool is_double(const struct arg *arg)
{
	for (size_t i = 0; i < arg->count; i++) {
		if (arg->ids[i] && arg->ids[i] == arg->ids[arg->count])
			return true;
	}
	return false;
}

static bool resolve_each(struct resolving *resolving, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	struct arg *arg = resolving->arg;
	const char *rest = arg->text, *name;

	arg->ids = arena_alloc(arena, (strlen(arg->text) / 2 + 2) * sizeof *arg->ids);
	while ((name = next_name(arena, &rest))) {
		if (!resolve_name(resolving, name, arg->count, err))
			return false;
		if (!is_double(arg))
			arg->count++;
	}
	if (arg->count == 0)
		return err_set(err, ERR_USAGE, "'%s' names nobody", shown_text(arena, arg->text));
	arg->id = arg->ids[0];
	return true;
}

/* Is all of the text, with its commas, one known name? */
static bool resolve_whole(struct resolving *resolving)
{
	struct candidates all;
	struct arg *arg = resolving->arg;

	if (!strpbrk(arg->text, ",;"))
		return false;
	score_all(resolving->call, arg->text, &all);
	if (all.best < MATCH_WHOLE || find(resolving->call, arg->text, false, &all, NULL) <= 0)
		return false;
	return resolve_participant(resolving, NULL);
}

bool resolve_participants(struct resolving *resolving, struct err *err)
{
	return resolve_whole(resolving) || resolve_each(resolving, err);
}

/* --- inside the change --- */

static int64_t add_guest(struct call *call, const char *name, bool group, struct err *err)
{
	struct participant_new guest = {.kind = group ? "group" : "guest"};
	char *entered = utf8_enter(name, true);
	int64_t id;

	guest.list_name = guest.running_name = entered;
	id = store_participant_add(call->desk->store, call->desk->session, &guest, err);
	free(entered);
	return id;
}

/* The same new name twice in one command is one guest. */
static int64_t added_before(const struct call *call, const struct call_guest *until)
{
	char *key = fold_key(until->name);
	int64_t id = 0;

	for (const struct call_guest *g = call->guests; g != until && id == 0; g = g->next) {
		char *other = fold_key(g->name);
		if (strcmp(key, other) == 0)
			id = call->args[g->arg].ids[g->place];
		free(other);
	}
	free(key);
	return id;
}

bool resolve_guests(struct call *call, struct err *err)
{
	for (struct call_guest *guest = call->guests; guest; guest = guest->next) {
		struct arg *arg = &call->args[guest->arg];
		int64_t id = added_before(call, guest);
		if (id == 0)
			id = add_guest(call, guest->name, is_group(call, guest->arg), err);
		if (id == 0)
			return false;
		arg->ids[guest->place] = id;
		arg->id = arg->ids[0];
	}
	return true;
}
