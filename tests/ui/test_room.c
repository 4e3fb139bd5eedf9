/* SPDX-License-Identifier: MIT */
/* The Room: notes and floor side by side, the log, two writers, a failing disk. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <ftw.h>
#include <glob.h>
#include <locale.h>
#include <signal.h>

#include "store/agenda.h"
#include "store/draft.h"
#include "store/floor.h"
#include "support/store/failing.h"
#include "support/ui/one_screen.h"

enum { FULL = 13, READING_FAILS = 10 }; /* SQLite's codes */

static void give_the_floor_to(const char *names)
{
	screen_keys(&screen, "a");
	screen_type(&screen, names);
	screen_keys(&screen, "Enter n");
}

static const char *note_of(int number)
{
	struct statement_row row;
	struct fixture *fixture = &screen.fixture;
	int64_t id = store_statement_find(fixture->store, fixture->desk.session, number);

	assert_true(store_statement(fixture->store, id, &fixture->arena, &row));
	return row.note;
}

/* --- notes and floor --- */

static void letters_are_text_while_a_note_is_written(void **state)
{
	(void)state;
	give_the_floor_to("canada");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "n q u 1 / : ? a");
	screen_keys(&screen, "Esc");
	assert_string_equal(note_of(1), "n q u 1 / : ? a");
	assert_int_equal(app_wants(screen.app), WANT_NOTHING);
}

static void the_floor_goes_on_while_a_note_is_written(void **state)
{
	static const char *const keys[] = {"F5", "Alt-n"};

	(void)state;
	give_the_floor_to("canada, mali, peru");
	screen_keys(&screen, "Enter");
	for (size_t i = 0; i < 2; i++) {
		screen_type(&screen, "one ");
		screen_keys(&screen, keys[i]);
		screen_shows(&screen, i ? "● Peru" : "● Mali");
		assert_non_null(strstr(screen_cursor_row(&screen), "one"));
	}
	screen_type(&screen, "two");
	screen_keys(&screen, "Esc");
	assert_string_equal(note_of(1), "one one two");
	assert_string_equal(note_of(2), "");
}

static void a_key_that_is_hit_twice_skips_nobody(void **state)
{
	struct clock *clock = &screen.fixture.desk.clock;

	(void)state;
	give_the_floor_to("canada, mali, peru");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "one");
	screen_keys(&screen, "Alt-n Alt-n");
	screen_shows(&screen, "● Mali");
	screen_shows(&screen, "Mali has only just got the floor");
	assert_non_null(strstr(screen_cursor_row(&screen), "one"));
	clock_stand_at(clock, clock->standing + 1000);
	screen_keys(&screen, "Alt-n");
	screen_shows(&screen, "● Peru");
}

static void who_was_skipped_is_said(void **state)
{
	struct clock *clock = &screen.fixture.desk.clock;

	(void)state;
	clock->stands = false;
	give_the_floor_to("canada, mali");
	screen_keys(&screen, "Tab n");
	screen_shows(&screen, "● Mali");
	screen_shows(&screen, "Canada had it for 0 s; u takes that back");
}

static void no_key_is_named_that_would_be_typed_into_the_note(void **state)
{
	struct clock *clock = &screen.fixture.desk.clock;

	(void)state;
	clock->stands = false;
	give_the_floor_to("canada, mali");
	screen_keys(&screen, "Enter F5");
	screen_shows(&screen, "Canada had it for 0 s");
	screen_lacks(&screen, "u takes that back");
}

static void what_a_command_has_printed_names_the_way_back_and_the_way_to_undo_it(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_type(&screen, "canada, mali");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "2 added: Canada, Mali on the list of item 2");
	screen_keys(&screen, "L");
	screen_shows(&screen, "q back  u undo");
	screen_lacks(&screen, "q leave");
	screen_keys(&screen, "u Enter");
	screen_shows(&screen, "undone: floor close");
	screen_shows(&screen, "AGENDA");
}

static void what_does_not_fit_of_what_was_printed_is_said(void **state)
{
	(void)state;
	screen_keys(&screen, "W");
	screen_shows(&screen, "↓ more: seen");
	screen_keys(&screen, "End");
	screen_shows(&screen, "the end of");
	screen_lacks(&screen, "↓ more");
	screen_keys(&screen, "q");
	screen_lacks(&screen, "the end of");
}

static void what_is_printed_with_tabs_stands_in_columns(void **state)
{
	(void)state;
	screen_keys(&screen, ":");
	screen_type(&screen, "group show");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "European Union                                27\n");
	screen_shows(&screen, "Group of Latin American and Caribbean States  33\n");
	screen_resize(&screen, 12, 40);
	screen_shows(&screen, "Group of Latin American and Cari  33\n");
}

