/* SPDX-License-Identifier: MIT */
/* The screen for the room beside the operator's: it follows within a second, outlives
 * the database's going and coming, and shows nothing that is private. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

enum { A_SECOND = 1000 };

static struct pty *secretary, *room;

/* Canada has the floor on item 2. */
static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	secretary = podium_after(&program, NULL, ITEM_2 "floor give\n");
	room = podium_open(&program, NULL, "display", NULL);
	podium_sees(room, "● Canada");
	return 0;
}

static void the_room_leaves(void)
{
	pty_keys(room, "q");
	podium_ended(room, 0);
}

static void assert_soon(const char *text)
{
	const char *patience = getenv("TEST_PATIENCE");
	int64_t begun = clock_monotonic();

	podium_sees(room, text);
	assert_true(clock_monotonic() - begun <
		    (A_SECOND + A_SECOND / 2) * (patience ? atoi(patience) : 1));
}

static void the_room_sees_within_a_second_what_the_operator_does(void **state)
{
	(void)state;
	podium_sees(room, "Zimbabwe");
	podium_keys(secretary, "n", "● Zimbabwe");
	assert_soon("● Zimbabwe");
	podium_runs(secretary, "floor request peru", "Peru");
	assert_soon("Peru");
	podium_runs(secretary, "recommendation propose 'Urges States to ratify'", "r1 proposed");
	podium_keys(room, "t", "Urges States to ratify");
	podium_misses(room, "Zimbabwe");
	podium_keys(room, "f", "● Zimbabwe");
	the_room_leaves();
	podium_leaves(secretary);
}

static void no_note_is_ever_on_it(void **state)
{
	(void)state;
	podium_keys(secretary, "Enter", "Esc save");
	podium_types(secretary, "between us", "between us");
	podium_escapes(secretary, "Esc save");
	podium_runs(secretary, "floor request peru", "Peru");
	assert_soon("Peru");
	assert_false(pty_sees(room, "between us"));
	podium_keys(room, "t", "No text is under discussion");
	assert_false(pty_sees(room, "between us"));
	the_room_leaves();
	podium_leaves(secretary);
}

static void a_backup_is_put_back_while_it_is_shown(void **state)
{
	const char *file = program_path(&program, "copy.db");

	(void)state;
	program_does(&program, "backup", file, NULL);
	podium_keys(secretary, "n", "● Zimbabwe");
	assert_soon("● Zimbabwe");
	podium_leaves(secretary);
	program_does(&program, "restore", file, NULL);
	podium_sees(room, "● Canada");
	the_room_leaves();
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

static void without_a_database_it_says_so_and_looks_again(void **state)
{
	const char *wanted = program_path(&program, "other.db");
	struct pty *other = podium_open(&program, NULL, "display", "--db", wanted, NULL);

	(void)state;
	podium_sees(other, "there is no database");
	program_does(&program, "backup", wanted, NULL);
	podium_sees(other, "● Canada");
	pty_keys(other, "q");
	podium_ended(other, 0);
	the_room_leaves();
	podium_leaves(secretary);
}

/* Not the time of the newest command, which is more than a second ago. */
static void the_clock_of_a_rehearsal_is_the_operators(void **state)
{
	const struct pty_options small = {.rows = 10, .columns = 60};

	(void)state;
	podium_keys(secretary, "n", "● Zimbabwe");
	podium_waits_a_second(secretary);
	struct pty *late = podium_open(&program, &small, "display", NULL);
	podium_sees(late, "● Zimbabwe");
	assert_false(pty_sees(late, "0:00"));
	pty_keys(late, "q");
	podium_ended(late, 0);
	the_room_leaves();
	podium_leaves(secretary);
}

/* Somebody logs what is of another time. */
static void the_clock_of_a_rehearsal_is_not_that_of_a_time_that_was_said(void **state)
{
	(void)state;
	podium_keys(secretary, "n", "● Zimbabwe");
	assert_soon("● Zimbabwe");
	program_does(&program, "do", "floor", "request", "peru", "--at", "2012-10-17T23:00", NULL);
	assert_soon("Peru");
	assert_false(pty_sees(room, "23:00"));
	the_room_leaves();
	podium_leaves(secretary);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, program_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_room_sees_within_a_second_what_the_operator_does),
		TEST(no_note_is_ever_on_it),
		TEST(a_backup_is_put_back_while_it_is_shown),
		TEST(without_a_database_it_says_so_and_looks_again),
		TEST(the_clock_of_a_rehearsal_is_the_operators),
		TEST(the_clock_of_a_rehearsal_is_not_that_of_a_time_that_was_said),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
