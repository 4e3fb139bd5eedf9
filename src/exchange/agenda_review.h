/* SPDX-License-Identifier: MIT */
/* The parts of what a careful colleague sees. Private to agenda_review*.c. */
#ifndef AGENDA_REVIEW_H
#define AGENDA_REVIEW_H

#include "agenda_build.h"

/* agenda_review_words.c: an item that annotation or schedule words in another way. */
void review_words(struct agenda_build *build);
/* agenda_review_mandates.c: a resolution or decision that is cited in two forms. */
void review_mandates(struct agenda_build *build);
/* agenda_review_prose.c: what running text says that cannot be. */
void review_prose(struct agenda_build *build);
/* agenda_review_symbols.c: symbols in an unusual form, documents that nobody needs. */
void review_symbols(struct agenda_build *build, const struct node *root);

/* The nth entry from 0 of a list under a node; NULL if there is none. */
const struct node *review_entry(const struct node *map, const char *list, size_t n);
/* Are the two the same but for capitals, accents and punctuation? */
bool review_same(const char *a, const char *b);

#endif
