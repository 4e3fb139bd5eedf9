/* SPDX-License-Identifier: MIT */
/* The verbs beside do: what they print, and the sentence and code of what fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/str.h"
#include "support/cli/program.h"

static struct program the_program;

static int set_up_empty(void **state)
{
	program_begin(&the_program);
	*state = &the_program;
	return 0;
}

static int set_up(void **state)
{
	set_up_empty(state);
	program_does(&the_program, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	return 0;
}

static int tear_down(void **state)
{
	program_end(*state);
	return 0;
}

static void assert_contains(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("\"%s\" does not contain \"%s\"", text, part);
}

static void assert_failed(const struct program *p, int status, const char *err)
{
	assert_string_equal(p->err, err);
	assert_int_equal(p->status, status);
	assert_string_equal(p->out, "");
}

/* --- recommendations of earlier sessions, and workplans --- */

static void a_report_is_followed_up_without_a_screen(void **state)
{
	struct program *p = *state;
	const char *report = program_file(p, "report.txt",
		"Report of the Working Group on Lights\n\n"
		"II. Recommendations\n\n1. The Working Group on Lights:\n\n"
		"(a) Takes note of the chart;\n\n(b) Requests the Secretariat to print it.\n\n"
		"2. The host thanked the Chair.\n\nIII. Attendance\n\n3. Nobody came.\n");

	assert_string_equal(program_does(p, "recommendation", "import", report, NULL),
		"report.txt: 2 recommendations, (a) to (b), 1 piece not understood\n"
		"report.txt:11: not taken over, does not say that anybody should do anything: "
		"2. The host thanked the Chair.\n");
	assert_string_equal(program_does(p, "do", "follow-up", "print", NULL),
		"II. Recommendations\n\n1. The Working Group on Lights:\n\n"
		"(a) Takes note of the chart;\n\n(b) Requests the Secretariat to print it.\n");
	program_run(p, "recommendation", "import", EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(p->err, "has no chapter of recommendations");
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

/* --- the house style --- */

static void findings_have_their_place_and_rule(void **state)
{
	struct program *p = *state;
	const char *path = program_file(p, "styled.txt",
		"1. The programs were noted, with thanks,\nthe the chairman said.\n");
	const char *good = program_file(p, "good.txt", "1. The Chair spoke.\n");
	struct str expected = STR_EMPTY;

	str_addf(&expected,
		"%s:1:8: spelling: “programs” is spelt in another way; write “programmes”\n", path);
	str_addf(&expected, "%s:2:1: doubled-word: “the the” stands twice; write “the”\n", path);
	str_addf(&expected, "%s:2:9: word: “chairman” is to be avoided; write “Chair”\n", path);
	str_addf(&expected, "%s: 3 warnings, 10 words\n", path);
	str_addf(&expected, "%s: 0 warnings, 3 words\n", good);
	assert_string_equal(program_does(p, "check-style", path, good, NULL), expected.text);
	str_clear(&expected);
	program_run(p, "check-style", "none.txt", path, NULL);
	assert_int_equal(p->status, ERR_NO_INPUT);
	assert_contains(p->out, "2:1: doubled-word");
	program_run(p, "check-style", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: something is missing; usage: rapporteur check-style FILE...\n");
}

/* --- words that are no verb --- */

static void help_and_version_are_printed(void **state)
{
	struct program *p = *state;
	const char *help = program_does(p, "--help", NULL);

	assert_contains(help, "usage: rapporteur [OPTION ...] [AGENDA.yaml]");
	assert_contains(help, "agenda check FILE...");
	assert_contains(help, "--session ID");
	assert_string_equal(program_does(p, "help", NULL), help);
	assert_contains(program_does(p, "--version", NULL), "rapporteur ");
}

static void an_unknown_verb_names_the_nearest(void **state)
{
	struct program *p = *state;

	program_run(p, "reprot", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: unknown verb 'reprot'; did you mean 'rapporteur report'?\n");
	program_run(p, "floor", "give", NULL);
	assert_failed(p, ERR_USAGE, "rapporteur: 'floor' is a command: rapporteur do floor give\n");
	program_run(p, "undo", NULL);
	assert_failed(p, ERR_USAGE, "rapporteur: 'undo' is a command: rapporteur do undo\n");
	program_run(p, "agenda", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: 'agenda' is not a whole verb; there are: rapporteur "
		"agenda check, rapporteur agenda show, rapporteur agenda import, rapporteur agenda "
		"export, rapporteur agenda next\n");
	program_run(p, "session", "open", NULL);
	assert_failed(
		p, ERR_USAGE, "rapporteur: 'session' is a command: rapporteur do session open\n");
	program_run(p, "report", "--fromat", "text", NULL);
	assert_failed(
		p, ERR_USAGE, "rapporteur: unknown option '--fromat'; did you mean --format?\n");
	program_run(p, "search", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: something is missing; usage: rapporteur search WORDS...\n");
	program_run(p, "check", "now", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: 'now' is one word too many; usage: rapporteur check [--repair]\n");
}

static void a_document_is_not_rehearsed_and_what_makes_an_agenda_of_it_is_named(void **state)
{
	struct program *p = *state;

	program_run(p, "--rehearse", "2012-10-17T09:55", "agenda.txt", NULL);
	assert_int_equal(p->status, 64);
	assert_contains(p->err, "agenda.txt is a document: rapporteur agenda import");
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

static void without_a_database_it_says_how_to_begin(void **state)
{
	struct program *p = *state;

	program_run(p, "session", "list", NULL);
	assert_int_equal(p->status, ERR_NO_INPUT);
	program_run(p, "report", NULL);
	assert_int_equal(p->status, ERR_NO_INPUT);
	program_run(p, "do", "meeting", "open", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: there is no session yet: rapporteur do agenda load "
		"FILE makes one\n");
}

/* --- agenda files --- */

#define GOOD_AGENDA                                                                          \
	"rapporteur: agenda/1\n"                                                             \
	"session: {id: toys, title: Toys, place: Vienna, from: 2012-10-17, to: 2012-10-17, " \
	"timezone: Europe/Vienna}\n"                                                         \
	"bodies:\n  - {id: wg, name: Working Group on Toys}\n"                               \
	"items:\n  - {number: \"1\", title: Opening}\n"

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
	program_run(p, "agenda", "export", "--format", "docx", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: there is no format 'docx'; there are: text, markdown, html, yaml\n");
	program_run(p, "agenda", "export", program_path(p, "none.yaml"), NULL);
	assert_int_equal(p->status, ERR_NO_INPUT);
}

static void a_published_agenda_is_an_agenda_file_again(void **state)
{
	static const char *const names[] = {"published.txt", "published.md", "published.html"};
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

/* --- sessions --- */

static void sessions_are_lines_of_fields(void **state)
{
	struct program *p = *state;

	assert_string_equal(program_does(p, "session", "list", NULL),
		EXAMPLE_SESSION "\t2012-10-17\t2012-10-18\tlive\t0\t"
				"Working Group of Government Experts on Technical Assistance\n");
	assert_contains(program_does(p, "session", "show", NULL), "timezone\tEurope/Vienna\n");
	assert_contains(program_does(p, "session", "show", EXAMPLE_SESSION, NULL),
		"item\t8\tpending\t0\t0\tOther matters\n");
	program_run(p, "session", "show", "toys", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: there is no session 'toys'; there are: " EXAMPLE_SESSION "\n");
}

static void of_several_sessions_one_must_be_named(void **state)
{
	struct program *p = *state;
	const char *file = program_file(p, "toys.yaml", GOOD_AGENDA);

	program_does(p, "do", "agenda", "load", file, NULL);
	program_run(p, "do", "meeting", "open", NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(p->err, "which session? name one with --session: ");
	assert_contains(p->err, "toys");
	assert_contains(p->err, EXAMPLE_SESSION);
	assert_contains(program_does(p, "--session", "toys", "do", "meeting", "open", NULL), "1st");
	assert_contains(
		program_does(p, "session", "show", "--session", "toys", NULL), "meeting\t1\t");
	program_does(p, "session", "archive", "toys", NULL);
	assert_contains(program_does(p, "session", "show", NULL), "id\t" EXAMPLE_SESSION "\n");
	assert_contains(program_does(p, "session", "list", NULL), "\tarchived\t");
}

static void sessions_are_copied_and_deleted(void **state)
{
	struct program *p = *state;

	program_does(p, "session", "copy", "next", NULL);
	assert_contains(program_does(p, "session", "list", NULL), "next\t2012-10-17\t");
	program_does(p, "--session", "next", "session", "delete", NULL);
	assert_contains(
		program_does(p, "session", "list", NULL), "next\t2012-10-17\t2012-10-18\tdeleted");
	assert_contains(program_does(p, "session", "show", NULL), "id\t" EXAMPLE_SESSION "\n");
}

/* --- search, report, sheet --- */

static void log_something(struct program *p)
{
	p->input =
		"meeting open --at 2012-10-17T10:00\nitem open 3 --at 10:05\n"
		"statement add can --note 'asked for model legislation' --from 10:06 --to 10:10\n"
		"recommendation propose 'Encourages States to use model legislation'\n"
		"recommendation adopt r1\n";
	program_does(p, "do", "-", NULL);
	p->input = NULL;
}

static void search_prints_a_line_a_hit(void **state)
{
	struct program *p = *state;

	log_something(p);
	assert_string_equal(program_does(p, "search", "MODEL", "legis", NULL),
		"r1\t3\t\tEncourages States to use model legislation\n"
		"s1\t3\tCanada\tasked for model legislation\n");
	assert_string_equal(program_does(p, "search", "nothing at all", NULL), "");
	assert_string_equal(program_does(p, "search", "\"*(", NULL), "");
}

static void a_report_goes_to_the_screen_or_a_file(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "report.md");

	log_something(p);
	program_run(p, "report", NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->out, "Encourages States to use model legislation");
	program_run(p, "report", "--format", "markdown", "-o", file, NULL);
	assert_int_equal(p->status, 0);
	assert_string_equal(p->out, "");
	assert_contains(program_read(p, file), "States to use model legislation");
	program_run(p, "report", "--format=markdown", NULL);
	assert_string_equal(p->out, program_read(p, file));
	program_run(p, "report", "--format", "papyrus", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: there is no format 'papyrus'; there are: text, markdown, html\n");
	program_run(p, "report", "-o", "/nowhere/report.txt", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	p->output_to = "/dev/full";
	program_run(p, "report", NULL);
	assert_int_equal(p->status, ERR_IO);
}

static void a_sheet_is_there_for_paper(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "sheet.txt");

	assert_contains(program_does(p, "sheet", NULL), "Other matters");
	program_does(p, "sheet", file, NULL);
	assert_contains(program_read(p, file), "Other matters");
}

static void the_options_of_a_page_are_those_of_its_command(void **state)
{
	struct program *p = *state;

	assert_contains(program_does(p, "sheet", "order", "--format", "html", NULL), "<html");
	assert_contains(program_does(p, "sheet", "speakers", "--format=html", "--item", "3", NULL),
		"<html");
	program_run(p, "sheet", "speakers", "--formal", "html", NULL);
	assert_failed(
		p, ERR_USAGE, "rapporteur: unknown option '--formal'; did you mean --format?\n");
}

static void a_page_is_written_over_another_only_if_that_is_said(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "page.txt");
	const char *const verbs[] = {"speakers", "order"};

	program_does(p, "sheet", file, NULL);
	for (size_t i = 0; i < 2; i++) {
		program_run(p, "sheet", verbs[i], file, NULL);
		assert_int_equal(p->status, ERR_USAGE);
		assert_contains(p->err, "is there already");
		assert_contains(p->err, "--anyway");
	}
	program_run(p, "sheet", file, NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(program_read(p, file), "Other matters");
	assert_string_equal(p->out, "");
	program_does(p, "sheet", "order", file, "--anyway", NULL);
	assert_contains(program_read(p, file), "Order of the day");
}

/* By none of the verbs that have -o, and as "do" has it. */
static void what_is_there_is_written_over_only_when_that_is_said(void **state)
{
	struct program *p = *state;
	const char *text = program_file(p, "mine.txt", "mine\n");
	const char *yaml = program_file(p, "mine.yaml", GOOD_AGENDA);

	program_run(p, "report", "-o", text, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_contains(p->err, "mine.txt is there already: --anyway writes over it");
	program_run(p, "agenda", "export", "-o", text, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_string_equal(program_read(p, text), "mine\n");
	program_does(p, "agenda", "export", "-o", text, "--anyway", NULL);
	assert_contains(program_read(p, text), "Annotations");
	program_does(p, "agenda", "export", "-o", text, NULL); /* the same: nothing is lost */
	program_run(p, "report", "-o", text, "--anyway", NULL);
	assert_int_equal(p->status, 0);
	assert_contains(program_read(p, text), "Draft report");
	/* An agenda file that somebody has worked on by nothing. */
	program_run(p, "report", "--format", "text", "-o", yaml, "--anyway", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_contains(p->err, "mine.yaml is not as rapporteur wrote it");
	program_run(p, "agenda", "export", "--format", "text", "-o", yaml, "--anyway", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	program_run(p, "do", "report", "write", yaml, "--format", "text", "--anyway", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	program_run(p, "sheet", yaml, "--anyway", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_string_equal(program_read(p, yaml), GOOD_AGENDA);
	/* Nor one that it wrote, by what is no agenda file, without a word. */
	const char *own = program_path(p, "own.yaml");
	program_does(p, "agenda", "export", "-o", own, NULL);
	program_does(p, "agenda", "export", "-o", own, NULL);
	program_run(p, "report", "--format", "text", "-o", own, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
}

static void no_text_is_written_over_the_database(void **state)
{
	struct program *p = *state;
	const char *database = program_path(p, "rapporteur/proceedings.db");
	const char *other = program_path(p, "other.txt");

	assert_int_equal(link(database, other), 0);
	program_run(p, "report", "-o", database, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	program_run(p, "do", "report", "write", database, "--anyway", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	program_run(p, "sheet", other, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_contains(p->err, "is the database itself");
	assert_contains(program_does(p, "session", "list", NULL), EXAMPLE_SESSION);
}

/* --- the database --- */

static void a_backup_is_restored(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "copy.db");

	program_does(p, "backup", file, NULL);
	program_does(p, "do", "session", "set", "place", "Geneva", NULL);
	assert_contains(program_does(p, "session", "show", NULL), "place\tGeneva\n");
	assert_contains(program_does(p, "restore", file, NULL), "is restored from");
	assert_contains(program_does(p, "session", "show", NULL), "place\tVienna\n");
	assert_contains(program_does(p, "check", "--repair", NULL), "is whole");
	program_run(p, "backup", file, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
}

static void a_ruined_database_is_restored_too(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "copy.db");
	const char *database = program_path(p, "rapporteur/proceedings.db");

	program_does(p, "backup", file, NULL);
	program_file(p, "rapporteur/proceedings.db", "this is no database at all");
	program_run(p, "session", "list", NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(p->err, database);
	assert_string_equal(program_read(p, database), "this is no database at all");
	program_run(p, "check", NULL);
	assert_int_equal(p->status, ERR_DATA);
	program_does(p, "restore", file, NULL);
	assert_contains(program_does(p, "session", "list", NULL), EXAMPLE_SESSION);
	program_run(p, "restore", program_file(p, "no.db", "no"), NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(program_does(p, "session", "list", NULL), EXAMPLE_SESSION);
}

static void another_database_can_be_named(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "other.db");

	program_does(
		p, "--db", file, "do", "agenda", "load", EXAMPLE_AGENDA, "--id", "other", NULL);
	assert_contains(program_does(p, "session", "list", "--db", file, NULL), "other\t");
	assert_contains(program_does(p, "session", "list", NULL), EXAMPLE_SESSION "\t");
	program_run(p, "--db", "/nowhere/at/all.db", "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	program_run(p, "--db", "", "session", "list", NULL);
	assert_failed(p, ERR_USAGE, "rapporteur: --db wants the name of a file\n");
}

static void files_are_for_their_owner_only(void **state)
{
	struct program *p = *state;
	struct stat about;

	assert_int_equal(stat(program_path(p, "rapporteur/proceedings.db"), &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_int_equal(stat(program_path(p, "rapporteur"), &about), 0);
	assert_int_equal(about.st_mode & 0777, 0700);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			help_and_version_are_printed, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			an_unknown_verb_names_the_nearest, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			without_a_database_it_says_how_to_begin, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			the_next_agenda_says_what_is_to_be_looked_at, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			a_document_is_not_rehearsed_and_what_makes_an_agenda_of_it_is_named,
			set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			findings_have_their_place_and_rule, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			a_good_agenda_is_said_to_be_good, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			an_agenda_in_json_is_an_agenda_file, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			the_agenda_of_a_file_and_of_its_session_is_the_same_document, set_up_empty,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_published_agenda_is_an_agenda_file_again, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			an_import_writes_over_no_work, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			a_slot_that_nothing_is_planned_for_is_in_a_file_that_reads, set_up_empty,
			tear_down),
		cmocka_unit_test_setup_teardown(
			the_agenda_file_of_a_session_makes_it_again, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			the_next_agenda_is_an_agenda_file, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_unfinished_is_carried_over_to_the_next_agenda, set_up_empty,
			tear_down),
		cmocka_unit_test_setup_teardown(
			an_adopted_agenda_is_not_provisional, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			a_bad_agenda_is_said_line_by_line, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(
			an_agenda_is_shown_as_fields, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(sessions_are_lines_of_fields, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			of_several_sessions_one_must_be_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(sessions_are_copied_and_deleted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(search_prints_a_line_a_hit, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_report_goes_to_the_screen_or_a_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_sheet_is_there_for_paper, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_options_of_a_page_are_those_of_its_command, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_page_is_written_over_another_only_if_that_is_said, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_there_is_written_over_only_when_that_is_said, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			no_text_is_written_over_the_database, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_report_is_followed_up_without_a_screen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_workplan_is_checked_and_shown_like_an_agenda, set_up_empty, tear_down),
		cmocka_unit_test_setup_teardown(a_backup_is_restored, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_ruined_database_is_restored_too, set_up, tear_down),
		cmocka_unit_test_setup_teardown(another_database_can_be_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files_are_for_their_owner_only, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
