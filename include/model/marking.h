/* SPDX-License-Identifier: MIT */
/*
 * A text in which changes are marked, [-gone-] and [+put+] (model/negotiation.h), read
 * again: its marks, and its sub-levels with the numbers that they have in a report.
 */
#ifndef MODEL_MARKING_H
#define MODEL_MARKING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* What `text` does to `base`, marked as by negotiation_mark, but with each sub-level compared
 * with the one that it came of: what is new or gone as a whole is one mark. Adds to out. */
void marking_add(const char *base, const char *text, struct str *out);

/* Where the next mark begins, and how many bytes it has without its signs, which are two
 * bytes before and behind; NULL: there is none. */
const char *marking_next(const char *text, size_t *length, bool *is_new);

/* Which side of the marks is the text that is numbered: what is put where somebody has
 * changed it, what is marked as gone where somebody only proposes that. */
enum marking_side { MARKING_NEW, MARKING_GONE };

struct marking_part {
	int level;         /* 0 = the text before the list, or the whole; 1, 2 */
	const char *label; /* "(i)", "a."; "" of level 0 and of a line that is not of the text
			    * that is numbered; in the arena */
	const char *text;  /* with its marks, each of which ends in its line; without label and
			    * ending; in the arena */
};

/* In order, one for each line. Of a text that is no list (model/recommendation_parts.h) one
 * alone, as it is. numbered: its set has figures and not letters. */
struct marking_part *marking_parts(struct arena *arena, const char *text, enum marking_side side,
	bool numbered, size_t *count);

#endif
