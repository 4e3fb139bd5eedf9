/* SPDX-License-Identifier: MIT */
/* One command, one step; undo and redo from changesets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/journal.h"
#include "store/recommendation.h"
#include "store/search.h"
#include "support/store/fixture.h"

static int setup(void **state)
{
	*state = fixture_store();
	return 0;
}

static int teardown(void **state)
{
	store_free(*state);
	return 0;
}

static void undo_gives_the_record_before_and_redo_the_one_after(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store);
	char *before = fixture_dump(store), *after, *again;

	fixture_statement(store, session, "2", "Canada", "asked for maps\noffered boats");
	after = fixture_dump(store);
	assert_string_not_equal(before, after);
	assert_true(fixture_undo(store, session, false));
	again = fixture_dump(store);
	assert_string_equal(before, again);
	free(again);
	assert_true(fixture_undo(store, session, true));
	again = fixture_dump(store);
	assert_string_equal(after, again);
	free(again);
	free(before);
	free(after);
}

static void a_number_is_never_given_twice_not_even_after_undo(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), second;
	struct statement_row row;
	struct arena arena;

	fixture_statement(store, session, "2", "Canada", "first");
	assert_true(fixture_undo(store, session, false));
	second = fixture_statement(store, session, "2", "Benin", "second");
	arena_init(&arena);
	assert_true(store_statement(store, second, &arena, &row));
	assert_int_equal(row.number, 2);
	arena_clear(&arena);
	assert_false(fixture_undo(store, session, true)); /* a new command ends the redo */
}

static void search_and_counts_follow_undo_and_redo(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), item = fixture_item(store, session, "2");
	struct item_row row;
	struct arena arena;
	size_t count;

	arena_init(&arena);
	fixture_statement(store, session, "2", "Côte d’Ivoire", "asked for Łódź maps");
	store_search(store, session, "lodz cote", 9, &arena, &count);
	assert_int_equal(count, 1);
	assert_true(fixture_undo(store, session, false));
	store_search(store, session, "lodz", 9, &arena, &count);
	assert_int_equal(count, 0);
	assert_true(store_item(store, item, &arena, &row));
	assert_int_equal(row.statements, 0);
	assert_true(fixture_undo(store, session, true));
	store_search(store, session, "MAP", 9, &arena, &count);
	assert_int_equal(count, 1);
	assert_true(store_item(store, item, &arena, &row));
	assert_int_equal(row.statements, 1);
	assert_true(store_check(store, false, NULL));
	arena_clear(&arena);
}

static void a_command_that_fails_leaves_no_trace(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), sequence = store_sequence(store, session);
	char *before = fixture_dump(store), *after;
	struct err err = {0};

	fixture_begin(store);
	assert_true(store_session_set(store, session, "title", "Other", &err));
	store_rollback(store);
	after = fixture_dump(store);
	assert_string_equal(before, after);
	assert_int_equal(store_sequence(store, session), sequence);
	free(before);
	free(after);
}

static void a_command_that_changes_nothing_is_no_step(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store);

	fixture_begin(store);
	assert_int_equal(fixture_commit(store, session, "nothing"), 0);
}

static int64_t newest(struct store *store, int64_t session)
{
	return store_sequence(store, session);
}

static void an_old_command_can_be_undone_alone(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), first;
	struct step step = {.session = session, .origin = "test", .person = "tester", .at = 1};
	struct undo_plan plan;
	struct arena arena;
	size_t count;

	arena_init(&arena);
	fixture_statement(store, session, "2", "Canada", "first");
	first = newest(store, session);
	fixture_statement(store, session, "2", "Benin", "second");
	assert_true(store_undo_plan_of(store, session, first, &arena, &plan, NULL));
	assert_int_equal(plan.count, 1);
	assert_true(store_undo(store, &plan, &step, &(int64_t){0}, NULL));
	store_statements(store, session, 0, INT64_MAX, 9, 0, &arena, &count);
	assert_int_equal(count, 1);
	arena_clear(&arena);
}

