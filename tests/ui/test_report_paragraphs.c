/* SPDX-License-Identifier: MIT */
/* The Report view on its paragraphs: edited, changed behind, in parts, come back. */
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

#include "support/ui/one_report.h"

static void down_goes_to_the_next_paragraph_and_its_mark_says_what_it_is(void **state)
{
	(void)state;
	report_open_at(1);
	screen_shows(&screen, "generated · from 1 statement, 1 point\n▌  4. ");
	assert_non_null(app_desk(screen.app)->selected.paragraph);
	screen_keys(&screen, "k");
	screen_shows(&screen, "▌  3. ");
}

static void keys_of_the_table_work_on_the_selected_paragraph(void **state)
{
	(void)state;
	report_open_at(1);
	screen_keys(&screen, "x");
	screen_work(&screen);
	screen_shows(&screen, "left out · g1\n▌-      ");
	screen_keys(&screen, "x");
	screen_work(&screen);
	screen_lacks(&screen, "left out ·");
	screen_shows(&screen, "▌  4. ");
}

static void what_is_typed_becomes_the_rapporteurs_paragraph(void **state)
{
	(void)state;
	report_open_at(1);
	screen_keys(&screen, "Enter");
	screen_type(&screen, " Indeed.");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "g1 (paragraph 4) is yours now");
	screen_work(&screen);
	screen_shows(&screen, "yours · g1");
	screen_shows(&screen, "▌* 4. ");
	screen_keys(&screen, "o");
	screen_type(&screen, "Written behind it.");
	screen_keys(&screen, "Ctrl-S");
	screen_work(&screen);
	screen_shows(&screen, "written · g2\n▌* 5.   Written behind it.");
	screen_keys(&screen, "R");
	screen_shows(&screen, "was written by hand");
	screen_keys(&screen, "N R");
	screen_work(&screen);
	screen_lacks(&screen, "yours");
}

static void what_was_adopted_is_changed_after_a_question(void **state)
{
	(void)state;
	report_open_at(1);
	screen_keys(&screen, "Enter");
	screen_type(&screen, " Indeed.");
	screen_do(&screen, "paragraph adopt 4");
	screen_keys(&screen, "Ctrl-S");
	screen_shows(&screen, "was adopted");
	screen_keys(&screen, "y");
	screen_work(&screen);
	screen_shows(&screen, "yours · adopted · g1");
}

static void what_another_person_wrote_meanwhile_is_not_overwritten(void **state)
{
	(void)state;
	report_open_at(1);
	screen_keys(&screen, "Enter");
	screen_type(&screen, " Mine.");
	screen_do(&screen, "paragraph edit 4 'Theirs.'");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "Somebody else has changed Paragraph 4 since you began");
	screen_keys(&screen, "m");
	screen_work(&screen);
	screen_shows(&screen, "Mine.");
	screen_do(&screen, "undo");
	screen_work(&screen);
	screen_shows(&screen, "Theirs.");
}

static void a_source_that_changes_while_one_writes_is_flagged(void **state)
{
	(void)state;
	report_open_at(1);
	screen_keys(&screen, "Enter");
	screen_type(&screen, " Mine.");
	screen_do(&screen, "statement note s1 --replace 'asked for quite another thing'");
	screen_work(&screen);
	screen_keys(&screen, "Escape");
	screen_work(&screen);
	screen_shows(&screen, "yours · source changed · g1");
	screen_keys(&screen, "K");
	screen_work(&screen);
	screen_lacks(&screen, "source changed");
}

static void an_entry_of_a_list_is_not_edited_here(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation propose 'Takes note of many things' --item 3");
	screen_do(&screen, "recommendation adopt r1");
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "] ] j");
	screen_shows(&screen, "▌       (a)  ");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "adopted text is not edited here");
	screen_keys(&screen, "x");
	screen_shows(&screen, "adopted text is not edited here");
}

static void who_said_it_is_one_key_away_and_enter_goes_there(void **state)
{
	(void)state;
	report_open_at(2);
	screen_keys(&screen, "s");
	screen_shows(&screen, "Behind paragraph 5");
	screen_shows(&screen, "p2 Benin · s2 · item 3");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "AGENDA");
	assert_non_null(strstr(screen_cursor_row(&screen), "Benin"));
}

