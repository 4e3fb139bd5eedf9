/* SPDX-License-Identifier: MIT */
/* What the Chair says, from the state of the meeting. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/floor.h"
#include "store/limit.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

static struct rules rules;

static int begin(void **state)
{
	(void)state;
	scene_2012(&scene);
	rules_init(&rules);
	return 0;
}

static bool says(const char *words)
{
	struct document document;
	struct str out;

	document_init(&document);
	str_init(&out);
	report_script(scene.store, scene.session, &scene.template, 0, &rules, scene.at, &document);
	document_writer("text")->write(&document, &out);
	valid_document(&document);
	bool found = strstr(out.text, words) != NULL;
	str_clear(&out);
	document_clear(&document);
	return found;
}

static void before_the_first_meeting_it_is_opened_and_its_agenda_adopted(void **state)
{
	(void)state;
	assert_true(says("I declare open the 1st meeting of the Working Group, which is held in "
			 "Vienna on 17 and 18 October 2012."));
	assert_true(says("wishes to adopt the agenda?"));
	assert_false(says("is adjourned"));
}

static void an_adopted_agenda_is_not_asked_about_again(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_adopt(&scene, "agenda", NULL, false);
	scene_end(&scene);
	assert_false(says("wishes to adopt the agenda?"));
	assert_true(says("We now turn to agenda item 1 (a)"));
	assert_true(says("to take up items 3, 4, 5, 8"));
}

static void an_item_without_speakers_is_concluded_and_the_next_one_follows(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_meeting(&scene, 1);
	scene_open(&scene, "3");
	scene_end(&scene);
	assert_true(says("I have no more speakers on the list."));
	assert_true(says("We now turn to agenda item 4"));
	assert_false(says("turn to agenda item 3"));
}

static void a_session_that_is_none_has_no_words(void **state)
{
	struct document document;

	(void)state;
	document_init(&document);
	report_script(scene.store, 77, &scene.template, 0, &rules, 0, &document);
	assert_null(document.root->first);
	document_clear(&document);
}

/* --- the floor --- */

/* A request on the list of item 3. */
static void request(const char *name, const char *group, const char *kind)
{
	assert_true(store_request_add(scene.store, scene.session,
		store_item_find(scene.store, scene.session, "3"), scene_who(&scene, name),
		group ? scene_who(&scene, group) : 0, NULL, kind, scene.at, NULL));
}

static void begin_item_3(void)
{
	scene_begin(&scene);
	scene_meeting(&scene, 1);
	scene_open(&scene, "3");
}

static void parties_have_representatives_and_others_observers(void **state)
{
	(void)state;
	begin_item_3();
	scene_participant(&scene, "intergovernmental", "League of Ports", "the League of Ports");
	scene_status(&scene, "party", "Canada");
	scene_status(&scene, "nonparty", "Benin");
	request("League of Ports", NULL, "general");
	request("Benin", NULL, "general");
	request("Canada", NULL, "general");
	scene_end(&scene);
	assert_true(says("I give the floor to the observer for the League of Ports, to be followed "
			 "by the observer for Benin."));
	scene_begin(&scene);
	scene_say(&scene, "3", "Canada", NULL, NULL, "");
	scene_end(&scene);
	assert_true(says("the observer for Benin"));
}

static void limits_are_announced_as_the_rules_have_them(void **state)
{
	struct err err = {0};

	(void)state;
	begin_item_3();
	scene_end(&scene);
	assert_false(says("are limited to"));
	assert_true(rules_set(&rules, "limit.party", "5:00", &err));
	assert_true(rules_set(&rules, "limit.group", "7:00", &err));
	assert_true(
		says("are limited to seven minutes for groups, five minutes for States parties."));
	scene_begin(&scene);
	assert_true(store_limit_add(scene.store, scene.session,
		&(struct limit){.class = -1, .seconds = 180}, scene.at, &err));
	scene_end(&scene);
	assert_true(says("are limited to three minutes."));
}

static void the_list_is_read_with_groups_and_without_replies_before_it_is_closed(void **state)
{
	(void)state;
	begin_item_3();
	scene_participant(&scene, "group", "African Group", "the African Group");
	request("Egypt", "African Group", "general");
	request("Canada", NULL, "general");
	request("Benin", NULL, "reply");
	scene_end(&scene);
	assert_true(says("I have on it: Egypt (on behalf of the African Group), Canada."));
	assert_false(says("consideration of agenda item 3"));
	scene_begin(&scene);
	assert_true(store_list_close(scene.store, scene.session,
		store_item_find(scene.store, scene.session, "3"), scene.at, NULL));
	scene_end(&scene);
	assert_false(says("I propose to close the list"));
}

