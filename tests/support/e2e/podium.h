/* SPDX-License-Identifier: MIT */
/*
 * A secretary at the podium, for end-to-end tests: the real program on a terminal,
 * in a home of its own that verbs of the shell can be run in as well. What does
 * not come fails the test, and standard error says what was on the screen.
 */
#ifndef SUPPORT_E2E_PODIUM_H
#define SUPPORT_E2E_PODIUM_H

#include "pty.h"
#include "support/cli/program.h"

#define REHEARSAL "--rehearse", "2012-10-17T09:55", EXAMPLE_AGENDA

/* rapporteur with these words, ended by NULL, in the home of `program`. Of the
 * options the environment is taken before that of the home; may be NULL. */
struct pty *podium_open(struct program *program, const struct pty_options *options, ...)
	__attribute__((sentinel));

/* The same, in a rehearsal in which these commands were given before, a line each,
 * at five to ten; the Room is there. */
struct pty *podium_after(
	struct program *program, const struct pty_options *options, const char *commands);

/* Item 2 is open, Canada and Zimbabwe are on its list. */
#define ITEM_2 "meeting open\nitem open 2\nfloor request can, zim\n"

/* The text comes, or goes. */
void podium_sees(struct pty *pty, const char *text);
void podium_misses(struct pty *pty, const char *text);

/* Presses the keys, or types the text, and sees what must come of it; that may
 * not be on the screen before, or nothing would have been waited for. */
void podium_keys(struct pty *pty, const char *keys, const char *comes);
void podium_types(struct pty *pty, const char *text, const char *comes);
/* A command line: ":", the text, Enter. What comes may be no part of the text. */
void podium_runs(struct pty *pty, const char *line, const char *comes);
/* Esc, and what it leaves has gone: a key that follows at once would be Alt. */
void podium_escapes(struct pty *pty, const char *goes);

/* The terminal's cursor, which screen readers follow, is in the row with this text;
 * where nothing is typed it is hidden. */
void podium_points_at(struct pty *pty, const char *text);
/* The cursor is shown just behind the text, where the next character would go. */
void podium_types_behind(struct pty *pty, const char *text);

/* The seconds that the speech has run, from the row of who has the floor. */
int podium_speech_seconds(struct pty *pty);
/* More than a second goes by on the clock of the speech that is running. */
void podium_waits_a_second(struct pty *pty);

/* Ctrl-Q, which keeps a rehearsal unasked; the terminal is clean, nothing reached it
 * unfiltered. Frees it. */
void podium_leaves(struct pty *pty);
/* The program has ended with this status, the terminal is clean. Frees it. */
void podium_ended(struct pty *pty, int status);

#endif
