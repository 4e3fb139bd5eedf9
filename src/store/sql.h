/* SPDX-License-Identifier: MIT */
/*
 * Prepared statements, kept by their text: the text of each query must be a
 * string literal (the cache compares addresses first). How to read rows:
 *
 *	struct sql *q = sql_query(store, "SELECT id, title FROM item WHERE id = ?1", "i", id);
 *	while (sql_row(q))
 *		use(sql_int(q, 0), sql_text(q, 1));
 *
 * sql_row returns false after the last row and resets the query; leaving the
 * loop early needs sql_done. A read that fails ends like an empty one, and
 * sql_reads_good has the sentence.
 */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include <sqlite3.h>

#include "store/store.h"

struct sql;

/* Binds by kinds: i int64_t, n int64_t with 0 as NULL, t const char * (NULL as
 * NULL), b const void * and size_t (a blob). Note: an int must be cast. */
struct sql *sql_query(struct store *store, const char *text, const char *kinds, ...);
bool sql_row(struct sql *q);
void sql_done(struct sql *q);
int64_t sql_int(struct sql *q, int column); /* NULL reads as 0 */
bool sql_null(struct sql *q, int column);
const char *sql_text(struct sql *q, int column); /* borrowed until the next row; NULL stays NULL */
const void *sql_blob(struct sql *q, int column, size_t *length);
/* Copies into the arena; NULL stays NULL. */
const char *sql_copy(struct sql *q, int column, struct arena *arena);

/* One value of one row, or `otherwise`. */
int64_t sql_value(struct store *store, int64_t otherwise, const char *text, const char *kinds, ...);

/* The same for small answers that are asked for again and again: they are kept until one of
 * the tables changes (kept.h). Only i; no column is a blob, and a number is read as one. */
struct sql *sql_kept(struct store *store, const char *text, const char *kinds, ...);
int64_t sql_kept_value(
	struct store *store, int64_t otherwise, const char *text, const char *kinds, ...);

/* Runs a statement that changes something. */
bool sql_run(struct store *store, struct err *err, const char *text, const char *kinds, ...);
int64_t sql_inserted(struct store *store); /* id of the last inserted row */

/* Several statements without parameters. */
bool sql_script(struct store *store, const char *text, struct err *err);

/* True if every read was good since store_begin (or since store->broken was last
 * emptied); else err has the sentence of the last one that failed. */
bool sql_reads_good(struct store *store, struct err *err);

/* The sentence and code for what SQLite just said. Returns false. */
bool sql_fail(struct store *store, int code, struct err *err);

sqlite3 *sql_handle(struct store *store);

#endif
