/* SPDX-License-Identifier: MIT */
/* What stands around a name in a list of speakers. Private to the model layer. */
#ifndef SPEAKERS_ENDS_H
#define SPEAKERS_ENDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* A copy without the bullets, numbers, times and punctuation at both ends. */
char *ends_strip(struct arena *arena, const char *text);
/* Where the text begins behind what ends_strip takes from its beginning. */
const char *ends_start(const char *text);
/* Does it begin with the rank of a person and go on: "Mr. X", "H.E. Ms. X"? */
bool ends_has_rank(const char *text);
/* Does it say nothing of who somebody is: "tbc", "5 min"? */
bool ends_is_remark(const char *text);
/* Does it part words: no letter, no digit, no byte of a character beyond ASCII? */
bool ends_parts(char c);
/* Bytes of the one of the words that the text begins with, whole; 0 = none. */
size_t ends_one_of(const char *text, const char *const words[]);

#endif
