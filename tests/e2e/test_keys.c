/* SPDX-License-Identifier: MIT */
/*
 * The keyboard and the screen of the real program: where the cursor is, what is
 * coloured, what a paste does, how it begins and how it ends. Where nothing else
 * is said the window has 24 rows and 80 columns.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

enum { LOG = 31 }; /* its first column */

#define SPOKEN                                                     \
	ITEM_2 "floor request peru\nfloor give\nfloor give\n"      \
	       "statement note s1 'asked for model laws'\n"        \
	       "recommendation propose 'Urges States to ratify'\n" \
	       "recommendation propose 'Invites donors to give'\n"

/* --- the cursor --- */

/* Where keys change nothing that could be waited for but the cursor's place. */
static void moves_to(struct pty *pty, const char *keys, const char *text, int column)
{
	const char *screen = pty_screen(pty), *at = strstr(screen, text);
	int row = 0;

	if (!at)
		fail_msg("\"%s\" is not on the screen", text);
	for (; screen < at; screen++)
		row += *screen == '\n';
	pty_keys(pty, keys);
	if (!pty_until_cursor(pty, row, column))
		fail_msg("the cursor does not come to \"%s\"", text);
}

static void the_cursor_is_in_the_row_that_has_the_focus_in_the_room(void **state)
{
	struct pty *pty = podium_after(&program, NULL, SPOKEN);

	(void)state;
	podium_points_at(pty, "Zimbabwe");
	podium_keys(pty, "Up", " s1");
	podium_points_at(pty, "Canada");
	podium_keys(pty, "Tab", "w off");
	podium_points_at(pty, "Peru");
	pty_keys(pty, "Tab");
	podium_misses(pty, "w off");
	podium_points_at(pty, "▶ 2 ");
	moves_to(pty, "Down", "Development of nati", 0);
	moves_to(pty, "Home", "Organizational matt", 0);
	moves_to(pty, "Down Down", "(b) Adoption", 0);
	moves_to(pty, "Right", "nothing has been said", LOG);
	podium_leaves(pty);
}

static void the_cursor_is_in_the_row_that_has_the_focus_in_the_other_views(void **state)
{
	struct pty *pty = podium_after(&program, NULL, SPOKEN);

	(void)state;
	podium_keys(pty, "2", "RECOMMENDATIONS  2");
	podium_points_at(pty, " r1 ");
	podium_keys(pty, "Down", "r2 (b) · version 1");
	podium_points_at(pty, " r2 ");
	podium_keys(pty, "3", "I.   Introduction");
	podium_keys(pty, "g", "Enter go there");
	podium_points_at(pty, "I. ");
	podium_escapes(pty, "Enter go there");
	podium_keys(pty, "m", "Enter supply it");
	podium_points_at(pty, "symbol of the report is not known");
	podium_escapes(pty, "Enter supply it");
	podium_keys(pty, "4", "ORGANIZATION OF WORK");
	podium_points_at(pty, "10 a.m.-1 p.m.");
	moves_to(pty, "Down", "Opening of the meeting", 0);
	podium_keys(pty, "5", "JOURNAL");
	podium_points_at(pty, "r2 proposed");
	podium_keys(pty, "Down", "arguments  \"Urges States to ratify\"");
	podium_points_at(pty, "r1 proposed");
	podium_leaves(pty);
}

static void the_cursor_is_in_the_field_that_is_typed_in(void **state)
{
	struct pty *pty = podium_after(&program, NULL, SPOKEN);

	(void)state;
	podium_keys(pty, ":", "Tab complete");
	podium_types(pty, "floor req", ":floor req");
	podium_types_behind(pty, ":floor req");
	podium_keys(pty, "Tab", ":floor request");
	podium_escapes(pty, ":floor request");
	podium_points_at(pty, "Zimbabwe");
	podium_keys(pty, "/", "Enter go there");
	podium_types(pty, "mod", "/mod");
	podium_types_behind(pty, "/mod");
	podium_escapes(pty, "/mod");
	podium_keys(pty, "a", "Who wants the floor:");
	podium_types(pty, "cot", "Who wants the floor: cot");
	podium_types_behind(pty, "Who wants the floor: cot");
	podium_keys(pty, "Tab", "Who wants the floor: Côte d’Ivoire");
	podium_types_behind(pty, "Côte d’Ivoire");
	podium_escapes(pty, "Who wants the floor:");
	podium_keys(pty, "r", "beginning with its verb");
	podium_types(pty, "Urges the 日本 States", "Urges the 日本 States");
	podium_types_behind(pty, "Urges the 日本 States");
	podium_escapes(pty, "beginning with its verb");
	podium_leaves(pty);
}

