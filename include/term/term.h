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
 * standard input or output is no terminal or TERM is empty, unknown or dumb (an
 * unknown TERM falls back to xterm-256color, xterm, vt100 before it gives up).
 * AUTO honours NO_COLOR. Installs handlers for SIGTERM, SIGHUP, SIGINT, SIGQUIT,
 * SIGWINCH, SIGTSTP, SIGCONT (self-pipe) and ignores SIGPIPE and SIGXFSZ; mem's
 * die hook and SIGSEGV, SIGABRT, SIGBUS, SIGFPE restore the terminal first. */
struct term *term_new(enum term_colour colour, struct err *err);
void term_free(struct term *term);	/* gives the terminal back; NULL passes */

int term_rows(const struct term *term);
int term_columns(const struct term *term);
bool term_colours(const struct term *term);

/* Shows the canvas; places the hardware cursor on canvas->cursor_* (last act). */
void term_show(struct term *term, const struct canvas *canvas);
void term_redraw(struct term *term);	/* Ctrl-L: everything again at the next show */

/* Waits for the next event, at most `milliseconds` (-1 = for ever; 0 = look):
 * EVENT_TICK when time is over. Terminal hung up: EVENT_GONE. Pastes (bracketed)
 * come as EVENT_PASTE, up to 1 MiB, the rest is dropped and `truncated` said. */
void term_wait(struct term *term, int milliseconds, struct event *event);

void term_suspend(struct term *term);	/* Ctrl-Z: stops the process; on return the screen is ours again */
void term_title(struct term *term, const char *title);

/* Runs a command (argument vector, no shell) with the terminal given to it, and
 * takes it back. *status gets the wait status. */
bool term_run(struct term *term, char *const argv[], int *status, struct err *err);

#endif
