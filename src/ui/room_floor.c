/* SPDX-License-Identifier: MIT */
/*
 * The floor in the Room: the item's title, who speaks and for how long. Who comes
 * next is in room_queue.c.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "room.h"
#include "show.h"
#include "store/limit.h"

void room_floor_load(struct room *room, struct app *app)
{
	struct store *store = app_store(app);
	struct limits limits;

	room->speaking =
		store_statement_running(store, app_session(app), &room->arena, &room->speaker);
	room->paused = !room->speaking && store_statement_paused(store, app_session(app),
						  &room->arena, &room->speaker);
	room->limit = 0;
	if (!room->speaking && !room->paused)
		return;
	store_limits(store, app_session(app), desk_rules(app_desk(app)), &room->arena, &limits);
	room->limit = store_limit_of_statement(store, &limits, room->speaker.id);
}

/* --- the item --- */

/* Where the title begins, behind the number. */
static int title_column(const struct item_row *item)
{
	return 1 + utf8_columns(item->printed) + 2;
}

static int title_columns(const struct item_row *item, int columns)
{
	int left = columns - title_column(item) - 1;

	return left > 8 ? left : 8;
}

int room_title_rows(const struct room *room, int columns, int most)
{
	const struct item_row *item = room_item(room);

	if (!item)
		return 1;
	size_t rows = wrap_count(item->title, strlen(item->title), title_columns(item, columns));
	return rows < (size_t)most ? (int)rows : most;
}

void room_title_draw(const struct room *room, const struct area *area)
{
	const struct item_row *item = room_item(room);
	const char *text = item ? item->title : "";
	size_t length = strlen(text);

	if (!item)
		return;
	int column = title_column(item), columns = title_columns(item, area->columns);
	area_text(area, 0, 1, STYLE_STRONG, item->printed);
	for (int row = 0; row < area->rows && length > 0; row++) {
		size_t next, bytes = wrap_line(text, length, columns, &next);
		bool last = row == area->rows - 1;
		char *line = last ? mem_strdup(text) : mem_strndup(text, bytes);
		area_cut(area, row, column, columns, STYLE_STRONG, line);
		free(line);
		text += next;
		length -= next;
	}
}

/* --- who speaks --- */

const char *room_kind_words(const char *kind)
{
	static const char *const words[][2] = {
		{"reply", "right of reply"},
		{"point_of_order", "point of order"},
		{"explanation_before", "explanation of position before the decision"},
		{"explanation_after", "explanation of position after the decision"},
		{"presentation", "presentation"},
		{"panellist", "panellist"},
		{"chair", "Chair"},
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (kind && strcmp(kind, words[i][0]) == 0)
			return words[i][1];
	return NULL;
}

/* The words say it; the colour only says it again. */
static enum style style_of(enum limit_state state)
{
	return state == LIMIT_OVER ? STYLE_BAD : state == LIMIT_SOON ? STYLE_WARN : STYLE_STRONG;
}

static void draw_speaker(
	const struct room *room, const struct app *app, int64_t now, const struct area *area)
{
	const struct statement_row *speaker = &room->speaker;
	long spoken = (long)statement_seconds(speaker, now);
	struct str text, time;

	str_init(&text);
	str_init(&time);
	str_addf(
		&text, "%s %s", room->paused ? "‖ paused:" : "●", show_covered(app, speaker->name));
	room_add_capacity(&text, app, speaker->group, speaker->person, speaker->kind);
	if (speaker->item != room->item)
		str_addf(&text, "  (item %s)", speaker->item_printed);
	limit_phrase(spoken, room->limit, &time);
	int width = utf8_columns(time.text);
	area_cut(area, 0, 1, area->columns - width - 4, STYLE_ACCENT, text.text);
	area_right(
		area, 0, area->columns - 1, style_of(limit_state(spoken, room->limit)), time.text);
	str_clear(&text);
	str_clear(&time);
}

void room_floor_draw(
	const struct room *room, const struct app *app, int64_t now, const struct area *area)
{
	if (room->speaking || room->paused)
		draw_speaker(room, app, now, area);
	else
		area_cut(area, 0, 1, area->columns - 2, STYLE_FAINT, "○ nobody has the floor");
}
