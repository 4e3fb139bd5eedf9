/* SPDX-License-Identifier: MIT */
/* The words of the Chair under construction, shared by script.c (the meeting and its
 * decisions) and script_floor.c (who speaks). Private. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "facts.h"
#include "formula.h"
#include "report/report.h"
#include "store/floor.h"
#include "store/limit.h"

struct script {
	struct store *store;
	int64_t session, now;
	const struct rules *rules;
	struct arena arena;
	struct facts facts;
	struct document *document;
	struct str bodies; /* "the Working Group" */
	bool sitting;
	struct meeting_row meeting;
	bool on_item;
	struct item_row item;
	bool speaking, paused;
	struct statement_row speaker; /* or whose speech was paused */
	struct request_row *waiting;
	size_t waiting_count;
	struct limits limits;
};

/* Adds a heading, what it is for, and the formula below it. */
void script_say(const struct script *script, const char *when, const char *formula,
	const struct formula_field *fields);
bool script_is(const char *kind, const char *wanted);

/* --- script_floor.c --- */

/* Of who has the floor: over the time, a ruling to be given, thanks. */
void script_speaker(struct script *script);
/* Who comes next, by what it is for. */
void script_next(struct script *script);
/* The limits that hold for statements on the item, if there are any. */
void script_limits(struct script *script, const char *when);
/* The list read out, to be closed. */
void script_list(struct script *script);

#endif
