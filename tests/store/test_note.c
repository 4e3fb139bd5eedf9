/* SPDX-License-Identifier: MIT */
/* A note is its points: whatever happens to a line, its number stays with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/sql.h"
#include "support/store/fixture.h"

#define MOST_LINES 12

struct room {
	struct store *store;
	struct arena arena;
	int64_t session, statement;
};

static int setup(void **state)
{
	struct room *room = calloc(1, sizeof *room);

	room->store = fixture_store();
	room->session = fixture_session(room->store);
	room->statement = fixture_statement(room->store, room->session, "2", "Canada", "");
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

static void write_note(struct room *room, const char *text)
{
	struct err err = {0};

	fixture_begin(room->store);
	if (!store_statement_note(room->store, room->statement, text, 0, &err))
		fail_msg("%s", err.text);
	fixture_commit(room->store, room->session, "statement note");
}

/* "1:maps 2:boats", in order. */
static const char *points(struct room *room)
{
	struct sql *q = sql_query(room->store,
		"SELECT number, text FROM point WHERE statement = ?1"
		" ORDER BY rank",
		"i", room->statement);
	const char *text = "";

	while (sql_row(q))
		text = arena_printf(&room->arena, "%s%s%d:%s", text, *text ? " " : "",
			(int)sql_int(q, 0), sql_text(q, 1));
	return text;
}

static struct statement_row get(struct room *room)
{
	struct statement_row row;

	assert_true(store_statement(room->store, room->statement, &room->arena, &row));
	return row;
}

static void each_line_is_a_point(void **state)
{
	struct room *room = *state;

	write_note(room, "maps\nboats\nmodel law");
	assert_string_equal(points(room), "1:maps 2:boats 3:model law");
	assert_string_equal(get(room).note, "maps\nboats\nmodel law");
	assert_int_equal(get(room).points, 3);
}

static void empty_lines_and_blanks_before_a_line_are_no_points(void **state)
{
	struct room *room = *state;

	write_note(room, "\n\n  maps\n   \n\nboats\n\n");
	assert_string_equal(points(room), "1:maps 2:boats");
}

static void lines_added_anywhere_leave_the_others_their_numbers(void **state)
{
	struct room *room = *state;

	write_note(room, "b\nd");
	write_note(room, "a\nb\nc\nd\ne");
	assert_string_equal(points(room), "3:a 1:b 4:c 2:d 5:e");
}

static void an_edited_line_is_still_the_same_point(void **state)
{
	struct room *room = *state;

	write_note(room, "maps\nboats\nlaws");
	write_note(room, "maps\nboats for rivers\nlaws");
	assert_string_equal(points(room), "1:maps 2:boats for rivers 3:laws");
	write_note(room, "old maps\nboats for rivers\nmodel laws");
	assert_string_equal(points(room), "1:old maps 2:boats for rivers 3:model laws");
	write_note(room, "x\ny\nz");
	assert_string_equal(points(room), "1:x 2:y 3:z");
}

static void a_line_that_moves_takes_its_number_along(void **state)
{
	struct room *room = *state;

	write_note(room, "a\nb\nc\nd");
	write_note(room, "d\na\nb\nc");
	assert_string_equal(points(room), "4:d 1:a 2:b 3:c");
	write_note(room, "c\nb\na\nd");
	assert_string_equal(points(room), "3:c 2:b 1:a 4:d");
}

static void a_number_that_went_is_not_given_again(void **state)
{
	struct room *room = *state;

	write_note(room, "a\nb\nc");
	write_note(room, "a\nc");
	assert_string_equal(points(room), "1:a 3:c");
	write_note(room, "");
	assert_string_equal(points(room), "");
	write_note(room, "a\nb");
	assert_string_equal(points(room), "4:a 5:b");
}

static void equal_lines_are_points_of_their_own(void **state)
{
	struct room *room = *state;

	write_note(room, "a\na\na");
	assert_string_equal(points(room), "1:a 2:a 3:a");
	write_note(room, "a\na");
	assert_int_equal(get(room).points, 2);
	write_note(room, "a\nb\na\na");
	assert_int_equal(get(room).points, 4);
}

static void saving_the_same_note_changes_no_point(void **state)
{
	struct room *room = *state;
	const char *ranks =
		"SELECT group_concat(rank || id || number) FROM point WHERE statement = ?1";
	struct sql *q;
	const char *before;

	write_note(room, "a\nb");
	q = sql_query(room->store, ranks, "i", room->statement);
	assert_true(sql_row(q));
	before = sql_copy(q, 0, &room->arena);
	sql_done(q);
	write_note(room, "a\nb");
	q = sql_query(room->store, ranks, "i", room->statement);
	assert_true(sql_row(q));
	assert_string_equal(sql_text(q, 0), before);
	sql_done(q);
}

