/* SPDX-License-Identifier: MIT */
/*
 * The whole program on terminals of every kind and size, stopped and continued, in
 * every locale, under a flood of pasted text.
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
#include <sys/stat.h>

#include <cmocka.h>

#include "base/mem.h"
#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

enum { SIZES = 92 }; /* of each view: a thousand in all */

static int set_up(void **state)
{
	(void)state;
	program_begin(&program);
	setenv("EDITOR", "true", 1);
	return 0;
}

static int patience(void)
{
	const char *factor = getenv("TEST_PATIENCE");

	return factor && atoi(factor) > 0 ? atoi(factor) : 1;
}

static unsigned next(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* A meeting, an open item, two statements and a recommendation. */
static void prepare(void)
{
	program.input = "meeting open --at 2012-10-17T09:50\n"
			"item open 2 --at 2012-10-17T09:51\n"
			"statement add can --note 'asked for maps' --at 09:52\n"
			"statement add cot --note 'offered boats' --at 09:53\n"
			"recommendation propose 'Requests maps' --at 09:54\n";
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	program_does(&program, "do", "-f", "-", NULL);
	program.input = NULL;
}

static struct pty *open_room(const struct pty_options *options)
{
	struct pty *pty = podium_open(&program, options, REHEARSAL, NULL);

	podium_sees(pty, "offered boats");
	return pty;
}

static void is_whole(void)
{
	assert_non_null(strstr(program_does(&program, "check", NULL), "is whole"));
}

/* --- sizes --- */

static void cursor_is_inside(struct pty *pty, int rows, int columns)
{
	int row, column;
	bool shown;

	pty_cursor(pty, &row, &column, &shown);
	assert_in_range(row, 0, rows - 1);
	assert_in_range(column, 0, columns - 1);
}

/* The screen without its clock and its messages, which come and go by themselves. */
static const char *content(struct pty *pty)
{
	const char *text = "";

	for (int row = 2; row < 20; row++)
		text = arena_printf(&program.arena, "%s%s\n", text, pty_row(pty, row));
	return text;
}

/* How each is reached from the Room, and left. */
static const struct {
	const char *keys, *shows, *leave;
} views[] = {
	{"Right", "offered boats", NULL},
	{"2", "r1 (a)", "1"},
	{"3", "Introduction", "1"},
	{"4", "Thursday, 18 October 2012", "1"},
	{"5", "JOURNAL", "1"},
	{"?", "Keys of this view: Room", "Escape"},
	{":", "↑↓ choose", "Escape"},
	{"/", "Enter go there", "Escape"},
	{"a", "Who wants the floor:", "Escape"},
	{"r", "Text, beginning with its verb", "Escape"},
	{"Enter", "Esc save", "Escape"},
};
#define VIEWS (sizeof views / sizeof views[0])

static void every_screen_bears_every_size(void **state)
{
	static const int extremes[][2] = {
		{1, 1}, {1, 500}, {200, 1}, {2, 2}, {200, 500}, {3, 80}, {24, 10}, {5, 20}};
	struct pty *pty;
	unsigned seed = 9;

	(void)state;
	prepare();
	pty = open_room(NULL);
	for (size_t i = 0; i < VIEWS; i++) {
		pty_keys(pty, views[i].keys);
		podium_sees(pty, views[i].shows);
		const char *before = content(pty);

		for (size_t j = 0; j < SIZES; j++) {
			bool random = j >= sizeof extremes / sizeof extremes[0];
			int rows = random ? 1 + (int)(next(&seed) % 200) : extremes[j][0];
			int columns = random ? 1 + (int)(next(&seed) % 500) : extremes[j][1];

			pty_resize(pty, rows, columns);
			if (j % 4 != 0)
				continue;
			pty_settle(pty);
			cursor_is_inside(pty, rows, columns);
		}
		pty_resize(pty, 24, 80);
		podium_sees(pty, views[i].shows);
		pty_settle(pty);
		assert_string_equal(content(pty), before);
		if (views[i].leave) {
			pty_keys(pty, views[i].leave);
			podium_misses(pty, views[i].shows);
		}
	}
	podium_leaves(pty);
	is_whole();
}

static void a_screen_too_small_says_so(void **state)
{
	struct pty *pty;

	(void)state;
	prepare();
	pty = open_room(NULL);
	pty_resize(pty, 4, 12);
	podium_sees(pty, "window too");
	/* Keys are not lost on it, and it comes back. */
	pty_resize(pty, 24, 80);
	podium_sees(pty, "offered boats");
	podium_leaves(pty);
	pty = podium_open(
		&program, &(struct pty_options){.rows = 2, .columns = 20}, REHEARSAL, NULL);
	podium_sees(pty, "too small");
	pty_resize(pty, 24, 80);
	podium_sees(pty, "offered boats");
	podium_leaves(pty);
}

/* --- stopped and continued --- */

/* What was written before the stop may still be on its way. */
static bool becomes_clean(struct pty *pty)
{
	for (int tries = 0; tries < 500; tries++) {
		if (pty_clean(pty, NULL))
			return true;
		poll(NULL, 0, 10);
	}
	return false;
}

static void stopped_in_a_note_it_comes_back_as_it_was_at_the_new_size(void **state)
{
	struct pty *pty;

	(void)state;
	prepare();
	pty = open_room(NULL);
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, " and ships", "offered boats and ships");
	pty_keys(pty, "Ctrl-z");
	assert_true(pty_until_stopped(pty));
	assert_true(becomes_clean(pty));
	pty_resize(pty, 40, 120);
	pty_continue(pty);
	podium_sees(pty, "offered boats and ships");
	pty_settle(pty);
	assert_int_equal(strlen(pty_row(pty, 39)) > 0, 1);
	podium_types_behind(pty, "offered boats and ships");
	podium_types(pty, " too", "ships too");
	podium_escapes(pty, "Esc save");
	podium_leaves(pty);
	assert_non_null(strstr(program_does(&program, "search", "ships", NULL), "ships too"));
}

