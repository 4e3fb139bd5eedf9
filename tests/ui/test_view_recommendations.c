/* SPDX-License-Identifier: MIT */
/* The Recommendations view: what is typed is never lost, and never lost on others. */
#include <glob.h>
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "store/draft.h"
#include "store/recommendation.h"
#include "support/ui/one_screen.h"
#include "ui/app_inside.h"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	screen_do(
		&screen, "recommendation propose 'Takes note of the report' --item 3 --by Canada");
	screen_do(&screen, "recommendation propose 'Calls upon States to act' --item 4");
	screen_do(&screen, "recommendation propose 'Requests the Secretariat to report' --item 3");
	screen_keys(&screen, "2");
	return 0;
}

static struct recommendation_row stored(int number)
{
	struct recommendation_row row = {0};
	int64_t id = store_recommendation_find(
		screen.fixture.store, screen.fixture.desk.session, number);

	store_recommendation(screen.fixture.store, id, &screen.fixture.arena, &row);
	return row;
}

static bool has_draft(const char *key, const char *text)
{
	struct draft_row draft;

	return store_draft(screen.fixture.store, screen.fixture.desk.session, key,
		       &screen.fixture.arena, &draft) &&
	       strcmp(draft.text, text) == 0;
}

/* What the loop does when the program is told to end. */
static void terminate(void)
{
	app_handle(screen.app, &(struct event){.kind = EVENT_SIGNAL, .signal = SIGTERM});
}

static void start_again(void)
{
	app_free(screen.app);
	screen.app = app_new(&screen.fixture.desk, 24, 80, true);
	screen_keys(&screen, "2");
}

static void assert_on_row(const char *text)
{
	const char *row = screen_cursor_row(&screen);

	if (!strstr(row, text))
		fail_msg("the cursor is on \"%s\", not on \"%s\"", row, text);
}

/* --- the list --- */

static void the_cursor_begins_on_the_first_recommendation(void **state)
{
	(void)state;
	assert_on_row("r1");
	assert_int_equal(screen.fixture.desk.selected.recommendation, stored(1).id);
}

static void a_command_acts_on_the_row_under_the_cursor(void **state)
{
	(void)state;
	screen_keys(&screen, "j a");
	assert_int_equal(stored(2).state, RECOMMENDATION_ADOPTED);
	assert_on_row("r2");
	screen_shows(&screen, "✓ adopted");
}

static void rows_that_others_add_do_not_move_the_cursor(void **state)
{
	(void)state;
	screen_keys(&screen, "j");
	int row = screen.canvas.cursor_row;
	screen_do(&screen, "recommendation propose 'Invites others'");
	screen_do(&screen, "recommendation withdraw r1");
	assert_on_row("r2");
	assert_int_equal(screen.canvas.cursor_row, row);
}

static void a_row_that_is_moved_takes_the_cursor_along(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation move r1 3");
	assert_on_row("r1");
	assert_on_row("(c)");
}

static void what_another_view_selected_is_selected_here(void **state)
{
	(void)state;
	screen_keys(&screen, "1");
	screen.fixture.desk.selected.recommendation = stored(3).id;
	screen_keys(&screen, "2");
	assert_on_row("r3");
}

static void only_what_is_open_is_offered_for_a_decision(void **state)
{
	(void)state;
	screen_shows(&screen, "a adopt  w withdraw  f defer");
	screen_keys(&screen, "a");
	screen_shows(&screen, "O take up again");
	screen_lacks(&screen, "a adopt");
	screen_keys(&screen, "Home Up");
	screen_lacks(&screen, "w withdraw");
	screen_keys(&screen, "End");
	screen_shows(&screen, "a adopt  w withdraw  f defer");
}

static void what_is_open_on_a_text_is_said_in_its_row(void **state)
{
	(void)state;
	screen_lacks(&screen, "amendment");
	screen_do(&screen, "amendment propose r1 --insert good --after Takes");
	screen_do(&screen, "amendment propose r1 --delete 'of the report'");
	screen_do(&screen, "bracket open r1 report --by Canada");
	screen_draw(&screen);
	assert_on_row("2 amendments, 1 bracket");
	screen_do(&screen, "recommendation adopt r1 --anyway");
	screen_draw(&screen);
	screen_lacks(&screen, "amendment");
}

