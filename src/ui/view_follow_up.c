/* SPDX-License-Identifier: MIT */
/*
 * The Follow-up: recommendations of earlier sessions under the reports that they are from,
 * one line each with its state; beside or below it the whole text of the selected one and
 * what was done about it. A session follows up some tens of them, so they are read whole
 * when the journal has moved.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "model/phrase.h"
#include "store/follow_up.h"
#include "app_inside.h"
#include "reader.h"
#include "show.h"
#include "views.h"
#include "writing.h"

enum { HEAD = 1, STATE = 14, LABEL = 6 }; /* rows on top; columns */
enum { PLACE = 9 }; /* columns for the place in the list, at the end of the head */

struct follow_up_line {
	const struct follow_up_row *row;     /* NULL: a heading … */
	const struct follow_up_row *heading; /* … of those from here on */
};

struct follow_ups {
	struct reader r;
	struct follow_up_row *rows;
	struct follow_up_action_row *actions;
	size_t count, action_count;
	struct follow_up_line *lines;
	int64_t shown; /* the follow-up that the desk was told of */
};

static const struct follow_up_row *selected(const struct follow_ups *state)
{
	return state->r.list.count > 0 ? state->lines[state->r.list.selected].row : NULL;
}

/* --- loading --- */

static bool same(const char *one, const char *other)
{
	return strcmp(one ? one : "", other ? other : "") == 0;
}

static size_t load_lines(struct follow_ups *state, struct app *app)
{
	struct store *store = app_store(app);
	size_t lines = 0;

	arena_clear(&state->r.arena);
	state->rows = store_follow_ups(store, app_session(app), &state->r.arena, &state->count);
	state->actions = store_follow_up_actions(
		store, app_session(app), 0, &state->r.arena, &state->action_count);
	state->lines = arena_alloc(&state->r.arena, (2 * state->count + 1) * sizeof *state->lines);
	for (size_t i = 0; i < state->count; i++) {
		const struct follow_up_row *row = &state->rows[i];
		if (i == 0 || !same(row->report, row[-1].report) || !same(row->body, row[-1].body))
			state->lines[lines++] = (struct follow_up_line){.heading = row};
		state->lines[lines++] = (struct follow_up_line){.row = row};
	}
	return lines;
}

static size_t line_of(const struct follow_ups *state, size_t lines, int64_t id)
{
	size_t line = 0;

	while (line < lines && !(state->lines[line].row && state->lines[line].row->id == id))
		line++;
	return line;
}

static void load_again(struct follow_ups *state, struct app *app)
{
	const struct follow_up_row *row = selected(state);
	int64_t id = row ? row->id : 0;
	size_t lines = load_lines(state, app);
	bool first = state->r.list.count == 0;

	list_again(&state->r.list, lines, line_of(state, lines, id), state->r.panes.rows);
	if (first && lines > 1)
		list_select(&state->r.list, 1);
	state->r.loaded = true;
}

/* A command has made or named one since. */
static void follow_desk(struct follow_ups *state, struct app *app)
{
	struct desk *desk = app_desk(app);
	int64_t wanted = desk->selected.follow_up;

	if (wanted && wanted != state->shown) {
		size_t line = line_of(state, state->r.list.count, wanted);
		if (line < state->r.list.count)
			list_select(&state->r.list, line);
	}
	const struct follow_up_row *row = selected(state);
	desk->selected.follow_up = row ? row->id : 0;
	state->shown = desk->selected.follow_up;
}

/* --- the text pane --- */

/* A line each: the sub-levels of a text have their own. */
static void add_text(struct flow *flow, const struct follow_up_row *row)
{
	const char *line = row->text;
	bool first = true;

	for (;;) {
		size_t length = strcspn(line, "\n");
		flow_addf(flow, STYLE_TEXT, "%.*s%s", (int)length, line,
			line[length] ? "" : row->ending);
		flow_end_line(flow, first ? 1 : 5);
		first = false;
		if (line[length] == '\0')
			break;
		line += length + 1;
	}
}

static void add_facts(struct flow *flow, const struct follow_up_row *row)
{
	struct str text;

	str_init(&text);
	flow_fact(flow, 3, "of", row->body);
	if (row->adopted)
		phrase_date(row->adopted, &text);
	flow_fact(flow, 3, "adopted", text.text);
	str_reset(&text);
	str_add(&text, row->report ? row->report : "");
	if (row->symbol)
		str_addf(&text, "%s%s", text.length ? ", " : "", row->symbol);
	flow_fact(flow, 3, "in", text.text);
	flow_fact(flow, 3, "under item", row->item_printed);
	str_clear(&text);
}

