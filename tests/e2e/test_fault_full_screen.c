/* SPDX-License-Identifier: MIT */
/*
 * The disk fails or is full while the screen is used: the person is told, what was typed is
 * not lost, and when there is room again it goes on.
 */
#include <dirent.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

enum { LONG_LOG = 4 * 1000 * 1000 }; /* bytes: some thousand pages of the database */

static const char *real;

static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	real = getenv("RAPPORTEUR");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	setenv("RAPPORTEUR", real, 1);
	unsetenv("XDG_RUNTIME_DIR");
	program_end(&program);
	return 0;
}

/* From here on the program is started by this script; %s is the real one. */
static void wrap(const char *format)
{
	const char *text = arena_printf(&program.arena, "#!/bin/sh\n%s\n", format);
	const char *path = program_file(&program, "wrapper", text);

	assert_int_equal(chmod(path, 0755), 0);
	setenv("PROGRAM", real, 1);
	setenv("DISK", program_path(&program, "rapporteur"), 1);
	setenv("RAPPORTEUR", path, 1);
}

static void prepare(void)
{
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	program_does(&program, "do", "meeting", "open", "--at", "2012-10-17T10:00", NULL);
	program_does(&program, "do", "item", "open", "2", "--at", "2012-10-17T10:00", NULL);
	program_does(&program, "do", "statement", "add", "can", "--note", "asked for maps", "--at",
		"2012-10-17T10:01", NULL);
}

static struct pty *open_room(void)
{
	struct pty *pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T10:05", NULL);

	podium_sees(pty, "asked for maps");
	return pty;
}

/* The text of the only rescue file in a folder; NULL if there is none. */
static const char *rescued(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	const char *text = NULL;

	while (dir && (entry = readdir(dir)) != NULL)
		if (strncmp(entry->d_name, "rescue-", 7) == 0)
			text = program_read(&program,
				arena_printf(&program.arena, "%s/%s", folder, entry->d_name));
	if (dir)
		closedir(dir);
	return text;
}

/* Text that fits into a file of the size that is allowed, and not into the database. */
static const char *long_text(void)
{
	char *text = arena_alloc(&program.arena, 30001);

	for (size_t i = 0; i < 30000; i++)
		text[i] = i % 60 == 59 ? '\n' : (char)('a' + i % 26);
	memcpy(text + 30000 - 14, " and the end\0\0", 14);
	return text;
}

static void a_note_that_cannot_be_saved_is_put_into_a_file_of_its_own(void **state)
{
	struct pty *pty;
	const char *text;

	(void)state;
	prepare();
	wrap("ulimit -f 72; exec \"$PROGRAM\" \"$@\"");
	pty = open_room();
	podium_keys(pty, "Enter", "Esc save");
	text = long_text();
	pty_paste(pty, text);
	podium_sees(pty, "Your text is only in");
	/* A long message lies over the last rows until the next key. */
	podium_keys(pty, "End", "and the end");
	podium_types_behind(pty, "and the end");
	assert_non_null(strstr(rescued(program_path(&program, "rapporteur")), text));
	pty_keys(pty, "Escape");
	podium_sees(pty, "Not saved; your text is in");
	podium_keys(pty, "End", "and the end");
	pty_signal(pty, SIGTERM);
	podium_ended(pty, 128 + SIGTERM);
	setenv("RAPPORTEUR", real, 1);
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
	assert_non_null(strstr(program_does(&program, "search", "maps", NULL), "asked for maps"));
	assert_string_equal(program_does(&program, "search", "end", NULL), "");
}

static void a_command_that_cannot_be_saved_is_told_and_leaves_no_trace(void **state)
{
	struct pty *pty;

	(void)state;
	prepare();
	wrap("ulimit -f 72; exec \"$PROGRAM\" \"$@\"");
	pty = open_room();
	podium_runs(pty, "statement add zim", "NOT SAVED: the disk");
	assert_false(pty_sees(pty, "Zimbabwe"));
	podium_keys(pty, "?", "Keys of this view: Room");
	podium_escapes(pty, "Keys of this view: Room");
	podium_leaves(pty);
	setenv("RAPPORTEUR", real, 1);
	program_run(&program, "search", "zimbabwe", NULL);
	assert_string_equal(program.out, "");
}

/* --- single calls that fail, in the middle of a note --- */

static bool may_trace(void)
{
	return system("strace -qq -o /dev/null -e inject=fsync:error=EIO true 2>/dev/null") == 0;
}

