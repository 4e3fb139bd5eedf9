/* SPDX-License-Identifier: MIT */
/* Undo and redo. They write journal rows of their own kind, so that they run
 * outside the dispatcher's transaction. */
#include "groups.h"
#include "store/journal.h"

static bool carry_out(struct call *call, const struct undo_plan *plan, struct err *err)
{
	struct desk *desk = call->desk;
	struct step step = {.session = desk->session,
		.origin = desk->origin,
		.person = desk->person,
		.at = desk_now(desk)};

	str_addf(&call->reply, "%s %s (%s)",
		plan->redo ? "redone:" : "undone:", plan->rows[0].command, plan->rows[0].summary);
	if (plan->count > 1)
		str_addf(&call->reply, " and %zu later", plan->count - 1);
	return store_undo(desk->store, plan, &step, &call->sequence, err);
}

/* More than one command goes only with the person's word. */
static bool ask_for_later(struct call *call, const struct undo_plan *plan, struct err *err)
{
	struct str list;
	bool yes;

	str_init(&list);
	for (size_t i = 1; i < plan->count && i <= 5; i++)
		str_addf(&list, "%s%s", i > 1 ? "; " : "", plan->rows[i].summary);
	if (plan->count > 6)
		str_addf(&list, "; and %zu more", plan->count - 6);
	yes = call_ask(call, err, "with-later",
		"%zu later command%s stand%s on it (%s): undo them too?", plan->count - 1,
		plan->count == 2 ? "" : "s", plan->count == 2 ? "s" : "", list.text);
	str_clear(&list);
	return yes;
}

static bool undo(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct undo_plan plan;
	bool found = call_given(call, "number")
			     ? store_undo_plan_of(desk->store, desk->session,
				       call_id(call, "number"), &call->arena, &plan, err)
			     : store_undo_plan(desk->store, desk->session, desk->origin, false,
				       &call->arena, &plan, err);

	if (!found)
		return false;
	if (plan.count > 1 && !call_given(call, "with-later"))
		return ask_for_later(call, &plan, err);
	return carry_out(call, &plan, err);
}

static bool redo(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct undo_plan plan;

	return store_undo_plan(
		       desk->store, desk->session, desk->origin, true, &call->arena, &plan, err) &&
	       carry_out(call, &plan, err);
}

const struct command undo_commands[] = {
	{.name = "undo",
		.keys = "u",
		.help = "Undo your last command, or any by its number in the journal",
		.hint = "undo",
		.where = IN_LISTS,
		.needs = NEED_SESSION | NEED_WRITING,
		.effect = EFFECT_KEEPS,
		.params =
			{
				{"number", ARG_NUMBER, .prompt = "Number in the journal"},
				{"with-later", ARG_FLAG, .option = true,
					.prompt = "With the later ones that stand on it"},
			},
		.run = undo},
	{.name = "redo",
		.keys = "Ctrl-R",
		.help = "Do again what was undone",
		.where = IN_LISTS,
		.needs = NEED_SESSION | NEED_WRITING,
		.effect = EFFECT_KEEPS,
		.run = redo},
	{0}};
