/* SPDX-License-Identifier: MIT */
/* In what order rows of several tables came into the record: for where clocks, and times
 * that were typed, do not say what came first. Private to the store. */
#ifndef STORE_ENTERED_H
#define STORE_ENTERED_H

#include <stdint.h>

#include "store/store.h"

enum entered_table {
	ENTERED_VERSION,
	ENTERED_DECISION,
	ENTERED_POSITION,
	ENTERED_AGENDA,
	ENTERED_TABLES
};

/* The sequence in the journal of the command that made the row; 0 of what the command under
 * way has made and of what is not in the journal. */
int64_t entered_sequence(
	struct store *store, int64_t session, enum entered_table table, int64_t id);

#endif