static void who_proposed_a_paragraph_from_the_floor_is_behind_it(void **state)
{
	(void)state;
	screen_do(&screen, "paragraph add 5 'All was well.' --by Spain");
	screen_do(&screen, "paragraph add 6 'It was late.'");
	report_open_at(3);
	screen_keys(&screen, "s");
	screen_shows(&screen, "Behind paragraph 6");
	screen_shows(&screen, "Spain · proposed from the floor: All was well.");
	screen_keys(&screen, "F9");
	screen_lacks(&screen, "Spain");
	screen_keys(&screen, "F9 Escape Down s");
	screen_shows(&screen, "Behind paragraph 7");
	screen_shows(
		&screen, "Nothing that is recorded; :paragraph cite says what stands behind it");
}

static void names_behind_a_paragraph_are_covered_with_all_others(void **state)
{
	(void)state;
	report_open_at(2);
	screen_keys(&screen, "s F9");
	screen_lacks(&screen, "Benin");
	screen_lacks(&screen, "thing number 1");
}

static void from_a_statement_one_key_shows_where_it_is(void **state)
{
	(void)state;
	screen_do(&screen, "paragraph edit 5 'Another speaker asked for more.'");
	app_desk(screen.app)->selected.statement = 0;
	app_run_line(screen.app, "report where s2");
	screen_draw(&screen);
	screen_work(&screen);
	screen_shows(&screen, "Where the report has s2");
	screen_shows(&screen, "5. Another speaker asked for more.");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "▌* 5. ");
}

static void what_no_paragraph_has_is_listed_with_what_is_not_reported_behind_it(void **state)
{
	(void)state;
	screen_do(&screen, "statement add Mali --item 3 --kind point_of_order");
	screen_do(&screen, "paragraph drop 5");
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "v");
	screen_shows(&screen, "Reflected nowhere: 1; by convention 1 more");
	screen_shows(&screen, "p2 Benin");
	screen_shows(&screen, "s21 Mali · item 3");
	screen_shows(&screen, "a point of order");
	screen_keys(&screen, "Enter");
	assert_non_null(strstr(screen_cursor_row(&screen), "Benin"));
}

static void issue_a_part(void)
{
	screen_do(&screen, "report issue CTOC/COP/WG.2/2012/L.1");
	screen_do(&screen, "statement add Mali --item 3 --note 'asked for a list of experts'");
	screen_keys(&screen, "3");
	screen_work(&screen);
}

static void a_next_part_in_which_nothing_is_new_says_so(void **state)
{
	(void)state;
	screen_do(&screen, "report issue CTOC/COP/WG.2/2012/L.1");
	screen_keys(&screen, "3 p");
	screen_work(&screen);
	screen_keys(&screen, "End");
	screen_shows(&screen, "Nothing is new since CTOC/COP/WG.2/2012/L.1");
	screen_do(&screen, "statement add Mali --item 3 --note 'asked for a list of experts'");
	screen_work(&screen);
	screen_keys(&screen, "End");
	screen_lacks(&screen, "Nothing is new");
}

static void one_key_goes_on_to_the_next_part_and_to_those_that_were_issued(void **state)
{
	(void)state;
	issue_a_part();
	screen_shows(&screen, " REPORT ");
	screen_keys(&screen, "p");
	screen_work(&screen);
	screen_shows(&screen, "NEXT PART  CTOC/COP/WG.2/2012/L.1/Add.1");
	screen_keys(&screen, "End");
	screen_shows(&screen, "asked for a list of experts");
	screen_lacks(&screen, "thing number 19");
	screen_keys(&screen, "p");
	screen_work(&screen);
	screen_shows(&screen, "ISSUED  CTOC/COP/WG.2/2012/L.1 ");
	screen_keys(&screen, "x");
	screen_shows(&screen, "It stays as issued: :paragraph edit N TEXT amends it");
	screen_lacks(&screen, "Enter edit");
	screen_keys(&screen, "y");
	screen_shows(&screen, ") adopted");
	screen_keys(&screen, "p");
	screen_work(&screen);
	screen_shows(&screen, " REPORT ");
}

