/* SPDX-License-Identifier: MIT */
/* Which name was valid when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/roster.h"

static struct roster_name turkey[] = {
	{.list = "Turkey", .until = "2022-05-30"}, {.list = "Türkiye", .from = "2022-05-31"}};
static struct roster_name south_sudan[] = {{.list = "South Sudan"}};

static void check(const struct roster_entry *entry, const char *date, const char *list)
{
	const struct roster_name *name = roster_name_on(entry, date);

	if (!list) {
		assert_null(name);
		return;
	}
	assert_non_null(name);
	assert_string_equal(name->list, list);
}

static void a_state_has_the_name_of_its_day(void **state)
{
	const struct roster_entry entry = {.names = turkey, .name_count = 2};

	(void)state;
	check(&entry, "2012-10-17", "Turkey");
	check(&entry, "2022-05-30", "Turkey");
	check(&entry, "2022-05-31", "Türkiye");
	check(&entry, NULL, "Türkiye");
}

static void a_state_that_was_not_there_has_none(void **state)
{
	const struct roster_entry entry = {
		.member = "2011-07-14", .names = south_sudan, .name_count = 1};
	const struct roster_entry nameless = {.code = "XX"};

	(void)state;
	check(&entry, "2010-10-19", NULL);
	check(&entry, "2011-07-14", "South Sudan");
	check(&entry, NULL, "South Sudan");
	check(&nameless, "2012-10-17", NULL);
}

static void a_cleared_roster_is_empty(void **state)
{
	struct roster roster;

	(void)state;
	roster_init(&roster);
	roster.entries = arena_alloc(&roster.arena, sizeof(*roster.entries));
	roster.entry_count = 1;
	roster_clear(&roster);
	assert_int_equal(roster.entry_count, 0);
	assert_null(roster.entries);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_state_has_the_name_of_its_day),
		cmocka_unit_test(a_state_that_was_not_there_has_none),
		cmocka_unit_test(a_cleared_roster_is_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
