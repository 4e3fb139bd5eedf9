/* SPDX-License-Identifier: MIT */
/*
 * The last act of a program that falls: the terminal as it was, so that what is
 * said about the fall can be read and the shell can be used. Everything is
 * prepared while all is well; the handler calls write, tcsetattr and sigaction
 * and nothing else. The signal then goes to whom it belonged to before (a
 * sanitizer, or the default that ends the process).
 *
 * Static data, because a signal handler has no other way to its data.
 */
#include <assert.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "rescue.h"

static const int fatal[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

enum { FATAL = sizeof fatal / sizeof *fatal, BYTES = 512, STACK = 64 * 1024 };

static struct {
	volatile sig_atomic_t armed;
	int fd;
	struct termios modes;
	char bytes[BYTES];
	size_t length;
	struct sigaction before[FATAL];
	mem_die_hook hook_before;
	stack_t stack_before;
} rescue;

/* A stack of its own: the other one may be what overflowed. */
static char handler_stack[STACK];

static void restore(void)
{
	if (!rescue.armed)
		return;
	rescue.armed = 0;
	/* In the background tcsetattr would stop us instead of working. */
	signal(SIGTTOU, SIG_IGN);
	for (size_t done = 0; done < rescue.length;) {
		ssize_t n = write(rescue.fd, rescue.bytes + done, rescue.length - done);
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	tcsetattr(rescue.fd, TCSANOW, &rescue.modes);
}

static void on_fatal(int signal_number, siginfo_t *info, void *context)
{
	(void)context;
	restore();
	for (int i = 0; i < FATAL; i++)
		if (fatal[i] == signal_number)
			sigaction(signal_number, &rescue.before[i], NULL);
	/* A fault comes again by itself when this returns; what was sent does not. */
	if (info->si_code <= 0 || signal_number == SIGABRT)
		raise(signal_number);
}

void rescue_arm(int fd, const struct termios *modes, const char *bytes, size_t length)
{
	struct sigaction action = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
	stack_t stack = {.ss_sp = handler_stack, .ss_size = STACK};

	assert(!rescue.armed);
	rescue.fd = fd;
	rescue.modes = *modes;
	rescue.length = length < BYTES ? length : BYTES;
	memcpy(rescue.bytes, bytes, rescue.length);
	rescue.armed = 1;
	sigemptyset(&action.sa_mask);
	sigaltstack(&stack, &rescue.stack_before);
	for (int i = 0; i < FATAL; i++)
		sigaction(fatal[i], &action, &rescue.before[i]);
	rescue.hook_before = mem_set_die_hook(restore);
}

void rescue_disarm(void)
{
	rescue.armed = 0;
	for (int i = 0; i < FATAL; i++)
		sigaction(fatal[i], &rescue.before[i], NULL);
	sigaltstack(&rescue.stack_before, NULL);
	mem_set_die_hook(rescue.hook_before);
}
