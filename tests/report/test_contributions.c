/* SPDX-License-Identifier: MIT */
/* What States sent in, on paper; and the documents of a report that belong together. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/document.h"
#include "store/survey.h"
#include "support/document/valid.h"
#include "support/report/scene.h"

static struct scene scene;
static struct document document;
static struct arena arena;
static struct str out;

static int begin(void **state)
{
	(void)state;
	scene_2012(&scene);
	document_init(&document);
	arena_init(&arena);
	str_init(&out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	str_clear(&out);
	arena_clear(&arena);
	document_clear(&document);
	scene_clear(&scene);
	return 0;
}

static int64_t survey(void)
{
	struct survey_edit edit = {.title = "Omnibus *survey*",
		.item = store_item_find(scene.store, scene.session, "3"),
		.sent = "2012-05-02",
		.due = "2012-08-15"};
	int number;
	int64_t id = store_survey_add(scene.store, scene.session, &edit, &number, NULL);

	assert_true(id != 0);
	return id;
}

static void answer(int64_t to, const char *name, struct contribution_edit edit)
{
	int number;

	edit.participant = scene_who(&scene, name);
	assert_true(
		store_contribution_add(scene.store, scene.session, to, &edit, &number, NULL) != 0);
}

static int64_t answered_survey(void)
{
	int64_t id;

	scene_begin(&scene);
	id = survey();
	answer(id, "Canada",
		(struct contribution_edit){.received = "2012-07-30",
			.language = "E",
			.focal = "A. Person",
			.contact = "a@b.c",
			.covers = "successes needs",
			.remark = "with an annex",
			.document = store_document_find(
				scene.store, scene.session, "CTOC/COP/2012/10")});
	answer(id, "Benin",
		(struct contribution_edit){.received = "2012-09-01",
			.language = "F",
			.file = "benin.pdf",
			.covers = "needs",
			.panel = "invited"});
	scene_end(&scene);
	return id;
}

static const char *printed(const char *format)
{
	str_reset(&out);
	document_writer(format)->write(&document, &out);
	valid_document(&document);
	return out.text;
}

static void assert_prints(const char *part)
{
	if (!strstr(printed("text"), part))
		fail_msg("\"%s\" is not in\n%s", part, out.text);
}

static void the_page_is_printed_like_the_golden_files(void **state)
{
	static const char *const formats[] = {"text", "markdown"};

	(void)state;
	report_contributions(
		scene.store, scene.session, &scene.template, answered_survey(), true, &document);
	for (size_t i = 0; i < 2; i++)
		scene_golden("contributions", formats[i], printed(formats[i]));
}

static void who_answered_and_who_did_not_is_printed(void **state)
{
	(void)state;
	report_contributions(
		scene.store, scene.session, &scene.template, answered_survey(), false, &document);
	assert_prints("Omnibus *survey*\n\nAgenda item 3, Development of national strategies");
	assert_prints("Sent on 2 May 2012. Answers were due on 15 August 2012. Two of the ");
	assert_prints(" States asked have answered, one of them after that date.");
	assert_prints("Benin    1 September 2012 (late)   French     benin.pdf\n"
		      "Canada   30 July 2012              English    CTOC/COP/2012/10\n");
	assert_prints("Not yet answered\n\n");
	assert_non_null(strstr(printed("markdown"), "Omnibus \\*survey\\*"));
}

/* A group speaks for its States in the room, not in a survey. */
static void a_group_is_no_state_that_answered(void **state)
{
	(void)state;
	int64_t id = answered_survey();
	scene_begin(&scene);
	scene_participant(&scene, "group", "African Group", "the African Group");
	answer(id, "African Group",
		(struct contribution_edit){.received = "2012-09-02", .covers = "lessons"});
	scene_end(&scene);
	report_contributions(scene.store, scene.session, &scene.template, id, false, &document);
	assert_prints("Two of the 15 States asked have answered, one of them after that date; "
		      "one more response came in.");
	assert_prints("Also received");
	assert_prints("African Group   2 September 2012 (late)");
	assert_prints("Lessons learned: African Group");
	assert_prints("African Group: response of 2 September 2012");
	assert_prints("In no regional group (2): Benin (invited) and Canada\n");
}

static void the_panel_is_of_those_who_answered(void **state)
{
	(void)state;
	report_contributions(
		scene.store, scene.session, &scene.template, answered_survey(), false, &document);
	assert_prints("States to invite to the panel\n\n"
		      "Experts from States that have provided written responses:\n");
	assert_prints("Benin (invited)");
}

