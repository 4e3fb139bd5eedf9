/* SPDX-License-Identifier: MIT */
/* The clock that everything reads: the machine's, shifted, or standing still.
 * The order of what happened never comes from here (the journal has it). */
#include <time.h>

#include "base/clock.h"

static int64_t read_clock(clockid_t which)
{
	struct timespec now = {0};

	clock_gettime(which, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_now(const struct clock *clock)
{
	return clock->stands ? clock->standing : read_clock(CLOCK_REALTIME) + clock->shift;
}

void clock_shift_to(struct clock *clock, int64_t ms)
{
	clock->shift = ms - read_clock(CLOCK_REALTIME);
	clock->stands = false;
}

void clock_stand_at(struct clock *clock, int64_t ms)
{
	clock->standing = ms;
	clock->stands = true;
}

int64_t clock_monotonic(void)
{
	return read_clock(CLOCK_MONOTONIC);
}
