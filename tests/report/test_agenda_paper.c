/* SPDX-License-Identifier: MIT */
/* The agenda as a document: whole ones against golden files, and single rules. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/template_file.h"
#include "store/agenda_held.h"
#include "support/document/valid.h"
#include "support/report/scene.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define TOP .parent = AGENDA_NONE

/* --- an agenda of the structure of 2012 --- */

static struct agenda_body bodies[] = {
	{"wells", "Working Group on Springs and Wells", "the Working Group", "RIV/WG.1", 0,
		"Third session"},
	{"lakes", "Committee on Lakes", NULL, "RIV/C.2", 0, NULL},
};
static struct agenda_document documents[] = {
	{"Report of the Secretariat", "the state of springs in dry years", "RIV/2019/4", 0, false},
	{"Note by the Secretariat", "Wells: an inventory", "RIV/WG.1/2019/2-RIV/C.2/2019/3", 0,
		false},
	{"Conference room paper", NULL, "RIV/WG.1/2019/CRP.1", 0, false},
	{NULL, "UNESCO guidelines on wells", "RIV/2018/INF/2", 0, false},
	{"Note by the Secretariat", "UNESCO guidelines", "RIV/2018/3", 0, false},
	{NULL, "", "RIV/2018/9", 0, false},
};
static size_t of_2[] = {0, 1}, of_3[] = {2, 3, 4, 5}, of_4_a_ii[] = {0};
static struct agenda_joint with_lakes[] = {{1, NULL}};
static struct agenda_item items[] = {
	{TOP, .number = "1", .printed = "1", .title = "Organizational matters"},
	{.parent = 0,
		.number = "(a)",
		.printed = "1 (a)",
		.title = "Opening of the meeting",
		.annotation = "The meeting will be opened on Monday, 3 June 2019, at 10 a.m."},
	{.parent = 0,
		.number = "(b)",
		.printed = "1 (b)",
		.title = "Adoption of the agenda.",
		.annotation =
			"The Bureau agreed on it\nin May 2019.\n\n* It is *provisional* {para}.\n"},
	{TOP, .number = "2", .printed = "2", .title = "Springs in dry years",
		.annotation = "The Working Group may wish to discuss “springs”, etc.",
		.documents = of_2, .document_count = COUNT(of_2)},
	{TOP, .number = "3", .printed = "3", .title = "Inventory of wells",
		.heading = "Inventories of wells", .documents = of_3, .document_count = COUNT(of_3),
		.joint = with_lakes, .joint_count = 1},
	{TOP, .number = "4", .printed = "4", .title = "Rivers, etc."},
	{.parent = 5, .number = "(a)", .printed = "4 (a)", .title = "Small rivers"},
	{.parent = 6, .number = "(i)", .printed = "4 (a) (i)", .title = "In summer"},
	{.parent = 6,
		.number = "(ii)",
		.printed = "4 (a) (ii)",
		.title = "In winter",
		.documents = of_4_a_ii,
		.document_count = 1},
	{.parent = 5, .number = "(b)", .printed = "4 (b)", .title = "Large rivers"},
	{TOP, .number = "5", .printed = "5", .title = "Other matters"},
};
static struct agenda_slot_item morning[] = {{1, NULL}, {2, NULL}, {3, "Springs"}};
static struct agenda_slot_item afternoon[] = {{4, NULL}};
static struct agenda_slot_item second[] = {{8, NULL}, {10, NULL}};
static struct agenda_slot slots[] = {
	{.date = "2019-06-03",
		.from = 600,
		.to = 780,
		.items = morning,
		.item_count = COUNT(morning)},
	{.date = "2019-06-03", .from = 780, .to = 900, .label = "Visit of the old well"},
	{.date = "2019-06-03",
		.from = 900,
		.to = 1080,
		.room = "Boardroom",
		.items = afternoon,
		.item_count = 1},
	{.date = "2019-06-04",
		.from = -1,
		.to = -1,
		.half = "am",
		.label = "Panel",
		.items = second,
		.item_count = 2},
	{.date = "2019-06-05", .from = -1, .to = -1, .half = "pm", .label = "Closing"},
};
static const struct agenda springs = {.id = "springs",
	.title = "Springs",
	.organ = "Conference on Rivers",
	.place = "Geneva",
	.from = "2019-06-03",
	.to = "2019-06-05",
	.status = "provisional",
	.symbols = "RIV/WG.1/2019/1",
	.date = "2019-03-29",
	.distribution = "General",
	.language = "English",
	.bodies = bodies,
	.body_count = 2,
	.documents = documents,
	.document_count = COUNT(documents),
	.items = items,
	.item_count = COUNT(items),
	.slots = slots,
	.slot_count = COUNT(slots)};

/* Yours to free. */
static char *printed(const struct agenda *agenda, bool adopted, const char *format)
{
	struct document document;
	struct template template;
	struct str out;

	template_init(&template);
	template_file_default(&template);
	document_init(&document);
	str_init(&out);
	report_agenda(agenda, &template, adopted, &document);
	document_writer(format)->write(&document, &out);
	valid_document(&document);
	document_clear(&document);
	template_clear(&template);
	return str_take(&out);
}

