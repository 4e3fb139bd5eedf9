/* SPDX-License-Identifier: MIT */
/* Parts of the draft report: what is new since the last, and what was issued as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/report.h"
#include "support/command/one_part.h"

#define JOINT "tests/command/data/joint.yaml"

/* What is missing for it, a line each. */
static const char *gaps_of_the_next_part(void)
{
	struct report *report =
		report_new(fixture.store, fixture.desk.session, desk_template(&fixture.desk));
	struct str out;
	size_t count;

	str_init(&out);
	report_want_next_part(report, "X");
	while (!report_step(report))
		continue;
	const struct report_gap *gaps = report_gaps(report, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&out, "%s\n", gaps[i].text);
	const char *text = arena_strdup(&fixture.arena, out.text);
	str_clear(&out);
	report_free(report);
	return text;
}

static void a_part_prints_again_as_it_was_issued(void **state)
{
	(void)state;
	tells("report issue", L1 " issued");
	const char *before = output_of("part show L.1");
	assert_has(before, "model laws");
	assert_lacks(before, "[");
	parts_go_on();
	does("statement note s1 'asked for nothing' --replace");
	assert_string_equal(output_of("part show L.1"), before);
}

static void the_next_part_has_what_is_new_and_is_numbered_from_1(void **state)
{
	(void)state;
	does("report issue");
	parts_go_on();
	tells("report issue", L1 "/Add.1 issued: 4 paragraphs");
	const char *text = output_of("part show Add.1");
	assert_has(text, "\nAddendum\n");
	assert_has(text, L1 "/Add.1");
	assert_has(text, "II. Recommendations (*continued*)");
	assert_has(text, "\n1. The Working Group");
	assert_has(text, "(a) Requests the Secretariat to report.");
	assert_lacks(text, "Urges States to act");
	assert_has(text, "on the afternoon of 17 October 2012.");
	assert_has(text, "One speaker agreed with that.");
	assert_lacks(text, "model laws");
	assert_has(text, "B. Statements (*continued*)");
	assert_has(text, "made by the representative of Zimbabwe.");
	assert_lacks(text, "Canada");
	/* Nothing under it is new. */
	assert_lacks(text, "A. Opening");
	/* The chapter holds no paragraph of its own. */
	assert_lacks(text, "III. Summary of deliberations (*continued*)");
	refuses("report issue", "nothing is new since " L1 "/Add.1");
}

/* Statements on item 2 were made before the cut, and entered behind it. */
static void what_is_entered_late_is_in_the_next_part(void **state)
{
	(void)state;
	does("report issue");
	does("statement add zim --item 2 --note 'had said so at once' --at 10:03");
	does("statement note s2 'reported on a new strategy\nasked for time' --replace");
	does("report issue");
	const char *text = output_of("part show Add.1");
	assert_has(text, "had said so at once");
	assert_has(text, "asked for time");
	assert_lacks(text, "new strategy");
	assert_lacks(text, "Benin");
}

static void what_has_changed_behind_a_part_is_told(void **state)
{
	(void)state;
	does("report issue");
	SAYS("part changes L.1", "nothing in L.1 has changed since it was issued");
	does("statement note s1 'asked for new model laws' --replace");
	assert_has(output_of("part changes L.1"), "asked for [+new +]model laws");
	does("statement delete s2");
	const char *text = output_of("part changes L.1");
	assert_has(text, "nothing stands behind it any more: Another speaker reported");
	/* What is new is of the next part, and no change of this one. */
	does("statement add zim --item 3 --note 'agreed' --at 10:50");
	assert_lacks(output_of("part changes L.1"), "agreed");
}

/* What was agreed stands in a list. */
static void what_has_changed_in_a_list_of_a_part_is_told(void **state)
{
	(void)state;
	does("recommendation propose 'Requests the Secretariat to report' --item 3");
	does("recommendation adopt r2");
	does("report issue");
	does("recommendation reopen r1 'a word was lost'");
	does("recommendation edit r1 'Urges all States to act'");
	does("recommendation adopt r1");
	const char *text = output_of("part changes L.1");
	assert_has(text, "\n*Urges* [+all +]States to act;\n");
	assert_lacks(text, "Secretariat");
	does("recommendation reopen r2 'it was not agreed'");
	does("recommendation withdraw r2");
	text = output_of("part changes L.1");
	assert_has(text, "\n[-*Requests* the Secretariat to report.-]\n");
}

