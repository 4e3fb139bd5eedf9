/* SPDX-License-Identifier: MIT */
/*
 * The Report: a live preview of the draft report. Building it and laying it out
 * happen in slices between the keys (view_ops.work): what was built last stays
 * on the screen until the new one is whole, then takes its place with the same
 * paragraph on top. A key only moves in lines that are there already.
 *
 * On wide screens the headings stand beside the text; else g and m lay the list
 * of headings, or of what is missing, over it.
 */
#include <stdio.h>
#include <string.h>

#include "report/report.h"
#include "store/agenda.h"
#include "store/store.h"
#include "report_layout.h"
#include "show.h"
#include "views.h"
#include "writing.h"

enum {
	HEAD = 1,     /* rows of the view's own on top */
	MEASURE = 80, /* columns of the text with its labels, comfortable to read */
	BESIDE = 118, /* columns from which the list stands beside the text */
	NARROW_SIDE = 36,
	WIDE_SIDE = 44
};

enum side { SIDE_HEADINGS, SIDE_GAPS };

struct report_view {
	struct report *report, *building; /* shown; to be shown, NULL = none */
	struct layout *shown, *next;
	int64_t sequence; /* of the journal, that is shown or being built */
	bool loaded;
	bool placed; /* what was on top when the view was left is so again */

	int rows, columns; /* of the text and its labels */
	int text_column;
	size_t top;

	enum side side;
	bool in_side;     /* the list has the keys */
	int side_columns; /* 0: it is seen only while it has them */
	struct flow list; /* tags are places in the headings or gaps */
	size_t list_count, selected, list_top;
};

static void init(void *data, struct app *app, const void *argument)
{
	struct report_view *state = data;

	(void)app;
	(void)argument;
	flow_init(&state->list);
}

static void stop_building(struct report_view *state)
{
	layout_free(state->next);
	report_free(state->building);
	state->next = NULL;
	state->building = NULL;
}

static void clear(void *data)
{
	struct report_view *state = data;

	stop_building(state);
	layout_free(state->shown);
	report_free(state->report);
	flow_clear(&state->list);
}

/* --- the list beside it --- */

static int side_width(const struct report_view *state, int columns)
{
	return state->side_columns > 0 ? state->side_columns : columns;
}

static void fill_list(struct report_view *state, int columns)
{
	const struct layout *shown = state->shown;

	flow_reset(&state->list);
	state->list_count = 0;
	if (!shown)
		return;
	state->list_count = state->side == SIDE_GAPS ? shown->gap_count : shown->heading_count;
	for (size_t i = 0; i < state->list_count; i++) {
		struct shape shape = {
			.columns = side_width(state, columns) - 1, .label_column = 1, .tag = i};
		if (state->side == SIDE_GAPS) {
			shape.label = "!";
			flow_add(&state->list, STYLE_TEXT, shown->gaps[i].text);
		} else {
			shape.label = shown->headings[i].label;
			shape.label_column += 2 * (shown->headings[i].level - 1);
			flow_add(&state->list, STYLE_TEXT, shown->headings[i].text);
		}
		if (shape.label_column < 1)
			shape.label_column = 1;
		shape.indent =
			shape.label_column + (int)strlen(shape.label) + (shape.label[0] != '\0');
		flow_end(&state->list, &shape);
	}
	if (state->selected >= state->list_count)
		state->selected = state->list_count > 0 ? state->list_count - 1 : 0;
}

/* The whole selected entry is seen. */
static void settle_list(struct report_view *state)
{
	size_t first = state->list.count, last = 0,
	       rows = (size_t)(state->rows > 0 ? state->rows : 1);

	for (size_t i = 0; i < state->list.count; i++) {
		if (state->list.lines[i].tag != state->selected)
			continue;
		if (first > i)
			first = i;
		last = i;
	}
	if (first < state->list.count && last >= state->list_top + rows)
		state->list_top = last - rows + 1;
	if (first < state->list_top)
		state->list_top = first;
	flow_fit(&state->list, state->rows, &state->list_top);
}

/* While the text has the keys the list says where it is. */
static void follow_text(struct report_view *state)
{
	if (state->in_side || !state->shown || state->side != SIDE_HEADINGS)
		return;
	size_t here = layout_heading_at(state->shown, state->top);
	state->selected = here < state->list_count ? here : 0;
	settle_list(state);
}

/* --- loading --- */

