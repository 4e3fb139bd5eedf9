/* SPDX-License-Identifier: MIT */
/* Decisions with their form: votes, blocks, sets, and the positions that are taken on them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/recommendation.h"
#include "store/search.h"
#include "store/vote.h"
#include "support/command/one_desk.h"

static void is(int number, enum recommendation_state state)
{
	assert_int_equal(text_of(number).state, state);
}

/* The newest decision. */
static struct decision_row decision(void)
{
	size_t count;
	const struct decision_row *rows =
		store_decisions(fixture.store, fixture.desk.session, 0, &fixture.arena, &count);

	assert_true(count > 0);
	return rows[count - 1];
}

static void drafts(int count)
{
	does("meeting open");
	for (int i = 0; i < count; i++)
		fixture_do(&fixture, "recommendation propose 'Encourages States' --item 3");
	does("rule set decision.majority simple");
}

/* --- votes --- */

static void a_show_of_hands_is_recorded_with_its_totals(void **state)
{
	(void)state;
	drafts(1);
	tells("recommendation adopt r1 --in-favour 20 --against 2 --abstaining 4",
		"r1 adopted, by a show of hands: 20 in favour, 2 against, 4 abstaining");
	is(1, RECOMMENDATION_ADOPTED);
	assert_true(decision().voted && decision().vote.carried);
	assert_string_equal(decision().form, "show-of-hands");
	assert_int_equal(decision().vote.count.against, 2);
}

static void a_recorded_vote_counts_the_names(void **state)
{
	size_t count;

	(void)state;
	drafts(1);
	tells("recommendation adopt r1 --yes can,zim --no cot --abstained benin",
		"by a recorded vote: 2 in favour, 1 against, 1 abstaining");
	const struct ballot *ballots =
		store_ballots(fixture.store, decision().id, &fixture.arena, &count);
	assert_int_equal(count, 4);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(ballots[i].choice,
			strcmp(ballots[i].name, "Benin") == 0      ? VOTE_ABSTAINING
			: strcmp(ballots[i].name, "Canada") == 0   ? VOTE_IN_FAVOUR
			: strcmp(ballots[i].name, "Zimbabwe") == 0 ? VOTE_IN_FAVOUR
								   : VOTE_AGAINST);
}

/* "Benin=absent Canada=in favour" of the newest decision, by the names. */
static const char *ballots_of_last(void)
{
	const char *said = "";
	size_t count;
	const struct ballot *ballots =
		store_ballots(fixture.store, decision().id, &fixture.arena, &count);

	for (int choice = 0; choice < VOTE_CHOICES; choice++)
		for (size_t i = 0; i < count; i++)
			if ((int)ballots[i].choice == choice)
				said = arena_printf(&fixture.arena, "%s%s%s=%s", said,
					*said ? ", " : "", ballots[i].name,
					vote_choice_label(ballots[i].choice));
	return said;
}

static void what_was_decided_is_said_to_be_so_already(void **state)
{
	(void)state;
	drafts(3);
	does("recommendation adopt r2");
	does("recommendation withdraw r3");
	REFUSED("recommendation adopt r2", "r2 is adopted already");
	REFUSED("recommendation withdraw r3", "r3 is withdrawn already");
	REFUSED("recommendation withdraw r2", "r2 is adopted and cannot be withdrawn now");
}

static void who_is_absent_from_a_recorded_vote_can_be_said(void **state)
{
	(void)state;
	drafts(3);
	tells("recommendation adopt r1 --yes can,zim --no cot --absent benin,spain",
		"2 in favour, 1 against, 0 abstaining; absent: Benin, Spain");
	assert_string_equal(ballots_of_last(),
		"Canada=in favour, Zimbabwe=in favour, Côte d’Ivoire=against, Benin=absent, "
		"Spain=absent");
	assert_non_null(strstr(output_of("recommendation history r1"), "absent: Benin, Spain"));
	refuses("recommendation adopt r2 --yes can --absent can", "Canada is named twice");
	refuses("recommendation adopt r2 --absent can", "say how the vote went");
	refuses("recommendation adopt r2 --in-favour 2 --absent can", "--form vote");
	refuses("recommendation adopt r2 --form without-vote --absent can", "without a vote");
	tells("recommendation adopt r2 --yes can --no zim,cot --absent benin",
		"r2 not adopted, by a recorded vote: 1 in favour, 2 against, 0 abstaining (2 in "
		"favour are needed for a simple majority); absent: Benin");
}

