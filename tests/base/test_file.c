/* SPDX-License-Identifier: MIT */
/* Whole files, in a folder of their own that goes away again. As root the tests
 * of permissions run as an ordinary user, in a child. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

enum { LIMIT = 1000, NOBODY = 65534 };

static char start[4096];

/* Each test begins in an empty folder, the current one. */
static int enter_folder(void **state)
{
	char folder[] = "/tmp/rapporteur-file-XXXXXX";

	if (!mkdtemp(folder) || chdir(folder))
		return -1;
	*state = strdup(folder);
	return 0;
}

static void remove_in(const char *folder)
{
	DIR *entries = opendir(folder);
	struct dirent *entry;
	char path[4096];

	while (entries && (entry = readdir(entries))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		chmod(path, 0700);
		if (unlink(path)) {
			remove_in(path);
			rmdir(path);
		}
	}
	if (entries)
		closedir(entries);
}

static int leave_folder(void **state)
{
	remove_in(*state);
	int gone = chdir(start) || rmdir(*state);
	free(*state);
	return gone;
}

static int count_entries(void)
{
	DIR *entries = opendir(".");
	int count = -2;

	assert_non_null(entries);
	while (readdir(entries))
		count++;
	closedir(entries);
	return count;
}

static void assert_content(const char *path, const char *content)
{
	struct str text = STR_EMPTY;
	struct err err = {0};

	assert_true(file_read(path, 100000, &text, &err));
	assert_string_equal(text.text, content);
	str_clear(&text);
}

static void assert_not_read(const char *path, enum err_code code, const char *sentence)
{
	struct str text = STR_EMPTY;
	struct err err = {0};

	str_add(&text, "before");
	assert_false(file_read(path, LIMIT, &text, &err));
	assert_int_equal(err.code, code);
	assert_non_null(strstr(err.text, sentence));
	assert_string_equal(text.text, "before");
	str_clear(&text);
}

static void assert_not_written(const char *path, enum err_code code, const char *sentence)
{
	struct err err = {0};

	assert_false(file_write(path, "new", 3, &err));
	assert_int_equal(err.code, code);
	assert_non_null(strstr(err.text, sentence));
}

static void what_is_written_is_read(void **state)
{
	struct str text = STR_EMPTY;
	struct err err = {0};

	(void)state;
	assert_true(file_write("a", "one\0two", 7, &err));
	str_add(&text, "before ");
	assert_true(file_read("a", LIMIT, &text, &err));
	assert_int_equal(text.length, 14);
	assert_memory_equal(text.text, "before one\0two", 14);
	str_clear(&text);
	assert_true(file_write("a", "", 0, &err));
	assert_content("a", "");
}

static void a_file_is_its_owners_alone(void **state)
{
	struct stat status;

	(void)state;
	umask(0);
	assert_true(file_write("a", "x", 1, NULL));
	assert_int_equal(stat("a", &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	assert_int_equal(count_entries(), 1);
}

static void a_large_file_is_written_whole(void **state)
{
	size_t length = 3000000;
	char *bytes = malloc(length);
	struct str text = STR_EMPTY;

	(void)state;
	for (size_t i = 0; i < length; i++)
		bytes[i] = (char)(i * 7 / 5);
	assert_true(file_write("a", bytes, length, NULL));
	assert_true(file_read("a", length, &text, NULL));
	assert_int_equal(text.length, length);
	assert_memory_equal(text.text, bytes, length);
	free(bytes);
	str_clear(&text);
}

static void what_cannot_be_read_is_refused(void **state)
{
	(void)state;
	assert_not_read("none", ERR_NO_INPUT, "No such file");
	assert_not_read(".", ERR_NO_INPUT, "is a folder");
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_not_read("pipe", ERR_NO_INPUT, "no regular file");
	assert_not_read("/dev/zero", ERR_NO_INPUT, "no regular file");
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_not_read("loop", ERR_NO_INPUT, "loop");
}

static void what_is_too_large_is_refused(void **state)
{
	char bytes[LIMIT + 1];
	struct str text = STR_EMPTY;

	(void)state;
	memset(bytes, 'x', sizeof(bytes));
	assert_true(file_write("a", bytes, LIMIT, NULL));
	assert_true(file_read("a", LIMIT, &text, NULL));
	str_clear(&text);
	assert_true(file_write("a", bytes, LIMIT + 1, NULL));
	assert_not_read("a", ERR_DATA, "too large");
}

static void a_dash_is_standard_input(void **state)
{
	struct str text = STR_EMPTY;
	int ends[2], before = dup(STDIN_FILENO);

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "typed", 5), 5);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	assert_true(file_read("-", LIMIT, &text, NULL));
	assert_string_equal(text.text, "typed");
	dup2(before, STDIN_FILENO);
	close(before);
	close(ends[0]);
	str_clear(&text);
}

