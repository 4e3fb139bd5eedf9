/* SPDX-License-Identifier: MIT */
/*
 * A child process with a deadline. Its input is a file without a name, not a pipe: so
 * there is nothing to write while it runs, and nobody dies of a broken pipe. It leads a
 * process group of its own, and the whole group is killed in the end: a script in its
 * place must leave nothing behind.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "child.h"

extern char **environ;

enum { SAID_MAX = 4096, STEP = 10 /* milliseconds between two looks at its end */ };

struct running {
	struct child *child;
	pid_t pid;
	int64_t deadline;
	int out, said; /* reading ends, -1 when closed */
};

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static int open_input(const char *bytes, size_t length, FILE **file)
{
	*file = tmpfile();
	if (!*file)
		return -1;
	if (fwrite(bytes, 1, length, *file) != length || fflush(*file) != 0)
		return -1;
	rewind(*file);
	fcntl(fileno(*file), F_SETFD, FD_CLOEXEC);
	return fileno(*file);
}

static bool open_pipe(int ends[2])
{
	if (pipe(ends) != 0)
		return false;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return true;
}

/* An errno, 0 when it runs. */
static int spawn(struct running *running, int input, int out, int said)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t all, none;
	int failed;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, said, STDERR_FILENO);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setflags(&attributes,
		POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
	failed = posix_spawnp(&running->pid, running->child->argv[0], &actions, &attributes,
		(char *const *)running->child->argv, environ); /* spawn changes none */
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return failed;
}

static int milliseconds_left(const struct running *running)
{
	int64_t left = running->deadline - clock_monotonic();

	return left > 0 ? (int)left : 0;
}

/* Reads once; closes the end at the end of the file. False when it wrote too much. */
static bool drain(int *fd, struct str *text, size_t most, bool strict)
{
	char piece[16384];
	ssize_t count = read(*fd, piece, sizeof(piece));

	if (count < 0 && (errno == EINTR || errno == EAGAIN))
		return true;
	if (count <= 0) {
		close_end(fd);
		return true;
	}
	size_t room = most - text->length;
	str_addn(text, piece, (size_t)count < room ? (size_t)count : room);
	return !strict || (size_t)count <= room;
}

/* Until both ends are closed, or it must be killed. */
static void listen_to(struct running *running)
{
	struct child *child = running->child;

	while (running->out >= 0 || running->said >= 0) {
		struct pollfd fds[2] = {{.fd = running->out, .events = POLLIN},
			{.fd = running->said, .events = POLLIN}};
		int left = milliseconds_left(running);
		if (left == 0) {
			child->end = CHILD_LATE;
			return;
		}
		if (poll(fds, 2, left) <= 0)
			continue;
		if (fds[0].revents && !drain(&running->out, &child->out, child->most, true)) {
			child->end = CHILD_TALKATIVE;
			return;
		}
		if (fds[1].revents)
			drain(&running->said, &child->said, SAID_MAX, false);
	}
}

/* It may have closed its output and go on; so not without end here either. */
static void wait_for(struct running *running)
{
	struct child *child = running->child;
	int status = 0;
	pid_t gone = 0;

	while (child->end == CHILD_ENDED && gone == 0) {
		gone = waitpid(running->pid, &status, WNOHANG);
		if (gone == 0 && milliseconds_left(running) == 0)
			child->end = CHILD_LATE;
		else if (gone == 0)
			poll(NULL, 0, STEP);
	}
	kill(-running->pid, SIGKILL);
	while (gone <= 0 && waitpid(running->pid, &status, 0) < 0 && errno == EINTR)
		;
	if (child->end == CHILD_ENDED && !WIFEXITED(status))
		child->end = CHILD_KILLED;
	child->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool run(struct running *running, int input, struct err *err)
{
	int out[2] = {-1, -1}, said[2] = {-1, -1};
	int failed = open_pipe(out) && open_pipe(said) ? 0 : errno;

	if (failed == 0)
		failed = spawn(running, input, out[1], said[1]);
	close_end(&out[1]);
	close_end(&said[1]);
	running->out = out[0];
	running->said = said[0];
	if (failed == 0) {
		listen_to(running);
		wait_for(running);
	}
	close_end(&running->out);
	close_end(&running->said);
	return failed == 0 ||
	       err_set(err, failed == ENOENT ? ERR_UNAVAILABLE : ERR_SYSTEM,
		       "“%s” cannot be run: %s", running->child->argv[0], strerror(failed));
}

bool child_run(struct child *child, const char *bytes, size_t length, struct err *err)
{
	struct running running = {.child = child, .out = -1, .said = -1};
	FILE *file = NULL;
	int input = open_input(bytes, length, &file);
	bool good;

	child->end = CHILD_ENDED;
	child->status = -1;
	running.deadline = clock_monotonic() + child->patience;
	good = input >= 0 ? run(&running, input, err)
			  : err_set(err, ERR_SYSTEM, "a temporary file cannot be written: %s",
				    strerror(errno));
	if (file)
		fclose(file);
	return good;
}
