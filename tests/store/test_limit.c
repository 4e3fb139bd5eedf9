/* SPDX-License-Identifier: MIT */
/* Limits of speaking time: who has which, on the list and at the microphone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/limit.h"
#include "store/participant.h"
#include "support/store/fixture.h"

#define MINUTE INT64_C(60000)

enum { ALL = -1, WAITING = 8 };

struct room {
	struct store *store;
	struct arena arena;
	int64_t session, item;
	struct rules rules;
	int clock; /* minutes of the morning that have gone by */
};

static int setup(void **state)
{
	struct room *room = calloc(1, sizeof *room);

	room->store = fixture_store();
	room->session = fixture_session(room->store);
	room->item = fixture_item(room->store, room->session, "2");
	rules_init(&room->rules);
	arena_init(&room->arena);
	*state = room;
	return 0;
}

static int teardown(void **state)
{
	struct room *room = *state;

	store_free(room->store);
	arena_clear(&room->arena);
	free(room);
	return 0;
}

static int64_t now(const struct room *room)
{
	return FIXTURE_MORNING + room->clock * MINUTE;
}

static void announce(struct room *room, const char *item, const char *kind, int class, int seconds)
{
	struct limit limit = {.item = item ? fixture_item(room->store, room->session, item) : 0,
		.kind = kind,
		.class = class,
		.seconds = seconds};
	struct err err = {0};

	fixture_begin(room->store);
	if (!store_limit_add(room->store, room->session, &limit, now(room), &err))
		fail_msg("%s", err.text);
	fixture_commit(room->store, room->session, "floor limit");
}

static void make_party(struct room *room, const char *name)
{
	fixture_begin(room->store);
	assert_true(store_participant_set_status(
		room->store, fixture_participant(room->store, room->session, name), "party", NULL));
	fixture_commit(room->store, room->session, "participant status");
}

static int64_t speak(
	struct room *room, const char *item, const char *name, const char *kind, int minutes)
{
	struct statement_new new = {.session = room->session,
		.item = fixture_item(room->store, room->session, item),
		.participant = fixture_participant(room->store, room->session, name),
		.kind = kind,
		.from = now(room),
		.to = now(room) + minutes * MINUTE};
	int number;

	fixture_begin(room->store);
	int64_t id = store_statement_add(room->store, &new, &number, NULL);
	assert_true(id != 0);
	fixture_commit(room->store, room->session, "statement add");
	room->clock += minutes;
	return id;
}

static void ask(struct room *room, const char *name, const char *kind, const char *group)
{
	fixture_begin(room->store);
	assert_true(store_request_add(room->store, room->session, room->item,
		fixture_participant(room->store, room->session, name),
		group ? fixture_participant(room->store, room->session, group) : 0, NULL, kind,
		now(room), NULL));
	fixture_commit(room->store, room->session, "floor request");
}

static int limit_of(struct room *room, int64_t statement)
{
	struct limits limits;

	store_limits(room->store, room->session, &room->rules, &room->arena, &limits);
	return store_limit_of_statement(room->store, &limits, statement);
}

static void rule(struct room *room, const char *name, const char *value)
{
	assert_true(rules_set(&room->rules, name, value, NULL));
}

static void without_an_announcement_there_is_no_limit(void **state)
{
	struct room *room = *state;

	assert_int_equal(limit_of(room, speak(room, "2", "Canada", "general", 1)), 0);
	assert_int_equal(limit_of(room, 4711), 0);
}

static void the_rule_set_holds_until_another_limit_is_announced(void **state)
{
	struct room *room = *state;
	int64_t general = speak(room, "2", "Canada", "general", 1);
	int64_t first = speak(room, "2", "Canada", "reply", 1);
	int64_t second = speak(room, "2", "Canada", "reply", 1);
	int64_t elsewhere = speak(room, "3", "Canada", "reply", 1);

	rule(room, "limit.observer", "5:00");
	rule(room, "reply.first", "10:00");
	rule(room, "reply.second", "5:00");
	assert_int_equal(limit_of(room, general), 300);
	assert_int_equal(limit_of(room, first), 600);
	assert_int_equal(limit_of(room, second), 300);
	assert_int_equal(limit_of(room, elsewhere), 600);
	announce(room, NULL, NULL, ALL, 180);
	assert_int_equal(limit_of(room, general), 180);
	assert_int_equal(limit_of(room, first), 600);
	announce(room, NULL, NULL, ALL, 0);
	assert_int_equal(limit_of(room, general), 0);
}

