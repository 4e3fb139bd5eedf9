/* SPDX-License-Identifier: MIT */
/*
 * The terminal layer on a terminal: this program runs itself ("--show") on a
 * pseudo-terminal and is then the program of support/e2e/show.h.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "support/e2e/pty.h"
#include "support/e2e/show.h"

/* --- starting it --- */

static const char *self;
static struct pty *pty;

static void start_with(const struct pty_options *options, const char *argument)
{
	const char *const argv[] = {self, "--show", argument, NULL};

	pty_free(pty);
	pty = pty_start(options, argv);
}

static void start(const struct pty_options *options)
{
	start_with(options, NULL);
	assert_true(pty_until(pty, "events"));
}

static void assert_clean(void)
{
	const char *why;

	if (!pty_clean(pty, &why))
		fail_msg("%s", why);
}

static void assert_quits(void)
{
	pty_keys(pty, "F1");
	assert_int_equal(pty_wait(pty), 0);
	assert_clean();
	assert_string_equal(pty_injected(pty), "");
}

/* --- drawing --- */

static void it_starts_draws_and_leaves_the_terminal_as_it_was(void **state)
{
	int row, column;
	bool shown;
	(void)state;

	start(NULL);
	assert_string_equal(pty_row(pty, 0), "size 24 x 80");
	pty_cursor(pty, &row, &column, &shown);
	assert_int_equal(row, 5);
	assert_int_equal(column, 3);
	assert_true(shown);
	assert_quits();
}

static void wide_and_joined_characters_do_not_misalign_the_line(void **state)
{
	(void)state;
	start(NULL);
	assert_string_equal(pty_row(pty, 2), "Côte d’Ivoire — “作者” ✓ ● ▶ … e\u0302 🇫🇷 👩 end");
	assert_string_equal(pty_row(pty, 3), "<U+001B>]52;c;aGk=<U+0007><U+001B>[5n <U+202E> end");
	assert_true(strstr(pty_row(pty, 4), "────┬────"));
	assert_true(strstr(pty_row(pty, 23), "*"));
	assert_quits();
}

static void styles_are_looks(void **state)
{
	(void)state;
	start(NULL);
	assert_true(pty_look(pty, 0, 0).reverse);
	assert_true(pty_look(pty, 1, 0).reverse);
	struct pty_look bad = pty_look(pty, 1, 10), plain = pty_look(pty, 2, 0);
	assert_true(bad.bold);
	assert_int_equal(bad.foreground, 1);
	assert_int_equal(bad.background, -1);
	assert_int_equal(pty_look(pty, 1, 16).foreground, 3);
	assert_int_equal(pty_look(pty, 1, 22).foreground, 2);
	assert_int_equal(pty_look(pty, 1, 28).foreground, 6);
	assert_false(plain.bold || plain.reverse || plain.underline);
	assert_int_equal(plain.foreground, -1);
	assert_quits();
}

static void assert_no_colours(void)
{
	for (int row = 0; row < 24; row++)
		for (int column = 0; column < 80; column++)
			assert_int_equal(pty_look(pty, row, column).foreground, -1);
	struct pty_look bad = pty_look(pty, 1, 10), warn = pty_look(pty, 1, 16);
	assert_true(bad.reverse && bad.bold);
	assert_true(warn.underline);
	assert_true(pty_look(pty, 1, 28).bold);
}

static void without_colours_meanings_can_still_be_told_apart(void **state)
{
	static const char *const no_color[] = {"NO_COLOR=1", NULL};
	static const char *const empty[] = {"NO_COLOR=", NULL};
	(void)state;

	start(&(struct pty_options){.environment = no_color});
	assert_no_colours();
	assert_quits();
	start_with(NULL, "never");
	assert_true(pty_until(pty, "events"));
	assert_no_colours();
	assert_quits();
	start(&(struct pty_options){.environment = empty});
	assert_int_equal(pty_look(pty, 1, 10).foreground, 1);
	assert_quits();
	start_with(&(struct pty_options){.environment = no_color}, "always");
	assert_true(pty_until(pty, "events"));
	assert_int_equal(pty_look(pty, 1, 10).foreground, 1);
	assert_quits();
}

