/* SPDX-License-Identifier: MIT */
/* The texts of the recommendations on paper, in each of their forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/amendment.h"
#include "store/non_paper.h"
#include "store/recommendation.h"
#include "store/recommendation_more.h"
#include "support/document/valid.h"
#include "support/report/scene.h"

static struct scene scene;
static struct arena arena;
static struct str out;

static int begin(void **state)
{
	(void)state;
	scene_2012(&scene);
	arena_init(&arena);
	str_init(&out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	str_clear(&out);
	arena_clear(&arena);
	scene_clear(&scene);
	return 0;
}

static int64_t text(int number)
{
	return store_recommendation_find(scene.store, scene.session, number);
}

static void edit(int number, const char *words)
{
	scene_begin(&scene);
	assert_true(store_recommendation_edit(scene.store, text(number), words, 0, scene.at, NULL));
	scene_end(&scene);
}

static void amend(int number, enum amendment_kind kind, const char *words)
{
	const struct amendment_new new = {.session = scene.session,
		.recommendation = text(number),
		.kind = kind,
		.how = AMENDMENT_BY_CHAIR,
		.text = words,
		.at = scene.at};
	int made;

	scene_begin(&scene);
	assert_true(store_amendment_add(scene.store, &new, &made, NULL) != 0);
	scene_end(&scene);
}

static void stand_for(int number, int other)
{
	scene_begin(&scene);
	assert_true(store_recommendation_more_set(scene.store, text(number),
		&(struct recommendation_more){.alternative_of = text(other)}, NULL));
	scene_end(&scene);
}

/* The paper as this writer prints it. */
static const char *print(struct texts_wanted wanted, const char *writer)
{
	struct document document;

	document_init(&document);
	report_texts(scene.store, scene.session, &scene.template, &wanted, &document);
	str_reset(&out);
	document_writer(writer)->write(&document, &out);
	valid_document(&document);
	document_clear(&document);
	return out.text;
}

/* What stands below the title and the chapeau, or the list in HTML. */
static void prints(enum texts_view view, const char *body)
{
	const char *page = print((struct texts_wanted){.view = view}, "text");
	const char *from = strstr(page, ":\n\n");

	assert_non_null(from);
	assert_string_equal(from + 3, body);
}

static void draft(const char *words)
{
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, words);
}

static void each_form_shows_what_it_says(void **state)
{
	(void)state;
	draft("Requests the Secretariat to report.");
	edit(1, "Invites the Secretariat to report.");
	amend(1, AMENDMENT_WORDS, "Invites the Secretariat to act.");
	prints(TEXTS_PROPOSED, "(a) Requests the Secretariat to report.\n");
	prints(TEXTS_MARKED, "(a) [-Requests-] [+Invites+] the Secretariat to report.\n");
	prints(TEXTS_CLEAN, "(a) Invites the Secretariat to report.\n");
	prints(TEXTS_AMENDED, "(a) Invites the Secretariat to act.\n");
	prints(TEXTS_PROJECTED,
		"(a) Invites the Secretariat to [-Chair: report-] [+Chair: act+].\n");
}

/* So that a word processor shows them as that delegation's, and without its name. */
static void a_projected_change_says_whose_it_is(void **state)
{
	struct document document;
	const char *text = NULL;

	(void)state;
	draft("Requests the Secretariat: to report.");
	amend(1, AMENDMENT_WORDS, "Requests the Secretariat: to act.");
	amend(1, AMENDMENT_PARAGRAPH, "Notes: that");
	document_init(&document);
	report_texts(scene.store, scene.session, &scene.template,
		&(struct texts_wanted){.view = TEXTS_PROJECTED}, &document);
	for (const struct node *node = document.root; node; node = document_next(node))
		if (node->kind == NODE_ENTRY && !text)
			text = node->text;
	assert_string_equal(
		text, "Requests the Secretariat: to {by Chair}{gone report} {by Chair}{new act};");
	document_clear(&document);
	assert_non_null(strstr(print((struct texts_wanted){.view = TEXTS_PROJECTED}, "text"),
		"[+Chair: Notes: that+]"));
	assert_non_null(strstr(print((struct texts_wanted){.view = TEXTS_PROJECTED}, "html"),
		"<ins>Chair: act</ins>"));
}

static void only_what_was_adopted_is_final_with_letters_of_its_own(void **state)
{
	(void)state;
	draft("Notes");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, "Urges States");
	prints(TEXTS_FINAL, "(a) Urges States.\n");
	prints(TEXTS_CLEAN, "(a) Notes;\n\n(b) Urges States.\n");
}

