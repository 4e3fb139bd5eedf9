/* SPDX-License-Identifier: MIT */
/* Outputs that take nothing, and a database that may only be read. */
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

static void prepare(void)
{
	program.input = "meeting open --at 2012-10-17T09:50\n"
			"item open 2 --at 2012-10-17T09:51\n"
			"statement add can --note 'asked for maps' --at 09:52\n";
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	program_does(&program, "do", "-f", "-", NULL);
	program.input = NULL;
}

/* Verbs that print. */
static const char *const printing[][3] = {{"--help"}, {"--version"}, {"session", "list"},
	{"session", "show"}, {"report"}, {"report", "--format", "markdown"}, {"search", "maps"},
	{"check"}, {"sheet"}, {"manual"}, {"help"}, {"help", "floor give"}, {"completion", "bash"},
	{"agenda", "show", EXAMPLE_AGENDA}, {"do", "participant present can"}};
#define PRINTING (sizeof printing / sizeof printing[0])

static void run(const char *const words[3])
{
	program_run(&program, words[0], words[1], words[1] ? words[2] : NULL, NULL);
}

static void an_output_that_is_full_is_told_with_74(void **state)
{
	(void)state;
	prepare();
	program.output_to = "/dev/full";
	for (size_t i = 0; i < PRINTING; i++) {
		run(printing[i]);
		if (program.status != 74)
			fail_msg("%s %s: exit %d", printing[i][0],
				printing[i][1] ? printing[i][1] : "", program.status);
		assert_non_null(strstr(program.err, "standard output cannot be written"));
	}
}

