/* SPDX-License-Identifier: MIT */
/* What stands behind a paragraph of the report, by the numbers that its sources have
 * (model/sources.h). Names of who proposes and supports are in it: for the screen only. */
#ifndef STORE_BEHIND_H
#define STORE_BEHIND_H

#include <stddef.h>

#include "store/store.h"

struct behind_row {
	char kind; /* 's' statement, 'p' point, 'r' recommendation, 'a' amendment,
		    * 'n' conclusion, 'd' document, 'm' meeting */
	int64_t number;
	int64_t item, statement, recommendation, amendment, document; /* rows; 0 = none */
	int64_t statement_number;                                     /* of a point; 0 */
	int64_t lead;                 /* of a point: number of the equal one that tells it; 0 */
	const char *name, *on_behalf; /* NULL */
	const char *item_printed;     /* NULL */
	int64_t at;                   /* 0: not known */
	const char *text;             /* NULL */
	const char *state; /* "adopted", "general", and such; of a point who supports it; NULL */
};

/* Those of a kind whose numbers lie between two, both included, by number; at most
 * `limit`. A kind that there are no rows of (follow-ups) gives none. */
struct behind_row *store_behind(struct store *store, int64_t session, char kind, int64_t from,
	int64_t to, size_t limit, struct arena *arena, size_t *count);
/* The amendments to a recommendation, in the order in which they were proposed. */
struct behind_row *store_behind_text(
	struct store *store, int64_t recommendation, struct arena *arena, size_t *count);

#endif
