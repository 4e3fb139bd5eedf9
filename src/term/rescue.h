/* SPDX-License-Identifier: MIT */
/* Giving the terminal back when the program falls. Private to term. */
#ifndef TERM_RESCUE_H
#define TERM_RESCUE_H

#include <stddef.h>
#include <termios.h>

/* From now on SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL and die() first write the
 * bytes (copied) to fd and set the modes. One terminal at a time. */
void rescue_arm(int fd, const struct termios *modes, const char *bytes, size_t length);
void rescue_disarm(void);

#endif
