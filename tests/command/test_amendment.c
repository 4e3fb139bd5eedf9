/* SPDX-License-Identifier: MIT */
/* Texts that are negotiated: amendments, brackets, alternatives, comments and sponsors. What
 * must be true whatever is done to them is test_amendment_random.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/negotiation.h"
#include "support/command/one_desk.h"

#define TEXT "Requests the Secretariat to report on its work to the Conference."

/* What a line prints has that part. */
static void prints(const char *line, const char *part)
{
	does(line);
	if (!strstr(fixture.output, part))
		fail_msg("%s: \"%s\" is not in \"%s\"", line, part, fixture.output);
}

static struct amendment_row amendment_of(int number)
{
	struct amendment_row row;
	int64_t id = store_amendment_find(fixture.store, fixture.desk.session, number);

	assert_true(store_amendment(fixture.store, id, &fixture.arena, &row));
	return row;
}

static void reads(int number, const char *text)
{
	assert_string_equal(text_of(number).text, text);
}

static const struct history_row *last_version(int number)
{
	size_t count;
	const struct history_row *rows = store_recommendation_history(
		fixture.store, text_of(number).id, &fixture.arena, &count);

	while (count > 0 && rows[count - 1].version == 0)
		count--;
	assert_true(count > 0);
	return &rows[count - 1];
}

static void draft(void)
{
	fixture_do(&fixture, "recommendation propose '" TEXT "' --item 3 --by can");
}

/* --- proposing --- */

static void words_are_named_as_delegations_name_them(void **state)
{
	(void)state;
	draft();
	SAYS("amendment propose r1 --replace Requests --with Invites --by zim",
		"a1 to r1 proposed by Zimbabwe (in writing): replace “Requests” by “Invites”");
	SAYS("amendment propose r1 --insert regularly --after report --how orally",
		"a2 to r1 proposed (orally): insert “regularly” after “Secretariat to report”");
	SAYS("amendment propose r1 --delete 'to the Conference' --how chair",
		"a3 to r1 proposed (by the Chair): delete “to the Conference”");
	SAYS("amendment propose r1 'Notes the work' --new",
		"a4 to r1 proposed (in writing): new paragraph: “Notes the work”");
	SAYS("amendment propose r1 --whole",
		"a5 to r1 proposed (in writing): delete the paragraph; "
		"in conflict with a1, a2, a3");
	assert_string_equal(amendment_of(2).text,
		"Requests the Secretariat to report regularly on its work to the Conference.");
	assert_true(text_of(1).state == RECOMMENDATION_DRAFT);
}

static void what_cannot_be_meant_is_refused(void **state)
{
	(void)state;
	draft();
	refuses("amendment propose r1 --replace Urges --with Invites",
		"“Urges” does not stand in the text of r1");
	refuses("amendment propose r1 --delete the", "“the” stands 2 times in the text of r1");
	refuses("amendment propose r1 --replace Requests", "--replace WORDS goes with --with");
	refuses("amendment propose r1 --after Requests --delete work", "--after WORDS goes with");
	refuses("amendment propose r1", "say one of");
	refuses("amendment propose r1 Notes --whole", "say one of");
	refuses("amendment propose r1 '" TEXT "'", "that changes nothing");
	refuses("amendment propose r1 --whole --new", "--new goes with");
	refuses("amendment propose r1 Notes --base 7", "has no version 7");
	refuses("amendment accept a7", "a7");
}

static void a_text_has_words(void **state)
{
	(void)state;
	draft();
	refuses("recommendation propose ' '", "no word of the text would be left");
	refuses("recommendation edit r1 ''", "no word of the text would be left");
	refuses("recommendation alternative r1 ' '", "no word of the text would be left");
	refuses("amendment propose r1 ''", "amendment propose --whole proposes that");
	refuses("amendment propose r1 ' ' --new", "no word of the text would be left");
	refuses("amendment propose r1 --delete '" TEXT "'", "no word of the text would be left");
	does("amendment propose r1 --delete work");
	refuses("amendment edit a1 ' '", "no word of the text would be left");
	refuses("amendment accept a1 --text ''", "no word of the text would be left");
	does("bracket open r1 '" TEXT "'");
	refuses("bracket drop r1 1", "recommendation withdraw");
	reads(1, "[" TEXT "]");
}

