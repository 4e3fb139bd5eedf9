/* SPDX-License-Identifier: MIT */
/*
 * Writing in the view of one text: a new version of it, an amendment, a new paragraph, an
 * alternative, a comment, or the text that comes of a conflict. An amendment is written as the whole
 * text that it wants, on the version that the writing began from; so nobody can be written
 * over by it. Of the others what somebody else saved meanwhile is shown first.
 */
#include <stdio.h>
#include <string.h>

#include "model/merge.h"
#include "store/non_paper.h"
#include "conflict.h"
#include "recommendation_text.h"
#include "text.h"

enum { ROWS_WARNED = 5 }; /* an editor of so many has one for warnings */

static const struct proposal_form origin_forms[] = {
	{.command = "amendment propose", .fields = {"by", "for", "how"}, .columns = {14, 10, 8}},
	{.command = "recommendation edit", .fields = {"by", "for", "how"}, .columns = {14, 10, 8}},
	{.command = "comment add", .fields = {"by", "for", "on"}, .columns = {14, 10, 14}},
	{.command = "recommendation alternative",
		.fields = {"by", "for", "how"},
		.columns = {14, 10, 8}},
	{.command = "recommendation edit", .fields = {"base", "by", "how"}, .columns = {4, 14, 8}},
};

/* What each of the tasks saves with, and what its drafts are kept under. */
static const struct {
	const char *command, *key, *title;
	const struct proposal_form *form; /* NULL: no fields */
} tasks[TASKS] = {
	[TASK_TEXT] = {"recommendation edit", "recommendation", "New version of", &origin_forms[1]},
	[TASK_AMENDMENT] = {"amendment edit", "amendment", "Editing", NULL},
	[TASK_PROPOSAL] = {"amendment propose", "amend", "Amendment to", &origin_forms[0]},
	[TASK_UNDER] = {"amendment propose", "amend", "Amendment to", &origin_forms[0]},
	[TASK_PARAGRAPH] = {"amendment propose", "paragraph", "Paragraph after", &origin_forms[0]},
	[TASK_RESOLUTION] = {"amendment accept", "resolve", "The text with", NULL},
	[TASK_ALTERNATIVE] = {"recommendation alternative", "alternative", "Alternative to",
		&origin_forms[3]},
	[TASK_COMMENT] = {"comment add", "comment", "Comment on", &origin_forms[2]},
	[TASK_RETURNED] = {"recommendation edit", "returned", "Returned text", &origin_forms[4]},
};

static bool on_amendment(enum text_task task)
{
	return task == TASK_AMENDMENT || task == TASK_UNDER || task == TASK_RESOLUTION;
}

bool text_has_fields(const struct text_view *view)
{
	return view->task != TASK_NONE && tasks[view->task].form;
}

/* --- beginning --- */

static void begin(struct text_view *view, struct app *app, enum text_task task,
	const struct amendment_row *amendment, const char *text, int version)
{
	char key[64], base[16] = "";

	if (task == TASK_RETURNED)
		snprintf(base, sizeof base, "%d", version);
	view->task = task;
	view->target = amendment ? amendment->id : 0;
	view->target_number = amendment ? amendment->number : view->n.text.number;
	snprintf(key, sizeof key, "%s %c%d", tasks[task].key, amendment ? 'a' : 'r',
		view->target_number);
	snprintf(view->title, sizeof view->title, "%s %c%d", tasks[task].title,
		amendment ? 'a' : 'r', view->target_number);
	if (tasks[task].form)
		proposal_open(view->fields, app, tasks[task].form, view->title, base);
	writing_open(view->writing, app, key, text, version);
	app_reload(app);
}

static bool may_write(const struct text_view *view, struct app *app, enum text_task task,
	const struct amendment_row *amendment)
{
	const struct recommendation_row *r = &view->n.text;
	/* A new paragraph stands beside the text, whatever was decided on that. */
	bool beside = amendment ? amendment->of_new_paragraph : task == TASK_PARAGRAPH;

	if (!recommendation_open(r->state) && !beside)
		recommendation_say_locked(app, r);
	else if (amendment && amendment->state != AMENDMENT_PROPOSED)
		app_say(app, TONE_BAD, "a%d is %s; O proposes it again", amendment->number,
			amendment_state_word(amendment->state));
	else if (amendment && amendment->kind == AMENDMENT_DELETION)
		app_say(app, TONE_BAD, "a%d deletes the paragraph: it has no text",
			amendment->number);
	else
		return true;
	return false;
}

/* What is typed anew came back on the version that was circulated last. */
static int version_for(const struct text_view *view, struct app *app, enum text_task task)
{
	int non_paper, version = 0;

	if (task == TASK_RETURNED)
		version = store_non_paper_version(app_store(app), view->n.text.id, &non_paper);
	return version ? version : view->n.text.version;
}

