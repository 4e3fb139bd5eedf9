/* SPDX-License-Identifier: MIT */
/* For tests that need no more than one screen: its end after each test of cmocka. */
#ifndef SUPPORT_UI_ONE_SCREEN_H
#define SUPPORT_UI_ONE_SCREEN_H

#include "screen.h"

extern struct screen screen;

/* A new one of 80x24 in a meeting that has taken up item 2. */
int screen_set_up_on_item_2(void **state);
int screen_tear_down(void **state);

#endif