static void who_speaks_proposes_orally(void **state)
{
	(void)state;
	draft();
	does("meeting open");
	does("item open 3");
	does("floor give cot");
	tells("amendment propose r1 --delete Secretariat", "by Côte d’Ivoire (orally, s1)");
	tells("amendment propose r1 --delete Secretariat --by zim", "by Zimbabwe (in writing)");
	tells("amendment propose r1 --delete Secretariat --document d1", "proposed (in writing)");
	tells("comment add r1 Why?", "k1 on r1 by Côte d’Ivoire");
	does("bracket open r1 Secretariat");
	assert_string_equal(last_version(1)->proposer_name, "Côte d’Ivoire");
	does("bracket drop r1 1");
	assert_null(last_version(1)->proposer_name);
}

/* --- deciding --- */

static void accepting_merges_into_the_text_as_it_is_now(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --replace Requests --with Invites");
	does("amendment propose r1 --insert regularly --after report");
	SAYS("amendment accept a2", "a2 accepted: r1 is at version 2");
	SAYS("amendment accept a1", "a1 accepted: r1 is at version 3");
	reads(1, "Invites the Secretariat to report regularly on its work to the Conference.");
	assert_true(text_of(1).state == RECOMMENDATION_NEGOTIATED);
	refuses("amendment accept a1", "a1 is accepted already");
	refuses("amendment reject a1", "a1 is accepted: amendment reopen a1 first");
}

static void where_both_changed_the_same_words_it_is_asked(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --replace Requests --with Invites");
	tells("amendment propose r1 --replace Requests --with Urges", "in conflict with a1");
	SAYS("amendment accept a1", "a1 accepted: r1 is at version 2; in conflict with it: a2");
	refuses("amendment accept a2",
		"in 1 place: “Requests” reads “Invites” now, and “Urges” in a2");
	reads(1, "Invites the Secretariat to report on its work to the Conference.");
	does("amendment accept a2 --anyway");
	reads(1, "Urges the Secretariat to report on its work to the Conference.");
	assert_int_equal(amendment_of(2).conflicts, 1);
}

static void a_resolved_text_is_taken_as_it_is(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --replace Requests --with Invites");
	does("recommendation edit r1 'Urges the Secretariat to report.'");
	does("amendment accept a1 --text 'Encourages the Secretariat to report.'");
	reads(1, "Encourages the Secretariat to report.");
	assert_int_equal(amendment_of(1).conflicts, 1);
}

static void a_resolved_text_does_not_write_over_what_was_saved_meanwhile(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --replace Requests --with Invites");
	does("amendment propose r1 --to a1 --replace report --with speak");
	does("recommendation edit r1 'Urges the Secretariat to report.'");
	refuses("amendment accept a1 --text 'Invites all.' --version 1",
		"r1 has been changed by somebody else meanwhile: it is at version 2, and this text "
		"began from version 1");
	assert_non_null(strstr(fixture.output, "[-Requests-] [+Urges+] the Secretariat"));
	refuses("recommendation edit r1 'Invites all.' --version 1", "it is at version 2");
	assert_non_null(strstr(fixture.output, "[-Requests-] [+Urges+] the Secretariat"));
	refuses("amendment accept a1 --text 'Invites all.' --version 9", "r1 has no version 9");
	reads(1, "Urges the Secretariat to report.");
	does("amendment edit a1 'Invites the Secretariat to act.'");
	refuses("amendment accept a2 --text Other --version 1", "a1 has been changed by somebody");
	refuses("amendment edit a1 Other --version 1", "a1 has been changed by somebody");
	assert_non_null(strstr(fixture.output, "[-report"));
	does("amendment accept a1 --text 'Invites all.' --version 2 --lapse");
	reads(1, "Invites all.");
}

static void a_text_that_was_resolved_on_an_earlier_version_keeps_what_came_since(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --replace Requests --with Invites");
	does("recommendation edit r1 'Requests the Secretariat to report on its plans to the "
	     "Conference.'");
	does("amendment accept a1 --text 'Encourages the Secretariat to report on its work to the "
	     "Conference.' --base 1");
	reads(1, "Encourages the Secretariat to report on its plans to the Conference.");
	does("undo");
	refuses("amendment accept a1 --text 'Invites the Secretariat to report on its aims to the "
		"Conference.' --base 1",
		"“work” reads “plans” now, and “aims” in the new text");
	refuses("amendment accept a1 --text Other --base 9", "r1 has no version 9");
}

