/* SPDX-License-Identifier: MIT */
/* How well something typed names something known. */
#ifndef MODEL_MATCH_H
#define MODEL_MATCH_H

/* The kinds of match; a score is one of these and up to MATCH_STEP - 1 more for
 * a short name. */
enum {
	MATCH_STEP = 1000,
	MATCH_TYPOS = 1 * MATCH_STEP,  /* with two typing errors */
	MATCH_TYPO = 2 * MATCH_STEP,   /* with one */
	MATCH_SLIP = 3 * MATCH_STEP,   /* the whole name with one: "camerron", "nigr" */
	MATCH_ELIDED = 4 * MATCH_STEP, /* "ivoire": a later word behind d’ or l’ */
	MATCH_LATER = 5 * MATCH_STEP,  /* "korea": from a later word on */
	MATCH_WORDS = 6 * MATCH_STEP,  /* "cote iv", "dem rep kor": words in order */
	MATCH_BEGINNING = 7 * MATCH_STEP,
	MATCH_WHOLE = 8 * MATCH_STEP
};

/* Both are fold keys. 0 = no match (and for an empty query); else higher is
 * better: the whole name, then a beginning, the beginnings of the words in
 * order, those of later words, and, for a query of four letters and more, a
 * beginning of the name or of a word with one typing error (two from eight
 * letters on), or the beginnings of words in order with as many between them. A
 * shorter name wins among equals. What was typed and the name are all that counts, so
 * that an offer stands where it stood the last time. */
int match_score(const char *query, const char *name);

#endif
