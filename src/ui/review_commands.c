/* SPDX-License-Identifier: MIT */
/*
 * What can be done in the review of an imported agenda, as rows of the command table.
 * They change the draft and not the database: each is one correction (review_correct.c),
 * which is in the agenda's file when it is done, and which `review undo` takes back. A key
 * that needs more to be said opens the form of another row, filled with what is so now.
 */
#include "app_inside.h"
#include "review_correct.h"
#include "views.h"
#include "writing.h"

#define ONLY_HERE .where = IN_REVIEW, .effect = EFFECT_SCREEN

static struct app *app_of(const struct call *call)
{
	return call->desk->app;
}

/* --- forms --- */

static bool review_edit(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);
	struct words shown = {0};

	if (!review)
		return false;
	if (!review_forms_row(review, &shown, &call->arena))
		return err_set(err, ERR_USAGE, "select a line below this heading");
	app_run_whole_form(app_of(call), &shown);
	return true;
}

static bool review_take(struct call *call, struct err *err)
{
	return review_on(call, REVIEW_PIECE, err) && review_edit(call, err);
}

static bool review_add(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);
	struct words shown = {0};

	if (!review)
		return false;
	review_forms_new(review, &shown, &call->arena);
	app_run_whole_form(app_of(call), &shown);
	return true;
}

static bool review_note(struct call *call, struct err *err)
{
	struct review *review = review_on(call, REVIEW_PIECE, err);
	struct words shown = {0};

	if (!review)
		return false;
	review_forms_annotate(review, &shown);
	app_run_whole_form(app_of(call), &shown);
	return true;
}

static bool review_jointly(struct call *call, struct err *err)
{
	struct review *review = review_on(call, REVIEW_ITEM, err);
	struct words shown = {0};

	if (!review)
		return false;
	review_forms_joint(review, &shown, &call->arena);
	app_run_whole_form(app_of(call), &shown);
	return true;
}

/* --- texts in the editor --- */

/* What comes back is for the view on top. */
static bool is_bare(const struct call *call, const struct review *review, struct err *err)
{
	return app_top(app_of(call))->state == review ||
	       err_set(err, ERR_USAGE, "close what lies over the review first");
}

static bool review_annotation(struct call *call, struct err *err)
{
	struct review *review = review_on(call, REVIEW_ITEM, err);

	if (!review || !is_bare(call, review, err))
		return false;
	review_editor_annotation(review, app_of(call));
	return true;
}

static bool review_editor(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);

	if (!review || !is_bare(call, review, err))
		return false;
	review_editor_whole(review, app_of(call));
	return true;
}

/* --- back and forth --- */

static bool review_undo(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);

	if (!review || !agenda_draft_undo(&review->draft, err))
		return false;
	review->back = true;
	review_changed(review, app_of(call));
	str_add(&call->reply, "Taken back; Ctrl-R does it again");
	return true;
}

static bool review_redo(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);

	if (!review || !agenda_draft_redo(&review->draft, err))
		return false;
	review->back = true;
	review_changed(review, app_of(call));
	str_add(&call->reply, "Done again");
	return true;
}

static bool review_again(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);

	if (!review || !agenda_draft_again(&review->draft, err))
		return false;
	review_changed(review, app_of(call));
	str_add(&call->reply, "As the document was read; u takes that back");
	return true;
}

static bool step(struct call *call, bool back, struct err *err)
{
	struct review *review = review_opened(call, err);

	if (!review)
		return false;
	if (!review_step(review, back))
		str_add(&call->reply, "Nothing is left to look at: s starts the session");
	app_reload(app_of(call));
	return true;
}

static bool review_next(struct call *call, struct err *err)
{
	return step(call, false, err);
}

static bool review_previous(struct call *call, struct err *err)
{
	return step(call, true, err);
}

/* --- its end --- */

/* A session that was open already is not entered anew. */
static void started(struct app *app, const struct call *call, void *context)
{
	(void)call;
	(void)context;
	if (review_of(app))
		app_show(app, &view_room);
}

