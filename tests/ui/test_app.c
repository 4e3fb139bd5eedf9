/* SPDX-License-Identifier: MIT */
/* The screen as a whole: keys, forms, questions, undo, messages, the ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>
#include <signal.h>

#include "base/civil.h"
#include "support/ui/screen.h"

static int set_up(void **state)
{
	static struct screen screen;

	screen_open(&screen, 24, 80);
	*state = &screen;
	return 0;
}

static int tear_down(void **state)
{
	screen_close(*state);
	return 0;
}

static void open_meeting(struct screen *screen)
{
	screen_keys(screen, "m :");
	screen_type(screen, "item open 2");
	screen_keys(screen, "Enter Up");
}

static void a_key_runs_its_command_and_says_what_it_did(void **state)
{
	struct screen *screen = *state;

	screen_keys(screen, "m");
	screen_shows(screen, "1st meeting opened");
	screen_keys(screen, "Up");
	screen_lacks(screen, "1st meeting opened");
	screen_shows(screen, "1st meeting");
}

static void undo_and_all_keys_stay_in_a_hint_bar_that_is_cut(void **state)
{
	struct screen *screen = *state;

	screen_keys(screen, "m");
	screen_shows(screen, "… u undo  ? all keys");
}

static void the_hint_bar_offers_only_what_works_now(void **state)
{
	struct screen *screen = *state;

	screen_shows(screen, "m open meeting");
	screen_lacks(screen, "next speaker");
	open_meeting(screen);
	screen_lacks(screen, "open meeting");
	screen_do(screen, "floor request canada");
	screen_shows(screen, "n next speaker");
	screen_keys(screen, "n");
	screen_keys(screen, "Up");
	screen_shows(screen, "e end  c conclude");
}

static void an_item_that_is_taken_up_here_is_gone_to(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_shows(screen, "2  Follow-up to the recommendations");
	screen_do(screen, "item open 3");
	screen_shows(screen, "2  Follow-up to the recommendations");
	screen_keys(screen, ":");
	screen_type(screen, "statement add Mali --item 4");
	screen_keys(screen, "Enter");
	screen_shows(screen, "4  Identification");
	screen_shows(screen, "10:00  Mali");
}

static void the_hint_bar_is_of_the_item_that_was_gone_to(void **state)
{
	struct screen *screen = *state;

	screen_keys(screen, "m :");
	screen_type(screen, "item open 2");
	screen_keys(screen, "Enter");
	screen_shows(screen, "2  Follow-up to the recommendations");
	screen_shows(screen, "c conclude");
	screen_lacks(screen, "o open item");
	screen_keys(screen, ":");
	screen_type(screen, "statement add Mali --item 4");
	screen_keys(screen, "Enter");
	screen_shows(screen, "10:00  Mali");
	screen_lacks(screen, "o open item");
}

static void a_missing_argument_is_asked_for_and_escape_leaves_all_as_it_was(void **state)
{
	struct screen *screen = *state;
	const char *before = fixture_dump(&screen->fixture);

	open_meeting(screen);
	before = fixture_dump(&screen->fixture);
	screen_keys(screen, "a");
	screen_shows(screen, "Put delegations on the speakers' list");
	screen_type(screen, "canada");
	screen_keys(screen, "Esc");
	screen_lacks(screen, "Put delegations");
	assert_string_equal(fixture_dump(&screen->fixture), before);
}

static void names_are_guessed_before_they_are_put_on_the_list(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_keys(screen, "a");
	screen_type(screen, "can, cot, zim");
	screen_shows(screen, "Canada · Côte d’Ivoire (guessed) · Zimbabwe (guessed)");
	screen_keys(screen, "Enter");
	screen_shows(screen, "next  Canada · Côte d’Ivoire");
	screen_shows(screen, "Zimbabwe on the list of item 2");
}

static void another_name_than_the_best_guess_can_be_chosen(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_keys(screen, "a");
	screen_type(screen, "ger, ni");
	screen_keys(screen, "Down Enter");
	screen_shows(screen, "Germany, Niger");
	screen_lacks(screen, "Nicaragua on");
}

static void no_is_the_answer_to_a_question_unless_yes_is_said(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	const char *before = fixture_dump(&screen->fixture);
	screen_keys(screen, "a");
	screen_type(screen, "atlantis");
	screen_shows(screen, "atlantis (unknown)");
	screen_keys(screen, "Enter");
	screen_shows(screen, "Add it as a guest?");
	/* Enter led here: twice is no answer. What was typed is still there. */
	screen_keys(screen, "Enter");
	assert_string_equal(fixture_dump(&screen->fixture), before);
	screen_shows(screen, "Who wants the floor: atlantis");
	screen_keys(screen, "Enter x");
	screen_shows(screen, "Please answer");
	screen_keys(screen, "y");
	screen_shows(screen, "next  atlantis");
}

