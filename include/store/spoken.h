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

/* --- beside each name of a list (ledger.c) --- */

/* On one item, in milliseconds; without the speech that runs. */
struct spoken_time {
	int64_t own;   /* for itself */
	int64_t voice; /* as the voice of groups */
};
/* Costs the same however much was logged: brings what is held in memory up to the
 * journal. False while it does not have all of the session yet, or could not read it
 * (sql.h, broken reads): then a screen shows no times, and goes on in slices while no
 * key waits for as long as one returns true. What fits into one slice is known at once. */
bool store_spoken_known(struct store *store, int64_t session);
bool store_spoken_slice(struct store *store, int64_t session); /* true: there is more */
/* As it was when store_spoken_known said yes last; that must have been so. */
struct spoken_time store_spoken_time(const struct store *store, int64_t item, int64_t participant);

#endif
