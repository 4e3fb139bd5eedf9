/* SPDX-License-Identifier: MIT */
/*
 * One statement that was two, two that were one: somebody began to speak and nobody
 * pressed a key, or a key was pressed in the middle of a speech. Nothing that the
 * clock has seen is lost, and no point of a note.
 */
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "groups.h"
#include "overlap.h"
#include "queue.h"
#include "rows.h"
#include "store/correction.h"

enum { NUMBER_MOST = 1000000 }; /* of points and lines; there are not so many */

static bool is_paused(struct call *call, const struct statement_row *row)
{
	return row->stopped && store_statement_stands(call->desk->store, row->id);
}

/* --- statement split --- */

/* Last instant that it has: of one that runs, now. */
static int64_t end_of(struct call *call, const struct statement_row *row)
{
	return row->stopped ? row->stopped : desk_now(call->desk);
}

static bool is_within(struct call *call, const struct statement_row *row, int64_t at)
{
	return at > row->started && at < end_of(call, row);
}

/* A clock time is of the day on which it was made, whatever day it is now: of the one on
 * which it began or of the one on which it ended. One with a day means that day. */
static int64_t split_time(struct call *call, const struct statement_row *row)
{
	const int64_t days[] = {row->started, end_of(call, row)};
	int64_t said = call_id(call, "time"), at;

	for (size_t i = 0; i < 2 && !is_within(call, row, said); i++)
		if (civil_parse_time(call_text(call, "time"), days[i], &at, NULL) &&
			is_within(call, row, at))
			return at;
	return said;
}

/* As which of its points it is meant: "p7", or the line of the note. */
static bool points_from(
	struct call *call, const struct statement_row *row, int *place, struct err *err)
{
	const char *text = call_text(call, "points");
	bool number = text && (*text == 'p' || *text == 'P');
	char none[] = "", *end = none;
	long value = text ? strtol(text + number, &end, 10) : 0;

	*place = 0;
	if (!text)
		return true;
	if (row->points == 0)
		return err_set(err, ERR_USAGE, "nothing is noted under s%d: leave out --points",
			row->number);
	value = value < NUMBER_MOST ? value : NUMBER_MOST;
	*place = number && value > 0 ? store_point_place(call->desk->store, row->id, (int)value)
				     : (int)value;
	if (*end || value < 1 || *place < 1 || *place > (int)row->points)
		return err_set(err, ERR_USAGE,
			"the note of s%d has %zu line%s: say from which one on, or p7 of a point",
			row->number, row->points, row->points == 1 ? "" : "s");
	return true;
}

/* In what capacity the second one was made: as it had asked by then, if that is another
 * one than the first. */
static void find_second(struct call *call, const struct statement_row *row, int64_t at,
	struct statement_new *second, struct request_row *asked)
{
	struct store *store = call->desk->store;
	int64_t name = call_id(call, "name"), request;

	*asked = (struct request_row){0};
	*second = (struct statement_new){.participant = row->participant,
		.on_behalf = row->on_behalf,
		.person = row->person,
		.kind = row->kind};
	if (name && name != row->participant) {
		request = store_request_find(store, row->item, name);
		if (request && (!store_request(store, request, &call->arena, asked) ||
				       asked->requested > at))
			*asked = (struct request_row){0};
		*second = (struct statement_new){.participant = name,
			.on_behalf = asked->on_behalf,
			.person = asked->person,
			.kind = asked->kind};
	}
	if (call_given(call, "for"))
		second->on_behalf = call_id(call, "for");
}

static bool can_split(
	struct call *call, const struct statement_row *row, int64_t at, struct err *err)
{
	if (row->started == 0)
		return err_set(err, ERR_USAGE, "nobody knows when s%d was made: statement edit",
			row->number);
	return is_within(call, row, at) ||
	       err_set(err, ERR_USAGE, "s%d %s %s the floor %s: say a time in between", row->number,
		       row->name, row->stopped ? "had" : "has had", overlap_when(call, row));
}

