/* SPDX-License-Identifier: MIT */
/*
 * What belongs to the page and not to the text: running heads and feet, page
 * numbers.
 */
#include <ctype.h>
#include <string.h>

#include "reading_build.h"

/* "- 2 -", and nothing else. */
static bool is_dashed_number(const char *line)
{
	line += strspn(line, " \t\f");
	if (*line++ != '-')
		return false;
	line += strspn(line, " ");
	size_t digits = strspn(line, "0123456789");
	line += digits;
	line += strspn(line, " ");
	return digits > 0 && digits <= 4 && *line == '-' &&
	       line[1 + strspn(line + 1, " \t\r")] == 0;
}

void reading_mark_pages(const char *const *lines, size_t count, bool *of_page)
{
	for (size_t i = 0; i < count; i++)
		of_page[i] = is_dashed_number(lines[i]);
}
