/* SPDX-License-Identifier: MIT */
/*
 * Text that is being typed when the program dies: by a signal, by kill -9, by the
 * terminal's window being closed. It is offered again at the next start, and what
 * was saved before is as it was.
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

static struct pty *open_with(const struct pty_options *options)
{
	struct pty *pty = podium_open(&program, options, REHEARSAL, NULL);

	podium_sees(pty, "AGENDA");
	return pty;
}

/* Canada has the floor, and its note is open. */
static struct pty *begin_note(const struct pty_options *options)
{
	struct pty *pty = podium_after(&program, options, ITEM_2);

	podium_keys(pty, "n", "● Canada");
	podium_keys(pty, "Enter", "Esc save");
	return pty;
}

static void assert_offered(const char *text)
{
	struct pty *pty = open_with(NULL);

	podium_sees(pty, "● Canada");
	podium_sees(pty, "not saved: the note of s1");
	podium_points_at(pty, "Canada");
	assert_false(pty_sees(pty, text));
	podium_keys(pty, "Enter", text);
	podium_sees(pty, "was never saved");
	podium_types_behind(pty, text);
	podium_escapes(pty, "Esc save");
	podium_sees(pty, text);
	podium_leaves(pty);
	assert_non_null(strstr(program_does(&program, "search", text, NULL), "Canada"));
	pty = open_with(NULL);
	assert_false(pty_sees(pty, "not saved"));
	podium_leaves(pty);
}

static void a_signal_in_the_middle_of_a_note_loses_nothing(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};

	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
		if (i > 0)
			program_set_up(state);
		struct pty *pty = begin_note(NULL);
		podium_types(pty, "asked for model le", "asked for model le");
		pty_signal(pty, signals[i]);
		podium_ended(pty, 128 + signals[i]);
		assert_offered("asked for model le");
		if (i + 1 < sizeof signals / sizeof signals[0])
			program_tear_down(state);
	}
}

static void a_window_that_is_closed_in_the_middle_of_a_note_loses_nothing(void **state)
{
	static const struct pty_options ways[] = {{.quiet_hangup = false}, {.quiet_hangup = true}};

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		if (i > 0)
			program_set_up(state);
		struct pty *pty = begin_note(&ways[i]);
		podium_types(pty, "asked for model le", "asked for model le");
		pty_hang_up(pty);
		assert_int_equal(pty_wait(pty), 128 + SIGHUP);
		pty_free(pty);
		assert_offered("asked for model le");
		if (i == 0)
			program_tear_down(state);
	}
}

static void kill_9_loses_at_most_the_last_second(void **state)
{
	struct pty *pty = begin_note(NULL);

	(void)state;
	podium_types(pty, "asked for model le", "asked for model le");
	podium_waits_a_second(pty);
	pty_signal(pty, SIGKILL);
	assert_int_equal(pty_wait(pty), 128 + SIGKILL);
	pty_free(pty);
	assert_offered("asked for model le");
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

static void a_paragraph_that_is_written_in_the_report_is_offered_again(void **state)
{
	struct pty *pty = podium_after(&program, NULL, ITEM_2);

	(void)state;
	podium_keys(pty, "3", "▌");
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "Every word of it", "Every word of it");
	pty_signal(pty, SIGTERM);
	podium_ended(pty, 128 + SIGTERM);

	pty = open_with(NULL);
	podium_sees(pty, "not saved: a paragraph of the report");
	podium_keys(pty, "3", "▌");
	assert_false(pty_sees(pty, "Every word"));
	podium_keys(pty, "Enter", "Every word of it");
	podium_sees(pty, "was never saved");
	podium_escapes(pty, "Esc save");
	podium_sees(pty, "is yours now");
	podium_sees(pty, "yours · g1");
	podium_leaves(pty);
	assert_non_null(
		strstr(program_does(&program, "do", "paragraph list", NULL), "Every word of it"));
}

