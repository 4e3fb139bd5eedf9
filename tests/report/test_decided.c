/* SPDX-License-Identifier: MIT */
/* How recommendations were decided and what was said of it: golden files of a lettered set
 * and of numbered ones, and what holds for their sentences. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/amendment.h"
#include "store/meeting.h"
#include "store/recommendation.h"
#include "store/vote.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

static struct arena arena;

static struct recommendation_row text_of(int number)
{
	struct recommendation_row row;
	int64_t id = store_recommendation_find(scene.store, scene.session, number);

	assert_true(store_recommendation(scene.store, id, &arena, &row));
	return row;
}

/* An act on rN, whose state becomes what the outcome says; its id. */
static int64_t decide(int number, const char *form, bool adopted, bool orally_amended)
{
	struct act act = {.subject = "recommendation",
		.recommendation = text_of(number).id,
		.meeting = scene.meeting,
		.outcome = adopted ? "adopted" : "not adopted",
		.form = form,
		.orally_amended = orally_amended,
		.at = scene.at += 60000};
	int64_t id = store_act_new(scene.store, scene.session, &act, NULL);

	assert_true(id && store_recommendation_set_state(scene.store, act.recommendation,
				  adopted ? RECOMMENDATION_ADOPTED : RECOMMENDATION_REJECTED,
				  orally_amended, NULL));
	return id;
}

static void count_votes(
	int64_t act, enum vote_majority majority, int in_favour, int against, int abstaining)
{
	struct vote vote = {.majority = majority, .count = {in_favour, against, abstaining}};

	vote.carried = vote_carried(majority, &vote.count);
	assert_true(store_vote_add(scene.store, scene.session, act, &vote, NULL, 0, NULL));
}

static void record_votes(int64_t act)
{
	const struct ballot ballots[] = {{scene_who(&scene, "Spain"), VOTE_AGAINST, NULL},
		{scene_who(&scene, "Canada"), VOTE_IN_FAVOUR, NULL},
		{scene_who(&scene, "Benin"), VOTE_IN_FAVOUR, NULL},
		{scene_who(&scene, "Zimbabwe"), VOTE_ABSTAINING, NULL}};
	const struct vote vote = {.majority = VOTE_TWO_THIRDS, .count = {2, 1, 1}, .carried = true};

	assert_true(store_vote_add(scene.store, scene.session, act, &vote, ballots, 4, NULL));
}

static void take_position(
	int number, enum position_kind kind, const char *name, const char *group, const char *words)
{
	const struct position_row row = {.recommendation = number ? text_of(number).id : 0,
		.in_set = number ? 0 : text_of(1).in_set,
		.kind = kind,
		.participant = scene_who(&scene, name),
		.on_behalf = group ? scene_who(&scene, group) : 0,
		.meeting = scene.meeting,
		.at = scene.at += 60000,
		.text = words};

	assert_true(store_position_add(scene.store, scene.session, &row, NULL) != 0);
}

static void drafts(const char *style)
{
	static const char *const texts[] = {"Requests the Secretariat to print a chart",
		"Invites harbours to keep \xe2\x80\x9cone\xe2\x80\x9d light",
		"Urges harbours to keep two lights", "Notes the number of lights",
		"Encourages harbours to meet", "Recommends a second chart",
		"Welcomes the first chart"};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		scene_recommend(&scene, "wg2", style, RECOMMENDATION_DRAFT, texts[i]);
}

