/* SPDX-License-Identifier: MIT */
/* Points that several speakers made are told once, with how many they were; who they were
 * is in the record and never in the report. What the Chair concluded, and what was
 * presented, is told with them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "report/report.h"
#include "store/floor.h"
#include "store/point.h"
#include "store/sql.h"
#include "support/command/one_desk.h"

static struct report *report;

static int set_up(void **state)
{
	desk_set_up_item_3(state);
	return 0;
}

static int tear_down(void **state)
{
	report_free(report);
	report = NULL;
	return desk_tear_down(state);
}

static struct report *built(void)
{
	report_free(report);
	report = report_build(fixture.store, fixture.desk.session, desk_template(&fixture.desk));
	return report;
}

static const struct node *paragraph_with(const char *words)
{
	const struct document *document = report_document(built());

	for (const struct node *node = document->root; node; node = document_next(node))
		if (node->kind == NODE_PARAGRAPH && node->text && strstr(node->text, words))
			return node;
	return NULL;
}

static void told(const char *text)
{
	const struct node *node = paragraph_with(text);

	if (!node || strcmp(node->text, text) != 0)
		fail_msg("the report has no paragraph \"%s\" but \"%s\"", text,
			node ? node->text : "");
}

static void not_told(const char *words)
{
	const struct node *node = paragraph_with(words);

	if (node)
		fail_msg("the report says \"%s\"", node->text);
}

static bool has_gap(const char *words)
{
	size_t count;
	const struct report_gap *gaps = report_gaps(built(), &count);

	for (size_t i = 0; i < count; i++)
		if (strstr(gaps[i].text, words))
			return true;
	return false;
}

/* Statements of these, s1 and on, each with that note. */
static void speak(const char *const names[], size_t count, const char *note)
{
	char line[200];

	for (size_t i = 0; i < count; i++) {
		snprintf(line, sizeof line,
			"statement add '%s' --item 3 --note '%s' --from 10:%02zu", names[i], note,
			10 + i);
		does(line);
	}
}

static const char *const twelve[] = {"Benin", "Canada", "Pakistan", "Spain", "Zimbabwe", "Mali",
	"Togo", "Kenya", "Ghana", "Chad", "Niger", "Gabon"};

/* --- groups --- */

static void equal_points_are_told_once_with_their_quantifier(void **state)
{
	(void)state;
	speak(twelve, 3, "asked for model legislation");
	does("statement note s2 'noted the costs'");
	SAYS("point group p1 p2", "p1 tells 2 points: 2 of 3 who spoke, “some speakers”");
	told("Some speakers asked for model legislation.");
	told("One speaker noted the costs.");
	told("Another speaker asked for model legislation.");
	not_told("Benin asked");
}

static void the_scale_is_of_those_who_spoke_under_the_item(void **state)
{
	(void)state;
	speak(twelve, 12, "asked for tools");
	tells("point group p1 p2 p3 p4", "4 of 12 who spoke, “several speakers”");
	tells("point group p1 p5 p6 p7", "7 of 12 who spoke, “many speakers”");
	tells("point group p1 p8 p9", "9 of 12 who spoke, “most speakers”");
	tells("point group p1 p10 p11 p12", "12 of 12 who spoke, “speakers”");
	told("Speakers asked for tools.");
}

static void a_group_of_points_is_a_source_of_its_paragraph(void **state)
{
	(void)state;
	speak(twelve, 3, "asked for tools");
	does("point group p2 p1 p3");
	assert_string_equal(paragraph_with("Some speakers asked")->sources, "p1-3 s1-3");
}

static void the_count_is_beside_the_paragraph_and_not_in_it(void **state)
{
	const struct report_voices *voices;

	(void)state;
	speak(twelve, 3, "asked for tools");
	does("point group p1 p2");
	const struct node *node = paragraph_with("Some speakers");
	voices = report_voices_of(report, node);
	assert_non_null(voices);
	assert_int_equal(voices->said, 2);
	assert_int_equal(voices->spoke, 3);
}

