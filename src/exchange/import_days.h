/* SPDX-License-Identifier: MIT */
/* Which year the days of a timetable are in. */
#ifndef IMPORT_DAYS_H
#define IMPORT_DAYS_H

#include <stddef.h>

#include "import.h"

/* The year of days that do not say theirs. */
int import_days_year(const struct import *import, const struct import_date *dates, size_t count);
/* Gives a day its year, and a weekday alone its day. False if it is no day. */
bool import_days_complete(const struct import *import, struct import_date *date, int year);

/* The day that "Day 2" is, counted from the first of the session; false if that is not
 * known. */
bool import_days_counted(const struct import *import, int day, struct import_date *date);

#endif
