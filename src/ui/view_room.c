/* SPDX-License-Identifier: MIT */
/*
 * The Room: the agenda at the left, at the right who has the floor, who is
 * next, and what was said on the selected item. Three panes take the keys in
 * turn; the note of a statement is written in the log itself while the floor
 * goes on. What is selected is told to the desk, so that the commands know it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "model/symbol.h"
#include "app_inside.h"
#include "cited.h"
#include "room.h"
#include "show.h"
#include "views.h"

enum {
	ONE_PANE = 64, /* columns under which the agenda is shown alone */
	NARROW = 100,  /* columns up to which the agenda is as narrow as it can be */
	AGENDA_LEAST = 30,
	AGENDA_MOST = 64,
	QUEUE_FROM = 150, /* columns from which the speakers' list has a pane */
	QUEUE = 38,
	UNFOLDED = 30, /* rows from which a third of them are for the speakers' list */
	LOOSE = 14,    /* rows from which there are blank ones between */
	TITLE_ROWS = 3,
	LOG_LEAST = 4,
	TWICE = 1000 /* milliseconds between two hits of one key */
};

/* --- the layout --- */

static int agenda_columns(const struct room *room, int columns)
{
	int wanted = columns <= NARROW ? AGENDA_LEAST : columns * 35 / 100;

	if (columns < ONE_PANE)
		return room->focus == PANE_AGENDA && !room_note_is_open(room) ? columns : 0;
	return wanted < AGENDA_MOST ? wanted : AGENDA_MOST;
}

static int queue_rows(const struct room *room, int rows, int left)
{
	int wanted = (int)room->queue.count + 1;

	if (room->focus != PANE_QUEUE || room_note_is_open(room)) {
		if (rows < UNFOLDED || room->queue.count < 2)
			return 1;
		return wanted < rows / 3 ? wanted : rows / 3;
	}
	if (wanted < 3)
		wanted = 3;
	return wanted < left ? wanted : left > 2 ? left : 2;
}

static void layout_right(
	const struct room *room, struct room_layout *layout, const struct area *right)
{
	bool loose = right->rows >= LOOSE;
	int columns = right->columns, row = 0;
	/* Who looks through the agenda, where titles are cut, sees the whole of one. */
	int most = room->focus == PANE_AGENDA ? right->rows / 2 : TITLE_ROWS;
	int title = room_title_rows(room, columns, loose ? most : 1);

	layout->title = area_part(right, row, 0, title, columns);
	row += title + (loose ? 1 : 0);
	layout->floor = area_part(right, row++, 0, 1, columns);
	if (!layout->queue_pane) {
		int queue = queue_rows(room, right->rows, right->rows - row - LOG_LEAST);
		layout->queue = area_part(right, row, 0, queue, columns);
		row += queue;
	}
	if (loose) {
		layout->marks = area_part(right, row, 0, 1, columns);
		row++;
	}
	layout->log = area_part(right, row, 0, right->rows - row, columns);
}

static struct room_layout lay_out(const struct room *room, const struct area *area)
{
	struct room_layout layout = {.queue_pane = area->columns >= QUEUE_FROM};
	int agenda = agenda_columns(room, area->columns);
	int queue = layout.queue_pane ? QUEUE : 0;
	int from = agenda > 0 ? agenda + 1 : 0;
	int to = area->columns - (queue > 0 ? queue + 1 : 0);
	struct area right = area_part(area, 0, from, area->rows, to > from ? to - from : 0);

	layout.agenda = area_part(area, 0, 0, area->rows, agenda);
	if (queue > 0) {
		int below = room->region_count > 0 && area->rows >= UNFOLDED
				    ? room->region_count + 1
				    : 0;
		int list = area->rows - (below > 0 ? below + 1 : 0);
		layout.queue = area_part(area, 0, to + 1, list, queue);
		layout.regions = area_part(area, area->rows - below, to + 1, below, queue);
	}
	layout_right(room, &layout, &right);
	return layout;
}

/* --- state --- */

const struct item_row *room_item(const struct room *room)
{
	for (size_t i = 0; i < room->agenda.count; i++)
		if (room->items[i].id == room->item)
			return &room->items[i];
	return NULL;
}

void room_select_item(struct room *room, struct app *app, int64_t item)
{
	if (item == room->item)
		return;
	room->item = item;
	room->listed = room_item(room) && room_item(room)->lead ? room_item(room)->lead : item;
	app_desk(app)->selected.item = item;
	log_newest(&room->log);
	room->queue.selected = 0;
	app_reload(app);
}

