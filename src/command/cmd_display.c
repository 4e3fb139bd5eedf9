/* SPDX-License-Identifier: MIT */
/*
 * What the room's screen shows: that is another program, which only reads the database. So
 * it is told there, beside the record: what is projected is nothing to be undone.
 */
#include "groups.h"
#include "store/agenda.h"
#include "texts.h"

static bool display_text(struct call *call, struct err *err)
{
	struct recommendation_row row;

	if (!texts_read(call, &row, err))
		return false;
	str_addf(&call->reply, "the room's screen shows r%d, with what is proposed to it",
		row.number);
	return store_session_keep_shown(call->desk->store, call->desk->session, row.number, err);
}

static bool display_floor(struct call *call, struct err *err)
{
	str_add(&call->reply, "the room's screen shows who has the floor");
	return store_session_keep_shown(call->desk->store, call->desk->session, 0, err);
}

const struct command display_commands[] = {
	{.name = "display text",
		.keys = "T",
		.help = "Show a text on the room's screen, with what is proposed to it",
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION | NEED_WRITING,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_RECOMMENDATION},
		.run = display_text},
	{.name = "display floor",
		.keys = "F",
		.help = "Show on the room's screen who has the floor",
		.where = IN_ROOM | IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION | NEED_WRITING,
		.effect = EFFECT_KEEPS,
		.run = display_floor},
	{0}};
