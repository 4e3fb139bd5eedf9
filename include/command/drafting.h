/* SPDX-License-Identifier: MIT */
/*
 * The drafting check of the recommendations of a session (model/style.h). They are read
 * as one document with the chapeaux of their sets, so that an acronym is given in full
 * once; what was silenced is counted and left out.
 */
#ifndef COMMAND_DRAFTING_H
#define COMMAND_DRAFTING_H

#include <stddef.h>
#include <stdint.h>

#include "command/command.h"
#include "model/style.h"

struct drafting_finding {
	int64_t recommendation; /* 0 = the text that is typed anew */
	int number;             /* r3; 0 likewise */
	int line, column;       /* of its text, from 1 */
	size_t from, length;    /* bytes of it */
	const char *rule, *words, *sentence, *suggestion;
};

/*
 * Those of one recommendation, or (0) of all that stand, in their order. `typed` (may be
 * NULL) is read in the place of its text; with `only` 0 it is a text of its own behind all
 * others, and only its findings are given. All in the arena; *silenced may be NULL.
 */
struct drafting_finding *drafting_check(struct desk *desk, struct arena *arena, int64_t only,
	const char *typed, size_t *count, size_t *silenced);

/* The house style: read once. */
const struct style_sheet *drafting_sheet(struct desk *desk);

#endif