/* One of each form, and of each position. */
static void decide_all(void)
{
	int64_t block;

	take_position(1, POSITION_BEFORE, "Zimbabwe", "African Group", NULL);
	take_position(1, POSITION_BEFORE, "Benin", NULL, NULL);
	record_votes(decide(1, "vote", true, true));
	take_position(1, POSITION_AFTER, "Spain", NULL, NULL);
	take_position(1, POSITION_AFTER, "Canada", NULL, NULL);
	count_votes(decide(2, "show-of-hands", false, false), VOTE_TWO_THIRDS, 9, 8, 0);
	count_votes(decide(3, "show-of-hands", true, false), VOTE_SIMPLE, 9, 0, 1);
	block = decide(4, "without-vote", true, false);
	assert_true(store_block_add(
		scene.store, scene.session, block, decide(5, "without-vote", true, false), NULL));
	take_position(5, POSITION_RESERVATION, "Canada", NULL, "The costs are not known");
	take_position(5, POSITION_RESERVATION, "Benin", NULL, NULL);
	take_position(5, POSITION_DISSOCIATION, "Zimbabwe", "African Group", NULL);
	decide(6, "consensus", true, false);
	decide(7, "consensus", true, true);
	take_position(0, POSITION_RECORD, "Spain", NULL, NULL);
	take_position(0, POSITION_AFTER, "Canada", NULL, NULL);
}

static void decided(const char *style)
{
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_meeting(&scene, 0);
	drafts(style);
	decide_all();
	scene_end(&scene);
}

static void every_form_of_a_decision_has_its_sentence(void **state)
{
	(void)state;
	decided("lettered");
	compare("decided");
}

static void numbered_ones_are_called_by_their_paragraph(void **state)
{
	(void)state;
	decided("numbered");
	compare("decided-numbered");
	expect("the recommendation in paragraph");
}

static void the_last_decision_counts(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	count_votes(decide(1, "show-of-hands", true, false), VOTE_SIMPLE, 4, 2, 0);
	decide(1, "consensus", true, false);
	scene_end(&scene);
	expect_none("show of hands");
	expect_none("adopted recommendation");
}

static void what_a_vote_rejected_is_told_where_nothing_was_adopted(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	count_votes(decide(1, "show-of-hands", false, false), VOTE_SIMPLE, 1, 2, 1);
	take_position(1, POSITION_AFTER, "Canada", NULL, NULL);
	scene_end(&scene);
	expect("did not adopt a proposal that read “Notes the lights”, which received 1 vote in "
	       "favour and 2 against, with 1 abstention.");
	expect("After the vote on that proposal, the representative of Canada made a statement in "
	       "explanation of vote.");
}

static void the_vote_on_an_amendment_is_told_before_the_adoption(void **state)
{
	struct vote vote = {.count = {2, 5, 0}};
	struct amendment_new amendment = {.how = AMENDMENT_ORALLY, .text = "Notes all"};
	int number;

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	amendment.session = scene.session;
	amendment.recommendation = text_of(1).id;
	amendment.at = scene.at;
	vote.amendment = store_amendment_add(scene.store, &amendment, &number, NULL);
	assert_true(vote.amendment != 0);
	assert_true(store_vote_add(scene.store, scene.session,
		decide(1, "show-of-hands", false, false), &vote, NULL, 0, NULL));
	count_votes(decide(1, "show-of-hands", true, false), VOTE_SIMPLE, 4, 2, 0);
	scene_end(&scene);
	expect("did not accept an amendment to recommendation (a), which received 2 votes in favour "
	       "and 5 against, with no abstentions.");
	expect("adopted recommendation (a) by a show of hands, by 4 votes to 2");
}

/* A new paragraph behind the text of rN, or an amendment to another amendment, that was put to
 * the vote; its id. */
static int64_t vote_on_amendment(
	struct amendment_new amendment, const struct amendment_event *event, int yes, int no)
{
	struct act act = {.subject = "recommendation",
		.recommendation = amendment.recommendation,
		.meeting = scene.meeting,
		.outcome = yes > no ? "accepted" : "not accepted",
		.form = "show-of-hands",
		.at = scene.at += 60000};
	struct vote vote = {.count = {yes, no, 0}, .carried = yes > no};
	int number;

