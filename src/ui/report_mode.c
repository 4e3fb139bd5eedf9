/* SPDX-License-Identifier: MIT */
/*
 * Which report is shown: the whole one, the next part as it would be issued, or a part as
 * it was printed. The first two are built from what is known now; a part that was issued is
 * read and can only be looked at.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "command/part.h"
#include "report.h"
#include "store/part.h"

void report_stop_building(struct report_view *view)
{
	layout_free(view->next);
	report_free(view->building);
	view->next = NULL;
	view->building = NULL;
}

/* What is shown is of another report. */
static void forget(struct report_view *view)
{
	report_stop_building(view);
	layout_free(view->shown);
	report_free(view->report);
	document_clear(&view->issued);
	document_init(&view->issued);
	view->shown = NULL;
	view->report = NULL;
	view->desk->report = NULL;
	view->placed = false;
	view->side_of[0] = '\0';
	view->desk->selected.report = view->desk->selected.report_stop = 0;
	view->top = view->stop = 0;
	report_tell(view);
}

void report_clear(struct report_view *view)
{
	forget(view);
	document_clear(&view->issued);
	view->desk->selected.next_part = false;
	view->desk->selected.part = 0;
}

struct layout *report_layout(const struct report_view *view)
{
	const struct report *report = view->building ? view->building : view->report;

	return layout_new(view->mode == MODE_ISSUED ? &view->issued : report_document(report),
		view->mode == MODE_ISSUED ? NULL : report, view->columns);
}

static bool read_issued(struct report_view *view, struct app *app)
{
	char number[16];
	struct err err = {0};

	snprintf(number, sizeof number, "%zu", view->part);
	if (part_read(app_desk(app), number, &view->issued, &err))
		return true;
	app_say(app, TONE_BAD, "%s", err.text);
	return false;
}

/* The part with the number, by its place; false if there is none (any more). */
static bool name_part(struct report_view *view, struct app *app, size_t part)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct part_row *parts =
		store_parts(app_store(app), app_session(app), &arena, &count);
	bool there = part > 0 && part <= count;
	if (there)
		snprintf(view->mode_name, sizeof view->mode_name, "%s%s", parts[part - 1].symbol,
			parts[part - 1].adopted ? ", adopted" : "");
	view->part = there ? (size_t)parts[part - 1].number : 0;
	view->place = there ? part : 0;
	arena_clear(&arena);
	return there;
}

static void build_next(struct report_view *view, struct app *app)
{
	struct arena arena;

	arena_init(&arena);
	const char *symbol = part_next_symbol(app_desk(app), &arena);
	snprintf(view->mode_name, sizeof view->mode_name, "%s", symbol);
	report_want_next_part(view->building, symbol);
	report_want_date(view->building, part_next_date(app_desk(app), symbol, &arena));
	arena_clear(&arena);
}

/* A part with nothing in it would show its masthead alone, and not say why. */
void report_say_nothing_new(const struct report_view *view, struct app *app, struct layout *layout)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct part_row *parts =
		store_parts(app_store(app), app_session(app), &arena, &count);
	if (view->mode == MODE_NEXT && !layout->paragraph_count && layout->node_count && count) {
		flow_blank(&layout->flow, layout->node_count - 1);
		flow_add(&layout->flow, STYLE_WARN, "Nothing is new since ");
		flow_add(&layout->flow, STYLE_WARN, parts[count - 1].symbol);
		flow_end(&layout->flow,
			&(struct shape){.columns = layout->columns, .tag = layout->node_count - 1});
	}
	arena_clear(&arena);
}

void report_begin(struct report_view *view, struct app *app)
{
	report_stop_building(view);
	if (view->mode == MODE_ISSUED && !name_part(view, app, view->place))
		report_show_mode(view, app, MODE_WHOLE);
	else if (view->mode == MODE_ISSUED && view->shown)
		return; /* it is as it was printed, whatever has happened since */
	if (view->mode == MODE_ISSUED) {
		if (read_issued(view, app))
			view->next = report_layout(view);
		return;
	}
	view->building = report_new(app_store(app), app_session(app), desk_template(app_desk(app)));
	if (view->mode == MODE_NEXT)
		build_next(view, app);
}

void report_show_mode(struct report_view *view, struct app *app, enum report_mode mode)
{
	const struct layout_stop *stop = report_stop(view);

	if (stop && stop->node->key)
		report_go(view, stop->node->key);
	forget(view);
	view->mode = mode;
	view->loaded = false;
	report_tell(view);
	app_reload(app);
}

void report_turn(struct report_view *view, struct app *app)
{
	size_t next = view->mode == MODE_ISSUED ? view->place + 1 : 1;

	if (view->mode == MODE_WHOLE)
		report_show_mode(view, app, MODE_NEXT);
	else if (name_part(view, app, next))
		report_show_mode(view, app, MODE_ISSUED);
	else
		report_show_mode(view, app, MODE_WHOLE);
}

int report_mode_draw(const struct report_view *view, const struct area *area, int column)
{
	static const char *const names[] = {"REPORT", "NEXT PART", "ISSUED"};

	column = area_text(area, 0, column, STYLE_STRONG, names[view->mode]);
	if (view->mode == MODE_WHOLE)
		return column;
	int room = area->columns - column - 3, columns = utf8_columns(view->mode_name);
	area_cut(area, 0, column + 2, room, STYLE_TEXT, view->mode_name);
	return column + 2 + (columns < room ? columns : room);
}
