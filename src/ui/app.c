/* SPDX-License-Identifier: MIT */
/*
 * The screen as a whole: a stack of views over one desk. Events go to the view
 * on top, then to the command table; drawing goes from the topmost full view up
 * through its overlays. The invariants: the lowest entry is a main view (or the
 * choice of a session), and no entry goes away while one of its own functions
 * is running, only at the end of the event (sweep).
 */
#include <assert.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "store/search.h"
#include "store/store.h"
#include "app_inside.h"
#include "session.h"
#include "views.h"

enum {
	KEEP_EVERY = 1000, /* milliseconds between two keeps of what is being typed */
	LOOK_EVERY = 250,  /* and between two looks, while keys come, at what others wrote */
	LEAST_ROWS = 8,
	LEAST_COLUMNS = 40
};

const struct view_ops *const main_views[] = {&view_room, &view_recommendations, &view_report,
	&view_organization, &view_journal, &view_documents, &view_contributions, &view_follow_up,
	NULL};

/* --- the stack --- */

struct entry *app_top(const struct app *app)
{
	for (size_t i = app->depth; i-- > 0;)
		if (!app->stack[i].leaving)
			return &app->stack[i];
	return NULL;
}

void app_push_for(
	struct app *app, const struct view_ops *ops, const void *argument, struct run *run)
{
	void *state = mem_alloc(ops->size);

	app->stack = mem_grow(app->stack, &app->capacity, app->depth + 1, sizeof *app->stack);
	app->stack[app->depth++] = (struct entry){.ops = ops, .state = state, .run = run};
	if (run)
		run->holders++;
	if (ops->init)
		ops->init(state, app, argument);
	app->stale = true;
}

void app_push(struct app *app, const struct view_ops *ops, const void *argument)
{
	app_push_for(app, ops, argument, NULL);
}

void app_pop(struct app *app)
{
	struct entry *top = app_top(app);

	if (top)
		top->leaving = true;
}

void app_leave(struct app *app, const void *state)
{
	for (size_t i = 0; i < app->depth; i++)
		if (app->stack[i].state == state)
			app->stack[i].leaving = true;
}

void app_leave_run(struct app *app, const struct run *run, const struct view_ops *ops)
{
	for (size_t i = 0; i < app->depth; i++)
		if (app->stack[i].run == run && (!ops || app->stack[i].ops == ops))
			app->stack[i].leaving = true;
}

struct entry *app_entry_of(const struct app *app, const struct run *run, const struct view_ops *ops)
{
	for (size_t i = app->depth; i-- > 0;)
		if (app->stack[i].run == run && app->stack[i].ops == ops && !app->stack[i].leaving)
			return &app->stack[i];
	return NULL;
}

static void entry_clear(struct entry *entry)
{
	if (entry->ops->clear)
		entry->ops->clear(entry->state);
	free(entry->state);
	run_release(entry->run);
}

static void sweep(struct app *app)
{
	size_t kept = 0;

	for (size_t i = 0; i < app->depth; i++) {
		if (app->stack[i].leaving) {
			entry_clear(&app->stack[i]);
			app->stale = true;
		} else {
			app->stack[kept++] = app->stack[i];
		}
	}
	app->depth = kept;
	if (app->depth == 0)
		app_push(app, app->desk->session ? &view_room : &view_start, NULL);
}

static void keep(struct app *app)
{
	for (size_t i = 0; i < app->depth; i++)
		if (app->stack[i].ops->keep && !app->stack[i].leaving)
			app->stack[i].ops->keep(app->stack[i].state, app);
	app->kept = clock_monotonic();
}

const struct view_ops *app_main(const struct app *app)
{
	size_t i = app->depth - 1;

	while (i > 0 && (app->stack[i].leaving || app->stack[i].ops->overlay))
		i--;
	return app->stack[i].ops;
}

