/* SPDX-License-Identifier: MIT */
/*
 * The journal: who did what when, newest first, to look things up and to undo
 * any of them; all of it, or only what is of an item or of a kind of command.
 * However long it is, only a window of rows around the cursor is read, by their
 * numbers; the invariant is that from the cursor a whole page lies inside it in
 * both directions, unless the journal ends there (refill).
 */
#include <stdio.h>
#include <string.h>

#include "base/civil.h"
#include "model/phrase.h"
#include "store/agenda.h"
#include "store/journal.h"
#include "reader.h"
#include "show.h"
#include "views.h"

enum {
	HEAD = 1,         /* rows of the view's own on top */
	LEAST_WINDOW = 60 /* rows read on each side of the cursor, at least */
};

struct journal {
	struct reader r;
	struct journal_row *rows;  /* the window, newest first */
	bool to_newest, to_oldest; /* the journal ends with it on that side */
	struct journal_filter only;
	char kind[64];     /* of only, or "" */
	const char *shown; /* what is shown only: "item 2, floor"; in words, or "" */
	struct arena words;
};

static void init(void *data, struct app *app, const void *argument)
{
	struct journal *state = data;

	reader_init(&state->r, app, argument);
	arena_init(&state->words);
	state->shown = "";
}

static void clear(void *data)
{
	struct journal *state = data;

	reader_clear(&state->r);
	arena_clear(&state->words);
}

/* --- the window --- */

static const struct journal_row *selected(const struct journal *state)
{
	return state->r.list.count > 0 ? &state->rows[state->r.list.selected] : NULL;
}

/* Reads the rows around the one with this number (0: the newest), which stays
 * where it is on the screen. */
static void read_around(struct journal *state, struct app *app, int64_t sequence)
{
	struct store *store = app_store(app);
	int64_t session = app_session(app);
	size_t side = (size_t)state->r.list.rows * 3, newer = 0, older;

	if (side < LEAST_WINDOW)
		side = LEAST_WINDOW;
	arena_clear(&state->r.arena);
	struct journal_row *after = NULL;
	if (sequence)
		after = store_journal_find_after(
			store, session, &state->only, sequence, side, &state->r.arena, &newer);
	struct journal_row *before = store_journal_find(store, session, &state->only,
		sequence ? sequence + 1 : 0, side + 1, &state->r.arena, &older);
	state->rows = arena_alloc(&state->r.arena, (newer + older + 1) * sizeof *state->rows);
	for (size_t i = 0; i < newer; i++)
		state->rows[i] = after[i];
	for (size_t i = 0; i < older; i++)
		state->rows[newer + i] = before[i];
	state->to_newest = newer < side;
	state->to_oldest = older < side + 1;
	list_carry(&state->r.list, newer + older, newer);
}

/* After the cursor has moved. */
static void refill(struct journal *state, struct app *app)
{
	const struct list *list = &state->r.list;
	size_t rows = (size_t)list->rows;
	bool near_newest = list->selected < rows && !state->to_newest;
	bool near_oldest = list->selected + rows >= list->count && !state->to_oldest;

	if ((near_newest || near_oldest) && list->count > 0)
		read_around(state, app, state->rows[list->selected].sequence);
}

static void go_to_newest(struct journal *state, struct app *app)
{
	list_select(&state->r.list, 0);
	read_around(state, app, 0);
}

static void go_to_oldest(struct journal *state, struct app *app)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct journal_row *oldest = store_journal_find_after(
		app_store(app), app_session(app), &state->only, 0, 1, &arena, &count);
	if (count > 0)
		read_around(state, app, oldest[0].sequence);
	list_select(&state->r.list, state->r.list.count);
	arena_clear(&arena);
}

/* --- what is shown only --- */

static const char *item_words(const struct app *app, int64_t id, struct arena *arena)
{
	struct item_row item;

	return id && store_item(app_store(app), id, arena, &item)
		       ? arena_printf(arena, "item %s", item.printed)
		       : "";
}