	amendment.session = scene.session;
	amendment.at = scene.at;
	amendment.how = AMENDMENT_ORALLY;
	vote.amendment = store_amendment_add(scene.store, &amendment, &number, NULL);
	assert_true(vote.amendment != 0);
	assert_true(store_amendment_decide(scene.store, vote.amendment, event, NULL));
	int64_t id = store_act_new(scene.store, scene.session, &act, NULL);
	assert_true(id && store_vote_add(scene.store, scene.session, id, &vote, NULL, 0, NULL));
	return vote.amendment;
}

static void the_vote_on_a_new_paragraph_names_what_came_of_it(void **state)
{
	struct amendment_new new = {.kind = AMENDMENT_PARAGRAPH, .text = "Urges two lights"};
	struct amendment_event event = {.state = AMENDMENT_ACCEPTED};

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Urges two lights");
	new.recommendation = text_of(1).id;
	event.made = text_of(2).id;
	new.parent = vote_on_amendment(new, &event, 5, 2);
	new.kind = AMENDMENT_WORDS;
	new.text = "Urges three lights";
	event = (struct amendment_event){.state = AMENDMENT_REJECTED};
	vote_on_amendment(new, &event, 1, 6);
	decide(1, "consensus", true, false);
	decide(2, "consensus", true, false);
	scene_end(&scene);
	expect("accepted a proposal to add recommendation (b), which received 5 votes in favour "
	       "and 2 against, with no abstentions.");
	expect("did not accept an amendment to recommendation (b), which received 1 vote");
	expect_none("amendment to recommendation (a)");
}

static void a_new_paragraph_that_a_vote_rejected_is_told_with_its_words(void **state)
{
	struct amendment_new new = {.kind = AMENDMENT_PARAGRAPH, .text = "Urges two lights"};
	struct amendment_event event = {.state = AMENDMENT_REJECTED};

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_WITHDRAWN, "Notes the charts");
	new.recommendation = text_of(1).id;
	vote_on_amendment(new, &event, 2, 5);
	new.recommendation = text_of(2).id;
	new.text = "Urges two charts";
	vote_on_amendment(new, &event, 3, 4);
	decide(1, "consensus", true, false);
	scene_end(&scene);
	expect("did not adopt a proposal that read “Urges two lights”, which received 2 votes in "
	       "favour and 5 against, with no abstentions.");
	expect("did not adopt a proposal that read “Urges two charts”, which received 3 votes");
	expect_none("an amendment to");
}

static void the_vote_by_which_a_paragraph_was_deleted_is_told(void **state)
{
	struct amendment_new new = {.kind = AMENDMENT_DELETION, .text = ""};
	struct amendment_event event = {.state = AMENDMENT_ACCEPTED};

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_WITHDRAWN, "Notes the charts");
	new.recommendation = text_of(1).id;
	vote_on_amendment(new, &event, 5, 2);
	scene_end(&scene);
	expect("accepted a proposal to delete a paragraph that read “Notes the charts”, which "
	       "received 5 votes in favour and 2 against, with no abstentions.");
}

static void where_one_is_voted_on_the_others_are_said_to_be_by_consensus(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	drafts("lettered");
	decide(1, "consensus", true, false);
	count_votes(decide(2, "show-of-hands", true, false), VOTE_SIMPLE, 4, 2, 0);
	decide(3, "consensus", true, false);
	decide(4, "consensus", true, true);
	decide(5, "without-vote", true, false);
	scene_end(&scene);
	expect("the Working Group adopted recommendations (a) and (c) by consensus.");
	expect("adopted recommendation (b) by a show of hands, by 4 votes to 2");
	expect("adopted recommendation (d), as orally amended, by consensus.");
	expect("adopted recommendation (e) without a vote.");
}

static void where_nothing_is_voted_on_nothing_is_said_of_consensus(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	drafts("lettered");
	decide(1, "consensus", true, false);
	decide(2, "consensus", true, true);
	scene_end(&scene);
	expect("adopted recommendation (b), as orally amended.");
	expect_none("consensus");
}

