/* SPDX-License-Identifier: MIT */
/*
 * Who comes next, in the Room: the speakers' list of the selected item. It is one
 * line until it has the focus, unfolded in a high window, a pane in a wide one.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "model/number.h"
#include "model/phrase.h"
#include "model/rules.h"
#include "room.h"
#include "show.h"

enum { QUEUE_HEAD = 1, LABEL = 8, NAME_LEAST = 11 };

void room_queue_load(struct room *room, struct app *app, int rows)
{
	size_t count = 0;

	room->requests =
		room->listed ? store_requests(app_store(app), room->listed, 0, &room->arena, &count)
			     : NULL;
	room->list_closed = room->listed ? store_list_closed(app_store(app), room->listed) : 0;
	room->passed = count > 0 && store_request_passed(app_store(app), room->requests);
	room->moved = NULL;
	room->spoken = NULL;
	room->adding_up = false;
	list_fit(&room->queue, count, rows - QUEUE_HEAD);
}

void room_spoken_load(struct room *room, struct app *app)
{
	size_t count = room->queue.count;

	if (count == 0)
		return;
	if (!store_spoken_known(app_store(app), app_session(app))) {
		room->adding_up = true;
		return;
	}
	room->spoken = arena_alloc(&room->arena, count * sizeof *room->spoken);
	for (size_t i = 0; i < count; i++)
		room->spoken[i] = store_spoken_time(
			app_store(app), room->listed, room->requests[i].participant);
}

void room_add_capacity(struct str *out, const struct app *app, const char *group,
	const char *person, const char *kind)
{
	if (group)
		str_addf(out, " for %s", show_covered(app, group));
	if (person)
		str_addf(out, ", %s", show_covered(app, person));
	if (room_kind_words(kind))
		str_addf(out, ", %s", room_kind_words(kind));
}

static void add_request(struct str *out, const struct app *app, const struct request_row *request)
{
	str_add(out, show_covered(app, request->name));
	room_add_capacity(out, app, request->group, request->person, request->kind);
	if (strcmp(request->state, "absent") == 0)
		str_add(out, ", was absent");
	if (request->late)
		str_add(out, ", late");
}

/* Parties and those of whom nothing is known need no word. */
static const char *class_words(const struct request_row *request)
{
	static const char *const words[CLASS_COUNT] = {[CLASS_SIGNATORY] = "signatory",
		[CLASS_OBSERVER] = "observer",
		[CLASS_UN] = "United Nations",
		[CLASS_INTERGOVERNMENTAL] = "intergovernmental",
		[CLASS_NONGOVERNMENTAL] = "non-governmental"};
	enum rules_class class =
		rules_class_of(request->participant_kind, request->status, request->on_behalf != 0);

	return class == CLASS_OBSERVER && strcmp(request->status, "unknown") == 0 ? NULL
										  : words[class];
}

/* Where the Chair departed from the list, its first one was to be next. */
static void add_marks(struct str *out, const struct room *room, const struct request_row *request)
{
	const char *class = class_words(request);
	int moved = room->moved ? room->moved[request - room->requests] : 0;

	if (request == room->requests && room->passed)
		str_add(out, ", passed over");
	if (moved) {
		str_add(out, ", ");
		number_ordinal(moved, out);
		str_add(out, " by the rules");
	}
	if (class) {
		str_add(out, ", ");
		str_add(out, class);
	}
}

static void add_head(struct str *out, const struct room *room)
{
	size_t late = 0;

	for (size_t i = 0; i < room->queue.count; i++)
		late += room->requests[i].late;
	str_add(out, "SPEAKERS' LIST  ");
	str_add_number(out, room->queue.count, 1);
	if (room->list_closed)
		str_add(out, "  closed");
	if (late)
		str_addf(out, ", %zu late", late);
}

static void draw_nobody(const struct room *room, const struct area *area, int column)
{
	const struct item_row *item = room_item(room);
	char key[32], text[80] = "nobody is on the list";

	if (room->list_closed)
		snprintf(text, sizeof text, "nobody is on the list, it is closed");
	else if (item && item->leaf)
		snprintf(text, sizeof text, "nobody is on the list; %s adds",
			show_key("floor request", key));
	area_cut(area, 0, column, area->columns - column - 1, STYLE_FAINT, text);
}

/* "and 8" is reserved room for, so that the names never push it off. */
static void draw_line(const struct room *room, const struct app *app, const struct area *area)
{
	int room_left = area->columns - LABEL - 2, column = LABEL + 1;
	struct area whole = *area;
	struct str one;
	size_t i;

	if (room->queue.count == 0) {
		draw_nobody(room, area, 3);
		return;
	}
	str_init(&one);
	area_text(area, 0, 3, STYLE_FAINT, "next");
	if (room->list_closed) {
		area_right(area, 0, area->columns - 1, STYLE_FAINT, "closed");
		whole.columns -= 8;
		room_left -= 8;
	}
	for (i = 0; i < room->queue.count; i++) {
		str_reset(&one);
		str_add(&one, i > 0 ? " · " : "");
		add_request(&one, app, &room->requests[i]);
		int more = i + 1 < room->queue.count ? 9 : 0;
		if (i > 0 && utf8_columns(one.text) > room_left - more)
			break;
		if (utf8_columns(one.text) > room_left - more) {
			area_cut(area, 0, column, room_left - more, STYLE_TEXT, one.text);
			i++;
			break;
		}
		room_left -= utf8_columns(one.text);
		column = area_text(area, 0, column, STYLE_TEXT, one.text);
	}
	str_clear(&one);
	if (i < room->queue.count) {
		char rest[32];
		snprintf(rest, sizeof rest, "and %zu", room->queue.count - i);
		area_right(&whole, 0, whole.columns - 1, STYLE_FAINT, rest);
	}
}

