/* SPDX-License-Identifier: MIT */
/* What States are called in other languages, for who types "Allemagne" or "Alemania" where
 * the session has Germany. Asked only where no name of the session is met. */
#ifndef OTHER_NAMES_H
#define OTHER_NAMES_H

#include "command/command.h"
#include "store/participant.h"

/* As match_score, for the names that the participant has in the files of names; 0 for one
 * without code. key: a fold key. */
int other_names_score(struct desk *desk, const struct participant_row *row, const char *key);

#endif
