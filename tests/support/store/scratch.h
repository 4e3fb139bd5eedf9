/* SPDX-License-Identifier: MIT */
/* A fresh folder for one test, and what tests do with the files in it. Every
 * failure of these functions fails the test. */
#ifndef SUPPORT_STORE_SCRATCH_H
#define SUPPORT_STORE_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct scratch {
	char *folder;
	struct arena arena;
};

void scratch_open(struct scratch *scratch);  /* mode 0755, under $TMPDIR */
void scratch_close(struct scratch *scratch); /* removes it with all that is in it */

/* The path of a name in the folder; in the arena. */
const char *scratch_path(struct scratch *scratch, const char *name);
/* The bytes of a file, in the arena; *length may be NULL. */
char *scratch_read(struct scratch *scratch, const char *path, size_t *length);
void scratch_write(const char *path, const void *bytes, size_t length);
void scratch_copy(const char *from, const char *to);
bool scratch_is(const char *path, const void *bytes, size_t length); /* exactly these? */
/* A closed database with the session of fixture.h and one statement; its path. */
const char *scratch_database(struct scratch *scratch, const char *name);
/* Runs SQL on a file behind the store's back. */
void scratch_sql(const char *path, const char *sql);
/* How many names in a folder begin with prefix; 0 if there is no folder. */
size_t scratch_count(const char *folder, const char *prefix);

#endif
