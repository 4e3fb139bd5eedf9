/* SPDX-License-Identifier: MIT */
/* Several at one database, and those who may only read it. */
#include <grp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/draft.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

#define CHILDREN 6
#define NOBODY 65534

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

static int64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Another program that keeps the file, with BEGIN or a PRAGMA. */
static sqlite3 *keeper(const char *path, const char *how)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, how, NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static void a_second_writer_is_told_to_try_again_after_about_two_seconds(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct store *store = store_new(path, STORE_OPEN_EXISTING, NULL);
	sqlite3 *other = keeper(path, "BEGIN IMMEDIATE");
	struct err err = {0};
	int64_t began = now();

	(void)state;
	assert_false(store_begin(store, &err));
	assert_int_equal(err.code, ERR_TRY_AGAIN);
	assert_non_null(strstr(err.text, "try again"));
	assert_in_range(now() - began, 1500, 10000);
	/* Reading goes on meanwhile, and writing when the other is done. */
	assert_true(store_session_find(store, "2012-10-17-rivers") != 0);
	sqlite3_close(other);
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	store_free(store);
}

static void a_database_that_another_keeps_to_itself_is_told_to_try_again(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	sqlite3 *other = keeper(path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
	struct err err = {0};

	(void)state;
	assert_null(store_new(path, STORE_OPEN_EXISTING, &err));
	assert_int_equal(err.code, ERR_TRY_AGAIN);
	sqlite3_close(other);
	store_free(store_new(path, STORE_OPEN_EXISTING, &err));
}

static void what_another_has_committed_is_noticed_once(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct store *one = store_new(path, STORE_OPEN_EXISTING, NULL);
	struct store *other = store_new(path, STORE_OPEN_EXISTING, NULL);

	(void)state;
	assert_false(store_changed_outside(one));
	fixture_statement(other, 1, "2", "Benin", "offered boats");
	assert_true(store_changed_outside(one));
	assert_false(store_changed_outside(one));
	assert_false(store_changed_outside(other));
	assert_int_equal(store_sequence(one, 1), store_sequence(other, 1));
	store_free(one);
	store_free(other);
}

static void one_that_only_reads_sees_what_a_writer_commits_afterwards(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct store *reader = store_new(path, STORE_OPEN_READ_ONLY, NULL), *writer;
	int64_t before = store_sequence(reader, 1);

	(void)state;
	assert_true(store_read_only(reader));
	writer = store_new(path, STORE_OPEN_EXISTING, NULL);
	for (int i = 0; i < 20; i++)
		fixture_statement(writer, 1, "2", "Benin", "offered boats");
	assert_int_equal(store_sequence(reader, 1), before + 20);
	store_free(writer);
	assert_int_equal(store_sequence(reader, 1), before + 20);
	assert_true(store_check(reader, false, NULL));
	store_free(reader);
	/* Whoever closes last leaves one file. */
	assert_int_equal(scratch_count(scratch.folder, ""), 1);
}

static void one_that_only_reads_is_refused_when_it_writes(void **state)
{
	struct store *store =
		store_new(scratch_database(&scratch, "a.db"), STORE_OPEN_READ_ONLY, NULL);
	struct err err = {0};

	(void)state;
	assert_false(store_begin(store, &err));
	assert_int_equal(err.code, ERR_IO);
	assert_non_null(strstr(err.text, "may only be read"));
	store_free(store);
}

/* --- processes --- */

static int exit_code(pid_t child)
{
	int status;

	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int patience(void)
{
	const char *factor = getenv("TEST_PATIENCE");

	return factor && atoi(factor) > 0 ? atoi(factor) : 1;
}

/* Waits at the gate, then opens and writes something of its own. */
static int create_together(const char *path, int gate, int number)
{
	struct err err = {0};
	char key[32], byte;
	struct store *store;
	bool saved;

	if (read(gate, &byte, 1) != 0)
		return 1;
	store = store_new(path, STORE_OPEN_CREATE, &err);
	/* A slow build may be told to try again, and does. */
	for (int left = patience(); !store && err.code == ERR_TRY_AGAIN && left > 1; left--)
		store = store_new(path, STORE_OPEN_CREATE, &err);
	if (!store) {
		fprintf(stderr, "%s\n", err.text);
		return 2;
	}
	snprintf(key, sizeof key, "note s%d", number);
	saved = store_draft_save(store, 1, key, "maps", 0, number, &err);
	store_free(store);
	return saved ? 0 : 3;
}

static void several_may_create_the_same_database_at_once(void **state)
{
	const char *path = scratch_path(&scratch, "new.db");
	struct store *store;
	pid_t children[CHILDREN];
	struct arena arena;
	size_t count;
	int gate[2];

	(void)state;
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < CHILDREN; i++) {
		children[i] = fork();
		if (children[i] == 0) {
			close(gate[1]);
			_exit(create_together(path, gate[0], i));
		}
	}
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < CHILDREN; i++)
		assert_int_equal(exit_code(children[i]), 0);
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	assert_non_null(store);
	assert_true(store_check(store, false, NULL));
	arena_init(&arena);
	store_drafts(store, 1, &arena, &count);
	assert_int_equal(count, CHILDREN);
	arena_clear(&arena);
	store_free(store);
	assert_int_equal(scratch_count(scratch.folder, ""), 1);
}

