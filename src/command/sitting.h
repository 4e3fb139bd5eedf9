/* SPDX-License-Identifier: MIT */
/* What the rows about meetings share. Private to the command layer; the words are in
 * the call's arena. */
#ifndef SITTING_H
#define SITTING_H

#include "command/command.h"
#include "store/meeting.h"

const char *sitting_clock(struct call *call, int64_t at);   /* 10.07 a.m. */
const char *sitting_ordinal(struct call *call, int number); /* 2nd */
/* Adds "2nd meeting (1st of the Working Group on Lakes)" to the reply. */
void sitting_say(struct call *call, const struct meeting_row *row);

bool sitting_find(struct call *call, int64_t id, struct meeting_row *row); /* false: none */
/* The one with the number; false, with a sentence, if there is none. */
bool sitting_numbered(struct call *call, int64_t number, struct meeting_row *row, struct err *err);
/* When it was opened, suspended or resumed last, or somebody took the chair. */
int64_t sitting_last(struct call *call, const struct meeting_row *row);
/* Now; or `last`, where the machine's clock was set back behind it. An instant that the
 * secretary gave (--at) stays as it is. */
int64_t sitting_now(const struct call *call, int64_t last);

/* False, with a sentence, if the meeting after it was open then: a meeting that is logged
 * afterwards ends before that. */
bool sitting_fits(struct call *call, const struct meeting_row *row, int64_t at, struct err *err);

/* Notes a pause of a meeting that is over: the options "from" and "to" of the call. */
bool sitting_note_pause(struct call *call, struct err *err);

#endif
