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
#include "base/utf8.h"
#include "model/alternative.h"
#include "store/amendment.h"
#include "store/draft.h"
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

static struct line *add_line(struct recommendations *state, size_t *at, struct line line)
{
	state->lines = arena_grow(&state->arena, state->lines, *at, sizeof *state->lines);
	state->lines[*at] = line;
	return &state->lines[(*at)++];
}

static void add_brackets(struct recommendations *state, struct line line, size_t *at)
{
	size_t count;
	struct bracket *brackets = bracket_parse(&state->arena, line.row->text, &count, NULL);

	for (size_t i = 0; i < count; i++) {
		line.place = (int)i + 1;
		line.bracket = &brackets[i];
		add_line(state, at, line);
	}
}

static int brackets_of(const struct recommendation_row *row)
{
	struct arena arena;
	size_t count;

	if (!strchr(row->text, '['))
		return 0;
	arena_init(&arena);
	bracket_parse(&arena, row->text, &count, NULL);
	arena_clear(&arena);
	return (int)count;
}

static void set_open(struct line *line, const struct amendments_open *open)
{
	line->amendments = (int)open->open;
	line->paragraphs = (int)open->paragraphs;
}

static size_t add_lines_of(struct recommendations *state, const struct set_row *set,
	const struct amendments_open *open, size_t open_count, size_t at)
{
	add_line(state, &at, (struct line){.id = -set->id, .set = set});
	for (size_t i = 0; i < state->row_count; i++) {
		const struct recommendation_row *row = &state->rows[i];
		struct line line = {.id = row->id, .set = set, .row = row};
		if (row->in_set != set->id)
			continue;
		line.brackets = recommendation_open(row->state) ? brackets_of(row) : 0;
		state->bracket_count += (size_t)line.brackets;
		for (size_t j = 0; j < open_count; j++)
			if (open[j].recommendation == row->id)
				set_open(&line, &open[j]);
		if (state->bracketed && line.brackets == 0)
			continue;
		add_line(state, &at, line);
		if (state->bracketed)
			add_brackets(state, line, &at);
	}
	return at;
}

static void mark_draft(struct recommendations *state, const char *key, size_t lines)
{
	int number;

	if (strncmp(key, "propose ", 8) == 0)
		snprintf(state->proposal_key, sizeof state->proposal_key, "%s", key);
	if (sscanf(key, "recommendation r%d", &number) != 1)
		return;
	for (size_t i = 0; i < lines; i++)
		if (state->lines[i].row && !state->lines[i].place &&
			state->lines[i].row->number == number)
			state->lines[i].unsaved = true;
}

static void load_drafts(struct recommendations *state, struct app *app, size_t lines)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct draft_row *drafts = store_drafts(app_store(app), app_session(app), &arena, &count);
	state->proposal_key[0] = '\0';
	for (size_t i = 0; i < lines; i++)
		state->lines[i].unsaved = false;
	for (size_t i = 0; i < count; i++)
		mark_draft(state, drafts[i].key, lines);
	arena_clear(&arena);
}

/* Of its letter in a lettered set, the longer form. */
static int letter_columns(const struct recommendation_row *row)
{
	struct str label;
	int columns;

	str_init(&label);
	alternative_label(row->letter, row->alternative, false, &label);
	columns = utf8_columns(label.text);
	str_clear(&label);
	return columns;
}

