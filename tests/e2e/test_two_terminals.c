/* SPDX-License-Identifier: MIT */
/*
 * Two people at one database, the secretary and the rapporteur: each sees what the
 * other does, and neither writes over the other's words.
 */
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <sqlite3.h>

#include "base/clock.h"
#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

enum { A_SECOND = 1000 };

static struct pty *secretary, *rapporteur;

/* Both in the Room, Canada has the floor on item 2. */
static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	secretary = podium_after(&program, NULL, ITEM_2 "floor give\n");
	rapporteur = podium_open(&program, NULL, "--as", "rapporteur", REHEARSAL, NULL);
	podium_sees(rapporteur, "● Canada");
	return 0;
}

static void both_leave(void)
{
	podium_leaves(rapporteur);
	podium_leaves(secretary);
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

static void assert_soon(struct pty *pty, const char *text)
{
	const char *patience = getenv("TEST_PATIENCE");
	int64_t begun = clock_monotonic();

	podium_sees(pty, text);
	/* A tick of a second, and what a busy machine takes to draw it. */
	int64_t most = (A_SECOND + A_SECOND / 2) * (patience ? atoi(patience) : 1);
	assert_true(clock_monotonic() - begun < most);
}

static void each_sees_within_a_second_what_the_other_does(void **state)
{
	(void)state;
	podium_keys(secretary, "n", "● Zimbabwe");
	assert_soon(rapporteur, "● Zimbabwe");
	podium_runs(rapporteur, "recommendation propose 'Urges States to ratify'", "r1 proposed");
	assert_soon(secretary, "0 adopted, 1 open");
	program_does(&program, "do", "--session", EXAMPLE_SESSION "-rehearsal", "floor", "request",
		"peru", NULL);
	assert_soon(secretary, "next  Peru");
	assert_soon(rapporteur, "next  Peru");
	both_leave();
}

static void the_other_views_follow_too(void **state)
{
	(void)state;
	podium_keys(rapporteur, "3", "REPORT");
	podium_keys(rapporteur, "End", "V.   Adoption of the report");
	podium_runs(secretary, "recommendation propose 'Urges States to ratify'", "r1 proposed");
	podium_runs(secretary, "recommendation adopt r1", "r1 adopted");
	podium_keys(rapporteur, "Home", "I.   Introduction");
	podium_keys(rapporteur, "] ]", "(a)  Urges States to ratify.");
	podium_keys(rapporteur, "5", "recommendation adopt");
	podium_keys(secretary, "e", "Canada ended");
	assert_soon(rapporteur, "floor end");
	podium_points_at(rapporteur, "floor end");
	both_leave();
}

static void a_note_stays_under_the_hand_while_the_other_gives_the_floor(void **state)
{
	(void)state;
	podium_keys(rapporteur, "Enter", "Esc save");
	podium_types(rapporteur, "asked for model le", "asked for model le");
	podium_keys(secretary, "n", "● Zimbabwe");
	podium_runs(secretary, "statement add peru --from 09:50 --to 09:51", "s3 Peru");
	podium_sees(rapporteur, "● Zimbabwe");
	podium_sees(rapporteur, "Peru");
	podium_types_behind(rapporteur, "asked for model le");
	podium_types(rapporteur, "gislation", "asked for model legislation");
	podium_escapes(rapporteur, "Esc save");
	podium_sees(secretary, "asked for model l");
	both_leave();
}

/* Both have begun from the empty note; the rapporteur saves first. */
static void write_both(void)
{
	podium_keys(secretary, "Enter", "Esc save");
	podium_keys(rapporteur, "Enter", "Esc save");
	podium_types(secretary, "asked for model laws", "asked for model laws");
	podium_types(rapporteur, "asked for training", "asked for training");
	podium_escapes(rapporteur, "Esc save");
	podium_sees(rapporteur, "asked for training");
	pty_keys(secretary, "Escape");
	podium_sees(secretary, "Somebody else has changed the note of s1");
	podium_sees(secretary, "asked for [-training-]{+model laws+}");
}

static void assert_noted(const char *text)
{
	const char *found = program_does(&program, "search", "asked", NULL);

	if (!strstr(found, text))
		fail_msg("not noted: %s; but %s", text, found);
}

static void two_who_write_one_note_are_shown_both_and_nothing_is_overwritten(void **state)
{
	(void)state;
	write_both();
	assert_noted("asked for training");
	podium_escapes(secretary, "Somebody else has changed");
	podium_types_behind(secretary, "asked for model laws");
	podium_types(secretary, " and training", "asked for model laws and training");
	assert_noted("asked for training");
	podium_keys(secretary, "Ctrl-S", "asked for {+model laws and+} training");
	podium_keys(secretary, "m", "s1 noted");
	assert_noted("asked for model laws and training");
	podium_sees(rapporteur, "asked for model laws and training");
	both_leave();
}

static void of_two_notes_the_other_can_be_taken(void **state)
{
	(void)state;
	write_both();
	podium_keys(secretary, "t", "asked for training");
	podium_misses(secretary, "model laws");
	assert_noted("asked for training");
	both_leave();
}

static void the_same_words_from_both_are_no_conflict(void **state)
{
	(void)state;
	podium_keys(secretary, "Enter", "Esc save");
	podium_keys(rapporteur, "Enter", "Esc save");
	podium_types(secretary, "asked for training", "asked for training");
	podium_types(rapporteur, "asked for training", "asked for training");
	podium_escapes(rapporteur, "Esc save");
	podium_escapes(secretary, "Esc save");
	podium_sees(secretary, "asked for training");
	both_leave();
}

static void what_one_is_typing_is_no_draft_of_the_other(void **state)
{
	(void)state;
	podium_keys(secretary, "Enter", "Esc save");
	podium_types(secretary, "asked for model laws", "asked for model laws");
	podium_waits_a_second(secretary);
	podium_keys(rapporteur, "Enter", "Esc save");
	assert_false(pty_sees(rapporteur, "model laws"));
	podium_types(rapporteur, "asked for training", "asked for training");
	podium_waits_a_second(rapporteur);
	podium_keys(rapporteur, "Ctrl-G", "once more gives up");
	pty_keys(rapporteur, "Ctrl-G");
	podium_misses(rapporteur, "asked for training");
	pty_signal(secretary, SIGKILL);
	assert_int_equal(pty_wait(secretary), 128 + SIGKILL);
	pty_free(secretary);
	secretary = podium_open(&program, NULL, REHEARSAL, NULL);
	podium_sees(secretary, "not saved: the note of s1");
	podium_keys(secretary, "Enter", "asked for model laws");
	podium_escapes(secretary, "Esc save");
	both_leave();
}

static void a_statement_that_the_other_deletes_keeps_the_note_on_the_screen(void **state)
{
	(void)state;
	podium_keys(secretary, "n", "● Zimbabwe");
	podium_keys(secretary, "Up", " s1");
	podium_keys(secretary, "Enter", "Esc save");
	podium_types(secretary, "asked for training", "asked for training");
	podium_sees(rapporteur, "● Zimbabwe");
	podium_runs(rapporteur, "statement delete s1", "s1 Canada deleted");
	pty_keys(secretary, "Escape");
	podium_sees(secretary, "s1 is not there any more");
	podium_leaves(rapporteur);
	pty_signal(secretary, SIGTERM);
	podium_ended(secretary, 128 + SIGTERM);
}

/* Of a recommendation likewise: the version it was begun from has moved. */
static void two_who_write_one_recommendation_are_shown_both(void **state)
{
	(void)state;
	podium_runs(secretary, "recommendation propose 'Urges States to ratify'", "r1 proposed");
	podium_keys(secretary, "2", "RECOMMENDATIONS  1");
	podium_keys(rapporteur, "2", "RECOMMENDATIONS  1");
	podium_keys(secretary, "Enter", "from version 1");
	podium_keys(rapporteur, "Enter", "from version 1");
	podium_types(secretary, " soon", "Urges States to ratify soon");
	podium_types(rapporteur, " now", "Urges States to ratify now");
	podium_escapes(rapporteur, "from version 1");
	podium_sees(rapporteur, "version 2");
	pty_keys(secretary, "Escape");
	podium_sees(secretary, "[-now-]{+soon+}");
	program_run(&program, "search", "ratify", NULL);
	assert_non_null(strstr(program.out, "ratify now"));
	podium_keys(secretary, "t", "Urges States to ratify now");
	podium_misses(secretary, "soon");
	both_leave();
}

/* Another program keeps the database to itself for longer than anybody waits. */
static void a_note_that_cannot_be_saved_for_another_stays_and_is_saved_when_that_lets_go(
	void **state)
{
	const char *path = program_path(&program, "rapporteur/proceedings.db");
	sqlite3 *other = NULL;

	(void)state;
	podium_keys(secretary, "Enter", "Esc save");
	podium_types(secretary, "asked for training", "asked for training");
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	pty_keys(secretary, "Escape");
	podium_sees(secretary, "try again");
	podium_sees(secretary, "Esc save");
	podium_sees(secretary, "asked for training");
	sqlite3_close(other);
	podium_types(secretary, " and money", "asked for training and money");
	podium_escapes(secretary, "Esc save");
	podium_sees(rapporteur, "asked for training and money");
	assert_noted("asked for training and money");
	both_leave();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, program_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(each_sees_within_a_second_what_the_other_does),
		TEST(the_other_views_follow_too),
		TEST(a_note_stays_under_the_hand_while_the_other_gives_the_floor),
		TEST(two_who_write_one_note_are_shown_both_and_nothing_is_overwritten),
		TEST(of_two_notes_the_other_can_be_taken),
		TEST(the_same_words_from_both_are_no_conflict),
		TEST(what_one_is_typing_is_no_draft_of_the_other),
		TEST(a_statement_that_the_other_deletes_keeps_the_note_on_the_screen),
		TEST(two_who_write_one_recommendation_are_shown_both),
		TEST(a_note_that_cannot_be_saved_for_another_stays_and_is_saved_when_that_lets_go),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
