/* SPDX-License-Identifier: MIT */
/*
 * No two statements of one meeting overlap unless one interrupts the other: then the
 * time is that of the one inside, and the mark is the interruption of the one around
 * it. Every row that puts a statement to a time comes by here.
 */
#include "overlap.h"

#include <string.h>

#include "queue.h"
#include "store/correction.h"

const char *overlap_when(struct call *call, const struct statement_row *row)
{
	const char *from = queue_clock(call, row->started);

	return row->stopped ? arena_printf(&call->arena, "from %s to %s", from,
				      queue_clock(call, row->stopped))
			    : arena_printf(&call->arena, "since %s", from);
}

static bool lies_in(const struct statement_row *inner, const struct statement_row *outer)
{
	return inner->stopped && outer->started < inner->started &&
	       (!outer->stopped || inner->stopped < outer->stopped);
}

static bool is_point(const struct statement_row *row)
{
	return strcmp(row->kind, "point_of_order") == 0;
}

static bool refuse(struct call *call, const struct statement_row *other, struct err *err)
{
	return err_set(err, ERR_USAGE, "s%d %s %s the floor %s: say other times", other->number,
		other->name, other->stopped ? "had" : "has had", overlap_when(call, other));
}

/* One of the two is marked as interrupted by the other, or it is refused. */
static bool settle_one(struct call *call, const struct statement_row *own,
	const struct statement_row *other, struct err *err)
{
	struct store *store = call->desk->store;
	bool inside = lies_in(own, other);

	if (inside && (is_point(own) || call_given(call, "interrupts")))
		return store_statement_interrupts(store, own->id, other->id, err);
	if (is_point(other) && lies_in(other, own))
		return store_statement_interrupts(store, other->id, own->id, err);
	if (!inside)
		return refuse(call, other, err);
	return call_ask(call, err, "interrupts",
		"s%d %s %s the floor %s: did this interrupt that speech?", other->number,
		other->name, other->stopped ? "had" : "has had", overlap_when(call, other));
}

bool overlap_settle(struct call *call, int64_t statement, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_row own, other;
	int64_t before = 0;

	while (store_statement_clash(store, statement, &call->arena, &other)) {
		if (other.id == before || !store_statement(store, statement, &call->arena, &own))
			return refuse(call, &other, err);
		before = other.id;
		if (!settle_one(call, &own, &other, err))
			return false;
	}
	return store_interruptions_fit(store, statement, err);
}
