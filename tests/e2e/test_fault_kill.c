/* SPDX-License-Identifier: MIT */
/*
 * The program is killed, told to end, or loses its terminal, at any moment: what
 * it acknowledged is in the database, what was being typed is offered again.
 */
#include <locale.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/draft.h"
#include "store/floor.h"
#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

enum { RUNS = 25, LINES = 40 };

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int patience(void)
{
	const char *factor = getenv("TEST_PATIENCE");

	return factor && atoi(factor) > 0 ? atoi(factor) : 1;
}

static struct store *look(void)
{
	struct err err = {0};
	struct store *store = store_new(
		program_path(&program, "rapporteur/proceedings.db"), STORE_OPEN_READ_ONLY, &err);

	if (!store)
		fail_msg("%s", err.text);
	return store;
}

/* --- killed while logging --- */

static pid_t start_logging(int *output)
{
	const char *input = program_path(&program, "script");
	int ends[2];
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		setenv("XDG_DATA_HOME", program.home, 1);
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execl(getenv("RAPPORTEUR"), "rapporteur", "do", "-f", input, (char *)NULL);
		_exit(98);
	}
	close(ends[1]);
	*output = ends[0];
	return pid;
}

/* Reads whole lines until there are `wanted` or the other side is gone. */
static int read_lines(int fd, int wanted)
{
	int lines = 0;
	char c;

	while (lines < wanted && read(fd, &c, 1) == 1)
		lines += c == '\n';
	return lines;
}

/* How many statements there are; each is whole, with the two points of its note. */
static int count_statements(void)
{
	struct store *store = look();
	struct statement_row *rows;
	struct arena arena;
	struct err err = {0};
	size_t count;

	arena_init(&arena);
	if (!store_check(store, false, &err))
		fail_msg("%s", err.text);
	rows = store_statements(store, 1, 0, 0, 0, (RUNS + 1) * (LINES + 1), &arena, &count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(rows[i].number, i + 1);
		assert_int_equal(rows[i].points, 2);
	}
	arena_clear(&arena);
	store_free(store);
	return (int)count;
}

static void write_script(void)
{
	struct str text;

	str_init(&text);
	for (int i = 0; i < LINES; i++)
		str_add(&text,
			"statement add can --item 2 --note 'asked for maps\noffered boats'\n");
	program_file(&program, "script", text.text);
	str_clear(&text);
}

/* Killed after some acknowledged statements, and a moment that is different each time. */
static int log_and_kill(int run)
{
	struct pollfd nothing = {.fd = -1};
	int output, acknowledged, before = count_statements(), after, status;
	pid_t pid = start_logging(&output);

	acknowledged = read_lines(output, run * LINES / RUNS);
	poll(&nothing, 1, run % 5);
	kill(pid, SIGKILL);
	acknowledged += read_lines(output, LINES);
	close(output);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	after = count_statements();
	if (after - before < acknowledged || after - before > acknowledged + 1)
		fail_msg("%d were acknowledged, %d are there", acknowledged, after - before);
	return acknowledged;
}

static void no_acknowledged_statement_is_lost_when_it_is_killed(void **state)
{
	int acknowledged = 0;

	(void)state;
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	program_does(&program, "do", "meeting", "open", "--at", "2012-10-17T10:00", NULL);
	write_script();
	for (int run = 0; run < RUNS; run++)
		acknowledged += log_and_kill(run);
	assert_true(acknowledged >= 200);
	/* And it goes on where it was. */
	program_does(&program, "do", "-f", program_path(&program, "script"), NULL);
	assert_true(count_statements() >= acknowledged + LINES);
}

/* --- killed, ended or cut off while something is typed --- */

static struct pty *in_a_note(void)
{
	struct pty *pty = podium_open(&program, NULL, REHEARSAL, NULL);

	podium_sees(pty, "AGENDA");
	podium_runs(pty, "meeting open", "1st meeting opened");
	podium_runs(pty, "item open 2", "item 2 opened");
	podium_runs(pty, "statement add can", "s1 Canada");
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "asked for maps\nand offered boa", "offered boa");
	return pty;
}

/* The note of s1 as it is kept while it is typed; NULL = not yet. */
static const char *kept(void)
{
	struct store *store = look();
	struct draft_row row;
	bool found = store_draft(store, 1, "note s1", &program.arena, &row);

	store_free(store);
	return found ? row.text : NULL;
}

/* Milliseconds until the text is kept. */
static int64_t until_kept(const char *text)
{
	int64_t began = now();
	const char *is;

	for (;;) {
		is = kept();
		if (is && strcmp(is, text) == 0)
			return now() - began;
		if (now() - began > 5000 * patience())
			fail_msg("what is kept is \"%s\"", is ? is : "nothing");
	}
}

static void opened_again_the_text_is_offered(const char *text)
{
	struct pty *pty = podium_open(&program, NULL, REHEARSAL, NULL);

	podium_sees(pty, "AGENDA");
	podium_sees(pty, "Canada");
	pty_keys(pty, "Enter");
	podium_sees(pty, text);
	podium_escapes(pty, "Esc save");
	podium_leaves(pty);
	assert_non_null(strstr(program_does(&program, "search", "boat", NULL), "boa"));
	assert_null(kept());
}

