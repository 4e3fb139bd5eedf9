/* SPDX-License-Identifier: MIT */
/* Who says a point, in the words of the template (conventions 3.2). Private. */
#ifndef REPORT_SPEAKER_H
#define REPORT_SPEAKER_H

#include "build.h"

/* "one speaker", "another speaker", "the Chair"; with names, where the section asks for
 * them, "the representative of Canada". again: the statement has a paragraph already, "the
 * same speaker also". Good as long as the report. */
const char *speaker_phrase(struct report *report, const struct report_said *said, bool again);

#endif
