/* SPDX-License-Identifier: MIT */
/*
 * An agenda under review: whatever is corrected, what is kept reads back, is in its
 * file at once, and can be gone back to.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "exchange/agenda_draft.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_write.h"
#include "model/agenda_edit.h"

#define DOCUMENT "tests/ui/documents/wells-2019.txt"

static char folder[64], *kept;
static struct agenda_draft draft;
static struct err err;

static int set_up(void **state)
{
	(void)state;
	snprintf(folder, sizeof folder, "/tmp/rapporteur-draft-XXXXXX");
	assert_non_null(mkdtemp(folder));
	kept = mem_printf("%s/wells.yaml", folder);
	err = (struct err){0};
	if (!agenda_draft_open(&draft, DOCUMENT, kept, &err))
		fail_msg("%s", err.text);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	agenda_draft_clear(&draft);
	unlink(kept);
	rmdir(folder);
	free(kept);
	return 0;
}

static char *in_file(void)
{
	struct str text;

	str_init(&text);
	if (!file_read(kept, 1 << 20, &text, &err))
		fail_msg("%s", err.text);
	return str_take(&text);
}

static void assert_kept(void)
{
	char *text = in_file();

	assert_string_equal(text, agenda_draft_text(&draft));
	assert_true(agenda_is_written(text, strlen(text)));
	free(text);
}

/* --- one correction --- */

static bool retitle(struct agenda *agenda, void *context, struct err *e)
{
	return agenda_edit_item(agenda, 0, "1", context, e);
}

static bool renumber(struct agenda *agenda, void *context, struct err *e)
{
	return agenda_edit_item(agenda, 3, context, agenda->items[3].title, e);
}

static void what_is_corrected_is_in_the_file_at_once(void **state)
{
	(void)state;
	assert_kept();
	assert_true(agenda_draft_change(&draft, retitle, (char[]){"Opening"}, &err));
	assert_kept();
	assert_string_equal(draft.agenda.items[0].title, "Opening");
	assert_int_equal(draft.count, 2);
}

static void what_does_not_read_is_refused_and_changes_nothing(void **state)
{
	char *before = mem_strdup(agenda_draft_text(&draft));

	(void)state;
	assert_false(agenda_draft_change(&draft, renumber, (char[]){"1"}, &err));
	assert_non_null(strstr(err.text, "item 1 of body"));
	assert_string_equal(agenda_draft_text(&draft), before);
	assert_false(agenda_draft_change(&draft, renumber, (char[]){"what"}, &err));
	assert_non_null(strstr(err.text, "'what' is no number of an item"));
	assert_kept();
	assert_int_equal(draft.count, 1);
	free(before);
}

static void what_is_not_written_is_not_taken(void **state)
{
	(void)state;
	/* A folder stands where the file is to be. */
	unlink(kept);
	assert_int_equal(mkdir(kept, 0700), 0);
	assert_false(agenda_draft_change(&draft, retitle, (char[]){"Opening"}, &err));
	assert_int_equal(draft.count, 1);
	assert_string_not_equal(draft.agenda.items[0].title, "Opening");
	rmdir(kept);
}

static void what_another_program_has_put_there_is_not_written_over(void **state)
{
	struct stat status;
	char *after;

	(void)state;
	assert_true(file_write(kept, "theirs\n", 7, &err));
	assert_false(agenda_draft_change(&draft, retitle, (char[]){"Opening"}, &err));
	assert_non_null(strstr(err.text, "was changed by another program"));
	assert_int_equal(draft.count, 1);
	after = in_file();
	assert_string_equal(after, "theirs\n");
	free(after);
	/* Nor what is too long to be read. */
	assert_int_equal(truncate(kept, 5 << 20), 0);
	assert_false(agenda_draft_change(&draft, retitle, (char[]){"Opening"}, &err));
	assert_int_equal(stat(kept, &status), 0);
	assert_int_equal(status.st_size, 5 << 20);
	/* One that is gone is made again. */
	unlink(kept);
	assert_true(agenda_draft_change(&draft, retitle, (char[]){"Opening"}, &err));
	assert_kept();
}

