/* SPDX-License-Identifier: MIT */
/* How long somebody may speak: what the Chair has announced, over the rules of
 * procedure of the session; and how long statements took. */
#ifndef STORE_LIMIT_H
#define STORE_LIMIT_H

#include <stddef.h>

#include "model/limit.h"
#include "store/store.h"

struct limits {
	const struct rules *rules;
	struct limit *announced; /* in the order of their time */
	size_t count;
};
/* All of a session, over its rules; the rows in the arena. */
void store_limits(struct store *store, int64_t session, const struct rules *rules,
	struct arena *arena, struct limits *limits);
bool store_limit_add(struct store *store, int64_t session, const struct limit *limit, int64_t at,
	struct err *err);

/* Seconds that a statement may take; 0 = no limit. */
int store_limit_of_statement(struct store *store, const struct limits *limits, int64_t statement);
/* Of each of these, who wait on the list of one item; `seconds` has room for all. */
struct request_row;
void store_limits_waiting(struct store *store, const struct limits *limits,
	const struct request_row *rows, size_t count, int seconds[]);

/* Seconds that a statement took on the item so far, else in the session: the average
 * of the newest 20 that somebody had asked the floor for; 0 = there is none. */
int store_spoken_average(struct store *store, int64_t session, int64_t item);

#endif
