/* SPDX-License-Identifier: MIT */
/*
 * Open addressing with linear steps, at most half full, so that every search
 * ends at an empty slot. Keys are borrowed and never removed.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "lookup.h"

struct lookup_slot {
	const char *key; /* NULL: empty */
	size_t value;
};

void lookup_init(struct lookup *lookup)
{
	*lookup = (struct lookup){0};
}

void lookup_clear(struct lookup *lookup)
{
	free(lookup->slots);
	lookup_init(lookup);
}

static uint64_t hash(const char *key) /* FNV-1a */
{
	uint64_t value = 14695981039346656037u;

	for (; *key; key++)
		value = (value ^ (unsigned char)*key) * 1099511628211u;
	return value ^ value >> 32;
}

/* The slot of key, or the empty one where it belongs. */
static struct lookup_slot *find(const struct lookup *lookup, const char *key)
{
	size_t at = (size_t)hash(key) & (lookup->size - 1);

	while (lookup->slots[at].key && strcmp(lookup->slots[at].key, key) != 0)
		at = (at + 1) & (lookup->size - 1);
	return &lookup->slots[at];
}

static void grow(struct lookup *lookup)
{
	struct lookup old = *lookup;

	lookup->size = old.size ? old.size * 2 : 64;
	lookup->slots = mem_alloc(lookup->size * sizeof(*lookup->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].key)
			*find(lookup, old.slots[i].key) = old.slots[i];
	free(old.slots);
}

bool lookup_add(struct lookup *lookup, const char *key, size_t value)
{
	if (2 * (lookup->count + 1) > lookup->size)
		grow(lookup);
	struct lookup_slot *slot = find(lookup, key);
	if (slot->key)
		return false;
	*slot = (struct lookup_slot){key, value};
	lookup->count++;
	return true;
}

bool lookup_get(const struct lookup *lookup, const char *key, size_t *value)
{
	const struct lookup_slot *slot = lookup->size ? find(lookup, key) : NULL;

	if (!slot || !slot->key)
		return false;
	*value = slot->value;
	return true;
}
