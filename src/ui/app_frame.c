/* SPDX-License-Identifier: MIT */
/*
 * The lines around the views: session, meeting and clock on top, the time in
 * the slot below it (app_slot.c), the hint bar and the message at the bottom. Everything
 * that is shown was read by top_load; drawing only arranges it. A message is
 * put at the end of the hint bar, or above it on rows of its own when it is
 * long, so that it is never cut.
 */
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "model/number.h"
#include "model/phrase.h"
#include "store/recommendation.h"
#include "app_inside.h"
#include "show.h"

enum {
	TALL = 16,       /* rows from which on there are rules */
	MESSAGE_ROWS = 4 /* of a long message at most */
};

int64_t app_now(const struct app *app)
{
	return desk_now(app->desk);
}

/* --- reading --- */

void top_clear(struct top *top)
{
	arena_clear(&top->arena);
	*top = (struct top){0};
}

void top_select(struct app *app)
{
	struct top *top = &app->top;
	struct store *store = app->desk->store;
	struct item_row item = {.state = ""};
	struct recommendation_row recommendation;

	if (!top->known)
		return;
	app->hints.known = false;
	store_item(store, app->desk->selected.item, &top->arena, &item);
	top->item_open = strcmp(item.state, "open") == 0;
	top->item_leaf = item.leaf;
	top->undecided = store_recommendation(store, app->desk->selected.recommendation,
				 &top->arena, &recommendation) &&
			 recommendation_open(recommendation.state);
}

void top_load(struct app *app)
{
	struct top *top = &app->top;
	struct store *store = app->desk->store;
	int64_t session = app->desk->session;

	top_clear(top);
	app->hints.known = false;
	top->minute = app_now(app) / 60000;
	top->known = session && store_session(store, session, &top->arena, &top->session);
	if (!top->known)
		return;
	top->sitting = store_meeting_open_now(store, session, &top->arena, &top->meeting);
	slot_load(app);
	top_select(app);
}

/* --- the top --- */

/* A view that is of no session has none above it. */
static bool has_session(const struct app *app)
{
	return app->top.known && !app_main(app)->alone;
}

/* With place and dates where there is room for all of it, else the title alone. */
static void describe_session(const struct app *app, int columns, struct str *left)
{
	const struct session_row *session = &app->top.session;
	struct str rest;

	str_init(&rest);
	str_add(&rest, " · ");
	if (session->place) {
		str_add(&rest, session->place);
		str_add(&rest, ", ");
	}
	phrase_dates(session->from, session->to, &rest);
	str_addc(left, ' ');
	str_add(left, session->title);
	if (utf8_columns(left->text) + utf8_columns(rest.text) <= columns)
		str_add(left, rest.text);
	str_clear(&rest);
}

static void describe_now(const struct app *app, struct str *right)
{
	struct civil now = civil_at(app_now(app));

	if (app->warning)
		str_addf(right, "! %s  ", app->warning);
	if (has_session(app) && app->top.session.rehearsal)
		str_add(right, "rehearsal  ");
	if (app->looking && !app_main(app)->alone)
		str_add(right, "only looking  ");
	if (has_session(app) && app->top.sitting) {
		number_ordinal(app->top.meeting.number, right);
		str_add(right, app->top.meeting.suspended ? " meeting suspended  " : " meeting  ");
	}
	if (app->desk->at)
		str_add(right, "logging at ");
	show_clock(right, &now);
	str_addc(right, ' ');
}

static void draw_title(const struct app *app, const struct area *whole)
{
	struct str left, right;

	str_init(&left);
	str_init(&right);
	describe_now(app, &right);
	int room = whole->columns - utf8_columns(right.text) - 1;
	if (has_session(app))
		describe_session(app, room, &left);
	else
		str_addf(&left, " rapporteur%s%s", app_main(app)->alone ? " · " : "",
			app_main(app)->alone ? app_main(app)->title : "");
	area_fill(whole, 0, 0, 1, whole->columns, STYLE_TITLE);
	area_cut(whole, 0, 0, room, STYLE_TITLE, left.text);
	area_right(whole, 0, whole->columns, STYLE_TITLE, right.text);
	str_clear(&left);
	str_clear(&right);
}

static const char *tab_of(const struct view_ops *ops, bool brief)
{
	return brief && ops->tab ? ops->tab : ops->title;
}

/* " 1 Room " each, and *gaps columns more with one of the rule behind each. */
static int tabs_columns(bool brief, int *gaps)
{
	int columns = 2;

	*gaps = 0;
	for (size_t i = 0; main_views[i]; i++, (*gaps)++)
		columns += utf8_columns(tab_of(main_views[i], brief)) + 4;
	return columns;
}

/* A view that was opened from a main view still belongs to that. */
static const struct view_ops *main_below(const struct app *app)
{
	return app_main(app)->bit & (IN_TEXT | IN_POINTS | IN_CONCLUSIONS) ? app->stack[0].ops
									   : app_main(app);
}

/* The main views with their keys, on the rule below the top lines; the one that is
 * shown stands out. Where they do not all fit they stand closer, then in brief, then
 * both, and then they are left out. */
static void draw_tabs(const struct app *app, const struct area *whole, int row)
{
	const struct view_ops *shown = main_below(app);
	int gaps, columns = tabs_columns(false, &gaps), column = 2;
	bool brief = columns > whole->columns;
	struct str text = STR_EMPTY;

	if (brief)
		columns = tabs_columns(true, &gaps);
	if (columns > whole->columns || !has_session(app))
		return;
	int gap = columns + gaps <= whole->columns;
	for (size_t i = 0; main_views[i]; i++) {
		enum style style = main_views[i] == shown ? STYLE_STRONG : STYLE_FAINT;
		str_reset(&text);
		str_addc(&text, ' ');
		str_add_number(&text, i + 1, 1);
		str_addc(&text, ' ');
		str_add(&text, tab_of(main_views[i], brief));
		str_addc(&text, ' ');
		column = area_text(whole, row, column, style, text.text) + gap;
	}
	str_clear(&text);
}

