/* SPDX-License-Identifier: MIT */
/*
 * The text editor widget: one line or many, by grapheme clusters, soft-wrapped,
 * with the usual keys (arrows, Home End, Ctrl-A Ctrl-E Ctrl-K Ctrl-U Ctrl-W
 * Ctrl-Y, Alt-b Alt-f words, Ctrl-Home Ctrl-End, Delete, Backspace, Ctrl-Z is
 * not taken; its own undo on Ctrl-_ and Alt-z). Knows nothing of what the text is for.
 */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include <stdbool.h>

#include "base/str.h"
#include "ui/canvas.h"
#include "ui/key.h"

struct edit {
	struct str text;	/* valid UTF-8; LF between lines */
	size_t cursor;		/* byte offset, at a cluster's beginning */
	size_t top;		/* first visible row of the wrapped text */
	int goal;		/* column that Up and Down keep to, or -1 */
	bool one_line;
	bool changed;		/* since edit_set; the caller may reset it */
	struct str killed;	/* what Ctrl-K, Ctrl-U, Ctrl-W took, for Ctrl-Y */
	struct edit_step *steps;	/* own undo */
	size_t step_count, step_capacity;
};

void edit_init(struct edit *edit, bool one_line);
void edit_clear(struct edit *edit);
void edit_set(struct edit *edit, const char *text);	/* cursor at the end, undo forgotten */
void edit_insert(struct edit *edit, const char *text);	/* at the cursor; pasted text too */
/* True if the key was one of the editor's (also when it changed nothing). Enter is
 * one only if not one_line; Tab, Escape and function keys never are. columns is
 * the width it is drawn in (for Up and Down over wrapped rows). */
bool edit_key(struct edit *edit, const struct key *key, int columns);
/* Draws into the area, scrolls so that the cursor is seen, and places it. */
void edit_draw(struct edit *edit, const struct area *area, enum style style, bool focus);
size_t edit_rows(const struct edit *edit, int columns);	/* when wrapped */

#endif
