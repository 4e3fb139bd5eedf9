/* SPDX-License-Identifier: MIT */
/* Meetings, what is considered in them, who is there. */
#ifndef STORE_MEETING_H
#define STORE_MEETING_H

#include <stddef.h>

#include "store/store.h"

struct meeting_row {
	int64_t id, slot;
	int number;
	const char *state;
	int64_t opened, closed; /* closed 0 = not yet */
	const char *slot_date;  /* of its slot, or NULL */
	int slot_from, slot_to; /* -1 = none */
};
struct meeting_row *store_meetings(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* The one that is open; false if none is. */
bool store_meeting_open_now(
	struct store *store, int64_t session, struct arena *arena, struct meeting_row *row);
/* The meeting held at an instant (open or closed since); 0 = none. */
int64_t store_meeting_at(struct store *store, int64_t session, int64_t at);
/* The slot that fits an instant best: the one it lies in, else the next of that
 * day without a meeting; 0 = none. */
int64_t store_slot_at(struct store *store, int64_t session, int64_t at);

int64_t store_meeting_open(struct store *store, int64_t session, int64_t slot, int64_t at,
	int *number, struct err *err);
bool store_meeting_close(struct store *store, int64_t meeting, int64_t at, struct err *err);

/* Items that are open now; with several there is no context (design). */
size_t store_items_open(struct store *store, int64_t session, int64_t items[], size_t room);
bool store_consideration_open(struct store *store, int64_t session, int64_t item, int64_t meeting,
	int64_t at, struct err *err);
bool store_consideration_close(struct store *store, int64_t item, int64_t at,
	struct err *err); /* all open ones of the item */

/* An act: something decided. Ids 0 = none. */
struct act {
	const char *subject; /* agenda, recommendation, set, report */
	int64_t recommendation, in_set, item, meeting;
	const char *outcome, *form, *reason;
	bool orally_amended;
	int64_t at;
};
bool store_act_add(struct store *store, int64_t session, const struct act *act, struct err *err);

#endif
