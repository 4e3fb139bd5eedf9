/* SPDX-License-Identifier: MIT */
/* The verbs of agenda and workplan files: check, show, import, export, next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "support/cli/one_program.h"

static void a_good_agenda_is_said_to_be_good(void **state)
{
	struct program *p = *state;
	const char *file = program_file(p, "toys.yaml", GOOD_AGENDA);

	program_run(p, "agenda", "check", EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->out, EXAMPLE_AGENDA ": good: 10 items, 3 slots, ");
	assert_contains(p->err, "note: the schedule words item 6 in another way than the agenda: ");
	assert_string_equal(program_does(p, "agenda", "check", file, NULL) + strlen(file),
		": good: 1 items, 0 slots, 0 documents\n");
	program_run(p, "agenda", "check", file, EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->out, "toys.yaml: good: 1 items, 0 slots, 0 documents\n");
}

static void an_agenda_in_json_is_an_agenda_file(void **state)
{
	struct program *p = *state;
	const char *file = program_file(p, "toys.json",
		"{\"rapporteur\":\"agenda/1\",\n\t\"session\":{\"id\":\"toys\",\"title\":\"Toys\","
		"\"from\":\"2012-10-17\",\"to\":\"2012-10-17\"},\n\t\"bodies\":[{\"id\":\"wg\","
		"\"name\":\"Working Group on Toys\"}],\n\t\"items\":[{\"number\":1,"
		"\"title\":\"Opening\"}]}\n");

	assert_string_equal(program_does(p, "agenda", "check", file, NULL) + strlen(file),
		": good: 1 items, 0 slots, 0 documents\n");
	program_does(p, "do", "agenda", "load", file, NULL);
	assert_contains(
		program_does(p, "--session", "toys", "agenda", "export", NULL), "1. Opening.\n");
	program_run(p, "toys.json", NULL); /* a file, and no verb */
	assert_int_not_equal(p->status, ERR_USAGE);
}

