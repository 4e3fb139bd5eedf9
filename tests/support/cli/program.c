/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "program.h"

#include "base/str.h"

enum { WORDS_MAX = 40, NOBODY = 65534 };

void program_begin(struct program *program)
{
	const char *tmp = getenv("TMPDIR");
	char *home;

	*program = (struct program){0};
	arena_init(&program->arena);
	home = arena_printf(&program->arena, "%s/program.XXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(home));
	program->home = home;
}

/* Does it to all that is in the folder, then to the folder. */
static void each(struct arena *arena, const char *path, void (*act)(const char *path))
{
	struct dirent *entry;
	DIR *dir;

	chmod(path, 0700);
	dir = opendir(path);
	while (dir && (entry = readdir(dir))) {
		const char *inside = arena_printf(arena, "%s/%s", path, entry->d_name);
		struct stat about;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (lstat(inside, &about) == 0 && S_ISDIR(about.st_mode))
			each(arena, inside, act);
		else
			act(inside);
	}
	if (dir)
		closedir(dir);
	act(path);
}

static void remove_one(const char *path)
{
	if (unlink(path) != 0)
		rmdir(path);
}

void program_end(struct program *program)
{
	each(&program->arena, program->home, remove_one);
	arena_clear(&program->arena);
}

static void give_one(const char *path)
{
	assert_int_equal(chown(path, NOBODY, NOBODY), 0);
}

void program_drop(struct program *program)
{
	if (geteuid() == 0)
		each(&program->arena, program->home, give_one);
	program->ordinary = true;
}

const char *program_path(struct program *program, const char *name)
{
	return arena_printf(&program->arena, "%s/%s", program->home, name);
}

const char *program_file(struct program *program, const char *name, const char *text)
{
	const char *path = program_path(program, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
	return path;
}

const char *program_read(struct program *program, const char *path)
{
	FILE *file = fopen(path, "r");
	struct str text;
	const char *copy;
	char piece[4096];
	size_t length;

	if (!file)
		return NULL;
	str_init(&text);
	while ((length = fread(piece, 1, sizeof piece, file)) > 0)
		str_addn(&text, piece, length);
	fclose(file);
	copy = arena_strndup(&program->arena, text.text, text.length);
	str_clear(&text);
	return copy;
}

static void put_file(const char *path, int flags, int fd)
{
	int opened = open(path, flags, 0600);

	if (opened < 0 || dup2(opened, fd) < 0)
		_exit(99);
	close(opened);
}

static _Noreturn void child(const struct program *program, const char *in, const char *out,
	const char *err, char *argv[])
{
	setenv("XDG_DATA_HOME", program->home, 1);
	setenv("XDG_CONFIG_HOME", program->home, 1);
	setenv("XDG_STATE_HOME", program->home, 1);
	unsetenv("TERM");
	put_file(in, O_RDONLY, STDIN_FILENO);
	put_file(program->output_to ? program->output_to : out, O_WRONLY | O_CREAT | O_TRUNC,
		STDOUT_FILENO);
	put_file(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
	for (int fd = 0; fd < 3; fd++) {
		if (program->closed & 1u << fd)
			close(fd);
	}
	if (program->ordinary && geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
		_exit(97);
	execv(argv[0], argv);
	_exit(98);
}

static void run(struct program *program, char *argv[])
{
	const char *in = program_file(program, "stdin.txt", program->input ? program->input : "");
	const char *out = program_path(program, "stdout.txt");
	const char *err = program_path(program, "stderr.txt");
	struct rusage usage = {0};
	pid_t pid;
	int status;

	unlink(out);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		child(program, in, out, err, argv);
	while (wait4(pid, &status, 0, &usage) < 0)
		assert_int_equal(errno, EINTR);
	program->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	program->peak = usage.ru_maxrss;
	program->out = program_read(program, out);
	program->err = program_read(program, err);
	if (!program->out)
		program->out = "";
}

static void run_words(struct program *program, va_list words)
{
	char *argv[WORDS_MAX] = {getenv("RAPPORTEUR")};
	int count = 1;

	if (!argv[0])
		argv[0] = (char *)(uintptr_t) "build/rapporteur";
	while ((argv[count] = va_arg(words, char *)))
		assert_true(++count < WORDS_MAX);
	run(program, argv);
}

void program_run(struct program *program, ...)
{
	va_list words;

	va_start(words, program);
	run_words(program, words);
	va_end(words);
}

const char *program_does(struct program *program, ...)
{
	va_list words;

	va_start(words, program);
	run_words(program, words);
	va_end(words);
	if (program->status != 0 || *program->err)
		fail_msg("exit %d: %s", program->status, program->err);
	return program->out;
}

void assert_contains(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("\"%s\" does not contain \"%s\"", text, part);
}

void assert_failed(const struct program *program, int status, const char *err)
{
	assert_string_equal(program->err, err);
	assert_int_equal(program->status, status);
	assert_string_equal(program->out, "");
}