static void a_command_that_fails_keeps_its_form_and_what_was_typed(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_keys(screen, "t");
	screen_type(screen, "quarter past");
	screen_keys(screen, "Enter");
	screen_shows(screen, "quarter past");
	screen_shows(screen, "Esc leave");
	screen_keys(screen, "Ctrl-U");
	screen_type(screen, "11:20");
	screen_keys(screen, "Enter");
	screen_shows(screen, "logging at 11:20");
}

static void undo_shows_first_what_it_will_do(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_do(screen, "floor request canada");
	const char *before = fixture_dump(&screen->fixture);
	screen_keys(screen, "u");
	screen_shows(screen, "floor request: Canada on the list of item 2");
	screen_keys(screen, "Esc");
	assert_string_equal(fixture_dump(&screen->fixture), before);
	screen_keys(screen, "u u");
	screen_shows(screen, "undone: floor request");
	screen_shows(screen, "nobody is on the list");
	screen_keys(screen, "Ctrl-R Enter");
	screen_shows(screen, "next  Canada");
}

static void the_command_line_completes_runs_and_remembers(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_keys(screen, ":");
	screen_type(screen, "floor req");
	screen_keys(screen, "Tab");
	screen_type(screen, "mali");
	screen_keys(screen, "Enter");
	screen_shows(screen, "Mali on the list of item 2");
	screen_keys(screen, ": Up");
	screen_shows(screen, ":floor request mali");
	screen_keys(screen, "Esc :");
	screen_type(screen, "flor give");
	screen_keys(screen, "Enter");
	screen_shows(screen, ":floor give");
	screen_lacks(screen, "● Mali");
	screen_keys(screen, "Enter");
	screen_shows(screen, "● Mali");
}

static void what_is_no_command_stays_on_the_line_to_be_corrected(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_keys(screen, ":");
	screen_type(screen, "xyzzy 3");
	screen_keys(screen, "Enter");
	screen_shows(screen, "unknown command 'xyzzy 3'");
	screen_shows(screen, ":xyzzy 3");
	screen_keys(screen, "Ctrl-U");
	screen_type(screen, "floor request peru");
	screen_keys(screen, "Enter");
	screen_shows(screen, "Peru on the list of item 2");
}

static void the_help_tells_every_key_of_the_view(void **state)
{
	struct screen *screen = *state;
	struct str seen;

	str_init(&seen);
	screen_resize(screen, 200, 120);
	screen_keys(screen, "?");
	screen_shows(screen, "Keys of this view: Room");
	for (const struct command *c = NULL; (c = command_next(c));)
		if (c->keys && (c->where & IN_ROOM))
			screen_shows(screen, c->help);
	screen_keys(screen, "Esc");
	screen_shows(screen, "AGENDA");
	str_clear(&seen);
}

static void covered_names_and_notes_are_nowhere_on_the_screen(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_do(screen, "floor request canada, mali, peru");
	screen_keys(screen, "n");
	screen_do(screen, "statement note s1 \"asked for model legislation\"");
	screen_keys(screen, "F9");
	screen_lacks(screen, "Canada");
	screen_lacks(screen, "Mali");
	screen_lacks(screen, "model legislation");
	screen_keys(screen, "F9");
	screen_shows(screen, "Canada");
}

static void a_signal_keeps_what_is_typed_and_ends_with_its_status(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT};
	struct screen *screen = *state;

	open_meeting(screen);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		app_handle(
			screen->app, &(struct event){.kind = EVENT_SIGNAL, .signal = signals[i]});
		assert_int_equal(app_wants(screen->app), WANT_QUIT);
		assert_int_equal(app_exit_status(screen->app), 128 + signals[i]);
	}
	app_handle(screen->app, &(struct event){.kind = EVENT_GONE});
	assert_int_equal(app_wants(screen->app), WANT_QUIT);
	assert_int_equal(app_exit_status(screen->app), 128 + SIGHUP);
}

