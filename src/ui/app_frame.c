/* SPDX-License-Identifier: MIT */
/*
 * The lines around the views: session, meeting and clock on top, the time in
 * the slot below it (app_slot.c), the hint bar and the message at the bottom. Everything
 * that is shown was read by top_load; drawing only arranges it. A message is
 * put at the end of the hint bar, or above it on rows of its own when it is
 * long, so that it is never cut.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "model/number.h"
#include "model/phrase.h"
#include "store/floor.h"
#include "store/recommendation.h"
#include "app_inside.h"
#include "views.h"

enum {
	TALL = 16,        /* rows from which on there are rules */
	MESSAGE_ROWS = 4, /* of a long message at most */
	HINTS = 40,
	VIEWS = 5,
	WIDE_HINTS = 60, /* columns from which undo stays in a hint bar that is cut */
	PLACES = 9       /* of the hints that a row gives a place */
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

void top_load(struct app *app)
{
	struct top *top = &app->top;
	struct store *store = app->desk->store;
	int64_t session = app->desk->session;
	struct item_row item;
	struct recommendation_row recommendation;

	top_clear(top);
	top->minute = app_now(app) / 60000;
	top->known = session && store_session(store, session, &top->arena, &top->session);
	if (!top->known)
		return;
	top->sitting = store_meeting_open_now(store, session, &top->arena, &top->meeting);
	slot_load(app);
	if (store_item(store, app->desk->selected.item, &top->arena, &item)) {
		top->item_open = strcmp(item.state, "open") == 0;
		top->item_leaf = item.leaf;
	}
	if (store_recommendation(
		    store, app->desk->selected.recommendation, &top->arena, &recommendation))
		top->undecided = recommendation_open(recommendation.state);
}

/* --- the top --- */

/* With place and dates where there is room for all of it, else the title alone. */
static void describe_session(const struct app *app, int columns, struct str *left)
{
	const struct session_row *session = &app->top.session;
	struct str rest;

	str_init(&rest);
	str_addf(
		&rest, " · %s%s", session->place ? session->place : "", session->place ? ", " : "");
	phrase_dates(session->from, session->to, &rest);
	str_addf(left, " %s", session->title);
	if (utf8_columns(left->text) + utf8_columns(rest.text) <= columns)
		str_add(left, rest.text);
	str_clear(&rest);
}

static void describe_now(const struct app *app, struct str *right)
{
	struct civil now = civil_at(app_now(app));

	if (app->warning)
		str_addf(right, "! %s  ", app->warning);
	if (app->top.known && app->top.session.rehearsal)
		str_add(right, "rehearsal  ");
	if (app->looking)
		str_add(right, "only looking  ");
	if (app->top.sitting) {
		number_ordinal(app->top.meeting.number, right);
		str_add(right, app->top.meeting.suspended ? " meeting suspended  " : " meeting  ");
	}
	if (app->desk->at)
		str_add(right, "logging at ");
	str_addf(right, "%02d:%02d ", now.hour, now.minute);
}

static void draw_title(const struct app *app, const struct area *whole)
{
	struct str left, right;

	str_init(&left);
	str_init(&right);
	describe_now(app, &right);
	int room = whole->columns - utf8_columns(right.text) - 1;
	if (app->top.known)
		describe_session(app, room, &left);
	else
		str_add(&left, " rapporteur");
	area_fill(whole, 0, 0, 1, whole->columns, STYLE_TITLE);
	area_cut(whole, 0, 0, room, STYLE_TITLE, left.text);
	area_right(whole, 0, whole->columns, STYLE_TITLE, right.text);
	str_clear(&left);
	str_clear(&right);
}

/* The main views with their keys, on the rule below the top lines; the one that is
 * shown stands out. Left out where they do not all fit. */
static void draw_tabs(const struct app *app, const struct area *whole, int row)
{
	const struct view_ops *shown = app_main(app);
	int column = 2, columns = column;

	for (size_t i = 0; main_views[i]; i++)
		columns += utf8_columns(main_views[i]->title) + 5;
	if (columns > whole->columns || !app->top.known)
		return;
	for (size_t i = 0; main_views[i]; i++) {
		enum style style = main_views[i] == shown ? STYLE_STRONG : STYLE_FAINT;
		column = area_textf(
			whole, row, column, style, " %zu %s ", i + 1, main_views[i]->title);
		column++;
	}
}

