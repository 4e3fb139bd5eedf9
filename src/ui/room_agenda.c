/* SPDX-License-Identifier: MIT */
/*
 * The agenda in the Room: a row for each item with its state and how often it
 * was spoken on; the selected one is the one whose log is shown. A session has
 * some dozens of items, so the whole tree is read when the journal moves.
 */
#include <string.h>

#include "base/utf8.h"
#include "command/attendance.h"
#include "store/meeting.h"
#include "store/presence.h"
#include "store/recommendation.h"
#include "amended.h"
#include "room.h"

enum {
	HEAD = 1,
	COUNTS_FROM = 36, /* columns from which recommendations are counted beside */
	WORDS_FROM = 60,  /* columns from which the state is written out */
	COUNT = 5,
	WORD = 11,
	SHORT_WORD = 7,  /* where columns are few: the view of the organization has all */
	TOTALS_FROM = 12 /* rows from which the recommendations are summed up below */
};

static size_t index_of(const struct room *room, int64_t item)
{
	for (size_t i = 0; i < room->agenda.count; i++)
		if (room->items[i].id == item)
			return i;
	return room->agenda.count;
}

static bool is_leaf_in(const struct item_row *item, const char *state)
{
	return item->leaf && strcmp(item->state, state) == 0;
}

/* Where the meeting is: of the open items the one that is spoken on, else the one that was
 * taken up last, else the first, else the first that is still to come, else the last
 * that was spoken on, else the first. */
static int64_t current_item(const struct room *room, struct app *app, size_t count)
{
	int64_t pending = 0, spoken = 0;
	const int64_t likely[] = {room->speaking || room->paused ? room->speaker.item : 0,
		store_item_taken_up(app_store(app), app_session(app))};

	for (size_t i = 0; i < sizeof likely / sizeof likely[0]; i++) {
		size_t at = index_of(room, likely[i]);
		if (at < count && is_leaf_in(&room->items[at], "open"))
			return likely[i];
	}
	for (size_t i = 0; i < count; i++) {
		if (is_leaf_in(&room->items[i], "open"))
			return room->items[i].id;
		if (!pending && is_leaf_in(&room->items[i], "pending"))
			pending = room->items[i].id;
		if (room->items[i].statements > 0)
			spoken = room->items[i].id;
	}
	return pending ? pending : spoken ? spoken : count > 0 ? room->items[0].id : 0;
}

/* Only where attendance is kept: a quorum is presumed until somebody counts. */
static const char *read_quorum(struct app *app)
{
	struct meeting_row meeting;
	struct attendance all;
	struct arena arena;
	const char *word = NULL;

	arena_init(&arena);
	if (store_meeting_open_now(app_store(app), app_session(app), &arena, &meeting) &&
		store_presence_taken(app_store(app), app_session(app), meeting.id)) {
		attendance_load(app_desk(app), meeting.id, &arena, &all);
		word = quorum_word(&all.quorum);
	}
	arena_clear(&arena);
	return word;
}

static int list_rows(const struct room *room, int rows)
{
	rows -= HEAD;
	if (rows + HEAD >= TOTALS_FROM && room->adopted + room->undecided > 0)
		rows -= 3;
	return rows;
}

void room_agenda_load(struct room *room, struct app *app, int rows)
{
	size_t count = 0;
	int64_t wanted = app_desk(app)->selected.item;

	room->items = store_items(app_store(app), app_session(app), &room->arena, &count);
	room->changes = store_agenda_changes(
		app_store(app), app_session(app), &room->arena, &room->change_count);
	store_recommendation_totals(
		app_store(app), app_session(app), &room->undecided, &room->adopted);
	room->quorum = read_quorum(app);
	list_fit(&room->agenda, count, list_rows(room, rows));
	if (index_of(room, wanted) == count)
		wanted = current_item(room, app, count);
	if (wanted != room->item || index_of(room, wanted) != room->agenda.selected)
		list_select(&room->agenda, index_of(room, wanted));
	room->item = wanted;
	room->listed = room_item(room) && room_item(room)->lead ? room_item(room)->lead : wanted;
	app_desk(app)->selected.item = wanted;
}

/* --- drawing --- */

/* Its own state; of an item with sub-items what follows from theirs. */
static const char *state_of(const struct room *room, size_t i)
{
	const struct item_row *item = &room->items[i];
	size_t leaves = 0, concluded = 0;

	if (item->leaf)
		return item->state;
	for (size_t j = i + 1; j < room->agenda.count && room->items[j].depth > item->depth; j++) {
		if (!room->items[j].leaf)
			continue;
		if (strcmp(room->items[j].state, "open") == 0)
			return "open";
		leaves++;
		concluded += strcmp(room->items[j].state, "concluded") == 0;
	}
	return leaves > 0 && concluded == leaves ? "concluded" : item->state;
}