static void the_cursor_is_in_a_question(void **state)
{
	struct pty *pty = podium_after(&program, NULL, SPOKEN);

	(void)state;
	podium_runs(pty, "floor request 'Harbour Watch'", "Add it as a guest?");
	podium_points_at(pty, "Add it as a guest?");
	podium_keys(pty, "n", "Nothing was changed");
	podium_keys(pty, "u", "Undo:");
	podium_points_at(pty, "r2 proposed");
	podium_escapes(pty, "Undo:");
	podium_leaves(pty);
}

/* --- colours --- */

static int coloured_cells(struct pty *pty)
{
	int count = 0;

	for (int row = 0; row < 24; row++)
		for (int column = 0; column < 80; column++) {
			struct pty_look look = pty_look(pty, row, column);
			count += look.foreground >= 0 || look.background >= 0;
		}
	return count;
}

static const struct {
	const char *key, *shows;
	bool has_rows; /* one of which is selected */
} views[] = {
	{"2", "RECOMMENDATIONS  2", true},
	{"t", "TEXT r1", true},
	{"3", "REPORT", false}, /* text to be read */
	{"4", "ORGANIZATION OF WORK", true},
	{"5", "JOURNAL", true},
	{"6", "DOCUMENTS", true},
	{"7", "CONTRIBUTIONS", false},
	{"8", "FOLLOW-UP", false},
	{"1", "AGENDA", true},
};
enum { VIEWS = sizeof views / sizeof views[0] };

static void no_color_leaves_no_colour_in_any_view_and_the_selected_row_in_reverse(void **state)
{
	static const char *const environment[] = {"NO_COLOR=1", NULL};
	static const struct pty_options options = {.environment = environment};
	struct pty *pty = podium_after(&program, &options, SPOKEN);
	int row, column;
	bool shown;

	(void)state;
	for (int i = 0; i < VIEWS; i++) {
		podium_keys(pty, views[i].key, views[i].shows);
		assert_int_equal(coloured_cells(pty), 0);
		pty_cursor(pty, &row, &column, &shown);
		assert_true(!views[i].has_rows || pty_look(pty, row, 40).reverse);
	}
	podium_keys(pty, "2", "RECOMMENDATIONS  2");
	podium_keys(pty, "V", "SHOW OF HANDS");
	assert_int_equal(coloured_cells(pty), 0);
	podium_keys(pty, "Tab", "RECORDED VOTE");
	assert_int_equal(coloured_cells(pty), 0);
	podium_escapes(pty, "RECORDED VOTE");
	podium_keys(pty, "1", "AGENDA");
	podium_sees(pty, "● Zimbabwe");
	podium_leaves(pty);
}

static void colours_are_few_and_never_alone(void **state)
{
	static const struct pty_options options = {0};
	struct pty *pty = podium_after(&program, &options, SPOKEN);
	int coloured = coloured_cells(pty);

	(void)state;
	/* Who has the floor is green or cyan or bold, and has a mark and a clock too. */
	assert_in_range(coloured, 1, 24 * 80 / 10);
	podium_sees(pty, "● Zimbabwe");
	podium_runs(pty, "floor give kongo", "Add it as a guest?");
	podium_keys(pty, "n", "Nothing was changed");
	podium_runs(pty, "no such command", "unknown command");
	podium_escapes(pty, "unknown command");
	podium_leaves(pty);
	pty = podium_open(&program, &options, "--color", "never", REHEARSAL, NULL);
	podium_sees(pty, "● Zimbabwe");
	assert_int_equal(coloured_cells(pty), 0);
	podium_leaves(pty);
}

/* --- sizes, and away and back --- */

static void a_note_outlives_every_size_of_the_window(void **state)
{
	static const int sizes[][2] = {{60, 200}, {40, 120}, {8, 40}, {24, 80}};
	struct pty *pty = podium_after(&program, NULL, ITEM_2 "floor give\n");

	(void)state;
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "model laws", "model laws");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		char typed[40];
		pty_resize(pty, sizes[i][0], sizes[i][1]);
		snprintf(typed, sizeof typed, "%zu", i);
		pty_type(pty, typed);
		snprintf(typed, sizeof typed, "model laws%.*s", (int)i + 1, "0123");
		podium_sees(pty, typed);
		podium_types_behind(pty, typed);
	}
	pty_resize(pty, 5, 20);
	podium_sees(pty, "window too small");
	pty_resize(pty, 24, 80);
	podium_sees(pty, "model laws0123");
	podium_escapes(pty, "Esc save");
	podium_leaves(pty);
}

