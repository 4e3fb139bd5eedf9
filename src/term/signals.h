/* SPDX-License-Identifier: MIT */
/* Signals as something to poll for. Private to term. */
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <stdbool.h>

#include "base/err.h"

/* Catches SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT and SIGCHLD, and
 * ignores SIGPIPE and SIGXFSZ, until signals_release. */
bool signals_catch(struct err *err);
void signals_release(void);

int signals_fd(void);                 /* readable when a signal has come */
void signals_drain(void);             /* after poll said so */
bool signals_take(int signal_number); /* has it come since the last time? */
/* The signals that end the program, and whether one of them waits to be taken. */
enum { ENDING = 4 };
extern const int signals_ending[ENDING];
bool signals_end(void);
/* The signal has its default effect (or is ignored), or is caught again. */
void signals_default(int signal_number);
void signals_ignore(int signal_number);
void signals_again(int signal_number);

#endif
