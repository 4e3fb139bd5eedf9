/* SPDX-License-Identifier: MIT */
/* Keys of what was issued before an item was renumbered. */
#ifndef REPORT_RENUMBERED_H
#define REPORT_RENUMBERED_H

#include "build.h"
#include "store/part.h"

/* Gives the nodes of a part the keys that they have in a report now. Facts are loaded. */
void renumbered_keys(struct report *report, const struct part_row *part, struct document *document);

#endif
