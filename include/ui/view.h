/* SPDX-License-Identifier: MIT */
/*
 * A view is one file that ends in a `const struct view_ops`: it loads its window
 * of the store, draws it from what it loaded, and takes keys. Prompts, forms,
 * menus and questions are views too, on a small stack; there is no nested loop.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "ui/canvas.h"
#include "ui/key.h"

struct app;

/* All that drawing may depend on beside what was loaded. */
struct frame {
	int64_t now;       /* the session's clock, milliseconds UTC */
	int rows, columns; /* of the view's own area */
	bool colours;
};

struct view_ops {
	const char *name;  /* "room" */
	const char *title; /* in the help: "Room" */
	const char *tab;   /* the same where there is little room; NULL: the title */
	unsigned bit;      /* IN_ROOM …: which commands' keys work; 0 for overlays */
	bool overlay;      /* drawn over the view below it (prompt, question, menu) */
	bool alone;        /* the lines around say nothing of a session: it is of none */
	bool searches;     /* shows what search finds: that is brought up to date before */
	size_t size;       /* of its state; zeroed before init */
	void (*init)(void *state, struct app *app, const void *argument);
	void (*clear)(void *state);
	/* Reads what the frame shows. Called before a draw when the journal has moved,
	 * the size has changed or the view asked for it (app_reload). No read
	 * transaction outlives it. NULL for none. */
	void (*load)(void *state, struct app *app, const struct frame *frame);
	/* Pure: state in, cells out; sets the cursor on its focus. */
	void (*draw)(const void *state, const struct app *app, const struct frame *frame,
		const struct area *area);
	/* True if the key was taken. Before this, a view with a field takes all its
	 * keys; after it, app looks the key up in the command table. */
	bool (*key)(void *state, struct app *app, const struct key *key);
	void (*paste)(void *state, struct app *app, const char *text); /* or NULL */
	/* Adds the text under the cursor, whose symbols of documents lead to the register;
	 * NULL where there is none. */
	void (*cites)(const void *state, struct app *app, struct str *text);
	/* Hints of its own keys ("Enter note  Esc done"), or NULL: from the table. */
	const char *(*hints)(const void *state, const struct app *app);
	/* True while a field has the focus: letters are text, not commands. */
	bool (*typing)(const void *state);
	/* A slice of long work; true while there is more, and then it is drawn after each;
	 * else app_reload says that something has changed. NULL for none. */
	bool (*work)(void *state, struct app *app);
	/* Once a second and before the program ends: keep drafts. NULL for none. */
	void (*keep)(void *state, struct app *app);
	/* Milliseconds until it must be drawn again without a key; -1 = never. */
	int (*deadline)(const void *state, const struct app *app, int64_t now);
	/* Its own keys, which no row of the table has, for the help: lines "Tab<TAB>To
	 * the next pane"; a line without a tab is a heading. NULL for none. */
	const char *keys;
};

/* The main views in the order of their number keys (1 Room …); ended by NULL. */
extern const struct view_ops *const main_views[];

#endif
