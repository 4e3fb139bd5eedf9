/* SPDX-License-Identifier: MIT */
/*
 * Files that bear the number of the process that makes them until they are whole: one
 * of a process that is no more will never be. Who reads a database never comes here;
 * only who is about to make such a file looks for those of its kind.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "unfinished.h"

enum { OLD = 600 }; /* seconds */

const char *const store_files[STORE_FILES] = {"", "-journal", "-wal", "-shm"};

/* STEM…MARK and PID, and what SQLite keeps beside it: the PID, or 0. */
static long maker_of(const char *name, const char *stem)
{
	static const char *const marks[] = {".unfinished-", ".restored-", ".new-"};
	const char *at = NULL;

	if (strncmp(name, stem, strlen(stem)) != 0)
		return 0;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		const char *mark = strstr(name, marks[i]);

		if (mark && (!at || mark > at))
			at = mark + strlen(marks[i]);
	}
	size_t digits = at ? strspn(at, "0123456789") : 0;
	for (size_t i = 0; digits && i < STORE_FILES; i++)
		if (strcmp(at + digits, store_files[i]) == 0)
			return strtol(at, NULL, 10);
	return 0;
}

/* Nobody has written to it for so long that it is nobody's, of whatever machine. */
static bool is_old(DIR *dir, const char *name)
{
	struct stat found;

	return fstatat(dirfd(dir), name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
	       time(NULL) - found.st_mtime > OLD;
}

static bool is_ended(long process)
{
	return kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

void unfinished_remove(const char *folder, const char *stem, bool shared)
{
	struct dirent *entry;
	DIR *dir = opendir(folder);

	while (dir && (entry = readdir(dir))) {
		long maker = maker_of(entry->d_name, stem);

		if (maker <= 0 || (maker == getpid() ? shared : !is_ended(maker)) ||
			(shared && !is_old(dir, entry->d_name)))
			continue;
		unlinkat(dirfd(dir), entry->d_name, 0);
	}
	if (dir)
		closedir(dir);
}

void unfinished_remove_at(const char *path, const char *suffix)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	char *folder = mem_printf("%.*s.", (int)(name - path), path);
	char *stem = mem_printf("%s%s", name, suffix);

	unfinished_remove(folder, stem, false);
	free(folder);
	free(stem);
}