struct area frame_draw(struct app *app, const struct area *whole)
{
	bool tall = whole->rows >= TALL;
	int top = 1;

	draw_title(app, whole);
	if (has_session(app) && whole->rows > 9)
		slot_draw(app, whole), top++;
	if (app->banner.length > 0) {
		area_cut(whole, top, 0, whole->columns, STYLE_BAD, app->banner.text);
		top++;
	}
	if (!tall)
		return area_part(whole, top, 0, whole->rows - top - 1, whole->columns);
	area_rule(whole, top, 0, whole->columns);
	draw_tabs(app, whole, top++);
	area_rule(whole, whole->rows - 2, 0, whole->columns);
	return area_part(whole, top, 0, whole->rows - top - 2, whole->columns);
}

/* --- the bottom --- */

static enum style style_of(enum tone tone)
{
	return tone == TONE_BAD ? STYLE_BAD : tone == TONE_GOOD ? STYLE_GOOD : STYLE_TEXT;
}

static int long_message_rows(const struct app *app, const struct area *whole)
{
	size_t lines = wrap_count(app->message.text, app->message.length, whole->columns - 2);

	return lines < MESSAGE_ROWS ? (int)lines : MESSAGE_ROWS;
}

/* On rows of its own, the last one just above the hint bar. */
static void draw_long_message(const struct app *app, const struct area *whole)
{
	const char *text = app->message.text;
	size_t length = app->message.length;
	int columns = whole->columns - 2;
	int rows = long_message_rows(app, whole);
	int row = whole->rows - 1 - rows;

	area_fill(whole, row, 0, rows, whole->columns, STYLE_TEXT);
	if (whole->rows >= TALL) {
		area_fill(whole, row - 1, 0, 1, whole->columns, STYLE_TEXT);
		area_rule(whole, row - 1, 0, whole->columns);
	}
	for (int i = 0; i < rows; i++) {
		size_t next, bytes = wrap_line(text, length, columns, &next);
		char *line = mem_strndup(text, bytes);
		area_text(whole, row + i, 1, style_of(app->tone), line);
		free(line);
		text += next;
		length -= next;
	}
}

/* What a message is cut before: "; u takes it back". Its end if there is no such thing, or
 * if it would leave no room for what it is about. */
static const char *message_end(const struct app *app, int columns)
{
	const char *text = app->message.text, *end = strstr(text, "; u ");

	return end && utf8_columns(end) <= columns * 2 / 3 ? end : text + app->message.length;
}

/* On the bottom rule: it moves nothing there and leaves the hints their room. What a
 * command says when all is well is cut there; it covers no row of a view. */
static void draw_message_on_rule(const struct app *app, const struct area *whole, int columns)
{
	int most = whole->columns - 6, row = whole->rows - 2;

	if (columns > most)
		columns = most;
	int column = whole->columns - 2 - columns;
	const char *end = message_end(app, columns);
	char *before = mem_strndup(app->message.text, (size_t)(end - app->message.text));
	area_fill(whole, row, column - 1, 1, columns + 2, STYLE_TEXT);
	area_cut(whole, row, column, columns - utf8_columns(end), style_of(app->tone), before);
	column += columns - utf8_columns(end);
	area_text(whole, row, column, style_of(app->tone), end);
	free(before);
}

/* Where the message goes. */
enum message_place { MESSAGE_NONE, MESSAGE_ON_RULE, MESSAGE_BESIDE_HINTS, MESSAGE_LONG };

static enum message_place message_place(const struct app *app, const struct area *whole)
{
	int columns = utf8_columns(app->message.text);
	bool on_rule = whole->rows >= TALL && !app_top(app)->ops->overlay;
	int most = on_rule ? whole->columns - 6 : whole->columns / 2;

	if (columns == 0)
		return MESSAGE_NONE;
	if (on_rule && (columns <= most || app->tone == TONE_GOOD))
		return MESSAGE_ON_RULE;
	return columns > most || strchr(app->message.text, '\n') ? MESSAGE_LONG
								 : MESSAGE_BESIDE_HINTS;
}

/* A long message is below what it belongs to: a question must be seen whole. */
struct area frame_overlay(const struct app *app, const struct area *whole)
{
	int rows = whole->rows - 1;

	if (message_place(app, whole) == MESSAGE_LONG)
		rows -= long_message_rows(app, whole) + (whole->rows >= TALL);
	return area_part(whole, 0, 0, rows, whole->columns);
}

void frame_draw_bottom(struct app *app, const struct area *whole)
{
	struct area line = area_part(whole, whole->rows - 1, 0, 1, whole->columns);
	int columns = utf8_columns(app->message.text);

	area_fill(&line, 0, 0, 1, line.columns, STYLE_TEXT);
	switch (message_place(app, whole)) {
	case MESSAGE_NONE:
		break;
	case MESSAGE_ON_RULE:
		draw_message_on_rule(app, whole, columns);
		break;
	case MESSAGE_LONG:
		draw_long_message(app, whole);
		break;
	case MESSAGE_BESIDE_HINTS:
		area_right(&line, 0, line.columns - 1, style_of(app->tone), app->message.text);
		line.columns -= columns + 3;
		break;
	}
	hints_draw(app, &line);
}
