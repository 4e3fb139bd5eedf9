/* SPDX-License-Identifier: MIT */
/* The index of search: private to the store. store/search.h has what brings it up
 * to date. */
#ifndef STORE_SEARCH_INDEX_H
#define STORE_SEARCH_INDEX_H

#include "sql.h"

/* Rows of `search` from here on are recommendations. */
#define SEARCH_RECOMMENDATION ((int64_t)1 << 40)

/* Builds it anew; within a transaction. */
bool search_index_all(struct store *store, struct err *err);
/* Has it the rows that it should have? True also while it is behind the journal. */
bool search_index_fits(struct store *store);

#endif