static void a_statement_that_is_logged_has_a_group_and_a_kind(void **state)
{
	struct statement_row row;
	struct fixture *fixture = &screen.fixture;

	(void)state;
	screen_keys(&screen, "s");
	screen_shows(&screen, "Agenda item:        2");
	screen_type(&screen, "mali");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "friends of the rule of law");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "point");
	screen_keys(&screen, "Enter");
	screen_shows(&screen,
		"No participant is called 'friends of the rule of law'. Add it as a group?");
	screen_keys(&screen, "y");
	assert_true(store_statement(fixture->store,
		store_statement_find(fixture->store, fixture->desk.session, 1), &fixture->arena,
		&row));
	assert_string_equal(row.name, "Mali");
	assert_string_equal(row.group, "friends of the rule of law");
	assert_string_equal(row.kind, "point_of_order");
}

static void a_correction_lets_in_a_group_that_nobody_knew(void **state)
{
	(void)state;
	give_the_floor_to("mali");
	screen_keys(&screen, "E Tab Tab Tab");
	screen_type(&screen, "friends of the rule of law");
	screen_keys(&screen, "Enter y");
	screen_shows(&screen, "s1 changed: for friends of the rule of law");
}

static void a_row_of_the_log_says_how_many_points_more_there_are(void **state)
{
	(void)state;
	screen_do(&screen, "statement add Mali --item 2 --note 'asked for laws\nstressed the needs "
			   "of the region\nwelcomed the report'");
	screen_do(&screen, "statement add Peru --item 2 --note 'one\ntwo'");
	screen_do(&screen, "statement add Chad --item 2");
	screen_shows(&screen, "asked for laws       +2");
	screen_shows(&screen, "one; two\n");
	screen_resize(&screen, 24, 120);
	screen_shows(&screen, "asked for laws; stressed the needs of th");
	screen_resize(&screen, 24, 160);
	screen_lacks(&screen, "+2");
}

static void an_empty_list_names_the_key_that_fills_it(void **state)
{
	(void)state;
	screen_shows(&screen, "nobody is on the list; a adds");
	screen_keys(&screen, "Tab");
	screen_shows(&screen, "nobody is on the list; a adds");
	screen_lacks(&screen, "Enter give floor");
}

static void what_can_be_done_about_it_stays_where_a_message_is_cut(void **state)
{
	(void)state;
	screen.fixture.desk.clock.stands = false;
	give_the_floor_to("united kingdom, mali");
	screen_keys(&screen, "Tab n");
	screen_shows(&screen, "; u takes that back");
	screen_keys(&screen, "M");
	screen_shows(&screen, "; u takes it back");
}

static void a_correction_says_what_it_changed(void **state)
{
	(void)state;
	give_the_floor_to("mali, peru, chad");
	screen_keys(&screen, "E");
	screen_type(&screen, "peru");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 changed: Peru in place of Mali; still on the list: Peru");
	screen_keys(&screen, "u");
	screen_shows(&screen, "s1 changed: Peru in place of Mali");
	screen_keys(&screen, "Esc E");
	screen_type(&screen, "kenya");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "s1 changed: Kenya in place of Peru");
	screen_lacks(&screen, "still on the list");
}

static void a_high_window_shows_the_list_while_a_note_is_written(void **state)
{
	(void)state;
	give_the_floor_to("mali, peru, chad, kenya");
	screen_shows(&screen, "next  Peru · Chad");
	screen_keys(&screen, "Enter");
	screen_resize(&screen, 40, 120);
	screen_shows(&screen, "SPEAKERS' LIST  3");
	screen_shows(&screen, "  3  Kenya");
	screen_keys(&screen, "Alt-n");
	screen_shows(&screen, "SPEAKERS' LIST  2");
	screen_keys(&screen, "Esc Tab End Tab");
	screen_shows(&screen, "  1  Chad");
}

static void who_is_next_is_in_sight_of_a_long_list_that_was_scrolled(void **state)
{
	(void)state;
	screen_resize(&screen, 40, 120);
	give_the_floor_to("mali, peru, chad, kenya, cuba, fiji, iraq, niger, oman, qatar, samoa, "
			  "togo, yemen, benin, gabon");
	screen_keys(&screen, "Tab End");
	screen_shows(&screen, " 14  Gabon");
	screen_keys(&screen, "Esc");
	screen_shows(&screen, "  1  Peru");
	screen_lacks(&screen, " 14  Gabon");
}