static void measure(struct report_view *state, const struct frame *frame)
{
	int left = frame->columns;

	state->rows = frame->rows > HEAD ? frame->rows - HEAD : 1;
	state->side_columns = frame->columns < 160 ? NARROW_SIDE : WIDE_SIDE;
	if (frame->columns < BESIDE)
		state->side_columns = 0;
	if (state->side_columns > 0)
		left -= state->side_columns + 1;
	state->columns = left < MEASURE ? left : MEASURE;
	state->text_column = frame->columns - left + (left - state->columns) / 2;
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct report_view *state = data;
	int64_t sequence = store_sequence(app_store(app), app_session(app));

	measure(state, frame);
	if (!state->loaded || sequence != state->sequence) {
		stop_building(state);
		state->building =
			report_new(app_store(app), app_session(app), desk_template(app_desk(app)));
		state->loaded = true;
		state->sequence = sequence;
	} else if (!state->building && state->shown && state->shown->columns != state->columns) {
		layout_free(state->next);
		state->next = layout_new(state->report, state->columns);
	} else if (state->next && state->next->columns != state->columns) {
		layout_free(state->next);
		state->next = layout_new(
			state->building ? state->building : state->report, state->columns);
	}
	fill_list(state, frame->columns);
	if (state->shown)
		flow_fit(&state->shown->flow, state->rows, &state->top);
	settle_list(state);
	follow_text(state);
}

static void go_to_line(struct report_view *state, size_t line)
{
	size_t end = flow_end_top(&state->shown->flow, state->rows);

	state->top = line < end ? line : end;
	follow_text(state);
}

static void show_next(struct report_view *state, struct app *app)
{
	if (state->shown)
		state->top = layout_carry(state->next, state->shown, state->top);
	layout_free(state->shown);
	state->shown = state->next;
	state->next = NULL;
	if (!state->placed)
		go_to_line(state, (size_t)app_desk(app)->selected.report);
	state->placed = true;
	if (state->building) {
		report_free(state->report);
		state->report = state->building;
		state->building = NULL;
	}
	app_reload(app);
}

static bool work(void *data, struct app *app)
{
	struct report_view *state = data;

	if (state->next) {
		if (layout_step(state->next))
			show_next(state, app);
	} else if (state->building) {
		if (report_step(state->building))
			state->next = layout_new(state->building, state->columns);
	}
	return state->next || state->building;
}

/* --- drawing --- */

static int percent(const struct report_view *state)
{
	if (!state->building)
		return 100;
	return state->next ? 99 : report_percent(state->building);
}

/* Words, paragraphs and gaps; in a narrow window the words alone. */
static int draw_counts(const struct layout *shown, const struct area *area, int column)
{
	struct str words;

	str_init(&words);
	show_count(&words, shown->words);
	column = area_textf(area, 0, column, STYLE_TEXT, "  %s words", words.text);
	str_clear(&words);
	if (area->columns < 60)
		return column;
	column = area_textf(area, 0, column, STYLE_TEXT, ", %zu paragraph%s",
		shown->paragraph_count, shown->paragraph_count == 1 ? "" : "s");
	if (shown->gap_count > 0)
		column = area_textf(
			area, 0, column, STYLE_WARN, "  ! %zu missing", shown->gap_count);
	return column;
}

static void draw_head(const struct report_view *state, const struct area *area)
{
	int column = area_text(area, 0, 1, STYLE_STRONG, "REPORT");
	size_t end = state->shown ? flow_end_top(&state->shown->flow, state->rows) : 0;
	char text[40] = "";

	if (state->shown)
		column = draw_counts(state->shown, area, column);
	if (percent(state) < 100)
		snprintf(text, sizeof text, "building %d %%", percent(state));
	else if (end > 0)
		snprintf(text, sizeof text, "%zu %% read", state->top * 100 / end);
	if (column + 2 + (int)strlen(text) < area->columns)
		area_right(area, 0, area->columns - 1,
			percent(state) < 100 ? STYLE_ACCENT : STYLE_FAINT, text);
}

static void draw_text(
	const struct report_view *state, const struct app *app, const struct area *area)
{
	if (!state->shown) {
		area_text(area, 0, 1, STYLE_FAINT, "The report is being built …");
		area_cursor(area, 0, 1, false);
		return;
	}
	if (app_hidden(app))
		area_text(area, 0, 1, STYLE_FAINT, "The report is covered; F9 shows it");
	else
		flow_draw(&state->shown->flow, area, state->top);
	if (!state->in_side)
		area_cursor(area, 0, 0, false);
}

static const char *nothing_to_list(const struct report_view *state)
{
	if (!state->shown)
		return "";
	return state->side == SIDE_GAPS ? "Nothing is missing" : "No headings";
}

