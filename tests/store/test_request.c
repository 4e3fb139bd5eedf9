/* SPDX-License-Identifier: MIT */
/* The speakers' list: who waits, in which order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "support/store/room.h"

static int64_t ask_on(struct room *room, const char *item, const char *name)
{
	int64_t id;

	fixture_begin(room->store);
	id = store_request_add(room->store, room->session,
		fixture_item(room->store, room->session, item),
		fixture_participant(room->store, room->session, name), 0, NULL, NULL,
		FIXTURE_MORNING, NULL);
	assert_true(id != 0);
	fixture_commit(room->store, room->session, "floor request");
	return id;
}

static int64_t ask(struct room *room, const char *name)
{
	return ask_on(room, "2", name);
}

static int64_t put(struct room *room, int64_t id, const char *state)
{
	fixture_begin(room->store);
	assert_true(store_request_set_state(room->store, id, state, 0, NULL));
	return fixture_commit(room->store, room->session, "floor");
}

static void move(struct room *room, int64_t id, int place)
{
	struct err err = {0};

	fixture_begin(room->store);
	if (!store_request_move(room->store, id, place, &err))
		fail_msg("%s", err.text);
	fixture_commit(room->store, room->session, "floor move");
}

/* Undoes one step of the journal alone. */
static void undo(struct room *room, int64_t sequence)
{
	struct step step = {
		.session = room->session, .origin = "test", .person = "tester", .at = 1};
	struct undo_plan plan;

	assert_true(store_undo_plan_of(
		room->store, room->session, sequence, &room->arena, &plan, NULL));
	assert_int_equal(plan.count, 1);
	assert_true(store_undo(room->store, &plan, &step, &(int64_t){0}, NULL));
}

/* First letters of those who wait, in order: "BCZ". */
static const char *list(struct room *room)
{
	size_t count;
	struct request_row *rows = store_requests(room->store, room->item, 0, &room->arena, &count);
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = arena_printf(&room->arena, "%s%c", text, rows[i].name[0]);
	return text;
}

static void requests_wait_in_the_order_they_came(void **state)
{
	struct room *room = *state;

	ask(room, "Zimbabwe");
	ask(room, "Benin");
	ask_on(room, "3", "Gambia");
	ask(room, "Canada");
	assert_string_equal(list(room), "ZBC");
	assert_int_equal(store_requests_waiting(room->store, room->item), 3);
}

static void only_as_many_as_asked_for_are_read(void **state)
{
	struct room *room = *state;
	size_t count;

	ask(room, "Zimbabwe");
	ask(room, "Benin");
	ask(room, "Canada");
	assert_string_equal(
		store_requests(room->store, room->item, 2, &room->arena, &count)[1].name, "Benin");
	assert_int_equal(count, 2);
	store_requests(room->store, room->item, 9, &room->arena, &count);
	assert_int_equal(count, 3);
}

static void a_request_tells_all_it_was_made_with(void **state)
{
	struct room *room = *state;
	struct request_row row;
	int64_t id;

	fixture_begin(room->store);
	id = store_request_add(room->store, room->session, room->item,
		fixture_participant(room->store, room->session, "Benin"),
		fixture_participant(room->store, room->session, "Gambia"), "Ms. A", "reply", 77,
		NULL);
	fixture_commit(room->store, room->session, "floor request");
	assert_true(store_request(room->store, id, &room->arena, &row));
	assert_string_equal(row.name, "Benin");
	assert_string_equal(row.group, "the Gambia");
	assert_string_equal(row.person, "Ms. A");
	assert_string_equal(row.kind, "reply");
	assert_string_equal(row.state, "waiting");
	assert_true(row.item == room->item && row.requested == 77);
	assert_false(store_request(room->store, id + 1, &room->arena, &row));
}

static void who_waits_is_found_and_who_spoke_is_not(void **state)
{
	struct room *room = *state;
	int64_t benin = fixture_participant(room->store, room->session, "Benin");
	int64_t id = ask(room, "Benin");

	assert_true(store_request_find(room->store, room->item, benin) == id);
	put(room, id, "spoke");
	assert_true(store_request_find(room->store, room->item, benin) == 0);
	assert_string_equal(list(room), "");
	/* And may ask again. */
	assert_true(ask(room, "Benin") != id);
	assert_string_equal(list(room), "B");
}

static void a_state_that_there_is_not_is_refused(void **state)
{
	struct room *room = *state;
	int64_t id = ask(room, "Benin");
	struct err err = {0};

	fixture_begin(room->store);
	assert_false(store_request_set_state(room->store, id, "asleep", 0, &err));
	assert_true(err.code != ERR_NONE && err.text[0]);
	store_rollback(room->store);
	assert_string_equal(list(room), "B");
}

static void a_request_is_moved_to_any_place(void **state)
{
	struct room *room = *state;
	int64_t z;

	ask(room, "Benin");
	ask(room, "Canada");
	ask(room, "Gambia");
	z = ask(room, "Zimbabwe");
	move(room, z, 1);
	assert_string_equal(list(room), "ZBCG");
	move(room, z, 3);
	assert_string_equal(list(room), "BCZG");
	move(room, z, 3);
	assert_string_equal(list(room), "BCZG");
	move(room, z, 2);
	assert_string_equal(list(room), "BZCG");
	move(room, z, 99);
	assert_string_equal(list(room), "BCGZ");
	move(room, z, 0);
	assert_string_equal(list(room), "ZBCG");
	move(room, z, -3);
	assert_string_equal(list(room), "ZBCG");
}