static void expect(const struct agenda *agenda, bool adopted, const char *words, bool there)
{
	char *text = printed(agenda, adopted, "text");

	if ((strstr(text, words) != NULL) != there)
		fail_msg("%s: %s\n%s", there ? "not there" : "there", words, text);
	free(text);
}

/* --- whole --- */

static void an_agenda_is_printed_like_the_golden_files(void **state)
{
	static const char *const formats[] = {"text", "markdown", "html", "akn", "json"};

	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		char *text = printed(&springs, false, formats[i]);
		scene_golden("agenda", formats[i], text);
		free(text);
	}
}

static void an_agenda_of_two_bodies_has_a_list_for_each_and_both_numbers(void **state)
{
	struct agenda_joint with_two[] = {{1, "1"}};
	struct agenda_item both[] = {{TOP, .number = "1", .printed = "1", .title = "Opening"},
		{TOP, .number = "2", .printed = "2", .title = "Algae", .joint = with_two,
			.joint_count = 1, .annotation = "Both will discuss algae."},
		{TOP, .body = 1, .number = "2", .printed = "2", .title = "Ice",
			.annotation = "The Committee will discuss ice."}};
	struct agenda_slot_item planned[] = {{0, NULL}, {1, NULL}, {2, NULL}};
	struct agenda_slot day = {
		.date = "2019-06-03", .from = 600, .to = -1, .items = planned, .item_count = 3};
	struct agenda agenda = springs;

	(void)state;
	agenda.items = both;
	agenda.item_count = COUNT(both);
	agenda.slots = &day;
	agenda.slot_count = 1;
	expect(&agenda, false,
		"Working Group on Springs and Wells\nThird session\nGeneva, 3–5 June 2019\n\n"
		"Committee on Lakes\nGeneva, 3–5 June 2019\n",
		true);
	expect(&agenda, false,
		"Working Group on Springs and Wells\n\n1. Opening.\n\n2. Algae.\n\n"
		"Committee on Lakes\n\n1. Algae.\n\n2. Ice.\n",
		true);
	expect(&agenda, false,
		"2. Algae (agenda item 2, Working Group on Springs and Wells; agenda item 1,"
		" Committee on Lakes)\n\nBoth will discuss algae.\n",
		true);
	expect(&agenda, false, "2, Committee on Lakes   Ice\n", true);
}

/* --- rules --- */

static void once_adopted_nothing_is_called_provisional_or_proposed(void **state)
{
	struct agenda agenda = springs;

	(void)state;
	expect(&agenda, false, "\nProvisional agenda and annotations\n", true);
	expect(&agenda, false, "\nAnnex\n\nProposed organization of work\n", true);
	expect(&agenda, true, "\nAgenda and annotations\n", true);
	expect(&agenda, true, "\nAnnex\n\nOrganization of work\n", true);
	agenda.heading = "Annotated provisional agenda and proposed organization of work";
	agenda.annex = "Tentative timetable";
	expect(&agenda, false, "\nAnnotated provisional agenda and proposed organization of work\n",
		true);
	agenda.status = "adopted";
	expect(&agenda, false, "\nAnnotated agenda and organization of work\n", true);
	expect(&agenda, false, "\nAnnex\n\nTimetable\n", true);
}

static void what_is_not_there_is_not_printed(void **state)
{
	struct agenda_item one = {TOP, .number = "1", .printed = "1", .title = "Opening"};
	struct agenda agenda = {.title = "T",
		.from = "2019-06-03",
		.to = "2019-06-03",
		.bodies = bodies + 1,
		.body_count = 1,
		.items = &one,
		.item_count = 1};

	(void)state;
	char *text = printed(&agenda, false, "text");
	assert_string_equal(
		text, "Committee on Lakes\n3 June 2019\n\nProvisional agenda\n\n1. Opening.\n");
	free(text);
}

/* An import may not have found it. */
static void what_is_not_known_does_no_harm(void **state)
{
	struct agenda_slot_item planned = {0, NULL};
	struct agenda_slot slot = {.from = -1, .to = -1, .items = &planned, .item_count = 1};
	struct agenda_body none = {0};
	struct agenda_item one = {TOP, .number = "1", .printed = "1", .title = "Opening"};
	struct agenda agenda = {.bodies = &none,
		.body_count = 1,
		.items = &one,
		.item_count = 1,
		.slots = &slot,
		.slot_count = 1};

	(void)state;
	char *text = printed(&agenda, false, "text");
	assert_string_equal(text,
		"Provisional agenda\n\n1. Opening.\n\nAnnex\n\nProposed organization "
		"of work\n\nDate and time   Agenda item   Title or description\n"
		"                1             Opening\n");
	free(text);
}

static void an_item_about_which_nothing_is_said_has_no_heading(void **state)
{
	(void)state;
	expect(&springs, false, "4. Rivers, etc.\n\n(a) Small rivers\n\n(ii) In winter\n\nDocum",
		true);
	expect(&springs, false, "\n(b) Large rivers\n", false);
	expect(&springs, false, "\n5. Other matters\n", false);
}

