/* SPDX-License-Identifier: MIT */
/* For tests that need no more than one scene at a time, and what they say of its report. */
#ifndef SUPPORT_REPORT_ONE_SCENE_H
#define SUPPORT_REPORT_ONE_SCENE_H

#include "scene.h"

extern struct scene scene;

int scene_tear_down(void **state); /* of cmocka */

/* The scene is that of 2012, with a change begun. */
void begin_2012(void);
/* The report has these words; has not. */
void expect(const char *words);
void expect_none(const char *words);
/* It is, as text and as markdown, what the golden files of that name hold. */
void compare(const char *name);
void compare_format(const char *name, const char *format);

#endif
