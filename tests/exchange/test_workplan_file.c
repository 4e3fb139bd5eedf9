/* SPDX-License-Identifier: MIT */
/* Workplans: what is read of them, what is said about mistakes, which session is meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/workplan_file.h"

static const char example[] = "agendas/2013-10-28-workplan-technical-assistance.yaml";

static struct workplan plan;
static struct messages messages;
static struct str out;

static int set_up(void **state)
{
	(void)state;
	workplan_init(&plan);
	messages_init(&messages, "plan.yaml");
	str_init(&out);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	workplan_clear(&plan);
	messages_clear(&messages);
	str_clear(&out);
	return 0;
}

static bool parse(const char *text)
{
	return workplan_file_parse("plan.yaml", text, strlen(text), &plan, &messages);
}

static void the_example_has_four_sessions(void **state)
{
	(void)state;
	assert_true(workplan_file_is(example));
	assert_true(workplan_file_read(example, &plan, &messages));
	assert_int_equal(messages.count, 0);
	assert_int_equal(plan.session_count, 4);
	assert_int_equal(plan.sessions[0].year, 2014);
	assert_int_equal(plan.sessions[3].number, 11);
	assert_int_equal(plan.sessions[1].topic_count, 2);
	assert_string_equal(plan.sessions[1].topics[1].article, "31");
	assert_string_equal(plan.sessions[1].topics[1].instrument, "Convention");
}

static void an_agenda_file_is_no_workplan(void **state)
{
	(void)state;
	assert_false(workplan_file_is("agendas/2012-10-17-wg-technical-assistance.yaml"));
	assert_false(workplan_file_is("agendas/none.yaml"));
	assert_false(parse("rapporteur: agenda/1\nplan: {title: A}\n"));
}

static void what_is_wrong_is_said_with_line_and_column(void **state)
{
	(void)state;
	assert_false(parse("rapporteur: workplan/1\n"
			   "plan: {titel: X}\n"
			   "bodies: [{id: a, name: B}, {id: a, name: C}]\n"
			   "sessions:\n"
			   "  - {number: x, cluster: A, body: c, topics: [One, [2]]}\n"
			   "  - {number: 8, cluster: A}\n"
			   "  - {number: 8, cluster: A, articles: [{article: 3}]}\n"
			   "  - {number: 9, year: 14, topics: [B]}\n"));
	messages_format(&messages, &out);
	assert_string_equal(out.text,
		"plan.yaml:2:7: the plan has no 'title'\n"
		"plan.yaml:2:8: unknown key 'titel'; did you mean 'title'?\n"
		"plan.yaml:3:33: body 'a' is there twice\n"
		"plan.yaml:5:14: 'number' is a number from 1 to 999\n"
		"plan.yaml:5:35: body 'c' is not among the bodies\n"
		"plan.yaml:5:52: a topic must be a text, not a list\n"
		"plan.yaml:6:5: warning: the session has neither 'articles' nor 'topics': its agenda "
		"has the cluster alone\n"
		"plan.yaml:7:14: session 8 is there twice (first in line 6)\n"
		"plan.yaml:7:40: an article has no 'title'\n"
		"plan.yaml:8:5: a session has no 'cluster'\n"
		"plan.yaml:8:23: 'year' is a number from 1945 to 2200\n");
}

static void lines_of_fields_show_all_of_it(void **state)
{
	(void)state;
	assert_true(parse("rapporteur: workplan/1\n"
			  "plan: {title: Quays}\n"
			  "bodies: [{id: quays, name: Working Group on Quays}]\n"
			  "sessions:\n"
			  "  - number: 2\n"
			  "    year: 2031\n"
			  "    cluster: Stone\n"
			  "    articles: [{article: 7 bis, of: Protocol, title: Granite}]\n"
			  "    topics: [Mortar]\n"
			  "  - {number: 3, cluster: Wood, topics: [Oak]}\n"));
	workplan_show(&plan, &out);
	assert_string_equal(out.text, "session\t2\t2031\tquays\tStone\n"
				      "topic\t2\t7 bis\tProtocol\tGranite\n"
				      "topic\t2\t\t\tMortar\n"
				      "session\t3\t\tquays\tWood\n"
				      "topic\t3\t\t\tOak\n");
}

static void a_session_is_found_by_its_number_or_its_year(void **state)
{
	struct err err = {0};

	(void)state;
	assert_true(workplan_file_read(example, &plan, &messages));
	assert_int_equal(workplan_find(&plan, NULL, 2014, &err), 0);
	assert_int_equal(workplan_find(&plan, "9", 2014, &err), 1);
	assert_int_equal(workplan_find(&plan, "11th", 0, &err), 3);
	assert_int_equal(workplan_find(&plan, NULL, 2015, &err), 4);
	assert_string_equal(err.text, "say which session this is to be: --take; the workplan has "
				      "session 8 of 2014, 9, 10 and 11");
	assert_int_equal(workplan_find(&plan, "12", 0, &err), 4);
	assert_int_equal(workplan_find(&plan, "eight", 0, &err), 4);
}

static void its_agenda_has_the_cluster_and_its_articles(void **state)
{
	struct agenda agenda;

	(void)state;
	assert_true(workplan_file_read(example, &plan, &messages));
	agenda_init(&agenda);
	workplan_agenda(&plan, 2, &agenda);
	assert_int_equal(agenda.item_count, 4);
	assert_string_equal(agenda.items[0].title, "Assistance and protection measures");
	assert_string_equal(agenda.items[1].printed, "1 (a)");
	assert_string_equal(
		agenda.items[1].title, "Protection of witnesses (article 24 of the Convention)");
	assert_int_equal(agenda.items[3].parent, 0);
	assert_int_equal(agenda_find(&agenda, "1 (c)"), 3);
	agenda_clear(&agenda);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_example_has_four_sessions),
		TEST(an_agenda_file_is_no_workplan),
		TEST(what_is_wrong_is_said_with_line_and_column),
		TEST(lines_of_fields_show_all_of_it),
		TEST(a_session_is_found_by_its_number_or_its_year),
		TEST(its_agenda_has_the_cluster_and_its_articles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
