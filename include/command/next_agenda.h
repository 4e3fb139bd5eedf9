/* SPDX-License-Identifier: MIT */
/* The agenda of the next session, as it is asked for in words: by a command or a verb. */
#ifndef COMMAND_NEXT_AGENDA_H
#define COMMAND_NEXT_AGENDA_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "model/agenda.h"

struct next_request { /* as typed; NULL: not said */
	const char *id, *from, *to, *place;
	const char *carry; /* "all", "open", "none" or items; NULL: open, all where none is known */
	const char *with;  /* another agenda file, or a workplan */
	const char *take;  /* which of its items; NULL: all. Of a workplan the number of the
			    * session; NULL: that of the year */
	bool annotations;  /* of what is carried over, kept */
};

struct next_from {
	const struct agenda *agenda;
	const bool *open;  /* which of its items are unfinished; NULL: not known */
	const bool *added; /* which were added while it was held; NULL: not known */
};

/* Makes it of an old one; `next` is initialised and empty. Adds to said what became of it, in
 * a line, and to review what of the items carried over is worth a look: "item 2 names 19 and
 * 20 October 2010, item 9 was added in session", or nothing. ERR_USAGE for what is no name, no date,
 * no item, or more than two months; else what reading the file says. */
bool next_agenda(const struct next_request *request, const struct next_from *from,
	struct agenda *next, struct str *said, struct str *review, struct err *err);

/* What is known of the items of a session, beside those of its agenda as read from the
 * store (store/agenda_held.h); in the arena. */
struct agenda_held;
struct store;
struct arena;
struct next_from next_agenda_from(
	struct store *store, const struct agenda_held *held, struct arena *arena);

#endif