void app_show(struct app *app, const struct view_ops *ops)
{
	if (!app->desk->session && ops->bit) {
		app_say(app, TONE_BAD, "Open a session first");
		return;
	}
	keep(app);
	bool there = app->depth > 0 && app->stack[0].ops == ops;
	for (size_t i = there ? 1 : 0; i < app->depth; i++)
		app->stack[i].leaving = true;
	if (!there)
		app_push(app, ops, NULL);
	app->stale = true;
}

/* --- its beginning and end --- */

struct app *app_new(struct desk *desk, int rows, int columns, bool colours)
{
	struct app *app = mem_alloc(sizeof *app);

	app->desk = desk;
	app->colours = colours;
	app_resize(app, rows, columns);
	str_init(&app->message);
	str_init(&app->banner);
	str_init(&app->outside);
	arena_init(&app->top.arena);
	arena_init(&app->slot.arena);
	app->kept = clock_monotonic();
	desk->screen = true;
	desk->app = app;
	command_add_group(screen_commands);
	command_add_group(review_commands);
	app_push(app, desk->session ? &view_room : &view_start, NULL);
	if (desk->session)
		session_entered(app);
	return app;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	while (app->depth > 0)
		entry_clear(&app->stack[--app->depth]);
	free(app->stack);
	while (app->history_count > 0)
		free(app->history[--app->history_count]);
	free(app->history);
	str_clear(&app->message);
	str_clear(&app->banner);
	str_clear(&app->outside);
	top_clear(&app->top);
	arena_clear(&app->slot.arena);
	app->desk->app = NULL;
	free(app);
}

void app_resize(struct app *app, int rows, int columns)
{
	app->rows = rows > 0 ? rows : 1;
	app->columns = columns > 0 ? columns : 1;
	app->stale = true;
}

/* --- what others ask --- */

struct desk *app_desk(const struct app *app)
{
	return app->desk;
}

struct store *app_store(const struct app *app)
{
	return app->desk->store;
}

int64_t app_session(const struct app *app)
{
	return app->desk->session;
}

bool app_hidden(const struct app *app)
{
	return app->hidden;
}

void app_reload(struct app *app)
{
	app->stale = true;
}

void app_want(struct app *app, enum app_want want)
{
	app->want = want;
}

enum app_want app_wants(struct app *app)
{
	enum app_want want = app->want;

	app->want = WANT_NOTHING;
	return want;
}

int app_exit_status(const struct app *app)
{
	return app->status;
}

int64_t app_made(const struct app *app, const char *command)
{
	return app->last && strcmp(app->last->name, command) == 0 ? app->made : 0;
}

void app_say(struct app *app, enum tone tone, const char *format, ...)
{
	va_list args;
	struct str raw;

	str_init(&raw);
	va_start(args, format);
	str_vaddf(&raw, format, args);
	va_end(args);
	str_reset(&app->message);
	utf8_visible(&app->message, raw.text, raw.length, true);
	str_clear(&raw);
	app->tone = tone;
	app->drawn = false;
}

bool app_milestone(struct app *app)
{
	bool was = app->milestone;

	app->milestone = false;
	return was;
}

void app_warn(struct app *app, const char *warning)
{
	app->drawn = app->drawn && app->warning == warning;
	app->warning = warning;
}

void app_banner(struct app *app, const char *text)
{
	str_reset(&app->banner);
	str_add(&app->banner, text ? text : "");
	app->stale = true;
}

void app_log_at(struct app *app, int64_t at)
{
	struct civil then = civil_at(at);

	app->desk->at = at;
	app->looking = false;
	app->stale = true;
	if (at)
		app_say(app, TONE_PLAIN, "What you log now is of %02d:%02d; t sets the time again",
			then.hour, then.minute);
	else
		app_say(app, TONE_PLAIN, "The clock runs again");
}

/* --- the editor outside --- */

