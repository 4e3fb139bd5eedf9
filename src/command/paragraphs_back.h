/* SPDX-License-Identifier: MIT */
/* Edits of paragraphs that come back from another machine. Private to the command layer. */
#ifndef PARAGRAPHS_BACK_H
#define PARAGRAPHS_BACK_H

#include "rows.h"

/*
 * Proposes, within a change, what the session file `text` has that was written on the
 * machine that it comes from, each against the last version that is known here too, and
 * replies how many. Refuses the file of another session unless "anyway" is given.
 */
bool paragraphs_take_back(struct call *call, const struct str *text, struct err *err);

#endif
