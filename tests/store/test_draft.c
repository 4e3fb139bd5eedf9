/* SPDX-License-Identifier: MIT */
/* Text being typed: kept beside the record, offered again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/draft.h"
#include "support/store/room.h"
#include "support/store/scratch.h"

static void save(struct room *room, const char *key, const char *text, int64_t at)
{
	struct err err = {0};

	if (!store_draft_save(room->store, room->session, key, text, 2, at, &err))
		fail_msg("%s", err.text);
}

static void a_draft_is_kept_and_found_by_its_key(void **state)
{
	struct room *room = *state;
	struct draft_row row;

	assert_false(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	save(room, "note s1", "asked for m", 7);
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_string_equal(row.key, "note s1");
	assert_string_equal(row.text, "asked for m");
	assert_int_equal(row.version, 2);
	assert_true(row.at == 7);
	assert_false(store_draft(room->store, room->session, "note s2", &room->arena, &row));
	assert_false(store_draft(room->store, room->session + 1, "note s1", &room->arena, &row));
}

static void the_later_text_takes_the_place_of_the_earlier(void **state)
{
	struct room *room = *state;
	struct draft_row row;
	size_t count;

	save(room, "note s1", "asked", 7);
	save(room, "note s1", "asked for maps\nand boats", 8);
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_string_equal(row.text, "asked for maps\nand boats");
	store_drafts(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 1);
}

static void drafts_are_listed_oldest_first(void **state)
{
	struct room *room = *state;
	struct draft_row *rows;
	size_t count;

	save(room, "recommendation r3", "b", 20);
	save(room, "note s1", "a", 10);
	save(room, "propose 3", "c", 30);
	rows = store_drafts(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_string_equal(rows[0].text, "a");
	assert_string_equal(rows[2].text, "c");
	store_drafts(room->store, room->session + 1, &room->arena, &count);
	assert_int_equal(count, 0);
}

static void a_draft_that_is_dropped_is_gone_and_dropping_twice_is_no_error(void **state)
{
	struct room *room = *state;
	struct draft_row row;

	save(room, "note s1", "asked", 7);
	assert_true(store_draft_drop(room->store, room->session, "note s1", NULL));
	assert_false(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_true(store_draft_drop(room->store, room->session, "note s1", NULL));
}

static void drafts_are_no_part_of_the_record(void **state)
{
	struct room *room = *state;
	char *before = fixture_dump(room->store), *after;
	int64_t sequence = store_sequence(room->store, room->session);
	struct draft_row row;

	save(room, "note s1", "asked", 7);
	after = fixture_dump(room->store);
	assert_string_equal(before, after);
	assert_true(store_sequence(room->store, room->session) == sequence);
	/* Undoing a command does not take back what is being typed. */
	fixture_statement(room->store, room->session, "2", "Canada", "maps");
	assert_true(fixture_undo(room->store, room->session, false));
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	free(before);
	free(after);
}

static void a_draft_goes_with_the_command_that_saves_its_text(void **state)
{
	struct room *room = *state;
	struct draft_row row;

	save(room, "note s1", "asked", 7);
	fixture_begin(room->store);
	assert_true(store_session_set(room->store, room->session, "place", "Basel", NULL));
	assert_true(store_draft_drop(room->store, room->session, "note s1", NULL));
	store_rollback(room->store);
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
}

static void a_large_draft_with_any_characters_is_kept_as_it_is(void **state)
{
	struct room *room = *state;
	struct draft_row row;
	char *text = arena_alloc(&room->arena, 1000001);

	for (size_t i = 0; i < 1000000; i++)
		text[i] = (char)(1 + i % 127);
	save(room, "note s1", text, 7);
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_string_equal(row.text, text);
	save(room, "note s1", "", 8);
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_string_equal(row.text, "");
}

static void a_draft_is_there_after_the_database_was_opened_again(void **state)
{
	struct room *room = *state;
	struct scratch scratch;
	struct store *store;
	struct draft_row row;
	const char *path;
	struct err err = {0};

	scratch_open(&scratch);
	path = scratch_database(&scratch, "a.db");
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	assert_true(store_draft_save(store, 1, "note s1", "asked", 0, 7, NULL));
	store_free(store);
	store = store_new(path, STORE_OPEN_READ_ONLY, NULL);
	assert_true(store_draft(store, 1, "note s1", &room->arena, &row));
	assert_string_equal(row.text, "asked");
	/* And where nothing may be written, that is said. */
	assert_false(store_draft_save(store, 1, "note s1", "more", 0, 8, &err));
	assert_int_equal(err.code, ERR_IO);
	assert_false(store_draft_drop(store, 1, "note s1", &err));
	assert_true(store_draft_drop(store, 1, "none", &err));
	store_free(store);
	scratch_close(&scratch);
}

static size_t count_drafts(struct room *room)
{
	size_t count;

	store_drafts(room->store, room->session, &room->arena, &count);
	return count;
}

static void two_people_have_a_draft_each_and_touch_only_their_own(void **state)
{
	struct room *room = *state;
	struct draft_row row;

	store_drafts_of(room->store, "anna@here");
	save(room, "note s1", "Anna's", 7);
	store_drafts_of(room->store, "a@here");
	assert_false(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	save(room, "note s1", "A's", 8);
	assert_int_equal(count_drafts(room), 1);
	assert_true(store_draft_drop(room->store, room->session, "note s1", NULL));
	assert_int_equal(count_drafts(room), 0);

	store_drafts_of(room->store, "anna@here");
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_string_equal(row.key, "note s1");
	assert_string_equal(row.text, "Anna's");
	store_drafts_of(room->store, NULL);
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_int_equal(count_drafts(room), 1);
	assert_true(store_draft_drop(room->store, room->session, "note s1", NULL));
	assert_int_equal(count_drafts(room), 0);
}

static void a_draft_of_nobody_is_offered_to_who_comes(void **state)
{
	struct room *room = *state;
	struct draft_row row;

	save(room, "note s1", "asked", 7);
	store_drafts_of(room->store, "anna@here");
	assert_true(store_draft(room->store, room->session, "note s1", &room->arena, &row));
	assert_int_equal(count_drafts(room), 1);
	assert_true(store_draft_drop(room->store, room->session, "note s1", NULL));
	assert_int_equal(count_drafts(room), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)
		TEST(a_draft_is_kept_and_found_by_its_key),
		TEST(the_later_text_takes_the_place_of_the_earlier),
		TEST(drafts_are_listed_oldest_first),
		TEST(a_draft_that_is_dropped_is_gone_and_dropping_twice_is_no_error),
		TEST(drafts_are_no_part_of_the_record),
		TEST(a_draft_goes_with_the_command_that_saves_its_text),
		TEST(a_large_draft_with_any_characters_is_kept_as_it_is),
		TEST(a_draft_is_there_after_the_database_was_opened_again),
		TEST(two_people_have_a_draft_each_and_touch_only_their_own),
		TEST(a_draft_of_nobody_is_offered_to_who_comes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
