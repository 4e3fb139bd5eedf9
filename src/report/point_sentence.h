/* SPDX-License-Identifier: MIT */
/* One point of a note as a sentence that names nobody (conventions 3.2). */
#ifndef REPORT_POINT_SENTENCE_H
#define REPORT_POINT_SENTENCE_H

#include "base/str.h"
#include "facts.h"

/*
 * Adds the sentence of a point in inline form. speaker is "one speaker" or "the
 * same speaker also". A point that begins with a verb of reporting in the past
 * ("asked for model legislation") follows the speaker as it is, a question is
 * quoted, all else stands after "noted that". False, and nothing added, if the
 * point has no text.
 */
bool point_sentence(
	const struct facts *facts, const char *speaker, const char *point, struct str *out);

/* The same of several speakers: "some speakers were of the view that …". */
bool point_sentence_of(const struct facts *facts, const char *speaker, bool several,
	const char *point, struct str *out);

/*
 * The same of a point that says itself that the Chair did something ("The Chair concluded
 * that …"), as it stands. False, and nothing added, if it does not.
 */
bool point_sentence_of_chair(const struct facts *facts, const char *point, struct str *out);

/* The verbs of reporting in the past, one after the other; NULL behind the last. */
const char *point_verb(size_t i);
/* The words of a point, behind its bullet and "also". */
const char *point_words(const char *point);

/*
 * Bytes of the first word of a point that would make no sentence behind "noted that", for
 * it is a verb and its subject is wanting ("will pay for a workshop"); *word is where it
 * begins. 0 if it is none, may as well be a noun, or the point is a question.
 */
size_t point_unsaid(const struct template *template, const char *point, const char **word);

/* Does it begin with one of the verbs of the table, in the past? */
bool point_is_verb(const char *text);

#endif
