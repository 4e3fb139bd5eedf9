/* SPDX-License-Identifier: MIT */
/* Who made statements at the opening besides the Chair. */
#ifndef REPORT_OPENING_SPEAKERS_H
#define REPORT_OPENING_SPEAKERS_H

#include "build.h"
#include "lists.h"

/* Adds their sentence, OPEN-3, if there are any. also: the Chair's statement was told before. */
void opening_speakers(struct report *report, uint64_t body, bool also);
/* Are the statements under the item told by that sentence, so that no list has them too? */
bool opening_tells(const struct report *report, const struct item_row *item);

#endif
