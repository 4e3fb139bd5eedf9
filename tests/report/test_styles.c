/* SPDX-License-Identifier: MIT */
/* One session in every form of report, and in one that a user made. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/recommendation.h"
#include "support/report/one_scene.h"

static void set(const char *key, const char *text)
{
	struct err err;

	if (!template_set(&scene.template, key, text, &err))
		fail_msg("%s", err.text);
}

/* A recommendation that was adopted under an item. */
static void recommend_under(const char *item, const char *text)
{
	struct arena arena;
	struct err err;
	size_t items;
	int64_t of = 0;
	int number;

	arena_init(&arena);
	const struct item_row *all = store_items(scene.store, scene.session, &arena, &items);
	for (size_t i = 0; i < items; i++)
		of = strcmp(all[i].printed, item) == 0 ? all[i].id : of;
	int64_t set_id = store_set_of(scene.store, scene.session, 0, &err);
	int64_t id = store_recommendation_add(
		scene.store, scene.session, set_id, of, 0, text, scene.at, &number, &err);
	assert_true(of && set_id && id);
	assert_true(store_recommendation_set_state(
		scene.store, id, RECOMMENDATION_ADOPTED, false, &err));
	arena_clear(&arena);
}

/* A day with a little of everything. */
static void a_day(void)
{
	begin_2012();
	scene_status(&scene, "party", "Benin; Canada; Spain");
	scene_present(&scene, "Benin; Canada; Spain");
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_officer(&scene, "wg2", "Simona Marin", "Romania");
	scene_document(&scene, "Note by the Secretariat", "the state of springs", "RIV/2012/2");
	scene_meeting(&scene, 0);
	scene_open(&scene, "1 (a)");
	scene_conclude(&scene, "1 (a)");
	scene_open(&scene, "1 (b)");
	scene_adopt(&scene, "agenda", "consensus", false);
	scene_conclude(&scene, "1 (b)");
	scene_open(&scene, "2");
	scene_say(&scene, "2", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "2", "Canada", NULL, NULL, "welcomed the report\nasked for model laws");
	scene_say(&scene, "2", "Benin", NULL, "African Group", "springs should come first");
	scene_meeting(&scene, 1);
	scene_open(&scene, "3");
	scene_say(&scene, "3", "Spain", NULL, NULL, "shared its experience");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED,
		"Requests the Secretariat to continue its work");
	recommend_under("2", "Encourages States parties to measure their springs");
	scene_end(&scene);
}

static void in_style(const char *style, const char *golden)
{
	a_day();
	set("use", style);
	char *text = scene_report(&scene, "text");
	scene_golden(golden, "text", text);
	free(text);
}

static void the_short_form_has_its_documents_at_the_head_of_the_summary(void **state)
{
	(void)state;
	in_style("short", "style_short");
}

static void a_session_has_a_chapter_for_each_item(void **state)
{
	(void)state;
	in_style("session", "style_session");
}

static void a_commission_tells_what_was_decided_from_what_was_said(void **state)
{
	(void)state;
	in_style("commission", "style_commission");
}

static void a_list_of_speakers_has_no_summary(void **state)
{
	(void)state;
	in_style("speakers", "style_speakers");
}

static void a_named_summary_says_who_spoke(void **state)
{
	(void)state;
	in_style("named", "style_named");
}

static void a_style_of_ones_own_is_followed(void **state)
{
	(void)state;
	a_day();
	set("style.mine", "title TITLE/final\n"
			  "attendance 1 delegations at the {bodies|meeting|meetings}\n"
			  "summary 2 what was said\n"
			  "statements 0 HEAD-STAT\n"
			  "summary named 1 and by whom\n");
	set("use.wg2", "mine");
	expect("Report on the meeting of the Working Group of Government Experts");
	expect("I. Delegations at the meeting");
	expect("A. What was said");
	expect("\nStatements\n");
	expect("II. And by whom");
	expect("The representative of Benin, speaking on behalf of the African Group, noted that"
	       " springs should come first.");
	expect("a statement was made by the representative of Canada");
	expect_none("Introduction");
}

static void a_formula_may_say_something_else_in_a_style(void **state)
{
	(void)state;
	a_day();
	set("style.mine", "title TITLE\n"
			  "formula DOC-1 with DOC-1/short\n"
			  "formula ATT-1 with those who came: {list}\n"
			  "documentation 1 HEAD-DOC\n"
			  "attendance 1 HEAD-ATT\n");
	set("use", "mine");
	expect("For its consideration, the meeting had before it the following documents:");
	expect("Those who came: Benin, Canada and Spain");
	set("use", "vienna");
	expect("For its consideration, the Working Group had before it");
}

static void refuses(const char *lines, const char *why)
{
	struct err err;

	assert_false(template_set(&scene.template, "style.bad", lines, &err));
	assert_string_equal(err.text, why);
}

static void a_line_that_is_none_is_refused(void **state)
{
	(void)state;
	a_day();
	refuses("title TITLE\nsumary 1 HEAD-SUM",
		"there is no section 'sumary'; did you mean 'summary'?");
	refuses("summary bare 1 HEAD-SUM", "summary: 'bare 1 HEAD-SUM' is no option of it; a"
					   " heading has its level before it");
	refuses("attendance 2", "attendance has a level and no heading");
	refuses("attendance 9 HEAD-ATT", "a level is 0 to 6, not 9");
	refuses("attendance 2 who [came", "a heading: a '[' is not closed by ']'");
	refuses("attendance 2 {whose}",
		"a heading has no field {whose}; it may have bodies bodies| of_bodies");
	refuses("title 1 TITLE", "title has a formula or words of its own, and no level");
	refuses("heading", "heading has a level and its words");
	refuses("formula DOC-9 with x", "there is no formula 'DOC-9'");
	refuses("formula DOC-1 as x", "formula DOC-1: what it says stands behind 'with'");
	refuses("formula DOC-1 with STAT-4",
		"formula DOC-1: STAT-4 has fields that it does not have");
	refuses("formula DOC-1 with {x}",
		"DOC-1 has no field {x}; it may have bodies bodies| document");
	refuses("", "a style has no sections");
}

static void the_style_of_a_body_that_does_not_meet_is_not_taken(void **state)
{
	(void)state;
	a_day();
	set("use.wg9", "short");
	expect("IV. Organization of the meeting");
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_short_form_has_its_documents_at_the_head_of_the_summary),
		TEST(a_session_has_a_chapter_for_each_item),
		TEST(a_commission_tells_what_was_decided_from_what_was_said),
		TEST(a_list_of_speakers_has_no_summary),
		TEST(a_named_summary_says_who_spoke),
		TEST(a_style_of_ones_own_is_followed),
		TEST(a_formula_may_say_something_else_in_a_style),
		TEST(a_line_that_is_none_is_refused),
		TEST(the_style_of_a_body_that_does_not_meet_is_not_taken),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("report/styles", tests, NULL, NULL);
}
