/* SPDX-License-Identifier: MIT */
/* What a rapporteur stumbles over when the report is read aloud: words that say
 * more than is known, say it twice, or leave out who is meant. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/document/valid.h"
#include "support/report/one_scene.h"

/* --- status that is not known --- */

static void an_organization_of_unknown_status_is_not_called_an_observer(void **state)
{
	(void)state;
	begin_2012();
	scene_speakers(&scene, "8", "European Union");
	scene_end(&scene);
	expect("a statement was made by the representative of the European Union.\n");
	expect("The European Union was represented at the meeting.\n");
	expect_none("observer");
	assert_true(scene_has_gap(&scene, "Whether 1 participant is a party is not known"));
}

static void an_observer_state_of_unknown_status_is_not_called_an_observer(void **state)
{
	(void)state;
	begin_2012();
	scene_speakers(&scene, "8", "Holy See; European Union; Benin");
	scene_end(&scene);
	expect("a statement was made by the representative of Benin.\n");
	expect("Statements were also made by the representatives of the European Union and the Holy"
	       " See.\n");
	expect("The European Union and the Holy See were represented at the meeting.\n");
	expect_none("observer");
	assert_true(scene_has_gap(&scene, "Whether 3 participants are parties is not known"));
}

static void who_is_known_not_to_be_a_party_is_an_observer(void **state)
{
	(void)state;
	begin_2012();
	scene_status(&scene, "nonparty", "Holy See; European Union");
	scene_participant(&scene, "un_body", "World Bank", "the World Bank");
	scene_speakers(&scene, "8", "Holy See; European Union; World Bank");
	scene_end(&scene);
	expect("made by the observer for the Holy See.\n");
	expect("made by the observers for the World Bank and the European Union.\n");
	assert_false(scene_has_gap(&scene, "Whether "));
}

/* --- when --- */

static void a_meeting_opened_again_in_the_morning_was_in_no_afternoon(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "8");
	/* The next free slot is that of the afternoon. */
	scene_meeting_at(&scene, 1, 10 * 60 + 30);
	scene_open(&scene, "8");
	scene_end(&scene);
	expect("agenda item 8, entitled “Other matters”, on the morning of 17 October 2012.\n");
}

static void a_meeting_is_of_its_slot_when_it_opens_early_or_late(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting_at(&scene, 0, 13 * 60);
	scene_open(&scene, "8");
	scene_meeting_at(&scene, 1, 14 * 60 + 40);
	scene_open(&scene, "8");
	scene_end(&scene);
	expect("on the morning and afternoon of 17 October 2012.\n");
}

static void the_year_is_said_once(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "1 (b)");
	scene_conclude(&scene, "1 (b)");
	scene_open(&scene, "2");
	scene_meeting(&scene, 1);
	scene_open(&scene, "3");
	scene_meeting(&scene, 2);
	scene_open(&scene, "4");
	scene_adopt(&scene, "report", NULL, false);
	scene_end(&scene);
	expect("on the morning of 17 October 2012.\n");
	expect("on the afternoon of 17 October.\n");
	expect("on the morning of 18 October.\n");
	expect("met in Vienna on 17 and 18 October 2012, holding three meetings.\n");
	expect("At its 1st meeting, on 17 October, the Working Group adopted the following agenda");
	expect("At its 3rd meeting, on 18 October, the Working Group adopted the present report");
}

