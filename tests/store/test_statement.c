/* SPDX-License-Identifier: MIT */
/* Statements: where they stand in the log, windows of it, their time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/floor.h"
#include "store/sql.h"
#include "support/store/room.h"

#define MINUTE INT64_C(60000)

/* A step of its own; from and to in minutes of the morning, -1 = none. */
static int64_t add(struct room *room, const char *item, int from, int to)
{
	struct statement_new new = {.session = room->session,
		.item = fixture_item(room->store, room->session, item),
		.participant = fixture_participant(room->store, room->session, "Canada"),
		.from = from < 0 ? 0 : FIXTURE_MORNING + from * MINUTE,
		.to = to < 0 ? 0 : FIXTURE_MORNING + to * MINUTE};
	struct err err = {0};
	int number;
	int64_t id;

	fixture_begin(room->store);
	id = store_statement_add(room->store, &new, &number, &err);
	if (!id)
		fail_msg("%s", err.text);
	fixture_commit(room->store, room->session, "statement add");
	return id;
}

static struct statement_row get(struct room *room, int64_t id)
{
	struct statement_row row;

	assert_true(store_statement(room->store, id, &room->arena, &row));
	return row;
}

static bool set(struct room *room, int64_t id, const char *field, int64_t value, const char *text,
	struct err *err)
{
	bool done;

	fixture_begin(room->store);
	done = store_statement_set(room->store, id, field, value, text, err);
	if (done)
		fixture_commit(room->store, room->session, "statement edit");
	else
		store_rollback(room->store);
	return done;
}

/* The numbers of a window, as "1 2 3". */
static const char *window(
	struct room *room, int64_t item, int64_t from, size_t before, size_t after)
{
	size_t count;
	struct statement_row *rows = store_statements(
		room->store, room->session, item, from, before, after, &room->arena, &count);
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = arena_printf(&room->arena, "%s%s%d", text, i ? " " : "", rows[i].number);
	return text;
}

static void statements_stand_in_the_order_they_were_added(void **state)
{
	struct room *room = *state;

	add(room, "2", 0, 1);
	add(room, "3", 2, 3);
	add(room, "2", 4, 5);
	add(room, "2", 6, 7);
	assert_string_equal(window(room, room->item, 0, 0, 9), "1 3 4");
	assert_string_equal(window(room, 0, 0, 0, 9), "1 2 3 4");
}

static void a_window_is_what_stands_before_a_place_and_from_it_on(void **state)
{
	struct room *room = *state;
	int64_t fifth = 0;

	for (int i = 1; i <= 9; i++) {
		int64_t id = add(room, "2", i, i);

		if (i == 5)
			fifth = get(room, id).place;
	}
	assert_string_equal(window(room, room->item, fifth, 2, 3), "3 4 5 6 7");
	assert_string_equal(window(room, room->item, fifth, 9, 9), "1 2 3 4 5 6 7 8 9");
	assert_string_equal(window(room, room->item, fifth, 3, 0), "2 3 4");
	assert_string_equal(window(room, room->item, fifth, 0, 1), "5");
	assert_string_equal(window(room, room->item, INT64_MAX, 3, 3), "7 8 9");
	assert_string_equal(window(room, room->item, 0, 3, 2), "1 2");
	assert_string_equal(window(room, room->item, fifth, 0, 0), "");
}

static void a_window_of_the_session_goes_by_number(void **state)
{
	struct room *room = *state;

	for (int i = 1; i <= 6; i++)
		add(room, i % 2 ? "2" : "3", i, i);
	assert_string_equal(window(room, 0, 4, 2, 2), "2 3 4 5");
	assert_string_equal(window(room, 0, INT64_MAX, 2, 2), "5 6");
	assert_string_equal(window(room, 0, 1, 2, 1), "1");
}