static void all_open_brackets_are_listed_and_all_texts_again(void **state)
{
	(void)state;
	screen_do(&screen, "bracket open r1 report --by Canada");
	screen_do(&screen, "bracket open r3 report --by Norway --delete");
	screen_keys(&screen, "b");
	screen_shows(&screen, "3 open brackets");
	assert_on_row("r1");
	screen_lacks(&screen, "r2");
	screen_keys(&screen, "j");
	assert_on_row("[1] Canada: report");
	screen_keys(&screen, "End");
	assert_on_row("[2] Norway: delete");
	screen_keys(&screen, "t");
	screen_shows(&screen, "TEXT r3");
	screen_shows(&screen, "Bracket 2 of 2, Norway");
	screen_keys(&screen, "Escape");
	assert_on_row("[2] Norway: delete");
	assert_int_equal(screen.fixture.desk.selected.recommendation, stored(3).id);
	screen_keys(&screen, "b");
	assert_on_row("r3");
	screen_shows(&screen, "r2");
}

static void without_a_bracket_that_is_said(void **state)
{
	(void)state;
	screen_keys(&screen, "b");
	screen_shows(&screen, "No bracket is open");
	screen_keys(&screen, "b");
	screen_shows(&screen, "r2");
}

static void three_hundred_long_texts_scroll(void **state)
{
	struct str line;

	(void)state;
	str_init(&line);
	for (int i = 0; i < 300; i++) {
		str_reset(&line);
		str_addf(&line, "recommendation propose 'Number %d %0*d'", i, 2000, 0);
		fixture_do(&screen.fixture, line.text);
	}
	str_clear(&line);
	screen_draw(&screen);
	screen_keys(&screen, "End");
	assert_on_row("r303");
	assert_on_row("(qqqqqqqqqqqq)");
	screen_keys(&screen, "Home");
	assert_on_row("r1");
	screen_keys(&screen, "Up");
	assert_int_equal(screen.fixture.desk.selected.recommendation, 0);
}

/* --- writing --- */

static void what_is_typed_is_saved_as_a_new_version(void **state)
{
	(void)state;
	screen_keys(&screen, "e");
	screen_type(&screen, " and more");
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(1).text, "Takes note of the report and more");
	assert_int_equal(stored(1).version, 2);
	screen_shows(&screen, "version 2");
}

static void a_text_that_was_not_changed_makes_no_version(void **state)
{
	(void)state;
	screen_keys(&screen, "e x Backspace Escape");
	assert_int_equal(stored(1).version, 1);
}

static void letters_are_text_while_a_text_is_being_written(void **state)
{
	(void)state;
	screen_keys(&screen, "e");
	screen_type(&screen, "qa1u?:/");
	screen_shows(&screen, "reportqa1u?:/");
	assert_int_equal(stored(1).state, RECOMMENDATION_DRAFT);
}

static void pasted_lines_are_text(void **state)
{
	(void)state;
	screen_keys(&screen, "e");
	screen_paste(&screen, ":\n(i) One;\n(ii) Two");
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(1).text, "Takes note of the report:\n(i) One;\n(ii) Two");
}

static void what_is_typed_is_checked_against_the_house_style(void **state)
{
	(void)state;
	screen_keys(&screen, "e");
	screen_lacks(&screen, "warning");
	screen_type(&screen, " on programs");
	screen_shows(&screen, "1 warning: “programs” is spelt in another way; write “programmes”");
	screen_lacks(&screen, "F8 all");
	screen_type(&screen, " of the the UN");
	screen_shows(&screen, "3 warnings: “programs” is spelt");
	screen_keys(&screen, "F8");
	screen_shows(&screen, "1:41 doubled-word: “the the” stands twice; write “the”");
	screen_keys(&screen, "q");
	screen_shows(&screen, "Editing r1");
	screen_do(&screen, "style silence spelling programs");
	screen_shows(&screen, "2 warnings: “the the”");
	screen_keys(&screen, "Backspace Backspace Ctrl-W Ctrl-W Ctrl-W");
	screen_lacks(&screen, "2 warnings");
	screen_keys(&screen, "F8");
	screen_shows(&screen, "The drafting check has no warning that is not silenced");
}

