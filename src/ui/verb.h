/* SPDX-License-Identifier: MIT */
/* The verbs of reporting in the language of the report ("point.verbs"), to choose from
 * where a point is written: those that begin as its line does, one after the other. */
#ifndef UI_VERB_H
#define UI_VERB_H

#include "writing.h"

enum { VERB_TYPED = 48 };

struct verb_choice {
	bool on;                /* the last key chose one */
	size_t from;            /* where it stands in the text */
	char typed[VERB_TYPED]; /* what it is the verb for */
	size_t place;           /* of the one that is shown, among those that fit */
};

/* Tab the next, Shift-Tab the one before; true if it was one of them. */
bool verb_key(struct verb_choice *choice, struct writing *writing, struct app *app,
	const struct key *key);

#endif
