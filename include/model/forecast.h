/* SPDX-License-Identifier: MIT */
/*
 * Will all on the list have spoken when the slot ends? From the times that the
 * speakers have, or else are likely to take, and the time that is left. Pure: it is
 * made again whenever the clock or the list has moved.
 */
#ifndef MODEL_FORECAST_H
#define MODEL_FORECAST_H

#include <stddef.h>

#include "base/str.h"

#define FORECAST_OPEN (-1L) /* nobody knows when the slot ends */

struct forecast_floor {
	const int *limits; /* of those who wait, in order, in seconds; 0 = no limit */
	size_t count;
	int average; /* of the statements so far, in seconds; 0 = there are none */
	bool speaking;
	long spoken; /* by who has the floor, in seconds … */
	int limit;   /* … of so many; 0 = no limit */
	bool owed;   /* it is a point of order in a speech that goes on then, which has taken … */
	long owed_spoken; /* … so many seconds … */
	int owed_limit;   /* … of so many; 0 = no limit */
	long left;        /* seconds to the end of the slot, 0 when it is over, or FORECAST_OPEN */
	int ends;         /* minute of the day when it ends; -1 = none */
};

struct forecast {
	size_t speakers; /* who wait */
	bool known;      /* … and how long they need: there are limits or an average */
	bool guessed;    /* for some of them by the average */
	long seconds; /* that they need, the rest of the running speech and of an interrupted one included */
	bool bounded; /* there is an end, and `over` is known */
	size_t over;  /* how many cannot end in time */
	int ends;
};

struct forecast forecast_make(const struct forecast_floor *floor);

/* How much is said. `full` names the end of the slot, `plain` what the time is, the
 * last is for little room or when nothing is known. Nothing is added when nobody
 * waits. */
enum forecast_form {
	FORECAST_FULL,  /* 11 speakers, 38 min at the limits, slot ends 1 p.m.: 2 left over */
	FORECAST_PLAIN, /* 11 speakers, 38 min at the limits: 2 left over */
	FORECAST_SHORT, /* 11 speakers, 38 min: 2 left over */
	FORECAST_BRIEF, /* 11 need 38 min: 2 over */
	FORECAST_LEAST, /* 11 waiting, 2 over */
	FORECAST_FORMS
};
void forecast_phrase(const struct forecast *forecast, enum forecast_form form, struct str *out);

#endif
