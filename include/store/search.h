/* SPDX-License-Identifier: MIT */
/* Search in statements and recommendations: every word typed must begin a word
 * there; case, accents and special letters do not matter (engineering B.3). */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include <stddef.h>

#include "store/store.h"

struct hit_row {
	bool recommendation; /* else a statement */
	int64_t id, item;
	int number;
	const char *item_printed;
	const char *name; /* who said or proposed it; NULL = nobody */
	const char *text; /* the note or text */
};
/* Recommendations (half of limit at most), then statements, newest first, at most limit.
 * Words that are all punctuation find nothing; the first sixteen count. */
struct hit_row *store_search(struct store *store, int64_t session, const char *words, size_t limit,
	struct arena *arena, size_t *count);
/* Brings into search what the journal has since. The store does it when somebody
 * searches and when it is closed; a screen does it in slices of some milliseconds while
 * no key waits, for as long as one returns true. Where it cannot be done now (another
 * program writes, the disk is full) nothing is lost: it is done the next time. In a
 * database that is read only search may lack the last that was written. */
void store_search_catch_up(struct store *store);
bool store_search_slice(struct store *store); /* true: there is more */

#endif
