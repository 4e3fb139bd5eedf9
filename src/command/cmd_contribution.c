/* SPDX-License-Identifier: MIT */
/*
 * What States send in answer to a survey. The days are those of the letters, the
 * reply says who is late and how many have answered.
 */
#include <string.h>

#include "base/civil.h"
#include "contributions.h"
#include "groups.h"
#include "model/language.h"
#include "rows.h"

/* --- what is shared with the import --- */

void contribution_say_count(struct call *call, int64_t survey)
{
	struct survey_row row;

	if (!store_survey(call->desk->store, survey, &call->arena, &row))
		return;
	str_addf(&call->reply, "; %lld of %lld have answered", (long long)row.answered,
		(long long)store_survey_asked(call->desk->store, survey));
	if (row.others)
		str_addf(&call->reply, ", and %lld other%s", (long long)row.others,
			row.others == 1 ? "" : "s");
}

bool contribution_may_add(struct call *call, const struct survey_row *survey, struct err *err)
{
	return !survey->closed || call_given(call, "anyway") ||
	       call_ask(call, err, "anyway", "q%d was closed on %s. Take the answer all the same?",
		       survey->number, rows_date(call, survey->closed));
}

#define COVERS "successes challenges needs lessons practices"

/* "needs, lessons" in the order of the list (workplan of 2013, paragraphs 6 and 8). */
static bool normal_covers(struct call *call, const char **covers, struct err *err)
{
	static const char *const words[] = {
		"successes", "challenges", "needs", "lessons", "practices"};
	enum { WORDS = sizeof words / sizeof words[0] };
	bool has[WORDS] = {false};
	struct str out;

	for (const char *at = *covers ? *covers : ""; *(at += strspn(at, " ,;"));) {
		size_t length = strcspn(at, " ,;"), i = 0;
		while (i < WORDS && strncmp(words[i], at, length) != 0)
			i++;
		if (i == WORDS)
			return err_set(err, ERR_USAGE, "'%.*s' is none of " COVERS,
				(int)(length < 40 ? length : 40), at);
		has[i] = true;
		at += length;
	}
	if (!*covers)
		return true;
	str_init(&out);
	for (size_t i = 0; i < WORDS; i++)
		if (has[i])
			str_addf(&out, "%s%s", out.length ? " " : "", words[i]);
	*covers = arena_strdup(&call->arena, out.text);
	str_clear(&out);
	return true;
}

static bool normal_language(struct call *call, const char **language, struct err *err)
{
	struct str normal;
	bool good;

	if (!*language)
		return true;
	str_init(&normal);
	good = language_normal(*language, &normal, err);
	*language = arena_strdup(&call->arena, normal.text);
	str_clear(&normal);
	return good;
}

bool contribution_words(struct call *call, struct contribution_edit *edit, struct err *err)
{
	return normal_language(call, &edit->language, err) &&
	       normal_covers(call, &edit->covers, err);
}

bool contribution_take(struct call *call, const struct survey_row *survey,
	struct contribution_edit *edit, int *number, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t there = store_contribution_of(store, survey->id, edit->participant);
	struct contribution_row row;

	if (there && store_contribution(store, there, &call->arena, &row))
		return err_set(err, ERR_USAGE,
			"%s has answered q%d already, with c%d: contribution edit corrects it",
			row.name, survey->number, row.number);
	call->made =
		store_contribution_add(store, call->desk->session, survey->id, edit, number, err);
	return call->made != 0;
}

/* --- the commands --- */

static struct contribution_edit read_edit(const struct call *call)
{
	return (struct contribution_edit){.received = call_text(call, "received"),
		.language = call_text(call, "language"),
		.focal = call_text(call, "focal"),
		.office = call_text(call, "office"),
		.contact = call_text(call, "contact"),
		.document = call_id(call, "document"),
		.file = call_text(call, "file"),
		.covers = call_text(call, "covers"),
		.remark = call_text(call, "remark")};
}

/* What is of one response alone cannot be of several. */
static bool check_several(const struct call *call, const struct arg *names, struct err *err)
{
	static const char *const own[] = {"focal", "office", "contact", "document", "file"};

	for (size_t i = 0; names->count > 1 && i < sizeof own / sizeof own[0]; i++)
		if (call_given(call, own[i]))
			return err_set(err, ERR_USAGE, "--%s is of one State, and %zu are named",
				own[i], names->count);
	return true;
}

static bool contribution_add(struct call *call, struct err *err)
{
	const struct arg *names = call_arg(call, "names");
	struct civil now = civil_at(desk_now(call->desk));
	struct survey_row survey;
	char today[11];
	int number = 0;

	if (!store_survey(call->desk->store, call_id(call, "survey"), &call->arena, &survey))
		return err_set(err, ERR_USAGE, "there is no such survey");
	if (!check_several(call, names, err) || !contribution_may_add(call, &survey, err))
		return false;
	civil_format_date(&now, today);
	for (size_t i = 0; i < names->count; i++) {
		struct contribution_edit edit = read_edit(call);
		edit.participant = names->ids[i];
		if (!edit.received)
			edit.received = today;
		if (!contribution_words(call, &edit, err) ||
			!contribution_take(call, &survey, &edit, &number, err))
			return false;
		str_addf(&call->reply, "%sc%d %s%s", i ? ", " : "", number,
			rows_name(call, names->ids[i]),
			survey.due && strcmp(edit.received, survey.due) > 0 ? " (late)" : "");
	}
	contribution_say_count(call, survey.id);
	return true;
}

