/* SPDX-License-Identifier: MIT */
/* The Report view: a preview that builds itself and stays where it is read. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "support/ui/one_report.h"

/* The first row of the text. */
static const char *top_row(void)
{
	const char *at = screen.text.text;

	for (int i = 0; i < 4; i++)
		at = strchr(at, '\n') + 1;
	return arena_strndup(&screen.fixture.arena, at, strcspn(at, "\n"));
}

static void scroll_until_on_top(const char *words)
{
	screen_keys(&screen, "] ] ] PageDown");
	for (int i = 0; i < 60 && !strstr(top_row(), words); i++)
		screen_keys(&screen, "j");
	assert_non_null(strstr(top_row(), words));
}

static void it_says_that_it_is_building_and_then_shows_the_report(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_shows(&screen, "building");
	screen_work(&screen);
	screen_lacks(&screen, "building");
	screen_shows(&screen, "Draft report on the meeting");
}

static void keys_are_taken_while_it_builds(void **state)
{
	(void)state;
	screen_keys(&screen, "3 PageDown ] g m Escape 1");
	screen_shows(&screen, "AGENDA");
}

static void what_is_shown_stays_until_the_next_is_whole(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	report_log(1);
	screen_draw(&screen);
	screen_shows(&screen, "Draft report on the meeting");
	screen_shows(&screen, "building");
	screen_work(&screen);
	screen_lacks(&screen, "building");
}

static void the_paragraph_on_top_stays_there_when_others_grow(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	scroll_until_on_top("asked for thing");
	const char *before = top_row();
	assert_non_null(strstr(before, "asked for thing"));
	screen_do(&screen, "recommendation propose 'Takes note of many things' --item 3");
	screen_do(&screen, "recommendation adopt r1");
	screen_work(&screen);
	/* Paragraph numbers move on with the new one before them. */
	const char *words = strstr(before, "asked");
	assert_non_null(strstr(top_row(), words));
}

static void another_width_keeps_the_place(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	scroll_until_on_top("asked for thing");
	const char *words = strstr(top_row(), "asked");
	assert_non_null(words);
	screen_resize(&screen, 24, 50);
	screen_work(&screen);
	screen_shows(&screen, words);
	screen_resize(&screen, 24, 80);
	screen_work(&screen);
	assert_non_null(strstr(top_row(), words));
}

static void headings_are_jumped_by(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "]");
	assert_non_null(strstr(top_row(), "Introduction"));
	screen_keys(&screen, "]");
	assert_non_null(strstr(top_row(), "II. "));
	screen_keys(&screen, "[");
	assert_non_null(strstr(top_row(), "Introduction"));
	screen_keys(&screen, "g End Enter");
	screen_shows(&screen, "100 % read");
}

static void what_is_missing_is_counted_listed_and_marked(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_shows(&screen, "missing");
	screen_keys(&screen, "m");
	screen_shows(&screen, "Whether 5 participants are parties is not known");
	screen_shows(&screen, "NAMES");
	screen_keys(&screen, "Escape End");
	screen_shows(&screen, "\n▌! ");
}

static void on_wide_screens_the_headings_stand_beside_the_text(void **state)
{
	(void)state;
	screen_resize(&screen, 40, 140);
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_shows(&screen, "V. Adoption of the report");
	screen_shows(&screen, "Draft report on the meeting");
}

static void the_session_may_be_empty(void **state)
{
	(void)state;
	for (int i = 0; i < 22; i++)
		fixture_do(&screen.fixture, "undo");
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_shows(&screen, "Introduction");
}

/* --- away and back, and into a file --- */

static void it_is_where_it_was_when_one_comes_back(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "] ]");
	const char *before = arena_strdup(&screen.fixture.arena, screen_draw(&screen));
	screen_keys(&screen, "1 3");
	screen_work(&screen);
	assert_string_equal(screen_draw(&screen), before);
}

static void a_covered_screen_covers_the_report_too(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_shows(&screen, "Introduction");
	screen_keys(&screen, "F9");
	screen_shows(&screen, "The report is covered");
	screen_lacks(&screen, "Introduction");
	screen_keys(&screen, "F9");
	screen_shows(&screen, "Introduction");
}

static void it_is_written_to_a_file_and_never_over_one_unasked(void **state)
{
	char folder[] = "/tmp/test-report-XXXXXX", path[64];
	struct str text;

	(void)state;
	assert_non_null(mkdtemp(folder));
	screen_keys(&screen, "3");
	screen_work(&screen);
	snprintf(path, sizeof path, "%s/draft.md", folder);
	screen_keys(&screen, "w");
	screen_shows(&screen, "2012-10-17-wg-technical-assistance-report.txt");
	screen_keys(&screen, "Ctrl-U");
	screen_type(&screen, path);
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "report written to");
	str_init(&text);
	assert_true(file_read(path, 1 << 20, &text, &screen.fixture.err));
	assert_non_null(strstr(text.text, "Introduction"));
	str_clear(&text);
	screen_keys(&screen, "w Ctrl-U");
	screen_type(&screen, path);
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "is there already. Write the report over it?");
	screen_keys(&screen, "y");
	screen_shows(&screen, "report written to");
	unlink(path);
	rmdir(folder);
}

static void a_key_adds_the_statistics_and_takes_them_off_again(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "a");
	screen_work(&screen);
	screen_keys(&screen, "End");
	screen_shows(&screen, "Use of meeting time");
	screen_keys(&screen, "a");
	screen_work(&screen);
	screen_keys(&screen, "End");
	screen_lacks(&screen, "Use of meeting time");
}

