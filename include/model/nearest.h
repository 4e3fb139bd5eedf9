/* SPDX-License-Identifier: MIT */
/* What somebody may have meant: the nearest of some known words. */
#ifndef MODEL_NEAREST_H
#define MODEL_NEAREST_H

#include <stddef.h>

/* The known word that the fewest changes of a letter (one more, one less,
 * another one, two exchanged) make of `word`, capitals, blanks and hyphens not
 * counting; NULL if none is near enough to be worth naming. */
const char *nearest_find(const char *word, const char *const known[], size_t count);

#endif
