/* SPDX-License-Identifier: MIT */
/*
 * What everybody in the room may see: the item, who has the floor and for how long,
 * who comes next; or the text under discussion. Without an app: it reads when it is told to,
 * draws what it read, and changes nothing. No notes,
 * no persons, nothing of the rapporteur's is on it.
 */
#ifndef UI_DISPLAY_H
#define UI_DISPLAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "command/command.h"
#include "ui/canvas.h"
#include "ui/key.h"

struct display;

struct display *display_new(void);
void display_free(struct display *display); /* NULL passes */

/* Reads what is shown of the desk's session; the desk is not needed after it. Where no
 * meeting is open the slot that comes after desk_now is shown. False with a sentence if
 * not all could be read; then that is shown instead. */
bool display_load(struct display *display, struct desk *desk, struct err *err);
/* There is nothing to show, and why; until the next load. */
void display_missing(struct display *display, const char *sentence);

/* True if the person leaves (q, Ctrl-C). Else f and t say what is shown, arrows go
 * through the text and from one to the next. */
bool display_key(struct display *display, const struct key *key);

/* Whatever the size, if only a part fits. A text is scrolled no further than to its end. */
void display_draw(struct display *display, int64_t now, struct canvas *canvas);
/* Milliseconds until the clock of the speech or of the day moves. */
int display_deadline(const struct display *display, int64_t now);

#endif
