/* SPDX-License-Identifier: MIT */
/* The one screen with a session that has a report: an open meeting, twenty statements
 * under item 3. */
#ifndef SUPPORT_UI_ONE_REPORT_H
#define SUPPORT_UI_ONE_REPORT_H

#include "support/ui/one_screen.h"

/* For cmocka; screen_tear_down ends it. */
int report_set_up(void **state);
/* So many statements more under item 3, each with its own number. */
void report_log(int count);
/* The Report view, built, with the paragraph selected that is so far down. */
void report_open_at(int down);
/* Selects in the open list of what is missing the line that begins so; fails if there is none. */
void report_select_gap(const char *beginning);

#endif
