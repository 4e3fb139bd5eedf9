/* SPDX-License-Identifier: MIT */
/* What the rapporteur does to paragraphs of the report: theirs stay theirs, and say when
 * what stands behind them has changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "report/report.h"
#include "support/command/one_desk.h"

static struct report *report;

static struct report *built(void)
{
	report_free(report);
	report = report_build(fixture.store, fixture.desk.session, desk_template(&fixture.desk));
	return report;
}

/* Two statements on item 3, of Canada and Benin, each with a point. */
static int set_up(void **state)
{
	desk_set_up_item_3(state);
	does("floor give can");
	does("statement note s1 'asked for model laws'");
	does("floor give ben");
	does("statement note s2 'reported on a new strategy'");
	does("floor end");
	return 0;
}

static int tear_down(void **state)
{
	report_free(report);
	report = NULL;
	return desk_tear_down(state);
}

/* The first paragraph with these words, as it is printed now; NULL if there is none. */
static const struct node *found(const char *words)
{
	const struct document *document = report_document(built());

	for (const struct node *at = document->root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && strstr(at->text, words))
			return at;
	return NULL;
}

static const char *label(const char *words)
{
	const struct node *node = found(words);

	if (!node)
		fail_msg("the report does not say \"%s\"", words);
	return arena_strdup(&fixture.arena, node->label);
}

/* A command on the paragraph that has the words, with what else it is given. */
static const char *line(const char *command, const char *words, const char *more)
{
	return arena_printf(&fixture.arena, "%s %s %s", command, label(words), more);
}

static bool is_missing(const char *words)
{
	size_t count;
	const struct report_gap *gaps = report_gaps(built(), &count);

	for (size_t i = 0; i < count; i++)
		if (strstr(gaps[i].text, words))
			return true;
	return false;
}

static void a_paragraph_that_is_edited_is_not_overwritten(void **state)
{
	(void)state;
	tells(line("paragraph edit", "model laws", "'One speaker asked for laws.'"), "g1");
	assert_non_null(found("One speaker asked for laws."));
	assert_null(found("model laws"));
	assert_false(is_missing("have changed"));
	does("statement note s1 'asked for model laws and time' --replace");
	assert_non_null(found("One speaker asked for laws."));
	assert_true(is_missing("The sources of g1 have changed since it was edited"));
	assert_non_null(strstr(output_of("paragraph show g1"), "[+ and time+]"));
}

static void what_is_generated_can_be_taken_kept_or_merged(void **state)
{
	(void)state;
	REFUSED("paragraph keep 3", "nobody has edited it: it follows its sources by itself");
	does(line("paragraph edit", "model laws", "'One speaker kindly asked for model laws.'"));
	REFUSED("paragraph keep g1", "its sources have not changed since it was edited");
	does("statement note s1 'asked for model laws and time' --replace");
	does("paragraph merge g1");
	assert_non_null(found("One speaker kindly asked for model laws and time."));
	assert_false(is_missing("have changed"));
	does("statement note s1 'asked for nothing' --replace");
	assert_true(is_missing("have changed"));
	does("paragraph keep g1");
	assert_false(is_missing("have changed"));
	does("paragraph revert g1");
	assert_non_null(found("One speaker asked for nothing."));
	REFUSED("paragraph revert g1", "it is as it is generated already");
}

static void a_merge_that_both_changed_asks_first(void **state)
{
	(void)state;
	does(line("paragraph edit", "model laws", "'One speaker asked for handbooks.'"));
	does("statement note s1 'asked for boats' --replace");
	REFUSED("paragraph merge g1",
		"Both changed 1 place of g1: take your words there? (yes: --anyway)");
	does("paragraph merge g1 --anyway");
	assert_non_null(found("One speaker asked for handbooks."));
	assert_false(is_missing("have changed"));
}

