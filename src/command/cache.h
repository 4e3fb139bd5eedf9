/* SPDX-License-Identifier: MIT */
/*
 * What resolving and completing read again and again: the session's names, kept
 * on the desk until the journal moves, so that a key costs no reading. Rows are
 * valid until the next change; never asked for inside one.
 */
#ifndef CACHE_H
#define CACHE_H

#include <stddef.h>

#include "command/command.h"
#include "store/agenda.h"
#include "store/participant.h"
#include "store/recommendation.h"

const struct participant_row *cache_participants(struct desk *desk, size_t *count);
const struct item_row *cache_items(struct desk *desk, size_t *count);
const struct slot_row *cache_slots(struct desk *desk, size_t *count);
const struct body_row *cache_bodies(struct desk *desk, size_t *count);
const struct recommendation_row *cache_recommendations(struct desk *desk, size_t *count);
const struct document_row *cache_documents(struct desk *desk, size_t *count);

/* What States are called in other languages (other_names.h), read once. */
struct other_name {
	const char *code, *key;
};
struct other_names {
	struct arena arena;
	struct other_name *rows;
	size_t count;
};
const struct other_names *cache_other_names(struct desk *desk);
void other_names_read(struct other_names *names); /* initialised and empty */

#endif
