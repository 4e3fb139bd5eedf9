/* SPDX-License-Identifier: MIT */
/* Between-keys: TEXT that sorts (by bytes) where a row stands in its list, so
 * that moving one row touches one row (design, "Words"). */
#ifndef MODEL_RANK_H
#define MODEL_RANK_H

#include <stdbool.h>

#include "base/str.h"

/* Sets out to a key after `before` and before `after`; NULL for the ends. Keys
 * are digits and lower-case letters and never end in "0". Appending 100,000
 * times makes keys of at most 12 bytes. before must sort before after, and neither
 * may be out's own text. False, and out as it was, if one of them is no such key:
 * then the file that it was read from is damaged. */
bool rank_between(const char *before, const char *after, struct str *out);

#endif