static void who_has_left_is_absent_where_attendance_is_kept(void **state)
{
	(void)state;
	drafts(2);
	does("participant present can, zim, cot, benin");
	does("participant absent cot, benin");
	tells("recommendation adopt r1 --yes can,cot --no zim --absent spain",
		"2 in favour, 1 against, 0 abstaining; absent: Spain, Benin");
	assert_string_equal(ballots_of_last(),
		"Canada=in favour, Côte d’Ivoire=in favour, Zimbabwe=against, Benin=absent, "
		"Spain=absent");
	tells("recommendation adopt r2 --in-favour 2 --against 1", "r2 adopted");
	assert_string_equal(ballots_of_last(), "");
}

static void a_vote_that_does_not_carry_is_recorded_as_not_adopted(void **state)
{
	(void)state;
	drafts(3);
	tells("recommendation adopt r1 --in-favour 9 --against 9 --abstaining 30",
		"r1 not adopted, by a show of hands: 9 in favour, 9 against, 30 abstaining (a tie)");
	is(1, RECOMMENDATION_REJECTED);
	assert_false(decision().vote.carried);
	assert_string_equal(decision().outcome, "not adopted");
	tells("recommendation adopt r2 --in-favour 9 --against 5 --majority two-thirds",
		"(10 in favour are needed for a two-thirds majority)");
	is(2, RECOMMENDATION_REJECTED);
	tells("recommendation reject r3 --in-favour 4 --against 5", "r3 not adopted");
	is(3, RECOMMENDATION_REJECTED);
}

static void what_is_open_is_asked_about_only_where_it_is_adopted(void **state)
{
	(void)state;
	drafts(1);
	does("recommendation edit r1 'Encourages [all] States'");
	refuses("recommendation adopt r1 --in-favour 2 --against 1", "r1 has 1 open bracket");
	tells("recommendation adopt r1 --in-favour 1 --against 2", "r1 not adopted");
}

static void the_majority_is_that_of_the_rules(void **state)
{
	(void)state;
	drafts(2);
	does("rule use untoc");
	tells("recommendation adopt r1 --in-favour 9 --against 5", "two-thirds majority");
	tells("recommendation adopt r2 --in-favour 9 --against 5 --majority simple", "r2 adopted");
}

static void what_does_not_fit_together_is_refused(void **state)
{
	(void)state;
	drafts(2);
	refuses("recommendation adopt r1 --form vote", "say how the vote went");
	refuses("recommendation adopt r1 --form consensus --against 1", "by consensus");
	refuses("recommendation adopt r1 --form without-vote --no can", "without a vote");
	refuses("recommendation adopt r1 --form show-of-hands --no can", "--form vote");
	refuses("recommendation adopt r1 --in-favour -1", "--in-favour is a number of votes");
	refuses("recommendation adopt r1 --yes can --in-favour 2", "and 1 are named");
	refuses("recommendation reject r1 --in-favour 2 --against 1", "the vote carried");
	is(1, RECOMMENDATION_DRAFT);
}

static void who_has_no_vote_is_refused(void **state)
{
	(void)state;
	drafts(1);
	does("participant add 'Union of Toys' --kind organization");
	refuses("recommendation adopt r1 --yes can,zim --no zim", "Zimbabwe is named twice");
	refuses("recommendation adopt r1 --yes 'Union of Toys'", "Union of Toys has no vote");
	refuses("recommendation adopt r1 --yes 'African Group'", "its members vote");
	does("participant status party can");
	does("participant status signatory zim");
	refuses("recommendation adopt r1 --yes can,zim", "Zimbabwe is no party");
	tells("recommendation adopt r1 --yes can,zim --non-parties", "r1 adopted");
}

static void it_is_said_where_there_is_no_quorum(void **state)
{
	(void)state;
	drafts(2);
	tells("recommendation adopt r1 --in-favour 2 --against 1",
		"nobody has counted who is here");
	does("participant present can, zim, cot, benin");
	does("participant absent zim, cot, benin");
	tells("recommendation adopt r2", "no quorum for a decision: 1 of 4 here, 3 needed");
}

