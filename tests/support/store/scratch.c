/* SPDX-License-Identifier: MIT */
/* Files of a test. */
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/mem.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

void scratch_open(struct scratch *scratch)
{
	const char *home = getenv("TMPDIR");

	scratch->folder = mem_printf("%s/scratch.XXXXXX", home && *home ? home : "/tmp");
	assert_non_null(mkdtemp(scratch->folder));
	/* Tests of permissions look in as an ordinary user. */
	assert_int_equal(chmod(scratch->folder, 0755), 0);
	arena_init(&scratch->arena);
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *at)
{
	(void)st;
	(void)flag;
	(void)at;
	return remove(path);
}

void scratch_close(struct scratch *scratch)
{
	nftw(scratch->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(scratch->folder);
	arena_clear(&scratch->arena);
}

const char *scratch_path(struct scratch *scratch, const char *name)
{
	return arena_printf(&scratch->arena, "%s/%s", scratch->folder, name);
}

char *scratch_read(struct scratch *scratch, const char *path, size_t *length)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *bytes;

	if (fd < 0 || fstat(fd, &st) != 0)
		fail_msg("%s cannot be read", path);
	bytes = arena_alloc(&scratch->arena, (size_t)st.st_size + 1);
	assert_int_equal(read(fd, bytes, (size_t)st.st_size), st.st_size);
	close(fd);
	if (length)
		*length = (size_t)st.st_size;
	return bytes;
}

void scratch_write(const char *path, const void *bytes, size_t length)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0)
		fail_msg("%s cannot be written", path);
	assert_int_equal(write(fd, bytes, length), length);
	assert_int_equal(close(fd), 0);
}

void scratch_copy(const char *from, const char *to)
{
	struct scratch own = {0};
	size_t length;
	char *bytes;

	arena_init(&own.arena);
	bytes = scratch_read(&own, from, &length);
	scratch_write(to, bytes, length);
	arena_clear(&own.arena);
}

bool scratch_is(const char *path, const void *bytes, size_t length)
{
	struct scratch own = {0};
	size_t is;
	char *read;
	bool same;

	arena_init(&own.arena);
	read = scratch_read(&own, path, &is);
	same = is == length && memcmp(read, bytes, length) == 0;
	arena_clear(&own.arena);
	return same;
}

size_t scratch_count(const char *folder, const char *prefix)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	while (dir && (entry = readdir(dir)) != NULL)
		count += strncmp(entry->d_name, prefix, strlen(prefix)) == 0 &&
			 strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	if (dir)
		closedir(dir);
	return count;
}

const char *scratch_database(struct scratch *scratch, const char *name)
{
	const char *path = scratch_path(scratch, name);
	struct err err = {0};
	struct store *store = store_new(path, STORE_OPEN_CREATE, &err);

	if (!store)
		fail_msg("%s", err.text);
	fixture_statement(store, fixture_session(store), "2", "Canada", "asked for maps");
	store_free(store);
	return path;
}

void scratch_sql(const char *path, const char *sql)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}
