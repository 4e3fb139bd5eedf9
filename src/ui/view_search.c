/* SPDX-License-Identifier: MIT */
/*
 * Search: a field at the foot of a panel, above it what was found, newest first,
 * a line for each with the words marked, and the whole of the selected one. Each
 * key asks the index once, for a bounded number of hits; only the lines in sight
 * are looked into. Enter goes to the place.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/search.h"
#include "ui/edit.h"
#include "documents.h"
#include "found.h"
#include "list.h"
#include "panel.h"
#include "show.h"
#include "views.h"

enum {
	HITS = 100,   /* read at most */
	UNFOLDED = 4, /* rows of the selected hit, where there is room */
	FIELD = 1,
	TALL = 12 /* rows of the panel from which there is */
};

struct search {
	struct edit *edit;
	struct arena arena;
	struct hit_row *hits;
	size_t count;
	bool stale; /* what is typed has changed since */
	int64_t sequence;
	struct found found;
	struct list list;
	struct flow lines; /* of the hits in sight; tags are their places */
	size_t lines_from; /* the hit of the first of them */
	struct flow text;  /* the whole of the selected one */
	int rows;          /* of the panel */
};

static void init(void *data, struct app *app, const void *argument)
{
	struct search *state = data;

	(void)app;
	state->edit = mem_alloc(sizeof *state->edit);
	edit_init(state->edit, true);
	edit_set(state->edit, argument ? argument : "");
	arena_init(&state->arena);
	flow_init(&state->lines);
	flow_init(&state->text);
	state->stale = true;
}

static void clear(void *data)
{
	struct search *state = data;

	edit_clear(state->edit);
	free(state->edit);
	found_clear(&state->found);
	flow_clear(&state->lines);
	flow_clear(&state->text);
	arena_clear(&state->arena);
}

/* --- loading --- */

static void search(struct search *state, struct app *app)
{
	arena_clear(&state->arena);
	found_clear(&state->found);
	found_init(&state->found, state->edit->text.text);
	state->hits = store_search(app_store(app), app_session(app), state->edit->text.text, HITS,
		&state->arena, &state->count);
	state->stale = false;
	list_select(&state->list, 0);
}

static void add_symbol(struct flow *flow, const char *symbol, int columns)
{
	struct str brief;

	str_init(&brief);
	document_symbol_brief(symbol, columns, &brief);
	flow_add(flow, STYLE_TEXT, brief.text);
	str_clear(&brief);
}

static void add_line(struct search *state, const struct app *app, size_t place, int columns)
{
	const struct hit_row *hit = &state->hits[place];
	struct shape shape = {.columns = columns,
		.indent = columns >= 70 ? 38 : 19,
		.label_column = 1,
		.tag = place,
		.one_line = true};
	struct flow head;
	struct str number;

	/* The facts are a text of their own, cut to their columns. */
	flow_init(&head);
	str_init(&number);
	hit_say_number(hit, &number);
	flow_addf(&head, STYLE_TEXT, "%-6s %-7s ", number.text,
		hit->item_printed ? hit->item_printed : "");
	if (columns >= 70 && hit->kind == HIT_DOCUMENT)
		add_symbol(&head, hit->name, shape.indent - 18);
	else if (columns >= 70)
		flow_add(&head, STYLE_TEXT, show_covered(app, hit->name));
	flow_end(&head, &(struct shape){.columns = shape.indent - 2, .one_line = true});
	char *label = mem_strndup(head.lines[0].text, head.lines[0].length);
	shape.label = label;
	if (app_hidden(app))
		flow_add(&state->lines, STYLE_TEXT, show_covered(app, hit->text));
	else
		found_add_line(&state->found, &state->lines, hit->text, columns - shape.indent);
	flow_end(&state->lines, &shape);
	free(label);
	str_clear(&number);
	flow_clear(&head);
}

static void fill_lines(struct search *state, const struct app *app, int columns)
{
	flow_reset(&state->lines);
	state->lines_from = state->list.top;
	for (int row = 0; row < state->list.rows; row++)
		if (state->list.top + (size_t)row < state->count)
			add_line(state, app, state->list.top + (size_t)row, columns);
}

static void fill_text(struct search *state, const struct app *app, int columns)
{
	flow_reset(&state->text);
	if (state->count == 0 || app_hidden(app))
		return;
	const struct hit_row *hit = &state->hits[state->list.selected];
	if (hit->name)
		flow_addf(&state->text, STYLE_STRONG, "%s  ", hit->name);
	found_add_text(&state->found, &state->text, hit->text);
	flow_end(&state->text, &(struct shape){.columns = columns - 1, .indent = 1});
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct search *state = data;
	int64_t sequence = store_sequence(app_store(app), app_session(app));

	if (state->stale || sequence != state->sequence)
		search(state, app);
	state->sequence = sequence;
	state->rows = frame->rows > TALL ? frame->rows - frame->rows / 4 : frame->rows - 1;
	int rows = state->rows - FIELD;
	if (state->rows >= TALL)
		rows -= UNFOLDED + 2;
	list_fit(&state->list, state->count, rows);
	fill_lines(state, app, frame->columns);
	fill_text(state, app, frame->columns);
}

