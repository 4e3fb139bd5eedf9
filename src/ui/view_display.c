/* SPDX-License-Identifier: MIT */
/*
 * The room's screen. It is read whole, a handful of rows, and drawn from afar:
 * the clock in blocks as large as the terminal lets it be, everything else in
 * plain and bold. Nothing is on it that is not said aloud in the room.
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
#include "store/agenda.h"
#include "store/floor.h"
#include "store/limit.h"
#include "store/meeting.h"
#include "store/recommendation.h"
#include "ui/display.h"
#include "digits.h"
#include "room.h"

enum {
	NEXT_MOST = 50,  /* of the list, that are read */
	OPEN_ITEMS = 16, /* of which one is shown */
	BESIDE = 110,    /* columns from which the list stands beside the floor */
	SMALL_ROWS = 14, /* under which the clock is plain text */
	LARGE_ROWS = 36, /* from which it is doubled */
	TITLE_ROWS = 3
};

struct text_row {
	int64_t id, changed;
	const char *label, *text;
};

struct display {
	struct arena arena;
	const char *problem; /* instead of all that follows; NULL = none */
	struct session_row session;
	bool sitting;
	struct meeting_row meeting;
	const char *slot; /* that comes, in words; NULL = none */
	bool on_item;
	struct item_row item;
	bool speaking, paused;
	struct statement_row speaker; /* who has the floor, or had it when it was paused */
	int limit;                    /* of the speech in seconds; 0 = none */
	bool closed;                  /* the list */
	struct request_row *next;
	size_t next_count;
	int64_t waiting;
	struct text_row *texts; /* the one changed last is first */
	size_t text_count;
	/* What the person at it has chosen. */
	bool in_text, keys;
	int64_t chosen; /* text; 0 = the one changed last */
	size_t top;     /* its first line shown */
};

struct display *display_new(void)
{
	struct display *display = mem_alloc(sizeof *display);

	arena_init(&display->arena);
	display->keys = true;
	return display;
}

void display_free(struct display *display)
{
	if (display)
		arena_clear(&display->arena);
	free(display);
}

/* --- reading --- */

/* What was chosen stays; all that was read goes. */
static void forget(struct display *display)
{
	arena_clear(&display->arena);
	*display = (struct display){.in_text = display->in_text,
		.keys = display->keys,
		.chosen = display->chosen,
		.top = display->top};
}

void display_missing(struct display *display, const char *sentence)
{
	forget(display);
	display->problem = arena_strdup(&display->arena, sentence);
}

/* The item that is spoken on, else one whose list is waited on, else any that is open. */
static int64_t item_of_now(struct display *display, struct store *store, int64_t session)
{
	int64_t items[OPEN_ITEMS];
	size_t count = store_items_open(store, session, items, OPEN_ITEMS);

	if (display->speaking || display->paused)
		return display->speaker.item;
	for (size_t i = 0; i < count && i < OPEN_ITEMS; i++)
		if (store_request_waits(store, items[i]))
			return items[i];
	return count > 0 ? items[0] : 0;
}

static void load_speaker(struct display *display, struct desk *desk)
{
	struct store *store = desk->store;
	int64_t session = desk->session;
	struct limits limits;

	display->speaking =
		store_statement_running(store, session, &display->arena, &display->speaker);
	display->paused = !display->speaking && store_statement_paused(store, session,
							&display->arena, &display->speaker);
	if (!display->speaking && !display->paused)
		return;
	store_limits(store, session, desk_rules(desk), &display->arena, &limits);
	display->limit = store_limit_of_statement(store, &limits, display->speaker.id);
}

static void load_list(struct display *display, struct store *store)
{
	display->next = store_requests(
		store, display->item.id, NEXT_MOST, &display->arena, &display->next_count);
	display->waiting = store_requests_waiting(store, display->item.id);
	if (display->waiting < (int64_t)display->next_count) /* who was absent stays on it */
		display->waiting = (int64_t)display->next_count;
	display->closed = store_list_closed(store, display->item.id) != 0;
}

static int64_t last_change(struct store *store, int64_t recommendation, struct arena *arena)
{
	size_t count;
	const struct history_row *rows =
		store_recommendation_history(store, recommendation, arena, &count);

	return count > 0 ? rows[count - 1].at : 0;
}

static int newest_first(const void *a, const void *b)
{
	const struct text_row *one = a, *other = b;

	if (one->changed != other->changed)
		return one->changed > other->changed ? -1 : 1;
	return one->id > other->id ? -1 : one->id < other->id;
}

