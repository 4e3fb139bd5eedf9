/* SPDX-License-Identifier: MIT */
/*
 * The clock that everything reads. It runs with the machine's, shifted (a
 * rehearsal of 2012), or stands still (tests, and --at of the command line).
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct clock {
	int64_t shift;    /* milliseconds added to the machine's time */
	int64_t standing; /* the time shown, if stands */
	bool stands;
};

int64_t clock_now(const struct clock *clock);         /* milliseconds UTC */
void clock_shift_to(struct clock *clock, int64_t ms); /* runs on from ms */
void clock_stand_at(struct clock *clock, int64_t ms);
int64_t clock_monotonic(void); /* milliseconds, for deadlines only */

#endif
