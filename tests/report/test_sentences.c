/* SPDX-License-Identifier: MIT */
/* Single sentences of the report, each from as little as it takes. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/meeting.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

static void one_speaker_is_a_singular_with_the_running_name(void **state)
{
	(void)state;
	begin_2012();
	scene_status(&scene, "party", "Gambia");
	scene_speakers(&scene, "3", "Gambia; Gambia");
	scene_end(&scene);
	expect("Under agenda item 3, entitled “Development of national strategies to address transnational"
	       " organized crime”, a statement was made by the representative of the Gambia.\n");
}

static void states_of_unknown_status_are_the_following_states(void **state)
{
	(void)state;
	begin_2012();
	scene_speakers(&scene, "8", "Spain; Benin");
	scene_end(&scene);
	expect("Under agenda item 8, entitled “Other matters”, statements were made by"
	       " representatives of the following States: Benin and Spain.\n");
	assert_true(scene_has_gap(&scene, "Whether 2 participants are parties is not known"));
}

static void a_delegation_is_listed_once_for_itself_and_once_for_each_group(void **state)
{
	(void)state;
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_participant(&scene, "group", "Group of 77 and China", "the Group of 77 and China");
	scene_status(&scene, "party", "Egypt; Benin");
	scene_speakers(&scene, "8", "Egypt; Benin; Egypt");
	for (int i = 0; i < 2; i++) {
		scene_say(&scene, "8", "Egypt", NULL, "Group of 77 and China", "");
		scene_say(&scene, "8", "Egypt", NULL, "African Group", "");
	}
	scene_end(&scene);
	expect("States parties to the Convention: Benin and Egypt.\n");
	expect("Under the same agenda item, the representative of Egypt made a statement on behalf"
	       " of the African Group. The representative of Egypt made a statement on behalf of the Group of 77 and China.\n");
}

static void groups_that_have_the_floor_themselves_made_a_statement_each(void **state)
{
	(void)state;
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_participant(&scene, "group", "Group of 77 and China", "the Group of 77 and China");
	scene_speakers(&scene, "8", "African Group; Group of 77 and China");
	scene_end(&scene);
	expect("Under agenda item 8, entitled “Other matters”, statements were made on behalf of"
	       " the African Group and the Group of 77 and China.\n");
}

static void a_group_sentence_alone_names_the_item(void **state)
{
	(void)state;
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_say(&scene, "8", "Egypt", NULL, "African Group", "");
	scene_end(&scene);
	expect("Under agenda item 8, entitled “Other matters”, the representative of Egypt made"
	       " a statement on behalf of the African Group.\n");
}

static void replies_and_points_of_order_are_not_in_the_list(void **state)
{
	(void)state;
	begin_2012();
	scene_say(&scene, "8", "Egypt", "reply", NULL, "");
	scene_say(&scene, "8", "Benin", "point_of_order", NULL, "");
	scene_end(&scene);
	expect("[No statement has been logged.]");
}

static void half_days_of_one_day_are_joined_under_it(void **state)
{
	(void)state;
	begin_2012();
	for (size_t slot = 0; slot < 3; slot++) {
		scene_meeting(&scene, slot);
		scene_open(&scene, "8");
	}
	scene_end(&scene);
	expect("The Working Group considered agenda item 8, entitled “Other matters”, on the"
	       " morning and afternoon of 17 October and the morning of 18 October 2012.\n");
	expect("holding three meetings.");
}

/* By a correction: nobody had taken the item up. */
static void an_item_of_a_statement_alone_was_considered_when_that_was_made(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_say(&scene, "8", "Canada", NULL, NULL, "asked who assists whom");
	scene_end(&scene);
	expect("The Working Group considered agenda item 8, entitled “Other matters”, on the"
	       " morning of 17 October.\n");
}

static void a_body_that_only_joins_for_an_item_does_not_make_the_session_joint(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 2);
	scene_open(&scene, "6");
	scene_open(&scene, "8");
	scene_end(&scene);
	expect("\nDraft report on the meeting of the Working Group of Government Experts on"
	       " Technical Assistance held in Vienna on 17 and 18 October 2012\n");
	expect("The working groups considered the joint agenda item entitled “Recommendations");
	expect("(agenda item 6, Working Group of Government Experts on Technical Assistance;"
	       " agenda item […], Working Group on International Cooperation)\n");
	expect("\nIV. Organization of the meeting\n");
}

static void the_agenda_is_adopted_at_the_meeting_as_its_body_counts_it(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "1 (b)");
	size_t count;
	struct arena arena;
	arena_init(&arena);
	struct body_row *bodies = store_bodies(scene.store, scene.session, &arena, &count);
	assert_true(store_meeting_number_set(
		scene.store, scene.session, scene.meeting, bodies[0].id, 4, NULL));
	arena_clear(&arena);
	scene_adopt(&scene, "agenda", "consensus", false);
	scene_end(&scene);
	expect("At its 4th meeting, on 17 October, the Working Group");
}

static void who_was_in_the_chair_is_who_chaired_where_no_officer_is_known(void **state)
{
	struct chair_row chair = {
		.name = "Ana Beispiel", .role = "Chair", .country = "Uruguay", .started = 1};

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	chair.meeting = scene.meeting;
	assert_true(store_meeting_chair(scene.store, scene.session, &chair, NULL));
	assert_true(store_meeting_suspend(
		scene.store, scene.session, scene.meeting, scene.at, scene.at + 60000, NULL));
	scene_end(&scene);
	expect("The meeting was chaired by Ana Beispiel (Uruguay).");
	assert_false(scene_contains(&scene, "suspended"));
}

static void an_agenda_adopted_without_an_act_is_known_from_its_item(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "1 (b)");
	scene_conclude(&scene, "1 (b)");
	scene_end(&scene);
	expect("At its 1st meeting, on 17 October, the Working Group adopted the following"
	       " agenda:\n\n1. Organizational matters:\n\n(a) Opening of the meeting;\n\n(b)");
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_speaker_is_a_singular_with_the_running_name),
		TEST(states_of_unknown_status_are_the_following_states),
		TEST(a_delegation_is_listed_once_for_itself_and_once_for_each_group),
		TEST(groups_that_have_the_floor_themselves_made_a_statement_each),
		TEST(a_group_sentence_alone_names_the_item),
		TEST(replies_and_points_of_order_are_not_in_the_list),
		TEST(half_days_of_one_day_are_joined_under_it),
		TEST(an_item_of_a_statement_alone_was_considered_when_that_was_made),
		TEST(a_body_that_only_joins_for_an_item_does_not_make_the_session_joint),
		TEST(the_agenda_is_adopted_at_the_meeting_as_its_body_counts_it),
		TEST(who_was_in_the_chair_is_who_chaired_where_no_officer_is_known),
		TEST(an_agenda_adopted_without_an_act_is_known_from_its_item),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
