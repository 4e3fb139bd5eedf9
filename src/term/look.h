/* SPDX-License-Identifier: MIT */
/* How the meanings of the canvas look on this terminal. Private to term. */
#ifndef TERM_LOOK_H
#define TERM_LOOK_H

#include <stdbool.h>

#include "ui/canvas.h"

enum { LOOK_BOLD = 1, LOOK_REVERSE = 2, LOOK_UNDERLINE = 4 };

struct look {
	unsigned attributes; /* LOOK_… */
	int pair;            /* of curses, made ready by looks_init; 0 = the terminal's own */
	int colour;          /* the one in front, as setaf counts them; -1 = the terminal's own */
};

/* With colours where they are wanted and the terminal has them, which is returned.
 * curses must have been started. */
bool looks_init(struct look looks[STYLE_COUNT], bool colours);

#endif
