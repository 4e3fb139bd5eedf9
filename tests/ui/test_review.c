/* SPDX-License-Identifier: MIT */
/* The review of a published agenda: what its keys do to the file, and where it leads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "exchange/agenda_file.h"
#include "support/ui/screen.h"

#define DOCUMENT "tests/ui/documents/wells-2019.txt"

static struct screen screen;
static char folder[64], *kept, *first;

static char *in_file(void)
{
	struct str text;
	struct err err = {0};

	str_init(&text);
	if (!file_read(kept, 1 << 20, &text, &err))
		fail_msg("%s", err.text);
	return str_take(&text);
}

static void file_has(const char *part)
{
	char *text = in_file();

	if (!strstr(text, part))
		fail_msg("\"%s\" is not in the file:\n%s", part, text);
	free(text);
}

static void open_review(void)
{
	app_review(screen.app, DOCUMENT, kept);
	screen_draw(&screen);
	screen_shows(&screen, "Reading " DOCUMENT);
	screen_work(&screen);
}

static int set_up(void **state)
{
	(void)state;
	snprintf(folder, sizeof folder, "/tmp/rapporteur-review-XXXXXX");
	assert_non_null(mkdtemp(folder));
	kept = mem_printf("%s/wells.yaml", folder);
	screen_open(&screen, 40, 120);
	open_review();
	first = in_file();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	screen_close(&screen);
	unlink(kept);
	rmdir(folder);
	free(kept);
	free(first);
	return 0;
}

static void file_is_the_first(void)
{
	char *text = in_file();

	assert_string_equal(text, first);
	free(text);
}

static void select_text(const char *text)
{
	screen_keys(&screen, "Home");
	for (int i = 0; i < 60 && !strstr(screen_cursor_row(&screen), text); i++)
		screen_keys(&screen, "j");
	if (!strstr(screen_cursor_row(&screen), text))
		fail_msg("no row with \"%s\":\n%s", text, screen.text.text);
}

static void it_says_where_the_agenda_is_kept(void **state)
{
	(void)state;
	screen_shows(&screen, kept);
	screen_keys(&screen, "j");
	screen_lacks(&screen, kept);
	screen_keys(&screen, "q");
	screen_shows(&screen, "The agenda is in");
	screen_shows(&screen, "AGENDA    "); /* the Room, from where it was opened */
}

static void an_item_is_corrected_in_a_form_and_taken_back(void **state)
{
	(void)state;
	select_text("Springs in dry years");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Number: 4");
	screen_keys(&screen, "Ctrl-U");
	screen_type(&screen, "3");
	screen_keys(&screen, "Enter");
	screen_shows(
		&screen, "6 items · 4 slots · 1 warning · 2 unread"); /* the gap is behind it now */
	file_has("items: [\"3\"]");
	file_has("number: \"3\"\n    title: Springs in dry years\n");
	screen_keys(&screen, "u");
	file_is_the_first();
	screen_keys(&screen, "Ctrl-R");
	file_has("number: \"3\"");
	screen_keys(&screen, "u u");
	screen_shows(&screen, "there is no correction to take back");
}

static void what_is_refused_stays_in_the_form(void **state)
{
	(void)state;
	select_text("Springs in dry years");
	screen_keys(&screen, "Enter Ctrl-U");
	screen_type(&screen, "2");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "is there twice");
	screen_shows(&screen, "Number: 2");
	file_is_the_first();
	screen_keys(&screen, "Escape");
	screen_lacks(&screen, "Number: 2");
}

static void levels_are_changed_by_a_key(void **state)
{
	(void)state;
	select_text("Springs in dry years");
	screen_keys(&screen, ">");
	file_has("- number: \"(a)\"\n        title: Springs in dry years\n");
	screen_keys(&screen, "<");
	file_has("  - number: \"3\"\n    title: Springs in dry years\n");
	screen_keys(&screen, "<");
	screen_shows(&screen, "is on the highest level");
}

