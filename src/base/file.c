/* SPDX-License-Identifier: MIT */
/*
 * Whole files. A file is written beside its place, synced and renamed, so that
 * at every moment either the old content is there or the new, whole one. What
 * is no regular file is never replaced: a rename onto a device or a link would
 * put a file where something else belongs. What a program that was killed left
 * beside is removed by the next one that writes into the folder.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

enum { CHUNK = 64 * 1024, TRIES = 100 };

/* A file that is being written: by which process, and its how many. */
#define BESIDE_FORM ".rapporteur-%ld-%d.tmp"

/* What to do about a failure, to stand behind its reason; "" if there is nothing. */
static const char *advice(int number)
{
	switch (number) {
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return "; make room or choose another folder, and try again";
	case EACCES:
	case EPERM:
	case EROFS:
		return "; choose another folder";
	case ENOENT:
	case ENOTDIR:
		return "; make the folder first";
	case ENAMETOOLONG:
		return "; choose a shorter name";
	case ELOOP:
		return "; it leads through links in a circle";
	default:
		return "";
	}
}

/* --- reading --- */

static bool read_all(int fd, const char *path, size_t limit, struct str *out, struct err *err)
{
	size_t begin = out->length;
	char *chunk = mem_alloc(CHUNK);
	ssize_t count;

	while ((count = read(fd, chunk, CHUNK)) != 0) {
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0 || (size_t)count > limit - (out->length - begin))
			break;
		str_addn(out, chunk, (size_t)count);
	}
	int number = errno;
	free(chunk);
	if (count == 0)
		return true;
	str_cut(out, begin);
	if (count < 0)
		return err_set(
			err, ERR_NO_INPUT, "“%s” cannot be read: %s", path, strerror(number));
	return err_set(err, ERR_DATA, "“%s” is too large: %zu bytes are the limit", path, limit);
}

bool file_read(const char *path, size_t limit, struct str *out, struct err *err)
{
	struct stat status;

	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, "standard input", limit, out, err);

	/* Without O_NONBLOCK the opening of a pipe would wait for its writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return err_set(err, ERR_NO_INPUT, "“%s” cannot be read: %s", path, strerror(errno));

	bool done;
	if (fstat(fd, &status))
		done = err_set(err, ERR_NO_INPUT, "“%s” cannot be read: %s", path, strerror(errno));
	else if (S_ISDIR(status.st_mode))
		done = err_set(err, ERR_NO_INPUT, "“%s” is a folder; name a file in it", path);
	else if (!S_ISREG(status.st_mode))
		done = err_set(err, ERR_NO_INPUT,
			"“%s” is no regular file; "
			"copy it into one, or use - for standard input",
			path);
	else
		done = read_all(fd, path, limit, out, err);
	close(fd);
	return done;
}

/* --- writing --- */

/* Length of the folder part with its last slash; 0 = the current folder. */
static size_t folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

static bool may_be_replaced(const char *path, struct err *err)
{
	struct stat status;

	if (path[folder_length(path)] == '\0')
		return err_set(err, ERR_CANNOT_CREATE, "“%s” names no file; add a file name", path);
	if (lstat(path, &status))
		return true; /* the opening will tell */
	if (S_ISREG(status.st_mode))
		return true;
	if (S_ISDIR(status.st_mode))
		return err_set(err, ERR_CANNOT_CREATE, "“%s” is a folder; add a file name", path);
	if (S_ISLNK(status.st_mode))
		return err_set(err, ERR_CANNOT_CREATE,
			"“%s” is a symbolic link; name the file itself", path);
	return err_set(
		err, ERR_CANNOT_CREATE, "“%s” is no regular file; choose another name", path);
}

static bool lock(int fd)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	return fcntl(fd, F_SETLK, &whole) == 0;
}

/* The name of one that was being written by a process that is no longer there? */
static bool is_left_over(const char *name)
{
	long pid;
	int number, length = 0;

	return sscanf(name, BESIDE_FORM "%n", &pid, &number, &length) == 2 && length > 0 &&
	       name[length] == '\0' && pid > 0 && kill((pid_t)pid, 0) && errno == ESRCH;
}

/* A process of another machine that writes into the same folder holds its lock. */
static void remove_left_over(const char *path)
{
	int fd = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat status;

	if (fd < 0)
		return;
	if (!fstat(fd, &status) && S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
		lock(fd))
		unlink(path);
	close(fd);
}

/* From the folder of `path`. */
static void remove_left_overs(const char *path)
{
	int length = (int)folder_length(path);
	char *name = length ? mem_strndup(path, (size_t)length) : mem_strdup(".");
	DIR *folder = opendir(name);

	free(name);
	if (!folder)
		return;
	for (struct dirent *entry; (entry = readdir(folder));) {
		if (!is_left_over(entry->d_name))
			continue;
		name = mem_printf("%.*s%s", length, path, entry->d_name);
		remove_left_over(name);
		free(name);
	}
	closedir(folder);
}