static void a_paragraph_whose_source_is_gone_stays(void **state)
{
	(void)state;
	does(line("paragraph edit", "model laws", "'One speaker asked for laws.'"));
	does("statement note s1 '' --replace");
	const struct node *node = found("One speaker asked for laws.");
	assert_non_null(node);
	assert_true(is_missing("Nothing stands behind g1 any more"));
	/* Where it stood: before the chapter on the organization of the meeting. */
	assert_non_null(strstr(output_of("paragraph list"), "source gone"));
	refuses("paragraph revert g1", "generated from nothing");
	does("paragraph drop g1");
	assert_null(found("One speaker asked for laws."));
	does("undo");
	assert_non_null(found("One speaker asked for laws."));
}

static void a_written_paragraph_stands_behind_the_one_it_was_written_behind(void **state)
{
	(void)state;
	const char *behind =
		arena_printf(&fixture.arena, " written behind paragraph %s", label("model laws"));
	tells(line("paragraph add", "model laws", "'It was added that all was well.'"), behind);
	does("paragraph add g2 'It was added once more.'");
	const struct node *first = found("model laws");
	assert_string_equal(first->next->text, "It was added that all was well.");
	assert_string_equal(first->next->next->text, "It was added once more.");
	assert_non_null(strstr(first->next->next->next->text, "new strategy"));
	does("paragraph cite g2 's1-2 p1'");
	assert_string_equal(found("all was well")->sources, "p1 s1-2");
	refuses("paragraph cite g2 s99", "there is no s99");
	refuses("paragraph cite g1 s1", "it is generated, and knows its own sources");
	refuses("paragraph revert g2", "g2 was written by hand: paragraph drop g2 leaves it out");
}

static void a_reference_follows_the_number_of_its_paragraph(void **state)
{
	(void)state;
	does(line("paragraph add", "model laws", "'It was added that all was well.'"));
	does(line("paragraph edit", "new strategy", "'Another speaker agreed, see {para g2}.'"));
	assert_non_null(
		found(arena_printf(&fixture.arena, "see {para %s}.", label("all was well"))));
	does("paragraph drop g2");
	assert_true(is_missing("It refers to g2, which is not printed"));
}

/* Of a vote on a numbered recommendation, which says in which paragraph it stands. */
static void a_number_in_a_generated_sentence_follows_too(void **state)
{
	(void)state;
	does("set style numbered");
	does("recommendation propose 'States should act'");
	does("recommendation adopt r1 --form show-of-hands --in-favour 20 --against 1 --majority simple");
	const char *before = label("States should act");
	const char *said = arena_printf(&fixture.arena, "in paragraph %s", before);
	assert_non_null(found(said));
	does("paragraph add 1 'It was added at the beginning.'");
	assert_string_not_equal(label("States should act"), before);
	assert_non_null(
		found(arena_printf(&fixture.arena, "in paragraph %s", label("States should act"))));
}

static void a_text_that_was_changed_meanwhile_is_not_overwritten(void **state)
{
	(void)state;
	does(line("paragraph edit", "model laws", "'One.'"));
	does("paragraph edit g1 'Two.' --version 2");
	refuses("paragraph edit g1 'Three.' --version 2", "changed by somebody else");
	assert_non_null(found("Two."));
}

static void paragraphs_are_adopted_with_their_amendments_from_the_floor(void **state)
{
	(void)state;
	does(line("paragraph edit", "model laws", "'One speaker asked for good laws.' --by ben"));
	const char *first = label("good laws"), *second = label("new strategy");
	SAYS(arena_printf(&fixture.arena, "paragraph adopt %s-%s", first, second),
		"2 paragraphs adopted");
	/* Who proposed it is kept, and not printed. */
	assert_null(strstr(found("good laws")->text, "Benin"));
	assert_non_null(strstr(output_of("paragraph show g1"), "proposed by Benin"));
	refuses("paragraph adopt g1", "g1 is adopted already");
	REFUSED("paragraph edit g1 'Other.'",
		"g1 was adopted. Change it all the same? (yes: --anyway)");
	does("paragraph reopen g1");
	does("paragraph edit g1 'Other.'");
	refuses("paragraph adopt 999", "there is no paragraph '999' in the report");
	refuses("paragraph adopt 4-2", "ends before it begins");
	refuses("paragraph adopt 1-2x", "there is no paragraph '1-2x' in the report");
}

