/* SPDX-License-Identifier: MIT */
/* How meetings went: pauses, chairs, the numbers of bodies, corrected times. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/floor.h"
#include "store/meeting.h"
#include "store/sql.h"
#include "support/store/failing.h"
#include "support/store/room.h"
#include "support/store/scratch.h"

static int64_t slot(struct room *room, size_t i)
{
	size_t count;
	struct slot_row *slots = store_slots(room->store, room->session, &room->arena, &count);

	assert_true(i < count);
	return slots[i].id;
}

static int64_t body(struct room *room, size_t i)
{
	size_t count;

	return store_bodies(room->store, room->session, &room->arena, &count)[i].id;
}

/* Opened, and closed if `to` is given; its numbers as planned. */
static int64_t hold(struct room *room, int64_t in_slot, int64_t from, int64_t to)
{
	int64_t meeting;
	int number;

	fixture_begin(room->store);
	meeting = store_meeting_open(room->store, room->session, in_slot, from, &number, NULL);
	assert_true(meeting != 0);
	assert_true(store_meeting_number_planned(room->store, room->session, meeting, 0, NULL));
	if (to)
		assert_true(store_meeting_close(room->store, meeting, to, NULL));
	fixture_commit(room->store, room->session, "meeting open");
	return meeting;
}

static struct meeting_row row(struct room *room, int64_t id)
{
	size_t count;
	struct meeting_row *rows = store_meetings(room->store, room->session, &room->arena, &count);

	while (count-- > 0)
		if (rows[count].id == id)
			return rows[count];
	fail_msg("there is no such meeting");
	return (struct meeting_row){0};
}

/* The number that the body gives the meeting; 0 = none. */
static int number_in(struct room *room, int64_t meeting, int64_t of)
{
	size_t count;
	struct meeting_number *rows =
		store_meeting_numbers(room->store, room->session, &room->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].meeting == meeting && rows[i].body == of)
			return rows[i].number;
	return 0;
}

/* --- pauses --- */

static void a_pause_is_not_time_that_it_sat(void **state)
{
	struct room *room = *state;
	int64_t meeting = hold(room, 0, 1000, 0);
	struct meeting_row held;
	size_t count;

	fixture_begin(room->store);
	store_meeting_suspend(room->store, room->session, meeting, 3000, 0, NULL);
	fixture_commit(room->store, room->session, "meeting suspend");
	held = row(room, meeting);
	assert_string_equal(held.state, "suspended");
	assert_int_equal(held.suspended, 3000);
	assert_int_equal(store_meeting_sat(&held, 9000), 2000);
	fixture_begin(room->store);
	store_meeting_resume(room->store, meeting, 4500, NULL);
	fixture_commit(room->store, room->session, "meeting resume");
	held = row(room, meeting);
	assert_string_equal(held.state, "open");
	assert_int_equal(held.suspended, 0);
	assert_int_equal(held.paused, 1500);
	assert_int_equal(store_meeting_sat(&held, 5500), 3000);
	assert_int_equal(
		store_pauses(room->store, room->session, &room->arena, &count)[0].resumed, 4500);
	assert_int_equal(count, 1);
}

static void a_clock_that_was_set_back_takes_no_time_away(void **state)
{
	struct room *room = *state;
	int64_t meeting = hold(room, 0, 5000, 0);
	struct meeting_row held = row(room, meeting);

	assert_int_equal(store_meeting_sat(&held, 1000), 0);
	fixture_begin(room->store);
	store_meeting_suspend(room->store, room->session, meeting, 6000, 0, NULL);
	store_meeting_resume(room->store, meeting, 2000, NULL);
	fixture_commit(room->store, room->session, "meeting resume");
	held = row(room, meeting);
	assert_int_equal(held.paused, 0);
}

static void a_pause_that_was_is_noted_without_suspending(void **state)
{
	struct room *room = *state;
	int64_t meeting = hold(room, 0, 1000, 9000);
	struct meeting_row held;

	fixture_begin(room->store);
	store_meeting_suspend(room->store, room->session, meeting, 3000, 4000, NULL);
	fixture_commit(room->store, room->session, "meeting suspend");
	held = row(room, meeting);
	assert_string_equal(held.state, "closed");
	assert_int_equal(store_meeting_sat(&held, 99999), 7000);
}

