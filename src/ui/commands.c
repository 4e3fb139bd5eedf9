/* SPDX-License-Identifier: MIT */
/*
 * What only a full screen can do, as rows of the one command table: its views,
 * its overlays, its own state. They change nothing in the database.
 */
#include "app_inside.h"
#include "cited.h"
#include "prompt.h"
#include "session.h"
#include "store/amendment.h"
#include "store/recommendation.h"
#include "views.h"

/* First words of the commands that change something; a test compares. */
#define KINDS                                                                                                            \
	"agenda item slot body officer session meeting participant group floor statement point conclusion presentation " \
	"ruling recommendation amendment bracket comment sponsor position set non-paper style "                          \
	"follow-up document survey contribution rule report paragraph part undo redo"

static struct app *app_of(const struct call *call)
{
	return call->desk->app;
}

static bool show(struct call *call, const struct view_ops *ops)
{
	app_show(app_of(call), ops);
	return true;
}

static bool show_room(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_room);
}

static bool show_recommendations(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_recommendations);
}

static bool show_report(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_report);
}

/* Where the report has what is selected in the Room. */
static bool show_where(struct call *call, struct err *err)
{
	struct app *app = app_of(call);

	(void)err;
	show(call, &view_report);
	view_report_where(app_top(app)->state, app, call_id(call, "statement"));
	return true;
}

static bool show_organization(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_organization);
}

static bool show_journal(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_journal);
}

static bool show_documents(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_documents);
}

static bool show_follow_up(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_follow_up);
}

static bool show_contributions(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_contributions);
}

/* Without a document: the one whose symbol is under the cursor. */
static bool show_document(struct call *call, struct err *err)
{
	(void)err;
	if (call_given(call, "document"))
		cited_show(app_of(call), call_id(call, "document"));
	else
		cited_open(app_of(call));
	return true;
}

/* In the view of a text that is there already, else in one over what is there. */
static bool show_text(struct call *call, struct err *err)
{
	struct app *app = app_of(call);
	int64_t recommendation = call_id(call, "recommendation");

	(void)err;
	if (app_top(app)->ops == &view_text)
		view_text_open(app_top(app)->state, app, recommendation);
	else
		app_push(app, &view_text, &recommendation);
	return true;
}

/* Without both: all of them again. */
static bool filter_documents(struct call *call, struct err *err)
{
	struct app *app = app_of(call);

	(void)err;
	if (app_top(app)->ops != &view_documents)
		show(call, &view_documents);
	view_documents_only(
		app_top(app)->state, app, call_id(call, "item"), call_text(call, "status"));
	return true;
}

/* Without both: all of it again. */
static bool filter_journal(struct call *call, struct err *err)
{
	struct app *app = app_of(call);

	(void)err;
	show(call, &view_journal);
	view_journal_only(app_top(app)->state, app, call_id(call, "item"), call_text(call, "kind"));
	return true;
}

static bool show_help(struct call *call, struct err *err)
{
	(void)err;
	app_push(app_of(call), &view_help, NULL);
	return true;
}

static bool show_attendance(struct call *call, struct err *err)
{
	(void)err;
	app_push(app_of(call), &view_attendance, NULL);
	return true;
}

static bool show_points(struct call *call, struct err *err)
{
	(void)err;
	call->desk->selected.item = call_id(call, "item");
	app_push(app_of(call), &view_points, NULL);
	return true;
}

static bool show_conclusions(struct call *call, struct err *err)
{
	(void)err;
	app_push(app_of(call), &view_conclusions, NULL);
	return true;
}

