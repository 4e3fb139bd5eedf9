/* SPDX-License-Identifier: MIT */
/*
 * The first morning of the session of October 2012, as a secretary runs it: by
 * keys from the opening of the meeting to its close, then looked at in every view,
 * left, and opened again. The same morning from a script is the same record.
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

/* --- the morning by keys --- */

static void open_the_meeting(struct pty *pty)
{
	podium_sees(pty, "begins in 5 min");
	podium_sees(pty, "09:55");
	podium_sees(pty, "○ nobody has the floor");
	podium_points_at(pty, "nothing has been said");
	podium_runs(pty, "officer add Chair 'Ana Beispiel' --country Uruguay --body wg2",
		"Chair: Ana Beispiel");
	podium_keys(pty, "m", "1st meeting opened");
	podium_keys(pty, "o", "item 1 (a) opened");
}

/* Items 1 (a) and 1 (b). */
static void organize(struct pty *pty)
{
	podium_keys(pty, "s", "Who spoke");
	podium_types(pty, "chair", " Chair");
	podium_keys(pty, "Enter", "s1 Chair, item 1 (a)");
	podium_points_at(pty, "Chair");
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "made an opening statement", "made an opening statement");
	podium_types_behind(pty, "made an opening statement");
	podium_escapes(pty, "Esc save");
	podium_points_at(pty, "Chair");
	podium_keys(pty, "c", "item 1 (a) concluded");
	podium_keys(pty, "Left Down", "1 (b)  Adoption of the agenda");
	podium_points_at(pty, "(b)");
	podium_keys(pty, "o", "item 1 (b) opened");
	podium_runs(pty, "agenda adopt", "agenda adopted");
	podium_keys(pty, "c", "item 1 (b) concluded");
	podium_keys(pty, "Down", " 2  Follow-up to the recommendations");
	podium_keys(pty, "o", "item 2 opened");
	pty_keys(pty, "Right");
	podium_misses(pty, "item 2 opened");
	podium_points_at(pty, "nothing has been said");
}

/* States by three letters each, a guest after a question, a State for its group. */
static void fill_the_list(struct pty *pty)
{
	podium_keys(pty, "a", "Who wants the floor:");
	podium_types(pty, "can, cot, zim", "Canada · Côte d’Ivoire");
	podium_types_behind(pty, "can, cot, zim");
	podium_keys(pty, "Enter", "Zimbabwe on the list of item 2");
	podium_keys(pty, "a", "Who wants the floor:");
	podium_types(pty, "Harbour Watch", "Harbour Watch (unknown)");
	podium_keys(pty, "Enter", "Add it as a guest?");
	podium_keys(pty, "n", "Nothing was changed");
	podium_points_at(pty, "Who wants the floor: Harbour Watch");
	podium_keys(pty, "Enter", "Add it as a guest?");
	podium_keys(pty, "y", "Harbour Watch on the list");
	podium_runs(pty, "floor request benin --for 'African Group'", "Benin on the list");
	/* Groups come first, unless the Chair departs from it. */
	podium_runs(pty, "floor move benin 5", "Benin is now 5th on the list");
}

/* Notes while the clock runs; Alt-n, F5 and Alt-Down beside them. */
static void give_the_floor(struct pty *pty)
{
	podium_keys(pty, "n", "● Canada");
	podium_points_at(pty, "Canada");
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "asked for model legislation\nwould sha", "would sha");
	podium_keys(pty, "Alt-n", "● Côte d’Ivoire");
	podium_types_behind(pty, "would sha");
	podium_types(pty, "re its experience", "would share its experience");
	podium_types_behind(pty, "would share its experience");
	podium_keys(pty, "Alt-Down", "s2 noted");
	podium_types(pty, "assessments should come first", "should come first");
	podium_keys(pty, "F5", "● Zimbabwe");
	podium_types_behind(pty, "should come first");
	podium_keys(pty, "Alt-Down", "s3 noted");
	podium_types(pty, "welcomed the regional programmes", "welcomed the regional");
	podium_keys(pty, "Alt-n", "● Harbour Watch");
	podium_keys(pty, "Alt-Up", "s4 noted");
	podium_types(pty, " of all", "come first of all");
	podium_escapes(pty, "Esc save");
	podium_points_at(pty, "Côte d’Ivoire");
	podium_keys(pty, "n", "● Benin for the African Group");
	podium_points_at(pty, "Benin");
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "asked that needs be met in the region", "met in the region");
	podium_escapes(pty, "Esc save");
	podium_keys(pty, "e", "Benin ended");
	podium_sees(pty, "○ nobody has the floor");
}