/* --- several together --- */

static void a_block_is_one_act_with_one_vote(void **state)
{
	(void)state;
	drafts(3);
	tells("recommendation adopt r1 --block r3,r2 --yes can,zim --no cot",
		"r1, r3, r2 adopted, by a recorded vote: 2 in favour");
	for (int i = 1; i <= 3; i++)
		is(i, RECOMMENDATION_ADOPTED);
	assert_int_equal(decision().together, 3);
	assert_true(decision().voted);
	assert_int_equal(decision().vote.count.in_favour, 2);
	does("undo");
	for (int i = 1; i <= 3; i++)
		is(i, RECOMMENDATION_DRAFT);
}

static void a_block_is_adopted_whole_or_not_at_all(void **state)
{
	(void)state;
	drafts(3);
	does("recommendation withdraw r2");
	refuses("recommendation adopt r1 --block r2,r3", "r2 is withdrawn");
	is(1, RECOMMENDATION_DRAFT);
	tells("recommendation adopt r1 --block r3 --in-favour 1 --against 2", "r1, r3 not adopted");
	is(3, RECOMMENDATION_REJECTED);
}

static void a_set_is_adopted_as_a_whole(void **state)
{
	(void)state;
	drafts(4);
	does("recommendation withdraw r2");
	does("recommendation defer r3");
	tells("set adopt --orally-amended",
		"the set with 2 recommendations (r1, r4) adopted as orally amended");
	is(1, RECOMMENDATION_ADOPTED);
	is(3, RECOMMENDATION_DEFERRED);
	is(4, RECOMMENDATION_ADOPTED);
	assert_int_equal(decision().together, 2);
	refuses("set adopt", "none of the recommendations is still to be decided");
	refuses("set chapeau 'The Working Group decided:'", "adopted as a whole");
	does("recommendation reopen r4 'a slip'");
	does("set chapeau 'The Working Group decided:'");
}

static void of_alternatives_adopted_together_it_is_asked(void **state)
{
	(void)state;
	drafts(2);
	does("recommendation alternative r1 'Urges States'");
	refuses("set adopt", "r1 and r3 are alternatives. Adopt them all the same?");
	tells("set adopt --anyway", "adopted; all the same: r1 and r3 are alternatives");
	does("undo");
	refuses("recommendation adopt r3 --block r1",
		"r3 and r1 are alternatives. Adopt them all the same?");
	tells("recommendation adopt r1 --block r3 --in-favour 1 --against 2", "not adopted");
	does("undo");
	does("recommendation adopt r3");
	refuses("set adopt",
		"r1 is an alternative to r3, which was adopted. Adopt them all the same?");
	does("undo");
	does("recommendation withdraw r3");
	tells("set adopt", "2 recommendations (r1, r2) adopted");
}

static void it_is_shown_how_far_a_set_is(void **state)
{
	(void)state;
	drafts(4);
	does("recommendation adopt r1");
	does("recommendation negotiate r2");
	does("recommendation defer r3");
	assert_non_null(strstr(
		output_of("set show"), "1 of 4 adopted, 1 draft, 1 under negotiation, 1 deferred"));
	does("set position reservation can");
	does("set adopt --in-favour 4 --against 1");
	const char *told = output_of("set show");
	assert_non_null(strstr(told, "3 of 4 adopted, 1 deferred"));
	assert_non_null(strstr(told, "adopted as a whole, by a show of hands: 4 in favour"));
	assert_non_null(strstr(told, "reservation, Canada"));
}

/* --- amendments --- */

static void a_vote_decides_an_amendment(void **state)
{
	(void)state;
	drafts(1);
	does("amendment propose r1 --insert all --after Encourages");
	does("amendment propose r1 --whole");
	tells("amendment accept a2 --in-favour 3 --against 3",
		"a2 rejected, by a show of hands: 3 in favour, 3 against, 0 abstaining (a tie)");
	refuses("amendment reject a1 --in-favour 3 --against 2", "the vote carried");
	tells("amendment accept a1 --yes can,zim --no cot", "by a recorded vote: 2 in favour");
	assert_string_equal(text_of(1).text, "Encourages all States");
	assert_int_equal(decision().amendment, 1);
	is(1, RECOMMENDATION_NEGOTIATED);
	const char *told = output_of("recommendation history r1");
	assert_non_null(strstr(told, "a2 not accepted, by a show of hands: 3 in favour"));
	assert_non_null(strstr(told, "a1 accepted, by a recorded vote: 2 in favour"));
}