void text_write(struct text_view *view, struct app *app, enum text_task task)
{
	bool comment = task == TASK_COMMENT;
	bool empty = comment || task == TASK_PARAGRAPH || task == TASK_RETURNED;
	const struct amendment_row *amendment =
		comment || on_amendment(task) ? text_amendment(view) : NULL;

	if (on_amendment(task) && !amendment)
		app_say(app, TONE_PLAIN, "No amendment is selected");
	else if (comment || may_write(view, app, task, amendment))
		begin(view, app, task, amendment,
			empty       ? ""
			: amendment ? amendment->text
				    : view->n.text.text,
			amendment ? amendment->version : version_for(view, app, task));
}

static const struct amendment_row *amendment_with(const struct text_view *view, int64_t id)
{
	for (size_t i = 0; i < view->n.count; i++)
		if (view->n.amendments[i].id == id)
			return &view->n.amendments[i];
	return NULL;
}

void text_resolve(struct text_view *view, struct app *app, int64_t wanted)
{
	const struct amendment_row *amendment = amendment_with(view, wanted);
	struct arena arena;
	size_t count;

	if (!amendment || !may_write(view, app, TASK_RESOLUTION, amendment))
		return;
	const struct amendment_row *parent = amendment_with(view, amendment->parent);
	arena_init(&arena);
	const struct merge_piece *pieces = merge_three(&arena, amendment->base_text,
		parent ? parent->text : view->n.text.text, amendment->text, &count);
	begin(view, app, TASK_RESOLUTION, amendment,
		merge_text(&arena, pieces, count, MERGE_TAKE_THEIRS, NULL),
		parent ? parent->version : view->n.text.version);
	arena_clear(&arena);
}

/* --- saving --- */

static void stop(struct text_view *view, struct app *app)
{
	view->task = TASK_NONE;
	view->text_of = 0;
	app_reload(app);
}

void text_put_right(struct text_view *view, struct app *app, const char *text)
{
	if (!may_write(view, app, TASK_RETURNED, NULL))
		return;
	if (view->task != TASK_NONE)
		writing_close(view->writing, app);
	/* It has what was changed since: from here on it is of the text as it is. */
	begin(view, app, TASK_RETURNED, NULL, "", view->n.text.version);
	writing_replace(view->writing, text);
}

/* To what came of it. */
static void saved(struct app *app, const struct call *call, void *context)
{
	struct text_view *view = context;
	enum text_task task = view->task;

	writing_close(view->writing, app);
	stop(view, app);
	if (task == TASK_ALTERNATIVE)
		text_open(view, app, call->made);
	else if (task == TASK_COMMENT)
		text_go(view, TEXT_COMMENT, call->made);
	else if (task == TASK_PARAGRAPH)
		text_go(view, TEXT_PARAGRAPH, call->made);
	else if (task == TASK_PROPOSAL)
		text_go(view, TEXT_AMENDMENT, call->made);
	else if (task == TASK_UNDER) /* to a new paragraph it is among these */
		text_go(view, TEXT_KINDS, call->made);
}

static void put_text(const struct text_view *view, struct words *words)
{
	const char *text = view->writing->edit.text.text;
	bool empty = text[strspn(text, " \t\n")] == '\0';

	/* An amendment that leaves no word deletes the paragraph. */
	if (view->task == TASK_PROPOSAL && empty)
		writing_put(words, "whole", "yes");
	else
		writing_put(words, "text", text);
}

/* The command that saves what is written; values live in the arena. */
static void put_together(struct text_view *view, struct arena *arena, struct words *words)
{
	const char *version = arena_printf(arena, "%d", view->writing->version);
	const char *amendment = arena_printf(arena, "a%d", view->target_number);

	words->command = command_find(tasks[view->task].command);
	put_text(view, words);
	writing_put(words, "recommendation", arena_printf(arena, "r%d", view->n.text.number));
	if (view->task == TASK_TEXT || view->task == TASK_AMENDMENT ||
		view->task == TASK_RESOLUTION)
		writing_put(words, "version", version);
	if (view->task == TASK_PROPOSAL || view->task == TASK_UNDER)
		writing_put(words, "base", version);
	if (view->task == TASK_PARAGRAPH)
		writing_put(words, "new", "yes");
	if (view->task == TASK_UNDER)
		writing_put(words, "to", amendment);
	if (view->task == TASK_AMENDMENT || view->task == TASK_RESOLUTION ||
		(view->task == TASK_COMMENT && view->target))
		writing_put(words, "amendment", amendment);
	if (text_has_fields(view))
		proposal_put(view->fields, words);
}

/* What is saved now, when it is no longer what the writing began from. */
static bool has_moved(struct text_view *view, struct app *app, struct arena *arena,
	const char **theirs, int *version)
{
	struct recommendation_row text;
	struct amendment_row row = {0}, parent = {0};
	bool amendment = view->task == TASK_AMENDMENT;

	if (view->task != TASK_TEXT && view->task != TASK_RESOLUTION && !amendment)
		return false;
	if (view->target && !store_amendment(app_store(app), view->target, arena, &row))
		return false;
	if (view->task == TASK_RESOLUTION && row.parent &&
		!store_amendment(app_store(app), row.parent, arena, &parent))
		return false;
	if (!store_recommendation(app_store(app), view->recommendation, arena, &text))
		return false;
	*theirs = amendment ? row.text : parent.id ? parent.text : text.text;
	*version = amendment ? row.version : parent.id ? parent.version : text.version;
	return *version != view->writing->version;
}

