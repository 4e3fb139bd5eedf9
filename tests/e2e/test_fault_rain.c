/* SPDX-License-Identifier: MIT */
/*
 * A megabyte of random keys for the whole program. What they do is not looked at:
 * it must not fall, nothing may reach the terminal unfiltered, and the database is
 * whole afterwards. (test_decode and fuzz_key look at how keys are read.)
 */
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

/* In showers, each on a session of its own: what they make grows. */
enum { RAIN = 1000000, SHOWER = 15000, DROP = 1024 };

/* The program stands in its home: there is a key that writes the report into the
 * folder that it was started in. */
static struct pty_options at_home;

static void begin(void)
{
	char top[1000];

	program_begin(&program);
	assert_non_null(getcwd(top, sizeof top));
	assert_int_equal(symlink(arena_printf(&program.arena, "%s/agendas", top),
				 program_path(&program, "agendas")),
		0);
	at_home.folder = program.home;
}

static int set_up(void **state)
{
	(void)state;
	begin();
	setenv("EDITOR", "true", 1);
	return 0;
}

static unsigned next(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* Slow builds get less of it. */
static size_t amount(void)
{
	const char *patience = getenv("TEST_PATIENCE");

	return patience && atoi(patience) > 1 ? RAIN / (size_t)atoi(patience) : RAIN;
}

/* Bytes of a kind: all of them, or what terminals send, cut anywhere. */
static size_t drop(char *bytes, unsigned *seed)
{
	static const char *const pieces[] = {"\033[", "\033", "\033[200~", "\033[201~", "\033O",
		"A", "B", "1;5", "~", "\033[<0;1;1M", "\033[99999999999", "\r", "\t", "é", "作",
		"\xf0\x9f\x98", "\033]52;c;x\a", "\033P", "\033\\", "a", "1", "2", "3", "4", "5",
		"?", "/", ":", "r", "i", "n", "u", "y", "\x7f", "\x15", "\x12", " "};
	size_t length = 0;

	while (length < DROP - 16) {
		unsigned kind = next(seed) % 3;

		if (kind == 0) {
			bytes[length++] = (char)(next(seed) & 0xff);
		} else if (kind == 1) {
			bytes[length++] = (char)(' ' + next(seed) % 95);
		} else {
			const char *piece = pieces[next(seed) % (sizeof pieces / sizeof pieces[0])];

			memcpy(bytes + length, piece, strlen(piece));
			length += strlen(piece);
		}
	}
	/* What would end or stop it, or hand the terminal to an editor: q, Ctrl-Q, Ctrl-C,
	 * Ctrl-Z, Ctrl-backslash, Ctrl-X. */
	for (size_t i = 0; i < length; i++)
		if (strchr("q\021\003\032\034\030", bytes[i]))
			bytes[i] = 'x';
	return length;
}

/* There are more ways to stop it than Ctrl-Z; it is continued. */
static void goes_on(struct pty *pty)
{
	pty_settle(pty);
	while (pty_is_stopped(pty)) {
		assert_true(pty_until_stopped(pty));
		pty_continue(pty);
		pty_settle(pty);
	}
}

static size_t shower(unsigned *seed)
{
	struct pty *pty = podium_after(&program, &at_home,
		ITEM_2 "floor give\nstatement note s1 'asked for maps'\nfloor give\n"
		       "recommendation propose 'Requests maps'\n");
	char bytes[DROP];
	size_t sent = 0;

	while (sent < SHOWER) {
		size_t length = drop(bytes, seed);

		pty_send(pty, bytes, length);
		goes_on(pty);
		/* Out of the field that took most of it. */
		pty_keys(pty, "Escape");
		goes_on(pty);
		sent += length;
		if (kill((pid_t)pty_pid(pty), 0) == 0)
			continue;
		/* Some of them are a way to leave. */
		podium_ended(pty, 0);
		pty = podium_open(&program, &at_home, REHEARSAL, NULL);
		podium_sees(pty, "AGENDA");
	}
	assert_string_equal(pty_injected(pty), "");
	pty_signal(pty, SIGTERM);
	podium_ended(pty, 128 + SIGTERM);
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
	return sent;
}

static void random_keys_do_no_harm(void **state)
{
	unsigned seed = 4;
	size_t sent = 0;

	(void)state;
	while (sent < amount()) {
		sent += shower(&seed);
		program_end(&program);
		begin();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(random_keys_do_no_harm, set_up, program_tear_down),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
