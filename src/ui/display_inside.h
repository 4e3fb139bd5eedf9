/* SPDX-License-Identifier: MIT */
/* What the room's screen shows, shared by the file that reads it (display_read.c) and the
 * one that draws it and takes keys (view_display.c). Private to the two. */
#ifndef UI_DISPLAY_INSIDE_H
#define UI_DISPLAY_INSIDE_H

#include "store/agenda.h"
#include "store/floor.h"
#include "store/meeting.h"
#include "ui/display.h"

struct text_row {
	int64_t id, changed;
	const char *label, *text; /* marked: what is proposed to it stands in it */
	const char
		*behind;   /* new paragraphs, and what is proposed to amendments, a line each; "" */
	const char *whose; /* body, where more than one has texts; NULL */
	bool numbered;     /* its set has figures */
};

struct display {
	struct arena arena;
	const char *problem; /* instead of all that follows; NULL = none */
	struct session_row session;
	bool sitting;
	struct meeting_row meeting;
	const char *slot; /* that comes, in words; NULL = none */
	bool on_item;
	struct item_row item;
	bool speaking, paused;
	struct statement_row speaker; /* who has the floor, or had it when it was paused */
	int limit;                    /* of the speech in seconds; 0 = none */
	bool closed;                  /* the list */
	struct request_row *next;
	size_t next_count;
	int64_t waiting;
	struct text_row *texts; /* as the paper that the room has */
	size_t text_count;
	/* What the person at it has chosen, since the secretary last told it what to show. */
	int64_t told;
	bool in_text, keys;
	int64_t chosen; /* text; 0 = the one changed last */
	size_t top;     /* its first line shown */
};

#endif