static void only_regular_files_are_replaced(void **state)
{
	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_not_written("folder", ERR_CANNOT_CREATE, "is a folder");
	assert_not_written("folder/", ERR_CANNOT_CREATE, "file name");
	assert_not_written("", ERR_CANNOT_CREATE, "file name");
	assert_true(file_write("bashrc", "old", 3, NULL));
	assert_int_equal(symlink("bashrc", "link"), 0);
	assert_not_written("link", ERR_CANNOT_CREATE, "symbolic link");
	assert_content("bashrc", "old");
	assert_not_written("/dev/full", ERR_CANNOT_CREATE, "no regular file");
	assert_not_written("nowhere/a", ERR_CANNOT_CREATE, "make the folder first");
	assert_int_equal(count_entries(), 3);
}

static void a_name_is_a_name_whatever_is_in_it(void **state)
{
	static const char *const names[] = {"-rf", ";ls", "$(ls)", "a b", "'\"", "%s%n", "\033[2J"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		assert_true(file_write(names[i], "x", 1, NULL));
		assert_content(names[i], "x");
	}
	assert_int_equal(count_entries(), (int)(sizeof(names) / sizeof(names[0])));
}

static void a_long_name_leaves_room_for_the_file_beside(void **state)
{
	char name[300];

	(void)state;
	memset(name, 'n', 255);
	name[255] = '\0';
	assert_true(file_write(name, "x", 1, NULL));
	name[255] = 'n';
	name[256] = '\0';
	assert_not_written(name, ERR_CANNOT_CREATE, "shorter name");
	assert_int_equal(count_entries(), 1);
}

/* Somebody guessed the name of the file beside, and put a link there. */
static void a_link_in_the_way_is_not_followed(void **state)
{
	char beside[100];

	(void)state;
	assert_true(file_write("bashrc", "old", 3, NULL));
	snprintf(beside, sizeof(beside), ".rapporteur-%ld-0.tmp", (long)getpid());
	assert_int_equal(symlink("bashrc", beside), 0);
	assert_true(file_write("a", "new", 3, NULL));
	assert_content("a", "new");
	assert_content("bashrc", "old");
}

static void expect(int holds)
{
	if (!holds)
		_exit(1);
}

/* The process id of a child that is there no more. */
static pid_t somebody_gone(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	assert_int_equal(waitpid(child, NULL, 0), child);
	return child;
}

static void put(const char *before, pid_t pid, const char *after)
{
	char name[100];

	snprintf(name, sizeof(name), "%s%ld%s", before, (long)pid, after);
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	close(fd);
}

static void what_was_left_by_a_process_that_was_killed_is_removed(void **state)
{
	pid_t gone = somebody_gone();

	(void)state;
	put(".rapporteur-", gone, "-0.tmp");
	put(".rapporteur-", gone, "-1.tmp");
	put(".rapporteur-", getppid(), "-0.tmp");
	put(".rapporteur-", gone, "-0.tmp.old");
	put("rapporteur-", gone, "-0.tmp");
	assert_true(file_write("a", "new", 3, NULL));
	assert_content("a", "new");
	assert_int_equal(count_entries(), 4);
}

/* In a folder that two machines share the process is not seen, but its lock is. */
static void what_is_being_written_on_another_machine_is_left_alone(void **state)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int ready[2], status;
	char name[100], byte;

	(void)state;
	snprintf(name, sizeof(name), ".rapporteur-%ld-0.tmp", (long)somebody_gone());
	assert_int_equal(pipe(ready), 0);
	pid_t other = fork();
	if (other == 0) {
		int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		expect(fd >= 0 && fcntl(fd, F_SETLK, &whole) == 0 && write(ready[1], "x", 1) == 1);
		pause();
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_true(file_write("a", "new", 3, NULL));
	assert_int_equal(count_entries(), 2);
	kill(other, SIGKILL);
	assert_int_equal(waitpid(other, &status, 0), other);
	assert_true(file_write("a", "newer", 5, NULL));
	assert_int_equal(count_entries(), 1);
	close(ready[0]);
	close(ready[1]);
}

/* Runs the assertions of a test in a child, as an ordinary user. */
static void as_ordinary_user(void (*action)(void))
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		if (geteuid() == 0 && (setgid(NOBODY) || setuid(NOBODY)))
			_exit(3);
		action();
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void write_without_permission(void)
{
	struct err err = {0};
	struct str text = STR_EMPTY;

	expect(!file_write("closed/a", "x", 1, &err) && err.code == ERR_CANNOT_CREATE &&
		strstr(err.text, "choose another folder"));
	err = (struct err){0};
	expect(!file_read("secret", LIMIT, &text, &err) && err.code == ERR_NO_INPUT);
	err = (struct err){0};
	expect(!file_make_folders("closed/b/c", &err) && err.code == ERR_CANNOT_CREATE);
}