static void add_action(
	struct flow *flow, struct app *app, const struct follow_up_action_row *action, int place)
{
	flow_addf(flow, STYLE_FAINT, "%d  ", place);
	flow_add(flow, STYLE_TEXT, action->text);
	if (action->by_whom)
		flow_addf(flow, STYLE_TEXT, ", by %s", show_covered(app, action->by_whom));
	if (action->symbol)
		flow_addf(flow, STYLE_FAINT, "  %s%s%s", action->symbol,
			action->paragraph ? ", para. " : "",
			action->paragraph ? action->paragraph : "");
	flow_end_line(flow, 3);
}

static void add_actions(
	struct flow *flow, struct app *app, const struct follow_ups *state, int64_t id)
{
	int place = 0;

	for (size_t i = 0; i < state->action_count; i++) {
		if (state->actions[i].follow_up != id)
			continue;
		if (place == 0) {
			flow_blank(flow, 0);
			flow_add(flow, STYLE_FAINT, "What was done");
			flow_end_line(flow, 1);
		}
		add_action(flow, app, &state->actions[i], ++place);
	}
	if (place)
		return;
	flow_blank(flow, 0);
	flow_add(flow, STYLE_FAINT, "Nothing is noted yet of what was done");
	flow_end_line(flow, 1);
}

static void add_row(struct flow *flow, struct app *app, const struct follow_ups *state,
	const struct follow_up_row *row)
{
	flow_addf(flow, STYLE_STRONG, "f%d", row->number);
	flow_addf(flow, STYLE_TEXT, "%s%s · %s", *row->label ? " · " : "", row->label,
		follow_up_label(row->state));
	flow_end_line(flow, 1);
	add_text(flow, row);
	add_actions(flow, app, state, row->id);
	flow_blank(flow, 0);
	add_facts(flow, row);
}

/* Of a report: where it is from, and its chapeau. */
static void add_report(struct flow *flow, const struct follow_up_row *row)
{
	flow_add(flow, STYLE_STRONG, row->report ? row->report : "Of no report");
	flow_end_line(flow, 1);
	flow_fact(flow, 3, "symbol", row->symbol);
	flow_fact(flow, 3, "of", row->body);
	flow_fact(flow, 3, "chapter", row->chapter);
	flow_fact(flow, 3, "chapeau", row->chapeau);
}

static void load_text(struct follow_ups *state, struct app *app)
{
	const struct follow_up_row *row = selected(state);
	struct flow *flow = &state->r.text;

	reader_begin_text(&state->r, row ? row->id : 0);
	if (row)
		add_row(flow, app, state, row);
	else if (state->r.list.count > 0)
		add_report(flow, state->lines[state->r.list.selected].heading);
	flow_fit(flow, state->r.panes.text_rows, &state->r.top);
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct follow_ups *state = data;
	bool follows = state->r.sequence != 0; /* what is made while it is shown */
	int64_t added = app_made(app, "follow-up add");
	int64_t made = added ? added : app_made(app, "recommendation import");

	if (reader_begin(&state->r, app, frame, HEAD)) {
		load_again(state, app);
		if (follows && made)
			app_desk(app)->selected.follow_up = made;
	}
	follow_desk(state, app);
	list_fit(&state->r.list, state->r.list.count, state->r.panes.rows);
	load_text(state, app);
}

/* --- drawing --- */

static const char *mark_of(enum follow_up_state state)
{
	static const char *const marks[FOLLOW_UP_STATES] = {
		[FOLLOW_UP_UNKNOWN] = "?",
		[FOLLOW_UP_NOT_STARTED] = "○",
		[FOLLOW_UP_IN_PROGRESS] = "▶",
		[FOLLOW_UP_IMPLEMENTED] = "✓",
		[FOLLOW_UP_OVERTAKEN] = "✗",
	};

	return marks[state];
}

/* In a column of the list: "overtaken by events" is known by its first word. */
static const char *word_of(enum follow_up_state state)
{
	return state == FOLLOW_UP_UNKNOWN     ? "not known"
	       : state == FOLLOW_UP_OVERTAKEN ? "overtaken"
					      : follow_up_label(state);
}

