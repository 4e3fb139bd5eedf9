/* SPDX-License-Identifier: MIT */
/*
 * What it costs to read one text with a thousand amendments, which is done again whenever
 * something has changed. It is measured not by the clock, which is something else on every
 * machine, but by the steps that the database takes for it, and by how often two texts are
 * compared word by word, the slow part of every merge.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "model/diff.h"
#include "store/negotiation.h"
#include "store/sql.h"
#include "support/store/fixture.h"

/* The comparison itself, under another name, so that its calls can be counted here. */
struct diff_piece *words_compared(
	struct arena *arena, const char *from, const char *to, size_t *count);
#define diff_words words_compared
#include "model/diff.c"
#undef diff_words

static size_t comparisons;

struct diff_piece *diff_words(struct arena *arena, const char *from, const char *to, size_t *count)
{
	comparisons++;
	return words_compared(arena, from, to, count);
}

enum { FEW = 100, MANY = 1000, WORDS = 2 * MANY };

/* Where the amendments are: each at words of its own, or all at the same. */
enum where { APART, AT_ONE_PLACE };

struct room {
	struct store *store;
	struct arena arena;
	int64_t session, text;
};

/* Words that are counted; the one at `place` is another one. */
static const char *text_with(struct arena *arena, size_t place, int number)
{
	struct str text = STR_EMPTY;

	for (size_t i = 0; i < WORDS; i++)
		str_addf(
			&text, i == place ? "other%zu " : "w%zu ", i == place ? (size_t)number : i);
	const char *kept = arena_strdup(arena, text.text);
	str_clear(&text);
	return kept;
}

static void open_room(struct room *room, int amendments, enum where where)
{
	struct amendment_new new = {.how = AMENDMENT_ORALLY, .at = 7};
	int number;

	room->store = fixture_store();
	room->session = new.session = fixture_session(room->store);
	arena_init(&room->arena);
	fixture_begin(room->store);
	int64_t set = store_set_of(room->store, room->session, 0, NULL);
	room->text = new.recommendation = store_recommendation_add(room->store, room->session, set,
		0, 0, text_with(&room->arena, WORDS, 0), 5, &number, NULL);
	for (int i = 0; i < amendments; i++) {
		size_t place = where == APART ? 2 * (size_t)i : WORDS / 2;
		new.text = text_with(&room->arena, place, i);
		assert_true(store_amendment_add(room->store, &new, &number, NULL) != 0);
	}
	fixture_commit(room->store, room->session, "amendment propose");
}

static void close_room(struct room *room)
{
	store_free(room->store);
	arena_clear(&room->arena);
}

static int count_step(void *context)
{
	++*(int64_t *)context;
	return 0;
}

/* The steps that reading takes; the comparisons are in `comparisons`. */
static int64_t read_text(struct room *room, struct negotiation *n)
{
	int64_t steps = 0;

	comparisons = 0;
	sqlite3_progress_handler(sql_handle(room->store), 1, count_step, &steps);
	assert_true(store_negotiation(room->store, room->session, room->text, &room->arena, n));
	sqlite3_progress_handler(sql_handle(room->store), 0, NULL, NULL);
	return steps;
}

static int64_t steps_for(int amendments)
{
	struct negotiation n;
	struct room room;

	open_room(&room, amendments, APART);
	int64_t steps = read_text(&room, &n);
	assert_int_equal(n.count, amendments);
	close_room(&room);
	return steps;
}

static void the_database_takes_so_many_steps_for_each(void **state)
{
	int64_t few = steps_for(FEW), many = steps_for(MANY);

	(void)state;
	/* The text itself costs some too; a list that is sorted a little more for each. */
	assert_true(many < few * MANY / FEW * 3 / 2);
}

static void each_is_compared_with_the_text_once(void **state)
{
	struct negotiation n;
	struct room room;

	(void)state;
	open_room(&room, MANY, APART);
	read_text(&room, &n);
	assert_int_equal(n.conflicts, 0);
	assert_int_equal(comparisons, MANY);
	close_room(&room);
}

static void one_on_an_older_version_is_brought_to_the_text_besides(void **state)
{
	struct negotiation n;
	struct room room;

	(void)state;
	open_room(&room, MANY, APART);
	fixture_begin(room.store);
	assert_true(store_recommendation_edit(
		room.store, room.text, text_with(&room.arena, WORDS - 1, 0), 1, 9, NULL));
	fixture_commit(room.store, room.session, "recommendation edit");
	read_text(&room, &n);
	assert_int_equal(n.conflicts, 0);
	assert_true(comparisons <= 3 * MANY);
	close_room(&room);
}

/* Which of them change the same words is seen from what each changes. */
static void those_in_conflict_are_not_compared_with_each_other(void **state)
{
	struct negotiation n;
	struct room room;

	(void)state;
	open_room(&room, MANY, AT_ONE_PLACE);
	read_text(&room, &n);
	assert_int_equal(n.conflicts, MANY);
	assert_int_equal(n.compared[0].against_count, MANY - 1);
	assert_int_equal(comparisons, MANY);
	close_room(&room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_database_takes_so_many_steps_for_each),
		cmocka_unit_test(each_is_compared_with_the_text_once),
		cmocka_unit_test(one_on_an_older_version_is_brought_to_the_text_besides),
		cmocka_unit_test(those_in_conflict_are_not_compared_with_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
