/* SPDX-License-Identifier: MIT */
/* Candidates of a completion as they are found, and the best of them. */
#ifndef GATHER_H
#define GATHER_H

#include "command/command.h"

struct gather {
	struct arena *arena;
	struct completion *found; /* on the heap until gather_best */
	size_t count, capacity;
};

/* Keeps the strings as they are, until gather_best. */
void gather_add(
	struct gather *gather, int score, const char *text, const char *label, const char *detail);
/* Is there one with that score or a better one? */
bool gather_has(const struct gather *gather, int score);
/* The best `limit`, best first, equal ones in the order of their coming; they
 * and their strings in the arena. Frees what was gathered. */
struct completion *gather_best(struct gather *gather, size_t limit, size_t *count);

/* Adds what could stand for `typed`, a value of this type (complete.c). */
void gather_values(
	struct gather *gather, struct desk *desk, const struct param *param, const char *typed);

#endif
