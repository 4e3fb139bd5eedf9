/* SPDX-License-Identifier: MIT */
/* The organization of work: what was planned beside what was done. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/civil.h"
#include "base/file.h"
#include "store/agenda.h"
#include "support/ui/one_screen.h"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 30, 120);
	return 0;
}

static void at(int day, int hour, int minute, const char *line)
{
	struct civil then = {2012, 10, day, hour, minute, 0};

	clock_stand_at(&screen.fixture.desk.clock, civil_ms(&then));
	screen_do(&screen, line);
}

/* The row that holds the text. */
static const char *row_with(const char *text)
{
	const char *at = strstr(screen.text.text, text);

	if (!at)
		fail_msg("\"%s\" is not on the screen:\n%s", text, screen.text.text);
	while (at > screen.text.text && at[-1] != '\n')
		at--;
	return arena_strndup(&screen.fixture.arena, at, strcspn(at, "\n"));
}

static void expect(const char *row, const char *text)
{
	if (!strstr(row_with(row), text))
		fail_msg("\"%s\" is not beside \"%s\":\n%s", text, row, screen.text.text);
}

static void days_and_hours_are_as_planned(void **state)
{
	(void)state;
	screen_keys(&screen, "4");
	screen_shows(&screen, "Wednesday, 17 October 2012");
	screen_shows(&screen, "Thursday, 18 October 2012");
	screen_shows(&screen, "10 a.m.-1 p.m.");
	screen_shows(&screen, "3-6 p.m.");
	screen_shows(&screen, "Other matters");
}

static void the_cursor_begins_at_the_slot_that_is_now(void **state)
{
	(void)state;
	at(17, 15, 30, "meeting open");
	screen_keys(&screen, "4");
	assert_non_null(strstr(screen_cursor_row(&screen), "3-6 p.m."));
	assert_non_null(strstr(screen_cursor_row(&screen), "open since 3.30 p.m."));
}

static void a_meeting_stands_beside_its_slot_with_its_hours(void **state)
{
	(void)state;
	at(17, 10, 7, "meeting open");
	at(17, 12, 58, "meeting close");
	screen_keys(&screen, "4");
	expect("10 a.m.-1 p.m.", "1st meeting, 10.07 a.m.-12.58 p.m.");
	screen_shows(&screen, "  7 min late");
}

static void a_meeting_says_how_it_went(void **state)
{
	(void)state;
	screen_do(&screen, "officer add Chair 'Ana Beispiel' --country Uruguay --body wg2");
	at(17, 10, 0, "meeting open");
	at(17, 11, 30, "meeting suspend");
	screen_keys(&screen, "4");
	expect("  10 a.m.-1 p.m.", "1st meeting, suspended since 11.30 a.m.");
	screen_shows(&screen, "1st meeting suspended  11:30");
	screen_shows(&screen, "R resume");
	at(17, 11, 45, "meeting resume");
	at(17, 12, 0, "meeting chair 'C. Sample' --role Vice-Chair");
	at(17, 13, 0, "meeting close");
	screen_draw(&screen);
	expect("  10 a.m.-1 p.m.", "1st meeting, 10 a.m.-1 p.m.");
	screen_lacks(&screen, "late");
	screen_lacks(&screen, "R resume");
	screen_shows(&screen, "suspended 11.30-11.45 a.m.");
	screen_keys(&screen, "Down");
	screen_keys(&screen, "Down");
	screen_shows(&screen, "Chair: Ana Beispiel (Uruguay); from noon Vice-Chair: C. Sample");
	screen_keys(&screen, "F9");
	screen_lacks(&screen, "Beispiel");
}

static void a_joint_meeting_has_its_other_number_below_it(void **state)
{
	(void)state;
	at(18, 10, 0, "meeting open");
	screen_keys(&screen, "4");
	expect("open since 10 a.m.", "1st meeting");
	screen_lacks(&screen, "of the Working Group on International");
	at(18, 13, 0, "meeting close");
	at(18, 15, 0, "meeting open");
	screen_do(&screen, "item open 6");
	screen_draw(&screen);
	screen_lacks(&screen, "of the Working Group on International");
	screen_do(&screen, "meeting edit --body wg3 --counts-as 5");
	screen_draw(&screen);
	screen_shows(&screen, "5th of the Working Group on International");
}

