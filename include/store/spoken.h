/* SPDX-License-Identifier: MIT */
/* How long each has spoken: derived from the spans, the running one included. */
#ifndef STORE_SPOKEN_H
#define STORE_SPOKEN_H

#include <stddef.h>

#include "store/store.h"

/* A delegation in one capacity: for itself, or as the voice of a group. */
struct spoken_row {
	int64_t participant;
	const char *name, *region; /* region AF AP EE LA WE, or NULL */
	const char *group;         /* running name of the group that it spoke for, or NULL */
	int64_t seconds;
	int statements;
};
/* Of an item (0 = all) at a meeting (0 = all), until now; who spoke longest in all
 * first, and of one delegation first what it said for itself. Whatever was said
 * without a time is left out. */
struct spoken_row *store_spoken(struct store *store, int64_t session, int64_t item, int64_t meeting,
	int64_t now, struct arena *arena, size_t *count);

#endif