static void without_utf8_everything_is_ascii(void **state)
{
	static const char *const locale[] = {"LC_ALL=C", NULL};
	static const char *const missing[] = {"LC_ALL=xx_XX.UTF-8", NULL};
	(void)state;

	start(&(struct pty_options){.environment = locale});
	assert_string_equal(pty_row(pty, 2), "Cote d'Ivoire - \"??\" + * > . e ? ? end");
	assert_true(strstr(pty_row(pty, 4), "----+----"));
	for (const char *c = pty_screen(pty); *c; c++)
		assert_false(*c & 0x80);
	assert_quits();
	start(&(struct pty_options){.environment = missing});
	assert_quits();
}

static void a_key_costs_few_bytes(void **state)
{
	(void)state;
	start(NULL);
	pty_keys(pty, "Up");
	assert_true(pty_until(pty, "key Up."));
	size_t before = pty_bytes(pty);
	pty_keys(pty, "Down");
	assert_true(pty_until(pty, "key Down."));
	assert_true(pty_bytes(pty) - before < 300);
	assert_quits();
}

static void redraw_repairs_what_others_wrote(void **state)
{
	(void)state;
	start(NULL);
	pty_keys(pty, "F9");
	assert_true(pty_until(pty, "key F9."));
	size_t before = pty_bytes(pty);
	pty_keys(pty, "F9 x");
	assert_true(pty_until(pty, "key x."));
	assert_true(pty_bytes(pty) - before > 300);
	assert_quits();
}

/* Characters and looks of the whole screen, but for what tells the events. */
static void picture(struct str *out)
{
	for (int row = 14; row < 23; row++) {
		str_addf(out, "%s\n", pty_row(pty, row));
		for (int column = 0; column < 80; column++) {
			struct pty_look look = pty_look(pty, row, column);
			str_addf(out, "%d%d%d%d ", look.bold, look.underline, look.reverse,
				look.foreground);
		}
	}
}

/* From each frame to the next only what differs is sent: it must come to the same as
 * the whole. */
static void differences_come_to_the_whole(void **state)
{
	enum { FRAMES = 40 };
	char frame[30];
	(void)state;

	start(NULL);
	for (int i = 1; i <= FRAMES; i++) {
		struct str changed = STR_EMPTY, whole = STR_EMPTY;

		snprintf(frame, sizeof frame, "all of %d ", 3 * i - 1);
		pty_keys(pty, "F10");
		assert_true(pty_until(pty, frame));
		picture(&changed);
		snprintf(frame, sizeof frame, "all of %d ", 3 * i);
		pty_keys(pty, "F9");
		assert_true(pty_until(pty, frame));
		picture(&whole);
		assert_string_equal(changed.text, whole.text);
		str_clear(&changed);
		str_clear(&whole);
	}
	assert_quits();
}

/* --- keys and pastes --- */

static void keys_arrive_by_their_names(void **state)
{
	static const char *const keys[] = {
		"a",
		"é",
		"作",
		"Enter",
		"Tab",
		"Shift-Tab",
		"Backspace",
		"Delete",
		"Up",
		"Down",
		"Left",
		"Right",
		"Home",
		"End",
		"PageUp",
		"PageDown",
		"Insert",
		"F5",
		"F12",
		"Ctrl-C",
		"Ctrl-_",
		"Ctrl-R",
		"Ctrl-S",
		"Ctrl-\\",
		"Alt-n",
		"Alt-Down",
		"Alt-Up",
		"Ctrl-Right",
		"Ctrl-Home",
		"Ctrl-End",
		"Alt-Backspace",
		"Ctrl-I",
		"Shift-Up",
		"Ctrl-V",
		"Ctrl-O",
	};
	char expected[40];
	(void)state;

	start_with(NULL, "deaf");
	assert_true(pty_until(pty, "events"));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		pty_keys(pty, keys[i]);
		snprintf(expected, sizeof expected, "key %s.", keys[i]);
		assert_true(pty_until(pty, expected));
	}
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait(pty), 128 + SIGTERM);
	assert_clean();
}

static void a_lone_escape_arrives_soon(void **state)
{
	(void)state;
	start(NULL);
	int64_t begun = clock_monotonic();
	pty_keys(pty, "Esc");
	assert_true(pty_until(pty, "key Esc."));
	assert_true(clock_monotonic() - begun < 2000);
	pty_keys(pty, "Esc Esc x");
	assert_true(pty_until(pty, "key Alt-x."));
	assert_quits();
}