static void verbs_of_several_are_plural(void **state)
{
	(void)state;
	speak(twelve, 3, "was of the view that it was early");
	does("statement note s1 'associated itself with the group'");
	does("statement note s2 'associated itself with the group'");
	does("point group p1 p2 p3");
	does("point group p4 p5");
	told("Some speakers were of the view that it was early.");
	told("Some speakers associated themselves with the group.");
}

static void points_of_two_items_are_not_told_together(void **state)
{
	(void)state;
	speak(twelve, 1, "asked for tools");
	does("item open 4");
	does("statement add Canada --item 4 --note 'asked for tools' --from 10:20");
	refuses("point group p1 p2", "only points of one item are told together");
	does("statement add Secretariat --item 3 --kind presentation --note 'on its work'");
	refuses("point group p3 p1", "p3 is of a presentation or of the Chair");
	refuses("point group p1 p3", "p3 is of a presentation or of the Chair");
	refuses("point group p1", "name two points or more");
}

static void other_words_tell_them(void **state)
{
	(void)state;
	speak(twelve, 2, "wanted tools");
	does("point group p1 p2 --text 'stressed the need for tools'");
	told("Some speakers stressed the need for tools.");
}

static void a_group_that_leaves_another_takes_its_points_along(void **state)
{
	(void)state;
	speak(twelve, 4, "asked for tools");
	does("point group p1 p2");
	does("point group p3 p4");
	tells("point group p3 p1", "4 of 4 who spoke");
	assert_string_equal(paragraph_with("Speakers asked")->sources, "p1-4 s1-4");
}

static void a_lead_that_is_deleted_is_followed_by_the_next(void **state)
{
	(void)state;
	speak(twelve, 4, "asked for tools");
	does("point group p1 p2 p3");
	does("point support p1 Mali");
	does("statement note s1 'was silent on it' --replace");
	does("statement delete s1");
	assert_string_equal(paragraph_with("Some speakers asked")->sources, "p2-3 s2-3");
	refuses("point support p3 Mali", "Mali supports it already");
	does("undo");
	does("undo");
	refuses("point support p3 Benin", "Benin said it in s1");
}

static void one_that_is_taken_out_stands_alone(void **state)
{
	(void)state;
	speak(twelve, 3, "asked for tools");
	does("point group p1 p2 p3");
	SAYS("point ungroup p1", "p1 stands alone again");
	assert_string_equal(paragraph_with("Some speakers")->sources, "p2-3 s2-3");
	refuses("point ungroup p1", "p1 stands alone");
}

static void the_same_speaker_twice_is_one(void **state)
{
	(void)state;
	speak(twelve, 1, "asked for tools");
	does("statement add Benin --item 3 --note 'asked for tools' --from 10:30");
	tells("point group p1 p2", "1 of 1 who spoke, “one speaker”");
	told("One speaker asked for tools.");
}

/* What was issued stays as it was issued. */
static void a_point_that_joins_one_that_was_issued_is_told_in_the_next_part(void **state)
{
	bool found = false;

	(void)state;
	speak(twelve, 2, "asked for tools");
	does("point group p1 p2");
	does("report issue L.1");
	does("statement add Spain --item 3 --note 'asked for tools' --from 10:30");
	does("point group p1 p3");
	report_free(report);
	report = report_new(fixture.store, fixture.desk.session, desk_template(&fixture.desk));
	report_want_next_part(report, "L.1/Add.1");
	while (!report_step(report))
		;
	const struct document *document = report_document(report);
	for (const struct node *node = document->root; node; node = document_next(node)) {
		if (node->sources && strstr(node->sources, "p3"))
			found = strcmp(node->text, "One speaker asked for tools.") == 0;
		assert_false(node->text && strstr(node->text, "Some speakers"));
	}
	assert_true(found);
	told("Some speakers asked for tools.");
}

/* --- support --- */

static void who_supports_a_point_counts_and_is_not_named(void **state)
{
	(void)state;
	speak(twelve, 3, "asked for tools");
	tells("point support p1 Togo, Chad", "p1 is supported by Togo, Chad: 3 of 5 who spoke");
	told("Some speakers asked for tools.");
	not_told("Chad");
	tells("point unsupport p1 Chad", "2 of 4");
	refuses("point unsupport p1 Chad", "Chad does not support p1");
}