/* --- drawing --- */

static void draw_found(const struct search *state, const struct area *area)
{
	if (state->count == 0 && state->edit->text.length > 0)
		area_text(area, 0, 1, STYLE_FAINT,
			"Nothing found: every word must begin a word of the text or the name");
	else if (state->count == 0)
		area_text(area, 0, 1, STYLE_FAINT,
			"Words, or their beginnings; case and accents do not matter");
	flow_draw(&state->lines, area, 0);
	list_mark(&state->list, area, true);
}

static void draw_field(const struct search *state, const struct area *area, int row)
{
	struct area field = area_part(area, row, 2, 1, area->columns - 20);

	area_text(area, row, 1, STYLE_KEY, "/");
	if (state->count == HITS)
		area_right(area, row, area->columns - 1, STYLE_FAINT, "the newest 100");
	else if (state->edit->text.length > 0) {
		char text[32];
		snprintf(text, sizeof text, "%zu found", state->count);
		area_right(area, row, area->columns - 1, STYLE_FAINT, text);
	}
	edit_draw(state->edit, &field, STYLE_TEXT, true);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct search *state = data;
	struct area panel = panel_draw(area, state->rows);
	struct area list = area_part(&panel, 0, 0, state->list.rows, panel.columns);

	(void)app;
	(void)frame;
	draw_found(state, &list);
	if (state->rows >= TALL) {
		int row = state->list.rows;
		struct area text = area_part(&panel, row + 1, 0, UNFOLDED, panel.columns);
		area_rule(&panel, row, 0, panel.columns);
		flow_draw(&state->text, &text, 0);
		area_rule(&panel, row + 1 + UNFOLDED, 0, panel.columns);
	}
	draw_field(state, &panel, panel.rows - 1);
}

/* --- keys --- */

static const struct view_ops *const places[HIT_KINDS] = {[HIT_STATEMENT] = &view_room,
	[HIT_RECOMMENDATION] = &view_recommendations,
	[HIT_DOCUMENT] = &view_documents,
	[HIT_CONTRIBUTION] = &view_contributions,
	[HIT_AMENDMENT] = &view_recommendations,
	[HIT_COMMENT] = &view_recommendations,
	[HIT_FOLLOW_UP] = &view_follow_up,
	[HIT_POSITION] = &view_recommendations};

static void go_to(struct search *state, struct app *app)
{
	struct desk *desk = app_desk(app);

	if (state->stale)
		search(state, app);
	if (state->count == 0)
		return;
	const struct hit_row *hit = &state->hits[state->list.selected];
	if (hit->recommendation) {
		desk->selected.recommendation = hit->recommendation;
		desk->selected.amendment = hit->kind == HIT_AMENDMENT ? hit->id : 0;
		desk->selected.comment = hit->kind == HIT_COMMENT ? hit->id : 0;
	} else if (hit->kind == HIT_RECOMMENDATION) {
		desk->selected.recommendation = hit->id;
	} else if (hit->kind == HIT_POSITION) {
		desk->selected.recommendation = 0;
	} else if (hit->kind == HIT_FOLLOW_UP) {
		desk->selected.follow_up = hit->id;
	} else if (hit->kind == HIT_DOCUMENT) {
		desk->selected.document = hit->id;
	} else if (hit->kind == HIT_CONTRIBUTION) {
		desk->selected.contribution = hit->id;
	} else {
		desk->selected.item = hit->item;
		desk->selected.statement = hit->id;
	}
	app_pop(app);
	app_show(app, places[hit->kind]);
	/* What is on a text is seen with it. */
	if (hit->recommendation)
		app_push(app, &view_text, &hit->recommendation);
}

/* Only what moves in the list and not in the field: letters are typed. */
static bool moves(const struct key *key)
{
	return key->code == KEY_UP || key->code == KEY_DOWN || key->code == KEY_PAGEUP ||
	       key->code == KEY_PAGEDOWN;
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct search *state = data;
	bool back = key->code == KEY_BACKSPACE && state->edit->text.length == 0;

	if (key_leaves(key) || back) {
		app_pop(app);
	} else if (key->code == KEY_ENTER) {
		go_to(state, app);
	} else if (moves(key)) {
		list_key(&state->list, key);
		app_reload(app);
	} else if (edit_key(state->edit, key, 1000)) {
		state->stale = state->stale || state->edit->changed;
		state->edit->changed = false;
		app_reload(app);
	}
	return key->code != KEY_F && key_ctrl(key) != 'q';
}

static void paste(void *data, struct app *app, const char *text)
{
	struct search *state = data;

	edit_insert(state->edit, text);
	state->stale = true;
	app_reload(app);
}

static const char *hints(const void *data, const struct app *app)
{
	(void)data;
	(void)app;
	return "Enter go there  ↑↓ choose  Esc back";
}

static bool typing(const void *data)
{
	(void)data;
	return true;
}

const struct view_ops view_search = {
	.name = "search",
	.title = "Search",
	.overlay = true,
	.searches = true,
	.size = sizeof(struct search),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.paste = paste,
	.hints = hints,
	.typing = typing,
};