/* --- ordinary users --- */

static bool become_nobody(void)
{
	return geteuid() != 0 ||
	       (setgroups(0, NULL) == 0 && setgid(NOBODY) == 0 && setuid(NOBODY) == 0);
}

/* As somebody who may not write there: opens, reads, is refused a change. */
static int look_as_nobody(const char *path)
{
	struct err err = {0};
	struct store *store;
	int result = 0;

	if (!become_nobody())
		return 10;
	store = store_new(path, STORE_OPEN_CREATE, &err);
	if (!store) {
		fprintf(stderr, "%s\n", err.text);
		return 11;
	}
	if (!store_read_only(store))
		result = 12;
	else if (!store_session_find(store, "2012-10-17-rivers"))
		result = 13;
	else if (!store_check(store, false, &err))
		result = 14;
	else if (store_begin(store, &err) || err.code != ERR_IO ||
		 !strstr(err.text, "may only be read"))
		result = 15;
	store_free(store);
	return result;
}

static int refused_as_nobody(const char *path, enum err_code code)
{
	struct err err = {0};

	if (!become_nobody())
		return 10;
	if (store_new(path, STORE_OPEN_CREATE, &err))
		return 11;
	return err.code == code && err.text[0] ? 0 : 12;
}

/* A child that waits at the gate, then opens as nobody. It is made before the test has
 * a database open, for one that is may not be used on the other side of a fork. */
static pid_t child_at_gate(const char *path, int expected, int gate[2])
{
	char byte;
	pid_t child;

	assert_int_equal(pipe(gate), 0);
	child = fork();
	if (child != 0) {
		close(gate[0]);
		return child;
	}
	close(gate[1]);
	if (read(gate[0], &byte, 1) != 0)
		_exit(1);
	_exit(expected ? refused_as_nobody(path, (enum err_code)expected) : look_as_nobody(path));
}

/* Lets it through, with the folder and the file so. */
static void open_gate(pid_t child, int gate, const char *path, mode_t folder, mode_t file)
{
	assert_int_equal(chmod(path, file), 0);
	assert_int_equal(chmod(scratch.folder, folder), 0);
	close(gate);
	assert_int_equal(exit_code(child), 0);
	assert_int_equal(chmod(scratch.folder, 0755), 0);
}

static void as_nobody(const char *path, mode_t folder, mode_t file, int expected)
{
	int gate[2];
	pid_t child = child_at_gate(path, expected, gate);

	open_gate(child, gate[1], path, folder, file);
}

static void a_file_or_folder_without_permission_to_write_opens_for_reading(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	size_t length;
	char *bytes = scratch_read(&scratch, path, &length);

	(void)state;
	as_nobody(path, 0555, 0444, 0);
	as_nobody(path, 0555, 0666, 0);
	/* As root the folder is another's anyway; else it is one's own. */
	as_nobody(path, geteuid() == 0 ? 0777 : 0755, 0444, 0);
	assert_true(scratch_is(path, bytes, length));
	assert_int_equal(scratch_count(scratch.folder, ""), 1);
}

static void a_file_that_may_not_be_read_or_made_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");

	(void)state;
	as_nobody(path, 0755, 0200, ERR_NO_INPUT);
	assert_int_equal(unlink(path), 0);
	scratch_write(path, "", 0);
	assert_int_equal(chmod(scratch.folder, 0555), 0);
	if (geteuid() == 0) {
		pid_t child = fork();

		if (child == 0)
			_exit(refused_as_nobody(
				scratch_path(&scratch, "new.db"), ERR_CANNOT_CREATE));
		assert_int_equal(exit_code(child), 0);
	}
	assert_int_equal(chmod(scratch.folder, 0755), 0);
}

static void a_reader_without_permission_sees_what_the_owner_writes_now(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	int gate[2];
	/* The -shm is the owner's alone: it is said so in a sentence, nothing is guessed. */
	pid_t child = child_at_gate(path, geteuid() == 0 ? ERR_NO_INPUT : 0, gate);
	struct store *owner = store_new(path, STORE_OPEN_EXISTING, NULL);

	(void)state;
	fixture_statement(owner, 1, "2", "Benin", "offered boats");
	open_gate(child, gate[1], path, 0555, 0444);
	store_free(owner);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(a_second_writer_is_told_to_try_again_after_about_two_seconds),
		TEST(a_database_that_another_keeps_to_itself_is_told_to_try_again),
		TEST(what_another_has_committed_is_noticed_once),
		TEST(one_that_only_reads_sees_what_a_writer_commits_afterwards),
		TEST(one_that_only_reads_is_refused_when_it_writes),
		TEST(several_may_create_the_same_database_at_once),
		TEST(a_file_or_folder_without_permission_to_write_opens_for_reading),
		TEST(a_file_that_may_not_be_read_or_made_is_refused),
		TEST(a_reader_without_permission_sees_what_the_owner_writes_now),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