static void one_to_an_amendment_makes_a_version_of_it(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --insert regularly --after report");
	does("amendment propose r1 --to a1 --replace regularly --with yearly");
	does("amendment propose r1 --to a1 --delete regularly");
	tells("amendment accept a2", "a2 accepted: a1 is at version 2; in conflict with it: a3");
	reads(1, TEXT);
	refuses("amendment accept a1", "What is proposed to a1 is undecided: a3. Take it without?");
	SAYS("amendment accept a1 --lapse",
		"a1 accepted: r1 is at version 2; 1 amendment to it lapsed");
	reads(1, "Requests the Secretariat to report yearly on its work to the Conference.");
	assert_true(amendment_of(3).state == AMENDMENT_LAPSED);
	refuses("amendment reopen a3", "a1 is accepted: amendment reopen a1 first");
	refuses("amendment reopen a2", "a2 is in the text of a1: amendment edit a1");
}

static void one_is_not_taken_over_what_others_propose_to_it(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --insert regularly --after report --by can");
	does("amendment propose r1 --to a1 --replace regularly --with yearly --by fra");
	does("amendment propose r1 --to a1 --delete regularly --by nor --for 77");
	refuses("amendment accept a1",
		"What is proposed to a1 is undecided: a2 France, a3 Group of 77 and China. "
		"Take it without?");
	does("amendment reject a2");
	does("amendment withdraw a3");
	SAYS("amendment accept a1", "a1 accepted: r1 is at version 2");
}

static void a_new_paragraph_stands_behind_its_own(void **state)
{
	(void)state;
	draft();
	does("recommendation propose 'Urges States'");
	does("amendment propose r1 'Notes the work' --new --by zim");
	SAYS("amendment accept a1", "a1 accepted as r3");
	assert_int_equal(text_of(3).letter, 2);
	assert_int_equal(text_of(2).letter, 3);
	assert_string_equal(text_of(3).proposer_name, "Zimbabwe");
	refuses("amendment reopen a1", "r3 came of a1: recommendation withdraw r3");
	does("recommendation withdraw r3");
	SAYS("amendment reopen a1", "a1 is proposed again");
	SAYS("amendment accept a1", "a1 accepted as r4");
}

static void a_new_paragraph_outlives_the_text_before_it(void **state)
{
	(void)state;
	draft();
	does("recommendation propose 'Urges States'");
	does("amendment propose r1 'Notes the work' --new --by zim --how orally");
	does("amendment propose r1 --to a1 --replace Notes --with Welcomes");
	SAYS("recommendation adopt r1 --form consensus",
		"r1 adopted; still open: a1, a new paragraph");
	assert_true(amendment_of(1).state == AMENDMENT_PROPOSED);
	SAYS("amendment propose r1 --to a1 --insert warmly --after Notes",
		"a3 to a1 proposed (in writing): insert “warmly” after “Notes”; next to a2");
	tells("amendment accept a2", "a1 is at version 2; next to it: a3");
	refuses("amendment accept a3",
		"stands next to what was changed meanwhile, in 1 place: “Notes” reads “Welcomes” now, "
		"and “Notes warmly” in a3, together “Welcomes warmly”. Take both?");
	does("amendment edit a1 'Welcomes this work'");
	prints("amendment list --open",
		"a1 Zimbabwe (orally): new paragraph: “Welcomes this work”");
	SAYS("amendment accept a1 --lapse", "a1 accepted as r3; 1 amendment to it lapsed");
	assert_int_equal(text_of(3).letter, 2);
	assert_int_equal(text_of(2).letter, 3);
	reads(3, "Welcomes this work");
	SAYS("amendment propose r1 'Notes also' --new", "a4 to r1 proposed (in writing): "
							"new paragraph: “Notes also”");
	refuses("amendment propose r1 Other", "its text is locked");
}

