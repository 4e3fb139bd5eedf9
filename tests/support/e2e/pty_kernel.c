/* SPDX-License-Identifier: MIT */
/* Asking the kernel, where the terminal itself does not tell. */
#include "pty_kernel.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>

bool pty_process(int pid, char *state, long *ticks)
{
	char path[40], line[1000];
	long user = 0, system = 0;

	snprintf(path, sizeof path, "/proc/%d/stat", pid);
	FILE *file = fopen(path, "r");
	if (!file)
		return false;
	bool read = fgets(line, sizeof line, file) != NULL;
	fclose(file);
	/* The fields are counted behind the name, which may contain anything. */
	char *at = read ? strrchr(line, ')') : NULL;
	if (!at || sscanf(at + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", state,
			   &user, &system) != 3)
		return false;
	*ticks = user + system;
	return true;
}

bool pty_has_modes(int terminal, const struct termios *modes)
{
	struct termios now;

	return tcgetattr(terminal, &now) == 0 && now.c_iflag == modes->c_iflag &&
	       now.c_oflag == modes->c_oflag && now.c_lflag == modes->c_lflag &&
	       memcmp(now.c_cc, modes->c_cc, sizeof now.c_cc) == 0;
}

/* The kernel hands what was typed on in its own time; to poll the program's side makes
 * it do so now. */
bool pty_is_unread(int terminal)
{
	struct pollfd typed = {.fd = terminal, .events = POLLIN};
	struct termios modes;

	return poll(&typed, 1, 0) > 0 && tcgetattr(terminal, &modes) == 0 &&
	       !(modes.c_lflag & ICANON);
}
