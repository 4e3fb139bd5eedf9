/* SPDX-License-Identifier: MIT */
/*
 * Dates, times, numbers and lists in the words of a template, as documents have them
 * (conventions 1.1, 1.8, 4.1); what a screen shows is in model/phrase.h. Every function
 * adds plain text to out. What is no date is added as it is.
 */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include <stddef.h>

#include "base/str.h"
#include "model/template.h"

/* 17 October 2012; 17 October; Wednesday, 17 October 2012; Wednesday, 17 October */
void words_date(const struct template *template, const char *date, struct str *out);
void words_day(const struct template *template, const char *date, struct str *out);
void words_weekday(const struct template *template, const char *date, struct str *out);
/* Wed 17 Oct: the first three letters of both. */
void words_short_day(const struct template *template, const char *date, struct str *out);
void words_day_of_week(const struct template *template, const char *date, struct str *out);
/* For the corner of a document: 28-31 May 2018, 17 and 18 October 2012. `to` may be NULL. */
void words_dates(
	const struct template *template, const char *from, const char *to, struct str *out);
/* on 19 October 2010; on 17 and 18 October 2012; from 28 to 31 May 2018 */
void words_from_to(
	const struct template *template, const char *from, const char *to, struct str *out);
/* The half of the day that a minute is in (model/phrase.h): morning. */
const char *words_half(const struct template *template, int minute);
/* 10 a.m.-1 p.m.; without `to` (-1) 10 a.m.; without `from` nothing. */
void words_clock(const struct template *template, int minute, struct str *out);
void words_hours(const struct template *template, int from, int to, struct str *out);

void words_ordinal(const struct template *template, int n, struct str *out); /* 2nd */
/* Under 10 in words, else in figures; at the beginning of a sentence in words as far as the
 * language has them (conventions 1.8). */
void words_number(const struct template *template, int n, struct str *out);
void words_number_first(const struct template *template, int n, struct str *out);

/* What a choice of a formula looks at, for a number of things: zero goes with several,
 * unless the language says that it goes with one. */
const char *words_form(const struct template *template, int n);

/* "Benin, Canada and Spain"; with ";" where a name has a comma (conventions 4.1). */
void words_join(
	const struct template *template, const char *const names[], size_t count, struct str *out);
/* With the formulas of what stands between two and before the last. */
void words_join_by(const struct template *template, const char *between, const char *last,
	const char *const names[], size_t count, struct str *out);
/* The same with the word for "of" before each: "du Bénin, du Canada et de l’Espagne". */
void words_join_of(
	const struct template *template, const char *const names[], size_t count, struct str *out);

#endif