static void keys_that_come_all_at_once_keep_their_order(void **state)
{
	(void)state;
	start(NULL);
	pty_send(pty, "ab\033[B\033n\rc", 9);
	assert_true(pty_until(pty, "key a."));
	assert_true(pty_until(pty, "6 events"));
	assert_non_null(strstr(pty_row(pty, 6), "key c."));
	assert_non_null(strstr(pty_row(pty, 7), "key Enter."));
	assert_string_equal(pty_row(pty, 8), "key Alt-n.");
	assert_string_equal(pty_row(pty, 9), "key Down.");
	assert_quits();
}

static void a_paste_is_one_event(void **state)
{
	(void)state;
	start(NULL);
	pty_paste(pty, "quit\033OP end");
	assert_true(pty_until(pty, "paste 11 quit<U+001B>OP end."));
	assert_true(pty_sees(pty, "1 events"));
	pty_paste(pty, "a\033[201~b");
	assert_true(pty_until(pty, "paste 8 a<U+001B>[201~b."));
	assert_true(pty_sees(pty, "2 events"));
	assert_quits();
}

static void a_paste_of_ten_megabytes_is_taken_in_and_cut(void **state)
{
	struct str much = STR_EMPTY;
	(void)state;

	for (int i = 0; i < 10 << 20; i += 8)
		str_add(&much, "q:quit\n ");
	start(NULL);
	pty_paste(pty, much.text);
	assert_true(pty_until(pty, "paste 1048576 truncated"));
	assert_true(pty_sees(pty, "1 events"));
	str_clear(&much);
	assert_quits();
}

static void random_bytes_do_no_harm(void **state)
{
	struct str bytes = STR_EMPTY;
	(void)state;

	srand(36);
	while (bytes.length < 1 << 20) {
		int byte = rand() & 0xFF;
		if (byte != 0x1A) /* the terminal's own key: stops the program */
			str_addc(&bytes, (char)byte);
	}
	start_with(NULL, "deaf");
	assert_true(pty_until(pty, "events"));
	pty_send(pty, bytes.text, bytes.length);
	pty_send(pty, "\033[201~", 6);
	pty_resize(pty, 30, 90);
	assert_true(pty_until(pty, "size 30 x 90"));
	pty_keys(pty, "Alt-n");
	assert_true(pty_until(pty, "key Alt-n."));
	assert_string_equal(pty_injected(pty), "");
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait(pty), 128 + SIGTERM);
	assert_clean();
	str_clear(&bytes);
}

/* --- sizes, stopping, other programs --- */

/* The star in the last cell, in a frame that is complete. */
static void assert_filled(int rows)
{
	pty_keys(pty, "Alt-f");
	assert_true(pty_until(pty, "key Alt-f."));
	assert_non_null(strstr(pty_row(pty, rows - 1), "*"));
	pty_keys(pty, "Enter Enter Enter Enter Enter Enter Enter Enter");
	assert_true(pty_until_gone(pty, "key Alt-f."));
}

static void it_follows_the_size(void **state)
{
	(void)state;
	start(&(struct pty_options){.rows = 40, .columns = 120});
	assert_string_equal(pty_row(pty, 0), "size 40 x 120");
	pty_resize(pty, 10, 40);
	assert_true(pty_until(pty, "size 10 x 40"));
	assert_filled(10);
	pty_resize(pty, 60, 200);
	assert_true(pty_until(pty, "size 60 x 200"));
	assert_filled(60);
	assert_quits();
}

static void a_storm_of_sizes_ends_in_the_right_one(void **state)
{
	(void)state;
	start(NULL);
	srand(19);
	for (int i = 0; i < 300; i++) {
		int rows = 1 + rand() % (i % 3 ? 60 : 500), columns = 1 + rand() % 200;
		pty_resize(pty, i % 10 ? rows : 1, i % 10 ? columns : 1);
		pty_keys(pty, "x");
	}
	pty_resize(pty, 25, 81);
	assert_true(pty_until(pty, "size 25 x 81"));
	assert_filled(25);
	assert_quits();
}

static void it_stops_gives_the_terminal_back_and_comes_back_at_the_new_size(void **state)
{
	(void)state;
	start(NULL);
	pty_keys(pty, "a Ctrl-Z");
	assert_true(pty_until_stopped(pty));
	assert_clean();
	assert_false(pty_sees(pty, "size 24"));
	pty_resize(pty, 30, 100);
	pty_continue(pty);
	assert_true(pty_until(pty, "size 30 x 100"));
	assert_true(pty_until(pty, "key a."));
	pty_paste(pty, "still bracketed");
	assert_true(pty_until(pty, "paste 15"));
	pty_keys(pty, "Ctrl-Z");
	assert_true(pty_until_stopped(pty));
	pty_continue(pty);
	assert_true(pty_until(pty, "size 30 x 100"));
	assert_quits();
}

