/* SPDX-License-Identifier: MIT */
/* The register of documents: what is asked, what is said, what follows from a symbol. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/document.h"
#include "support/command/one_desk.h"

static struct document_row row_of(const char *symbol)
{
	struct document_row row = {0};
	int64_t id = store_document_find(fixture.store, fixture.desk.session, symbol);

	assert_true(store_document(fixture.store, id, &fixture.arena, &row));
	return row;
}

static void an_addendum_has_what_its_document_has(void **state)
{
	(void)state;
	SAYS("document add CTOC/COP/2012/10/Add.1",
		"d8 CTOC/COP/2012/10/Add.1, addendum 1 of d2, items 2, 4, 5");
	struct document_row row = row_of("CTOC/COP/2012/10/Add.1"), of = row_of("d2");
	assert_string_equal(row.title, of.title);
	assert_string_equal(row.kind, of.kind);
	assert_string_equal(row.items, of.items);
	SAYS("document add CTOC/COP/2012/10/Corr.2 'A list' --item 3",
		"d9 CTOC/COP/2012/10/Corr.2, corrigendum 2 of d2, item 3");
	assert_string_equal(row_of("d9").title, "A list");
	REFUSED("document add CTOC/COP/2012/99/Add.1",
		"CTOC/COP/2012/99/Add.1 has no title yet: say it behind the symbol");
}

static void a_symbol_is_there_once_also_as_a_part_of_a_joint_one(void **state)
{
	(void)state;
	REFUSED("document add CTOC/COP/WG.3/2012/4 'The same'",
		"CTOC/COP/WG.3/2012/4 is registered already, as d7");
	REFUSED("document add CTOC/COP/2012/10* 'The same'",
		"CTOC/COP/2012/10 is registered already, as d2: document reissue says that it came "
		"out anew");
	REFUSED("document edit d1 --symbol CTOC/COP/2012/10",
		"CTOC/COP/2012/10 is registered already, as d2");
	SAYS("document edit d1 --symbol CTOC/COP/2012/9 --title 'Other'",
		"d1 CTOC/COP/2012/9 changed");
	SAYS("document add A/B_C/1-D/E/2 Joint", "d8 A/B_C/1-D/E/2");
	SAYS("document edit a/b_c/1 --title Another", "d8 A/B_C/1-D/E/2 changed");
	SAYS("document edit D/E/2 --title 'One more'", "d8 A/B_C/1-D/E/2 changed");
	REFUSED("document edit B_C/1 --title None",
		"there is no document 'B_C/1'; give its number, d1, or its symbol");
}

static void what_is_no_symbol_is_taken_after_one_question(void **state)
{
	const char *reply;

	(void)state;
	assert_int_equal(
		fixture_try(&fixture, "document add 'room paper' 'A list'", &reply), OUTCOME_ASKS);
	assert_string_equal(fixture.question.flag, "anyway");
	assert_non_null(strstr(fixture.question.text, "is no symbol of a document"));
	SAYS("document add 'room paper' 'A list' --anyway", "d8 room paper");
	REFUSED("document add 'room paper' 'Another' --anyway",
		"room paper is registered already, as d8");
	assert_int_equal(
		fixture_try(&fixture, "document add 'CTOC/COP/2012/CRP 3' 'A list'", &reply),
		OUTCOME_ASKS);
}

/* In every command it would be another document. */
static void a_number_is_no_symbol_however_odd_they_may_be(void **state)
{
	(void)state;
	REFUSED("document add 2 'A list' --anyway",
		"'2' is read as the number of a document: it cannot be a symbol");
	REFUSED("document add d12 'A list' --anyway",
		"'d12' is read as the number of a document: it cannot be a symbol");
	REFUSED("document edit d2 --symbol 9 --anyway",
		"'9' is read as the number of a document: it cannot be a symbol");
	SAYS("document add '2 bis' 'A list' --anyway", "d8 2 bis");
}

/* What is put on record late does not undo what came after it. */
static void its_state_is_what_happened_last(void **state)
{
	(void)state;
	does("meeting open --at 10:00");
	does("document introduce d2 --at 10:05");
	SAYS("document reissue d2 --date 2012-09-03",
		"CTOC/COP/2012/10* reissued; it stays introduced, which came later");
	assert_string_equal(row_of("d2").state, "introduced");
	SAYS("document withdraw d2 --date 2012-09-04",
		"CTOC/COP/2012/10 withdrawn; it stays introduced, which came later");
	SAYS("document reissue d2 --at 10:30", "CTOC/COP/2012/10* reissued, 1st meeting");
	assert_string_equal(row_of("d2").state, "reissued");
	/* Of two on one day the one that was put on record last. */
	does("document issue d3 --date 2012-09-03");
	does("document reissue d3 --date 2012-09-03");
	assert_string_equal(row_of("d3").state, "reissued");
}

