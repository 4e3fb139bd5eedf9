/* SPDX-License-Identifier: MIT */
/* Text being typed is never lost: it is kept as a draft in the database while
 * it is typed, and put into a file of its own where that fails. */
#ifndef UI_KEEP_H
#define UI_KEEP_H

#include <stdbool.h>

#include "base/str.h"
#include "ui/app.h"

/* Keeps the text under the key ("recommendation r3") with the version that it
 * began from. False, with a message on the screen, if the database refuses. */
bool keep_draft(struct app *app, const char *key, const char *text, int version);

/* The text has been saved or given up. What was never kept passes. */
void keep_drop(struct app *app, const char *key);

/*
 * Writes the text to a new file rescue-YYYYMMDD-HHMMSS-N.txt (0600, synced) in
 * the state folder, else in $XDG_RUNTIME_DIR, else in /tmp; no file and no link
 * that is there already is touched. *path gets its name. False if no folder
 * takes it: the text must then stay on the screen.
 */
bool keep_rescue(const char *text, struct str *path);

/* keep_rescue and a message that says where the text is now and why: `problem` is a
 * sentence without full stop. */
bool keep_rescue_and_say(struct app *app, const char *text, const char *problem);

#endif
