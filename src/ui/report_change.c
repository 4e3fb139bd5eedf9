/* SPDX-License-Identifier: MIT */
/*
 * One paragraph that was touched: what has become of its sources since, beside what the
 * rapporteur made of it, and what a merge would give; then the edits of it that came back.
 * A key decides, by the row of the table that says so; not when the session has moved on,
 * as what is shown would no longer be what is decided on.
 */
#include <stdio.h>
#include <string.h>

#include "model/merge.h"
#include "app_inside.h"
#include "report.h"
#include "show.h"
#include "store/paragraph.h"

enum {
	BESIDE = 100, /* columns from which both stand side by side */
	HEAD = 2
};

struct change {
	struct arena arena;
	char paragraph[32]; /* for commands */
	const char *title, *made, *generated, *text;
	int64_t id, sequence;
	bool moved;        /* the session has: what was read is not what would be decided on */
	bool next, decide; /* in the next part; there is something to decide */
	bool written;      /* by hand, from nothing */
	size_t returned;   /* edits that came back */
	struct flow left, right; /* right: only where both stand side by side */
	size_t top;
	int rows;
};

static void change_init(void *data, struct app *app, const void *argument)
{
	struct change *change = data;
	const struct report_change *from = argument;
	const struct report_touch *touch = from->stop->touch;
	struct str words;

	str_init(&words);
	arena_init(&change->arena);
	flow_init(&change->left);
	flow_init(&change->right);
	report_say_mark(from->stop, true, &words);
	snprintf(change->paragraph, sizeof change->paragraph, "g%d", touch->number);
	change->title = arena_printf(&change->arena, "Paragraph %s  %s",
		from->stop->node->label ? from->stop->node->label : change->paragraph, words.text);
	change->made = arena_strdup(&change->arena, touch->made);
	change->generated = arena_strdup(&change->arena, touch->generated);
	change->text = arena_strdup(&change->arena, touch->text);
	change->id = touch->id;
	change->written = touch->written;
	change->next = from->next;
	change->decide = touch->changed && touch->text;
	change->sequence = store_sequence(app_store(app), app_session(app));
	str_clear(&words);
}

static void change_clear(void *data)
{
	struct change *change = data;

	flow_clear(&change->left);
	flow_clear(&change->right);
	arena_clear(&change->arena);
}

/* --- what it says --- */

static void put_text(struct flow *flow, int columns, const char *heading, const char *text)
{
	flow_add(flow, STYLE_STRONG, heading);
	flow_end(flow, &(struct shape){.columns = columns, .indent = 1});
	flow_add(flow, STYLE_TEXT, text);
	flow_end(flow, &(struct shape){.columns = columns, .indent = 3});
	flow_blank(flow, 0);
}

static void put_difference(
	struct flow *flow, int columns, const char *heading, const char *from, const char *to)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	flow_add(flow, STYLE_STRONG, heading);
	flow_end(flow, &(struct shape){.columns = columns, .indent = 1});
	const struct diff_piece *pieces = diff_words(&arena, from, to, &count);
	flow_add_diff(flow, pieces, count);
	flow_end(flow, &(struct shape){.columns = columns, .indent = 3});
	flow_blank(flow, 0);
	arena_clear(&arena);
}

static void put_sources(const struct change *change, struct flow *flow, int columns)
{
	if (!change->generated && !change->written)
		put_text(flow, columns, "Its sources", "Nothing stands behind it any more.");
	else if (!change->generated)
		return;
	else if (change->decide && change->made)
		put_difference(flow, columns, "What has changed in its sources", change->made,
			change->generated);
	else
		put_text(flow, columns, "What is generated", change->generated);
}

static void put_theirs(const struct change *change, struct flow *flow, int columns)
{
	const char *from = change->made ? change->made : change->generated;

	if (!change->text && change->written)
		return;
	if (!change->text)
		put_text(flow, columns, "Yours", "Nobody has edited it.");
	else if (from)
		put_difference(flow, columns, "Yours, and what you changed", from, change->text);
	else
		put_text(flow, columns, "Yours", change->text);
}

static void put_merged(const struct change *change, struct flow *flow, int columns)
{
	struct arena arena;
	size_t count, places;
	char heading[80] = "Merged";

	if (!change->decide || !change->made || !change->generated)
		return;
	arena_init(&arena);
	const struct merge_piece *pieces =
		merge_three(&arena, change->made, change->text, change->generated, &count);
	const char *text = merge_text(&arena, pieces, count, MERGE_TAKE_OURS, &places);
	if (places)
		snprintf(heading, sizeof heading,
			"Merged, with your words in %zu place%s that both changed", places,
			places == 1 ? "" : "s");
	put_text(flow, columns, heading, text);
	arena_clear(&arena);
}

/* What accepting it would make of the paragraph as it is now. */
static const char *accepted(struct arena *arena, const struct paragraph_proposal *row,
	const char *now, size_t *conflicts)
{
	size_t count;

	*conflicts = 0;
	if (!*row->text || !row->base || !now || strcmp(row->base, now) == 0)
		return row->text;
	const struct merge_piece *pieces = merge_three(arena, row->base, now, row->text, &count);
	return merge_text(arena, pieces, count, MERGE_TAKE_THEIRS, conflicts);
}