static void a_meeting_that_nobody_planned_stands_at_the_end(void **state)
{
	(void)state;
	at(17, 20, 0, "meeting open");
	screen_keys(&screen, "4");
	screen_shows(&screen, "Meetings in no slot");
	expect("  Wed 17 Oct  ", "1st meeting, open since 8 p.m.");
}

static void items_say_what_became_of_them(void **state)
{
	(void)state;
	at(17, 10, 7, "meeting open");
	screen_do(&screen, "item open '1 (a)'");
	screen_do(&screen, "item conclude '1 (a)'");
	screen_do(&screen, "item open 2");
	screen_do(&screen, "item open 8");
	screen_keys(&screen, "4");
	expect("Opening of the meeting", "✓ taken up, concluded");
	expect("Follow-up to", "✓ taken up, open now");
	expect("not planned here", "Other matters");
	at(17, 12, 58, "meeting close");
	expect("Adoption of the agenda", "not reached");
	screen_shows(&screen, "taken up in the 1st meeting");
}

static void what_stands_in_no_slot_is_listed_at_the_end(void **state)
{
	static const char agenda[] =
		"rapporteur: agenda/1\n"
		"session: {id: small, title: A small meeting, place: Vienna, "
		"from: 2012-10-17, to: 2012-10-17, timezone: Europe/Vienna}\n"
		"bodies:\n  - {id: wg, name: Working Group}\n"
		"items:\n"
		"  - {number: \"1\", title: Opening}\n"
		"  - number: \"2\"\n    title: Substance\n    items:\n"
		"      - {number: \"(a)\", title: First part}\n"
		"      - {number: \"(b)\", title: Second part}\n"
		"  - {number: \"3\", title: Forgotten}\n"
		"organization_of_work:\n"
		"  - date: 2012-10-17\n    slots:\n"
		"      - {from: \"10:00\", to: \"13:00\", items: [\"1\", \"2\"]}\n";
	struct fixture *fixture = &screen.fixture;
	const char *tmp = getenv("TMPDIR");
	const char *path = arena_printf(&fixture->arena, "%s/small.yaml", tmp ? tmp : "/tmp");

	(void)state;
	assert_true(file_write(path, agenda, strlen(agenda), NULL));
	screen_do(&screen, arena_printf(&fixture->arena, "agenda load %s", path));
	screen_keys(&screen, "4");
	screen_shows(&screen, "In no meeting yet");
	screen_shows(&screen, "Forgotten");
	/* Its sub-items are covered by item 2. */
	screen_lacks(&screen, "First part");
}

static void enter_shows_the_item_in_the_room(void **state)
{
	struct item_row item;

	(void)state;
	screen_keys(&screen, "4 End Enter");
	screen_shows(&screen, "AGENDA");
	assert_true(store_item(screen.fixture.store, screen.fixture.desk.selected.item,
		&screen.fixture.arena, &item));
	assert_string_equal(item.printed, "7");
}

static void looking_at_it_selects_nothing_else(void **state)
{
	(void)state;
	screen_keys(&screen, "Left Down Down");
	int64_t before = screen.fixture.desk.selected.item;
	assert_true(before != 0);
	screen_keys(&screen, "4 Home 1");
	assert_int_equal(screen.fixture.desk.selected.item, before);
	screen_keys(&screen, "4 5 1");
	assert_int_equal(screen.fixture.desk.selected.item, before);
}

/* The Room's item is not meant by a key that is pressed on a heading here. */
static void a_key_for_an_item_asks_for_one_where_none_is_selected(void **state)
{
	static const struct {
		const char *key, *said;
	} keys[] = {{"<", "moved"}, {">", "moved"}, {"J", "moved"}, {"X", "moved"}, {"v", "moved"},
		{"p", "planned"}, {"o", "taken up"}, {"z", "suspended"}, {"c", "concluded"}};

	(void)state;
	at(17, 10, 0, "meeting open");
	screen_do(&screen, "item open 2");
	screen_keys(&screen, "Left Down Down 4");
	screen_lacks(&screen, "v move item");
	screen_lacks(&screen, "c conclude");
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		screen_keys(&screen, keys[i].key);
		screen_shows(&screen, arena_printf(&screen.fixture.arena,
					      "Select the item that is to be %s", keys[i].said));
		screen_keys(&screen, "Esc");
	}
	expect("Follow-up to", "✓ taken up, open now");
}

