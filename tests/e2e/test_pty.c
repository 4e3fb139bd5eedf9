/* SPDX-License-Identifier: MIT */
/* The harness of the end-to-end tests: does it see what it is there to see? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <string.h>
#include <cmocka.h>

#include "support/e2e/pty.h"

static struct pty *pty;

static void assert_clean(void)
{
	const char *why;

	if (!pty_clean(pty, &why))
		fail_msg("%s", why);
}

static void script(const char *text)
{
	const char *const argv[] = {"sh", "-c", text, NULL};

	pty_free(pty);
	pty = pty_start(NULL, argv);
}

static void the_harness_sees_what_is_injected(void **state)
{
	(void)state;
	script("printf 'a\\033]52;c;aGk=\\a\\033[5nb\\033Pq\\033\\\\c\\007\\033]2;title\\007'");
	assert_int_equal(pty_wait(pty), 0);
	assert_memory_equal(pty_row(pty, 0), "abc", 3);
	assert_string_equal(pty_title(pty), "title");
	assert_non_null(strstr(pty_injected(pty), "OSC 52"));
	assert_non_null(strstr(pty_injected(pty), "answered"));
	assert_non_null(strstr(pty_injected(pty), "bell"));
	assert_non_null(strstr(pty_injected(pty), "DCS"));
}

static void the_harness_sees_a_terminal_that_was_left_in_disorder(void **state)
{
	static const char *const scripts[] = {
		"printf '\\033[?1049h'",
		"printf '\\033[?25l'",
		"printf '\\033[?2004h'",
		"printf '\\033[?1000h'",
		"printf '\\033[7m'",
		"stty -echo",
		"stty -icrnl",
	};
	(void)state;

	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		script(scripts[i]);
		assert_int_equal(pty_wait(pty), 0);
		assert_false(pty_clean(pty, NULL));
	}
	script("true");
	assert_int_equal(pty_wait(pty), 0);
	assert_clean();
}

static void the_harness_tells_how_a_program_ended(void **state)
{
	const char *const missing[] = {"/no/such/program", NULL};
	(void)state;

	script("exit 3");
	assert_int_equal(pty_wait(pty), 3);
	script("kill -9 $$");
	assert_int_equal(pty_wait(pty), 128 + SIGKILL);
	pty_free(pty);
	pty = pty_start(NULL, missing);
	assert_int_equal(pty_wait(pty), 127);
	assert_true(pty_sees(pty, "No such file"));
}

static void the_harness_stops_and_continues_a_job(void **state)
{
	(void)state;
	script("echo one; read line; echo got $line; kill -STOP $$; echo three");
	assert_true(pty_until(pty, "one"));
	pty_type(pty, "two\n");
	assert_true(pty_until_stopped(pty));
	assert_true(pty_sees(pty, "got two"));
	assert_false(pty_sees(pty, "three"));
	pty_continue(pty);
	assert_true(pty_until(pty, "three"));
	assert_int_equal(pty_wait(pty), 0);
}

static void the_harness_gives_size_folder_and_environment(void **state)
{
	static const char *const environment[] = {"ONE=1 and two", "HOME", NULL};
	const char *const argv[] = {
		"sh", "-c", "stty size; pwd; echo $ONE $TERM; echo ${HOME-none}", NULL};
	(void)state;

	pty_free(pty);
	pty = pty_start(&(struct pty_options){.rows = 10,
				.columns = 33,
				.term = "vt220",
				.folder = "/",
				.environment = environment},
		argv);
	assert_int_equal(pty_wait(pty), 0);
	assert_string_equal(pty_screen(pty), "10 33\n/\n1 and two vt220\nnone\n\n\n\n\n\n\n");
}

/* What was drawn for a larger size comes after the size is another. */
static void the_harness_bears_wide_characters_in_a_single_column(void **state)
{
	(void)state;
	script("echo ready; read line; printf '\\033[H作者'");
	assert_true(pty_until(pty, "ready"));
	pty_resize(pty, 5, 1);
	pty_keys(pty, "Enter");
	assert_int_equal(pty_wait(pty), 0);
	assert_non_null(strstr(pty_screen(pty), "作"));
}

static int tear_down(void **state)
{
	(void)state;
	pty_free(pty);
	pty = NULL;
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_harness_sees_what_is_injected),
		cmocka_unit_test(the_harness_sees_a_terminal_that_was_left_in_disorder),
		cmocka_unit_test(the_harness_tells_how_a_program_ended),
		cmocka_unit_test(the_harness_stops_and_continues_a_job),
		cmocka_unit_test(the_harness_bears_wide_characters_in_a_single_column),
		cmocka_unit_test(the_harness_gives_size_folder_and_environment),
	};

	return cmocka_run_group_tests(tests, NULL, tear_down);
}
