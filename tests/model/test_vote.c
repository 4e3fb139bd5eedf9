/* SPDX-License-Identifier: MIT */
/* Majorities and who may vote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/vote.h"

static bool carried(enum vote_majority majority, int in_favour, int against, int abstaining)
{
	return vote_carried(majority, &(struct vote_count){in_favour, against, abstaining});
}

static void a_simple_majority_is_more_than_the_votes_against(void **state)
{
	(void)state;
	assert_true(carried(VOTE_SIMPLE, 11, 10, 0));
	assert_false(carried(VOTE_SIMPLE, 10, 11, 0));
	assert_false(carried(VOTE_SIMPLE, 10, 10, 0));
}

static void two_thirds_are_of_those_who_vote_for_or_against(void **state)
{
	(void)state;
	assert_true(carried(VOTE_TWO_THIRDS, 20, 10, 0));
	assert_false(carried(VOTE_TWO_THIRDS, 19, 10, 0));
	assert_true(carried(VOTE_TWO_THIRDS, 2, 1, 0));
	assert_false(carried(VOTE_TWO_THIRDS, 1, 1, 0));
}

static void abstentions_are_no_votes(void **state)
{
	(void)state;
	assert_true(carried(VOTE_SIMPLE, 2, 1, 100));
	assert_true(carried(VOTE_TWO_THIRDS, 2, 1, 100));
	assert_false(carried(VOTE_SIMPLE, 0, 0, 100));
	assert_false(carried(VOTE_TWO_THIRDS, 0, 0, 0));
	assert_true(carried(VOTE_SIMPLE, 1, 0, 100));
}

/* The same by counting, for every vote of up to forty. */
static void what_is_needed_is_the_least_that_carries(void **state)
{
	(void)state;
	for (int cast = 1; cast <= 40; cast++) {
		for (int yes = 0; yes <= cast; yes++) {
			const struct vote_count count = {yes, cast - yes, 3};
			assert_int_equal(vote_carried(VOTE_SIMPLE, &count), yes > cast - yes);
			assert_int_equal(
				vote_carried(VOTE_TWO_THIRDS, &count), 3 * yes >= 2 * cast);
		}
	}
}

static void assert_why_not(
	enum vote_majority majority, int in_favour, int against, const char *expected)
{
	const struct vote_count count = {in_favour, against, 0};
	struct str out;

	str_init(&out);
	vote_say_why_not(majority, &count, &out);
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

static void it_says_why_a_vote_did_not_carry(void **state)
{
	(void)state;
	assert_why_not(VOTE_SIMPLE, 5, 5, "a tie");
	assert_why_not(VOTE_SIMPLE, 4, 6, "6 in favour are needed for a simple majority");
	assert_why_not(VOTE_TWO_THIRDS, 5, 5, "7 in favour are needed for a two-thirds majority");
	assert_why_not(VOTE_SIMPLE, 0, 0, "nobody voted for or against");
	assert_why_not(VOTE_SIMPLE, 1, 0, "");
}

static void parties_vote_and_all_states_while_none_is_known(void **state)
{
	(void)state;
	assert_int_equal(vote_right("state", "party", true), VOTE_MAY);
	assert_int_equal(vote_right("state", "signatory", true), VOTE_DOUBTFUL);
	assert_int_equal(vote_right("state", "unknown", false), VOTE_MAY);
	assert_int_equal(vote_right("observer_state", "party", true), VOTE_MAY);
	assert_int_equal(vote_right("observer_state", "unknown", false), VOTE_NEVER);
	assert_int_equal(vote_right("intergovernmental", "party", true), VOTE_NEVER);
	assert_int_equal(vote_right("group", "unknown", false), VOTE_NEVER);
}

static void words_of_majorities_and_choices_come_back(void **state)
{
	enum vote_majority majority;
	enum vote_choice choice;

	(void)state;
	for (int i = 0; i < VOTE_MAJORITIES; i++) {
		assert_true(vote_majority_parse(vote_majority_word(i), &majority));
		assert_int_equal(majority, i);
	}
	assert_true(vote_majority_parse("two-thirds", &majority));
	assert_int_equal(majority, VOTE_TWO_THIRDS);
	assert_false(vote_majority_parse("half", &majority));
	for (int i = 0; i < VOTE_CHOICES; i++) {
		assert_true(vote_choice_parse(vote_choice_word(i), &choice));
		assert_int_equal(choice, i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_simple_majority_is_more_than_the_votes_against),
		cmocka_unit_test(two_thirds_are_of_those_who_vote_for_or_against),
		cmocka_unit_test(abstentions_are_no_votes),
		cmocka_unit_test(what_is_needed_is_the_least_that_carries),
		cmocka_unit_test(it_says_why_a_vote_did_not_carry),
		cmocka_unit_test(parties_vote_and_all_states_while_none_is_known),
		cmocka_unit_test(words_of_majorities_and_choices_come_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
