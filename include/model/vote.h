/* SPDX-License-Identifier: MIT */
/* A vote counted (conventions 5.1, 5.2): who may vote, what majority is needed, and whether
 * it is there. Abstentions are no votes; a tie is not carried. */
#ifndef MODEL_VOTE_H
#define MODEL_VOTE_H

#include <stdbool.h>

#include "base/str.h"

enum vote_majority { VOTE_SIMPLE, VOTE_TWO_THIRDS, VOTE_MAJORITIES };
const char *vote_majority_word(enum vote_majority majority);  /* in the database: "two_thirds" */
const char *vote_majority_label(enum vote_majority majority); /* "a two-thirds majority" */
/* Also with a hyphen, as it is typed. */
bool vote_majority_parse(const char *word, enum vote_majority *majority);

/* How a delegation votes. */
enum vote_choice { VOTE_IN_FAVOUR, VOTE_AGAINST, VOTE_ABSTAINING, VOTE_ABSENT, VOTE_CHOICES };
const char *vote_choice_word(enum vote_choice choice);  /* "in_favour" */
const char *vote_choice_label(enum vote_choice choice); /* "in favour" */
bool vote_choice_parse(const char *word, enum vote_choice *choice);

struct vote_count {
	int in_favour, against, abstaining; /* none below 0 */
};

/* How many votes in favour are needed of those cast for or against; at least 1. */
int vote_needed(enum vote_majority majority, const struct vote_count *count);
bool vote_carried(enum vote_majority majority, const struct vote_count *count);
/* "30 in favour, 2 against, 4 abstaining" */
void vote_say_count(const struct vote_count *count, struct str *out);
/* "a tie", "25 in favour are needed for a two-thirds majority"; nothing if it carried. */
void vote_say_why_not(enum vote_majority majority, const struct vote_count *count, struct str *out);

enum vote_right { VOTE_NEVER, VOTE_DOUBTFUL, VOTE_MAY };
/* May somebody of this kind and status (as in the roster) vote? Parties, or all States while
 * the session knows no party; a State that is none is doubtful, the rest never. */
enum vote_right vote_right(const char *kind, const char *status, bool parties_known);

#endif
