/* SPDX-License-Identifier: MIT */
/* A text in somebody's own editor. */
#ifndef EDITOR_H
#define EDITOR_H

#include "base/err.h"
#include "base/str.h"
#include "term/term.h"

/*
 * Hands the text to $VISUAL, else $EDITOR, else vi, in a file of its own (0600, in
 * $XDG_RUNTIME_DIR, else /tmp), and appends what comes back to out. The command is
 * split at blanks; no shell. False with a sentence if it could not be run, ended
 * with a failure, or left what is no text (no UTF-8, over 1 MiB, no file): the old
 * text is then still the text, and a file that the editor changed is moved to the
 * state folder (it stays where it was if that cannot be) and named in the sentence.
 */
bool editor_run(struct term *term, const char *text, struct str *out, struct err *err);

#endif
