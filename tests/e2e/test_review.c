/* SPDX-License-Identifier: MIT */
/*
 * The first five minutes on a terminal: from the published document, over its review,
 * to the floor of the first meeting; and a program that is killed in between.
 */
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

static const char *document;

static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	document = program_file(&program, "wells-2019.txt",
		program_read(&program, "tests/ui/documents/wells-2019.txt"));
	return 0;
}

static struct pty *open_document(const char *sees)
{
	struct pty *pty = podium_open(&program, NULL, document, NULL);

	podium_sees(pty, "Review of an imported agenda");
	podium_sees(pty, sees);
	return pty;
}

/* Item 4 is 3: the number was printed wrong. */
static void correct_item_4(struct pty *pty)
{
	podium_keys(pty, "]", "is item 3 missing?");
	podium_keys(pty, "e", "Number: 4");
	pty_keys(pty, "Ctrl-U");
	pty_type(pty, "3");
	podium_keys(pty, "Enter", " 3    Springs in dry years");
}

static void from_the_document_to_the_first_speaker(void **state)
{
	struct pty *pty = open_document("Kept in");

	(void)state;
	correct_item_4(pty);
	podium_keys(pty, "s", "is no day of this session");
	podium_keys(pty, "r", "rehearsal");
	podium_keys(pty, "m", "1st meeting");
	podium_keys(pty, "o", "item 1 (a) opened");
	podium_keys(pty, "a", "Who");
	pty_type(pty, "can");
	podium_keys(pty, "Enter", "next  Canada");
	podium_keys(pty, "n", "● Canada");
	podium_leaves(pty);
	assert_non_null(strstr(program_does(&program, "session", "list", NULL),
		"2019-06-03-working-group-springs-wells"));
}

/* An agenda has often no organization of work yet: its rehearsal begins on its first day. */
static void a_session_without_a_timetable_is_rehearsed_on_its_first_day(void **state)
{
	const char *text = program_read(&program, "tests/ui/documents/wells-2019.txt");
	size_t length = (size_t)(strstr(text, "Annotations") - text);
	char list[4000];

	assert_true(length < sizeof list);
	memcpy(list, text, length);
	list[length] = '\0';
	struct pty *pty =
		podium_open(&program, NULL, program_file(&program, "list.txt", list), NULL);

	(void)state;
	podium_sees(pty, "0 slots");
	podium_keys(pty, "s", "is no day of this session");
	podium_keys(pty, "r", "Mon 3 Jun");
	podium_keys(pty, "m", "1st meeting opened");
	podium_leaves(pty);
}

/* A session that is there already is not entered by looking at a document. */
static void left_it_says_where_the_agenda_is(void **state)
{
	struct pty *pty;

	(void)state;
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	pty = open_document("Kept in");
	podium_misses(pty, "is no day of this session");
	pty_keys(pty, "q");
	assert_int_equal(pty_wait(pty), 0);
	podium_sees(pty, "The agenda is in ");
	pty_free(pty);
}

static void a_correction_is_there_after_a_kill(void **state)
{
	struct pty *pty = open_document("Kept in");

	(void)state;
	correct_item_4(pty);
	pty_signal(pty, SIGKILL);
	assert_int_equal(pty_wait(pty), 128 + SIGKILL);
	pty_free(pty);
	pty = open_document("Going on with");
	podium_sees(pty, " 3    Springs in dry years");
	pty_keys(pty, "q");
	podium_ended(pty, 0);
}

static void in_a_script_it_makes_the_file_and_leaves_a_corrected_one(void **state)
{
	const char *said = program_does(&program, "do", "agenda", "import", document, NULL);
	struct pty *pty;

	(void)state;
	assert_non_null(strstr(said, "wells-2019.yaml: 6 items, 4 slots, 1 document"));
	program_does(&program, "do", "agenda", "import", document, NULL);
	pty = open_document("Kept in");
	correct_item_4(pty);
	pty_keys(pty, "q");
	podium_ended(pty, 0);
	program_run(&program, "do", "agenda", "import", document, NULL);
	assert_int_equal(program.status, 73);
	assert_non_null(strstr(program.err, "is there already and was corrected"));
}

static void a_document_that_is_no_agenda_is_refused_before_the_screen(void **state)
{
	const char *report = program_file(&program, "report.txt",
		"Report of the Working Group\n\n1. The meeting was opened by the Chair.\n");
	struct pty *pty = podium_open(&program, NULL, report, NULL);

	(void)state;
	podium_sees(pty, "is no agenda");
	podium_ended(pty, 65);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, program_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(from_the_document_to_the_first_speaker),
		TEST(a_session_without_a_timetable_is_rehearsed_on_its_first_day),
		TEST(left_it_says_where_the_agenda_is),
		TEST(a_correction_is_there_after_a_kill),
		TEST(in_a_script_it_makes_the_file_and_leaves_a_corrected_one),
		TEST(a_document_that_is_no_agenda_is_refused_before_the_screen),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
