/* SPDX-License-Identifier: MIT */
/* What the rows that amend the agenda and the organization of work share. */
#ifndef AMEND_H
#define AMEND_H

#include "command/command.h"
#include "store/agenda.h"
#include "store/agenda_change.h"

#define PARAM_REASON                                                         \
	{                                                                    \
		"reason", ARG_LINE, .option = true, .prompt = "Why, if said" \
	}
#define PARAM_CORRECTION                                                                        \
	{                                                                                       \
		"correction", ARG_FLAG, .option = true,                                         \
					.prompt = "A correction, not a decision of the meeting" \
	}

/* The agenda as it is inside the change, read anew. */
struct items {
	struct item_row *rows;
	size_t count;
};
struct items amend_items(struct call *call);
const struct item_row *amend_item(const struct items *items, int64_t id); /* NULL: not there */
/* The place of an item among its siblings, from 1. */
int amend_place(const struct items *items, const struct item_row *item);

/* "after 8" or, first in its list, "before 2"; NULL if it is alone. */
const char *amend_where(struct call *call, const struct items *items, const struct item_row *item);

/* Writes the trace: who, when, in which meeting and why are those of the call. */
bool amend_trace(struct call *call, const struct agenda_change *change, struct err *err);
/* That of an item: its number and title go with it. */
bool amend_trace_item(struct call *call, const char *kind, const struct item_row *item,
	const char *before, const char *after, struct err *err);

/* "Wed 17 Oct, 3-6 p.m." */
const char *amend_slot_words(struct call *call, const struct slot_row *slot);

#endif