static void say_split(struct call *call, const struct statement_row *row,
	const struct statement_new *second, int number, int64_t at)
{
	str_addf(&call->reply, "s%d split at %s: s%d %s", row->number, queue_clock(call, at),
		number, rows_name(call, second->participant));
	if (second->on_behalf)
		str_addf(&call->reply, " for %s", rows_group(call, second->on_behalf));
}

static bool statement_split(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_row row;
	struct statement_new second;
	struct request_row asked;
	int place, number;

	if (!store_statement(store, call_id(call, "statement"), &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such statement");
	int64_t at = split_time(call, &row);
	if (!can_split(call, &row, at, err) || !points_from(call, &row, &place, err))
		return false;
	find_second(call, &row, at, &second, &asked);
	if (second.on_behalf && !rows_need_groups(call, err))
		return false;
	bool on_floor = !row.stopped || is_paused(call, &row);
	call->made = store_statement_split(store, row.id, at, &second, &number, err);
	if (!call->made)
		return false;
	say_split(call, &row, &second, number, at);
	if (place && !store_points_move(store, row.id, place, call->made, err))
		return false;
	return !asked.id || store_request_set_state(store, asked.id, on_floor ? "called" : "spoke",
				    call->made, err);
}

/* --- statement merge --- */

/* What makes no sense, one sentence each. */
static bool can_merge(struct call *call, const struct statement_row *one,
	const struct statement_row *other, struct err *err)
{
	struct store *store = call->desk->store;
	bool point = strcmp(one->kind, "point_of_order") == 0;
	struct ruling_row ruling;

	if (one->id == other->id)
		return err_set(err, ERR_USAGE, "s%d cannot be merged with itself", one->number);
	if (one->item != other->item)
		return err_set(err, ERR_USAGE, "s%d is on item %s, s%d on item %s: statement edit",
			one->number, one->item_printed, other->number, other->item_printed);
	if (one->meeting != other->meeting)
		return err_set(err, ERR_USAGE, "s%d and s%d were made in different meetings",
			one->number, other->number);
	if (point != (strcmp(other->kind, "point_of_order") == 0))
		return err_set(err, ERR_USAGE, "s%d is a point of order and s%d is not",
			point ? one->number : other->number, point ? other->number : one->number);
	if (store_statements_overlap(store, one->id, other->id))
		return err_set(err, ERR_USAGE,
			"s%d and s%d were made at the same time: statement edit", one->number,
			other->number);
	if (is_paused(call, one) || is_paused(call, other))
		return err_set(err, ERR_USAGE, "s%d stands still: floor resume or floor end first",
			is_paused(call, one) ? one->number : other->number);
	return !store_ruling(store, one->id, &call->arena, &ruling) ||
	       !store_ruling(store, other->id, &call->arena, &ruling) ||
	       err_set(err, ERR_USAGE, "there is a ruling on s%d and one on s%d", one->number,
		       other->number);
}

static bool ask_whose(struct call *call, const struct statement_row *into,
	const struct statement_row *from, struct err *err)
{
	bool same = into->participant == from->participant && into->on_behalf == from->on_behalf;

	return same || call_given(call, "anyway") ||
	       call_ask(call, err, "anyway",
		       "s%d is of %s%s%s and s%d of %s%s%s: make them one of the first all the same?",
		       into->number, into->name, into->group ? " for " : "",
		       into->group ? into->group : "", from->number, from->name,
		       from->group ? " for " : "", from->group ? from->group : "");
}

/* Whoever had the floor before and after a piece of it is not in it and not beside it. */
static bool refuse_around(struct call *call, int64_t into, int from, struct err *err)
{
	struct statement_row own, other;

	if (!store_statement_clash(call->desk->store, into, &call->arena, &other) ||
		!store_statement(call->desk->store, into, &call->arena, &own))
		return true;
	return err_set(err, ERR_USAGE, "s%d and s%d stay two: s%d %s %s the floor %s", own.number,
		from, other.number, other.name, other.stopped ? "had" : "has had",
		overlap_when(call, &other));
}

/* What the second was called for and is not heard on after all; 0 if there is nothing, it
 * asked once more meanwhile, or the item is over. */
static int64_t unheard(
	struct call *call, const struct statement_row *into, const struct statement_row *from)
{
	struct store *store = call->desk->store;
	struct item_row item;

	if (into->participant == from->participant ||
		store_request_find(store, from->item, from->participant) ||
		!store_item(store, from->item, &call->arena, &item) ||
		strcmp(item.state, "concluded") == 0)
		return 0;
	return store_request_of(store, from->id);
}

static bool statement_merge(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_row into, from, both;

	if (!store_statement(store, call_id(call, "statement"), &call->arena, &both) ||
		!store_statement(store, call_id(call, "with"), &call->arena, &from))
		return err_set(err, ERR_USAGE, "there is no such statement");
	into = both.number < from.number ? both : from;
	from = both.number < from.number ? from : both;
	if (!can_merge(call, &into, &from, err) || !ask_whose(call, &into, &from, err))
		return false;
	call->made = into.id;
	int64_t back = unheard(call, &into, &from);
	if (!store_statement_merge(store, into.id, from.id, err) ||
		!store_statement(store, into.id, &call->arena, &both))
		return false;
	str_addf(&call->reply, "s%d and s%d are one: s%d %s %s", into.number, from.number,
		into.number, both.name, both.started ? overlap_when(call, &both) : "");
	return queue_put_back(call, back, err) && refuse_around(call, into.id, from.number, err);
}

/* --- point move --- */

/* What was noted to the wrong statement, all of it or from a point on. */
static bool point_move(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_row from, to;
	int place;

	if (!store_statement(store, call_id(call, "statement"), &call->arena, &from) ||
		!store_statement(store, call_id(call, "to"), &call->arena, &to))
		return err_set(err, ERR_USAGE, "there is no such statement");
	if (from.id == to.id)
		return err_set(err, ERR_USAGE, "s%d has its points already", from.number);
	if (from.points == 0)
		return err_set(err, ERR_USAGE, "s%d has no note", from.number);
	if (!points_from(call, &from, &place, err))
		return false;
	place = place ? place : 1;
	size_t count = from.points - (size_t)place + 1;
	call->made = to.id;
	str_addf(&call->reply, "%zu point%s of s%d to s%d %s", count, count == 1 ? "" : "s",
		from.number, to.number, to.name);
	return store_points_move(store, from.id, place, to.id, err);
}

const struct command divide_commands[] = {
	{.name = "statement split",
		.keys = "D",
		.help = "Divide a statement that was two: when the second began, and whose it is",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_STATEMENT,
				{"time", ARG_TIME, .required = true,
					.prompt = "The second one began at"},
				{"name", ARG_PARTICIPANT, .option = true,
					.prompt = "Who spoke then, if another"},
				PARAM_FOR,
				{"points", ARG_WORD, .option = true,
					.prompt = "Points that are its, from line"},
				PARAM_GUEST,
			},
		.run = statement_split},
	{.name = "statement merge",
		.keys = "+",
		.help = "Join two statements that were one",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_STATEMENT,
				{"with", ARG_STATEMENT, .required = true,
					.prompt = "The other one, as s12"},
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also if they are of two delegations"},
			},
		.run = statement_merge},
	{.name = "point move",
		.keys = "V",
		.help = "Move what was noted to the wrong statement to another one",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_STATEMENT,
				{"to", ARG_STATEMENT, .required = true,
					.prompt = "To the note of, as s12"},
				{"points", ARG_WORD, .option = true, .prompt = "Only from line"},
			},
		.run = point_move},
	{0}};
