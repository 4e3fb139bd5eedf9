/* SPDX-License-Identifier: MIT */
/*
 * The room's screen, drawn to be read from afar: the clock in blocks as large as the
 * terminal lets it be, everything else in plain and bold; and its few keys. What is on it
 * (display_read.c) is nothing that is not said aloud in the room.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "model/limit.h"
#include "model/marking.h"
#include "model/number.h"
#include "model/phrase.h"
#include "digits.h"
#include "display_inside.h"
#include "marked.h"
#include "room.h"
#include "show.h"

enum {
	BESIDE = 110,    /* columns from which the list stands beside the floor */
	SMALL_ROWS = 14, /* under which the clock is plain text */
	LARGE_ROWS = 36, /* from which it is doubled */
	TITLE_ROWS = 3,
	STEP = 5 /* columns, of the parts of a text */
};

/* --- parts --- */

/* Wraps text into at most `rows` rows, the last one cut; how many it took. */
static int put_wrapped(
	const struct area *area, int row, int rows, enum style style, const char *text)
{
	size_t length = strlen(text);
	int used = 0;

	while (length > 0 && used < rows) {
		size_t next, bytes = wrap_line(
				     text, length, area->columns > 0 ? area->columns : 1, &next);
		bool last = used == rows - 1;
		char *line = last ? mem_strdup(text) : mem_strndup(text, bytes);
		area_cut(area, row + used, 0, area->columns, style, line);
		free(line);
		used++;
		text += next;
		length -= next;
	}
	return used;
}

static void draw_head(const struct display *display, int64_t now, const struct area *whole)
{
	struct civil here = civil_at(now);
	struct str left, right;

	str_init(&left);
	str_init(&right);
	if (display->sitting) {
		number_ordinal(display->meeting.number, &right);
		str_add(&right, " meeting  ");
	}
	show_clock(&right, &here);
	str_addc(&right, ' ');
	str_addf(&left, " %s", display->session.title ? display->session.title : "");
	area_fill(whole, 0, 0, 1, whole->columns, STYLE_TITLE);
	area_cut(
		whole, 0, 0, whole->columns - utf8_columns(right.text) - 1, STYLE_TITLE, left.text);
	area_right(whole, 0, whole->columns, STYLE_TITLE, right.text);
	str_clear(&left);
	str_clear(&right);
}

/* The largest scale that fits; 0: it must be plain text. */
static int scale_for(const struct area *area, int rows, const char *text)
{
	int scale = rows >= LARGE_ROWS ? 2 : rows >= SMALL_ROWS ? 1 : 0;

	while (scale > 0 && digits_columns(text, scale) > area->columns)
		scale--;
	return scale;
}

/* The row after it. */
static int draw_clock(
	const struct area *area, int row, int scale, enum style style, const char *text)
{
	if (scale == 0) {
		area_cut(area, row, 0, area->columns, style, text);
		return row + 1;
	}
	digits_draw(area, row, 0, scale, style, text);
	return row + DIGIT_ROWS * scale;
}

static int draw_item(const struct display *display, const struct area *area, int row)
{
	struct str line;

	if (!display->on_item)
		return row;
	str_init(&line);
	bool small = area->rows < SMALL_ROWS;
	bool plain = small || strcmp(display->item.stage, display->item.state) == 0;
	const char *stage = plain ? "" : display->item.stage;
	const char *together = display->item.together;
	str_addf(&line, "Item%s %s%s%s  %s", together ? "s" : "",
		together ? together : display->item.printed, *stage ? ", " : "", stage,
		display->item.title);
	row += put_wrapped(area, row, small ? 1 : TITLE_ROWS, STYLE_STRONG, line.text);
	str_clear(&line);
	return row;
}

/* --- the floor --- */

static long spoken(const struct display *display, int64_t now)
{
	int64_t seconds = display->speaker.seconds;

	if (display->speaker.since)
		seconds += (now - display->speaker.since) / 1000;

	return seconds > 0 ? (long)seconds : 0;
}

static enum style style_of(enum limit_state state)
{
	switch (state) {
	case LIMIT_SOON:
		return STYLE_WARN;
	case LIMIT_OVER:
		return STYLE_BAD;
	case LIMIT_NONE:
	case LIMIT_RUNNING:
		break;
	}
	return STYLE_STRONG;
}

