/* SPDX-License-Identifier: MIT */
/* What States are asked to answer in writing before a session. */
#include <string.h>

#include "base/civil.h"
#include "contributions.h"
#include "groups.h"
#include "model/phrase.h"
#include "rows.h"

static bool check_days(struct call *call, const struct survey_edit *edit,
	const struct survey_row *row, struct err *err)
{
	const char *sent = edit->sent ? edit->sent : row ? row->sent : NULL;
	const char *due = edit->due ? edit->due : row ? row->due : NULL;

	if (!sent || !due || !*sent || !*due || strcmp(sent, due) <= 0)
		return true;
	return err_set(err, ERR_USAGE, "answers are due on %s, before the survey was sent (%s)",
		rows_date(call, due), rows_date(call, sent));
}

static struct survey_edit read_edit(const struct call *call)
{
	return (struct survey_edit){.title = call_text(call, "title"),
		.asked = call_text(call, "asked"),
		.sent = call_text(call, "sent"),
		.due = call_text(call, "due"),
		.item = call_id(call, "item")};
}

static bool survey_add(struct call *call, struct err *err)
{
	struct survey_edit edit = read_edit(call);
	int number;

	if (!check_days(call, &edit, NULL, err))
		return false;
	call->made = store_survey_add(call->desk->store, call->desk->session, &edit, &number, err);
	str_addf(&call->reply, "q%d %s", number, edit.title);
	if (edit.item)
		str_addf(&call->reply, ", item %s", rows_item(call, edit.item));
	str_addf(&call->reply, "; %lld %s asked",
		(long long)store_survey_asked(call->desk->store, call->made),
		edit.asked && strcmp(edit.asked, "parties") == 0 ? "parties are" : "States are");
	if (edit.due && *edit.due) {
		str_add(&call->reply, " until ");
		phrase_date(edit.due, &call->reply);
	}
	return call->made != 0;
}

static bool read_survey(struct call *call, struct survey_row *row, struct err *err)
{
	return store_survey(call->desk->store, call_id(call, "survey"), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such survey");
}

static bool survey_edit(struct call *call, struct err *err)
{
	struct survey_edit edit = read_edit(call);
	struct survey_row row;

	if (!read_survey(call, &row, err))
		return false;
	if (edit.title && !*edit.title)
		return err_set(err, ERR_USAGE, "q%d cannot be without a title", row.number);
	if (!edit.title && !edit.asked && !edit.sent && !edit.due && !edit.item)
		return err_set(err, ERR_USAGE,
			"say what to change: --title, --item, --asked, --sent or --due");
	if (!check_days(call, &edit, &row, err))
		return false;
	str_addf(&call->reply, "q%d changed", row.number);
	return store_survey_edit(call->desk->store, row.id, &edit, err);
}

static bool survey_close(struct call *call, struct err *err)
{
	struct civil now = civil_at(desk_now(call->desk));
	char today[11];
	struct survey_edit edit = {0};
	struct survey_row row;

	if (!read_survey(call, &row, err))
		return false;
	if (row.closed)
		return err_set(err, ERR_USAGE, "q%d is closed already, since %s", row.number,
			rows_date(call, row.closed));
	civil_format_date(&now, today);
	edit.closed = call_given(call, "date") ? call_text(call, "date") : today;
	str_addf(&call->reply, "q%d closed", row.number);
	contribution_say_count(call, row.id);
	return store_survey_edit(call->desk->store, row.id, &edit, err);
}

static bool survey_open(struct call *call, struct err *err)
{
	struct survey_edit edit = {.closed = ""};
	struct survey_row row;

	if (!read_survey(call, &row, err))
		return false;
	if (!row.closed)
		return err_set(err, ERR_USAGE, "q%d is open", row.number);
	str_addf(&call->reply, "q%d is open again", row.number);
	return store_survey_edit(call->desk->store, row.id, &edit, err);
}

static bool survey_delete(struct call *call, struct err *err)
{
	struct survey_row row;

	if (!read_survey(call, &row, err))
		return false;
	str_addf(&call->reply, "q%d deleted", row.number);
	return store_survey_delete(call->desk->store, row.id, err);
}

#define PARAM_ASKED                                                            \
	{                                                                      \
		"asked", ARG_CHOICE, .option = true, .prompt = "Who is asked", \
				     .choices = "states parties"               \
	}
#define PARAM_SENT                                                   \
	{                                                            \
		"sent", ARG_DATE, .option = true, .empties = true,   \
				  .prompt = "Sent on, as 2 May 2012" \
	}
#define PARAM_DUE                                                                            \
	{                                                                                    \
		"due", ARG_DATE, .option = true, .empties = true, .prompt = "Answers due on" \
	}
#define PARAM_THIS_SURVEY                                                         \
	{                                                                         \
		"survey", ARG_SURVEY, .required = true, .prompt = "Survey, as q1" \
	}

const struct command survey_commands[] = {
	{.name = "survey add",
		.keys = "n",
		.help = "Begin a survey: what States are asked to answer in writing",
		.hint = "new survey",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"title", ARG_LINE, .required = true, .prompt = "Title"},
				{"item", ARG_ITEM, .option = true, .prompt = "Agenda item"},
				PARAM_SENT,
				PARAM_DUE,
				PARAM_ASKED,
			},
		.run = survey_add},
	{.name = "survey edit",
		.keys = "E",
		.help = "Change the title, item or days of a survey",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_THIS_SURVEY,
				{"title", ARG_LINE, .option = true, .prompt = "Title"},
				{"item", ARG_ITEM, .option = true, .prompt = "Agenda item"},
				PARAM_SENT,
				PARAM_DUE,
				PARAM_ASKED,
			},
		.run = survey_edit},
	{.name = "survey close",
		.keys = "c",
		.help = "Close a survey: who answers from then on is asked about",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_THIS_SURVEY,
				{"date", ARG_DATE, .option = true,
					.prompt = "Day, if it is not today"},
			},
		.run = survey_close},
	{.name = "survey open",
		.keys = "O",
		.help = "Open a closed survey again",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THIS_SURVEY},
		.run = survey_open},
	{.name = "survey delete",
		.help = "Delete a survey that nobody has answered",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THIS_SURVEY},
		.run = survey_delete},
	{0}};
