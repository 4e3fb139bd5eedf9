/* SPDX-License-Identifier: MIT */
/* Room in the log before it is needed: nothing but the length of the file is changed. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "support/store/fixture.h"
#include "support/store/scratch.h"

enum { LONG = 4 * 1000 * 1000, SLICES = 100 };

static struct scratch scratch;
static struct store *store;
static const char *path, *log_path;

static int setup(void **state)
{
	(void)state;
	scratch_open(&scratch);
	path = scratch_database(&scratch, "a.db");
	log_path = scratch_path(&scratch, "a.db-wal");
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	assert_non_null(store);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	store_free(store);
	scratch_close(&scratch);
	return 0;
}

static int64_t log_length(void)
{
	struct stat st;

	return stat(log_path, &st) == 0 ? (int64_t)st.st_size : -1;
}

/* Until nothing is left to do; how many slices that took. */
static int lengthen(void)
{
	int slices = 1;

	while (store_log_slice(store) && slices < SLICES)
		slices++;
	return slices;
}

/* What a crash leaves behind, in another place, opened again. */
static void is_whole_after_a_crash(const char *name)
{
	const char *copy = scratch_path(&scratch, name);
	char *dump = fixture_dump(store), *again;
	struct err err = {0};
	struct store *other;

	scratch_copy(path, copy);
	scratch_copy(log_path, arena_printf(&scratch.arena, "%s-wal", copy));
	other = store_new(copy, STORE_OPEN_EXISTING, &err);
	if (!other || !store_check(other, false, &err))
		fail_msg("%s: %s", name, err.text);
	again = fixture_dump(other);
	assert_string_equal(again, dump);
	store_free(other);
	free(again);
	free(dump);
}

static void the_log_becomes_long_in_slices_and_is_written_over(void **state)
{
	int64_t length;

	(void)state;
	assert_in_range(lengthen(), 2, SLICES - 1);
	length = log_length();
	assert_true(length > LONG);
	is_whole_after_a_crash("empty.db");
	for (int i = 0; i < 20; i++) {
		fixture_statement(store, 1, "2", "Benin", "offered boats");
		assert_int_equal(log_length(), length);
	}
	is_whole_after_a_crash("written.db");
	assert_int_equal(lengthen(), 1);
	assert_int_equal(log_length(), length);
}

static void what_was_in_the_log_stays_there(void **state)
{
	(void)state;
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	assert_true(log_length() > 0);
	lengthen();
	is_whole_after_a_crash("a-copy.db");
	store_free(store);
	assert_int_equal(log_length(), -1);
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	assert_non_null(store);
}

static void who_writes_is_not_waited_for(void **state)
{
	sqlite3 *other = NULL;
	int64_t length = log_length();

	(void)state;
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	assert_false(store_log_slice(store));
	assert_int_equal(log_length(), length);
	sqlite3_close(other);
	assert_true(store_log_slice(store));
	fixture_statement(store, 1, "2", "Benin", "offered boats");
}

static void where_the_disk_is_full_the_log_is_as_long_as_it_was(void **state)
{
	struct rlimit before, small;
	int64_t length;

	(void)state;
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	length = log_length();
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = (rlim_t)length + 100 * 1000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	bool more = store_log_slice(store);
	int64_t after = log_length();
	fixture_statement(store, 1, "2", "Canada", "asked for maps");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(more);
	assert_int_equal(after, length);
	is_whole_after_a_crash("full.db");
}

static void a_database_in_memory_has_no_such_log(void **state)
{
	struct store *memory = store_new(":memory:", STORE_OPEN_CREATE, NULL);

	(void)state;
	assert_non_null(memory);
	assert_false(store_log_slice(memory));
	store_free(memory);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_log_becomes_long_in_slices_and_is_written_over),
		TEST(what_was_in_the_log_stays_there),
		TEST(who_writes_is_not_waited_for),
		TEST(where_the_disk_is_full_the_log_is_as_long_as_it_was),
		TEST(a_database_in_memory_has_no_such_log),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
