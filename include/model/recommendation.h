/* SPDX-License-Identifier: MIT */
/* The states of a recommendation and the form of its text (conventions 3.1, 5.4). */
#ifndef MODEL_RECOMMENDATION_H
#define MODEL_RECOMMENDATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum recommendation_state {
	RECOMMENDATION_DRAFT,
	RECOMMENDATION_INTRODUCED,
	RECOMMENDATION_NEGOTIATED, /* under negotiation */
	RECOMMENDATION_AGREED,     /* ad referendum */
	RECOMMENDATION_ADOPTED,    /* with or without oral amendments */
	RECOMMENDATION_WITHDRAWN,
	RECOMMENDATION_DEFERRED,
	RECOMMENDATION_REJECTED, /* not adopted */
	RECOMMENDATION_STATES
};

const char *recommendation_word(enum recommendation_state state);  /* as in the database: "draft" */
const char *recommendation_label(enum recommendation_state state); /* for people: "not adopted" */
bool recommendation_state_parse(const char *word, enum recommendation_state *state);
/* True while its text may be edited: not adopted, withdrawn, rejected. */
bool recommendation_open(enum recommendation_state state);
/* May it go from one state to the other? Open ones to any other but draft, save that
 * a deferred one may be taken up again as a draft; adopted, withdrawn and rejected
 * ones only by reopening (to draft). */
bool recommendation_may(enum recommendation_state from, enum recommendation_state to);

/* The text of a list entry without blanks around it, the final ; or . or , and
 * a "and" or "; and" at its end, a label "(a)" or "1." before it; first letter
 * a capital. "etc.", "a.m." and the like keep their stop. Adds to out. */
void recommendation_entry(const char *text, struct str *out);
/* Bytes of the opening operative verb phrase ("Also requests", "Takes note of",
 * "Expresses its appreciation", "Notes with concern"); 0 if the text opens with none
 * ("States parties should ..."). */
size_t recommendation_verb(const char *text);

#endif
