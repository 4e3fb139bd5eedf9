/* SPDX-License-Identifier: MIT */
/* The words for how far a recommendation has been carried out. */
#include <stddef.h>
#include <string.h>

#include "model/follow_up.h"

static const struct {
	const char *word, *typed, *label;
} states[FOLLOW_UP_STATES] = {
	[FOLLOW_UP_UNKNOWN] = {NULL, "unknown", "state not known"},
	[FOLLOW_UP_NOT_STARTED] = {"not_started", "not-started", "not started"},
	[FOLLOW_UP_IN_PROGRESS] = {"in_progress", "in-progress", "in progress"},
	[FOLLOW_UP_IMPLEMENTED] = {"implemented", "implemented", "implemented"},
	[FOLLOW_UP_OVERTAKEN] = {"overtaken", "overtaken", "overtaken by events"},
};

const char *follow_up_word(enum follow_up_state state)
{
	return states[state].word;
}

const char *follow_up_label(enum follow_up_state state)
{
	return states[state].label;
}

bool follow_up_state_parse(const char *word, enum follow_up_state *state)
{
	*state = FOLLOW_UP_UNKNOWN;
	if (!word)
		return true;
	for (int i = 0; i < FOLLOW_UP_STATES; i++) {
		if (strcmp(word, states[i].typed) == 0 ||
			(states[i].word && strcmp(word, states[i].word) == 0)) {
			*state = (enum follow_up_state)i;
			return true;
		}
	}
	return false;
}