static void alt_down_and_alt_up_go_from_note_to_note(void **state)
{
	(void)state;
	give_the_floor_to("canada, mali");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "first");
	screen_keys(&screen, "F5 Alt-Down");
	assert_string_equal(note_of(1), "first");
	screen_type(&screen, "second");
	screen_keys(&screen, "Alt-Down");
	screen_shows(&screen, "This is the newest statement");
	screen_keys(&screen, "Alt-Up");
	assert_string_equal(note_of(2), "second");
	screen_type(&screen, " again");
	screen_keys(&screen, "Alt-Up");
	screen_shows(&screen, "This is the first statement");
	screen_keys(&screen, "Esc");
	assert_string_equal(note_of(1), "first again");
}

static void a_note_that_is_not_changed_writes_nothing(void **state)
{
	(void)state;
	give_the_floor_to("canada");
	const char *before = fixture_dump(&screen.fixture);
	screen_keys(&screen, "Enter Esc Enter Esc");
	assert_string_equal(fixture_dump(&screen.fixture), before);
}

static void a_note_can_be_emptied(void **state)
{
	(void)state;
	give_the_floor_to("canada");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "wrong");
	screen_keys(&screen, "Esc Enter Ctrl-U Esc");
	assert_string_equal(note_of(1), "");
}

static void pasted_lines_become_points(void **state)
{
	(void)state;
	give_the_floor_to("canada");
	screen_keys(&screen, "Enter");
	screen_paste(&screen, "asked for experts\nq n u\n");
	screen_keys(&screen, "Esc");
	assert_string_equal(note_of(1), "asked for experts\nq n u");
}

static void what_was_typed_is_there_after_a_signal(void **state)
{
	struct draft_row draft;
	struct fixture *fixture = &screen.fixture;

	(void)state;
	give_the_floor_to("canada");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "asked for model legislation");
	app_handle(screen.app, &(struct event){.kind = EVENT_SIGNAL, .signal = SIGTERM});
	assert_true(store_draft(
		fixture->store, fixture->desk.session, "note s1", &fixture->arena, &draft));
	assert_string_equal(draft.text, "asked for model legislation");
	assert_string_equal(note_of(1), "");
	app_free(screen.app);
	screen.app = app_new(&fixture->desk, 24, 80, true);
	screen_draw(&screen);
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "asked for model legislation");
	screen_keys(&screen, "Esc");
	assert_string_equal(note_of(1), "asked for model legislation");
	assert_false(store_draft(
		fixture->store, fixture->desk.session, "note s1", &fixture->arena, &draft));
}

static void an_empty_note_of_the_editor_outside_keeps_the_old_text(void **state)
{
	(void)state;
	give_the_floor_to("canada");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "mine");
	screen_keys(&screen, "Ctrl-X");
	assert_int_equal(app_wants(screen.app), WANT_EDITOR);
	assert_string_equal(app_editor_text(screen.app), "mine");
	app_editor_done(screen.app, NULL, "the editor failed");
	screen_draw(&screen);
	screen_shows(&screen, "the editor failed");
	screen_keys(&screen, "Ctrl-X");
	app_editor_done(screen.app, "mine and more\n", NULL);
	screen_keys(&screen, "Esc");
	assert_string_equal(note_of(1), "mine and more");
}

/* --- two writers --- */

static void begin_a_conflict(void)
{
	give_the_floor_to("canada");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "asked for model laws");
	screen_do(&screen, "statement note s1 --replace \"asked for money\"");
	screen_keys(&screen, "Esc");
	screen_shows(&screen, "Somebody else has changed the note of s1");
	screen_shows(&screen, "[-money-]{+model laws+}");
	assert_string_equal(note_of(1), "asked for money");
}

static void nothing_is_overwritten_before_somebody_says_so(void **state)
{
	(void)state;
	begin_a_conflict();
	screen_keys(&screen, "q n x Esc");
	assert_string_equal(note_of(1), "asked for money");
	screen_shows(&screen, "asked for model laws");
	screen_type(&screen, " now");
	screen_keys(&screen, "Esc m");
	assert_string_equal(note_of(1), "asked for model laws now");
}

static void the_text_of_the_other_can_be_taken(void **state)
{
	(void)state;
	begin_a_conflict();
	screen_keys(&screen, "t");
	assert_string_equal(note_of(1), "asked for money");
	screen_shows(&screen, "asked for money");
	screen_lacks(&screen, "model laws");
}

/* --- the log --- */

static void fill_the_log(int count)
{
	char line[120];

	for (int i = 1; i <= count; i++) {
		snprintf(line, sizeof line, "statement add Mali --item 2 --note \"point %d.\"", i);
		fixture_do(&screen.fixture, line);
	}
	screen_draw(&screen);
}

