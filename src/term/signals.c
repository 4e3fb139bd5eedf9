/* SPDX-License-Identifier: MIT */
/*
 * Signals into the loop. A handler only sets the flag of its signal and writes a
 * byte into a pipe that the loop polls; the flags are what counts, so that a full
 * pipe loses nothing. Static data, because a handler has no other way to it.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "signals.h"

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD};
const int signals_ending[ENDING] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};
static const int ignored[] = {SIGPIPE, SIGXFSZ};

enum {
	CAUGHT = sizeof caught / sizeof *caught,
	IGNORED = sizeof ignored / sizeof *ignored,
};

static struct {
	int ends[2]; /* of the pipe */
	bool catching;
	volatile sig_atomic_t came[CAUGHT];
	struct sigaction before[CAUGHT], ignored_before[IGNORED];
} signals;

static int place_of(int signal_number)
{
	int i = 0;

	while (caught[i] != signal_number)
		i++;
	return i;
}

static void on_signal(int signal_number)
{
	int saved = errno;

	signals.came[place_of(signal_number)] = 1;
	if (write(signals.ends[1], "", 1) < 0)
		errno = saved; /* the pipe is full of others: it will be read */
	errno = saved;
}

static void set_action(int signal_number, void (*handler)(int), struct sigaction *before)
{
	struct sigaction action = {.sa_handler = handler};

	sigemptyset(&action.sa_mask);
	sigaction(signal_number, &action, before);
}

bool signals_catch(struct err *err)
{
	assert(!signals.catching);
	if (pipe(signals.ends) < 0)
		return err_set(err, ERR_SYSTEM, "no pipe for signals: %s", strerror(errno));
	for (int i = 0; i < 2; i++) {
		fcntl(signals.ends[i], F_SETFL, O_NONBLOCK);
		fcntl(signals.ends[i], F_SETFD, FD_CLOEXEC);
	}
	for (int i = 0; i < CAUGHT; i++) {
		signals.came[i] = 0;
		set_action(caught[i], on_signal, &signals.before[i]);
	}
	for (int i = 0; i < IGNORED; i++)
		set_action(ignored[i], SIG_IGN, &signals.ignored_before[i]);
	signals.catching = true;
	return true;
}

void signals_release(void)
{
	for (int i = 0; i < CAUGHT; i++)
		sigaction(caught[i], &signals.before[i], NULL);
	for (int i = 0; i < IGNORED; i++)
		sigaction(ignored[i], &signals.ignored_before[i], NULL);
	close(signals.ends[0]);
	close(signals.ends[1]);
	signals.catching = false;
}

int signals_fd(void)
{
	return signals.ends[0];
}

void signals_drain(void)
{
	char bytes[64];

	while (read(signals.ends[0], bytes, sizeof bytes) > 0)
		;
}

bool signals_take(int signal_number)
{
	int place = place_of(signal_number);

	/* Never cleared unseen: it may come between the look and the clearing. */
	if (!signals.came[place])
		return false;
	signals.came[place] = 0;
	return true;
}

bool signals_end(void)
{
	for (size_t i = 0; i < ENDING; i++)
		if (signals.came[place_of(signals_ending[i])])
			return true;
	return false;
}

void signals_default(int signal_number)
{
	set_action(signal_number, SIG_DFL, NULL);
}

void signals_ignore(int signal_number)
{
	set_action(signal_number, SIG_IGN, NULL);
}

void signals_again(int signal_number)
{
	set_action(signal_number, on_signal, NULL);
}
