/* SPDX-License-Identifier: MIT */
/* What the kernel knows of a program and of the terminal that it has. */
#ifndef SUPPORT_E2E_PTY_KERNEL_H
#define SUPPORT_E2E_PTY_KERNEL_H

#include <stdbool.h>
#include <termios.h>

/* The letter of its state in /proc and the ticks that it has computed; false if there is
 * no such process. */
bool pty_process(int pid, char *state, long *ticks);
/* Are the line modes of the terminal these? */
bool pty_has_modes(int terminal, const struct termios *modes);
/* Is there anything typed that the program has yet to read? Of lines (ICANON) it is not
 * known whether anybody wants them: then no. */
bool pty_is_unread(int terminal);

#endif