static void an_edit_for_one_part_is_not_in_the_next(void **state)
{
	(void)state;
	does("paragraph add 3 'It was added that all was well.'");
	does("report issue");
	parts_go_on();
	does("report issue");
	assert_has(output_of("part show L.1"), "all was well");
	assert_lacks(output_of("part show Add.1"), "all was well");
}

static void what_was_left_out_of_a_part_is_not_in_the_next(void **state)
{
	(void)state;
	does("paragraph drop POINT/wg2/3/p1");
	does("paragraph edit POINT/wg2/3/p2 'Another speaker told of a strategy.'");
	does("report issue");
	assert_lacks(output_of("part show L.1"), "model laws");
	assert_lacks(output_of("part show L.1"), "new strategy");
	assert_has(output_of("part show L.1"), "told of a strategy");
	parts_go_on();
	does("report issue");
	assert_has(output_of("part show Add.1"), "agreed with that");
	assert_lacks(output_of("part show Add.1"), "model laws");
	does("paragraph restore g1");
}

/* What it says is to be looked at. */
static const char *gaps(void)
{
	struct report *report =
		report_build(fixture.store, fixture.desk.session, desk_template(&fixture.desk));
	static char text[8192];
	size_t count, used = 0;
	const struct report_gap *list = report_gaps(report, &count);

	text[0] = '\0';
	for (size_t i = 0; i < count && used < sizeof text; i++)
		used += (size_t)snprintf(text + used, sizeof text - used, "%s\n", list[i].text);
	report_free(report);
	return text;
}

#define ITEM "ITEM-1/wg2/3/"

static size_t times(const char *text, const char *words)
{
	size_t count = 0;

	for (; (text = strstr(text, words)); text++)
		count++;
	return count;
}

/* The half day that the first part tells of is in no edit. */
static void what_is_edited_for_a_part_takes_nothing_from_another(void **state)
{
	(void)state;
	does("report issue");
	parts_go_on();
	does("paragraph edit " ITEM " 'The Working Group came back to it.' --next");
	assert_lacks(output_of("paragraph list"), "source changed");
	assert_lacks(output_of("paragraph list --next"), "source changed");
	for (int i = 0; i < 2; i++) {
		const char *text = report_text();
		const char *morning = strstr(text, "on the morning of 17 October 2012");
		assert_non_null(morning);
		assert_lacks(text, "afternoon");
		assert_has(morning, "The Working Group came back to it.");
		if (i == 0)
			does("report issue");
	}
	assert_lacks(output_of("part show Add.1"), "morning");
	assert_has(output_of("part show Add.1"), "came back to it");
	assert_lacks(output_of("paragraph list"), "source changed");
	SAYS("part changes Add.1", "nothing in Add.1 has changed since it was issued");
}

/* What the second part has of it is generated, behind the edit of the first. */
static void what_is_written_behind_an_issued_paragraph_stands_under_its_heading(void **state)
{
	(void)state;
	does("statement add can --item 2 --note 'asked for time'");
	does("report issue");
	does("paragraph add POINT/wg2/3/p1 'All was well.'");
	parts_go_on();
	does("report issue");
	const char *text = output_of("part show Add.1");
	const char *agreed = strstr(text, "agreed with that"),
		   *well = strstr(text, "All was well.");
	const char *statements = strstr(text, "B. Statements");
	assert_non_null(agreed);
	assert_non_null(statements);
	assert_true(well > agreed && well < statements);
}

static void what_an_earlier_part_lacks_the_next_does_not(void **state)
{
	(void)state;
	does("statement note s1 --replace 'Asks for laws'");
	does("report issue");
	parts_go_on();
	assert_null(strstr(gaps_of_the_next_part(), "present tense"));
	does("statement note s3 --replace 'Asks for time'");
	assert_non_null(strstr(gaps_of_the_next_part(), "s3"));
	assert_null(strstr(gaps_of_the_next_part(), "s1"));
}

static void what_later_parts_have_stands_behind_an_edit_of_the_first(void **state)
{
	(void)state;
	does("paragraph edit " ITEM " 'The Working Group turned to it.'");
	does("report issue");
	parts_go_on();
	does("report issue");
	assert_has(output_of("part show Add.1"), "on the afternoon of 17 October 2012");
	assert_lacks(output_of("part show Add.1"), "turned to it");
	const char *text = report_text();
	assert_lacks(text, "morning");
	assert_has(text, "turned to it");
	assert_has(strstr(text, "turned to it"), "on the afternoon of 17 October 2012");
	assert_lacks(output_of("paragraph list"), "source changed");
}

