/* SPDX-License-Identifier: MIT */
/* Groups: who belongs to them, and for whom a statement was made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/floor.h"
#include "store/group.h"
#include "store/agenda.h"
#include "store/participant.h"
#include "support/command/one_desk.h"

static size_t members_of(const char *group)
{
	size_t count, members = 0;
	struct group_row *rows =
		store_groups(fixture.store, fixture.desk.session, &fixture.arena, &count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].list_name, group) == 0)
			members = (size_t)rows[i].members;
	return members;
}

static int64_t statement(int number)
{
	return store_statement_find(fixture.store, fixture.desk.session, number);
}

static size_t spoke_for(int number)
{
	size_t count;

	store_statement_members(fixture.store, statement(number), &fixture.arena, &count);
	return count;
}

static void a_session_of_2012_has_its_groups_with_the_members_of_2012(void **state)
{
	(void)state;
	assert_int_equal(members_of("European Union"), 27);
	assert_int_equal(members_of("African Group"), 54);
	assert_int_equal(members_of("Asia-Pacific Group"), 54);
	assert_int_equal(members_of("Arab Group"), 22);
}

static void members_come_and_go(void **state)
{
	(void)state;
	assert_string_equal(fixture_do(&fixture, "group add 'Friends of Springs' can, zim --guest"),
		"Canada, Zimbabwe put into the Friends of Springs (2 members)");
	assert_string_equal(fixture_do(&fixture, "group add friends canada, chad"),
		"Chad put into the Friends of Springs (3 members)");
	assert_string_equal(fixture_do(&fixture, "group add friends chad"),
		"Friends of Springs: all of these are members already (3 members)");
	assert_string_equal(fixture_do(&fixture, "group remove friends chad"),
		"Chad taken out of the Friends of Springs (2 members)");
	assert_string_equal(fixture_refused(&fixture, "group add canada chad"),
		"Canada is a State, and no group");
	assert_string_equal(fixture_refused(&fixture, "group add friends friends"),
		"Friends of Springs is no member of itself");
}

static void a_statement_keeps_for_whom_it_was_made(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "item open 2");
	fixture_do(&fixture, "floor request cyprus --for eu");
	fixture_do(&fixture, "floor give");
	assert_int_equal(spoke_for(1), 27);
	fixture_do(&fixture, "group remove eu austria");
	assert_int_equal(spoke_for(1), 27);
	fixture_do(&fixture, "statement add cyprus --for eu --item 2");
	assert_int_equal(spoke_for(2), 26);
	/* Another speaker or another time is no other group. */
	fixture_do(&fixture, "statement edit s1 --name malta --for eu --kind reply");
	assert_int_equal(spoke_for(1), 27);
	fixture_do(&fixture, "statement edit s1 --for 'arab group'");
	assert_int_equal(spoke_for(1), 22);
	fixture_do(&fixture, "undo");
	assert_int_equal(spoke_for(1), 27);
	fixture_do(&fixture, "statement edit s1 --for ''");
	assert_int_equal(spoke_for(1), 0);
	fixture_do(&fixture, "statement delete s2");
	fixture_do(&fixture, "undo");
	assert_int_equal(spoke_for(2), 26);
}

static void who_was_spoken_for_stays_on_the_roster(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "group add 'Friends of Springs' 'Harbour Watch', can --guest");
	fixture_do(&fixture, "statement add can --for friends --item 2");
	assert_string_equal(fixture_refused(&fixture, "participant remove 'Harbour Watch'"),
		"Harbour Watch cannot be removed: a statement of a group was made for it too");
	assert_string_equal(fixture_refused(&fixture, "participant remove friends"),
		"Friends of Springs cannot be removed: a statement of the record is its own");
	fixture_do(&fixture, "statement delete s1");
	fixture_do(&fixture, "participant remove friends");
	assert_true(store_check(fixture.store, false, &fixture.err));
}

/* A session from before there were groups. */
static void forget_groups(void)
{
	static const char *const groups[] = {"European Union", "African Group",
		"Asia-Pacific Group", "Eastern European Group",
		"Group of Latin American and Caribbean States", "Western European and Others Group",
		"Group of 77 and China", "Arab Group", "Organization of Islamic Cooperation",
		"Movement of Non-Aligned Countries", "Least developed countries",
		"Landlocked developing countries"};

	size_t count;
	int64_t union_id, *ids;
	struct participant_row row;

	for (size_t i = 1; i < sizeof groups / sizeof groups[0]; i++)
		fixture_do(&fixture,
			arena_printf(&fixture.arena, "participant remove '%s'", groups[i]));
	union_id = store_groups(fixture.store, fixture.desk.session, &fixture.arena, &count)[0].id;
	ids = store_group_members(fixture.store, union_id, &fixture.arena, &count);
	for (size_t i = 0; i < count; i++) {
		assert_true(store_participant(fixture.store, ids[i], &fixture.arena, &row));
		fixture_do(&fixture,
			arena_printf(&fixture.arena, "group remove eu '%s'", row.list_name));
	}
}

static void an_old_session_takes_its_groups_when_one_is_needed(void **state)
{
	(void)state;
	forget_groups();
	assert_string_equal(fixture_refused(&fixture, "group show"),
		"no group has members in this session: group load, or group add");
	fixture_do(&fixture, "meeting open");
	assert_string_equal(
		fixture_refused(&fixture, "statement add mali --for 'arab group' --item 2"),
		"no participant is called 'arab group', and this session has no groups yet: "
		"group load puts them on the roster");
	fixture_do(&fixture, "statement add cyprus --for eu --item 2");
	assert_int_equal(spoke_for(1), 27);
	assert_int_equal(members_of("African Group"), 54);
	fixture_do(&fixture, "undo");
	assert_int_equal(members_of("African Group"), 0);
	assert_string_equal(
		fixture_do(&fixture, "group load"), "12 groups of States put on the roster");
	assert_string_equal(
		fixture_refused(&fixture, "group load"), "every group has its members already");
}

static void a_copy_of_a_session_has_the_groups_and_for_whom_was_spoken(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "statement add cyprus --for eu --item 2");
	fixture_do(&fixture, "session copy copied --record");
	fixture.desk.session = store_session_find(fixture.store, "copied");
	assert_true(desk_take_session(&fixture.desk, fixture.desk.session, &fixture.err));
	assert_int_equal(members_of("European Union"), 27);
	assert_int_equal(spoke_for(1), 27);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_session_of_2012_has_its_groups_with_the_members_of_2012),
		TEST(members_come_and_go),
		TEST(a_statement_keeps_for_whom_it_was_made),
		TEST(who_was_spoken_for_stays_on_the_roster),
		TEST(an_old_session_takes_its_groups_when_one_is_needed),
		TEST(a_copy_of_a_session_has_the_groups_and_for_whom_was_spoken),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