static void stopped_from_outside_it_repaints_all(void **state)
{
	struct pty *pty;
	const char *before;

	(void)state;
	prepare();
	pty = open_room(NULL);
	podium_keys(pty, "4", "Thursday, 18 October 2012");
	before = content(pty);
	pty_signal(pty, SIGSTOP);
	assert_true(pty_until_stopped(pty));
	pty_resize(pty, 12, 80);
	pty_continue(pty);
	podium_misses(pty, "Thursday, 18 October 2012");
	pty_resize(pty, 24, 80);
	podium_sees(pty, "Thursday, 18 October 2012");
	assert_string_equal(content(pty), before);
	podium_leaves(pty);
}

/* --- terminals --- */

static void it_runs_on_every_terminal_or_says_why_not(void **state)
{
	static const char *const run[] = {"xterm", "xterm-256color", "vt100", "vt220", "linux",
		"ansi", "screen", "tmux-256color", "rxvt", "xterm-color", "xterm-mono"};
	static const char *const cannot[] = {"", "dumb", "unknown"};

	(void)state;
	prepare();
	for (size_t i = 0; i < sizeof run / sizeof run[0]; i++) {
		struct pty *pty = open_room(&(struct pty_options){.term = run[i]});

		podium_keys(pty, "2", "r1 (a)");
		podium_keys(pty, "1", "offered boats");
		podium_leaves(pty);
	}
	for (size_t i = 0; i < sizeof cannot / sizeof cannot[0]; i++) {
		struct pty *pty = podium_open(
			&program, &(struct pty_options){.term = cannot[i]}, REHEARSAL, NULL);

		podium_sees(pty, "set TERM");
		podium_ended(pty, 69);
	}
}

static void without_a_terminal_it_says_so(void **state)
{
	(void)state;
	prepare();
	program_run(&program, REHEARSAL, NULL);
	assert_int_equal(program.status, 69);
	assert_non_null(strstr(program.err, "needs a terminal"));
	assert_string_equal(program.out, "");
}

/* --- locales --- */

/* Locales that are made here, for the machine may have none of them. */
static void make_locale(const char *input, const char *charmap, const char *name)
{
	char *command = mem_printf("localedef -i %s -f %s %s/locales/%s >/dev/null 2>&1", input,
		charmap, program.home, name);

	if (system(command) < 0)
		fail_msg("no shell");
	free(command);
}

