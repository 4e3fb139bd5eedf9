/* SPDX-License-Identifier: MIT */
/* What happens to the recorded tables, taken down row by row. Private to change.c, and to
 * kept.c, which SQLite calls. */
#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include <sqlite3.h>

struct record;

/* Takes down what record_change is told. */
struct record *record_start(sqlite3 *db);
/* A hook of SQLite (sqlite3_preupdate_hook) with the record as its context. */
void record_change(void *context, sqlite3 *db, int operation, const char *database,
	const char *name, sqlite3_int64 id, sqlite3_int64 id_after);
/* What was taken down as a changeset: *bytes is for sqlite3_free, NULL and *length 0 if
 * nothing differs from what was. Returns SQLite's code. */
int record_finish(struct record *record, void **bytes, int *length);
/* Takes back what a statement that then failed has done since the mark, as SQLite does. */
size_t record_mark(const struct record *record);
void record_back(struct record *record, size_t mark);
/* Stops and forgets. NULL passes. */
void record_free(struct record *record);

#endif
