/* SPDX-License-Identifier: MIT */
/* What a command on a text is about, in few words, where it was not typed. */
#ifndef UI_SUBJECT_H
#define UI_SUBJECT_H

#include "command/command.h"
#include "ui/app.h"

/* "a3 Norway", "r1 (c)", "k2 Brazil": of the last argument of the words that is a text, an
 * amendment or a comment, given or, where it stands first, selected; in the arena. NULL of
 * a command on none. */
const char *subject_name(struct app *app, const struct words *words, struct arena *arena);
/* The text that the words of a field are of, in the arena: that of the recommendation which
 * the command is for, or of the amendment that was given. NULL if there is none. */
const char *subject_text(struct app *app, const struct words *words, struct arena *arena);
/* Would a command that changes the words of a text be refused, as that is decided? Says so,
 * with what can be done. Of a new paragraph or an amendment it is not the text's business. */
bool subject_is_locked(struct app *app, const struct words *words);
/* Is the argument at i the row that is selected, so that no form asks for it? It stands
 * first; of texts there may be none (no name), which is asked for if it is required. */
bool subject_is_selected(const struct command *command, size_t i, const char *name);

#endif
