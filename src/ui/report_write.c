/* SPDX-License-Identifier: MIT */
/*
 * Writing in the report: a paragraph is edited where it stands, and a new one where it will
 * stand; the report goes on below. Who proposed an amendment from the floor is recorded
 * beside it and never printed.
 *
 * The text is saved with the version that it began from, and where the journal has moved
 * since, with what was generated then: so neither what another person wrote meanwhile nor
 * what has become of the sources is passed over.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "conflict.h"
#include "report.h"
#include "store/paragraph.h"

enum {
	LEAST = 3,   /* rows of the editor, with those above and below it */
	HEAD = 1,    /* of them above */
	INDENT = 7,  /* its text is indented by */
	NARROW = 40, /* columns in which it is not */
};

static const struct proposal_form forms[] = {
	{.command = "paragraph edit", .fields = {"by", "for"}, .columns = {14, 10}},
	{.command = "paragraph add", .fields = {"by", "for"}, .columns = {14, 10}},
};

bool report_is_writing(const struct report_view *view)
{
	return view->task != REPORT_READ;
}

static void replace(char **at, const char *text)
{
	free(*at);
	*at = text ? mem_strdup(text) : NULL;
}

/* --- where the editor stands --- */

/* Rows of the text above the editor. */
static int rows_above(const struct report_view *view)
{
	const struct layout_stop *stop = report_stop(view);
	size_t line = !stop ? view->top : view->task == REPORT_ADD ? stop->end : stop->line;
	int rows = line > view->top ? (int)(line - view->top) : 0;

	/* The editor's own head takes the place of what is said of the paragraph. */
	return rows > 0 && view->task == REPORT_EDIT ? rows - 1 : rows;
}

/* It stands where the text of paragraphs does, if that is wide enough. */
static int editor_indent(const struct report_view *view)
{
	return view->columns < NARROW ? 0 : INDENT;
}

static int editor_columns(const struct report_view *view)
{
	int columns = view->columns - editor_indent(view);

	return columns > 1 ? columns : 1;
}

/* So that there is room to write. */
static void make_room(struct report_view *view)
{
	int above = rows_above(view), most = view->rows / 3;

	if (above > most)
		view->top += (size_t)(above - most);
}

/* --- beginning --- */

static void begin(struct report_view *view, struct app *app, enum report_task task,
	const struct layout_stop *stop)
{
	const struct report_touch *touch = stop->touch;
	bool add = task == REPORT_ADD;
	struct str key;

	str_init(&key);
	/* A draft is found again also after somebody else has touched the paragraph. */
	str_addf(&key, "%s %s", add ? "report behind" : "report",
		stop->node->key && !add ? stop->node->key : stop->paragraph);
	view->task = task;
	replace(&view->target, stop->paragraph);
	replace(&view->made, touch ? touch->generated : stop->node->text);
	view->began = store_sequence(app_store(app), app_session(app));
	snprintf(view->title, sizeof view->title, "%s %s", add ? "New, behind" : "Paragraph",
		stop->node->label ? stop->node->label : stop->paragraph);
	proposal_open(&view->fields, app, &forms[add], view->title, "");
	/* What is in brackets only says that something is to be supplied. */
	writing_open(&view->writing, app, key.text,
		add || stop->node->missing ? "" : stop->node->text,
		touch && !add ? touch->version : 0);
	str_clear(&key);
	make_room(view);
	app_reload(app);
}

/* The paragraph that an entry of a list belongs to. */
static const struct layout_stop *paragraph_of(const struct report_view *view)
{
	for (size_t i = view->stop + 1; i-- > 0;)
		if (view->shown->stops[i].paragraph)
			return &view->shown->stops[i];
	return NULL;
}

void report_write(struct report_view *view, struct app *app, enum report_task task)
{
	const struct layout_stop *stop =
		task == REPORT_ADD ? paragraph_of(view) : report_stop(view);

	if (app_hidden(app))
		app_say(app, TONE_PLAIN, "The report is covered; F9 shows it");
	else if (stop && stop->left_out && task == REPORT_EDIT)
		app_say(app, TONE_PLAIN, "%s is left out of the report: x brings it back",
			stop->paragraph);
	else if (stop && stop->paragraph)
		begin(view, app, task, stop);
}

/* --- saving --- */

static void stop_writing(struct report_view *view, struct app *app)
{
	view->task = REPORT_READ;
	app_reload(app);
}

static void saved(struct app *app, const struct call *call, void *context)
{
	struct report_view *view = context;
	struct paragraph_row row;
	struct arena arena;

	writing_close(&view->writing, app);
	stop_writing(view, app);
	arena_init(&arena);
	if (store_paragraph(app_store(app), call->made, &arena, &row))
		report_go(view, arena_printf(&arena, "g%d", row.number));
	arena_clear(&arena);
}

/* The command that saves what is written; values live in the arena. */
static void put_together(
	struct report_view *view, struct app *app, struct arena *arena, struct words *words)
{
	bool edit = view->task == REPORT_EDIT;
	bool moved = store_sequence(app_store(app), app_session(app)) != view->began;

