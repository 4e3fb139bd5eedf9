/* SPDX-License-Identifier: MIT */
/*
 * A day and time of a meeting as people say them: "17 Oct pm", "2012-10-17 15:00-18:00",
 * "Thursday, 10 a.m.-1 p.m.", "18 October", "afternoon".
 */
#ifndef MODEL_WHEN_H
#define MODEL_WHEN_H

#include <stdbool.h>

struct when {
	int year, month, day; /* 0 = not said */
	int weekday;          /* 0 = Sunday; -1 = not said */
	int from, to;         /* minutes after midnight; -1 = not said */
	const char *half;     /* "am", "pm"; NULL = not said, or the time says it */
};

/* False if something in it is no such thing, or it is empty. */
bool when_parse(const char *text, struct when *when);
bool when_has_day(const struct when *when);
/* Could this day ('YYYY-MM-DD') be the one that is said? All are, of one not said. */
bool when_is_day(const struct when *when, const char *date);
/* The first such day from `from` to `to`; else, if day and month are said, that of the
 * year said or of `from`. False if there is none. */
bool when_date(const struct when *when, const char *from, const char *to, char out[11]);

#endif
