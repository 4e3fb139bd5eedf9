/* SPDX-License-Identifier: MIT */
/* The agenda of a session as the values of an agenda file, and what another file
 * says put in its place. */
#ifndef STORE_AGENDA_HELD_H
#define STORE_AGENDA_HELD_H

#include "model/agenda_compare.h"
#include "store/agenda.h"

/* What store_session_create would have made it of; the arrays of ids and ranks go
 * with the agenda's own, and all is in its arena. */
struct agenda_held {
	struct agenda agenda;
	struct agenda_use use;
	int64_t session;
	int64_t *bodies, *officers, *documents, *items, *slots;
	const char **item_ranks, **slot_ranks;
};

/* Reads it; agenda_held_clear after. */
void store_agenda_held(struct store *store, int64_t session, struct agenda_held *held);
void agenda_held_clear(struct agenda_held *held);

/* Makes the session what the file says: `comparison` is of these two, and has no
 * clash. What it says stays is left alone, and so is the session's key. Within a
 * change, in which held was read. */
bool store_agenda_take(struct store *store, const struct agenda_held *held,
	const struct agenda *file, const struct agenda_comparison *comparison, struct err *err);

#endif
