/* SPDX-License-Identifier: MIT */
/*
 * Backups: SQLite copies its own pages while others work. A copy is made under
 * another name, synced, and only then given its own, so that whatever bears a
 * backup's name is whole.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/civil.h"
#include "base/file.h"
#include "base/mem.h"
#include "internal.h"
#include "migrate.h"
#include "store/backup.h"

#define BACKUPS_KEPT 14
#define PREFIX "proceedings-"

struct backup {
	struct store *store;
	struct store copy;
	char *folder, *unfinished, *path;
	sqlite3_backup *handle;
};

static char *stamped(const char *folder, const char *prefix, int64_t at, const char *suffix)
{
	struct civil c = civil_at(at);

	return mem_printf("%s%s%s%04d%02d%02d-%02d%02d%02d%s", folder, *folder ? "/" : "", prefix, c.year,
	    c.month, c.day, c.hour, c.minute, c.second, suffix);
}

static bool begin(struct backup *b, struct err *err)
{
	int fd = open(b->unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return err_set(err, ERR_CANNOT_CREATE, "no backup can be written to %s: %s",
		    b->unfinished, strerror(errno));
	close(fd);
	if (sqlite3_open_v2(b->unfinished, &b->copy.db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		return err_set(err, ERR_CANNOT_CREATE, "no backup can be written to %s", b->unfinished);
	b->handle = sqlite3_backup_init(b->copy.db, "main", b->store->db, "main");
	return b->handle || sql_fail(&b->copy, sqlite3_errcode(b->copy.db), err);
}

static struct backup *make(struct store *store, char *path, struct err *err)
{
	struct backup *b = mem_alloc(sizeof *b);

	b->store = store;
	b->path = path;
	b->unfinished = mem_printf("%s.unfinished-%ld", path, (long)getpid());
	if (begin(b, err))
		return b;
	backup_free(b);
	return NULL;
}

struct backup *backup_new(struct store *store, const char *folder, int64_t at, struct err *err)
{
	struct backup *b;

	if (!file_make_folders(folder, err))
		return NULL;
	b = make(store, stamped(folder, PREFIX, at, ".db"), err);
	if (b)
		b->folder = mem_strdup(folder);
	return b;
}

/* Removes the oldest ones; names sort by time. */
static int is_backup(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	return strncmp(entry->d_name, PREFIX, strlen(PREFIX)) == 0 && length > 3 &&
	    strcmp(entry->d_name + length - 3, ".db") == 0;
}

static void remove_old(const char *folder)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, is_backup, alphasort);

	for (int i = 0; i < count; i++) {
		if (i < count - BACKUPS_KEPT) {
			char *path = mem_printf("%s/%s", folder, entries[i]->d_name);

			unlink(path);
			free(path);
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

static bool sync_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool synced = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return synced || err_set(err, ERR_IO, "the backup %s could not be synced: %s", path,
	    strerror(errno));
}

static bool finish(struct backup *b, struct err *err)
{
	int code = sqlite3_backup_finish(b->handle);

	b->handle = NULL;
	if (code != SQLITE_OK)
		return sql_fail(&b->copy, code, err);
	/* The copy is a file of its own: no -wal beside it. */
	sqlite3_exec(b->copy.db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	sql_close(&b->copy);
	if (!sync_file(b->unfinished, err))
		return false;
	if (rename(b->unfinished, b->path) != 0)
		return err_set(err, ERR_CANNOT_CREATE, "no backup can be written to %s: %s", b->path,
		    strerror(errno));
	if (b->folder)
		remove_old(b->folder);
	return true;
}

bool backup_step(struct backup *b, int pages, bool *done, struct err *err)
{
	int code = sqlite3_backup_step(b->handle, pages);

	*done = code == SQLITE_DONE;
	if (code == SQLITE_DONE)
		return finish(b, err);
	/* Somebody is writing: the next slice goes on. */
	return code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED ||
	    sql_fail(&b->copy, code, err);
}

void backup_free(struct backup *b)
{
	if (!b)
		return;
	if (b->handle)
		sqlite3_backup_finish(b->handle);
	if (b->copy.db)
		sql_close(&b->copy);
	unlink(b->unfinished);
	free(b->unfinished);
	free(b->path);
	free(b->folder);
	free(b);
}

bool backup_to(struct store *store, const char *path, struct err *err)
{
	struct backup *b;
	bool done = false, good;

	if (access(path, F_OK) == 0)
		return err_set(err, ERR_CANNOT_CREATE, "%s is there already: name another file", path);
	b = make(store, mem_strdup(path), err);
	if (!b)
		return false;
	do
		good = backup_step(b, -1, &done, err);
	while (good && !done);
	backup_free(b);
	return good;
}

/* Moves the database and what lies beside it out of the way. */
static bool move_away(const char *database, const char *kept, struct err *err)
{
	static const char *const suffixes[] = {"", "-wal", "-shm"};

	for (size_t i = 0; i < 3; i++) {
		char *from = mem_printf("%s%s", database, suffixes[i]);
		char *to = mem_printf("%s%s", kept, suffixes[i]);
		bool moved = rename(from, to) == 0 || errno == ENOENT;

		free(from);
		free(to);
		if (!moved)
			return err_set(err, ERR_CANNOT_CREATE, "%s cannot be moved out of the way: %s",
			    database, strerror(errno));
	}
	return true;
}

bool backup_restore(const char *backup, const char *database, int64_t at, struct str *kept,
    struct err *err)
{
	struct store *source = store_new(backup, STORE_OPEN_READ_ONLY, err);
	char *beside = mem_printf("%s.restored-%ld", database, (long)getpid());
	char *old = stamped("", "", at, ""), *away = mem_printf("%s.before-restore-%s", database, old);
	bool good = source && store_check(source, false, err) && backup_to(source, beside, err) &&
	    move_away(database, away, err);

	store_free(source);
	if (good && rename(beside, database) != 0)
		good = err_set(err, ERR_CANNOT_CREATE, "%s cannot be put in place: %s", database,
		    strerror(errno));
	if (good)
		str_add(kept, access(away, F_OK) == 0 ? away : "");
	unlink(beside);
	free(beside);
	free(old);
	free(away);
	return good;
}

void backup_folder(const struct store *store, struct str *out)
{
	const char *slash = strrchr(store->path, '/');

	str_addn(out, store->path, slash ? (size_t)(slash - store->path + 1) : 0);
	str_add(out, "backups");
}
