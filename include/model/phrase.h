/* SPDX-License-Identifier: MIT */
/*
 * Dates, times and documents in words, as the reports and the screen have them
 * (conventions 1.1, 1.8). Dates are 'YYYY-MM-DD', minutes after midnight. Every
 * function adds to out. What is no date is added as it is.
 */
#ifndef MODEL_PHRASE_H
#define MODEL_PHRASE_H

#include <stdbool.h>

#include "base/str.h"

void phrase_date(const char *date, struct str *out);        /* 17 October 2012 */
void phrase_day(const char *date, struct str *out);         /* 17 October */
void phrase_weekday(const char *date, struct str *out);     /* Wednesday, 17 October 2012 */
void phrase_day_of_week(const char *date, struct str *out); /* Wednesday, 17 October */
void phrase_short_day(const char *date, struct str *out);   /* Wed 17 Oct */
/* 19 October 2010; 17 and 18 October 2012; 28-31 May 2018 for more than two days;
 * 31 May and 1 June 2018; 30 December 2018-2 January 2019. `to` may be NULL. */
void phrase_dates(const char *from, const char *to, struct str *out);
/* on 19 October 2010; on 17 and 18 October 2012; from 28 to 31 May 2018 */
void phrase_from_to(const char *from, const char *to, struct str *out);
void phrase_clock(int minute, struct str *out); /* 10 a.m., 10.30 a.m., noon, midnight */
/* 10 a.m.-1 p.m., 3-6 p.m.; without `to` (-1) 10 a.m.; without `from` nothing */
void phrase_hours(int from, int to, struct str *out);
/* morning of 31 May 2018: until 1 p.m., when morning meetings end; then
 * afternoon, from 6 p.m. evening */
void phrase_half_day(const char *date, int minute, struct str *out);
void phrase_duration(long seconds, struct str *out); /* 2:14, 1:02:14; negative with - */
void phrase_minutes(long minutes, struct str *out);  /* 38 min, 2 h 18 min */

/* Whether a title goes on after its kind and "on", as it begins with a small letter, a
 * figure or an abbreviation: "the springs", "12 harbours", not "Springs and wells". */
bool phrase_goes_on(const char *title);
/* Report of the Secretariat on the state of springs; Note by the Secretariat, “Springs
 * and wells”; without kind the title alone. Both may be NULL or "". */
void phrase_document(const char *kind, const char *title, struct str *out);

#endif
