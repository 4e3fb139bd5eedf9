/* SPDX-License-Identifier: MIT */
/* See one_part.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "one_part.h"

int parts_set_up(void **state)
{
	desk_set_up_item_3(state);
	does("floor give can --at 10:05");
	does("statement note s1 'asked for model laws'");
	does("floor give ben --at 10:10");
	does("statement note s2 'reported on a new strategy'");
	does("floor end --at 10:20");
	does("recommendation propose 'Urges States to act' --item 3");
	does("recommendation adopt r1");
	return 0;
}

void assert_has(const char *text, const char *words)
{
	if (!strstr(text, words))
		fail_msg("\"%s\" is not in\n%s", words, text);
}

void assert_lacks(const char *text, const char *words)
{
	if (strstr(text, words))
		fail_msg("\"%s\" is in\n%s", words, text);
}

void parts_go_on(void)
{
	does("meeting close --at 13:00");
	does("meeting open --at 15:00");
	does("floor give zim --item 3 --at 15:05");
	does("statement note s3 'agreed with that'");
	does("floor end --at 15:10");
	does("recommendation propose 'Requests the Secretariat to report' --item 3");
	does("recommendation adopt r2");
}
