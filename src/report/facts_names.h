/* SPDX-License-Identifier: MIT */
/* The facts in the names of the report's language: those of the template, where it has one
 * for somebody; what it has none for keeps its name. */
#ifndef REPORT_FACTS_NAMES_H
#define REPORT_FACTS_NAMES_H

#include "facts.h"

/* Participants, which then stand in the order of that language. Before anything that
 * keeps their indexes. */
void facts_translate_participants(struct facts *facts, struct arena *arena);
/* All else: bodies, organ, place, titles of items, the countries of officers. */
void facts_translate(struct facts *facts);
/* Is the report in another language than the session? Titles then are not part of its
 * sentences. */
bool facts_is_foreign(const struct facts *facts);
/* What a word of the masthead is called in the language: "Limited", "English". */
const char *facts_word(const struct facts *facts, const char *english);
bool facts_has_half_brackets(const struct facts *facts);
/* A number with letters, "1 (b)" or "6, 7 (a)", as the language prints it: "1 b)". */
const char *facts_reference(const struct facts *facts, const char *text);
/* What a participant of this name in lists, or anything else, is called in lists. */
const char *facts_listed(const struct facts *facts, const char *name);
/* The running name in the report of the participant that has this name, of either kind,
 * outside it; else name itself. */
const char *facts_said(const struct facts *facts, const char *name);

#endif
