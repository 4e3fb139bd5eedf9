/* SPDX-License-Identifier: MIT */
/* The session of the fixture, for one test. */
#include <stdlib.h>

#include "base/mem.h"
#include "room.h"

int room_set_up(void **state)
{
	struct room *room = mem_alloc(sizeof *room);

	room->store = fixture_store();
	room->session = fixture_session(room->store);
	room->item = fixture_item(room->store, room->session, "2");
	arena_init(&room->arena);
	*state = room;
	return 0;
}

int room_tear_down(void **state)
{
	struct room *room = *state;

	store_free(room->store);
	arena_clear(&room->arena);
	free(room);
	return 0;
}