static void what_stands_on_a_command_is_undone_with_it(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), s, first;
	struct step step = {.session = session, .origin = "test", .person = "tester", .at = 1};
	struct undo_plan plan;
	struct arena arena;
	char *before = fixture_dump(store), *after;

	arena_init(&arena);
	s = fixture_statement(store, session, "2", "Canada", "first");
	first = newest(store, session);
	fixture_begin(store);
	assert_true(store_statement_note(store, s, "first\nsecond", 0, NULL));
	fixture_commit(store, session, "statement note");
	assert_true(store_undo_plan_of(store, session, first, &arena, &plan, NULL));
	assert_int_equal(plan.count, 2);
	assert_true(store_undo(store, &plan, &step, &(int64_t){0}, NULL));
	after = fixture_dump(store);
	assert_string_equal(before, after);
	/* And one redo brings both back. */
	assert_true(fixture_undo(store, session, true));
	assert_true(store_statement_find(store, session, 1) == s);
	arena_clear(&arena);
	free(before);
	free(after);
}

static void different_columns_of_one_row_are_undone_apart(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), first;
	struct undo_plan plan;
	struct arena arena;

	arena_init(&arena);
	fixture_begin(store);
	assert_true(store_session_set(store, session, "title", "Brooks", NULL));
	first = fixture_commit(store, session, "session set");
	fixture_begin(store);
	assert_true(store_session_set(store, session, "place", "Basel", NULL));
	fixture_commit(store, session, "session set");
	assert_true(store_undo_plan_of(store, session, first, &arena, &plan, NULL));
	assert_int_equal(plan.count, 1);
	fixture_begin(store);
	assert_true(store_session_set(store, session, "title", "Streams", NULL));
	fixture_commit(store, session, "session set");
	assert_true(store_undo_plan_of(store, session, first, &arena, &plan, NULL));
	assert_int_equal(plan.count, 2);
	arena_clear(&arena);
}

static void another_origin_has_its_own_undo(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store);
	struct step other = {.session = session,
		.origin = "other",
		.person = "rapporteur",
		.at = 1,
		.command = "session set",
		.arguments = ""};
	struct undo_plan plan;
	struct arena arena;

	arena_init(&arena);
	fixture_begin(store);
	assert_true(store_session_set(store, session, "place", "Basel", NULL));
	assert_true(store_commit(store, &other, "place", NULL, NULL));
	assert_true(store_undo_plan(store, session, "other", false, &arena, &plan, NULL));
	assert_string_equal(plan.rows[0].summary, "place");
	assert_true(store_undo_plan(store, session, "test", false, &arena, &plan, NULL));
	assert_string_equal(plan.rows[0].summary, "agenda load");
	arena_clear(&arena);
}

/* A fixed generator: the same walk every time. */
static unsigned next(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static void change_something(struct store *store, int64_t session, unsigned *seed)
{
	static const char *const names[] = {"Benin", "Canada", "Gambia", "Turkey", "Zimbabwe"};
	static const char *const notes[] = {"a\nb", "b\na\nc", "", "c", "a b\nb\n\nc"};
	int number, known = 1 + (int)(next(seed) % 9);
	int64_t s = store_statement_find(store, session, known);
	int64_t r = store_recommendation_find(store, session, known);
	const char *note = notes[next(seed) % 5];

	fixture_begin(store);
	switch (next(seed) % 6) {
	case 0:
		if (s)
			assert_true(store_statement_delete(store, s, NULL));
		break;
	case 1:
		if (s)
			assert_true(store_statement_note(store, s, note, 0, NULL));
		break;
	case 2:
		if (r)
			assert_true(store_recommendation_edit(store, r, note, 0, 5, NULL));
		break;
	case 3:
		assert_true(store_recommendation_add(store, session,
				    store_set_of(store, session, 0, NULL), 0, 0, "Notes", 5,
				    &number, NULL) != 0);
		break;
	default:
		store_rollback(store);
		fixture_statement(store, session, "2", names[next(seed) % 5], note);
		return;
	}
	fixture_commit(store, session, "walk");
}

static void undoing_a_long_walk_gives_the_beginning_and_redoing_it_the_end(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store);
	char *before = fixture_dump(store), *after, *again;
	unsigned seed = 7;
	int steps = 0;

	for (int i = 0; i < 300; i++) {
		int64_t was = store_sequence(store, session);

		change_something(store, session, &seed);
		steps += store_sequence(store, session) != was;
	}
	after = fixture_dump(store);
	for (int i = 0; i < steps; i++)
		assert_true(fixture_undo(store, session, false));
	again = fixture_dump(store);
	assert_string_equal(before, again);
	free(again);
	for (int i = 0; i < steps; i++)
		assert_true(fixture_undo(store, session, true));
	again = fixture_dump(store);
	assert_string_equal(after, again);
	assert_true(store_check(store, false, NULL));
	free(again);
	free(before);
	free(after);
}