static void the_agenda_of_a_file_and_of_its_session_is_the_same_document(void **state)
{
	struct program *p = *state;
	const char *of_file = program_does(p, "agenda", "export", EXAMPLE_AGENDA, NULL);

	assert_contains(of_file, "\nProvisional agenda and annotations\n\n1. Organizational");
	assert_contains(
		of_file, "\n10 a.m.-1 p.m.          1 (a)         Opening of the meeting\n");
	program_does(p, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	assert_string_equal(program_does(p, "agenda", "export", NULL), of_file);
	assert_string_equal(program_does(p, "do", "agenda", "export", NULL), of_file);
	program_does(p, "agenda", "export", "-o", program_path(p, "agenda.md"), NULL);
	assert_contains(program_read(p, program_path(p, "agenda.md")),
		"\n# Provisional agenda and annotations\n\n1. Organizational matters:\n");
	program_run(p, "do", "agenda", "export", program_path(p, "agenda.md"), NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(p->err, "--anyway");
	program_run(p, "agenda", "export", "--format", "odt", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: there is no format 'odt'; there are: text, markdown, html, docx, "
		"akn, json, yaml\n");
	program_run(p, "agenda", "export", program_path(p, "none.yaml"), NULL);
	assert_int_equal(p->status, ERR_NO_INPUT);
}

static void a_published_agenda_is_an_agenda_file_again(void **state)
{
	static const char *const names[] = {
		"published.txt", "published.md", "published.html", "published.docx"};
	struct program *p = *state;
	const char *shown = program_does(p, "agenda", "show", EXAMPLE_AGENDA, NULL);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *published = program_path(p, names[i]);
		const char *file = program_path(p, "imported.yaml");
		program_does(p, "agenda", "export", "-o", published, EXAMPLE_AGENDA, NULL);
		program_run(p, "agenda", "import", published, "-o", file, NULL);
		assert_int_equal(p->status, 0);
		assert_contains(p->err, ": 10 items, 3 slots, 7 documents, 0 pieces unread\n");
		assert_string_equal(program_does(p, "agenda", "show", file, NULL), shown);
	}
}

static void an_import_writes_over_no_work(void **state)
{
	struct program *p = *state;
	const char *list = program_file(p, "list.txt",
		"Group of Anglers\nLisbon, 3 May 2010\n\nAgenda\n\n1. Opening\n2. Rods\n"
		"3. Any other business\n");

	program_run(p, "agenda", "import", list, NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->out, "title: Rods\n");
	program_run(p, "agenda", "import", list, "-o", program_path(p, "list.yaml"), NULL);
	program_run(p, "agenda", "import", list, "-o", program_path(p, "list.yaml"), NULL);
	assert_int_equal(p->status, 0);
	program_does(
		p, "agenda", "export", "-o", program_path(p, "mended.yaml"), EXAMPLE_AGENDA, NULL);
	const char *mended = program_read(p, program_path(p, "mended.yaml"));
	program_run(p, "agenda", "import", list, "-o", program_path(p, "mended.yaml"), NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_contains(p->err, "mended.yaml is there already, with corrections");
	assert_string_equal(program_read(p, program_path(p, "mended.yaml")), mended);
	program_run(p, "agenda", "import", list, "-o", list, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_contains(p->err, "is not as rapporteur wrote it");
	program_run(p, "agenda", "import", program_file(p, "note.txt", "Dear all,\n"), NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(p->err, "is no agenda: there is no numbered list of items in it");
}

static void a_slot_that_nothing_is_planned_for_is_in_a_file_that_reads(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "out.yaml");

	program_does(p, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	program_does(p, "do", "slot", "add", "18 Oct 15:00-18:00", NULL);
	program_does(p, "agenda", "export", "-o", file, NULL);
	assert_contains(program_read(p, file), "label: To be planned\n");
	program_run(p, "agenda", "check", file, NULL);
	assert_int_equal(p->status, 0);
	program_does(p, "--db", program_path(p, "other.db"), "do", "agenda", "load", file, NULL);
	assert_string_equal(program_does(p, "do", "agenda", "load", file, NULL),
		"session " EXAMPLE_SESSION " opened\n"); /* it asks where something differs */
}

static void the_agenda_file_of_a_session_makes_it_again(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "out.yaml"), *mine = program_path(p, "mine.yaml");

	program_does(p, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	program_does(p, "agenda", "export", "-o", file, NULL);
	const char *written = program_read(p, file);
	assert_contains(written, "# Written by rapporteur");
	assert_string_equal(program_does(p, "agenda", "export", "--format", "yaml", NULL), written);
	assert_string_equal(
		program_does(p, "agenda", "export", "--format", "yaml", file, NULL), written);
	assert_string_equal(program_does(p, "do", "agenda", "load", file, NULL),
		"session " EXAMPLE_SESSION " opened\n"); /* it asks where something differs */
	program_does(p, "--db", program_path(p, "other.db"), "do", "agenda", "load", file, NULL);
	assert_string_equal(program_does(p, "--db", program_path(p, "other.db"), "agenda", "export",
				    "--format", "yaml", NULL),
		written);
	program_does(p, "agenda", "export", "-o", file, NULL);
	program_file(p, "mine.yaml", GOOD_AGENDA);
	program_run(p, "agenda", "export", "-o", mine, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_contains(p->err, "mine.yaml is not as rapporteur wrote it");
	assert_string_equal(program_read(p, mine), GOOD_AGENDA);
	program_run(p, "do", "agenda", "export", mine, "--anyway", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
}

static void the_next_agenda_is_an_agenda_file(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "next.yaml");
	const char *plan = program_file(p, "workplan.yaml",
		"rapporteur: agenda/1\n"
		"session: {id: eighth, title: Workplan, from: 2014-01-01, to: 2014-01-01}\n"
		"bodies: [{id: toys, name: Working Group on Toys}]\n"
		"items:\n"
		"  - {number: \"1\", title: Liability of legal persons}\n"
		"  - {number: \"2\", title: Obstruction of justice}\n");

	program_run(p, "agenda", "next", "--id", "toys-2013", "--from", "2013-10-28", "--carry",
		"3, 5", "--with", plan, "--take", "2", "-o", file, EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, 0);
	assert_string_equal(p->err,
		"toys-2013, 28 October 2013: 6 items, 2 meetings; carried over 3, 5; from the other "
		"file 2\n");
	program_run(p, "agenda", "export", file, NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->out,
		"\n4. Obstruction of justice.\n\n5. Other matters.\n\n6. Adoption of the report.\n");
	program_run(p, "agenda", "next", "--id", "x", "--from", "soon", EXAMPLE_AGENDA, NULL);
	assert_failed(
		p, ERR_USAGE, "rapporteur: 'soon' is no day: 2014-10-28, or 28 October 2014\n");
	program_run(p, "agenda", "next", "--id", "x", "--from", "2013-10-28", "--carry", "12",
		EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(p->err, "there is no item '12' to carry over");
}

static void what_is_unfinished_is_carried_over_to_the_next_agenda(void **state)
{
	struct program *p = *state;

	program_does(p, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	program_does(p, "do", "meeting", "open", "--at", "2012-10-17T10:00", NULL);
	program_does(p, "do", "item", "open", "2", "--at", "2012-10-17T10:05", NULL);
	program_does(p, "do", "item", "conclude", "2", "--at", "2012-10-17T10:15", NULL);
	program_run(p, "agenda", "next", "--id", "next", "--from", "28 October 2013", "--to",
		"29 October 2013", NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->err, "; carried over 3, 4, 5, 6, 7\n");
	const char *printed = p->out;
	assert_contains(program_does(p, "do", "agenda", "next", "next", "--from", "2013-10-28",
				"--to", "2013-10-29", NULL),
		printed);
}

static void an_adopted_agenda_is_not_provisional(void **state)
{
	struct program *p = *state;

	program_does(p, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	program_does(p, "do", "meeting", "open", "--at", "2012-10-17T10:00", NULL);
	program_does(p, "do", "agenda", "adopt", "--at", "2012-10-17T10:05", NULL);
	assert_contains(program_does(p, "agenda", "export", NULL), "\nAgenda and annotations\n");
}

static void a_bad_agenda_is_said_line_by_line(void **state)
{
	struct program *p = *state;
	const char *file = program_file(p, "bad.yaml", "rapporteur: agenda/1\nitmes: []\n");

	program_run(p, "agenda", "check", EXAMPLE_AGENDA, file, NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(p->err, "bad.yaml:2:1: ");
	assert_contains(p->err, "items");
	assert_contains(p->out, EXAMPLE_AGENDA ": good");
	program_run(p, "agenda", "check", "/nowhere.yaml", NULL);
	assert_int_equal(p->status, ERR_NO_INPUT);
	program_run(p, "do", "agenda", "load", file, NULL);
	assert_int_equal(p->status, ERR_DATA);
}

static void an_agenda_is_shown_as_fields(void **state)
{
	const char *shown = program_does(*state, "agenda", "show", EXAMPLE_AGENDA, NULL);

	assert_contains(shown, "item\t1.a\tOpening of the meeting\n");
	assert_contains(shown, "slot\t2012-10-17\t10:00\t13:00\t1.a,1.b,2\n");
}

static void the_next_agenda_says_what_is_to_be_looked_at(void **state)
{
	struct program *p = *state;

	program_run(
		p, "agenda", "next", "--id", "next", "--from", "2014-10-28", EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->err, "; to be looked at: item 2 names 19 and 20 October 2010\n");
	program_run(p, "agenda", "next", "--id", "next", "--from", "2014-10-28", "--carry", "3",
		EXAMPLE_AGENDA, NULL);
	if (strstr(p->err, "to be looked at"))
		fail_msg("%s", p->err);
}

static void a_workplan_is_checked_and_shown_like_an_agenda(void **state)
{
	struct program *p = *state;
	const char *plan = program_file(p, "plan.yaml",
		"rapporteur: workplan/1\nplan: {title: Quays}\nbodies: [{id: q, name: Quays}]\n"
		"sessions: [{number: 2, year: 2031, cluster: Stone, topics: [Granite]}]\n");

	assert_contains(program_does(p, "agenda", "check", plan, NULL),
		"plan.yaml: good: a workplan of 1 session\n");
	assert_string_equal(program_does(p, "agenda", "show", plan, NULL),
		"session\t2\t2031\tq\tStone\ntopic\t2\t\t\tGranite\n");
	program_run(p, "agenda", "next", "--id", "q-2031", "--from", "2031-05-06", "--with", plan,
		EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->out, "title: Stone\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_next_agenda_says_what_is_to_be_looked_at,
			program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_good_agenda_is_said_to_be_good, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			an_agenda_in_json_is_an_agenda_file, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			the_agenda_of_a_file_and_of_its_session_is_the_same_document,
			program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(a_published_agenda_is_an_agenda_file_again,
			program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			an_import_writes_over_no_work, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_slot_that_nothing_is_planned_for_is_in_a_file_that_reads, program_set_up,
			program_tear_down),
		cmocka_unit_test_setup_teardown(the_agenda_file_of_a_session_makes_it_again,
			program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			the_next_agenda_is_an_agenda_file, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_unfinished_is_carried_over_to_the_next_agenda, program_set_up,
			program_tear_down),
		cmocka_unit_test_setup_teardown(
			an_adopted_agenda_is_not_provisional, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_bad_agenda_is_said_line_by_line, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			an_agenda_is_shown_as_fields, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(a_workplan_is_checked_and_shown_like_an_agenda,
			program_set_up, program_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
