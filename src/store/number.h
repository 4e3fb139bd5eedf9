/* SPDX-License-Identifier: MIT */
/* Stable numbers and ranks for new rows. Private. */
#ifndef STORE_NUMBER_H
#define STORE_NUMBER_H

#include "base/str.h"
#include "sql.h"

/* The next number of a kind in a session; never given twice, also after undo.
 * 0 on failure. */
int number_next(struct store *store, int64_t session, const char *kind, struct err *err);

/* The next version of a text, past `above` and past every one that it ever had: an
 * undo takes a version back, and the same number must not then mean another text. */
int number_version(struct store *store, int64_t session, const char *what, int64_t id,
	int64_t above, struct err *err);

/* A rank between two that were read from the database (NULL = an end). What is no
 * rank is damage: store_commit then refuses with a sentence, as after a bad read. */
void rank_put(struct store *store, struct str *rank, const char *before, const char *after);

/* The rank after this one, in its place; the first of a list if it is empty. Returns its
 * text. */
const char *rank_next(struct store *store, struct str *rank);

/* A rank after the last: `last` is a query for the greatest rank there is. */
void rank_after(struct store *store, struct str *rank, const char *last, int64_t of);

/* A rank for the row `id` so that it stands at `place` (1 = first) in a list:
 * `nth` is a query with the list ?1, the row left out ?2 and the offset ?3. */
void rank_at(struct store *store, struct str *rank, const char *nth, int64_t list, int64_t id,
	int place);

#endif
