/* SPDX-License-Identifier: MIT */
/*
 * The text editor widget: one line or many, by grapheme clusters, soft-wrapped.
 * Knows nothing of what the text is for. Its keys:
 *
 *   Left Right             a character
 *   Alt-b Alt-f, Ctrl-Left Ctrl-Right        a word
 *   Up Down PageUp PageDown                  rows as shown; not in one line
 *   Home End               the row as shown
 *   Ctrl-A Ctrl-E          the line
 *   Ctrl-Home Ctrl-End     the text
 *   Enter                  a new line; not in one line
 *   Backspace Delete       a character
 *   Ctrl-W                 takes back to a blank;  Alt-Backspace: a word
 *   Ctrl-U Ctrl-K          take to the beginning, to the end of the line
 *   Ctrl-Y                 puts back what was taken; takings in a row are one
 *   Ctrl-_ Alt-z           undo: a word typed, or one other change
 */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include <stdbool.h>

#include "base/str.h"
#include "ui/canvas.h"
#include "ui/key.h"

#define EDIT_MOST ((size_t)1 << 20) /* bytes of text; what goes beyond is not inserted */

struct edit {
	struct str text; /* valid UTF-8; LF between lines, none if one_line */
	size_t cursor;   /* byte offset, at a cluster's beginning */
	int goal;        /* column that Up and Down keep to, or -1 */
	bool one_line;
	bool changed;      /* since edit_set; the caller may reset it */
	bool full;         /* something did not go in (EDIT_MOST); the caller may reset it */
	struct str killed; /* what Ctrl-K, Ctrl-U, Ctrl-W took, for Ctrl-Y */
	bool killing;      /* the last key took something: the next taking is added */
	bool open;         /* the newest undo step may still grow */
	struct edit_step *steps;
	size_t step_count, step_capacity, step_bytes;
	/* What was shown last; not part of the text's state, so that drawing can be
	 * asked of a const edit. */
	struct edit_scroll *scroll;
};

void edit_init(struct edit *edit, bool one_line);
void edit_clear(struct edit *edit);
/* Cursor at the end, undo forgotten. What is not text of this edit (control
 * characters, bad UTF-8, line feeds in one line) is made so as utf8_enter does. */
void edit_set(struct edit *edit, const char *text);
/* Inserts at the cursor what was pasted or completed, entered by utf8_enter's
 * rules, except that blanks (and in many lines line feeds) at its end stay. */
void edit_insert(struct edit *edit, const char *text);
/* Puts words in the place of what stands between `from` and the cursor. */
void edit_put(struct edit *edit, size_t from, const char *words);
/* True if the key was one of the editor's (also when it changed nothing); Tab,
 * Escape and function keys never are. columns is the width it is drawn in (for
 * moving over wrapped rows). */
bool edit_key(struct edit *edit, const struct key *key, int columns);
/* Draws into the area, filled with the style, scrolled so that the cursor is
 * seen; with focus places the cursor there. One line in one row scrolls sideways. */
void edit_draw(const struct edit *edit, const struct area *area, enum style style, bool focus);
/* Rows of the text when drawn in so many columns (one is kept for the cursor). */
size_t edit_rows(const struct edit *edit, int columns);

#endif