static void the_newest_is_in_sight_and_every_row_can_be_reached(void **state)
{
	char wanted[24];

	(void)state;
	fill_the_log(150);
	screen_shows(&screen, "point 150.");
	for (int i = 149; i > 0; i--) {
		screen_keys(&screen, "Up");
		snprintf(wanted, sizeof wanted, "s%d", i);
		assert_non_null(strstr(screen_cursor_row(&screen), wanted));
	}
	screen_shows(&screen, "↓ newer");
	screen_lacks(&screen, "↑ older");
	screen_keys(&screen, "End");
	screen_shows(&screen, "point 150.");
	screen_keys(&screen, "Home");
	screen_shows(&screen, "point 1.");
	for (int i = 0; i < 30; i++)
		screen_keys(&screen, "PageDown");
	assert_non_null(strstr(screen_cursor_row(&screen), "s150"));
}

static void the_cursor_stays_on_its_statement_when_others_log(void **state)
{
	(void)state;
	fill_the_log(40);
	screen_keys(&screen, "Up Up Up");
	assert_non_null(strstr(screen_cursor_row(&screen), "s37"));
	screen_do(&screen, "statement add Peru --item 2");
	screen_do(&screen, "statement delete s30");
	assert_non_null(strstr(screen_cursor_row(&screen), "s37"));
	screen_do(&screen, "statement delete s37");
	assert_non_null(strstr(screen_cursor_row(&screen), "s38"));
}

static void who_is_at_the_newest_stays_there(void **state)
{
	(void)state;
	fill_the_log(40);
	screen_do(&screen, "statement add Peru --item 2");
	assert_non_null(strstr(screen_cursor_row(&screen), "s41"));
}

static void delete_takes_only_what_has_the_focus(void **state)
{
	(void)state;
	fill_the_log(2);
	const char *before = fixture_dump(&screen.fixture);
	screen_keys(&screen, "Left Delete");
	assert_string_equal(fixture_dump(&screen.fixture), before);
	screen_keys(&screen, "Right Delete");
	screen_shows(&screen, "s2 Mali deleted");
}

/* --- the speakers' list --- */

static void the_list_is_put_in_order_with_the_keys(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_type(&screen, "canada, mali, peru");
	screen_keys(&screen, "Enter Tab Down Down Alt-Up Alt-Up");
	screen_shows(&screen, "1  Peru");
	screen_keys(&screen, "Down w");
	screen_shows(&screen, "Canada off the list");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "● Mali");
}

/* The refusal throws away what the desk had read. */
static void a_form_that_is_asked_about_still_shows_its_names(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_type(&screen, "spain");
	screen_keys(&screen, "Enter a");
	screen_type(&screen, "spain");
	screen_draw(&screen);
	screen_shows(&screen, "ESP");
	screen_keys(&screen, "Enter");
	screen_draw(&screen);
	screen_shows(&screen, "ESP");
}

static void a_list_of_everybody_stays_usable(void **state)
{
	size_t count;
	struct fixture *fixture = &screen.fixture;
	struct completion *all;
	const struct param one = {.name = "name", .type = ARG_PARTICIPANT};

	(void)state;
	all = complete_arg(&fixture->desk, &one, "", 193, &fixture->arena, &count);
	assert_int_equal(count, 193);
	for (size_t i = 0; i < count; i++)
		fixture_do(fixture,
			arena_printf(&fixture->arena, "floor request --names \"%s\"", all[i].text));
	screen_draw(&screen);
	screen_shows(&screen, "and 19");
	screen_keys(&screen, "Tab End");
	screen_shows(&screen, "193 of 193");
	screen_keys(&screen, "n");
	screen_shows(&screen, "SPEAKERS' LIST  192");
}

/* --- a disk that fails --- */

static int remove_entry(const char *path, const struct stat *about, int kind, struct FTW *place)
{
	(void)about;
	(void)kind;
	(void)place;
	return remove(path);
}

static size_t rescue_files(const char *folder)
{
	char pattern[200];
	glob_t found;
	size_t count = 0;

	snprintf(pattern, sizeof pattern, "%s/rapporteur/rescue-*", folder);
	if (glob(pattern, 0, NULL, &found) == 0) {
		count = found.gl_pathc;
		globfree(&found);
	}
	return count;
}

