/* SPDX-License-Identifier: MIT */
/*
 * The log of an item: a window of its statements, whatever their number. The window
 * holds what is seen, and a quarter as much again on both sides when the cursor has left
 * the newest; it is read anew only when the cursor comes near its end, so a key costs the
 * same in a log of a hundred thousand. The selected statement unfolds its note; all
 * others are one line. The cursor is remembered by the statement's id and place, never by
 * an index, so it stays where it is when others write.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "model/phrase.h"
#include "room.h"
#include "show.h"

enum {
	NOTE_INDENT = 8,
	SPARE = 2,       /* rows beside those seen, so that a step asks for none */
	EDITOR_ROWS = 3, /* at least, while a note is written */
	NOTE_HEAD = 1,   /* above them, whose note it is */
	NAME_LEAST = 8,
	TIME = 5,
	DURATION = 7,
	POINT_LEAST = 14, /* columns that the beginning of one takes */
	MORE_POINTS = 4   /* columns of " +12" */
};

void log_init(struct log *log)
{
	*log = (struct log){.follow = true, .height = 1, .columns = 80};
	arena_init(&log->arena);
}

void log_clear(struct log *log)
{
	arena_clear(&log->arena);
	log->rows = NULL;
	log->count = 0;
}

const struct statement_row *log_selected(const struct log *log)
{
	return log->count > 0 ? &log->rows[log->selected] : NULL;
}

/* --- the window --- */

static size_t height(const struct log *log)
{
	return log->height > 0 ? (size_t)log->height : 1;
}

static void remember(struct log *log)
{
	const struct statement_row *row = log_selected(log);

	log->id = row ? row->id : 0;
	log->place = row ? row->place : 0;
	log->follow = log->at_end && (!row || log->selected + 1 == log->count);
}

/* How many rows are read before the cursor's, and from it on. */
struct reach {
	size_t before, after;
};

static void read(struct log *log, struct app *app, int64_t item, struct reach reach)
{
	int64_t from = log->follow ? INT64_MAX : log->place;
	size_t count = 0, before = 0;

	arena_clear(&log->arena);
	log->rows = item ? store_statements(app_store(app), app_session(app), item, from,
				   reach.before, reach.after, &log->arena, &count)
			 : NULL;
	log->count = count;
	while (before < count && log->rows[before].place < from)
		before++;
	log->name_columns = 0;
	for (size_t i = 0; i < count; i++) {
		int own = utf8_columns(log->rows[i].name);
		if (own > log->name_columns)
			log->name_columns = own;
	}
	log->at_start = before < reach.before;
	log->at_end = log->follow || count - before < reach.after;
}

/* The row with the id, else the one that has come to its place. */
static size_t find(const struct log *log)
{
	for (size_t i = 0; i < log->count; i++)
		if (log->rows[i].id == log->id)
			return i;
	for (size_t i = 0; i < log->count; i++)
		if (log->rows[i].place >= log->place)
			return i;
	return log->count > 0 ? log->count - 1 : 0;
}

/* The first one seen follows the cursor; of a note's rows nothing is known here. */
static void scroll(struct log *log)
{
	if (log->top > log->selected)
		log->top = log->selected;
	if (log->selected - log->top >= height(log))
		log->top = log->selected + 1 - height(log);
}

/* What lies beyond the window is owed until it is read. */
static void move(struct log *log, long by)
{
	size_t distance = (size_t)labs(by),
	       room = by < 0 ? log->selected : log->count - 1 - log->selected;
	bool more = by < 0 ? !log->at_start : !log->at_end;

	log->owed = 0;
	if (log->count == 0)
		return;
	if (distance > room) {
		long beyond = (long)(distance - room);
		log->owed = !more ? 0 : by < 0 ? -beyond : beyond;
		distance = room;
	}
	if (by < 0)
		log->selected -= distance;
	else
		log->selected += distance;
	scroll(log);
	remember(log);
}

/* unfolded: rows below the selected one. */
static size_t top_row(const struct log *log, int high, int unfolded)
{
	size_t top = log->top, rows = (size_t)(high > 0 ? high : 1);
	size_t own = 1 + (size_t)unfolded;

	if (own > rows)
		own = rows;
	if (top > log->selected)
		top = log->selected;
	if (log->selected - top + own > rows)
		top = log->selected + own - rows;
	size_t below = log->count - top + own - 1;
	while (top > 0 && below < rows) {
		top--;
		below++;
	}
	return top;
}

