/* SPDX-License-Identifier: MIT */
/* One text from its proposal to its adoption, by keys alone, on the real program, while the
 * room looks on. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

static struct pty *secretary, *room;

static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	secretary = podium_after(&program, NULL, ITEM_2);
	room = podium_open(&program, NULL, "display", NULL);
	podium_sees(room, "NEXT");
	return 0;
}

static void the_text_is_proposed(void)
{
	podium_keys(secretary, "2", "RECOMMENDATIONS");
	podium_keys(secretary, "r", "New recommendation");
	podium_types(secretary, "Requests the Secretariat to report on it in detail", "in detail");
	podium_escapes(secretary, "New recommendation");
	podium_keys(secretary, "t", "TEXT r1");
	podium_keys(secretary, "T", "the room's screen shows r1");
	podium_sees(room, "report on it in detail");
}

/* At the end of the text, by somebody, orally. */
static void an_amendment_is_proposed(const char *words, const char *who, const char *number)
{
	podium_keys(secretary, "p", "Amendment to r1");
	podium_types(secretary, words, words);
	pty_keys(secretary, "Tab");
	podium_types(secretary, who, who);
	pty_keys(secretary, "Tab Tab");
	podium_types(secretary, "orally", "how orally");
	podium_escapes(secretary, "Amendment to r1");
	podium_sees(secretary, number);
}

static void two_amendments_are_in_conflict(void)
{
	an_amendment_is_proposed(" and in time", "canada", "a1 ");
	podium_sees(room, "[+Canada: and in time+]");
	an_amendment_is_proposed(" and in public", "zimbabwe", "a2 ");
	podium_sees(secretary, "2 in conflict");
	podium_sees(room, "[+Zimbabwe: and in public+]");
	podium_sees(secretary, "In conflict with a1:");
}

static void both_are_taken(void)
{
	podium_keys(secretary, "Up", "In conflict with a2:");
	podium_keys(secretary, "y", "version 2");
	pty_keys(secretary, "Down");
	podium_sees(secretary, "In conflict with the text");
	podium_keys(secretary, "y", "Take the words of a2 there?");
	podium_keys(secretary, "e", "The text with a2");
	pty_keys(secretary, "Ctrl-U");
	podium_types(secretary,
		"Requests the Secretariat to report on it in detail, in time and in public",
		"in time and in public");
	podium_escapes(secretary, "The text with a2");
	podium_sees(secretary, "a2 accepted: r1 is at version 3");
	podium_sees(room, "in detail, in time and in public");
}

static void a_bracket_is_opened_and_kept(void)
{
	podium_keys(secretary, "b", "Words of the text");
	pty_type(secretary, "in public");
	pty_keys(secretary, "Enter");
	podium_sees(secretary, "Bracket 1 of 1");
	podium_sees(room, "[in public]");
	podium_keys(secretary, "a", "r1 has 1 open bracket");
	podium_keys(secretary, "n", "Nothing was changed");
	podium_keys(secretary, "+", "nothing open");
	podium_misses(room, "[in public]");
}

static void one_text_is_negotiated_and_adopted(void **state)
{
	(void)state;
	the_text_is_proposed();
	two_amendments_are_in_conflict();
	both_are_taken();
	a_bracket_is_opened_and_kept();
	podium_keys(secretary, "a", "r1 adopted as orally amended (a1 Canada, orally");
	podium_sees(room, "adopted");
	podium_keys(secretary, "F", "shows who has the floor");
	podium_sees(room, "NEXT");
	podium_keys(secretary, "Escape", "RECOMMENDATIONS");
	podium_leaves(secretary);
	const char *history = program_does(&program, "do", "amendment", "list", "r1", NULL);
	assert_non_null(strstr(history, "a1 Canada"));
	assert_non_null(strstr(history, "(accepted, version 3"));
	pty_keys(room, "q");
	podium_ended(room, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			one_text_is_negotiated_and_adopted, set_up, program_tear_down),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