static void a_star_says_that_it_was_reissued(void **state)
{
	(void)state;
	SAYS("document add CTOC/COP/2012/11* 'Late'", "d8 CTOC/COP/2012/11, reissued");
	assert_string_equal(row_of("CTOC/COP/2012/11").state, "reissued");
}

static void each_change_of_its_state_is_kept_with_time_and_meeting(void **state)
{
	size_t count;

	(void)state;
	SAYS("document issue d2 --languages E --date 2012-09-03",
		"CTOC/COP/2012/10 issued in English");
	SAYS("document issue d2 --languages 'R E'", "CTOC/COP/2012/10 out in English and Russian");
	REFUSED("document issue d2", "CTOC/COP/2012/10 is out already (issued): --languages adds "
				     "versions, document reissue says that it came out anew");
	does("meeting open --at 10:00");
	does("item open 4 --at 10:00");
	SAYS("document introduce d2 --by can --at 10:05",
		"CTOC/COP/2012/10 introduced by Canada, item 4, 1st meeting");
	SAYS("document reissue d2 --at 10:20", "CTOC/COP/2012/10* reissued, 1st meeting");
	SAYS("document withdraw d2 --at 10:30", "CTOC/COP/2012/10 withdrawn, 1st meeting");
	REFUSED("document introduce d2",
		"CTOC/COP/2012/10 was withdrawn: document issue brings it out again");
	REFUSED("document withdraw d2", "CTOC/COP/2012/10 is withdrawn already");
	REFUSED("document reissue d2", "CTOC/COP/2012/10 is not out (withdrawn): document issue");

	int64_t id = row_of("d2").id;
	const struct document_event_row *events =
		store_document_events(fixture.store, id, &fixture.arena, &count);
	assert_int_equal(count, 4);
	assert_string_equal(events[0].state, "issued");
	assert_int_equal(events[0].meeting, 0);
	assert_string_equal(events[1].state, "introduced");
	assert_string_equal(events[1].item, "4");
	assert_string_equal(events[1].participant, "Canada");
	assert_int_equal(events[1].meeting, 1);
	assert_true(events[1].at < events[2].at);
}

static void an_item_that_has_not_the_document_is_not_taken_for_its_own(void **state)
{
	(void)state;
	does("meeting open --at 10:00");
	does("item open 8 --at 10:00");
	SAYS("document introduce d1", "CTOC/COP/2012/9 introduced, 1st meeting");
	SAYS("document introduce d1 --item 8", "CTOC/COP/2012/9 introduced, item 8, 1st meeting");
	assert_string_equal(row_of("d1").items, "2, 8");
}

static void a_document_is_introduced_by_who_has_the_floor(void **state)
{
	(void)state;
	does("meeting open --at 10:00");
	does("item open 2 --at 10:00");
	does("floor request can");
	does("floor give --at 10:05");
	SAYS("document introduce d1 --at 10:04", "CTOC/COP/2012/9 introduced, item 2, 1st meeting");
	SAYS("document introduce d1 --at 10:06",
		"CTOC/COP/2012/9 introduced by Canada, item 2, 1st meeting");
	SAYS("document introduce d1 --by zim --at 10:07",
		"CTOC/COP/2012/9 introduced by Zimbabwe, item 2, 1st meeting");
}

static void an_item_that_is_not_open_is_asked_about(void **state)
{
	const char *reply;

	(void)state;
	does("meeting open --at 10:00");
	does("item open 2 --at 10:00");
	assert_int_equal(
		fixture_try(&fixture, "document introduce d1 --item 3", &reply), OUTCOME_ASKS);
	assert_string_equal(fixture.question.flag, "anyway");
	assert_string_equal(
		fixture.question.text, "Item 3 is not open (pending). Introduced under it?");
	SAYS("document introduce d1 --item 3 --anyway",
		"CTOC/COP/2012/9 introduced, item 3, 1st meeting");
}

static void it_is_put_under_an_item_and_taken_away(void **state)
{
	(void)state;
	SAYS("document item d1 3", "CTOC/COP/2012/9 under item 3");
	REFUSED("document item d1 3", "CTOC/COP/2012/9 is already under item 3");
	SAYS("document item d1 2 --remove", "CTOC/COP/2012/9 no longer under item 2");
	REFUSED("document item d1 2 --remove", "CTOC/COP/2012/9 is not under item 2");
	assert_string_equal(row_of("d1").items, "3");
}