static void a_limit_of_an_item_is_for_those_below_it(void **state)
{
	struct room *room = *state;
	int64_t below = speak(room, "1 (a)", "Canada", "general", 1);
	int64_t other = speak(room, "2", "Canada", "general", 1);

	announce(room, "1", NULL, ALL, 120);
	assert_int_equal(limit_of(room, below), 120);
	assert_int_equal(limit_of(room, other), 0);
	announce(room, "1 (a)", NULL, ALL, 60);
	assert_int_equal(limit_of(room, below), 60);
}

static void each_who_waits_has_the_limit_of_its_class_and_kind(void **state)
{
	struct room *room = *state;
	int seconds[WAITING];
	struct limits limits;
	size_t count;

	make_party(room, "Canada");
	announce(room, NULL, NULL, ALL, 120);
	announce(room, NULL, NULL, CLASS_PARTY, 300);
	announce(room, NULL, NULL, CLASS_GROUP, 420);
	announce(room, NULL, "reply", ALL, 60);
	ask(room, "Zimbabwe", NULL, NULL);
	ask(room, "Canada", NULL, NULL);
	ask(room, "Canada", NULL, "Benin");
	ask(room, "Canada", "reply", NULL);
	ask(room, "Benin", "presentation", NULL);
	store_limits(room->store, room->session, &room->rules, &room->arena, &limits);
	const struct request_row *rows =
		store_requests(room->store, room->item, 0, &room->arena, &count);
	assert_int_equal(count, 5);
	store_limits_waiting(room->store, &limits, rows, count, seconds);
	assert_int_equal(seconds[0], 120);
	assert_int_equal(seconds[1], 300);
	assert_int_equal(seconds[2], 420);
	assert_int_equal(seconds[3], 60);
	assert_int_equal(seconds[4], 0);
}

static void announcing_is_undone_and_done_again(void **state)
{
	struct room *room = *state;
	int64_t statement = speak(room, "2", "Canada", "general", 1);

	announce(room, NULL, NULL, ALL, 300);
	announce(room, NULL, NULL, ALL, 180);
	assert_true(fixture_undo(room->store, room->session, false));
	assert_int_equal(limit_of(room, statement), 300);
	assert_true(fixture_undo(room->store, room->session, true));
	assert_int_equal(limit_of(room, statement), 180);
}

static void one_logged_afterwards_is_older(void **state)
{
	struct room *room = *state;
	int64_t statement = speak(room, "2", "Canada", "general", 10);

	announce(room, NULL, NULL, ALL, 180);
	room->clock = 0;
	announce(room, NULL, NULL, ALL, 300);
	assert_int_equal(limit_of(room, statement), 180);
}

static void the_average_is_of_the_item_else_of_the_session(void **state)
{
	struct room *room = *state;

	assert_int_equal(store_spoken_average(room->store, room->session, room->item), 0);
	speak(room, "3", "Canada", "general", 6);
	assert_int_equal(store_spoken_average(room->store, room->session, room->item), 360);
	speak(room, "2", "Canada", "general", 2);
	speak(room, "2", "Zimbabwe", "general", 3);
	speak(room, "2", "Benin", "presentation", 30);
	speak(room, "2", "Benin", "general", 0);
	assert_int_equal(store_spoken_average(room->store, room->session, room->item), 150);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			without_an_announcement_there_is_no_limit, setup, teardown),
		cmocka_unit_test_setup_teardown(
			the_rule_set_holds_until_another_limit_is_announced, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_limit_of_an_item_is_for_those_below_it, setup, teardown),
		cmocka_unit_test_setup_teardown(
			each_who_waits_has_the_limit_of_its_class_and_kind, setup, teardown),
		cmocka_unit_test_setup_teardown(
			announcing_is_undone_and_done_again, setup, teardown),
		cmocka_unit_test_setup_teardown(one_logged_afterwards_is_older, setup, teardown),
		cmocka_unit_test_setup_teardown(
			the_average_is_of_the_item_else_of_the_session, setup, teardown),
	};

	return cmocka_run_group_tests_name("limit", tests, NULL, NULL);
}
