/* SPDX-License-Identifier: MIT */
/* Canvas to curses. Private to term. */
#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H

#include <stdbool.h>

#include "ui/canvas.h"

/* The cells shown last and how styles look. curses must have been started. */
struct screen *screen_new(bool colours, bool utf8);
void screen_free(struct screen *screen);
bool screen_colours(const struct screen *screen);

/* Nothing is known of what the terminal shows: all of it is sent next time. */
void screen_forget(struct screen *screen);
/* Shows the canvas on a terminal of so many rows and columns; what of the canvas
 * is outside is left out, what is not covered is blank. */
void screen_show(struct screen *screen, const struct canvas *canvas, int rows, int columns);

#endif
