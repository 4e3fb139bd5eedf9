/* SPDX-License-Identifier: MIT */
/*
 * The terminal layer on a terminal: this program runs itself ("--show") on a
 * pseudo-terminal. The shown program draws a few lines of every kind and the names
 * of the events that come; F-keys make it do things.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/mem.h"
#include "support/e2e/pty.h"
#include "term/term.h"

/* --- the program that is shown --- */

enum { EVENTS = 8, GONE_STATUS = 42 };

struct show {
	struct term *term;
	struct canvas canvas;
	char events[EVENTS][60]; /* the newest first */
	int count;
	bool deaf; /* to keys that mean something */
	int status;
};

static void note(struct show *show, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void note(struct show *show, const char *format, ...)
{
	va_list args;

	memmove(show->events[1], show->events[0], sizeof show->events - sizeof show->events[0]);
	va_start(args, format);
	vsnprintf(show->events[0], sizeof show->events[0], format, args);
	va_end(args);
	show->count++;
}

static void draw(struct show *show)
{
	canvas_reset(&show->canvas, term_rows(show->term), term_columns(show->term));
	struct area all = canvas_area(&show->canvas);

	area_textf(&all, 0, 0, STYLE_TITLE, "size %d x %d", all.rows, all.columns);
	area_text(&all, 1, 0, STYLE_SELECTED, "selected");
	area_text(&all, 1, 10, STYLE_BAD, "late");
	area_text(&all, 1, 16, STYLE_WARN, "soon");
	area_text(&all, 1, 22, STYLE_GOOD, "done");
	area_text(&all, 1, 28, STYLE_ACCENT, "floor");
	area_text(&all, 2, 0, STYLE_TEXT,
		"Côte d’Ivoire — “作者” ✓ ● ▶ … e\u0302 🇫🇷 👩‍👩‍👧 end");
	area_text(&all, 3, 0, STYLE_TEXT, "\033]52;c;aGk=\a\033[5n \u202E end");
	area_rule(&all, 4, 0, all.columns);
	area_bar(&all, 5, 70, 3);
	area_textf(&all, 5, 0, STYLE_TEXT, "%d events", show->count);
	for (int i = 0; i < EVENTS; i++)
		area_text(&all, 6 + i, 0, STYLE_TEXT, show->events[i]);
	area_text(&all, all.rows - 1, all.columns - 1, STYLE_TEXT, "*");
	area_cursor(&all, 5, 3, true);
	term_show(show->term, &show->canvas);
}

static void run(struct show *show, const char *script)
{
	const char *const argv[] = {"sh", "-c", script, NULL};
	const char *const missing[] = {"/no/such/editor", NULL};
	struct err err = {0};
	int status = -1;

	if (term_run(
		    show->term, (char *const *)(uintptr_t)(script ? argv : missing), &status, &err))
		note(show, "ran %d", status);
	else
		note(show, "%d %s", err.code, err.text);
}

static void do_key(struct show *show, uint32_t number)
{
	switch (number) {
	case 1:
		show->status = 0;
		break;
	case 2:
		abort();
	case 3:
		raise(SIGSEGV);
		break;
	case 4:
		die("out of luck");
	case 5:
		run(show, "echo in the child; read line; echo \"read $line\"");
		break;
	case 6:
		run(show, "echo sleeping; exec sleep 100");
		break;
	case 7:
		run(show, NULL);
		break;
	case 8:
		term_title(show->term, "Room — \033]52;c;aGk=\a\x9b");
		break;
	case 9:
		term_redraw(show->term);
		break;
	}
}

/* After the terminal is gone the waits must still take their time. */
static int stay(struct show *show)
{
	int64_t begun = clock_monotonic();
	struct event event;

	for (int i = 0; i < 4; i++) {
		term_wait(show->term, 50, &event);
		if (event.kind == EVENT_SIGNAL)
			return 128 + event.signal;
		if (event.kind != EVENT_GONE)
			return 1;
	}
	return clock_monotonic() - begun >= 4 * 50 ? GONE_STATUS : 2;
}

static void take(struct show *show, const struct event *event)
{
	struct str name = STR_EMPTY;

	switch (event->kind) {
	case EVENT_KEY:
		key_format(&event->key, &name);
		note(show, "key %s.", name.text);
		if (event->key.code == KEY_F && !show->deaf)
			do_key(show, event->key.point);
		str_clear(&name);
		break;
	case EVENT_PASTE:
		note(show, "paste %zu%s %.40s.", strlen(event->paste),
			event->truncated ? " truncated" : "", event->paste);
		break;
	case EVENT_RESIZE:
		note(show, "resize.");
		break;
	case EVENT_SIGNAL:
		if (event->signal == SIGTSTP) {
			term_suspend(show->term);
			note(show, "resize.");
		} else {
			show->status = 128 + event->signal;
		}
		break;
	case EVENT_GONE:
		show->status = stay(show);
		break;
	case EVENT_TICK:
		break;
	}
}

static int show_main(enum term_colour colour, bool deaf)
{
	struct show show = {.deaf = deaf, .status = -1};
	struct err err = {0};
	struct event event;

	setlocale(LC_ALL, "");
	show.term = term_new(colour, &err);
	if (!show.term) {
		printf("%s\n", err.text);
		return (int)err.code;
	}
	canvas_init(&show.canvas);
	while (show.status < 0) {
		draw(&show);
		term_wait(show.term, -1, &event);
		do { /* all there is before the next drawing */
			take(&show, &event);
			term_wait(show.term, 0, &event);
		} while (show.status < 0 && event.kind != EVENT_TICK);
	}
	canvas_clear(&show.canvas);
	term_free(show.term);
	return show.status;
}

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
	assert_int_equal(pty_wait(pty), 128 + SIGHUP);
}

static void a_terminal_that_vanishes_without_a_signal_is_noticed(void **state)
{
	(void)state;
	start(&(struct pty_options){.quiet_hangup = true});
	pty_hang_up(pty);
	assert_int_equal(pty_wait(pty), GONE_STATUS);
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

/* --- the harness itself --- */

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
		cmocka_unit_test(the_harness_sees_what_is_injected),
		cmocka_unit_test(the_harness_sees_a_terminal_that_was_left_in_disorder),
		cmocka_unit_test(the_harness_tells_how_a_program_ended),
		cmocka_unit_test(the_harness_stops_and_continues_a_job),
		cmocka_unit_test(the_harness_gives_size_folder_and_environment),
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