static bool review_start(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);
	struct words words = {.command = command_find("agenda load")};

	if (!review)
		return false;
	writing_put(&words, "file", review->draft.file);
	app_run(app_of(call), &words, started, NULL);
	return true;
}

static bool review_quit(struct call *call, struct err *err)
{
	struct review *review = review_of(app_of(call));

	if (!review)
		return err_set(err, ERR_USAGE, "no review is open");
	review_leave(review, app_of(call));
	return true;
}

#define SLOT_PARAMS                                                                             \
	{                                                                                       \
		{.name = "day", .type = ARG_LINE, .required = true, .prompt = "Day"},           \
			{.name = "hours", .type = ARG_LINE, .prompt = "Time (10 a.m.-1 p.m.)"}, \
			{.name = "items", .type = ARG_LINE, .prompt = "Items (1 (a), 2)"},      \
			{.name = "label", .type = ARG_LINE, .prompt = "What else is then"},     \
			{.name = "room", .type = ARG_LINE, .prompt = "Room"},                   \
	}

#define DOCUMENT_PARAMS                                                                      \
	{                                                                                    \
		{.name = "symbols", .type = ARG_LINE, .required = true, .prompt = "Symbol"}, \
			{.name = "kind", .type = ARG_LINE, .prompt = "Kind"},                \
			{.name = "title", .type = ARG_LINE, .prompt = "Title"},              \
			{.name = "items", .type = ARG_LINE, .prompt = "Under the items"},    \
	}

#define ITEM_PARAMS                                                                               \
	{                                                                                         \
		{.name = "number", .type = ARG_LINE, .required = true, .prompt = "Number"},       \
			{.name = "title", .type = ARG_LINE, .required = true, .prompt = "Title"}, \
	}

