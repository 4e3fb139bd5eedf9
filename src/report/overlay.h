/* SPDX-License-Identifier: MIT */
/* What people wrote, laid over what was generated (design, "Report: two layers"). */
#ifndef REPORT_OVERLAY_H
#define REPORT_OVERLAY_H

#include "build.h"

/* Behind the last section, before anything is numbered: puts the texts of people in the
 * place of those that were generated, and the paragraphs that they wrote where they belong;
 * what is generated from no source any more stays, under its heading. */
void overlay_apply(struct report *report);
/* Once all is numbered: {para g41}, and what build_number left, become the numbers. */
void overlay_refer(struct report *report);

#endif
