/* SPDX-License-Identifier: MIT */
/* Texts being written: what nobody saw is not overwritten, and what was typed is
 * somewhere else than on the screen before anything may happen to it. */
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

#include "base/file.h"
#include "base/mem.h"
#include "store/agenda.h"
#include "store/draft.h"
#include "store/floor.h"
#include "support/store/failing.h"
#include "support/ui/one_screen.h"
#include "ui/edit.h"

static void begin_a_note(const char *text)
{
	screen_keys(&screen, "a");
	screen_type(&screen, "canada");
	screen_keys(&screen, "Enter n Enter");
	screen_type(&screen, text);
}

static const char *note_of(int number)
{
	struct statement_row row;
	struct fixture *fixture = &screen.fixture;
	int64_t id = store_statement_find(fixture->store, fixture->desk.session, number);

	assert_true(store_statement(fixture->store, id, &fixture->arena, &row));
	return row.note;
}

/* --- two at one text --- */

static void a_version_that_nobody_saw_is_not_overwritten(void **state)
{
	(void)state;
	begin_a_note("asked for model laws");
	screen_do(&screen, "statement note s1 --replace \"asked for money\"");
	screen_keys(&screen, "Esc");
	screen_shows(&screen, "[-money-]{+model laws+}");
	fixture_do(&screen.fixture, "statement note s1 --replace \"asked for time\"");
	screen_keys(&screen, "m");
	screen_shows(&screen, "[-time-]{+model laws+}");
	assert_string_equal(note_of(1), "asked for time");
	screen_keys(&screen, "m");
	assert_string_equal(note_of(1), "asked for model laws");
}

static void nor_is_such_a_version_of_a_recommendation(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation propose 'Takes note of the report' --item 2");
	screen_keys(&screen, "2 e");
	screen_type(&screen, " kept");
	screen_do(&screen, "recommendation edit r1 'Takes note of the good report'");
	screen_keys(&screen, "Esc");
	screen_shows(&screen, "[-good-]");
	fixture_do(&screen.fixture, "recommendation edit r1 'Takes note of the bad report'");
	screen_keys(&screen, "m");
	screen_shows(&screen, "[-bad-]");
	screen_keys(&screen, "m");
	screen_shows(&screen, "Takes note of the report kept");
	screen_lacks(&screen, "[-bad-]");
}

/* --- before somebody else has the terminal --- */

static void assert_kept(const char *key, const char *text)
{
	struct fixture *fixture = &screen.fixture;
	struct draft_row draft;

	assert_true(
		store_draft(fixture->store, fixture->desk.session, key, &fixture->arena, &draft));
	assert_string_equal(draft.text, text);
}

static void what_was_typed_is_kept_before_the_editor_has_it(void **state)
{
	(void)state;
	begin_a_note("asked for model laws");
	screen_keys(&screen, "Ctrl-X");
	assert_int_equal(app_wants(screen.app), WANT_EDITOR);
	assert_kept("note s1", "asked for model laws");
}

static void what_was_typed_is_kept_before_the_job_sleeps(void **state)
{
	(void)state;
	begin_a_note("asked for model laws");
	app_handle(screen.app, &(struct event){.kind = EVENT_SIGNAL, .signal = SIGTSTP});
	assert_int_equal(app_wants(screen.app), WANT_SUSPEND);
	assert_int_equal(app_exit_status(screen.app), 0);
	assert_kept("note s1", "asked for model laws");
}

/* --- a database that keeps failing --- */

enum { FULL = 13 }; /* SQLite's code */

/* The screen of the fixture, on a database in that folder; rescue files go there too. */
static void move_to_a_disk(const char *folder)
{
	struct fixture *fixture = &screen.fixture;

	setenv("XDG_STATE_HOME", folder, 1);
	failing_install();
	app_free(screen.app);
	desk_clear(&fixture->desk);
	store_free(fixture->store);
	fixture->desk.store = fixture->store = store_new(
		arena_printf(&fixture->arena, "%s/disk.db", folder), STORE_OPEN_CREATE, NULL);
	assert_non_null(fixture->store);
	fixture->desk.session = 0;
	fixture_do(fixture, "agenda load agendas/2012-10-17-wg-technical-assistance.yaml");
	fixture_do(fixture, "meeting open");
	fixture_do(fixture, "statement add Canada --item 2");
	fixture->desk.selected.item = store_item_find(fixture->store, fixture->desk.session, "2");
	screen.app = app_new(&fixture->desk, 24, 80, true);
	screen_draw(&screen);
}

