/* SPDX-License-Identifier: MIT */
/* The register and the contributions on the screen, and the way from a symbol to its
 * entry and back. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/document.h"
#include "support/ui/one_screen.h"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 30, 100);
	return 0;
}

static const char *state_of(const char *symbol)
{
	struct document_row row;
	int64_t id = store_document_find(screen.fixture.store, screen.fixture.desk.session, symbol);

	assert_true(store_document(screen.fixture.store, id, &screen.fixture.arena, &row));
	return row.state;
}

/* --- from a symbol to its entry --- */

static void a_note_leads_to_the_document_and_stays_open(void **state)
{
	(void)state;
	screen_do(&screen, "meeting open --at 10:00");
	screen_do(&screen, "item open '1 (a)'");
	screen_do(&screen, "statement add can --item '1 (a)'");
	screen_keys(&screen, "End Enter");
	screen_type(&screen, "as in CTOC/COP/2012/10");
	screen_keys(&screen, "F7");
	screen_shows(&screen, "CTOC/COP/2012/10 \u00b7 d2 \u00b7 announced");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "as in CTOC/COP/2012/10");
	screen_type(&screen, ", and more");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "as in CTOC/COP/2012/10, and more");
}

static void an_item_leads_to_the_documents_under_it(void **state)
{
	(void)state;
	screen_keys(&screen, "4 Home Down Down Down Down");
	screen_keys(&screen, "d");
	screen_shows(&screen, "Which document?");
	screen_keys(&screen, "2");
	screen_shows(&screen, "DOCUMENTS");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "ORGANIZATION OF WORK");
}

static void a_row_of_the_journal_leads_to_what_it_is_about(void **state)
{
	(void)state;
	screen_do(&screen, "document issue d3");
	screen_keys(&screen, "5 d");
	screen_shows(&screen, "CTOC/COP/WG.2/2012/2 \u00b7 d3 \u00b7 issued");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "JOURNAL");
}

static void the_report_leads_to_what_is_in_sight(void **state)
{
	(void)state;
	screen_keys(&screen, "3");
	screen_work(&screen);
	screen_keys(&screen, "End d");
	screen_shows(&screen, "Which document?");
	screen_keys(&screen, "Escape");
	screen_lacks(&screen, "Which document?");
	screen_shows(&screen, "REPORT");
}

static void what_is_not_registered_is_said_to_be_so(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation propose 'Takes note of CTOC/COP/2012/99' --item 3");
	screen_keys(&screen, "2 d");
	screen_shows(&screen, "CTOC/COP/2012/99 is not in the register: document add");
	screen_do(&screen, "recommendation edit r1 'Takes note'");
	screen_keys(&screen, "d");
	screen_shows(&screen, "No symbol of a document here");
}

static void a_document_that_lies_over_a_view_lets_others_come(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation propose 'Takes note of CTOC/COP/2012/10' --item 3");
	screen_keys(&screen, "2 d");
	screen_shows(&screen, "Esc back");
	screen_keys(&screen, "5");
	screen_shows(&screen, "JOURNAL");
	screen_keys(&screen, "6");
	screen_shows(&screen, "o order");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "DOCUMENTS");
}

static void its_links_are_a_key_away(void **state)
{
	(void)state;
	screen_do(&screen, "document add CTOC/COP/2012/10/Add.1");
	screen_keys(&screen, "6");
	screen_keys(&screen, ":");
	screen_type(&screen, "document show CTOC/COP/2012/10/Add.1");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "is addendum 1 of  CTOC/COP/2012/10");
	screen_keys(&screen, "d");
	screen_shows(&screen, "has addendum 1  CTOC/COP/2012/10/Add.1");
}

/* --- the register --- */

static void a_key_says_what_became_of_the_selected_one(void **state)
{
	(void)state;
	screen_keys(&screen, "6 s");
	screen_shows(&screen, "Record that a document is out");
	screen_type(&screen, "E F");
	screen_keys(&screen, "Enter");
	assert_string_equal(state_of("d1"), "issued");
	screen_shows(&screen, "CTOC/COP/2012/9 issued in English and French");
	screen_keys(&screen, "w");
	assert_string_equal(state_of("d1"), "withdrawn");
	screen_keys(&screen, "u Enter");
	assert_string_equal(state_of("d1"), "issued");
}

/* A paper of the Secretariat is introduced by it, unless another one has the floor. */
static void who_introduces_a_document_is_there_to_be_agreed_to(void **state)
{
	(void)state;
	screen_do(&screen, "meeting open");
	screen_do(&screen, "item open 2");
	screen_keys(&screen, "6 i");
	screen_shows(&screen, "Secretariat");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "CTOC/COP/2012/9 introduced by Secretariat, item 2, 1st meeting");
	screen_do(&screen, "floor request can");
	screen_do(&screen, "floor give");
	screen_draw(&screen);
	screen_keys(&screen, "i Enter");
	screen_shows(&screen, "CTOC/COP/2012/9 introduced by Canada, item 2, 1st meeting");
	screen_do(&screen, "floor end");
	screen_do(&screen, "item conclude 2");
	screen_draw(&screen);
	screen_keys(&screen, "i Enter");
	screen_shows(&screen, "Item 2 is not open (concluded). Introduced under it?");
	screen_keys(&screen, "y");
	screen_shows(&screen, "CTOC/COP/2012/9 introduced by Secretariat, item 2, 1st meeting");
}

static void the_cursor_is_on_what_was_added(void **state)
{
	(void)state;
	screen_keys(&screen, "6 a");
	screen_type(&screen, "CTOC/COP/2012/20");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "Something new");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "CTOC/COP/2012/20 \u00b7 d8 \u00b7 announced");
}

