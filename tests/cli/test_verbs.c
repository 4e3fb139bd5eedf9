/* SPDX-License-Identifier: MIT */
/* The verbs beside do, without those of agenda files: what they print, and the sentence and
 * code of what fails. */
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
#include "support/cli/one_program.h"

/* --- recommendations of earlier sessions --- */

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

static void a_family_of_commands_is_listed(void **state)
{
	struct program *p = *state;
	const char *help = program_does(p, "help", "agenda", NULL);

	assert_contains(help, "rapporteur agenda check FILE...");
	assert_contains(help, "rapporteur agenda export ");
	assert_contains(help, "rapporteur do agenda load ");
	assert_contains(help, "  Load an agenda file");
	assert_contains(help, "\nrapporteur help COMMAND says what a command takes.\n");
	assert_contains(program_does(p, "help", "set", NULL), "rapporteur do set chapeau TEXT");
	/* What is a command itself is told first. */
	help = program_does(p, "help", "sheet", NULL);
	assert_contains(help, "usage: rapporteur sheet [FILE]");
	assert_contains(help, "rapporteur sheet speakers");
	help = program_does(p, "help", "set", "position", NULL);
	assert_contains(help, "usage: rapporteur do set position KIND");
	assert_contains(help, "rapporteur do set position remove KIND");
	program_run(p, "help", "agend", NULL);
	assert_int_equal(p->status, ERR_USAGE);
}

static void a_session_is_not_named_beside_a_file_that_has_its_own(void **state)
{
	static const char *const verbs[][2] = {
		{"agenda", "export"}, {"agenda", "show"}, {"agenda", "check"}};
	static const char said[] =
		"rapporteur: --session toys is a session of the database, and " EXAMPLE_AGENDA
		" is of its own: leave one of them out\n";
	struct program *p = *state;

	program_run(p, "--session", "toys", EXAMPLE_AGENDA, NULL);
	assert_failed(p, ERR_USAGE, said);
	program_run(p, EXAMPLE_AGENDA, "--session", "toys", NULL);
	assert_failed(p, ERR_USAGE, said);
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		program_run(p, verbs[i][0], verbs[i][1], EXAMPLE_AGENDA, "--session", "toys", NULL);
		assert_failed(p, ERR_USAGE, said);
	}
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
		"rapporteur: there is no format 'papyrus'; there are: text, markdown, html, docx, akn, json\n");
	program_run(p, "report", "-o", "/nowhere/report.txt", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	p->output_to = "/dev/full";
	program_run(p, "report", NULL);
	assert_int_equal(p->status, ERR_IO);
}

static void a_report_may_have_another_form_for_once(void **state)
{
	struct program *p = *state;

	log_something(p);
	program_run(p, "report", "--style", "short", NULL);
	assert_contains(p->out, "Report on the meeting");
	program_run(p, "report", NULL);
	assert_contains(p->out, "Draft report on the meeting");
	program_does(p, "do", "report language fr", NULL);
	program_does(p, "do", "report formula HEAD-ATT 'qui a participé'", NULL);
	program_does(p, "do", "report language en", NULL);
	program_run(p, "report", "--language", "fr", NULL);
	assert_contains(p->out, "Qui a participé");
	program_run(p, "report", "--style", "long", NULL);
	assert_failed(p, ERR_USAGE,
		"rapporteur: there is no report style 'long'; rapporteur do report style lists "
		"them\n");
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
			help_and_version_are_printed, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_family_of_commands_is_listed, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_session_is_not_named_beside_a_file_that_has_its_own, program_set_up,
			program_tear_down),
		cmocka_unit_test_setup_teardown(
			an_unknown_verb_names_the_nearest, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			without_a_database_it_says_how_to_begin, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_document_is_not_rehearsed_and_what_makes_an_agenda_of_it_is_named,
			program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			findings_have_their_place_and_rule, program_set_up, program_tear_down),
		cmocka_unit_test_setup_teardown(
			sessions_are_lines_of_fields, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(of_several_sessions_one_must_be_named,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			sessions_are_copied_and_deleted, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			search_prints_a_line_a_hit, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_report_may_have_another_form_for_once,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_report_goes_to_the_screen_or_a_file,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_sheet_is_there_for_paper, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(the_options_of_a_page_are_those_of_its_command,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_page_is_written_over_another_only_if_that_is_said,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_there_is_written_over_only_when_that_is_said,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(no_text_is_written_over_the_database,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_report_is_followed_up_without_a_screen,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_backup_is_restored, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_ruined_database_is_restored_too,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			another_database_can_be_named, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			files_are_for_their_owner_only, program_set_up_session, program_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
