/* SPDX-License-Identifier: MIT */
/* One key out of the bytes that a terminal sends for it. Private to term. */
#ifndef TERM_SEQUENCE_H
#define TERM_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"

/* Bytes (n of them, at least one) of the first key; *key is KEY_NONE where they
 * are none. 0 = the key has begun and more must come; never 0 if late. */
size_t sequence_parse(const char *bytes, size_t n, bool late, struct key *key);

#endif
