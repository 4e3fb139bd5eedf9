/* SPDX-License-Identifier: MIT */
/*
 * A frame in one write. Curses flushes at every move of the cursor; a terminal
 * that gets a frame in twenty pieces draws it, and wakes up, twenty times.
 */
#ifndef BURST_H
#define BURST_H

#include "base/str.h"

struct burst;

/* NULL where the system has no files in memory: frames then go out as they come. */
struct burst *burst_new(void);
void burst_free(struct burst *burst); /* NULL passes */

/* The terminal itself, also between begin and end; STDOUT_FILENO for NULL. */
int burst_terminal(const struct burst *burst);

/* Between the two, what is written to standard output is kept; end appends it. */
void burst_begin(struct burst *burst);
void burst_end(struct burst *burst, struct str *out);

#endif
