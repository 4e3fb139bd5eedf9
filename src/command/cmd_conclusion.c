/* SPDX-License-Identifier: MIT */
/*
 * What the Chair concluded on an item and asked for, and what was presented on it. A
 * request is an action point too: who is to do it, and by when.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "document/document.h"
#include "groups.h"
#include "report/report.h"
#include "rows.h"
#include "store/conclusion.h"

/* Without the stop that the sentence of the report makes itself. */
static const char *without_stop(struct call *call, const char *text)
{
	size_t length = strlen(text);

	while (length && strchr(" .;\n", text[length - 1]))
		length--;
	return arena_strndup(&call->arena, text, length);
}

/* Bytes of the "to " of "to prepare a paper", in the language of the report; 0: none. */
static size_t to_of(struct call *call, const char *text)
{
	const char *to = template_text(desk_template(call->desk), "conclusion.to");
	size_t length = strlen(to);

	return length && strncasecmp(text, to, length) == 0 && text[length] == ' ' ? length + 1 : 0;
}

/* What begins with that word asks for something; with a capital it may begin a sentence. */
static bool asks(struct call *call, const char *text)
{
	return to_of(call, text) && !isupper((unsigned char)*text);
}

/* "to prepare a paper": the sentence has the word. */
static const char *asked_for(struct call *call, const char *text, bool request)
{
	text = without_stop(call, text);
	return request ? text + to_of(call, text) : text;
}

static const char *or_none(const char *text)
{
	return text && *text ? text : NULL;
}

static bool says(const char *text, struct err *err)
{
	return *text || err_set(err, ERR_USAGE, "say what was concluded");
}

static void say_number(struct call *call, const struct conclusion_row *row)
{
	str_addf(&call->reply, "n%d, %s %s", row->number,
		row->request ? "request under item" : "conclusion on item", row->item_printed);
}

