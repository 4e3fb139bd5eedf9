/* SPDX-License-Identifier: MIT */
/* Canvas to terminal. Private to term. */
#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H

#include <stdbool.h>

#include "ui/canvas.h"

struct burst;

/* The cells shown last and how styles look. curses must have been started; the
 * burst, which may be NULL, is borrowed. */
struct screen *screen_new(bool colours, bool utf8, struct burst *burst);
void screen_free(struct screen *screen);
bool screen_colours(const struct screen *screen);

/* Nothing is known of what the terminal shows: all of it is sent next time. */
void screen_forget(struct screen *screen);
/* Appends the bytes that show the canvas on a terminal of so many rows and columns;
 * what of the canvas is outside is left out, what is not covered is blank. Without
 * a burst, what curses has to send has gone out before. */
void screen_show(
	struct screen *screen, const struct canvas *canvas, int rows, int columns, struct str *out);

#endif
