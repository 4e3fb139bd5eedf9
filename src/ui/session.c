/* SPDX-License-Identifier: MIT */
/*
 * Entering a session. If today is none of its days, everything that would be
 * logged would have a wrong time, so one question comes first: rehearse (in a
 * copy, with a clock that starts at the first slot), log afterwards (the person
 * types the times), or look (nothing can be changed).
 */
#include <stdio.h>
#include <string.h>

#include "base/civil.h"
#include "model/phrase.h"
#include "store/journal.h"
#include "app_inside.h"
#include "flow.h"
#include "panel.h"
#include "session.h"
#include "views.h"
#include "writing.h"

enum { BEFORE = 5 * 60000, ROWS = 10 };

int64_t session_beginning(struct app *app)
{
	struct arena arena;
	struct civil civil;
	size_t count = 0;
	int64_t at = 0;

	arena_init(&arena);
	struct slot_row *slots = store_slots(app_store(app), app_session(app), &arena, &count);
	if (count > 0 && civil_parse_date(slots[0].date, &civil)) {
		civil.hour = slots[0].from >= 0 ? slots[0].from / 60 : 10;
		civil.minute = slots[0].from >= 0 ? slots[0].from % 60 : 0;
		at = civil_ms(&civil) - BEFORE;
	}
	arena_clear(&arena);
	return at;
}

/* When the newest command was given since the session was made; 0 = none was. */
static int64_t last_time(struct app *app)
{
	struct arena arena;
	size_t count = 0;
	int64_t at = 0;

	arena_init(&arena);
	struct journal_row *rows =
		store_journal(app_store(app), app_session(app), 0, 1, &arena, &count);
	if (count > 0 && strcmp(rows[0].command, "agenda load") != 0 &&
		strcmp(rows[0].command, "session copy") != 0)
		at = rows[0].at;
	arena_clear(&arena);
	return at;
}

static bool own_clock(const struct desk *desk)
{
	return desk->at != 0 || desk->clock.stands || desk->clock.shift != 0;
}

static bool is_day_of(const struct session_row *session, int64_t now)
{
	struct civil today = civil_at(now);
	char date[11];

	civil_format_date(&today, date);
	return strcmp(date, session->from) >= 0 && strcmp(date, session->to) <= 0;
}

/* Where it was left; a clock that was set to a later time stays. */
static void go_on_rehearsing(struct app *app)
{
	struct desk *desk = app_desk(app);
	int64_t last = last_time(app);

	if (!own_clock(desk))
		clock_shift_to(&desk->clock, last ? last : session_beginning(app));
	else if (last > desk_now(desk))
		clock_shift_to(&desk->clock, last);
}

void session_entered(struct app *app)
{
	struct desk *desk = app_desk(app);
	struct session_row session;
	struct arena arena;

	arena_init(&arena);
	app->looking = false;
	if (store_session(desk->store, desk->session, &arena, &session)) {
		if (session.timezone)
			zone_set(session.timezone, NULL);
		if (session.rehearsal && !desk->clock.stands && !desk->at)
			go_on_rehearsing(app);
		else if (!own_clock(desk) && !is_day_of(&session, desk_now(desk)))
			app_push(app, &view_day, NULL);
	}
	arena_clear(&arena);
}

void session_enter(struct app *app, int64_t session)
{
	struct desk *desk = app_desk(app);

	desk->session = session;
	desk->at = 0;
	if (!desk->clock.stands)
		desk->clock.shift = 0;
	memset(&desk->selected, 0, sizeof desk->selected);
	app_show(app, &view_room);
	session_entered(app);
	app_reload(app);
}

/* A copy of the session under its own name, or the one that there is. */
static void session_rehearse(struct app *app)
{
	struct words words = {.command = command_find("session copy")};
	struct session_row session;
	struct arena arena;

	arena_init(&arena);
	if (store_session(app_store(app), app_session(app), &arena, &session)) {
		const char *key = arena_printf(&arena, "%s-rehearsal", session.key);
		int64_t there = store_session_find(app_store(app), key);
		writing_put(&words, "id", key);
		writing_put(&words, "rehearse", "yes");
		if (there)
			session_enter(app, there);
		else
			app_run(app, &words, NULL, NULL);
	}
	arena_clear(&arena);
}

/* --- the question --- */

struct day {
	struct flow flow;
};

static void day_init(void *state, struct app *app, const void *argument)
{
	(void)app;
	(void)argument;
	flow_init(&((struct day *)state)->flow);
}

static void day_clear(void *state)
{
	flow_clear(&((struct day *)state)->flow);
}

static void say_choice(struct flow *flow, const char *key, const char *name, const char *what,
	int columns)
{
	struct shape shape = {.columns = columns - 1, .indent = 5, .label = key, .label_column = 2,
		.label_style = STYLE_KEY};

	flow_add(flow, STYLE_STRONG, name);
	flow_addf(flow, STYLE_TEXT, ": %s", what);
	flow_end(flow, &shape);
}

static void say_why(struct day *day, struct app *app, int columns)
{
	struct civil today = civil_at(app_now(app));
	const struct session_row *session = &app->top.session;
	struct str days, now;
	char date[11];

	str_init(&days);
	str_init(&now);
	civil_format_date(&today, date);
	phrase_date(date, &now);
	if (app->top.known)
		phrase_dates(session->from, session->to, &days);
	flow_addf(&day->flow, STYLE_TEXT, "Today, %s, is no day of this session (%s). What will you do?",
		now.text, days.text);
	flow_end(&day->flow, &(struct shape){.columns = columns - 1, .indent = 1});
	str_clear(&days);
	str_clear(&now);
}

static void day_load(void *state, struct app *app, const struct frame *frame)
{
	struct day *day = state;

	flow_reset(&day->flow);
	say_why(day, app, frame->columns);
	flow_blank(&day->flow, 0);
	say_choice(&day->flow, "r", "rehearse",
		"in a copy of the session, with a clock that starts at the first meeting",
		frame->columns);
	say_choice(&day->flow, "l", "log afterwards",
		"you type the time at which things happened", frame->columns);
	say_choice(&day->flow, "o", "only look", "nothing can be changed (also Esc)", frame->columns);
}

static void day_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct day *day = state;
	int rows = day->flow.count < ROWS ? (int)day->flow.count : ROWS;
	struct area inside = panel_draw(area, rows);

	(void)app;
	(void)frame;
	flow_draw(&day->flow, &inside, 0);
	area_cursor(&inside, 0, 1, false);
}

static bool day_key(void *state, struct app *app, const struct key *key)
{
	uint32_t letter = key->code == KEY_CHARACTER && !key->ctrl && !key->alt ? key->point : 0;

	if (letter == 'r') {
		app_leave(app, state);
		session_rehearse(app);
	} else if (letter == 'l') {
		app_leave(app, state);
		app_run_line(app, "clock set");
	} else if (letter == 'o' || key->code == KEY_ESCAPE) {
		app_leave(app, state);
		app->looking = true;
		app_say(app, TONE_PLAIN, "Only looking: nothing can be changed");
	}
	return true;
}

static const char *day_hints(const void *state, const struct app *app)
{
	(void)state;
	(void)app;
	return "r rehearse  l log afterwards  o only look";
}

const struct view_ops view_day = {
	.name = "day",
	.title = "Another day",
	.overlay = true,
	.size = sizeof(struct day),
	.init = day_init,
	.clear = day_clear,
	.load = day_load,
	.draw = day_draw,
	.key = day_key,
	.hints = day_hints,
};
