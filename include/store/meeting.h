/* SPDX-License-Identifier: MIT */
/* Meetings, what is considered in them, who is there. */
#ifndef STORE_MEETING_H
#define STORE_MEETING_H

#include <stddef.h>

#include "base/str.h"
#include "store/store.h"

struct meeting_row {
	int64_t id, slot;
	int number;
	const char *state;
	int64_t opened, closed; /* closed 0 = not yet */
	int64_t suspended;      /* since then; 0 = it is not */
	int64_t paused;         /* ms of the pauses that are over */
	const char *slot_date;  /* of its slot, or NULL */
	int slot_from, slot_to; /* -1 = none */
};
struct meeting_row *store_meetings(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* The one that is open or suspended; false if none is. */
bool store_meeting_open_now(
	struct store *store, int64_t session, struct arena *arena, struct meeting_row *row);
/* The meeting held at an instant (open or closed since); 0 = none. */
int64_t store_meeting_at(struct store *store, int64_t session, int64_t at);
/* The slot that fits an instant best: the one it lies in, else the next of that
 * day without a meeting; 0 = none. */
int64_t store_slot_at(struct store *store, int64_t session, int64_t at);

/* Numbered as they are held: one that is logged afterwards moves those after it on. */
int64_t store_meeting_open(struct store *store, int64_t session, int64_t slot, int64_t at,
	int *number, struct err *err);
/* Ends what goes on in it: considerations, the pause, the chair's time. */
bool store_meeting_close(struct store *store, int64_t meeting, int64_t at, struct err *err);
/* Moves its beginning or end (0 = stays) and what began or ended with it. */
bool store_meeting_set_times(
	struct store *store, int64_t meeting, int64_t opened, int64_t closed, struct err *err);

/* --- how it went (meeting_held.c) --- */

/* Milliseconds in which it sat, until `now` if it does: without pauses, never below 0. */
int64_t store_meeting_sat(const struct meeting_row *row, int64_t now);

struct pause_row {
	int64_t meeting, suspended, resumed; /* resumed 0 = not yet */
};
/* Of all meetings, as they happened. */
struct pause_row *store_pauses(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* resumed 0: the meeting is suspended from here on; else it was. */
bool store_meeting_suspend(struct store *store, int64_t session, int64_t meeting, int64_t suspended,
	int64_t resumed, struct err *err);
bool store_meeting_resume(struct store *store, int64_t meeting, int64_t at, struct err *err);

struct chair_row {
	int64_t meeting;
	const char *name, *role, *country; /* country may be NULL */
	int64_t started, stopped;          /* stopped 0 = in the chair */
};
/* Of all meetings, as they happened. */
struct chair_row *store_chairs(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* Takes the chair at chair->started: until the next one did, else to the end. */
bool store_meeting_chair(
	struct store *store, int64_t session, const struct chair_row *chair, struct err *err);

struct meeting_number {
	int64_t meeting, body;
	int number;
	const char *name; /* of the body */
};
/* The numbers that the bodies of a session give its meetings, by meeting, the first
 * body first; none where one body meets alone. */
struct meeting_number *store_meeting_numbers(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* Adds "2nd meeting", or where a body counts differently "2nd meeting (1st of the
 * Working Group on Lakes)". */
void store_meeting_name(const struct meeting_row *row, const struct meeting_number *numbers,
	size_t count, struct str *out);
/* The bodies that a meeting is one of: `body`, or (0) those of the items planned in its
 * slot, or else the first. Numbers follow the order in which they are held. */
bool store_meeting_number_planned(
	struct store *store, int64_t session, int64_t meeting, int64_t body, struct err *err);
/* Those of an item that it takes up, besides. */
bool store_meeting_number_item(
	struct store *store, int64_t session, int64_t meeting, int64_t item, struct err *err);
/* A body counts differently: this is its `number`th meeting. */
bool store_meeting_number_set(struct store *store, int64_t session, int64_t meeting, int64_t body,
	int number, struct err *err);

/* Items that are open now, of those taken up jointly the first; with several there is no
 * context (design). */
size_t store_items_open(struct store *store, int64_t session, int64_t items[], size_t room);
/* The one that was taken up last and is considered still; 0: none. */
int64_t store_item_taken_up(struct store *store, int64_t session);
bool store_consideration_open(struct store *store, int64_t session, int64_t item, int64_t meeting,
	int64_t at, struct err *err);
bool store_consideration_close(struct store *store, int64_t item, int64_t at,
	struct err *err); /* all open ones of the item */

/* An act: something decided. Ids 0 = none. */
/* The reason of an act on the report by which the Rapporteur was entrusted with its
 * finalization (conventions 3, ADOPT-2). */
#define ACT_ENTRUSTED "rapporteur"

struct act {
	const char *subject; /* agenda, recommendation, set, report */
	int64_t recommendation, in_set, item, meeting;
	const char *outcome, *form, *reason;
	bool orally_amended;
	int64_t at;
};
bool store_act_add(struct store *store, int64_t session, const struct act *act, struct err *err);
/* The same; gives its id, 0 on failure. */
int64_t store_act_new(struct store *store, int64_t session, const struct act *act, struct err *err);

#endif
