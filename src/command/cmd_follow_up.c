/* SPDX-License-Identifier: MIT */
/*
 * What became of recommendations of earlier sessions: they are typed in, carried over from
 * a session in the same database, or read out of a report (cmd_recommendation_file.c); what
 * was done about each is told here, and how far it is carried out.
 */
#include <string.h>
#include <strings.h>

#include "document/document.h"
#include "follow_ups.h"
#include "groups.h"
#include "model/inline.h"
#include "model/number.h"
#include "model/phrase.h"
#include "report/report.h"
#include "rows.h"
#include "store/recommendation.h"

#define PARAM_F                                                                                 \
	{                                                                                       \
		"follow-up", ARG_FOLLOW_UP, .required = true, .prompt = "Recommendation, as f2" \
	}

static bool read(struct call *call, struct follow_up_row *row, struct err *err)
{
	return store_follow_up(call->desk->store, call_id(call, "follow-up"), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such follow-up");
}

const char *follow_up_escaped(struct call *call, const char *text)
{
	struct str out;

	if (!text)
		return NULL;
	str_init(&out);
	inline_escape(text, &out);
	const char *kept = arena_strndup(&call->arena, out.text, out.length);
	str_clear(&out);
	return kept;
}

/* --- taking them --- */

static bool is_numbered(const char *label)
{
	return *label && label[strspn(label, "0123456789")] == '\0';
}

static bool follow_up_add(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	const char *label = call_given(call, "label") ? call_text(call, "label") : "";
	struct follow_up_row row = {.item = call_id(call, "item"),
		.body = call_text(call, "body"),
		.report = call_text(call, "report"),
		.symbol = call_text(call, "symbol"),
		.adopted = call_text(call, "adopted"),
		.label = label,
		.numbered = is_numbered(label),
		.ending = "."};
	struct str text;
	int number;

	str_init(&text);
	recommendation_entry(call_text(call, "text"), &text);
	row.text = arena_strndup(&call->arena, text.text, text.length);
	str_clear(&text);
	if (*row.text == '\0')
		return err_set(err, ERR_USAGE, "say what was recommended");
	call->made = store_follow_up_add(desk->store, desk->session, &row, &number, err);
	str_addf(&call->reply, "f%d added", number);
	return call->made != 0;
}

static bool follow_up_edit(struct call *call, struct err *err)
{
	const struct follow_up_edit edit = {.text = call_text(call, "text"),
		.label = call_text(call, "label"),
		.body = call_text(call, "body"),
		.report = call_text(call, "report"),
		.symbol = call_text(call, "symbol"),
		.adopted = call_text(call, "adopted"),
		.item = call_id(call, "item")};
	struct follow_up_row row;

	if (!read(call, &row, err))
		return false;
	if (edit.text && *edit.text == '\0')
		return err_set(err, ERR_USAGE, "say what was recommended");
	str_addf(&call->reply, "f%d changed", row.number);
	return store_follow_up_edit(call->desk->store, row.id, &edit, err);
}

/* "Report on the meeting of the Working Group on Lights held in Port Amber on 9 May 2011" */
static const char *title_of(struct call *call, const struct session_row *session)
{
	struct str text;

	str_init(&text);
	str_addf(&text, "Report on the meeting of the %s",
		strncasecmp(session->title, "the ", 4) == 0 ? session->title + 4 : session->title);
	if (session->place && *session->place) {
		str_addf(&text, " held in %s ", session->place);
		phrase_from_to(session->from, session->to, &text);
	}
	const char *title = arena_strndup(&call->arena, text.text, text.length);
	str_clear(&text);
	return title;
}

static void letter_of(
	const struct recommendation_row *row, bool numbered, int place, struct str *out)
{
	str_reset(out);
	if (numbered) {
		str_addf(out, "%d", place);
		return;
	}
	str_addc(out, '(');
	number_letter(row->letter, out);
	str_addc(out, ')');
}

struct carrying {
	struct call *call;
	struct session_row from;
	const struct set_row *sets;
	const struct recommendation_row *rows;
	size_t set_count, count;
	size_t added, there;
	struct str label;
};

static bool carry_one(struct carrying *c, const struct set_row *set,
	const struct recommendation_row *row, int place, bool last, struct err *err)
{
	struct desk *desk = c->call->desk;
	bool numbered = strcmp(set->style, "numbered") == 0;
	struct str text;
	int number;

	letter_of(row, numbered, place, &c->label);
	str_init(&text);
	recommendation_entry(row->text, &text);
	struct follow_up_row kept = {.item = call_id(c->call, "item"),
		.body = set->body_name,
		.report = title_of(c->call, &c->from),
		.adopted = c->from.to,
		.subhead = c->set_count > 1 ? set->body_name : NULL,
		.chapeau = set->chapeau,
		.label = c->label.text,
		.text = text.text,
		.ending = numbered || last ? "." : ";",
		.numbered = numbered};
	bool known = store_follow_up_same(desk->store, desk->session, &kept) != 0;
	bool good =
		known || store_follow_up_add(desk->store, desk->session, &kept, &number, err) != 0;
	c->there += known;
	c->added += !known;
	str_clear(&text);
	return good;
}

static bool is_adopted(const struct recommendation_row *row, const struct set_row *set)
{
	return row->in_set == set->id && row->state == RECOMMENDATION_ADOPTED;
}

static bool carry_set(struct carrying *c, const struct set_row *set, int *place, struct err *err)
{
	size_t left = 0;
	int letter = 0;
	bool good = true;

	for (size_t i = 0; i < c->count; i++)
		left += is_adopted(&c->rows[i], set);
	for (size_t i = 0; good && i < c->count; i++) {
		struct recommendation_row row = c->rows[i];
		if (!is_adopted(&row, set))
			continue;
		row.letter = ++letter; /* among those that were adopted */
		good = carry_one(c, set, &row, ++*place, --left == 0, err);
	}
	return good;
}

static bool follow_up_carry(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t from = call_id(call, "earlier");
	struct carrying c = {.call = call};
	bool good = true;
	int place = 0;

	if (from == call->desk->session)
		return err_set(err, ERR_USAGE, "this is that session: name an earlier one");
	if (!store_session(store, from, &call->arena, &c.from))
		return err_set(err, ERR_USAGE, "there is no such session");
	str_init(&c.label);
	c.sets = store_sets(store, from, &call->arena, &c.set_count);
	c.rows = store_recommendations(store, from, &call->arena, &c.count);
	for (size_t s = 0; good && s < c.set_count; s++)
		good = carry_set(&c, &c.sets[s], &place, err);
	str_clear(&c.label);
	if (good && c.added + c.there == 0)
		return err_set(err, ERR_USAGE, "session %s has adopted no recommendations",
			call_text(call, "earlier"));
	str_addf(&call->reply, "%zu carried over from %s", c.added, call_text(call, "earlier"));
	if (c.there)
		str_addf(&call->reply, ", %zu there already", c.there);
	return good;
}

/* --- what was done --- */

static bool follow_up_state(struct call *call, struct err *err)
{
	struct follow_up_row row;
	enum follow_up_state state;

	if (!read(call, &row, err) || !follow_up_state_parse(call_text(call, "state"), &state))
		return false;
	str_addf(&call->reply, "f%d: %s", row.number, follow_up_label(state));
	return store_follow_up_set_state(call->desk->store, row.id, state, err);
}

static bool follow_up_action(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct follow_up_action_row action = {.text = call_text(call, "text"),
		.by_whom = call_text(call, "by"),
		.document = call_id(call, "document"),
		.paragraph = call_text(call, "paragraph"),
		.at = desk_now(desk)};
	struct follow_up_row row;

	if (!read(call, &row, err))
		return false;
	if (*action.text == '\0')
		return err_set(err, ERR_USAGE, "say what was done");
	if (action.paragraph && !action.document)
		return err_set(err, ERR_USAGE, "a paragraph is one of a document: --document");
	action.follow_up = row.id;
	str_addf(&call->reply, "f%d: noted what was done", row.number);
	return store_follow_up_act(desk->store, desk->session, &action, err);
}

static bool follow_up_strike(struct call *call, struct err *err)
{
	struct follow_up_row row;
	int64_t place = call_id(call, "place");

	if (!read(call, &row, err))
		return false;
	if (place < 1 || place > row.actions)
		return err_set(err, ERR_USAGE, "f%d has %d action%s: there is none of number %lld",
			row.number, row.actions, row.actions == 1 ? "" : "s", (long long)place);
	str_addf(&call->reply, "f%d: action %lld struck out", row.number, (long long)place);
	return store_follow_up_unact(call->desk->store, row.id, (int)place, err);
}

static bool follow_up_move(struct call *call, struct err *err)
{
	struct follow_up_row row;
	int64_t place = call_id(call, "place");

	if (!read(call, &row, err))
		return false;
	if (place < 1 || place > 100000)
		return err_set(err, ERR_USAGE, "a place in the list is a number from 1");
	str_addf(&call->reply, "f%d moved to place %lld", row.number, (long long)place);
	return store_follow_up_move(call->desk->store, row.id, (int)place, err);
}

static bool follow_up_delete(struct call *call, struct err *err)
{
	struct follow_up_row row;

	if (!read(call, &row, err))
		return false;
	str_addf(&call->reply, "f%d deleted", row.number);
	str_add(&call->aside, "; u brings it back");
	return store_follow_up_delete(call->desk->store, row.id, err);
}

/* --- on paper --- */

static bool follow_up_print(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_follow_up_texts(desk->store, desk->session, &document);
	bool good =
		document.root->first
			? rows_put_page(call, &document, err)
			: err_set(err, ERR_USAGE,
				  "nothing is followed up yet: recommendation import, follow-up carry");
	document_clear(&document);
	return good;
}

const struct command follow_up_commands[] = {
	{.name = "follow-up add",
		.keys = "n",
		.help = "Follow up a recommendation of an earlier session",
		.form = true,
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"text", ARG_TEXT, .required = true,
					.prompt = "What was recommended"},
				{"label", ARG_LINE, .option = true,
					.prompt = "Letter or number that it has in its report"},
				{"body", ARG_LINE, .option = true,
					.prompt = "Body that adopted it"},
				{"report", ARG_LINE, .option = true,
					.prompt = "Title of the report that has it"},
				{"symbol", ARG_SYMBOL, .option = true,
					.prompt = "Symbol of that report"},
				{"adopted", ARG_DATE, .option = true,
					.prompt = "Day it was adopted"},
				{"item", ARG_ITEM, .option = true,
					.prompt = "Agenda item under which it is followed up"},
			},
		.run = follow_up_add},
	{.name = "follow-up edit",
		.keys = "e",
		.help = "Correct what is known of a recommendation that is followed up",
		.hint = "edit",
		.form = true,
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_F,
				{"text", ARG_TEXT, .option = true,
					.prompt = "Text, without its sign"},
				{"label", ARG_LINE, .option = true, .prompt = "Letter or number"},
				{"body", ARG_LINE, .option = true, .prompt = "Body"},
				{"report", ARG_LINE, .option = true, .prompt = "Report"},
				{"symbol", ARG_LINE, .option = true, .prompt = "Its symbol"},
				{"adopted", ARG_DATE, .option = true, .prompt = "Adopted on",
					.empties = true},
				{"item", ARG_ITEM, .option = true, .prompt = "Agenda item"},
			},
		.run = follow_up_edit},
	{.name = "follow-up carry",
		.keys = "c",
		.help = "Follow up what an earlier session adopted",
		.hint = "carry over",
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"earlier", ARG_SESSION, .required = true,
					.prompt = "Earlier session"},
				{"item", ARG_ITEM, .option = true,
					.prompt = "Agenda item under which they are followed up"},
			},
		.run = follow_up_carry},
	{.name = "follow-up state",
		.keys = "s",
		.help = "Say how far it has been carried out",
		.hint = "state",
		.hint_place = 1,
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_F,
				{"state", ARG_CHOICE, .required = true, .prompt = "State",
					.choices =
						"implemented in-progress not-started overtaken unknown"},
			},
		.run = follow_up_state},
	{.name = "follow-up action",
		.keys = "a",
		.help = "Note what was done about it",
		.form = true,
		.hint = "what was done",
		.hint_place = 2,
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_F,
				{"text", ARG_LINE, .required = true, .prompt = "What was done"},
				{"by", ARG_LINE, .option = true,
					.prompt = "By whom, as the Secretariat"},
				{"document", ARG_DOCUMENT, .option = true,
					.prompt = "Document that says so"},
				{"paragraph", ARG_LINE, .option = true,
					.prompt = "Its paragraph, as 12"},
			},
		.run = follow_up_action},
	{.name = "follow-up strike",
		.keys = "x",
		.help = "Strike out what was noted as done",
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_F, {"place", ARG_NUMBER, .required = true,
					    .prompt = "Which action, 1 is the first"}},
		.run = follow_up_strike},
	{.name = "follow-up move",
		.keys = "v",
		.help = "Move it to another place in the list",
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_F,
			{"place", ARG_NUMBER, .required = true, .prompt = "Place, 1 is the first"}},
		.run = follow_up_move},
	{.name = "follow-up delete",
		.keys = "Delete",
		.help = "Follow it up no longer",
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_F},
		.run = follow_up_delete},
	{.name = "follow-up print",
		.keys = "p",
		.help = "Print what is followed up as its reports have it",
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE, PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = follow_up_print},
	{0}};
