/* SPDX-License-Identifier: MIT */
/* Places on a speakers' list, as the rows about it share them. Private to the command
 * layer. */
#ifndef QUEUE_H
#define QUEUE_H

#include "command/command.h"
#include "store/floor.h"

/* Puts a request of an item's list where the rules have it: behind all whose turn is
 * not later than its own. */
bool queue_place(struct call *call, int64_t item, int64_t request, struct err *err);
/* Whose turn it was on the lists that are open, before the status of somebody changes … */
struct queue_turns {
	struct queue_turn {
		int64_t item, request;
		int turn;
	} * all; /* in the call's arena */
	size_t count;
};
void queue_remember(struct call *call, struct queue_turns *turns);
/* … and after it: whoever has another turn now goes where it would stand had it been known
 * when it asked for the floor; the others stay. The reply says who. */
bool queue_follow(struct call *call, const struct queue_turns *turns, struct err *err);
/* Its place, from 1; 0 if it is not on the list. */
int queue_place_of(struct call *call, int64_t item, int64_t request);
/* Who was called in error stands on the list again where it stood; the reply says so.
 * Of 0 there is nothing to put back. */
bool queue_put_back(struct call *call, int64_t request, struct err *err);
/* Asks with the flag "anyway" if the rules give the delegation no further right of reply. */
bool queue_may_reply(struct call *call, int64_t item, int64_t participant, struct err *err);
/* "10.30 a.m.", in the call's arena. */
const char *queue_clock(struct call *call, int64_t at);

#endif