static void an_output_that_is_closed_is_told_with_74(void **state)
{
	(void)state;
	prepare();
	program.closed = 1u << STDOUT_FILENO;
	for (size_t i = 0; i < PRINTING; i++) {
		run(printing[i]);
		if (program.status != 74)
			fail_msg("%s %s: exit %d", printing[i][0],
				printing[i][1] ? printing[i][1] : "", program.status);
	}
	program.closed = 0;
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

/* Whatever is closed, nothing that is printed goes into the database. */
static void closed_descriptors_are_no_database(void **state)
{
	(void)state;
	prepare();
	for (unsigned closed = 1; closed < 8; closed++) {
		program.closed = closed;
		for (size_t i = 0; i < PRINTING; i++) {
			run(printing[i]);
			assert_true(program.status < 128);
		}
		program_run(&program, "do", "nonsense", NULL);
		assert_int_equal(program.status, 64);
		program_run(&program, NULL);
		assert_int_equal(program.status, 69);
		program.closed = 0;
		assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
	}
	assert_non_null(strstr(program_does(&program, "search", "maps", NULL), "asked for maps"));
}

static void a_report_that_cannot_be_written_leaves_the_old_one(void **state)
{
	const char *folder = program_path(&program, "reports"), *path;

	(void)state;
	prepare();
	assert_int_equal(mkdir(folder, 0700), 0);
	path = program_file(&program, "reports/report.txt", "the old one");
	program_drop(&program);
	assert_int_equal(chmod(folder, 0500), 0);
	program_run(&program, "report", "-o", path, "--anyway", NULL);
	assert_int_equal(program.status, 73);
	assert_string_equal(program_read(&program, path), "the old one");
}

/* --- as an ordinary user --- */

/* The program on a terminal, as nobody if the tests run as root. */
static struct pty *open_as_nobody(const char *agenda)
{
	const char *wrapper = program_file(&program, "wrapper",
		"#!/bin/sh\n[ \"$(id -u)\" != 0 ] || set -- setpriv --reuid=65534 --regid=65534"
		" --clear-groups \"$PROGRAM\" \"$@\"\n[ \"$1\" = setpriv ] || set -- \"$PROGRAM\" \"$@\"\n"
		"exec \"$@\"\n");
	const char *real = getenv("RAPPORTEUR");
	struct pty *pty;

	assert_int_equal(chmod(wrapper, 0755), 0);
	setenv("PROGRAM", real, 1);
	setenv("RAPPORTEUR", wrapper, 1);
	pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T09:55", agenda, NULL);
	setenv("RAPPORTEUR", real, 1);
	return pty;
}

static bool can_become_nobody(void)
{
	return geteuid() != 0 || system("setpriv --reuid=65534 true 2>/dev/null") == 0;
}

/* With the folder and the file so: all can be looked at, nothing changed, it is said. */
static void look_only(mode_t folder, mode_t file, const char *agenda)
{
	const char *path = program_path(&program, "rapporteur/proceedings.db");
	struct pty *pty;

	program_drop(&program);
	assert_int_equal(chmod(path, file), 0);
	assert_int_equal(chmod(program_path(&program, "rapporteur"), folder), 0);
	pty = open_as_nobody(agenda);
	podium_sees(pty, "asked for maps");
	podium_sees(pty, "READ ONLY");
	assert_false(pty_sees(pty, "a add to list"));
	podium_runs(pty, "statement add zim", "can only be read");
	podium_sees(pty, "READ ONLY");
	assert_false(pty_sees(pty, "NOT SAVED"));
	podium_keys(pty, "2", "No recommendation");
	podium_keys(pty, "3", "Introduction");
	podium_keys(pty, "1", "asked for maps");
	pty_keys(pty, "Ctrl-Q");
	podium_ended(pty, 0);
	assert_non_null(strstr(program_does(&program, "session", "show", NULL), "statements\t1"));
	program_run(&program, "report", NULL);
	assert_int_equal(program.status, 0);
	program_run(&program, "do", "participant", "present", "can", NULL);
	assert_int_equal(program.status, 74);
	assert_non_null(strstr(program.err, "only be read"));
}

static void a_file_that_may_only_be_read_is_looked_at(void **state)
{
	(void)state;
	if (!can_become_nobody())
		skip();
	prepare();
	look_only(0700, 0400, NULL);
}

static void by_its_agenda_file_too(void **state)
{
	(void)state;
	if (!can_become_nobody())
		skip();
	prepare();
	look_only(0700, 0400, EXAMPLE_AGENDA);
}

static void a_folder_that_may_only_be_read_is_looked_into(void **state)
{
	(void)state;
	if (!can_become_nobody())
		skip();
	prepare();
	look_only(0500, 0600, NULL);
}

static void a_file_that_may_not_even_be_read_is_refused_with_a_sentence(void **state)
{
	(void)state;
	prepare();
	program_drop(&program);
	assert_int_equal(chmod(program_path(&program, "rapporteur/proceedings.db"), 0), 0);
	program_run(&program, "check", NULL);
	assert_int_equal(program.status, 66);
	assert_non_null(strstr(program.err, "cannot be read"));
	assert_null(strchr(strchr(program.err, '\n') + 1, '\n'));
}

static void a_folder_in_which_nothing_can_be_made_is_told(void **state)
{
	const char *folder = program_path(&program, "rapporteur");

	(void)state;
	assert_int_equal(mkdir(folder, 0700), 0);
	program_drop(&program);
	assert_int_equal(chmod(folder, 0500), 0);
	program_run(&program, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	assert_int_equal(program.status, 73);
	assert_non_null(strstr(program.err, "cannot be created"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)
		TEST(an_output_that_is_full_is_told_with_74),
		TEST(an_output_that_is_closed_is_told_with_74),
		TEST(closed_descriptors_are_no_database),
		TEST(a_report_that_cannot_be_written_leaves_the_old_one),
		TEST(a_file_that_may_only_be_read_is_looked_at),
		TEST(by_its_agenda_file_too),
		TEST(a_folder_that_may_only_be_read_is_looked_into),
		TEST(a_file_that_may_not_even_be_read_is_refused_with_a_sentence),
		TEST(a_folder_in_which_nothing_can_be_made_is_told),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