static void ctrl_z_gives_the_terminal_back_and_the_note_is_there_after_it(void **state)
{
	struct pty *pty = podium_after(&program, NULL, ITEM_2 "floor give\n");

	(void)state;
	podium_keys(pty, "Enter", "Esc save");
	podium_types(pty, "model laws", "model laws");
	pty_keys(pty, "Ctrl-Z");
	assert_true(pty_until_stopped(pty));
	assert_true(pty_clean(pty, NULL));
	assert_false(pty_sees(pty, "AGENDA"));
	pty_resize(pty, 30, 100);
	pty_continue(pty);
	podium_sees(pty, "model laws");
	podium_types(pty, " and", "model laws and");
	podium_types_behind(pty, "model laws and");
	podium_escapes(pty, "Esc save");
	podium_leaves(pty);
}

/* --- what is typed --- */

static void what_is_typed_ahead_is_done_in_its_order(void **state)
{
	static const char keys[] = "acan, cot, zim\rn\rasked for model laws\033nand training";
	struct pty *pty = podium_after(&program, NULL, "meeting open\nitem open 2\n");

	(void)state;
	pty_send(pty, keys, strlen(keys));
	podium_sees(pty, "● Côte d’Ivoire");
	podium_sees(pty, "asked for model lawsand training");
	podium_types_behind(pty, "asked for model lawsand training");
	podium_escapes(pty, "Esc save");
	podium_leaves(pty);
}

static void a_paste_is_text_and_never_commands(void **state)
{
	struct pty *pty = podium_after(&program, NULL, ITEM_2 "floor give\n");

	(void)state;
	pty_paste(pty, "qqMn");
	podium_sees(pty, "can be pasted into a field only");
	podium_keys(pty, "Enter", "Esc save");
	pty_paste(pty, "one\ntwo\033[201~q\033]52;c;aGk=\a three");
	podium_sees(pty, "three");
	podium_sees(pty, "one");
	podium_escapes(pty, "Esc save");
	podium_keys(pty, ":", "Tab complete");
	pty_paste(pty, "floor end\nquit");
	podium_sees(pty, ":floor end");
	podium_sees(pty, "● Canada");
	podium_escapes(pty, "Tab complete");
	podium_leaves(pty);
}

static void ctrl_c_leaves_what_is_open_and_not_the_program(void **state)
{
	struct pty *pty = podium_after(&program, NULL, ITEM_2);

	(void)state;
	podium_keys(pty, "a", "Who wants the floor:");
	pty_keys(pty, "Ctrl-C");
	podium_misses(pty, "Who wants the floor:");
	podium_keys(pty, "Ctrl-C", "q leaves rapporteur");
	podium_leaves(pty);
}

static void f9_covers_names_and_notes(void **state)
{
	struct pty *pty = podium_after(&program, NULL, SPOKEN);

	(void)state;
	podium_sees(pty, "Canada");
	podium_keys(pty, "F9", "F9 shows them");
	assert_false(pty_sees(pty, "Canada"));
	assert_false(pty_sees(pty, "model laws"));
	podium_keys(pty, "F9", "Canada");
	podium_leaves(pty);
}

static void every_view_has_its_help_and_esc_comes_back_to_it(void **state)
{
	struct pty *pty = podium_after(&program, NULL, SPOKEN);

	(void)state;
	for (int i = 0; i < VIEWS; i++) {
		podium_keys(pty, views[i].key, views[i].shows);
		podium_keys(pty, i % 2 ? "?" : "F1", "Keys of this view");
		podium_keys(pty, "End", "meeting times [FILE]");
		podium_escapes(pty, "last page");
		podium_sees(pty, views[i].shows);
	}
	podium_leaves(pty);
}

/* --- how it begins and ends --- */

static void a_rehearsal_begins_at_the_time_of_the_place_wherever_the_laptop_is(void **state)
{
	static const char *const environment[] = {"TZ=America/New_York", NULL};
	static const struct pty_options options = {.environment = environment};
	struct pty *pty = podium_open(&program, &options, REHEARSAL, NULL);

	(void)state;
	podium_sees(pty, "rehearsal  09:55");
	podium_sees(pty, "begins in 5 min");
	podium_leaves(pty);
}

static void the_clock_of_a_live_session_is_not_shifted(void **state)
{
	(void)state;
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	struct pty *pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T09:55", NULL);

	podium_sees(pty, "--rehearse is for a rehearsal only");
	podium_ended(pty, 64);
}

