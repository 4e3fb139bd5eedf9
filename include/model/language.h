/* SPDX-License-Identifier: MIT */
/* The languages of documents: the six official ones by the letter that stands behind a
 * job number (conventions 1.1), others by their name. */
#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

/* "E, f German" gives "E F German": letters first, in the order A C E F R S; "all" is the
 * six; names of official languages and their ISO codes ("en") are their letters. An empty
 * text adds nothing. False: ERR_USAGE, and nothing is added. */
bool language_normal(const char *text, struct str *out, struct err *err);
/* "fr" of "French", "F" or "fr"; NULL of NULL and of what is none of the six. */
const char *language_code(const char *name);
/* "French" of "fr"; the tag itself if it is of no official language. */
const char *language_name(const char *code);
/* Of what language_normal gave: "English, French and German". */
void language_words(const char *normal, struct str *out);
/* The official ones that are not among them, in words; nothing if all are. */
void language_missing(const char *normal, struct str *out);

/* Is it that of a paper that was not translated, "English only"? It stands for itself in the
 * masthead, without "Original:" and distribution (conventions 1.1). */
bool language_is_only(const char *language);

#endif