static int remove_entry(const char *path, const struct stat *about, int kind, struct FTW *place)
{
	(void)about;
	(void)kind;
	(void)place;
	return remove(path);
}

static void leave_the_disk(void)
{
	failing_disarm();
	screen_close(&screen);
	failing_remove();
	unsetenv("XDG_STATE_HOME");
	screen_open(&screen, 24, 80);
}

/* What is in the only rescue file. */
static void assert_rescued(const char *folder, const char *text)
{
	char pattern[200];
	struct str rescued;
	glob_t files;

	snprintf(pattern, sizeof pattern, "%s/rapporteur/rescue-*", folder);
	assert_int_equal(glob(pattern, 0, NULL, &files), 0);
	assert_int_equal(files.gl_pathc, 1);
	str_init(&rescued);
	assert_true(file_read(files.gl_pathv[0], 10000, &rescued, NULL));
	assert_string_equal(rescued.text, text);
	str_clear(&rescued);
	globfree(&files);
}

/* Keeps at once what would be kept within a second. */
static void keep_now(void)
{
	screen_keys(&screen, "Ctrl-X");
	assert_int_equal(app_wants(screen.app), WANT_EDITOR);
	app_editor_done(screen.app, NULL, NULL);
}

static void type_while_the_disk_fails(const char *folder)
{
	failing_arm(1, FULL, FAILING_FOREVER);
	screen_type(&screen, "asked for");
	keep_now();
	assert_rescued(folder, "asked for");
	screen_shows(&screen, "Your text is only in");
	screen_type(&screen, " model laws");
	keep_now();
	keep_now();
	assert_rescued(folder, "asked for model laws");
}

static void a_note_is_rescued_as_far_as_it_is_typed(void **state)
{
	char folder[] = "/tmp/test-writing-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(folder));
	move_to_a_disk(folder);
	screen_keys(&screen, "Enter");
	type_while_the_disk_fails(folder);
	failing_disarm();
	screen_keys(&screen, "Esc");
	screen_lacks(&screen, "Your text is only in");
	assert_string_equal(note_of(1), "asked for model laws");
	leave_the_disk();
	nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static void a_long_text_of_a_form_is_rescued_too(void **state)
{
	char folder[] = "/tmp/test-writing-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(folder));
	move_to_a_disk(folder);
	screen_keys(&screen, ":");
	screen_type(&screen, "statement note s1");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "What was said");
	type_while_the_disk_fails(folder);
	screen_type(&screen, " now");
	leave_the_disk();
	assert_rescued(folder, "asked for model laws now");
	nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static void a_text_that_is_full_says_so(void **state)
{
	char *long_text = mem_alloc(EDIT_MOST + 1);

	(void)state;
	memset(long_text, 'x', EDIT_MOST);
	begin_a_note("");
	screen_paste(&screen, long_text);
	screen_lacks(&screen, "The text is full");
	screen_type(&screen, "y");
	screen_shows(&screen, "The text is full (1 MB)");
	screen_keys(&screen, "Ctrl-G Ctrl-G");
	free(long_text);
}

static void the_frame_says_whose_note_is_written(void **state)
{
	(void)state;
	begin_a_note("");
	screen_shows(&screen, " Note of Canada, s1 ");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, screen_set_up_on_item_2, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_version_that_nobody_saw_is_not_overwritten),
		TEST(nor_is_such_a_version_of_a_recommendation),
		TEST(what_was_typed_is_kept_before_the_editor_has_it),
		TEST(what_was_typed_is_kept_before_the_job_sleeps),
		TEST(a_note_is_rescued_as_far_as_it_is_typed),
		TEST(a_long_text_of_a_form_is_rescued_too),
		TEST(a_text_that_is_full_says_so),
		TEST(the_frame_says_whose_note_is_written),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
