/* SPDX-License-Identifier: MIT */
/* What stands above a report (conventions 1.1): which paper it is, and of what. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

static struct agenda_body bodies[] = {
	{"rivers", "Commission on Rivers", "the Commission", "RIV/CN.1", 0, NULL},
	{"lakes", "Commission on Lakes", "the Commission", "RIV/CN.2", 0, NULL},
};

static struct agenda_joint with_lakes[] = {{1, "7"}};

static struct agenda_item items[] = {
	{.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Adoption of the agenda"},
	{.parent = AGENDA_NONE, .number = "2", .printed = "2", .title = "The state of rivers"},
	{.parent = AGENDA_NONE,
		.number = "8",
		.printed = "8",
		.title = "Adoption of the report of the Commission",
		.joint = with_lakes,
		.joint_count = 1},
	{.parent = AGENDA_NONE,
		.body = 1,
		.number = "2",
		.printed = "2",
		.title = "The state of lakes"},
};

static struct agenda_slot slots[] = {{.date = "2014-06-02", .from = 600, .to = 780}};

static struct agenda agenda = {.id = "rivers",
	.title = "Rivers",
	.organ = "Economic and Social Council",
	.place = "Vienna",
	.from = "2014-06-02",
	.to = "2014-06-06",
	.timezone = "Europe/Vienna",
	.status = "provisional",
	.symbols = "RIV/CN.1/2014/1",
	.language = "English",
	.bodies = bodies,
	.body_count = 1,
	.items = items,
	.item_count = 3,
	.slots = slots,
	.slot_count = 1};

static void begin(size_t body_count)
{
	struct agenda one = agenda;

	one.body_count = body_count;
	one.item_count = body_count == 1 ? 3 : 4;
	items[2].joint_count = body_count - 1;
	one.symbols = body_count == 1 ? "RIV/CN.1/2014/1" : "RIV/CN.1/2014/1-RIV/CN.2/2014/1";
	scene_agenda(&scene, &one);
}

static void set(const char *key, const char *text)
{
	struct err err = {0};

	if (!template_set(&scene.template, key, text, &err))
		fail_msg("%s", err.text);
}

/* A draft report is a paper under the item on its adoption where the body has it so. */
static void a_draft_before_the_adoption_of_the_agenda_has_a_note_to_the_provisional_one(
	void **state)
{
	(void)state;
	begin(1);
	set("use", "commission");
	expect("Commission on Rivers\nVienna, 2–6 June 2014\nItem 8 of the provisional agenda*\n"
	       "Adoption of the report of the Commission\n\nDraft report of the Commission on Rivers");
	expect("\n* RIV/CN.1/2014/1.\n");
	compare_format("corner", "markdown");
	compare_format("corner", "html");
	compare_format("corner", "akn");
}

static void once_the_agenda_is_adopted_there_is_no_note(void **state)
{
	(void)state;
	begin(1);
	set("use", "session");
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_adopt(&scene, "agenda", "consensus", false);
	scene_end(&scene);
	expect("Vienna, 2–6 June 2014\nAgenda item 8\nAdoption of the report of the Commission\n");
	expect_none("provisional agenda*");
	expect_none("\n* ");
}

static void each_body_that_meets_has_its_own_number_of_the_item(void **state)
{
	(void)state;
	begin(2);
	set("use", "commission");
	expect("Commission on Rivers\nVienna, 2–6 June 2014\nItem 8 of the provisional agenda*\n");
	expect("Commission on Lakes\nVienna, 2–6 June 2014\nItem 7 of the provisional agenda**\n");
	expect("\n* RIV/CN.1/2014/1.\n\n** RIV/CN.2/2014/1.\n");
}