static void who_was_late_is_heard_with_the_consent_of_all(void **state)
{
	(void)state;
	begin_item_3();
	assert_true(store_list_close(scene.store, scene.session,
		store_item_find(scene.store, scene.session, "3"), scene.at, NULL));
	request("Canada", NULL, "general");
	scene_end(&scene);
	assert_true(says("The list was closed when the representative of Canada asked for the "
			 "floor."));
}

static void replies_have_the_number_and_time_of_the_rules(void **state)
{
	struct err err = {0};

	(void)state;
	assert_true(rules_set(&rules, "reply.count", "2", &err));
	assert_true(rules_set(&rules, "reply.first", "3:00", &err));
	assert_true(rules_set(&rules, "reply.second", "1:30", &err));
	begin_item_3();
	request("Canada", NULL, "reply");
	scene_end(&scene);
	assert_true(says("A delegation has two replies on the item, the first of up to three "
			 "minutes, the second of up to one minute and 30 seconds."));
	assert_true(says("right of reply, and has it now, for no more than three minutes."));
}

static void a_point_of_order_is_ruled_on_and_nobody_is_thanked_for_it(void **state)
{
	(void)state;
	begin_item_3();
	request("Canada", NULL, "point_of_order");
	scene_end(&scene);
	assert_true(says("I give the floor to the representative of Canada on a point of order."));
}

static void the_report_is_adopted_under_its_item(void **state)
{
	struct agenda_item items[] = {
		{.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Wells"},
		{.parent = AGENDA_NONE,
			.number = "2",
			.printed = "2",
			.title = "Adoption of the report"},
	};
	struct agenda_slot slots[] = {{.date = "2030-01-01", .from = 600, .to = 780}};
	struct agenda agenda = {.id = "adoption",
		.title = "Committee on Wells",
		.from = "2030-01-01",
		.to = "2030-01-01",
		.items = items,
		.item_count = 2,
		.slots = slots,
		.slot_count = 1};

	(void)state;
	scene_clear(&scene);
	scene_agenda(&scene, &agenda);
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_document(&scene, "Draft report", "Draft report", "A/AC.9/L.1");
	scene_end(&scene);
	assert_true(says("the draft report, in document A/AC.9/L.1."));
	assert_true(says("wishes to adopt its report"));
	assert_false(says("concludes its consideration"));
	scene_begin(&scene);
	scene_adopt(&scene, "report", NULL, false);
	scene_end(&scene);
	assert_false(says("wishes to adopt its report"));
	assert_true(says("concludes its consideration"));
}

static void two_bodies_wish_and_conclude(void **state)
{
	(void)state;
	scene_clear(&scene);
	scene_2018(&scene);
	assert_true(says("the working groups wish to adopt the agenda?"));
}

static void a_text_is_adopted_by_consensus_together_or_by_a_vote(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_open(&scene, "3");
	scene_recommend(
		&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Encourages harbours to meet");
	scene_end(&scene);
	assert_true(
		says("“Encourages harbours to meet” May I take it that the Working Group wishes "
		     "to adopt it?"));
	assert_true(says("We shall now vote by show of hands; a simple majority of those present"));
	assert_true(says("each answers “yes”, “no” or “abstention”"));
	assert_false(says("them together"));
	scene_begin(&scene);
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Notes the lights");
	scene_end(&scene);
	rules.two_thirds = true;
	assert_true(
		says("recommendations r1 and r2. May I take it that the Working Group wishes to "
		     "adopt them together?"));
	assert_true(says("a two-thirds majority of those present and voting is required"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, scene_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(before_the_first_meeting_it_is_opened_and_its_agenda_adopted),
		TEST(an_adopted_agenda_is_not_asked_about_again),
		TEST(an_item_without_speakers_is_concluded_and_the_next_one_follows),
		TEST(a_session_that_is_none_has_no_words),
		TEST(parties_have_representatives_and_others_observers),
		TEST(limits_are_announced_as_the_rules_have_them),
		TEST(the_list_is_read_with_groups_and_without_replies_before_it_is_closed),
		TEST(who_was_late_is_heard_with_the_consent_of_all),
		TEST(replies_have_the_number_and_time_of_the_rules),
		TEST(a_point_of_order_is_ruled_on_and_nobody_is_thanked_for_it),
		TEST(a_text_is_adopted_by_consensus_together_or_by_a_vote),
		TEST(the_report_is_adopted_under_its_item),
		TEST(two_bodies_wish_and_conclude),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