struct area frame_draw(struct app *app, const struct area *whole)
{
	bool tall = whole->rows >= TALL;
	int top = 1;

	draw_title(app, whole);
	if (app->top.known && whole->rows > 9)
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

/* Borrowed from the table or from the view's own line of hints. */
struct hint {
	const char *key, *word;
	size_t key_length, word_length;
};

struct hints {
	struct hint all[HINTS];
	size_t count;
	size_t tail; /* of the last ones, which stay when room is scarce */
};

/* What a view says of a key holds there, whatever the table says of it. */
static void hint_add(struct hints *hints, const char *key, size_t key_length, const char *word,
	size_t word_length)
{
	bool there = false;

	for (size_t i = 0; i < hints->count; i++)
		there = there || (hints->all[i].key_length == key_length &&
					 memcmp(hints->all[i].key, key, key_length) == 0);
	if (!there && hints->count < HINTS)
		hints->all[hints->count++] = (struct hint){key, word, key_length, word_length};
}

/* "Enter note  Esc save": a key and its words, two blanks between hints. */
static void hints_of_text(struct hints *hints, const char *text)
{
	while (*text) {
		const char *end = strstr(text, "  ");
		size_t length = end ? (size_t)(end - text) : strlen(text);
		size_t key = strcspn(text, " ");
		if (key < length)
			hint_add(hints, text, key, text + key + 1, length - key - 1);
		text += length;
		text += strspn(text, " ");
	}
}

static bool is_undo(const struct command *command)
{
	return strcmp(command->name, "undo") == 0;
}

static bool works_everywhere(const struct command *command)
{
	return (command->effect == EFFECT_SCREEN || is_undo(command)) &&
	       (command->where & IN_LISTS) == IN_LISTS;
}

/* There is a meeting, and it is not suspended. */
static bool goes_on(const struct top *top)
{
	return top->sitting && !top->meeting.suspended;
}

/* What the needs of a row do not say: there is an open meeting already … */
static bool makes_sense(const struct app *app, const struct command *command)
{
	const struct top *top = &app->top;

	if (strcmp(command->name, "help") == 0)
		return app_top(app)->ops != &view_help;
	if (strcmp(command->name, "meeting open") == 0)
		return !top->sitting;
	if (strcmp(command->name, "meeting close") == 0)
		return top->sitting;
	if (strcmp(command->name, "meeting resume") == 0)
		return top->sitting && !goes_on(top);
	if (strcmp(command->name, "item open") == 0)
		return !top->item_open && top->item_leaf;
	if (strcmp(command->name, "item conclude") == 0)
		return top->item_open;
	/* A heading is not decided on, nor is what has been. */
	if (strcmp(command->name, "recommendation adopt") == 0 ||
		strcmp(command->name, "recommendation withdraw") == 0 ||
		strcmp(command->name, "recommendation defer") == 0)
		return top->undecided;
	/* Before a meeting is open, opening one is what comes first. */
	if (strcmp(command->name, "floor request") == 0)
		return top->sitting;
	return strcmp(command->name, "floor give") != 0 || top->waiting > 0;
}

static bool works_now(const struct app *app, const struct command *command)
{
	bool writes = command->effect == EFFECT_CHANGES || (command->needs & NEED_WRITING);

	if (writes && (app->looking || store_read_only(app->desk->store)))
		return false;
	if ((command->needs & NEED_SESSION) && !app->top.known)
		return false;
	if ((command->needs & NEED_MEETING) && !goes_on(&app->top))
		return false;
	if ((command->needs & NEED_SPEAKER) && !app->top.speaking)
		return false;
	return makes_sense(app, command);
}

static int views_of(const struct command *command)
{
	int count = 0;

	for (unsigned where = command->where & IN_LISTS; where; where >>= 1)
		count += where & 1;
	return count;
}

/* Those with this place, of which a row says that they are needed most. */
static void hints_of_place(struct hints *hints, const struct app *app, unsigned bit, int place)
{
	for (const struct command *c = NULL; (c = command_next(c));)
		if (c->hint && c->keys && c->hint_place == place && (c->where & bit) &&
			works_now(app, c))
			hint_add(hints, c->keys, strcspn(c->keys, " "), c->hint, strlen(c->hint));
}

/* Those that work in `views` views, this one among them; 0: those of everywhere, undo
 * where this view is a list of what it could take back. */
static void hints_of_table(struct hints *hints, const struct app *app, unsigned bit, int views)
{
	for (const struct command *c = NULL; (c = command_next(c));) {
		bool here = views == 0 ? works_everywhere(c) && (!is_undo(c) || (c->where & bit))
				       : !works_everywhere(c) && (c->where & bit) &&
						 views_of(c) == views;
		if (c->hint && c->keys && !c->hint_place && here && works_now(app, c))
			hint_add(hints, c->keys, strcspn(c->keys, " "), c->hint, strlen(c->hint));
	}
}

static void hints_collect(struct hints *hints, const struct app *app)
{
	const struct entry *top = app_top(app);
	const char *own = top->ops->hints ? top->ops->hints(top->state, app) : NULL;
	bool typing = top->ops->typing && top->ops->typing(top->state);

	if (own)
		hints_of_text(hints, own);
	if (top->ops->overlay || typing)
		return;
	for (int place = 1; place <= PLACES; place++)
		hints_of_place(hints, app, top->ops->bit, place);
	/* What works here alone comes first, what works in many views last. */
	for (int views = 1; views <= VIEWS; views++)
		hints_of_table(hints, app, top->ops->bit, views);
	size_t before = hints->count;
	hints_of_table(hints, app, top->ops->bit, 0);
	hints->tail = hints->count - before;
}

static int columns_of(const char *text, size_t length)
{
	int columns = 0, own;

	for (size_t bytes; length > 0; text += bytes, length -= bytes, columns += own)
		bytes = utf8_cluster(text, length, &own);
	return columns;
}

static int hint_columns(const struct hint *hint)
{
	return columns_of(hint->key, hint->key_length) + columns_of(hint->word, hint->word_length) +
	       3;
}

/* How many of those that are not in the tail fit. */
static size_t hints_fitting(const struct hints *hints, int columns)
{
	size_t fitting = 0, head = hints->count - hints->tail;

	for (size_t i = head; i < hints->count; i++)
		columns -= hint_columns(&hints->all[i]);
	while (fitting < head && columns >= hint_columns(&hints->all[fitting]))
		columns -= hint_columns(&hints->all[fitting++]);
	return fitting;
}

/* Of the tail only undo and the key to all keys stay, what helps who is lost; undo where
 * they do not take most of the line. */
static void keep_help_of_tail(struct hints *hints, int columns)
{
	size_t head = hints->count - hints->tail, kept = 0;

	for (size_t i = head; i < hints->count; i++) {
		char key = hints->all[i].key[0];
		if (key == '?' || (key == 'u' && columns >= WIDE_HINTS))
			hints->all[head + kept++] = hints->all[i];
	}
	hints->tail = kept;
	hints->count = head + kept;
}

static int draw_hint(const struct area *line, int column, const struct hint *hint)
{
	char text[64];

	if (column + hint_columns(hint) - 2 > line->columns)
		return line->columns;
	snprintf(text, sizeof text, "%.*s", (int)hint->key_length, hint->key);
	column = area_text(line, 0, column, STYLE_KEY, text);
	snprintf(text, sizeof text, " %.*s", (int)hint->word_length, hint->word);
	return area_text(line, 0, column, STYLE_TEXT, text) + 2;
}

/* Where not all fit, that is seen. */
static void draw_hints(const struct app *app, const struct area *line)
{
	struct hints hints = {0};
	int column = 1;

	hints_collect(&hints, app);
	size_t tail = hints.tail, count = hints.count;
	hints.tail = 0;
	bool cut = hints_fitting(&hints, line->columns + 1) < count;
	hints.tail = tail;
	if (cut)
		keep_help_of_tail(&hints, line->columns);
	size_t head = hints_fitting(&hints, line->columns + 1 - (cut ? 2 : 0));
	for (size_t i = 0; i < head; i++)
		column = draw_hint(line, column, &hints.all[i]);
	if (cut)
		column = area_text(line, 0, column, STYLE_FAINT, "…") + 1;
	for (size_t i = hints.count - hints.tail; i < hints.count; i++)
		column = draw_hint(line, column, &hints.all[i]);
}

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
	draw_hints(app, &line);
}