void app_edit_outside(struct app *app, const char *text,
	void (*done)(void *state, struct app *app, const char *text))
{
	struct entry *top = app_top(app);

	assert(top);
	str_reset(&app->outside);
	str_add(&app->outside, text);
	app->outside_state = top->state;
	app->outside_done = done;
	app->want = WANT_EDITOR;
}

const char *app_editor_text(const struct app *app)
{
	return app->outside.text;
}

void app_editor_done(struct app *app, const char *text, const char *problem)
{
	if (problem)
		app_say(app, TONE_BAD, "%s", problem);
	for (size_t i = 0; i < app->depth; i++)
		if (app->stack[i].state == app->outside_state && app->outside_done)
			app->outside_done(app->outside_state, app, text);
	app->outside_state = NULL;
	app->outside_done = NULL;
	sweep(app);
}

/* --- events --- */

static bool typing(const struct entry *entry)
{
	return entry->ops->typing && entry->ops->typing(entry->state);
}

static void key_of_table(struct app *app, const struct entry *top, const struct key *key)
{
	bool narrow = top->ops->overlay || typing(top);

	if (narrow && key_letter(key))
		return;
	const struct command *command = run_command_of(key, top->ops->bit);
	if (command && command->form)
		app_run_form(app, &(struct words){.command = command}, NULL);
	else if (command)
		app_run(app, &(struct words){.command = command}, NULL, NULL);
}

static void handle_key(struct app *app, const struct key *key)
{
	struct entry *top = app_top(app);

	app->key = *key;
	str_reset(&app->message);
	if (key_ctrl(key) == 'g' && !typing(top))
		app->key = (struct key){.code = KEY_ESCAPE};
	if (key_ctrl(key) == 'c') {
		if (top->ops->overlay || typing(top))
			app->key = (struct key){.code = KEY_ESCAPE};
		else
			app_say(app, TONE_PLAIN, "q leaves rapporteur; everything is saved");
	}
	if (!top->ops->key || !top->ops->key(top->state, app, &app->key))
		key_of_table(app, top, &app->key);
}

static void handle_paste(struct app *app, const struct event *event)
{
	struct entry *top = app_top(app);

	str_reset(&app->message);
	if (top->ops->paste && typing(top))
		top->ops->paste(top->state, app, event->paste);
	else
		app_say(app, TONE_PLAIN, "Text can be pasted into a field only");
	if (event->truncated)
		app_say(app, TONE_BAD, "The pasted text was too long; only its beginning came");
}

/* Before somebody else has the terminal, for as long as he likes. */
static bool hands_over(const struct app *app)
{
	return app->want == WANT_QUIT || app->want == WANT_SUSPEND || app->want == WANT_EDITOR;
}

static void end(struct app *app, int signal)
{
	app->status = 128 + signal;
	app->want = WANT_QUIT;
}

void app_handle(struct app *app, const struct event *event)
{
	app->drawn = app->drawn && event->kind == EVENT_TICK;
	switch (event->kind) {
	case EVENT_KEY:
		handle_key(app, &event->key);
		break;
	case EVENT_PASTE:
		handle_paste(app, event);
		break;
	case EVENT_SIGNAL:
		if (event->signal == SIGTSTP)
			app->want = WANT_SUSPEND;
		else
			end(app, event->signal);
		break;
	case EVENT_GONE:
		end(app, SIGHUP);
		break;
	case EVENT_TICK:
		if (app->desk->store && store_changed_outside(app->desk->store)) {
			app->stale = true;
			desk_follow_zone(app->desk);
		}
		break;
	case EVENT_RESIZE:
		app->stale = true;
		break;
	}
	if (hands_over(app) || clock_monotonic() - app->kept >= KEEP_EVERY)
		keep(app);
	sweep(app);
}

/* When a frame of this instant is not true any more, and no later than the next keep. */
static int64_t next_due(const struct app *app, int64_t now, int64_t monotonic)
{
	int64_t due = app->kept + KEEP_EVERY;

	for (size_t i = 0; i < app->depth; i++) {
		const struct entry *entry = &app->stack[i];
		int own = entry->ops->deadline ? entry->ops->deadline(entry->state, app, now) : -1;
		if (own >= 0 && monotonic + own < due)
			due = monotonic + own;
	}
	return due;
}

