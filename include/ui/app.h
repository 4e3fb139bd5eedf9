/* SPDX-License-Identifier: MIT */
/*
 * The full screen without a terminal: a desk, a stack of views, a message line.
 * Events in, cells out; so every screen can be tested.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "command/command.h"
#include "ui/canvas.h"
#include "ui/key.h"
#include "ui/view.h"

/* What app cannot do itself and asks the loop for. */
enum app_want { WANT_NOTHING, WANT_QUIT, WANT_SUSPEND, WANT_REDRAW, WANT_EDITOR };

struct app;

/* The screen's own commands; app_new adds both to the table, and so does who prints it. */
extern const struct command screen_commands[], review_commands[];

struct app *app_new(struct desk *desk, int rows, int columns, bool colours);
void app_free(struct app *app);
void app_resize(struct app *app, int rows, int columns);

void app_handle(struct app *app, const struct event *event);
void app_draw(struct app *app, struct canvas *canvas); /* loads what has moved, then draws */
/* Would app_draw draw what it drew last? Then it need not be called. */
bool app_drawn(const struct app *app);
int app_deadline(const struct app *app);    /* after a draw: milliseconds to the next tick */
bool app_work(struct app *app);             /* a slice of long work; true while there is more */
enum app_want app_wants(struct app *app);   /* and forgets it */
int app_exit_status(const struct app *app); /* 0, or 128 + signal */

/* WANT_EDITOR: the text to edit (borrowed) and what came of it. text NULL: it
 * failed, problem says why and the old text stays. */
const char *app_editor_text(const struct app *app);
void app_editor_done(struct app *app, const char *text, const char *problem);

/* The review of an agenda out of a published document, to be kept in file (NULL: beside
 * it). Reading it is work: a refusal is said, and the review is gone. */
void app_review(struct app *app, const char *document, const char *file);
/* The same of one that was opened, which is taken; leaving it leaves the program. */
struct agenda_draft;
void app_review_draft(struct app *app, struct agenda_draft *draft);

/* True once after something that is worth a backup (a meeting was closed). */
bool app_milestone(struct app *app);
/* A short warning in the top line for as long as it holds; NULL takes it away. The
 * text must stay. */
void app_warn(struct app *app, const char *warning);

/* --- for views --- */

struct desk *app_desk(const struct app *app);
struct store *app_store(const struct app *app);
int64_t app_session(const struct app *app);
bool app_hidden(const struct app *app); /* F9: notes and names are covered */

void app_push(struct app *app, const struct view_ops *ops, const void *argument);
void app_pop(struct app *app); /* the top view is gone when its key() returns */
void app_show(struct app *app, const struct view_ops *ops); /* a main view */
const struct view_ops *app_main(const struct app *app);     /* the full view that is seen */
void app_reload(struct app *app);                           /* load again before the next draw */
void app_want(struct app *app, enum app_want want);
/* The row that the last command here made, if it was the command of that name
 * ("floor give": a statement); else 0. For a view that wants its cursor on it. */
int64_t app_made(const struct app *app, const char *command);
/* A line in red below the top lines that stays until it is replaced; NULL takes
 * it away. For what must not be overlooked: a full disk. */
void app_banner(struct app *app, const char *text);
/* Hands text to $VISUAL or $EDITOR; done(state, app, text) is called on the view
 * that is on top now; text NULL = nothing came. */
void app_edit_outside(struct app *app, const char *text,
	void (*done)(void *state, struct app *app, const char *text));

/* The message line: stays until the next key. */
enum tone { TONE_PLAIN, TONE_GOOD, TONE_BAD };
void app_say(struct app *app, enum tone tone, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* Says what was typed in the session and never saved, if there is any. */
void app_say_unsaved(struct app *app);

/* Runs a command: with what is known, a form for what is missing, a question for
 * what it asks. after(app, call, context) is called when it is done; may be NULL. */
typedef void (*app_after)(struct app *app, const struct call *call, void *context);
void app_run(struct app *app, const struct words *words, app_after after, void *context);
/* The same for a row with `form`: its form comes first, and its fields begin with what
 * `shown` (may be NULL) has. Of an option only what was changed there is given. */
void app_run_form(struct app *app, const struct words *words, const struct words *shown);
/* The same, where what it begins with is given also if it is left so. */
void app_run_filled_form(struct app *app, const struct words *words, const struct words *shown);
/* So with any row, which begins with the first field that must be filled and is not. */
void app_run_whole_form(struct app *app, const struct words *shown);
void app_run_line(struct app *app, const char *line); /* as typed after ":" */
/* Runs `name` with arguments by name: pairs of name and value, ended by NULL. */
void app_run_with(struct app *app, const char *name, ...) __attribute__((sentinel));
/* At once, without asking; false and a message if it failed or would ask. */
bool app_do(struct app *app, const char *name, ...) __attribute__((sentinel));

#endif