static void what_was_typed_is_kept_within_two_seconds_and_offered_after_a_kill(void **state)
{
	struct pty *pty = in_a_note();

	(void)state;
	assert_true(until_kept("asked for maps\nand offered boa") < 2000 * patience());
	podium_types(pty, "ts and ships", "boats and ships");
	assert_true(until_kept("asked for maps\nand offered boats and ships") < 2000 * patience());
	pty_signal(pty, SIGKILL);
	assert_int_equal(pty_wait(pty), 128 + SIGKILL);
	pty_free(pty);
	opened_again_the_text_is_offered("offered boats and ships");
}

static void a_signal_loses_nothing_that_was_typed(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct pty *pty = in_a_note();

		podium_types(pty, "ts", "offered boats");
		pty_signal(pty, signals[i]);
		podium_ended(pty, 128 + signals[i]);
		assert_string_equal(kept(), "asked for maps\nand offered boats");
		opened_again_the_text_is_offered("offered boats");
		program_end(&program);
		program_begin(&program);
	}
}

/* Longer texts than a note's are kept in the same way: here a proposal. */
static void a_recommendation_being_typed_is_offered_again(void **state)
{
	struct pty *pty = podium_open(&program, NULL, REHEARSAL, NULL);

	(void)state;
	podium_sees(pty, "AGENDA");
	podium_runs(pty, "meeting open", "1st meeting opened");
	podium_runs(pty, "item open 2", "item 2 opened");
	podium_keys(pty, "r", "Text, beginning with its verb");
	podium_types(pty, "Requests the Secretariat to prep", "to prep");
	pty_signal(pty, SIGTERM);
	podium_ended(pty, 128 + SIGTERM);
	pty = podium_open(&program, NULL, REHEARSAL, NULL);
	podium_sees(pty, "○ nobody has the floor");
	podium_keys(pty, "r", "Requests the Secretariat to prep");
	podium_types(pty, "are maps", "prepare maps");
	podium_keys(pty, "Escape", "r1 proposed");
	podium_leaves(pty);
	assert_non_null(strstr(program_does(&program, "search", "prepare maps", NULL), "r1"));
}

/* The window is closed; with and without the shell's SIGHUP. */
static void a_terminal_that_is_gone_ends_it_and_loses_nothing(void **state)
{
	(void)state;
	for (int quiet = 0; quiet < 2; quiet++) {
		struct pty_options options = {.quiet_hangup = quiet};
		struct pty *pty = podium_open(&program, &options, REHEARSAL, NULL);
		int64_t began;

		podium_sees(pty, "AGENDA");
		podium_runs(pty, "meeting open", "1st meeting opened");
		podium_runs(pty, "item open 2", "item 2 opened");
		podium_runs(pty, "statement add can", "s1 Canada");
		podium_keys(pty, "Enter", "Esc save");
		podium_types(pty, "offered boats", "offered boats");
		began = now();
		pty_hang_up(pty);
		assert_int_equal(pty_wait(pty), 128 + SIGHUP);
		assert_true(now() - began < 2000 * patience());
		pty_free(pty);
		assert_string_equal(kept(), "offered boats");
		opened_again_the_text_is_offered("offered boats");
		program_end(&program);
		program_begin(&program);
	}
}

/* --- ended in every screen --- */

/* How a screen is reached from the Room, and what it shows. */
static const struct {
	const char *keys, *shows;
} screens[] = {
	{NULL, "○ nobody has the floor"},
	{"2", "RECOMMENDATIONS"},
	{"3", "REPORT"},
	{"4", "ORGANIZATION OF WORK"},
	{"5", "JOURNAL"},
	{"?", "Keys of this view: Room"},
	{":", "↑↓ choose"},
	{"/", "Enter go there"},
	{"a", "Who wants the floor:"},
	{"r", "Text, beginning with its verb"},
	{"u", "Undo:"},
	{"Left", "AGENDA"},
};

static void a_signal_in_any_screen_ends_it_with_the_terminal_restored(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP};
	struct pty *pty = podium_open(&program, NULL, REHEARSAL, NULL);

	(void)state;
	podium_sees(pty, "AGENDA");
	podium_runs(pty, "meeting open", "1st meeting opened");
	podium_runs(pty, "item open 2", "item 2 opened");
	podium_leaves(pty);
	for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++)
		for (size_t j = 0; j < 2; j++) {
			pty = podium_open(&program, NULL, REHEARSAL, NULL);
			podium_sees(pty, "○ nobody has the floor");
			if (screens[i].keys)
				pty_keys(pty, screens[i].keys);
			podium_sees(pty, screens[i].shows);
			pty_signal(pty, signals[j]);
			podium_ended(pty, 128 + signals[j]);
		}
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)
		TEST(no_acknowledged_statement_is_lost_when_it_is_killed),
		TEST(what_was_typed_is_kept_within_two_seconds_and_offered_after_a_kill),
		TEST(a_signal_loses_nothing_that_was_typed),
		TEST(a_recommendation_being_typed_is_offered_again),
		TEST(a_terminal_that_is_gone_ends_it_and_loses_nothing),
		TEST(a_signal_in_any_screen_ends_it_with_the_terminal_restored),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
