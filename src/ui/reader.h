/* SPDX-License-Identifier: MIT */
/*
 * What the views have in common that are a list and beside or below it the text of the
 * selected row: where the cursor is, how far that text was read, and when the rows were.
 * The state of such a view begins with it; rows and words are the view's own.
 */
#ifndef UI_READER_H
#define UI_READER_H

#include "ui/app.h"
#include "flow.h"
#include "list.h"
#include "panes.h"

struct reader {
	struct arena arena; /* of the rows */
	bool loaded;        /* they were read; set by the view … */
	int64_t sequence;   /* … when the journal was at this */
	struct list list;
	struct panes panes;
	struct flow text;
	int64_t text_of; /* the row it is about */
	size_t top;      /* its first line seen */
	bool in_text;    /* the keys scroll it */
};

/* For view_ops, of a state that begins with a reader. */
void reader_init(void *state, struct app *app, const void *argument);
void reader_clear(void *state);

/* The panes below `head` rows of the view's own; true if the rows are to be read, again or
 * for the first time. */
bool reader_begin(struct reader *reader, struct app *app, const struct frame *frame, int head);
/* The text of that row from here on, with no lines yet: from its top, if it is another row
 * than before or none (0). */
void reader_begin_text(struct reader *reader, int64_t of);
/* All but the head and the list, which are drawn before. */
void reader_draw(const struct reader *reader, const struct area *area);

/* Enter and Tab to the text and back, Esc back; true if it was one of them. */
bool reader_swap(struct reader *reader, struct app *app, const struct key *key);
/* Space, and the keys that move in a text; true if it was one of them. */
bool reader_scroll(struct reader *reader, const struct key *key);

#endif
