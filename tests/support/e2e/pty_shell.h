/* SPDX-License-Identifier: MIT */
/* The process between the test and the program; see pty_shell.c. */
#ifndef SUPPORT_E2E_PTY_SHELL_H
#define SUPPORT_E2E_PTY_SHELL_H

#include "pty.h"

enum pty_news { PTY_STARTED, PTY_STOPPED, PTY_CONTINUED, PTY_ENDED };

/* What the shell writes into its pipe. */
struct pty_report {
	enum pty_news news;
	int value; /* the program's pid, or its exit status */
};

struct pty_shell {
	int pid;
	int reports;  /* to read struct pty_report from */
	int commands; /* a byte continues the stopped program */
};

/* Starts the shell, and it the program, on the terminal of that name. */
struct pty_shell pty_shell_start(
	const char *terminal, const struct pty_options *options, const char *const argv[]);

#endif
