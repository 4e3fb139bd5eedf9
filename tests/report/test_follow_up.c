/* SPDX-License-Identifier: MIT */
/* The chapter on recommendations of earlier sessions: its golden files, as paragraphs and
 * as a table, and what holds for its sentences. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/template_file.h"
#include "store/agenda.h"
#include "store/follow_up.h"
#include "store/rule.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

static int64_t follow(struct follow_up_row row)
{
	int number;
	int64_t id;

	row.ending = row.ending ? row.ending : ";";
	row.label = row.label ? row.label : "";
	id = store_follow_up_add(scene.store, scene.session, &row, &number, NULL);
	assert_true(id != 0);
	return id;
}

static void act(int64_t id, struct follow_up_action_row action)
{
	action.follow_up = id;
	action.at = scene.at;
	assert_true(store_follow_up_act(scene.store, scene.session, &action, NULL));
}

static const char harbours[] = "Report on the meeting of the Working Group on Lights";

/* Four of one report, in each state but one, and one of nobody knows where. */
static void follow_five(void)
{
	struct follow_up_row row = {.report = harbours,
		.symbol = "HARB/WG.1/2011/6",
		.body = "Working Group on Lights",
		.label = "(a)",
		.text = "Takes note of the \xe2\x80\x9c\x63ommon chart\xe2\x80\x9d"};
	int64_t id;

	row.state = FOLLOW_UP_IMPLEMENTED;
	id = follow(row);
	act(id, (struct follow_up_action_row){.text = "the chart was printed.",
			.by_whom = "the Secretariat",
			.document =
				store_document_find(scene.store, scene.session, "CTOC/COP/2012/10"),
			.paragraph = "12"});
	act(id, (struct follow_up_action_row){.text = "It was sent to 30 harbours"});
	row.label = "(b)";
	row.text =
		"Requests the Secretariat to publish:\n(i) A list;\n(ii) A list of 2 \\* 3 lights";
	row.state = FOLLOW_UP_IN_PROGRESS;
	follow(row);
	row.label = "(c)";
	row.text = "Invites donors to pay";
	row.state = FOLLOW_UP_NOT_STARTED;
	follow(row);
	row.label = "(d)";
	row.text = "Recalls the storm of 1998";
	row.state = FOLLOW_UP_UNKNOWN;
	follow(row);
	follow((struct follow_up_row){
		.text = "States should keep two horses", .state = FOLLOW_UP_OVERTAKEN});
}

static void earlier_recommendations_are_a_chapter_of_paragraphs(void **state)
{
	(void)state;
	begin_2012();
	follow_five();
	scene_end(&scene);
	compare("follow-up");
}

static void earlier_recommendations_are_a_table_where_the_rules_say_so(void **state)
{
	struct rules rules;

	(void)state;
	begin_2012();
	follow_five();
	rules_init(&rules);
	rules.follow_up_table = true;
	assert_true(store_rules_write(scene.store, scene.session, &rules, NULL));
	scene_end(&scene);
	compare("follow-up-table");
}

static void the_table_speaks_the_language_of_the_report(void **state)
{
	struct rules rules;

	(void)state;
	begin_2012();
	follow_five();
	rules_init(&rules);
	rules.follow_up_table = true;
	assert_true(store_rules_write(scene.store, scene.session, &rules, NULL));
	scene_end(&scene);
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	template_clear(&scene.template);
	template_init(&scene.template);
	template_file_any("fr", &scene.template);
	expect("En cours d’application");
	expect(", par. ");
	expect_none("implemented");
	expect_none(", para. ");
}

static void a_session_that_follows_nothing_up_has_no_such_chapter(void **state)
{
	(void)state;
	begin_2012();
	scene_end(&scene);
	expect_none("Follow-up to the recommendations\n\n");
}

static void a_body_is_named_where_one_report_has_those_of_several(void **state)
{
	(void)state;
	begin_2012();
	follow((struct follow_up_row){.report = harbours,
		.body = "Working Group on Lights",
		.label = "1",
		.text = "States should ring",
		.numbered = true,
		.state = FOLLOW_UP_IMPLEMENTED});
	follow((struct follow_up_row){.report = harbours,
		.body = "Working Group on Bells",
		.label = "2",
		.text = "States should oil",
		.numbered = true});
	scene_end(&scene);
	expect("Recommendation 1 of the Working Group on Lights, \xe2\x80\x9cStates should "
	       "ring\xe2\x80\x9d, had been implemented.");
	expect("Recommendation 2 of the Working Group on Bells: \xe2\x80\x9cStates should "
	       "oil\xe2\x80\x9d.");
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(earlier_recommendations_are_a_chapter_of_paragraphs),
		TEST(earlier_recommendations_are_a_table_where_the_rules_say_so),
		TEST(the_table_speaks_the_language_of_the_report),
		TEST(a_session_that_follows_nothing_up_has_no_such_chapter),
		TEST(a_body_is_named_where_one_report_has_those_of_several),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