static void a_key_edited_in_two_parts_is_flagged_and_both_texts_are_printed(void **state)
{
	(void)state;
	does("paragraph edit " ITEM " 'The Working Group turned to it.'");
	does("report issue");
	parts_go_on();
	does("paragraph edit " ITEM " 'The Working Group came back to it.' --next");
	does("report issue");
	assert_lacks(output_of("part show Add.1"), "turned to it");
	const char *text = report_text();
	assert_has(text, "turned to it");
	assert_has(strstr(text, "turned to it"), "came back to it");
	assert_lacks(text, "morning");
	assert_lacks(text, "afternoon");
	assert_int_equal(times(text, "turned to it"), 1);
	assert_has(gaps(), "g2 was edited for two parts, and both texts are printed");
	assert_lacks(gaps(), "have changed");
	/* The meeting went on into another day: the second edit has a part that it lacks. */
	does("meeting close --at 18:00");
	does("meeting open --at 2012-10-18T10:00");
	does("floor give can --item 3 --at 2012-10-18T10:05");
	text = report_text();
	assert_has(text, "turned to it");
	assert_has(text, "came back to it");
	assert_has(text, "on the morning of 18 October 2012");
}

/* Only what was left out is, with what it was made from. */
static void what_is_left_out_of_one_part_is_in_the_next_with_what_is_new(void **state)
{
	(void)state;
	does("paragraph drop " ITEM);
	does("report issue");
	assert_lacks(output_of("part show L.1"), "morning");
	parts_go_on();
	const char *text = report_text();
	assert_lacks(text, "morning");
	assert_has(text, "on the afternoon of 17 October 2012");
	does("report issue");
	assert_has(output_of("part show Add.1"), "on the afternoon of 17 October 2012");
	assert_lacks(output_of("part show Add.1"), "morning");
	does("paragraph restore g1");
	text = report_text();
	assert_has(text, "on the morning and afternoon of 17 October 2012");
	assert_lacks(output_of("part show L.1"), "morning");
}

/* A correction of what was issued is for the final report; the part says that it changed. */
static void what_is_corrected_after_its_part_is_in_the_final_report_alone(void **state)
{
	(void)state;
	does("paragraph edit " ITEM " 'The Working Group turned to it.'");
	does("report issue");
	parts_go_on();
	tells("paragraph edit g1 'The Working Group took it up.'", "g2");
	tells("paragraph edit g1 'The Working Group took it up gladly.'", "g2");
	const char *text = report_text();
	assert_lacks(text, "turned to it");
	assert_has(text, "took it up gladly");
	assert_has(text, "on the afternoon of 17 October 2012");
	does("report issue");
	assert_lacks(output_of("part show Add.1"), "took it up");
	assert_has(output_of("part changes L.1"), "[+took +]it[+ up gladly+]");
	assert_lacks(gaps(), "two parts");
	does("paragraph revert g2");
	text = report_text();
	assert_has(text, "on the morning and afternoon of 17 October 2012");
}

/* An edit of what parts have in the whole report is of all of it, and for that alone. */
static void what_is_edited_in_the_whole_is_of_no_part(void **state)
{
	(void)state;
	does("report issue");
	parts_go_on();
	does("paragraph edit " ITEM " 'It was considered all day.'");
	const char *text = report_text();
	assert_has(text, "all day");
	assert_lacks(text, "morning");
	assert_lacks(text, "afternoon");
	does("report issue");
	assert_lacks(output_of("part show Add.1"), "all day");
	assert_has(output_of("part show Add.1"), "afternoon");
	assert_lacks(output_of("paragraph list"), "source changed");
	/* What is edited for the first time is for the next part too. */
	does("item open 4");
	does("paragraph edit ITEM-1/wg2/4/ 'Item 4 was opened.'");
	does("report issue");
	assert_has(output_of("part show Add.2"), "Item 4 was opened.");
}

/* What was adopted as it was issued is adopted still, and as it is. */
static void what_was_issued_is_adopted_as_it_is(void **state)
{
	(void)state;
	does("paragraph edit " ITEM " 'The Working Group turned to it.'");
	does("report issue");
	tells("paragraph adopt g1", "g1 (paragraph ");
	const char *text = report_text();
	assert_has(text, "turned to it");
	refuses("paragraph edit g1 'Otherwise.'", "g1 was adopted");
	does("paragraph edit g1 'Otherwise.' --anyway");
	does("undo");
	text = report_text();
	assert_has(text, "turned to it");
}

