/* SPDX-License-Identifier: MIT */
/* A table from texts to numbers, so that no check of a large file is quadratic. */
#ifndef LOOKUP_H
#define LOOKUP_H

#include <stdbool.h>
#include <stddef.h>

struct lookup {
	struct lookup_slot *slots;
	size_t size, count; /* size is a power of two */
};

void lookup_init(struct lookup *lookup);
void lookup_clear(struct lookup *lookup);
/* Adds key (borrowed) with its value and returns true; false, with nothing
 * changed, if the key is there. */
bool lookup_add(struct lookup *lookup, const char *key, size_t value);
/* False, and value untouched, if there is no such key. */
bool lookup_get(const struct lookup *lookup, const char *key, size_t *value);

#endif