static void room_init(void *state, struct app *app, const void *argument)
{
	struct room *room = state;

	(void)argument;
	arena_init(&room->arena);
	arena_init(&room->members.arena);
	log_init(&room->log);
	room->note = mem_alloc(sizeof *room->note);
	writing_init(room->note);
	room->focus = PANE_LOG;
	room->proposed = app_made(app, "recommendation propose");
	if (app_desk(app)->selected.statement)
		log_select(&room->log, app_desk(app)->selected.statement);
}

static void room_clear(void *state)
{
	struct room *room = state;

	writing_clear(room->note);
	free(room->note);
	log_clear(&room->log);
	arena_clear(&room->members.arena);
	arena_clear(&room->arena);
}

/* --- loading --- */

/* A statement that was begun here is gone to, on whatever item it is. */
static void follow_statement(struct room *room, struct app *app)
{
	int64_t given = app_made(app, "floor give");
	int64_t order = app_made(app, "floor order");
	int64_t made = given ? given : order ? order : app_made(app, "statement add"), place;

	if (made == 0 || made == room->made)
		return;
	room->made = made;
	if (room_note_is_open(room))
		return;
	app_desk(app)->selected.item = store_statement_item(app_store(app), made, &place);
	log_select(&room->log, made);
}

/* So is an item that was taken up here. */
static void follow_item(struct room *room, struct app *app)
{
	int64_t taken_up = app_made(app, "item open");

	if (taken_up == room->taken_up)
		return;
	room->taken_up = taken_up;
	if (taken_up == 0 || taken_up == room->item || room_note_is_open(room))
		return;
	app_desk(app)->selected.item = taken_up;
	log_newest(&room->log);
}

/* One that was proposed here is selected where the recommendations are. */
static void follow_proposal(struct room *room, struct app *app)
{
	int64_t proposed = app_made(app, "recommendation propose");

	if (proposed && proposed != room->proposed)
		app_desk(app)->selected.recommendation = proposed;
	room->proposed = proposed;
}

/* The item or statement that a command or another view has selected meanwhile. */
static void follow_desk(struct room *room, struct app *app)
{
	struct desk *desk = app_desk(app);

	if (desk->selected.item != room->item && room->item)
		log_newest(&room->log);
	if (desk->selected.statement && desk->selected.statement != room->log.id)
		log_select(&room->log, desk->selected.statement);
}

static void tell_desk(struct room *room, struct app *app)
{
	struct desk *desk = app_desk(app);
	bool log = room->focus == PANE_LOG || room_note_is_open(room);

	desk->selected.item = room->item;
	desk->selected.statement = !log ? 0 : room_note_is_open(room) ? room->noted : room->log.id;
}

/* What was said under an item before it was taken up jointly is seen there. */
static int64_t logged_item(const struct room *room)
{
	const struct item_row *item = room_item(room);

	return item && item->lead && item->statements > 0 ? item->id : room->listed;
}

static void room_load(void *state, struct app *app, const struct frame *frame)
{
	struct room *room = state;
	struct canvas none = {.rows = frame->rows, .columns = frame->columns};
	struct area area = {.canvas = &none, .rows = frame->rows, .columns = frame->columns};
	int64_t before = app_desk(app)->selected.item;

	follow_desk(room, app);
	follow_item(room, app);
	follow_statement(room, app);
	follow_proposal(room, app);
	arena_clear(&room->arena);
	room_floor_load(room, app);
	room_agenda_load(room, app, frame->rows);
	room_queue_load(room, app, frame->rows);
	if (room_note_is_open(room))
		log_select(&room->log, room->noted);
	room->region_count = 0;
	if (frame->columns >= QUEUE_FROM)
		room_regions_load(room, app);
	struct room_layout layout = lay_out(room, &area);
	/* Who looks at something else sees who comes next. */
	if (room->focus != PANE_QUEUE)
		room->queue.selected = 0;
	list_fit(&room->queue, room->queue.count, layout.queue.rows - 1);
	if (layout.queue.rows > 1) {
		room_spoken_load(room, app);
		room_order_load(room, app);
	}
	room->log.height = layout.log.rows > 0 ? layout.log.rows : 1;
	room->log.columns = layout.log.columns;
	log_load(&room->log, app, logged_item(room));
	tell_desk(room, app);
	/* The keys that work were found for the item that was selected. */
	if (room->item != before)
		top_select(app);
}