static void a_new_paragraph_behind_a_text_that_goes_takes_its_place(void **state)
{
	(void)state;
	draft();
	does("recommendation propose 'Urges States'");
	does("amendment propose r1 'Notes the work' --new");
	does("amendment propose r1 --whole");
	SAYS("amendment accept a2", "a2 accepted: r1 withdrawn; still open: a1, a new paragraph");
	prints("recommendation export --as projected", "[+a1: Notes the work+]");
	does("non-paper cut");
	prints("recommendation export --non-paper 1", "[+a1: Notes the work+]");
	SAYS("amendment accept a1", "a1 accepted as r3");
	assert_int_equal(text_of(3).letter, 1);
	assert_int_equal(text_of(2).letter, 2);
}

static void new_paragraphs_behind_one_text_stand_as_they_were_proposed(void **state)
{
	(void)state;
	draft();
	does("recommendation propose 'Urges States'");
	does("amendment propose r1 One --new");
	does("amendment propose r1 Two --new");
	does("amendment propose r1 Three --new");
	does("amendment accept a2");
	does("amendment accept a3");
	does("amendment accept a1");
	assert_int_equal(text_of(5).letter, 2);
	assert_int_equal(text_of(3).letter, 3);
	assert_int_equal(text_of(4).letter, 4);
	assert_int_equal(text_of(2).letter, 5);
	does("amendment propose r1 Four --new");
	refuses("amendment accept a4 --text ' '", "no word of the text would be left");
}

static void a_new_paragraph_is_no_amendment_of_the_text_before_it(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 'Notes the work' --new --how orally");
	does("amendment accept a1");
	SAYS("recommendation adopt r1 --form consensus", "r1 adopted");
}

static void what_would_be_added_is_asked_of_before_a_set_is_adopted(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 'Notes the work' --new");
	refuses("set adopt", "a1, a new paragraph, is undecided. Adopt it all the same?");
	does("set adopt --anyway");
	assert_true(amendment_of(1).state == AMENDMENT_PROPOSED);
}

static void a_deletion_withdraws_the_paragraph_and_all_else_lapses(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --whole --by zim");
	does("amendment propose r1 --delete work");
	SAYS("amendment accept a1", "a1 accepted: r1 withdrawn; 1 amendment to it lapsed");
	assert_true(text_of(1).state == RECOMMENDATION_WITHDRAWN);
	assert_true(amendment_of(2).state == AMENDMENT_LAPSED);
	does("undo");
	assert_true(amendment_of(2).state == AMENDMENT_PROPOSED);
	assert_true(text_of(1).state == RECOMMENDATION_DRAFT);
}

static void reopening_takes_the_words_out_and_leaves_all_else(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --insert regularly --after report");
	does("amendment propose r1 --replace Requests --with Invites");
	does("amendment accept a1");
	does("amendment accept a2");
	does("amendment reopen a1 --reason 'Canada was not heard'");
	reads(1, "Invites the Secretariat to report on its work to the Conference.");
	assert_true(amendment_of(1).state == AMENDMENT_PROPOSED);
	does("amendment accept a1");
	reads(1, "Invites the Secretariat to report regularly on its work to the Conference.");
}

static void what_was_put_on_record_late_is_taken_out_alone_too(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --insert regularly --after report");
	does("amendment propose r1 --replace Requests --with Invites");
	does("amendment accept a1 --at 11:40");
	does("amendment accept a2 --at 11:35");
	does("amendment reopen a1 --at 11:50");
	reads(1, "Invites the Secretariat to report on its work to the Conference.");
}

static void a_decided_text_is_locked(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --delete work --how orally");
	does("meeting open");
	refuses("recommendation adopt r1",
		"r1 has 1 undecided amendment (a1). Adopt it all the same?");
	tells("recommendation adopt r1 --anyway", "1 amendment to it lapsed");
	refuses("amendment propose r1 Notes",
		"r1 is adopted: its text is locked; recommendation reopen r1 first");
	refuses("amendment reopen a1", "recommendation reopen r1 first");
	refuses("bracket open r1 work", "recommendation reopen r1 first");
	does("recommendation reopen r1 'a slip'");
	does("amendment reopen a1");
	does("amendment accept a1");
	tells("recommendation adopt r1", "adopted as orally amended (a1, orally)");
}