static void a_statement_logged_afterwards_stands_where_its_time_says(void **state)
{
	struct room *room = *state;

	add(room, "2", 10, 11);
	add(room, "2", 20, 21);
	add(room, "2", 30, 31);
	add(room, "2", 15, 16);
	assert_string_equal(window(room, room->item, 0, 0, 9), "1 4 2 3");
	add(room, "2", 5, 6);
	assert_string_equal(window(room, room->item, 0, 0, 9), "5 1 4 2 3");
	/* At the same minute it comes behind. */
	add(room, "2", 20, 20);
	assert_string_equal(window(room, room->item, 0, 0, 9), "5 1 4 2 6 3");
}

static void one_whose_beginning_is_corrected_moves_to_where_it_says(void **state)
{
	struct room *room = *state;
	int64_t first = add(room, "2", 10, 50);

	add(room, "2", 20, 21);
	add(room, "2", 30, 31);
	assert_true(set(room, first, "from", FIXTURE_MORNING + 25 * MINUTE, NULL, NULL));
	assert_string_equal(window(room, room->item, 0, 0, 9), "2 1 3");
	assert_true(set(room, first, "from", FIXTURE_MORNING + 40 * MINUTE, NULL, NULL));
	assert_string_equal(window(room, room->item, 0, 0, 9), "2 3 1");
	assert_true(set(room, first, "from", FIXTURE_MORNING, NULL, NULL));
	assert_string_equal(window(room, room->item, 0, 0, 9), "1 2 3");
}

static void one_without_a_time_stands_at_the_end(void **state)
{
	struct room *room = *state;

	add(room, "2", 10, 11);
	add(room, "2", -1, -1);
	assert_string_equal(window(room, room->item, 0, 0, 9), "1 2");
}

/* Every place between two others is halved when something is put there: more often
 * than there are halves, whichever side it comes from. */
static void there_is_always_room_between_two_statements(void **state)
{
	struct room *room = *state;
	const char *expected = "1", *between = "";
	size_t count;
	struct statement_row *rows;

	add(room, "2", 0, 0);
	add(room, "2", 200, 200);
	for (int i = 0; i < 40; i++) {
		add(room, "2", 1 + i, 1 + i);
		expected = arena_printf(&room->arena, "%s %d", expected, 3 + i);
	}
	for (int i = 0; i < 40; i++) {
		add(room, "2", 199 - i, 199 - i);
		between = arena_printf(&room->arena, " %d%s", 43 + i, between);
	}
	assert_string_equal(window(room, room->item, 0, 0, 100),
		arena_printf(&room->arena, "%s%s 2", expected, between));
	rows = store_statements(
		room->store, room->session, room->item, 0, 0, 100, &room->arena, &count);
	for (size_t i = 1; i < count; i++)
		assert_true(rows[i - 1].place < rows[i].place);
	assert_true(store_check(room->store, false, NULL));
}

/* Each row of a window, beside the statement read alone. */
static size_t compare(struct room *room, int64_t item, int64_t from, size_t before, size_t after)
{
	size_t count;
	struct statement_row *rows = store_statements(
		room->store, room->session, item, from, before, after, &room->arena, &count);

	for (size_t i = 0; i < count; i++) {
		struct statement_row alone = get(room, rows[i].id);
		assert_int_equal(rows[i].number, alone.number);
		assert_int_equal(rows[i].started, alone.started);
		assert_int_equal(rows[i].stopped, alone.stopped);
		assert_int_equal(rows[i].seconds, alone.seconds);
		assert_int_equal(rows[i].since, alone.since);
		assert_int_equal(rows[i].points, alone.points);
		assert_string_equal(rows[i].note, alone.note);
		assert_string_equal(rows[i].name, alone.name);
		assert_string_equal(rows[i].item_printed, alone.item_printed);
	}
	return count;
}

/* One after the other, with those of another item between them, and in another order than
 * they were logged in. */