/* The reports of 2010 and 2018, and any final one. */
static void a_report_of_a_working_group_and_a_final_report_name_no_item(void **state)
{
	(void)state;
	begin(1);
	expect("Vienna, 2–6 June 2014\n\nDraft report on");
	set("use", "commission");
	scene_begin(&scene);
	scene_document(&scene, NULL, "Final report", "RIV/CN.1/2014/9");
	scene_end(&scene);
	expect("\nRIV/CN.1/2014/9\n\nDistr.: General\n");
	expect("Vienna, 2–6 June 2014\n\nReport of");
}

/* Conventions 1.1. */
static void a_paper_that_is_not_translated_says_its_language_alone(void **state)
{
	struct agenda one = agenda;

	(void)state;
	one.language = "English only";
	items[2].joint_count = 0;
	scene_agenda(&scene, &one);
	expect("\n\n6 June 2014\n\nEnglish only\n\nCommission on Rivers");
	expect_none("Distr.");
	expect_none("Original");
}

static void the_original_language_has_its_name_where_only_its_code_was_set(void **state)
{
	static const char *const codes[] = {"fr", "F", "FR", "French"};
	struct agenda one = agenda;

	(void)state;
	items[2].joint_count = 0;
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
		one.language = codes[i];
		scene_agenda(&scene, &one);
		expect("\n\nOriginal: French\n\n");
		scene_tear_down(NULL);
	}
	one.language = "German";
	scene_agenda(&scene, &one);
	expect("\n\nOriginal: German\n\n");
}

static void a_note_without_its_symbol_is_a_gap(void **state)
{
	struct agenda one = agenda;

	(void)state;
	one.symbols = NULL;
	items[2].joint_count = 0;
	scene_agenda(&scene, &one);
	set("use", "commission");
	expect("Item 8 of the provisional agenda\n");
	assert_true(scene_has_gap(&scene, "The symbol of the provisional agenda is not known"));
}

/* --- lists --- */

static void expect_list(const char *style, const char *golden)
{
	set("use", style);
	for (size_t i = 0; document_writers[i]; i++) {
		if (strcmp(document_writers[i]->name, "docx") == 0)
			continue;
		char *text = scene_report(&scene, document_writers[i]->name);
		assert_null(strstr(text, "/L."));
		if (i == 0 || strcmp(document_writers[i]->name, "html") == 0)
			scene_golden(golden, document_writers[i]->name, text);
		free(text);
	}
}

/* Who spoke, what was distributed and who came, in the order of conventions 4.2. */
static void lists_are_papers_of_their_own(void **state)
{
	(void)state;
	begin_2012();
	scene_participant(&scene, "un_body", "World Bank", "the World Bank");
	scene_participant(&scene, "nongovernmental", "Museums Watch", NULL);
	scene_status(&scene, "party", "Benin; Canada; Côte d’Ivoire; Zimbabwe");
	scene_status(&scene, "signatory", "Japan");
	scene_status(&scene, "nonparty", "Somalia; Holy See");
	scene_document(&scene, NULL, "Draft report", "CTOC/COP/WG.2/2012/L.1");
	scene_document(&scene, NULL, "List of participants", "CTOC/COP/WG.2/2012/INF/1");
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_speakers(&scene, "2", "Museums Watch; Zimbabwe; World Bank; Holy See; Somalia");
	scene_speakers(&scene, "2", "Japan; Côte d’Ivoire; Canada; Benin");
	scene_end(&scene);
	expect_list("statements", "list_statements");
	expect_list("documents", "list_documents");
	expect_list("attendance", "list_attendance");
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_before_the_adoption_of_the_agenda_has_a_note_to_the_provisional_one),
		TEST(once_the_agenda_is_adopted_there_is_no_note),
		TEST(each_body_that_meets_has_its_own_number_of_the_item),
		TEST(a_report_of_a_working_group_and_a_final_report_name_no_item),
		TEST(a_paper_that_is_not_translated_says_its_language_alone),
		TEST(the_original_language_has_its_name_where_only_its_code_was_set),
		TEST(a_note_without_its_symbol_is_a_gap),
		TEST(lists_are_papers_of_their_own),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
