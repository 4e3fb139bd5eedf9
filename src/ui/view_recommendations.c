/* SPDX-License-Identifier: MIT */
/*
 * The Recommendations: a list by sets, the chapeau on top of each, one line a
 * recommendation; beside or below it the whole text of the selected one, and in
 * its place the editor while one is being written. A session has some hundreds
 * of them at most, so they are read whole, and only when the journal has moved;
 * a cursor key reads nothing but the history of the row it comes to.
 *
 * What is decided about them (adopt, withdraw …) are rows of the command table
 * on the selected recommendation; only the writing of texts is done here.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "recommendation_text.h"
#include "recommendations.h"
#include "show.h"
#include "app_inside.h"
#include "views.h"

enum {
	HEAD = 1,       /* rows of the view's own on top */
	ROWS_WARNED = 5 /* an editor of so many has one for warnings */
};

/* --- loading --- */

static void init(void *data, struct app *app, const void *argument)
{
	struct recommendations *state = data;

	(void)app;
	(void)argument;
	arena_init(&state->arena);
	flow_init(&state->text);
	state->writing = mem_alloc(sizeof *state->writing);
	writing_init(state->writing);
	state->proposal = mem_alloc(sizeof *state->proposal);
	proposal_init(state->proposal);
	warnings_init(&state->warnings);
}

static void clear(void *data)
{
	struct recommendations *state = data;

	writing_clear(state->writing);
	free(state->writing);
	proposal_clear(state->proposal);
	free(state->proposal);
	warnings_clear(&state->warnings);
	flow_clear(&state->text);
	arena_clear(&state->arena);
}

const struct line *recommendations_selected(const struct recommendations *state)
{
	return state->list.count > 0 ? &state->lines[state->list.selected] : NULL;
}

static size_t line_of(const struct recommendations *state, size_t lines, int64_t id, int place)
{
	for (size_t i = 0; i < lines; i++)
		if (state->lines[i].id == id && state->lines[i].place == place)
			return i;
	return lines;
}

size_t recommendations_find(const struct recommendations *state, int64_t id)
{
	return line_of(state, state->list.count, id, 0);
}

/* The row under the cursor keeps it, wherever it is now. */
static void load_again(struct recommendations *state, struct app *app)
{
	const struct line *before = recommendations_selected(state);
	int64_t id = before ? before->id : 0;
	int place = before ? before->place : 0;
	size_t lines = recommendations_read(state, app);
	size_t now = line_of(state, lines, id, place);

	/* A bracket that was the last one: its text, if that is there. */
	if (now == lines)
		now = line_of(state, lines, id, 0);

	list_again(&state->list, lines, now, state->panes.rows);
	if (!state->loaded && lines > 1)
		list_select(&state->list, 1);
	state->loaded = true;
}

/* A command or another view has selected one since. */
static void follow_desk(struct recommendations *state, struct app *app)
{
	struct desk *desk = app_desk(app);
	int64_t wanted = desk->selected.recommendation;

	if (wanted && wanted != state->shown) {
		size_t line = recommendations_find(state, wanted);
		if (line < state->list.count)
			list_select(&state->list, line);
	}
	const struct line *line = recommendations_selected(state);
	desk->selected.recommendation = line && line->row ? line->id : 0;
	desk->selected.amendment = desk->selected.comment = 0; /* they are on one text */
	state->shown = desk->selected.recommendation;
	/* The hints are of the selected one. */
	if (state->shown != wanted)
		top_load(app);
}

static void load_text(struct recommendations *state, struct app *app)
{
	const struct line *line = recommendations_selected(state);

	if (state->mode != READING)
		return;
	flow_begin(&state->text, state->panes.text_columns - 1);
	if (!line)
		return;
	if (line->id != state->text_of)
		state->top = 0;
	state->text_of = line->id;
	if (line->row)
		recommendation_text(&state->text, app, line->row, line->paragraphs > 0);
	else
		recommendation_text_of_set(
			&state->text, app, line->set, state->rows, state->row_count);
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct recommendations *state = data;
	int64_t sequence = store_sequence(app_store(app), app_session(app));

	state->panes = panes_make(
		frame->rows, frame->columns, HEAD, state->in_text || state->mode != READING);
	if (!state->loaded || sequence != state->sequence)
		load_again(state, app);
	state->sequence = sequence;
	recommendations_mark_drafts(state, app);
	list_fit(&state->list, state->list.count, state->panes.rows);
	follow_desk(state, app);
	load_text(state, app);
	recommendations_look(state, app);
	flow_fit(&state->text, state->panes.text_rows, &state->top);
}

