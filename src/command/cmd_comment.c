/* SPDX-License-Identifier: MIT */
/* What is said of a text without changing it: comments from the floor, and who sponsors
 * it. */
#include <string.h>

#include "groups.h"
#include "store/comment.h"
#include "store/sponsor.h"
#include "texts.h"

/* What it is on: a text, or the amendment to it of --amendment. */
static bool read_texts(struct call *call, struct recommendation_row *text,
	struct amendment_row *amendment, struct err *err)
{
	return texts_read(call, text, err) &&
	       texts_read_amendment_to(call, "amendment", text, amendment, err);
}

static const char *subject(struct call *call, const struct recommendation_row *text,
	const struct amendment_row *amendment)
{
	return amendment->id ? arena_printf(&call->arena, "a%d", amendment->number)
			     : arena_printf(&call->arena, "r%d", text->number);
}

/* --- comments --- */

static bool comment_add(struct call *call, struct err *err)
{
	struct origin origin = texts_origin(call, AMENDMENT_ORALLY);
	struct recommendation_row text;
	struct amendment_row amendment;
	const char *words = call_text(call, "on");
	int number;

	if (!read_texts(call, &text, &amendment, err))
		return false;
	if (words && !strstr(amendment.id ? amendment.text : text.text, words))
		return texts_not_once(call, words, subject(call, &text, &amendment), 0, err);
	struct comment_new new = {.session = call->desk->session,
		.recommendation = text.id,
		.amendment = amendment.id,
		.version = amendment.id ? amendment.version : text.version,
		.words = words,
		.text = call_text(call, "text"),
		.participant = origin.proposer,
		.on_behalf = origin.on_behalf,
		.statement = origin.statement,
		.meeting = origin.meeting,
		.at = origin.at};
	call->made = store_comment_add(call->desk->store, &new, &number, err);
	str_addf(&call->reply, "k%d on %s", number, subject(call, &text, &amendment));
	if (origin.proposer)
		str_addf(&call->reply, " by %s", rows_name(call, origin.proposer));
	return call->made != 0;
}

static bool comment_settle(struct call *call, struct err *err)
{
	struct comment_row row;

	if (!store_comment(call->desk->store, call_id(call, "comment"), &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such comment");
	if (row.settled)
		return err_set(err, ERR_USAGE, "k%d is settled already", row.number);
	str_addf(&call->reply, "k%d settled", row.number);
	return store_comment_settle(call->desk->store, row.id, desk_now(call->desk), err);
}

static void list_one(struct call *call, const struct comment_row *row)
{
	str_addf(&call->output, "k%d on r%d", row->number, row->recommendation_number);
	if (row->amendment)
		str_addf(&call->output, ", a%d", row->amendment_number);
	str_addf(&call->output, ", version %d", row->version);
	if (row->words)
		str_addf(&call->output, ", “%s”", row->words);
	if (row->name)
		str_addf(&call->output, " %s", row->name);
	if (row->on_behalf_name)
		str_addf(&call->output, " for %s", row->on_behalf_name);
	if (row->statement_number)
		str_addf(&call->output, " (s%d)", row->statement_number);
	str_addf(&call->output, ": %s%s\n", row->text, row->settled ? " (settled)" : "");
}

static bool comment_list(struct call *call, struct err *err)
{
	size_t count, listed = 0;
	const struct comment_row *rows = store_comments(call->desk->store, call->desk->session,
		call_id(call, "recommendation"), &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (call_given(call, "open") && rows[i].settled)
			continue;
		list_one(call, &rows[i]);
		listed++;
	}
	if (!listed)
		str_add(&call->reply,
			call_given(call, "open") ? "no comment is open" : "no comment");
	return store_reads_good(call->desk->store, err);
}

/* --- sponsors --- */

static bool sponsor_add(struct call *call, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	struct store *store = call->desk->store;
	struct recommendation_row text;
	struct amendment_row amendment;
	int64_t of;

	if (!read_texts(call, &text, &amendment, err))
		return false;
	of = amendment.id ? 0 : text.id;
	str_addf(&call->reply, "%s is sponsored by ", subject(call, &text, &amendment));
	for (size_t i = 0; i < names->count; i++) {
		const char *name = rows_name(call, names->ids[i]);
		if (store_sponsor_is(store, of, amendment.id, names->ids[i]))
			return err_set(err, ERR_USAGE, "%s sponsors %s already", name,
				subject(call, &text, &amendment));
		if (!store_sponsor_add(store, call->desk->session, of, amendment.id, names->ids[i],
			    desk_now(call->desk), err))
			return false;
		str_addf(&call->reply, "%s%s", i ? ", " : "", name);
	}
	return true;
}

static bool sponsor_withdraw(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t who = call_id(call, "name"), of;
	struct recommendation_row text;
	struct amendment_row amendment;

	if (!read_texts(call, &text, &amendment, err))
		return false;
	of = amendment.id ? 0 : text.id;
	if (!store_sponsor_is(store, of, amendment.id, who))
		return err_set(err, ERR_USAGE, "%s does not sponsor %s", rows_name(call, who),
			subject(call, &text, &amendment));
	str_addf(&call->reply, "%s sponsors %s no more", rows_name(call, who),
		subject(call, &text, &amendment));
	return store_sponsor_remove(store, of, amendment.id, who, err);
}

#define PARAM_OF_AMENDMENT                                                                        \
	{                                                                                         \
		"amendment", ARG_AMENDMENT, .option = true, .prompt = "An amendment to it, as a9" \
	}

const struct command comment_commands[] = {
	{.name = "comment add",
		.keys = "c",
		.help = "Record a comment from the floor on a text",
		.form = true,
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"text", ARG_TEXT, .required = true, .prompt = "What was said"},
				{"on", ARG_LINE, .option = true, .of_text = true,
					.prompt = "On these words of it"},
				{"by", ARG_PARTICIPANT, .option = true, .prompt = "Said by"},
				PARAM_FOR,
				PARAM_STATEMENT_IN,
				PARAM_OF_AMENDMENT,
			},
		.run = comment_add},
	{.name = "comment settle",
		.keys = "s",
		.help = "Record that a comment is settled",
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"comment", ARG_COMMENT, .required = true, .prompt = "Comment, as k4"}},
		.run = comment_settle},
	{.name = "comment list",
		.help = "List comments on texts",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params =
			{
				PARAM_RECOMMENDATION_OR_ALL,
				{"open", ARG_FLAG, .option = true, .prompt = "Only those open"},
			},
		.run = comment_list},
	{.name = "sponsor add",
		.keys = "S",
		.help = "Record who sponsors a recommendation, or an amendment to it",
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"names", ARG_PARTICIPANTS, .required = true, .prompt = "Sponsors"},
				PARAM_OF_AMENDMENT,
			},
		.run = sponsor_add},
	{.name = "sponsor withdraw",
		.help = "Record that somebody sponsors it no more",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"name", ARG_PARTICIPANT, .required = true, .prompt = "Who"},
				PARAM_OF_AMENDMENT,
			},
		.run = sponsor_withdraw},
	{0}};
