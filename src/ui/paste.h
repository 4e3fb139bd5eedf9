/* SPDX-License-Identifier: MIT */
/* A whole list of speakers, looked at before it is taken: who was recognised, who
 * guessed and who is unknown; each corrected in place or dropped. */
#ifndef UI_PASTE_H
#define UI_PASTE_H

#include "ui/app.h"

/* The question of "floor list": an overlay on its run, whose `about` is the list. */
extern const struct view_ops view_paste;

/* Is it more than a name: several lines? */
bool paste_is_list(const char *text);
/* Does somebody in it speak for a group: "Romania obo EU"? */
bool paste_has_group(struct desk *desk, const char *text);
/* Runs "floor list" with the words of "floor request" that hold for it too; `typed` is
 * what stood in the field before. */
void paste_begin(struct app *app, const struct words *request, const char *typed, const char *text);

#endif