static void undo_goes_back_and_redo_forth_until_something_else_is_done(void **state)
{
	char *first = mem_strdup(agenda_draft_text(&draft));

	(void)state;
	assert_false(agenda_draft_undo(&draft, &err));
	assert_true(agenda_draft_change(&draft, retitle, (char[]){"One"}, &err));
	assert_true(agenda_draft_change(&draft, retitle, (char[]){"Two"}, &err));
	assert_true(agenda_draft_undo(&draft, &err));
	assert_string_equal(draft.agenda.items[0].title, "One");
	assert_true(agenda_draft_redo(&draft, &err));
	assert_string_equal(draft.agenda.items[0].title, "Two");
	assert_true(agenda_draft_undo(&draft, &err));
	assert_true(agenda_draft_undo(&draft, &err));
	assert_string_equal(agenda_draft_text(&draft), first);
	assert_kept();
	assert_true(agenda_draft_change(&draft, retitle, (char[]){"Three"}, &err));
	assert_false(agenda_draft_redo(&draft, &err));
	free(first);
}

static void opened_again_it_goes_on_and_can_begin_again(void **state)
{
	char *first = mem_strdup(agenda_draft_text(&draft));

	(void)state;
	assert_false(draft.went_on);
	assert_true(agenda_draft_change(&draft, retitle, (char[]){"Opening"}, &err));
	agenda_draft_clear(&draft);
	assert_true(agenda_draft_open(&draft, DOCUMENT, kept, &err));
	assert_true(draft.went_on);
	assert_string_equal(draft.agenda.items[0].title, "Opening");
	assert_true(agenda_draft_again(&draft, &err));
	assert_string_equal(agenda_draft_text(&draft), first);
	assert_true(agenda_draft_undo(&draft, &err));
	assert_string_equal(draft.agenda.items[0].title, "Opening");
	free(first);
}

static void the_file_of_somebody_else_is_left_alone(void **state)
{
	char *text = mem_printf("%s# mine\n", agenda_draft_text(&draft));
	char *after;

	(void)state;
	agenda_draft_clear(&draft);
	assert_true(file_write(kept, text, strlen(text), &err));
	assert_false(agenda_draft_open(&draft, DOCUMENT, kept, &err));
	assert_non_null(strstr(err.text, "another name with --output"));
	after = in_file();
	assert_string_equal(after, text);
	free(after);
	free(text);
}

static void the_whole_text_is_taken_or_refused_with_its_line(void **state)
{
	(void)state;
	assert_false(agenda_draft_replace(&draft, "rapporteur: agenda/1\nwhat\n", &err));
	assert_non_null(strstr(err.text, "wells.yaml:"));
	char *text = mem_strdup(agenda_draft_text(&draft));
	char *at = strstr(text, "Other matters");
	memcpy(at, "Else", 4);
	assert_true(agenda_draft_replace(&draft, text, &err));
	assert_non_null(strstr(agenda_draft_text(&draft), "Elser matters"));
	assert_kept();
	free(text);
}

static void a_document_that_is_no_agenda_leaves_no_file(void **state)
{
	(void)state;
	agenda_draft_clear(&draft);
	unlink(kept);
	assert_false(agenda_draft_open(&draft, "tests/exchange/test_agenda_draft.c", kept, &err));
	assert_int_equal(access(kept, F_OK), -1);
}

static void the_file_has_the_name_of_the_document(void **state)
{
	struct str name;

	(void)state;
	str_init(&name);
	agenda_draft_file("/a.b/agenda.docx", &name);
	str_addc(&name, ' ');
	agenda_draft_file("/a.b/agenda", &name);
	assert_string_equal(name.text, "/a.b/agenda.yaml /a.b/agenda.yaml");
	str_clear(&name);
}

/* --- any corrections --- */

static uint32_t random_state;

static size_t pick(size_t count)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (random_state >> 8) % (count ? count : 1);
}