/* --- positions --- */

static size_t positions(struct position_row **rows)
{
	size_t count;

	*rows = store_positions(fixture.store, fixture.desk.session, &fixture.arena, &count);
	return count;
}

static void a_position_is_bound_to_the_statement_in_which_it_was_given(void **state)
{
	struct position_row *rows;

	(void)state;
	drafts(1);
	does("item open 3");
	does("floor give can --kind explanation_after --for 'African Group'");
	tells("position add r1 explanation-after",
		"explanation after of Canada for the African Group on r1 recorded (s1)");
	does("floor give zim");
	tells("position add r1 reservation can 'the costs'",
		"reservation of Canada on r1 recorded");
	assert_int_equal(positions(&rows), 2);
	assert_int_equal(rows[0].statement_number, 1);
	assert_int_equal(rows[1].statement, 0);
	assert_string_equal(rows[1].text, "the costs");
	refuses("position add r1 reservation can", "is recorded already");
	refuses("position add r1 dissociation can --statement s2", "s2 is a statement of Zimbabwe");
	tells("position remove r1 reservation can", "taken out");
	refuses("position remove r1 reservation can", "there is no reservation of Canada");
	assert_int_equal(positions(&rows), 1);
}

static void an_explanation_that_is_logged_can_name_its_text(void **state)
{
	struct position_row *rows;

	(void)state;
	drafts(1);
	does("statement add can --item 3 --kind explanation_before --on r1");
	assert_int_equal(positions(&rows), 1);
	assert_int_equal(rows[0].kind, POSITION_BEFORE);
	assert_int_equal(rows[0].statement_number, 1);
	refuses("statement add can --item 3 --on r1", "--on names what is explained");
	refuses("statement add can --item 3 --kind reply --on r1", "--on names what is explained");
}

static const struct hit_row *found(const char *words, size_t expected)
{
	size_t count;
	const struct hit_row *hits = store_search(
		fixture.store, fixture.desk.session, words, 10, &fixture.arena, &count);

	assert_int_equal(count, expected);
	return hits;
}

static void a_position_is_found_by_its_words_its_kind_and_its_delegation(void **state)
{
	(void)state;
	drafts(1);
	does("position add r1 reservation can 'the costs are not known' --for cot");
	does("set position dissociation zim 'its law forbids it'");
	const struct hit_row *hit = found("costs known", 1);
	assert_true(hit->kind == HIT_POSITION && hit->number == 1 && hit->recommendation);
	assert_string_equal(hit->text, "reservation: the costs are not known");
	assert_string_equal(hit->name, "Canada");
	assert_string_equal(hit->item_printed, "3");
	found("reservation canada cote", 1);
	hit = found("forbids", 1);
	assert_true(hit->number == 0 && hit->recommendation == 0);
	does("position remove r1 reservation can");
	found("costs", 0);
	does("undo");
	found("costs", 1);
}

static void somebody_must_have_taken_the_position(void **state)
{
	(void)state;
	drafts(1);
	refuses("position add r1 dissociation", "say whose position it is");
	tells("set position dissociation can", "on the recommendations recorded");
}

/* --- the trace --- */

static void reopening_keeps_votes_and_positions_in_the_history(void **state)
{
	(void)state;
	drafts(2);
	does("recommendation adopt r1 --yes can,zim --no cot --block r2");
	does("position add r1 reservation cot");
	does("set position dissociation benin");
	does("recommendation reopen r1 'a slip of the count'");
	is(1, RECOMMENDATION_DRAFT);
	is(2, RECOMMENDATION_ADOPTED);
	const char *told = output_of("recommendation history r1");
	static const char *const parts[] = {
		"adopted, by a recorded vote: 2 in favour, 1 against, 0 abstaining, together with",
		"1 other, meeting 1", "in favour: Canada, Zimbabwe", "against: Côte d’Ivoire",
		"reservation, Côte d’Ivoire", "dissociation, Benin",
		"reopened, meeting 1: a slip of the count"};
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (!strstr(told, parts[i]))
			fail_msg("\"%s\" is not in \"%s\"", parts[i], told);
	assert_non_null(
		strstr(output_of("recommendation history r2"), "by a recorded vote: 2 in favour"));
}

