/* SPDX-License-Identifier: MIT */
/* Memory that goes away together: what a view loads, a file's tree, a report.
 * Nothing in an arena is freed alone. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena {
	struct arena_block *first;
};

void arena_init(struct arena *arena);
void arena_clear(struct arena *arena);               /* frees all; usable again */
void *arena_alloc(struct arena *arena, size_t size); /* zeroed, aligned for any type */
/* Room for one more row in an array that was made by this alone (at first NULL) and has
 * `count` rows of that size: the array, or a larger one, where the outgrown ones stay. */
void *arena_grow(struct arena *arena, void *rows, size_t count, size_t size);
char *arena_strdup(struct arena *arena, const char *text); /* NULL stays NULL */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
