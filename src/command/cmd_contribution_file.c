/* SPDX-License-Identifier: MIT */
/*
 * Responses of States out of a table and into one. A table is taken over in one step or
 * not at all: first every line is read and every name found, and all that is wrong is
 * said together. A State that has answered already is completed by its line.
 */
#include <string.h>

#include "base/civil.h"
#include "base/file.h"
#include "command/named.h"
#include "contributions.h"
#include "document/document.h"
#include "exchange/response_file.h"
#include "groups.h"
#include "report/report.h"
#include "rows.h"
#include "shown.h"

struct import {
	struct call *call;
	struct survey_row survey;
	struct response_file file;
	struct messages messages;
	int64_t *states; /* of each line */
	char today[11];
	size_t added, completed;
};

static void complain(struct import *in, const struct response_line *line, const char *sentence)
{
	messages_add(&in->messages, false, line->line, line->column, "%s", sentence);
}

/* Whole names, codes and aliases only: a file is not typed in haste. */
static void find_state(struct import *in, size_t i)
{
	const struct response_line *line = &in->file.lines[i];
	struct arena *arena = &in->call->arena;
	struct named named;

	named_find(in->call->desk, line->state, true, arena, &named);
	in->states[i] = named.participant;
	if (named.kind == NAMED_UNKNOWN)
		complain(in, line,
			arena_printf(arena, "no participant is called '%s'%s%s%s",
				shown_text(arena, line->state), *named.near ? " (near: " : "",
				named.near, *named.near ? ")" : ""));
	for (size_t j = 0; j < i && in->states[i]; j++)
		if (in->states[j] == in->states[i])
			complain(in, line,
				arena_printf(arena, "%s has a line already, line %d",
					shown_text(arena, line->state), in->file.lines[j].line));
}

static bool is_panel(const char *text)
{
	return !text || strcmp(text, "invited") == 0 || strcmp(text, "accepted") == 0 ||
	       strcmp(text, "declined") == 0;
}

/* As people write them, said with the line that has them. */
static void check_words(struct import *in, size_t i)
{
	struct response_line *line = &in->file.lines[i];
	struct contribution_edit edit = {.language = line->language, .covers = line->covers};
	struct err err = {0};

	if (!contribution_words(in->call, &edit, &err))
		complain(in, line, err.text);
	line->language = edit.language;
	line->covers = edit.covers;
	if (!is_panel(line->panel))
		complain(in, line, "the panel is invited, accepted or declined");
	if (line->document && !store_document_find(in->call->desk->store, in->call->desk->session,
				      line->document))
		complain(in, line,
			arena_printf(&in->call->arena, "document '%s' is not in the register",
				line->document));
}

/* A cell that is empty leaves what is there. */
static struct contribution_edit edit_of(const struct import *in, size_t i)
{
	const struct response_line *line = &in->file.lines[i];
	const struct desk *desk = in->call->desk;

	return (struct contribution_edit){.participant = in->states[i],
		.document = line->document ? store_document_find(
						     desk->store, desk->session, line->document)
					   : 0,
		.received = line->received,
		.updated = line->updated,
		.language = line->language,
		.focal = line->focal,
		.office = line->office,
		.contact = line->contact,
		.file = line->file,
		.covers = line->covers,
		.panel = line->panel,
		.remark = line->remark};
}

static bool take_line(struct import *in, size_t i, struct err *err)
{
	struct store *store = in->call->desk->store;
	struct contribution_edit edit = edit_of(in, i);
	int64_t there = store_contribution_of(store, in->survey.id, edit.participant);
	int number;
	bool good;

	if (there) {
		in->completed++;
		good = store_contribution_edit(store, there, &edit, err);
	} else {
		in->added++;
		edit.received = edit.received ? edit.received : in->today;
		good = contribution_take(in->call, &in->survey, &edit, &number, err);
	}
	return good || err_prefix(err, "line %d", in->file.lines[i].line);
}

static bool take_over(struct import *in, struct err *err)
{
	for (size_t i = 0; i < in->file.count; i++)
		if (!take_line(in, i, err))
			return false;
	str_addf(&in->call->reply, "q%d: %zu added, %zu completed", in->survey.number, in->added,
		in->completed);
	contribution_say_count(in->call, in->survey.id);
	return true;
}

