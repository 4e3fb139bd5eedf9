/* SPDX-License-Identifier: MIT */
/* Entering a session on the screen, and its time. */
#ifndef UI_SESSION_H
#define UI_SESSION_H

#include "ui/app.h"

/* The desk has a session (from the command line, the list or an agenda file): its
 * time zone is set, the Room is shown, and if today is no day of it, the person is
 * asked what to do. A rehearsal goes on at the time where it was left. */
void session_entered(struct app *app);
/* Makes it the desk's session and enters it. */
void session_enter(struct app *app, int64_t session);
/* After a command: if the session was deleted or its making was undone, the list of
 * sessions is shown. A deleted one stays the desk's, so that undo brings it back. */
void session_check(struct app *app);

/* Leaves the program; out of a rehearsal in which something was logged after one
 * question, whether it is kept. */
void session_leave(struct app *app);

#endif
