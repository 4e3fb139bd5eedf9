/* SPDX-License-Identifier: MIT */
/*
 * An agenda file that was changed after its session was made, opened again on a
 * terminal: the differences, each of the answers, and undo.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

static const char *path;

/* The example agenda, with a title and a place of its own. */
static void change_file(void)
{
	const char *text = program_read(&program, EXAMPLE_AGENDA);
	const char *at = strstr(text, "place: Vienna");
	const char *changed = arena_printf(&program.arena, "%.*splace: Geneva%s", (int)(at - text),
		text, at + strlen("place: Vienna"));

	at = strstr(changed, "Other matters");
	path = program_file(&program, "changed.yaml",
		arena_printf(&program.arena, "%.*sAny other business%s", (int)(at - changed),
			changed, at + strlen("Other matters")));
}

static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	change_file();
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	return 0;
}

static struct pty *open_changed(void)
{
	struct pty *pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T09:55", path, NULL);

	podium_sees(pty, "differs from its session");
	podium_sees(pty, "place: Vienna → Geneva");
	podium_sees(pty, "item 8 title: Other matters → Any other business");
	return pty;
}

static const char *place(void)
{
	return strstr(program_does(&program, "session", "show", NULL), "place\tGeneva") ? "Geneva"
											: "Vienna";
}

static void the_files_is_taken_as_one_step_and_undone(void **state)
{
	struct pty *pty = open_changed();

	(void)state;
	podium_keys(pty, "t", "2 differences taken from the file");
	podium_sees(pty, "AGENDA");
	podium_sees(pty, "Any other business");
	assert_string_equal(place(), "Geneva");
	podium_keys(pty, "u", "agenda load: 2 differences taken from the file");
	podium_keys(pty, "Enter", "undone: ");
	podium_sees(pty, "Other matters");
	assert_string_equal(place(), "Vienna");
	podium_leaves(pty);
}

static void what_was_taken_is_not_asked_again(void **state)
{
	struct pty *pty = open_changed();

	(void)state;
	podium_keys(pty, "t", "2 differences taken from the file");
	podium_leaves(pty);
	pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T09:55", path, NULL);
	podium_sees(pty, "AGENDA");
	podium_leaves(pty);
}

static void kept_or_left_the_session_stays_as_it_is(void **state)
{
	struct pty *pty = open_changed();

	(void)state;
	podium_keys(pty, "x", "Please answer: t, k or q");
	podium_keys(pty, "k", "AGENDA");
	podium_sees(pty, "opened as it is");
	podium_leaves(pty);
	pty = open_changed();
	podium_escapes(pty, "differs from its session");
	podium_sees(pty, "AGENDA");
	podium_leaves(pty);
	pty = open_changed();
	pty_keys(pty, "q");
	podium_ended(pty, 0);
	podium_leaves(open_changed());
	assert_string_equal(place(), "Vienna");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, program_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_files_is_taken_as_one_step_and_undone),
		TEST(what_was_taken_is_not_asked_again),
		TEST(kept_or_left_the_session_stays_as_it_is),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