/* The row under the cursor is where one comes back to. */
static void show_only(struct journal *state, struct app *app, int64_t item, const char *kind)
{
	bool all = !item && (!kind || !*kind);
	int64_t here =
		all && state->r.list.count > 0 ? state->rows[state->r.list.selected].sequence : 0;

	snprintf(state->kind, sizeof state->kind, "%s", kind ? kind : "");
	state->only = (struct journal_filter){item, *state->kind ? state->kind : NULL};
	arena_clear(&state->words);
	const char *of = item_words(app, item, &state->words);
	state->shown = arena_printf(
		&state->words, "%s%s%s", of, *of && *state->kind ? ", " : "", state->kind);
	state->r.top = 0;
	if (here)
		read_around(state, app, here);
	else
		go_to_newest(state, app);
	app_reload(app);
}

void view_journal_only(void *state, struct app *app, int64_t item, const char *kind)
{
	show_only(state, app, item, kind);
}

static void show_alike(struct journal *state, struct app *app)
{
	const struct journal_row *row = selected(state);

	if (row)
		show_only(state, app, state->only.item, row->command);
}

/* --- loading --- */

static void read_again(struct journal *state, struct app *app)
{
	const struct journal_row *row = selected(state);
	bool follows = state->to_newest && state->r.list.selected == 0;

	if (!row || follows)
		go_to_newest(state, app);
	else
		read_around(state, app, row->sequence);
}

static void add_head(struct flow *flow, const struct journal_row *row)
{
	struct civil at = civil_at(row->at);

	flow_addf(flow, STYLE_STRONG, "%lld  ", (long long)row->sequence);
	if (row->target)
		flow_addf(flow, STYLE_STRONG, "%s of %lld, ", row->kind, (long long)row->target);
	flow_add(flow, STYLE_STRONG, row->command);
	flow_addf(flow, STYLE_TEXT, " · %04d-%02d-%02d %02d:%02d:%02d · %s", at.year, at.month,
		at.day, at.hour, at.minute, at.second, row->person);
	if (row->undone)
		flow_add(flow, STYLE_WARN, " · undone");
}

static void load_text(struct journal *state, const struct app *app)
{
	const struct journal_row *row = selected(state);

	flow_begin(&state->r.text, state->r.panes.text_columns - 1);
	if (!row)
		return;
	add_head(&state->r.text, row);
	flow_end_line(&state->r.text, 1);
	flow_fact(&state->r.text, 1, "from", row->origin);
	flow_blank(&state->r.text, 0);
	flow_add(&state->r.text, STYLE_TEXT, show_covered(app, row->summary));
	flow_end_line(&state->r.text, 1);
	if (row->arguments && row->arguments[0]) {
		flow_blank(&state->r.text, 0);
		flow_fact(&state->r.text, 1, "arguments", show_covered(app, row->arguments));
	}
	flow_fit(&state->r.text, state->r.panes.text_rows, &state->r.top);
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct journal *state = data;
	bool again = reader_begin(&state->r, app, frame, HEAD);

	list_fit(&state->r.list, state->r.list.count, state->r.panes.rows);
	if (again)
		read_again(state, app);
	state->r.loaded = true;
	refill(state, app);
	const struct journal_row *row = selected(state);
	app_desk(app)->selected.journal = row ? row->sequence : 0;
	load_text(state, app);
}

/* --- drawing --- */

/* "15:42" of today, else "17 Oct": the whole of it is in the text. */
static void short_time(struct str *out, int64_t at, int64_t now)
{
	struct civil then = civil_at(at), today = civil_at(now);
	char date[11];

	if (civil_days(&then) == civil_days(&today)) {
		show_clock(out, &then);
		return;
	}
	civil_format_date(&then, date);
	phrase_short_day(date, out);
	const char *day = strchr(out->text, ' ');
	if (day)
		str_remove(out, 0, (size_t)(day - out->text) + 1);
}

static int draw_what(const struct area *area, int row, int column, const struct journal_row *entry,
	enum style style)
{
	int width = area->columns >= 70 ? 24 : 16;

	if (area->columns < 50)
		return column;
	area_cut(area, row, column, width, style, entry->target ? entry->kind : entry->command);
	return column + width + 1;
}