static int draw_capacity(const struct display *display, const struct area *area, int row)
{
	const struct statement_row *speaker = &display->speaker;
	const char *kind = room_kind_words(speaker->kind);
	struct str line;

	str_init(&line);
	if (speaker->group)
		str_addf(&line, "on behalf of %s", speaker->group);
	if (kind)
		str_addf(&line, "%s%s", line.length ? ", " : "", kind);
	if (line.length)
		area_cut(area, row++, 0, area->columns, STYLE_TEXT, line.text);
	str_clear(&line);
	return row;
}

/* In blocks the clock says how long, below it stands of how much; in one row the
 * words say both. */
static int draw_time(const struct display *display, int64_t now, const struct area *area, int row)
{
	long seconds = spoken(display, now);
	enum style style = style_of(limit_state(seconds, display->limit));
	struct str time, words;

	str_init(&time);
	str_init(&words);
	phrase_duration(seconds, &time);
	limit_phrase(seconds, display->limit, &words);
	int scale = scale_for(area, area->rows, time.text);
	if (scale > 0) {
		row = draw_clock(area, row + 1, scale, style, time.text) + 1;
		if (display->limit > 0)
			area_cut(area, row++, 0, area->columns, style, words.text);
	} else {
		area_cut(area, row++, 0, area->columns, style, words.text);
	}
	str_clear(&time);
	str_clear(&words);
	return row;
}

static int draw_speaker(
	const struct display *display, int64_t now, const struct area *area, int row)
{
	if (!display->speaking && !display->paused) {
		area_cut(area, row, 0, area->columns, STYLE_FAINT, "Nobody has the floor");
		return row + 1;
	}
	struct str name;
	str_init(&name);
	str_addf(&name, "%s %s%s", display->paused ? "○" : "●", display->speaker.name,
		display->paused ? ", interrupted" : "");
	area_cut(area, row++, 0, area->columns, STYLE_ACCENT, name.text);
	str_clear(&name);
	row = draw_capacity(display, area, row);
	return draw_time(display, now, area, row);
}

static void draw_request(
	const struct request_row *request, size_t place, const struct area *area, int row)
{
	const char *kind = room_kind_words(request->kind);
	struct str line;

	str_init(&line);
	str_add(&line, request->name);
	if (request->group)
		str_addf(&line, ", on behalf of %s", request->group);
	if (strcmp(request->state, "absent") == 0)
		str_add(&line, ", absent when called");
	else if (request->late)
		str_add(&line, ", late");
	if (kind)
		str_addf(&line, ", %s", kind);
	area_textf(area, row, 0, STYLE_FAINT, "%2zu", place);
	area_cut(
		area, row, 4, area->columns - 4, place == 1 ? STYLE_STRONG : STYLE_TEXT, line.text);
	str_clear(&line);
}

static void draw_next(const struct display *display, const struct area *area, int row)
{
	int left = area->rows - row - 1;
	size_t shown = display->next_count;

	if (!display->on_item || left < 0)
		return;
	if (left == 0 && shown > 0) { /* one row: who is next */
		area_text(area, row, 0, STYLE_FAINT, "NEXT");
		area_cut(area, row, 6, area->columns - 6, STYLE_STRONG, display->next[0].name);
		return;
	}
	area_text(area, row, 0, STYLE_FAINT, "NEXT");
	area_cut(area, row++, 6, area->columns - 6, display->closed ? STYLE_STRONG : STYLE_FAINT,
		display->closed ? "the list is closed" : "the list is open");
	if (display->waiting == 0)
		area_cut(area, row, 0, area->columns, STYLE_FAINT, "Nobody is on the list");
	if (shown < (size_t)display->waiting || shown > (size_t)left)
		shown = left - 1 < (int)shown ? (size_t)(left > 1 ? left - 1 : 0) : shown;
	for (size_t i = 0; i < shown; i++)
		draw_request(&display->next[i], i + 1, area, row++);
	if (display->waiting > (int64_t)shown)
		area_textf(area, row, 4, STYLE_FAINT, "and %lld more",
			(long long)(display->waiting - (int64_t)shown));
}