static void what_was_saved_before_is_as_it_was_when_a_draft_is_given_up(void **state)
{
	struct pty *pty = begin_note(NULL);

	(void)state;
	podium_types(pty, "asked for model laws", "asked for model laws");
	podium_escapes(pty, "Esc save");
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, " and handbooks", "asked for model laws and handbooks");
	podium_waits_a_second(pty);
	pty_signal(pty, SIGKILL);
	assert_int_equal(pty_wait(pty), 128 + SIGKILL);
	pty_free(pty);

	pty = open_with(NULL);
	podium_sees(pty, "asked for model laws");
	assert_false(pty_sees(pty, "handbooks"));
	podium_keys(pty, "Enter", "asked for model laws and handbooks");
	podium_keys(pty, "Ctrl-G", "once more gives up");
	podium_sees(pty, "handbooks");
	pty_keys(pty, "Ctrl-G");
	podium_misses(pty, "handbooks");
	podium_sees(pty, "asked for model laws");
	podium_points_at(pty, "Canada");
	podium_leaves(pty);

	pty = open_with(NULL);
	assert_false(pty_sees(pty, "not saved"));
	podium_keys(pty, "Enter", "Esc save");
	assert_false(pty_sees(pty, "handbooks"));
	podium_leaves(pty);
}

static void a_recommendation_that_was_being_proposed_is_offered_again(void **state)
{
	struct pty *pty = begin_note(NULL);

	(void)state;
	podium_escapes(pty, "Esc save");
	podium_keys(pty, "r", "beginning with its verb");
	podium_types(pty, "Urges States to ratify the Con", "Urges States to ratify the Con");
	pty_signal(pty, SIGTERM);
	podium_ended(pty, 128 + SIGTERM);

	pty = open_with(NULL);
	podium_sees(pty, "not saved: a recommendation");
	podium_keys(pty, "r", "Urges States to ratify the Con");
	podium_types(pty, "vention", "Urges States to ratify the Convention");
	podium_keys(pty, "Escape", "r1 proposed");
	podium_keys(pty, "r", "beginning with its verb");
	assert_false(pty_sees(pty, "Urges"));
	podium_escapes(pty, "beginning with its verb");
	podium_leaves(pty);
}

static void a_new_version_of_a_recommendation_is_offered_again(void **state)
{
	struct pty *pty = begin_note(NULL);

	(void)state;
	podium_escapes(pty, "Esc save");
	podium_runs(pty, "recommendation propose 'Urges States to ratify'", "r1 proposed");
	podium_keys(pty, "2", "RECOMMENDATIONS  1");
	podium_keys(pty, "Enter", "Ctrl-G");
	podium_types(pty, " the Convention", "Urges States to ratify the Convention");
	pty_signal(pty, SIGTERM);
	podium_ended(pty, 128 + SIGTERM);

	pty = open_with(NULL);
	podium_sees(pty, "not saved: r1");
	podium_keys(pty, "2", "RECOMMENDATIONS  1");
	assert_false(pty_sees(pty, "the Convention"));
	podium_keys(pty, "Enter", "Urges States to ratify the Convention");
	podium_escapes(pty, "Ctrl-G");
	podium_sees(pty, "version 2");
	podium_leaves(pty);
}

/* Each screen, by the keys that lead to it, and what it shows. */
static void a_signal_ends_it_cleanly_in_every_screen(void **state)
{
	static const struct {
		const char *keys, *shows;
	} screens[] = {
		{"2", "RECOMMENDATIONS"},
		{"3", "REPORT"},
		{"4", "ORGANIZATION OF WORK"},
		{"5", "JOURNAL"},
		{"?", "Keys of this view"},
		{":", "Tab complete"},
		{"/", "Enter go there"},
		{"a", "Who wants the floor"},
		{"s", "Who spoke"},
		{"r", "beginning with its verb"},
		{"u", "Undo:"},
		{"t", "Time ("},
		{"i", ":item show"},
		{"Left", "AGENDA"},
	};

	(void)state;
	pty_free(begin_note(NULL));
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
		int number = i % 2 ? SIGTERM : SIGHUP;
		struct pty *pty = open_with(NULL);
		pty_keys(pty, screens[i].keys);
		podium_sees(pty, screens[i].shows);
		pty_signal(pty, number);
		podium_ended(pty, 128 + number);
	}
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_signal_in_the_middle_of_a_note_loses_nothing),
		TEST(a_window_that_is_closed_in_the_middle_of_a_note_loses_nothing),
		TEST(kill_9_loses_at_most_the_last_second),
		TEST(a_paragraph_that_is_written_in_the_report_is_offered_again),
		TEST(what_was_saved_before_is_as_it_was_when_a_draft_is_given_up),
		TEST(a_recommendation_that_was_being_proposed_is_offered_again),
		TEST(a_new_version_of_a_recommendation_is_offered_again),
		TEST(a_signal_ends_it_cleanly_in_every_screen),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
