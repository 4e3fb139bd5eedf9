/* SPDX-License-Identifier: MIT */
/* How a reference finds its item. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/agenda.h"

/* Two bodies: wg2 has 1, 1 (a), 2 and, with wg3, 6 and 7; wg3 has its own 1, and
 * calls the other's 7 its 3. */
static struct agenda_body bodies[] = {{.key = "wg2"}, {.key = "wg3"}};
static struct agenda_joint with_same[] = {{.body = 1}}, with_own[] = {{.body = 1, .number = "3"}};
static struct agenda_item items[] = {
	{.parent = AGENDA_NONE, .body = 0, .printed = "1"},
	{.parent = 0, .body = 0, .printed = "1 (a)"},
	{.parent = AGENDA_NONE, .body = 0, .printed = "2"},
	{.parent = AGENDA_NONE, .body = 0, .printed = "6", .joint = with_same, .joint_count = 1},
	{.parent = AGENDA_NONE, .body = 0, .printed = "7", .joint = with_own, .joint_count = 1},
	{.parent = AGENDA_NONE, .body = 1, .printed = "1"},
};

static void check(const char *reference, size_t item)
{
	struct agenda agenda;

	agenda_init(&agenda);
	agenda.bodies = bodies;
	agenda.body_count = 2;
	agenda.items = items;
	agenda.item_count = sizeof(items) / sizeof(items[0]);
	assert_int_equal(agenda_find(&agenda, reference), item);
	agenda_clear(&agenda);
	assert_int_equal(agenda.item_count, 0);
}

static void an_item_is_found_however_it_is_spelled(void **state)
{
	(void)state;
	check("1 (a)", 1);
	check("1a", 1);
	check("2", 2);
	check("item 6", 3);
}

static void a_number_of_two_bodies_needs_the_body(void **state)
{
	(void)state;
	check("1", AGENDA_NONE);
	check("wg2:1", 0);
	check("wg3:1", 5);
}

static void a_joint_item_is_found_in_both_bodies(void **state)
{
	(void)state;
	check("wg2:6", 3);
	check("wg3:6", 3);
	check("wg2:7", 4);
	check("wg3:3", 4);
	check("3", 4);
	check("wg3:7", AGENDA_NONE);
}

static void what_is_not_there_is_not_found(void **state)
{
	(void)state;
	check("9", AGENDA_NONE);
	check("wg4:1", AGENDA_NONE);
	check("wg:1", AGENDA_NONE);
	check("2 (a)", AGENDA_NONE);
	check("", AGENDA_NONE);
	check("lunch", AGENDA_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_is_found_however_it_is_spelled),
		cmocka_unit_test(a_number_of_two_bodies_needs_the_body),
		cmocka_unit_test(a_joint_item_is_found_in_both_bodies),
		cmocka_unit_test(what_is_not_there_is_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
