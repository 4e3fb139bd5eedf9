/* SPDX-License-Identifier: MIT */
/* Which thing of a file is which of the session. Private to the comparison. */
#ifndef MODEL_AGENDA_MATCH_H
#define MODEL_AGENDA_MATCH_H

#include "model/agenda_compare.h"

struct agenda_match {
	const struct agenda *file, *held;
	/* For each of the file the index in the session, or AGENDA_NONE. */
	size_t *bodies, *officers, *documents, *items, *slots;
};

/* Fills match and the pairs of the comparison; all in its arena. */
void agenda_match(const struct agenda *held, const struct agenda *file, struct agenda_match *match,
	struct agenda_comparison *comparison);

/* NULL and "" are the same: nothing. */
bool agenda_same_text(const char *a, const char *b);
/* Is it the same body, or none on both sides? Indexes into the file's and the session's. */
bool agenda_same_body(const struct agenda_match *match, size_t file, size_t held);

#endif
