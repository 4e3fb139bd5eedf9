/* SPDX-License-Identifier: MIT */
/* What a report says of itself from what was logged (conventions 8), where it takes more than
 * one row to know it: mandates, presentations, the meeting, its opening, its adoption. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/command/one_desk.h"

static void check(const char *words, bool there)
{
	const char *text = report_text();

	if ((strstr(text, words) != NULL) != there)
		fail_msg("%s: %s\n%s", there ? "not in the report" : "in the report", words, text);
}

static void expect(const char *words)
{
	check(words, true);
}

static void expect_none(const char *words)
{
	check(words, false);
}

/* --- mandates --- */

#define RECALL                                                                                        \
	"In its decision 2/6, entitled “Technical assistance activities”, the Conference set up " \
	"the Working Group (see para. 4)."

static void a_mandate_is_told_as_the_annotation_recalls_it(void **state)
{
	(void)state;
	does("item annotate 4 \"" RECALL " In the same decision, it asked for advice. The Working"
	     " Group may wish to discuss decision 2/6.\"");
	expect("I. Introduction\n\n1. " RECALL
	       " In the same decision, it asked for advice.\n\n2. The"
	       " provisional agenda of the Working Group of Government Experts on Technical"
	       " Assistance also cited the following mandates:\n\n(a) Resolution 5/1,");
	expect_none("may wish");
	expect_none("Decision 2/6");
}

static void what_two_annotations_recall_is_told_once(void **state)
{
	(void)state;
	does("item annotate 4 \"" RECALL "\"");
	does("item annotate 2 \"In its resolution 5/1, the Conference went on. " RECALL "\"");
	expect("1. In its resolution 5/1, the Conference went on.\n\n2. " RECALL "\n\n3. The");
	expect("(a) Resolution 5/6,");
}

static void a_body_was_established_by_its_mandate(void **state)
{
	(void)state;
	does("item annotate 4 'The Working Group was established pursuant to decision 2/6 of the"
	     " Conference. It met in decision 2/60. By resolution 5/10 nothing was done.'");
	expect("1. The Working Group was established pursuant to decision 2/6 of the Conference.\n");
	expect_none("2/60");
	expect_none("5/10");
}

static void annotations_are_told_in_no_other_language(void **state)
{
	(void)state;
	does("item annotate 4 \"" RECALL "\"");
	does("report language fr");
	expect_none("the Conference set up");
	expect("décision 2/6");
}

/* --- presentations --- */

static void many_topics_of_one_presentation_are_a_list_with_the_item(void **state)
{
	(void)state;
	does("presentation add 'on maps, and wells' --item 3 --by Secretariat --from 10:10");
	does("statement note s1 'on nets'");
	expect("A representative of the Secretariat made a presentation on maps, and wells; and"
	       " nets.");
	does("statement note s1 'on knots'");
	expect("on the morning of 17 October 2012. Under this agenda item, the Secretariat delivered"
	       " presentations on the following: maps, and wells; nets; knots.\n");
	expect_none("A representative of the Secretariat");
}

static void a_presentation_that_was_told_with_its_item_is_not_told_by_the_next_part(void **state)
{
	(void)state;
	does("presentation add 'on maps' --item 3 --by Secretariat --from 10:10");
	does("statement note s1 'on nets'");
	does("statement note s1 'on knots'");
	does("report issue");
	does("presentation add 'on boats' --item 3 --by Secretariat --from 10:30");
	does("report issue");
	const char *text = output_of("part show Add.1");
	assert_non_null(strstr(text, "A representative of the Secretariat made a presentation on"
				     " boats."));
	assert_null(strstr(text, "knots"));
}

/* --- the short form --- */

static void the_short_form_says_when_they_met_and_to_whom_they_submitted(void **state)
{
	(void)state;
	does("report style short");
	expect("2. The Working Group held a meeting in Vienna on 17 and 18 October 2012.\n");
	does("recommendation propose 'Requests the Secretariat to draw maps'");
	does("recommendation adopt r1");
	expect("2. The Working Group held a meeting in Vienna on 17 and 18 October 2012 and submitted"
	       " the below recommendations to the Conference for adoption.\n");
}

