/* SPDX-License-Identifier: MIT */
/*
 * A text being written on a screen: the editor, the draft that is kept of it and
 * the text and version that it began from. Saving is the view's: it knows the
 * command.
 */
#ifndef UI_WRITING_H
#define UI_WRITING_H

#include <stdbool.h>

#include "command/command.h"
#include "ui/app.h"
#include "ui/edit.h"
#include "keep.h"

struct writing {
	struct edit edit;
	char *key;            /* of the draft; NULL while nothing is being written */
	char *began;          /* the saved text that it began from; "" for a new one */
	int version;          /* of that text; 0 = none */
	bool unkept;          /* typed since the draft was kept */
	bool leaving;         /* Ctrl-G was pressed once */
	struct rescue rescue; /* keeping failed: the file where it is */
};

enum writing_key {
	WRITING_NOT_MINE,
	WRITING_TAKEN,
	WRITING_DONE,   /* Esc or Ctrl-S: save it */
	WRITING_LEFT,   /* Ctrl-G: what was typed is given up; it is closed */
	WRITING_OUTSIDE /* Ctrl-X: hand it to the other editor */
};

/* The keys of every text of many lines, for the hint bar. In a field of one line Enter
 * is done and Esc gives up. */
#define WRITING_HINTS "Esc save  Enter new line  Ctrl-X editor  Ctrl-G give up"
/* And in a field above it (proposal.h). */
#define WRITING_FIELD_HINTS "Esc save  Enter to the text  Tab next field"

void writing_init(struct writing *writing);
/* What is still unkept goes into a rescue file. */
void writing_clear(struct writing *writing);

/* Begins with `saved`, or with the draft that is kept under the key, and says so. */
void writing_open(
	struct writing *writing, struct app *app, const char *key, const char *saved, int version);
/* Goes on with what was typed for a new text before something else had the keys. */
void writing_go_on(struct writing *writing, const char *key, const char *typed);
bool writing_is_open(const struct writing *writing);
/* True if it differs from what it began from. */
bool writing_changed(const struct writing *writing);
enum writing_key writing_key(
	struct writing *writing, struct app *app, const struct key *key, int columns);
void writing_paste(struct writing *writing, struct app *app, const char *text);
/* What came back from the other editor; NULL: nothing, the text stays. */
void writing_replace(struct writing *writing, const char *text);
/* Keeps the draft if something was typed since; for view_ops.keep. */
void writing_keep(struct writing *writing, struct app *app);
/* It now begins from a text that somebody else saved meanwhile; what was typed stays. */
void writing_rebase(struct writing *writing, const char *saved, int version);
/* Saved or given up: drops the draft. */
void writing_close(struct writing *writing, struct app *app);

/*
 * Runs a command that saves the text. On failure the text stays, the message
 * says why, and if it was not the text's own fault a rescue file is written.
 * On OUTCOME_ASKS nothing is said.
 */
enum outcome writing_save(
	struct writing *writing, struct app *app, const struct words *words, struct call *call);

/* Sets the parameter of that name if the command has one. */
void writing_put(struct words *words, const char *name, const char *value);

#endif
