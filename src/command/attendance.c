/* SPDX-License-Identifier: MIT */
/* Presence comes by id, names in the order of lists: here they are put together. */
#include <stdlib.h>

#include "cache.h"
#include "command/attendance.h"
#include "store/presence.h"

static int by_participant(const void *a, const void *b)
{
	int64_t one = ((const struct presence_row *)a)->participant;
	int64_t other = ((const struct presence_row *)b)->participant;

	return (one > other) - (one < other);
}

void attendance_load(
	struct desk *desk, int64_t meeting, struct arena *arena, struct attendance *attendance)
{
	struct quorum_count quorum;
	size_t seen;
	struct presence_row *all =
		store_presence(desk->store, desk->session, meeting, arena, &seen);

	attendance->rows = cache_participants(desk, &attendance->count);
	attendance->here = arena_alloc(arena, attendance->count + 1);
	quorum_begin(&quorum, desk_rules(desk));
	for (size_t i = 0; i < attendance->count; i++) {
		const struct participant_row *row = &attendance->rows[i];
		struct presence_row wanted = {.participant = row->id};
		const struct presence_row *found =
			seen ? bsearch(&wanted, all, seen, sizeof wanted, by_participant) : NULL;
		attendance->here[i] = found && found->here;
		quorum_add(
			&quorum, row->kind, row->status, found && found->seen, attendance->here[i]);
	}
	quorum_end(&quorum, &attendance->quorum);
}
