/* SPDX-License-Identifier: MIT */
/* Speaking time beside each name: whatever is done, undone and redone, from here or by
 * another program, what is held in memory is what the record says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/backup.h"
#include "store/floor.h"
#include "store/spoken.h"
#include "store/sql.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

enum { SEEDS = 3, STEPS = 200, BOTH = 2, MORE_THAN_A_SLICE = 2500, SLICES = 3, FAR_BEHIND = 250 };

static const char *const names[] = {
	"Benin", "Canada", "Côte d’Ivoire", "Gambia", "Turkey", "Zimbabwe"};
static const char *const printed[] = {"1 (a)", "2", "3"};
enum { NAMES = 6, ITEMS = 3 };

struct room {
	struct scratch scratch;
	struct store *stores[BOTH]; /* two programs on one file */
	int64_t session, made;      /* the session, and its row of the journal */
	int64_t participants[NAMES], items[ITEMS];
	uint32_t state;
	int second, last; /* the number of the newest statement */
};

static int setup(void **state)
{
	struct room *room = calloc(1, sizeof *room);
	const char *path;

	scratch_open(&room->scratch);
	path = scratch_database(&room->scratch, "a.db");
	for (int i = 0; i < BOTH; i++) {
		room->stores[i] = store_new(path, STORE_OPEN_EXISTING, NULL);
		assert_non_null(room->stores[i]);
	}
	room->session = 1;
	room->made = store_sequence(room->stores[0], room->session);
	for (int i = 0; i < NAMES; i++)
		room->participants[i] =
			fixture_participant(room->stores[0], room->session, names[i]);
	for (int i = 0; i < ITEMS; i++)
		room->items[i] = fixture_item(room->stores[0], room->session, printed[i]);
	*state = room;
	return 0;
}

static int teardown(void **state)
{
	struct room *room = *state;

	for (int i = 0; i < BOTH; i++)
		store_free(room->stores[i]);
	scratch_close(&room->scratch);
	free(room);
	return 0;
}

static int any(struct room *room, int below)
{
	room->state = room->state * 1664525u + 1013904223u;
	return (int)((room->state >> 8) % (uint32_t)below);
}

static int64_t anybody(struct room *room)
{
	return room->participants[any(room, NAMES)];
}

/* --- what must hold --- */

static struct spoken_time by_record(
	const struct spoken_row *rows, size_t count, int64_t participant)
{
	struct spoken_time time = {0, 0};

	for (size_t i = 0; i < count; i++)
		if (rows[i].participant == participant)
			*(rows[i].group ? &time.voice : &time.own) += rows[i].seconds * 1000;
	return time;
}

static void assert_equal(struct room *room, struct store *store, const char *after)
{
	struct arena *arena = &room->scratch.arena;
	size_t count;

	for (int i = 0; i < ITEMS; i++) {
		/* At a time before all: a speech that runs has not begun. */
		const struct spoken_row *rows =
			store_spoken(store, room->session, room->items[i], 0, 0, arena, &count);

		for (int p = 0; p < NAMES; p++) {
			struct spoken_time record = by_record(rows, count, room->participants[p]),
					   held = store_spoken_time(
						   store, room->items[i], room->participants[p]);

			if (record.own != held.own || record.voice != held.voice)
				fail_msg("after %s: %s on %s has %lld + %lld ms, not %lld + %lld",
					after, names[p], printed[i], (long long)record.own,
					(long long)record.voice, (long long)held.own,
					(long long)held.voice);
		}
	}
}

static void assert_follows(struct room *room, struct store *store, const char *after)
{
	assert_true(store_spoken_known(store, room->session));
	assert_equal(room, store, after);
}

/* --- at random --- */

static int64_t a_time(struct room *room)
{
	room->second += any(room, 90);
	return FIXTURE_MORNING +
	       1000 * (int64_t)(room->second - (any(room, 6) == 0 ? any(room, 300) : 0));
}

static bool add(struct room *room, struct store *store)
{
	struct statement_new new = {.session = room->session,
		.item = room->items[any(room, ITEMS)],
		.participant = anybody(room),
		.on_behalf = any(room, 3) == 0 ? anybody(room) : 0,
		.from = any(room, 9) ? a_time(room) : 0};

	if (new.from && any(room, 3))
		new.to = new.from + 1000 * (int64_t)any(room, 400);
	return store_statement_add(store, &new, &room->last, NULL) != 0;
}

