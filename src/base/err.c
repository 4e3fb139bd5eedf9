/* SPDX-License-Identifier: MIT */
/*
 * The sentence of a failure. It is always formatted aside first, because the
 * arguments may be the old sentence itself; it is cut at a character, never
 * inside one. It does not filter what it is given: the outputs do.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"

/* Takes back a character of UTF-8 that snprintf cut in two. */
static void cut_at_character(char *text, size_t length)
{
	size_t start = length;

	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0)
		return;
	unsigned char lead = (unsigned char)text[start - 1];
	size_t needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	if (length - (start - 1) < needed)
		text[start - 1] = '\0';
}

__attribute__((format(printf, 2, 0))) static void format_sentence(
	struct err *err, const char *format, va_list args)
{
	char text[sizeof(err->text)];
	int wanted = vsnprintf(text, sizeof(text), format, args);

	if (wanted < 0)
		text[0] = '\0';
	else if ((size_t)wanted >= sizeof(text))
		cut_at_character(text, sizeof(text) - 1);
	memcpy(err->text, text, sizeof(text));
}

bool err_set(struct err *err, enum err_code code, const char *format, ...)
{
	if (!err)
		return false;
	va_list args;
	va_start(args, format);
	format_sentence(err, format, args);
	va_end(args);
	err->code = code;
	return false;
}

bool err_prefix(struct err *err, const char *format, ...)
{
	if (!err)
		return false;
	struct err prefix = {0};
	va_list args;
	va_start(args, format);
	format_sentence(&prefix, format, args);
	va_end(args);
	return err_set(err, err->code, "%s: %s", prefix.text, err->text);
}
