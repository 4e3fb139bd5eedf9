/* SPDX-License-Identifier: MIT */
/*
 * An agenda in the making. The parts are read in the order in which they refer
 * to one another, whatever their order in the file: bodies, documents, items,
 * slots. So each file of agenda_*.c is one part and one function.
 */
#ifndef AGENDA_BUILD_H
#define AGENDA_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "fields.h"
#include "lookup.h"
#include "model/agenda.h"

/* More than any agenda has, and few enough to compare each with each. */
enum {
	AGENDA_BODIES_MAX = 50,
	AGENDA_ITEMS_MAX = 2000,
	AGENDA_JOINTS_MAX = 1000,    /* of all items together */
	AGENDA_CITATIONS_MAX = 5000, /* of documents, under items */
	AGENDA_REFERENCES_MAX = 5000 /* to items, in slots */
};

struct agenda_build {
	struct reader reader;
	struct agenda *agenda;
	bool doubtful; /* something was not read: do not miss what is referred to */
	size_t joints, citations, references;
	bool careful;                                 /* says also what a colleague would */
	bool full;                                    /* a limit was reached and reported */
	const struct node **item_nodes, **slot_nodes; /* where each was read */
	const char *body_keys[AGENDA_BODIES_MAX];
	struct lookup bodies;  /* "wg2" to its index */
	struct lookup symbols; /* a document's symbol, or all of them joined */
	struct lookup numbers; /* "wg2:1 (a)" to the item */
};

/* False once a limit is reached; then there was a message, once. */
bool agenda_build_has_room(struct agenda_build *build, const struct node *at, size_t count,
	size_t limit, const char *what);

void agenda_bodies_read(struct agenda_build *build, const struct node *root);
/* The body that a node names; false, and a message, if there is none. */
bool agenda_bodies_find(struct agenda_build *build, const struct node *node, size_t *body);
/* The message, with the nearest body that there is. */
void agenda_bodies_say_unknown(struct agenda_build *build, const struct node *at, const char *key);

void agenda_documents_read(struct agenda_build *build, const struct node *root);
/* The symbols of a list as one document prints them: joined by "-". NULL if none. */
const char *agenda_documents_symbols(struct agenda_build *build, const struct node *list);
/* The document that an item cites; one that is not listed is added. */
bool agenda_documents_cited(struct agenda_build *build, const struct node *node, size_t *document);

void agenda_items_read(struct agenda_build *build, const struct node *root);
void agenda_slots_read(struct agenda_build *build, const struct node *root);
/* What concerns more than one part: slots that overlap, items in no slot. */
void agenda_check(struct agenda_build *build);
/* What a careful colleague would see in an agenda that has no error: agenda_review.c. */
void agenda_review(struct agenda_build *build, const struct node *root);

#endif
