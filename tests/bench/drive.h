/* SPDX-License-Identifier: MIT */
/* A program on a pty, timed from outside: from a key to the last byte that
 * followed it. */
#ifndef DRIVE_H
#define DRIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct drive {
	pid_t pid;
	int fd;
	double began;       /* ms, just before the fork */
	size_t bytes;       /* of the last drive_until_quiet */
	char seen[1 << 16]; /* the last output, for drive_expect */
	size_t length;
};

double drive_now(void); /* ms */
void drive_start(struct drive *d, char *const argv[], int rows, int columns);
/* The time of the last byte before `quiet` ms of silence, or -1 if none came
 * within `patience` ms. With `text` not before it was seen. */
double drive_until_quiet(struct drive *d, const char *text, int quiet, int patience);
/* Sends the bytes and returns the ms until the screen was still; -1 if it stayed so. */
double drive_key(struct drive *d, const char *bytes);
void drive_end(struct drive *d, const char *keys);

#endif