static void a_window_has_of_each_what_it_has_alone(void **state)
{
	static const char *const notes[] = {"", "One.", "One.\nTwo.", "One.\nTwo.\nThree."};
	struct room *room = *state;

	for (int i = 0; i < 60; i++) {
		bool other = i > 20 && i % 3 == 0, before = i > 40 && i % 7 == 0;
		int at = before ? 10 + i : 100 + 3 * i;
		int64_t id = add(room, other ? "3" : "2", at, i == 59 ? -1 : at + i % 4);
		fixture_begin(room->store);
		assert_true(store_statement_note(room->store, id, notes[i % 4], 0, NULL));
		if (i % 5 == 0)
			assert_true(sql_run(room->store, NULL,
				"INSERT INTO span(statement, started, stopped) VALUES(?1, ?2, ?3)",
				"iii", id, FIXTURE_MORNING + (at + 1) * MINUTE,
				FIXTURE_MORNING + (at + 2) * MINUTE));
		fixture_commit(room->store, room->session, "statement note");
	}
	for (size_t size = 1; size < 47; size += 6) {
		assert_int_equal(compare(room, room->item, INT64_MAX, size, 0), size);
		assert_true(compare(room, room->item, 0, 0, size) > 0);
		assert_true(compare(room, 0, 30, size, size) > 0);
	}
	assert_int_equal(compare(room, room->item, INT64_MAX, 100, 0), 47);
}

static void a_statement_knows_who_spoke_for_whom_and_on_what(void **state)
{
	struct room *room = *state;
	struct statement_new new = {.session = room->session,
		.item = room->item,
		.participant = fixture_participant(room->store, room->session, "Benin"),
		.on_behalf = fixture_participant(room->store, room->session, "Zimbabwe"),
		.person = "Ms. A",
		.kind = "presentation",
		.from = FIXTURE_MORNING};
	struct statement_row row;
	int number;
	int64_t id;

	fixture_begin(room->store);
	id = store_statement_add(room->store, &new, &number, NULL);
	fixture_commit(room->store, room->session, "statement add");
	row = get(room, id);
	assert_int_equal(number, 1);
	assert_int_equal(row.number, 1);
	assert_string_equal(row.name, "Benin");
	assert_string_equal(row.group, "Zimbabwe");
	assert_string_equal(row.person, "Ms. A");
	assert_string_equal(row.kind, "presentation");
	assert_string_equal(row.item_printed, "2");
	assert_string_equal(row.note, "");
	assert_int_equal(row.points, 0);
	assert_int_equal(row.version, 1);
	assert_true(store_statement_find(room->store, room->session, 1) == id);
	assert_true(store_statement_find(room->store, room->session, 2) == 0);
	assert_true(store_statement_find(room->store, room->session + 1, 1) == 0);
}

static void a_kind_that_there_is_not_is_refused_and_leaves_no_number_out(void **state)
{
	struct room *room = *state;
	struct statement_new new = {
		.session = room->session, .item = room->item, .participant = 1, .kind = "song"};
	struct err err = {0};
	int number;

	fixture_begin(room->store);
	assert_true(store_statement_add(room->store, &new, &number, &err) == 0);
	assert_true(err.code != ERR_NONE && err.text[0]);
	store_rollback(room->store);
	assert_int_equal(get(room, add(room, "2", 0, 1)).number, 1);
}

static void who_has_the_floor_is_the_newest_that_still_runs(void **state)
{
	struct room *room = *state;
	struct statement_row row;
	int64_t first, second;

	assert_false(store_statement_running(room->store, room->session, &room->arena, &row));
	add(room, "2", 0, 1);
	assert_false(store_statement_running(room->store, room->session, &room->arena, &row));
	first = add(room, "2", 2, -1);
	second = add(room, "3", 3, -1);
	assert_true(store_statement_running(room->store, room->session, &room->arena, &row));
	assert_true(row.id == second);
	fixture_begin(room->store);
	assert_true(store_statement_stop(room->store, second, FIXTURE_MORNING + 5 * MINUTE, NULL));
	fixture_commit(room->store, room->session, "floor end");
	assert_true(store_statement_running(room->store, room->session, &room->arena, &row));
	assert_true(row.id == first);
	assert_true(row.stopped == 0);
	row = get(room, second);
	assert_int_equal(row.seconds, 120);
	assert_true(row.stopped == FIXTURE_MORNING + 5 * MINUTE);
}