/* From here on these calls of the program fail ("1": the first alone, "1+": all),
 * until mend(). */
static pid_t fail_from_now_on(
	struct pty *pty, const char *calls, const char *error, const char *when)
{
	const char *trace = arena_printf(&program.arena, "trace=%s", calls);
	const char *inject =
		arena_printf(&program.arena, "inject=%s:error=%s:when=%s", calls, error, when);
	const char *traced = arena_printf(&program.arena, "%ld", pty_pid(pty));
	char said[200];
	int ends[2];
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		execlp("strace", "strace", "-o", "/dev/null", "-e", trace, "-e", inject, "-p",
			traced, (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	/* "Process … attached" */
	assert_true(read(ends[0], said, sizeof said) > 0);
	close(ends[0]);
	return pid;
}

static void mend(pid_t pid)
{
	int status;

	assert_int_equal(kill(pid, SIGTERM), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
}

/* What fails, and what it is called: in the banner while one types, and at Esc (NULL:
 * by then it is over and the note is saved). */
static const struct {
	const char *calls, *error, *when, *typing, *saving;
} failures[] = {
	{"fdatasync", "EIO", "1", "Your text is only in", NULL},
	{"fdatasync", "EIO", "1+", "Your text is only in", "Not saved; your text is in"},
	{"fdatasync,fsync", "EIO", "1+", "What you type cannot be kept anywhere",
		"Not saved, and no file can be written: leave the text here"},
	{"pwrite64", "EIO", "1", "Your text is only in", NULL},
	{"pwrite64", "EIO", "2+", "Your text is only in", "Not saved; your text is in"},
	{"pwrite64", "ENOSPC", "1+", "Your text is only in", "Not saved; your text is in"},
};

/* Behind the first screen the program makes room in the database's log: of its calls none
 * is to be taken for one that keeps text. */
static void wait_for_room_in_the_log(void)
{
	const char *log = program_path(&program, "rapporteur/proceedings.db-wal");
	struct stat seen = {.st_size = 0};

	for (int i = 0; i < 3000 && seen.st_size < LONG_LOG; i++)
		if (stat(log, &seen) != 0 || seen.st_size < LONG_LOG)
			poll(NULL, 0, 10);
	assert_true(seen.st_size >= LONG_LOG);
}

/* In the note of Canada, with text that is not saved; the calls fail. */
static struct pty *in_a_failing_note(size_t i, pid_t *failing)
{
	struct pty *pty;

	prepare();
	setenv("XDG_RUNTIME_DIR", "/dev/null", 1);
	pty = open_room();
	/* So that there is something in the database's log already. */
	podium_runs(pty, "floor request zim", "Zimbabwe on the list");
	podium_keys(pty, "Enter", "Esc save");
	wait_for_room_in_the_log();
	*failing = fail_from_now_on(pty, failures[i].calls, failures[i].error, failures[i].when);
	podium_types(pty, " and boats", "maps and boats");
	podium_sees(pty, failures[i].typing);
	podium_sees(pty, "asked for maps and boats");
	return pty;
}

static void again(void)
{
	program_end(&program);
	program_begin(&program);
}

static void a_write_or_sync_that_fails_in_a_note_costs_no_text(void **state)
{
	(void)state;
	if (!may_trace())
		skip();
	for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
		pid_t failing;
		struct pty *pty = in_a_failing_note(i, &failing);

		if (failures[i].saving) {
			pty_keys(pty, "Escape");
			podium_sees(pty, failures[i].saving);
			mend(failing);
			/* It stayed in the field, and there it can be saved now. */
			podium_types(pty, " too", "maps and boats too");
			podium_escapes(pty, "Esc save");
		} else {
			podium_misses(pty, failures[i].typing);
			podium_escapes(pty, "Esc save");
			mend(failing);
		}
		podium_sees(pty, "asked for maps and boats");
		podium_leaves(pty);
		assert_non_null(strstr(program_does(&program, "search", "boats", NULL), "boats"));
		assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
		again();
	}
}

/* Nothing was said to be saved, so nothing is; the text is where it was said to be. */
static void killed_while_the_disk_fails_it_opens_with_what_was_there_before(void **state)
{
	(void)state;
	if (!may_trace())
		skip();
	for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
		pid_t failing;
		struct pty *pty;

		if (!failures[i].saving)
			continue;
		pty = in_a_failing_note(i, &failing);
		pty_keys(pty, "Escape");
		podium_sees(pty, failures[i].saving);
		pty_signal(pty, SIGKILL);
		assert_int_equal(pty_wait(pty), 128 + SIGKILL);
		pty_free(pty);
		assert_int_equal(waitpid(failing, NULL, 0), failing);
		assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
		assert_non_null(
			strstr(program_does(&program, "search", "maps", NULL), "asked for maps"));
		program_run(&program, "search", "boats", NULL);
		assert_string_equal(program.out, "");
		if (strstr(failures[i].saving, "your text is in"))
			assert_string_equal(rescued(program_path(&program, "rapporteur")),
				"asked for maps and boats");
		again();
	}
}

/* --- a disk of its own, full for real, with room again afterwards --- */

static bool may_mount(void)
{
	return system("unshare -Urm sh -c 'mount -t tmpfs none /mnt' 2>/dev/null") == 0;
}

/* The disk as the program sees it. */
static const char *on_disk(struct pty *pty, const char *name)
{
	return arena_printf(&program.arena, "/proc/%ld/root%s/%s", pty_pid(pty),
		program_path(&program, "rapporteur"), name);
}

static void fill(const char *path)
{
	static const char block[4096];
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	while (write(fd, block, sizeof block) > 0)
		;
	close(fd);
}

static void a_disk_that_is_full_for_a_while_costs_only_patience(void **state)
{
	struct pty *pty;

	(void)state;
	if (!may_mount())
		skip();
	prepare();
	setenv("XDG_RUNTIME_DIR", program.home, 1); /* where the text is rescued to */
	wrap("exec unshare -Urm sh -c 'cp \"$DISK/proceedings.db\" \"$DISK/../copy\""
	     " && mount -t tmpfs -o size=2m none \"$DISK\""
	     " && cp \"$DISK/../copy\" \"$DISK/proceedings.db\""
	     " && exec \"$PROGRAM\" \"$@\"' sh \"$@\"");
	pty = open_room();
	podium_runs(pty, "statement add zim", "s2 Zimbabwe");
	fill(on_disk(pty, "filler"));
	for (int i = 0; !pty_sees(pty, "NOT SAVED: the disk"); i++) {
		assert_true(i < 200);
		pty_keys(pty, ":");
		podium_sees(pty, "↑↓ choose");
		pty_type(pty, "statement edit s2 --person 'Ms. A'");
		pty_keys(pty, "Enter");
		podium_misses(pty, "↑↓ choose");
		pty_settle(pty);
	}
	/* A note is typed meanwhile; there is room again; it is saved. */
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "offered boats", "offered boats");
	podium_sees(pty, "Your text is only in");
	assert_non_null(rescued(program.home));
	assert_int_equal(unlink(on_disk(pty, "filler")), 0);
	pty_keys(pty, "Escape");
	podium_sees(pty, "s2 noted");
	podium_misses(pty, "NOT SAVED");
	podium_sees(pty, "offered boats");
	podium_leaves(pty);
}

