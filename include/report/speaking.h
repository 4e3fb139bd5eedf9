/* SPDX-License-Identifier: MIT */
/* Who has spoken for how long, summed up by delegation and by regional group. */
#ifndef REPORT_SPEAKING_H
#define REPORT_SPEAKING_H

#include "base/arena.h"
#include "store/spoken.h"

/* A delegation, or a regional group. */
struct speaking_total {
	const char *name;
	int64_t key;        /* the delegation */
	int64_t own, voice; /* seconds for itself, for groups */
};

#define SPEAKING_NO_REGION "In no regional group" /* the name of those in none */

struct speaking {
	struct speaking_total *rows; /* in the arena */
	size_t count;
	struct speaking_total sum; /* of the delegations */
};

/* In the order of store_spoken. */
struct speaking speaking_by_delegation(
	const struct spoken_row *spoken, size_t count, struct arena *arena);
/* All regional groups, by the names of the session's date, and those in none. */
struct speaking speaking_by_region(struct store *store, int64_t session,
	const struct spoken_row *spoken, size_t count, struct arena *arena);

#endif