/* Numbers begin anew in each part: what stands in another one is cited with its symbol. */
static void a_reference_to_another_part_has_its_symbol(void **state)
{
	(void)state;
	does("paragraph add 3 'It was added that all was well.'");
	does("report issue");
	parts_go_on();
	does("paragraph edit " ITEM " 'It was considered (see {para g2}).' --next");
	does("report issue");
	assert_has(output_of("part show Add.1"), "considered (see " L1 ", para. 4).");
	const char *text = report_text();
	assert_has(text, "considered (see para. 4).");
}

/* A part is adopted by its own numbers, and what is amended from the floor then takes nothing
 * from other parts. */
static void a_part_is_adopted_paragraph_by_paragraph_by_its_own_numbers(void **state)
{
	(void)state;
	does("report issue");
	parts_go_on();
	does("report issue");
	assert_has(output_of("part show Add.1"), "\n2. The Working Group considered");
	tells("paragraph edit 2 'The item was gone on with.' --part Add.1 --by zim",
		"g2 (paragraph 2) is yours now, as proposed by Zimbabwe");
	refuses("paragraph edit 9 Nine. --part Add.1", "there is no paragraph '9' in Add.1");
	refuses("paragraph edit 2 Two. --part Add.9", "no part 'Add.9' has been issued");
	tells("paragraph adopt 1-4 --part Add.1 --orally-amended",
		"4 paragraphs adopted as orally amended");
	refuses("paragraph edit 2 Two. --part Add.1", "was adopted. Change it all the same?");
	tells("part adopt Add.1 --orally-amended", "adopted");
	const char *text = report_text();
	assert_has(text, "on the morning of 17 October 2012");
	assert_has(text, "The item was gone on with.");
	assert_lacks(text, "afternoon");
	assert_lacks(text, "Zimbabwe proposed");
	assert_lacks(gaps(), "have changed");
	assert_has(output_of("paragraph show 2 --part Add.1"), "proposed by Zimbabwe");
	assert_has(output_of("part changes Add.1"), "[+was gone +]on");
	assert_lacks(output_of("part show Add.1"), "gone on with");
}

/* A list is made anew from what was not left out with that of an earlier part. */
static void a_list_that_was_left_out_of_one_part_goes_on_in_the_next(void **state)
{
	(void)state;
	does("paragraph drop REC-A/wg2//");
	does("report issue");
	assert_lacks(output_of("part show L.1"), "Urges States to act");
	parts_go_on();
	const char *text = report_text();
	assert_has(text, "(a) Requests the Secretariat to report.");
	assert_lacks(text, "Urges States to act");
	assert_has(output_of("paragraph list"), "g1\t\tleft out");
	does("report issue");
	assert_has(output_of("part show Add.1"), "(a) Requests the Secretariat to report.");
	assert_lacks(output_of("part show Add.1"), "Urges States to act");
	does("paragraph restore g1");
	text = report_text();
	assert_has(text, "(a) Urges States to act;");
	assert_has(text, "(b) Requests the Secretariat to report.");
}

/* The command that edits the paragraph with these words. */
static const char *edit_of(const char *words, const char *text)
{
	struct report *report =
		report_build(fixture.store, fixture.desk.session, desk_template(&fixture.desk));
	static char line[512];

	line[0] = '\0';
	for (const struct node *at = report_document(report)->root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && strstr(at->text, words))
			snprintf(line, sizeof line, "paragraph edit '%s' '%s'", at->key, text);
	report_free(report);
	return line;
}

/* That something about it is not known yet makes it no empty paragraph. */
static void who_spoke_later_stands_behind_an_edited_list_of_speakers(void **state)
{
	(void)state;
	does("participant add Lemuria --status unknown");
	does(edit_of("statements were made", "Canada and others spoke."));
	does("report issue");
	parts_go_on();
	does("statement add Lemuria --item 3 --from 15:20 --to 15:21");
	const char *text = report_text();
	assert_has(text, "Canada and others spoke.");
	assert_has(strstr(text, "and others spoke."), "Zimbabwe");
	assert_has(strstr(text, "and others spoke."), "Lemuria");
	assert_lacks(output_of("paragraph list"), "source gone");
}

