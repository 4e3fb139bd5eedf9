/* SPDX-License-Identifier: MIT */
/*
 * The Conclusions: what the Chair concluded under each item and asked for, a line each,
 * with who is to do it, by when, and whether it is done; beside or below it the whole of
 * the selected one. Here they are put right; that they stand in the report is the report's
 * affair. There are some tens in a session, so they are read whole when the journal has
 * moved.
 */
#include <stdio.h>
#include <string.h>

#include "app_inside.h"
#include "reader.h"
#include "show.h"
#include "store/agenda.h"
#include "store/conclusion.h"
#include "views.h"
#include "writing.h"

enum { HEAD = 1, LABEL = 6, PLACE = 9 }; /* rows on top; columns */
enum { WHO = 24, WHO_FROM = 58 };        /* columns of who is asked, from so many on */

struct conclusion_line {
	const struct conclusion_row *row;  /* NULL: a heading … */
	const struct conclusion_row *item; /* … of the item of those from here on */
};

struct conclusions {
	struct reader r;
	struct conclusion_row *rows;
	size_t count, asked, open; /* asked: requests; open: of them not done */
	struct conclusion_line *lines;
};

static const struct conclusion_row *selected(const struct conclusions *state)
{
	return state->r.list.count > 0 ? state->lines[state->r.list.selected].row : NULL;
}

/* --- loading --- */

static size_t load_lines(struct conclusions *state, struct app *app)
{
	size_t lines = 0;

	arena_clear(&state->r.arena);
	state->asked = state->open = 0;
	state->rows = store_conclusions(
		app_store(app), app_session(app), 0, &state->r.arena, &state->count);
	state->lines = arena_alloc(&state->r.arena, (2 * state->count + 1) * sizeof *state->lines);
	for (size_t i = 0; i < state->count; i++) {
		const struct conclusion_row *row = &state->rows[i];
		if (i == 0 || row->item != row[-1].item)
			state->lines[lines++] = (struct conclusion_line){.item = row};
		state->lines[lines++] = (struct conclusion_line){.row = row};
		state->asked += row->request;
		state->open += row->request && !row->done;
	}
	return lines;
}

static size_t line_of(const struct conclusions *state, size_t lines, int64_t id)
{
	size_t line = 0;

	while (line < lines && !(state->lines[line].row && state->lines[line].row->id == id))
		line++;
	return line;
}

/* A heading is only where nothing else is. */
static void leave_heading(struct conclusions *state)
{
	size_t at = state->r.list.selected;

	if (state->r.list.count > 0 && !selected(state))
		list_select(&state->r.list, at + 1 < state->r.list.count ? at + 1 : at);
}

static void load_again(struct conclusions *state, struct app *app)
{
	int64_t made = app_made(app, "conclusion add");
	int64_t id = made ? made : app_desk(app)->selected.conclusion;
	size_t lines = load_lines(state, app);

	list_again(&state->r.list, lines, line_of(state, lines, id), state->r.panes.rows);
	leave_heading(state);
	state->r.loaded = true;
}

static void tell_desk(struct conclusions *state, struct app *app)
{
	const struct conclusion_row *row = selected(state);

	app_desk(app)->selected.conclusion = row ? row->id : 0;
}

static const char *who_of(const struct app *app, const struct conclusion_row *row)
{
	return row->who ? row->who : template_text(desk_template(app_desk(app)), "conclusion.who");
}

static const char *state_of(const struct conclusion_row *row)
{
	return !row->request ? "" : row->done ? "done" : "open";
}

