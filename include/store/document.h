/* SPDX-License-Identifier: MIT */
/* The register of documents beyond their rows (store/agenda.h): what is known of one
 * later, what became of it, and who cites it. */
#ifndef STORE_DOCUMENT_H
#define STORE_DOCUMENT_H

#include <stddef.h>

#include "store/agenda.h"

bool store_document(struct store *store, int64_t id, struct arena *arena, struct document_row *row);

/* What is not NULL in it is set; "" empties it. */
struct document_edit {
	const char *symbols, *title, *kind, *date, *languages, *late;
};
bool store_document_edit(
	struct store *store, int64_t document, const struct document_edit *edit, struct err *err);
/* No longer under the item. */
bool store_document_from_item(struct store *store, int64_t document, int64_t item, struct err *err);
/* With its history. ERR_USAGE with the reason while something of the record has it: it
 * was introduced, is what a contribution became, or is cited in a note or text. */
bool store_document_delete(struct store *store, int64_t document, struct err *err);

/* A change of its state, which it then has unless a later one is on record. */
struct document_event {
	const char *state;                      /* issued introduced withdrawn reissued */
	int64_t at, meeting, item, participant; /* the last three may be 0 */
};
bool store_document_event_add(struct store *store, int64_t session, int64_t document,
	const struct document_event *event, struct err *err);
struct document_event_row {
	const char *state;
	int64_t at;
	int meeting;                    /* its number; 0 = none */
	const char *item, *participant; /* printed, as in lists; or NULL */
};
struct document_event_row *store_document_events(
	struct store *store, int64_t document, struct arena *arena, size_t *count); /* by time */

/* The items of a document: their ids. */
int64_t *store_document_items(
	struct store *store, int64_t document, struct arena *arena, size_t *count);
/* Which document stands under which item, of the whole session. */
struct item_document_row {
	int64_t item, document;
};
struct item_document_row *store_item_documents(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

/* Where a symbol is cited: as a whole, not as the beginning of another. */
struct citation_row {
	char kind;        /* s r: a statement, a recommendation, as numbered; i: an item; c: a
			   * contribution that became it */
	int number;       /* of s r c */
	const char *item; /* printed, of s r i; or NULL */
	const char *name; /* who said, proposed or sent it; the item's title; or NULL */
};
/* Annotations first, then recommendations, statements and contributions; at most limit
 * of each. Found by search, so that a long log costs nothing; not inside a change. */
struct citation_row *store_document_citations(struct store *store, int64_t session,
	int64_t document, size_t limit, struct arena *arena, size_t *count);

#endif
