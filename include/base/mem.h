/* SPDX-License-Identifier: MIT */
/*
 * Memory that is there or the program is not: these never return NULL. Out of
 * memory and broken invariants end in die(), which first puts the terminal
 * back (die_hook) and then exits with 70; every command was committed before.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

void *mem_alloc(size_t size); /* zeroed; size 0 gives one byte */
void *mem_realloc(void *old, size_t size);
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t length);
char *mem_printf(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Makes room for `wanted` elements of `size` bytes, doubling; returns the (new)
 * place. New elements are zeroed. */
void *mem_grow(void *items, size_t *capacity, size_t wanted, size_t size);

/* What die() calls first; NULL for nothing. Returns the hook before. */
typedef void (*mem_die_hook)(void);
mem_die_hook mem_set_die_hook(mem_die_hook hook);

/* Prints "rapporteur: " and the sentence on standard error and exits with 70. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
