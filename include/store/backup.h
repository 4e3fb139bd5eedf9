/* SPDX-License-Identifier: MIT */
/* Copies of the whole file by SQLite's backup, a few pages at a time. Each beginning
 * removes what a process that was killed left unfinished of the same kind and place. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/str.h"
#include "store/store.h"

struct backup;

/* Begins a copy into folder as NAME-YYYYMMDD-HHMMSS.db (0600), NAME as the database is
 * called without its .db. NULL and err on failure. */
struct backup *backup_new(struct store *store, const char *folder, int64_t at, struct err *err);
/* Some pages; *done when whole, synced, renamed, and old ones of this name past 14 removed. */
bool backup_step(struct backup *backup, int pages, bool *done, struct err *err);
const char *backup_path(const struct backup *backup); /* of the file that it becomes */
void backup_free(struct backup *backup);              /* unfinished: leaves nothing; NULL passes */

/* All at once to a path that must not exist. */
bool backup_to(struct store *store, const char *path, struct err *err);
/* Puts a checked backup in the place of the database, which is kept beside it as
 * NAME.before-restore-TIME (and a number, if there is one of that time). On failure it
 * is where it was. The database must not be open anywhere. */
bool backup_restore(
	const char *backup, const char *database, int64_t at, struct str *kept, struct err *err);
/* The same for a store that is open here and nowhere else: it is closed, restored
 * and opened again; on failure it is what it was. */
bool store_restore(
	struct store *store, const char *backup, int64_t at, struct str *kept, struct err *err);
/* Where backups of this database go: "backups" beside it. */
void backup_folder(const struct store *store, struct str *out);

#endif
