/* SPDX-License-Identifier: MIT */
/*
 * How many said it, in the words of a summary (conventions 3.2): "some speakers". What is
 * how many is advice and data, a scale of a template; the rapporteur may say it otherwise
 * by a word before the point, "many: asked for model legislation".
 */
#ifndef MODEL_QUANTIFIER_H
#define MODEL_QUANTIFIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum quantifier {
	QUANTIFIER_ONE,
	QUANTIFIER_ANOTHER,
	QUANTIFIER_SOME,
	QUANTIFIER_SEVERAL,
	QUANTIFIER_NUMBER, /* a number of speakers */
	QUANTIFIER_MANY,
	QUANTIFIER_MOST,
	QUANTIFIER_ALL, /* speakers */
	QUANTIFIERS
};

extern const char *const quantifier_names[QUANTIFIERS]; /* "one", "another", "some" … */
/* By its name; QUANTIFIERS: there is none. */
enum quantifier quantifier_find(const char *name, size_t length);

/* The key of its words in a template: "quantifier.some", "speaker.one". */
const char *quantifier_key(enum quantifier quantifier);

/*
 * What a scale advises where `said` of the `all` who spoke said it, by so many voices: a
 * group counts for its members, but one voice alone is ONE. A scale is entries
 * with semicolons between them, the last one that holds: a name, how many at the least
 * and, of all, more than which share, where 1/1 is all of them:
 * "some 2; several 4; many 7 1/3; most 7 2/3; all 4 1/1". ONE where none holds.
 */
enum quantifier quantifier_advice(const char *scale, int64_t voices, int64_t said, int64_t all);
/* Is it a scale? */
bool quantifier_is_scale(const char *scale);

/* The word before a point that says how many said it; QUANTIFIERS: there is none. *words
 * gets what the point says behind it, also where there is none. */
enum quantifier quantifier_said(const char *point, const char **words);

#endif