static void alternatives_and_new_paragraphs_stand_behind_their_text(void **state)
{
	(void)state;
	draft("Notes");
	draft("Urges States");
	draft("Invites States");
	stand_for(3, 1);
	amend(1, AMENDMENT_PARAGRAPH, "Also notes");
	amend(2, AMENDMENT_DELETION, "");
	prints(TEXTS_CLEAN, "(a) Notes;\n\n(a) bis Invites States;\n\n(b) Urges States.\n");
	prints(TEXTS_PROJECTED,
		"(a) Notes;\n\n(a1) [+Chair: Also notes+];\n\n(a) bis Invites States;\n\n"
		"(b) Urges States [Chair: delete].\n");
}

static void a_numbered_list_has_figures(void **state)
{
	const char *page;

	(void)state;
	scene_recommend(&scene, "wg2", "numbered", RECOMMENDATION_DRAFT, "States should act");
	scene_recommend(&scene, "wg2", "numbered", RECOMMENDATION_DRAFT, "States should wait");
	stand_for(2, 1);
	page = print((struct texts_wanted){.view = TEXTS_CLEAN}, "text");
	assert_non_null(strstr(page, "\n1. States should act.\n"));
	assert_non_null(strstr(page, "\n1 bis. States should wait.\n"));
}

static void sub_levels_keep_their_form_where_nothing_is_marked(void **state)
{
	(void)state;
	draft("Urges States:\nto ratify it\nto report");
	assert_non_null(strstr(print((struct texts_wanted){.view = TEXTS_CLEAN}, "text"),
		"(a) Urges States:\n\n(i) To ratify it;\n\n(ii) To report.\n"));
}

/* As the report numbers them: what is gone, or only proposed, has no number of its own. */
static void sub_levels_are_numbered_where_changes_are_marked(void **state)
{
	(void)state;
	draft("Urges States:\n(i) to ratify it;\n(ii) to wait;\n(iii) to report.");
	edit(1, "Urges States:\n(i) to ratify it soon;\n(ii) to report.");
	prints(TEXTS_MARKED, "(a) Urges States:\n\n(i) To ratify it [+soon+];\n\n"
			     "[-To wait-]\n\n(ii) To report.\n");
	amend(1, AMENDMENT_WORDS, "Urges States:\nto ratify it soon\nto meet\nto report at once");
	prints(TEXTS_PROJECTED, "(a) Urges States:\n\n(i) To ratify it soon;\n\n"
				"[+Chair: To meet+]\n\n(ii) To report [+Chair: at once+].\n");
}

static void deeper_levels_are_numbered_where_changes_are_marked(void **state)
{
	(void)state;
	draft("Urges:\nStates, namely:\n- the near\n- the far\norganizations");
	edit(1, "Urges:\nall States, namely:\n- the near\n- the very far\norganizations");
	prints(TEXTS_MARKED, "(a) Urges:\n\n(i) [+All+] States, namely:\n\na. The near;\n\n"
			     "b. The [+very+] far;\n\n(ii) Organizations.\n");
}

static void sub_levels_are_numbered_in_lines_too(void **state)
{
	(void)state;
	draft("Urges States:\nto ratify it\nto report");
	assert_non_null(strstr(
		print((struct texts_wanted){.view = TEXTS_CLEAN, .lines = true}, "text"),
		"1      (a) Urges States:\n2      (i) To ratify it\n3      (ii) To report\n"));
	edit(1, "Urges States:\nto ratify it\nto report soon");
	assert_non_null(
		strstr(print((struct texts_wanted){.view = TEXTS_MARKED, .lines = true}, "text"),
			"1      (a) Urges States:\n2      (i) To ratify it\n"
			"3      (ii) To report [+soon+]\n"));
}

static void a_non_paper_numbers_its_sub_levels(void **state)
{
	struct non_paper_text texts[] = {{1, "(a)", 1, "Urges:\nto act;\nto wait.",
		"Urges:\nto act;\nto [-Chair: wait-] [+Chair: rest+]."}};
	const struct non_paper_new new = {
		.session = scene.session, .at = 1, .person = "me", .texts = texts, .count = 1};
	struct texts_wanted wanted = {.view = TEXTS_PROJECTED};
	int number;

	(void)state;
	scene_begin(&scene);
	wanted.non_paper = store_non_paper_add(scene.store, &new, &number, NULL);
	scene_end(&scene);
	assert_non_null(strstr(print(wanted, "text"),
		"(a) Urges:\n\n(i) To act;\n\n(ii) To [-Chair: wait-] [+Chair: rest+].\n"));
}