static bool read_contribution(struct call *call, struct contribution_row *row, struct err *err)
{
	return store_contribution(
		       call->desk->store, call_id(call, "contribution"), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such contribution");
}

/* Of another State: that one has not answered, and the person who wrote it stays. */
static bool change_state(struct call *call, const struct contribution_row *row,
	struct contribution_edit *edit, struct err *err)
{
	struct contribution_row other;
	int64_t there;

	edit->participant = call_id(call, "name");
	if (!edit->participant || edit->participant == row->participant)
		return true;
	there = store_contribution_of(call->desk->store, row->survey, edit->participant);
	if (there && store_contribution(call->desk->store, there, &call->arena, &other))
		return err_set(err, ERR_USAGE, "%s has answered q%d already, with c%d", other.name,
			other.survey_number, other.number);
	if (!edit->focal)
		edit->focal = row->focal;
	if (!edit->office && row->focal)
		edit->office = row->office;
	if (!edit->contact && row->focal)
		edit->contact = row->contact;
	return true;
}

static bool changes_nothing(const struct call *call)
{
	for (size_t i = 1; i < COMMAND_PARAMS && call->command->params[i].name; i++)
		if (call->args[i].given)
			return false;
	return true;
}

static bool contribution_edit(struct call *call, struct err *err)
{
	struct contribution_edit edit = read_edit(call);
	struct contribution_row row;

	edit.updated = call_text(call, "updated");
	edit.panel = call_given(call, "panel") && strcmp(call_text(call, "panel"), "no") == 0
			     ? ""
			     : call_text(call, "panel");
	if (call_given(call, "document") && !edit.document)
		edit.document = -1;
	if (!read_contribution(call, &row, err))
		return false;
	if (changes_nothing(call))
		return err_set(err, ERR_USAGE,
			"say what to change: --name, --received, --updated, --language, --focal, "
			"--office, --contact, --document, --file, --covers, --panel or --remark");
	if (!change_state(call, &row, &edit, err) || !contribution_words(call, &edit, err))
		return false;
	str_addf(&call->reply, "c%d %s", row.number, row.name);
	if (edit.participant && edit.participant != row.participant)
		str_addf(&call->reply, " is now of %s", rows_name(call, edit.participant));
	else if (call_given(call, "panel"))
		str_addf(&call->reply, ": %s",
			edit.panel && *edit.panel ? edit.panel : "not on the panel");
	else
		str_add(&call->reply, " changed");
	return store_contribution_edit(call->desk->store, row.id, &edit, err);
}

static bool contribution_delete(struct call *call, struct err *err)
{
	struct contribution_row row;

	if (!read_contribution(call, &row, err) ||
		!store_contribution_delete(call->desk->store, row.id, err))
		return false;
	str_addf(&call->reply, "c%d %s deleted", row.number, row.name);
	contribution_say_count(call, row.survey);
	return true;
}

#define PARAM_CONTRIBUTION                                                        \
	{                                                                         \
		"contribution", ARG_CONTRIBUTION, .required = true,               \
						  .prompt = "Contribution, as c3" \
	}
#define PARAMS_OF_RESPONSE                                                                        \
	{"language", ARG_LINE, .option = true, .prompt = "Language, as E or German"},             \
		{"file", ARG_LINE, .option = true, .more = true, .prompt = "Name of its file"},   \
		{"document", ARG_DOCUMENT, .option = true, .empties = true, .more = true,         \
			.prompt = "Document that it became"},                                     \
		{"covers", ARG_LINE, .option = true, .more = true, .prompt = "Covers: " COVERS},  \
		{"focal", ARG_LINE, .option = true, .more = true, .prompt = "Focal point: name"}, \
		{"office", ARG_LINE, .option = true, .more = true,                                \
			.prompt = "Focal point: office"},                                         \
		{"contact", ARG_LINE, .option = true, .more = true,                               \
			.prompt = "Focal point: e-mail, phone"},                                  \
	{                                                                                         \
		"remark", ARG_LINE, .option = true, .more = true, .prompt = "Remark"              \
	}

const struct command contribution_commands[] = {
	{.name = "contribution add",
		.keys = "a",
		.help = "Record that States have answered a survey",
		.hint = "answered",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"names", ARG_PARTICIPANTS, .required = true, .silent = true,
					.prompt = "States, separated by commas"},
				PARAM_SURVEY,
				{"received", ARG_DATE, .option = true,
					.prompt = "Received on, if not today"},
				PARAMS_OF_RESPONSE,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also to a survey that is closed"},
			},
		.run = contribution_add},
	{.name = "contribution edit",
		.keys = "e",
		.help = "Correct or complete what is known of a contribution",
		.hint = "edit",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_CONTRIBUTION,
				{"name", ARG_PARTICIPANT, .option = true, .prompt = "State"},
				{"received", ARG_DATE, .option = true, .prompt = "Received on"},
				{"updated", ARG_DATE, .option = true, .empties = true,
					.prompt = "Sent anew on"},
				PARAMS_OF_RESPONSE,
				{"panel", ARG_CHOICE, .option = true,
					.prompt = "Place on the panel",
					.choices = "no invited accepted declined"},
			},
		.run = contribution_edit},
	{.name = "contribution delete",
		.keys = "Delete",
		.help = "Delete a contribution; its focal point is forgotten with it",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_CONTRIBUTION},
		.run = contribution_delete},
	{0}};