static bool change(struct room *room, struct store *store, int64_t s, int what)
{
	switch (what) {
	case 0:
		return store_statement_stop(store, s, a_time(room), NULL);
	case 1:
		return store_statement_set(store, s, "participant", anybody(room), NULL, NULL);
	case 2:
		return store_statement_set(
			store, s, "on_behalf", any(room, 2) ? anybody(room) : 0, NULL, NULL);
	case 3:
		return store_statement_set(
			store, s, "item", room->items[any(room, ITEMS)], NULL, NULL);
	case 4:
		return store_statement_set(store, s, "from", a_time(room), NULL, NULL);
	case 5:
		return store_statement_set(store, s, "to", a_time(room), NULL, NULL);
	case 6:
		return store_statement_interrupt(store, room->session, s, a_time(room), NULL);
	case 7:
		return store_statement_resume(store, s, a_time(room), NULL);
	case 8:
		return store_statement_note(store, s, "asked for maps", 0, NULL);
	default:
		return store_statement_delete(store, s, NULL);
	}
}

static const char *do_any(struct room *room, struct store *store)
{
	static const char *const words[] = {"stop", "participant", "on_behalf", "item", "from",
		"to", "interrupt", "resume", "note", "delete", "add", "add", "add"};
	int what = any(room, sizeof words / sizeof words[0]);
	int64_t s = store_statement_find(store, room->session, room->last - any(room, 12));
	bool good;

	fixture_begin(store);
	if (what > 9 || s == 0)
		good = add(room, store);
	else
		good = change(room, store, s, what);
	if (good)
		fixture_commit(store, room->session, words[what]);
	else
		store_rollback(store);
	return words[what];
}

static void undo(struct room *room, struct store *store, int64_t sequence)
{
	struct step step = {.session = room->session,
		.origin = "test",
		.person = "tester",
		.at = FIXTURE_MORNING};
	struct arena *arena = &room->scratch.arena;
	struct undo_plan plan;

	if (sequence ? store_undo_plan_of(store, room->session, sequence, arena, &plan, NULL)
		     : store_undo_plan(store, room->session, "test", true, arena, &plan, NULL))
		store_undo(store, &plan, &step, &(int64_t){0}, NULL);
}

static const char *undo_any(struct room *room, struct store *store)
{
	int64_t since = store_sequence(store, room->session) - room->made;

	if (since > 0)
		undo(room, store, room->made + 1 + any(room, (int)since));
	return "undo";
}

static const char *redo(struct room *room, struct store *store)
{
	undo(room, store, 0);
	return "redo";
}

static void it_follows_whatever_two_programs_do_and_undo(void **state)
{
	struct room *room = *state;

	for (uint32_t seed = 1; seed <= SEEDS; seed++) {
		room->state = seed;
		for (int step = 0; step < STEPS; step++) {
			struct store *store = room->stores[any(room, BOTH)];
			int what = any(room, 5);
			const char *word = what > 1    ? do_any(room, store)
					   : what == 1 ? undo_any(room, store)
						       : redo(room, store);

			/* Not always at once: there may be several rows to follow. */
			for (int i = 0; i < BOTH; i++)
				if (any(room, 3))
					assert_follows(room, room->stores[i], word);
		}
	}
	assert_true(store_sequence(room->stores[0], room->session) > SEEDS * STEPS / 2);
}

/* What an undo takes away it names: a span that is gone cannot be asked whose it was. */
static void a_speech_that_did_not_go_on_after_all_is_shorter(void **state)
{
	struct room *room = *state;
	struct store *store = room->stores[0];
	struct statement_new new = {.session = room->session,
		.item = room->items[1],
		.participant = room->participants[3],
		.from = FIXTURE_MORNING};
	int64_t s, second = 1000, gone_on;

	fixture_begin(store);
	s = store_statement_add(store, &new, &room->last, NULL);
	fixture_commit(store, room->session, "add");
	fixture_begin(store);
	assert_true(
		store_statement_interrupt(store, room->session, s, new.from + 60 * second, NULL));
	fixture_commit(store, room->session, "interrupt");
	fixture_begin(store);
	assert_true(store_statement_resume(store, s, new.from + 90 * second, NULL));
	gone_on = fixture_commit(store, room->session, "resume");
	fixture_begin(store);
	assert_true(store_statement_stop(store, s, new.from + 99 * second, NULL));
	fixture_commit(store, room->session, "stop");
	assert_follows(room, store, "stop");
	assert_int_equal(store_spoken_time(store, new.item, new.participant).own, 69 * second);
	undo(room, store, gone_on);
	assert_follows(room, store, "undo");
	assert_int_equal(store_spoken_time(store, new.item, new.participant).own, 60 * second);
}

/* --- a long log --- */

static void add_many(struct room *room, struct store *store, int count)
{
	fixture_begin(store);
	for (int i = 0; i < count; i++)
		assert_true(add(room, store));
	fixture_commit(store, room->session, "add many");
}