static void draw_floor(const struct display *display, int64_t now, const struct area *area)
{
	bool beside = area->columns >= BESIDE;
	int gap = area->rows >= SMALL_ROWS ? 1 : 0;
	int row = draw_item(display, area, 0);
	int left = beside ? area->columns * 3 / 5 : area->columns;

	row += row > 0 ? gap : 0;
	struct area floor = area_part(area, 0, 0, area->rows, left);
	int after = draw_speaker(display, now, &floor, row) + gap;
	if (beside) {
		struct area list =
			area_part(area, row, left + 2, area->rows - row, area->columns - left - 2);
		area_bar(area, row, left, area->rows - row);
		draw_next(display, &list, 0);
	} else {
		draw_next(display, area, after);
	}
}

/* --- before and between --- */

/* What is so, in words, and the time of the day. */
static void draw_waiting(const struct display *display, int64_t now, const struct area *area)
{
	struct civil here = civil_at(now);
	char time[16];
	int row = 0;

	if (display->sitting) {
		area_cut(area, row++, 0, area->columns, STYLE_STRONG, "The meeting is suspended");
	} else {
		area_cut(area, row++, 0, area->columns, STYLE_STRONG, "No meeting is open");
		if (display->slot)
			area_cut(area, row++, 0, area->columns, STYLE_TEXT, display->slot);
	}
	snprintf(time, sizeof time, "%d:%02d", here.hour, here.minute);
	int scale = scale_for(area, area->rows, time);
	if (scale > 0)
		draw_clock(area, row + 1, scale, STYLE_STRONG, time);
}

/* --- the text --- */

static size_t newest_text(const struct display *display)
{
	const struct text_row *texts = display->texts;
	size_t newest = 0;

	for (size_t i = 1; i < display->text_count; i++)
		if (texts[i].changed > texts[newest].changed ||
			(texts[i].changed == texts[newest].changed &&
				texts[i].id > texts[newest].id))
			newest = i;
	return newest;
}

static size_t chosen_text(const struct display *display)
{
	for (size_t i = 0; i < display->text_count; i++)
		if (display->texts[i].id == display->chosen)
			return i;
	return newest_text(display);
}

static const struct text_row *shown_text(const struct display *display)
{
	return display->text_count > 0 ? &display->texts[chosen_text(display)] : NULL;
}

/* Scrolled no further than to its last line, which only now is known where it is. */
static void keep_on_text(struct display *display, size_t lines, int rows)
{
	size_t room = rows > 0 ? (size_t)rows : 0;
	size_t end = lines > room ? lines - room : 0;

	if (display->top > end)
		display->top = end;
}

/* As the paper that the room has numbers it. */
static void add_parts(struct flow *flow, const struct text_row *text, int columns)
{
	struct arena arena;
	size_t count;
	int step = STEP;

	arena_init(&arena);
	const struct marking_part *parts =
		marking_parts(&arena, text->text, MARKING_GONE, text->numbered, &count);
	for (size_t i = 0; i < count; i++)
		step = flow_label_columns(step, parts[i].label);
	for (size_t i = 0; i < count; i++) {
		bool colon = i + 1 < count && parts[i + 1].level > parts[i].level;
		marked_add(flow, STYLE_STRONG, parts[i].text);
		if (colon)
			flow_add(flow, STYLE_STRONG, ":");
		flow_end(flow, &(struct shape){.columns = columns,
				       .indent = step * parts[i].level,
				       .label = parts[i].level ? parts[i].label : NULL,
				       .label_column = step * (parts[i].level - 1),
				       .label_style = STYLE_STRONG});
	}
	arena_clear(&arena);
}

/* What is proposed stands in it, marked so that it is seen on any projector. */
static void draw_words(
	struct display *display, const struct area *area, const struct text_row *text)
{
	struct flow flow;

	flow_init(&flow);
	add_parts(&flow, text, area->columns);
	if (*text->behind) {
		marked_add(&flow, STYLE_STRONG, text->behind);
		flow_end(&flow, &(struct shape){.columns = area->columns});
	}
	keep_on_text(display, flow.count, area->rows);
	flow_draw(&flow, area, display->top);
	if (area->rows > 0 && flow.count > display->top + (size_t)area->rows)
		area_right(area, area->rows - 1, area->columns, STYLE_STRONG, " …");
	flow_clear(&flow);
}

