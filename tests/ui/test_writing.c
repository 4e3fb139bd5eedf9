/* SPDX-License-Identifier: MIT */
/* Texts being written: what nobody saw is not overwritten, and what was typed is
 * somewhere else than on the screen before anything may happen to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>
#include <signal.h>

#include "store/draft.h"
#include "store/floor.h"
#include "support/ui/screen.h"

static struct screen screen;

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	screen_keys(&screen, "m :");
	screen_type(&screen, "item open 2");
	screen_keys(&screen, "Enter");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	screen_close(&screen);
	return 0;
}

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
	screen_keys(&screen, "s");
	screen_shows(&screen, "[-bad-]");
	screen_keys(&screen, "s");
	screen_shows(&screen, "Takes note of the report kept");
	screen_lacks(&screen, "[-bad-]");
}

/* --- before somebody else has the terminal --- */

static void assert_kept(const char *key, const char *text)
{
	struct fixture *fixture = &screen.fixture;
	struct draft_row draft;

	assert_true(store_draft(
		fixture->store, fixture->desk.session, key, &fixture->arena, &draft));
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_version_that_nobody_saw_is_not_overwritten),
		TEST(nor_is_such_a_version_of_a_recommendation),
		TEST(what_was_typed_is_kept_before_the_editor_has_it),
		TEST(what_was_typed_is_kept_before_the_job_sleeps),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