static void a_long_log_is_told_when_all_of_it_was_read(void **state)
{
	struct room *room = *state;
	struct store *store = room->stores[0], *other = room->stores[1];
	int slices = 1;

	assert_follows(room, store, "nothing");
	add_many(room, other, MORE_THAN_A_SLICE);
	assert_false(store_spoken_known(store, room->session));
	while (store_spoken_slice(store, room->session)) {
		int64_t s = store_statement_find(other, room->session, 1 + slices);

		assert_true(slices > 1 || !store_spoken_known(store, room->session));
		fixture_begin(other);
		assert_true(store_statement_delete(other, s, NULL));
		assert_true(add(room, other));
		fixture_commit(other, room->session, "meanwhile");
		slices++;
	}
	assert_int_equal(slices, SLICES);
	assert_follows(room, store, "the last slice");
	fixture_undo(store, room->session, false);
	assert_follows(room, store, "undo");
}

static void a_short_log_is_told_at_once(void **state)
{
	struct room *room = *state;

	add_many(room, room->stores[0], 900);
	assert_follows(room, room->stores[0], "900 statements");
	assert_false(store_spoken_slice(room->stores[0], room->session));
}

static void one_far_behind_the_journal_begins_anew(void **state)
{
	struct room *room = *state;
	struct store *store = fixture_store();

	room->session = fixture_session(store);
	add_many(room, store, MORE_THAN_A_SLICE);
	while (store_spoken_slice(store, room->session))
		;
	assert_follows(room, store, "the last slice");
	for (int i = 0; i < FAR_BEHIND; i++)
		add_many(room, store, 1);
	assert_false(store_spoken_known(store, room->session));
	while (store_spoken_slice(store, room->session))
		;
	assert_follows(room, store, "many commands");
	store_free(store);
}

/* --- other ways that what is there changes --- */

static void each_session_has_its_own(void **state)
{
	struct room *room = *state;
	struct store *store = room->stores[0];
	int64_t first = room->session, copied;

	add_many(room, store, 9);
	assert_follows(room, store, "nine");
	fixture_begin(store);
	copied = store_session_copy(store, first, "again", COPY_RECORD, NULL);
	assert_true(copied != 0);
	fixture_commit(store, copied, "session copy");
	assert_follows(room, store, "the copy of the session");
	assert_true(store_spoken_known(store, copied));
	assert_int_equal(store_spoken_time(store, room->items[1], room->participants[1]).own, 0);
	assert_follows(room, store, "the other session");
}

static void a_database_that_is_only_read_is_followed_too(void **state)
{
	struct room *room = *state;
	struct store *store = store_new(store_path(room->stores[0]), STORE_OPEN_READ_ONLY, NULL);

	assert_follows(room, store, "nothing");
	add_many(room, room->stores[0], 9);
	assert_follows(room, store, "nine");
	store_free(store);
}

static void what_was_brought_back_from_a_copy_is_read_anew(void **state)
{
	struct room *room = *state;
	const char *copy = scratch_path(&room->scratch, "copy.db");
	struct str kept;

	store_free(room->stores[1]);
	room->stores[1] = NULL;
	add_many(room, room->stores[0], 9);
	assert_true(backup_to(room->stores[0], copy, NULL));
	add_many(room, room->stores[0], 9);
	assert_follows(room, room->stores[0], "nine more");
	str_init(&kept);
	assert_true(store_restore(room->stores[0], copy, FIXTURE_MORNING, &kept, NULL));
	str_clear(&kept);
	assert_follows(room, room->stores[0], "the restoring");
}

static int refuse(void *context)
{
	return --*(int *)context < 0;
}

/* Wherever the reading ends. */
static void what_could_not_be_read_is_not_told(void **state)
{
	struct room *room = *state;
	struct store *store = room->stores[0], *other = room->stores[1];
	int64_t s = store_statement_find(store, room->session, 1);
	bool known = false;

	assert_follows(room, store, "nothing");
	for (int good = 0; !known; good++) {
		int left = good;

		fixture_begin(other);
		assert_true(store_statement_set(
			other, s, "participant", room->participants[good % NAMES], NULL, NULL));
		fixture_commit(other, room->session, "statement edit");
		sqlite3_progress_handler(sql_handle(store), 1, refuse, &left);
		known = store_spoken_known(store, room->session);
		sqlite3_progress_handler(sql_handle(store), 0, NULL, NULL);
		store_reads_begin(store);
		assert_follows(room, store, "a read that failed");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(it_follows_whatever_two_programs_do_and_undo),
		TEST(a_speech_that_did_not_go_on_after_all_is_shorter),
		TEST(a_long_log_is_told_when_all_of_it_was_read),
		TEST(a_short_log_is_told_at_once),
		TEST(one_far_behind_the_journal_begins_anew),
		TEST(each_session_has_its_own),
		TEST(a_database_that_is_only_read_is_followed_too),
		TEST(what_was_brought_back_from_a_copy_is_read_anew),
		TEST(what_could_not_be_read_is_not_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
