/* SPDX-License-Identifier: MIT */
/* Sponsors and co-sponsors of a recommendation or an amendment, beside its proposer. */
#ifndef STORE_SPONSOR_H
#define STORE_SPONSOR_H

#include <stddef.h>

#include "store/store.h"

struct sponsor_row {
	int64_t participant;
	const char *name; /* as in lists */
	int64_t at;
};
/* Of the one that is not 0, as they came. */
struct sponsor_row *store_sponsors(struct store *store, int64_t recommendation, int64_t amendment,
	struct arena *arena, size_t *count);
bool store_sponsor_is(
	struct store *store, int64_t recommendation, int64_t amendment, int64_t participant);
bool store_sponsor_add(struct store *store, int64_t session, int64_t recommendation,
	int64_t amendment, int64_t participant, int64_t at, struct err *err);
bool store_sponsor_remove(struct store *store, int64_t recommendation, int64_t amendment,
	int64_t participant, struct err *err);

#endif