/* A slice of what a long log takes to be added up. */
static bool room_work(void *state, struct app *app)
{
	struct room *room = state;

	if (!room->adding_up)
		return false;
	store_reads_begin(app_store(app));
	room->adding_up = store_spoken_slice(app_store(app), app_session(app));
	if (!room->adding_up)
		app_reload(app);
	return room->adding_up;
}

/* --- drawing --- */

static void room_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct room *room = state;
	struct room_layout layout = lay_out(room, area);
	int right = layout.agenda.columns > 0 ? layout.agenda.columns + 1 : 0;

	if (layout.agenda.columns > 0)
		room_agenda_draw(room, &layout.agenda);
	if (right > 0 && right < area->columns)
		area_bar(area, 0, right - 1, area->rows);
	if (right >= area->columns)
		return;
	if (layout.queue_pane)
		area_bar(area, 0, area->columns - layout.queue.columns - 1, area->rows);
	room_title_draw(room, &layout.title);
	room_floor_draw(room, app, frame->now, &layout.floor);
	room_queue_draw(room, app, frame->now, &layout.queue);
	room_regions_draw(room, frame->now, &layout.regions);
	room_marks_draw(room, app, &layout.log, &layout.marks);
	room_log_draw(room, app, frame->now, &layout.log);
}

/* --- keys --- */

static void set_focus(struct room *room, struct app *app, enum room_pane focus)
{
	room->focus = focus;
	app_reload(app);
}

static bool focus_key(struct room *room, struct app *app, const struct key *key)
{
	/* From the log the speakers' list is wanted most. */
	static const enum room_pane next[] = {PANE_LOG, PANE_AGENDA, PANE_QUEUE};
	static const enum room_pane before[] = {PANE_QUEUE, PANE_LOG, PANE_AGENDA};

	if (key->alt || key->ctrl)
		return false;
	if (key->code == KEY_TAB)
		set_focus(room, app, next[room->focus]);
	else if (key->code == KEY_BACKTAB)
		set_focus(room, app, before[room->focus]);
	else if (key->code == KEY_LEFT)
		set_focus(room, app, PANE_AGENDA);
	else if (key->code == KEY_RIGHT && room->focus == PANE_AGENDA)
		set_focus(room, app, PANE_LOG);
	else if (key->code == KEY_ESCAPE && room->focus != PANE_LOG)
		set_focus(room, app, PANE_LOG);
	else
		return false;
	return true;
}

/* A key that was hit twice, or is held down: nobody is to lose the floor by it. */
static bool pressed_twice(struct room *room, struct app *app)
{
	int64_t now = clock_now(&app_desk(app)->clock), monotonic = clock_monotonic();
	bool twice = room->pressed && now - room->pressed < TWICE &&
		     monotonic - room->pressed_monotonic < TWICE;

	room->pressed = now;
	room->pressed_monotonic = monotonic;
	return twice && room->speaking && app_made(app, "floor give") == room->speaker.id;
}

static bool next_speaker_key(struct room *room, struct app *app, const struct key *key)
{
	bool alt_n = key->code == KEY_CHARACTER && key->alt && !key->ctrl && key->point == 'n';
	bool n = !room_note_is_open(room) && show_key_runs(key, "floor give");

	if (!alt_n && !n && !(key->code == KEY_F && key->point == 5)) {
		room->pressed = 0;
		return false;
	}
	if (pressed_twice(room, app))
		app_say(app, TONE_PLAIN, "%s has only just got the floor; once more skips it",
			show_covered(app, room->speaker.name));
	else
		app_run_with(app, "floor give", NULL);
	return true;
}

/* The note of the selected statement, else of the one being made. */
static void open_note(struct room *room, struct app *app)
{
	const struct statement_row *row = log_selected(&room->log);

	if (room->focus == PANE_LOG && row)
		room_note_open(room, app, row->id);
	else if (room->speaking && (room->focus == PANE_LOG || room->speaker.item == room->listed))
		room_note_open(room, app, room->speaker.id);
	else
		set_focus(room, app, PANE_LOG);
}

static bool log_pane_key(struct room *room, struct app *app, const struct key *key)
{
	bool reload;

	if (!log_key(&room->log, key, &reload))
		return false;
	if (reload)
		app_reload(app);
	tell_desk(room, app);
	return true;
}

