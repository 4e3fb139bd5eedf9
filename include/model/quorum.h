/* SPDX-License-Identifier: MIT */
/* Is there a quorum (conventions 5.1)? Shown to whoever asks; nothing is ever stopped by
 * it: it is presumed to be there until somebody asks for the count. */
#ifndef MODEL_QUORUM_H
#define MODEL_QUORUM_H

#include <stdbool.h>

#include "base/str.h"
#include "model/rules.h"

struct quorum {
	bool parties; /* parties are counted; else, where no status is known, States */
	bool all;     /* of all of them, not only of those who take part in the session */
	int entitled, present;
	int debate, decision; /* how many are needed */
};

/* Feed everybody of the session, as often as there are participants, then close. */
struct quorum_count {
	const struct rules *rules;
	int states[2][2], parties[2][2]; /* [takes part][is here] */
};
void quorum_begin(struct quorum_count *count, const struct rules *rules);
/* kind, status as in the roster. Groups, organizations and observers do not count. */
void quorum_add(
	struct quorum_count *count, const char *kind, const char *status, bool seen, bool here);
void quorum_end(const struct quorum_count *count, struct quorum *quorum);

/* "34 of 60 parties here · debate 20 ✓ · decision 31: 3 short" */
void quorum_phrase(const struct quorum *quorum, struct str *out);
/* "no quorum", "no decision", or NULL while enough are there. */
const char *quorum_word(const struct quorum *quorum);

#endif