static void giving_up_is_said_twice(void **state)
{
	(void)state;
	screen_keys(&screen, "e");
	screen_type(&screen, " zzz");
	screen_keys(&screen, "Ctrl-G");
	screen_shows(&screen, "report zzz");
	screen_keys(&screen, "Ctrl-G");
	screen_lacks(&screen, "zzz");
	assert_int_equal(stored(1).version, 1);
	assert_false(has_draft("recommendation r1", "Takes note of the report zzz"));
}

static void a_locked_text_is_not_opened(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation adopt r1");
	screen_keys(&screen, "e");
	screen_shows(&screen, "locked");
	screen_keys(&screen, "j");
	assert_on_row("r2");
}

static void a_new_one_takes_its_item_and_proposer_from_the_fields(void **state)
{
	(void)state;
	screen_keys(&screen, "r");
	screen_type(&screen, "Invites Member States to share laws");
	screen_keys(&screen, "Tab Ctrl-U 5 Tab");
	screen_type(&screen, "zim");
	screen_shows(&screen, "Zimbabwe");
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(4).text, "Invites Member States to share laws");
	assert_string_equal(stored(4).item_printed, "5");
	assert_string_equal(stored(4).proposer_name, "Zimbabwe");
	assert_on_row("r4");
}

static void an_empty_proposal_is_none(void **state)
{
	(void)state;
	screen_keys(&screen, "r Escape");
	assert_int_equal(stored(4).id, 0);
	assert_on_row("r1");
}

static void the_chapeau_is_edited_on_its_own_line(void **state)
{
	(void)state;
	screen_keys(&screen, "Home Up");
	screen_shows(&screen, "Enter write the chapeau");
	screen_keys(&screen, "Enter");
	screen_type(&screen, "The Working Group recommended:");
	screen_keys(&screen, "Escape");
	assert_on_row("The Working Group recommended:");
}

/* --- the other editor --- */

static void the_other_editor_gets_and_gives_the_text(void **state)
{
	(void)state;
	screen_keys(&screen, "e Ctrl-X");
	assert_int_equal(app_wants(screen.app), WANT_EDITOR);
	assert_string_equal(app_editor_text(screen.app), "Takes note of the report");
	app_editor_done(screen.app, "Takes note with appreciation\n", NULL);
	screen_draw(&screen);
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(1).text, "Takes note with appreciation");
}

static void when_the_other_editor_fails_the_text_stays(void **state)
{
	(void)state;
	screen_keys(&screen, "e Ctrl-X");
	app_editor_done(screen.app, NULL, "no editor");
	screen_draw(&screen);
	screen_shows(&screen, "no editor");
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(1).text, "Takes note of the report");
}

/* --- drafts --- */

static void what_was_being_typed_is_offered_after_a_crash(void **state)
{
	(void)state;
	screen_keys(&screen, "e");
	screen_type(&screen, " half a sen");
	terminate();
	assert_true(has_draft("recommendation r1", "Takes note of the report half a sen"));
	start_again();
	screen_shows(&screen, "[unsaved]");
	screen_keys(&screen, "e");
	screen_shows(&screen, "half a sen");
	screen_shows(&screen, "never saved");
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(1).text, "Takes note of the report half a sen");
	assert_false(has_draft("recommendation r1", "Takes note of the report half a sen"));
}

static void a_proposal_that_was_being_typed_is_offered_too(void **state)
{
	(void)state;
	screen_keys(&screen, "r");
	screen_type(&screen, "Invites Member Sta");
	terminate();
	start_again();
	screen_shows(&screen, "one unsaved");
	screen_keys(&screen, "r");
	screen_shows(&screen, "Invites Member Sta");
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(4).text, "Invites Member Sta");
	screen_lacks(&screen, "one unsaved");
}

