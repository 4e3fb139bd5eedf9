/* SPDX-License-Identifier: MIT */
/* The one scene of a test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "one_scene.h"

struct scene scene;

int scene_tear_down(void **state)
{
	(void)state;
	scene_clear(&scene);
	return 0;
}

void begin_2012(void)
{
	scene_2012(&scene);
	scene_begin(&scene);
}

void expect(const char *words)
{
	scene_expect(&scene, words);
}

void expect_none(const char *words)
{
	if (scene_contains(&scene, words))
		fail_msg("in the report: %s", words);
}

void compare_format(const char *name, const char *format)
{
	char *report = scene_report(&scene, format);

	scene_golden(name, format, report);
	free(report);
}

void compare(const char *name)
{
	compare_format(name, "text");
	compare_format(name, "markdown");
}
