/* SPDX-License-Identifier: MIT */
/* Meetings as a secretary runs and corrects them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/civil.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "store/meeting.h"
#include "support/command/fixture.h"

static struct fixture f;

static int set_up(void **state)
{
	(void)state;
	fixture_open(&f);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	fixture_close(&f);
	return 0;
}

static void clock_at(int hour, int minute)
{
	struct civil then = {2012, 10, 17, hour, minute, 0};

	f.desk.at = 0;
	clock_stand_at(&f.desk.clock, civil_ms(&then));
}

/* By the clock of the machine, on the first day. */
static const char *at(int hour, int minute, const char *line)
{
	clock_at(hour, minute);
	return fixture_do(&f, line);
}

static const char *refused(int hour, int minute, const char *line)
{
	clock_at(hour, minute);
	return fixture_refused(&f, line);
}

static void says(const char *reply, const char *text)
{
	if (!strstr(reply, text))
		fail_msg("\"%s\" is not in: %s", text, reply);
}

static struct meeting_row meeting(int number)
{
	size_t count;
	struct meeting_row *rows = store_meetings(f.store, f.desk.session, &f.arena, &count);

	assert_true(number >= 1 && (size_t)number <= count);
	return rows[number - 1];
}

static const char *item_state(const char *printed)
{
	struct item_row row;

	assert_true(store_item(
		f.store, store_item_find(f.store, f.desk.session, printed), &f.arena, &row));
	return row.state;
}

/* --- suspend and resume --- */

static void a_suspended_meeting_goes_on_when_it_is_resumed(void **state)
{
	struct meeting_row row;

	(void)state;
	at(10, 0, "meeting open");
	says(at(11, 30, "meeting suspend"), "1st meeting suspended at 11.30 a.m.");
	assert_string_equal(meeting(1).state, "suspended");
	says(at(11, 45, "meeting resume"), "1st meeting resumed after 15 min");
	at(12, 0, "meeting close");
	row = meeting(1);
	assert_int_equal(store_meeting_sat(&row, 0) / 60000, 105);
}

static void suspending_ends_the_speech_and_says_so(void **state)
{
	struct statement_row row;

	(void)state;
	at(10, 0, "meeting open");
	at(10, 5, "item open 3");
	at(10, 6, "floor give can");
	says(at(10, 20, "meeting suspend"), "; s1 Canada ended");
	assert_false(store_statement_running(f.store, f.desk.session, &f.arena, &row));
	assert_string_equal(item_state("3"), "open");
}

static void a_paused_speech_goes_on_after_the_meeting_was_suspended(void **state)
{
	struct statement_row row;

	(void)state;
	at(10, 0, "meeting open");
	at(10, 5, "item open 3");
	at(10, 6, "floor give can");
	at(10, 10, "floor pause");
	at(10, 11, "meeting suspend");
	says(refused(10, 12, "floor resume"), "The meeting is suspended");
	at(10, 30, "meeting resume");
	at(10, 31, "floor resume");
	at(10, 33, "floor end");
	assert_true(store_statement(
		f.store, store_statement_find(f.store, f.desk.session, 1), &f.arena, &row));
	assert_int_equal(row.seconds, 6 * 60);
}

static void nothing_is_logged_in_a_suspended_meeting_unless_its_time_is_given(void **state)
{
	(void)state;
	at(10, 0, "meeting open");
	at(10, 5, "item open 3");
	at(10, 30, "meeting suspend");
	says(refused(10, 31, "floor give can"), "The meeting is suspended: meeting resume");
	says(refused(10, 31, "statement add can"), "The meeting is suspended");
	says(refused(10, 31, "statement add can --at 10:31"), "The meeting is suspended");
	says(refused(10, 31, "floor give can --at 10:20"), "statement add logs what was said");
	clock_at(10, 31);
	fixture_do(&f, "statement add can --at 10:20");
	at(10, 31, "statement add zim --from 10:10 --to 10:12");
	at(10, 45, "meeting resume");
	at(10, 46, "floor give can");
}

static void what_cannot_be_suspended_or_resumed_says_why(void **state)
{
	(void)state;
	says(refused(10, 0, "meeting suspend"), "no meeting is open");
	says(refused(10, 0, "meeting resume"), "meeting open");
	at(10, 0, "meeting open");
	says(refused(10, 1, "meeting resume"), "the 1st meeting is not suspended");
	at(10, 30, "meeting suspend");
	says(refused(10, 31, "meeting suspend"), "suspended already");
	says(refused(10, 31, "meeting open"), "the 1st meeting is suspended: close it first");
	says(refused(10, 32, "meeting resume --at 10:20"), "before it was suspended");
}

