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
#include "support/ui/one_screen.h"

static void log_statements(int count)
{
	static const char *const names[] = {"Canada", "Benin", "Pakistan", "Spain", "Zimbabwe"};
	struct str line;

	str_init(&line);
	for (int i = 0; i < count; i++) {
		str_reset(&line);
		str_addf(&line, "statement add %s --item 3 --note 'asked for thing number %d'",
			names[i % 5], i);
		fixture_do(&screen.fixture, line.text);
	}
	str_clear(&line);
}

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	fixture_do(&screen.fixture, "meeting open");
	fixture_do(&screen.fixture, "item open 3");
	log_statements(20);
	screen_draw(&screen);
	return 0;
}

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
	log_statements(1);
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

/* The line of the list whose text begins so, with the cursor on it. */
static void select_gap(const char *beginning)
{
	screen_keys(&screen, "Home");
	for (int i = 0; i < 20; i++) {
		if (strncmp(screen_cursor_row(&screen), beginning, strlen(beginning)) == 0)
			return;
		screen_keys(&screen, "Down");
	}
	fail_msg("nothing that is missing begins with: %s", beginning);
}

static void enter_opens_the_form_that_supplies_what_is_missing(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "m");
	screen_shows(&screen, "Enter supply it");
	select_gap("! Who chaired");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Role, as Chair:");
	screen_type(&screen, "Ms Example");
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_lacks(&screen, "Who chaired the meeting is not known");
	select_gap("! No list of participants");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "2012/INF/1");
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_lacks(&screen, "No list of participants");
	select_gap("! Whether 5 participants");
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
	select_gap("! What the mandates ask for is to be written");
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
	select_gap("! The agenda has not been adopted");
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
	select_gap("! Point p21 begins in the present tense, “asks”: statement note s21");
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
	select_gap("! Point p21 begins with “will”");
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
	select_gap("! There are 3 more points that begin in the present tense");
}

/* --- a paragraph is selected --- */

static void open_report_at(int down)
{
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "] ] ]");
	for (int i = 0; i < down; i++)
		screen_keys(&screen, "j");
}

static void down_goes_to_the_next_paragraph_and_its_mark_says_what_it_is(void **state)
{
	(void)state;
	open_report_at(1);
	screen_shows(&screen, "generated · from 1 statement, 1 point\n▌  4. ");
	assert_non_null(app_desk(screen.app)->selected.paragraph);
	screen_keys(&screen, "k");
	screen_shows(&screen, "▌  3. ");
}

static void keys_of_the_table_work_on_the_selected_paragraph(void **state)
{
	(void)state;
	open_report_at(1);
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
	open_report_at(1);
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
	open_report_at(1);
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
	open_report_at(1);
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
	open_report_at(1);
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
	open_report_at(2);
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
	open_report_at(3);
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
	open_report_at(2);
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
	open_report_at(1);
	screen_keys(&screen, "c");
	screen_shows(&screen, "Nobody has touched it");
	screen_keys(&screen, "m");
	select_gap("! The sources of g1 have changed");
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
	open_report_at(1);
	screen_keys(&screen, "N N N N m");
	select_gap("! An edit of g");
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
	open_report_at(1);
	screen_keys(&screen, "m");
	select_gap("! An edit of g1 came back");
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
	open_report_at(1);
	screen_keys(&screen, "m");
	select_gap("! An edit of g1 came back");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Left out on the rapporteur's machine");
	screen_shows(&screen, "[-Another speaker asked for thing number 1.-]");
	screen_keys(&screen, "y");
	screen_work(&screen);
	screen_shows(&screen, "is left out of the report");
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
	log_statements(1);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

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
		TEST(down_goes_to_the_next_paragraph_and_its_mark_says_what_it_is),
		TEST(keys_of_the_table_work_on_the_selected_paragraph),
		TEST(what_is_typed_becomes_the_rapporteurs_paragraph),
		TEST(what_was_adopted_is_changed_after_a_question),
		TEST(what_another_person_wrote_meanwhile_is_not_overwritten),
		TEST(a_source_that_changes_while_one_writes_is_flagged),
		TEST(an_entry_of_a_list_is_not_edited_here),
		TEST(what_is_being_built_is_written_when_it_is_or_not_at_all),
		TEST(what_is_written_is_what_the_session_is_then),
		TEST(a_new_paragraph_that_came_back_waits_where_it_will_stand),
		TEST(what_an_edit_that_came_back_will_make_of_yours_is_shown),
		TEST(what_was_left_out_there_is_shown_struck_and_left_out_once_it_is_accepted),
		TEST(a_report_that_is_too_long_is_warned_of),
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