static void enter_opens_the_form_that_supplies_what_is_missing(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	screen_shows(&screen, "Enter supply it");
	report_select_gap("! Who chaired");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Role, as Chair:");
	screen_type(&screen, "Ms Example");
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_lacks(&screen, "Who chaired the meeting is not known");
	report_select_gap("! No list of participants");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "2012/INF/1");
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_lacks(&screen, "No list of participants");
	report_select_gap("! Whether 5 participants");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Benin, Canada, Pakistan, Spain, Zimbabwe");
	screen_type(&screen, "party");
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_lacks(&screen, "participants are parties");
}

static void words_that_are_missing_are_written_where_they_stand(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	report_select_gap("! What the mandates ask for is to be written");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Paragraph 1  by ");
	screen_keys(&screen, "Ctrl-U");
	screen_type(&screen, "The Conference asked for advice.");
	screen_keys(&screen, "Escape");
	screen_work(&screen);
	screen_keys(&screen, "m");
	screen_lacks(&screen, "What the mandates ask for");
	screen_shows(&screen, "The symbol of the report is not known");
	screen_do(&screen, "undo");
	screen_do(&screen, "paragraph drop 1");
	screen_work(&screen);
	screen_lacks(&screen, "What the mandates ask for");
}

static void space_goes_to_where_it_is_missing(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	report_select_gap("! The agenda has not been adopted");
	screen_keys(&screen, "Space");
	screen_shows(&screen, "[The agenda has not been adopted.]");
	screen_lacks(&screen, "Enter supply it");
}

static void a_point_in_the_present_tense_is_named_and_gone_to(void **state)
{
	(void)state;
	screen_do(&screen, "statement add Mali --item 2 --note 'asks for a model law'");
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	report_select_gap("! Point p21 begins in the present tense, “asks”: statement note s21");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "AGENDA");
	assert_non_null(strstr(screen_cursor_row(&screen), "Mali"));
	screen_do(&screen, "statement note s21 --replace 'asked for a model law'");
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	screen_lacks(&screen, "present tense");
}

static void a_point_that_begins_with_a_verb_that_nobody_has_is_named_and_gone_to(void **state)
{
	(void)state;
	screen_do(&screen, "statement add Mali --item 2 --note 'will pay for a workshop'");
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	report_select_gap("! Point p21 begins with “will”");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "AGENDA");
	assert_non_null(strstr(screen_cursor_row(&screen), "Mali"));
}

static void of_many_points_in_the_present_tense_the_first_are_named(void **state)
{
	(void)state;
	for (int i = 0; i < 13; i++)
		screen_do(&screen, "statement note s1 'asks for a model law'");
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	report_select_gap("! There are 3 more points that begin in the present tense");
}

static void a_report_that_is_too_long_is_warned_of(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_shows(&screen, " of 10,700 words, 2 of 22 pages");
	screen_lacks(&screen, ", over ");
	screen_do(&screen, "report formula length.words 600");
	screen_work(&screen);
	screen_shows(&screen, " words, over 600, 2 pages");
}

static void what_is_being_built_is_written_when_it_is_or_not_at_all(void **state)
{
	(void)state;
	screen_keys(&screen, "3 w");
	screen_shows(&screen, "building");
	screen_shows(&screen, "Esc stops");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "Nothing is written");
	screen_work(&screen);
	screen_lacks(&screen, "File:");
	report_log(1);
	screen_draw(&screen);
	screen_keys(&screen, "w");
	screen_work(&screen);
	screen_shows(&screen, "2012-10-17-wg-technical-assistance-report.txt");
}

static void what_is_written_is_what_the_session_is_then(void **state)
{
	char folder[] = "/tmp/test-report-XXXXXX", path[64];
	struct str text;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/draft.txt", folder);
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "w Ctrl-U");
	screen_type(&screen, path);
	fixture_do(&screen.fixture, "statement add Mali --item 3 --note 'said it meanwhile'");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "report written to");
	str_init(&text);
	assert_true(file_read(path, 1 << 20, &text, &screen.fixture.err));
	assert_non_null(strstr(text.text, "said it meanwhile"));
	str_clear(&text);
	unlink(path);
	rmdir(folder);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, report_set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_says_that_it_is_building_and_then_shows_the_report),
		TEST(keys_are_taken_while_it_builds),
		TEST(what_is_shown_stays_until_the_next_is_whole),
		TEST(the_paragraph_on_top_stays_there_when_others_grow),
		TEST(another_width_keeps_the_place),
		TEST(headings_are_jumped_by),
		TEST(what_is_missing_is_counted_listed_and_marked),
		TEST(enter_opens_the_form_that_supplies_what_is_missing),
		TEST(words_that_are_missing_are_written_where_they_stand),
		TEST(space_goes_to_where_it_is_missing),
		TEST(a_point_in_the_present_tense_is_named_and_gone_to),
		TEST(a_point_that_begins_with_a_verb_that_nobody_has_is_named_and_gone_to),
		TEST(of_many_points_in_the_present_tense_the_first_are_named),
		TEST(on_wide_screens_the_headings_stand_beside_the_text),
		TEST(the_session_may_be_empty),
		TEST(it_is_where_it_was_when_one_comes_back),
		TEST(a_covered_screen_covers_the_report_too),
		TEST(it_is_written_to_a_file_and_never_over_one_unasked),
		TEST(a_key_adds_the_statistics_and_takes_them_off_again),
		TEST(what_is_being_built_is_written_when_it_is_or_not_at_all),
		TEST(what_is_written_is_what_the_session_is_then),
		TEST(a_report_that_is_too_long_is_warned_of),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