static void save(struct text_view *view, struct app *app);

/* Mine goes over what was shown; a newer one is shown first. */
static void chosen(void *data, struct app *app, bool mine, const struct conflict *seen)
{
	struct text_view *view = data;

	if (mine) {
		writing_rebase(view->writing, seen->theirs, seen->version);
		writing_keep(view->writing, app);
		save(view, app);
	} else {
		writing_close(view->writing, app);
		stop(view, app);
	}
}

static bool show_conflict(struct text_view *view, struct app *app)
{
	struct arena arena;
	char what[32];
	struct conflict conflict = {.what = what,
		.mine = view->writing->edit.text.text,
		.chosen = chosen,
		.state = view};

	arena_init(&arena);
	bool moved = has_moved(view, app, &arena, &conflict.theirs, &conflict.version);
	if (moved) {
		snprintf(what, sizeof what, "%c%d", view->task == TASK_AMENDMENT ? 'a' : 'r',
			view->task == TASK_AMENDMENT ? view->target_number : view->n.text.number);
		writing_keep(view->writing, app);
		app_push(app, &view_conflict, &conflict);
	}
	arena_clear(&arena);
	return moved;
}

static void save(struct text_view *view, struct app *app)
{
	struct arena arena;
	struct words words = {0};
	struct call call;

	/* As it was merged is an answer too. */
	if (view->task != TASK_RESOLUTION && !writing_changed(view->writing)) {
		writing_close(view->writing, app);
		app_say(app, TONE_PLAIN, "Nothing was changed");
		stop(view, app);
		return;
	}
	if (show_conflict(view, app))
		return;
	arena_init(&arena);
	put_together(view, &arena, &words);
	call_init(&call, app_desk(app));
	enum outcome outcome = writing_save(view->writing, app, &words, &call);
	if (outcome == OUTCOME_DONE)
		saved(app, &call, view);
	else if (outcome == OUTCOME_ASKS)
		app_run(app, &words, saved, view);
	else
		show_conflict(view, app);
	call_clear(&call);
	arena_clear(&arena);
}

/* --- keys --- */

static void came_back(void *data, struct app *app, const char *text)
{
	struct text_view *view = data;

	if (view->task != TASK_NONE)
		writing_replace(view->writing, text);
	app_reload(app);
}

static int editor_columns(const struct text_view *view)
{
	return flow_measure(view->panes.text_columns) - 1;
}

void text_write_look(struct text_view *view, struct app *app)
{
	/* What an amendment wants would stand where the text stands. */
	bool own = view->task == TASK_PARAGRAPH || view->task == TASK_ALTERNATIVE;

	if (view->task != TASK_NONE && view->task != TASK_COMMENT)
		warnings_look(&view->warnings, app, own ? 0 : view->recommendation,
			view->writing->edit.text.text);
	else
		warnings_clear(&view->warnings);
}

bool text_write_key(struct text_view *view, struct app *app, const struct key *key)
{
	if (warnings_key(&view->warnings, app, key))
		return true;
	if (text_has_fields(view) && proposal_key(view->fields, app, key))
		return true;
	switch (writing_key(view->writing, app, key, editor_columns(view))) {
	case WRITING_NOT_MINE:
		return false;
	case WRITING_DONE:
		save(view, app);
		return true;
	case WRITING_LEFT:
		stop(view, app);
		return true;
	case WRITING_OUTSIDE:
		app_edit_outside(app, view->writing->edit.text.text, came_back);
		return true;
	case WRITING_TAKEN:
		text_write_look(view, app);
		break;
	}
	return true;
}

void text_write_paste(struct text_view *view, struct app *app, const char *text)
{
	if (text_has_fields(view) && view->fields->focus >= 0)
		proposal_paste(view->fields, app, text);
	else
		writing_paste(view->writing, app, text);
	text_write_look(view, app);
}

void text_write_draw(const struct text_view *view, const struct area *area)
{
	int columns = flow_measure(area->columns);
	/* The warnings have a row of their own, so that nothing moves when they come. */
	int rows = area->rows - 1 - (area->rows >= ROWS_WARNED);
	struct area inside = area_part(area, 1, 1, rows, columns - 1);
	bool fields = text_has_fields(view);

	if (fields)
		proposal_draw(view->fields, area, 0);
	else
		area_text(area, 0, 1, STYLE_STRONG, view->title);
	edit_draw(&view->writing->edit, &inside, STYLE_TEXT, !fields || view->fields->focus < 0);
	if (area->rows >= ROWS_WARNED) {
		struct area last = area_part(area, area->rows - 1, 1, 1, columns - 1);
		warnings_draw(&view->warnings, &last, 0);
	}
}