static void draw_text(struct display *display, const struct area *area)
{
	const struct text_row *shown = shown_text(display);
	int row = draw_item(display, area, 0);

	if (!shown) {
		area_cut(area, row + 1, 0, area->columns, STYLE_FAINT,
			"No text is under discussion");
		return;
	}
	char place[48] = "";
	if (display->text_count > 1 && area->columns >= 30)
		snprintf(place, sizeof place, " %zu of %zu", chosen_text(display) + 1,
			display->text_count);
	if (shown->whose)
		area_cut(area, ++row, 0, area->columns, STYLE_FAINT, shown->whose);
	area_cut(area, ++row, 0, area->columns - (int)strlen(place), STYLE_FAINT, shown->label);
	area_right(area, row, area->columns, STYLE_FAINT, place);
	row += 2;
	/* Lines of some eighty columns are read best. */
	struct area body =
		area_part(area, row, 0, area->rows - row, area->columns < 90 ? area->columns : 90);
	draw_words(display, &body, shown);
}

/* --- the whole --- */

static void draw_body(struct display *display, int64_t now, const struct area *area)
{
	if (display->problem) {
		int row = put_wrapped(area, 0, area->rows, STYLE_WARN, display->problem);
		area_cut(area, row + 1, 0, area->columns, STYLE_FAINT,
			"It is looked for again every second.");
	} else if (display->in_text) {
		draw_text(display, area);
	} else if (!display->sitting || display->meeting.suspended) {
		draw_waiting(display, now, area);
	} else {
		draw_floor(display, now, area);
	}
}

void display_draw(struct display *display, int64_t now, struct canvas *canvas)
{
	struct area whole = canvas_area(canvas);
	int margin = whole.columns >= BESIDE ? 4 : whole.columns >= 40 ? 2 : 0;
	int top = whole.rows >= SMALL_ROWS ? 2 : 1;

	draw_head(display, now, &whole);
	struct area body =
		area_part(&whole, top, margin, whole.rows - top - 1, whole.columns - 2 * margin);
	draw_body(display, now, &body);
	if (display->keys && whole.rows > 2)
		area_cut(&whole, whole.rows - 1, margin, whole.columns - margin, STYLE_FAINT,
			display->in_text && display->text_count > 1
				? "f floor  t text  ←→ next  q leave"
				: "f floor  t text  q leave");
	area_cursor(&whole, whole.rows - 1, 0, false);
}

int display_deadline(const struct display *display, int64_t now)
{
	int64_t since = display->speaking ? now - display->speaker.since : now;
	int64_t into = since % 1000;

	return into < 0 ? 1000 : (int)(1000 - into);
}

/* --- keys --- */

/* Behind the last comes the first. The newest is followed, whichever it becomes. */
static void choose(struct display *display, bool back)
{
	size_t at = chosen_text(display), count = display->text_count;

	if (count < 2)
		return;
	at = (at + (back ? count - 1 : 1)) % count;
	display->chosen = at == newest_text(display) ? 0 : display->texts[at].id;
	display->top = 0;
}

static void show(struct display *display, bool text)
{
	display->in_text = text;
	display->keys = false;
	display->top = 0;
}

bool display_key(struct display *display, const struct key *key)
{
	uint32_t letter = key_letter(key);

	if (letter == 'q' || key_ctrl(key) == 'c' || key_ctrl(key) == 'q')
		return true;
	if (letter == 't')
		show(display, !display->in_text);
	else if (letter == 'f' || key->code == KEY_ESCAPE)
		show(display, false);
	else if (display->in_text && key->code == KEY_UP)
		display->top -= display->top > 0;
	else if (display->in_text && key->code == KEY_DOWN)
		display->top++;
	else if (display->in_text && (key->code == KEY_LEFT || key->code == KEY_RIGHT))
		choose(display, key->code == KEY_LEFT);
	else
		display->keys = !display->keys;
	return false;
}