/* All that may be seen wherever in the window the cursor's row is, and a page beyond. */
static struct reach all_around(const struct log *log)
{
	return (struct reach){2 * height(log), 2 * height(log)};
}

/* What is seen now, and a quarter as much on both sides; of the newest what is seen. Where
 * the cursor is to go somewhere else all around it. */
static struct reach reach_of(const struct log *log)
{
	const struct statement_row *row = log_selected(log);
	size_t high = height(log), spare = high / 4 + SPARE;

	if (log->follow)
		return (struct reach){high + SPARE, 0};
	if (!row || row->id != log->id || log->owed)
		return all_around(log);
	size_t above = log->selected - top_row(log, log->height, 0);
	return (struct reach){above + spare, high - above + spare};
}

/* What is seen is there, and on both sides a row more or the end of the log. */
static bool is_covered(const struct log *log)
{
	size_t top = top_row(log, log->height, 0);

	return (top > 0 || log->at_start) && (log->count - top > height(log) || log->at_end);
}

static void settle(struct log *log, int64_t top_place)
{
	log->selected = log->follow && log->count > 0 ? log->count - 1 : find(log);
	log->top = 0;
	while (log->top + 1 < log->count && log->rows[log->top].place < top_place)
		log->top++;
	scroll(log);
}

void log_load(struct log *log, struct app *app, int64_t item)
{
	int64_t top_place = log->top < log->count ? log->rows[log->top].place : 0;
	struct reach reach = reach_of(log);
	long owed = log->owed;
	int64_t place;

	if (!log->follow && log->id && item &&
		store_statement_item(app_store(app), log->id, &place) == item)
		log->place = place;
	read(log, app, item, reach);
	settle(log, top_place);
	if (!log->follow && !is_covered(log)) {
		read(log, app, item, all_around(log));
		settle(log, top_place);
	}
	remember(log);
	move(log, owed);
}

void log_select(struct log *log, int64_t statement)
{
	log->id = statement;
	log->follow = false;
}

void log_newest(struct log *log)
{
	log->follow = true;
}

/* --- keys --- */

static bool near_an_end(const struct log *log)
{
	return log->owed || (!log->at_start && log->selected < SPARE) ||
	       (!log->at_end && log->selected + SPARE >= log->count);
}

static void go_to_end(struct log *log, bool newest, bool *reload)
{
	log->follow = newest;
	if (!newest) {
		log->id = 0;
		log->place = INT64_MIN;
	}
	*reload = true;
}

bool log_key(struct log *log, const struct key *key, bool *reload)
{
	int page = log->height > 2 ? log->height - 1 : 1;
	uint32_t letter = key_letter(key);

	*reload = false;
	if (key->ctrl || key->alt)
		return false;
	if (key->code == KEY_UP || letter == 'k')
		move(log, -1);
	else if (key->code == KEY_DOWN || letter == 'j')
		move(log, 1);
	else if (key->code == KEY_PAGEUP)
		move(log, -page);
	else if (key->code == KEY_PAGEDOWN)
		move(log, page);
	else if (key->code == KEY_HOME || key->code == KEY_END)
		go_to_end(log, key->code == KEY_END, reload);
	else
		return false;
	*reload = *reload || near_an_end(log);
	return true;
}

/* --- drawing --- */

int room_note_columns(int log_columns)
{
	return log_columns - NOTE_INDENT - 1 > 8 ? log_columns - NOTE_INDENT - 1 : 8;
}

/* The columns of a row, from what is in the window. */
struct columns {
	int name, name_width;
	int end_of_duration;
	int note;
	struct str *text; /* in which what is drawn is put together, one after the other */
};

static struct columns columns_of(const struct log *log, const struct app *app, int columns)
{
	int widest = log->name_columns, most = columns / 3;

	if (log->count > 0 && app_hidden(app))
		widest = utf8_columns(show_covered(app, log->rows[0].name));
	if (widest < NAME_LEAST)
		widest = NAME_LEAST;
	if (widest > most && most >= NAME_LEAST)
		widest = most;
	return (struct columns){.name = TIME + 3,
		.name_width = widest,
		.end_of_duration = TIME + 3 + widest + DURATION,
		.note = TIME + 3 + widest + DURATION + 2};
}

