/* SPDX-License-Identifier: MIT */
/* What was being made beside a database when its maker was killed. Private to store. */
#ifndef STORE_UNFINISHED_H
#define STORE_UNFINISHED_H

#include <stdbool.h>

/* A database and what SQLite keeps beside it: what each is called behind its name. */
enum { STORE_FILES = 4 };
extern const char *const store_files[STORE_FILES];

/* Removes from the folder what begins with the stem, ends in .unfinished-PID,
 * .restored-PID or .new-PID (and what SQLite keeps beside that), and was being made by a
 * process that is no more. In a folder that is shared, with ourselves or with other
 * machines, whose processes we do not see, what has our own number stays, and so does
 * what was written to in the last ten minutes. */
void unfinished_remove(const char *folder, const char *stem, bool shared);
/* The same for the names that begin as path does, with suffix behind it; not shared. */
void unfinished_remove_at(const char *path, const char *suffix);

#endif