static void closing_ends_the_pause_and_the_time_in_the_chair(void **state)
{
	struct room *room = *state;
	int64_t meeting = hold(room, 0, 1000, 0);
	struct chair_row chair = {
		.meeting = meeting, .name = "A. B.", .role = "Chair", .started = 1000};
	size_t count;

	fixture_begin(room->store);
	store_meeting_chair(room->store, room->session, &chair, NULL);
	store_meeting_suspend(room->store, room->session, meeting, 3000, 0, NULL);
	store_meeting_close(room->store, meeting, 5000, NULL);
	fixture_commit(room->store, room->session, "meeting close");
	assert_int_equal(
		store_pauses(room->store, room->session, &room->arena, &count)[0].resumed, 5000);
	assert_int_equal(
		store_chairs(room->store, room->session, &room->arena, &count)[0].stopped, 5000);
	assert_int_equal(row(room, meeting).suspended, 0);
}

/* --- the chair --- */

static void take(struct room *room, int64_t meeting, const char *name, int64_t at)
{
	struct chair_row chair = {.meeting = meeting, .name = name, .role = "Chair", .started = at};

	fixture_begin(room->store);
	assert_true(store_meeting_chair(room->store, room->session, &chair, NULL));
	fixture_commit(room->store, room->session, "meeting chair");
}