/* What was typed wrong: another speaker, one that did not speak. */
static void correct(struct pty *pty)
{
	podium_keys(pty, "s", "Who spoke");
	podium_types(pty, "spain", " Spain");
	podium_keys(pty, "Enter", "s7 Spain, item 2");
	podium_points_at(pty, "Spain");
	podium_keys(pty, "E", "Correct who spoke");
	podium_types(pty, "pak", "Pakistan  PAK");
	podium_keys(pty, "Enter", "s7 changed");
	podium_points_at(pty, "Pakistan");
	podium_keys(pty, "s", "Who spoke");
	podium_types(pty, "peru", " Peru");
	podium_keys(pty, "Enter", "s8 Peru, item 2");
	podium_keys(pty, "Delete", "s8 Peru deleted");
	podium_points_at(pty, "Pakistan");
}

static void recommend(struct pty *pty)
{
	podium_keys(pty, "r", "Text, beginning with its verb");
	podium_types(pty, "requests the Secretariat to prepare model legislation; and", "; and");
	podium_keys(pty, "Escape", "r1 proposed");
	podium_keys(pty, "r", "Text, beginning with its verb");
	podium_types(pty, "Invites States to share their threat assessments", "threat assessments");
	podium_keys(pty, "Escape", "r2 proposed");
	podium_keys(pty, "2", "RECOMMENDATIONS  2");
	podium_points_at(pty, " r2 ");
	podium_keys(pty, "Up", "r1 (a) · version 1");
	podium_points_at(pty, " r1 ");
	podium_keys(pty, "a", "r1 adopted");
	podium_points_at(pty, "✓ adopted");
	podium_keys(pty, "Down", "r2 (b) · version 1");
	podium_points_at(pty, " r2 ");
	podium_keys(pty, "f", "Reason, if any:");
	podium_keys(pty, "Enter", "r2 deferred");
	podium_points_at(pty, "deferred");
}

static void close_the_meeting(struct pty *pty)
{
	podium_keys(pty, "1", "○ nobody has the floor");
	podium_keys(pty, "M", "1st meeting closed; still open: 2");
}

static void run_the_morning(struct pty *pty)
{
	open_the_meeting(pty);
	organize(pty);
	fill_the_list(pty);
	give_the_floor(pty);
	correct(pty);
	recommend(pty);
	close_the_meeting(pty);
}

/* --- the morning by a script --- */

static const char script[] =
	"officer add Chair 'Ana Beispiel' --country Uruguay --body wg2\n"
	"meeting open --at 2012-10-17T09:57\n"
	"item open '1 (a)'\n"
	"statement add chair --note 'made an opening statement'\n"
	"item conclude '1 (a)'\n"
	"item open '1 (b)'\n"
	"agenda adopt\n"
	"item conclude '1 (b)'\n"
	"item open 2\n"
	"floor request 'can, cot, zim'\n"
	"floor request 'Harbour Watch' --guest\n"
	"floor request benin --for 'African Group'\n"
	"floor move benin 5\n"
	"floor give\n"
	"floor give --at 09:58\n"
	"statement note s2 'asked for model legislation\n"
	"would share its experience'\n"
	"floor give --at 09:59\n"
	"statement note s3 'assessments should come first of all'\n"
	"floor give --at 10:00\n"
	"statement note s4 'welcomed the regional programmes'\n"
	"floor give --at 10:01\n"
	"statement note s6 'asked that needs be met in the region'\n"
	"floor end --at 10:02\n"
	"statement add spain\n"
	"statement edit s7 --name pak\n"
	"statement add peru\n"
	"statement delete s8\n"
	"recommendation propose 'requests the Secretariat to prepare model legislation; and'\n"
	"recommendation propose 'Invites States to share their threat assessments'\n"
	"recommendation defer r2\n"
	"recommendation adopt r1\n"
	"meeting close\n";