static void on_another_day_it_asks_and_rehearses_in_a_copy(void **state)
{
	struct pty *pty = podium_open(&program, NULL, EXAMPLE_AGENDA, NULL);

	(void)state;
	podium_sees(pty, "is no day of this session");
	podium_sees(pty, "r  rehearse");
	podium_sees(pty, "l  log afterwards");
	podium_sees(pty, "o  only look");
	podium_keys(pty, "r", "rehearsal  09:55");
	podium_misses(pty, "is no day of this session");
	podium_keys(pty, "m", "1st meeting");
	podium_leaves(pty);
	assert_null(strstr(
		program_does(&program, "session", "show", EXAMPLE_SESSION, NULL), "1st meeting"));
}

static void what_is_logged_afterwards_has_the_time_that_was_typed(void **state)
{
	struct pty *pty = podium_open(&program, NULL, EXAMPLE_AGENDA, NULL);

	(void)state;
	podium_sees(pty, "is no day of this session");
	podium_keys(pty, "l", "Time (");
	podium_types(pty, "2012-10-17T10:05", "2012-10-17T10:05");
	podium_keys(pty, "Enter", "logging at 10:05");
	podium_keys(pty, "m", "1st meeting");
	podium_runs(pty, "statement add canada --item 2", "s1 Canada");
	podium_sees(pty, "10:05  Canada");
	podium_keys(pty, "t", "Time (");
	podium_types(pty, "10:25", "10:25");
	podium_keys(pty, "Enter", "logging at 10:25");
	podium_runs(pty, "statement add peru --item 2", "10:25  Peru");
	podium_leaves(pty);
}

static void who_only_looks_can_change_nothing(void **state)
{
	struct pty *pty = podium_open(&program, NULL, EXAMPLE_AGENDA, NULL);

	(void)state;
	podium_sees(pty, "is no day of this session");
	podium_keys(pty, "o", "Only looking");
	assert_false(pty_sees(pty, "open meeting")); /* in the hints */
	podium_keys(pty, "m", "you are only looking");
	podium_keys(pty, "?", "Keys of this view");
	podium_escapes(pty, "Keys of this view");
	podium_runs(pty, "floor request canada --item 2", "you are only looking");
	podium_keys(pty, "3", "REPORT");
	podium_leaves(pty);
}

static void at_the_end_of_a_rehearsal_it_asks_what_becomes_of_it(void **state)
{
	struct pty *pty = podium_after(&program, NULL, SPOKEN);

	(void)state;
	podium_keys(pty, "q", "This was a rehearsal");
	podium_points_at(pty, "This was a rehearsal");
	podium_escapes(pty, "This was a rehearsal");
	podium_keys(pty, "q", "This was a rehearsal");
	pty_keys(pty, "k");
	podium_sees(pty, "The rehearsal is kept; to go on: ");
	podium_ended(pty, 0);
	pty = podium_open(&program, NULL, REHEARSAL, NULL);
	podium_sees(pty, "● Zimbabwe");
	podium_keys(pty, "q", "This was a rehearsal");
	pty_keys(pty, "d");
	podium_ended(pty, 0);
	pty = podium_open(&program, NULL, REHEARSAL, NULL);
	podium_sees(pty, "○ nobody has the floor");
	pty_keys(pty, "q");
	podium_ended(pty, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_cursor_is_in_the_row_that_has_the_focus_in_the_room),
		TEST(the_cursor_is_in_the_row_that_has_the_focus_in_the_other_views),
		TEST(the_cursor_is_in_the_field_that_is_typed_in),
		TEST(the_cursor_is_in_a_question),
		TEST(no_color_leaves_no_colour_in_any_view_and_the_selected_row_in_reverse),
		TEST(colours_are_few_and_never_alone),
		TEST(a_note_outlives_every_size_of_the_window),
		TEST(ctrl_z_gives_the_terminal_back_and_the_note_is_there_after_it),
		TEST(what_is_typed_ahead_is_done_in_its_order),
		TEST(a_paste_is_text_and_never_commands),
		TEST(ctrl_c_leaves_what_is_open_and_not_the_program),
		TEST(f9_covers_names_and_notes),
		TEST(every_view_has_its_help_and_esc_comes_back_to_it),
		TEST(a_rehearsal_begins_at_the_time_of_the_place_wherever_the_laptop_is),
		TEST(the_clock_of_a_live_session_is_not_shifted),
		TEST(on_another_day_it_asks_and_rehearses_in_a_copy),
		TEST(what_is_logged_afterwards_has_the_time_that_was_typed),
		TEST(who_only_looks_can_change_nothing),
		TEST(at_the_end_of_a_rehearsal_it_asks_what_becomes_of_it),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