/* Opens a new file in the folder of `path`; its name in *beside. */
static int open_beside(const char *path, char **beside)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;

	for (int i = 0; i < TRIES; i++) {
		*beside = mem_printf(
			"%.*s" BESIDE_FORM, (int)folder_length(path), path, (long)getpid(), i);
		int fd = open(*beside, flags, 0600);
		if (fd >= 0)
			lock(fd); /* where that is not possible, it is as good without */
		if (fd >= 0 || errno != EEXIST)
			return fd;
		if (i + 1 < TRIES)
			free(*beside);
	}
	return -1;
}

static bool write_all(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t count = write(fd, bytes, length < CHUNK ? length : CHUNK);
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return false;
		bytes += count;
		length -= (size_t)count;
	}
	return true;
}

/* The name itself has to reach the disk too. Some file systems cannot sync a
 * folder and say EINVAL; that is not the file's fault. */
static bool sync_folder(const char *path)
{
	char *folder =
		folder_length(path) ? mem_strndup(path, folder_length(path)) : mem_strdup(".");
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	free(folder);
	if (fd < 0)
		return errno == EACCES;
	bool synced = fsync(fd) == 0 || errno == EINVAL;
	int number = errno;
	close(fd);
	errno = number;
	return synced;
}

/* Writes and closes. A sync that failed is never tried again: the system may
 * have dropped the very pages it failed to write. */
static bool fill(int fd, const char *bytes, size_t length)
{
	bool done = write_all(fd, bytes, length) && fsync(fd) == 0;
	int number = errno;

	if (close(fd) && done) {
		done = false;
		number = errno;
	}
	errno = number;
	return done;
}

bool file_write(const char *path, const char *bytes, size_t length, struct err *err)
{
	char *beside = NULL;

	if (!may_be_replaced(path, err))
		return false;
	remove_left_overs(path);
	int fd = open_beside(path, &beside);
	if (fd < 0) {
		err_set(err, ERR_CANNOT_CREATE, "“%s” cannot be written: %s%s", path,
			strerror(errno), advice(errno));
		free(beside);
		return false;
	}

	bool done = fill(fd, bytes, length);
	enum err_code code = ERR_IO;
	if (done) {
		done = rename(beside, path) == 0;
		code = ERR_CANNOT_CREATE;
	}
	if (!done) {
		err_set(err, code, "“%s” cannot be written: %s%s", path, strerror(errno),
			advice(errno));
		unlink(beside);
	} else if (!sync_folder(path)) {
		done = err_set(err, ERR_IO,
			"“%s” is written but may not outlast a power failure: %s", path,
			strerror(errno));
	}
	free(beside);
	return done;
}

/* --- folders --- */

static bool make_folder(const char *path, struct err *err)
{
	struct stat status;

	if (mkdir(path, 0700) == 0)
		return true;
	int number = errno;
	if (stat(path, &status) == 0) {
		if (S_ISDIR(status.st_mode))
			return true;
		return err_set(err, ERR_CANNOT_CREATE,
			"the folder “%s” cannot be made: a file has that name", path);
	}
	return err_set(err, ERR_CANNOT_CREATE, "the folder “%s” cannot be made: %s%s", path,
		strerror(number), number == ENOENT ? "" : advice(number));
}

bool file_make_folders(const char *path, struct err *err)
{
	char *copy = mem_strdup(path);
	bool done = true;

	for (char *slash = copy + 1; done && *copy && (slash = strchr(slash, '/')); slash++) {
		*slash = '\0';
		done = make_folder(copy, err);
		*slash = '/';
	}
	if (done)
		done = make_folder(copy, err);
	free(copy);
	return done;
}

bool file_home(const char *kind, struct str *out, struct err *err)
{
	static const struct {
		const char *kind, *variable, *under_home;
	} places[] = {
		{"data", "XDG_DATA_HOME", ".local/share"},
		{"config", "XDG_CONFIG_HOME", ".config"},
		{"state", "XDG_STATE_HOME", ".local/state"},
	};
	size_t i = 0;

	while (i + 1 < sizeof(places) / sizeof(places[0]) && strcmp(places[i].kind, kind) != 0)
		i++;
	if (strcmp(places[i].kind, kind) != 0)
		die("there is no home for files of the kind %s", kind);

	const char *folder = getenv(places[i].variable), *home = getenv("HOME");
	if (folder && folder[0] == '/') {
		str_addf(out, "%s/rapporteur", folder);
		return true;
	}
	if (!home || home[0] != '/')
		return err_set(err, ERR_CONFIG,
			"the variable HOME names no folder; set it, or %s, "
			"or say with --db where to keep the data",
			places[i].variable);
	str_addf(out, "%s/%s/rapporteur", home, places[i].under_home);
	return true;
}