/* With the speech that runs, if it is one of theirs on the item. */
static struct spoken_time spoken_until(
	const struct room *room, const struct request_row *request, int64_t now)
{
	const struct statement_row *speaker = &room->speaker;
	struct spoken_time time = room->spoken[request - room->requests];
	bool theirs = room->speaking && speaker->item == room->listed &&
		      speaker->participant == request->participant;

	if (theirs && speaker->since && now > speaker->since)
		*(speaker->on_behalf ? &time.voice : &time.own) += now - speaker->since;
	if (strcmp(request->participant_kind, "group") == 0)
		time = (struct spoken_time){.voice = time.own + time.voice};
	return time;
}

/* What a delegation has had of the item's time, for itself and as the voice of a group;
 * in words that fit. */
static void add_spoken(struct str *out, struct spoken_time time, int columns)
{
	long own = (long)(time.own / 1000), voice = (long)(time.voice / 1000);

	if (own + voice == 0)
		return;
	str_add(out, "spoke ");
	if (own > 0)
		phrase_duration(own, out);
	if (voice > 0) {
		str_add(out, own > 0 ? " + " : "+ ");
		phrase_duration(voice, out);
		if (utf8_columns(out->text) + 12 <= columns)
			str_add(out, " for a group");
	}
}

static void draw_request(const struct room *room, const struct app *app, int64_t now,
	const struct area *list, size_t i, struct str *text)
{
	int row = list_row(&room->queue, i), left = list->columns - 7;

	str_reset(text);
	str_add_number(text, i + 1, 1);
	area_right(list, row, 4, STYLE_FAINT, text->text);
	str_reset(text);
	if (room->spoken)
		add_spoken(
			text, spoken_until(room, &room->requests[i], now), left - NAME_LEAST - 2);
	int width = utf8_columns(text->text);
	if (width > 0 && left - width - 2 >= NAME_LEAST) {
		area_right(list, row, list->columns - 1, STYLE_FAINT, text->text);
		left -= width + 2;
	}
	str_reset(text);
	add_request(text, app, &room->requests[i]);
	add_marks(text, room, &room->requests[i]);
	area_cut(list, row, 6, left, STYLE_TEXT, text->text);
}

static void draw_list(
	const struct room *room, const struct app *app, int64_t now, const struct area *area)
{
	struct area list = area_part(area, QUEUE_HEAD, 0, area->rows - QUEUE_HEAD, area->columns);
	bool focus = room->focus == PANE_QUEUE && !room_note_is_open(room);
	struct str text = STR_EMPTY;

	add_head(&text, room);
	area_text(area, 0, 1, focus ? STYLE_STRONG : STYLE_FAINT, text.text);
	list_place(&room->queue, area, 0);
	if (room->queue.count == 0) {
		draw_nobody(room, &list, 1);
		if (focus)
			area_cursor(&list, 0, 1, false);
	}
	for (size_t i = 0; i < room->queue.count; i++)
		if (list_row(&room->queue, i) >= 0)
			draw_request(room, app, now, &list, i, &text);
	str_clear(&text);
	if (focus)
		list_mark(&room->queue, &list, true);
}

void room_queue_draw(
	const struct room *room, const struct app *app, int64_t now, const struct area *area)
{
	if (area->rows > 1)
		draw_list(room, app, now, area);
	else
		draw_line(room, app, area);
}

/* --- keys --- */

static void move(struct room *room, struct app *app, const struct request_row *request, int by)
{
	char place[24];
	long wanted = (long)room->queue.selected + 1 + by;

	if (wanted < 1 || wanted > (long)room->queue.count)
		return;
	snprintf(place, sizeof place, "%ld", wanted);
	if (app_do(app, "floor move", "name", request->name, "place", place, NULL))
		list_select(&room->queue, (size_t)wanted - 1);
}

bool room_queue_key(struct room *room, struct app *app, const struct key *key)
{
	static const char *const of_selected[] = {
		"floor absent", "floor cede", "floor text", "floor correct"};
	const struct request_row *request =
		room->queue.count > 0 ? &room->requests[room->queue.selected] : NULL;
	bool withdraw = key->code == KEY_DELETE || key_letter(key) == 'w';

	if (list_key(&room->queue, key))
		return true;
	for (size_t i = 0; request && i < sizeof of_selected / sizeof of_selected[0]; i++)
		if (show_key_runs(key, of_selected[i])) {
			app_run_with(app, of_selected[i], "name", request->name, NULL);
			return true;
		}
	if (withdraw && request)
		app_run_with(app, "floor withdraw", "name", request->name, NULL);
	else if (key->code == KEY_ENTER && request)
		app_run_with(app, "floor give", "name", request->name, NULL);
	else if (request && key->alt && (key->code == KEY_UP || key->code == KEY_DOWN))
		move(room, app, request, key->code == KEY_UP ? -1 : 1);
	else
		return key->code == KEY_DELETE || key->code == KEY_ENTER;
	return true;
}