static void who_takes_the_chair_has_it_until_the_next_one(void **state)
{
	struct room *room = *state;
	int64_t meeting = hold(room, 0, 1000, 0);
	struct chair_row *rows;
	size_t count;

	take(room, meeting, "First", 1000);
	take(room, meeting, "Third", 5000);
	take(room, meeting, "Second", 3000); /* noted afterwards */
	rows = store_chairs(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_string_equal(rows[0].name, "First");
	assert_int_equal(rows[0].stopped, 3000);
	assert_string_equal(rows[1].name, "Second");
	assert_int_equal(rows[1].stopped, 5000);
	assert_string_equal(rows[2].name, "Third");
	assert_int_equal(rows[2].stopped, 0);
	take(room, meeting, "Instead", 3000);
	rows = store_chairs(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_string_equal(rows[1].name, "Instead");
	assert_int_equal(rows[1].stopped, 5000);
}

/* --- numbers --- */

static void a_joint_meeting_has_a_number_for_each_body(void **state)
{
	struct room *room = *state;
	int64_t first = hold(room, slot(room, 0), 1000, 2000);
	int64_t second = hold(room, slot(room, 1), 3000, 4000);
	int64_t third = hold(room, 0, 5000, 6000);

	assert_int_equal(number_in(room, first, body(room, 0)), 1);
	assert_int_equal(number_in(room, first, body(room, 1)), 0);
	assert_int_equal(number_in(room, second, body(room, 0)), 2);
	assert_int_equal(number_in(room, second, body(room, 1)), 1);
	assert_int_equal(number_in(room, third, body(room, 0)), 3);
	assert_int_equal(number_in(room, third, body(room, 1)), 0);
}

static void taking_up_a_joint_item_makes_the_meeting_one_of_both(void **state)
{
	struct room *room = *state;
	int64_t first = hold(room, slot(room, 0), 1000, 2000);
	int64_t second = hold(room, slot(room, 1), 3000, 4000);

	/* Found out afterwards: the later meeting of that body moves on. */
	fixture_begin(room->store);
	assert_true(store_consideration_open(room->store, room->session,
		fixture_item(room->store, room->session, "3"), first, 1500, NULL));
	fixture_commit(room->store, room->session, "item open");
	assert_int_equal(number_in(room, first, body(room, 1)), 1);
	assert_int_equal(number_in(room, second, body(room, 1)), 2);
	assert_int_equal(sql_value(room->store, -1,
				 "SELECT closed FROM consideration WHERE meeting = ?1", "i", first),
		2000);
}

static void a_body_that_counts_differently_counts_on_from_there(void **state)
{
	struct room *room = *state;
	int64_t second, third;

	hold(room, slot(room, 0), 1000, 2000);
	second = hold(room, slot(room, 1), 3000, 4000);
	fixture_begin(room->store);
	assert_true(store_meeting_number_set(
		room->store, room->session, second, body(room, 1), 7, NULL));
	fixture_commit(room->store, room->session, "meeting edit");
	third = hold(room, 0, 5000, 6000);
	fixture_begin(room->store);
	assert_true(store_meeting_number_item(room->store, room->session, third,
		fixture_item(room->store, room->session, "3"), NULL));
	fixture_commit(room->store, room->session, "item open");
	assert_int_equal(number_in(room, second, body(room, 1)), 7);
	assert_int_equal(number_in(room, second, body(room, 0)), 2);
	assert_int_equal(number_in(room, third, body(room, 1)), 8);
}

static void meetings_from_before_bodies_were_counted_are_counted(void **state)
{
	struct room *room = *state;
	int64_t meeting = hold(room, 0, 1000, 2000);

	fixture_begin(room->store);
	assert_true(sql_run(
		room->store, NULL, "DELETE FROM meeting_body WHERE meeting = ?1", "i", meeting));
	fixture_commit(room->store, room->session, "before");
	meeting = hold(room, 0, 3000, 4000);
	assert_int_equal(number_in(room, meeting, body(room, 0)), 2);
	meeting = hold(room, 0, 5000, 6000);
	assert_int_equal(number_in(room, meeting, body(room, 0)), 3);
}

static void a_meeting_that_is_logged_afterwards_moves_later_ones_on(void **state)
{
	struct room *room = *state;
	int64_t later = hold(room, 0, 5000, 6000), latest = hold(room, 0, 7000, 8000);
	int64_t earlier = hold(room, 0, 1000, 2000);

	assert_int_equal(row(room, earlier).number, 1);
	assert_int_equal(row(room, later).number, 2);
	assert_int_equal(row(room, latest).number, 3);
	assert_int_equal(number_in(room, earlier, body(room, 0)), 1);
	assert_int_equal(number_in(room, latest, body(room, 0)), 3);
	assert_true(store_check(room->store, false, NULL));
}

/* --- corrected times --- */

static void what_began_or_ended_with_a_meeting_moves_with_it(void **state)
{
	struct room *room = *state;
	int64_t meeting = hold(room, 0, 1000, 0);
	size_t count;

	take(room, meeting, "A. B.", 1000);
	fixture_begin(room->store);
	assert_true(store_consideration_open(room->store, room->session,
		fixture_item(room->store, room->session, "2"), meeting, 1500, NULL));
	store_meeting_close(room->store, meeting, 9000, NULL);
	assert_true(store_meeting_set_times(room->store, meeting, 1200, 8000, NULL));
	fixture_commit(room->store, room->session, "meeting edit");
	assert_int_equal(row(room, meeting).opened, 1200);
	assert_int_equal(row(room, meeting).closed, 8000);
	struct chair_row *chair = store_chairs(room->store, room->session, &room->arena, &count);
	assert_int_equal(chair->started, 1200);
	assert_int_equal(chair->stopped, 8000);
	assert_int_equal(sql_value(room->store, -1, "SELECT opened FROM consideration", ""), 1500);
	assert_int_equal(sql_value(room->store, -1, "SELECT closed FROM consideration", ""), 8000);
}

/* --- killed --- */

/* A meeting since 1000 and a speech since 2000, and killed while it was being closed. */
static void be_killed_in_a_meeting(const char *path)
{
	struct store *store = store_new(path, STORE_OPEN_EXISTING, NULL);
	int64_t session = store_session_find(store, "2012-10-17-rivers");
	struct statement_new speech = {.session = session,
		.item = fixture_item(store, session, "2"),
		.participant = fixture_participant(store, session, "Canada"),
		.from = 2000};
	int number;

	fixture_begin(store);
	speech.meeting = store_meeting_open(store, session, 0, 1000, &number, NULL);
	store_statement_add(store, &speech, &number, NULL);
	fixture_commit(store, session, "floor give");
	fixture_begin(store);
	store_meeting_close(store, speech.meeting, 3000, NULL);
	failing_be_killed();
}

static void a_killed_program_has_lost_no_time(void **state)
{
	struct scratch scratch;
	struct statement_row running;
	struct meeting_row held;
	const char *path;
	int status;

	(void)state;
	scratch_open(&scratch);
	path = scratch_database(&scratch, "killed.db");
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		be_killed_in_a_meeting(path);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	struct store *store = store_new(path, STORE_OPEN_EXISTING, NULL);
	int64_t session = store_session_find(store, "2012-10-17-rivers");
	assert_true(store_meeting_open_now(store, session, &scratch.arena, &held));
	assert_int_equal(store_meeting_sat(&held, 61000), 60000);
	assert_true(store_statement_running(store, session, &scratch.arena, &running));
	assert_int_equal(running.started, 2000);
	store_free(store);
	scratch_close(&scratch);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_pause_is_not_time_that_it_sat),
		TEST(a_clock_that_was_set_back_takes_no_time_away),
		TEST(a_pause_that_was_is_noted_without_suspending),
		TEST(closing_ends_the_pause_and_the_time_in_the_chair),
		TEST(who_takes_the_chair_has_it_until_the_next_one),
		TEST(a_joint_meeting_has_a_number_for_each_body),
		TEST(taking_up_a_joint_item_makes_the_meeting_one_of_both),
		TEST(a_body_that_counts_differently_counts_on_from_there),
		TEST(meetings_from_before_bodies_were_counted_are_counted),
		TEST(a_meeting_that_is_logged_afterwards_moves_later_ones_on),
		TEST(what_began_or_ended_with_a_meeting_moves_with_it),
		TEST(a_killed_program_has_lost_no_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