static void an_edit_in_the_next_part_is_of_what_stands_there(void **state)
{
	(void)state;
	issue_a_part();
	screen_keys(&screen, "p");
	screen_work(&screen);
	screen_keys(&screen, "End");
	for (int i = 0; i < 5 && !strstr(screen_cursor_row(&screen), "list of experts"); i++)
		screen_keys(&screen, "k");
	screen_keys(&screen, "Enter");
	screen_type(&screen, " Soon.");
	screen_keys(&screen, "Escape");
	screen_work(&screen);
	screen_shows(&screen, "yours · g1 · from");
	screen_keys(&screen, "x");
	screen_work(&screen);
	screen_shows(&screen, "left out · g1");
	screen_keys(&screen, "x");
	screen_work(&screen);
	screen_shows(&screen, "yours · g1 · from");
	screen_keys(&screen, "R");
	screen_work(&screen);
	screen_lacks(&screen, "Soon.");
}

/* Paragraph 1 is that of the part that is on the screen. */
static void what_is_typed_at_the_prompt_is_of_what_is_shown(void **state)
{
	(void)state;
	issue_a_part();
	screen_keys(&screen, "p");
	screen_work(&screen);
	screen_keys(&screen, ":");
	screen_type(&screen, "paragraph edit 1 Mali had the floor.");
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_keys(&screen, "Home n");
	screen_shows(&screen, "1.   Mali had the floor.");
	screen_keys(&screen, "p p");
	screen_work(&screen);
	screen_shows(&screen, " REPORT ");
	screen_keys(&screen, ":");
	screen_type(&screen, "paragraph edit 1 The Conference met.");
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_keys(&screen, "Home n");
	screen_shows(&screen, "1.   The Conference met.");
}

static void a_part_is_adopted_and_amended_by_the_numbers_that_are_shown(void **state)
{
	(void)state;
	issue_a_part();
	screen_do(&screen, "report issue");
	screen_keys(&screen, "p p p");
	screen_work(&screen);
	screen_shows(&screen, "ISSUED  CTOC/COP/WG.2/2012/L.1/Add.1");
	screen_keys(&screen, ":");
	screen_type(&screen, "paragraph edit 1 Mali had the floor. --by Benin");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "(paragraph 1) is yours now, as proposed by Benin");
	screen_keys(&screen, ":");
	screen_type(&screen, "paragraph adopt 1 --orally-amended");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "adopted as orally amended");
	screen_keys(&screen, ":");
	screen_type(&screen, "part adopt --orally-amended");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "adopted as orally amended");
}

static void a_part_that_is_taken_back_is_not_shown_any_more(void **state)
{
	(void)state;
	screen_do(&screen, "report issue CTOC/COP/WG.2/2012/L.1");
	screen_keys(&screen, "3 p p");
	screen_work(&screen);
	screen_shows(&screen, "ISSUED");
	screen_do(&screen, "undo");
	screen_work(&screen);
	screen_draw(&screen);
	screen_work(&screen);
	screen_lacks(&screen, "ISSUED");
	screen_shows(&screen, " REPORT ");
}

static void what_has_changed_is_shown_beside_theirs_and_decided_there(void **state)
{
	(void)state;
	screen_do(&screen, "paragraph edit 5 'Another speaker kindly asked for thing number 1.'");
	screen_do(&screen, "statement note s2 --replace 'asked for thing number 77'");
	report_open_at(1);
	screen_keys(&screen, "c");
	screen_shows(&screen, "Nobody has touched it");
	screen_keys(&screen, "m");
	report_select_gap("! The sources of g1 have changed");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "[-1-]{+77+}");
	screen_shows(&screen, "{+kindly+}");
	screen_shows(&screen, "Another speaker kindly asked for thing number 77.");
	screen_keys(&screen, "M");
	screen_work(&screen);
	screen_shows(&screen, "has both changes");
	screen_do(&screen, "statement note s2 --replace 'asked for thing number 78'");
	screen_work(&screen);
	screen_keys(&screen, "Escape c");
	screen_shows(&screen, "What has changed in its sources");
	screen_do(&screen, "statement note s2 --replace 'asked for thing number 79'");
	screen_draw(&screen);
	screen_lacks(&screen, "What has changed in its sources");
}

/* Writes on a copy, as on another machine, and takes that back here. */
static void come_back(const char *const *commands)
{
	char folder[] = "/tmp/test-report-XXXXXX", path[64], line[120];
	int64_t own = screen.fixture.desk.session;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/back.json", folder);
	snprintf(line, sizeof line, "session export %s --for-rapporteur", path);
	screen_do(&screen, line);
	snprintf(line, sizeof line, "session import %s --id copy", path);
	screen_do(&screen, line);
	for (; *commands; commands++)
		screen_do(&screen, *commands);
	snprintf(line, sizeof line, "session export %s --anyway", path);
	screen_do(&screen, line);
	screen.fixture.desk.session = own;
	snprintf(line, sizeof line, "paragraph import %s --anyway", path);
	screen_do(&screen, line);
	unlink(path);
	rmdir(folder);
}

