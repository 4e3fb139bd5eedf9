/* SPDX-License-Identifier: MIT */
/*
 * The database: one file, many sessions, opened defensively. It is the truth;
 * nothing is "saved" later. Reading is allowed at any time; recorded tables are
 * written only between store_begin and store_commit (store/journal.h).
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct store;

enum store_open { STORE_OPEN_CREATE, STORE_OPEN_EXISTING, STORE_OPEN_READ_ONLY };

/*
 * Opens the file (":memory:" for tests), migrates an older one after a backup
 * beside it, and refuses with one sentence: a newer version and a file that is
 * no database of ours (ERR_DATA), a missing one (ERR_NO_INPUT), what cannot be
 * created (ERR_CANNOT_CREATE), a locked one (ERR_TRY_AGAIN). A file or folder
 * without write permission opens for reading: store_read_only() says so. The
 * original is untouched whenever it is refused. NULL on failure.
 */
struct store *store_new(const char *path, enum store_open how, struct err *err);
void store_free(struct store *store); /* NULL passes */

bool store_read_only(const struct store *store);
const char *store_path(const struct store *store);
/* May another file be written there? Refuses the database's own ones, by whatever
 * name, with ERR_CANNOT_CREATE. */
bool store_spares(const struct store *store, const char *path, struct err *err);

/* Between these two all reads see one state, and each costs less. Not inside a
 * change, and never longer than one load of a view. */
void store_read_begin(struct store *store);
void store_read_end(struct store *store);

/* False, with a sentence, if a read since the last store_reads_begin failed: what was
 * read is then not the whole truth and must not be shown or printed as if it were. */
void store_reads_begin(struct store *store);
bool store_reads_good(struct store *store, struct err *err);

/* The last journal sequence of the session (0 = none): a view reloads when it
 * has moved. */
int64_t store_sequence(struct store *store, int64_t session);
/* What is read once and remembered, since few commands change it. */
enum store_family { STORE_ROSTER, STORE_RULES, STORE_TEMPLATE, STORE_SLOTS, STORE_FAMILIES };
/* A number for each family, another one when its rows, of any session, may have changed:
 * while it stays, what was read of them still holds. */
const int64_t *store_versions(struct store *store);
/* True if another process has committed since the last call. */
bool store_changed_outside(struct store *store);
/* False if nobody, here or elsewhere, has written to the file since the last call, as
 * far as the file system knows: cheap enough for every key. What another is writing at
 * this very moment may be missed, so that now and then a view looks all the same. */
bool store_may_have_changed(struct store *store);
/* A slice of making the write-ahead log long before it is needed, so that a commit has to
 * write no new length of it. True while there is more to do; what cannot be done is left. */
bool store_log_slice(struct store *store);

/* PRAGMA integrity_check and foreign_key_check: true if all is well; else err
 * has what was found. With repair the derived tables are built anew first. */
bool store_check(struct store *store, bool repair, struct err *err);

/* The version of the schema that this program makes. */
int store_schema_version(void);

#endif
