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
/* The instant of the first slot, less five minutes; 0 if there is no slot. */
int64_t session_beginning(struct app *app);

extern const struct view_ops view_day;	/* the question */

#endif