/* A number of any shape, of an item that may be there. */
static const char *some_number(void)
{
	static const char *const numbers[] = {
		"1", "3", "7", "(a)", "(b)", "(z)", "(ii)", "2 (a)", "x", "", "Item 9", "12."};

	return numbers[pick(sizeof numbers / sizeof numbers[0])];
}

static bool some_edit(struct agenda *agenda, void *context, struct err *e)
{
	struct agenda_slot_words words = {.day = pick(2) ? "4 June" : "3 June 2019",
		.hours = pick(3) ? "2-3 p.m." : "",
		.items = pick(2) ? "2" : "",
		.label = pick(2) ? "Tea" : "",
		.room = ""};
	struct agenda_lines lines = {3, 4};
	size_t item = pick(agenda->item_count), slot = pick(agenda->slot_count);
	size_t piece = pick(agenda->unread_count);

	(void)context;
	switch (pick(14)) {
	case 0:
		return agenda->item_count && agenda_edit_item(agenda, item, some_number(), "T", e);
	case 1:
		return agenda->item_count && agenda_edit_raise(agenda, item, e);
	case 2:
	case 3:
		return agenda->item_count && agenda_edit_lower(agenda, item, e);
	case 4:
	case 5:
	case 6:
		return agenda_edit_add(agenda, agenda->item_count ? item : AGENDA_NONE,
			       some_number(), "A new item", e) != AGENDA_NONE;
	case 7:
		if (agenda->item_count > 1)
			agenda_edit_remove(agenda, item, lines);
		return true;
	case 8:
		return agenda_edit_slot(agenda, agenda->slot_count ? slot : AGENDA_NONE, &words, e);
	case 9:
		return agenda_edit_slot(agenda, AGENDA_NONE, &words, e);
	case 10:
		if (agenda->slot_count)
			agenda_edit_slot_remove(agenda, slot, lines);
		return true;
	case 11:
		return agenda->unread_count &&
		       agenda_edit_piece_item(
			       agenda, piece, item, some_number(), "The shuttle", e) != AGENDA_NONE;
	case 12:
		if (agenda->unread_count)
			agenda_edit_piece_annotate(agenda, piece, item);
		return true;
	default:
		if (agenda->document_count)
			agenda_edit_document_remove(agenda, 0, lines);
		return true;
	}
}

static void assert_reads(const char *text)
{
	struct agenda agenda;
	struct messages messages;
	struct str again;

	agenda_init(&agenda);
	messages_init(&messages, "text");
	str_init(&again);
	assert_true(agenda_file_parse("text", text, strlen(text), &agenda, &messages));
	agenda_write(&agenda, &again);
	assert_string_equal(again.text, text);
	str_clear(&again);
	messages_clear(&messages);
	agenda_clear(&agenda);
}

static void any_corrections_read_back_and_are_undone_to_the_first_text(void **state)
{
	char *first = mem_strdup(agenda_draft_text(&draft));
	size_t done = 0;

	(void)state;
	for (random_state = 1; draft.count < 120 && random_state; done++) {
		err = (struct err){0};
		agenda_draft_change(&draft, some_edit, NULL, &err);
		assert_reads(agenda_draft_text(&draft));
		assert_true(done < 1000);
	}
	assert_kept();
	while (draft.at > 0)
		assert_true(agenda_draft_undo(&draft, &err));
	assert_string_equal(agenda_draft_text(&draft), first);
	assert_kept();
	free(first);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_corrected_is_in_the_file_at_once),
		TEST(what_does_not_read_is_refused_and_changes_nothing),
		TEST(what_is_not_written_is_not_taken),
		TEST(what_another_program_has_put_there_is_not_written_over),
		TEST(undo_goes_back_and_redo_forth_until_something_else_is_done),
		TEST(opened_again_it_goes_on_and_can_begin_again),
		TEST(the_file_of_somebody_else_is_left_alone),
		TEST(the_whole_text_is_taken_or_refused_with_its_line),
		TEST(a_document_that_is_no_agenda_leaves_no_file),
		TEST(the_file_has_the_name_of_the_document),
		TEST(any_corrections_read_back_and_are_undone_to_the_first_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