static void what_was_typed_becomes_no_markup(void **state)
{
	(void)state;
	expect(&springs, false, "\n* It is *provisional* {para}.\n", true);
	char *text = printed(&springs, false, "html");
	assert_null(strstr(text, "<em>"));
	free(text);
}

static void an_untranslated_paper_has_no_original(void **state)
{
	struct agenda agenda = springs;

	(void)state;
	expect(&agenda, false, "\nOriginal: English\n", true);
	agenda.language = "English only";
	expect(&agenda, false, "\nEnglish only\n", true);
	expect(&agenda, false, "Original", false);
}

static void paragraphs_are_told_from_wrapped_lines(void **state)
{
	static const char *const annotations[][2] = {{"One.\nTwo.", "\nOne.\n\nTwo.\n"},
		{"One,\nwrapped.\n\nTwo.\nwrapped", "\nOne, wrapped.\n\nTwo. wrapped\n"},
		{"One,\nwrapped.\nTwo:\n(a) Three;\n(b) Four.\n",
			"\nOne, wrapped.\n\nTwo:\n\n(a) Three;\n\n(b) Four.\n"},
		{"One\n\n\n\nTwo\n\n", "\nOne\n\nTwo\n"}};

	(void)state;
	for (size_t i = 0; i < COUNT(annotations); i++) {
		struct agenda_item item = {TOP, .number = "1", .printed = "1", .title = "T",
			.annotation = annotations[i][0]};
		struct agenda agenda = springs;
		agenda.items = &item;
		agenda.item_count = 1;
		agenda.slot_count = 0;
		expect(&agenda, false, annotations[i][1], true);
	}
}

/* --- out of a session --- */

static void a_session_prints_what_its_agenda_does(void **state)
{
	struct scene scene;
	struct agenda_held held;

	(void)state;
	scene_agenda(&scene, &springs);
	store_agenda_held(scene.store, scene.session, &held);
	char *expected = printed(&springs, false, "text");
	char *text = printed(&held.agenda, held.use.adopted, "text");
	assert_string_equal(text, expected);
	free(text);
	free(expected);
	agenda_held_clear(&held);
	scene_clear(&scene);
}

static void a_document_that_was_withdrawn_is_not_printed(void **state)
{
	struct agenda_document own[COUNT(documents)];
	struct agenda agenda = springs;

	(void)state;
	memcpy(own, documents, sizeof documents);
	agenda.documents = own;
	own[1].withdrawn = true;
	expect(&agenda, false, "RIV/2019/4", true);
	expect(&agenda, false, "Wells: an inventory", false);
	/* Of item 4 (a) (ii) it is all that was said. */
	expect(&agenda, false, "(ii) In winter", true);
	own[0].withdrawn = true;
	char *text = printed(&agenda, false, "text");
	const char *notes = strstr(text, "Annotations"), *annex = strstr(text, "Annex");
	assert_non_null(notes);
	const char *winter = strstr(notes, "In winter");
	assert_true(!winter || winter > annex);
	free(text);
}

static void a_slot_without_a_time_is_told_from_the_one_before_it(void **state)
{
	struct agenda_slot own[] = {slots[0], slots[2], slots[3]};
	struct agenda agenda = springs;

	(void)state;
	agenda.slots = own;
	agenda.slot_count = COUNT(own);
	expect(&agenda, false, "to be announced", false);
	own[1].from = own[1].to = -1;
	expect(&agenda, false, "Time to be announced, Boardroom", true);
	/* The first of its day stands below the day; a room alone would be no time. */
	own[1].date = "2019-06-04";
	expect(&agenda, false, "Time to be announced, Boardroom", true);
	own[1].room = NULL;
	own[2].date = "2019-06-05";
	expect(&agenda, false, "to be announced", false);
}

static void the_report_says_which_session_it_was_too(void **state)
{
	struct scene scene;

	(void)state;
	scene_agenda(&scene, &springs);
	scene_expect(&scene,
		"Working Group on Springs and Wells\nThird session\nGeneva, 3–5 June 2019\n");
	scene_clear(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_agenda_is_printed_like_the_golden_files),
		cmocka_unit_test(an_agenda_of_two_bodies_has_a_list_for_each_and_both_numbers),
		cmocka_unit_test(once_adopted_nothing_is_called_provisional_or_proposed),
		cmocka_unit_test(what_is_not_there_is_not_printed),
		cmocka_unit_test(what_is_not_known_does_no_harm),
		cmocka_unit_test(an_item_about_which_nothing_is_said_has_no_heading),
		cmocka_unit_test(what_was_typed_becomes_no_markup),
		cmocka_unit_test(an_untranslated_paper_has_no_original),
		cmocka_unit_test(paragraphs_are_told_from_wrapped_lines),
		cmocka_unit_test(a_session_prints_what_its_agenda_does),
		cmocka_unit_test(a_document_that_was_withdrawn_is_not_printed),
		cmocka_unit_test(a_slot_without_a_time_is_told_from_the_one_before_it),
		cmocka_unit_test(the_report_says_which_session_it_was_too),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
