/* SPDX-License-Identifier: MIT */
/* When and where backups are made: after the first screen and at each close of a
 * meeting, in the folder beside the database and, if one is set, in a second
 * folder (a memory stick), which may come and go. */
#ifndef BACKUPS_H
#define BACKUPS_H

#include <stdbool.h>

#include "cli.h"
#include "store/backup.h"

struct backups {
	struct cli *cli;
	struct backup *running;
	int folder; /* the next one to write to; past the last: none is due */
};

void backups_due(struct backups *backups); /* begins with the first folder again */
bool backups_wanted(const struct backups *backups);
/* A slice of work. False if a folder could not be written to; the next is then tried. */
bool backups_slice(struct backups *backups, struct err *err);
void backups_clear(struct backups *backups); /* an unfinished one leaves nothing */

/* True if a second folder is set and cannot be written to now. */
bool backups_missing(const struct cli *cli);
/* All at once, for the command line. */
bool backups_all(struct cli *cli, struct err *err);

#endif
