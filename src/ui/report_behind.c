/* SPDX-License-Identifier: MIT */
/*
 * Who said that? From a paragraph to the points, statements, texts and documents that it
 * was made from; from a statement to the paragraphs that have it; and what no paragraph
 * has. A paragraph may stand on a hundred thousand statements: the first are listed.
 *
 * The names of who proposes and supports are here and on no paper.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "cited.h"
#include "report.h"
#include "report/reflected.h"
#include "show.h"
#include "store/behind.h"
#include "store/floor.h"
#include "store/paragraph.h"
#include "views.h"

enum {
	MOST = 300,     /* rows of a list */
	TEXT_MOST = 240 /* columns of a text in it */
};

/* --- a row --- */

static const char *cut(struct arena *arena, const char *text)
{
	size_t length = strlen(text), fitting = utf8_fit(text, length, TEXT_MOST);

	return fitting == length ? arena_strdup(arena, text)
				 : arena_printf(arena, "%.*s…", (int)fitting, text);
}

/* What kind of speech it was, where that is not the usual one. */
static const char *kind_words(const char *kind)
{
	static const struct {
		const char *kind, *words;
	} kinds[] = {{"point_of_order", "point of order"}, {"reply", "right of reply"},
		{"explanation_before", "explanation before"},
		{"explanation_after", "explanation after"}, {"presentation", "presentation"},
		{"panellist", "panellist"}, {"chair", "as Chair"}};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return kinds[i].words;
	return NULL;
}

static void add_detail(struct str *out, const char *before, const char *text)
{
	if (text && *text)
		str_addf(out, "%s%s%s", out->length ? " · " : "", before, text);
}

static void say_detail(
	struct app *app, const struct behind_row *row, const char *more, struct str *out)
{
	struct str at;

	str_init(&at);
	show_time(&at, row->at, clock_now(&app_desk(app)->clock));
	add_detail(out, "for ", row->on_behalf);
	if (row->statement_number)
		str_addf(
			out, "%ss%lld", out->length ? " · " : "", (long long)row->statement_number);
	add_detail(out, "item ", row->item_printed);
	add_detail(out, "", at.text);
	if (more)
		add_detail(out, "", more);
	else if (row->kind == 's')
		add_detail(out, "", kind_words(row->state));
	else
		add_detail(out, row->kind == 'p' ? "supported by " : "", row->state);
	str_clear(&at);
}

static struct side_entry *add_row(
	struct report_view *view, struct app *app, const struct behind_row *row, const char *more)
{
	struct arena *arena = &view->side_arena;
	struct side_entry *entry = report_side_add(view);
	struct str detail;

	str_init(&detail);
	say_detail(app, row, more, &detail);
	entry->label = arena_printf(arena, "%c%lld", row->kind, (long long)row->number);
	entry->name = row->name ? arena_strdup(arena, show_covered(app, row->name)) : NULL;
	entry->detail = app_hidden(app) ? NULL : arena_strdup(arena, detail.text);
	entry->text = row->text ? cut(arena, show_covered(app, row->text)) : "";
	entry->item = row->item;
	entry->statement = row->statement;
	entry->recommendation = row->recommendation;
	entry->amendment = row->amendment;
	entry->document = row->document;
	str_clear(&detail);
	return entry;
}

/* --- what stands behind a paragraph --- */

static void add_amendments(struct report_view *view, struct app *app, int64_t recommendation)
{
	size_t count;
	const struct behind_row *rows =
		store_behind_text(app_store(app), recommendation, &view->side_arena, &count);

	for (size_t i = 0; i < count; i++)
		add_row(view, app, &rows[i], NULL)->level = 2;
}

/* Has a point of the statement been listed? */
static bool is_told(const struct report_view *view, int64_t statement)
{
	for (size_t i = 0; i < view->list_count; i++)
		if (view->entries[i].statement == statement)
			return true;
	return false;
}

static void add_range(struct report_view *view, struct app *app, const struct source_range *range)
{
	size_t count;
	const struct behind_row *rows = store_behind(app_store(app), app_session(app), range->kind,
		range->from, range->to, MOST, &view->side_arena, &count);

	for (size_t i = 0; i < count && view->list_count < MOST; i++) {
		if (rows[i].kind == 's' && is_told(view, rows[i].statement))
			continue;
		add_row(view, app, &rows[i], NULL);
		if (rows[i].kind == 'r')
			add_amendments(view, app, rows[i].recommendation);
	}
}

static void add_sources(struct report_view *view, struct app *app, const struct sources *sources)
{
	/* What was said first, then where, then what was decided. */
	for (const char *kind = "npsradm"; *kind; kind++)
		for (size_t i = 0; i < sources->count; i++)
			if (sources->ranges[i].kind == *kind)
				add_range(view, app, &sources->ranges[i]);
}

