/* SPDX-License-Identifier: MIT */
/*
 * Undo as it is used: a look at what it will do, across a restart, beside a
 * colleague, alone in the journal. The report of before and after is the witness.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

static struct pty *open_again(void)
{
	struct pty *pty = podium_open(&program, NULL, REHEARSAL, NULL);

	podium_sees(pty, "AGENDA");
	return pty;
}

static const char *report(void)
{
	program_run(&program, "report", NULL);
	assert_int_equal(program.status, 0);
	return program.out;
}

/* A meeting on item 2 in which Canada and Zimbabwe have spoken: six commands. */
static struct pty *two_have_spoken(void)
{
	struct pty *pty = open_again();

	podium_keys(pty, "m", "1st meeting opened");
	podium_runs(pty, "item open 2", "item 2 opened");
	podium_keys(pty, "a", "Who wants the floor:");
	podium_types(pty, "can, zim", "Canada · Zimbabwe");
	podium_keys(pty, "Enter", "Zimbabwe on the list");
	podium_keys(pty, "n", "● Canada");
	podium_waits_a_second(pty);
	podium_keys(pty, "n", "● Zimbabwe");
	podium_keys(pty, "e", "Zimbabwe ended");
	return pty;
}

/* Says what it will do, then does it. */
static void take_back(struct pty *pty, const char *keys, const char *what)
{
	podium_keys(pty, keys, what);
	podium_sees(pty, strcmp(keys, "u") == 0 ? "Undo:" : "Redo:");
	podium_keys(pty, "Enter", strcmp(keys, "u") == 0 ? "undone: " : "redone: ");
}

static void undo_shows_first_what_it_will_do_and_esc_leaves_all_as_it_was(void **state)
{
	struct pty *pty = two_have_spoken();
	const char *before = report();

	(void)state;
	podium_keys(pty, "u", "floor end: s2 Zimbabwe ended");
	podium_sees(pty, "Undo:");
	podium_escapes(pty, "Undo:");
	podium_sees(pty, "○ nobody has the floor");
	podium_keys(pty, "Ctrl-R", "there is nothing to redo");
	assert_string_equal(report(), before);
	podium_leaves(pty);
}

static void what_was_done_is_undone_and_redone_across_restarts(void **state)
{
	struct pty *pty = two_have_spoken();
	const char *before = report();

	(void)state;
	take_back(pty, "u", "floor end: s2 Zimbabwe ended");
	podium_sees(pty, "● Zimbabwe");
	podium_leaves(pty);

	pty = open_again();
	podium_sees(pty, "● Zimbabwe");
	take_back(pty, "u", "floor give: s2 Zimbabwe has the floor");
	podium_sees(pty, "● Canada");
	take_back(pty, "u", "floor give: s1 Canada has the floor");
	podium_sees(pty, "next  Canada · Zimbabwe");
	assert_string_not_equal(report(), before);
	podium_leaves(pty);

	pty = open_again();
	podium_sees(pty, "next  Canada · Zimbabwe");
	take_back(pty, "Ctrl-R", "floor give: s1 Canada has the floor");
	podium_sees(pty, "● Canada");
	podium_leaves(pty);

	pty = open_again();
	take_back(pty, "Ctrl-R", "floor give: s2 Zimbabwe has the floor");
	take_back(pty, "Ctrl-R", "floor end: s2 Zimbabwe ended");
	podium_sees(pty, "○ nobody has the floor");
	podium_keys(pty, "Ctrl-R", "there is nothing to redo");
	podium_leaves(pty);
	assert_string_equal(report(), before);
}

/* u and u again, down to the loading of the agenda. */
static int undo_all(struct pty *pty)
{
	int count = 0;

	for (; count < 50; count++) {
		podium_keys(pty, "u", "Undo:");
		if (pty_sees(pty, "agenda load"))
			break;
		podium_keys(pty, "u", "undone: ");
	}
	podium_escapes(pty, "Undo:");
	return count;
}

static void everything_can_be_taken_back_to_the_first_command_and_done_again(void **state)
{
	struct pty *pty = open_again();
	const char *fresh = report();

	(void)state;
	podium_leaves(pty);
	pty = two_have_spoken();
	const char *before = report();
	int count = undo_all(pty);
	assert_int_equal(count, 6);
	podium_leaves(pty);
	assert_string_equal(report(), fresh);
	pty = open_again();
	while (count-- > 0) {
		podium_keys(pty, "Ctrl-R", "Redo:");
		podium_keys(pty, "Ctrl-R", "redone: ");
	}
	podium_keys(pty, "Ctrl-R", "there is nothing to redo");
	assert_string_equal(report(), before);
	podium_leaves(pty);
}

static void a_new_command_ends_what_could_be_redone(void **state)
{
	struct pty *pty = two_have_spoken();

	(void)state;
	take_back(pty, "u", "floor end: s2 Zimbabwe ended");
	podium_runs(pty, "floor request peru", "Peru on the list");
	podium_keys(pty, "Ctrl-R", "there is nothing to redo");
	podium_sees(pty, "● Zimbabwe");
	podium_leaves(pty);
}