static void a_new_year_is_said_again(void **state)
{
	struct agenda_item items[] = {
		{.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Wells"},
		{.parent = AGENDA_NONE, .number = "2", .printed = "2", .title = "Springs"},
		{.parent = AGENDA_NONE, .number = "3", .printed = "3", .title = "Lakes"},
	};
	struct agenda_slot slots[] = {{.date = "2029-12-31", .from = 600, .to = 780},
		{.date = "2030-01-01", .from = 600, .to = 780},
		{.date = "2030-01-02", .from = 600, .to = 780}};
	struct agenda agenda = {.id = "new-year",
		.title = "Springs",
		.place = "Accra",
		.from = "2029-12-31",
		.to = "2030-01-02",
		.items = items,
		.item_count = 3,
		.slots = slots,
		.slot_count = 3};

	(void)state;
	scene_agenda(&scene, &agenda);
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_open(&scene, "1");
	scene_open(&scene, "2");
	scene_meeting(&scene, 1);
	scene_open(&scene, "2");
	scene_meeting(&scene, 2);
	scene_open(&scene, "3");
	scene_end(&scene);
	expect("“Wells”, on the morning of 31 December 2029.\n");
	expect("“Springs”, on the morning of 31 December 2029 and the morning of 1 January 2030.\n");
	expect("“Lakes”, on the morning of 2 January.\n");
}

/* --- what was said --- */

static void a_group_stands_behind_the_parties_and_under_the_item(void **state)
{
	(void)state;
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_status(&scene, "party", "Benin; Canada");
	scene_speakers(&scene, "8", "Benin; Canada; Spain; European Union");
	scene_say(&scene, "8", "Egypt", NULL, "African Group", "");
	scene_end(&scene);
	expect("States parties to the Convention: Benin and Canada.\n\n"
	       "7. Under the same agenda item, the representative of Egypt made a statement on behalf"
	       " of the African Group.\n\n"
	       "8. A statement was also made by the representative of Spain.\n\n"
	       "9. A statement was also made by the representative of the European Union.\n");
}

static void a_presentation_that_was_noted_is_told_once(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "3");
	scene_say(&scene, "3", "Secretariat", "presentation", NULL, "presented its paper");
	scene_open(&scene, "4");
	scene_say(&scene, "4", "Secretariat", "presentation", NULL, "presented its tools");
	scene_say(&scene, "4", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "4", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "4", "Spain", NULL, NULL, "asked for more tools");
	scene_open(&scene, "5");
	scene_say(&scene, "5", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "5", "Secretariat", "presentation", NULL, "presented its plans");
	scene_open(&scene, "8");
	scene_say(&scene, "8", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "8", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "8", "Spain", NULL, NULL, "asked for more time");
	scene_end(&scene);
	expect("of 17 October 2012.\n\n4. The Secretariat presented its paper.\n");
	expect("\n\n6. The Secretariat presented its tools.\n\n"
	       "7. One speaker asked for more tools.\n\n"
	       "8. Two further presentations were made by representatives of the Secretariat.\n");
	expect("\n\n10. The Secretariat presented its plans.\n\n"
	       "11. A further presentation was made by a representative of the Secretariat.\n");
	expect("\n\n13. Two representatives of the Secretariat made presentations.\n\n"
	       "14. One speaker asked for more time.\n");
}

static void a_panellist_whose_words_were_noted_is_still_named(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "3");
	scene_say(&scene, "3", "Spain", "panellist", NULL, "presented a case");
	scene_end(&scene);
	expect("The discussion was led by the following panellist: Spain.\n\n"
	       "5. One panellist presented a case.\n");
}

static void quotation_marks_and_apostrophes_are_printed_curly(void **state)
{
	(void)state;
	begin_2012();
	scene_participant(&scene, "guest", "Friends of the Museum's Court", NULL);
	scene_meeting(&scene, 0);
	scene_open(&scene, "3");
	scene_say(&scene, "3", "Friends of the Museum's Court", NULL, NULL,
		"asked for the Office's \"omnibus 'survey' software\"");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED,
		"welcomes the States' \"blue book\"");
	scene_chapeau(&scene, "wg2", "The Chair's \"friends\"");
	scene_document(&scene, "Note", "The \"blue book\"", "X/1");
	scene_end(&scene);
	expect("One speaker asked for the Office’s “omnibus ‘survey’ software”.\n");
	expect("(a) Welcomes the States’ “blue book”.\n");
	expect("The Chair’s “friends”:\n");
	expect("Note entitled “The ‘blue book’” (X/1)");
	expect("made by Friends of the Museum’s Court.\n");
}

/* --- joint items --- */

static void a_number_in_a_body_that_only_joins_is_not_made_up(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 2);
	scene_open(&scene, "6");
	scene_open(&scene, "7");
	scene_speakers(&scene, "6", "Spain");
	scene_end(&scene);
	expect("(agenda item 6, Working Group of Government Experts on Technical Assistance;"
	       " agenda item […], Working Group on International Cooperation)\n");
	expect("The working groups considered the joint agenda item entitled “Recommendations and");
	expect("Under the joint agenda item entitled “Recommendations and");
	assert_true(scene_has_gap(&scene,
		"The numbers of items 6 and 7 on the agenda of the Working Group on International"
		" Cooperation are not known"));
}