/* A decided one is taken up again first. */
static bool may_vote_on(struct call *call, const struct vote_on *on, struct err *err)
{
	struct recommendation_row row;
	struct amendment_row amendment;

	if (!store_recommendation(call->desk->store, on->recommendation, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such recommendation");
	if (on->amendment) {
		if (!store_amendment(call->desk->store, on->amendment, &call->arena, &amendment) ||
			amendment.recommendation != row.id)
			return err_set(err, ERR_USAGE, "that is no amendment to r%d", row.number);
		if (amendment.state != AMENDMENT_PROPOSED)
			return err_set(err, ERR_USAGE, "a%d is %s: amendment reopen a%d first",
				amendment.number, amendment_state_word(amendment.state),
				amendment.number);
		return true;
	}
	return recommendation_open(row.state) ||
	       err_set(err, ERR_USAGE, "r%d is %s: recommendation reopen r%d first", row.number,
		       recommendation_label(row.state), row.number);
}

static bool show_vote(struct call *call, struct err *err)
{
	const struct vote_on on = {call_id(call, "recommendation"), call_id(call, "amendment")};

	if (!may_vote_on(call, &on, err))
		return false;
	app_push(app_of(call), &view_vote, &on);
	return true;
}

static bool open_prompt(struct call *call, struct err *err)
{
	(void)err;
	app_push(app_of(call), &view_prompt, NULL);
	return true;
}

static bool open_search(struct call *call, struct err *err)
{
	(void)err;
	app_push(app_of(call), &view_search, call_text(call, "words"));
	return true;
}

/* Without an item the command line asks for one: the selected item, which would be
 * the context, is where we are. */
static bool show_item(struct call *call, struct err *err)
{
	(void)err;
	if (!call_given(call, "item")) {
		app_push(app_of(call), &view_prompt, "item show ");
		return true;
	}
	call->desk->selected.item = call_id(call, "item");
	call->desk->selected.statement = 0;
	app_reload(app_of(call));
	return show(call, &view_room);
}

static bool show_sessions(struct call *call, struct err *err)
{
	(void)err;
	return show(call, &view_start);
}

static bool set_clock(struct call *call, struct err *err)
{
	(void)err;
	app_log_at(app_of(call), call_id(call, "time"));
	return true;
}

static bool run_clock(struct call *call, struct err *err)
{
	(void)err;
	app_log_at(app_of(call), 0);
	return true;
}

static bool hide(struct call *call, struct err *err)
{
	struct app *app = app_of(call);

	(void)err;
	app->hidden = !app->hidden;
	app_reload(app);
	str_add(&call->reply, app->hidden ? "Names and notes are covered; F9 shows them"
					  : "Names and notes are shown");
	return true;
}

static bool redraw(struct call *call, struct err *err)
{
	(void)err;
	app_reload(app_of(call));
	app_want(app_of(call), WANT_REDRAW);
	return true;
}

static bool suspend(struct call *call, struct err *err)
{
	(void)err;
	app_want(app_of(call), WANT_SUSPEND);
	return true;
}

static bool quit(struct call *call, struct err *err)
{
	(void)err;
	session_leave(app_of(call));
	return true;
}

static bool quit_now(struct call *call, struct err *err)
{
	(void)err;
	app_want(app_of(call), WANT_QUIT);
	return true;
}

const struct command screen_commands[] = {
	{.name = "view room",
		.keys = "1",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_room,
		.help = "Show the Room: agenda, floor and log"},
	{.name = "view recommendations",
		.keys = "2",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_recommendations,
		.help = "Show the recommendations"},
	{.name = "view report",
		.keys = "3",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_report,
		.help = "Show the draft report"},
	{.name = "report where",
		.keys = "H",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_where,
		.help = "Go to where the report has a statement",
		.params = {{.name = "statement",
			.type = ARG_STATEMENT,
			.required = true,
			.prompt = "Statement"}}},
	{.name = "view organization",
		.keys = "4",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_organization,
		.help = "Show the organization of work"},
	{.name = "view journal",
		.keys = "5",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_journal,
		.help = "Show the journal: all that was done, to undo any of it"},
	{.name = "view documents",
		.keys = "6",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_documents,
		.help = "Show the register of documents"},
	{.name = "view contributions",
		.keys = "7",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_contributions,
		.help = "Show what States sent in, and who has not answered"},
	{.name = "view follow-up",
		.keys = "8",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_follow_up,
		.help = "Show what became of the recommendations of earlier sessions"},
	{.name = "view text",
		.keys = "t",
		.hint = "negotiate",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_text,
		.help = "Show one text in negotiation: its amendments, brackets and comments",
		.params = {{.name = "recommendation",
			.type = ARG_RECOMMENDATION,
			.required = true,
			.prompt = "Recommendation, as r3"}}},
	{.name = "vote",
		.keys = "V",
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION | NEED_WRITING,
		.effect = EFFECT_SCREEN,
		.run = show_vote,
		.help = "Count a vote on a recommendation, or an amendment to it, by totals or by name",
		.params = {{.name = "recommendation",
				   .type = ARG_RECOMMENDATION,
				   .required = true,
				   .prompt = "Recommendation, as r3"},
			{.name = "amendment",
				.type = ARG_AMENDMENT,
				.option = true,
				.prompt = "An amendment to it, as a9"}}},
	{.name = "document show",
		.keys = "d F7",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_document,
		.help = "Go from the symbol of a document to its entry in the register",
		.params = {{.name = "document",
			.type = ARG_DOCUMENT,
			.prompt = "Document; without one, that under the cursor"}}},
	{.name = "documents only",
		.keys = "f",
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.form = true,
		.run = filter_documents,
		.help = "Show only the documents of a status or an item",
		.params = {{.name = "status",
				   .type = ARG_CHOICE,
				   .prompt = "Status",
				   .choices = "announced issued introduced withdrawn reissued"},
			{.name = "item", .type = ARG_ITEM, .prompt = "Agenda item"}}},
	{.name = "journal only",
		.keys = "f",
		.where = IN_JOURNAL,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.form = true,
		.run = filter_journal,
		.help = "Show of the journal only what is of an item or a kind of command",
		.params = {{.name = "item", .type = ARG_ITEM, .prompt = "Agenda item"},
			{.name = "kind",
				.type = ARG_CHOICE,
				.prompt = "Kind of command",
				.choices = KINDS}}},
	{.name = "item show",
		.keys = "i",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_item,
		.help = "Go to an agenda item",
		.params = {{.name = "item", .type = ARG_ITEM, .prompt = "Item"}}},
	{.name = "points",
		.keys = "g",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_points,
		.help = "Show the points made on an item, to tell equal ones together",
		.params = {{.name = "item",
			.type = ARG_ITEM,
			.required = true,
			.floor = true,
			.prompt = "Agenda item"}}},
	{.name = "conclusions",
		.keys = "f",
		.where = IN_ROOM | IN_REPORT | IN_POINTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_conclusions,
		.help = "Show what the Chair concluded and asked for, of whom and by when"},
	{.name = "attendance",
		.keys = "p",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = show_attendance,
		.help = "Show who is there and tick who comes and goes"},
	{.name = "find",
		.keys = "/",
		.hint = "search",
		.where = IN_LISTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = open_search,
		.help = "Search in statements, texts, amendments, comments, positions and documents",
		.params = {{.name = "words", .type = ARG_LINE, .prompt = "Words"}}},
	{.name = "prompt",
		.keys = ":",
		.hint = "command",
		.where = IN_LISTS | IN_REVIEW,
		.effect = EFFECT_SCREEN,
		.run = open_prompt,
		.help = "Type a command"},
	{.name = "help",
		.keys = "? F1",
		.hint = "all keys",
		.where = IN_LISTS | IN_REVIEW,
		.effect = EFFECT_SCREEN,
		.run = show_help,
		.help = "Show the keys that work here, and all commands"},
	{.name = "hide",
		.keys = "F9",
		.where = IN_LISTS,
		.effect = EFFECT_SCREEN,
		.run = hide,
		.help = "Cover names and notes from people who look over your shoulder, or show them again"},
	{.name = "clock set",
		.keys = "t",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = set_clock,
		.help = "Log at a time that you type, from now on",
		.params = {{.name = "time",
			.type = ARG_TIME,
			.required = true,
			.prompt = "Time (15:42, or 2012-10-17T15:42)"}}},
	{.name = "clock run",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_SCREEN,
		.run = run_clock,
		.help = "Let the clock run again"},
	{.name = "sessions",
		.where = IN_LISTS,
		.effect = EFFECT_SCREEN,
		.run = show_sessions,
		.help = "Show the list of sessions, to open another one"},
	{.name = "redraw",
		.keys = "Ctrl-L",
		.where = IN_LISTS | IN_REVIEW,
		.effect = EFFECT_SCREEN,
		.run = redraw,
		.help = "Draw the whole screen again"},
	{.name = "suspend",
		.keys = "Ctrl-Z",
		.where = IN_LISTS | IN_REVIEW,
		.effect = EFFECT_SCREEN,
		.run = suspend,
		.help = "Go back to the shell; fg comes back here"},
	{.name = "quit",
		.keys = "q",
		.hint = "leave",
		.where = IN_LISTS,
		.effect = EFFECT_SCREEN,
		.run = quit,
		.help = "Leave; everything is saved"},
	{.name = "quit now",
		.keys = "Ctrl-Q",
		.where = IN_LISTS | IN_REVIEW,
		.effect = EFFECT_SCREEN,
		.run = quit_now,
		.help = "Leave at once, also out of a rehearsal, which is kept"},
	{.name = NULL},
};