/* --- drawing --- */

static void draw_head(const struct recommendations *state, const struct area *area)
{
	size_t adopted = 0, open = 0;
	char name[32];

	for (size_t i = 0; i < state->row_count; i++) {
		adopted += state->rows[i].state == RECOMMENDATION_ADOPTED;
		open += recommendation_open(state->rows[i].state);
	}
	int column = area_text(area, 0, 1, STYLE_STRONG, "RECOMMENDATIONS");
	column = area_textf(area, 0, column, STYLE_TEXT, "  %zu", state->row_count);
	if (area->columns >= 60 && !state->bracketed)
		column = area_textf(
			area, 0, column, STYLE_TEXT, " · %zu adopted · %zu open", adopted, open);
	if (state->bracketed)
		column = area_textf(area, 0, column, STYLE_WARN, " · %zu open bracket%s",
			state->bracket_count, state->bracket_count == 1 ? "" : "s");
	if (state->proposal_key[0] && state->mode == READING)
		area_textf(area, 0, column, STYLE_WARN, "  · one unsaved, %s goes on with it",
			show_key("recommendation propose", name));
	panes_place(&state->panes, area, &state->list);
}

static void draw_editor(const struct recommendations *state, const struct area *area)
{
	const struct writing *writing = state->writing;
	int columns = flow_measure(area->columns);
	/* The warnings have a row of their own, so that nothing moves when they come. */
	int rows = area->rows - 1 - (area->rows >= ROWS_WARNED);
	struct area inside = area_part(area, 1, 1, rows, columns - 1);

	if (state->target > 0)
		area_textf(area, 0, 1, STYLE_STRONG, "Editing r%d, from version %d",
			recommendations_selected(state) && recommendations_selected(state)->row
				? recommendations_selected(state)->row->number
				: 0,
			writing->version);
	else if (state->target < 0)
		area_text(area, 0, 1, STYLE_STRONG,
			area->columns < 70
				? "Editing the chapeau"
				: "Editing the chapeau; where it is empty the report has its own");
	edit_draw(&state->writing->edit, &inside, STYLE_TEXT,
		state->target != 0 || state->proposal->focus < 0);
	if (state->target == 0)
		proposal_draw(state->proposal, area, 0);
	if (area->rows >= ROWS_WARNED) {
		struct area last = area_part(area, area->rows - 1, 1, 1, columns - 1);
		warnings_draw(&state->warnings, &last, 0);
	}
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct recommendations *state = data;
	struct area list = panes_list(&state->panes, area);

	(void)frame;
	draw_head(state, area);
	panes_line(&state->panes, area);
	recommendations_draw_list(state, app, &list);
	if (state->mode == WRITING) {
		struct area text = panes_text(&state->panes, area);
		draw_editor(state, &text);
		return;
	}
	panes_draw_text(&state->panes, area, &state->text, state->top, state->in_text);
}

/* --- keys --- */

/* Home is the first recommendation: to the chapeau above it goes Up. */
static void leave_first_heading(struct recommendations *state)
{
	if (state->list.count > 1 && !state->lines[0].row && state->lines[1].row)
		list_select(&state->list, 1);
}

static bool key_reading(struct recommendations *state, struct app *app, const struct key *key)
{
	bool space = key->code == KEY_CHARACTER && key->point == ' ';

	if (key->code == KEY_TAB || (key->code == KEY_ESCAPE && state->in_text))
		state->in_text = !state->in_text;
	else if (state->in_text || space)
		return flow_key(&state->text, key, state->panes.text_rows, &state->top);
	else if (!list_key(&state->list, key))
		return false;
	if (key->code == KEY_HOME && !state->in_text)
		leave_first_heading(state);
	const struct line *line = recommendations_selected(state);
	app_desk(app)->selected.recommendation = line && line->row ? line->id : 0;
	state->shown = app_desk(app)->selected.recommendation;
	app_reload(app);
	return true;
}

/* Those of all texts, or all texts again. */
static void list_brackets(struct recommendations *state, struct app *app)
{
	state->bracketed = !state->bracketed;
	state->sequence = -1;
	app_reload(app);
}

