/* SPDX-License-Identifier: MIT */
/* The one screen of a test. */
#include "one_screen.h"

struct screen screen;

int screen_set_up_on_item_2(void **state)
{
	(void)state;
	screen_open_on_item_2(&screen);
	return 0;
}

int screen_tear_down(void **state)
{
	(void)state;
	screen_close(&screen);
	return 0;
}