/* An item has another number than in the first part: what that has of it is known still. */
static void an_item_that_was_renumbered_goes_on_where_it_was(void **state)
{
	(void)state;
	does("paragraph edit " ITEM " 'The Working Group turned to it.'");
	does("report issue");
	does("item renumber 3 9");
	assert_has(output_of("part changes L.1"), "item [-3-][+9+]");
	assert_lacks(output_of("part changes L.1"), "nothing stands behind");
	does("meeting close --at 13:00");
	does("meeting open --at 15:00");
	does("floor give zim --item 9 --at 15:05");
	does("statement note s3 'agreed with that'");
	does("report issue");
	const char *part = output_of("part show Add.1");
	assert_has(part, "transnational organized crime (*continued*)");
	assert_has(part, "considered agenda item 9");
	assert_lacks(part, "morning");
	const char *text = report_text();
	assert_has(text, "The Working Group turned to it.");
	assert_has(text, "on the afternoon of 17 October 2012");
	assert_lacks(text, "morning");
}

static void issuing_is_taken_back_by_undo(void **state)
{
	(void)state;
	does("report issue");
	does("undo");
	tells("part list", "no part of the report has been issued");
	tells("report issue 'RIV/L.5'", "RIV/L.5 issued");
	parts_go_on();
	tells("report issue", "RIV/L.5/Add.1 issued");
	refuses("report issue RIV/L.5", "RIV/L.5 has been issued: give another symbol");
	refuses("part show L.9", "no part 'L.9' has been issued");
	tells("part adopt Add.1 --orally-amended", "Add.1 adopted as orally amended");
	assert_has(output_of("part list"), "RIV/L.5/Add.1\t17 October 2012\tadopted");
}

/* Of bodies that meet jointly each has its own symbol, and the chapter of both goes on with
 * what one of them adopted. */
static void an_addendum_of_two_bodies_has_both_symbols(void **state)
{
	(void)state;
	does("agenda load " JOINT);
	does("meeting open --at 2018-05-28T10:00");
	does("recommendation propose 'Notes the matter' --body wg2");
	does("recommendation adopt r1");
	tells("report issue", "RIV/WG.2/2018/L.1-RIV/WG.3/2018/L.1 issued");
	does("recommendation propose 'Urges all to go on' --body wg3");
	does("recommendation adopt r2");
	tells("report issue", "RIV/WG.2/2018/L.1/Add.1-RIV/WG.3/2018/L.1/Add.1 issued");
	const char *text = output_of("part show 2");
	assert_has(text, "II. Recommendations (*continued*)\n\nWorking Group on Lakes\n\n1. ");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, parts_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_part_prints_again_as_it_was_issued),
		TEST(the_next_part_has_what_is_new_and_is_numbered_from_1),
		TEST(what_is_entered_late_is_in_the_next_part),
		TEST(what_has_changed_behind_a_part_is_told),
		TEST(what_has_changed_in_a_list_of_a_part_is_told),
		TEST(an_edit_for_one_part_is_not_in_the_next),
		TEST(what_was_left_out_of_a_part_is_not_in_the_next),
		TEST(what_is_edited_for_a_part_takes_nothing_from_another),
		TEST(what_is_written_behind_an_issued_paragraph_stands_under_its_heading),
		TEST(what_an_earlier_part_lacks_the_next_does_not),
		TEST(what_later_parts_have_stands_behind_an_edit_of_the_first),
		TEST(a_key_edited_in_two_parts_is_flagged_and_both_texts_are_printed),
		TEST(what_is_left_out_of_one_part_is_in_the_next_with_what_is_new),
		TEST(what_is_corrected_after_its_part_is_in_the_final_report_alone),
		TEST(what_is_edited_in_the_whole_is_of_no_part),
		TEST(what_was_issued_is_adopted_as_it_is),
		TEST(a_reference_to_another_part_has_its_symbol),
		TEST(a_part_is_adopted_paragraph_by_paragraph_by_its_own_numbers),
		TEST(a_list_that_was_left_out_of_one_part_goes_on_in_the_next),
		TEST(who_spoke_later_stands_behind_an_edited_list_of_speakers),
		TEST(an_item_that_was_renumbered_goes_on_where_it_was),
		TEST(issuing_is_taken_back_by_undo),
		TEST(an_addendum_of_two_bodies_has_both_symbols),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