static void add_row(struct flow *flow, struct app *app, const struct conclusion_row *row)
{
	struct str text;

	flow_addf(flow, STYLE_STRONG, "n%d", row->number);
	flow_addf(flow, STYLE_TEXT, " · %s", row->request ? "requested" : "concluded");
	if (row->request)
		flow_addf(flow, row->done ? STYLE_GOOD : STYLE_WARN, " · %s", state_of(row));
	flow_end_line(flow, 1);
	flow_add(flow, STYLE_TEXT, show_covered(app, row->text));
	flow_end_line(flow, 1);
	flow_blank(flow, 0);
	str_init(&text);
	if (row->request)
		flow_fact(flow, 3, "by whom", who_of(app, row));
	flow_fact(flow, 3, "by when", row->due);
	show_time(&text, row->done, desk_now(app_desk(app)));
	flow_fact(flow, 3, "done", text.text);
	str_reset(&text);
	str_addf(&text, "%s  %s", row->item_printed, row->item_title);
	flow_fact(flow, 3, "item", text.text);
	str_reset(&text);
	show_time(&text, row->at, desk_now(app_desk(app)));
	if (row->statement_number)
		str_addf(&text, ", s%d", row->statement_number);
	flow_fact(flow, 3, "said", text.text);
	str_clear(&text);
}

static void load_text(struct conclusions *state, struct app *app)
{
	const struct conclusion_row *row = selected(state);

	reader_begin_text(&state->r, row ? row->id : 0);
	if (row)
		add_row(&state->r.text, app, row);
	flow_fit(&state->r.text, state->r.panes.text_rows, &state->r.top);
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct conclusions *state = data;

	if (reader_begin(&state->r, app, frame, HEAD))
		load_again(state, app);
	list_fit(&state->r.list, state->r.list.count, state->r.panes.rows);
	tell_desk(state, app);
	load_text(state, app);
}

/* --- drawing --- */

static const char *mark_of(const struct conclusion_row *row)
{
	return !row->request ? "·" : row->done ? "✓" : "○";
}

/* "the Secretariat, before the next meeting" */
static void draw_who(
	const struct app *app, const struct area *area, int row, const struct conclusion_row *one)
{
	struct str text;

	str_init(&text);
	str_add(&text, who_of(app, one));
	if (one->due)
		str_addf(&text, ", %s", one->due);
	area_cut(area, row, area->columns - WHO, WHO, STYLE_FAINT, text.text);
	str_clear(&text);
}

static void draw_row(
	const struct app *app, const struct area *area, int row, const struct conclusion_row *one)
{
	enum style style = one->done ? STYLE_FAINT : STYLE_TEXT;
	bool who = one->request && area->columns >= WHO_FROM;
	int column = 3;
	struct str line;

	area_text(area, row, 1, one->done ? STYLE_GOOD : STYLE_TEXT, mark_of(one));
	area_textf(area, row, column, style, "n%d", one->number);
	column += LABEL;
	str_init(&line);
	str_addn(&line, one->text, strcspn(one->text, "\n"));
	area_cut(area, row, column, area->columns - column - (who ? WHO + 2 : 0), style,
		show_covered(app, line.text));
	str_clear(&line);
	if (who)
		draw_who(app, area, row, one);
}

static void draw_heading(const struct area *area, int row, const struct conclusion_row *first)
{
	int column = area_textf(area, row, 1, STYLE_STRONG, "%s  ", first->item_printed);

	area_cut(area, row, column, area->columns - column, STYLE_STRONG, first->item_title);
}

static void draw_list(
	const struct conclusions *state, const struct app *app, const struct area *area)
{
	char name[32];

	if (state->r.list.count == 0) {
		area_textf(area, 0, 1, STYLE_FAINT,
			"The Chair has concluded nothing and asked for nothing yet; %s adds it",
			show_key("conclusion add", name));
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->r.list.top + (size_t)row;
		if (i >= state->r.list.count)
			break;
		if (state->lines[i].row)
			draw_row(app, area, row, state->lines[i].row);
		else
			draw_heading(area, row, state->lines[i].item);
	}
	list_mark(&state->r.list, area, !state->r.in_text);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct conclusions *state = data;
	struct area list = panes_list(&state->r.panes, area);

	(void)frame;
	int column = area_text(area, 0, 1, STYLE_STRONG, "CONCLUSIONS");
	column = area_textf(area, 0, column, STYLE_TEXT, "  %zu", state->count);
	if (state->asked)
		area_textf(area, 0, column, STYLE_TEXT, " · %zu asked for, %zu open", state->asked,
			state->open);
	panes_place(&state->r.panes, area, &state->r.list);
	draw_list(state, app, &list);
	reader_draw(&state->r, area);
}

