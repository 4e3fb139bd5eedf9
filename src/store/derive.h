/* SPDX-License-Identifier: MIT */
/*
 * Derived tables follow the record by its changesets: after a command, an undo
 * or a redo the changeset is walked and what it touched is brought up to date,
 * so that no command needs to think of them. Private to the store.
 */
#ifndef STORE_DERIVE_H
#define STORE_DERIVE_H

#include "sql.h"

bool derive_change(struct store *store, void *changeset, int length, struct err *err);
bool derive_all(struct store *store, struct err *err);   /* rebuilds; check --repair */
bool derive_check(struct store *store, struct err *err); /* are they what they should be? */

#endif
