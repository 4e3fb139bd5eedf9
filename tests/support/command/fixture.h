/* SPDX-License-Identifier: MIT */
/* A desk in a fresh session of the example agenda, with a clock that stands at
 * 2012-10-17 10:00 in Vienna, in a database in memory. */
#ifndef SUPPORT_COMMAND_FIXTURE_H
#define SUPPORT_COMMAND_FIXTURE_H

#include "command/command.h"

struct fixture {
	struct store *store;
	struct desk desk;
	struct arena arena;
	struct question question; /* of the last command */
	const char *output;       /* what it printed beside its reply */
	struct err err;
	int64_t made;
};

void fixture_open(struct fixture *fixture);
void fixture_close(struct fixture *fixture);

/* Runs a line; the reply is in the arena. */
enum outcome fixture_try(struct fixture *fixture, const char *line, const char **reply);
/* The same; the test fails if it is not done. */
const char *fixture_do(struct fixture *fixture, const char *line);
/* The sentence with which the line fails, or the question that it asks; the test
 * fails if it is done. */
const char *fixture_refused(struct fixture *fixture, const char *line);
/* All recorded tables, in the arena. */
const char *fixture_dump(struct fixture *fixture);

#endif
