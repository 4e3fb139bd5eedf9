/* SPDX-License-Identifier: MIT */
/*
 * Ctrl-X: the text goes to $VISUAL or $EDITOR and comes back, and whatever that
 * program does instead, what was typed is still there. Editors are scripts here.
 */
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"
#include "support/exchange/golden.h"

#define TYPED "asked for model laws"

/* A script of that text, found by the PATH; $1 is the file with what was typed. */
static const char *editor(const char *text)
{
	const char *path = program_file(
		&program, "editor", arena_printf(&program.arena, "#!/bin/sh\n%s\n", text));

	assert_int_equal(chmod(path, 0700), 0);
	return "editor";
}

/* In the note of Canada, with something typed, and that program as editor. */
static struct pty *begin_note(const char *command)
{
	const char *const environment[] = {
		"VISUAL",
		arena_printf(&program.arena, "EDITOR=%s", command),
		arena_printf(&program.arena, "XDG_RUNTIME_DIR=%s", program.home),
		arena_printf(&program.arena, "PATH=%s:%s", program.home, getenv("PATH")),
		NULL,
	};
	const struct pty_options options = {.environment = environment};
	struct pty *pty = podium_after(&program, &options, ITEM_2 "floor give\n");

	podium_sees(pty, "● Canada");
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, TYPED, TYPED);
	return pty;
}

/* No file of ours is left behind. */
static void assert_no_file(void)
{
	size_t count;
	char **names = golden_list(program.home, "", &count);

	for (size_t i = 0; i < count; i++) {
		assert_true(strncmp(names[i], "rapporteur-", 11) != 0);
		free(names[i]);
	}
	free(names);
}

static void end(struct pty *pty)
{
	podium_leaves(pty);
	assert_no_file();
}

/* The editor fails so: a message says it, and the text is there to go on with. */
static void assert_survives(const char *script, const char *message)
{
	struct pty *pty = begin_note(editor(script));

	podium_keys(pty, "Ctrl-X", message);
	podium_types_behind(pty, TYPED);
	podium_types(pty, " and training", TYPED " and training");
	podium_escapes(pty, "Esc save");
	podium_sees(pty, TYPED " and training");
	end(pty);
}

static void the_text_goes_to_the_editor_and_comes_back(void **state)
{
	struct pty *pty =
		begin_note(editor("cat \"$1\" >\"$0.got\"; echo 'asked for handbooks' >\"$1\""));

	(void)state;
	podium_keys(pty, "Ctrl-X", "asked for handbooks");
	podium_misses(pty, TYPED);
	podium_types(pty, " soon", " soon");
	podium_escapes(pty, "Esc save");
	podium_sees(pty, "soon");
	assert_string_equal(
		program_read(&program, program_path(&program, "editor.got")), TYPED "\n");
	assert_non_null(strstr(program_does(&program, "search", "handbooks", NULL), "handbooks"));
	end(pty);
}

static void an_editor_on_the_terminal_has_it_for_itself(void **state)
{
	struct pty *pty =
		begin_note(editor("echo What else?; read -r line; echo \"$line\" >>\"$1\""));

	(void)state;
	podium_keys(pty, "Ctrl-X", "What else?");
	assert_false(pty_sees(pty, "AGENDA"));
	podium_types(pty, "q: quit\n", "AGENDA");
	podium_sees(pty, "q: quit");
	assert_false(pty_sees(pty, "What else?"));
	podium_escapes(pty, "Esc save");
	end(pty);
}

static void the_file_is_nobody_elses_and_the_command_is_no_shells(void **state)
{
	const char *script = editor("stat -c %a \"$2\" >\"$0.mode\"; echo \"$1\" >\"$2\"");
	struct pty *pty =
		begin_note(arena_printf(&program.arena, "  %s ;touch$IFS/tmp/x&", script));

	(void)state;
	podium_keys(pty, "Ctrl-X", ";touch$IFS/tmp/x&");
	assert_string_equal(program_read(&program, program_path(&program, "editor.mode")), "600\n");
	podium_escapes(pty, "Esc save");
	end(pty);
}

static void visual_comes_before_editor(void **state)
{
	const char *const environment[] = {
		arena_printf(&program.arena, "VISUAL=%s", editor("echo from visual >\"$1\"")),
		"EDITOR=/no/such/editor",
		arena_printf(&program.arena, "PATH=%s:%s", program.home, getenv("PATH")),
		NULL,
	};
	const struct pty_options options = {.environment = environment};
	struct pty *pty = podium_after(&program, &options, ITEM_2 "floor give\n");

	(void)state;
	podium_keys(pty, "Enter", "Esc save");
	podium_keys(pty, "Ctrl-X", "from visual");
	podium_escapes(pty, "Esc save");
	end(pty);
}

static void an_editor_that_fails_leaves_the_text_as_it_was(void **state)
{
	(void)state;
	assert_survives(
		"echo rubbish >\"$1\"; exit 1", "editor failed (1); your text is as before");
}