static void without_a_shell_it_cannot_be_stopped_for_ever(void **state)
{
	(void)state;
	start(&(struct pty_options){.no_shell = true});
	pty_keys(pty, "Ctrl-Z");
	assert_true(pty_until(pty, "resize."));
	pty_keys(pty, "x");
	assert_true(pty_until(pty, "key x."));
	assert_quits();
}

static void it_repaints_after_it_was_stopped_from_outside(void **state)
{
	(void)state;
	start(NULL);
	pty_signal(pty, SIGSTOP);
	assert_true(pty_until_stopped(pty));
	pty_resize(pty, 20, 70);
	pty_continue(pty);
	assert_true(pty_until(pty, "size 20 x 70"));
	pty_keys(pty, "x");
	assert_true(pty_until(pty, "key x."));
	assert_quits();
}

static void another_program_gets_the_terminal_and_gives_it_back(void **state)
{
	(void)state;
	start(NULL);
	pty_keys(pty, "F5");
	assert_true(pty_until(pty, "in the child"));
	assert_false(pty_sees(pty, "events"));
	pty_type(pty, "typed\n");
	assert_true(pty_until(pty, "ran 0"));
	assert_false(pty_sees(pty, "in the child"));
	pty_keys(pty, "x");
	assert_true(pty_until(pty, "key x."));
	assert_quits();
	assert_true(pty_sees(pty, "read typed"));
}

static void ctrl_c_ends_the_other_program_alone(void **state)
{
	char expected[20];
	(void)state;

	start(NULL);
	pty_keys(pty, "F6");
	assert_true(pty_until(pty, "sleeping"));
	pty_keys(pty, "Ctrl-C");
	snprintf(expected, sizeof expected, "ran %d", SIGINT);
	assert_true(pty_until(pty, expected));
	assert_quits();
}

static void sigterm_ends_the_other_program_too(void **state)
{
	(void)state;
	start(NULL);
	pty_keys(pty, "F6");
	assert_true(pty_until(pty, "sleeping"));
	pty_signal(pty, SIGTERM);
	assert_int_equal(pty_wait(pty), 128 + SIGTERM);
	assert_clean();
}

static void a_program_that_is_missing_is_an_error(void **state)
{
	(void)state;
	start(NULL);
	pty_keys(pty, "F7");
	assert_true(pty_until(pty, "69 cannot run /no/such/editor: No such file"));
	assert_quits();
}

static void a_title_is_text_and_nothing_else(void **state)
{
	(void)state;
	start(NULL);
	pty_keys(pty, "F8 x");
	assert_true(pty_until(pty, "key x."));
	assert_string_equal(pty_title(pty), "Room — <U+001B>]52;c;aGk=<U+0007>\uFFFD");
	assert_quits();
}

/* --- ends --- */

static void signals_end_it_with_the_terminal_restored(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
	(void)state;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		start(NULL);
		pty_signal(pty, signals[i]);
		assert_int_equal(pty_wait(pty), 128 + signals[i]);
		assert_clean();
	}
}

static void a_fall_restores_the_terminal_too(void **state)
{
	static const char *const keys[] = {"F2", "F3"};
	(void)state;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		start(NULL);
		pty_keys(pty, keys[i]);
		assert_true(pty_wait(pty) != 0);
		assert_clean();
	}
	start(NULL);
	pty_keys(pty, "F4");
	assert_int_equal(pty_wait(pty), 70);
	assert_clean();
	assert_true(pty_sees(pty, "out of luck"));
}

static void a_closed_window_ends_it(void **state)
{
	(void)state;
	start(NULL);
	pty_hang_up(pty);
	/* The kernel tells of it in two ways, in no certain order. */
	int status = pty_wait(pty);
	assert_true(status == 128 + SIGHUP || status == SHOW_GONE);
}

static void a_terminal_that_vanishes_without_a_signal_is_noticed(void **state)
{
	(void)state;
	start(&(struct pty_options){.quiet_hangup = true});
	pty_hang_up(pty);
	assert_int_equal(pty_wait(pty), SHOW_GONE);
}