static void what_is_taken_out_is_unread_and_dropped_after_a_question(void **state)
{
	(void)state;
	select_text("Inventories of wells");
	screen_keys(&screen, "d");
	file_has("lines: \"17\"");
	file_has("2 Inventories of wells");
	screen_keys(&screen, "End");
	screen_shows(&screen, "3 unread");
	screen_keys(&screen, "d");
	screen_shows(&screen, "It is then in the document only");
	screen_keys(&screen, "n");
	screen_shows(&screen, "3 unread");
	screen_keys(&screen, "d y");
	screen_shows(&screen, "2 unread");
	screen_keys(&screen, "u u");
	file_is_the_first();
	/* The cursor is on what came back. */
	if (!strstr(screen_cursor_row(&screen), "Inventories of wells"))
		fail_msg("%s", screen_cursor_row(&screen));
}

static void a_slot_is_added_where_there_is_none(void **state)
{
	(void)state;
	select_text("Boat trip");
	screen_keys(&screen, "d d d d");
	screen_keys(&screen, "Home");
	select_text("none was found; a adds a slot");
	screen_keys(&screen, "a");
	screen_shows(&screen, "3 June 2019");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "3-6 p.m.");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "2, 4");
	screen_keys(&screen, "Enter");
	file_has("      - from: \"15:00\"\n        to: \"18:00\"\n        items: [\"2\", \"4\"]\n");
}

static void an_unread_piece_is_an_annotation_of_an_item(void **state)
{
	(void)state;
	screen_keys(&screen, "End k n");
	screen_keys(&screen, "Ctrl-U");
	screen_type(&screen, "5");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "1 unread");
	file_has("annotation: The shuttle bus leaves");
}

static void an_unread_piece_is_made_an_item(void **state)
{
	(void)state;
	screen_keys(&screen, "End k t");
	screen_keys(&screen, "Ctrl-U");
	screen_type(&screen, "6");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "1 unread");
	screen_shows(&screen, "6    The shuttle bus");
	if (!strstr(screen_cursor_row(&screen), "The shuttle bus"))
		fail_msg("%s", screen_cursor_row(&screen));
}

static void the_keys_go_from_doubt_to_doubt_and_settle_it(void **state)
{
	(void)state;
	screen_keys(&screen, "]");
	screen_shows(&screen, "likely: look at");
	screen_keys(&screen, "Space");
	screen_lacks(&screen, "likely: look at");
	screen_lacks(&screen, "likely");
	screen_keys(&screen, "]");
	screen_shows(&screen, "line 10  The shuttle bus");
	screen_keys(&screen, "[");
	screen_shows(&screen, "is item 3 missing?");
}

static void the_editor_outside_has_the_whole_text(void **state)
{
	char *changed = mem_strdup(first);

	(void)state;
	screen_keys(&screen, "Ctrl-X");
	assert_int_equal(app_wants(screen.app), WANT_EDITOR);
	assert_string_equal(app_editor_text(screen.app), first);
	app_editor_done(screen.app, "session: {place: Nowhere}\n", NULL);
	screen_draw(&screen);
	screen_shows(&screen, "rescue-");
	file_is_the_first();
	/* What was refused is there to go on with. */
	screen_keys(&screen, "Ctrl-X");
	assert_string_equal(app_editor_text(screen.app), "session: {place: Nowhere}\n");
	memcpy(strstr(changed, "Geneva"), "Vienna", 6);
	app_editor_done(screen.app, changed, NULL);
	screen_draw(&screen);
	file_has("place: Vienna");
	screen_keys(&screen, "u");
	file_is_the_first();
	free(changed);
}

