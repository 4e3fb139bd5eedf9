/* SPDX-License-Identifier: MIT */
/* The index of search: private to the store. store/search.h has what brings it up
 * to date. */
#ifndef STORE_SEARCH_INDEX_H
#define STORE_SEARCH_INDEX_H

#include "sql.h"

/* The rowid of `search` is the id with its kind (enum hit_kind) above these bits. */
#define SEARCH_BITS 40
#define SEARCH_ROW(kind, id) (((int64_t)(kind) << SEARCH_BITS) + (id))

/* Builds it anew; within a transaction. */
bool search_index_all(struct store *store, struct err *err);
/* Has it the rows that it should have? True also while it is behind the journal. */
bool search_index_fits(struct store *store);

#endif
