/* SPDX-License-Identifier: MIT */
/*
 * The list beside the report, or over it where there is no room: its headings, what is
 * missing for a complete one, or what stands behind it. It goes by what is laid out and
 * knows nothing of building.
 */
#include <stdint.h>
#include <stdio.h>
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
	if (first < view->list_top || view->selected == 0)
		view->list_top = view->selected == 0 ? 0 : first;
	flow_fit(&view->list, view->rows, &view->list_top);
}

void report_side_init(struct report_view *view)
{
	flow_init(&view->list);
	arena_init(&view->side_arena);
}

void report_side_clear(struct report_view *view)
{
	flow_clear(&view->list);
	arena_clear(&view->side_arena);
}

struct side_entry *report_side_add(struct report_view *view)
{
	view->entries = arena_grow(
		&view->side_arena, view->entries, view->list_count, sizeof *view->entries);
	view->entries[view->list_count] = (struct side_entry){.label = "", .text = "", .level = 1};
	return &view->entries[view->list_count++];
}

/* --- its rows --- */

static void read_headings(struct report_view *view)
{
	for (size_t i = 0; i < view->shown->heading_count; i++) {
		const struct layout_heading *heading = &view->shown->headings[i];
		struct side_entry *entry = report_side_add(view);
		entry->label = heading->label;
		entry->text = heading->text;
		entry->level = heading->level > 1 ? heading->level : 1;
		entry->line = heading->line;
	}
}

static void read_gaps(struct report_view *view)
{
	for (size_t i = 0; i < view->shown->gap_count; i++) {
		struct side_entry *entry = report_side_add(view);
		entry->label = "!";
		entry->text = view->shown->gaps[i].text;
		entry->line = layout_gap_line(view->shown, i);
	}
}

static void read_entries(struct report_view *view, struct app *app)
{
	arena_clear(&view->side_arena);
	arena_init(&view->side_arena);
	view->entries = NULL;
	view->list_count = 0;
	view->side_title = NULL;
	if (!view->shown)
		return;
	if (view->side == SIDE_HEADINGS)
		read_headings(view);
	else if (view->side == SIDE_GAPS)
		read_gaps(view);
	else
		report_behind_fill(view, app);
}

/* --- its lines --- */

static void put_title(struct report_view *view, int columns)
{
	if (!view->side_title)
		return;
	flow_add(&view->list, STYLE_STRONG, view->side_title);
	flow_end(&view->list, &(struct shape){.columns = columns, .indent = 1, .tag = SIZE_MAX});
	flow_blank(&view->list, SIZE_MAX);
}

static void put_entry(struct report_view *view, size_t i, int columns)
{
	const struct side_entry *entry = &view->entries[i];
	struct shape shape = {.columns = columns,
		.label = entry->label,
		.label_column = 1 + 2 * (entry->level - 1),
		.tag = i};

	shape.indent = shape.label_column + (int)strlen(shape.label) + (shape.label[0] != '\0');
	if (entry->name)
		flow_addf(&view->list, STYLE_STRONG, "%s%s", entry->name,
			entry->detail    ? " · "
			: entry->text[0] ? ": "
					 : "");
	if (entry->detail)
		flow_addf(
			&view->list, STYLE_FAINT, "%s%s", entry->detail, *entry->text ? ": " : "");
	flow_add(&view->list, STYLE_TEXT, entry->text);
	flow_end(&view->list, &shape);
}

static void put_nothing(struct report_view *view, int columns)
{
	static const char *const words[SIDES] = {"No headings", "Nothing is missing",
		"Nothing that is recorded", "No paragraph has it",
		"Every statement and point is in the report"};
	const struct layout_stop *stop = report_stop(view);
	bool written = stop && stop->touch && stop->touch->written;

	if (view->list_count || !view->shown)
		return;
	flow_add(&view->list, STYLE_FAINT,
		view->side == SIDE_BEHIND && written
			? "Nothing that is recorded; :paragraph cite says what stands behind it"
			: words[view->side]);
	flow_end(&view->list, &(struct shape){.columns = columns, .indent = 1, .tag = SIZE_MAX});
}

void report_side_fill(struct report_view *view, struct app *app, int columns)
{
	const struct layout_stop *stop = report_stop(view);
	char of[sizeof view->side_of];

	snprintf(of, sizeof of, "%d %d %d %u %zu", (int)view->side, app_hidden(app), view->about,
		view->times_shown, stop && view->side == SIDE_BEHIND ? view->stop : 0);
	if (strcmp(of, view->side_of) != 0)
		read_entries(view, app);
	snprintf(view->side_of, sizeof view->side_of, "%s", view->shown ? of : "");
	flow_reset(&view->list);
	put_title(view, report_side_width(view, columns) - 1);
	for (size_t i = 0; i < view->list_count; i++)
		put_entry(view, i, report_side_width(view, columns) - 1);
	put_nothing(view, report_side_width(view, columns) - 1);
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

void report_side_draw(const struct report_view *view, const struct area *area)
{
	flow_draw(&view->list, area, view->list_top);
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

static void leave_side(struct report_view *view, struct app *app, bool jump)
{
	const struct side_entry *entry = view->list_count ? &view->entries[view->selected] : NULL;

	view->in_side = false;
	if (jump && entry && view->side == SIDE_GAPS && entry->line == 0)
		app_say(app, TONE_PLAIN, "%s", entry->text);
	else if (jump && entry && view->side != SIDE_BEHIND && view->side != SIDE_NOWHERE)
		report_show_line(view, entry->line);
	view->side = SIDE_HEADINGS;
	app_reload(app);
}

/* A gap that is about a paragraph somebody touched: what has changed behind it. */
static bool show_change(struct report_view *view, struct app *app)
{
	size_t stop = layout_gap_stop(view->shown, view->selected);

	if (stop == view->shown->stop_count)
		return false;
	report_select(view, stop);
	report_show_change(view, app);
	return true;
}

/* Words that are wanting are written where they stand. */
static bool write_words(struct report_view *view, struct app *app)
{
	size_t line = layout_gap_line(view->shown, view->selected);

	if (!view->shown->gaps[view->selected].words || line == 0)
		return false;
	leave_side(view, app, true);
	report_write(view, app, REPORT_EDIT);
	return true;
}

/* Does what Enter does on the selected row, where that leads elsewhere. */
static bool open_selected(struct report_view *view, struct app *app)
{
	if (view->list_count == 0)
		return false;
	if (view->side == SIDE_GAPS && (show_change(view, app) || write_words(view, app)))
		return true;
	if (view->side == SIDE_GAPS)
		return supply(app, &view->shown->gaps[view->selected]);
	return report_behind_show(app, &view->entries[view->selected]);
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

	if (key->code == KEY_ENTER && open_selected(view, app))
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