/* Of an open item also whether it was introduced and debated. */
static const char *words_of(const struct room *room, size_t i)
{
	return room->items[i].leaf ? room->items[i].stage : state_of(room, i);
}

static const char *mark_of(const char *state)
{
	if (strcmp(state, "concluded") == 0)
		return "✓";
	if (strcmp(state, "open") == 0)
		return "▶";
	return strcmp(state, "suspended") == 0 ? "‖" : " ";
}

static enum style style_of(const char *state)
{
	return strcmp(state, "concluded") == 0 ? STYLE_GOOD
	       : strcmp(state, "open") == 0    ? STYLE_ACCENT
					       : STYLE_TEXT;
}

/* Where titles begin: behind the widest label. */
static int title_column(const struct room *room)
{
	int widest = 1;

	for (size_t i = 0; i < room->agenda.count; i++) {
		int own = 2 * room->items[i].depth + utf8_columns(room->items[i].label);
		if (own > widest)
			widest = own;
	}
	return widest + 4;
}

static void draw_count(const struct area *area, int row, int end, int64_t count)
{
	struct str text = STR_EMPTY;

	if (count <= 0)
		return;
	str_add_number(&text, (unsigned long)count, 1);
	area_right(area, row, end, STYLE_TEXT, text.text);
	str_clear(&text);
}

/* In a word how it differs from what was proposed; returns the columns it took. */
static int draw_amended(const struct room *room, const struct area *area, int row, int end,
	const struct item_row *item)
{
	struct str word;
	int columns = 0;

	str_init(&word);
	if (room->change_count > 0)
		amended_item(room->changes, room->change_count, item, &word);
	if (word.length && (area->columns >= COUNTS_FROM || word.length <= SHORT_WORD)) {
		columns = utf8_columns(word.text) + 2;
		area_right(area, row, end, STYLE_FAINT, word.text);
	}
	str_clear(&word);
	return columns;
}

static void draw_item(
	const struct room *room, const struct area *area, int row, size_t i, int title)
{
	const struct item_row *item = &room->items[i];
	const char *state = state_of(room, i);
	enum style style = strcmp(state, "open") == 0 ? STYLE_STRONG : STYLE_TEXT;
	int end = area->columns - 1;

	area_text(area, row, 1, style_of(state), mark_of(state));
	area_text(area, row, 3 + 2 * item->depth, style, item->label);
	if (area->columns >= COUNTS_FROM) {
		draw_count(area, row, end, item->recommendations);
		end -= COUNT;
	}
	draw_count(area, row, end, item->statements);
	end -= item->statements > 0 || area->columns >= COUNTS_FROM ? COUNT : 0;
	end -= draw_amended(room, area, row, end, item);
	/* Titles are long: of a row that has nothing to say they take the room for it. */
	if (area->columns >= WORDS_FROM && strcmp(state, "pending") != 0) {
		area_right(area, row, end, STYLE_FAINT, words_of(room, i));
		end -= WORD;
	}
	area_cut(area, row, title, end - title, style, item->title);
}

static void draw_totals(const struct room *room, const struct area *area)
{
	if (area->rows < TOTALS_FROM || room->adopted + room->undecided == 0)
		return;
	area_text(area, area->rows - 2, 1, STYLE_FAINT, "RECOMMENDATIONS");
	area_textf(area, area->rows - 1, 1, STYLE_TEXT, "%lld adopted, %lld open",
		(long long)room->adopted, (long long)room->undecided);
}

void room_agenda_draw(const struct room *room, const struct area *area)
{
	struct area list = area_part(area, HEAD, 0, room->agenda.rows, area->columns);
	int title = title_column(room);
	bool focus = room->focus == PANE_AGENDA && !room_note_is_open(room);

	area_text(area, 0, 1, focus ? STYLE_STRONG : STYLE_FAINT, "AGENDA");
	if (room->quorum)
		area_text(area, 0, 9, STYLE_WARN, room->quorum);
	if (area->columns >= COUNTS_FROM)
		area_right(area, 0, area->columns - 1, STYLE_FAINT, "said  rec");
	for (size_t i = 0; i < room->agenda.count; i++) {
		int row = list_row(&room->agenda, i);
		if (row >= 0)
			draw_item(room, &list, row, i, title);
	}
	list_mark(&room->agenda, &list, focus);
	draw_totals(room, area);
}

bool room_agenda_key(struct room *room, struct app *app, const struct key *key)
{
	if (!list_key(&room->agenda, key))
		return false;
	if (room->agenda.count > 0)
		room_select_item(room, app, room->items[room->agenda.selected].id);
	return true;
}