static void the_sources_are_the_responses_and_what_they_cover(void **state)
{
	(void)state;
	report_contributions(
		scene.store, scene.session, &scene.template, answered_survey(), false, &document);
	assert_prints("Benin: response of 1 September 2012, in French (benin.pdf)\n"
		      "Canada: response of 30 July 2012, in English (CTOC/COP/2012/10). "
		      "with an annex\n"
		      "Successes: Canada\n"
		      "Technical assistance needs: Benin and Canada\n");
}

static void the_people_are_printed_only_where_that_was_asked_for(void **state)
{
	int64_t id = answered_survey();

	(void)state;
	report_contributions(scene.store, scene.session, &scene.template, id, false, &document);
	assert_null(strstr(printed("text"), "Person"));
	assert_null(strstr(printed("html"), "a@b.c"));
	document_clear(&document);
	document_init(&document);
	report_contributions(scene.store, scene.session, &scene.template, id, true, &document);
	assert_prints("Canada   A. Person              a@b.c\n");
}

static void without_a_survey_it_is_said_how_one_begins(void **state)
{
	(void)state;
	report_contributions(scene.store, scene.session, &scene.template, 0, false, &document);
	assert_prints("There is no survey: survey add begins one.\n");
}

/* --- the documentation of a report --- */

static void assert_report(const char *part)
{
	struct report *report = report_build(scene.store, scene.session, &scene.template);

	str_reset(&out);
	document_writer("text")->write(report_document(report), &out);
	if (!strstr(out.text, part))
		fail_msg("\"%s\" is not in\n%s", part, strstr(out.text, "Documentation"));
	report_free(report);
}

static void assert_not_in_report(const char *part)
{
	struct report *report = report_build(scene.store, scene.session, &scene.template);

	str_reset(&out);
	document_writer("text")->write(report_document(report), &out);
	assert_null(strstr(out.text, part));
	report_free(report);
}

static void an_addendum_stands_behind_the_symbol_of_its_document(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_document(&scene, "Note", "maps", "CTOC/COP/2012/20");
	scene_document(&scene, "Note", "maps", "CTOC/COP/2012/20/Corr.1");
	scene_document(&scene, "Note", "maps", "CTOC/COP/2012/20/Add.1");
	scene_document(&scene, "Note", "maps", "CTOC/COP/2012/20/Add.1/Rev.1");
	scene_document(&scene, "Note", "boats", "CTOC/COP/2012/21/Add.4");
	scene_end(&scene);
	assert_report("Note on maps (CTOC/COP/2012/20 and Corr.1 and Add.1/Rev.1)");
	assert_report("Note on boats (CTOC/COP/2012/21/Add.4)");
	assert_not_in_report("(CTOC/COP/2012/20/Corr.1)");
}

static void no_addendum_is_left_out_however_many_there_are(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_document(&scene, "Note", "maps", "CTOC/COP/2012/20");
	for (int i = 1; i <= 60; i++)
		scene_document(
			&scene, "Note", "maps", arena_printf(&arena, "CTOC/COP/2012/20/Add.%d", i));
	scene_end(&scene);
	assert_report("Add.40");
	assert_report("Add.59 and Add.60)");
}

static void a_revision_stands_for_what_it_revises(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_document(&scene, "Note", "maps", "CTOC/COP/2012/20");
	scene_document(&scene, "Note", "better maps", "CTOC/COP/2012/20/Rev.1");
	scene_document(&scene, "Note", "best maps", "CTOC/COP/2012/20/Rev.2");
	scene_document(&scene, "Note", "more maps", "CTOC/COP/2012/20/Add.1");
	scene_end(&scene);
	assert_report("Note on best maps (CTOC/COP/2012/20/Rev.2 and Add.1)");
	assert_not_in_report("better maps");
	assert_not_in_report("Note on maps");
	/* One that was withdrawn revises nothing. */
	scene_begin(&scene);
	assert_true(store_document_event_add(scene.store, scene.session,
		store_document_find(scene.store, scene.session, "CTOC/COP/2012/20/Rev.2"),
		&(struct document_event){.state = "withdrawn"}, NULL));
	scene_end(&scene);
	assert_report("Note on better maps (CTOC/COP/2012/20/Rev.1 and Add.1)");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_page_is_printed_like_the_golden_files),
		TEST(who_answered_and_who_did_not_is_printed),
		TEST(a_group_is_no_state_that_answered),
		TEST(the_panel_is_of_those_who_answered),
		TEST(the_sources_are_the_responses_and_what_they_cover),
		TEST(the_people_are_printed_only_where_that_was_asked_for),
		TEST(without_a_survey_it_is_said_how_one_begins),
		TEST(an_addendum_stands_behind_the_symbol_of_its_document),
		TEST(no_addendum_is_left_out_however_many_there_are),
		TEST(a_revision_stands_for_what_it_revises),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
