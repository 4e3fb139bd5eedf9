/* SPDX-License-Identifier: MIT */
/*
 * Memory that is there or the program is not. Nothing is lost by dying: every
 * command was committed before. The hook is the one changing global of this
 * layer, because a lack of memory can strike where no context is at hand.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

static mem_die_hook die_hook;

mem_die_hook mem_set_die_hook(mem_die_hook hook)
{
	mem_die_hook before = die_hook;

	die_hook = hook;
	return before;
}

void die(const char *format, ...)
{
	char text[1000];
	va_list args;

	/* Formatted before the hook: it may free what the arguments point at. */
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	/* The output filter needs memory; here only plain ASCII passes. */
	for (char *c = text; *c; c++) {
		if (*c < ' ' || *c > '~')
			*c = '?';
	}

	mem_die_hook hook = mem_set_die_hook(NULL);
	if (hook)
		hook();
	fprintf(stderr, "rapporteur: %s\n", text);
	exit(ERR_INTERNAL);
}

void *mem_alloc(size_t size)
{
	void *memory = calloc(1, size ? size : 1);

	if (!memory)
		die("no memory left (%zu bytes wanted)", size);
	return memory;
}

void *mem_realloc(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);

	if (!memory)
		die("no memory left (%zu bytes wanted)", size);
	return memory;
}

char *mem_strdup(const char *text)
{
	return mem_strndup(text, strlen(text));
}

char *mem_strndup(const char *text, size_t length)
{
	const char *end = memchr(text, '\0', length);

	if (end)
		length = (size_t)(end - text);
	char *copy = mem_alloc(length + 1);
	memcpy(copy, text, length);
	return copy;
}

char *mem_printf(const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		die("a text cannot be formatted: %s", format);
	char *text = mem_alloc((size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

void *mem_grow(void *items, size_t *capacity, size_t wanted, size_t size)
{
	if (wanted <= *capacity)
		return items;

	size_t room = *capacity ? *capacity : 8;
	while (room < wanted)
		room = room > SIZE_MAX / 2 ? wanted : room * 2;
	if (room > SIZE_MAX / size)
		die("no memory left (%zu times %zu bytes wanted)", room, size);

	char *grown = mem_realloc(items, room * size);
	memset(grown + *capacity * size, 0, (room - *capacity) * size);
	*capacity = room;
	return grown;
}
