/* SPDX-License-Identifier: MIT */
/* The status of participants under treaties, with its dates; the status that a
 * participant has in a session follows from one treaty at the session's first day. */
#ifndef STORE_TREATY_H
#define STORE_TREATY_H

#include "store/store.h"

/* Forgets what was known of a participant under the treaty. */
bool store_treaty_clear(
	struct store *store, int64_t participant, const char *treaty, struct err *err);
/* status: party signatory nonparty; date: since when, or NULL for always. */
bool store_treaty_add(struct store *store, int64_t session, int64_t participant, const char *treaty,
	const char *status, const char *date, struct err *err);
/* Everybody of whom something is known under the treaty gets the status of the day:
 * the newest that had begun by then, nonparty if none had. */
bool store_treaty_settle(struct store *store, int64_t session, const char *treaty, struct err *err);
/* How many of the session have a status ("party"). */
int64_t store_treaty_count(struct store *store, int64_t session, const char *status);

#endif