/* With all that is wrong; on a screen a single sentence needs no list. */
static bool refuse(struct import *in, struct err *err)
{
	messages_sort(&in->messages);
	if (in->call->desk->screen && in->messages.errors == 1)
		return messages_err(&in->messages, err);
	messages_format(&in->messages, &in->call->output);
	in->call->says_all = true;
	return err_set(err, ERR_DATA, "%zu error%s in %s: nothing was taken over",
		in->messages.errors, in->messages.errors == 1 ? "" : "s", in->messages.file);
}

static bool read_all(struct import *in)
{
	response_file_read(call_text(in->call, "file"), &in->file, &in->messages);
	if (in->messages.errors > 0 && in->messages.all[0].line == 0)
		return false;
	in->states = arena_alloc(&in->call->arena, (in->file.count + 1) * sizeof *in->states);
	for (size_t i = 0; i < in->file.count; i++) {
		find_state(in, i);
		check_words(in, i);
	}
	return true;
}

static bool contribution_import(struct call *call, struct err *err)
{
	struct import in = {.call = call};
	struct civil now = civil_at(desk_now(call->desk));
	bool readable, good;

	civil_format_date(&now, in.today);
	if (!store_survey(call->desk->store, call_id(call, "survey"), &call->arena, &in.survey))
		return err_set(err, ERR_USAGE, "there is no such survey");
	if (!contribution_may_add(call, &in.survey, err))
		return false;
	response_file_init(&in.file);
	messages_init(&in.messages, call_text(call, "file"));
	readable = read_all(&in);
	good = !readable                ? messages_err(&in.messages, err)
	       : in.messages.errors > 0 ? refuse(&in, err)
					: take_over(&in, err);
	messages_clear(&in.messages);
	response_file_clear(&in.file);
	return good;
}

/* --- out --- */

static struct response_line line_of(const struct contribution_row *row)
{
	return (struct response_line){.state = row->name,
		.received = row->received,
		.updated = row->updated,
		.language = row->language,
		.focal = row->focal,
		.office = row->office,
		.contact = row->contact,
		.document = row->symbols,
		.file = row->file,
		.covers = row->covers,
		.panel = row->panel,
		.remark = row->remark};
}

static bool write_table(struct call *call, const char *file, struct err *err)
{
	struct desk *desk = call->desk;
	struct str out;
	size_t count;

	store_reads_begin(desk->store);
	const struct contribution_row *rows = store_contributions(
		desk->store, desk->session, call_id(call, "survey"), &call->arena, &count);
	struct response_line *lines = arena_alloc(&call->arena, (count + 1) * sizeof *lines);
	for (size_t i = 0; i < count; i++)
		lines[i] = line_of(&rows[i]);
	str_init(&out);
	response_file_write(lines, count, call_given(call, "contacts"), &out);
	bool good = store_reads_good(desk->store, err) && store_spares(desk->store, file, err) &&
		    file_write(file, out.text, out.length, err);
	str_addf(&call->reply, "%zu contribution%s written to %s", count, count == 1 ? "" : "s",
		file);
	str_clear(&out);
	return good;
}

static bool contribution_export(struct call *call, struct err *err)
{
	const char *file = call_text(call, "file");

	return rows_may_write(call, file, "the table", err) && write_table(call, file, err);
}

/* --- on paper --- */

static bool contributions(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_contributions(desk->store, desk->session, desk_template(desk),
		call_id(call, "survey"), call_given(call, "contacts"), &document);
	bool good = rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

const struct command contribution_file_commands[] = {
	{.name = "contribution import",
		.help = "Take over responses from a table: state, received, language, document",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"file", ARG_FILE, .required = true,
					.prompt = "File, comma-separated"},
				PARAM_SURVEY,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also to a survey that is closed"},
			},
		.run = contribution_import},
	{.name = "contribution export",
		.help = "Write the responses to a table that import reads",
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {{"file", ARG_FILE, .required = true, .prompt = "File"}, PARAM_SURVEY,
			PARAM_CONTACTS, PARAM_ANYWAY_FILE},
		.run = contribution_export},
	{.name = "contribution list",
		.keys = "p",
		.help = "Print who answered a survey, who did not, whom to invite, which sources",
		.hint = "print",
		.where = IN_CONTRIBUTIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE,
			{"survey", ARG_SURVEY, .option = true,
				.prompt = "Survey, as q1; without one, each"},
			PARAM_PAGE_FORMAT, PARAM_CONTACTS, PARAM_ANYWAY_FILE},
		.run = contributions},
	{0}};
