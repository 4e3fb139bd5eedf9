/* SPDX-License-Identifier: MIT */
/* Files that somebody has meddled with: a foreign schema, bytes that changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/floor.h"
#include "store/participant.h"
#include "store/recommendation.h"
#include "store/search.h"
#include "support/store/failing.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

/* Opened, and how many of them are worked on too. */
#define FLIPS 10000
#define ONE_IN 5

static struct scratch scratch;

static int setup(void **state)
{
	(void)state;
	scratch_open(&scratch);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	scratch_close(&scratch);
	return 0;
}

static void refuse(const char *path)
{
	size_t length;
	char *bytes = scratch_read(&scratch, path, &length);

	for (enum store_open how = STORE_OPEN_CREATE; how <= STORE_OPEN_READ_ONLY; how++) {
		struct err err = {0};

		assert_null(store_new(path, how, &err));
		assert_int_equal(err.code, ERR_DATA);
		assert_non_null(strstr(err.text, path));
	}
	assert_true(scratch_is(path, bytes, length));
}

/* What a hostile file may carry in its schema; each in a file of its own. */
static const char *const meddling[] = {
	"CREATE TRIGGER t AFTER INSERT ON statement BEGIN DELETE FROM statement; END",
	"CREATE VIEW v AS SELECT * FROM session", "CREATE INDEX extra ON session(title)",
	"CREATE TABLE extra(a)", "CREATE VIRTUAL TABLE extra USING fts5(a)",
	"ALTER TABLE session ADD COLUMN extra TEXT", "ALTER TABLE officer RENAME TO person",
	"DROP INDEX statement_item", "DROP TABLE draft", "DROP TABLE search",
	"CREATE TABLE sqlite_stat9(a)", /* refused by SQLite itself when made */
};

static bool meddle(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	bool done = sqlite3_open(path, &db) == SQLITE_OK &&
		    sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;

	sqlite3_close(db);
	return done;
}

static void a_schema_with_anything_more_less_or_other_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"),
		   *other = scratch_path(&scratch, "b.db");
	size_t refused = 0;

	(void)state;
	for (size_t i = 0; i < sizeof meddling / sizeof meddling[0]; i++) {
		scratch_copy(path, other);
		if (!meddle(other, meddling[i]))
			continue;
		refuse(other);
		refused++;
	}
	assert_int_equal(refused, sizeof meddling / sizeof meddling[0] - 1);
}

static void a_schema_rewritten_in_place_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");

	(void)state;
	scratch_sql(path, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql ="
			  " replace(sql, 'CHECK(archived IN(0,1))', '') WHERE name = 'session'");
	refuse(path);
}

static void a_refused_file_keeps_its_journal_mode_and_gets_no_file_beside_it(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");

	(void)state;
	scratch_sql(path, "PRAGMA journal_mode = DELETE; CREATE TABLE extra(a)");
	refuse(path);
	assert_int_equal(scratch_count(scratch.folder, ""), 1);
}

/* What was committed last is still in the -wal when a program died; a file that is
 * refused is not put together out of both. */
static void the_newest_part_beside_a_refused_file_is_left_beside_it(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"),
		   *other = scratch_path(&scratch, "b.db");
	const char *wal = scratch_path(&scratch, "b.db-wal");
	size_t length;
	sqlite3 *db;
	char *bytes;

	(void)state;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "CREATE TABLE extra(a)", NULL, NULL, NULL), SQLITE_OK);
	scratch_copy(path, other);
	scratch_copy(scratch_path(&scratch, "a.db-wal"), wal);
	sqlite3_close(db);
	bytes = scratch_read(&scratch, wal, &length);
	refuse(other);
	assert_true(scratch_is(wal, bytes, length));
}

static void the_newest_part_beside_a_sound_file_is_read(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"),
		   *other = scratch_path(&scratch, "b.db");
	struct store *store = store_new(path, STORE_OPEN_EXISTING, NULL), *again;
	char *before, *after;

	(void)state;
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	before = fixture_dump(store);
	scratch_copy(path, other);
	scratch_copy(scratch_path(&scratch, "a.db-wal"), scratch_path(&scratch, "b.db-wal"));
	again = store_new(other, STORE_OPEN_EXISTING, NULL);
	after = fixture_dump(again);
	assert_string_equal(before, after);
	store_free(store);
	store_free(again);
	free(before);
	free(after);
}

