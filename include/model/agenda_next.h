/* SPDX-License-Identifier: MIT */
/*
 * The agenda of a body's next session, made from that of one it held: what is on every
 * agenda stays (opening, adoption of the agenda, other matters, adoption of the report),
 * and of the others what is carried over, also from another file: a body's multi-year
 * workplan is one with the items of that year.
 */
#ifndef MODEL_AGENDA_NEXT_H
#define MODEL_AGENDA_NEXT_H

#include "base/err.h"
#include "model/agenda.h"

/* What a meeting is for as long as nothing is planned for it. */
#define AGENDA_UNPLANNED "To be planned"

/* Which items of an agenda, by index: item_count of them. */
struct agenda_choice {
	const struct agenda *agenda; /* NULL: none */
	const bool *items;
};

/* Sets them from "all", "none", "open", or references between commas, "2, 5 (a)": an item
 * with all that is under it, a sub-item with those above it. What is on every agenda is
 * not counted among all. `open` has those that are unfinished, or is NULL: then all are.
 * ERR_USAGE for a reference that names none. */
bool agenda_choose(const struct agenda *agenda, const char *list, const bool *open, bool *items,
	struct err *err);

struct agenda_next {
	const char *id, *from, *to; /* dates */
	const char *place;          /* NULL: as before */
	bool annotations;           /* of what is carried over */
	struct agenda_choice carried, other;
};

/* `next` is initialised and empty; all of it is its own afterwards. Numbered from 1, no
 * documents, no officers; the organization of work has the meetings of the days, at the
 * hours of the one before, with nothing planned but what is first and last. */
void agenda_next_make(const struct agenda_next *wanted, struct agenda *next);

#endif
