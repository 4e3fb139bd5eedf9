/* SPDX-License-Identifier: MIT */
/*
 * libyaml would find most of this too, but it gives such a fault no line, and it
 * counts lines at separators that no editor shows. So the bytes are looked at
 * first, and what passes here cannot make its reader fail.
 */
#include <string.h>

#include "base/utf8.h"
#include "yaml_text.h"
#include "yaml_tree.h"

static bool is_line_end(const char *text, size_t length, size_t at)
{
	return text[at] == '\n' || (text[at] == '\r' && (at + 1 == length || text[at + 1] != '\n'));
}

/* Why a code point cannot stand in a file; NULL if it can. */
static const char *why_refused(uint32_t point, size_t bytes)
{
	if (point == 0xFFFD && bytes == 1)
		return "what stands here is not UTF-8; save the file as UTF-8";
	if (point == 0)
		return "a NUL character; delete it (or is the file UTF-16? save it as UTF-8)";
	if (point == 0x85 || point == 0x2028 || point == 0x2029)
		return "a line separator that editors do not show; delete it";
	if ((point < 0x20 && point != '\t' && point != '\n' && point != '\r') ||
		(point >= 0x7F && point < 0xA0))
		return "a control character; delete it";
	if (point == 0xFFFE || point == 0xFFFF)
		return "a code that is no character; delete it";
	return NULL;
}

static bool has_other_encoding(const char *text, size_t length)
{
	return length >= 2 &&
	       (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0);
}

bool yaml_text_check(const char *text, size_t length, struct messages *messages)
{
	int line = 1, column = 1;

	if (length > YAML_FILE_MAX) {
		messages_add(messages, false, 0, 0, "the file is larger than %d MiB",
			YAML_FILE_MAX / 1024 / 1024);
		return false;
	}
	if (has_other_encoding(text, length)) {
		messages_add(messages, false, 1, 1, "the file is UTF-16; save it as UTF-8");
		return false;
	}
	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t bytes = utf8_decode(text + at, length - at, &point);
		const char *why = why_refused(point, bytes);
		if (why) {
			messages_add(messages, false, line, column, "%s", why);
			return false;
		}
		column++;
		if (is_line_end(text, length, at)) {
			line++;
			column = 1;
		}
		at += bytes;
	}
	return true;
}

uint32_t yaml_text_at(const char *text, size_t length, int line, int column)
{
	size_t at = 0;
	uint32_t point = 0;

	for (; line > 1 && at < length; at++)
		line -= is_line_end(text, length, at);
	for (; column > 0; column--) {
		if (at >= length)
			return 0;
		at += utf8_decode(text + at, length - at, &point);
	}
	return point;
}
