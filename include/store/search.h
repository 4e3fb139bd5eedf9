/* SPDX-License-Identifier: MIT */
/* Search in statements, recommendations, amendments to them, comments and positions on them,
 * recommendations of earlier sessions with what was done about them, documents and the
 * contributions of States: every word typed must begin a word there; case, accents and
 * special letters do not matter (engineering B.3). */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include <stddef.h>

#include "base/str.h"
#include "store/store.h"

enum hit_kind {
	HIT_STATEMENT,
	HIT_RECOMMENDATION,
	HIT_DOCUMENT,
	HIT_CONTRIBUTION,
	HIT_AMENDMENT, /* found by the words that it takes away and puts, not by the rest */
	HIT_COMMENT,
	HIT_FOLLOW_UP, /* found by what was done about it too */
	HIT_POSITION,  /* on a recommendation or on all of a body; found by its kind too */
	HIT_KINDS
};

struct hit_row {
	enum hit_kind kind;
	int64_t id, item;
	int64_t recommendation; /* of an amendment, a comment and a position; else 0 */
	int number;             /* of a position that of its recommendation; 0 = of all */
	const char *item_printed;
	const char *name; /* who said, proposed or sent it; of a document its symbol; or NULL */
	const char *text; /* the note or text, of a document its title */
};
/* "s12", "r3", "d5", "c7", "a9", "k4", "f2"; of a position that of its recommendation, or "set" */
void hit_say_number(const struct hit_row *hit, struct str *out);

/* Documents and contributions (a quarter of limit at most), recommendations, amendments,
 * comments, positions and follow-ups (half of the rest at most), then statements, each newest first, at most limit. Words that are all punctuation find nothing; the first sixteen count. */
struct hit_row *store_search(struct store *store, int64_t session, const char *words, size_t limit,
	struct arena *arena, size_t *count);
/* The same where every word is to be there as a whole; statements and recommendations
 * only. */
struct hit_row *store_search_whole(struct store *store, int64_t session, const char *words,
	size_t limit, struct arena *arena, size_t *count);
/* Brings into search what the journal has since. The store does it when somebody
 * searches and when it is closed; a screen does it in slices of some milliseconds while
 * no key waits, for as long as one returns true. Who searches waits for another program
 * that writes, as a command does; a slice does not. Where it cannot be done now nothing is
 * lost: it is done the next time. In a database that is read only search may lack the last
 * that was written. */
void store_search_catch_up(struct store *store);
bool store_search_slice(struct store *store); /* true: there is more */

#endif
