/* SPDX-License-Identifier: MIT */
/* Who proposes a recommendation, said after it was proposed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/recommendation.h"
#include "store/recommendation_more.h"
#include "support/command/fixture.h"

static struct fixture fixture;

static int open_desk(void **state)
{
	(void)state;
	fixture_open(&fixture);
	fixture_do(&fixture, "recommendation propose 'Encourages States'");
	return 0;
}

static int close_desk(void **state)
{
	(void)state;
	fixture_close(&fixture);
	return 0;
}

static struct recommendation_row row(void)
{
	struct recommendation_row row;
	int64_t id = store_recommendation_find(fixture.store, fixture.desk.session, 1);

	assert_true(store_recommendation(fixture.store, id, &fixture.arena, &row));
	return row;
}

static struct recommendation_more more(void)
{
	struct recommendation_more more;

	store_recommendation_more(fixture.store, row().id, &fixture.arena, &more);
	return more;
}

static void history_says(const char *words)
{
	fixture_do(&fixture, "recommendation history r1");
	if (!strstr(fixture.output, words))
		fail_msg("“%s” is not in “%s”", words, fixture.output);
}

static void who_proposed_it_can_be_said_later(void **state)
{
	(void)state;
	assert_null(row().proposer_name);
	assert_string_equal(fixture_do(&fixture, "recommendation proposer r1 can --for cot"),
		"r1 proposed by Canada for Côte d’Ivoire");
	assert_string_equal(row().proposer_name, "Canada");
	assert_string_equal(more().on_behalf_name, "Côte d’Ivoire");
	history_says("version 1, Canada for Côte d’Ivoire, in writing: Encourages States");
	fixture_do(&fixture, "recommendation proposer r1 zim --how orally");
	assert_string_equal(row().proposer_name, "Zimbabwe");
	assert_string_equal(more().on_behalf_name, "Côte d’Ivoire");
	history_says("version 1, Zimbabwe for Côte d’Ivoire, orally: Encourages States");
}

static void it_may_be_the_chair_or_nobody_who_is_known(void **state)
{
	(void)state;
	fixture_do(&fixture, "recommendation proposer r1 can");
	assert_string_equal(fixture_do(&fixture, "recommendation proposer r1 --how chair"),
		"r1 proposed by the Chair");
	assert_null(row().proposer_name);
	assert_true(more().by_chair);
	history_says("version 1, by the Chair: Encourages States");
	assert_string_equal(fixture_do(&fixture, "recommendation proposer r1 ''"),
		"r1: who proposed it is not known");
	assert_false(more().by_chair);
	fixture_do(&fixture, "recommendation proposer r1 can");
	assert_string_equal(fixture_do(&fixture, "recommendation proposer r1 ''"),
		"r1: who proposed it is not known");
	assert_null(row().proposer_name);
}

static void the_paper_that_has_it_can_be_said_later(void **state)
{
	(void)state;
	fixture_do(&fixture, "document add CTOC/COP/WG.2/2012/CRP.4 'A proposal'");
	fixture_do(&fixture, "recommendation proposer r1 can --document CTOC/COP/WG.2/2012/CRP.4 "
			     "--paragraph 'para. 3'");
	assert_string_equal(more().document_symbols, "CTOC/COP/WG.2/2012/CRP.4");
	assert_string_equal(more().paragraph, "para. 3");
	fixture_do(&fixture, "recommendation proposer r1 zim");
	assert_string_equal(more().paragraph, "para. 3");
}

static void a_text_that_is_locked_is_still_somebodys(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "recommendation adopt r1");
	fixture_do(&fixture, "recommendation proposer r1 can");
	assert_string_equal(row().proposer_name, "Canada");
	assert_int_equal(row().version, 1);
}

static void something_has_to_be_said(void **state)
{
	(void)state;
	assert_non_null(strstr(
		fixture_refused(&fixture, "recommendation proposer r1"), "say who proposed it"));
}

static void a_sponsor_who_proposes_it_is_on_the_list_no_more(void **state)
{
	(void)state;
	fixture_do(&fixture, "sponsor add r1 zim, can");
	assert_string_equal(fixture_do(&fixture, "recommendation proposer r1 zim"),
		"r1 proposed by Zimbabwe, no longer among its sponsors");
	history_says("sponsored by Canada\n");
}

int main(void)
{
#define ON_A_DESK(test) cmocka_unit_test_setup_teardown(test, open_desk, close_desk)
	const struct CMUnitTest tests[] = {
		ON_A_DESK(who_proposed_it_can_be_said_later),
		ON_A_DESK(it_may_be_the_chair_or_nobody_who_is_known),
		ON_A_DESK(the_paper_that_has_it_can_be_said_later),
		ON_A_DESK(a_text_that_is_locked_is_still_somebodys),
		ON_A_DESK(something_has_to_be_said),
		ON_A_DESK(a_sponsor_who_proposes_it_is_on_the_list_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
