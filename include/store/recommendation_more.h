/* SPDX-License-Identifier: MIT */
/* What a recommendation may have beside its row: for whom it was proposed, in which
 * paper, what it is an alternative of. */
#ifndef STORE_RECOMMENDATION_MORE_H
#define STORE_RECOMMENDATION_MORE_H

#include "store/store.h"

struct recommendation_more {
	int64_t on_behalf, document, alternative_of; /* 0 = none */
	bool by_chair;
	const char *paragraph; /* of the document, or NULL */
	/* Read only: */
	const char *on_behalf_name, *document_symbols; /* in lists; NULL */
	int alternative_of_number;                     /* r3; 0 */
};
/* What is known; all empty where nothing is. */
void store_recommendation_more(struct store *store, int64_t recommendation, struct arena *arena,
	struct recommendation_more *more);
/* All of it at once. */
bool store_recommendation_more_set(struct store *store, int64_t recommendation,
	const struct recommendation_more *more, struct err *err);
/* What its letter is counted by: what it is an alternative of, else itself. */
int64_t store_recommendation_root(struct store *store, int64_t recommendation);

#endif
