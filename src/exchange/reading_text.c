/* SPDX-License-Identifier: MIT */
/*
 * Plain text: each line that is not empty is a paragraph.
 */
#include <string.h>

#include "reading_build.h"

bool reading_text(struct reading *reading, const char *bytes, size_t length, struct err *err)
{
	int gap = 0;

	(void)err;
	for (size_t at = 0, next; at < length; at = next) {
		const char *feed = memchr(bytes + at, '\n', length - at);
		next = feed ? (size_t)(feed - bytes) + 1 : length;
		int line = reading_add_line(reading, bytes + at, next - at);
		struct reading_paragraph *paragraph =
			reading_append(reading, bytes + at, next - at, NULL);
		if (!paragraph) {
			gap++;
			continue;
		}
		paragraph->line = paragraph->last_line = line;
		paragraph->gap = gap;
		gap = 0;
	}
	return true;
}
