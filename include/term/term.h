/* SPDX-License-Identifier: MIT */
/*
 * The terminal: cells out, keys in. The only room that knows curses. It keeps
 * what it showed last and sends curses only the cells that differ.
 */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "ui/canvas.h"
#include "ui/key.h"

enum term_colour { TERM_COLOUR_AUTO, TERM_COLOUR_ALWAYS, TERM_COLOUR_NEVER };

struct term;

/* Takes the terminal over; NULL and ERR_UNAVAILABLE with a sentence when
 * standard input or output is no terminal, TERM is empty, "unknown" or "dumb", or
 * its type cannot move the cursor (a type without a description is tried as
 * xterm-256color, xterm, vt100). One at a time; after setlocale().
 * AUTO and ALWAYS use colours where the terminal has eight or more, AUTO only
 * without a non-empty NO_COLOR. Without UTF-8 what is shown is made ASCII.
 * Installs handlers for SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP,
 * SIGCONT, SIGCHLD (self-pipe) and ignores SIGPIPE and SIGXFSZ; mem's die hook and
 * SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL restore the terminal first. */
struct term *term_new(enum term_colour colour, struct err *err);
void term_free(struct term *term); /* gives the terminal back; NULL passes */

int term_rows(const struct term *term);
int term_columns(const struct term *term);
bool term_colours(const struct term *term);

/* Shows the canvas, clipped to the terminal or with blanks around it; places the
 * hardware cursor on canvas->cursor_* (last act; nowhere is the last row). */
void term_show(struct term *term, const struct canvas *canvas);
void term_redraw(struct term *term); /* Ctrl-L: everything again at the next show */

/* Waits for the next event, at most `milliseconds` (-1 = for ever; 0 = look):
 * EVENT_TICK when time is over. Signals come before keys. Terminal hung up:
 * EVENT_GONE, at once the first time, then each time after the wait.
 * Pastes (bracketed) come as EVENT_PASTE, up to 1 MiB; the rest is dropped and
 * `truncated` said. Ctrl-C is a key. Ctrl-Z is EVENT_SIGNAL with
 * SIGTSTP: keep what must be kept, then call term_suspend. After it, as after
 * SIGWINCH (EVENT_RESIZE), draw again, in term_rows and term_columns, which may be
 * the same as before. */
void term_wait(struct term *term, int milliseconds, struct event *event);

/* Stops the process as Ctrl-Z does; on return the screen is ours again and blank. */
void term_suspend(struct term *term);
/* Where the terminal has a title; passes the output filter. The old title comes
 * back when the terminal is given back. */
void term_title(struct term *term, const char *title);

/* Runs a command (argument vector, searched in PATH, no shell) with the terminal
 * given to it, and takes it back, blank. *status gets the wait status. False and
 * ERR_UNAVAILABLE if it cannot be run. SIGTERM and SIGHUP end the command first. */
bool term_run(struct term *term, char *const argv[], int *status, struct err *err);

#endif
