/* SPDX-License-Identifier: MIT */
/*
 * Who is there: registered for the session, present at a meeting, there for an
 * item. Presence follows from speaking; who has left is there again by speaking
 * or by being registered anew.
 */
#ifndef STORE_PRESENCE_H
#define STORE_PRESENCE_H

#include <stddef.h>

#include "store/store.h"

/* meeting 0: registered for the session. Present twice is no error. */
bool store_presence_add(struct store *store, int64_t session, int64_t participant, int64_t meeting,
	int64_t at, struct err *err);
/* From the meeting, and the items of it; who is not there is no error. */
bool store_presence_end(struct store *store, int64_t session, int64_t participant, int64_t meeting,
	int64_t at, struct err *err);
/* Came for an item and left it again (meeting 0: in none). */
bool store_item_presence_add(struct store *store, int64_t session, int64_t participant,
	int64_t item, int64_t meeting, int64_t at, struct err *err);
bool store_item_presence_end(struct store *store, int64_t session, int64_t participant,
	int64_t item, int64_t at, struct err *err);

struct presence_row {
	int64_t participant;
	bool here; /* at the meeting, now */
	bool seen; /* takes part in the session: ever registered, present or heard */
};
/* Everybody of the session, in the order of their ids; meeting 0: `here` is who is
 * registered. */
struct presence_row *store_presence(
	struct store *store, int64_t session, int64_t meeting, struct arena *arena, size_t *count);
/* Was anybody registered as present at the meeting? Else nobody keeps attendance. */
bool store_presence_taken(struct store *store, int64_t session, int64_t meeting);

#endif