static void the_one_just_proposed_in_the_room_is_selected(void **state)
{
	(void)state;
	screen_keys(&screen, "1 r");
	screen_type(&screen, "Invites States");
	screen_keys(&screen, "Esc 2");
	assert_non_null(strstr(screen_cursor_row(&screen), "Invites States"));
}

static void editing_is_not_offered_where_the_text_is_locked(void **state)
{
	(void)state;
	screen_shows(&screen, "Enter edit");
	screen_keys(&screen, "a");
	screen_shows(&screen, "O take up again");
	screen_lacks(&screen, "Enter edit");
}

/* --- two writers --- */

static void write_against_another(void)
{
	screen_keys(&screen, "e");
	screen_type(&screen, " mine");
	screen_do(&screen, "recommendation edit r1 'Takes good note of the report'");
	screen_keys(&screen, "Escape");
}

static void nothing_that_another_saved_is_overwritten(void **state)
{
	(void)state;
	write_against_another();
	assert_string_equal(stored(1).text, "Takes good note of the report");
	screen_shows(&screen, "[-good-]");
	screen_shows(&screen, "mine+}");
	assert_true(has_draft("recommendation r1", "Takes note of the report mine"));
}

static void my_text_is_saved_when_i_say_so_having_seen_theirs(void **state)
{
	(void)state;
	write_against_another();
	screen_keys(&screen, "m");
	assert_string_equal(stored(1).text, "Takes note of the report mine");
	assert_int_equal(stored(1).version, 3);
}

static void i_can_go_on_with_my_text(void **state)
{
	(void)state;
	write_against_another();
	screen_keys(&screen, "Escape");
	screen_type(&screen, " too");
	screen_keys(&screen, "Escape");
	assert_string_equal(stored(1).text, "Takes good note of the report");
	screen_keys(&screen, "m");
	assert_string_equal(stored(1).text, "Takes note of the report mine too");
}

static void their_text_stays_when_i_take_it(void **state)
{
	(void)state;
	write_against_another();
	screen_keys(&screen, "t");
	assert_string_equal(stored(1).text, "Takes good note of the report");
	assert_int_equal(stored(1).version, 2);
	assert_false(has_draft("recommendation r1", "Takes note of the report mine"));
}

static void commands_have_no_keys_while_two_texts_are_shown(void **state)
{
	(void)state;
	write_against_another();
	screen_keys(&screen, "a w");
	assert_int_equal(stored(1).state, RECOMMENDATION_DRAFT);
	screen_shows(&screen, "[-good-]");
}

/* --- a database that cannot be written --- */

/* From here on the session is the same one in a file that may only be read. */
static void may_only_be_read_from_now_on(const char *folder)
{
	struct fixture *fixture = &screen.fixture;
	const char *copy = arena_printf(&fixture->arena, "%s/copy.db", folder);
	struct store *memory = fixture->store;

	fixture->desk.store = fixture->store = store_new(copy, STORE_OPEN_CREATE, &fixture->err);
	fixture->desk.session = 0;
	desk_clear(&fixture->desk);
	fixture_do(fixture, "agenda load agendas/2012-10-17-wg-technical-assistance.yaml");
	fixture_do(fixture, "recommendation propose 'Takes note of the report' --item 3");
	store_free(fixture->store);
	fixture->desk.store = fixture->store = store_new(copy, STORE_OPEN_READ_ONLY, &fixture->err);
	desk_clear(&fixture->desk);
	store_free(memory);
}

/* There is one rescue file, and the text is in it. */
static void assert_rescued(const char *folder, const char *text)
{
	struct fixture *fixture = &screen.fixture;
	const char *pattern = arena_printf(&fixture->arena, "%s/rapporteur/rescue-*", folder);
	struct str rescued;
	glob_t files;

	assert_int_equal(glob(pattern, 0, NULL, &files), 0);
	assert_int_equal(files.gl_pathc, 1);
	str_init(&rescued);
	assert_true(file_read(files.gl_pathv[0], 10000, &rescued, &fixture->err));
	assert_string_equal(rescued.text, text);
	str_clear(&rescued);
	globfree(&files);
}

