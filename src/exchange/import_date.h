/* SPDX-License-Identifier: MIT */
/* Days as documents write them: "Wednesday, 17 October 2012", "May 8 (Mon)", "28–31 May
 * 2018", "17 and 18 October 2012", "September 17 - October 5, 1979". */
#ifndef IMPORT_DATE_H
#define IMPORT_DATE_H

#include <stdbool.h>
#include <stddef.h>

struct import_date {
	int year;       /* 0 if not said */
	int month, day; /* 0 for a day that has only a name */
	int weekday;    /* 0 = Sunday; -1 if not said */
};

struct import_days {
	struct import_date from, to; /* the same for one day */
	size_t start, length;        /* bytes in the text, without blanks around */
	int count;                   /* days named */
};

/* 1 to 12 if text begins with the name of a month or its beginning ("Sept."); 0 else. */
int import_month_at(const char *text);
/* The first day or days in the text that have a month, or with `loose` only a weekday's
 * name; false if there is none. */
bool import_days_find(const char *text, bool loose, struct import_days *days);
/* The calendar day with its weekday; false if there is no such day. */
bool import_date_print(const struct import_date *date, char out[11]);
/* -1 if it is unknown or no day. */
int import_date_weekday(const struct import_date *date);

#endif