static void draw_times(const struct area *area, int row, const struct statement_row *s,
	const struct columns *columns)
{
	struct str *text = columns->text;

	str_reset(text);
	if (s->started) {
		struct civil began = civil_at(s->started);
		show_clock(text, &began);
		area_text(area, row, 1, STYLE_TEXT, text->text);
		str_reset(text);
	}
	if (s->stopped)
		phrase_duration((long)s->seconds, text);
	else if (s->started)
		str_add(text, "now");
	area_right(area, row, columns->end_of_duration, STYLE_TEXT, text->text);
}

/* Appends the next point of a note; what is behind it, NULL behind the last. */
static const char *add_point(struct str *out, const char *at, bool first)
{
	size_t line = strcspn(at, "\n");

	str_add(out, first ? "" : "; ");
	str_addn(out, at, line);
	return at[line] ? at + line + 1 : NULL;
}

/* How many there are from here on. */
static size_t count_points(const char *at)
{
	size_t count = at != NULL;

	while (at && (at = strchr(at, '\n'))) {
		at++;
		count++;
	}
	return count;
}

/* The points of a note of which at least the beginning is seen in one line, the first one
 * at any rate; how many there are besides. */
static size_t add_points(struct str *out, const char *note, int columns)
{
	const char *at = *note ? note : NULL, *left = NULL;
	size_t before = out->length, end = 0;
	int used = utf8_columns(out->text);

	while (at && (at == note || used <= columns)) {
		size_t start = out->length;
		if (!left && at != note && used + POINT_LEAST + MORE_POINTS > columns) {
			left = at; /* unless all of them fit */
			end = start;
		}
		at = add_point(out, at, start == before);
		used += utf8_columns(out->text + start);
	}
	if (used <= columns)
		return 0;
	if (left)
		str_cut(out, end);
	return count_points(left ? left : at);
}

/* What was said in one line, and at its end how many points more there are. */
static void draw_summary(const struct area *area, int row, const struct columns *columns,
	const struct app *app, const struct statement_row *s)
{
	int width = area->columns - columns->note - 1;
	struct str *text = columns->text;

	if (width < 4)
		return;
	str_reset(text);
	if (s->group) {
		str_add(text, "for ");
		str_add(text, show_covered(app, s->group));
		str_add(text, s->note[0] ? ": " : "");
	}
	size_t left = add_points(text, show_covered(app, s->note), width);
	if (left > 0 && width > 2 * MORE_POINTS) {
		size_t length = text->length;
		str_addc(text, '+');
		str_add_number(text, left, 1);
		area_right(area, row, area->columns - 1, STYLE_FAINT, text->text + length);
		width -= (int)(text->length - length) + 1;
		str_cut(text, length);
	}
	area_cut(area, row, columns->note, width, STYLE_TEXT, text->text);
}

/* What else is known of the selected one, in the place of its note's summary. */
static void draw_particulars(const struct area *area, int row, const struct columns *columns,
	const struct app *app, const struct statement_row *s, int64_t now)
{
	char number[24], date[11], today[11];
	struct civil began = civil_at(s->started), here = civil_at(now);
	struct str *text = columns->text;

	snprintf(number, sizeof number, "s%d", s->number);
	int end = area->columns - 1, room = end - columns->note - (int)strlen(number) - 1;
	area_right(area, row, end, STYLE_FAINT, number);
	str_reset(text);
	if (s->group)
		str_addf(text, "for %s  ", show_covered(app, s->group));
	if (s->person)
		str_addf(text, "%s  ", show_covered(app, s->person));
	if (room_kind_words(s->kind))
		str_addf(text, "%s  ", room_kind_words(s->kind));
	civil_format_date(&began, date);
	civil_format_date(&here, today);
	if (s->started && strcmp(date, today) != 0)
		phrase_short_day(date, text);
	if (room > 0)
		area_cut(area, row, columns->note, room, STYLE_TEXT, text->text);
}

static void draw_row(const struct room *room, const struct app *app, int64_t now,
	const struct area *area, int row, size_t i, const struct columns *columns)
{
	const struct statement_row *s = &room->log.rows[i];
	bool running = s->started && !s->stopped;

	draw_times(area, row, s, columns);
	area_cut(area, row, columns->name, columns->name_width, running ? STYLE_ACCENT : STYLE_TEXT,
		show_covered(app, s->name));
	if (i == room->log.selected)
		draw_particulars(area, row, columns, app, s, now);
	else
		draw_summary(area, row, columns, app, s);
}

static bool writing_selected(const struct room *room)
{
	const struct statement_row *s = log_selected(&room->log);

	return s && room_note_is_open(room) && s->id == room->noted;
}

