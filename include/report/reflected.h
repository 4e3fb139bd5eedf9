/* SPDX-License-Identifier: MIT */
/* What of a session the report reflects, and what is reflected nowhere in it. */
#ifndef REPORT_REFLECTED_H
#define REPORT_REFLECTED_H

#include "model/sources.h"
#include "report/report.h"
#include "store/behind.h"

/* Adds all that paragraphs and entries of the report stand on. */
void report_sources(const struct report *report, struct sources *sources);

/* A statement that no paragraph stands on, or a point of one. */
struct unreflected {
	struct behind_row row; /* of kind 's' or 'p' */
	/* Why it is not in a report by convention, "a point of order"; NULL: it ought to be
	 * (conventions 1.9). */
	const char *why;
};
/* The next of them, statements first, at most `limit`, from *from on, which begins at 0
 * and is -1 after the last. A statement that is nowhere stands for its points. */
struct unreflected *report_unreflected(struct store *store, int64_t session,
	const struct sources *sources, int64_t *from, size_t limit, struct arena *arena,
	size_t *count);

#endif
