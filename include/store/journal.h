/* SPDX-License-Identifier: MIT */
/*
 * One command = one transaction = one undo step. The journal keeps a row for
 * each with the changeset of the recorded tables, so that undo and redo need
 * nothing from the commands and survive a restart.
 */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include <stddef.h>

#include "base/str.h"
#include "store/store.h"

/* Who does what, when. */
struct step {
	int64_t session;
	const char *origin; /* whose undo it is: person@host */
	const char *person;
	int64_t at;
	const char *command;   /* "floor give" */
	const char *arguments; /* as typed or as they would be */
};

/* Begins a change (BEGIN IMMEDIATE, waits 2 s for another writer). */
bool store_begin(struct store *store, struct err *err);
/* Brings the derived tables up to date, writes the journal row and commits; true
 * only after COMMIT returned. *sequence (may be NULL) gets the row's number, 0
 * if nothing recorded was changed (no row then). On failure all is rolled back. */
bool store_commit(struct store *store, const struct step *step, const char *summary,
	int64_t *sequence, struct err *err);
void store_rollback(struct store *store); /* passes outside a change */

struct journal_row {
	int64_t sequence, at;
	const char *origin, *person, *kind, *command, *arguments, *summary;
	int64_t target;
	bool undone;
};

/* Rows of the session before `before` (0 = the newest), newest first. */
struct journal_row *store_journal(struct store *store, int64_t session, int64_t before,
	size_t limit, struct arena *arena, size_t *count);

/* The other way: the `limit` rows that follow the row `after` (0 = the beginning),
 * newest first. */
struct journal_row *store_journal_after(struct store *store, int64_t session, int64_t after,
	size_t limit, struct arena *arena, size_t *count);

/* What is looked for in a journal: {0} is all of it. */
struct journal_filter {
	int64_t item;     /* what changed it, or anything under it or its sub-items; 0 = any */
	const char *kind; /* "floor", "floor give", "undo", "redo"; NULL = any */
};
/* The same two for these rows only. An undo is found by what it undid too. The first
 * call for an item reads the journal of the session once; those after it what has
 * come since. By kind alone no more is read than the window takes to fill. */
struct journal_row *store_journal_find(struct store *store, int64_t session,
	const struct journal_filter *filter, int64_t before, size_t limit, struct arena *arena,
	size_t *count);
struct journal_row *store_journal_find_after(struct store *store, int64_t session,
	const struct journal_filter *filter, int64_t after, size_t limit, struct arena *arena,
	size_t *count);

/* What an undo or redo would do. */
struct undo_plan {
	int64_t target; /* the row to undo; for redo the undo row */
	bool redo;
	struct journal_row *rows; /* the target, then what must go with it; in the arena */
	size_t count;
};

/* The newest command of this origin that is neither undone nor an undo; or, for
 * redo, its newest undo since its last command. False with a sentence if there
 * is none. */
bool store_undo_plan(struct store *store, int64_t session, const char *origin, bool redo,
	struct arena *arena, struct undo_plan *plan, struct err *err);
/* The same for any command of the journal. */
bool store_undo_plan_of(struct store *store, int64_t session, int64_t sequence, struct arena *arena,
	struct undo_plan *plan, struct err *err);
/* Carries it out as one step; step->command and arguments are set here. Refuses
 * when what was changed has been changed again by something not in the plan. */
bool store_undo(struct store *store, const struct undo_plan *plan, const struct step *step,
	int64_t *sequence, struct err *err);

/* An equal dump of all recorded tables means an equal record (for tests). */
void store_dump(struct store *store, struct str *out);

#endif
