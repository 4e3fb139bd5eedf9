/* SPDX-License-Identifier: MIT */
/* What the Chair concluded on an item (conventions 3, CONC-1). Private. */
#ifndef REPORT_CONCLUSIONS_H
#define REPORT_CONCLUSIONS_H

#include "build.h"

/* At the end of an item: one paragraph with all of it, if there is any. */
void conclusions_add(struct report *report, const struct outline_entry *entry);

#endif
