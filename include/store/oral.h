/* SPDX-License-Identifier: MIT */
/*
 * What was amended from the floor: orally, on screen or by the Chair, since a text was last
 * in writing as a whole. That is when it was proposed, came in writing or from a file, or
 * was circulated as a non-paper, whichever came last; by the order of versions, never by
 * the clock.
 */
#ifndef STORE_ORAL_H
#define STORE_ORAL_H

#include <stddef.h>

#include "base/str.h"
#include "model/amendment.h"
#include "store/store.h"

struct oral_row {
	int amendment; /* a9 that was accepted; 0: an edit that somebody is named for */
	int version;   /* of the text, of such an edit */
	enum amendment_how how;
	const char *proposer_name, *on_behalf_name; /* as in lists; NULL */
};
/* Of one text; none where it reads as it did in writing. An edit on screen that names nobody
 * is editing. */
struct oral_row *store_oral_changes(
	struct store *store, int64_t recommendation, struct arena *arena, size_t *count);
/* Of a set beside its texts: paragraphs that were added to it or deleted. */
struct oral_row *store_oral_paragraphs(
	struct store *store, int64_t set, struct arena *arena, size_t *count);
/* "a3 Canada for the African Group, orally", "version 4, by the Chair" */
void oral_say(const struct oral_row *row, struct str *out);

#endif
