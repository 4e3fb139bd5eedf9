/* SPDX-License-Identifier: MIT */
/*
 * A program on a terminal, for end-to-end tests: a pseudo-terminal whose other
 * side is libvterm, and between the test and the program a process that behaves
 * as a shell does (it owns the session, takes the terminal when the program stops
 * and gives it back). Nothing here sleeps: whoever waits, waits by poll for what
 * must come, at most five seconds times TEST_PATIENCE, then says on standard error
 * what it waited for and what the screen showed.
 */
#ifndef SUPPORT_E2E_PTY_H
#define SUPPORT_E2E_PTY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct pty;

struct pty_options {
	int rows, columns; /* 0 = 24, 80 */
	const char *term;  /* TERM; NULL = xterm-256color, "" = not set */
	/* Beside the test's own environment: "NAME=value" sets, "NAME" unsets; ended
	 * by NULL, or NULL. LINES and COLUMNS are never handed on. */
	const char *const *environment;
	const char *folder; /* where it is started; NULL = here */
	bool quiet_hangup;  /* pty_hang_up sends no SIGHUP (the shell is gone too) */
	bool no_shell;      /* nobody is there to continue it: it cannot be stopped */
};

/* options may be NULL. Ends the test program with a message if it cannot. */
struct pty *pty_start(const struct pty_options *options, const char *const argv[]);
void pty_free(struct pty *pty); /* kills what still runs */

/* --- typing --- */

void pty_keys(struct pty *pty, const char *names); /* "Alt-n Down Enter", see ui/key.h */
void pty_type(struct pty *pty, const char *text);  /* each character; LF as Enter */
void pty_send(struct pty *pty, const char *bytes, size_t length);
/* As terminals do: bracketed if the program has asked for it, LF as CR. */
void pty_paste(struct pty *pty, const char *text);
void pty_resize(struct pty *pty, int rows, int columns);

/* --- looking --- */

/* True when the text is on the screen (within one row), or no longer is, and the
 * program waits again: the frame that shows it is complete. */
bool pty_until(struct pty *pty, const char *text);
bool pty_until_gone(struct pty *pty, const char *text);
/* Until the cursor is there (rows and columns from 0). */
bool pty_until_cursor(struct pty *pty, int row, int column);
/* Until the program waits and all that it wrote has come. */
void pty_settle(struct pty *pty);
/* Looks at what has come by now: false if the text is not there. */
bool pty_sees(struct pty *pty, const char *text);

/* Borrowed until the next call on this pty; trailing blanks are cut. */
const char *pty_row(struct pty *pty, int row);
const char *pty_screen(struct pty *pty); /* rows ended by LF */

void pty_cursor(struct pty *pty, int *row, int *column, bool *shown);

struct pty_look {
	bool bold, underline, reverse;
	int foreground, background; /* of the 256 colours; -1 = the terminal's own */
};
struct pty_look pty_look(struct pty *pty, int row, int column);

const char *pty_title(struct pty *pty); /* "" if none was set */
/* What only data that reached the terminal unfiltered would do: unknown OSC and
 * DCS strings (the clipboard is one), bells, questions that the terminal answered.
 * One a line; "" if there was none. */
const char *pty_injected(struct pty *pty);
size_t pty_bytes(struct pty *pty); /* that came from the program so far */

/* --- living and dying --- */

void pty_signal(struct pty *pty, int signal_number); /* to the program alone */
bool pty_until_stopped(struct pty *pty);
bool pty_is_stopped(struct pty *pty); /* now, without waiting for it */
void pty_continue(struct pty *pty);   /* as the shell's fg */
void pty_hold(struct pty *pty);       /* the terminal takes nothing from the program any more */
void pty_hang_up(struct pty *pty);    /* the terminal's window is closed */
/* Until the program has ended: its exit status, 128 + the signal that killed it,
 * or -1 if it does not end. */
int pty_wait(struct pty *pty);
/* Is the terminal as it was found? The alternate screen left, cursor shown,
 * bracketed paste off, plain text, line modes restored; *why (may be NULL) says
 * what is not. Not after pty_hang_up. */
bool pty_clean(struct pty *pty, const char **why);
long pty_cpu(struct pty *pty); /* milliseconds that the program has computed; -1 */
long pty_pid(struct pty *pty);

#endif
