/* SPDX-License-Identifier: MIT */
/*
 * The failing disk. Files are SQLite's own with a thin layer on top. For a loss of
 * power the bytes that each unsynced write overwrote are kept; at the end some of
 * them are put back, so that writes arrive in any order or not at all.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/mem.h"
#include "support/store/failing.h"

struct file {
	sqlite3_file base;
	char *path;
	sqlite3_file *real; /* behind this struct */
};

/* A write that no sync has followed. */
struct unsynced {
	struct unsynced *next;
	char *path;
	sqlite3_int64 at;
	int length;
	unsigned char *before;
};

static struct {
	sqlite3_vfs vfs, *under;
	sqlite3_io_methods methods;
	int calls, at, code;
	enum failing_way way;
	bool armed, fired, unsynced;
	struct unsynced *writes;
	unsigned seed;
} disk;

static sqlite3_file *real(sqlite3_file *file)
{
	return ((struct file *)file)->real;
}

static unsigned next(void)
{
	disk.seed = disk.seed * 1103515245u + 12345u;
	return disk.seed >> 16;
}

/* Does this call fail? */
static bool fails(void)
{
	if (!disk.armed)
		return false;
	disk.calls++;
	if (disk.at == 0 || disk.calls < disk.at ||
		(disk.calls > disk.at && disk.way == FAILING_ONCE))
		return false;
	disk.fired = true;
	return true;
}

static void lose_power(void)
{
	for (struct unsynced *w = disk.writes; w; w = w->next) {
		int fd = open(w->path, O_RDWR | O_CLOEXEC);
		unsigned fate = next() % 3;

		if (fate == 1)
			for (int i = 0; i < w->length; i++)
				w->before[i] = (unsigned char)next();
		if (fate != 0 && fd >= 0 &&
			pwrite(fd, w->before, (size_t)w->length, w->at) != w->length)
			_exit(1);
		if (fd >= 0)
			close(fd);
	}
}

_Noreturn void failing_be_killed(void)
{
	execl("/bin/sh", "sh", "-c", "kill -9 $$", (char *)NULL);
	_exit(1);
}

static void die_if_told(void)
{
	if (disk.way == FAILING_POWER)
		lose_power();
	if (disk.way < FAILING_KILL)
		return;
	failing_be_killed();
}

static void remember(struct file *file, sqlite3_int64 at, int length)
{
	struct unsynced *w = mem_alloc(sizeof *w);

	w->path = mem_strdup(file->path);
	w->at = at;
	w->length = length;
	w->before = mem_alloc((size_t)length);
	file->real->pMethods->xRead(file->real, w->before, length, at);
	w->next = disk.writes;
	disk.writes = w;
}

/* Forgets the unsynced writes of a file; NULL: of all. */
static void forget(const char *path)
{
	struct unsynced **place = &disk.writes, *w;

	while ((w = *place) != NULL) {
		if (path && strcmp(path, w->path) != 0) {
			place = &w->next;
			continue;
		}
		*place = w->next;
		free(w->path);
		free(w->before);
		free(w);
	}
}

static int file_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 at)
{
	bool fail = fails();

	if (disk.armed && disk.way == FAILING_POWER)
		remember((struct file *)file, at, length);
	disk.unsynced = true;
	if (!fail)
		return real(file)->pMethods->xWrite(real(file), bytes, length, at);
	real(file)->pMethods->xWrite(real(file), bytes, length / 2, at);
	die_if_told();
	return disk.code;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	if (!fails())
		return real(file)->pMethods->xTruncate(real(file), size);
	die_if_told();
	return SQLITE_IOERR_TRUNCATE;
}

static int file_sync(sqlite3_file *file, int flags)
{
	if (fails()) {
		die_if_told();
		return SQLITE_IOERR_FSYNC;
	}
	forget(((struct file *)file)->path);
	disk.unsynced = false;
	(void)flags; /* this disk is no real one: its syncs take no time */
	return SQLITE_OK;
}

static int file_close(sqlite3_file *file)
{
	int code = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;

	free(((struct file *)file)->path);
	return code;
}

/* --- handed through --- */

static int file_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 at)
{
	return real(file)->pMethods->xRead(real(file), bytes, length, at);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return real(file)->pMethods->xFileSize(real(file), size);
}

static int file_lock(sqlite3_file *file, int lock)
{
	return real(file)->pMethods->xLock(real(file), lock);
}

static int file_unlock(sqlite3_file *file, int lock)
{
	return real(file)->pMethods->xUnlock(real(file), lock);
}

static int file_reserved(sqlite3_file *file, int *reserved)
{
	return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}

static int file_control(sqlite3_file *file, int what, void *argument)
{
	return real(file)->pMethods->xFileControl(real(file), what, argument);
}

static int file_sector(sqlite3_file *file)
{
	return real(file)->pMethods->xSectorSize(real(file));
}

/* As on an ordinary disk: a write leaves its neighbours alone. */
static int file_traits(sqlite3_file *file)
{
	(void)file;
	return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int file_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
	return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}

static int file_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
	return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}

static void file_shm_barrier(sqlite3_file *file)
{
	real(file)->pMethods->xShmBarrier(real(file));
}

static int file_shm_unmap(sqlite3_file *file, int delete)
{
	return real(file)->pMethods->xShmUnmap(real(file), delete);
}

static int disk_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *opened, int flags, int *out)
{
	struct file *file = (struct file *)opened;
	int code;

	(void)vfs;
	file->real = (sqlite3_file *)(file + 1);
	code = disk.under->xOpen(disk.under, path, file->real, flags, out);
	if (code != SQLITE_OK && !file->real->pMethods)
		return code;
	file->path = mem_strdup(path ? path : "");
	file->base.pMethods = &disk.methods;
	return code;
}

void failing_install(void)
{
	disk.under = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.under;
	disk.vfs.zName = "failing";
	disk.vfs.szOsFile += (int)sizeof(struct file);
	disk.vfs.xOpen = disk_open;
	disk.methods = (sqlite3_io_methods){2, file_close, file_read, file_write, file_truncate,
		file_sync, file_size, file_lock, file_unlock, file_reserved, file_control,
		file_sector, file_traits, file_shm_map, file_shm_lock, file_shm_barrier,
		file_shm_unmap, NULL, NULL};
	disk.armed = false;
	disk.seed = 1;
	sqlite3_vfs_register(&disk.vfs, 1);
}

void failing_remove(void)
{
	failing_disarm();
	if (!disk.under)
		return;
	sqlite3_vfs_unregister(&disk.vfs);
	sqlite3_vfs_register(disk.under, 1);
	disk.under = NULL;
}

void failing_arm(int n, int code, enum failing_way way)
{
	forget(NULL);
	disk.calls = 0;
	disk.at = n;
	disk.code = code;
	disk.way = way;
	disk.seed += (unsigned)n;
	disk.armed = true;
	disk.fired = disk.unsynced = false;
}

bool failing_disarm(void)
{
	forget(NULL);
	disk.armed = false;
	return disk.fired;
}

int failing_calls(void)
{
	return disk.calls;
}

bool failing_unsynced(void)
{
	return disk.unsynced;
}
