/* SPDX-License-Identifier: MIT */
/* Whoever can take the floor: names of the session's date, keys, presence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/agenda.h"
#include "model/roster.h"
#include "store/participant.h"
#include "store/presence.h"
#include "support/store/room.h"

static struct participant_row get(struct room *room, const char *name)
{
	struct participant_row row;

	assert_true(store_participant(room->store,
		fixture_participant(room->store, room->session, name), &room->arena, &row));
	return row;
}

static bool has_key(const struct participant_row *row, const char *key)
{
	for (size_t i = 0; i < row->key_count; i++)
		if (strcmp(row->keys[i], key) == 0)
			return true;
	return false;
}

static int64_t add(struct room *room, const char *kind, const char *name)
{
	struct participant_new new = {.kind = kind, .list_name = name};
	int64_t id;

	fixture_begin(room->store);
	id = store_participant_add(room->store, room->session, &new, NULL);
	assert_true(id != 0);
	fixture_commit(room->store, room->session, "participant add");
	return id;
}

static const char *names(struct room *room)
{
	size_t count;
	struct participant_row *rows =
		store_participants(room->store, room->session, &room->arena, &count);
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = arena_printf(&room->arena, "%s%s%s", text, i ? ", " : "", rows[i].list_name);
	return text;
}

/* A session of the example roster that begins on another day. */
static int64_t session_on(struct room *room, const char *date)
{
	static struct roster_name turkey[] = {
		{"Türkiye", "Türkiye", "the Republic of Türkiye", "2022-06-01", NULL},
		{"Turkey", "Turkey", "the Republic of Turkey", NULL, "2022-05-31"},
	};
	static struct roster_name sudan[] = {
		{"South Sudan", "South Sudan", "the Republic of South Sudan", "2011-07-14", NULL}};
	static struct roster_entry entries[] = {
		{.code = "TR", .kind = "state", .names = turkey, .name_count = 2},
		{.code = "SS",
			.kind = "state",
			.names = sudan,
			.name_count = 1,
			.member = "2011-07-14"},
	};
	struct roster roster = {.entries = entries, .entry_count = 2};
	struct agenda agenda = {.id = date, .title = "Rivers", .from = date, .to = date};
	struct err err = {0};
	int64_t id;

	fixture_begin(room->store);
	id = store_session_create(room->store, &agenda, &roster, false, &err);
	if (!id)
		fail_msg("%s", err.text);
	fixture_commit(room->store, id, "agenda load");
	return id;
}

static void names_are_those_of_the_first_day_of_the_session(void **state)
{
	struct room *room = *state;

	assert_non_null(strstr(names(room), "Turkey"));
	room->session = session_on(room, "2022-05-31");
	assert_string_equal(get(room, "Turkey").formal_name, "the Republic of Turkey");
	room->session = session_on(room, "2022-06-01");
	assert_string_equal(get(room, "Türkiye").running_name, "Türkiye");
}

static void who_was_not_there_yet_is_not_on_the_list(void **state)
{
	struct room *room = *state;

	room->session = session_on(room, "2010-10-17");
	assert_null(strstr(names(room), "Sudan"));
	room->session = session_on(room, "2012-10-17");
	assert_non_null(strstr(names(room), "South Sudan"));
}

static void the_other_names_of_a_state_find_it_too(void **state)
{
	struct room *room = *state;
	struct participant_row row = get(room, "Turkey");

	assert_true(has_key(&row, "turkey"));
	assert_true(has_key(&row, "turkiye"));
	assert_true(has_key(&row, "tr"));
	assert_true(has_key(&row, "tur"));
	row = get(room, "Côte d’Ivoire");
	assert_true(has_key(&row, "cote divoire"));
	assert_true(has_key(&row, "ivory coast"));
	assert_true(has_key(&row, "ci"));
	row = get(room, "Gambia");
	assert_true(has_key(&row, "gambia"));
	assert_true(has_key(&row, "the gambia"));
}