/* Those that are said first come first; the others are one number where there is no room. */
static const enum follow_up_state told[] = {FOLLOW_UP_IMPLEMENTED, FOLLOW_UP_IN_PROGRESS,
	FOLLOW_UP_UNKNOWN, FOLLOW_UP_NOT_STARTED, FOLLOW_UP_OVERTAKEN};
enum { TOLD = sizeof told / sizeof told[0] };

/* " · 3 implemented, 2 others" of the first `count`; all together are all that there are. */
static void say_counts(const size_t in_state[], size_t count, struct str *out)
{
	size_t others = 0;

	for (size_t i = 0; i < count; i++)
		if (in_state[told[i]])
			str_addf(out, "%s%zu %s", out->length ? ", " : " · ", in_state[told[i]],
				word_of(told[i]));
	for (size_t i = count; i < TOLD; i++)
		others += in_state[told[i]];
	if (others)
		str_addf(out, "%s%zu other%s", out->length ? ", " : " · ", others,
			others == 1 ? "" : "s");
}

static void draw_head(const struct follow_ups *state, const struct area *area)
{
	size_t in_state[FOLLOW_UP_STATES] = {0};
	struct str counts;

	for (size_t i = 0; i < state->count; i++)
		in_state[state->rows[i].state]++;
	int column = area_text(area, 0, 1, STYLE_STRONG, "FOLLOW-UP");
	column = area_textf(area, 0, column, STYLE_TEXT, "  %zu", state->count);
	int room =
		(state->r.panes.beside ? state->r.panes.columns : area->columns) - column - PLACE;
	str_init(&counts);
	for (size_t count = TOLD; count > 0; count--) {
		str_reset(&counts);
		say_counts(in_state, count, &counts);
		if (utf8_columns(counts.text) <= room)
			break;
		str_reset(&counts);
	}
	area_text(area, 0, column, STYLE_TEXT, counts.text);
	str_clear(&counts);
	panes_place(&state->r.panes, area, &state->r.list);
}

static void draw_row(const struct area *area, int row, const struct follow_up_row *one)
{
	enum style style = one->state == FOLLOW_UP_IMPLEMENTED ? STYLE_GOOD
			   : one->state == FOLLOW_UP_OVERTAKEN ? STYLE_FAINT
							       : STYLE_TEXT;
	int column = 3;

	area_text(area, row, 1, style, mark_of(one->state));
	if (area->columns >= 56) {
		area_cut(area, row, column, STATE - 1, style, word_of(one->state));
		column += STATE;
	}
	area_cut(area, row, column, LABEL - 1, STYLE_TEXT, one->label);
	column += LABEL;
	struct str text;
	str_init(&text);
	str_addn(&text, one->text, strcspn(one->text, "\n"));
	area_cut(area, row, column, area->columns - column,
		one->state == FOLLOW_UP_OVERTAKEN ? STYLE_FAINT : STYLE_TEXT, text.text);
	str_clear(&text);
}

static void draw_heading(const struct area *area, int row, const struct follow_up_row *first)
{
	const char *title = first->body     ? first->body
			    : first->report ? first->report
					    : "Of no report";

	struct str text;
	str_init(&text);
	str_add(&text, title);
	if (first->adopted)
		str_addf(&text, ", %.4s", first->adopted);
	area_cut(area, row, 1, area->columns - 1, STYLE_STRONG, text.text);
	str_clear(&text);
}

static void draw_list(const struct follow_ups *state, const struct area *area)
{
	char name[32], other[32];

	if (state->r.list.count == 0) {
		area_textf(area, 0, 1, STYLE_FAINT,
			"Nothing is followed up yet; %s reads a report, %s takes an earlier session",
			show_key("recommendation import", name),
			show_key("follow-up carry", other));
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->r.list.top + (size_t)row;
		if (i >= state->r.list.count)
			break;
		if (state->lines[i].row)
			draw_row(area, row, state->lines[i].row);
		else
			draw_heading(area, row, state->lines[i].heading);
	}
	list_mark(&state->r.list, area, !state->r.in_text);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct follow_ups *state = data;
	struct area list = panes_list(&state->r.panes, area);

	(void)app;
	(void)frame;
	draw_head(state, area);
	draw_list(state, &list);
	reader_draw(&state->r, area);
}

/* --- keys --- */

