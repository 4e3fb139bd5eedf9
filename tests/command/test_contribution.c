/* SPDX-License-Identifier: MIT */
/* Surveys and what States send in: who is late, who has not answered, what is kept of
 * the people who wrote. */
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
#include "base/mem.h"
#include "base/str.h"
#include "store/sql.h"
#include "store/survey.h"
#include "support/command/one_desk.h"

static char folder[] = "/tmp/rapporteur-contribution-XXXXXX";

static int set_up(void **state)
{
	desk_set_up(state);
	fixture_do(
		&fixture, "survey add 'Omnibus survey' --item 3 --sent '2 May' --due 2012-08-15");
	return 0;
}

static struct contribution_row row_of(int number)
{
	struct contribution_row row = {0};
	int64_t id = store_contribution_find(fixture.store, fixture.desk.session, number);

	assert_true(store_contribution(fixture.store, id, &fixture.arena, &row));
	return row;
}

static void several_answer_at_once_and_who_is_late_is_said(void **state)
{
	(void)state;
	SAYS("contribution add can, cot --received 2012-08-15",
		"c1 Canada, c2 C\xc3\xb4te d\xe2\x80\x99Ivoire; 2 of 195 have answered");
	SAYS("contribution add zim --received '16 August'",
		"c3 Zimbabwe (late); 3 of 195 have answered");
	assert_false(row_of(1).late);
	assert_true(row_of(3).late);
	SAYS("contribution add spain", "c4 Spain (late); 4 of 195 have answered");
	assert_string_equal(row_of(4).received, "2012-10-17");
}

static void who_was_not_asked_is_counted_apart(void **state)
{
	(void)state;
	SAYS("contribution add can", "c1 Canada (late); 1 of 195 have answered");
	SAYS("contribution add 'African Group'",
		"c2 African Group (late); 1 of 195 have answered, and 1 other");
	does("contribution delete c1");
	REFUSED("survey delete q1", "the survey cannot be deleted: 1 has answered it");
}

static void nobody_answers_twice(void **state)
{
	(void)state;
	does("contribution add can");
	REFUSED("contribution add zim, can",
		"Canada has answered q1 already, with c1: contribution edit corrects it");
	SAYS("contribution add zim", "c2 Zimbabwe (late); 2 of 195 have answered");
	REFUSED("contribution edit c2 --name can", "Canada has answered q1 already, with c1");
}

static void who_has_not_answered_is_known_in_the_order_of_lists(void **state)
{
	size_t count;
	int64_t survey = store_survey_find(fixture.store, fixture.desk.session, 1);

	(void)state;
	does("contribution add afghanistan, algeria");
	const struct silent_row *rows =
		store_survey_silent(fixture.store, survey, &fixture.arena, &count);
	assert_int_equal(count, 193);
	assert_string_equal(rows[0].name, "Albania");
	assert_string_equal(rows[0].region, "EE");
	assert_string_equal(rows[1].name, "Andorra");
	does("participant status party can, zim, spain");
	does("survey edit q1 --asked parties");
	store_survey_silent(fixture.store, survey, &fixture.arena, &count);
	assert_int_equal(count, 3);
}

static void a_survey_that_is_closed_asks_before_it_takes_an_answer(void **state)
{
	const char *reply;

	(void)state;
	SAYS("survey close q1 --date 2012-09-01", "q1 closed; 0 of 195 have answered");
	REFUSED("survey close q1", "q1 is closed already, since 1 September 2012");
	assert_int_equal(
		fixture_try(&fixture, "contribution add can --survey q1", &reply), OUTCOME_ASKS);
	assert_string_equal(fixture.question.flag, "anyway");
	does("contribution add can --survey q1 --anyway");
	does("survey open q1");
	does("contribution add zim");
}

static void days_that_cannot_be_are_refused(void **state)
{
	(void)state;
	REFUSED("survey edit q1 --due 2012-05-01",
		"answers are due on 1 May 2012, before the survey was sent (2 May 2012)");
	SAYS("survey edit q1 --sent \"\" --due 2012-05-01", "q1 changed");
}