/* Who amended it from the floor; recorded, and never printed. */
static void add_proposers(
	struct report_view *view, struct app *app, const struct report_touch *touch)
{
	struct arena *arena = &view->side_arena;
	size_t count;
	const struct paragraph_version *versions =
		store_paragraph_versions(app_store(app), touch->id, arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (!versions[i].proposer)
			continue;
		struct side_entry *entry = report_side_add(view);
		entry->label = arena_printf(arena, "v%d", versions[i].version);
		entry->name = arena_strdup(arena, show_covered(app, versions[i].proposer));
		entry->detail = "proposed from the floor";
		entry->text = cut(
			arena, show_covered(app, versions[i].text ? versions[i].text : "left out"));
	}
}

static void fill_behind(struct report_view *view, struct app *app)
{
	const struct layout_stop *stop = report_stop(view);
	struct arena *arena = &view->side_arena;
	struct sources sources;
	struct str label;

	if (!stop)
		return;
	sources_init(&sources);
	sources_parse(&sources, stop->node->sources);
	add_sources(view, app, &sources);
	if (stop->touch)
		add_proposers(view, app, stop->touch);
	size_t all = sources_count(&sources, 's') + sources_count(&sources, 'p');
	str_init(&label);
	document_label(stop->node, &label);
	if (label.length && label.text[label.length - 1] == '.')
		str_cut(&label, label.length - 1);
	view->side_title = arena_printf(arena, "Behind %s%s%s", stop->paragraph ? "paragraph " : "",
		label.length      ? label.text
		: stop->paragraph ? stop->paragraph
				  : "this entry",
		view->list_count == MOST && all > MOST ? ", the first of them" : "");
	str_clear(&label);
	sources_clear(&sources);
}

/* --- where a statement is --- */

static void fill_where(struct report_view *view, struct app *app)
{
	struct arena *arena = &view->side_arena;
	struct sources sources;

	(void)app;
	view->side_title = arena_printf(arena, "Where the report has s%d", view->about);
	for (size_t i = 0; i < view->shown->stop_count && view->list_count < MOST; i++) {
		const struct layout_stop *stop = &view->shown->stops[i];
		sources_init(&sources);
		sources_parse(&sources, stop->node->sources);
		if (sources_has(&sources, 's', view->about)) {
			struct side_entry *entry = report_side_add(view);
			struct str label;
			str_init(&label);
			document_label(stop->node, &label);
			entry->label = arena_strdup(arena, label.text);
			entry->text = cut(arena, stop->node->text);
			entry->line = stop->line;
			str_clear(&label);
		}
		sources_clear(&sources);
	}
}

/* --- what is nowhere --- */

static void fill_nowhere(struct report_view *view, struct app *app)
{
	struct arena *arena = &view->side_arena;
	struct sources sources;
	size_t count, wanting = 0;
	int64_t from = 0;

	sources_init(&sources);
	report_sources(view->report, &sources);
	const struct unreflected *rows = report_unreflected(
		app_store(app), app_session(app), &sources, &from, MOST, arena, &count);
	for (size_t i = 0; i < count; i++)
		wanting += !rows[i].why;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < count; i++)
			if ((rows[i].why != NULL) == pass)
				add_row(view, app, &rows[i].row, rows[i].why);
	view->side_title = arena_printf(arena, "Reflected nowhere: %zu%s; by convention %zu more",
		wanting, from >= 0 ? " or more" : "", count - wanting);
	sources_clear(&sources);
}

void report_behind_fill(struct report_view *view, struct app *app)
{
	if (view->side == SIDE_BEHIND)
		fill_behind(view, app);
	else if (view->side == SIDE_WHERE)
		fill_where(view, app);
	else if (view->report)
		fill_nowhere(view, app);
}

/* --- going there --- */

bool report_behind_show(struct app *app, const struct side_entry *entry)
{
	struct desk *desk = app_desk(app);

	if (entry->recommendation) {
		desk->selected.recommendation = entry->recommendation;
		desk->selected.amendment = entry->amendment;
		app_push(app, &view_text, &entry->recommendation);
	} else if (entry->document) {
		cited_show(app, entry->document);
	} else if (entry->item) {
		desk->selected.item = entry->item;
		desk->selected.statement = entry->statement;
		app_show(app, &view_room);
	} else {
		return false;
	}
	return true;
}

void view_report_where(void *data, struct app *app, int64_t statement)
{
	struct report_view *view = data;
	struct statement_row row;
	struct arena arena;

	arena_init(&arena);
	if (store_statement(app_store(app), statement, &arena, &row))
		view->about = row.number;
	arena_clear(&arena);
	view->in_side = false;
	report_side_enter(view, app, SIDE_WHERE);
}
