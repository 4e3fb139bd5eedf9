/* SPDX-License-Identifier: MIT */
/*
 * To be loaded before a program's own libraries: a read or write that does less than it
 * was asked for, and every third one that a signal interrupts, as POSIX allows at any
 * time. What the C library writes for printf does not come by here.
 */
#define _GNU_SOURCE /* RTLD_NEXT, off64_t */
#include <dlfcn.h>
#include <errno.h>
#include <sys/types.h>
#include <unistd.h>

static unsigned calls;

static int interrupted(void)
{
	if (++calls % 3)
		return 0;
	errno = EINTR;
	return 1;
}

static size_t part(size_t length)
{
	return length <= 64 ? length > 0 : length / 3;
}

#define REAL(name)                                         \
	static __typeof__(name) *real;                     \
	if (!real)                                         \
		*(void **)&real = dlsym(RTLD_NEXT, #name); \
	if (interrupted())                                 \
	return -1

ssize_t read(int fd, void *bytes, size_t length)
{
	REAL(read);
	return real(fd, bytes, part(length));
}

ssize_t write(int fd, const void *bytes, size_t length)
{
	REAL(write);
	return real(fd, bytes, part(length));
}

ssize_t pread64(int fd, void *bytes, size_t length, off64_t at)
{
	REAL(pread64);
	return real(fd, bytes, part(length), at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
	REAL(pwrite64);
	return real(fd, bytes, part(length), at);
}
