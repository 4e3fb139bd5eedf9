/* SPDX-License-Identifier: MIT */
/* See one_report.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "one_report.h"

void report_log(int count)
{
	static const char *const names[] = {"Canada", "Benin", "Pakistan", "Spain", "Zimbabwe"};
	struct str line;

	str_init(&line);
	for (int i = 0; i < count; i++) {
		str_reset(&line);
		str_addf(&line, "statement add %s --item 3 --note 'asked for thing number %d'",
			names[i % 5], i);
		fixture_do(&screen.fixture, line.text);
	}
	str_clear(&line);
}

int report_set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	fixture_do(&screen.fixture, "meeting open");
	fixture_do(&screen.fixture, "item open 3");
	report_log(20);
	screen_draw(&screen);
	return 0;
}

void report_open_at(int down)
{
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "] ] ]");
	for (int i = 0; i < down; i++)
		screen_keys(&screen, "j");
}

void report_select_gap(const char *beginning)
{
	screen_keys(&screen, "Home");
	for (int i = 0; i < 20; i++) {
		if (strncmp(screen_cursor_row(&screen), beginning, strlen(beginning)) == 0)
			return;
		screen_keys(&screen, "Down");
	}
	fail_msg("nothing that is missing begins with: %s", beginning);
}