static void the_only_request_can_be_moved(void **state)
{
	struct room *room = *state;
	int64_t id = ask(room, "Benin");

	move(room, id, 1);
	move(room, id, 5);
	assert_string_equal(list(room), "B");
}

static void places_are_counted_among_those_who_wait(void **state)
{
	struct room *room = *state;
	int64_t g;

	put(room, ask(room, "Zimbabwe"), "spoke");
	ask(room, "Benin");
	put(room, ask(room, "Turkey"), "withdrawn");
	ask(room, "Canada");
	g = ask(room, "Gambia");
	move(room, g, 2);
	assert_string_equal(list(room), "BGC");
	move(room, g, 1);
	assert_string_equal(list(room), "GBC");
}

/* While one has the floor another is moved to where it stood; then the floor is
 * taken back. Both now want the same place, and a third is moved beside them. */
static void who_comes_back_to_a_place_that_was_taken_can_still_be_passed(void **state)
{
	struct room *room = *state;
	int64_t c, g, z, called;

	ask(room, "Benin");
	c = ask(room, "Canada");
	ask(room, "Turkey");
	g = ask(room, "Gambia");
	z = ask(room, "Zimbabwe");
	called = put(room, c, "called");
	move(room, g, 2);
	assert_string_equal(list(room), "BGTZ");
	undo(room, called);
	assert_int_equal(strlen(list(room)), 5);
	for (int place = 1; place <= 5; place++) {
		move(room, z, place);
		assert_int_equal(strlen(list(room)), 5);
	}
	move(room, z, 1);
	assert_int_equal(list(room)[0], 'Z');
	move(room, z, 5);
	assert_int_equal(list(room)[4], 'Z');
	assert_true(store_check(room->store, false, NULL));
}

/* Against a list of letters. */
static void many_moves_leave_the_list_as_a_model_says(void **state)
{
	static const char *const names[] = {"Benin", "Canada", "Gambia", "Turkey", "Zimbabwe"};
	struct room *room = *state;
	char model[] = "BCGTZ", letter;
	int64_t ids[128];
	unsigned seed = 5;

	for (int i = 0; i < 5; i++)
		ids[(int)names[i][0]] = ask(room, names[i]);
	for (int i = 0; i < 200; i++) {
		int from = (int)((seed = seed * 1103515245u + 12345u) >> 16) % 5;
		int to = (int)((seed = seed * 1103515245u + 12345u) >> 16) % 5;

		letter = model[from];
		memmove(model + from, model + from + 1, (size_t)(4 - from));
		memmove(model + to + 1, model + to, (size_t)(4 - to));
		model[to] = letter;
		move(room, ids[(int)letter], to + 1);
		assert_string_equal(list(room), model);
	}
	for (int i = 0; i < 200; i++)
		assert_true(fixture_undo(room->store, room->session, false) || i > 100);
}

static bool first_is_passed(struct room *room)
{
	size_t count;
	struct request_row *rows = store_requests(room->store, room->item, 1, &room->arena, &count);

	assert_int_equal(count, 1);
	return store_request_passed(room->store, &rows[0]);
}

static void call(struct room *room, int64_t request, int64_t at)
{
	struct statement_new new = {.session = room->session,
		.item = room->item,
		.participant = fixture_participant(room->store, room->session, "Benin"),
		.from = at};
	int64_t statement;
	int number;

	fixture_begin(room->store);
	statement = store_statement_add(room->store, &new, &number, NULL);
	assert_true(store_request_set_state(room->store, request, "called", statement, NULL));
	fixture_commit(room->store, room->session, "floor give");
}

static void one_is_passed_by_who_stood_behind_it_and_was_called_since(void **state)
{
	struct room *room = *state;
	int64_t before = ask(room, "Benin"), first = ask(room, "Canada"),
		behind = ask(room, "Gambia"), further = ask(room, "Zimbabwe");

	call(room, before, FIXTURE_MORNING + 1);
	assert_false(first_is_passed(room));
	call(room, behind, FIXTURE_MORNING - 1); /* before it had asked at all */
	assert_false(first_is_passed(room));
	call(room, further, FIXTURE_MORNING);
	assert_true(first_is_passed(room));
	put(room, first, "withdrawn");
	ask(room, "Turkey");
	assert_false(first_is_passed(room));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)
		TEST(requests_wait_in_the_order_they_came),
		TEST(only_as_many_as_asked_for_are_read),
		TEST(a_request_tells_all_it_was_made_with),
		TEST(who_waits_is_found_and_who_spoke_is_not),
		TEST(a_state_that_there_is_not_is_refused),
		TEST(a_request_is_moved_to_any_place),
		TEST(the_only_request_can_be_moved),
		TEST(places_are_counted_among_those_who_wait),
		TEST(who_comes_back_to_a_place_that_was_taken_can_still_be_passed),
		TEST(one_is_passed_by_who_stood_behind_it_and_was_called_since),
		TEST(many_moves_leave_the_list_as_a_model_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