static void an_unknown_number_of_an_item_that_was_not_taken_up_is_not_missed(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 2);
	scene_open(&scene, "7");
	scene_end(&scene);
	assert_true(scene_has_gap(&scene,
		"The number of item 7 on the agenda of the Working Group on International"
		" Cooperation is not known"));
}

static void bodies_that_both_meet_share_a_number_unless_it_is_said_otherwise(void **state)
{
	(void)state;
	scene_2018(&scene);
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_open(&scene, "wg2:3");
	scene_open(&scene, "wg2:4");
	scene_end(&scene);
	expect("(agenda item 3, Working Group of Government Experts on Technical Assistance;"
	       " agenda item 3, Working Group on International Cooperation)\n");
	expect("(agenda item 4, Working Group of Government Experts on Technical Assistance;"
	       " agenda item 5, Working Group on International Cooperation)\n");
	assert_false(scene_has_gap(&scene, "The number"));
}

/* --- the symbol --- */

static void a_report_without_symbol_says_so_in_the_form_of_the_body(void **state)
{
	(void)state;
	begin_2012();
	scene_end(&scene);
	expect("Organized Crime\n\nCTOC/COP/WG.2/2012/L.[…]\n\nDistr.: Limited\n");
	assert_true(scene_has_gap(&scene, "The symbol of the report is not known"));
}

static void two_bodies_have_two_symbols_in_one(void **state)
{
	(void)state;
	scene_2018(&scene);
	expect("\n\nCTOC/COP/WG.2/2018/L.[…]-CTOC/COP/WG.3/2018/L.[…]\n\n");
}

static void a_draft_report_in_the_register_gives_the_symbol_and_is_not_before_the_meeting(
	void **state)
{
	(void)state;
	begin_2012();
	scene_document(&scene, "Note by the Secretariat", "a draft", "CTOC/COP/WG.2/2012/L.2");
	scene_document(&scene, "Draft report", "The report", "CTOC/COP/WG.2/2012/L.1");
	scene_end(&scene);
	expect("Organized Crime\n\nCTOC/COP/WG.2/2012/L.1\n\nDistr.: Limited\n");
	assert_false(scene_has_gap(&scene, "The symbol of the report"));
	expect("a draft (CTOC/COP/WG.2/2012/L.2).\n");
	expect_none("(CTOC/COP/WG.2/2012/L.1)");
}

/* --- its adoption --- */

static void an_adoption_that_is_on_the_agenda_is_missed_with_the_command_for_it(void **state)
{
	struct agenda_item items[] = {
		{.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Wells"},
		{.parent = AGENDA_NONE,
			.number = "2",
			.printed = "2",
			.title = "Adoption of the report"},
	};
	struct agenda_slot slots[] = {{.date = "2030-01-01", .from = 600, .to = 780}};
	struct agenda agenda = {.id = "adoption",
		.title = "Committee on Wells",
		.from = "2030-01-01",
		.to = "2030-01-01",
		.items = items,
		.item_count = 2,
		.slots = slots,
		.slot_count = 1};

	(void)state;
	scene_agenda(&scene, &agenda);
	assert_true(scene_has_gap(&scene, "The report has not been adopted: item conclude 2"));
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_conclude(&scene, "2");
	scene_end(&scene);
	expect("At its 1st meeting, on 1 January, the Committee adopted the present report on its"
	       " meeting.\n");
	assert_false(scene_has_gap(&scene, "The report has not been adopted"));
}

/* --- recommendations --- */

static void recommend(const char *style, const char *chapeau, const char *text)
{
	begin_2012();
	if (chapeau)
		scene_chapeau(&scene, "wg2", chapeau);
	scene_recommend(&scene, "wg2", style, RECOMMENDATION_DRAFT, text);
	scene_end(&scene);
}

static void expect_warning(
	const char *style, const char *chapeau, const char *text, const char *warning)
{
	recommend(style, chapeau, text);
	bool warned = scene_has_gap(&scene, warning ? warning : "Recommendation r1");
	if (warned != (warning != NULL))
		fail_msg("%s / %s: %s", chapeau ? chapeau : "-", text,
			warned ? "warned" : "not warned");
	scene_clear(&scene);
}

static void a_text_that_is_a_list_keeps_its_levels(void **state)
{
	static const char *const lettered[] = {"takes note of the report;",
		"requests the Secretariat:\n(i) to report:\n- in writing\n- orally;\n(ii) to advise.",
		"encourages States parties:\nto act\nto inform: \n - each other"};

	(void)state;
	begin_2012();
	for (size_t i = 0; i < 3; i++)
		scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, lettered[i]);
	scene_recommend(&scene, "wg3", "numbered", RECOMMENDATION_ADOPTED,
		"States should:\nact:\n- now\n- soon\nreport.");
	scene_recommend(&scene, "wg3", "numbered", RECOMMENDATION_ADOPTED, "States should meet");
	scene_end(&scene);
	compare("levels");
}

