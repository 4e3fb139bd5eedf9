/* SPDX-License-Identifier: MIT */
/* Text being typed is never lost: it is kept as a draft in the database while
 * it is typed, and put into a file of its own where that fails. */
#ifndef UI_KEEP_H
#define UI_KEEP_H

#include <stdbool.h>

#include "base/str.h"
#include "ui/app.h"

/* Keeps the text under the key ("recommendation r3") with the version that it
 * began from. False if the database refuses, with a message on the screen unless the
 * last key has got one. */
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

/* A text that is still being typed while the database fails, in one rescue file
 * that is written again when the text has moved. All zero: none yet. */
struct rescue {
	char *path; /* of the file; NULL: none */
	char *text; /* that is in it */
};

/* False if it is now in no file: what was rescued of it before is still there. */
bool keep_rescue_on(struct rescue *rescue, const char *text);
/* keep_rescue_on, with a banner: the message line would be gone with the next key. */
void keep_rescue_typed(struct app *app, struct rescue *rescue, const char *text);
/* keep_rescue_on, and the message of keep_rescue_and_say: it could not be saved. */
void keep_rescue_saved(
	struct app *app, struct rescue *rescue, const char *text, const char *problem);
/* The text is elsewhere now. The file stays, the banner goes. app may be NULL. */
void keep_rescue_over(struct app *app, struct rescue *rescue);

/* keep_rescue and a message that says where the text is now and why: `problem` is a
 * sentence without full stop. */
bool keep_rescue_and_say(struct app *app, const char *text, const char *problem);

#endif
