/* SPDX-License-Identifier: MIT */
/* The one desk of a test. */
#include "one_desk.h"

struct fixture fixture;

int desk_set_up(void **state)
{
	(void)state;
	fixture_open(&fixture);
	return 0;
}

int desk_set_up_item_3(void **state)
{
	desk_set_up(state);
	does("meeting open --at 10:00");
	does("item open 3 --at 10:00");
	return 0;
}

int desk_tear_down(void **state)
{
	(void)state;
	fixture_close(&fixture);
	return 0;
}

void does(const char *line)
{
	fixture_do(&fixture, line);
}