/* A fixed generator: the same flips every time. */
static unsigned next(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 8;
}

/* Reads what the views read, and changes a little: what is damaged is told in a
 * sentence, and nothing crashes. */
static void work(struct store *store)
{
	struct step step = {.session = 1,
		.origin = "test",
		.person = "tester",
		.at = 5,
		.command = "statement add",
		.arguments = ""};
	struct statement_new new = {
		.session = 1, .item = 4, .participant = 2, .from = FIXTURE_MORNING};
	struct arena arena;
	struct err err = {0};
	size_t count;
	int64_t id;
	int number;
	bool done;

	arena_init(&arena);
	free(fixture_dump(store));
	store_sessions(store, true, &arena, &count);
	store_items(store, 1, &arena, &count);
	store_slots(store, 1, &arena, &count);
	store_participants(store, 1, &arena, &count);
	store_statements(store, 1, 0, 0, 0, 50, &arena, &count);
	store_recommendations(store, 1, &arena, &count);
	store_search(store, 1, "maps", 9, &arena, &count);
	if (store_begin(store, &err)) {
		id = store_statement_add(store, &new, &number, &err);
		done = id && store_statement_note(store, id, "a\nb", 0, &err) &&
		       store_statement_set(store, id, "item", 5, NULL, &err) &&
		       store_commit(store, &step, "s", NULL, &err);
		if (!done)
			store_rollback(store);
		assert_true(done || (err.code != ERR_NONE && err.text[0]));
		if (done)
			fixture_undo(store, 1, false);
	}
	arena_clear(&arena);
}

static void try_flipped(
	const char *path, const char *bytes, size_t length, bool works, unsigned *counts)
{
	struct err err = {0};
	struct store *store;

	scratch_write(path, bytes, length);
	store = store_new(path, STORE_OPEN_EXISTING, &err);
	if (!store) {
		counts[0]++;
		assert_true(err.code == ERR_DATA || err.code == ERR_NO_INPUT || err.code == ERR_IO);
		assert_true(err.text[0] && !strchr(err.text, '\n'));
		assert_true(scratch_is(path, bytes, length));
		unlink(scratch_path(&scratch, "b.db-wal"));
		unlink(scratch_path(&scratch, "b.db-shm"));
		return;
	}
	if (store_check(store, false, &err)) {
		counts[1]++;
	} else {
		counts[2]++;
		assert_int_equal(err.code, ERR_DATA);
		assert_true(err.text[0] && !strchr(err.text, '\n'));
	}
	if (works)
		work(store);
	store_free(store);
}

/* Slow builds try as many as they work on. */
static int flips(void)
{
	const char *patience = getenv("TEST_PATIENCE");

	return patience && atoi(patience) > 1 ? FLIPS / ONE_IN : FLIPS;
}

static void a_file_with_flipped_bytes_is_opened_soundly_or_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"),
		   *flipped = scratch_path(&scratch, "b.db");
	unsigned counts[3] = {0}, seed = 11, bits, at;
	int tries = flips(), apart = tries / (FLIPS / ONE_IN);
	size_t length;
	char *bytes, *copy;

	(void)state;
	bytes = scratch_read(&scratch, path, &length);
	copy = malloc(length);
	failing_install(); /* never told to fail: its syncs take no time */
	for (int i = 0; i < tries; i++) {
		memcpy(copy, bytes, length);
		bits = 1 + next(&seed) % 8;
		while (bits-- > 0) {
			/* One in three where it hurts most: the header and the schema. */
			at = next(&seed) % (next(&seed) % 3 ? (unsigned)length : 8192);
			copy[at] = (char)(copy[at] ^ (1 << next(&seed) % 8));
		}
		try_flipped(flipped, copy, length, i % apart == 0, counts);
	}
	failing_remove();
	free(copy);
	assert_true(counts[0] && counts[1] && counts[2]);
	assert_int_equal(counts[0] + counts[1] + counts[2], tries);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(a_schema_with_anything_more_less_or_other_is_refused),
		TEST(a_schema_rewritten_in_place_is_refused),
		TEST(a_refused_file_keeps_its_journal_mode_and_gets_no_file_beside_it),
		TEST(the_newest_part_beside_a_refused_file_is_left_beside_it),
		TEST(the_newest_part_beside_a_sound_file_is_read),
		TEST(a_file_with_flipped_bytes_is_opened_soundly_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