static bool on_bracket(const struct recommendations *state)
{
	const struct line *line = recommendations_selected(state);

	return line && line->place > 0;
}

/* In its text. */
static void open_bracket(const struct recommendations *state, struct app *app)
{
	const struct line *line = recommendations_selected(state);

	app_push(app, &view_text, &line->id);
	view_text_bracket(app_top(app)->state, line->place);
}

/* Into the selected one. */
static void take_returned(const struct recommendations *state, struct app *app)
{
	const struct line *line = recommendations_selected(state);
	char name[16];

	if (!line || !line->row) {
		app_say(app, TONE_PLAIN, "Select the recommendation whose text came back");
		return;
	}
	snprintf(name, sizeof name, "r%d", line->row->number);
	app_run_with(app, "recommendation import", "as-version", name, NULL);
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct recommendations *state = data;

	if (state->mode == WRITING)
		return recommendations_write_key(state, app, key);
	if (key_reading(state, app, key))
		return true;
	if (key->code == KEY_ENTER || key_letter(key) == 'e')
		recommendations_edit(state, app);
	else if (key_letter(key) == 'b')
		list_brackets(state, app);
	else if (key_letter(key) == 'I')
		take_returned(state, app);
	else if (show_key_runs(key, "view text") && on_bracket(state))
		open_bracket(state, app);
	else if (show_key_runs(key, "recommendation propose"))
		recommendations_propose(state, app);
	else if (show_key_runs(key, "recommendation proposer") && recommendations_selected(state) &&
		 recommendations_selected(state)->row)
		recommendation_ask_proposer(app, recommendations_selected(state)->row);
	else if (show_key_runs(key, "set chapeau"))
		recommendations_edit_chapeau(state, app);
	else
		return false;
	return true;
}

static void paste(void *data, struct app *app, const char *text)
{
	struct recommendations *state = data;

	if (state->mode == WRITING && state->target == 0 && state->proposal->focus >= 0)
		proposal_paste(state->proposal, app, text);
	else if (state->mode == WRITING)
		writing_paste(state->writing, app, text);
	recommendations_look(state, app);
}

static void cites(const void *data, struct app *app, struct str *text)
{
	const struct recommendations *state = data;
	const struct line *line = recommendations_selected(state);

	(void)app;
	if (state->mode == WRITING)
		str_add(text, state->writing->edit.text.text);
	else if (line && line->row)
		str_add(text, line->row->text);
	else if (line && line->set->chapeau)
		str_add(text, line->set->chapeau);
}

static const char *hints(const void *data, const struct app *app)
{
	const struct recommendations *state = data;

	(void)app;
	if (state->mode == WRITING && state->target == 0 && state->proposal->focus >= 0)
		return WRITING_FIELD_HINTS;
	if (state->mode == WRITING && state->target == 0)
		return WRITING_HINTS "  Tab item, by";
	if (state->mode == WRITING)
		return WRITING_HINTS;
	if (state->in_text)
		return "Tab list";
	const struct line *line = recommendations_selected(state);
	bool locked = line && line->row && !recommendation_open(line->row->state);
	if (line && !line->row)
		return "Enter write the chapeau";
	return !line ? NULL : locked ? "O take up again" : "Enter edit";
}

static bool typing(const void *data)
{
	const struct recommendations *state = data;

	return state->mode != READING; /* no letter is a command of the table */
}

static void keep(void *data, struct app *app)
{
	struct recommendations *state = data;

	writing_keep(state->writing, app);
}

const struct view_ops view_recommendations = {
	.name = "recommendations",
	.title = "Recommendations",
	.tab = "Recs",
	.bit = IN_RECOMMENDATIONS,
	.size = sizeof(struct recommendations),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.paste = paste,
	.cites = cites,
	.hints = hints,
	.typing = typing,
	.keep = keep,
	.keys = "Tab\tGo to the text and back\n"
		"Space\tRead on in the text\n"
		"Enter, e\tEdit the text or the chapeau\n"
		"b\tList the open brackets of all texts, or all texts again\n"
		"I\tTake the text as it came back in a file; what changed since stays\n"
		"While a text is being written\n"
		"Esc\tSave it as a new version\n"
		"Tab\tGo to the item and the proposer of a new one, and back\n"
		"Ctrl-G\tGive up what was typed\n"
		"F8\tShow the warnings of the drafting check\n"
		"Ctrl-X\tHand it to $VISUAL or $EDITOR\n",
};