/* --- looking for rows --- */

static size_t found(struct store *store, int64_t session, const char *item, const char *kind,
	int64_t sequences[8])
{
	struct journal_filter filter = {item ? fixture_item(store, session, item) : 0, kind};
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct journal_row *rows =
		store_journal_find(store, session, &filter, 0, 8, &arena, &count);
	for (size_t i = 0; i < count; i++)
		sequences[i] = rows[i].sequence;
	arena_clear(&arena);
	return count;
}

static void rows_are_found_by_item_also_when_what_they_made_is_gone(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), rows[8], made = store_sequence(store, session);

	fixture_statement(store, session, "2", "Canada", "first");
	fixture_statement(store, session, "3", "Benin", "other");
	int64_t newest = store_sequence(store, session);
	assert_int_equal(found(store, session, "2", NULL, rows), 2);
	assert_int_equal(rows[0], made + 1);
	assert_int_equal(rows[1], made);
	/* The undo is read after what is there. */
	assert_true(fixture_undo(store, session, false));
	assert_int_equal(found(store, session, "3", NULL, rows), 3);
	assert_int_equal(rows[0], newest + 1);
	assert_int_equal(rows[1], newest);
	assert_int_equal(found(store, session, "3", "undo", rows), 1);
	assert_int_equal(rows[0], newest + 1);
}

static void an_item_has_what_was_done_under_its_sub_items(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), rows[8];

	fixture_statement(store, session, "1 (a)", "Canada", "first");
	fixture_statement(store, session, "3", "Benin", "other");
	assert_int_equal(found(store, session, "1", NULL, rows), 2);
	assert_int_equal(found(store, session, "1 (b)", NULL, rows), 1);
}

static void rows_are_found_by_kind_in_windows_of_both_directions(void **state)
{
	struct store *store = *state;
	int64_t session = fixture_session(store), first;
	struct journal_filter filter = {.kind = "test"};
	struct arena arena;
	size_t count;

	for (int i = 0; i < 6; i++) {
		fixture_begin(store);
		store_item_set_state(store, fixture_item(store, session, "2"),
			i % 2 ? "open" : "suspended", NULL);
		fixture_commit(store, session, i % 2 ? "test one" : "tester");
	}
	first = store_sequence(store, session);
	arena_init(&arena);
	struct journal_row *rows =
		store_journal_find(store, session, &filter, 0, 2, &arena, &count);
	assert_int_equal(count, 2);
	assert_int_equal(rows[0].sequence, first);
	assert_int_equal(rows[1].sequence, first - 2);
	rows = store_journal_find_after(store, session, &filter, first - 3, 8, &arena, &count);
	assert_int_equal(count, 2);
	assert_int_equal(rows[1].sequence, first - 2);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(undo_gives_the_record_before_and_redo_the_one_after),
		TEST(a_number_is_never_given_twice_not_even_after_undo),
		TEST(search_and_counts_follow_undo_and_redo),
		TEST(a_command_that_fails_leaves_no_trace),
		TEST(a_command_that_changes_nothing_is_no_step),
		TEST(an_old_command_can_be_undone_alone),
		TEST(what_stands_on_a_command_is_undone_with_it),
		TEST(different_columns_of_one_row_are_undone_apart),
		TEST(another_origin_has_its_own_undo),
		TEST(undoing_a_long_walk_gives_the_beginning_and_redoing_it_the_end),
		TEST(rows_are_found_by_item_also_when_what_they_made_is_gone),
		TEST(an_item_has_what_was_done_under_its_sub_items),
		TEST(rows_are_found_by_kind_in_windows_of_both_directions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
