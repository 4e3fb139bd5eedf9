/* SPDX-License-Identifier: MIT */
/* The course of a meeting in words: when it was held, by whom it was chaired. */
#ifndef UI_COURSE_H
#define UI_COURSE_H

#include "base/arena.h"
#include "base/str.h"
#include "store/meeting.h"
#include "ui/app.h"

/* Of all meetings of the session, in the arena that they were loaded into. */
struct course {
	struct meeting_number *numbers;
	struct pause_row *pauses;
	struct chair_row *chairs;
	size_t number_count, pause_count, chair_count;
};
void course_load(struct course *course, struct app *app, struct arena *arena);

/* Each adds its words, or nothing where there is nothing to say. */

/* 1st meeting, 10.07 a.m.-12.58 p.m. */
void course_times(const struct meeting_row *meeting, struct str *out);
/* 3rd of the Working Group on Lakes: where that is another number */
void course_numbers(
	const struct course *course, const struct meeting_row *meeting, struct str *out);
/* 7 min late, suspended 11.30-11.45 a.m., 12.10-12.20 p.m. */
void course_delays(const struct course *course, const struct meeting_row *meeting, struct str *out);
/* Chair: A. B. (Peru); from 11 a.m. Vice-Chair: C. D. */
void course_chairs(const struct course *course, const struct meeting_row *meeting,
	const struct app *app, struct str *out);

#endif
