/* SPDX-License-Identifier: MIT */
/* What people typed, and what they may have meant, fit to stand in a sentence. */
#ifndef SHOWN_H
#define SHOWN_H

#include <stddef.h>

#include "base/arena.h"

/* The text through the output filter, on one line, cut where it is long. */
const char *shown_text(struct arena *arena, const char *text);
/* "A, B or C"; of more than `most` names the first ones and "or 5 more". */
const char *shown_choice(struct arena *arena, const char *const names[], size_t count, size_t most);

#endif