/* --- its opening --- */

static void who_spoke_at_the_opening_is_told_with_it(void **state)
{
	(void)state;
	does("officer add Chair 'Ana Beispiel' --country Uruguay");
	does("participant status party 'Benin, Canada, Egypt'");
	does("statement add Canada --item '1 (a)' --from 10:01");
	expect("At the opening of the meeting, a statement was made by the representative of Canada."
	       "\n");
	does("statement add Chair --item '1 (a)' --kind chair --from 10:00");
	does("statement add Benin --item '1 (a)' --for 'African Group' --from 10:02");
	does("statement add Egypt --item '1 (a)' --from 10:03");
	does("statement add Secretariat --item '1 (a)' --from 10:04");
	does("statement add Egypt --item '1 (a)' --kind reply --from 10:05");
	expect(" At the opening of the meeting, statements were"
	       " also made by the representative of Benin on behalf of the African Group, the"
	       " representatives of Canada and Egypt and a representative of the Secretariat.\n");
	expect_none("agenda item 1 (a)");
	does("report style statements");
	expect("nder agenda item 1 (a), entitled “Opening of the meeting”, statements were made by"
	       " representatives of the following States parties to the Convention: Canada and"
	       " Egypt.");
}

/* --- its adoption --- */

static void the_report_is_adopted_with_its_parts(void **state)
{
	(void)state;
	does("report issue");
	does("statement add Canada --item 3 --note 'asked for maps' --from 10:20");
	does("report issue");
	does("part adopt L.1 --orally-amended");
	expect("[The report has not been adopted.]");
	SAYS("report adopt --form consensus --entrusted",
		"report adopted at the 1st meeting, as orally amended");
	expect("At its 1st meeting, on 17 October, the Working Group adopted by consensus the present"
	       " report on its meeting, as orally amended (CTOC/COP/WG.2/2012/L.1 and Add.1), and"
	       " entrusted the Rapporteur, with the support of the Secretariat, with its"
	       " finalization.\n");
	assert_non_null(strstr(output_of("part list"), "Add.1"));
	does("undo");
	expect("[The report has not been adopted.]");
}

static void a_report_whose_parts_are_adopted_one_by_one_is_adopted(void **state)
{
	static const char *const people[] = {"Canada", "Benin", "Egypt", "Spain"};

	(void)state;
	for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
		does(arena_printf(&fixture.arena,
			"statement add %s --item 3 --note 'asked for maps' --from 10:2%zu",
			people[i], i));
		does("report issue");
	}
	does("part adopt L.1");
	does("part adopt Add.1");
	does("part adopt Add.2");
	expect("[The report has not been adopted.]");
	does("part adopt Add.3");
	expect("At its 1st meeting, on 17 October, the Working Group adopted the present report on its"
	       " meeting (CTOC/COP/WG.2/2012/L.1 and Add.1-3).\n");
}

static void a_report_without_parts_is_adopted_by_the_symbol_of_the_register(void **state)
{
	(void)state;
	does("document add CTOC/COP/WG.2/2012/L.1 'Draft report'");
	does("report adopt --orally-amended");
	expect("the Working Group adopted the present report on its meeting, as orally amended"
	       " (CTOC/COP/WG.2/2012/L.1).\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up_item_3, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_mandate_is_told_as_the_annotation_recalls_it),
		TEST(what_two_annotations_recall_is_told_once),
		TEST(a_body_was_established_by_its_mandate),
		TEST(annotations_are_told_in_no_other_language),
		TEST(many_topics_of_one_presentation_are_a_list_with_the_item),
		TEST(a_presentation_that_was_told_with_its_item_is_not_told_by_the_next_part),
		TEST(who_spoke_at_the_opening_is_told_with_it),
		TEST(the_report_is_adopted_with_its_parts),
		TEST(a_report_whose_parts_are_adopted_one_by_one_is_adopted),
		TEST(a_report_without_parts_is_adopted_by_the_symbol_of_the_register),
		TEST(the_short_form_says_when_they_met_and_to_whom_they_submitted),
	};

	return cmocka_run_group_tests_name("command/derived", tests, NULL, NULL);
}