static void a_pause_is_noted_afterwards(void **state)
{
	struct meeting_row row;

	(void)state;
	at(10, 0, "meeting open");
	at(10, 5, "item open 3");
	at(11, 0, "floor give can");
	says(refused(11, 10, "meeting suspend --at 10:30"),
		"Canada has had the floor since 11 a.m.");
	says(at(11, 10, "meeting suspend --from 10:30 --to 10:40"),
		"1st meeting suspended at 10.30 a.m. and resumed at 10.40 a.m.");
	says(refused(11, 10, "meeting suspend --from 10:35 --to 10:50"),
		"suspended at 10.30 a.m. already");
	says(refused(11, 10, "meeting suspend --from 9:35 --to 9:50"), "no meeting was open");
	row = meeting(1);
	assert_string_equal(row.state, "open");
	assert_int_equal(row.paused / 60000, 10);
	at(13, 0, "meeting close");
	at(13, 5, "meeting suspend --from 12:00 --to 12:10");
	assert_int_equal(meeting(1).paused / 60000, 20);
}

static void a_machines_clock_that_was_set_back_stops_nobody(void **state)
{
	struct meeting_row row;

	(void)state;
	at(10, 30, "meeting open");
	at(10, 10, "meeting suspend");
	at(10, 20, "meeting resume");
	at(10, 5, "meeting close");
	row = meeting(1);
	assert_true(row.closed >= row.opened);
	assert_int_equal(store_meeting_sat(&row, 0), 0);
}

/* --- the chair --- */

static const struct chair_row *chairs(size_t *count)
{
	return store_chairs(f.store, f.desk.session, &f.arena, count);
}

static void the_chair_is_seated_at_the_opening(void **state)
{
	const struct chair_row *rows;
	size_t count;

	(void)state;
	at(9, 0, "officer add Vice-Chair 'B. Sample' --country Peru --body wg2");
	at(9, 0, "officer add Chair 'Ana Beispiel' --country Uruguay --body wg2");
	says(at(10, 0, "meeting open"), "; Ana Beispiel in the chair");
	says(at(11, 0, "meeting chair sample"), "B. Sample, Vice-Chair, in the chair from 11 a.m.");
	at(12, 0, "meeting chair 'C. Guest' --role 'Acting Chair' --country Ghana");
	at(13, 0, "meeting close");
	rows = chairs(&count);
	assert_int_equal(count, 3);
	assert_string_equal(rows[0].country, "Uruguay");
	assert_string_equal(rows[1].name, "B. Sample");
	assert_true(rows[1].stopped == rows[2].started);
	assert_string_equal(rows[2].role, "Acting Chair");
	assert_true(rows[2].stopped == meeting(1).closed);
}

static void a_country_may_be_given_by_its_code(void **state)
{
	const struct chair_row *rows;
	size_t count;

	(void)state;
	says(at(9, 0, "officer add Chair 'Eva Beispiel' --country svk --body wg2"),
		"Chair: Eva Beispiel (Slovakia)");
	at(10, 0, "meeting open");
	at(11, 0, "meeting chair 'C. Guest' --country IRN");
	at(12, 0, "meeting chair 'D. Guest' --country Atlantis");
	rows = chairs(&count);
	assert_int_equal(count, 3);
	assert_string_equal(rows[0].country, "Slovakia");
	assert_string_equal(rows[1].country, "Islamic Republic of Iran");
	assert_string_equal(rows[2].country, "Atlantis");
}

static void without_a_chair_nobody_is_seated(void **state)
{
	size_t count;

	(void)state;
	at(9, 0, "officer add Rapporteur 'B. Sample'");
	at(10, 0, "meeting open");
	chairs(&count);
	assert_int_equal(count, 0);
	at(12, 0, "meeting close");
	says(refused(14, 0, "meeting chair sample"), "no meeting was open at that time");
	clock_at(14, 0);
	fixture_do(&f, "meeting chair sample --at 10:30");
	assert_true(chairs(&count)->stopped == meeting(1).closed);
}

/* --- bodies --- */

static void a_joint_meeting_says_its_other_number(void **state)
{
	(void)state;
	says(at(10, 0, "meeting open"), "1st meeting opened");
	at(13, 0, "meeting close");
	at(15, 0, "meeting open");
	says(at(18, 0, "meeting close"), "2nd meeting closed");
	f.desk.at = 0;
	says(fixture_do(&f, "meeting open --at 2012-10-18T10:00"),
		"3rd meeting (1st of the Working Group on International Cooperation) opened");
	says(fixture_do(&f, "meeting edit --body wg3 --counts-as 4"),
		"3rd meeting (4th of the Working Group on International Cooperation) changed");
	fixture_do(&f, "undo");
	says(fixture_do(&f, "meeting close --at 2012-10-18T13:00"),
		"3rd meeting (1st of the Working Group on International Cooperation) closed");
}

static void a_meeting_is_of_the_body_that_was_said(void **state)
{
	(void)state;
	at(10, 0, "meeting open");
	at(13, 0, "meeting close");
	says(at(15, 0, "meeting open --body wg3"),
		"2nd meeting (1st of the Working Group on International Cooperation) opened");
}

static void taking_up_a_joint_item_gives_the_meeting_its_other_number(void **state)
{
	(void)state;
	at(10, 0, "meeting open");
	at(13, 0, "meeting close");
	at(15, 0, "meeting open");
	at(15, 5, "item open 6");
	says(at(18, 0, "meeting close"),
		"2nd meeting (1st of the Working Group on International Cooperation) closed");
}

/* --- items over several meetings --- */

