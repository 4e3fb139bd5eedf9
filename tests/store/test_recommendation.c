/* SPDX-License-Identifier: MIT */
/* Recommendations: letters, versions, sets, what became of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/meeting.h"
#include "store/recommendation.h"
#include "support/store/fixture.h"

struct room {
	struct store *store;
	struct arena arena;
	int64_t session, set;
};

static int setup(void **state)
{
	struct room *room = calloc(1, sizeof *room);

	room->store = fixture_store();
	room->session = fixture_session(room->store);
	fixture_begin(room->store);
	room->set = store_set_of(room->store, room->session, 0, NULL);
	fixture_commit(room->store, room->session, "set add");
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

static int64_t propose(struct room *room, int64_t set, const char *text)
{
	int64_t id;
	int number;

	fixture_begin(room->store);
	id = store_recommendation_add(
		room->store, room->session, set, 0, 0, text, 5, &number, NULL);
	assert_true(id != 0);
	assert_true(store_recommendation_find(room->store, room->session, number) == id);
	fixture_commit(room->store, room->session, "recommendation propose");
	return id;
}

static struct recommendation_row get(struct room *room, int64_t id)
{
	struct recommendation_row row;

	assert_true(store_recommendation(room->store, id, &room->arena, &row));
	return row;
}

static void become(struct room *room, int64_t id, enum recommendation_state state)
{
	fixture_begin(room->store);
	assert_true(store_recommendation_set_state(room->store, id, state, false, NULL));
	fixture_commit(room->store, room->session, "recommendation");
}

static void move(struct room *room, int64_t id, int place)
{
	fixture_begin(room->store);
	assert_true(store_recommendation_move(room->store, id, place, NULL));
	fixture_commit(room->store, room->session, "recommendation move");
}

static bool edit(struct room *room, int64_t id, const char *text, int version, struct err *err)
{
	bool done;

	fixture_begin(room->store);
	done = store_recommendation_edit(room->store, id, text, version, 9, err);
	if (done)
		fixture_commit(room->store, room->session, "recommendation edit");
	else
		store_rollback(room->store);
	return done;
}

/* Letter and text of each, "aX bY -Z", and the same of each read alone. */
static const char *list(struct room *room)
{
	size_t count;
	struct recommendation_row *rows =
		store_recommendations(room->store, room->session, &room->arena, &count);
	const char *text = "";

	for (size_t i = 0; i < count; i++) {
		assert_int_equal(get(room, rows[i].id).letter, rows[i].letter);
		text = arena_printf(&room->arena, "%s%s%c%s", text, i ? " " : "",
			rows[i].letter ? 'a' + rows[i].letter - 1 : '-', rows[i].text);
	}
	return text;
}

static void letters_follow_the_order_of_the_set(void **state)
{
	struct room *room = *state;
	int64_t z;

	propose(room, room->set, "X");
	propose(room, room->set, "Y");
	z = propose(room, room->set, "Z");
	assert_string_equal(list(room), "aX bY cZ");
	move(room, z, 1);
	assert_string_equal(list(room), "aZ bX cY");
	move(room, z, 2);
	assert_string_equal(list(room), "aX bZ cY");
	move(room, z, 99);
	assert_string_equal(list(room), "aX bY cZ");
}

static void what_is_withdrawn_rejected_or_deferred_has_no_letter(void **state)
{
	struct room *room = *state;
	int64_t x = propose(room, room->set, "X"), y = propose(room, room->set, "Y");

	propose(room, room->set, "Z");
	become(room, x, RECOMMENDATION_WITHDRAWN);
	assert_string_equal(list(room), "-X aY bZ");
	become(room, y, RECOMMENDATION_REJECTED);
	assert_string_equal(list(room), "-X -Y aZ");
	become(room, x, RECOMMENDATION_DEFERRED);
	become(room, y, RECOMMENDATION_ADOPTED);
	assert_string_equal(list(room), "-X aY bZ");
	become(room, x, RECOMMENDATION_NEGOTIATED);
	assert_string_equal(list(room), "aX bY cZ");
}

