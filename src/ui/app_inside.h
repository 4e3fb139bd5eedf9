/* SPDX-License-Identifier: MIT */
/* What app's own files share: the stack, the runs of commands, the lines around
 * the views. Views know only ui/app.h. */
#ifndef UI_APP_INSIDE_H
#define UI_APP_INSIDE_H

#include "base/arena.h"
#include "model/forecast.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "store/meeting.h"
#include "ui/app.h"
#include "hints.h"

/* One run of a command, from its first words to the end of its questions. Each
 * entry that asks for it holds it; it goes away with the last. */
struct run {
	struct arena arena;
	struct words words;       /* values in the arena */
	struct words shown_words; /* what the fields of its form begin with; the same */
	const char *at;           /* --at as typed, or NULL */
	app_after after;
	void *context;
	struct question agreed; /* the last one that was answered with yes; flag NULL: none */
	const char *about;      /* what its question is about: lines to be read first, or NULL */
	const char *draft;      /* of the same: the text that would be saved, in the arena; NULL */
	int holders;
	bool whole;     /* its form has all fields, though its row does not say so */
	bool shown;     /* an undo: what it will do has been shown and agreed to */
	struct key key; /* that began it: never the one that says yes */
};

struct entry {
	const struct view_ops *ops;
	void *state;
	struct run *run; /* that it asks for, or NULL */
	bool leaving;    /* popped: gone when the event has been handled */
};

/* What the lines around the views say, read when the journal or the minute moves. */
struct top {
	struct arena arena;
	int64_t minute; /* since 1970, that it was read for */
	bool known;     /* there is a session */
	struct session_row session;
	bool sitting; /* a meeting is open */
	struct meeting_row meeting;
	const struct slot_row *slot; /* the one that is now or comes next, or NULL */
	bool speaking;
	bool owed; /* … or had it until a pause, and speaks on: */
	struct statement_row speaker;
	bool interrupted; /* a point of order in this speech: */
	struct statement_row interrupted_speech;
	int64_t waiting;             /* on the lists of the slot's open items */
	struct forecast_floor floor; /* of these; but for what moves with the clock */
	bool item_open, item_leaf;   /* the selected item */
	bool undecided;              /* the selected recommendation: it can be decided on */
};

/* The slot that was read last. Few commands change one. */
struct slot_kept {
	struct arena arena;
	int64_t version; /* of STORE_SLOTS */
	bool known;
	struct slot_row row;
};

struct app {
	struct desk *desk;
	int rows, columns;
	bool colours;
	struct entry *stack;
	size_t depth, capacity;
	int64_t sequence; /* of the journal, that was loaded */
	bool stale;       /* load before the next draw */
	bool drawn;       /* nothing that is seen has been touched since … */
	int64_t due;      /* … and nothing moves of itself until then (clock_monotonic) */
	bool working;     /* app_work had more to do */
	bool hidden;
	bool looking; /* nothing may be changed: today is no day of the session */
	struct str message;
	enum tone tone;
	bool milestone;
	const char *warning; /* in the top line, or NULL */
	struct str banner;
	bool unsaved; /* the banner says that the last change was not saved */
	struct top top;
	struct slot_kept slot;
	struct hint_rows hint_rows; /* of the command table, for the view on top … */
	struct hints hints;         /* … and those of them that work now */
	struct key key;             /* the one being handled */
	const struct command *last; /* that was done here, and the row that it … */
	int64_t made;               /* … made */
	int64_t kept;               /* clock_monotonic of the last keep */
	int64_t looked;             /* … of the last look at the journal */
	enum app_want want;
	int status;
	char **history; /* of the command line, oldest first */
	size_t history_count, history_capacity;
	struct str outside;  /* WANT_EDITOR: the text … */
	void *outside_state; /* … whose … */
	void (*outside_done)(void *state, struct app *app, const char *text);
};

/* --- app.c --- */

struct entry *app_top(const struct app *app); /* the topmost that stays */
void app_push_for(
	struct app *app, const struct view_ops *ops, const void *argument, struct run *run);
struct entry *app_entry_of(
	const struct app *app, const struct run *run, const struct view_ops *ops);
void app_leave(struct app *app, const void *state); /* pops the entry with this state */
void app_leave_run(
	struct app *app, const struct run *run, const struct view_ops *ops); /* ops NULL: all */

/* From now on everything is logged at this instant; 0: the clock runs again. */
void app_log_at(struct app *app, int64_t at);

/* --- app_run.c --- */

/* Runs it, or asks for what is missing, or says why it failed. */
void run_step(struct app *app, struct run *run);
/* command_run as every part of the screen does it: refused while only looking, a
 * failing disk told in red until something is saved again, views to be loaded. */
enum outcome run_call(struct app *app, const struct words *words, struct call *call,
	struct question *question, struct err *err);
void run_release(struct run *run); /* NULL passes */
/* The command whose key this is, in the view with this bit (0: only what works
 * everywhere); NULL for none. */
const struct command *run_command_of(const struct key *key, unsigned bit);

/* --- app_frame.c --- */

void top_load(struct app *app);
/* A view selected another item or recommendation while it was loaded: what is hinted at is
 * of that one. */
void top_select(struct app *app);
void top_clear(struct top *top);
int64_t app_now(const struct app *app);
/* The lines around, and the area between them for a full view. */
struct area frame_draw(struct app *app, const struct area *whole);
/* The area of an overlay: all but the hint bar. */
struct area frame_overlay(const struct app *app, const struct area *whole);
/* Last: the hint bar and the message. */
void frame_draw_bottom(struct app *app, const struct area *whole);

/* --- app_slot.c --- */

/* Into app->top: the slot, who has the floor and who waits for it. */
void slot_load(struct app *app);
/* The second line: the slot, the time that is left of it, and whether it is enough. */
void slot_draw(const struct app *app, const struct area *whole);

/* --- overlays that app opens itself --- */

extern const struct view_ops view_form; /* argument: the missing const struct param *, or NULL */
extern const struct view_ops view_question;    /* argument: const struct question * */
extern const struct view_ops view_differences; /* instead, where the run has lines to read */
extern const struct view_ops view_undo;        /* argument: const struct undo_plan * */
extern const struct view_ops view_output;      /* argument: what a command has printed */
void form_ask(void *state, struct app *app, const struct param *missing);
void form_done(struct app *app, const struct run *run); /* its draft is not needed any more */

#endif