	words->command = command_find(edit ? "paragraph edit" : "paragraph add");
	writing_put(words, "paragraph", view->target);
	writing_put(words, "text", view->writing.edit.text.text);
	if (edit)
		writing_put(words, "version", arena_printf(arena, "%d", view->writing.version));
	if (edit && moved && view->made)
		writing_put(words, "made", view->made);
	if (view->mode == MODE_NEXT)
		writing_put(words, "next", "yes");
	proposal_put(&view->fields, words);
}

/* The row of what is being written; false while nobody has touched it. */
static bool read_row(const struct report_view *view, struct app *app, struct arena *arena,
	struct paragraph_row *row)
{
	size_t stop = layout_stop_of(view->shown, view->target);
	struct paragraph_key key;
	const char *heading;
	int64_t id = 0;

	if (view->target[0] == 'g' && !strchr(view->target, '/'))
		id = store_paragraph_find(app_store(app), app_session(app), atoi(view->target + 1));
	else if (stop < view->shown->stop_count &&
		 report_paragraph(
			 view->report, view->shown->stops[stop].node, arena, &key, &heading))
		id = store_paragraph_of(app_store(app), app_session(app), &key,
			view->mode == MODE_WHOLE && report_was_issued(view->report, view->target));
	return id && store_paragraph(app_store(app), id, arena, row);
}

/* What is saved now, when it is no longer what the writing began from. */
static bool has_moved(struct report_view *view, struct app *app, struct arena *arena,
	const char **theirs, int *version)
{
	struct paragraph_row row;

	if (view->task != REPORT_EDIT || !read_row(view, app, arena, &row))
		return false;
	*theirs = row.text ? row.text : view->made ? view->made : "";
	*version = row.version;
	/* Its first version is what was generated. */
	return row.version != view->writing.version && (view->writing.version || row.version > 1);
}

static void save(struct report_view *view, struct app *app);

static void chosen(void *data, struct app *app, bool mine, const struct conflict *seen)
{
	struct report_view *view = data;

	if (mine) {
		writing_rebase(&view->writing, seen->theirs, seen->version);
		writing_keep(&view->writing, app);
		save(view, app);
	} else {
		writing_close(&view->writing, app);
		stop_writing(view, app);
	}
}

static bool show_conflict(struct report_view *view, struct app *app)
{
	struct arena arena;
	struct conflict conflict = {.what = view->title,
		.mine = view->writing.edit.text.text,
		.chosen = chosen,
		.state = view};

	arena_init(&arena);
	bool moved = has_moved(view, app, &arena, &conflict.theirs, &conflict.version);
	if (moved) {
		writing_keep(&view->writing, app);
		app_push(app, &view_conflict, &conflict);
	}
	arena_clear(&arena);
	return moved;
}

static void save(struct report_view *view, struct app *app)
{
	struct arena arena;
	struct words words = {0};
	struct call call;

	if (!writing_changed(&view->writing)) {
		writing_close(&view->writing, app);
		app_say(app, TONE_PLAIN, "Nothing was changed");
		stop_writing(view, app);
		return;
	}
	if (show_conflict(view, app))
		return;
	arena_init(&arena);
	put_together(view, app, &arena, &words);
	call_init(&call, app_desk(app));
	enum outcome outcome = writing_save(&view->writing, app, &words, &call);
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
	struct report_view *view = data;

	if (view->task != REPORT_READ)
		writing_replace(&view->writing, text);
	app_reload(app);
}

bool report_write_key(struct report_view *view, struct app *app, const struct key *key)
{
	if (proposal_key(&view->fields, app, key))
		return true;
	switch (writing_key(&view->writing, app, key, editor_columns(view))) {
	case WRITING_NOT_MINE:
		return false;
	case WRITING_DONE:
		save(view, app);
		break;
	case WRITING_LEFT:
		stop_writing(view, app);
		break;
	case WRITING_OUTSIDE:
		app_edit_outside(app, view->writing.edit.text.text, came_back);
		break;
	case WRITING_TAKEN:
		break;
	}
	return true;
}

void report_write_paste(struct report_view *view, struct app *app, const char *text)
{
	if (view->fields.focus >= 0)
		proposal_paste(&view->fields, app, text);
	else
		writing_paste(&view->writing, app, text);
}

/* --- drawing --- */

void report_write_draw(const struct report_view *view, const struct area *area)
{
	const struct layout_stop *stop = report_stop(view);
	int above = rows_above(view);

	if (!report_is_writing(view) || !stop) {
		report_lines_draw(view, area, view->top);
		return;
	}
	int rows = HEAD + (int)edit_rows(&view->writing.edit, editor_columns(view)) + 1;
	if (rows < LEAST)
		rows = LEAST;
	if (rows > area->rows - above)
		rows = area->rows - above;
	struct area head = area_part(area, 0, 0, above, area->columns);
	struct area editor = area_part(area, above, 0, rows, area->columns);
	struct area text = area_part(
		&editor, HEAD, 1 + editor_indent(view), rows - HEAD - 1, editor_columns(view));
	struct area rest =
		area_part(area, above + rows, 0, area->rows - above - rows, area->columns);
	report_lines_draw(view, &head, view->top);
	if (rest.rows > 0)
		report_lines_draw(view, &rest, stop->end);
	proposal_draw(&view->fields, &editor, 0);
	edit_draw(&view->writing.edit, &text, STYLE_TEXT, view->fields.focus < 0);
	area_rule(&editor, rows - 1, 1, area->columns - 1);
}
