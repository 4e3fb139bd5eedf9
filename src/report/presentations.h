/* SPDX-License-Identifier: MIT */
/* What was presented under an item, and who led the discussion (conventions 3, PRES). */
#ifndef REPORT_PRESENTATIONS_H
#define REPORT_PRESENTATIONS_H

#include "build.h"

/* The topic that a point of a presentation is, or NULL. */
const char *presentation_topic(const struct report *report, const struct report_said *said);
/* Counts a statement, by its first point. */
void presentation_count(struct report *report, const struct report_said *said);
/* Is the point the topic of a presentation of the Secretariat? It is told with that then. */
bool presentation_tells(struct report *report, const struct report_said *said);

/* At the end of an item: their paragraphs. */
void presentations_add(struct report *report, const struct outline_entry *entry);
void presentations_panel(struct report *report, const struct outline_entry *entry);

#endif
