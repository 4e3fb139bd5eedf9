/* SPDX-License-Identifier: MIT */
/*
 * A disk that fails when it is told to: a layer (a VFS) between SQLite and the
 * files, which counts what is written, cut off and synced, and lets the n-th of
 * these calls fail.
 */
#ifndef SUPPORT_STORE_FAILING_H
#define SUPPORT_STORE_FAILING_H

#include <stdbool.h>

enum failing_way {
	FAILING_ONCE,    /* that call alone fails, half of it written */
	FAILING_FOREVER, /* and all that follow */
	FAILING_KILL,    /* the process ends there, half of it written */
	FAILING_POWER    /* so it does, and what was not synced is lost, kept or garbled */
};

void failing_install(void); /* becomes the default; databases that are open are left alone */
void failing_remove(void);  /* passes when it is not installed */

/* The n-th call from here on fails with an SQLite code (of a write; a sync always fails
 * with SQLITE_IOERR_FSYNC). n 0: none, but calls are counted. */
void failing_arm(int n, int code, enum failing_way way);
/* Fails no more; true if a call has failed since it was armed. */
bool failing_disarm(void);
/* Calls since it was armed, and whether something was written after the last sync. */
int failing_calls(void);
bool failing_unsynced(void);

/* The process is killed where it stands. Nothing is tidied up, and nothing looks
 * whether it is: not even the memory is left, for what is killed is another program. */
_Noreturn void failing_be_killed(void);

#endif