static void the_filter_is_left_with_esc(void **state)
{
	(void)state;
	screen_do(&screen, "document issue d1");
	screen_keys(&screen, "6 f");
	screen_type(&screen, "iss");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "only issued");
	screen_lacks(&screen, "CTOC/COP/2012/10");
	screen_keys(&screen, "Escape");
	screen_lacks(&screen, "only issued");
	screen_shows(&screen, "CTOC/COP/2012/10");
}

/* --- contributions --- */

static void a_survey_is_begun_answered_and_printed(void **state)
{
	(void)state;
	screen_keys(&screen, "7");
	screen_shows(&screen, "No survey yet; n begins one");
	screen_keys(&screen, "n");
	screen_type(&screen, "Omnibus survey");
	screen_keys(&screen, "Enter a");
	screen_type(&screen, "can, cot, zim");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "3 answered");
	screen_keys(&screen, "Home");
	screen_shows(&screen, "192 have not answered");
	screen_keys(&screen, "p");
	screen_shows(&screen, "Responses received");
}

/* Whoever has answered is not offered again; what is rarely known of an answer is asked for
 * last, and days are in words. */
static void an_answer_is_recorded_from_who_has_not_answered(void **state)
{
	(void)state;
	screen_do(&screen, "survey add Omnibus --sent 2012-05-02");
	screen_do(&screen, "contribution add afghanistan --received 2012-07-30");
	screen_keys(&screen, "7 Down");
	screen_shows(&screen, "30 Jul 2012");
	screen_keys(&screen, "a");
	screen_shows(&screen, "Albania");
	screen_lacks(&screen, "Afghanistan                       AFG");
	screen_shows(&screen, "and 7 more, with Tab");
	screen_lacks(&screen, "Remark:");
	screen_type(&screen, "afg");
	screen_shows(&screen, "has answered");
	screen_keys(&screen, "Ctrl-U Down Enter");
	screen_shows(&screen, "Algeria; 2 of 195 have answered");
	screen_keys(&screen, "a Tab");
	screen_type(&screen, "2012-08-01");
	screen_keys(&screen, "Tab Tab");
	screen_shows(&screen, "Remark:");
	screen_keys(&screen, "Esc Home E");
	screen_shows(&screen, "2 May 2012");
}

static void an_answer_goes_to_the_survey_that_the_cursor_is_in(void **state)
{
	(void)state;
	screen_do(&screen, "survey add First");
	screen_do(&screen, "survey add Second");
	screen_keys(&screen, "7 Down a");
	screen_type(&screen, "can");
	screen_keys(&screen, "Enter");
	screen_keys(&screen, "Home");
	screen_shows(&screen, "195 have not answered");
	screen_keys(&screen, "Down");
	screen_shows(&screen, "194 have not answered");
	screen_keys(&screen, "Home Delete");
	screen_lacks(&screen, "q1  First");
}

static void a_key_moves_a_state_onto_the_panel_and_off(void **state)
{
	(void)state;
	screen_do(&screen, "survey add Omnibus");
	screen_do(&screen, "contribution add can");
	screen_keys(&screen, "7 Down i");
	screen_shows(&screen, "c1 Canada: invited");
	screen_keys(&screen, "i i");
	screen_shows(&screen, "c1 Canada: declined");
	screen_keys(&screen, "i");
	screen_shows(&screen, "c1 Canada: not on the panel");
}

static void who_wrote_is_seen_and_covered(void **state)
{
	(void)state;
	screen_do(&screen, "survey add Omnibus");
	screen_do(
		&screen, "contribution add can --focal 'A. Person' --contact a@b.c --document d2");
	screen_keys(&screen, "7 Down");
	screen_shows(&screen, "A. Person");
	screen_keys(&screen, "F9");
	screen_lacks(&screen, "A. Person");
	screen_lacks(&screen, "a@b.c");
	screen_lacks(&screen, "Canada");
	screen_keys(&screen, "F9 d");
	screen_shows(&screen, "c1, what Canada sent in, became it");
}

static void search_goes_to_a_document_and_to_a_contribution(void **state)
{
	(void)state;
	screen_do(&screen, "survey add Omnibus");
	screen_do(&screen, "contribution add can --remark 'with an annex'");
	screen_keys(&screen, "/");
	screen_type(&screen, "annex");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Canada \u00b7 c1");
	screen_keys(&screen, "/");
	screen_type(&screen, "wg.2/2012/3");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "\u00b7 d7 \u00b7");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)
		TEST(a_note_leads_to_the_document_and_stays_open),
		TEST(an_item_leads_to_the_documents_under_it),
		TEST(a_row_of_the_journal_leads_to_what_it_is_about),
		TEST(the_report_leads_to_what_is_in_sight),
		TEST(what_is_not_registered_is_said_to_be_so),
		TEST(a_document_that_lies_over_a_view_lets_others_come),
		TEST(its_links_are_a_key_away),
		TEST(a_key_says_what_became_of_the_selected_one),
		TEST(who_introduces_a_document_is_there_to_be_agreed_to),
		TEST(the_cursor_is_on_what_was_added),
		TEST(the_filter_is_left_with_esc),
		TEST(a_survey_is_begun_answered_and_printed),
		TEST(an_answer_is_recorded_from_who_has_not_answered),
		TEST(an_answer_goes_to_the_survey_that_the_cursor_is_in),
		TEST(a_key_moves_a_state_onto_the_panel_and_off),
		TEST(who_wrote_is_seen_and_covered),
		TEST(search_goes_to_a_document_and_to_a_contribution),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