/* --- keys --- */

void view_conclusions_add(struct app *app, int64_t item)
{
	struct words shown = {.command = command_find("conclusion add")};
	struct item_row row;
	struct arena arena;

	arena_init(&arena);
	if (item && store_item(app_store(app), item, &arena, &row))
		writing_put(&shown, "item", row.printed);
	app_run_whole_form(app, &shown);
	arena_clear(&arena);
}

/* A form that begins with what there is. */
static void edit(struct app *app, const struct conclusion_row *row)
{
	struct words words = {.command = command_find("conclusion edit")}, shown = words;
	char number[24];

	snprintf(number, sizeof number, "n%d", row->number);
	writing_put(&words, "conclusion", number);
	writing_put(&shown, "text", row->text);
	writing_put(&shown, "item", row->item_printed);
	writing_put(&shown, "kind", row->request ? "request" : "conclusion");
	writing_put(&shown, "who", row->who ? row->who : "");
	writing_put(&shown, "due", row->due ? row->due : "");
	app_run_filled_form(app, &words, &shown);
}

/* Done, and open again. */
static void turn(struct app *app, const struct conclusion_row *row)
{
	char number[24];

	snprintf(number, sizeof number, "n%d", row->number);
	if (row->done)
		app_run_with(app, "conclusion done", "conclusion", number, "open", "yes", NULL);
	else
		app_run_with(app, "conclusion done", "conclusion", number, NULL);
}

static bool key_list(struct conclusions *state, struct app *app, const struct key *key)
{
	size_t before = state->r.list.selected;

	if (!list_key(&state->r.list, key))
		return false;
	/* Over the headings, in the way that the cursor went. */
	if (!selected(state) && state->r.list.selected < before && state->r.list.selected > 0)
		list_select(&state->r.list, state->r.list.selected - 1);
	leave_heading(state);
	tell_desk(state, app);
	app_reload(app);
	return true;
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct conclusions *state = data;
	const struct conclusion_row *row = selected(state);

	if (reader_swap(&state->r, app, key))
		return true;
	if (key->code == KEY_ESCAPE) {
		app_pop(app);
		return true;
	}
	if (show_key_runs(key, "conclusion add"))
		view_conclusions_add(app, row ? row->item : app_desk(app)->selected.item);
	else if (row && show_key_runs(key, "conclusion edit"))
		edit(app, row);
	else if (row && show_key_runs(key, "conclusion done"))
		turn(app, row);
	else if (state->r.in_text || key_letter(key) == ' ')
		return reader_scroll(&state->r, key);
	else
		return key_list(state, app, key);
	return true;
}

static const char *hints(const void *data, const struct app *app)
{
	const struct conclusions *state = data;

	(void)app;
	return state->r.in_text  ? "Tab list  Esc back"
	       : selected(state) ? "c add  e correct  + done or open  p print  Esc back"
				 : "c add  Esc back";
}

const struct view_ops view_conclusions = {
	.name = "conclusions",
	.title = "Conclusions",
	.bit = IN_CONCLUSIONS,
	.size = sizeof(struct conclusions),
	.init = reader_init,
	.clear = reader_clear,
	.load = load,
	.draw = draw,
	.key = key,
	.hints = hints,
	.keys = "Tab, Enter\tGo to the whole of the selected one and back\n"
		"Space\tRead on in it\n"
		"Esc\tGo back\n",
};