static void draw_row(const struct area *area, int row, const struct app *app,
	const struct journal_row *entry, int64_t now)
{
	enum style style = entry->undone ? STYLE_FAINT : STYLE_TEXT;
	struct str at;
	int column = 1;

	if (area->columns >= 50) {
		area_textf(area, row, column, STYLE_FAINT, "%lld", (long long)entry->sequence);
		column += 7;
	}
	str_init(&at);
	short_time(&at, entry->at, now);
	area_cut(area, row, column, 6, STYLE_TEXT, at.text);
	str_clear(&at);
	column += 7;
	if (area->columns >= 70) {
		area_cut(area, row, column, 10, style, entry->person);
		column += 11;
	}
	column = draw_what(area, row, column, entry, style);
	if (entry->undone)
		column = area_text(area, row, column, STYLE_WARN, "undone: ");
	if (entry->target)
		column = area_textf(area, row, column, style, "%lld, ", (long long)entry->target);
	area_cut(area, row, column, area->columns - column, style,
		show_covered(app, entry->summary));
}

static void draw_list(
	const struct journal *state, const struct app *app, const struct area *area, int64_t now)
{
	if (state->r.list.count == 0) {
		area_text(area, 0, 1, STYLE_FAINT,
			*state->shown ? "Nothing of this has been done"
				      : "Nothing has been done yet");
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->r.list.top + (size_t)row;
		if (i < state->r.list.count)
			draw_row(area, row, app, &state->rows[i], now);
	}
	list_mark(&state->r.list, area, !state->r.in_text);
}

static void draw_only(const struct journal *state, const struct area *area)
{
	int column = area_text(area, 0, 8, STYLE_TEXT, "  only ");

	column = area_text(area, 0, column, STYLE_STRONG, state->shown);
	area_text(area, 0, column, STYLE_FAINT, "  Esc shows all");
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct journal *state = data;
	struct area list = panes_list(&state->r.panes, area);

	area_text(area, 0, 1, STYLE_STRONG, "JOURNAL");
	if (*state->shown)
		draw_only(state, area);
	else if (state->r.list.count > 0 && state->to_newest && state->r.list.top == 0)
		area_text(area, 0, 8, STYLE_TEXT, "  newest first");
	draw_list(state, app, &list, frame->now);
	reader_draw(&state->r, area);
}

/* --- keys --- */

static bool key_list(struct journal *state, struct app *app, const struct key *key)
{
	if (key->code == KEY_HOME && !key->ctrl && !key->alt)
		go_to_newest(state, app);
	else if (key->code == KEY_END && !key->ctrl && !key->alt)
		go_to_oldest(state, app);
	else if (list_key(&state->r.list, key))
		refill(state, app);
	else
		return false;
	const struct journal_row *row = selected(state);
	app_desk(app)->selected.journal = row ? row->sequence : 0;
	state->r.top = 0;
	app_reload(app);
	return true;
}

static void undo_selected(const struct journal *state, struct app *app)
{
	const struct journal_row *row = selected(state);
	char line[40];

	if (!row)
		return;
	if (row->undone) {
		app_say(app, TONE_PLAIN, "%lld is undone already", (long long)row->sequence);
		return;
	}
	snprintf(line, sizeof line, "undo %lld", (long long)row->sequence);
	app_run_line(app, line);
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct journal *state = data;

	if (reader_swap(&state->r, app, key))
		return true;
	if (key->code == KEY_ESCAPE && *state->shown) {
		show_only(state, app, 0, NULL);
	} else if (key_letter(key) == '=') {
		show_alike(state, app);
	} else if (key_letter(key) == 'x') {
		undo_selected(state, app);
	} else if (state->r.in_text || key_letter(key) == ' ') {
		return reader_scroll(&state->r, key);
	} else {
		return key_list(state, app, key);
	}
	return true;
}

static void cites(const void *data, struct app *app, struct str *text)
{
	const struct journal_row *row = selected(data);

	(void)app;
	if (row)
		str_addf(text, "%s\n%s", row->summary ? row->summary : "",
			row->arguments ? row->arguments : "");
}

static const char *hints(const void *data, const struct app *app)
{
	const struct journal *state = data;

	(void)app;
	if (state->r.in_text)
		return "Tab list  x undo it";
	return *state->shown ? "Enter read  x undo it  f only  Esc all"
			     : "Enter read  x undo it  f only";
}

const struct view_ops view_journal = {
	.name = "journal",
	.title = "Journal",
	.bit = IN_JOURNAL,
	.size = sizeof(struct journal),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.cites = cites,
	.hints = hints,
	.keys = "x\tUndo what the selected row did\n"
		"Enter\tGo to the whole of it and back\n"
		"=\tShow only commands like the selected one\n"
		"Esc\tShow all of it again\n"
		"Home\tGo to the newest\n"
		"End\tGo to the oldest\n",
};