int app_deadline(const struct app *app)
{
	int64_t wait = app->due - clock_monotonic();

	return wait < 1 ? 1 : (int)wait;
}

bool app_work(struct app *app)
{
	bool more = false;

	for (size_t i = 0; i < app->depth; i++)
		if (app->stack[i].ops->work && app->stack[i].ops->work(app->stack[i].state, app))
			more = true;
	sweep(app);
	app->drawn = app->drawn && !more && !app->working;
	app->working = more;
	return more;
}

/* --- drawing --- */

/* The topmost full view; what lies below it is not seen. */
static size_t lowest_seen(const struct app *app)
{
	size_t i = app->depth - 1;

	while (i > 0 && app->stack[i].ops->overlay)
		i--;
	return i;
}

static struct frame frame_of(const struct app *app, const struct area *area)
{
	return (struct frame){.now = app_now(app),
		.rows = area->rows,
		.columns = area->columns,
		.colours = app->colours};
}

/* Whether the database is to be asked at all: a key that only moves the cursor needs
 * no more than a look at its file. */
static bool must_read(const struct app *app)
{
	bool changed = store_may_have_changed(app->desk->store);

	return changed || app->stale || app_top(app)->ops->searches ||
	       app_now(app) / 60000 != app->top.minute ||
	       clock_monotonic() - app->looked >= LOOK_EVERY;
}

static void load(struct app *app)
{
	int64_t sequence =
		app->desk->session ? store_sequence(app->desk->store, app->desk->session) : 0;

	if (sequence != app->sequence)
		app->stale = true;
	app->sequence = sequence;
	app->looked = clock_monotonic();
	if (app->stale || app_now(app) / 60000 != app->top.minute)
		top_load(app);
}

static void draw_entry(struct app *app, const struct entry *entry, const struct area *area)
{
	struct frame frame = frame_of(app, area);

	if (app->stale && entry->ops->load)
		entry->ops->load(entry->state, app, &frame);
	entry->ops->draw(entry->state, app, &frame, area);
}

static void draw_views(struct app *app, const struct area *whole)
{
	bool reads = must_read(app);
	if (reads) {
		store_reads_begin(app->desk->store);
		if (app_top(app)->ops->searches)
			store_search_catch_up(app->desk->store);
		store_read_begin(app->desk->store);
		load(app);
	}
	size_t first = lowest_seen(app);
	struct area full = frame_draw(app, whole);
	struct area over = frame_overlay(app, whole);
	for (size_t i = first; i < app->depth; i++)
		draw_entry(app, &app->stack[i], app->stack[i].ops->overlay ? &over : &full);
	struct err err = {0};
	if (reads)
		store_read_end(app->desk->store);
	if (reads && !store_reads_good(app->desk->store, &err))
		app_say(app, TONE_BAD, "What is shown is not all that was logged: %s", err.text);
	frame_draw_bottom(app, whole);
	app->stale = false;
}

void app_draw(struct app *app, struct canvas *canvas)
{
	int64_t now = app_now(app), monotonic = clock_monotonic();

	canvas_reset(canvas, app->rows, app->columns);
	struct area whole = canvas_area(canvas);
	if (app->rows < LEAST_ROWS || app->columns < LEAST_COLUMNS) {
		area_cut(
			&whole, 0, 0, whole.columns, STYLE_TEXT, "window too small (needs 40 × 8)");
		area_cursor(&whole, 0, 0, false);
	} else {
		draw_views(app, &whole);
	}
	app->drawn = true;
	app->due = next_due(app, now, monotonic);
}

bool app_drawn(const struct app *app)
{
	return app->drawn && !app->stale && !app_top(app)->ops->searches &&
	       clock_monotonic() < app->due;
}