const struct command review_commands[] = {
	{.name = "review start",
		.keys = "s",
		.hint = "start the session",
		.hint_place = 1,
		ONLY_HERE,
		.run = review_start,
		.help = "Start the session of the agenda that is reviewed"},
	{.name = "review edit",
		.keys = "Enter e",
		.hint = "correct",
		.hint_place = 2,
		ONLY_HERE,
		.run = review_edit,
		.help = "Correct the selected line of the agenda that is reviewed"},
	{.name = "review next",
		.keys = "]",
		.hint = "next doubt",
		.hint_place = 3,
		ONLY_HERE,
		.run = review_next,
		.help = "Go to the next line that is doubtful or unread or has a warning"},
	{.name = "review previous",
		.keys = "[",
		ONLY_HERE,
		.run = review_previous,
		.help = "Go to the last line that is doubtful or unread or has a warning"},
	{.name = "review sure",
		.keys = "Space",
		.hint = "is right",
		.hint_place = 4,
		ONLY_HERE,
		.run = review_sure,
		.help = "Say that an item was looked at and is right"},
	{.name = "review add",
		.keys = "a",
		.hint = "add",
		.hint_place = 5,
		ONLY_HERE,
		.run = review_add,
		.help = "Add an item, a slot or a document behind the selected one"},
	{.name = "review delete",
		.keys = "d",
		.hint = "take out",
		.hint_place = 5,
		ONLY_HERE,
		.run = review_delete,
		.help = "Take a line out: its text is unread then, or drop what is unread",
		.params = {{.name = "anyway", .type = ARG_FLAG, .prompt = "Drop it"}}},
	{.name = "review take",
		.keys = "t",
		.hint = "make item",
		.hint_place = 6,
		ONLY_HERE,
		.run = review_take,
		.help = "Make an item of a piece that is unread"},
	{.name = "review note",
		.keys = "n",
		.hint = "annotation",
		.hint_place = 6,
		ONLY_HERE,
		.run = review_note,
		.help = "Put a piece that is unread into the annotation of an item"},
	{.name = "review raise",
		.keys = "<",
		.hint = "up",
		.hint_place = 7,
		ONLY_HERE,
		.run = review_raise,
		.help = "Put an item one level up"},
	{.name = "review lower",
		.keys = ">",
		.hint = "down a level",
		.hint_place = 7,
		ONLY_HERE,
		.run = review_lower,
		.help = "Put an item one level down, below the one above it"},
	{.name = "review jointly",
		.keys = "&",
		.hint = "jointly",
		.hint_place = 7,
		ONLY_HERE,
		.run = review_jointly,
		.help = "Say with which other bodies an item is joint, or with none"},
	{.name = "review undo",
		.keys = "u",
		.hint = "undo",
		.hint_place = 4,
		ONLY_HERE,
		.run = review_undo,
		.help = "Take back the last correction of the agenda that is reviewed"},
	{.name = "review redo",
		.keys = "Ctrl-R",
		ONLY_HERE,
		.run = review_redo,
		.help = "Do again what was taken back in the review"},
	{.name = "review editor",
		.keys = "Ctrl-X",
		.hint = "as text",
		.hint_place = 8,
		ONLY_HERE,
		.run = review_editor,
		.help = "Change the agenda that is reviewed as a text, in your editor"},
	{.name = "review again",
		ONLY_HERE,
		.run = review_again,
		.help = "Begin the review again with what was read out of the document"},
	{.name = "review item",
		ONLY_HERE,
		.form = true,
		.run = review_item,
		.help = "Give the selected item another number and title",
		.params = ITEM_PARAMS},
	{.name = "review joint",
		ONLY_HERE,
		.form = true,
		.run = review_joint,
		.help = "Make the selected item joint with other bodies, or with none",
		.params = {{.name = "with",
			.type = ARG_LINE,
			.prompt = "With bodies (wg3, wg4:2)"}}},
	{.name = "review annotation",
		.keys = "A",
		ONLY_HERE,
		.run = review_annotation,
		.help = "Change the annotation of the selected item, in your editor"},
	{.name = "review field",
		ONLY_HERE,
		.form = true,
		.run = review_field,
		.help = "Give the selected line of the session another value",
		.params = {{.name = "value", .type = ARG_LINE, .prompt = "Value"}}},
	{.name = "review body",
		ONLY_HERE,
		.form = true,
		.run = review_body,
		.help = "Give the selected body another name",
		.params = {{.name = "name", .type = ARG_LINE, .required = true, .prompt = "Name"},
			{.name = "short", .type = ARG_LINE, .prompt = "In short (the Committee)"},
			{.name = "symbol", .type = ARG_LINE, .prompt = "Symbol"},
			{.name = "session",
				.type = ARG_LINE,
				.prompt = "Which of its sessions (Seventh session)"}}},
	{.name = "review slot",
		ONLY_HERE,
		.form = true,
		.run = review_slot,
		.help = "Give the selected slot another time and other items",
		.params = SLOT_PARAMS},
	{.name = "review document",
		ONLY_HERE,
		.form = true,
		.run = review_document,
		.help = "Give the selected document another symbol and title",
		.params = DOCUMENT_PARAMS},
	{.name = "review new item",
		ONLY_HERE,
		.form = true,
		.run = review_new_item,
		.help = "Add an item behind the selected one, or make it of an unread piece",
		.params = ITEM_PARAMS},
	{.name = "review new slot",
		ONLY_HERE,
		.form = true,
		.run = review_new_slot,
		.help = "Add a slot to the agenda that is reviewed",
		.params = SLOT_PARAMS},
	{.name = "review new document",
		ONLY_HERE,
		.form = true,
		.run = review_new_document,
		.help = "Add a document to the agenda that is reviewed",
		.params = DOCUMENT_PARAMS},
	{.name = "review annotate",
		ONLY_HERE,
		.form = true,
		.run = review_annotate,
		.help = "Put the selected unread piece into the annotation of an item",
		.params = {{.name = "item", .type = ARG_LINE, .required = true, .prompt = "Item"}}},
	{.name = "review leave",
		.keys = "q",
		.hint = "leave",
		.hint_place = 9,
		ONLY_HERE,
		.run = review_quit,
		.help = "Leave the review; its file stays"},
	{.name = NULL},
};