static void an_item_left_open_goes_on_in_the_next_meeting(void **state)
{
	size_t count;

	(void)state;
	at(10, 0, "meeting open");
	at(10, 5, "item open 3");
	says(at(13, 0, "meeting close"), "1st meeting closed; still open: 3");
	at(15, 0, "meeting open");
	struct slot_row *slots = store_slots(f.store, f.desk.session, &f.arena, &count);
	assert_string_equal(slots[0].taken_up, "3");
	assert_string_equal(slots[1].taken_up, "3");
	assert_string_equal(item_state("3"), "open");
}

static void a_suspended_item_waits_until_it_is_opened_again(void **state)
{
	size_t count;

	(void)state;
	at(10, 0, "meeting open");
	at(10, 5, "item open 3");
	at(10, 6, "floor request zim --item 3");
	at(10, 7, "floor give can --item 3");
	says(at(10, 30, "item suspend 3"),
		"item 3 suspended; 1 still on its list; s1 Canada ended");
	says(refused(10, 31, "item suspend 3"), "item 3 is not open");
	at(13, 0, "meeting close");
	at(15, 0, "meeting open");
	struct slot_row *slots = store_slots(f.store, f.desk.session, &f.arena, &count);
	assert_null(slots[1].taken_up);
	says(at(15, 10, "item open 3"), "item 3 opened");
	says(at(15, 11, "floor give --item 3"), "Zimbabwe has the floor");
}

/* --- closing --- */

static void closing_lists_what_is_undecided_a_line_each(void **state)
{
	(void)state;
	at(10, 0, "meeting open");
	at(10, 5, "item open 3");
	at(10, 6, "floor request can, zim");
	at(10, 7, "recommendation propose 'Urges States' --item 3");
	at(10, 8, "amendment propose r1 'Thanks States' --new");
	assert_string_equal(fixture_do(&f, "meeting close"),
		"1st meeting closed; still open: 3; 2 on speakers' lists; 1 recommendation not decided; "
		"1 new paragraph not decided");
	says(f.output, "  item 3 is open and goes on: Development of national strategies");
	says(f.output, "\n  item 3, 2 on the list: Canada, Zimbabwe\n");
	says(f.output, "\n  r1, draft: Urges States\n");
	says(f.output, "\n  a1, new paragraph behind r1: Thanks States\n");
	assert_string_equal(meeting(1).state, "closed");
}

/* --- corrections --- */

static void the_times_of_a_meeting_are_corrected(void **state)
{
	(void)state;
	at(10, 0, "meeting open");
	at(13, 0, "meeting close");
	at(15, 0, "meeting open");
	says(at(15, 1, "meeting edit 1 --from 10:10 --to 12:50"), "1st meeting changed");
	assert_int_equal((meeting(1).closed - meeting(1).opened) / 60000, 160);
	says(refused(15, 2, "meeting edit 1 --to 15:30"), "the 2nd meeting was held then");
	says(refused(15, 2, "meeting edit 1 --to 9:00"), "cannot close before it was opened");
	says(refused(15, 2, "meeting edit --to 17:00"), "the 2nd meeting is still open");
	says(refused(15, 2, "meeting edit 7 --to 17:00"), "there are 2 meetings");
	says(refused(15, 2, "meeting edit 1"), "say what to correct");
	says(refused(15, 2, "meeting edit 1 --body wg3"), "go together");
	at(15, 3, "meeting edit --from 14:58");
}

static void a_meeting_cannot_be_opened_inside_another(void **state)
{
	(void)state;
	at(10, 0, "meeting open");
	at(13, 0, "meeting close");
	says(refused(14, 0, "meeting open --at 12:00"), "the 1st meeting was held until 1 p.m.");
	clock_at(15, 0);
	says(fixture_do(&f, "meeting open --at 9:00"), "1st meeting opened");
	says(fixture_do(&f, "meeting close --at 9:30"), "1st meeting closed");
	assert_int_equal(meeting(2).opened < meeting(2).closed, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_suspended_meeting_goes_on_when_it_is_resumed),
		TEST(suspending_ends_the_speech_and_says_so),
		TEST(a_paused_speech_goes_on_after_the_meeting_was_suspended),
		TEST(nothing_is_logged_in_a_suspended_meeting_unless_its_time_is_given),
		TEST(what_cannot_be_suspended_or_resumed_says_why),
		TEST(a_pause_is_noted_afterwards),
		TEST(a_machines_clock_that_was_set_back_stops_nobody),
		TEST(the_chair_is_seated_at_the_opening),
		TEST(a_country_may_be_given_by_its_code),
		TEST(without_a_chair_nobody_is_seated),
		TEST(a_joint_meeting_says_its_other_number),
		TEST(a_meeting_is_of_the_body_that_was_said),
		TEST(taking_up_a_joint_item_gives_the_meeting_its_other_number),
		TEST(an_item_left_open_goes_on_in_the_next_meeting),
		TEST(a_suspended_item_waits_until_it_is_opened_again),
		TEST(closing_lists_what_is_undecided_a_line_each),
		TEST(the_times_of_a_meeting_are_corrected),
		TEST(a_meeting_cannot_be_opened_inside_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
