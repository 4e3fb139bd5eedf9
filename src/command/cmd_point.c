/* SPDX-License-Identifier: MIT */
/*
 * Points that several speakers made: grouped under the one whose words tell them, and
 * supported. The reply says how many that are and what the scale of the report advises
 * (conventions 3.2); who they are is in the record and on the screen, never in the report.
 */
#include <string.h>

#include "groups.h"
#include "model/quantifier.h"
#include "points.h"
#include "rows.h"
#include "store/point.h"

#define PARAM_POINT                                                            \
	{                                                                      \
		"point", ARG_POINT, .required = true, .prompt = "Point, as p7" \
	}

static bool read_id(struct call *call, int64_t id, struct point_row *row, struct err *err)
{
	return store_point(call->desk->store, id, &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such point");
}

static bool read(struct call *call, struct point_row *row, struct err *err)
{
	return read_id(call, call_id(call, "point"), row, err);
}

/* What tells the point: itself, or its lead. */
static bool read_lead(struct call *call, int64_t id, struct point_row *row, struct err *err)
{
	return read_id(call, id, row, err) && (!row->lead || read_id(call, row->lead, row, err));
}

void points_say_count(struct call *call, int64_t lead, int64_t item)
{
	const struct template *words = desk_template(call->desk);
	struct point_count said = store_point_count(call->desk->store, lead);
	struct point_count spoke = store_item_count(call->desk->store, item);
	enum quantifier advice = quantifier_advice(template_text(words, "quantifier.scale"),
		said.voices, said.with_members, spoke.with_members);

	str_addf(&call->reply, ": %lld of %lld who spoke, “%s”", (long long)said.with_members,
		(long long)spoke.with_members, template_text(words, quantifier_key(advice)));
}

/* --- groups --- */

/* Told otherwise than what delegations say, or not at all. */
static bool is_apart(const struct point_row *row)
{
	return strcmp(row->kind, "presentation") == 0 || strcmp(row->kind, "panellist") == 0 ||
	       strcmp(row->kind, "chair") == 0;
}

static bool put_together(
	struct call *call, const struct point_row *lead, int64_t id, struct err *err)
{
	struct point_row row;

	if (!read_id(call, id, &row, err))
		return false;
	if (row.item != lead->item)
		return err_set(err, ERR_USAGE,
			"p%d was said under item %s, and p%d under item %s: only points of one item"
			" are told together",
			row.number, row.item_printed, lead->number, lead->item_printed);
	if (is_apart(&row) != is_apart(lead))
		return err_set(err, ERR_USAGE,
			"p%d is of a presentation or of the Chair, whom the report tells of apart",
			is_apart(lead) ? lead->number : row.number);
	return id == lead->id ||
	       store_point_group(call->desk->store, call->desk->session, lead->id, id, err);
}

static bool point_group(struct call *call, struct err *err)
{
	const struct arg *points = call_arg(call, "points");
	const char *text = call_text(call, "text");
	struct point_row lead;

	if (points->count < 2)
		return err_set(err, ERR_USAGE,
			"name two points or more: the first one tells what all of them say");
	if (!read_lead(call, points->ids[0], &lead, err))
		return false;
	for (size_t i = 0; i < points->count; i++)
		if (!put_together(call, &lead, points->ids[i], err))
			return false;
	if (text && *text && !store_point_set(call->desk->store, lead.id, text, err))
		return false;
	str_addf(&call->reply, "p%d tells %zu points", lead.number, points->count);
	points_say_count(call, lead.id, lead.item);
	return true;
}

static bool point_ungroup(struct call *call, struct err *err)
{
	struct point_row row;

	if (!read(call, &row, err))
		return false;
	if (!store_point_grouped(call->desk->store, row.id))
		return err_set(err, ERR_USAGE, "p%d stands alone", row.number);
	str_addf(&call->reply, "p%d stands alone again", row.number);
	return store_point_ungroup(call->desk->store, row.id, err);
}

/* --- support --- */

/* Who said it does not support it too. */
static bool said_it(struct call *call, int64_t lead, int64_t participant, struct err *err)
{
	size_t count;
	const struct point_voice *voices =
		store_point_voices(call->desk->store, lead, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (voices[i].participant != participant)
			continue;
		if (voices[i].statement_number)
			err_set(err, ERR_USAGE, "%s said it in s%d", voices[i].name,
				voices[i].statement_number);
		else
			err_set(err, ERR_USAGE, "%s supports it already", voices[i].name);
		return true;
	}
	return false;
}

static bool add_names(struct call *call, const struct point_row *lead, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	struct desk *desk = call->desk;

	for (size_t i = 0; i < names->count; i++) {
		if (said_it(call, lead->id, names->ids[i], err) ||
			!store_point_support(desk->store, desk->session, lead->id, names->ids[i],
				call_id(call, "for"), desk_now(desk), err))
			return false;
		str_addf(&call->reply, "%s%s", i ? ", " : "", rows_name(call, names->ids[i]));
	}
	return true;
}

static bool point_support(struct call *call, struct err *err)
{
	struct point_row lead;

	if (!read_lead(call, call_id(call, "point"), &lead, err) ||
		(call_id(call, "for") && !rows_need_groups(call, err)))
		return false;
	str_addf(&call->reply, "p%d is supported by ", lead.number);
	if (!add_names(call, &lead, err))
		return false;
	points_say_count(call, lead.id, lead.item);
	return true;
}

static bool point_unsupport(struct call *call, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	struct store *store = call->desk->store;
	struct point_row lead;

	if (!read_lead(call, call_id(call, "point"), &lead, err))
		return false;
	str_addf(&call->reply, "p%d is supported no more by ", lead.number);
	for (size_t i = 0; i < names->count; i++) {
		const char *name = rows_name(call, names->ids[i]);
		if (!store_point_supported(store, lead.id, names->ids[i]))
			return err_set(
				err, ERR_USAGE, "%s does not support p%d", name, lead.number);
		if (!store_point_unsupport(store, lead.id, names->ids[i], err))
			return false;
		str_addf(&call->reply, "%s%s", i ? ", " : "", name);
	}
	points_say_count(call, lead.id, lead.item);
	return true;
}

/* --- another quantifier --- */

static bool point_say(struct call *call, struct err *err)
{
	const char *quantifier = call_text(call, "quantifier"), *words;
	struct point_row lead;

	if (!read_lead(call, call_id(call, "point"), &lead, err))
		return false;
	quantifier_said(lead.text, &words);
	bool advised = strcmp(quantifier, "advised") == 0;
	const char *text =
		advised ? words : arena_printf(&call->arena, "%s: %s", quantifier, words);
	if (strcmp(text, lead.text) == 0)
		return err_set(err, ERR_USAGE, "p%d is told so already", lead.number);
	str_addf(&call->reply, "p%d", lead.number);
	points_say_count(call, lead.id, lead.item);
	if (!advised)
		str_addf(&call->reply, ", told as “%s”",
			template_text(desk_template(call->desk),
				quantifier_key(quantifier_find(quantifier, strlen(quantifier)))));
	return store_point_set(call->desk->store, lead.id, text, err);
}

/* --- a point of several --- */

/* Adds the point to a note; its id, or 0. */
static int64_t note(struct call *call, int64_t statement, struct err *err)
{
	struct store *store = call->desk->store;
	const char *text = call_text(call, "text");
	struct statement_row row;

	if (!store_statement(store, statement, &call->arena, &row))
		return 0;
	if (*row.note)
		text = arena_printf(&call->arena, "%s\n%s", row.note, text);
	return store_statement_note(store, statement, text, 0, err)
		       ? store_point_newest(store, statement)
		       : 0;
}

struct speakers_of_point {
	int64_t *statements, *silent; /* silent: those who have not spoken */
	size_t count, silent_count;
};

static void find_statements(struct call *call, int64_t item, struct speakers_of_point *of)
{
	const struct arg *by = call_arg(call, "by");
	size_t names = by->given ? by->count : 1;

	of->statements = arena_alloc(&call->arena, (names + 1) * sizeof *of->statements);
	of->silent = arena_alloc(&call->arena, (names + 1) * sizeof *of->silent);
	for (size_t i = 0; i < names; i++) {
		int64_t who = by->given ? by->ids[i] : 0;
		int64_t statement = store_point_statement(call->desk->store, item, who);
		if (statement)
			of->statements[of->count++] = statement;
		else if (who)
			of->silent[of->silent_count++] = who;
	}
}

static const char *names_of(struct call *call, const int64_t *ids, size_t count)
{
	const char *names = "";

	for (size_t i = 0; i < count; i++)
		names = arena_printf(
			&call->arena, "%s%s%s", names, i ? ", " : "", rows_name(call, ids[i]));
	return names;
}

static bool agreed(
	struct call *call, int64_t item, const struct speakers_of_point *of, struct err *err)
{
	if (of->count == 0)
		return err_set(err, ERR_USAGE,
			"%s spoken on item %s: statement add first, for a point is of a statement",
			of->silent_count ? "none of them has" : "nobody has",
			rows_item(call, item));
	return of->silent_count == 0 || call_given(call, "supported") ||
	       call_ask(call, err, "supported", "%s %s not spoken on item %s. Supported it?",
		       names_of(call, of->silent, of->silent_count),
		       of->silent_count == 1 ? "has" : "have", rows_item(call, item));
}

static bool point_add(struct call *call, struct err *err)
{
	int64_t item = call_id(call, "item"), lead = 0;
	struct desk *desk = call->desk;
	struct speakers_of_point of = {0};
	struct point_row row;

	find_statements(call, item, &of);
	if (!agreed(call, item, &of, err))
		return false;
	for (size_t i = 0; i < of.count; i++) {
		int64_t point = note(call, of.statements[i], err);
		if (!point ||
			(lead && !store_point_group(desk->store, desk->session, lead, point, err)))
			return false;
		lead = lead ? lead : point;
	}
	for (size_t i = 0; i < of.silent_count; i++)
		if (!store_point_support(
			    desk->store, desk->session, lead, of.silent[i], 0, desk_now(desk), err))
			return false;
	call->made = lead;
	if (!read_id(call, lead, &row, err))
		return false;
	str_addf(&call->reply, "p%d", row.number);
	points_say_count(call, lead, item);
	return true;
}

const struct command point_commands[] = {
	{.name = "point add",
		.keys = "a",
		.help = "Note a point that one or several speakers made",
		.form = true,
		.where = IN_POINTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"text", ARG_LINE, .required = true, .prompt = "What was said"},
				{"by", ARG_PARTICIPANTS, .option = true,
					.prompt = "Who said it; else who spoke last"},
				{"item", ARG_ITEM, .required = true, .option = true, .floor = true,
					.prompt = "Agenda item"},
				{"supported", ARG_FLAG, .option = true,
					.prompt = "Who has not spoken supported it"},
			},
		.run = point_add},
	{.name = "point group",
		.help = "Tell equal points of several speakers together, in the words of the first",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"points", ARG_POINTS, .required = true,
					.prompt = "Points, the one that tells them first: p3 p7"},
				{"text", ARG_LINE, .option = true,
					.prompt = "In these words instead"},
			},
		.run = point_group},
	{.name = "point ungroup",
		.keys = "x",
		.help = "Tell a point alone again",
		.where = IN_POINTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_POINT},
		.run = point_ungroup},
	{.name = "point support",
		.keys = "s",
		.help = "Record who supported a point without saying so in a statement",
		.form = true,
		.where = IN_POINTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_POINT,
				{"names", ARG_PARTICIPANTS, .required = true, .prompt = "Who"},
				PARAM_FOR,
			},
		.run = point_support},
	{.name = "point unsupport",
		.help = "Record that somebody did not support a point",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_POINT,
				{"names", ARG_PARTICIPANTS, .required = true, .prompt = "Who"},
			},
		.run = point_unsupport},
	{.name = "point say",
		.keys = "w",
		.help = "Say otherwise than advised how many made a point",
		.where = IN_POINTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_POINT,
				{"quantifier", ARG_CHOICE, .required = true, .prompt = "How many",
					.choices =
						"advised one another some several number many most all"},
			},
		.run = point_say},
	{0}};
