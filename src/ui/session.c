/* SPDX-License-Identifier: MIT */
/*
 * Entering a session. If today is none of its days, everything that would be
 * logged would have a wrong time, so one question comes first: rehearse (in a
 * copy, with a clock that starts at the first slot), log afterwards (the person
 * types the times), or look (nothing can be changed).
 */
#include <string.h>

#include "base/civil.h"
#include "command/rehearsal.h"
#include "model/phrase.h"
#include "app_inside.h"
#include "choice.h"
#include "session.h"
#include "views.h"
#include "writing.h"

static const struct choice_question another_day;

static bool own_clock(const struct desk *desk)
{
	return desk->at != 0 || desk->clock.shift != 0;
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
	int64_t last = rehearsal_last(desk);

	if (!own_clock(desk))
		clock_shift_to(&desk->clock, last ? last : rehearsal_beginning(desk));
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
		zone_set(session.timezone, NULL);
		if (session.rehearsal && !desk->clock.stands && !desk->at)
			go_on_rehearsing(app);
		else if (!own_clock(desk) && !is_day_of(&session, desk_now(desk)))
			app_push(app, &view_choice, &another_day);
		app_say_unsaved(app);
	}
	arena_clear(&arena);
}

void session_check(struct app *app)
{
	struct desk *desk = app_desk(app);
	struct session_row session;
	struct arena arena;

	if (!desk->session)
		return;
	arena_init(&arena);
	bool there = store_session(desk->store, desk->session, &arena, &session);
	if (!there)
		desk->session = 0;
	if (!there || session.deleted)
		app_show(app, &view_start);
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

/* --- another day --- */

static bool was_discarded(struct app *app, int64_t session, struct arena *arena)
{
	struct session_row row;

	return session && store_session(app_store(app), session, arena, &row) && row.deleted;
}

/* A copy of the session under its own name, or the one that there is; one that was
 * discarded is not in the way (as of agenda load --rehearse). */
static bool rehearse(struct app *app)
{
	struct words words = {.command = command_find("session copy")};
	struct session_row session;
	struct arena arena;

	arena_init(&arena);
	if (store_session(app_store(app), app_session(app), &arena, &session)) {
		const char *key = arena_printf(&arena, "%s-rehearsal", session.key);
		int64_t there = store_session_find(app_store(app), key);
		for (int n = 2; was_discarded(app, there, &arena); n++) {
			key = arena_printf(&arena, "%s-rehearsal-%d", session.key, n);
			there = store_session_find(app_store(app), key);
		}
		writing_put(&words, "id", key);
		writing_put(&words, "rehearse", "yes");
		if (there)
			session_enter(app, there);
		else
			app_run(app, &words, NULL, NULL);
	}
	arena_clear(&arena);
	return true;
}

static void time_was_given(struct app *app, const struct call *call, void *context)
{
	(void)call;
	(void)context;
	choice_leave(app);
}

/* The question stands until a time was typed: Esc comes back to it. */
static bool log_afterwards(struct app *app)
{
	struct words words = {.command = command_find("clock set")};

	app_run(app, &words, time_was_given, NULL);
	return false;
}

static bool only_look(struct app *app)
{
	app->looking = true;
	app_say(app, TONE_PLAIN, "Only looking: nothing can be changed");
	return true;
}

static void say_another_day(struct app *app, struct str *text)
{
	struct civil today = civil_at(app_now(app));
	char date[11];

	civil_format_date(&today, date);
	str_add(text, "Today, ");
	phrase_date(date, text);
	str_add(text, ", is no day of this session (");
	if (app->top.known)
		phrase_dates(app->top.session.from, app->top.session.to, text);
	str_add(text, "). What will you do?");
}

static const struct choice another_day_choices[] = {
	{'r', "rehearse", "in a copy of the session, with a clock that starts at the first meeting",
		rehearse},
	{'l', "log afterwards", "you type the time at which things happened", log_afterwards},
	{'o', "only look", "nothing can be changed (also Esc)", only_look},
	{0},
};

static const struct choice_question another_day = {
	.say = say_another_day,
	.choices = another_day_choices,
	.hints = "r rehearse  l log afterwards  o only look",
	.escape = 'o',
};

/* --- the end of a rehearsal --- */

static bool keep_rehearsal(struct app *app)
{
	app_want(app, WANT_QUIT);
	return true;
}

static bool discard_rehearsal(struct app *app)
{
	if (app_do(app, "session delete", NULL))
		app_want(app, WANT_QUIT);
	return true;
}

static void say_end_of_rehearsal(struct app *app, struct str *text)
{
	(void)app;
	str_add(text, "This was a rehearsal. What becomes of it?");
}

static const struct choice rehearsal_choices[] = {
	{'k', "keep", "go on with it another time (also q)", keep_rehearsal},
	{'d', "discard", "the next rehearsal begins anew", discard_rehearsal},
	{0},
};

static const struct choice_question end_of_rehearsal = {
	.say = say_end_of_rehearsal,
	.choices = rehearsal_choices,
	.hints = "k keep  d discard  Esc stay",
	.again = 'q',
	.first = 'k',
};

void session_leave(struct app *app)
{
	if (app->top.known && app->top.session.rehearsal && app->top.session.statements > 0 &&
		!app->looking)
		app_push(app, &view_choice, &end_of_rehearsal);
	else
		app_want(app, WANT_QUIT);
}
