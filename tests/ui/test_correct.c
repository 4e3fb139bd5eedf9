/* SPDX-License-Identifier: MIT */
/* Corrections by keys in the Room: who has the floor, a speech that was two, two that
 * were one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "support/ui/one_screen.h"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	screen_keys(&screen, "m :");
	screen_type(&screen, "item open 2");
	screen_keys(&screen, "Enter a");
	screen_type(&screen, "can, zim, spain");
	screen_keys(&screen, "Enter");
	return 0;
}

static void one_key_and_a_name_put_the_right_one_in_the_place_of_the_wrong_one(void **state)
{
	(void)state;
	screen_keys(&screen, "n N");
	screen_shows(&screen, "Who has the floor in fact");
	screen_type(&screen, "zim");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 Zimbabwe in place of Canada, item 2; Canada is 1st on the list");
	screen_shows(&screen, "● Zimbabwe");
	screen_shows(&screen, "next  Canada · Spain");
}

static void with_the_list_in_focus_one_key_takes_the_one_selected(void **state)
{
	(void)state;
	screen_keys(&screen, "n Tab Down N");
	screen_shows(&screen, "● Spain");
	screen_shows(&screen, "1  Canada");
	screen_keys(&screen, "u Enter");
	screen_shows(&screen, "● Canada");
}

static void the_note_that_was_begun_stays(void **state)
{
	(void)state;
	screen_keys(&screen, "n Enter");
	screen_type(&screen, "asked for a model law");
	screen_keys(&screen, "Esc N");
	screen_type(&screen, "zim");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "asked for a model law");
}

static void a_speech_that_ran_on_is_divided_in_a_form(void **state)
{
	(void)state;
	screen_keys(&screen, "n Enter");
	screen_type(&screen, "one");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "two");
	screen_keys(&screen, "Esc");
	screen.fixture.desk.clock.standing += 10 * 60 * 1000;
	screen_keys(&screen, "D");
	screen_shows(&screen, "The second one began at");
	screen_type(&screen, "10:04");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "zim");
	screen_keys(&screen, "Tab Tab");
	screen_type(&screen, "2");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 split at 10.04 a.m.: s2 Zimbabwe");
	screen_shows(&screen, "● Zimbabwe");
	screen_shows(&screen, "10:00  Canada");
	screen_shows(&screen, "10:04  Zimbabwe");
	screen_shows(&screen, "next  Spain");
}

static void the_form_for_joining_begins_with_the_one_before_of_the_same_speaker(void **state)
{
	(void)state;
	screen_do(&screen, "floor give can --at 10:00");
	screen_do(&screen, "floor give zim --at 10:02");
	screen_do(&screen, "floor give can --at 10:04");
	screen_keys(&screen, "End +");
	screen_shows(&screen, "The other one, as s12: s1");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 and s3 are one: s1 Canada since 10 a.m.");
	screen_keys(&screen, "Up +");
	screen_type(&screen, "s2");
	screen_keys(&screen, "Enter y");
	screen_lacks(&screen, "Zimbabwe    ");
}

/* From the last field of the form to the first of its times. */
static void a_time_that_is_typed_stands_in_the_place_of_the_old_one(void **state)
{
	(void)state;
	screen_do(&screen, "statement add mali --from 10:00 --to 10:02");
	screen_keys(&screen, "End E BackTab");
	screen_type(&screen, "10:03");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 changed: when");
	screen_shows(&screen, "Mali       3:00");
}

static void a_time_of_another_is_asked_about_or_refused_and_the_form_stays(void **state)
{
	(void)state;
	screen_do(&screen, "statement add mali --from 10:00 --to 10:10");
	screen_do(&screen, "statement add peru --from 10:10 --to 10:12");
	screen_keys(&screen, "End E BackTab BackTab");
	screen_type(&screen, "10:09");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 Mali had the floor from 10 a.m. to 10.10 a.m.: say other times");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "10:09:30");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "did this interrupt that");
	screen_keys(&screen, "y");
	screen_shows(&screen, "s2 changed: when");
	screen_shows(&screen, "Mali       9:30");
	screen_keys(&screen, "u Enter");
	screen_shows(&screen, "Mali      10:00");
}

static void a_statement_moves_to_another_meeting_in_its_form(void **state)
{
	(void)state;
	screen_do(&screen, "statement add mali --from 10:00 --to 10:02");
	screen_do(&screen, "meeting close --at 13:00");
	screen_do(&screen, "meeting open --at 15:00");
	screen_keys(&screen, "End E BackTab BackTab BackTab");
	screen_shows(&screen, "Meeting number:     1");
	screen_type(&screen, "2");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "15:01");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 changed: the 2nd meeting, when");
	screen_shows(&screen, "15:01  Mali");
}

static void what_was_noted_to_the_wrong_one_moves_by_a_key(void **state)
{
	(void)state;
	screen_do(&screen, "statement add mali --from 10:00 --to 10:01 --note one");
	screen_do(&screen, "statement add peru --from 10:01 --to 10:02");
	screen_keys(&screen, "End Up V");
	screen_shows(&screen, "To the note of, as s12:");
	screen_type(&screen, "s2");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "1 point of s1 to s2 Peru");
}

static void who_was_moved_on_the_list_is_told_from_whom_it_passed(void **state)
{
	(void)state;
	screen_do(&screen, "floor request mali, peru");
	screen_keys(&screen, "Tab");
	screen_lacks(&screen, "by the rules");
	screen_keys(&screen, "End Alt-Up");
	screen_shows(&screen, "4  Peru, 5th by the rules");
	screen_shows(&screen, "5  Mali\n");
	screen_keys(&screen, "Alt-Up Alt-Up");
	screen_shows(&screen, "2  Peru, 5th by the rules");
	screen_shows(&screen, "3  Zimbabwe\n");
	screen_keys(&screen, "Home Alt-Down");
	screen_shows(&screen, "1  Peru, 5th by the rules");
	screen_shows(&screen, "2  Canada\n");
	screen_keys(&screen, "Up Alt-Down Alt-Down Alt-Down Alt-Down");
	screen_lacks(&screen, "by the rules");
}

static void who_comes_again_after_it_was_absent_was_not_moved(void **state)
{
	(void)state;
	screen_keys(&screen, "n A Tab");
	screen_shows(&screen, "3  Canada, was absent");
	screen_lacks(&screen, "by the rules");
	screen_do(&screen, "floor reply mali");
	screen_do(&screen, "floor request peru");
	screen_keys(&screen, "Home");
	screen_shows(&screen, "3  Peru");
	screen_lacks(&screen, "by the rules");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_key_and_a_name_put_the_right_one_in_the_place_of_the_wrong_one),
		TEST(with_the_list_in_focus_one_key_takes_the_one_selected),
		TEST(the_note_that_was_begun_stays),
		TEST(a_speech_that_ran_on_is_divided_in_a_form),
		TEST(the_form_for_joining_begins_with_the_one_before_of_the_same_speaker),
		TEST(a_time_that_is_typed_stands_in_the_place_of_the_old_one),
		TEST(a_time_of_another_is_asked_about_or_refused_and_the_form_stays),
		TEST(a_statement_moves_to_another_meeting_in_its_form),
		TEST(what_was_noted_to_the_wrong_one_moves_by_a_key),
		TEST(who_was_moved_on_the_list_is_told_from_whom_it_passed),
		TEST(who_comes_again_after_it_was_absent_was_not_moved),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