static void a_note_that_somebody_changed_meanwhile_is_not_overwritten(void **state)
{
	struct room *room = *state;
	int version = get(room).version;
	struct err err = {0};

	write_note(room, "theirs");
	fixture_begin(room->store);
	assert_false(store_statement_note(room->store, room->statement, "mine", version, &err));
	store_rollback(room->store);
	assert_int_equal(err.code, ERR_TRY_AGAIN);
	assert_string_equal(get(room).note, "theirs");
	fixture_begin(room->store);
	assert_true(store_statement_note(
		room->store, room->statement, "mine", get(room).version, &err));
	fixture_commit(room->store, room->session, "statement note");
	assert_string_equal(get(room).note, "mine");
}

static void a_note_whose_order_is_damaged_is_refused_in_a_sentence(void **state)
{
	struct room *room = *state;
	struct step step = {.session = room->session,
		.origin = "test",
		.person = "tester",
		.at = 1,
		.command = "statement note",
		.arguments = ""};
	struct err err = {0};

	write_note(room, "maps\nboats");
	assert_true(sql_run(room->store, &err, "UPDATE point SET rank = 'A ' || rank", ""));
	fixture_begin(room->store);
	store_statement_note(room->store, room->statement, "maps\nships\nboats", 0, &err);
	assert_false(store_commit(room->store, &step, "noted", NULL, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_non_null(strstr(err.text, "rapporteur restore"));
	assert_string_equal(points(room), "1:maps 2:boats");
}

static void a_note_of_a_statement_that_is_not_there_is_refused(void **state)
{
	struct room *room = *state;
	struct err err = {0};

	fixture_begin(room->store);
	assert_false(store_statement_note(room->store, 999, "a", 0, &err));
	store_rollback(room->store);
	assert_true(err.code != ERR_NONE && err.text[0]);
}

/* --- against a model --- */

/* What is typed: lines that carry the number we expect, 0 for a new one. */
struct line {
	int number;
	char text[8];
};

static unsigned next(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* Texts of the model are all different, so that what belongs together is certain. */
static void name(struct line *line, int *texts)
{
	int n = (*texts)++;

	line->text[0] = 't';
	for (int i = 1; i < 6; i++, n /= 10)
		line->text[i] = (char)('0' + n % 10);
	line->text[6] = '\0';
}

static size_t insert_line(struct line *lines, size_t count, size_t at, struct line line)
{
	memmove(lines + at + 1, lines + at, (count - at) * sizeof *lines);
	lines[at] = line;
	return count + 1;
}

static size_t remove_line(struct line *lines, size_t count, size_t at)
{
	memmove(lines + at, lines + at + 1, (count - at - 1) * sizeof *lines);
	return count - 1;
}

/* One edit, as a person makes it: a new line, a line gone, moved or worded anew. */
static size_t edit(struct line *lines, size_t count, unsigned *seed, int *texts, int *numbers)
{
	struct line line = {0};
	size_t at = count ? next(seed) % count : 0;

	switch (count ? next(seed) % 4 : 0) {
	case 0:
		if (count == MOST_LINES)
			return count;
		name(&line, texts);
		line.number = ++*numbers;
		return insert_line(lines, count, count ? next(seed) % (count + 1) : 0, line);
	case 1:
		return remove_line(lines, count, at);
	case 2:
		line = lines[at];
		count = remove_line(lines, count, at);
		return insert_line(lines, count, next(seed) % (count + 1), line);
	default:
		name(&lines[at], texts);
		return count;
	}
}

static void points_follow_every_edit_as_a_model_says(void **state)
{
	struct room *room = *state;
	struct line lines[MOST_LINES + 1];
	size_t count = 0;
	unsigned seed = 3;
	int texts = 0, numbers = 0;

	for (int i = 0; i < 400; i++) {
		const char *note = "", *expected = "";

		count = edit(lines, count, &seed, &texts, &numbers);
		for (size_t j = 0; j < count; j++) {
			note = arena_printf(&room->arena, "%s%s\n", note, lines[j].text);
			expected = arena_printf(&room->arena, "%s%s%d:%s", expected,
				*expected ? " " : "", lines[j].number, lines[j].text);
		}
		write_note(room, note);
		assert_string_equal(points(room), expected);
		arena_clear(&room->arena);
	}
	assert_true(store_check(room->store, false, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(each_line_is_a_point),
		TEST(empty_lines_and_blanks_before_a_line_are_no_points),
		TEST(lines_added_anywhere_leave_the_others_their_numbers),
		TEST(an_edited_line_is_still_the_same_point),
		TEST(a_line_that_moves_takes_its_number_along),
		TEST(a_number_that_went_is_not_given_again),
		TEST(equal_lines_are_points_of_their_own),
		TEST(saving_the_same_note_changes_no_point),
		TEST(a_note_that_somebody_changed_meanwhile_is_not_overwritten),
		TEST(a_note_whose_order_is_damaged_is_refused_in_a_sentence),
		TEST(a_note_of_a_statement_that_is_not_there_is_refused),
		TEST(points_follow_every_edit_as_a_model_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