static void a_number_that_was_undone_is_not_given_again(void **state)
{
	struct pty *pty = two_have_spoken();

	(void)state;
	podium_runs(pty, "statement add peru", "s3 Peru");
	take_back(pty, "u", "statement add: s3 Peru");
	podium_runs(pty, "statement add spain", "s4 Spain");
	podium_leaves(pty);
}

static void what_a_colleague_does_is_left_alone(void **state)
{
	struct pty *pty = two_have_spoken();
	struct pty *other = podium_open(&program, NULL, "--as", "rapporteur", REHEARSAL, NULL);

	(void)state;
	podium_sees(other, "AGENDA");
	podium_keys(other, "u", "there is nothing to undo");
	podium_runs(other, "floor request peru", "Peru on the list");
	podium_sees(pty, "next  Peru");
	take_back(pty, "u", "floor end: s2 Zimbabwe ended");
	podium_sees(other, "● Zimbabwe");
	take_back(other, "u", "floor request: Peru on the list");
	podium_misses(pty, "next  Peru");
	podium_leaves(other);
	podium_leaves(pty);
}

static void what_a_colleague_has_built_on_stays_until_both_agree(void **state)
{
	struct pty *pty = two_have_spoken();
	struct pty *other = podium_open(&program, NULL, "--as", "rapporteur", REHEARSAL, NULL);

	(void)state;
	podium_sees(other, "AGENDA");
	podium_runs(pty, "statement add peru", "s3 Peru");
	podium_runs(other, "statement note s3 'asked for model laws'", "s3 noted");
	podium_sees(pty, "asked for model laws");
	podium_keys(pty, "u", "stand on it?");
	podium_sees(pty, "statement note: s3 noted");
	podium_sees(pty, "statement add: s3 Peru");
	podium_escapes(pty, "stand on it?");
	podium_sees(pty, "asked for model laws");
	podium_leaves(other);
	podium_leaves(pty);
}

static void one_command_is_undone_alone_in_the_journal(void **state)
{
	struct pty *pty = two_have_spoken();

	(void)state;
	podium_runs(pty, "statement add peru", "s3 Peru");
	podium_runs(pty, "statement add spain", "s4 Spain");
	podium_keys(pty, "5", "JOURNAL");
	podium_points_at(pty, "s4 Spain");
	pty_keys(pty, "Down");
	podium_sees(pty, "arguments  peru");
	podium_points_at(pty, "s3 Peru");
	podium_keys(pty, "x", "Undo:");
	podium_keys(pty, "Enter", "undone: statement add (s3 Peru");
	podium_keys(pty, "1", "AGENDA");
	podium_sees(pty, "Spain");
	assert_false(pty_sees(pty, "Peru"));
	podium_leaves(pty);
}

static void what_stands_on_an_old_command_is_listed_and_undone_with_it(void **state)
{
	struct pty *pty = two_have_spoken();

	(void)state;
	podium_keys(pty, "5", "JOURNAL");
	podium_keys(pty, "Down Down Down", "Zimbabwe on the list of item 2\n");
	podium_points_at(pty, "floor request");
	podium_keys(pty, "x", "stand on it?");
	podium_sees(pty, "floor end: s2 Zimbabwe ended");
	podium_sees(pty, "floor give: s1 Canada has the floor");
	podium_sees(pty, "floor request: 2 added: Canada, Zimbabwe on the list");
	podium_keys(pty, "y", "undone: ");
	podium_keys(pty, "1", "nothing has been said");
	podium_sees(pty, "nobody is on the list");
	podium_leaves(pty);
}

static void inside_a_note_u_is_a_letter_and_undo_is_of_the_text_alone(void **state)
{
	struct pty *pty = two_have_spoken();

	(void)state;
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "unusual", "unusual");
	podium_types_behind(pty, "unusual");
	pty_keys(pty, "Ctrl-W");
	podium_misses(pty, "unusual");
	podium_keys(pty, "Ctrl-_", "unusual");
	podium_escapes(pty, "Esc save");
	take_back(pty, "u", "statement note: s2 noted");
	podium_misses(pty, "unusual");
	podium_leaves(pty);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(undo_shows_first_what_it_will_do_and_esc_leaves_all_as_it_was),
		TEST(what_was_done_is_undone_and_redone_across_restarts),
		TEST(everything_can_be_taken_back_to_the_first_command_and_done_again),
		TEST(a_new_command_ends_what_could_be_redone),
		TEST(a_number_that_was_undone_is_not_given_again),
		TEST(what_a_colleague_does_is_left_alone),
		TEST(what_a_colleague_has_built_on_stays_until_both_agree),
		TEST(one_command_is_undone_alone_in_the_journal),
		TEST(what_stands_on_an_old_command_is_listed_and_undone_with_it),
		TEST(inside_a_note_u_is_a_letter_and_undo_is_of_the_text_alone),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