static void what_the_record_has_is_not_deleted(void **state)
{
	static const char kept[] = "; document withdraw keeps it in the register";

	(void)state;
	does("meeting open --at 10:00");
	does("item open 3 --at 10:00");
	does("document introduce d1");
	does("statement add can --note 'see CTOC/COP/2012/10'");
	does("survey add Omnibus");
	does("contribution add can --document d3");
	REFUSED("document delete d1",
		arena_printf(&fixture.arena, "the document cannot be deleted: it was introduced%s",
			kept));
	REFUSED("document delete d2",
		arena_printf(&fixture.arena,
			"the document cannot be deleted: the note of a statement cites it%s",
			kept));
	REFUSED("document delete d3",
		arena_printf(&fixture.arena,
			"the document cannot be deleted: a contribution became it%s", kept));
	/* A joint one is cited where one of its symbols is. */
	does("statement add can --note 'see CTOC/COP/WG.3/2012/4, paragraph 2'");
	REFUSED("document delete d7",
		arena_printf(&fixture.arena,
			"the document cannot be deleted: the note of a statement cites it%s",
			kept));
	SAYS("document delete d4", "d4 CTOC/COP/2012/7 deleted from the register");
	/* Nor is it in the way of another one whose symbol begins as it does. */
	does("document add CTOC/COP/2012/1 Other");
	SAYS("document delete d8", "d8 CTOC/COP/2012/1 deleted from the register");
	does("document add 'Room paper' Other --anyway");
	does("statement add can --note 'see Room paper 4'");
	REFUSED("document delete d9",
		arena_printf(&fixture.arena,
			"the document cannot be deleted: the note of a statement cites it%s",
			kept));
}

static void what_is_cited_on_a_text_in_negotiation_is_not_deleted(void **state)
{
	(void)state;
	does("recommendation propose 'Takes note of the report' --item 3");
	does("amendment propose r1 'Takes note of CTOC/COP/2012/10'");
	does("amendment propose r1 'Notes the report' --reason 'as in CTOC/COP/WG.3/2012/4'");
	does("comment add r1 'is that CTOC/COP/2012/7?'");
	REFUSED("document delete d2", "the document cannot be deleted: an amendment cites it; "
				      "document withdraw keeps it in the register");
	REFUSED("document delete d7",
		"the document cannot be deleted: the reason of an amendment cites it; document "
		"withdraw keeps it in the register");
	REFUSED("document delete d4", "the document cannot be deleted: a comment on a text cites "
				      "it; document withdraw keeps it in the register");
	does("undo");
	does("document delete d4");
	does("set chapeau 'The Group, recalling CTOC/COP/2012/10:'");
	does("amendment edit a1 'Takes note of it'");
	REFUSED("document delete d2",
		"the document cannot be deleted: the chapeau of recommendations cites it; document "
		"withdraw keeps it in the register");
}

static void who_cites_it_is_found(void **state)
{
	size_t count;

	(void)state;
	does("meeting open --at 10:00");
	does("item open 3 --at 10:00");
	does("statement add can --note 'as in CTOC/COP/2012/10, paragraph 3'");
	does("statement add zim --note 'as in CTOC/COP/2012/1 and 10'");
	does("recommendation propose 'Takes note of CTOC/COP/2012/10' --item 3 --by cot");
	does("survey add Omnibus");
	does("contribution add can --document d2");
	int64_t id = row_of("d2").id;
	const struct citation_row *rows = store_document_citations(
		fixture.store, fixture.desk.session, id, 5, &fixture.arena, &count);
	assert_int_equal(count, 3);
	assert_int_equal(rows[0].kind, 'r');
	assert_string_equal(rows[0].name, "C\xc3\xb4te d\xe2\x80\x99Ivoire");
	assert_int_equal(rows[1].kind, 's');
	assert_string_equal(rows[1].name, "Canada");
	assert_int_equal(rows[2].kind, 'c');
}

static void a_language_that_is_none_is_refused(void **state)
{
	(void)state;
	assert_non_null(strstr(
		fixture_refused(&fixture, "document issue d1 --languages X"), "is no language"));
	REFUSED("document edit d1 --date 31.7.2012",
		"date is a day, as 2012-10-17, 17 October or today, and not '31.7.2012'");
	does("document edit d1 --date '31 July 2012'");
	assert_string_equal(row_of("d1").date, "2012-07-31");
	does("document edit d1 --date \"\"");
	assert_null(row_of("d1").date);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
		TEST(an_addendum_has_what_its_document_has),
		TEST(a_symbol_is_there_once_also_as_a_part_of_a_joint_one),
		TEST(what_is_no_symbol_is_taken_after_one_question),
		TEST(a_number_is_no_symbol_however_odd_they_may_be),
		TEST(its_state_is_what_happened_last),
		TEST(a_star_says_that_it_was_reissued),
		TEST(each_change_of_its_state_is_kept_with_time_and_meeting),
		TEST(an_item_that_has_not_the_document_is_not_taken_for_its_own),
		TEST(a_document_is_introduced_by_who_has_the_floor),
		TEST(an_item_that_is_not_open_is_asked_about),
		TEST(it_is_put_under_an_item_and_taken_away),
		TEST(what_the_record_has_is_not_deleted),
		TEST(what_is_cited_on_a_text_in_negotiation_is_not_deleted),
		TEST(who_cites_it_is_found),
		TEST(a_language_that_is_none_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
