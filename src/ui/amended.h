/* SPDX-License-Identifier: MIT */
/* What was amended in the agenda and the organization of work, in words. */
#ifndef UI_AMENDED_H
#define UI_AMENDED_H

#include "store/agenda_change.h"

/* "item 8 from Wed 17 Oct, 3-6 p.m. to Thu 18 Oct, 10 a.m.-1 p.m." */
void amended_words(const struct agenda_change *change, struct str *out);

/* How an item differs from what was proposed, in a word: "new", "was 4", "retitled",
 * "with 7"; nothing if it does not. */
void amended_item(const struct agenda_change *changes, size_t count, const struct item_row *item,
	struct str *out);
/* The same of its place in a slot: "moved here from Wed 17 Oct, 3-6 p.m.", "put here". */
void amended_place(const struct agenda_change *changes, size_t count, int64_t item, int64_t slot,
	struct str *out);
/* And of a slot: "added", "was Wed 17 Oct, 3-6 p.m.". */
void amended_slot(const struct agenda_change *changes, size_t count, int64_t slot, struct str *out);

#endif