static void draw_side(const struct report_view *state, const struct area *area)
{
	flow_draw(&state->list, area, state->list_top);
	if (state->list_count == 0)
		area_text(area, 0, 1, STYLE_FAINT, nothing_to_list(state));
	if (state->in_side)
		area_cursor(area, 0, 0, false);
	for (int row = area->rows - 1; row >= 0; row--) {
		size_t line = state->list_top + (size_t)row;
		if (line >= state->list.count || state->list.lines[line].tag != state->selected)
			continue;
		area_style(area, row, 0, area->columns,
			state->in_side ? STYLE_SELECTED : STYLE_MARKED);
		if (state->in_side)
			area_cursor(area, row, 0, false);
	}
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct report_view *state = data;
	struct area side = area_part(area, HEAD, 0, state->rows, side_width(state, frame->columns));
	struct area text = area_part(area, HEAD, state->text_column, state->rows, state->columns);

	draw_head(state, area);
	if (state->side_columns > 0)
		area_bar(area, HEAD, state->side_columns, state->rows);
	if (state->side_columns > 0 || state->in_side)
		draw_side(state, &side);
	if (state->side_columns > 0 || !state->in_side)
		draw_text(state, app, &text);
}

/* --- keys --- */

static void go_by_heading(struct report_view *state, int direction)
{
	const struct layout *shown = state->shown;
	size_t here = layout_heading_at(shown, state->top);

	if (shown->heading_count == 0)
		return;
	if (here == shown->heading_count) {
		if (direction > 0)
			go_to_line(state, shown->headings[0].line);
		else
			go_to_line(state, 0);
	} else if (direction > 0 && here + 1 < shown->heading_count) {
		go_to_line(state, shown->headings[here + 1].line);
	} else if (direction < 0 && shown->headings[here].line < state->top) {
		go_to_line(state, shown->headings[here].line);
	} else if (direction < 0) {
		go_to_line(state, here > 0 ? shown->headings[here - 1].line : 0);
	}
}

static void enter_side(struct report_view *state, struct app *app, enum side side)
{
	if (state->in_side && state->side == side) {
		state->in_side = false;
		state->side = SIDE_HEADINGS;
	} else {
		state->selected = 0;
		state->list_top = 0;
		state->side = side;
		state->in_side = true;
		if (side == SIDE_HEADINGS && state->shown) {
			size_t here = layout_heading_at(state->shown, state->top);
			state->selected = here < state->shown->heading_count ? here : 0;
		}
	}
	app_reload(app);
}

/* To the place in the other views where it is supplied. */
static bool show_place(struct app *app, const struct report_gap *gap)
{
	struct desk *desk = app_desk(app);

	if (gap->recommendation) {
		desk->selected.recommendation = gap->recommendation;
		app_show(app, &view_recommendations);
	} else if (gap->item) {
		desk->selected.item = gap->item;
		desk->selected.statement = gap->statement;
		app_show(app, &view_room);
	}
	return gap->recommendation || gap->item;
}

/* The form of the command that supplies it, begun with what is known; the list stays, to
 * go on with. False if there is no such command. */
static bool supply(struct app *app, const struct report_gap *gap)
{
	struct words words = {0};
	const char *at = NULL;
	struct arena arena;
	struct err err = {0};

	if (show_place(app, gap))
		return true;
	arena_init(&arena);
	bool known = gap->command && command_parse(gap->command, &arena, &words, &at, &err);
	if (known && (words.command->effect == EFFECT_SCREEN || !words.command->params[0].name))
		app_run(app, &words, NULL, NULL);
	else if (known)
		app_run_whole_form(app, &words);
	arena_clear(&arena);
	return known;
}

static bool supply_selected(struct report_view *state, struct app *app)
{
	return state->side == SIDE_GAPS && state->list_count > 0 &&
	       supply(app, &state->shown->gaps[state->selected]);
}

static void leave_side(struct report_view *state, struct app *app, bool jump)
{
	const struct layout *shown = state->shown;

	state->in_side = false;
	if (jump && state->list_count > 0 && state->side == SIDE_GAPS &&
		layout_gap_line(shown, state->selected) == 0)
		app_say(app, TONE_PLAIN, "%s", shown->gaps[state->selected].text);
	else if (jump && state->list_count > 0)
		go_to_line(state, state->side == SIDE_GAPS ? layout_gap_line(shown, state->selected)
							   : shown->headings[state->selected].line);
	state->side = SIDE_HEADINGS;
	app_reload(app);
}