static void an_annotation_is_changed_in_the_editor(void **state)
{
	(void)state;
	select_text("Other matters");
	screen_keys(&screen, "A");
	assert_string_equal(app_editor_text(screen.app), "");
	app_editor_done(screen.app, "Whatever is left.\n", NULL);
	screen_draw(&screen);
	file_has("title: Other matters\n    annotation: Whatever is left.\n");
	screen_shows(&screen, "1 paragraph of annotation");
	screen_keys(&screen, "u");
	file_is_the_first();
}

static void another_name_is_asked_for_where_the_file_is_not_ours(void **state)
{
	struct err err = {0};

	(void)state;
	screen_keys(&screen, "q");
	assert_true(file_write(kept, "mine\n", 5, &err));
	open_review();
	screen_shows(&screen, "written or changed by somebody else");
	screen_shows(&screen, "Agenda file (else beside the document):");
	file_has("mine");
}

static void it_is_drawn_in_windows_of_any_size(void **state)
{
	(void)state;
	for (int rows = 1; rows <= 50; rows += 3) {
		for (int columns = 1; columns <= 130; columns += 7) {
			screen_resize(&screen, rows, columns);
			screen_keys(&screen, "PageDown j Tab j Tab Up");
		}
	}
	screen_resize(&screen, 24, 80);
	screen_keys(&screen, "End k");
	screen_shows(&screen, "> The shuttle bus");
}

static void other_rows_have_their_forms(void **state)
{
	(void)state;
	select_text("Place");
	screen_keys(&screen, "e Ctrl-U");
	screen_type(&screen, "Basel");
	screen_keys(&screen, "Enter");
	file_has("place: Basel");
	select_text("From");
	screen_keys(&screen, "e Ctrl-U");
	screen_type(&screen, "2 June 2019");
	screen_keys(&screen, "Enter");
	file_has("from: 2019-06-02");
	select_text("Body");
	screen_keys(&screen, "e Tab Tab Tab Ctrl-U");
	screen_type(&screen, "Eighth session");
	screen_keys(&screen, "Enter");
	file_has("session: Eighth session");
	select_text("RIV/COP/WG.1/2019/2");
	screen_keys(&screen, "e Tab Tab Tab");
	screen_type(&screen, ", 5");
	screen_keys(&screen, "Enter");
	file_has("title: Other matters\n    documents: [RIV/COP/WG.1/2019/2]\n");
	screen_keys(&screen, "a");
	screen_type(&screen, "RIV/COP/WG.1/2019/3");
	screen_keys(&screen, "Tab Tab");
	screen_type(&screen, "on springs");
	screen_keys(&screen, "Enter");
	file_has("title: on springs\n    symbols: [RIV/COP/WG.1/2019/3]\n");
	screen_keys(&screen, ":");
	screen_type(&screen, "review again");
	screen_keys(&screen, "Enter");
	file_is_the_first();
	screen_keys(&screen, "u");
	file_has("place: Basel");
}

static void file_reads(void)
{
	struct agenda agenda;
	struct messages messages;
	char *text = in_file();

	agenda_init(&agenda);
	messages_init(&messages, kept);
	if (!agenda_file_parse(kept, text, strlen(text), &agenda, &messages))
		fail_msg("%s", text);
	messages_clear(&messages);
	agenda_clear(&agenda);
	free(text);
}

static void any_keys_leave_a_file_that_reads(void **state)
{
	static const char *const keys[] = {"j", "j", "k", "End", "Home", "PageDown", "Enter",
		"Enter", "Escape", "e", "a", "d", "t", "n", "<", ">", "Space", "]", "[", "u",
		"Ctrl-R", "Tab", "y", "1", "(", "b", ")", "Backspace", "Down"};
	uint32_t random = 7;

	(void)state;
	for (int i = 0; i < 1500; i++) {
		random = random * 1664525u + 1013904223u;
		screen_keys(&screen, keys[(random >> 8) % (sizeof keys / sizeof keys[0])]);
		if (i % 25 == 0)
			file_reads();
	}
	screen_keys(&screen, "Escape Escape Escape");
	screen_shows(&screen, "Review of an imported agenda");
	for (int i = 0; i < 1500; i++)
		screen_keys(&screen, "u");
	file_is_the_first();
}

