/* SPDX-License-Identifier: MIT */
/* Between-keys: TEXT that sorts (by bytes) where a row stands in its list, so
 * that moving one row touches one row (design, "Words"). */
#ifndef MODEL_RANK_H
#define MODEL_RANK_H

#include "base/str.h"

/* Sets out to a key after `before` and before `after`; NULL for the ends. Keys
 * are digits and lower-case letters and never end in "0". Appending 100,000
 * times makes keys of at most 12 bytes. before must sort before after, and neither
 * may be out's own text. */
void rank_between(const char *before, const char *after, struct str *out);

#endif
