/* SPDX-License-Identifier: MIT */
/*
 * The floor in the Room: the item's title, who speaks and for how long. Who comes
 * next is in room_queue.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "room.h"
#include "show.h"
#include "store/limit.h"

enum { STAGE_FROM = 46 }; /* columns from which an item says how far it is */

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
	return 1 + utf8_columns(item->together ? item->together : item->printed) + 2;
}

/* How far it is, where there is room for it; an item to come says nothing. */
static const char *stage_of(const struct item_row *item, int columns)
{
	bool said = columns >= STAGE_FROM && item->leaf && strcmp(item->stage, "pending") != 0;

	return said ? item->stage : "";
}

/* The first row ends before the stage. */
static int title_columns(const struct item_row *item, int row, int columns)
{
	int stage = row == 0 ? utf8_columns(stage_of(item, columns)) : 0;
	int left = columns - title_column(item) - 1 - (stage ? stage + 2 : 0);

	return left > 8 ? left : 8;
}

/* The rows of the title, `most` of them; where area is given they are drawn. */
static int title_rows(const struct item_row *item, const struct area *area, int columns, int most)
{
	const char *text = item->title;
	size_t length = strlen(text);
	int row = 0;

	for (; row < most && length > 0; row++) {
		int width = title_columns(item, row, columns);
		size_t next, bytes = wrap_line(text, length, width, &next);
		char *line = row == most - 1 ? mem_strdup(text) : mem_strndup(text, bytes);
		if (area)
			area_cut(area, row, title_column(item), width, STYLE_STRONG, line);
		free(line);
		text += next;
		length -= next;
	}
	return row;
}

int room_title_rows(const struct room *room, int columns, int most)
{
	const struct item_row *item = room_item(room);

	int rows = item ? title_rows(item, NULL, columns, most) : 1;

	return rows > 1 ? rows : 1;
}

void room_title_draw(const struct room *room, const struct area *area)
{
	const struct item_row *item = room_item(room);

	if (!item)
		return;
	area_text(area, 0, 1, STYLE_STRONG, item->together ? item->together : item->printed);
	title_rows(item, area, area->columns, area->rows);
	area_right(area, 0, area->columns - 1, STYLE_FAINT, stage_of(item, area->columns));
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
	str_add(&text, room->paused ? "‖ paused: " : "● ");
	str_add(&text, show_covered(app, speaker->name));
	room_add_capacity(&text, app, speaker->group, speaker->person, speaker->kind);
	if (speaker->item != room->listed)
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