static void a_new_paragraph_that_came_back_waits_where_it_will_stand(void **state)
{
	(void)state;
	come_back((const char *const[]){"paragraph add 4 'It was late.'", NULL});
	report_open_at(1);
	screen_keys(&screen, "N N N N m");
	report_select_gap("! An edit of g");
	screen_keys(&screen, "Space");
	screen_shows(&screen, "new · an edit came back");
	screen_shows(&screen, "[A new paragraph came back: c shows it.]");
	screen_keys(&screen, "c");
	screen_shows(&screen, "A new paragraph by the rapporteur came back");
	screen_shows(&screen, "It was late.");
	screen_lacks(&screen, "Nobody has edited it");
	screen_keys(&screen, "y");
	screen_work(&screen);
	screen_shows(&screen, "5.   It was late.");
}

static void what_an_edit_that_came_back_will_make_of_yours_is_shown(void **state)
{
	(void)state;
	screen_do(&screen, "paragraph edit 5 'Another speaker kindly asked for thing number 1.'");
	come_back((const char *const[]){
		"paragraph edit 5 'Another speaker kindly asked for thing number 1 and time.'",
		NULL});
	screen_do(&screen, "paragraph edit 5 'Another speaker asked for thing number 1.'");
	report_open_at(1);
	screen_keys(&screen, "m");
	report_select_gap("! An edit of g1 came back");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "An edit by the rapporteur came back");
	screen_shows(&screen, "speaker asked for thing number 1{+ and time+}.");
	screen_keys(&screen, "y");
	screen_work(&screen);
	screen_shows(&screen, "reads as the rapporteur wrote it");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "speaker asked for thing number 1 and time.");
}

static void what_was_left_out_there_is_shown_struck_and_left_out_once_it_is_accepted(void **state)
{
	(void)state;
	come_back((const char *const[]){"paragraph drop 5", NULL});
	report_open_at(1);
	screen_keys(&screen, "m");
	report_select_gap("! An edit of g1 came back");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Left out on the rapporteur's machine");
	screen_shows(&screen, "[-Another speaker asked for thing number 1.-]");
	screen_keys(&screen, "y");
	screen_work(&screen);
	screen_shows(&screen, "is left out of the report");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, report_set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(down_goes_to_the_next_paragraph_and_its_mark_says_what_it_is),
		TEST(keys_of_the_table_work_on_the_selected_paragraph),
		TEST(what_is_typed_becomes_the_rapporteurs_paragraph),
		TEST(what_was_adopted_is_changed_after_a_question),
		TEST(what_another_person_wrote_meanwhile_is_not_overwritten),
		TEST(a_source_that_changes_while_one_writes_is_flagged),
		TEST(an_entry_of_a_list_is_not_edited_here),
		TEST(a_new_paragraph_that_came_back_waits_where_it_will_stand),
		TEST(what_an_edit_that_came_back_will_make_of_yours_is_shown),
		TEST(what_was_left_out_there_is_shown_struck_and_left_out_once_it_is_accepted),
		TEST(what_has_changed_is_shown_beside_theirs_and_decided_there),
		TEST(a_next_part_in_which_nothing_is_new_says_so),
		TEST(one_key_goes_on_to_the_next_part_and_to_those_that_were_issued),
		TEST(an_edit_in_the_next_part_is_of_what_stands_there),
		TEST(what_is_typed_at_the_prompt_is_of_what_is_shown),
		TEST(a_part_is_adopted_and_amended_by_the_numbers_that_are_shown),
		TEST(a_part_that_is_taken_back_is_not_shown_any_more),
		TEST(who_said_it_is_one_key_away_and_enter_goes_there),
		TEST(who_proposed_a_paragraph_from_the_floor_is_behind_it),
		TEST(names_behind_a_paragraph_are_covered_with_all_others),
		TEST(from_a_statement_one_key_shows_where_it_is),
		TEST(what_no_paragraph_has_is_listed_with_what_is_not_reported_behind_it),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
