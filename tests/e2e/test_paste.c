/* SPDX-License-Identifier: MIT */
/* A list out of a mail, pasted into the real program, corrected and taken; and what
 * the journal, undo and `do` make of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

#define MAIL                                                    \
	"Speakers of the afternoon:\r\n\r\n"                    \
	"1.\tPeru (on behalf of the Group of 77 and China)\r\n" \
	"2.\t15:10 \xe2\x80\x93 camerron\r\n"                   \
	"3.\tH.E. Mr. Otieno (Kenya)\r\n"                       \
	"\xe2\x80\xa2 Foundation X;\r\n"                        \
	"Zimbabwe\r\n"

static void a_pasted_list_is_corrected_and_taken_in_one_step(void **state)
{
	struct pty *pty = podium_after(&program, NULL, ITEM_2);

	(void)state;
	podium_keys(pty, "a", "Who wants the floor");
	pty_paste(pty, MAIL);
	podium_sees(pty, "2 recognised, 1 guessed, 2 unknown, 1 left out");
	podium_keys(pty, "Home Delete", "1 unknown, 2 left out");
	pty_keys(pty, "Tab");
	podium_types(pty, "bur", "correct to");
	podium_escapes(pty, "correct to");
	podium_keys(pty, "Enter", "Add it as a guest?");
	podium_keys(pty, "y", "Peru, Cameroon, Kenya, Foundation X on the list of item 2");
	podium_keys(pty, "u", "floor list: 4 added: Peru");
	podium_keys(pty, "Enter", "undone");
	podium_leaves(pty);
}

static void a_list_of_hostile_bytes_is_shown_and_left(void **state)
{
	struct pty *pty = podium_after(&program, NULL, ITEM_2);

	(void)state;
	podium_keys(pty, "a", "Who wants the floor");
	pty_paste(pty, "\033]0;title\a\nq\n\033[201~\nCanada\n\xff\xfe\n(((((\n");
	podium_sees(pty, "left out");
	podium_escapes(pty, "left out");
	podium_leaves(pty);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_pasted_list_is_corrected_and_taken_in_one_step),
		TEST(a_list_of_hostile_bytes_is_shown_and_left),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