static const char *returned_heading(struct arena *arena, const struct paragraph_proposal *row,
	bool newest, bool printed, bool conflicts)
{
	if (!*row->text)
		return newest ? "Left out on the rapporteur's machine"
			      : "Before that, left out on the rapporteur's machine";
	return arena_printf(arena, "%s by %s came back%s",
		!newest   ? "Before that, an edit"
		: printed ? "An edit"
			  : "A new paragraph",
		row->person, conflicts ? ", and you changed the same words" : "");
}

/* The newest first, as that is the one which is decided on. */
static void put_returned(struct change *change, struct app *app, struct flow *flow, int columns)
{
	const char *now = change->text ? change->text : change->generated;
	struct arena arena;

	arena_init(&arena);
	const struct paragraph_proposal *rows = store_paragraph_proposals(
		app_store(app), app_session(app), change->id, &arena, &change->returned);
	for (size_t i = change->returned; i-- > 0;) {
		size_t conflicts;
		const char *text = accepted(&arena, &rows[i], now, &conflicts);
		const char *heading = returned_heading(
			&arena, &rows[i], i + 1 == change->returned, now != NULL, conflicts > 0);
		if (now)
			put_difference(flow, columns, heading, now, text);
		else
			put_text(flow, columns, heading, text);
	}
	arena_clear(&arena);
}

static void change_load(void *data, struct app *app, const struct frame *frame)
{
	struct change *change = data;
	bool beside = frame->columns >= BESIDE;
	int columns = beside ? frame->columns / 2 - 2 : frame->columns - 1;

	flow_reset(&change->left);
	flow_reset(&change->right);
	change->rows = frame->rows > HEAD ? frame->rows - HEAD : 1;
	change->moved = store_sequence(app_store(app), app_session(app)) != change->sequence;
	if (change->moved) {
		put_text(&change->left, columns, "The session has moved on meanwhile",
			"Esc goes back to the report; c shows what it is now.");
		return;
	}
	put_sources(change, &change->left, columns);
	put_theirs(change, beside ? &change->right : &change->left, columns);
	put_merged(change, &change->left, columns);
	put_returned(change, app, beside ? &change->right : &change->left, columns);
	flow_fit(change->right.count > change->left.count ? &change->right : &change->left,
		change->rows, &change->top);
}

static void change_draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct change *change = data;
	struct area left = area_part(area, HEAD, 0, change->rows, area->columns);

	(void)frame;
	area_text(area, 0, 1, STYLE_STRONG, change->title);
	area_cursor(area, 0, 0, false);
	if (app_hidden(app)) {
		area_text(&left, 0, 1, STYLE_FAINT, "covered; F9 shows it");
		return;
	}
	flow_draw(&change->left, &left, change->top);
	if (change->right.count == 0)
		return;
	struct area right = area_part(
		area, HEAD, area->columns / 2, change->rows, area->columns - area->columns / 2);
	area_bar(area, HEAD, area->columns / 2 - 1, change->rows);
	flow_draw(&change->right, &right, change->top);
}

/* --- keys --- */

static const char *row_of(const struct change *change, const struct key *key)
{
	static const char *const rows[] = {"paragraph revert", "paragraph keep", "paragraph merge"};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (show_key_runs(key, rows[i]))
			return rows[i];
	if (change->returned && show_key_runs(key, "amendment accept"))
		return "paragraph accept";
	if (change->returned && show_key_runs(key, "amendment reject"))
		return "paragraph reject";
	return NULL;
}

static bool change_key(void *data, struct app *app, const struct key *key)
{
	struct change *change = data;
	const char *row = change->moved ? NULL : row_of(change, key);
	const struct flow *longer =
		change->right.count > change->left.count ? &change->right : &change->left;
	bool returned = row && (strstr(row, "accept") || strstr(row, "reject"));
	bool next = change->next && !returned;
	char paragraph[sizeof change->paragraph];

	memcpy(paragraph, change->paragraph, sizeof paragraph);
	if (row || key->code == KEY_ESCAPE || key_letter(key) == 'c' || key_letter(key) == 'q')
		app_leave(app, data);
	else
		return flow_key(longer, key, change->rows, &change->top);
	if (row)
		app_run_with(app, row, "paragraph", paragraph, next ? "next" : NULL, "yes", NULL);
	return true;
}

static const char *change_hints(const void *data, const struct app *app)
{
	const struct change *change = data;

	(void)app;
	if (change->returned)
		return change->decide
			       ? "y accept the edit  x reject it  R generated  K yours  M merge  Esc back"
			       : "y accept the edit  x reject it  Esc back";
	if (change->decide)
		return "R take generated  K keep yours  M merge  Esc back";
	return change->generated && change->text ? "R give up yours  Esc back" : "Esc back";
}

void report_show_change(struct report_view *view, struct app *app)
{
	struct report_change change = {report_stop(view), view->mode == MODE_NEXT};

	if (change.stop && change.stop->touch)
		app_push(app, &view_change, &change);
	else
		app_say(app, TONE_PLAIN, "%s",
			view->mode == MODE_ISSUED
				? "A part is as it was issued"
				: "Nobody has touched it: it follows its sources by itself");
}

const struct view_ops view_change = {
	.name = "change",
	.title = "Change of a paragraph",
	.size = sizeof(struct change),
	.init = change_init,
	.clear = change_clear,
	.load = change_load,
	.draw = change_draw,
	.key = change_key,
	.hints = change_hints,
};