static void who_should_is_missed_where_nothing_before_it_says_who(void **state)
{
	static const char should[] =
		"Recommendation r1 begins with “should” and does not say who: recommendation edit";
	static const char would[] = "Recommendation r1 begins with “would” and does not say who";

	(void)state;
	expect_warning("lettered", NULL, "should consider it", should);
	expect_warning("lettered", NULL, "(a) Should consider it;", should);
	expect_warning("lettered", "The Working Group recommended that:", "would help", would);
	expect_warning("lettered", "The Working Group recommends", "would help", would);
	expect_warning("lettered", "The Working Group agreed that …", "should wait", should);
	expect_warning("lettered", "The Working Group decided:", "could wait",
		"Recommendation r1 begins with “could” and does not say who");
	expect_warning("lettered", "The Working Group stressed", "should wait", should);
	expect_warning("lettered", "the working group:", "should wait", should);
	expect_warning("numbered", NULL, "should wait", should);
}

static void who_should_is_not_missed_where_it_is_said(void **state)
{
	(void)state;
	expect_warning("lettered", NULL, "States should consider it", NULL);
	expect_warning("lettered", NULL, "Requests the Secretariat to consider it", NULL);
	expect_warning("lettered",
		"The Working Group recommended that States parties:", "should consider it", NULL);
	expect_warning("lettered", "The States concerned:", "should consider it", NULL);
	expect_warning("numbered", "States parties", "should consider it", NULL);
	expect_warning("lettered", NULL, "Shoulder to shoulder", NULL);
}

static void what_was_withdrawn_is_not_missed(void **state)
{
	(void)state;
	begin_2012();
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_WITHDRAWN, "should wait");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, "should go on");
	scene_end(&scene);
	assert_false(scene_has_gap(&scene, "Recommendation r1"));
	assert_true(scene_has_gap(&scene, "Recommendation r2 begins with “should”"));
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_organization_of_unknown_status_is_not_called_an_observer),
		TEST(an_observer_state_of_unknown_status_is_not_called_an_observer),
		TEST(who_is_known_not_to_be_a_party_is_an_observer),
		TEST(a_meeting_opened_again_in_the_morning_was_in_no_afternoon),
		TEST(a_meeting_is_of_its_slot_when_it_opens_early_or_late),
		TEST(the_year_is_said_once),
		TEST(a_new_year_is_said_again),
		TEST(a_group_stands_behind_the_parties_and_under_the_item),
		TEST(a_presentation_that_was_noted_is_told_once),
		TEST(a_panellist_whose_words_were_noted_is_still_named),
		TEST(quotation_marks_and_apostrophes_are_printed_curly),
		TEST(a_number_in_a_body_that_only_joins_is_not_made_up),
		TEST(an_unknown_number_of_an_item_that_was_not_taken_up_is_not_missed),
		TEST(bodies_that_both_meet_share_a_number_unless_it_is_said_otherwise),
		TEST(a_report_without_symbol_says_so_in_the_form_of_the_body),
		TEST(two_bodies_have_two_symbols_in_one),
		TEST(a_draft_report_in_the_register_gives_the_symbol_and_is_not_before_the_meeting),
		TEST(an_adoption_that_is_on_the_agenda_is_missed_with_the_command_for_it),
		TEST(a_text_that_is_a_list_keeps_its_levels),
		TEST(who_should_is_missed_where_nothing_before_it_says_who),
		TEST(who_should_is_not_missed_where_it_is_said),
		TEST(what_was_withdrawn_is_not_missed),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