static bool pane_key(struct room *room, struct app *app, const struct key *key)
{
	switch (room->focus) {
	case PANE_AGENDA:
		/* Nothing is deleted that has not the focus. */
		return room_agenda_key(room, app, key) || key->code == KEY_DELETE;
	case PANE_QUEUE:
		return room_queue_key(room, app, key);
	case PANE_LOG:
		return log_pane_key(room, app, key);
	}
	return false;
}

static bool room_key(void *state, struct app *app, const struct key *key)
{
	struct room *room = state;

	if (next_speaker_key(room, app, key))
		return true;
	if (room_note_is_open(room))
		return room_note_key(room, app, key);
	if (room_correct_key(room, app, key))
		return true;
	if (focus_key(room, app, key) || pane_key(room, app, key))
		return true;
	if (key->code != KEY_ENTER || key->alt)
		return false;
	open_note(room, app);
	return true;
}

static void room_paste(void *state, struct app *app, const char *text)
{
	struct room *room = state;

	writing_paste(room->note, app, text);
}

static bool room_typing(const void *state)
{
	return room_note_is_open(state);
}

static const char *room_hints(const void *state, const struct app *app)
{
	const struct room *room = state;

	(void)app;
	if (room_note_is_open(room))
		return room_note_hints(room);
	if (room->focus == PANE_QUEUE)
		return room->queue.count > 0 ? "Enter give floor  w off  A absent  Alt-↑↓ move  "
					       "Tab log  N has it  y yields  x text only"
					     : "Tab log";
	return room->focus == PANE_LOG && (room->log.count > 0 || room->speaking) ? "Enter note"
										  : NULL;
}

static void room_keep(void *state, struct app *app)
{
	writing_keep(((struct room *)state)->note, app);
}

/* The speaking clock turns at the full seconds of the speech. */
static int room_deadline(const void *state, const struct app *app, int64_t now)
{
	const struct room *room = state;

	(void)app;
	if (!room->speaking)
		return -1;
	int64_t into = (now - room->speaker.since) % 1000;
	return into < 0 ? 1000 : (int)(1000 - into);
}

/* The note, where one is under the cursor; behind it what the item has. */
static void room_cites(const void *state, struct app *app, struct str *text)
{
	const struct room *room = state;
	const struct statement_row *row = room->focus == PANE_LOG ? log_selected(&room->log) : NULL;

	if (room_note_is_open(room))
		str_addf(text, "%s\n", room->note->edit.text.text);
	else if (row)
		str_addf(text, "%s\n", row->note);
	if (!symbol_find(text->text, &(size_t){0}, &(size_t){0}))
		cited_of_item(app, room->item, text);
}

const struct view_ops view_room = {
	.name = "room",
	.title = "Room",
	.bit = IN_ROOM,
	.size = sizeof(struct room),
	.init = room_init,
	.clear = room_clear,
	.load = room_load,
	.work = room_work,
	.draw = room_draw,
	.key = room_key,
	.paste = room_paste,
	.cites = room_cites,
	.hints = room_hints,
	.typing = room_typing,
	.keep = room_keep,
	.deadline = room_deadline,
	.keys = "Tab, Shift-Tab\tTo the next pane: log, speakers' list, agenda\n"
		"Left, Right\tTo the agenda, back to the log\n"
		"↑ ↓ PageUp PageDown\tMove in the pane\n"
		"Home, End\tThe first, the newest\n"
		"Enter\tWrite the note of the selected statement; give the floor to the one selected "
		"on the list\n"
		"Alt-n, F5\tNext speaker, also while a note is written\n"
		"While a note is written\n"
		"Esc, Ctrl-S\tSave it and go back to the log\n"
		"Alt-Down\tSave it, to the note of the newest statement\n"
		"Alt-Up\tSave it, to the note of the statement before\n"
		"Ctrl-X\tWrite on in $VISUAL or $EDITOR\n"
		"Ctrl-G\tGive up what was typed\n"
		"In the speakers' list\n"
		"w, Delete\tTake the selected one off the list\n"
		"A, y, x\tThe selected one is absent, yields, has circulated its text\n"
		"N\tThe selected one has the floor, not the one it was given to\n"
		"Alt-Up, Alt-Down\tMove the selected one\n",
};
