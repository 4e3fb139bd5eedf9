/* SPDX-License-Identifier: MIT */
/* For tests that need no more than the session of the fixture: a new one before each test
 * of cmocka, as its state, and its end. */
#ifndef SUPPORT_STORE_ROOM_H
#define SUPPORT_STORE_ROOM_H

#include "fixture.h"

struct room {
	struct store *store;
	struct arena arena;
	int64_t session, item; /* item 2 */
};

int room_set_up(void **state);
int room_tear_down(void **state);

#endif