static void nothing_is_asked_when_a_session_is_left(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_keys(screen, "q");
	assert_int_equal(app_wants(screen->app), WANT_QUIT);
	assert_int_equal(app_exit_status(screen->app), 0);
}

static void control_c_does_not_end_the_program(void **state)
{
	struct screen *screen = *state;

	screen_keys(screen, "Ctrl-C");
	assert_int_equal(app_wants(screen->app), WANT_NOTHING);
	screen_shows(screen, "q leaves rapporteur");
	screen_keys(screen, "a Ctrl-C");
	screen_lacks(screen, "Who wants the floor");
}

static void pasted_text_is_no_command(void **state)
{
	struct screen *screen = *state;
	const char *before = fixture_dump(&screen->fixture);

	screen_paste(screen, "mqn");
	screen_shows(screen, "Text can be pasted into a field only");
	assert_string_equal(fixture_dump(&screen->fixture), before);
	screen_keys(screen, ":");
	screen_paste(screen, "meeting open\n");
	screen_lacks(screen, "1st meeting");
	screen_keys(screen, "Enter");
	screen_shows(screen, "1st meeting");
}

static void what_another_did_is_seen_at_the_next_draw(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_do(screen, "floor request peru");
	screen_shows(screen, "next  Peru");
}

static void every_size_of_window_is_drawn_with_the_cursor_inside(void **state)
{
	struct screen *screen = *state;

	open_meeting(screen);
	screen_do(screen, "floor request canada, mali, peru");
	screen_keys(screen, "n Enter");
	screen_type(screen, "a note that is longer than some of the windows are wide");
	for (int rows = 1; rows <= 70; rows += 3)
		for (int columns = 1; columns <= 220; columns += 7) {
			screen_resize(screen, rows, columns);
			assert_in_range(screen->canvas.cursor_row, 0, rows - 1);
			assert_in_range(screen->canvas.cursor_column, 0, columns - 1);
		}
	screen_resize(screen, 7, 39);
	screen_shows(screen, "window too small");
}

static void overlays_are_drawn_at_every_size(void **state)
{
	static const char *const ways[] = {
		"a", ":", "?", "u", "r", "t", "i", "/", "2", "3", "4", "5", "6", "7", "d"};
	struct screen *screen = *state;

	open_meeting(screen);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		screen_resize(screen, 24, 80);
		screen_keys(screen, ways[i]);
		for (int rows = 8; rows <= 40; rows += 4)
			for (int columns = 40; columns <= 200; columns += 40) {
				screen_resize(screen, rows, columns);
				assert_in_range(screen->canvas.cursor_row, 0, rows - 1);
				assert_in_range(screen->canvas.cursor_column, 0, columns - 1);
			}
		screen_keys(screen, "Esc");
	}
}

/* --- another day --- */

static int set_up_another_day(void **state)
{
	static struct screen screen;
	struct civil today = {2026, 11, 22, 10, 0, 0};

	set_up(state);
	screen = *(struct screen *)*state;
	app_free(screen.app);
	clock_stand_at(&screen.fixture.desk.clock, civil_ms(&today));
	screen.app = app_new(&screen.fixture.desk, 24, 80, true);
	screen_draw(&screen);
	*state = &screen;
	return 0;
}

static void who_only_looks_changes_nothing(void **state)
{
	struct screen *screen = *state;
	const char *before = fixture_dump(&screen->fixture);

	screen_shows(screen, "is no day of this session");
	screen_keys(screen, "o m");
	screen_shows(screen, "only looking");
	screen_keys(screen, "r");
	screen_type(screen, "Requests");
	screen_keys(screen, "Enter");
	assert_string_equal(fixture_dump(&screen->fixture), before);
}

static void who_logs_afterwards_types_the_time(void **state)
{
	struct screen *screen = *state;

	screen_keys(screen, "l");
	screen_type(screen, "2012-10-17T10:05");
	screen_keys(screen, "Enter m");
	screen_shows(screen, "1st meeting");
	screen_shows(screen, "logging at 10:05");
	screen_lacks(screen, "is no day of this session");
}