/* The second morning: item 8 goes there from the first afternoon, an item 9 is added, items
 * 6 and 7 are taken up jointly, and one of these is undone. */
static void the_organization_of_work_is_changed_on_the_spot(void **state)
{
	(void)state;
	at(17, 10, 0, "meeting open");
	at(17, 10, 5, "agenda adopt");
	at(17, 13, 0, "meeting close");
	at(18, 10, 0, "meeting open");
	screen_keys(&screen, "4 Home");
	for (int i = 0; i < 30 && !strstr(screen.text.text, " 8  Other matters"); i++)
		screen_keys(&screen, "Down");
	screen_keys(&screen, ">");
	screen_shows(&screen, "item 8 to Thu 18 Oct, 10 a.m.-1 p.m.");
	expect("    8 ", "moved here from Wed 17 Oct, 3-6 p.m.");
	screen_keys(&screen, "J");
	screen_shows(&screen, "item 8 now after item 6");
	screen_keys(&screen, ":");
	screen_type(&screen, "item add 9 Cooperation");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "In no meeting yet");
	expect("    9 ", "new");
	screen_keys(&screen, ":");
	screen_type(&screen, "item joint 6, 7");
	screen_keys(&screen, "Enter");
	expect("    6 ", "with 7");
	screen_keys(&screen, "End");
	expect("items 6, 7 taken up jointly", "2nd meeting 10:00");
	screen_keys(&screen, "u Enter");
	screen_lacks(&screen, "with 7");
	screen_lacks(&screen, "items 6, 7 taken");
	expect("item 9 added: Cooperation", "2nd meeting 10:00");
}

static void a_meeting_is_added_and_held_at_another_time(void **state)
{
	(void)state;
	screen_keys(&screen, "4 a");
	screen_type(&screen, "18 Oct pm");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "6, 7");
	screen_keys(&screen, "Enter");
	expect("  Afternoon", "added");
	screen_keys(&screen, "Home Down t");
	screen_type(&screen, "9.30 a.m.-noon");
	screen_keys(&screen, "Enter");
	expect("  9.30 a.m.-noon", "was Wed 17 Oct, 10 a.m.-1 p.m.");
	screen_keys(&screen, "v");
	screen_shows(&screen, "Select the item that is to be moved");
	screen_keys(&screen, "Down v");
	screen_shows(&screen, "To which meeting");
	screen_type(&screen, "17 Oct pm");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "item 1 (a) to Wed 17 Oct, 3-6 p.m.");
}

/* Its number is there, the cursor is on it, and what comes next is hinted at. */
static void an_item_is_added_with_a_key_and_then_planned(void **state)
{
	(void)state;
	screen_keys(&screen, "4 n");
	assert_non_null(strstr(strchr(row_with("Number, as"), ':'), "9"));
	screen_type(&screen, "Cooperation");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "item 9 added: Cooperation");
	assert_non_null(strstr(screen_cursor_row(&screen), "9"));
	assert_non_null(strstr(screen_cursor_row(&screen), "Cooperation"));
	screen_keys(&screen, "Down Up");
	screen_shows(&screen, "v into a meeting  < into the last");
	screen_lacks(&screen, "> after");
	screen_keys(&screen, ">");
	screen_shows(&screen, "item 9 is planned for no meeting yet");
	screen_keys(&screen, "<");
	screen_shows(&screen, "item 9 to Thu 18 Oct, 10 a.m.-1 p.m.");
	assert_non_null(strstr(screen_cursor_row(&screen), "Cooperation"));
	screen_lacks(&screen, "In no meeting yet");
	screen_keys(&screen, "Home n");
	assert_non_null(strstr(strchr(row_with("Number, as"), ':'), "10"));
}

