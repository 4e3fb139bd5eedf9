/* SPDX-License-Identifier: MIT */
/* No two statements of one meeting overlap unless one interrupts the other. Private to
 * the command layer. */
#ifndef OVERLAP_H
#define OVERLAP_H

#include "command/command.h"
#include "store/floor.h"

/* Of a command with a flag "interrupts", after a statement was put to its time: a
 * speech in which it lies is interrupted by it if it is a point of order or the flag
 * was given, and asked about if not; points of order that lie in it interrupt it. All
 * else that had the floor then is refused with a sentence that names it. */
bool overlap_settle(struct call *call, int64_t statement, struct err *err);

/* "from 10 a.m. to 10.05 a.m.", "since 10 a.m." of one that is running. */
const char *overlap_when(struct call *call, const struct statement_row *row);

#endif