static void with_two_surveys_it_is_said_which(void **state)
{
	(void)state;
	does("survey add 'Another'");
	assert_non_null(strstr(fixture_refused(&fixture, "contribution add can"), "--survey"));
	SAYS("contribution add can --survey q2", "c1 Canada; 1 of 195 have answered");
	does("survey close q1");
	SAYS("contribution add zim", "c2 Zimbabwe; 2 of 195 have answered");
	REFUSED("survey delete q2", "the survey cannot be deleted: 2 have answered it");
	SAYS("survey delete q1", "q1 deleted");
}

static void what_is_of_one_state_is_not_of_several(void **state)
{
	(void)state;
	REFUSED("contribution add can, zim --focal 'A. Person'",
		"--focal is of one State, and 2 are named");
	REFUSED("contribution add can --contact a@b.c",
		"an office and a contact are of a focal point: say its name");
	assert_non_null(strstr(fixture_refused(&fixture, "contribution add can --covers toys"),
		"is none of successes"));
}

static int64_t people(void)
{
	return sql_value(fixture.store, 0, "SELECT count(*) FROM focal_point", "");
}

static void a_focal_point_is_kept_for_as_long_as_a_contribution_has_it(void **state)
{
	(void)state;
	does("survey add Another");
	does("contribution add can --survey q1 --focal 'A. Person' --contact a@b.c");
	does("contribution add can --survey q2 --focal 'A. Person' --office Justice");
	assert_int_equal(people(), 1);
	assert_string_equal(row_of(1).office, "Justice");
	assert_string_equal(row_of(2).contact, "a@b.c");
	does("contribution edit c2 --focal 'B. Person'");
	assert_int_equal(people(), 2);
	assert_null(row_of(2).contact);
	does("contribution delete c2");
	assert_int_equal(people(), 1);
	does("contribution edit c1 --focal \"\"");
	assert_int_equal(people(), 0);
}

static void the_wrong_state_is_corrected_with_who_wrote(void **state)
{
	(void)state;
	does("contribution add can --focal 'A. Person' --office Justice --contact a@b.c");
	SAYS("contribution edit c1 --name zim", "c1 Canada is now of Zimbabwe");
	assert_string_equal(row_of(1).name, "Zimbabwe");
	assert_string_equal(row_of(1).focal, "A. Person");
	assert_string_equal(row_of(1).contact, "a@b.c");
	assert_int_equal(people(), 1);
	REFUSED("participant remove zim", "Zimbabwe cannot be removed: it has answered a survey");
}

static void words_are_kept_in_one_form(void **state)
{
	(void)state;
	does("contribution add can --language french --covers 'lessons, needs'");
	assert_string_equal(row_of(1).language, "F");
	assert_string_equal(row_of(1).covers, "needs lessons");
	does("contribution edit c1 --panel invited");
	assert_string_equal(row_of(1).panel, "invited");
	does("contribution edit c1 --panel no --document d2");
	assert_null(row_of(1).panel);
	assert_string_equal(row_of(1).symbols, "CTOC/COP/2012/10");
	does("contribution edit c1 --document \"\"");
	assert_null(row_of(1).symbols);
	assert_non_null(
		strstr(fixture_refused(&fixture, "contribution edit c1"), "say what to change"));
}

/* --- tables --- */

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	static const char *const names[] = {"table.csv", "out.csv"};
	char path[100];

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		unlink(path);
	}
	return rmdir(folder);
}

static const char *write_file(const char *text)
{
	const char *path = arena_printf(&fixture.arena, "%s/table.csv", folder);
	struct err err = {0};

	if (!file_write(path, text, strlen(text), &err))
		fail_msg("%s", err.text);
	return path;
}