static void a_clock_set_back_does_not_end_a_speech_before_it_began(void **state)
{
	struct room *room = *state;
	int64_t id = add(room, "2", 10, -1);

	fixture_begin(room->store);
	assert_true(store_statement_stop(room->store, id, FIXTURE_MORNING, NULL));
	fixture_commit(room->store, room->session, "floor end");
	assert_int_equal(get(room, id).seconds, 0);
	assert_true(get(room, id).stopped == get(room, id).started);
}

static void times_can_be_mended_but_not_turned_round(void **state)
{
	struct room *room = *state;
	int64_t id = add(room, "2", 10, 20);
	struct err err = {0};

	assert_true(set(room, id, "from", FIXTURE_MORNING + 5 * MINUTE, NULL, &err));
	assert_int_equal(get(room, id).seconds, 15 * 60);
	assert_true(set(room, id, "to", FIXTURE_MORNING + 6 * MINUTE, NULL, &err));
	assert_int_equal(get(room, id).seconds, 60);
	assert_false(set(room, id, "to", FIXTURE_MORNING + 4 * MINUTE, NULL, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_false(set(room, id, "from", FIXTURE_MORNING + 7 * MINUTE, NULL, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_int_equal(get(room, id).seconds, 60);
}

static void one_without_a_time_gets_its_beginning_first(void **state)
{
	struct room *room = *state;
	int64_t id = add(room, "2", -1, -1);
	struct err err = {0};

	assert_true(get(room, id).started == 0 && get(room, id).stopped == 0);
	assert_false(set(room, id, "to", FIXTURE_MORNING, NULL, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.text, "--from"));
	assert_true(set(room, id, "from", FIXTURE_MORNING, NULL, &err));
	assert_true(set(room, id, "to", FIXTURE_MORNING + MINUTE, NULL, &err));
	assert_int_equal(get(room, id).seconds, 60);
}

static void speaker_group_person_and_kind_can_be_mended(void **state)
{
	struct room *room = *state;
	int64_t id = add(room, "2", 0, 1);
	int64_t benin = fixture_participant(room->store, room->session, "Benin");
	struct statement_row row;

	assert_true(set(room, id, "participant", benin, NULL, NULL));
	assert_true(set(room, id, "on_behalf", benin, NULL, NULL));
	assert_true(set(room, id, "person", 0, "Mr. B", NULL));
	assert_true(set(room, id, "kind", 0, "reply", NULL));
	row = get(room, id);
	assert_string_equal(row.name, "Benin");
	assert_string_equal(row.group, "Benin");
	assert_string_equal(row.person, "Mr. B");
	assert_string_equal(row.kind, "reply");
	assert_true(set(room, id, "on_behalf", 0, NULL, NULL));
	assert_true(set(room, id, "person", 0, "", NULL));
	row = get(room, id);
	assert_null(row.group);
	assert_null(row.person);
	assert_false(set(room, id, "kind", 0, "song", NULL));
	assert_string_equal(get(room, id).kind, "reply");
}

static void one_moved_to_another_item_stands_there_by_its_time(void **state)
{
	struct room *room = *state;
	int64_t other = fixture_item(room->store, room->session, "3");
	struct item_row item;

	add(room, "3", 0, 1);
	add(room, "3", 20, 21);
	assert_true(set(room, add(room, "2", 10, 11), "item", other, NULL, NULL));
	assert_string_equal(window(room, other, 0, 0, 9), "1 3 2");
	assert_string_equal(window(room, room->item, 0, 0, 9), "");
	assert_true(store_item(room->store, other, &room->arena, &item));
	assert_int_equal(item.statements, 3);
	assert_true(store_item(room->store, room->item, &room->arena, &item));
	assert_int_equal(item.statements, 0);
}

static void deleting_a_statement_takes_its_points_and_lets_its_request_go(void **state)
{
	struct room *room = *state;
	struct statement_row row;
	struct request_row request;
	int64_t id, asked;

	fixture_begin(room->store);
	asked = store_request_add(room->store, room->session, room->item,
		fixture_participant(room->store, room->session, "Canada"), 0, NULL, NULL, 1, NULL);
	fixture_commit(room->store, room->session, "floor request");
	id = fixture_statement(room->store, room->session, "2", "Canada", "maps\nboats");
	fixture_begin(room->store);
	assert_true(store_request_set_state(room->store, asked, "spoke", id, NULL));
	fixture_commit(room->store, room->session, "floor give");
	fixture_begin(room->store);
	assert_true(store_statement_delete(room->store, id, NULL));
	fixture_commit(room->store, room->session, "statement delete");
	assert_false(store_statement(room->store, id, &room->arena, &row));
	assert_true(store_request(room->store, asked, &room->arena, &request));
	assert_string_equal(request.state, "withdrawn");
	assert_true(store_check(room->store, false, NULL));
	/* And all of it comes back. */
	assert_true(fixture_undo(room->store, room->session, false));
	assert_string_equal(get(room, id).note, "maps\nboats");
	assert_true(store_request(room->store, asked, &room->arena, &request));
	assert_string_equal(request.state, "spoke");
}

/* --- how far an item is --- */

static const char *stage(struct room *room)
{
	struct item_row item;

	assert_true(store_item(room->store, room->item, &room->arena, &item));
	return item.stage;
}

static void an_open_item_is_introduced_by_a_presentation_and_debated_by_a_delegation(void **state)
{
	struct room *room = *state;

	assert_string_equal(stage(room), "pending");
	fixture_begin(room->store);
	assert_true(store_item_set_state(room->store, room->item, "open", NULL));
	fixture_commit(room->store, room->session, "item open");
	assert_string_equal(stage(room), "open");
	assert_true(set(room, add(room, "2", 0, 3), "kind", 0, "presentation", NULL));
	assert_string_equal(stage(room), "introduced");
	int64_t order = add(room, "2", 4, 5);
	assert_true(set(room, order, "kind", 0, "point_of_order", NULL));
	assert_string_equal(stage(room), "introduced");
	add(room, "3", 5, 6);
	assert_string_equal(stage(room), "introduced");
	add(room, "2", 6, 9);
	assert_string_equal(stage(room), "in debate");
	assert_true(fixture_undo(room->store, room->session, false));
	assert_string_equal(stage(room), "introduced");
	fixture_begin(room->store);
	assert_true(store_item_set_state(room->store, room->item, "concluded", NULL));
	fixture_commit(room->store, room->session, "item conclude");
	assert_string_equal(stage(room), "concluded");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)
		TEST(statements_stand_in_the_order_they_were_added),
		TEST(a_window_is_what_stands_before_a_place_and_from_it_on),
		TEST(a_window_of_the_session_goes_by_number),
		TEST(a_statement_logged_afterwards_stands_where_its_time_says),
		TEST(one_whose_beginning_is_corrected_moves_to_where_it_says),
		TEST(one_without_a_time_stands_at_the_end),
		TEST(there_is_always_room_between_two_statements),
		TEST(a_window_has_of_each_what_it_has_alone),
		TEST(a_statement_knows_who_spoke_for_whom_and_on_what),
		TEST(a_kind_that_there_is_not_is_refused_and_leaves_no_number_out),
		TEST(who_has_the_floor_is_the_newest_that_still_runs),
		TEST(a_clock_set_back_does_not_end_a_speech_before_it_began),
		TEST(times_can_be_mended_but_not_turned_round),
		TEST(one_without_a_time_gets_its_beginning_first),
		TEST(speaker_group_person_and_kind_can_be_mended),
		TEST(one_moved_to_another_item_stands_there_by_its_time),
		TEST(deleting_a_statement_takes_its_points_and_lets_its_request_go),
		TEST(an_open_item_is_introduced_by_a_presentation_and_debated_by_a_delegation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
