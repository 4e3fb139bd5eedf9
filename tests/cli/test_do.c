/* SPDX-License-Identifier: MIT */
/* rapporteur do: scripts, the lines they print, and what stops them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/err.h"
#include "support/cli/one_program.h"

/* It may have printed what it did before. */
static void assert_stopped(const struct program *p, int status, const char *out, const char *err)
{
	assert_string_equal(p->err, err);
	assert_int_equal(p->status, status);
	assert_string_equal(p->out, out);
}

static void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("\"%s\" contains \"%s\"", text, part);
}

static void one_command_is_done_and_said(void **state)
{
	struct program *p = *state;

	assert_string_equal(
		program_does(p, "do", "--at", "2012-10-17T10:00", "meeting", "open", NULL),
		"1st meeting opened, 10 a.m.-1 p.m., items 1 (a), 1 (b), 2\n");
	assert_string_equal(program_does(p, "do", "item", "open", "3", "--at", "10:05", NULL),
		"item 3 opened: Development of national strategies to address transnational organized "
		"crime\n");
	assert_string_equal(program_does(p, "do", "floor request can, cot, zim", NULL),
		"3 added: Canada, C\xc3\xb4te d\xe2\x80\x99Ivoire, Zimbabwe on the list of item 3\n");
}

#define MORNING                                          \
	"# the first morning\n"                          \
	"\n"                                             \
	"meeting open --at 2012-10-17T10:00\n"           \
	"item open 2 --at 10:05\n"                       \
	"floor request can, zim\n"                       \
	"floor give --at 10:10\n"                        \
	"  # in between\n"                               \
	"statement note s1 \"threat assessments first\n" \
	"# this is text\n"                               \
	"and then laws\"\r\n"                            \
	"floor give --at 10:15\n"                        \
	"floor end \\\n"                                 \
	"  --at 10:20\n"

static void a_script_prints_a_line_a_command(void **state)
{
	struct program *p = *state;
	const char *script = program_file(p, "morning.txt", MORNING);

	assert_string_equal(program_does(p, "do", "-f", script, NULL),
		"1st meeting opened, 10 a.m.-1 p.m., items 1 (a), 1 (b), 2\n"
		"item 2 opened: Follow-up to the recommendations adopted by the Working Group at its "
		"meeting held on 19 and 20 October 2010\n"
		"2 added: Canada, Zimbabwe on the list of item 2\n"
		"s1 Canada has the floor, item 2\n"
		"s1 noted, Canada\n"
		"s2 Zimbabwe has the floor, item 2\n"
		"s2 Zimbabwe ended\n");
	assert_contains(program_does(p, "search", "laws", NULL),
		"s1\t2\tCanada\tthreat assessments first # this is text and then laws\n");
}

static void standard_input_is_a_script_too(void **state)
{
	struct program *p = *state;

	p->input = "meeting open --at 2012-10-17T10:00";
	assert_string_equal(program_does(p, "do", "-", NULL),
		"1st meeting opened, 10 a.m.-1 p.m., items 1 (a), 1 (b), 2\n");
	p->input = "\xef\xbb\xbfmeeting close --at 2012-10-17T13:00\n";
	assert_string_equal(program_does(p, "do", "-f", "-", NULL), "1st meeting closed\n");
	p->input = "# nothing\n\n";
	assert_string_equal(program_does(p, "do", "-", NULL), "");
}

static void a_script_stops_where_it_fails(void **state)
{
	struct program *p = *state;
	const char *script = program_file(
		p, "bad.txt", "meeting open --at 2012-10-17T10:00\n\nfloor giev\nitem open 2\n");

	program_run(p, "do", "-f", script, NULL);
	assert_stopped(p, ERR_USAGE, "1st meeting opened, 10 a.m.-1 p.m., items 1 (a), 1 (b), 2\n",
		arena_printf(&p->arena,
			"%s:3: unknown command 'floor giev'; did you mean 'floor give'?\n",
			script));
	assert_contains(program_does(p, "session", "show", NULL), "item\t2\tpending\t");
}

