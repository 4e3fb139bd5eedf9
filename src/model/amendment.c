/* SPDX-License-Identifier: MIT */
/* The words of an amendment, for the database and for people, and what may become of it. */
#include <string.h>

#include "model/amendment.h"

static const char *const kinds[AMENDMENT_KINDS] = {
	[AMENDMENT_WORDS] = "words",
	[AMENDMENT_PARAGRAPH] = "paragraph",
	[AMENDMENT_DELETION] = "deletion",
};

static const char *const states[AMENDMENT_STATES] = {
	[AMENDMENT_PROPOSED] = "proposed",
	[AMENDMENT_ACCEPTED] = "accepted",
	[AMENDMENT_REJECTED] = "rejected",
	[AMENDMENT_WITHDRAWN] = "withdrawn",
	[AMENDMENT_LAPSED] = "lapsed",
};

static const struct {
	const char *word, *label;
} hows[AMENDMENT_HOWS] = {
	[AMENDMENT_IN_WRITING] = {"writing", "in writing"},
	[AMENDMENT_ORALLY] = {"orally", "orally"},
	[AMENDMENT_ON_SCREEN] = {"screen", "on screen"},
	[AMENDMENT_BY_CHAIR] = {"chair", "by the Chair"},
};

const char *amendment_kind_word(enum amendment_kind kind)
{
	return kinds[kind];
}

bool amendment_kind_parse(const char *word, enum amendment_kind *kind)
{
	for (size_t i = 0; i < AMENDMENT_KINDS; i++) {
		if (strcmp(kinds[i], word) == 0) {
			*kind = (enum amendment_kind)i;
			return true;
		}
	}
	return false;
}

const char *amendment_state_word(enum amendment_state state)
{
	return states[state];
}

bool amendment_state_parse(const char *word, enum amendment_state *state)
{
	for (size_t i = 0; i < AMENDMENT_STATES; i++) {
		if (strcmp(states[i], word) == 0) {
			*state = (enum amendment_state)i;
			return true;
		}
	}
	return false;
}

const char *amendment_how_word(enum amendment_how how)
{
	return hows[how].word;
}

const char *amendment_how_label(enum amendment_how how)
{
	return hows[how].label;
}

bool amendment_how_parse(const char *word, enum amendment_how *how)
{
	for (size_t i = 0; i < AMENDMENT_HOWS; i++) {
		if (strcmp(hows[i].word, word) == 0) {
			*how = (enum amendment_how)i;
			return true;
		}
	}
	return false;
}

bool amendment_may(enum amendment_state from, enum amendment_state to)
{
	return from != to && (from == AMENDMENT_PROPOSED || to == AMENDMENT_PROPOSED);
}