/* Rows below the selected one. */
static int unfolded_rows(const struct room *room, const struct app *app, const struct area *area)
{
	const struct statement_row *s = log_selected(&room->log);
	int columns = room_note_columns(area->columns), most = area->rows - 1;
	size_t rows;

	if (writing_selected(room)) {
		rows = edit_rows(&room->note->edit, columns);
		rows = (rows < EDITOR_ROWS ? EDITOR_ROWS : rows) + NOTE_HEAD;
	} else {
		const char *note = s ? show_covered(app, s->note) : "";
		rows = note[0] ? wrap_count(note, strlen(note), columns) : 0;
	}
	return rows < (size_t)most ? (int)rows : most;
}

static void draw_note(const struct app *app, const struct area *box, const struct statement_row *s)
{
	const char *text = show_covered(app, s->note);
	size_t length = strlen(text);

	for (int row = 0; row < box->rows && length > 0; row++) {
		size_t next, bytes = wrap_line(text, length, box->columns, &next);
		char *line = mem_strndup(text, bytes);
		area_text(box, row, 0, STYLE_TEXT, line);
		free(line);
		text += next;
		length -= next;
	}
	if (length > 0)
		area_text(box, box->rows - 1, box->columns - 1, STYLE_FAINT, "…");
}

/* What is below the selected row: its note, or the editor. */
static void draw_unfolded(
	const struct room *room, const struct app *app, const struct area *area, int row, int rows)
{
	int columns = room_note_columns(area->columns);
	struct area box = area_part(area, row, NOTE_INDENT, rows, columns);

	if (!writing_selected(room)) {
		draw_note(app, &box, log_selected(&room->log));
		return;
	}
	/* Whose note it is: while it is written others get the floor. */
	if (rows > NOTE_HEAD) {
		area_rule(area, row, NOTE_INDENT - 2, columns + 2);
		area_textf(area, row, NOTE_INDENT, STYLE_STRONG, " Note of %s, s%d ",
			show_covered(app, log_selected(&room->log)->name), room->noted_number);
		box = area_part(area, row + NOTE_HEAD, NOTE_INDENT, rows - NOTE_HEAD, columns);
	}
	edit_draw(&room->note->edit, &box, STYLE_TEXT, true);
}

static void mark_selected(const struct room *room, const struct area *area, int row)
{
	bool focus = room->focus == PANE_LOG && !room_note_is_open(room);

	area_style(area, row, 0, area->columns, focus ? STYLE_SELECTED : STYLE_MARKED);
	if (focus)
		area_cursor(area, row, 0, false);
}

static void draw_empty(const struct room *room, const struct area *area)
{
	const struct item_row *item = room_item(room);

	if (item)
		area_cut(area, 0, 1, area->columns - 2, STYLE_FAINT,
			item->leaf ? "nothing has been said on this item"
				   : "statements are logged on the items below it");
	if (room->focus == PANE_LOG && !room_note_is_open(room))
		area_cursor(area, 0, 0, false);
}

void room_log_draw(
	const struct room *room, const struct app *app, int64_t now, const struct area *area)
{
	const struct log *log = &room->log;
	int unfolded = unfolded_rows(room, app, area), row = 0;
	struct columns columns = columns_of(log, app, area->columns);
	struct str text = STR_EMPTY;

	if (log->count == 0) {
		draw_empty(room, area);
		return;
	}
	columns.text = &text;
	for (size_t i = top_row(log, area->rows, unfolded); i < log->count && row < area->rows;
		i++) {
		draw_row(room, app, now, area, row, i, &columns);
		if (i == log->selected) {
			mark_selected(room, area, row);
			if (unfolded > 0)
				draw_unfolded(room, app, area, row + 1, unfolded);
			row += unfolded;
		}
		row++;
	}
	str_clear(&text);
}

/* What lies outside what is seen. */
void room_marks_draw(const struct room *room, const struct app *app, const struct area *seen,
	const struct area *area)
{
	const struct log *log = &room->log;
	size_t unfolded = (size_t)unfolded_rows(room, app, seen);
	size_t top = top_row(log, seen->rows, (int)unfolded);
	bool above = !log->at_start || top > 0;
	bool below = !log->at_end || log->count - top + unfolded > (size_t)seen->rows;

	if (area->rows > 0 && log->count > 0 && (above || below))
		area_right(area, 0, area->columns - 1, STYLE_FAINT,
			above && below ? "↑ older  ↓ newer"
			: above        ? "↑ older"
				       : "↓ newer");
}
