/* SPDX-License-Identifier: MIT */
/* Times of meetings: "10 a.m.-1 p.m.", "10:00–13:00", "10.30", "3-6 p.m.", "Morning",
 * "11:30–close", "10 h 30", "9 a.m. to noon", "(10.00-13.00 hrs)". */
#ifndef IMPORT_TIME_H
#define IMPORT_TIME_H

#include <stdbool.h>
#include <stddef.h>

struct import_span {
	int from, to;  /* minutes after midnight, or -1 */
	char half;     /* 'a', 'p' where only that is said, else 0 */
	size_t length; /* bytes, with the stop or colon and the blanks behind */
};

/* The time that text begins with, also behind "at", "from" or "starting at". False if
 * it begins with none. A figure alone ("10") is no time. */
bool import_span_at(const char *text, struct import_span *span);

#endif
