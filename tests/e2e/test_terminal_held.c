/* SPDX-License-Identifier: MIT */
/*
 * The terminal layer on a terminal that takes no more output: its window hangs, or
 * Ctrl-S was pressed in the wrong moment. This program runs itself ("--show") as
 * test_terminal does; its own tcsetattr stops it where the modes are given back.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <cmocka.h>

#include "support/e2e/pty.h"
#include "support/e2e/show.h"

static const char *self;
static struct pty *pty;

/* --- inside the shown program --- */

static struct {
	bool stops;
	struct termios found;
} shown;

static bool as_found(const struct termios *modes)
{
	return modes->c_iflag == shown.found.c_iflag && modes->c_oflag == shown.found.c_oflag &&
	       modes->c_lflag == shown.found.c_lflag;
}

int tcsetattr(int fd, int optional_actions, const struct termios *termios_p)
{
	int (*real)(int, int, const struct termios *);

	*(void **)&real = dlsym(RTLD_NEXT, "tcsetattr");
	int result = real(fd, optional_actions, termios_p);
	if (shown.stops && as_found(termios_p))
		raise(SIGSTOP);
	return result;
}

static int show(const char *how)
{
	shown.stops = strcmp(how, "stops") == 0 && tcgetattr(STDIN_FILENO, &shown.found) == 0;
	return show_main(TERM_COLOUR_AUTO, false);
}

/* --- the tests --- */

static void start(const char *how)
{
	const char *const argv[] = {self, "--show", how, NULL};

	pty_free(pty);
	pty = pty_start(NULL, argv);
	assert_true(pty_until(pty, "events"));
}

static void assert_clean(void)
{
	const char *why;

	if (!pty_clean(pty, &why))
		fail_msg("%s", why);
}

/* Where a Ctrl-S would stop it again, all has been said. */
static void nothing_is_written_after_the_line_modes_are_given_back(void **state)
{
	size_t before;
	(void)state;

	start("stops");
	pty_keys(pty, "F1");
	assert_true(pty_until_stopped(pty));
	assert_clean();
	before = pty_bytes(pty);
	pty_continue(pty);
	assert_int_equal(pty_wait(pty), 0);
	assert_int_equal(pty_bytes(pty), before);
	assert_clean();
}

static void nothing_is_written_between_the_line_modes_and_the_stop_of_ctrl_z(void **state)
{
	size_t before;
	(void)state;

	start("stops");
	pty_keys(pty, "Ctrl-Z");
	assert_true(pty_until_stopped(pty));
	before = pty_bytes(pty);
	pty_continue(pty);
	assert_true(pty_until_stopped(pty));
	assert_int_equal(pty_bytes(pty), before);
	pty_continue(pty);
	assert_true(pty_until(pty, "resize."));
}

static void a_signal_ends_it_while_the_terminal_takes_nothing(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
	(void)state;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		start("");
		pty_hold(pty);
		pty_signal(pty, signals[i]);
		assert_int_equal(pty_wait(pty), 128 + signals[i]);
	}
}

static void a_signal_ends_it_in_the_middle_of_a_frame_that_nobody_takes(void **state)
{
	(void)state;
	start("");
	pty_hold(pty);
	pty_keys(pty, "x");
	pty_settle(pty);
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait(pty), 128 + SIGTERM);
}

static int tear_down(void **state)
{
	(void)state;
	pty_free(pty);
	pty = NULL;
	return 0;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_written_after_the_line_modes_are_given_back),
		cmocka_unit_test(nothing_is_written_between_the_line_modes_and_the_stop_of_ctrl_z),
		cmocka_unit_test(a_signal_ends_it_while_the_terminal_takes_nothing),
		cmocka_unit_test(a_signal_ends_it_in_the_middle_of_a_frame_that_nobody_takes),
	};

	if (argc > 2 && strcmp(argv[1], "--show") == 0)
		return show(argv[2]);
	self = argv[0];
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
