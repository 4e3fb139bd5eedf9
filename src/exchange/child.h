/* SPDX-License-Identifier: MIT */
/* A program that turns bytes into bytes, bounded in time and in what it may say. */
#ifndef CHILD_H
#define CHILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

enum child_end {
	CHILD_ENDED,    /* by itself: status is its exit code */
	CHILD_KILLED,   /* by a signal that we did not send */
	CHILD_LATE,     /* killed: the time was over */
	CHILD_TALKATIVE /* killed: it wrote more than it may */
};

struct child {
	const char *const *argv; /* argv[0] is looked for on PATH; no shell */
	int patience;            /* milliseconds */
	size_t most;             /* bytes on standard output */
	/* What came of it. */
	enum child_end end;
	int status;
	struct str out, said; /* standard output; the first 4 KiB of standard error */
};

/* Runs it with the bytes as its standard input and waits for its end; child->out and
 * ->said must be initialized. False if it cannot be run: ERR_UNAVAILABLE if there is no
 * such program, ERR_SYSTEM for anything else. It and what it has started is gone
 * afterwards. */
bool child_run(struct child *child, const char *bytes, size_t length, struct err *err);

#endif
