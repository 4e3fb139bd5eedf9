/* SPDX-License-Identifier: MIT */
/*
 * Curses writes to a descriptor, so the descriptor is what is exchanged: while a
 * frame is drawn, standard output is a file in memory. Nothing else writes to it
 * then, and a crash writes to the terminal by its other descriptor.
 */
#define _GNU_SOURCE /* memfd_create */
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

#include <fcntl.h>

#include "base/mem.h"
#include "burst.h"

struct burst {
	int terminal, memory;
	char *bytes;
	size_t capacity;
};

struct burst *burst_new(void)
{
#ifdef MFD_CLOEXEC
	struct burst *burst = mem_alloc(sizeof *burst);

	burst->memory = memfd_create("frame", MFD_CLOEXEC);
	burst->terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (burst->memory >= 0 && burst->terminal >= 0)
		return burst;
	burst_free(burst);
#endif
	return NULL;
}

void burst_free(struct burst *burst)
{
	if (!burst)
		return;
	if (burst->memory >= 0)
		close(burst->memory);
	if (burst->terminal >= 0)
		close(burst->terminal);
	free(burst->bytes);
	free(burst);
}

int burst_terminal(const struct burst *burst)
{
	return burst ? burst->terminal : STDOUT_FILENO;
}

void burst_begin(struct burst *burst)
{
	if (!burst)
		return;
	lseek(burst->memory, 0, SEEK_SET);
	dup2(burst->memory, STDOUT_FILENO);
}

void burst_end(struct burst *burst, struct str *out)
{
	off_t length;
	ssize_t got;

	if (!burst)
		return;
	length = lseek(burst->memory, 0, SEEK_CUR);
	dup2(burst->terminal, STDOUT_FILENO);
	if (length <= 0)
		return;
	burst->bytes = mem_grow(burst->bytes, &burst->capacity, (size_t)length, 1);
	got = pread(burst->memory, burst->bytes, (size_t)length, 0);
	if (got > 0)
		str_addn(out, burst->bytes, (size_t)got);
}