/* The line that undoes one command, with what stands on it or not. */
static const char *undo_line(int64_t sequence, bool later)
{
	return arena_printf(
		&fixture.arena, "undo %lld%s", (long long)sequence, later ? " --with-later" : "");
}

static int64_t newest(void)
{
	return store_sequence(fixture.store, fixture.desk.session);
}

static void an_amendment_stands_on_the_version_that_it_was_made_on(void **state)
{
	int64_t accepted;

	(void)state;
	draft();
	does("amendment propose r1 --replace Requests --with Invites");
	does("amendment propose r1 --delete work");
	does("amendment accept a1");
	accepted = newest();
	does("recommendation propose 'Urges States'");
	does("amendment propose r1 --insert regularly --after report");
	refuses(undo_line(accepted, false), "1 later command stands on it (a3 to r1 proposed");
	does(undo_line(accepted, true));
	assert_int_equal(store_amendment_find(fixture.store, fixture.desk.session, 3), 0);
	reads(1, TEXT);
	does("redo");
	assert_string_equal(amendment_of(3).base_text,
		"Invites the Secretariat to report on its work to the Conference.");
}

static void what_was_done_to_a_reopened_text_is_not_left_on_a_locked_one(void **state)
{
	int64_t reopened;

	(void)state;
	draft();
	does("recommendation adopt r1");
	does("recommendation reopen r1 'a slip'");
	reopened = newest();
	does("recommendation edit r1 'Urges the Secretariat to report.'");
	does("amendment propose r1 --replace Urges --with Invites");
	refuses(undo_line(reopened, false), "2 later commands stand on it");
	does(undo_line(reopened, true));
	reads(1, TEXT);
	assert_int_equal(store_amendments_open(fixture.store, fixture.desk.session, 0), 0);
}

static void a_decision_is_not_done_again_on_a_text_that_was_changed_since(void **state)
{
	(void)state;
	draft();
	does("recommendation adopt r1");
	does("undo");
	fixture.desk.origin = "another";
	does("recommendation edit r1 'Urges the Secretariat to report.'");
	fixture.desk.origin = "test@here";
	refuses("redo", "has been changed since");
	assert_true(recommendation_open(text_of(1).state));
}

/* --- brackets, alternatives, comments --- */

static void brackets_are_versions_of_the_text(void **state)
{
	(void)state;
	draft();
	SAYS("bracket open r1 'on its work' --by zim", "r1: bracket opened by Zimbabwe; version 2");
	reads(1, "Requests the Secretariat to report [Zimbabwe: on its work] to the Conference.");
	does("bracket open r1 Requests --by can --instead Invites");
	refuses("bracket keep r1 4", "r1 has brackets 1 to 3");
	refuses("recommendation adopt r1", "r1 has 3 open brackets");
	does("bracket drop r1 1");
	tells("bracket keep r1 1", "“Invites” of Canada kept");
	refuses("bracket keep r1 2", "r1 has 1 bracket: bracket list shows it");
	does("bracket keep r1 1");
	reads(1, "Invites the Secretariat to report on its work to the Conference.");
	refuses("bracket drop r1 1", "r1 has no brackets");
	refuses("bracket open r1 the", "stands 2 times");
	refuses("bracket open r1 work --delete --add more", "say one of");
	refuses("bracket open r1", "say which words");
	refuses("bracket open r1 work --add 'and] [all'", "“and] [all” has half a bracket");
}

static void brackets_of_a_paragraph_that_is_proposed_are_listed(void **state)
{
	(void)state;
	draft();
	does("recommendation adopt r1");
	does("amendment propose r1 --new 'Urges [two] harbours' --by can");
	prints("bracket list", "a1\t1\ttwo\n");
	prints("bracket list r1", "a1\t1\ttwo\n");
	does("amendment accept a1");
	prints("bracket list", "r2\t1\ttwo\n");
	assert_null(strstr(fixture.output, "a1"));
}

static void half_a_bracket_that_a_merge_leaves_is_not_forgotten(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --delete 'the Secretariat to'");
	does("bracket open r1 'the Secretariat' --by zim");
	tells("amendment accept a1 --anyway", "a bracket of it has lost its other half");
	reads(1, "Requests [Zimbabwe: report on its work to the Conference.");
	SAYS("bracket list", ""); /* it lists that one */
	refuses("recommendation adopt r1", "r1 has 1 bracket without its other half");
}

