/* SPDX-License-Identifier: MIT */
/*
 * A string that grows by doubling. An empty one (capacity 0) points at a
 * constant "" and owns nothing, so that no caller ever meets NULL; every write
 * goes through reserve(), which is where it comes to own its memory.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum { SHORT_TEXT = 31 };

static void grow(struct str *s, size_t more)
{
	if (more >= SIZE_MAX / 2 - s->length)
		die("no memory left (a text of %zu bytes more wanted)", more);

	size_t wanted = s->length + more + 1;
	size_t room = s->capacity ? s->capacity : 32;
	while (room < wanted)
		room *= 2;
	s->text = mem_realloc(s->capacity ? s->text : NULL, room);
	s->text[s->length] = '\0';
	s->capacity = room;
}

/* For that many bytes and the NUL behind them. */
static inline void reserve(struct str *s, size_t more)
{
	if (more >= s->capacity - s->length)
		grow(s, more);
}

void str_init(struct str *s)
{
	*s = STR_EMPTY;
}

void str_clear(struct str *s)
{
	if (s->capacity)
		free(s->text);
	*s = STR_EMPTY;
}

void str_reset(struct str *s)
{
	str_cut(s, 0);
}

void str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

void str_addn(struct str *s, const char *bytes, size_t length)
{
	if (length == 0)
		return;
	assert(!s->capacity || bytes + length <= s->text || bytes >= s->text + s->capacity);

	reserve(s, length);
	memcpy(s->text + s->length, bytes, length);
	s->length += length;
	s->text[s->length] = '\0';
}

void str_addc(struct str *s, char c)
{
	reserve(s, 1);
	s->text[s->length++] = c;
	s->text[s->length] = '\0';
}

/* Times and numbers fill the screen, and printf() takes ten times as long. */
void str_add_number(struct str *s, unsigned long number, size_t digits)
{
	size_t length = 1;

	for (unsigned long rest = number / 10; rest > 0; rest /= 10)
		length++;
	if (length < digits)
		length = digits;
	reserve(s, length);
	s->length += length;
	s->text[s->length] = '\0';
	for (size_t at = s->length; length > 0; length--) {
		s->text[--at] = (char)('0' + number % 10);
		number /= 10;
	}
}

void str_addf(struct str *s, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	str_vaddf(s, format, args);
	va_end(args);
}

/* Most texts fit into what is there, and are formatted once. */
void str_vaddf(struct str *s, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	reserve(s, SHORT_TEXT);
	size_t room = s->capacity - s->length;
	int length = vsnprintf(s->text + s->length, room, format, args);
	if (length < 0)
		die("a text cannot be formatted: %s", format);
	if ((size_t)length >= room) {
		reserve(s, (size_t)length);
		vsnprintf(s->text + s->length, (size_t)length + 1, format, again);
	}
	va_end(again);
	s->length += (size_t)length;
}

void str_insert(struct str *s, size_t at, const char *bytes, size_t length)
{
	assert(at <= s->length);
	if (length == 0)
		return;
	assert(!s->capacity || bytes + length <= s->text || bytes >= s->text + s->capacity);

	reserve(s, length);
	memmove(s->text + at + length, s->text + at, s->length - at + 1);
	memcpy(s->text + at, bytes, length);
	s->length += length;
}

void str_remove(struct str *s, size_t at, size_t length)
{
	assert(at <= s->length && length <= s->length - at);
	if (length == 0)
		return;
	memmove(s->text + at, s->text + at + length, s->length - at - length + 1);
	s->length -= length;
}

void str_cut(struct str *s, size_t length)
{
	assert(length <= s->length);
	if (length < s->length)
		s->text[length] = '\0';
	s->length = length;
}

char *str_take(struct str *s)
{
	char *text = s->capacity ? s->text : mem_strdup("");

	*s = STR_EMPTY;
	return text;
}
