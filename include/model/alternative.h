/* SPDX-License-Identifier: MIT */
/*
 * Alternatives to a text that is negotiated: the first has the letter or number, the
 * others that and bis, ter, quater (conventions 1.5). Printed only, never stored.
 */
#ifndef MODEL_ALTERNATIVE_H
#define MODEL_ALTERNATIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct alternative_place {
	int64_t id, of; /* of 0: no alternative */
	bool stands;    /* has a letter: neither withdrawn, nor rejected, nor deferred */
	bool adopted;
	/* Counted: */
	int letter;      /* from 1; 0 = none */
	int alternative; /* 1 = bis, 2 = ter; 0 = the letter itself */
};

/*
 * Letters of one list, in its order, alternatives behind what they are of, the adopted
 * ones first. The first that stands has the letter, so that the first adopted one keeps
 * it; what is adopted beside it is a text of its own and has the next one.
 */
void alternative_count(struct alternative_place *places, size_t count);

/* "bis", "ter", "quater" …, from 1; "" for 0. Behind the tenth as figures: "11". */
void alternative_word(int alternative, struct str *out);
/* The number of "bis", "ter" …; 0 for what is none. */
int alternative_parse(const char *word);
/* Adds "(c) bis"; of a numbered list "3 bis". Nothing without a letter. */
void alternative_label(int letter, int alternative, bool numbered, struct str *out);

#endif
