/* SPDX-License-Identifier: MIT */
/* Days that a title names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/dated.h"

static void assert_names(const char *text, const char *days)
{
	size_t start, length;

	if (!dated_find(text, &start, &length))
		fail_msg("no day in \"%s\"", text);
	if (strlen(days) != length || strncmp(text + start, days, length) != 0)
		fail_msg("\"%.*s\" in \"%s\"", (int)length, text + start, text);
}

static void days_with_their_month_and_year_are_found(void **state)
{
	(void)state;
	assert_names("the meeting held on 19 and 20 October 2010", "19 and 20 October 2010");
	assert_names("from 3-6 June, in Geneva", "3-6 June");
	assert_names("on 3, 4 and 12 May 2019", "3, 4 and 12 May 2019");
	assert_names("31 May", "31 May");
	assert_names("adopted in October 2010 by", "October 2010");
	assert_names("on October 8, 2010, in", "October 8, 2010");
}

static void what_is_no_day_is_not(void **state)
{
	static const char *const none[] = {"", "The May Declaration", "in 2010", "resolution 5/6",
		"May", "Maybe 20 of them", "the March", "20 Octobers", "12"};
	size_t start, length;

	(void)state;
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
		if (dated_find(none[i], &start, &length))
			fail_msg("a day in \"%s\"", none[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_with_their_month_and_year_are_found),
		cmocka_unit_test(what_is_no_day_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
