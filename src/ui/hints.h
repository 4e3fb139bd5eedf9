/* SPDX-License-Identifier: MIT */
/*
 * The hint bar: the keys that work here and now, those that are needed most first.
 */
#ifndef UI_HINTS_H
#define UI_HINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/canvas.h"

struct app;
struct command;
struct view_ops;

enum {
	HINTS = 64,     /* more than any view has … */
	HINT_ROWS = 160 /* … and than it may have at one time or another */
};

/* Borrowed from the table or from the view's own line of hints. */
struct hint {
	const char *key, *word;
	size_t key_length, word_length;
	int columns; /* of both, with the blanks around */
};

/* A row of the table that a view may hint at, and how late it comes. */
struct hint_row {
	const struct command *command;
	unsigned char rank;
};

/* Those of one view, in the table's order. They do not change while the program runs. */
struct hint_rows {
	const struct view_ops *view; /* NULL: of none yet */
	struct hint_row all[HINT_ROWS];
	size_t count;
};

/* What the table has for a view. It follows from what the top lines know of the
 * session, and is collected once for each time that this is read (top_load). */
struct hints {
	bool known; /* of these: */
	const struct view_ops *view;
	bool looking;
	struct hint all[HINTS];
	unsigned char ranks[HINTS];
	size_t count;
	size_t tail; /* of the last ones, which stay when room is scarce */
};

/* Into the line, as many as fit; where not all do, that is seen. */
void hints_draw(struct app *app, const struct area *line);

#endif
