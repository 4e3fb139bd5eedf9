/* SPDX-License-Identifier: MIT */
/* Rows of the journal, for journal.c and undo.c. Private. */
#ifndef STORE_JOURNAL_ROW_H
#define STORE_JOURNAL_ROW_H

#include "sql.h"
#include "store/journal.h"

struct journal_entry {
	const struct step *step;
	const char *kind; /* do, undo, redo */
	const char *summary;
	int64_t target; /* 0 = none */
	const void *changeset;
	size_t length;
};

/* Derives, adds the row and commits, or rolls all back. */
bool journal_commit(
	struct store *store, struct journal_entry *entry, int64_t *sequence, struct err *err);
bool journal_row_read(
	struct store *store, int64_t sequence, struct arena *arena, struct journal_row *row);

#endif
