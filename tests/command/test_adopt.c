/* SPDX-License-Identifier: MIT */
/* Adoption as the record has it: what was amended from the floor since a text was last in
 * writing, and what stands against a text that is to be adopted or agreed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/recommendation.h"
#include "store/vote.h"
#include "support/command/one_desk.h"

static void is(int number, enum recommendation_state state, bool orally_amended)
{
	assert_int_equal(text_of(number).state, state);
	assert_int_equal(text_of(number).orally_amended, orally_amended);
}

/* The newest act on a recommendation, or (0) on a set. */
static struct decision_row decision(int number)
{
	struct decision_row found = {0};
	size_t count;
	const struct decision_row *rows =
		store_decisions(fixture.store, fixture.desk.session, 0, &fixture.arena, &count);

	for (size_t i = 0; i < count; i++)
		if (number ? rows[i].recommendation == text_of(number).id : rows[i].in_set != 0)
			found = rows[i];
	assert_true(found.id != 0);
	return found;
}

static void drafts(int count)
{
	does("meeting open");
	for (int i = 0; i < count; i++)
		does("recommendation propose 'Encourages States to cooperate' --item 3");
	does("rule set decision.majority simple");
}

/* --- as orally amended --- */

static void what_was_accepted_from_the_floor_is_an_oral_amendment(void **state)
{
	(void)state;
	drafts(1);
	does("amendment propose r1 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	does("amendment propose r1 --replace cooperate --with 'work together' --how chair");
	does("amendment accept a2");
	SAYS("recommendation adopt r1",
		"r1 adopted as orally amended (a1 Canada, orally; a2, by the Chair)");
	is(1, RECOMMENDATION_ADOPTED, true);
	assert_true(decision(1).orally_amended);
	does("undo");
	is(1, RECOMMENDATION_NEGOTIATED, false);
	does("redo");
	is(1, RECOMMENDATION_ADOPTED, true);
}

static void what_was_proposed_in_writing_is_none(void **state)
{
	(void)state;
	drafts(2);
	does("amendment propose r1 --insert all --after Encourages --by can");
	does("amendment accept a1");
	SAYS("recommendation adopt r1", "r1 adopted");
	is(1, RECOMMENDATION_ADOPTED, false);
	does("amendment propose r2 --insert all --after Encourages --by can");
	does("amendment propose r2 'Encourages all States parties to cooperate' --to a2 --by zim"
	     " --how screen");
	does("amendment accept a3");
	does("amendment accept a2");
	SAYS("recommendation adopt r2", "r2 adopted as orally amended (a3 Zimbabwe, on screen)");
}

static void what_was_not_taken_or_was_taken_out_again_is_none(void **state)
{
	(void)state;
	drafts(1);
	does("amendment propose r1 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	does("amendment reopen a1");
	does("amendment reject a1");
	does("amendment propose r1 --insert most --after Encourages --by zim --how orally");
	does("amendment withdraw a2");
	SAYS("recommendation adopt r1", "r1 adopted");
}

static void a_text_that_was_circulated_since_is_adopted_as_it_stands(void **state)
{
	(void)state;
	drafts(2);
	does("amendment propose r1 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	does("non-paper cut");
	SAYS("recommendation adopt r1", "r1 adopted");
	does("undo");
	does("amendment propose r1 --delete all --by zim --how orally");
	does("amendment accept a2");
	SAYS("recommendation adopt r1", "r1 adopted as orally amended (a2 Zimbabwe, orally)");
	does("undo");
	does("recommendation edit r1 'Encourages States to meet' --how writing");
	SAYS("recommendation adopt r1", "r1 adopted");
}

static void an_edit_counts_if_it_says_whose_it_is(void **state)
{
	(void)state;
	drafts(3);
	does("recommendation edit r1 'Encourages all States to cooperate'");
	SAYS("recommendation adopt r1", "r1 adopted");
	does("recommendation edit r2 'Encourages all States to cooperate' --by zim");
	SAYS("recommendation adopt r2",
		"r2 adopted as orally amended (version 2 Zimbabwe, on screen)");
	does("recommendation edit r3 'Encourages all States to cooperate' --how chair");
	SAYS("recommendation adopt r3", "r3 adopted as orally amended (version 2, by the Chair)");
}

static void a_text_that_reads_as_it_was_circulated_is_not_amended(void **state)
{
	(void)state;
	drafts(1);
	does("amendment propose r1 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	does("amendment propose r1 --delete all --by zim --how orally");
	does("amendment accept a2");
	SAYS("recommendation adopt r1", "r1 adopted");
}

static void it_can_be_said_by_hand_either_way(void **state)
{
	(void)state;
	drafts(2);
	does("amendment propose r1 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	SAYS("recommendation adopt r1 --orally-amended no",
		"r1 adopted, not as orally amended in spite of a1 Canada, orally");
	is(1, RECOMMENDATION_ADOPTED, false);
	SAYS("recommendation adopt --orally-amended r2", "r2 adopted as orally amended");
	is(2, RECOMMENDATION_ADOPTED, true);
	does("undo");
	SAYS("recommendation adopt r2 --orally-amended --form without-vote",
		"r2 adopted as orally amended");
	does("undo");
	SAYS("recommendation adopt r2 --orally-amended yes", "r2 adopted as orally amended");
	does("undo");
	REFUSED("recommendation adopt r2 --orally-amended=perhaps",
		"orally-amended is yes or no, and not 'perhaps'");
}

static void what_a_vote_has_rejected_is_as_it_is(void **state)
{
	(void)state;
	drafts(1);
	does("amendment propose r1 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	SAYS("recommendation adopt r1 --in-favour 1 --against 2",
		"r1 not adopted, by a show of hands: 1 in favour, 2 against, 0 abstaining (2 in "
		"favour are needed for a simple majority); nobody has counted who is here: quorum "
		"show, once it is known");
	is(1, RECOMMENDATION_REJECTED, false);
}

static void of_a_block_those_are_named_that_were_amended(void **state)
{
	(void)state;
	drafts(3);
	does("amendment propose r2 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	SAYS("recommendation adopt r1 --block r2,r3",
		"r1, r2, r3 adopted, r2 as orally amended (a1 Canada, orally)");
	is(1, RECOMMENDATION_ADOPTED, false);
	is(2, RECOMMENDATION_ADOPTED, true);
	is(3, RECOMMENDATION_ADOPTED, false);
	does("undo");
	SAYS("recommendation adopt r1 --block r2,r3 --orally-amended",
		"r1, r2, r3 adopted as orally amended (a1 Canada, orally)");
	is(3, RECOMMENDATION_ADOPTED, true);
}

static void a_set_is_amended_by_a_paragraph_more_or_less(void **state)
{
	(void)state;
	drafts(3);
	does("amendment propose r1 'Urges States to meet' --new --by can --how orally");
	does("amendment accept a1");
	does("amendment propose r3 --whole --by zim --how orally");
	does("amendment accept a2");
	SAYS("set adopt",
		"the set with 3 recommendations (r1, r4, r2) adopted as orally amended (a1 Canada, "
		"orally; a2 Zimbabwe, orally)");
	assert_true(decision(0).orally_amended);
	is(1, RECOMMENDATION_ADOPTED, false);
	is(4, RECOMMENDATION_ADOPTED, false);
	does("undo");
	does("non-paper cut");
	SAYS("set adopt", "the set with 3 recommendations (r1, r4, r2) adopted");
	assert_false(decision(0).orally_amended);
}

static void a_set_is_amended_where_one_of_it_is(void **state)
{
	(void)state;
	drafts(2);
	does("amendment propose r2 --insert all --after Encourages --by can --how orally");
	does("amendment accept a1");
	SAYS("set adopt", "the set with 2 recommendations (r1, r2) adopted as orally amended (a1 "
			  "Canada, orally)");
	assert_true(decision(0).orally_amended);
	is(1, RECOMMENDATION_ADOPTED, false);
	is(2, RECOMMENDATION_ADOPTED, true);
	does("undo");
	does("set adopt --orally-amended no");
	is(2, RECOMMENDATION_ADOPTED, false);
	assert_false(decision(0).orally_amended);
}

/* --- what stands against it --- */

static void make_open(int number)
{
	const char *line;

	line = arena_printf(&fixture.arena,
		"recommendation edit r%d 'Encourages [all] States [parties] to cooperate'", number);
	does(line);
	line = arena_printf(&fixture.arena,
		"amendment propose r%d --replace Encourages --with Urges --by can", number);
	does(line);
	line = arena_printf(&fixture.arena,
		"amendment propose r%d --replace Encourages --with Invites --by zim", number);
	does(line);
}

static void all_that_stands_against_an_adoption_is_one_question(void **state)
{
	(void)state;
	drafts(4);
	does("recommendation alternative r1 'Urges States to cooperate'");
	make_open(1);
	does("recommendation edit r3 'Encourages [all] States'");
	REFUSED("recommendation adopt r1",
		"r1 has 2 open brackets, 2 undecided amendments (a1, a2; in conflict). Adopt it all "
		"the same? (yes: --anyway)");
	REFUSED("recommendation adopt r1 --block r3,r4,r5",
		"r1 has 2 open brackets, 2 undecided amendments (a1, a2; in conflict); r3 has 1 open "
		"bracket; r1 and r5 are alternatives. Adopt them all the same? (yes: --anyway)");
	SAYS("recommendation adopt r1 --block r3 --anyway",
		"r1, r3 adopted; 2 amendments to it lapsed; still open: r5 (a) bis; all the same: r1 "
		"has 2 open brackets, 2 undecided amendments (a1, a2; in conflict); r3 has 1 open "
		"bracket");
}

static void agreeing_asks_what_adopting_asks(void **state)
{
	(void)state;
	drafts(1);
	make_open(1);
	REFUSED("recommendation agree r1",
		"r1 has 2 open brackets, 2 undecided amendments (a1, a2; in conflict). Agree on it ad "
		"referendum all the same? (yes: --anyway)");
	is(1, RECOMMENDATION_DRAFT, false);
	SAYS("recommendation agree r1 --anyway",
		"r1 agreed ad referendum; all the same: r1 has 2 open brackets, 2 undecided "
		"amendments (a1, a2; in conflict)");
	is(1, RECOMMENDATION_AGREED, false);
}

/* Yes is said to what was asked. */
static enum outcome answered(const char *line, const struct question *to, struct question *asked)
{
	struct words words;
	struct call call;
	const char *at;

	assert_true(command_parse(line, &fixture.arena, &words, &at, &fixture.err));
	call_init(&call, &fixture.desk);
	call.agreed = to;
	enum outcome outcome = command_run(&call, &words, asked, &fixture.err);
	call_clear(&call);
	return outcome;
}

static void a_yes_is_to_what_was_asked_and_to_nothing_more(void **state)
{
	struct question first, second, none;

	(void)state;
	drafts(1);
	does("recommendation edit r1 'Encourages [all] States'");
	assert_int_equal(answered("recommendation adopt r1", NULL, &first), OUTCOME_ASKS);
	does("amendment propose r1 --replace Encourages --with Urges --by can");
	assert_int_equal(
		answered("recommendation adopt r1 --anyway", &first, &second), OUTCOME_ASKS);
	assert_non_null(strstr(second.text, "1 undecided amendment (a1)"));
	is(1, RECOMMENDATION_DRAFT, false);
	assert_int_equal(
		answered("recommendation adopt r1 --anyway", &second, &none), OUTCOME_DONE);
	is(1, RECOMMENDATION_ADOPTED, false);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_accepted_from_the_floor_is_an_oral_amendment),
		TEST(what_was_proposed_in_writing_is_none),
		TEST(what_was_not_taken_or_was_taken_out_again_is_none),
		TEST(a_text_that_was_circulated_since_is_adopted_as_it_stands),
		TEST(an_edit_counts_if_it_says_whose_it_is),
		TEST(a_text_that_reads_as_it_was_circulated_is_not_amended),
		TEST(it_can_be_said_by_hand_either_way),
		TEST(what_a_vote_has_rejected_is_as_it_is),
		TEST(of_a_block_those_are_named_that_were_amended),
		TEST(a_set_is_amended_by_a_paragraph_more_or_less),
		TEST(a_set_is_amended_where_one_of_it_is),
		TEST(all_that_stands_against_an_adoption_is_one_question),
		TEST(agreeing_asks_what_adopting_asks),
		TEST(a_yes_is_to_what_was_asked_and_to_nothing_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
