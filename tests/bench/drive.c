/* SPDX-License-Identifier: MIT */
/* A program on a pty, timed from outside. */
#include "drive.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

double drive_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static _Noreturn void child(const char *terminal, char *const argv[], int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
	int fd;

	setsid();
	fd = open(terminal, O_RDWR);
	ioctl(fd, TIOCSWINSZ, &size);
	for (int i = 0; i < 3; i++)
		dup2(fd, i);
	close(fd);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	execv(argv[0], argv);
	_exit(127);
}

void drive_start(struct drive *d, char *const argv[], int rows, int columns)
{
	char *terminal;

	d->fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (d->fd < 0 || grantpt(d->fd) != 0 || unlockpt(d->fd) != 0 ||
		!(terminal = ptsname(d->fd))) {
		perror("bench: pty");
		exit(71);
	}
	d->length = 0;
	d->began = drive_now();
	d->pid = fork();
	if (d->pid == 0)
		child(terminal, argv, rows, columns);
}

/* Keeps the newest half when full, so that a text is found across reads. */
static void remember(struct drive *d, const char *bytes, size_t length)
{
	if (d->length + length >= sizeof d->seen) {
		size_t keep = sizeof d->seen / 2;

		if (d->length < keep)
			keep = d->length;
		memmove(d->seen, d->seen + d->length - keep, keep);
		d->length = keep;
	}
	if (length >= sizeof d->seen / 2)
		length = sizeof d->seen / 2 - 1;
	memcpy(d->seen + d->length, bytes, length);
	d->length += length;
	d->seen[d->length] = '\0';
}

double drive_until_quiet(struct drive *d, const char *text, int quiet, int patience)
{
	double end = drive_now() + patience, last = -1, left;
	char bytes[1 << 14];
	bool seen = text == NULL;

	for (d->bytes = 0; (left = end - drive_now()) > 0;) {
		struct pollfd poller = {.fd = d->fd, .events = POLLIN};
		ssize_t length;

		if (poll(&poller, 1, last >= 0 && seen && left > quiet ? quiet : (int)left + 1) ==
			0)
			break;
		length = read(d->fd, bytes, sizeof bytes);
		if (length <= 0)
			break;
		last = drive_now();
		d->bytes += (size_t)length;
		remember(d, bytes, (size_t)length);
		seen = seen || strstr(d->seen, text);
	}
	return seen ? last : -1;
}

double drive_key(struct drive *d, const char *bytes)
{
	double sent, last;

	d->length = 0;
	sent = drive_now();
	if (write(d->fd, bytes, strlen(bytes)) < 0)
		return -1;
	last = drive_until_quiet(d, NULL, 15, 400);
	return last < 0 ? -1 : last - sent;
}

void drive_end(struct drive *d, const char *keys)
{
	double end = drive_now() + 3000;
	char bytes[4096];

	if (write(d->fd, keys, strlen(keys)) < 0)
		kill(d->pid, SIGTERM);
	while (waitpid(d->pid, NULL, WNOHANG) == 0) {
		struct pollfd poller = {.fd = d->fd, .events = POLLIN};

		if (poll(&poller, 1, 5) > 0 && read(d->fd, bytes, sizeof bytes) < 0)
			poll(NULL, 0, 1);
		if (drive_now() > end)
			kill(d->pid, SIGKILL);
	}
	close(d->fd);
}