static void a_group_counts_for_its_members_but_one_voice_is_one(void **state)
{
	(void)state;
	speak(twelve, 2, "asked for tools");
	does("statement edit s1 --for 'African Group'");
	struct point_count count = store_point_count(
		fixture.store, store_point_find(fixture.store, fixture.desk.session, 1));
	assert_int_equal(count.voices, 1);
	assert_true(count.with_members > 40);
	told("One speaker asked for tools.");
	does("point group p1 p2");
	told("Speakers asked for tools.");
}

/* --- another quantifier --- */

static void the_rapporteur_says_it_otherwise_and_the_count_stays_beside_it(void **state)
{
	(void)state;
	speak(twelve, 3, "asked for tools");
	does("point group p1 p2");
	does("point say p1 number");
	told("A number of speakers asked for tools.");
	assert_true(has_gap("Point p1 is told as “a number of speakers”; 2 of 3 who spoke said it"
			    " (“some speakers”)"));
	does("point say p1 advised");
	told("Some speakers asked for tools.");
	assert_false(has_gap("is told as"));
}

static void a_point_of_one_can_be_told_as_of_many(void **state)
{
	(void)state;
	speak(twelve, 1, "many: asked for tools");
	told("Many speakers asked for tools.");
	does("statement note s1 'many: things' --replace");
	told("Many speakers noted that things.");
	does("statement note s1 'many things' --replace");
	told("One speaker noted that many things.");
}

/* --- a point of several --- */

static void a_point_goes_to_the_newest_statement_of_each(void **state)
{
	(void)state;
	speak(twelve, 2, "spoke");
	REFUSED("point add 'asked for tools' --by 'Benin, Canada, Togo' --item 3",
		"Togo has not spoken on item 3. Supported it? (yes: --supported)");
	tells("point add 'asked for tools' --by 'Benin, Canada, Togo' --item 3 --supported",
		"p3: 3 of 3 who spoke");
	told("Some speakers asked for tools.");
	refuses("point add 'asked' --by Chad --item 3 --supported", "none of them has spoken");
}

/* --- conclusions --- */

static void conclusions_of_the_chair_end_an_item(void **state)
{
	(void)state;
	speak(twelve, 1, "asked for tools");
	SAYS("conclusion add 'to prepare a paper.' --item 3 --request", "n1, request under item 3");
	does("conclusion add 'convene a meeting' --item 3 --who 'the Bureau' --due 'before June'");
	SAYS("conclusion add 'agreed that it was early' --item 3", "n3, conclusion on item 3");
	told("As a conclusion of the deliberations on this agenda item, the Chair requested the Secretariat"
	     " to prepare a paper. The Chair also requested the Bureau to convene a meeting before"
	     " June. The Chair also agreed that it was early.");
	assert_string_equal(paragraph_with("the Chair requested")->sources, "n1-3");
}

static void a_day_by_which_is_a_date_in_words(void **state)
{
	(void)state;
	speak(twelve, 1, "asked for tools");
	does("conclusion add 'to prepare a paper' --item 3 --request --due 2013-03-31");
	assert_non_null(paragraph_with("to prepare a paper by 31 March 2013."));
	assert_non_null(strstr(output_of("conclusion list"), "31 March 2013"));
	does("report language fr");
	assert_non_null(paragraph_with("d’ici au 31 mars 2013."));
	does("report language es");
	assert_non_null(paragraph_with("a más tardar el 31 de marzo de 2013."));
}

static void what_begins_as_a_request_is_one(void **state)
{
	(void)state;
	SAYS("conclusion add 'to prepare a paper' --item 3", "n1, request under item 3");
	SAYS("conclusion add 'agreed to prepare a paper' --item 3", "n2, conclusion on item 3");
	does("report language fr");
	SAYS("conclusion add 'de préparer un document' --item 3", "n3, request under item 3");
	SAYS("conclusion add 'De l’avis général, rien ne presse' --item 3",
		"n4, conclusion on item 3");
}

