/* SPDX-License-Identifier: MIT */
/*
 * Dates and clock times as people write them, and instants as the database
 * keeps them (milliseconds UTC). The zone is the process's TZ, set once by
 * zone_set when a session is opened.
 */
#ifndef BASE_CIVIL_H
#define BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct civil {
	int year, month, day; /* month and day from 1 */
	int hour, minute, second;
};

/* Sets the zone of the process to an IANA name ("Europe/Vienna"); NULL or "" is the
 * machine's: TZ as it was before the first of them. Fails with ERR_DATA for a name that is not in the machine's
 * zone database (TZDIR, else /usr/share/zoneinfo), or if there is none; UTC always is. */
bool zone_set(const char *name, struct err *err);

/* Local to the zone; before 0001-01-03 or after 9999-12-30 the beginning of that day. */
struct civil civil_at(int64_t ms);
/* In a repeated hour (the clock put back) the earlier; in a skipped one as long after
 * the change as the time is past it: 02:30 is 03:30. */
int64_t civil_ms(const struct civil *civil);

/* "2012-10-17": true and year, month, day set (time 0) if it is a real date. */
bool civil_parse_date(const char *text, struct civil *out);
/* "10:00", "9:00" or "10:00:30", 24:00 allowed: seconds after midnight, or -1. */
int civil_parse_clock(const char *text);
/* The TIME of the command line: HH:MM[:SS] on the day of `now`, or
 * YYYY-MM-DDTHH:MM[:SS] (a blank for the T passes). Fails with ERR_USAGE. */
bool civil_parse_time(const char *text, int64_t now, int64_t *ms, struct err *err);

void civil_format_date(const struct civil *civil, char out[11]); /* 2012-10-17 */
int civil_weekday(const struct civil *civil);                    /* 0 = Sunday */
long civil_days(const struct civil *civil);                      /* days since 1970-01-01 */
struct civil civil_from_days(long days);

#endif
