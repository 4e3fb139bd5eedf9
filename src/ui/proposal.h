/* SPDX-License-Identifier: MIT */
/* Short fields above a text that is being written: the item of a new recommendation, who
 * proposes it, for whom and how. What is typed there is matched as the command would. */
#ifndef UI_PROPOSAL_H
#define UI_PROPOSAL_H

#include <stdbool.h>

#include "command/command.h"
#include "ui/app.h"
#include "ui/edit.h"

enum { PROPOSAL_FIELDS = 3 }; /* at most */

/* Which fields, in order: parameters of the command; ended by NULL. */
struct proposal_form {
	const char *command;
	const char *fields[PROPOSAL_FIELDS + 1];
	int columns[PROPOSAL_FIELDS]; /* of each, where there is room */
};

struct proposal {
	const struct proposal_form *form;
	const char *title; /* "New recommendation" */
	int count;
	struct field {
		const char *name; /* of the command's parameter */
		struct edit edit;
		char value[128]; /* for the command: the best match, else as typed */
		char label[128]; /* the match in words; "" = none */
	} fields[PROPOSAL_FIELDS];
	int focus; /* -1: the text has it */
};

void proposal_init(struct proposal *proposal);
void proposal_clear(struct proposal *proposal);
/* With all fields empty but the first, which begins with `value`. Form and title stay. */
void proposal_open(struct proposal *proposal, struct app *app, const struct proposal_form *form,
	const char *title, const char *value);
/* Tab and its reverse go round the fields and the text; the rest goes to the field
 * that has the focus. True if it was taken. */
bool proposal_key(struct proposal *proposal, struct app *app, const struct key *key);
void proposal_paste(struct proposal *proposal, struct app *app, const char *text);
/* Puts what is in the fields into the words, as borrowed texts. */
void proposal_put(struct proposal *proposal, struct words *words);
/* Into one row. */
void proposal_draw(const struct proposal *proposal, const struct area *area, int row);

#endif