static void move_in_list(struct report_view *state, size_t step, bool down)
{
	size_t last = state->list_count > 0 ? state->list_count - 1 : 0;

	if (down)
		state->selected = step < last - state->selected ? state->selected + step : last;
	else
		state->selected = step < state->selected ? state->selected - step : 0;
	settle_list(state);
}

static bool key_side(struct report_view *state, struct app *app, const struct key *key)
{
	size_t page = (size_t)(state->rows > 1 ? state->rows / 2 : 1);

	bool space = key->code == KEY_CHARACTER && key->point == ' ';

	if (key->code == KEY_ENTER && supply_selected(state, app))
		return true;
	if (key->code == KEY_ENTER || key->code == KEY_ESCAPE || key->code == KEY_TAB || space)
		leave_side(state, app, key->code == KEY_ENTER || space);
	else if (key->code == KEY_DOWN || key_letter(key) == 'j')
		move_in_list(state, 1, true);
	else if (key->code == KEY_UP || key_letter(key) == 'k')
		move_in_list(state, 1, false);
	else if (key->code == KEY_PAGEDOWN || key->code == KEY_END)
		move_in_list(state, key->code == KEY_END ? state->list_count : page, true);
	else if (key->code == KEY_PAGEUP || key->code == KEY_HOME)
		move_in_list(state, key->code == KEY_HOME ? state->list_count : page, false);
	else
		return false;
	return true;
}

/* A file of the session's name, beside where the program was started. */
static void write_file(struct app *app)
{
	struct words words = {.command = command_find("report write")}, shown = words;
	struct session_row session;
	struct arena arena;

	arena_init(&arena);
	if (store_session(app_store(app), app_session(app), &arena, &session))
		writing_put(&shown, "file", arena_printf(&arena, "%s-report.txt", session.key));
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

static bool key_text(struct report_view *state, const struct key *key)
{
	if (!state->shown)
		return false;
	if (key_letter(key) == ']' || key->code == KEY_RIGHT)
		go_by_heading(state, 1);
	else if (key_letter(key) == '[' || key->code == KEY_LEFT)
		go_by_heading(state, -1);
	else if (!flow_key(&state->shown->flow, key, state->rows, &state->top))
		return false;
	follow_text(state);
	return true;
}

static bool key_of_view(struct report_view *state, struct app *app, const struct key *key)
{
	if (show_key_runs(key, "report write")) {
		write_file(app);
		return true;
	}
	if (key_letter(key) == 'g' || key_letter(key) == 'm') {
		enter_side(state, app, key->point == 'g' ? SIDE_HEADINGS : SIDE_GAPS);
		return true;
	}
	if (state->in_side)
		return key_side(state, app, key);
	if (key->code == KEY_TAB) {
		enter_side(state, app, SIDE_HEADINGS);
		return true;
	}
	return key_text(state, key);
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct report_view *state = data;
	bool taken = key_of_view(state, app, key);

	if (state->placed)
		app_desk(app)->selected.report = (int64_t)state->top;
	return taken;
}

static const char *hints(const void *data, const struct app *app)
{
	const struct report_view *state = data;

	(void)app;
	if (state->in_side && state->side == SIDE_GAPS && state->list_count > 0)
		return "Enter supply it  Space go there  Esc back";
	if (state->in_side)
		return "Enter go there  Esc back";
	if (state->shown && state->shown->gap_count > 0)
		return "m missing  g headings  ] next  [ previous";
	return "g headings  ] next  [ previous";
}

/* What is in sight: there is no cursor in it. */
static void cites(const void *data, struct app *app, struct str *text)
{
	const struct report_view *state = data;
	const struct layout *shown = state->shown;
	const struct node *last = NULL;

	if (!shown || app_hidden(app))
		return;
	for (size_t i = state->top; i < state->top + (size_t)state->rows; i++) {
		if (i >= shown->flow.count || shown->flow.lines[i].tag >= shown->node_count)
			break;
		const struct node *node = shown->nodes[shown->flow.lines[i].tag];
		if (node != last && node->text)
			str_addf(text, "%s\n", node->text);
		last = node;
	}
}

const struct view_ops view_report = {
	.name = "report",
	.title = "Report",
	.bit = IN_REPORT,
	.size = sizeof(struct report_view),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.cites = cites,
	.hints = hints,
	.work = work,
	.keys = "]\tGo to the next heading\n"
		"[\tGo to the heading before\n"
		"g\tChoose a heading to go to\n"
		"m\tList what is missing for a complete report: Enter supplies it, Space goes to "
		"where it is missing\n"
		"Space\tRead on\n",
};
