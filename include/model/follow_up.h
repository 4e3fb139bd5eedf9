/* SPDX-License-Identifier: MIT */
/* How far a recommendation of an earlier session has been carried out. */
#ifndef MODEL_FOLLOW_UP_H
#define MODEL_FOLLOW_UP_H

#include <stdbool.h>

enum follow_up_state {
	FOLLOW_UP_UNKNOWN, /* nobody has said yet */
	FOLLOW_UP_NOT_STARTED,
	FOLLOW_UP_IN_PROGRESS,
	FOLLOW_UP_IMPLEMENTED,
	FOLLOW_UP_OVERTAKEN, /* by events: no longer called for */
	FOLLOW_UP_STATES
};

const char *follow_up_word(enum follow_up_state state);  /* as in the database; NULL: unknown */
const char *follow_up_label(enum follow_up_state state); /* for people: "in progress" */
/* As in the database, or as typed: "in-progress"; NULL is unknown. */
bool follow_up_state_parse(const char *word, enum follow_up_state *state);

#endif
