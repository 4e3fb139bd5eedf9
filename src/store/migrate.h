/* SPDX-License-Identifier: MIT */
/* From one version of the schema to the next; private to the store. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "sql.h"

/* Makes an empty database one of the newest version. */
bool migrate_new(struct store *store, struct err *err);

/* Refuses a newer version and a schema that is not exactly its version's;
 * brings an older one up to date after a backup beside it. A read-only one of an
 * older version is refused. */
bool migrate_check(struct store *store, struct err *err);

/* Closes and forgets the prepared statements and the file. */
void sql_close(struct store *store);

#endif