static void in_every_locale_names_are_found_and_lines_stand_straight(void **state)
{
	static const char *const names[] = {"C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8",
		"ja_JP.EUC-JP", "zh_CN.GB18030", "de_DE.ISO-8859-1", "no_SUCH.locale", ""};
	const char *folder = program_path(&program, "locales");

	(void)state;
	prepare();
	mkdir(folder, 0755);
	make_locale("tr_TR", "UTF-8", "tr_TR.UTF-8");
	make_locale("ar_EG", "UTF-8", "ar_EG.UTF-8");
	make_locale("ja_JP", "EUC-JP", "ja_JP.EUC-JP");
	make_locale("zh_CN", "GB18030", "zh_CN.GB18030");
	make_locale("de_DE", "ISO-8859-1", "de_DE.ISO-8859-1");
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *const environment[] = {
			arena_printf(&program.arena, "LC_ALL=%s", names[i]),
			arena_printf(&program.arena, "LOCPATH=%s", folder), NULL};
		struct pty *pty = podium_open(&program,
			&(struct pty_options){.environment = environment}, REHEARSAL, NULL);

		podium_sees(pty, "offered boats");
		/* Text is UTF-8, whatever else has as many bytes to a character. */
		podium_sees(pty, "│");
		podium_keys(pty, "a", "Who wants the floor:");
		/* The capital of a Turkish i is no I: names are folded without a locale. */
		podium_types(pty, "MALDIVES", "Maldives");
		podium_escapes(pty, "Who wants the floor:");
		podium_leaves(pty);
		setenv("LC_ALL", names[i], 1);
		setenv("LOCPATH", folder, 1);
		assert_non_null(
			strstr(program_does(&program, "search", "COTE", NULL), "offered boats"));
		assert_non_null(strstr(
			program_does(&program, "do", "participant", "present", "IRELAND", NULL),
			"Ireland present"));
		setenv("LC_ALL", "C.UTF-8", 1);
		unsetenv("LOCPATH");
	}
	is_whole();
}

/* --- pasted text --- */

static void pasted_text_is_text_and_no_command(void **state)
{
	struct pty *pty;
	const char *journal;

	(void)state;
	prepare();
	journal = program_does(&program, "session", "show", NULL);
	pty = open_room(NULL);
	/* Where no field takes it nothing happens. */
	pty_paste(pty, "q:session delete\nm\nM\nc\nn\n");
	pty_settle(pty);
	podium_sees(pty, "offered boats");
	pty_keys(pty, ":");
	podium_sees(pty, "↑↓ choose");
	pty_paste(pty, "floor close\nmeeting close\n");
	pty_settle(pty);
	assert_false(pty_sees(pty, "meeting closed"));
	pty_keys(pty, "Escape");
	podium_misses(pty, "↑↓ choose");
	podium_leaves(pty);
	assert_string_equal(program_does(&program, "session", "show", NULL), journal);
}

static void ten_megabytes_pasted_into_a_note_are_taken_in_and_cut(void **state)
{
	struct pty *pty;
	char *text = mem_alloc(10000001);
	long computed;

	(void)state;
	prepare();
	for (size_t i = 0; i < 10000000; i++)
		text[i] = i % 80 == 79 ? '\n' : (char)('a' + i % 26);
	pty = open_room(NULL);
	podium_keys(pty, "Enter", "Esc save");
	computed = pty_cpu(pty);
	pty_paste(pty, text);
	free(text);
	podium_sees(pty, "was too long");
	assert_true(pty_cpu(pty) - computed < 5000 * patience());
	/* What was taken is text like any other; it is as long as a text may be. */
	pty_keys(pty, "Ctrl-End");
	for (int i = 0; i < 20; i++)
		pty_keys(pty, "Backspace");
	podium_types(pty, " and the end", "and the end");
	podium_escapes(pty, "Esc save");
	podium_sees(pty, "s2 noted");
	assert_true(pty_cpu(pty) - computed < 30000 * patience());
	podium_leaves(pty);
	is_whole();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, program_tear_down)
		TEST(every_screen_bears_every_size),
		TEST(a_screen_too_small_says_so),
		TEST(stopped_in_a_note_it_comes_back_as_it_was_at_the_new_size),
		TEST(stopped_from_outside_it_repaints_all),
		TEST(it_runs_on_every_terminal_or_says_why_not),
		TEST(without_a_terminal_it_says_so),
		TEST(in_every_locale_names_are_found_and_lines_stand_straight),
		TEST(pasted_text_is_text_and_no_command),
		TEST(ten_megabytes_pasted_into_a_note_are_taken_in_and_cut),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