static void a_paragraph_that_a_screen_means_is_found_by_its_key(void **state)
{
	(void)state;
	const struct node *node = found("model laws");
	const char *edit = arena_printf(
		&fixture.arena, "paragraph edit '%s' 'One speaker asked for laws.'", node->key);

	does("statement add zim --item 2 --note 'said something first' --at 09:40");
	does(edit);
	assert_non_null(found("One speaker asked for laws."));
	assert_non_null(found("new strategy"));
}

static void a_paragraph_says_what_it_was_made_from(void **state)
{
	(void)state;
	does("statement note s1 'asked for model laws\nasked for time' --replace");
	does("floor give can");
	does("floor end");
	does("recommendation propose 'Urges States to act'");
	does("recommendation adopt r1");
	assert_string_equal(found("model laws")->sources, "p1 p3 s1");
	assert_string_equal(found("Benin and Canada")->sources, "s1-3");
	assert_string_equal(found("considered")->sources, "m1");
	const struct node *entry = report_document(built())->root;
	while (entry && !(entry->text && strstr(entry->text, "States to act")))
		entry = document_next(entry);
	assert_non_null(entry);
	assert_string_equal(entry->sources, "r1");
	assert_non_null(strstr(output_of("paragraph show 5"), ", from "));
}

static void no_two_paragraphs_have_one_key(void **state)
{
	(void)state;
	does("item open 2");
	does("statement add zim --item 2 --note 'said something'");
	does("statement add can --item 2 --note 'said more'");
	does("recommendation propose 'Urges States to act'");
	does("recommendation adopt r1");
	const struct document *document = report_document(built());
	for (const struct node *at = document->root->first; at; at = at->next)
		for (const struct node *other = at->next; at->key && other; other = other->next)
			if (other->key && strcmp(at->key, other->key) == 0)
				fail_msg("two have the key %s", at->key);
}

static void what_no_paragraph_has_is_listed(void **state)
{
	(void)state;
	tells("report unreflected", "every statement and point is in the report");
	does("statement add can --item 2 --note 'asked for the moon'");
	assert_non_null(strstr(output_of("statement reflected s3"), "asked for the moon"));
	does(line("paragraph drop", "the moon", ""));
	tells("report unreflected", "1 reflected nowhere, 0 of them by convention");
	assert_non_null(strstr(output_of("report unreflected"), "asked for the moon"));
	does("paragraph restore g1");
	does("statement add can --item 2 --kind point_of_order");
	tells("report unreflected", "1 reflected nowhere, 1 of them by convention");
	tells("statement reflected s4", "s4 is reflected nowhere in the report");
}

static void what_was_begun_on_an_untouched_paragraph_overwrites_no_edit(void **state)
{
	(void)state;
	tells(line("paragraph edit", "model laws", "'First.' --version 0"), "g1");
	REFUSED("paragraph edit g1 'Second.' --version 0",
		"g1 has been changed by somebody else meanwhile");
	tells("paragraph edit g1 'Second.' --version 2 --made 'What it was then.'", "g1");
	assert_true(is_missing("The sources of g1 have changed since it was edited"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_paragraph_that_is_edited_is_not_overwritten),
		TEST(what_is_generated_can_be_taken_kept_or_merged),
		TEST(a_merge_that_both_changed_asks_first),
		TEST(a_paragraph_whose_source_is_gone_stays),
		TEST(a_written_paragraph_stands_behind_the_one_it_was_written_behind),
		TEST(a_reference_follows_the_number_of_its_paragraph),
		TEST(a_number_in_a_generated_sentence_follows_too),
		TEST(a_text_that_was_changed_meanwhile_is_not_overwritten),
		TEST(paragraphs_are_adopted_with_their_amendments_from_the_floor),
		TEST(a_paragraph_that_a_screen_means_is_found_by_its_key),
		TEST(a_paragraph_says_what_it_was_made_from),
		TEST(no_two_paragraphs_have_one_key),
		TEST(what_no_paragraph_has_is_listed),
		TEST(what_was_begun_on_an_untouched_paragraph_overwrites_no_edit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
