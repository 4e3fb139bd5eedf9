/* SPDX-License-Identifier: MIT */
/*
 * The list beside the report, or over it where there is no room: its headings, or what is
 * missing for a complete one. It goes by what is laid out and knows nothing of building.
 */
#include <string.h>

#include "report.h"
#include "views.h"

int report_side_width(const struct report_view *view, int columns)
{
	return view->side_columns > 0 ? view->side_columns : columns;
}

/* The whole selected entry is seen. */
static void settle_list(struct report_view *view)
{
	size_t first = view->list.count, last = 0, rows = (size_t)(view->rows > 0 ? view->rows : 1);

	for (size_t i = 0; i < view->list.count; i++) {
		if (view->list.lines[i].tag != view->selected)
			continue;
		if (first > i)
			first = i;
		last = i;
	}
	if (first < view->list.count && last >= view->list_top + rows)
		view->list_top = last - rows + 1;
	if (first < view->list_top)
		view->list_top = first;
	flow_fit(&view->list, view->rows, &view->list_top);
}

void report_side_fill(struct report_view *view, int columns)
{
	const struct layout *shown = view->shown;

	flow_reset(&view->list);
	view->list_count = 0;
	if (!shown)
		return;
	view->list_count = view->side == SIDE_GAPS ? shown->gap_count : shown->heading_count;
	for (size_t i = 0; i < view->list_count; i++) {
		struct shape shape = {.columns = report_side_width(view, columns) - 1,
			.label_column = 1,
			.tag = i};
		if (view->side == SIDE_GAPS) {
			shape.label = "!";
			flow_add(&view->list, STYLE_TEXT, shown->gaps[i].text);
		} else {
			shape.label = shown->headings[i].label;
			shape.label_column += 2 * (shown->headings[i].level - 1);
			flow_add(&view->list, STYLE_TEXT, shown->headings[i].text);
		}
		if (shape.label_column < 1)
			shape.label_column = 1;
		shape.indent =
			shape.label_column + (int)strlen(shape.label) + (shape.label[0] != '\0');
		flow_end(&view->list, &shape);
	}
	if (view->selected >= view->list_count)
		view->selected = view->list_count > 0 ? view->list_count - 1 : 0;
	settle_list(view);
}

void report_side_follow(struct report_view *view)
{
	if (view->in_side || !view->shown || view->side != SIDE_HEADINGS)
		return;
	const struct layout_stop *stop = report_stop(view);
	size_t here = layout_heading_at(view->shown, stop ? stop->line : view->top);
	view->selected = here < view->list_count ? here : 0;
	settle_list(view);
}

void report_go_to_line(struct report_view *view, size_t line)
{
	size_t end = flow_end_top(&view->shown->flow, view->rows);

	view->top = line < end ? line : end;
	report_side_follow(view);
}

/* --- drawing --- */

static const char *nothing_to_list(const struct report_view *view)
{
	if (!view->shown)
		return "";
	return view->side == SIDE_GAPS ? "Nothing is missing" : "No headings";
}

void report_side_draw(const struct report_view *view, const struct area *area)
{
	flow_draw(&view->list, area, view->list_top);
	if (view->list_count == 0)
		area_text(area, 0, 1, STYLE_FAINT, nothing_to_list(view));
	if (view->in_side)
		area_cursor(area, 0, 0, false);
	for (int row = area->rows - 1; row >= 0; row--) {
		size_t line = view->list_top + (size_t)row;
		if (line >= view->list.count || view->list.lines[line].tag != view->selected)
			continue;
		area_style(
			area, row, 0, area->columns, view->in_side ? STYLE_SELECTED : STYLE_MARKED);
		if (view->in_side)
			area_cursor(area, row, 0, false);
	}
}

/* --- keys --- */

void report_side_enter(struct report_view *view, struct app *app, enum side side)
{
	if (view->in_side && view->side == side) {
		view->in_side = false;
		view->side = SIDE_HEADINGS;
	} else {
		view->selected = 0;
		view->list_top = 0;
		view->side = side;
		view->in_side = true;
		if (side == SIDE_HEADINGS && view->shown) {
			size_t here = layout_heading_at(view->shown, view->top);
			view->selected = here < view->shown->heading_count ? here : 0;
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

static bool supply_selected(struct report_view *view, struct app *app)
{
	return view->side == SIDE_GAPS && view->list_count > 0 &&
	       supply(app, &view->shown->gaps[view->selected]);
}

static void leave_side(struct report_view *view, struct app *app, bool jump)
{
	const struct layout *shown = view->shown;

	view->in_side = false;
	if (jump && view->list_count > 0 && view->side == SIDE_GAPS &&
		layout_gap_line(shown, view->selected) == 0)
		app_say(app, TONE_PLAIN, "%s", shown->gaps[view->selected].text);
	else if (jump && view->list_count > 0)
		report_show_line(view, view->side == SIDE_GAPS
					       ? layout_gap_line(shown, view->selected)
					       : shown->headings[view->selected].line);
	view->side = SIDE_HEADINGS;
	app_reload(app);
}

static void move_in_list(struct report_view *view, size_t step, bool down)
{
	size_t last = view->list_count > 0 ? view->list_count - 1 : 0;

	if (down)
		view->selected = step < last - view->selected ? view->selected + step : last;
	else
		view->selected = step < view->selected ? view->selected - step : 0;
	settle_list(view);
}

bool report_side_key(struct report_view *view, struct app *app, const struct key *key)
{
	size_t page = (size_t)(view->rows > 1 ? view->rows / 2 : 1);

	bool space = key->code == KEY_CHARACTER && key->point == ' ';

	if (key->code == KEY_ENTER && supply_selected(view, app))
		return true;
	if (key->code == KEY_ENTER || key->code == KEY_ESCAPE || key->code == KEY_TAB || space)
		leave_side(view, app, key->code == KEY_ENTER || space);
	else if (key->code == KEY_DOWN || key_letter(key) == 'j')
		move_in_list(view, 1, true);
	else if (key->code == KEY_UP || key_letter(key) == 'k')
		move_in_list(view, 1, false);
	else if (key->code == KEY_PAGEDOWN || key->code == KEY_END)
		move_in_list(view, key->code == KEY_END ? view->list_count : page, true);
	else if (key->code == KEY_PAGEUP || key->code == KEY_HOME)
		move_in_list(view, key->code == KEY_HOME ? view->list_count : page, false);
	else
		return false;
	return true;
}