static void each_body_has_its_set_with_letters_of_its_own(void **state)
{
	struct room *room = *state;
	struct body_row *bodies;
	struct set_row *sets;
	size_t count;
	int64_t other;

	bodies = store_bodies(room->store, room->session, &room->arena, &count);
	fixture_begin(room->store);
	assert_true(store_set_of(room->store, room->session, bodies[0].id, NULL) == room->set);
	other = store_set_of(room->store, room->session, bodies[1].id, NULL);
	assert_true(other && other != room->set);
	assert_true(store_set_of(room->store, room->session, bodies[1].id, NULL) == other);
	fixture_commit(room->store, room->session, "set add");
	propose(room, other, "L");
	propose(room, room->set, "X");
	propose(room, other, "M");
	assert_string_equal(list(room), "aX aL bM");
	sets = store_sets(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(sets[0].body_key, "wg2");
	assert_string_equal(sets[1].body_name, "Working Group on Lakes");
	assert_string_equal(sets[1].style, "lettered");
	assert_null(sets[1].chapeau);
}

static void chapeau_and_style_of_a_set_can_be_set_and_taken_away(void **state)
{
	struct room *room = *state;
	struct set_row *sets;
	size_t count;

	fixture_begin(room->store);
	assert_true(store_set_chapeau(room->store, room->set, "The Group:", NULL));
	assert_true(store_set_style(room->store, room->set, "numbered", NULL));
	fixture_commit(room->store, room->session, "set chapeau");
	sets = store_sets(room->store, room->session, &room->arena, &count);
	assert_string_equal(sets[0].chapeau, "The Group:");
	assert_string_equal(sets[0].style, "numbered");
	fixture_begin(room->store);
	assert_true(store_set_chapeau(room->store, room->set, "", NULL));
	assert_false(store_set_style(room->store, room->set, "painted", NULL));
	fixture_commit(room->store, room->session, "set chapeau");
	sets = store_sets(room->store, room->session, &room->arena, &count);
	assert_null(sets[0].chapeau);
	assert_string_equal(sets[0].style, "numbered");
}

static void a_recommendation_keeps_its_number_for_good(void **state)
{
	struct room *room = *state;

	propose(room, room->set, "X");
	propose(room, room->set, "Y");
	assert_true(fixture_undo(room->store, room->session, false));
	assert_int_equal(get(room, propose(room, room->set, "Z")).number, 3);
	assert_true(store_recommendation_find(room->store, room->session, 2) == 0);
	assert_true(store_recommendation_find(room->store, room->session + 1, 1) == 0);
}

static void it_tells_who_proposed_it_on_what(void **state)
{
	struct room *room = *state;
	struct recommendation_row row;
	int64_t id;
	int number;

	fixture_begin(room->store);
	id = store_recommendation_add(room->store, room->session, room->set,
		fixture_item(room->store, room->session, "1 (b)"),
		fixture_participant(room->store, room->session, "Benin"), "Notes", 7, &number,
		NULL);
	fixture_commit(room->store, room->session, "recommendation propose");
	row = get(room, id);
	assert_string_equal(row.item_printed, "1 (b)");
	assert_string_equal(row.proposer_name, "Benin");
	assert_true(row.state == RECOMMENDATION_DRAFT && row.proposed == 7 && row.version == 1);
	row = get(room, propose(room, room->set, "Notes"));
	assert_null(row.item_printed);
	assert_null(row.proposer_name);
}

static void every_text_it_ever_had_is_kept(void **state)
{
	struct room *room = *state;
	int64_t id = propose(room, room->set, "Notes");
	struct history_row *history;
	size_t count;

	assert_true(edit(room, id, "Also notes", 1, NULL));
	assert_true(edit(room, id, "Notes with concern", 0, NULL));
	assert_int_equal(get(room, id).version, 3);
	assert_string_equal(get(room, id).text, "Notes with concern");
	history = store_recommendation_history(room->store, id, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_int_equal(history[0].version, 1);
	assert_int_equal(history[2].version, 3);
}

static void a_text_that_somebody_changed_meanwhile_is_not_overwritten(void **state)
{
	struct room *room = *state;
	int64_t id = propose(room, room->set, "Notes");
	struct err err = {0};

	assert_true(edit(room, id, "theirs", 1, NULL));
	assert_false(edit(room, id, "mine", 1, &err));
	assert_int_equal(err.code, ERR_TRY_AGAIN);
	assert_string_equal(get(room, id).text, "theirs");
	assert_int_equal(get(room, id).version, 2);
}

static void after_an_undone_edit_no_version_means_another_text(void **state)
{
	struct room *room = *state;
	int64_t id = propose(room, room->set, "Notes");

	assert_true(edit(room, id, "second", 1, NULL));
	assert_true(fixture_undo(room->store, room->session, false));
	assert_string_equal(get(room, id).text, "Notes");
	assert_true(edit(room, id, "third", 1, NULL));
	assert_int_equal(get(room, id).version, 3);
	assert_false(edit(room, id, "from the second", 2, NULL));
}

static void one_that_is_not_there_cannot_be_edited(void **state)
{
	struct room *room = *state;
	struct recommendation_row row;
	struct err err = {0};

	assert_false(store_recommendation(room->store, 99, &room->arena, &row));
	assert_false(edit(room, 99, "mine", 1, &err));
	assert_true(err.code != ERR_NONE);
}

static void its_history_tells_versions_and_decisions_by_time(void **state)
{
	struct room *room = *state;
	int64_t id = propose(room, room->set, "Notes"), meeting;
	struct history_row *history;
	size_t count;
	int number;

	fixture_begin(room->store);
	meeting = store_meeting_open(room->store, room->session, 0, 1, &number, NULL);
	assert_true(store_act_add(room->store, room->session,
		&(struct act){.subject = "recommendation",
			.recommendation = id,
			.meeting = meeting,
			.outcome = "adopted",
			.form = "consensus",
			.orally_amended = true,
			.at = 20},
		NULL));
	assert_true(store_recommendation_set_state(
		room->store, id, RECOMMENDATION_ADOPTED, true, NULL));
	fixture_commit(room->store, room->session, "recommendation adopt");
	history = store_recommendation_history(room->store, id, &room->arena, &count);
	assert_int_equal(count, 2);
	assert_int_equal(history[0].version, 1);
	assert_null(history[0].outcome);
	assert_int_equal(history[1].version, 0);
	assert_string_equal(history[1].outcome, "adopted");
	assert_string_equal(history[1].form, "consensus");
	assert_null(history[1].reason);
	assert_true(history[1].orally_amended && history[1].at == 20);
	assert_int_equal(history[1].meeting, 1);
	assert_true(get(room, id).orally_amended);
}

static void totals_count_open_and_adopted_ones(void **state)
{
	struct room *room = *state;
	int64_t open, adopted;

	for (int i = 0; i < RECOMMENDATION_STATES; i++)
		become(room, propose(room, room->set, "Notes"), (enum recommendation_state)i);
	store_recommendation_totals(room->store, room->session, &open, &adopted);
	assert_int_equal(open, 4);
	assert_int_equal(adopted, 1);
}

static void every_state_is_read_as_it_was_written(void **state)
{
	struct room *room = *state;
	int64_t id = propose(room, room->set, "Notes");

	for (int i = 0; i < RECOMMENDATION_STATES; i++) {
		become(room, id, (enum recommendation_state)i);
		assert_int_equal(get(room, id).state, i);
	}
}

/* An undo brings one back to where another was put meanwhile. */
static void two_at_one_rank_have_letters_of_their_own(void **state)
{
	struct room *room = *state;
	struct step step = {
		.session = room->session, .origin = "test", .person = "tester", .at = 1};
	struct undo_plan plan;
	int64_t w, y, moved;

	propose(room, room->set, "X");
	y = propose(room, room->set, "Y");
	propose(room, room->set, "Z");
	w = propose(room, room->set, "W");
	move(room, y, 4);
	moved = store_sequence(room->store, room->session);
	move(room, w, 2);
	assert_string_equal(list(room), "aX bW cZ dY");
	assert_true(
		store_undo_plan_of(room->store, room->session, moved, &room->arena, &plan, NULL));
	assert_int_equal(plan.count, 1);
	assert_true(store_undo(room->store, &plan, &step, &(int64_t){0}, NULL));
	assert_string_equal(list(room), "aX bY cW dZ");
	move(room, w, 4);
	assert_string_equal(list(room), "aX bY cZ dW");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(letters_follow_the_order_of_the_set),
		TEST(what_is_withdrawn_rejected_or_deferred_has_no_letter),
		TEST(each_body_has_its_set_with_letters_of_its_own),
		TEST(chapeau_and_style_of_a_set_can_be_set_and_taken_away),
		TEST(a_recommendation_keeps_its_number_for_good),
		TEST(it_tells_who_proposed_it_on_what),
		TEST(every_text_it_ever_had_is_kept),
		TEST(a_text_that_somebody_changed_meanwhile_is_not_overwritten),
		TEST(after_an_undone_edit_no_version_means_another_text),
		TEST(one_that_is_not_there_cannot_be_edited),
		TEST(its_history_tells_versions_and_decisions_by_time),
		TEST(totals_count_open_and_adopted_ones),
		TEST(every_state_is_read_as_it_was_written),
		TEST(two_at_one_rank_have_letters_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