static void a_proposal_that_was_voted_down_is_a_vote_too(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	drafts("numbered");
	decide(1, "consensus", true, false);
	count_votes(decide(2, "show-of-hands", false, false), VOTE_SIMPLE, 2, 4, 0);
	scene_end(&scene);
	expect("adopted the recommendation in paragraph");
	expect("by consensus.");
}

static void bind(int64_t head, int64_t member)
{
	assert_true(store_block_add(scene.store, scene.session, head, member, NULL));
}

static void of_a_block_those_are_named_that_were_amended(void **state)
{
	int64_t head;

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	drafts("lettered");
	head = decide(1, "consensus", true, false);
	bind(head, decide(2, "consensus", true, true));
	bind(head, decide(3, "consensus", true, false));
	head = decide(4, "consensus", true, true);
	bind(head, decide(5, "consensus", true, true));
	scene_end(&scene);
	expect("adopted recommendations (a), (b) and (c) together, recommendation (b) as orally "
	       "amended.");
	expect("adopted recommendations (d) and (e) together, as orally amended.");
}

static void a_set_is_amended_as_a_whole(void **state)
{
	struct act act = {.subject = "set",
		.outcome = "adopted",
		.form = "consensus",
		.orally_amended = true};
	int64_t head;

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	drafts("lettered");
	act.in_set = text_of(1).in_set;
	act.meeting = scene.meeting;
	act.at = scene.at;
	head = store_act_new(scene.store, scene.session, &act, NULL);
	bind(head, decide(1, "consensus", true, false));
	bind(head, decide(2, "consensus", true, true));
	bind(head, decide(3, "consensus", true, false));
	scene_end(&scene);
	expect("adopted recommendations (a), (b) and (c) as a whole, as orally amended.");
}

static void who_votes_was_there(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	expect_none("represented at the meeting: Benin");
	record_votes(decide(1, "vote", true, false));
	scene_end(&scene);
	expect("Benin, Canada, Spain and Zimbabwe");
}

static void who_was_absent_from_a_vote_is_not_in_the_report(void **state)
{
	const struct vote vote = {.count = {1, 0, 0}, .carried = true};

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	const struct ballot ballots[] = {{scene_who(&scene, "Canada"), VOTE_IN_FAVOUR, NULL},
		{scene_who(&scene, "Spain"), VOTE_ABSENT, NULL}};
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	assert_true(store_vote_add(scene.store, scene.session, decide(1, "vote", true, false),
		&vote, ballots, 2, NULL));
	scene_end(&scene);
	expect("In favour: Canada.");
	expect("Abstaining: none.");
	expect_none("Spain");
}

static void an_explanation_bound_to_nothing_is_missing(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	scene_open(&scene, "3");
	scene_say(&scene, "3", "Canada", "explanation_after", NULL, "");
	scene_end(&scene);
	assert_true(
		scene_has_gap(&scene, "One explanation of position is bound to no recommendation"));
}

static int begin(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int end(void **state)
{
	arena_clear(&arena);
	return scene_tear_down(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_form_of_a_decision_has_its_sentence),
		TEST(numbered_ones_are_called_by_their_paragraph),
		TEST(the_last_decision_counts),
		TEST(what_a_vote_rejected_is_told_where_nothing_was_adopted),
		TEST(the_vote_on_an_amendment_is_told_before_the_adoption),
		TEST(the_vote_on_a_new_paragraph_names_what_came_of_it),
		TEST(a_new_paragraph_that_a_vote_rejected_is_told_with_its_words),
		TEST(the_vote_by_which_a_paragraph_was_deleted_is_told),
		TEST(where_one_is_voted_on_the_others_are_said_to_be_by_consensus),
		TEST(where_nothing_is_voted_on_nothing_is_said_of_consensus),
		TEST(a_proposal_that_was_voted_down_is_a_vote_too),
		TEST(of_a_block_those_are_named_that_were_amended),
		TEST(a_set_is_amended_as_a_whole),
		TEST(who_votes_was_there),
		TEST(who_was_absent_from_a_vote_is_not_in_the_report),
		TEST(an_explanation_bound_to_nothing_is_missing),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