static void it_starts_the_session_and_lands_in_the_room(void **state)
{
	(void)state;
	screen_keys(&screen, "s");
	screen_shows(&screen, "Working Group on Springs and Wells");
	screen_shows(&screen, "is no day of this session");
	screen_keys(&screen, "o");
	screen_shows(&screen, "Opening of the meeting");
}

static void opened_from_the_command_line_it_reads_what_is_there(void **state)
{
	(void)state;
	select_text("Other matters");
	screen_keys(&screen, "d q :");
	screen_type(&screen, "agenda import " DOCUMENT " --output ");
	screen_type(&screen, kept);
	screen_keys(&screen, "Enter");
	screen_work(&screen);
	screen_shows(&screen, "Going on with");
	screen_shows(&screen, "5 items · 4 slots");
}

/* That an item is joint is what was guessed of it, and is seen; days are in words. */
static void with_whom_an_item_is_joint_is_said(void **state)
{
	char *other = mem_printf("%s/weirs.yaml", folder);

	(void)state;
	screen_keys(&screen, "q");
	app_review(screen.app, "tests/exchange/imported/weirs-2014.txt", other);
	screen_draw(&screen);
	screen_work(&screen);
	screen_keys(&screen, "]");
	screen_shows(&screen, "joint with the Working Group on Fish Ladders");
	screen_shows(&screen, "likely: look at number, level, title and");
	screen_shows(&screen, "& changes with whom");
	screen_keys(&screen, "&");
	screen_shows(&screen, "With bodies");
	screen_keys(&screen, "Ctrl-U Enter");
	screen_lacks(&screen, "joint with the Working Group on Fish Ladders");
	screen_lacks(&screen, "With bodies");
	screen_keys(&screen, "&");
	screen_type(&screen, "nobody");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "there is no body 'nobody'");
	screen_keys(&screen, "Ctrl-U");
	screen_type(&screen, "Working Group on Otters");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "joint with the Working Group on Otters");
	screen_keys(&screen, "u u");
	screen_shows(&screen, "joint with the Working Group on Fish Ladders");
	screen_keys(&screen, "Home");
	screen_shows(&screen, "3 March 2014");
	screen_lacks(&screen, "2014-03-03 ");
	unlink(other);
	free(other);
}

static void a_document_that_is_no_agenda_says_why(void **state)
{
	(void)state;
	screen_keys(&screen, "q");
	app_review(screen.app, "README.md", NULL);
	screen_draw(&screen);
	screen_work(&screen);
	screen_shows(&screen, "is no agenda");
	screen_lacks(&screen, "Review of an imported agenda");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_says_where_the_agenda_is_kept),
		TEST(an_item_is_corrected_in_a_form_and_taken_back),
		TEST(what_is_refused_stays_in_the_form),
		TEST(levels_are_changed_by_a_key),
		TEST(what_is_taken_out_is_unread_and_dropped_after_a_question),
		TEST(a_slot_is_added_where_there_is_none),
		TEST(an_unread_piece_is_an_annotation_of_an_item),
		TEST(an_unread_piece_is_made_an_item),
		TEST(the_keys_go_from_doubt_to_doubt_and_settle_it),
		TEST(the_editor_outside_has_the_whole_text),
		TEST(an_annotation_is_changed_in_the_editor),
		TEST(another_name_is_asked_for_where_the_file_is_not_ours),
		TEST(it_is_drawn_in_windows_of_any_size),
		TEST(other_rows_have_their_forms),
		TEST(any_keys_leave_a_file_that_reads),
		TEST(it_starts_the_session_and_lands_in_the_room),
		TEST(opened_from_the_command_line_it_reads_what_is_there),
		TEST(with_whom_an_item_is_joint_is_said),
		TEST(a_document_that_is_no_agenda_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