static const char *rescue_folder(void)
{
	const char *tmp = getenv("TMPDIR");
	char *path = arena_printf(&screen.fixture.arena, "%s/locked-XXXXXX", tmp ? tmp : "/tmp");

	assert_non_null(mkdtemp(path));
	setenv("XDG_STATE_HOME", path, 1);
	return path;
}

static void when_saving_fails_the_text_stays_and_is_in_a_file(void **state)
{
	const char *folder = rescue_folder();

	(void)state;
	screen_keys(&screen, "e");
	screen_type(&screen, " kept");
	may_only_be_read_from_now_on(folder);
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "report kept");
	screen_shows(&screen, "Not saved; your text is in");
	assert_rescued(folder, "Takes note of the report kept");
}

/* Esc, in the moment in which the draft is due to be kept too. */
static void that_saving_failed_is_said_also_when_the_draft_cannot_be_kept(void **state)
{
	const char *folder = rescue_folder();

	(void)state;
	setenv("HOME", folder, 1);
	screen_keys(&screen, "e");
	screen_type(&screen, " kept");
	may_only_be_read_from_now_on(folder);
	for (int i = 0; i < 2; i++) {
		screen.app->kept = 0;
		screen_keys(&screen, "Escape");
		screen_shows(&screen, "Not saved; your text is in");
		/* The whole name fits into the row. */
		screen_shows(&screen, "Your text is only in ~/rapporteur/rescue-");
		screen_shows(&screen, ".txt: ");
		assert_rescued(folder, "Takes note of the report kept");
	}
	screen.app->kept = 0;
	screen_type(&screen, "!");
	screen_shows(&screen, "What you type is not being kept: ");
	assert_rescued(folder, "Takes note of the report kept!");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_cursor_begins_on_the_first_recommendation),
		TEST(a_command_acts_on_the_row_under_the_cursor),
		TEST(rows_that_others_add_do_not_move_the_cursor),
		TEST(a_row_that_is_moved_takes_the_cursor_along),
		TEST(what_another_view_selected_is_selected_here),
		TEST(only_what_is_open_is_offered_for_a_decision),
		TEST(what_is_open_on_a_text_is_said_in_its_row),
		TEST(all_open_brackets_are_listed_and_all_texts_again),
		TEST(without_a_bracket_that_is_said),
		TEST(three_hundred_long_texts_scroll),
		TEST(what_is_typed_is_saved_as_a_new_version),
		TEST(a_text_that_was_not_changed_makes_no_version),
		TEST(letters_are_text_while_a_text_is_being_written),
		TEST(pasted_lines_are_text),
		TEST(what_is_typed_is_checked_against_the_house_style),
		TEST(giving_up_is_said_twice),
		TEST(a_locked_text_is_not_opened),
		TEST(a_new_one_takes_its_item_and_proposer_from_the_fields),
		TEST(an_empty_proposal_is_none),
		TEST(the_chapeau_is_edited_on_its_own_line),
		TEST(the_other_editor_gets_and_gives_the_text),
		TEST(when_the_other_editor_fails_the_text_stays),
		TEST(what_was_being_typed_is_offered_after_a_crash),
		TEST(a_proposal_that_was_being_typed_is_offered_too),
		TEST(the_one_just_proposed_in_the_room_is_selected),
		TEST(editing_is_not_offered_where_the_text_is_locked),
		TEST(nothing_that_another_saved_is_overwritten),
		TEST(my_text_is_saved_when_i_say_so_having_seen_theirs),
		TEST(i_can_go_on_with_my_text),
		TEST(their_text_stays_when_i_take_it),
		TEST(commands_have_no_keys_while_two_texts_are_shown),
		TEST(when_saving_fails_the_text_stays_and_is_in_a_file),
		TEST(that_saving_failed_is_said_also_when_the_draft_cannot_be_kept),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
