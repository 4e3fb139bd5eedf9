/* SPDX-License-Identifier: MIT */
/* A line of words with quotations, as a shell has them, into its words. */
#ifndef SPLIT_H
#define SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct piece {
	const char *text;
	bool quoted; /* its first character was: never an option */
	size_t from; /* where in the line it begins */
};

/* The words of the line, in the arena. *open (may be NULL) gets the quotation mark
 * that is never closed, or 0. */
struct piece *split_line(const char *line, struct arena *arena, size_t *count, char *open);

#endif