static size_t load_lines(struct recommendations *state, struct app *app)
{
	struct store *store = app_store(app);
	size_t lines = 0, open_count;

	arena_clear(&state->arena);
	state->sets = store_sets(store, app_session(app), &state->arena, &state->set_count);
	state->rows =
		store_recommendations(store, app_session(app), &state->arena, &state->row_count);
	const struct amendments_open *open =
		store_amendments_open_all(store, app_session(app), &state->arena, &open_count);
	state->lines = NULL;
	state->bracket_count = 0;
	state->letter_columns = 4;
	for (size_t i = 0; i < state->row_count; i++) {
		int columns = letter_columns(&state->rows[i]);
		if (columns > state->letter_columns)
			state->letter_columns = columns;
	}
	for (size_t i = 0; i < state->set_count; i++)
		lines = add_lines_of(state, &state->sets[i], open, open_count, lines);
	return lines;
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
	size_t lines = load_lines(state, app);
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
		recommendation_text_of_set(&state->text, line->set, state->rows, state->row_count);
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
	load_drafts(state, app, state->list.count);
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

/* The beginning of a text as one line. */
static void draw_beginning(const struct area *area, int row, int column, const char *text)
{
	size_t length = utf8_fit(text, strlen(text), area->columns + 1);
	char *line = mem_strndup(text, length);

	for (char *c = line; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	area_cut(area, row, column, area->columns - column, STYLE_TEXT, line);
	free(line);
}

/* As it would be printed: "(a)", or "1." in a numbered set. */
static int draw_letter(const struct area *area, int row, const struct line *line, int columns)
{
	bool numbered = strcmp(line->set->style, "numbered") == 0;
	struct str letter;

	str_init(&letter);

	alternative_label(line->row->letter, line->row->alternative, numbered, &letter);
	if (numbered && letter.length > 0 && line->row->alternative == 0)
		str_addc(&letter, '.');
	area_cut(area, row, 1, columns, STYLE_TEXT, letter.text);
	str_clear(&letter);
	return columns + 2;
}

static int draw_state(
	const struct area *area, int row, int column, const struct recommendation_row *rec)
{
	enum style style = rec->state == RECOMMENDATION_ADOPTED ? STYLE_GOOD : STYLE_TEXT;
	int width = area->columns >= 100  ? 21
		    : area->columns >= 76 ? 18
		    : area->columns >= 60 ? 14
					  : 10;

	area_text(area, row, column, style, recommendation_mark(rec->state));
	area_cut(area, row, column + 2, width - 1, style, recommendation_label(rec->state));
	return column + 2 + width;
}

/* "2 amendments, 1 bracket", or "3 open" where that has no room; the column behind it. */
static int draw_open(const struct area *area, int row, int column, const struct line *line)
{
	struct str words;

	if (line->amendments + line->paragraphs + line->brackets == 0)
		return column;
	str_init(&words);
	recommendation_say_open(line->amendments, line->paragraphs, line->brackets, &words);
	int left = area->columns - column - utf8_columns(words.text);
	if (area->columns < 76 || left < 0)
		column = area_textf(area, row, column, STYLE_WARN, "%d open  ",
			line->amendments + line->paragraphs + line->brackets);
	else
		column = area_textf(area, row, column, STYLE_WARN, "%s  ", words.text);
	str_clear(&words);
	return column;
}

/* Below its text, where the list is one of brackets. */
static void draw_bracket(const struct area *area, int row, const struct app *app,
	const struct line *line, int letters)
{
	int column = letters + 3 + 2 * line->bracket->depth;

	column = area_textf(area, row, column, STYLE_WARN, "[%d] ", line->place);
	if (line->bracket->name)
		column = area_textf(area, row, column, STYLE_STRONG,
			"%s: ", show_covered(app, line->bracket->name));
	draw_beginning(area, row, column, line->bracket->words);
}

static void draw_recommendation(const struct area *area, int row, const struct app *app,
	const struct line *line, int letters)
{
	const struct recommendation_row *rec = line->row;
	int proposer = area->columns >= 90 ? 22 : area->columns >= 76 ? 14 : 0;
	int column = draw_state(area, row, draw_letter(area, row, line, letters), rec);

	area_cut(area, row, column, 6, STYLE_TEXT, rec->item_printed ? rec->item_printed : "");
	column += 7;
	if (area->columns >= 56) {
		area_textf(area, row, column, STYLE_FAINT, "r%d", rec->number);
		column += 5;
	}
	if (proposer > 0)
		area_cut(area, row, column, proposer - 1, STYLE_TEXT,
			show_covered(app, rec->proposer_name));
	column += proposer;
	if (line->unsaved)
		column = area_text(area, row, column, STYLE_WARN, "[unsaved] ");
	column = draw_open(area, row, column, line);
	draw_beginning(area, row, column, rec->text);
}

static void draw_list(
	const struct recommendations *state, const struct app *app, const struct area *area)
{
	char name[32];

	if (state->bracketed && state->bracket_count == 0)
		area_text(area, area->rows > 1, 1, STYLE_FAINT,
			"No bracket is open; b lists all texts again");
	if (state->list.count == 0) {
		area_textf(area, 0, 1, STYLE_FAINT, "No recommendation yet; %s proposes the first",
			show_key("recommendation propose", name));
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->list.top + (size_t)row;
		if (i >= state->list.count)
			break;
		if (state->lines[i].bracket)
			draw_bracket(area, row, app, &state->lines[i], state->letter_columns);
		else if (state->lines[i].row)
			draw_recommendation(
				area, row, app, &state->lines[i], state->letter_columns);
		else
			area_cut(area, row, 1, area->columns - 1, STYLE_STRONG,
				recommendation_chapeau(state->lines[i].set));
	}
	list_mark(&state->list, area, state->mode == READING && !state->in_text);
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
	draw_list(state, app, &list);
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