static void what_was_written_before_it_failed_is_in_a_file(void **state)
{
	struct pty *pty = begin_note(editor("echo 'an hour of work' >\"$1\"; exit 1"));
	size_t count, found = 0;

	(void)state;
	podium_keys(pty, "Ctrl-X", "what the editor left is in");
	podium_types_behind(pty, TYPED);
	podium_escapes(pty, "Esc save");
	char **names = golden_list(program_path(&program, "rapporteur"), "", &count);
	for (size_t i = 0; i < count; i++) {
		if (strncmp(names[i], "rapporteur-", 11) == 0) {
			const char *path = arena_printf(&program.arena, "rapporteur/%s", names[i]);
			assert_string_equal(program_read(&program, program_path(&program, path)),
				"an hour of work\n");
			found++;
		}
		free(names[i]);
	}
	free(names);
	assert_int_equal(found, 1);
	end(pty);
}

static void an_editor_that_is_killed_leaves_the_text_as_it_was(void **state)
{
	(void)state;
	assert_survives("echo rubbish >\"$1\"; kill -9 $$",
		"editor was ended by signal 9; your text is as before");
}

static void an_editor_that_deletes_the_file_leaves_the_text_as_it_was(void **state)
{
	(void)state;
	assert_survives("rm \"$1\"", "what the editor left is not taken");
}

static void what_is_no_utf8_is_not_taken(void **state)
{
	(void)state;
	assert_survives("printf 'caf\\351' >\"$1\"", "is no UTF-8 text");
}

static void what_is_far_too_long_is_not_taken(void **state)
{
	(void)state;
	assert_survives("truncate -s 1G \"$1\"", "what the editor left is not taken");
}

static void an_editor_that_is_missing_is_named(void **state)
{
	struct pty *pty = begin_note("/no/such/editor");

	(void)state;
	podium_keys(pty, "Ctrl-X", "cannot run /no/such/editor");
	podium_types_behind(pty, TYPED);
	podium_escapes(pty, "Esc save");
	end(pty);
}

static void control_sequences_from_the_editor_are_made_visible(void **state)
{
	struct pty *pty = begin_note(editor("printf 'a\\033]52;c;aGk=\\007b' >\"$1\""));

	(void)state;
	pty_keys(pty, "Ctrl-X");
	podium_misses(pty, TYPED);
	podium_sees(pty, "]52;c;aGk=");
	podium_escapes(pty, "Esc save");
	end(pty); /* which looks for what was injected */
}

static void a_signal_while_the_editor_runs_keeps_what_was_typed(void **state)
{
	struct pty *pty = begin_note(editor("echo editing; exec sleep 100"));

	(void)state;
	podium_keys(pty, "Ctrl-X", "editing");
	pty_signal(pty, SIGTERM);
	podium_ended(pty, 128 + SIGTERM);
	assert_no_file();
	pty = podium_open(&program, NULL, REHEARSAL, NULL);
	podium_sees(pty, "not saved: the note of s1");
	podium_keys(pty, "Enter", TYPED);
	podium_escapes(pty, "Esc save");
	podium_leaves(pty);
}

static void recommendations_are_written_in_it_too(void **state)
{
	struct pty *pty = begin_note(editor("echo 'Urges States to ratify' >\"$1\""));

	(void)state;
	podium_escapes(pty, "Esc save");
	podium_keys(pty, "r", "beginning with its verb");
	podium_keys(pty, "Ctrl-X", "Urges States to ratify");
	podium_keys(pty, "Escape", "r1 proposed");
	podium_runs(pty, "recommendation edit r1 'Urges all'", "r1 changed");
	podium_keys(pty, "2", "Urges all");
	podium_keys(pty, "Enter", "from version 2");
	podium_keys(pty, "Ctrl-X", "Urges States to ratify");
	podium_escapes(pty, "from version 2");
	podium_sees(pty, "version 3");
	end(pty);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_text_goes_to_the_editor_and_comes_back),
		TEST(an_editor_on_the_terminal_has_it_for_itself),
		TEST(the_file_is_nobody_elses_and_the_command_is_no_shells),
		TEST(visual_comes_before_editor),
		TEST(an_editor_that_fails_leaves_the_text_as_it_was),
		TEST(what_was_written_before_it_failed_is_in_a_file),
		TEST(an_editor_that_is_killed_leaves_the_text_as_it_was),
		TEST(an_editor_that_deletes_the_file_leaves_the_text_as_it_was),
		TEST(what_is_no_utf8_is_not_taken),
		TEST(what_is_far_too_long_is_not_taken),
		TEST(an_editor_that_is_missing_is_named),
		TEST(control_sequences_from_the_editor_are_made_visible),
		TEST(a_signal_while_the_editor_runs_keeps_what_was_typed),
		TEST(recommendations_are_written_in_it_too),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