static void a_terminal_that_cannot_is_refused_with_a_sentence(void **state)
{
	static const char *const types[] = {"", "dumb", "unknown"};
	(void)state;

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		start_with(&(struct pty_options){.term = types[i]}, NULL);
		assert_int_equal(pty_wait(pty), 69);
		assert_true(pty_sees(pty, "set TERM"));
		assert_clean();
	}
}

static void other_terminals_work(void **state)
{
	static const char *const types[] = {
		"xterm",
		"vt100",
		"vt220",
		"linux",
		"screen-256color",
		"tmux-256color",
		"rxvt-unicode-256color",
		"ansi",
		"a-terminal-of-tomorrow",
	};
	(void)state;

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		start(&(struct pty_options){.term = types[i]});
		assert_string_equal(pty_row(pty, 0), "size 24 x 80");
		pty_keys(pty, "Down");
		assert_true(pty_until(pty, "key Down."));
		assert_quits();
	}
}

static void what_is_no_terminal_is_refused(void **state)
{
	const char *const argv[] = {
		"sh", "-c", "\"$0\" --show </dev/null; echo $?; \"$0\" --show | cat", self, NULL};
	(void)state;

	pty_free(pty);
	pty = pty_start(NULL, argv);
	assert_int_equal(pty_wait(pty), 0);
	assert_true(pty_sees(pty, "standard input is none"));
	assert_true(pty_sees(pty, "69"));
	assert_true(pty_sees(pty, "standard output is none"));
	assert_clean();
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
		cmocka_unit_test(it_starts_draws_and_leaves_the_terminal_as_it_was),
		cmocka_unit_test(wide_and_joined_characters_do_not_misalign_the_line),
		cmocka_unit_test(styles_are_looks),
		cmocka_unit_test(without_colours_meanings_can_still_be_told_apart),
		cmocka_unit_test(without_utf8_everything_is_ascii),
		cmocka_unit_test(a_key_costs_few_bytes),
		cmocka_unit_test(redraw_repairs_what_others_wrote),
		cmocka_unit_test(differences_come_to_the_whole),
		cmocka_unit_test(keys_arrive_by_their_names),
		cmocka_unit_test(a_lone_escape_arrives_soon),
		cmocka_unit_test(keys_that_come_all_at_once_keep_their_order),
		cmocka_unit_test(a_paste_is_one_event),
		cmocka_unit_test(a_paste_of_ten_megabytes_is_taken_in_and_cut),
		cmocka_unit_test(random_bytes_do_no_harm),
		cmocka_unit_test(it_follows_the_size),
		cmocka_unit_test(a_storm_of_sizes_ends_in_the_right_one),
		cmocka_unit_test(it_stops_gives_the_terminal_back_and_comes_back_at_the_new_size),
		cmocka_unit_test(without_a_shell_it_cannot_be_stopped_for_ever),
		cmocka_unit_test(it_repaints_after_it_was_stopped_from_outside),
		cmocka_unit_test(another_program_gets_the_terminal_and_gives_it_back),
		cmocka_unit_test(ctrl_c_ends_the_other_program_alone),
		cmocka_unit_test(sigterm_ends_the_other_program_too),
		cmocka_unit_test(a_program_that_is_missing_is_an_error),
		cmocka_unit_test(a_title_is_text_and_nothing_else),
		cmocka_unit_test(signals_end_it_with_the_terminal_restored),
		cmocka_unit_test(a_fall_restores_the_terminal_too),
		cmocka_unit_test(a_closed_window_ends_it),
		cmocka_unit_test(a_terminal_that_vanishes_without_a_signal_is_noticed),
		cmocka_unit_test(a_terminal_that_cannot_is_refused_with_a_sentence),
		cmocka_unit_test(other_terminals_work),
		cmocka_unit_test(what_is_no_terminal_is_refused),
	};

	if (argc > 1 && strcmp(argv[1], "--show") == 0) {
		const char *how = argc > 2 ? argv[2] : "";
		return show_main(strcmp(how, "never") == 0    ? TERM_COLOUR_NEVER
				 : strcmp(how, "always") == 0 ? TERM_COLOUR_ALWAYS
							      : TERM_COLOUR_AUTO,
			strcmp(how, "deaf") == 0);
	}
	self = argv[0];
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