static void a_non_paper_of_two_bodies_says_whose_each_is(void **state)
{
	struct texts_wanted wanted = {.view = TEXTS_PROJECTED};
	int number;

	(void)state;
	draft("Notes");
	scene_recommend(
		&scene, "wg3", "numbered", RECOMMENDATION_DRAFT, "States should:\nact\nwait");
	struct non_paper_text texts[] = {{text(1), "(a)", 1, "Notes", "Notes"},
		{text(2), "1", 1, "States should:\nact\nwait", "States should:\nact\nwait"}};
	const struct non_paper_new new = {
		.session = scene.session, .at = 1, .person = "me", .texts = texts, .count = 2};
	scene_begin(&scene);
	wanted.non_paper = store_non_paper_add(scene.store, &new, &number, NULL);
	scene_end(&scene);
	const char *page = print(wanted, "text");
	assert_non_null(strstr(page, "Technical Assistance\n\n(a) Notes.\n"));
	assert_non_null(strstr(page, "International Cooperation\n\n1. States should:\n\n"
				     "(a) Act;\n\n(b) Wait.\n"));
}

static void a_page_underlines_and_strikes_out(void **state)
{
	const char *page;

	(void)state;
	draft("Requests * the {Secretariat} to <report>");
	edit(1, "Invites * the {Secretariat} to <report>");
	page = print((struct texts_wanted){.view = TEXTS_MARKED}, "html");
	assert_non_null(strstr(page, "(a) <del>Requests</del> <ins>Invites</ins> * the"));
	assert_non_null(strstr(page, "&lt;report&gt;"));
	page = print((struct texts_wanted){.view = TEXTS_MARKED}, "markdown");
	assert_non_null(strstr(page, "\\[-Requests-\\] \\[+Invites+\\]"));
}

static void brackets_in_a_text_are_not_taken_for_marks(void **state)
{
	(void)state;
	draft("Notes the work");
	edit(1, "Notes the [work] [EU: +progress+]");
	prints(TEXTS_CLEAN, "(a) Notes the [work] [EU: +progress+].\n");
	prints(TEXTS_MARKED, "(a) Notes the [+[+]work[+] [EU: +progress+]+].\n");
}

static void lines_are_numbered_through_the_paper(void **state)
{
	const char *page;

	(void)state;
	draft("Requests the Secretariat to report on its work to the Conference at each session");
	draft("Notes");
	page = print((struct texts_wanted){.view = TEXTS_CLEAN, .lines = true}, "text");
	assert_non_null(
		strstr(page, "Line   Text\n"
			     "1      (a) Requests the Secretariat to report on its work to the\n"
			     "2      Conference at each session\n"
			     "3      (b) Notes\n"));
}

static void one_text_can_be_printed_alone(void **state)
{
	const char *page;

	(void)state;
	draft("Notes");
	draft("Urges States");
	page = print((struct texts_wanted){.view = TEXTS_CLEAN, .recommendation = text(2)}, "text");
	assert_non_null(strstr(page, "(b) Urges States.\n"));
	assert_null(strstr(page, "Notes"));
}

static void a_non_paper_is_printed_as_it_was(void **state)
{
	struct non_paper_text texts[] = {{1, "(a)", 1, "Notes", "Notes [+Chair: all+]"},
		{1, "(a1)", 1, "", "[+Chair: Urges+]"}};
	const struct non_paper_new new = {.session = scene.session,
		.at = 1,
		.person = "me",
		.title = "First reading",
		.texts = texts,
		.count = 2};
	struct texts_wanted wanted = {.view = TEXTS_PROJECTED};
	const char *page;
	int number;

	(void)state;
	scene_begin(&scene);
	wanted.non_paper = store_non_paper_add(scene.store, &new, &number, NULL);
	scene_end(&scene);
	page = print(wanted, "text");
	assert_non_null(strstr(page, "Non-paper 1: First reading\n"));
	assert_non_null(strstr(page, "(a) Notes [+Chair: all+];\n\n(a1) [+Chair: Urges+].\n"));
	wanted.view = TEXTS_CLEAN;
	page = print(wanted, "text");
	assert_non_null(strstr(page, "(a) Notes.\n"));
	assert_null(strstr(page, "(a1)"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(each_form_shows_what_it_says),
		TEST(a_projected_change_says_whose_it_is),
		TEST(only_what_was_adopted_is_final_with_letters_of_its_own),
		TEST(alternatives_and_new_paragraphs_stand_behind_their_text),
		TEST(a_numbered_list_has_figures),
		TEST(sub_levels_keep_their_form_where_nothing_is_marked),
		TEST(sub_levels_are_numbered_where_changes_are_marked),
		TEST(deeper_levels_are_numbered_where_changes_are_marked),
		TEST(sub_levels_are_numbered_in_lines_too),
		TEST(a_non_paper_numbers_its_sub_levels),
		TEST(a_non_paper_of_two_bodies_says_whose_each_is),
		TEST(a_page_underlines_and_strikes_out),
		TEST(brackets_in_a_text_are_not_taken_for_marks),
		TEST(lines_are_numbered_through_the_paper),
		TEST(one_text_can_be_printed_alone),
		TEST(a_non_paper_is_printed_as_it_was),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