/* Not known, not started, in progress, implemented, overtaken: to the next. */
static void next_state(struct app *app, const struct follow_up_row *row)
{
	static const char *const next[FOLLOW_UP_STATES] = {
		[FOLLOW_UP_UNKNOWN] = "not-started",
		[FOLLOW_UP_NOT_STARTED] = "in-progress",
		[FOLLOW_UP_IN_PROGRESS] = "implemented",
		[FOLLOW_UP_IMPLEMENTED] = "overtaken",
		[FOLLOW_UP_OVERTAKEN] = "unknown",
	};

	char number[24];

	snprintf(number, sizeof number, "f%d", row->number);
	app_run_with(app, "follow-up state", "follow-up", number, "state", next[row->state], NULL);
}

/* The form of what was done is about the selected one: that is not asked for. */
static bool key_action(struct app *app, const struct key *key, const struct follow_up_row *row)
{
	struct words words = {.command = command_find("follow-up action")}, shown = words;
	char number[24];

	if (!show_key_runs(key, "follow-up action"))
		return false;
	if (row) {
		snprintf(number, sizeof number, "f%d", row->number);
		writing_put(&words, "follow-up", number);
		app_run_form(app, &words, &shown);
	} else {
		app_say(app, TONE_PLAIN, "Select a recommendation first");
	}
	return true;
}

static bool key_edit(struct app *app, const struct key *key, const struct follow_up_row *row)
{
	struct words words = {.command = command_find("follow-up edit")}, shown = words;
	struct arena arena;

	if (!show_key_runs(key, "follow-up edit"))
		return false;
	arena_init(&arena);
	writing_put(&words, "follow-up", arena_printf(&arena, "f%d", row->number));
	writing_put(&shown, "text", row->text);
	writing_put(&shown, "label", row->label);
	writing_put(&shown, "body", row->body);
	writing_put(&shown, "report", row->report);
	writing_put(&shown, "symbol", row->symbol);
	writing_put(&shown, "adopted", show_date(&arena, row->adopted));
	writing_put(&shown, "item", row->item_printed);
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
	return true;
}

static bool key_list(struct follow_ups *state, struct app *app, const struct key *key)
{
	if (!list_key(&state->r.list, key))
		return false;
	const struct follow_up_row *row = selected(state);
	app_desk(app)->selected.follow_up = row ? row->id : 0;
	state->shown = app_desk(app)->selected.follow_up;
	app_reload(app);
	return true;
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct follow_ups *state = data;
	const struct follow_up_row *row = selected(state);

	if (reader_swap(&state->r, app, key))
		return true;
	if (key_letter(key) == '+') {
		if (row)
			next_state(app, row);
		else
			app_say(app, TONE_PLAIN, "Select a recommendation first");
	} else if (key_action(app, key, row) || (row && key_edit(app, key, row))) {
		return true;
	} else if (state->r.in_text || key_letter(key) == ' ') {
		return reader_scroll(&state->r, key);
	} else {
		return key_list(state, app, key);
	}
	return true;
}

/* Its report, and the documents that say what was done. */
static void cites(const void *data, struct app *app, struct str *text)
{
	const struct follow_ups *state = data;
	const struct follow_up_row *row = selected(state);

	(void)app;
	if (!row)
		return;
	str_addf(text, "%s %s", row->text, row->symbol ? row->symbol : "");
	for (size_t i = 0; i < state->action_count; i++)
		if (state->actions[i].follow_up == row->id)
			str_addf(text, " %s %s", state->actions[i].text,
				state->actions[i].symbol ? state->actions[i].symbol : "");
}

static const char *hints(const void *data, const struct app *app)
{
	const struct follow_ups *state = data;

	(void)app;
	return state->r.in_text ? "Tab list" : selected(state) ? "+ next state" : NULL;
}

const struct view_ops view_follow_up = {
	.name = "follow-up",
	.title = "Follow-up",
	.bit = IN_FOLLOW_UP,
	.size = sizeof(struct follow_ups),
	.init = reader_init,
	.clear = reader_clear,
	.load = load,
	.draw = draw,
	.key = key,
	.cites = cites,
	.hints = hints,
	.keys = "Tab, Enter\tGo to what is known of the selected one and back\n"
		"Space\tRead on in it\n"
		"+\tGive it the next state: not started, in progress, implemented, overtaken\n",
};