static void the_line_is_where_the_command_begins(void **state)
{
	struct program *p = *state;

	p->input = "\nstatement note s9 'one\ntwo'\n";
	program_run(p, "do", "-", NULL);
	assert_stopped(p, ERR_USAGE, "", "standard input:2: there is no statement 's9'\n");
	p->input = "\nmeeting open --at 2012-10-17T10:00\nfloor give 'never\nclosed\n";
	program_run(p, "do", "-", NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(
		p->err, "standard input:3: the quotation mark ' is opened and never closed");
}

#define REHEARSAL EXAMPLE_SESSION "-rehearsal"

/* In the rehearsal, without a time. */
static const char *rehearses(struct program *p, const char *line)
{
	return program_does(p, "--session", REHEARSAL, "do", line, NULL);
}

static void a_rehearsal_goes_on_where_it_was_left(void **state)
{
	struct program *p = *state;

	program_does(p, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	rehearses(p, "recommendation propose Notes");
	assert_contains(rehearses(p, "recommendation history r1"), "\n2012-10-17 09:55  version 1");
	rehearses(p, "recommendation edit r1 'Notes it' --at 2012-10-17T10:20");
	rehearses(p, "recommendation edit r1 'Notes all of it'");
	assert_contains(rehearses(p, "recommendation history r1"), "\n2012-10-17 10:20  version 3");
	/* What was stamped with another year says nothing of where it stands. */
	rehearses(p, "recommendation edit r1 'Notes none' --at 2031-01-01T08:00");
	rehearses(p, "recommendation edit r1 'Notes some of it'");
	assert_contains(rehearses(p, "recommendation history r1"), "\n2012-10-17 10:20  version 5");
}

static void a_script_that_begins_a_rehearsal_has_its_clock(void **state)
{
	struct program *p = *state;

	p->input = "agenda load " EXAMPLE_AGENDA " --rehearse\n"
		   "recommendation propose Notes\nrecommendation history r1\n";
	assert_contains(program_does(p, "do", "-", NULL), "\n2012-10-17 09:55  version 1");
}

static void the_session_itself_has_the_time_of_the_machine(void **state)
{
	struct program *p = *state;

	program_does(p, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	program_does(p, "--session", EXAMPLE_SESSION, "do", "recommendation propose Notes", NULL);
	assert_lacks(program_does(p, "--session", EXAMPLE_SESSION, "do",
			     "recommendation history r1", NULL),
		"2012-");
}

static void what_is_no_text_is_refused(void **state)
{
	struct program *p = *state;

	p->input = "meeting open\nfloor give \xff\xfe\n";
	program_run(p, "do", "-", NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(p->err, "standard input:2: this is not UTF-8 (byte 12)");
	program_run(p, "do", "-f", "/nowhere/at/all", NULL);
	assert_stopped(
		p, ERR_NO_INPUT, "", "/nowhere/at/all cannot be read: No such file or directory\n");
	program_run(p, "do", "-f", p->home, NULL);
	assert_int_equal(p->status, ERR_NO_INPUT);
}

static void a_question_without_an_answer_is_refused(void **state)
{
	struct program *p = *state;

	program_run(p, "do", "participant", "present", "Dr. Who", NULL);
	assert_stopped(p, ERR_USAGE, "",
		"rapporteur: No participant is called 'Dr. Who'. Add it as a "
		"guest? (yes: --guest)\n");
	assert_string_equal(
		program_does(p, "do", "participant", "present", "Dr. Who", "--guest", NULL),
		"Dr. Who present\n");
}

static void an_agenda_that_differs_is_told_line_by_line(void **state)
{
	struct program *p = *state;
	const char *text = program_read(p, EXAMPLE_AGENDA);
	const char *place = strstr(text, "place: Vienna"), *path;

	assert_non_null(place);
	path = program_file(p, "changed.yaml",
		arena_printf(&p->arena, "%.*splace: Geneva%s", (int)(place - text), text,
			place + strlen("place: Vienna")));
	program_run(p, "do", "agenda", "load", path, NULL);
	assert_stopped(p, ERR_USAGE, "",
		"place: Vienna \xe2\x86\x92 Geneva\n"
		"rapporteur: The file differs from session " EXAMPLE_SESSION
		" in 1 place: take the file's into the session? --keep opens it as it is (yes: "
		"--take)\n");
	assert_string_equal(program_does(p, "do", "agenda", "load", path, "--keep", NULL),
		"session " EXAMPLE_SESSION " opened as it is; the file differs in 1 place\n");
	assert_contains(program_does(p, "session", "show", NULL), "place\tVienna");
	assert_string_equal(program_does(p, "do", "agenda", "load", path, "--take", NULL),
		"1 difference taken from the file\n");
	assert_contains(program_does(p, "session", "show", NULL), "place\tGeneva");
	program_does(p, "do", "undo", NULL);
	assert_contains(program_does(p, "session", "show", NULL), "place\tVienna");
}

static void what_is_missing_is_refused_with_the_usage(void **state)
{
	struct program *p = *state;

	program_run(p, "do", "participant", "present", NULL);
	assert_stopped(p, ERR_USAGE, "",
		"rapporteur: 'participant present' needs names: Names, "
		"separated by commas; usage: participant present NAMES,... [--item ITEM] [--guest]\n");
	program_run(p, "do", NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(p->err, "a command is wanted");
	program_run(p, "do", "-f", "x", "undo", NULL);
	assert_contains(p->err, "one of them");
}

static void undo_survives_the_end_of_the_program(void **state)
{
	struct program *p = *state;

	program_does(p, "do", "meeting", "open", "--at", "2012-10-17T10:00", NULL);
	assert_contains(program_does(p, "do", "undo", NULL), "undone: meeting open");
	assert_lacks(program_does(p, "session", "show", NULL), "meeting\t");
	assert_contains(program_does(p, "do", "redo", NULL), "redone: meeting open");
	assert_contains(
		program_does(p, "session", "show", NULL), "meeting\t1\topen\t2012-10-17T10:00");
}

static void undo_is_each_persons_own(void **state)
{
	struct program *p = *state;

	program_does(p, "--as", "Anna", "do", "session", "set", "place", "Geneva", NULL);
	program_does(p, "--as", "Boris", "do", "participant", "present", "can", NULL);
	assert_contains(program_does(p, "--as", "Anna", "do", "undo", NULL), "undone: session set");
	program_run(p, "--as", "Clara", "do", "undo", NULL);
	assert_int_equal(p->status, ERR_USAGE);
}

static void times_are_those_of_the_place(void **state)
{
	struct program *p = *state;

	program_does(p, "--at", "2012-10-17T10:00", "do", "meeting", "open", NULL);
	assert_contains(program_does(p, "session", "show", NULL), "\t2012-10-17T10:00\t\n");
	program_run(p, "do", "meeting", "close", "--at", "noon", NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(p->err, "noon");
}

static void another_time_zone_holds_from_the_next_line_on(void **state)
{
	struct program *p = *state;

	p->input = "session set timezone America/New_York\nundo\n"
		   "meeting open --at 2012-10-17T10:00\n";
	program_does(p, "do", "-f", "-", NULL);
	p->input = NULL;
	assert_contains(program_does(p, "session", "show", NULL), "\t2012-10-17T10:00\t\n");
	p->input = "undo\nsession set timezone America/New_York\n"
		   "meeting open --at 2012-10-17T05:00\nsession set timezone Europe/Vienna\n";
	program_does(p, "do", "-f", "-", NULL);
	p->input = NULL;
	assert_contains(program_does(p, "session", "show", NULL), "\t2012-10-17T11:00\t\n");
}

static void a_zone_or_a_day_that_is_none_is_refused(void **state)
{
	struct program *p = *state;

	program_run(p, "do", "session", "set", "timezone", "Nonsense/Zone", NULL);
	assert_int_equal(p->status, ERR_DATA);
	program_run(p, "do", "session", "set", "from", "2012-10-32", NULL);
	assert_stopped(p, ERR_USAGE, "", "rapporteur: 2012-10-32 is no date: write 2012-10-17\n");
	program_does(p, "do", "meeting", "open", NULL);
}

/* --- what is printed must arrive --- */

static void nothing_is_done_after_what_could_not_be_said(void **state)
{
	struct program *p = *state;

	p->output_to = "/dev/full";
	p->input = "participant present can\nparticipant present zim\n";
	program_run(p, "do", "-", NULL);
	assert_int_equal(p->status, ERR_IO);
	assert_contains(p->err, "standard input:1: standard output cannot be written: ");
	p->output_to = NULL;
	assert_contains(program_does(p, "do", "undo", NULL), "Canada present");
	program_run(p, "do", "undo", NULL);
	assert_lacks(p->out, "Zimbabwe");
}

static void a_closed_output_is_no_database(void **state)
{
	struct program *p = *state;

	p->closed = 1 << 1;
	program_run(p, "do", "participant", "present", "can", NULL);
	assert_int_equal(p->status, ERR_IO);
	p->closed = 1 << 0 | 1 << 2;
	program_run(p, "do", "participant", "present", "zim", NULL);
	assert_int_equal(p->status, 0);
	program_run(p, "do", "participant present", NULL);
	assert_int_equal(p->status, ERR_USAGE);
	program_run(p, "do", "-", NULL);
	assert_int_equal(p->status, ERR_IO);
	p->closed = 0;
	assert_contains(program_does(p, "check", NULL), "is whole");
}

static void hostile_text_is_printed_visibly(void **state)
{
	struct program *p = *state;

	program_run(p, "do", "participant", "present", "\033x\007\xe2\x80\xae", NULL);
	assert_contains(p->err, "<U+202E>");
	assert_lacks(p->err, "\033");
	program_run(p, "do", "x\033[31m\nrm", NULL);
	assert_lacks(p->err, "\033");
}

static void a_read_only_database_says_so(void **state)
{
	struct program *p = *state;
	const char *folder = program_path(p, "rapporteur");

	program_drop(p);
	assert_int_equal(chmod(program_path(p, "rapporteur/proceedings.db"), 0400), 0);
	assert_int_equal(chmod(folder, 0500), 0);
	program_run(p, "do", "participant", "present", "can", NULL);
	assert_int_equal(p->status, ERR_IO);
	assert_contains(p->err, "can only be read");
	assert_contains(program_does(p, "session", "list", NULL), EXAMPLE_SESSION);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			one_command_is_done_and_said, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_script_prints_a_line_a_command,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			standard_input_is_a_script_too, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_rehearsal_goes_on_where_it_was_left,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_script_that_begins_a_rehearsal_has_its_clock,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(the_session_itself_has_the_time_of_the_machine,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_script_stops_where_it_fails, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(the_line_is_where_the_command_begins,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_no_text_is_refused, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_question_without_an_answer_is_refused,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(an_agenda_that_differs_is_told_line_by_line,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(what_is_missing_is_refused_with_the_usage,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(undo_survives_the_end_of_the_program,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			undo_is_each_persons_own, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			times_are_those_of_the_place, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(another_time_zone_holds_from_the_next_line_on,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(a_zone_or_a_day_that_is_none_is_refused,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(nothing_is_done_after_what_could_not_be_said,
			program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_closed_output_is_no_database, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			hostile_text_is_printed_visibly, program_set_up_session, program_tear_down),
		cmocka_unit_test_setup_teardown(
			a_read_only_database_says_so, program_set_up_session, program_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