static void keys_are_each_there_once(void **state)
{
	struct room *room = *state;
	struct participant_row row;

	fixture_begin(room->store);
	assert_true(store_participant_alias(room->store, get(room, "Canada").id, "CANADA", NULL));
	assert_true(store_participant_alias(room->store, get(room, "Canada").id, "Kanada", NULL));
	fixture_commit(room->store, room->session, "participant alias");
	row = get(room, "Canada");
	for (size_t i = 0; i < row.key_count; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(row.keys[i], row.keys[j]);
	assert_true(has_key(&row, "kanada"));
	assert_int_equal(row.key_count, 4);
}

static void lists_are_in_the_order_of_names_without_marks(void **state)
{
	struct room *room = *state;

	add(room, "state", "Österreich");
	add(room, "state", "Congo");
	add(room, "state", "Costa Rica");
	assert_string_equal(names(room), "Benin, Canada, Chair, Congo, Costa Rica, Côte d’Ivoire,"
					 " European Union, Gambia, Österreich, Secretariat, Turkey,"
					 " Zimbabwe");
}

static void secretariat_chair_and_european_union_are_always_there(void **state)
{
	struct room *room = *state;

	assert_string_equal(get(room, "Secretariat").kind, "secretariat");
	assert_string_equal(get(room, "Secretariat").running_name, "the Secretariat");
	assert_string_equal(get(room, "Chair").kind, "officer");
	assert_string_equal(get(room, "European Union").code, "EU");
}

static void one_added_has_its_name_everywhere_and_an_unknown_status(void **state)
{
	struct room *room = *state;
	struct participant_row row;

	add(room, "guest", "Friends of Rivers");
	row = get(room, "Friends of Rivers");
	assert_string_equal(row.running_name, "Friends of Rivers");
	assert_null(row.formal_name);
	assert_null(row.code);
	assert_string_equal(row.status, "unknown");
	assert_false(row.present);
}

static void a_name_is_there_once_in_a_session(void **state)
{
	struct room *room = *state;
	struct participant_new new = {.kind = "guest", .list_name = "Canada"};
	struct err err = {0};

	fixture_begin(room->store);
	assert_true(store_participant_add(room->store, room->session, &new, &err) == 0);
	store_rollback(room->store);
	assert_true(err.code != ERR_NONE && err.text[0]);
}

static void status_is_one_of_those_there_are(void **state)
{
	struct room *room = *state;
	int64_t id = fixture_participant(room->store, room->session, "Canada"), before;

	fixture_begin(room->store);
	assert_true(store_participant_set_status(room->store, id, "party", NULL));
	fixture_commit(room->store, room->session, "participant status");
	assert_string_equal(get(room, "Canada").status, "party");
	before = store_sequence(room->store, room->session);
	/* The same again is no change. */
	fixture_begin(room->store);
	assert_true(store_participant_set_status(room->store, id, "party", NULL));
	assert_int_equal(fixture_commit(room->store, room->session, "participant status"), 0);
	assert_int_equal(store_sequence(room->store, room->session), before);
	fixture_begin(room->store);
	assert_false(store_participant_set_status(room->store, id, "friend", NULL));
	store_rollback(room->store);
}

static void presence(struct room *room, const char *name, bool came)
{
	int64_t id = fixture_participant(room->store, room->session, name);

	fixture_begin(room->store);
	assert_true(came ? store_presence_add(room->store, room->session, id, 0, 5, NULL)
			 : store_presence_end(room->store, room->session, id, 0, 6, NULL));
	fixture_commit(room->store, room->session, "participant present");
}

static void who_is_registered_or_has_spoken_is_present(void **state)
{
	struct room *room = *state;

	assert_false(get(room, "Canada").present);
	presence(room, "Canada", true);
	assert_true(get(room, "Canada").present);
	presence(room, "Canada", false);
	assert_false(get(room, "Canada").present);
	fixture_statement(room->store, room->session, "2", "Benin", "maps");
	assert_true(get(room, "Benin").present);
	assert_true(fixture_undo(room->store, room->session, false));
	assert_false(get(room, "Benin").present);
}

static void registering_twice_is_no_error_and_no_second_row(void **state)
{
	struct room *room = *state;
	char *before, *after;

	presence(room, "Canada", true);
	before = fixture_dump(room->store);
	presence(room, "Canada", true);
	after = fixture_dump(room->store);
	assert_string_equal(before, after);
	free(before);
	free(after);
	/* Who left may come again. */
	presence(room, "Canada", false);
	presence(room, "Canada", true);
	assert_true(get(room, "Canada").present);
}

static void one_that_is_not_there_is_not_found(void **state)
{
	struct room *room = *state;
	struct participant_row row = {.id = 7};

	assert_false(store_participant(room->store, 9999, &room->arena, &row));
	assert_true(row.id == 0 && row.list_name == NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)
		TEST(names_are_those_of_the_first_day_of_the_session),
		TEST(who_was_not_there_yet_is_not_on_the_list),
		TEST(the_other_names_of_a_state_find_it_too),
		TEST(keys_are_each_there_once),
		TEST(lists_are_in_the_order_of_names_without_marks),
		TEST(secretariat_chair_and_european_union_are_always_there),
		TEST(one_added_has_its_name_everywhere_and_an_unknown_status),
		TEST(a_name_is_there_once_in_a_session),
		TEST(status_is_one_of_those_there_are),
		TEST(who_is_registered_or_has_spoken_is_present),
		TEST(registering_twice_is_no_error_and_no_second_row),
		TEST(one_that_is_not_there_is_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