static void alternatives_have_the_letter_until_one_is_adopted(void **state)
{
	(void)state;
	draft();
	does("recommendation propose 'Urges States'");
	SAYS("recommendation alternative r1 'Invites all' --by zim",
		"r3 (a) bis proposed by Zimbabwe");
	SAYS("recommendation alternative '(a) bis' 'Invites some'", "r4 (a) ter proposed");
	SAYS("recommendation adopt '(a) ter'", "r4 adopted; still open: r1 (a) bis, r3 (a) ter");
	assert_true(text_of(4).letter == 1 && text_of(4).alternative == 0);
	assert_true(text_of(1).alternative == 1 && text_of(3).alternative == 2);
	assert_int_equal(text_of(2).letter, 2);
}

static void comments_are_open_until_settled(void **state)
{
	(void)state;
	draft();
	SAYS("comment add r1 'Whose work?' --on 'its work' --by zim", "k1 on r1 by Zimbabwe");
	refuses("comment add r1 'Whose?' --on plans", "“plans” does not stand in r1");
	refuses("recommendation adopt r1", "r1 has 1 unsettled comment");
	SAYS("comment settle k1", "k1 settled");
	refuses("comment settle k1", "k1 is settled already");
	SAYS("recommendation adopt r1", "r1 adopted");
}

static void sponsors_are_named_once(void **state)
{
	(void)state;
	draft();
	does("amendment propose r1 --delete work");
	SAYS("sponsor add r1 zim, cot", "r1 is sponsored by Zimbabwe, Côte d’Ivoire");
	SAYS("sponsor add r1 zim --amendment a1", "a1 is sponsored by Zimbabwe");
	refuses("sponsor add r1 zim", "Zimbabwe sponsors r1 already");
	SAYS("sponsor withdraw r1 zim", "Zimbabwe sponsors r1 no more");
	refuses("sponsor withdraw r1 zim", "Zimbabwe does not sponsor r1");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(words_are_named_as_delegations_name_them),
		TEST(what_cannot_be_meant_is_refused),
		TEST(a_text_has_words),
		TEST(who_speaks_proposes_orally),
		TEST(accepting_merges_into_the_text_as_it_is_now),
		TEST(where_both_changed_the_same_words_it_is_asked),
		TEST(a_resolved_text_is_taken_as_it_is),
		TEST(a_resolved_text_does_not_write_over_what_was_saved_meanwhile),
		TEST(a_text_that_was_resolved_on_an_earlier_version_keeps_what_came_since),
		TEST(new_paragraphs_behind_one_text_stand_as_they_were_proposed),
		TEST(one_to_an_amendment_makes_a_version_of_it),
		TEST(one_is_not_taken_over_what_others_propose_to_it),
		TEST(a_new_paragraph_stands_behind_its_own),
		TEST(a_new_paragraph_outlives_the_text_before_it),
		TEST(a_new_paragraph_behind_a_text_that_goes_takes_its_place),
		TEST(a_new_paragraph_is_no_amendment_of_the_text_before_it),
		TEST(what_would_be_added_is_asked_of_before_a_set_is_adopted),
		TEST(a_deletion_withdraws_the_paragraph_and_all_else_lapses),
		TEST(reopening_takes_the_words_out_and_leaves_all_else),
		TEST(what_was_put_on_record_late_is_taken_out_alone_too),
		TEST(a_decided_text_is_locked),
		TEST(an_amendment_stands_on_the_version_that_it_was_made_on),
		TEST(what_was_done_to_a_reopened_text_is_not_left_on_a_locked_one),
		TEST(a_decision_is_not_done_again_on_a_text_that_was_changed_since),
		TEST(brackets_are_versions_of_the_text),
		TEST(brackets_of_a_paragraph_that_is_proposed_are_listed),
		TEST(half_a_bracket_that_a_merge_leaves_is_not_forgotten),
		TEST(alternatives_have_the_letter_until_one_is_adopted),
		TEST(comments_are_open_until_settled),
		TEST(sponsors_are_named_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
