/* SPDX-License-Identifier: MIT */
/*
 * Dates and times in words, as the documents and the screen have them
 * (conventions 1.1, 1.8). Dates are 'YYYY-MM-DD', minutes after midnight.
 */
#ifndef MODEL_PHRASE_H
#define MODEL_PHRASE_H

#include "base/str.h"

void phrase_date(const char *date, struct str *out);		/* 17 October 2012 */
void phrase_day(const char *date, struct str *out);		/* 17 October */
void phrase_weekday(const char *date, struct str *out);		/* Wednesday, 17 October 2012 */
void phrase_short_day(const char *date, struct str *out);	/* Wed 17 Oct */
void phrase_dates(const char *from, const char *to, struct str *out);	/* 17 and 18 October 2012;
				19 October 2010; 28-31 May 2018 for more than two days; across months and years too */
void phrase_from_to(const char *from, const char *to, struct str *out);	/* on 17 and 18 October 2012;
				from 28 to 31 May 2018; on 19 October 2010 */
void phrase_clock(int minute, struct str *out);			/* 10 a.m., 10.30 a.m., noon, midnight */
void phrase_hours(int from, int to, struct str *out);		/* 10 a.m.-1 p.m., 3-6 p.m. */
void phrase_half_day(const char *date, int minute, struct str *out);	/* morning of 31 May 2018 */
void phrase_duration(long seconds, struct str *out);		/* 2:14, 1:02:14; negative with - */
void phrase_minutes(long minutes, struct str *out);		/* 38 min, 2 h 18 min */

#endif