static void without_permission_there_is_a_sentence(void **state)
{
	(void)state;
	assert_int_equal(chmod(".", 0755), 0);
	assert_true(file_write("secret", "x", 1, NULL));
	assert_int_equal(chmod("secret", 0), 0);
	assert_int_equal(mkdir("closed", 0500), 0);
	as_ordinary_user(write_without_permission);
}

static void write_past_the_limit(void)
{
	struct rlimit limit = {4096, 4096};
	static char bytes[10000];
	struct err err = {0};

	signal(SIGXFSZ, SIG_IGN);
	expect(setrlimit(RLIMIT_FSIZE, &limit) == 0);
	expect(!file_write("a", bytes, sizeof(bytes), &err));
	expect(err.code == ERR_IO && strstr(err.text, "make room"));
}

static void a_write_that_fails_leaves_the_old_file_alone(void **state)
{
	(void)state;
	assert_true(file_write("a", "old", 3, NULL));
	assert_int_equal(chmod(".", 0777), 0);
	assert_int_equal(chmod("a", 0644), 0);
	as_ordinary_user(write_past_the_limit);
	assert_content("a", "old");
	assert_int_equal(count_entries(), 1);
}

static void folders_are_made_with_those_above(void **state)
{
	struct stat status;
	struct err err = {0};

	(void)state;
	umask(0);
	assert_true(file_make_folders("a/b/c", &err));
	assert_true(file_make_folders("a/b/c", &err));
	assert_true(file_make_folders("a//d/", &err));
	assert_int_equal(stat("a/b/c", &status), 0);
	assert_int_equal(status.st_mode & 07777, 0700);
	assert_int_equal(stat("a/d", &status), 0);
	assert_true(file_write("file", "x", 1, NULL));
	assert_false(file_make_folders("file/b", &err));
	assert_int_equal(err.code, ERR_CANNOT_CREATE);
	assert_non_null(strstr(err.text, "a file has that name"));
	assert_false(file_make_folders("", &err));
}

static void assert_home(const char *kind, const char *folder)
{
	struct str out = STR_EMPTY;
	struct err err = {0};

	assert_true(file_home(kind, &out, &err));
	assert_string_equal(out.text, folder);
	str_clear(&out);
}

static void things_are_kept_where_the_desktop_keeps_them(void **state)
{
	struct str out = STR_EMPTY;
	struct err err = {0};

	(void)state;
	setenv("HOME", "/home/x", 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	setenv("XDG_STATE_HOME", "relative", 1);
	assert_home("data", "/home/x/.local/share/rapporteur");
	assert_home("config", "/home/x/.config/rapporteur");
	assert_home("state", "/home/x/.local/state/rapporteur");
	setenv("XDG_DATA_HOME", "/data", 1);
	unsetenv("HOME");
	assert_home("data", "/data/rapporteur");
	assert_false(file_home("state", &out, &err));
	assert_int_equal(err.code, ERR_CONFIG);
	assert_non_null(strstr(err.text, "HOME"));
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
	const struct CMUnitTest tests[] = {
		IN_A_FOLDER(what_is_written_is_read),
		IN_A_FOLDER(a_file_is_its_owners_alone),
		IN_A_FOLDER(a_large_file_is_written_whole),
		IN_A_FOLDER(what_cannot_be_read_is_refused),
		IN_A_FOLDER(what_is_too_large_is_refused),
		IN_A_FOLDER(a_dash_is_standard_input),
		IN_A_FOLDER(only_regular_files_are_replaced),
		IN_A_FOLDER(a_name_is_a_name_whatever_is_in_it),
		IN_A_FOLDER(a_long_name_leaves_room_for_the_file_beside),
		IN_A_FOLDER(a_link_in_the_way_is_not_followed),
		IN_A_FOLDER(what_was_left_by_a_process_that_was_killed_is_removed),
		IN_A_FOLDER(what_is_being_written_on_another_machine_is_left_alone),
		IN_A_FOLDER(without_permission_there_is_a_sentence),
		IN_A_FOLDER(a_write_that_fails_leaves_the_old_file_alone),
		IN_A_FOLDER(folders_are_made_with_those_above),
		cmocka_unit_test(things_are_kept_where_the_desktop_keeps_them),
	};

	if (!getcwd(start, sizeof(start)))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