/* --- a machine that lets few files be opened --- */

static void with_few_files_it_runs_or_says_why_not(void **state)
{
	int works = 0, refuses = 0;

	(void)state;
	prepare();
	for (int files = 5; files <= 14; files++) {
		const char *why;

		/* Curses forgets a block of its own where it cannot begin. */
		wrap(arena_printf(&program.arena,
			"ulimit -n %d; export ASAN_OPTIONS=detect_leaks=0; exec \"$PROGRAM\" \"$@\"",
			files));
		struct pty *pty =
			podium_open(&program, NULL, "--rehearse", "2012-10-17T10:05", NULL);
		if (pty_until(pty, "asked for maps")) {
			podium_leaves(pty);
			works++;
			continue;
		}
		/* The description of the terminal is a file too: curses does not say why. */
		int status = pty_wait(pty);
		if (status != 69 || !pty_sees(pty, "the terminal (type"))
			assert_true(status == 71 && pty_sees(pty, "oo many"));
		if (!pty_clean(pty, &why))
			fail_msg("%s", why);
		pty_free(pty);
		refuses++;
	}
	assert_true(works > 0 && refuses > 0);
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(a_note_that_cannot_be_saved_is_put_into_a_file_of_its_own),
		TEST(a_command_that_cannot_be_saved_is_told_and_leaves_no_trace),
		TEST(a_write_or_sync_that_fails_in_a_note_costs_no_text),
		TEST(killed_while_the_disk_fails_it_opens_with_what_was_there_before),
		TEST(a_disk_that_is_full_for_a_while_costs_only_patience),
		TEST(with_few_files_it_runs_or_says_why_not),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
