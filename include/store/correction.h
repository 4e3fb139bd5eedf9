/* SPDX-License-Identifier: MIT */
/*
 * Corrections of what the floor has logged: one statement that was two, two that were
 * one, one inside another, one at another time. Time is kept: what the spans of the
 * statements add up to is the same before and after a split or a merge.
 */
#ifndef STORE_CORRECTION_H
#define STORE_CORRECTION_H

#include "store/floor.h"

/*
 * Splits a statement at an instant at which it had begun and had not ended: what its
 * spans have from then on is a statement of its own, in the capacity of `second`
 * (participant, on_behalf, person, kind; all else is that of the first), which gets the
 * next number. Interruptions go with their half; a pause in which it was split is in
 * neither. If it has the floor the second one has it now, and the request of the first
 * has been heard. The note and a ruling stay with the first. Returns the id; 0 on
 * failure.
 */
int64_t store_statement_split(struct store *store, int64_t statement, int64_t at,
	const struct statement_new *second, int *number, struct err *err);

/*
 * Makes two statements of one item that do not overlap one, which keeps the number and
 * the capacity of `into`: spans of both, and points of both in the order of time; what
 * lies between is an interruption. Who asked for `from` has been heard with `into`, or,
 * if that has a request of its own, has withdrawn. A ruling goes with it.
 */
bool store_statement_merge(struct store *store, int64_t into, int64_t from, struct err *err);

/* Moves all of its spans and pauses by milliseconds; it interrupts nobody any more. */
bool store_statement_shift(struct store *store, int64_t statement, int64_t by, struct err *err);

/* The first statement of the same meeting that was being made when this one was, or
 * that went on before and after a piece of it, and it of that; false = none. A
 * statement that lies in an interruption of another one is no such. */
bool store_statement_clash(
	struct store *store, int64_t statement, struct arena *arena, struct statement_row *row);

/* Were two statements being made at the same time, of whatever meetings? */
bool store_statements_overlap(struct store *store, int64_t one, int64_t other);

/* A statement lies in another one that began before it and went on after it: the time
 * is that of the inner one, and the outer one is marked as interrupted by it. */
bool store_statement_interrupts(struct store *store, int64_t inner, int64_t outer, struct err *err);

/* It was moved in time: what it does not interrupt any more is a pause, and it has none
 * but between its spans. */
bool store_interruptions_fit(struct store *store, int64_t statement, struct err *err);

/* The place in its note, from 1, of the point with that number; 0 = it is not there. */
int store_point_place(struct store *store, int64_t statement, int number);
/* Moves its points from a place on, in their order, to the end of another note. */
bool store_points_move(struct store *store, int64_t from, int place, int64_t to, struct err *err);

#endif
