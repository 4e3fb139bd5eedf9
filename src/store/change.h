/* SPDX-License-Identifier: MIT */
/* Changesets: with record.c what knows SQLite's session extension. Private. */
#ifndef STORE_CHANGE_H
#define STORE_CHANGE_H

#include <stddef.h>

#include "sql.h"

/* Begins to record what happens to the recorded tables. */
void change_start(struct store *store);
/* Ends it; *bytes is for sqlite3_free, *length 0 if nothing changed. */
bool change_finish(struct store *store, void **bytes, int *length, struct err *err);
void change_drop(struct store *store);

/* Applies a changeset or its inverse inside the transaction under way. Any
 * conflict undoes all of it; the sentence names the table. */
bool change_apply(
	struct store *store, const void *bytes, size_t length, bool invert, struct err *err);

/* One changed row while walking. Columns as in the schema; column 0 is the id. */
struct change {
	const char *table;
	int operation; /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
	int columns;
	int64_t id;
	sqlite3_changeset_iter *iter;
};

struct walk {
	sqlite3_changeset_iter *iter;
};

/*	struct walk walk = change_walk(bytes, length);
 *	struct change c;
 *	while (change_next(&walk, &c)) …		(to the end) */
struct walk change_walk(const void *bytes, size_t length);
bool change_next(struct walk *walk, struct change *change);

/* The value before or after, 0 / false if the column is not part of the change. */
int64_t change_old(const struct change *change, int column);
int64_t change_new(const struct change *change, int column);
/* The words before it, NULL if the column is not part of the change; until the next one. */
const char *change_old_text(const struct change *change, int column);
bool change_has(
	const struct change *change, int column); /* was it changed (or is it all new or gone)? */

#endif