/* The screen of the fixture on a database in a file that can be made to fail. */
static void move_to_a_disk(const char *folder)
{
	struct fixture *fixture = &screen.fixture;
	char path[200];
	struct err err = {0};

	app_free(screen.app);
	desk_clear(&fixture->desk);
	store_free(fixture->store);
	snprintf(path, sizeof path, "%s/disk.db", folder);
	fixture->store = store_new(path, STORE_OPEN_CREATE, &err);
	assert_non_null(fixture->store);
	fixture->desk.store = fixture->store;
	fixture->desk.session = 0;
	fixture_do(fixture, "agenda load agendas/2012-10-17-wg-technical-assistance.yaml");
	fixture_do(fixture, "meeting open");
	fixture_do(fixture, "statement add Canada --item 2");
	fixture->desk.selected.item = store_item_find(fixture->store, fixture->desk.session, "2");
	screen.app = app_new(&fixture->desk, 24, 80, true);
	screen_draw(&screen);
}

static void a_note_that_cannot_be_saved_stays_and_goes_to_a_file(void **state)
{
	static const int codes[] = {FULL, READING_FAILS};
	char folder[] = "/tmp/test-room-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	failing_install();
	move_to_a_disk(folder);
	screen_keys(&screen, "Enter");
	screen_type(&screen, "asked for model legislation");
	for (size_t i = 0; i < 2; i++) {
		failing_arm(1, codes[i], FAILING_FOREVER);
		screen_keys(&screen, "Esc");
		failing_disarm();
		screen_shows(&screen, "NOT SAVED");
		screen_lacks(&screen, "noted");
		screen_shows(&screen, "asked for model legislation");
		/* One file is enough for one text. */
		assert_int_equal(rescue_files(folder), 1);
	}
	/* The disk has room again. */
	screen_keys(&screen, "Esc");
	screen_lacks(&screen, "NOT SAVED");
	assert_string_equal(note_of(1), "asked for model legislation");
	screen_close(&screen);
	failing_remove();
	unsetenv("XDG_STATE_HOME");
	nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	screen_open(&screen, 24, 80);
}

/* Item 2 is open still, and stands before it. */
static void entered_again_it_is_where_the_meeting_is(void **state)
{
	struct desk *desk = &screen.fixture.desk;

	(void)state;
	screen_do(&screen, "item open 5");
	app_free(screen.app);
	desk->selected.item = desk->selected.statement = 0;
	screen.app = app_new(desk, 24, 80, true);
	screen_draw(&screen);
	assert_true(desk->selected.item == store_item_find(desk->store, desk->session, "5"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, screen_set_up_on_item_2, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(letters_are_text_while_a_note_is_written),
		TEST(the_floor_goes_on_while_a_note_is_written),
		TEST(a_key_that_is_hit_twice_skips_nobody),
		TEST(who_was_skipped_is_said),
		TEST(no_key_is_named_that_would_be_typed_into_the_note),
		TEST(what_a_command_has_printed_names_the_way_back_and_the_way_to_undo_it),
		TEST(what_does_not_fit_of_what_was_printed_is_said),
		TEST(what_is_printed_with_tabs_stands_in_columns),
		TEST(a_statement_that_is_logged_has_a_group_and_a_kind),
		TEST(a_correction_lets_in_a_group_that_nobody_knew),
		TEST(a_row_of_the_log_says_how_many_points_more_there_are),
		TEST(an_empty_list_names_the_key_that_fills_it),
		TEST(what_can_be_done_about_it_stays_where_a_message_is_cut),
		TEST(a_correction_says_what_it_changed),
		TEST(a_high_window_shows_the_list_while_a_note_is_written),
		TEST(who_is_next_is_in_sight_of_a_long_list_that_was_scrolled),
		TEST(alt_down_and_alt_up_go_from_note_to_note),
		TEST(a_note_that_is_not_changed_writes_nothing),
		TEST(a_note_can_be_emptied),
		TEST(pasted_lines_become_points),
		TEST(what_was_typed_is_there_after_a_signal),
		TEST(an_empty_note_of_the_editor_outside_keeps_the_old_text),
		TEST(nothing_is_overwritten_before_somebody_says_so),
		TEST(the_text_of_the_other_can_be_taken),
		TEST(the_newest_is_in_sight_and_every_row_can_be_reached),
		TEST(the_cursor_stays_on_its_statement_when_others_log),
		TEST(who_is_at_the_newest_stays_there),
		TEST(delete_takes_only_what_has_the_focus),
		TEST(the_list_is_put_in_order_with_the_keys),
		TEST(a_form_that_is_asked_about_still_shows_its_names),
		TEST(a_list_of_everybody_stays_usable),
		TEST(entered_again_it_is_where_the_meeting_is),
		TEST(a_note_that_cannot_be_saved_stays_and_goes_to_a_file),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
