/* SPDX-License-Identifier: MIT */
/*
 * To be loaded before a program's own libraries: the SHIM_AT-th piece of memory that is
 * asked for is not there, and with SHIM_EVER none after it. How many were asked for goes
 * to descriptor 9 at the end, for whoever has to choose the number. glibc only.
 */
#define _POSIX_C_SOURCE 200809L /* dprintf */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static long asked, at;
static int ever;

__attribute__((constructor)) static void begin(void)
{
	const char *text = getenv("SHIM_AT");

	at = text ? atol(text) : 0;
	ever = getenv("SHIM_EVER") != NULL;
	asked = 0;
}

__attribute__((destructor)) static void end(void)
{
	at = 0;
	dprintf(9, "%ld\n", asked);
}

static int fails(void)
{
	asked++;
	if (at == 0 || asked < at || (asked > at && !ever))
		return 0;
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}
