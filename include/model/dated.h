/* SPDX-License-Identifier: MIT */
/* Days that a sentence names: what is true of one session and may be wrong in the next. */
#ifndef MODEL_DATED_H
#define MODEL_DATED_H

#include <stdbool.h>
#include <stddef.h>

/* The first of them: "19 and 20 October 2010", "3-6 June", "October 2010"; not a month or a
 * year alone. False if there is none. */
bool dated_find(const char *text, size_t *start, size_t *length);

#endif
