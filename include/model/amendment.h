/* SPDX-License-Identifier: MIT */
/* What an amendment is, and what may become of it (conventions 5.2, 5.4). */
#ifndef MODEL_AMENDMENT_H
#define MODEL_AMENDMENT_H

#include <stdbool.h>

enum amendment_kind {
	AMENDMENT_WORDS,     /* changes words of a text */
	AMENDMENT_PARAGRAPH, /* a new paragraph behind one */
	AMENDMENT_DELETION,  /* of a whole paragraph */
	AMENDMENT_KINDS
};
enum amendment_state {
	AMENDMENT_PROPOSED,
	AMENDMENT_ACCEPTED,
	AMENDMENT_REJECTED,
	AMENDMENT_WITHDRAWN,
	AMENDMENT_LAPSED, /* another was taken in its place, or its paragraph fell */
	AMENDMENT_STATES
};
enum amendment_how {
	AMENDMENT_IN_WRITING,
	AMENDMENT_ORALLY,
	AMENDMENT_ON_SCREEN,
	AMENDMENT_BY_CHAIR,
	AMENDMENT_HOWS
};

const char *amendment_kind_word(enum amendment_kind kind); /* as in the database: "words" */
bool amendment_kind_parse(const char *word, enum amendment_kind *kind);
const char *amendment_state_word(enum amendment_state state); /* in the database and for people */
bool amendment_state_parse(const char *word, enum amendment_state *state);
const char *amendment_how_word(enum amendment_how how);  /* "orally" */
const char *amendment_how_label(enum amendment_how how); /* "on screen", "by the Chair" */
bool amendment_how_parse(const char *word, enum amendment_how *how);
/* Proposed ones may go anywhere; what was decided only back to proposed. */
bool amendment_may(enum amendment_state from, enum amendment_state to);

#endif
