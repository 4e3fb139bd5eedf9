/* SPDX-License-Identifier: MIT */
/*
 * Time on the floor: limits as the Chair announces them, at any moment of a debate.
 * Which of them holds for a speech is decided where it is shown (model/limit.h).
 */
#include <string.h>

#include "groups.h"
#include "model/limit.h"
#include "model/phrase.h"
#include "rows.h"
#include "store/limit.h"

static const char *plain(struct call *call, const char *word)
{
	char *text = arena_strdup(&call->arena, word);

	for (char *c = text; *c; c++)
		if (*c == '_')
			*c = ' ';
	return text;
}

/* "3:00 for all speakers", "no limit for right of reply, item 3, class party". */
static void say_limit(struct call *call, const struct limit *limit, struct str *out)
{
	if (limit->seconds > 0)
		phrase_duration(limit->seconds, out);
	else
		str_add(out, "no limit");
	if (limit->kind)
		str_addf(out, " for a statement of kind %s", plain(call, limit->kind));
	if (limit->class >= 0)
		str_addf(out, "%s class %s", limit->kind ? "," : " for",
			rules_classes[limit->class]);
	if (!limit->kind && limit->class < 0)
		str_add(out, " for each speaker");
	if (limit->item)
		str_addf(out, ", item %s", rows_item(call, limit->item));
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_scope(const struct limit *a, const struct limit *b)
{
	return a->item == b->item && a->class == b->class && same_text(a->kind, b->kind);
}

/* What is announced for some of those whom the new one is for holds on. */
static bool narrower(const struct limit *a, const struct limit *than)
{
	return !same_scope(a, than) && (!than->item || than->item == a->item) &&
	       (than->class < 0 || than->class == a->class) &&
	       (!than->kind || same_text(than->kind, a->kind));
}

static void say_what_holds_on(
	struct call *call, const struct limits *limits, const struct limit *new)
{
	size_t said = 0;

	for (size_t i = 0; i < limits->count; i++) {
		const struct limit *limit = &limits->announced[i];
		bool newer = false;
		for (size_t later = i + 1; later < limits->count; later++)
			newer = newer || same_scope(limit, &limits->announced[later]);
		if (newer || !narrower(limit, new))
			continue;
		str_add(&call->aside, said++ ? "; " : "; as before ");
		say_limit(call, limit, &call->aside);
	}
}

/* A status is what a class was called first; both say the same. */
static bool read_class(struct call *call, int *class, struct err *err)
{
	const char *name = call_text(call, "class"), *status = call_text(call, "status");

	*class = -1;
	if (name && status)
		return err_set(err, ERR_USAGE, "give --class or --status, one says it");
	if (status)
		name = strcmp(status, "nonparty") == 0 ? "observer" : status;
	for (int i = 0; name && rules_classes[i]; i++)
		if (strcmp(rules_classes[i], name) == 0)
			*class = i;
	return true;
}

static bool floor_limit(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session;
	struct limit limit = {.item = call_id(call, "item"), .kind = call_text(call, "kind")};
	struct limits before;

	if (!limit_parse(call_text(call, "time"), &limit.seconds, err) ||
		!read_class(call, &limit.class, err))
		return false;
	store_limits(store, session, desk_rules(call->desk), &call->arena, &before);
	say_what_holds_on(call, &before, &limit);
	str_add(&call->reply, "time limit: ");
	say_limit(call, &limit, &call->reply);
	return store_limit_add(store, session, &limit, desk_now(call->desk), err);
}

const struct command limit_commands[] = {
	{.name = "floor limit",
		.keys = "l",
		.help = "Announce how long each may speak",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"time", ARG_LINE, .required = true,
					.prompt = "Minutes, or 2:30; none lifts the limit"},
				{"kind", ARG_CHOICE, .option = true,
					.prompt = "Only for statements of this kind",
					.choices = STATEMENT_KINDS},
				{"class", ARG_CHOICE, .option = true,
					.prompt = "Only for speakers of this class",
					.choices = "group party signatory observer secretariat un "
						   "intergovernmental nongovernmental other"},
				{"item", ARG_ITEM, .option = true,
					.prompt = "Only on this item and those below it"},
				{"status", ARG_CHOICE, .option = true,
					.prompt = "Only for States of this status",
					.choices = "party signatory nonparty observer"},
			},
		.run = floor_limit},
	{0}};
