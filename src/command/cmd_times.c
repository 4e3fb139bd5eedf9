/* SPDX-License-Identifier: MIT */
/*
 * Who has spoken for how long: a table of delegations and one of regional groups,
 * for themselves and as the voice of a group apart, each with a bar.
 */
#include "base/utf8.h"
#include "groups.h"
#include "model/number.h"
#include "model/phrase.h"
#include "report/speaking.h"
#include "rows.h"
#include "store/spoken.h"

enum { NAME = 36, TIME = 9, BAR = 20 };

/* --- the table --- */

static void add_blanks(struct str *out, int count)
{
	while (count-- > 0)
		str_addc(out, ' ');
}

static void add_time(struct str *out, int64_t seconds)
{
	struct str time;

	str_init(&time);
	if (seconds > 0)
		phrase_duration((long)seconds, &time);
	add_blanks(out, TIME - (int)time.length);
	str_add(out, time.text);
	str_clear(&time);
}

/* Of BAR for the most; what is for groups comes behind the rest. */
static void add_bar(struct str *out, const struct speaking_total *row, int64_t most)
{
	int64_t whole = ((row->own + row->voice) * BAR + most - 1) / most;
	int64_t own = row->voice > 0 ? row->own * BAR / most : whole;

	for (int64_t i = 0; i < whole; i++)
		str_addc(out, i < own ? '=' : '+');
}

static void add_row(struct str *out, const struct speaking_total *row, int64_t most)
{
	str_add(out, "  ");
	utf8_ellipsis(out, row->name, NAME);
	add_blanks(out, NAME - utf8_columns(row->name));
	add_time(out, row->own);
	add_time(out, row->voice);
	if (most > 0) {
		str_add(out, "  ");
		add_bar(out, row, most);
	}
	str_addc(out, '\n');
}

static void add_table(struct str *out, const char *head, const struct speaking *totals)
{
	int64_t most = 0;

	str_add(out, head);
	add_blanks(out, 2 + NAME - utf8_columns(head));
	str_add(out, "      own  + group\n");
	for (size_t i = 0; i < totals->count; i++)
		if (totals->rows[i].own + totals->rows[i].voice > most)
			most = totals->rows[i].own + totals->rows[i].voice;
	for (size_t i = 0; i < totals->count; i++)
		if (totals->rows[i].own + totals->rows[i].voice > 0)
			add_row(out, &totals->rows[i], most);
}

/* For whom the voices spoke. */
static void add_voices(struct str *out, const struct spoken_row *spoken, size_t count)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		if (!spoken[i].group)
			continue;
		if (!any)
			str_add(out, "\nFor a group\n");
		any = true;
		str_addf(out, "  %s for %s ", spoken[i].name, spoken[i].group);
		phrase_duration((long)spoken[i].seconds, out);
		str_addc(out, '\n');
	}
}

/* --- the command --- */

/* The open meeting, unless an item or the whole session is wanted; says which. */
static int64_t choose_meeting(struct call *call, int64_t item, struct str *out)
{
	struct meeting_row row;

	str_add(out, "Speaking time");
	if (item)
		str_addf(out, ", item %s", rows_item(call, item));
	if (item || call_given(call, "all") ||
		!store_meeting_open_now(
			call->desk->store, call->desk->session, &call->arena, &row)) {
		str_add(out, item ? ", all meetings\n\n" : ", the session\n\n");
		return 0;
	}
	str_add(out, ", ");
	number_ordinal(row.number, out);
	str_add(out, " meeting\n\n");
	return row.id;
}

static bool floor_times(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	int64_t item = call_id(call, "item");
	struct str *out = &call->output;
	size_t count;

	(void)err;
	int64_t meeting = choose_meeting(call, item, out);
	struct spoken_row *spoken = store_spoken(
		desk->store, desk->session, item, meeting, desk_now(desk), &call->arena, &count);
	if (count == 0) {
		str_reset(out);
		str_add(&call->reply, "nobody has spoken yet");
		return true;
	}
	struct speaking delegations = speaking_by_delegation(spoken, count, &call->arena);
	struct speaking groups =
		speaking_by_region(desk->store, desk->session, spoken, count, &call->arena);
	add_table(out, "Delegations", &delegations);
	delegations.sum.name = "All";
	add_row(out, &delegations.sum, 0);
	str_addc(out, '\n');
	add_table(out, "Regional groups", &groups);
	add_voices(out, spoken, count);
	return true;
}

const struct command times_commands[] = {
	{.name = "floor times",
		.keys = "T",
		.help = "Show how long each delegation and regional group has spoken",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params =
			{
				{"item", ARG_ITEM, .prompt = "Only on this item, at all meetings"},
				{"all", ARG_FLAG, .option = true,
					.prompt = "At all meetings of the session"},
			},
		.run = floor_times},
	{0}};
