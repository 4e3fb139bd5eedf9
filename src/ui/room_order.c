/* SPDX-License-Identifier: MIT */
/*
 * Who was moved on the speakers' list: whoever stands elsewhere than the rules and the
 * order of asking have it. One that is moved makes all others stand elsewhere too, so
 * those are told who must go back for the rest to be in order: as few as can be, which
 * are all but the longest run that is in order now.
 */
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "model/rules.h"
#include "room.h"

struct turn {
	int turn;
	int64_t id;
	size_t place;
};

static int by_rules(const void *a, const void *b)
{
	const struct turn *one = a, *other = b;

	if (one->turn != other->turn)
		return one->turn < other->turn ? -1 : 1;
	return (one->id > other->id) - (one->id < other->id);
}

static bool was_absent(const struct request_row *request)
{
	return strcmp(request->state, "absent") == 0;
}

/* For each place the one that the rules have for who stands there. */
static int *places_by_rules(const struct room *room, struct app *app, struct arena *arena)
{
	const struct rules *rules = desk_rules(app_desk(app));
	size_t count = room->queue.count;
	struct turn *turns = arena_alloc(arena, (count + 1) * sizeof *turns);
	int *places = arena_alloc(arena, (count + 1) * sizeof *places);

	for (size_t i = 0; i < count; i++) {
		const struct request_row *r = &room->requests[i];
		enum rules_class class =
			rules_class_of(r->participant_kind, r->status, r->on_behalf != 0);
		turns[i] = (struct turn){
			rules_turn(rules, r->kind, class, was_absent(r), r->late), r->id, i};
	}
	qsort(turns, count, sizeof *turns, by_rules);
	for (size_t i = 0; i < count; i++)
		places[turns[i].place] = (int)i + 1;
	return places;
}

/* Takes the marks off the longest run in order; of equal ones off the one that stands
 * lowest, so that who was moved up is told and not whom it passed. Who was absent when
 * called has been put where it stands. */
static void leave_ordered(const struct room *room, int *places, struct arena *arena)
{
	size_t count = room->queue.count, length = 0;
	size_t *ends = arena_alloc(arena, (count + 1) * sizeof *ends);
	size_t *before = arena_alloc(arena, (count + 1) * sizeof *before);

	for (size_t i = 0; i < count; i++) {
		size_t low = 0, high = length;
		if (was_absent(&room->requests[i])) {
			places[i] = 0;
			continue;
		}
		while (low < high) {
			size_t middle = (low + high) / 2;
			if (places[ends[middle]] < places[i])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low > 0 ? ends[low - 1] : count;
		ends[low] = i;
		length += low == length;
	}
	for (size_t i = length > 0 ? ends[length - 1] : count; i < count; i = before[i])
		places[i] = 0;
}

void room_order_load(struct room *room, struct app *app)
{
	struct arena arena;

	arena_init(&arena);
	room->moved = places_by_rules(room, app, &room->arena);
	leave_ordered(room, room->moved, &arena);
	arena_clear(&arena);
}
