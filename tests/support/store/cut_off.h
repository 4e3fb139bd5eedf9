/* SPDX-License-Identifier: MIT */
/* A program that is killed, or loses its power, while it opens a database. */
#ifndef SUPPORT_STORE_CUT_OFF_H
#define SUPPORT_STORE_CUT_OFF_H

#include "failing.h"
#include "store/store.h"

/* A process of its own opens it on the failing disk, which is installed, and ends at the
 * n-th call that writes (FAILING_KILL, FAILING_POWER). False if it came to its end and the
 * database is open; anything else fails the test. */
bool cut_off(const char *path, enum store_open how, int n, enum failing_way way);

#endif