static void items_are_joined_with_a_key_from_the_selected_one(void **state)
{
	(void)state;
	screen_keys(&screen, "4 End Up &");
	screen_shows(&screen, "6,");
	screen_type(&screen, "7");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "items 6 and 7 are taken up jointly");
	expect("    6 ", "with 7");
}

/* It names days that were, and another was added in session: neither goes on unseen. */
static void what_is_carried_over_is_looked_at_first(void **state)
{
	(void)state;
	screen_do(&screen, "item add 9 Cooperation");
	screen_keys(&screen, "4 N");
	screen_type(&screen, "next");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "28 October 2014");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "item 2 names 19 and 20 October 2010, item 9 was added in session");
	screen_keys(&screen, "n");
	screen_shows(&screen, "Carried over: open, all, none");
	screen_keys(&screen, "Tab Tab Tab");
	screen_type(&screen, "3, 9");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "rapporteur: agenda/1");
	screen_lacks(&screen, "19 and 20 October 2010");
}

/* An item that was added elsewhere does not take the cursor along. */
static void the_cursor_goes_to_what_is_added_here_alone(void **state)
{
	(void)state;
	screen_keys(&screen, ":");
	screen_type(&screen, "item add 9 Cooperation");
	screen_keys(&screen, "Enter 4 Home");
	screen_do(&screen, "item title 3 Strategies");
	screen_draw(&screen);
	assert_non_null(strstr(screen_cursor_row(&screen), "Wednesday"));
}

static void a_meeting_without_an_end_shows_its_beginning(void **state)
{
	(void)state;
	screen_do(&screen, "slot add '18 Oct 15:00' --room Gallery");
	screen_keys(&screen, "4");
	screen_shows(&screen, "  3 p.m., Gallery");
	screen_lacks(&screen, "No time");
}

static void of_two_meetings_at_one_time_the_selected_one_is_changed(void **state)
{
	(void)state;
	screen_do(&screen, "slot add '18 Oct 15:00-18:00' --label First");
	screen_do(&screen, "slot add '18 Oct 15:00-18:00' --label First");
	screen_keys(&screen, "4 Home");
	for (int i = 0; i < 30 && !strstr(screen_cursor_row(&screen), "First"); i++)
		screen_keys(&screen, "Down");
	screen_keys(&screen, "t");
	screen_lacks(&screen, "Meeting, as 17 Oct pm");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "Gallery");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "  3-6 p.m., Gallery  First");
	screen_shows(&screen, "  3-6 p.m.  First");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

static void moving_is_hinted_at_on_an_item_alone(void **state)
{
	(void)state;
	screen_keys(&screen, "4 Down");
	screen_shows(&screen, "v move item  < before  > after");
	screen_keys(&screen, "Home");
	screen_lacks(&screen, "v move item");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_organization_of_work_is_changed_on_the_spot),
		TEST(a_meeting_is_added_and_held_at_another_time),
		TEST(a_meeting_without_an_end_shows_its_beginning),
		TEST(of_two_meetings_at_one_time_the_selected_one_is_changed),
		TEST(days_and_hours_are_as_planned),
		TEST(the_cursor_begins_at_the_slot_that_is_now),
		TEST(a_meeting_stands_beside_its_slot_with_its_hours),
		TEST(a_meeting_says_how_it_went),
		TEST(a_joint_meeting_has_its_other_number_below_it),
		TEST(a_meeting_that_nobody_planned_stands_at_the_end),
		TEST(items_say_what_became_of_them),
		TEST(what_stands_in_no_slot_is_listed_at_the_end),
		TEST(enter_shows_the_item_in_the_room),
		TEST(looking_at_it_selects_nothing_else),
		TEST(a_key_for_an_item_asks_for_one_where_none_is_selected),
		TEST(an_item_is_added_with_a_key_and_then_planned),
		TEST(items_are_joined_with_a_key_from_the_selected_one),
		TEST(the_cursor_goes_to_what_is_added_here_alone),
		TEST(what_is_carried_over_is_looked_at_first),
		TEST(moving_is_hinted_at_on_an_item_alone),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