/* --- what there is of it --- */

static const char *report_of(struct program *which)
{
	program_run(which, "report", NULL);
	assert_int_equal(which->status, 0);
	return which->out;
}

static const char *missing_in(struct program *which)
{
	report_of(which);
	return which->err;
}

/* In every view: what is there, and where the cursor is. */
static void look_around(struct pty *pty)
{
	podium_keys(pty, "2", "RECOMMENDATIONS  2");
	podium_keys(pty, "3", "REPORT");
	podium_sees(pty, "I.   Introduction");
	podium_keys(pty, "m", "The report has not been adopted");
	podium_escapes(pty, "The report has not been adopted");
	podium_keys(pty, "End", "V.   Adoption of the report");
	podium_keys(pty, "4", "ORGANIZATION OF WORK");
	podium_sees(pty, "✓ taken up, concluded");
	podium_keys(pty, "5", "JOURNAL");
	podium_sees(pty, "1st meeting closed");
	podium_keys(pty, "?", "Keys of this view: Journal");
	podium_escapes(pty, "Keys of this view: Journal");
	podium_keys(pty, "/", "Enter go there");
	podium_types(pty, "model legis", "2 found");
	podium_types_behind(pty, "/model legis");
	podium_types(pty, " experience", "1 found");
	podium_keys(pty, "Enter", "would share its experience");
	podium_points_at(pty, "Canada");
}

static void assert_all_is_there(struct pty *pty)
{
	podium_sees(pty, "AGENDA");
	podium_sees(pty, "○ nobody has the floor");
	podium_sees(pty, "✓ 1 ");
	podium_sees(pty, "▶ 2 ");
	podium_sees(pty, "Pakistan");
	podium_sees(pty, "Harbour Watch");
	podium_points_at(pty, "Pakistan");
	podium_keys(pty, "Up", "asked that needs be met in the region");
	podium_points_at(pty, "Benin");
}

static void the_morning_is_run_by_keys_and_is_all_there_at_the_next_start(void **state)
{
	struct pty *pty = podium_open(&program, NULL, REHEARSAL, NULL);

	(void)state;
	run_the_morning(pty);
	look_around(pty);
	podium_leaves(pty);
	const char *report = report_of(&program);

	pty = podium_open(&program, NULL, REHEARSAL, NULL);
	assert_all_is_there(pty);
	look_around(pty);
	podium_leaves(pty);
	assert_string_equal(report_of(&program), report);
	assert_non_null(
		strstr(report, "(a) Requests the Secretariat to prepare model legislation."));
	assert_non_null(strstr(report, "The meeting was opened by Ana Beispiel (Uruguay)"));
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

static void the_same_morning_by_a_script_gives_the_same_report(void **state)
{
	struct program scripted;
	struct pty *pty = podium_open(&program, NULL, REHEARSAL, NULL);

	(void)state;
	run_the_morning(pty);
	podium_leaves(pty);

	program_begin(&scripted);
	program_does(&scripted, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	scripted.input = script;
	program_does(&scripted, "do", "-f", "-", NULL);
	assert_string_equal(report_of(&program), report_of(&scripted));
	assert_string_equal(missing_in(&program), missing_in(&scripted));
	assert_string_equal(program_does(&program, "search", "model", NULL),
		program_does(&scripted, "search", "model", NULL));
	program_end(&scripted);
}

static void the_morning_is_the_same_in_a_small_window_and_in_a_large_one(void **state)
{
	static const struct pty_options small = {.rows = 24, .columns = 80},
					large = {.rows = 60, .columns = 200};
	struct program other;
	struct pty *pty = podium_open(&program, &small, REHEARSAL, NULL);

	(void)state;
	run_the_morning(pty);
	podium_leaves(pty);
	program_begin(&other);
	pty = podium_open(&other, &large, REHEARSAL, NULL);
	run_the_morning(pty);
	podium_leaves(pty);
	assert_string_equal(report_of(&program), report_of(&other));
	program_end(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_morning_is_run_by_keys_and_is_all_there_at_the_next_start,
			program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(the_same_morning_by_a_script_gives_the_same_report,
			program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			the_morning_is_the_same_in_a_small_window_and_in_a_large_one,
			program_set_up, program_tear_down),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