/* Lines of a text, told by their beginnings, each behind the one before. */
static void in_this_order(const char *told, const char *const parts[], size_t count)
{
	const char *at = told;

	for (size_t i = 0; i < count; i++) {
		const char *found = strstr(at, parts[i]);
		if (!found)
			fail_msg("\"%s\" does not follow in \"%s\"", parts[i], told);
		at = found + 1;
	}
}

static void what_came_first_is_told_by_the_journal_and_not_by_the_clock(void **state)
{
	static const char *const parts[] = {"version 1", "adopted, by a show of hands", "reopened",
		"version 2", "adopted, consensus", "reopened", "version 3", "adopted, consensus"};
	static const char *const typed[] = {
		"10:05  version 1", "16:00  version 2", "15:00  adopted"};

	(void)state;
	drafts(1);
	does("recommendation adopt r1 --in-favour 2 --against 1");
	does("recommendation reopen r1 'a slip'");
	does("recommendation edit r1 'Encourages all States'");
	does("recommendation adopt r1");
	does("recommendation reopen r1 'another'");
	does("recommendation edit r1 'Encourages some States'");
	does("recommendation adopt r1");
	in_this_order(output_of("recommendation history r1"), parts, 8);
	does("undo");
	does("redo");
	in_this_order(output_of("recommendation history r1"), parts, 8);
	does("recommendation propose 'Notes' --item 3 --at 10:05");
	does("recommendation edit r2 'Notes it' --at 16:00");
	does("recommendation adopt r2 --at 15:00");
	in_this_order(output_of("recommendation history r2"), typed, 3);
}

static void the_last_decision_is_the_one_that_was_entered_last(void **state)
{
	(void)state;
	drafts(1);
	does("recommendation adopt r1 --in-favour 2 --against 1 --at 12:00");
	does("recommendation reopen r1 'a slip' --at 11:00");
	does("recommendation withdraw r1 --at 11:30");
	assert_string_equal(decision().outcome, "withdrawn");
}

static void what_is_negotiated_can_be_said_so(void **state)
{
	(void)state;
	drafts(1);
	tells("recommendation negotiate r1", "r1 under negotiation");
	is(1, RECOMMENDATION_NEGOTIATED);
	refuses("recommendation negotiate r1", "is under negotiation");
	does("recommendation agree r1");
	does("recommendation adopt r1");
	refuses("recommendation negotiate r1", "is adopted");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_show_of_hands_is_recorded_with_its_totals),
		TEST(a_recorded_vote_counts_the_names),
		TEST(what_was_decided_is_said_to_be_so_already),
		TEST(who_is_absent_from_a_recorded_vote_can_be_said),
		TEST(who_has_left_is_absent_where_attendance_is_kept),
		TEST(a_vote_that_does_not_carry_is_recorded_as_not_adopted),
		TEST(what_is_open_is_asked_about_only_where_it_is_adopted),
		TEST(the_majority_is_that_of_the_rules),
		TEST(what_does_not_fit_together_is_refused),
		TEST(who_has_no_vote_is_refused),
		TEST(it_is_said_where_there_is_no_quorum),
		TEST(a_block_is_one_act_with_one_vote),
		TEST(a_block_is_adopted_whole_or_not_at_all),
		TEST(a_set_is_adopted_as_a_whole),
		TEST(of_alternatives_adopted_together_it_is_asked),
		TEST(it_is_shown_how_far_a_set_is),
		TEST(a_vote_decides_an_amendment),
		TEST(a_position_is_bound_to_the_statement_in_which_it_was_given),
		TEST(an_explanation_that_is_logged_can_name_its_text),
		TEST(a_position_is_found_by_its_words_its_kind_and_its_delegation),
		TEST(somebody_must_have_taken_the_position),
		TEST(reopening_keeps_votes_and_positions_in_the_history),
		TEST(what_came_first_is_told_by_the_journal_and_not_by_the_clock),
		TEST(the_last_decision_is_the_one_that_was_entered_last),
		TEST(what_is_negotiated_can_be_said_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
