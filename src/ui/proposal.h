/* SPDX-License-Identifier: MIT */
/* Two short fields above the text of a new recommendation: its item and who
 * proposes it. What is typed there is matched as the command would. */
#ifndef UI_PROPOSAL_H
#define UI_PROPOSAL_H

#include <stdbool.h>

#include "command/command.h"
#include "ui/app.h"
#include "ui/edit.h"

enum { PROPOSAL_FIELDS = 2 };

struct proposal {
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
void proposal_open(struct proposal *proposal, struct app *app, const char *item);
/* Tab and its reverse go round the fields and the text; the rest goes to the field
 * that has the focus. True if it was taken. */
bool proposal_key(struct proposal *proposal, struct app *app, const struct key *key);
void proposal_paste(struct proposal *proposal, struct app *app, const char *text);
/* Puts what is in the fields into the words, as borrowed texts. */
void proposal_put(struct proposal *proposal, struct words *words);
/* Into one row. */
void proposal_draw(const struct proposal *proposal, const struct area *area, int row);

#endif
