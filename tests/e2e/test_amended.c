/* SPDX-License-Identifier: MIT */
/*
 * The second morning, on a terminal: an item of the first afternoon is moved there, one is
 * added, two are taken up jointly, one of these is undone; and the file is opened again.
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

static const char first_day[] = "meeting open --at 2012-10-17T10:00\n"
				"item open '1 (b)' --at 10:05\n"
				"item conclude '1 (b)' --at 10:10\n"
				"meeting close --at 13:00\n"
				"meeting open --at 15:00\n"
				"meeting close --at 18:00\n"
				"meeting open --at 2012-10-18T10:00\n";

static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	program.input = first_day;
	program_does(&program, "do", "-f", "-", NULL);
	program.input = NULL;
	return 0;
}

static void the_second_morning_is_planned_anew(void **state)
{
	struct pty *pty =
		podium_open(&program, NULL, "--rehearse", "2012-10-18T10:01", EXAMPLE_AGENDA, NULL);

	(void)state;
	podium_sees(pty, "AGENDA");
	podium_runs(pty, "slot move 8 --to '18 Oct am' --reason 'no time was left'",
		"item 8 to Thu 18 Oct");
	podium_runs(pty, "item add 9 Cooperation with other bodies", "item 9 added");
	podium_runs(pty, "item joint 6, 7", "taken up jointly");
	podium_runs(pty, "item open 6", "items 6 and 7 opened, jointly");
	podium_keys(pty, "4", "moved here from");
	podium_sees(pty, "with 7");
	podium_sees(pty, "item 9 added: Cooperation");
	podium_keys(pty, "u", "item open");
	podium_keys(pty, "Enter", "undone: ");
	podium_keys(pty, "u", "item joint");
	podium_keys(pty, "Enter", "undone: item joint");
	podium_misses(pty, "with 7");
	podium_leaves(pty);

	program_run(&program, "--session", EXAMPLE_SESSION "-rehearsal", "report", NULL);
	assert_int_equal(program.status, 0);
	assert_non_null(strstr(program.out,
		"At its 3rd meeting, on 18 October, the Working Group decided to consider agenda "
		"item 8 on the morning of 18 October instead of the afternoon of 17 October. The "
		"Working Group also decided to include in its agenda an additional item 9, entitled "
		"“Cooperation with other bodies”."));
	assert_null(strstr(program.out, "jointly"));
}

static void the_file_is_opened_again_without_a_question(void **state)
{
	(void)state;
	program_does(&program, "--session", EXAMPLE_SESSION "-rehearsal", "do", "item", "title",
		"8", "Other business", NULL);
	struct pty *pty =
		podium_open(&program, NULL, "--rehearse", "2012-10-18T10:01", EXAMPLE_AGENDA, NULL);
	podium_sees(pty, "AGENDA");
	podium_sees(pty, "Other business");
	podium_leaves(pty);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, program_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_second_morning_is_planned_anew),
		TEST(the_file_is_opened_again_without_a_question),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
