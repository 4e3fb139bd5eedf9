/* SPDX-License-Identifier: MIT */
/* Text being typed, kept within a second or two of being typed and offered again
 * after a crash. Outside the journal: it is nobody's decision yet. */
#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include <stddef.h>

#include "store/store.h"

struct draft_row {
	const char *key; /* "note s12", "recommendation r3", "propose 3", … */
	const char *text;
	int version; /* of what it began from */
	int64_t at;
};
/* Whose drafts are meant from now on, as "person@host"; NULL, as at first: anybody's.
 * Others' drafts are neither found nor written over nor dropped. */
void store_drafts_of(struct store *store, const char *origin);

bool store_draft_save(struct store *store, int64_t session, const char *key, const char *text,
	int version, int64_t at, struct err *err);
bool store_draft_drop(struct store *store, int64_t session, const char *key, struct err *err);
bool store_draft(struct store *store, int64_t session, const char *key, struct arena *arena,
	struct draft_row *row);
struct draft_row *store_drafts(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

#endif