static void action_points_are_a_list_to_hand_out(void **state)
{
	(void)state;
	does("conclusion add 'prepare a paper' --item 3 --request --due 'before June'");
	does("conclusion add 'agreed that it was early' --item 3");
	does("conclusion add 'convene a meeting' --item 3 --who 'the Bureau'");
	does("conclusion done n1");
	const char *list = output_of("conclusion list");
	assert_non_null(strstr(list, "Prepare a paper"));
	assert_non_null(strstr(list, "before June"));
	assert_non_null(strstr(list, "done, 17 October 2012"));
	assert_non_null(strstr(list, "the Bureau"));
	assert_null(strstr(list, "early"));
	list = output_of("conclusion list --open --format html");
	assert_null(strstr(list, "Prepare"));
	assert_non_null(strstr(list, "<td>"));
	refuses("conclusion done n2", "n2 asks for nothing");
	refuses("conclusion edit n1", "say what to change");
	refuses("conclusion add '.' --item 3", "say what was concluded");
}

/* --- presentations --- */

static void presentations_of_one_topic_are_counted_in_words(void **state)
{
	(void)state;
	tells("presentation add 'the new tools' --item 3 --by Secretariat --count 4",
		"4 presentations");
	told("Four representatives of the Secretariat made presentations on the new tools.");
	does("presentation add 'on its network' --item 3 --by Secretariat");
	told("Five representatives of the Secretariat made presentations on the new tools and its"
	     " network.");
	/* Also in another language than they were noted in. */
	does("report language fr");
	told("Cinq représentants du Secrétariat ont fait des exposés sur the new tools et its"
	     " network.");
}

static void what_was_said_in_a_presentation_is_told_beside_its_topic(void **state)
{
	(void)state;
	does("presentation add 'the new tools' --item 3 --by Secretariat");
	does("statement note s1 'reported on their use'");
	told("A representative of the Secretariat made a presentation on the new tools.");
	told("The Secretariat reported on their use.");
	does("presentation add 'its law' --item 3 --by Benin");
	told("One speaker made a presentation on its law.");
}

/* A group is of one item: what is moved away leaves it, and stands by itself there. */
static void what_is_moved_to_another_item_leaves_its_group(void **state)
{
	(void)state;
	does("item open 4");
	does("statement add can --item 3 --note 'asked for model laws' --from 10:05");
	does("statement add ben --item 3 --note 'wanted them too' --from 10:10");
	does("statement add zim --item 3 --note 'agreed' --from 10:15");
	does("point group p1 p2 p3");
	does("statement edit s1 --item 4");
	refuses("point ungroup p1", "p1 stands alone");
	SAYS("point ungroup p3", "p3 stands alone again");
	refuses("point ungroup p2", "p2 stands alone");
	does("undo");
	does("undo");
	SAYS("point ungroup p1", "p1 stands alone again");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			equal_points_are_told_once_with_their_quantifier, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_scale_is_of_those_who_spoke_under_the_item, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_group_of_points_is_a_source_of_its_paragraph, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_count_is_beside_the_paragraph_and_not_in_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(verbs_of_several_are_plural, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			points_of_two_items_are_not_told_together, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_words_tell_them, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_group_that_leaves_another_takes_its_points_along, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_lead_that_is_deleted_is_followed_by_the_next, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			one_that_is_taken_out_stands_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_point_that_joins_one_that_was_issued_is_told_in_the_next_part, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(the_same_speaker_twice_is_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			who_supports_a_point_counts_and_is_not_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_group_counts_for_its_members_but_one_voice_is_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_rapporteur_says_it_otherwise_and_the_count_stays_beside_it, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_point_of_one_can_be_told_as_of_many, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_point_goes_to_the_newest_statement_of_each, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			conclusions_of_the_chair_end_an_item, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_day_by_which_is_a_date_in_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_begins_as_a_request_is_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			action_points_are_a_list_to_hand_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			presentations_of_one_topic_are_counted_in_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_was_said_in_a_presentation_is_told_beside_its_topic, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_moved_to_another_item_leaves_its_group, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
