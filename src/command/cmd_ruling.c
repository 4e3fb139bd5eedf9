/* SPDX-License-Identifier: MIT */
/* Rulings of the Chair on points of order, and appeals against them (conventions 5.2):
 * the Chair rules at once, and the ruling stands unless a majority overrules it. */
#include <string.h>

#include "groups.h"
#include "rows.h"

static bool find_point(struct call *call, struct statement_row *point, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t id = call_given(call, "statement")
			     ? call_id(call, "statement")
			     : store_point_of_order(store, call->desk->session);

	if (!id || !store_statement(store, id, &call->arena, point))
		return err_set(err, ERR_USAGE, "there was no point of order: floor order");
	return strcmp(point->kind, "point_of_order") == 0 ||
	       err_set(err, ERR_USAGE, "s%d of %s was no point of order", point->number,
		       point->name);
}

static bool ruling_add(struct call *call, struct err *err)
{
	struct ruling_row ruling = {.text = call_text(call, "text"),
				  .appeal = call_text(call, "appeal"),
				  .at = desk_now(call->desk)},
			  before;
	struct statement_row point = {0};

	if (!find_point(call, &point, err))
		return false;
	ruling.statement = point.id;
	str_addf(&call->reply, "ruling on s%d %s %s", point.number, point.name,
		store_ruling(call->desk->store, point.id, &call->arena, &before) ? "corrected"
										 : "recorded");
	if (ruling.appeal)
		str_addf(&call->reply, ", %s on appeal", ruling.appeal);
	return store_ruling_set(call->desk->store, call->desk->session, &ruling, err);
}

const struct command ruling_commands[] = {
	{.name = "ruling add",
		.keys = "J",
		.help = "Record the ruling of the Chair on the last point of order",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"text", ARG_LINE, .required = true, .prompt = "The ruling"},
				{"statement", ARG_STATEMENT, .option = true,
					.prompt = "On this point of order"},
				{"appeal", ARG_CHOICE, .option = true,
					.prompt = "If there was an appeal, the ruling was",
					.choices = "upheld overruled"},
			},
		.run = ruling_add},
	{0}};