static void a_table_adds_and_completes(void **state)
{
	(void)state;
	does("contribution add can --language E --received 2012-08-01");
	const char *path = write_file("state,received,document,remark\n"
				      "CAN,,CTOC/COP/2012/10,with annex\n"
				      "Zimbabwe,2012-08-02,,\n");
	SAYS(arena_printf(&fixture.arena, "contribution import '%s'", path),
		"q1: 1 added, 1 completed; 2 of 195 have answered");
	assert_string_equal(row_of(1).received, "2012-08-01");
	assert_string_equal(row_of(1).language, "E");
	assert_string_equal(row_of(1).symbols, "CTOC/COP/2012/10");
	assert_string_equal(row_of(2).received, "2012-08-02");
}

static void a_table_with_an_error_changes_nothing_and_says_all(void **state)
{
	const char *before = fixture_dump(&fixture), *sentence;

	(void)state;
	const char *path = write_file("state,language,document,panel\n"
				      "Atlantis,,,\n"
				      "Canada,Q,,\n"
				      "Canada,E,A/1,maybe\n");
	sentence = fixture_refused(
		&fixture, arena_printf(&fixture.arena, "contribution import '%s'", path));
	assert_non_null(strstr(sentence, "5 errors in"));
	assert_string_equal(fixture_dump(&fixture), before);
}

static void what_is_long_in_a_table_is_said_in_short(void **state)
{
	char *name = mem_alloc(100001), *text;
	const char *reply;

	(void)state;
	memset(name, 'x', 100000);
	name[100000] = '\0';
	text = mem_printf("state\n%s\n", name);
	const char *line =
		arena_printf(&fixture.arena, "contribution import '%s'", write_file(text));
	assert_int_equal(fixture_try(&fixture, line, &reply), OUTCOME_FAILED);
	assert_non_null(strstr(fixture.output, "no participant is called 'xxx"));
	assert_true(strlen(fixture.output) < 400);
	free(text);
	free(name);
}

static void what_is_exported_is_imported_as_it_was(void **state)
{
	struct str text;
	struct err err = {0};
	const char *path = arena_printf(&fixture.arena, "%s/out.csv", folder), *before;

	(void)state;
	does("contribution add can --focal '=A. Person' --contact '+43 1' --received 2012-08-01 "
	     "--remark 'with, comma'");
	does("contribution add zim --received 2012-08-20 --covers needs");
	SAYS(arena_printf(&fixture.arena, "contribution export '%s' --contacts", path),
		arena_printf(&fixture.arena, "2 contributions written to %s", path));
	before = fixture_dump(&fixture);
	str_init(&text);
	assert_true(file_read(path, 1 << 20, &text, &err));
	assert_non_null(strstr(text.text, ",'=A. Person,"));
	assert_non_null(strstr(text.text, ",'+43 1,"));
	does(arena_printf(&fixture.arena, "contribution import '%s'", path));
	assert_string_equal(fixture_dump(&fixture), before);
	does(arena_printf(&fixture.arena, "contribution export '%s' --anyway", path));
	str_reset(&text);
	assert_true(file_read(path, 1 << 20, &text, &err));
	assert_null(strstr(text.text, "Person"));
	assert_null(strstr(text.text, "+43"));
	str_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, desk_tear_down)
		TEST(several_answer_at_once_and_who_is_late_is_said),
		TEST(who_was_not_asked_is_counted_apart),
		TEST(nobody_answers_twice),
		TEST(who_has_not_answered_is_known_in_the_order_of_lists),
		TEST(a_survey_that_is_closed_asks_before_it_takes_an_answer),
		TEST(days_that_cannot_be_are_refused),
		TEST(with_two_surveys_it_is_said_which),
		TEST(what_is_of_one_state_is_not_of_several),
		TEST(a_focal_point_is_kept_for_as_long_as_a_contribution_has_it),
		TEST(the_wrong_state_is_corrected_with_who_wrote),
		TEST(words_are_kept_in_one_form),
		TEST(a_table_adds_and_completes),
		TEST(a_table_with_an_error_changes_nothing_and_says_all),
		TEST(what_is_long_in_a_table_is_said_in_short),
		TEST(what_is_exported_is_imported_as_it_was),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
