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
#include "unfinished.h"

#define BACKUPS_KEPT 14

struct backup {
	struct store *store;
	struct store copy;
	char *folder, *prefix; /* NULL for one to a path */
	char *unfinished, *path;
	sqlite3_backup *handle;
};

static char *stamped(const char *folder, const char *prefix, int64_t at, const char *suffix)
{
	struct civil c = civil_at(at);

	return mem_printf("%s%s%s%04d%02d%02d-%02d%02d%02d%s", folder, *folder ? "/" : "", prefix,
		c.year, c.month, c.day, c.hour, c.minute, c.second, suffix);
}

/* --- making one --- */

static bool begin(struct backup *b, struct err *err)
{
	int fd = open(b->unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return err_set(err, ERR_CANNOT_CREATE, "no backup can be written to %s: %s",
			b->unfinished, strerror(errno));
	close(fd);
	/* Until it is whole it is nothing: no journal, and one fsync at the end. */
	if (sqlite3_open_v2(b->unfinished, &b->copy.db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
		!sql_script(&b->copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL))
		return err_set(
			err, ERR_CANNOT_CREATE, "no backup can be written to %s", b->unfinished);
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

/* "proceedings-" for …/proceedings.db: several databases may share a folder. */
static char *prefix_of(const char *database)
{
	const char *slash = strrchr(database, '/'), *name = slash ? slash + 1 : database;
	size_t length = strlen(name);

	if (length > 3 && strcmp(name + length - 3, ".db") == 0)
		length -= 3;
	return mem_printf("%.*s-", (int)length, name);
}

struct backup *backup_new(struct store *store, const char *folder, int64_t at, struct err *err)
{
	char *prefix;
	struct backup *b;

	if (!file_make_folders(folder, err))
		return NULL;
	prefix = prefix_of(store->path);
	unfinished_remove(folder, prefix, true);
	b = make(store, stamped(folder, prefix, at, ".db"), err);
	if (!b) {
		free(prefix);
		return NULL;
	}
	b->folder = mem_strdup(folder);
	b->prefix = prefix;
	return b;
}

/* PREFIX, then 20121017-100000.db and nothing else. */
static bool is_backup(const char *name, const char *prefix)
{
	static const char form[] = "dddddddd-dddddd.db";
	size_t length = strlen(prefix);

	if (strncmp(name, prefix, length) != 0 || strlen(name + length) != sizeof form - 1)
		return false;
	name += length;
	for (size_t i = 0; form[i]; i++)
		if (i < 15 && form[i] == 'd' ? name[i] < '0' || name[i] > '9' : name[i] != form[i])
			return false;
	return true;
}

/* Removes the oldest ones; names sort by time. */
static void remove_old(const char *folder, const char *prefix)
{
	struct dirent **entries;
	int all = scandir(folder, &entries, NULL, alphasort), left = -BACKUPS_KEPT;

	for (int i = 0; i < all; i++)
		left += is_backup(entries[i]->d_name, prefix);
	for (int i = 0; i < all; i++) {
		if (is_backup(entries[i]->d_name, prefix) && left-- > 0) {
			char *path = mem_printf("%s/%s", folder, entries[i]->d_name);

			unlink(path);
			free(path);
		}
		free(entries[i]);
	}
	if (all >= 0)
		free(entries);
}

static bool sync_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool synced = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return synced ||
	       err_set(err, ERR_IO, "the backup %s could not be synced: %s", path, strerror(errno));
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
		return err_set(err, ERR_CANNOT_CREATE, "no backup can be written to %s: %s",
			b->path, strerror(errno));
	if (b->folder)
		remove_old(b->folder, b->prefix);
	return true;
}

bool backup_step(struct backup *b, int pages, bool *done, struct err *err)
{
	int code = sqlite3_backup_step(b->handle, pages);

	*done = code == SQLITE_DONE;
	if (code == SQLITE_DONE)
		return finish(b, err);
	/* Somebody is writing: the next slice goes on. */
	if (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return true;
	/* What the machine said is told at the end only. */
	code = sqlite3_backup_finish(b->handle);
	b->handle = NULL;
	return sql_fail(&b->copy, code, err);
}

const char *backup_path(const struct backup *b)
{
	return b->path;
}

void backup_free(struct backup *b)
{
	if (!b)
		return;
	if (b->handle)
		sqlite3_backup_finish(b->handle);
	if (b->copy.db)
		sql_close(&b->copy);
	for (size_t i = 0; i < STORE_FILES; i++) {
		char *path = mem_printf("%s%s", b->unfinished, store_files[i]);

		unlink(path);
		free(path);
	}
	free(b->unfinished);
	free(b->path);
	free(b->folder);
	free(b->prefix);
	free(b);
}

bool backup_to(struct store *store, const char *path, struct err *err)
{
	struct backup *b;
	bool done = false, good;

	if (access(path, F_OK) == 0)
		return err_set(
			err, ERR_CANNOT_CREATE, "%s is there already: name another file", path);
	unfinished_remove_at(path, ".unfinished-");
	b = make(store, mem_strdup(path), err);
	if (!b)
		return false;
	do
		good = backup_step(b, -1, &done, err);
	while (good && !done);
	backup_free(b);
	return good;
}

/* Moves the database with what lies beside it. */
static bool move_all(const char *from, const char *to, struct err *err)
{
	for (size_t i = 0; i < STORE_FILES; i++) {
		char *one = mem_printf("%s%s", from, store_files[i]);
		char *other = mem_printf("%s%s", to, store_files[i]);
		bool moved = rename(one, other) == 0 || errno == ENOENT;

		free(one);
		free(other);
		if (!moved)
			return err_set(err, ERR_CANNOT_CREATE,
				"%s cannot be moved out of the way: %s", from, strerror(errno));
	}
	return true;
}

/* NAME.before-restore-TIME, with a number where that is there already. */
static char *name_for_the_old(const char *database, int64_t at)
{
	char *time = stamped("", "", at, ""),
	     *name = mem_printf("%s.before-restore-%s", database, time);

	for (int i = 2; access(name, F_OK) == 0; i++) {
		free(name);
		name = mem_printf("%s.before-restore-%s.%d", database, time, i);
	}
	free(time);
	return name;
}

static bool change_places(
	const char *beside, const char *database, const char *away, struct err *err)
{
	bool good = move_all(database, away, err);

	if (good && rename(beside, database) != 0)
		good = err_set(err, ERR_CANNOT_CREATE, "%s cannot be put in place: %s", database,
			strerror(errno));
	if (!good)
		move_all(away, database, NULL);
	return good;
}

/* Nobody else may have the database open, or what they save later would go into the
 * file that is put away. Leaving WAL needs it for oneself alone, and makes one file of
 * it. One that is damaged or missing is nobody's. */
static bool have_alone(const char *database, struct err *err)
{
	sqlite3 *db = NULL;
	int code = sqlite3_open_v2(database, &db, SQLITE_OPEN_READWRITE, NULL);

	if (code == SQLITE_OK) {
		sqlite3_busy_timeout(db, 1000);
		code = sqlite3_exec(db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	}
	sqlite3_close(db);
	return (code != SQLITE_BUSY && code != SQLITE_LOCKED) ||
	       err_set(err, ERR_TRY_AGAIN,
		       "another rapporteur has the database open: leave it there first, nothing was "
		       "changed");
}

bool backup_restore(
	const char *backup, const char *database, int64_t at, struct str *kept, struct err *err)
{
	struct store *source = store_new(backup, STORE_OPEN_READ_ONLY, err);

	/* What is to be put back may itself be what a killed one had made. */
	if (!strstr(backup, ".restored-"))
		unfinished_remove_at(database, ".restored-");
	char *beside = mem_printf("%s.restored-%ld", database, (long)getpid());
	char *away = name_for_the_old(database, at);
	bool made = source && store_check(source, false, err) && backup_to(source, beside, err);

	store_free(source);
	bool good = made && have_alone(database, err) && change_places(beside, database, away, err);
	if (good && access(away, F_OK) == 0)
		str_add(kept, away);
	if (made)
		unlink(beside);
	free(beside);
	free(away);
	return good;
}

void backup_folder(const struct store *store, struct str *out)
{
	const char *slash = strrchr(store->path, '/');

	str_addn(out, store->path, slash ? (size_t)(slash - store->path + 1) : 0);
	str_add(out, "backups");
}
