/* SPDX-License-Identifier: MIT */
/*
 * A number at the beginning of a text, for the readers of formats: just enough to
 * see that a line begins something new. What it counts is the imports' to say.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import_number.h"
#include "reading_label.h"

enum { LABEL_MAX = 40 }; /* bytes that are looked at */

/* Bytes of the number with the blanks behind it; *bare: a figure, which may be anything. */
static size_t find_label(const char *text, size_t length, bool *bare)
{
	char *copy = mem_strndup(text, length < LABEL_MAX ? length : LABEL_MAX);
	struct import_label label;
	size_t bytes = import_label_at(copy, &label) ? label.length : 0;

	*bare = bytes > 0 && label.mark == ' ' && !label.worded;
	for (size_t i = 0; *bare && i < bytes; i++)
		*bare = copy[i] != '('; /* "1 (a)" is none */
	free(copy);
	return bytes < length ? bytes : length;
}

size_t reading_label(const char *text, size_t length)
{
	bool bare;
	size_t bytes = find_label(text, length, &bare);

	if (bare)
		return 0;
	while (bytes > 0 && strchr(" \t\n", text[bytes - 1]))
		bytes--;
	return bytes;
}

bool reading_is_label(const char *text, size_t length)
{
	bool bare;

	while (length > 0 && strchr(" \t", text[length - 1]))
		length--;
	return length > 0 && length < LABEL_MAX && find_label(text, length, &bare) == length;
}