/* Texts that are not decided on: of the item, else of the whole session. */
static void load_texts(struct display *display, struct store *store, int64_t session, int64_t item)
{
	size_t count;
	const struct recommendation_row *rows =
		store_recommendations(store, session, &display->arena, &count);

	display->text_count = 0;
	display->texts = arena_alloc(&display->arena, (count + 1) * sizeof *display->texts);
	for (size_t i = 0; i < count; i++) {
		if (!recommendation_open(rows[i].state) ||
			rows[i].state == RECOMMENDATION_DEFERRED || (item && rows[i].item != item))
			continue;
		display->texts[display->text_count++] = (struct text_row){.id = rows[i].id,
			.changed = last_change(store, rows[i].id, &display->arena),
			.label = arena_printf(&display->arena, "Recommendation %d, %s, version %d",
				rows[i].number, recommendation_label(rows[i].state),
				rows[i].version),
			.text = rows[i].text};
	}
	qsort(display->texts, display->text_count, sizeof *display->texts, newest_first);
	if (display->text_count == 0 && item)
		load_texts(display, store, session, 0);
}

static void load_slot(struct display *display, struct store *store, int64_t session, int64_t now)
{
	int64_t wanted = store_slot_at(store, session, now);
	size_t count;
	const struct slot_row *slots = store_slots(store, session, &display->arena, &count);
	struct str words;

	str_init(&words);
	for (size_t i = 0; i < count; i++) {
		if (slots[i].id != wanted)
			continue;
		phrase_short_day(slots[i].date, &words);
		if (slots[i].from >= 0) {
			str_add(&words, ", ");
			phrase_hours(slots[i].from, slots[i].to, &words);
		}
		if (slots[i].items && *slots[i].items)
			str_addf(&words, " · %s %s", strchr(slots[i].items, ',') ? "items" : "item",
				slots[i].items);
		display->slot = arena_strdup(&display->arena, words.text);
	}
	str_clear(&words);
}

static void load_all(struct display *display, struct desk *desk)
{
	struct store *store = desk->store;
	int64_t session = desk->session;
	struct arena *arena = &display->arena;

	if (!store_session(store, session, arena, &display->session)) {
		display->problem = "The session is not there any more.";
		return;
	}
	display->sitting = store_meeting_open_now(store, session, arena, &display->meeting);
	load_speaker(display, desk);
	int64_t item = item_of_now(display, store, session);
	display->on_item = item && store_item(store, item, arena, &display->item);
	if (display->on_item)
		load_list(display, store);
	load_texts(display, store, session, item);
	if (!display->sitting)
		load_slot(display, store, session, desk_now(desk));
}

bool display_load(struct display *display, struct desk *desk, struct err *err)
{
	forget(display);
	store_reads_begin(desk->store);
	store_read_begin(desk->store);
	load_all(display, desk);
	store_read_end(desk->store);
	if (store_reads_good(desk->store, err))
		return true;
	display_missing(display, err->text);
	return false;
}

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
	str_addf(&right, "%02d:%02d ", here.hour, here.minute);
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

static size_t chosen_text(const struct display *display)
{
	for (size_t i = 0; i < display->text_count; i++)
		if (display->texts[i].id == display->chosen)
			return i;
	return 0;
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

static void draw_text(struct display *display, const struct area *area)
{
	const struct text_row *shown = shown_text(display);
	int row = draw_item(display, area, 0);

	if (!shown) {
		area_cut(area, row + 1, 0, area->columns, STYLE_FAINT,
			"No text is under discussion");
		return;
	}
	area_cut(area, ++row, 0, area->columns, STYLE_FAINT, shown->label);
	if (display->text_count > 1) {
		char place[48];
		snprintf(place, sizeof place, "%zu of %zu", chosen_text(display) + 1,
			display->text_count);
		area_right(area, row, area->columns, STYLE_FAINT, place);
	}
	row += 2;
	/* Lines of some eighty columns are read best. */
	struct area body =
		area_part(area, row, 0, area->rows - row, area->columns < 90 ? area->columns : 90);
	const char *text = shown->text;
	size_t length = strlen(text);
	keep_on_text(
		display, wrap_count(text, length, body.columns > 0 ? body.columns : 1), body.rows);
	for (size_t line = 0; line < display->top && length > 0; line++) {
		size_t next;
		wrap_line(text, length, body.columns > 0 ? body.columns : 1, &next);
		if (next >= length)
			break;
		text += next;
		length -= next;
	}
	put_wrapped(&body, 0, body.rows, STYLE_STRONG, text);
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
			"f floor  t text  q leave");
	area_cursor(&whole, whole.rows - 1, 0, false);
}

int display_deadline(const struct display *display, int64_t now)
{
	int64_t since = display->speaking ? now - display->speaker.since : now;
	int64_t into = since % 1000;

	return into < 0 ? 1000 : (int)(1000 - into);
}

/* --- keys --- */

static void choose(struct display *display, int by)
{
	size_t at = chosen_text(display);

	if (display->text_count == 0 || (by < 0 && at == 0) ||
		(by > 0 && at + 1 >= display->text_count))
		return;
	at = by < 0 ? at - 1 : at + 1;
	display->chosen = at == 0 ? 0 : display->texts[at].id;
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
		choose(display, key->code == KEY_LEFT ? -1 : 1);
	else
		display->keys = !display->keys;
	return false;
}