static void who_rehearses_does_so_in_a_copy(void **state)
{
	struct screen *screen = *state;
	int64_t session = screen->fixture.desk.session;

	screen_keys(screen, "r");
	screen_shows(screen, "rehearsal");
	assert_int_not_equal(screen->fixture.desk.session, session);
}

static void a_rehearsal_that_was_discarded_is_not_entered_again(void **state)
{
	struct screen *screen = *state;
	struct fixture *fixture = &screen->fixture;
	int64_t session = fixture->desk.session;

	screen_keys(screen, "r");
	int64_t discarded = fixture->desk.session;
	assert_int_not_equal(discarded, session);
	fixture_do(fixture, "session delete");
	app_free(screen->app);
	fixture->desk.session = session;
	screen->app = app_new(&fixture->desk, 24, 80, true);
	screen_draw(screen);
	screen_keys(screen, "r");
	screen_shows(screen, "rehearsal");
	assert_int_not_equal(fixture->desk.session, session);
	assert_int_not_equal(fixture->desk.session, discarded);
}

static void tick(struct screen *screen)
{
	app_work(screen->app);
	app_handle(screen->app, &(struct event){.kind = EVENT_TICK});
}

static void a_tick_in_which_nothing_happens_needs_no_drawing(void **state)
{
	struct screen *screen = *state;

	screen_keys(screen, "Down");
	screen_work(screen);
	tick(screen);
	assert_true(app_drawn(screen->app));
	app_warn(screen->app, NULL);
	tick(screen);
	assert_true(app_drawn(screen->app));
}

static void what_may_be_seen_needs_drawing(void **state)
{
	struct screen *screen = *state;

	screen_work(screen);
	app_handle(screen->app, &(struct event){.kind = EVENT_KEY, .key = {.code = KEY_DOWN}});
	assert_false(app_drawn(screen->app));
	screen_draw(screen);
	app_say(screen->app, TONE_PLAIN, "said");
	assert_false(app_drawn(screen->app));
	screen_draw(screen);
	app_warn(screen->app, "no second backup");
	assert_false(app_drawn(screen->app));
	screen_draw(screen);
	app_reload(screen->app);
	assert_false(app_drawn(screen->app));
	screen_draw(screen);
	assert_true(app_drawn(screen->app));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
#define TEST_ON_ANOTHER_DAY(name) \
	cmocka_unit_test_setup_teardown(name, set_up_another_day, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_key_runs_its_command_and_says_what_it_did),
		TEST(undo_and_all_keys_stay_in_a_hint_bar_that_is_cut),
		TEST(the_hint_bar_offers_only_what_works_now),
		TEST(an_item_that_is_taken_up_here_is_gone_to),
		TEST(the_hint_bar_is_of_the_item_that_was_gone_to),
		TEST(a_missing_argument_is_asked_for_and_escape_leaves_all_as_it_was),
		TEST(names_are_guessed_before_they_are_put_on_the_list),
		TEST(another_name_than_the_best_guess_can_be_chosen),
		TEST(no_is_the_answer_to_a_question_unless_yes_is_said),
		TEST(a_command_that_fails_keeps_its_form_and_what_was_typed),
		TEST(undo_shows_first_what_it_will_do),
		TEST(the_command_line_completes_runs_and_remembers),
		TEST(what_is_no_command_stays_on_the_line_to_be_corrected),
		TEST(the_help_tells_every_key_of_the_view),
		TEST(covered_names_and_notes_are_nowhere_on_the_screen),
		TEST(a_signal_keeps_what_is_typed_and_ends_with_its_status),
		TEST(nothing_is_asked_when_a_session_is_left),
		TEST(control_c_does_not_end_the_program),
		TEST(pasted_text_is_no_command),
		TEST(what_another_did_is_seen_at_the_next_draw),
		TEST(a_tick_in_which_nothing_happens_needs_no_drawing),
		TEST(what_may_be_seen_needs_drawing),
		TEST(every_size_of_window_is_drawn_with_the_cursor_inside),
		TEST(overlays_are_drawn_at_every_size),
		TEST_ON_ANOTHER_DAY(who_only_looks_changes_nothing),
		TEST_ON_ANOTHER_DAY(who_logs_afterwards_types_the_time),
		TEST_ON_ANOTHER_DAY(who_rehearses_does_so_in_a_copy),
		TEST_ON_ANOTHER_DAY(a_rehearsal_that_was_discarded_is_not_entered_again),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