static bool read(struct call *call, struct conclusion_row *row, struct err *err)
{
	return store_conclusion(
		       call->desk->store, call_id(call, "conclusion"), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such conclusion");
}

static bool conclusion_add(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	int64_t now = desk_now(desk);
	struct conclusion_new new = {.session = desk->session,
		.item = call_id(call, "item"),
		.statement = call_id(call, "statement"),
		.meeting = rows_meeting(call, now),
		.at = now,
		.who = or_none(call_text(call, "who")),
		.due = or_none(call_text(call, "due"))};
	struct conclusion_row row;
	int number;

	new.request = call_given(call, "request") || new.who || new.due ||
		      asks(call, call_text(call, "text"));
	new.text = asked_for(call, call_text(call, "text"), new.request);
	if (!says(new.text, err))
		return false;
	call->made = store_conclusion_add(desk->store, &new, &number, err);
	if (!call->made || !store_conclusion(desk->store, call->made, &call->arena, &row))
		return false;
	say_number(call, &row);
	return true;
}

static bool conclusion_edit(struct call *call, struct err *err)
{
	static const char *const options[] = {"text", "item", "kind", "who", "due"};
	struct conclusion_row row;
	bool any = false;

	if (!read(call, &row, err))
		return false;
	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
		any = any || call_given(call, options[i]);
	if (!any)
		return err_set(err, ERR_USAGE,
			"say what to change: --text, --item, --kind, --who or --due");
	if (call_given(call, "kind"))
		row.request = strcmp(call_text(call, "kind"), "request") == 0;
	if (call_given(call, "text"))
		row.text = asked_for(call, call_text(call, "text"), row.request);
	if (call_given(call, "item"))
		row.item = call_id(call, "item");
	if (call_given(call, "who"))
		row.who = or_none(call_text(call, "who"));
	if (call_given(call, "due"))
		row.due = or_none(call_text(call, "due"));
	if (!says(row.text, err))
		return false;
	str_addf(&call->reply, "n%d changed", row.number);
	return store_conclusion_set(call->desk->store, &row, err);
}

static bool conclusion_done(struct call *call, struct err *err)
{
	bool open = call_given(call, "open");
	struct conclusion_row row;

	if (!read(call, &row, err))
		return false;
	if (!row.request)
		return err_set(err, ERR_USAGE, "n%d asks for nothing", row.number);
	if (open == !row.done)
		return err_set(
			err, ERR_USAGE, "n%d is %s already", row.number, open ? "open" : "done");
	str_addf(&call->reply, "n%d %s", row.number, open ? "is open again" : "done");
	return store_conclusion_done(
		call->desk->store, row.id, open ? 0 : desk_now(call->desk), err);
}

static bool conclusion_delete(struct call *call, struct err *err)
{
	struct conclusion_row row;

	if (!read(call, &row, err))
		return false;
	str_addf(&call->reply, "n%d deleted; undo brings it back", row.number);
	return store_conclusion_delete(call->desk->store, row.id, err);
}

static bool conclusion_list(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_action_points(desk->store, desk->session, desk_template(desk), call_id(call, "item"),
		call_given(call, "open"), &document);
	bool good = rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

/* --- presentations --- */

enum { PRESENTATIONS_MAX = 50 };

/* "on the ongoing work": by that word the report knows a topic from what was said. */
static const char *topic(struct call *call)
{
	const char *before = template_text(desk_template(call->desk), "topic.before");
	const char *text = without_stop(call, call_text(call, "text"));
	size_t length = strlen(before);

	if (strncasecmp(text, before, length) == 0 && text[length] == ' ')
		return text;
	return arena_printf(&call->arena, "%s %s", before, text);
}

static bool add_presentation(
	struct call *call, struct statement_new *new, const char *note, struct err *err)
{
	struct store *store = call->desk->store;
	int number;
	int64_t id = store_statement_add(store, new, &number, err);

	if (!id || !store_statement_note(store, id, note, 0, err))
		return false;
	if (!call->made)
		str_addf(&call->reply, "s%d", number);
	call->made = id;
	return true;
}

static bool presentation_add(struct call *call, struct err *err)
{
	const struct arg *by = call_arg(call, "by");
	int64_t each = call_given(call, "count") ? call_id(call, "count") : 1;
	int64_t at = call_given(call, "from") ? call_id(call, "from") : desk_now(call->desk);
	struct statement_new new = {.session = call->desk->session,
		.item = call_id(call, "item"),
		.kind = "presentation",
		.from = at,
		.to = at};
	const char *note = topic(call);

	if (each < 1 || each > PRESENTATIONS_MAX)
		return err_set(err, ERR_USAGE, "how many presented it is a number from 1 to %d",
			PRESENTATIONS_MAX);
	new.meeting = rows_meeting(call, at);
	if (!rows_take_up(call, new.item, new.meeting, at, err))
		return false;
	for (size_t i = 0; i < by->count; i++) {
		new.participant = by->ids[i];
		for (int64_t k = 0; k < each; k++)
			if (!add_presentation(call, &new, note, err))
				return false;
	}
	int64_t all = each * (int64_t)by->count;
	str_addf(&call->reply, ": %lld presentation%s, %s", (long long)all, all == 1 ? "" : "s",
		rows_items(call, new.item));
	return true;
}

#define PARAM_CONCLUSION                                                                      \
	{                                                                                     \
		"conclusion", ARG_CONCLUSION, .required = true, .prompt = "Conclusion, as n3" \
	}
#define PARAM_WHO                                                                                  \
	{                                                                                          \
		"who", ARG_LINE, .option = true, .prompt = "Who is to do it; else the Secretariat" \
	}
#define PARAM_DUE                                                                             \
	{                                                                                     \
		"due", ARG_LINE, .option = true, .prompt = "By when: before the next meeting" \
	}

const struct command conclusion_commands[] = {
	{.name = "conclusion add",
		.keys = "c",
		.help = "Record what the Chair concluded on an item, or asked for",
		.form = true,
		.where = IN_POINTS | IN_CONCLUSIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"text", ARG_TEXT, .required = true,
					.prompt = "Conclusion, or request: to prepare it"},
				{"item", ARG_ITEM, .required = true, .option = true, .floor = true,
					.prompt = "Agenda item"},
				{"request", ARG_FLAG, .option = true,
					.prompt = "Something is to be done"},
				PARAM_WHO,
				PARAM_DUE,
				{"statement", ARG_STATEMENT, .option = true, .more = true,
					.prompt = "In which statement the Chair said it"},
			},
		.run = conclusion_add},
	{.name = "conclusion edit",
		.keys = "e",
		.help = "Correct a conclusion of the Chair",
		.form = true,
		.where = IN_CONCLUSIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_CONCLUSION,
				{"text", ARG_TEXT, .option = true,
					.prompt = "What was concluded, or is to be done"},
				{"item", ARG_ITEM, .option = true, .floor = true,
					.prompt = "Agenda item"},
				{"kind", ARG_CHOICE, .option = true,
					.prompt = "Is something to be done",
					.choices = "conclusion request"},
				PARAM_WHO,
				PARAM_DUE,
			},
		.run = conclusion_edit},
	{.name = "conclusion done",
		.keys = "+",
		.help = "Record that what the Chair asked for is done",
		.where = IN_CONCLUSIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_CONCLUSION,
			{"open", ARG_FLAG, .option = true, .prompt = "It is open again"}},
		.run = conclusion_done},
	{.name = "conclusion delete",
		.keys = "x Delete",
		.help = "Delete a conclusion of the Chair; undo brings it back",
		.where = IN_CONCLUSIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_CONCLUSION},
		.run = conclusion_delete},
	{.name = "conclusion list",
		.keys = "p",
		.help = "Print the action points: what the Chair asked for, of whom and by when",
		.hint = "print",
		.where = IN_CONCLUSIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE,
			{"item", ARG_ITEM, .option = true,
				.prompt = "Agenda item; without one, all"},
			{"open", ARG_FLAG, .option = true, .prompt = "Only what is not done"},
			PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = conclusion_list},
	{.name = "presentation add",
		.keys = "p",
		.help = "Log presentations on a topic",
		.form = true,
		.where = IN_POINTS,
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"text", ARG_LINE, .required = true, .prompt = "What it was on"},
				{"by", ARG_PARTICIPANTS, .required = true, .option = true,
					.prompt = "Who presented it"},
				{"item", ARG_ITEM, .required = true, .option = true, .floor = true,
					.prompt = "Agenda item"},
				{"count", ARG_NUMBER, .option = true,
					.prompt = "How many representatives of each"},
				{"from", ARG_TIME, .option = true, .prompt = "Began at"},
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also under an item that is concluded"},
				PARAM_GUEST,
			},
		.run = presentation_add},
	{0}};
