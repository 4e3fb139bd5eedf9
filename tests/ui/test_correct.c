/* SPDX-License-Identifier: MIT */
/* Corrections by keys in the Room: who has the floor, a speech that was two, two that
 * were one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/floor.h"
#include "support/ui/screen.h"

static struct screen screen;

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

static int tear_down(void **state)
{
	(void)state;
	screen_close(&screen);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_key_and_a_name_put_the_right_one_in_the_place_of_the_wrong_one),
		TEST(with_the_list_in_focus_one_key_takes_the_one_selected),
		TEST(the_note_that_was_begun_stays),
		TEST(a_speech_that_ran_on_is_divided_in_a_form),
		TEST(the_form_for_joining_begins_with_the_one_before_of_the_same_speaker),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
