/* SPDX-License-Identifier: MIT */
/* Backups while others write, and bringing one back. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/backup.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

#define SECOND 1000

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

static struct store *open_store(const char *path)
{
	struct err err = {0};
	struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);

	if (!store)
		fail_msg("%s", err.text);
	return store;
}

static bool run(struct store *store, const char *folder, int64_t at, struct err *err)
{
	struct backup *backup = backup_new(store, folder, at, err);
	bool done = false, good = backup != NULL;

	while (good && !done)
		good = backup_step(backup, 8, &done, err);
	backup_free(backup);
	return good;
}

static void same_content(struct store *store, const char *path)
{
	struct store *copy = store_new(path, STORE_OPEN_READ_ONLY, NULL);
	char *one = fixture_dump(store), *other;

	assert_non_null(copy);
	other = fixture_dump(copy);
	assert_string_equal(one, other);
	assert_true(store_check(copy, false, NULL));
	store_free(copy);
	free(one);
	free(other);
}

static void a_backup_is_a_whole_database_named_after_its_time(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *folder = scratch_path(&scratch, "deep/backups");
	const char *path = scratch_path(&scratch, "deep/backups/proceedings-20121017-100000.db");
	struct err err = {0};
	struct stat st;

	(void)state;
	if (!run(store, folder, FIXTURE_MORNING, &err))
		fail_msg("%s", err.text);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(stat(folder, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_int_equal(scratch_count(folder, ""), 1);
	same_content(store, path);
	assert_int_equal(scratch_count(folder, ""), 1);
	/* A file that stands alone: its header names no -wal (bytes 18 and 19). */
	assert_memory_equal(scratch_read(&scratch, path, NULL) + 18, "\1\1", 2);
	store_free(store);
}

static void a_backup_made_step_by_step_has_what_was_written_meanwhile(void **state)
{
	const char *path = scratch_database(&scratch, "proceedings.db");
	const char *folder = scratch_path(&scratch, "backups");
	struct store *store = open_store(path), *other = open_store(path);
	struct backup *backup = backup_new(store, folder, FIXTURE_MORNING, NULL);
	struct err err = {0};
	bool done = false;
	int steps = 0;

	(void)state;
	assert_non_null(backup);
	for (; !done; steps++) {
		if (!backup_step(backup, 5, &done, &err))
			fail_msg("%s", err.text);
		/* What this connection writes goes into the copy as it goes on; what
		 * another writes makes it begin again, until that one is still. */
		if (steps < 30 && steps % 3 == 0)
			fixture_statement(store, 1, "2", "Benin", "offered boats");
		if (steps < 30 && steps % 7 == 0)
			fixture_statement(other, 1, "2", "Gambia", "dredging");
	}
	backup_free(backup);
	assert_true(steps > 30);
	same_content(store, scratch_path(&scratch, "backups/proceedings-20121017-100000.db"));
	store_free(store);
	store_free(other);
}

static void a_step_while_another_holds_the_lock_only_goes_on_later(void **state)
{
	const char *path = scratch_database(&scratch, "proceedings.db");
	struct store *store = open_store(path), *other = open_store(path);
	struct backup *backup =
		backup_new(store, scratch_path(&scratch, "b"), FIXTURE_MORNING, NULL);
	bool done = false;

	(void)state;
	fixture_begin(other);
	assert_true(store_session_set(other, 1, "title", "Brooks", NULL));
	assert_true(backup_step(backup, 1, &done, NULL));
	assert_false(done);
	fixture_commit(other, 1, "session set");
	while (!done)
		assert_true(backup_step(backup, 100, &done, NULL));
	backup_free(backup);
	same_content(other, scratch_path(&scratch, "b/proceedings-20121017-100000.db"));
	store_free(store);
	store_free(other);
}

static void one_given_up_half_way_leaves_nothing(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *folder = scratch_path(&scratch, "backups");
	struct backup *backup = backup_new(store, folder, FIXTURE_MORNING, NULL);
	bool done;

	(void)state;
	assert_true(backup_step(backup, 3, &done, NULL));
	assert_false(done);
	assert_int_equal(scratch_count(folder, ""), 1);
	backup_free(backup);
	assert_int_equal(scratch_count(folder, ""), 0);
	backup_free(NULL);
	store_free(store);
}

static void fourteen_are_kept_and_nothing_else_is_removed(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *folder = scratch_path(&scratch, "backups");
	const char *others[] = {"backups/letter.txt", "backups/proceedings-old.db",
		"backups/proceedings-notes.txt", "backups/other-20121017-100000.db"};

	(void)state;
	assert_int_equal(mkdir(folder, 0700), 0);
	for (size_t i = 0; i < 4; i++)
		scratch_write(scratch_path(&scratch, others[i]), "mine", 4);
	for (int i = 0; i < 17; i++)
		assert_true(run(store, folder, FIXTURE_MORNING + i * SECOND, NULL));
	assert_int_equal(scratch_count(folder, "proceedings-2012"), 14);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(access(scratch_path(&scratch, others[i]), F_OK), 0);
	assert_int_equal(
		access(scratch_path(&scratch, "backups/proceedings-20121017-100002.db"), F_OK), -1);
	assert_int_equal(
		access(scratch_path(&scratch, "backups/proceedings-20121017-100003.db"), F_OK), 0);
	store_free(store);
}

static void two_databases_in_one_folder_do_not_push_out_each_others_backups(void **state)
{
	struct store *one = open_store(scratch_database(&scratch, "rivers.db"));
	struct store *other = open_store(scratch_database(&scratch, "lakes.db"));
	const char *folder = scratch_path(&scratch, "backups");

	(void)state;
	assert_true(run(one, folder, FIXTURE_MORNING, NULL));
	for (int i = 0; i < 16; i++)
		assert_true(run(other, folder, FIXTURE_MORNING + i * SECOND, NULL));
	assert_int_equal(
		access(scratch_path(&scratch, "backups/rivers-20121017-100000.db"), F_OK), 0);
	assert_int_equal(scratch_count(folder, "lakes-"), 14);
	store_free(one);
	store_free(other);
}

static void a_folder_that_cannot_be_made_is_told(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	struct err err = {0};

	(void)state;
	scratch_write(scratch_path(&scratch, "file"), "", 0);
	assert_null(
		backup_new(store, scratch_path(&scratch, "file/backups"), FIXTURE_MORNING, &err));
	assert_int_equal(err.code, ERR_CANNOT_CREATE);
	store_free(store);
}

static void a_backup_to_a_file_does_not_overwrite_one(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *path = scratch_path(&scratch, "copy; rm -rf $HOME.db");
	struct err err = {0};

	(void)state;
	assert_true(backup_to(store, path, &err));
	same_content(store, path);
	assert_false(backup_to(store, path, &err));
	assert_int_equal(err.code, ERR_CANNOT_CREATE);
	same_content(store, path);
	store_free(store);
}

static void backups_lie_in_a_folder_beside_the_database(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	struct str folder;

	(void)state;
	str_init(&folder);
	backup_folder(store, &folder);
	assert_string_equal(folder.text, scratch_path(&scratch, "backups"));
	str_clear(&folder);
	store_free(store);
}

/* --- bringing back --- */

static void restoring_keeps_the_old_one_beside(void **state)
{
	const char *path = scratch_database(&scratch, "proceedings.db");
	const char *backup = scratch_path(&scratch, "copy.db");
	struct store *store = open_store(path);
	struct str kept;
	struct err err = {0};
	char *before = fixture_dump(store), *after, *old;

	(void)state;
	assert_true(backup_to(store, backup, NULL));
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	old = fixture_dump(store);
	store_free(store);
	str_init(&kept);
	if (!backup_restore(backup, path, FIXTURE_MORNING, &kept, &err))
		fail_msg("%s", err.text);
	assert_string_equal(
		kept.text, scratch_path(&scratch, "proceedings.db.before-restore-20121017-100000"));
	store = open_store(path);
	after = fixture_dump(store);
	assert_string_equal(before, after);
	free(after);
	store_free(store);
	store = open_store(kept.text);
	after = fixture_dump(store);
	assert_string_equal(old, after);
	store_free(store);
	str_clear(&kept);
	free(before);
	free(after);
	free(old);
}

static void restoring_twice_in_a_second_keeps_both_old_ones(void **state)
{
	const char *path = scratch_database(&scratch, "proceedings.db");
	const char *backup = scratch_path(&scratch, "copy.db");
	struct store *store = open_store(path);
	struct str kept;

	(void)state;
	assert_true(backup_to(store, backup, NULL));
	store_free(store);
	str_init(&kept);
	assert_true(backup_restore(backup, path, FIXTURE_MORNING, &kept, NULL));
	str_reset(&kept);
	assert_true(backup_restore(backup, path, FIXTURE_MORNING, &kept, NULL));
	assert_int_equal(scratch_count(scratch.folder, "proceedings.db.before-restore-"), 2);
	str_clear(&kept);
}

static void restoring_where_there_is_none_makes_one(void **state)
{
	const char *backup = scratch_database(&scratch, "copy.db");
	const char *path = scratch_path(&scratch, "proceedings.db");
	struct str kept;

	(void)state;
	str_init(&kept);
	assert_true(backup_restore(backup, path, FIXTURE_MORNING, &kept, NULL));
	assert_string_equal(kept.text, "");
	store_free(open_store(path));
	str_clear(&kept);
}

static void refuse(const char *backup, enum err_code code)
{
	const char *path = scratch_path(&scratch, "proceedings.db");
	struct str kept;
	struct err err = {0};
	size_t length;
	char *bytes = scratch_read(&scratch, path, &length);

	str_init(&kept);
	assert_false(backup_restore(backup, path, FIXTURE_MORNING, &kept, &err));
	assert_int_equal(err.code, code);
	assert_true(err.text[0]);
	assert_string_equal(kept.text, "");
	assert_true(scratch_is(path, bytes, length));
	assert_int_equal(scratch_count(scratch.folder, "proceedings.db."), 0);
	str_clear(&kept);
}

static void a_damaged_backup_is_refused_and_all_stays(void **state)
{
	const char *path = scratch_database(&scratch, "proceedings.db");
	const char *backup = scratch_path(&scratch, "copy.db");
	size_t length;
	char *bytes = scratch_read(&scratch, path, &length);

	(void)state;
	/* A page in the middle, behind the schema, that is only ones. */
	memset(bytes + length / 4096 / 2 * 4096, 0xff, 4096);
	scratch_write(backup, bytes, length);
	refuse(backup, ERR_DATA);
	scratch_write(backup, bytes, length / 2);
	refuse(backup, ERR_DATA);
	scratch_write(backup, "letter", 6);
	refuse(backup, ERR_DATA);
	refuse(scratch_path(&scratch, "none.db"), ERR_NO_INPUT);
}

static void restoring_the_database_over_itself_is_no_harm(void **state)
{
	const char *path = scratch_database(&scratch, "proceedings.db");
	struct store *store = open_store(path);
	char *before = fixture_dump(store), *after;
	struct str kept;

	(void)state;
	store_free(store);
	str_init(&kept);
	assert_true(backup_restore(path, path, FIXTURE_MORNING, &kept, NULL));
	store = open_store(path);
	after = fixture_dump(store);
	assert_string_equal(before, after);
	store_free(store);
	str_clear(&kept);
	free(before);
	free(after);
}

static void a_store_that_is_open_is_restored_and_goes_on(void **state)
{
	const char *backup = scratch_path(&scratch, "copy.db");
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	char *before = fixture_dump(store), *after;
	struct str kept;
	struct err err = {0};

	(void)state;
	assert_true(backup_to(store, backup, NULL));
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	str_init(&kept);
	if (!store_restore(store, backup, FIXTURE_MORNING, &kept, &err))
		fail_msg("%s", err.text);
	after = fixture_dump(store);
	assert_string_equal(before, after);
	fixture_statement(store, 1, "2", "Gambia", "dredging");
	assert_true(store_check(store, false, NULL));
	store_free(store);
	str_clear(&kept);
	free(before);
	free(after);
}

static void a_store_that_could_not_be_restored_is_what_it_was(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	char *before = fixture_dump(store), *after;
	struct str kept;
	struct err err = {0};

	(void)state;
	str_init(&kept);
	assert_false(store_restore(
		store, scratch_path(&scratch, "none.db"), FIXTURE_MORNING, &kept, &err));
	assert_int_equal(err.code, ERR_NO_INPUT);
	after = fixture_dump(store);
	assert_string_equal(before, after);
	fixture_statement(store, 1, "2", "Gambia", "dredging");
	store_free(store);
	str_clear(&kept);
	free(before);
	free(after);
}

/* --- what somebody left who was killed --- */

static long a_dead_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	assert_int_equal(waitpid(child, NULL, 0), child);
	return child;
}

static const char *put(const char *form, long process)
{
	const char *path =
		scratch_path(&scratch, arena_printf(&scratch.arena, "%s%ld", form, process));

	scratch_write(path, "half", 4);
	return path;
}

/* As if nobody had written to it for an hour. */
static void age(const char *path)
{
	const struct timespec times[2] = {
		{.tv_sec = time(NULL) - 3600}, {.tv_sec = time(NULL) - 3600}};

	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static bool is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

static void a_backup_removes_what_killed_ones_of_its_name_left_and_nothing_else(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *folder = scratch_path(&scratch, "b");
	struct err err = {0};
	long dead = a_dead_process();

	(void)state;
	assert_int_equal(mkdir(folder, 0700), 0);
	const char *left = put("b/proceedings-20121017-090000.db.unfinished-", dead);
	const char *journal = arena_printf(&scratch.arena, "%s-journal", left);

	scratch_write(journal, "half", 4);
	age(left);
	age(journal);
	const char *kept[] = {
		put("b/proceedings-20121017-090000.db.unfinished-", getppid()),
		put("b/proceedings-20121017-090000.db.unfinished-", getpid()),
		put("b/others-20121017-090000.db.unfinished-", dead),
		put("b/proceedings-unfinished-", dead),
		put("b/proceedings-20121017-090000.db.unfinished-x", dead),
		put("b/proceedings-20121017-093000.db.unfinished-", dead),
	};
	for (size_t i = 0; i + 1 < sizeof kept / sizeof kept[0]; i++)
		age(kept[i]);
	if (!run(store, folder, FIXTURE_MORNING, &err))
		fail_msg("%s", err.text);
	assert_false(is_there(left) || is_there(journal));
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
		assert_true(is_there(kept[i]));
	assert_int_equal(scratch_count(folder, "proceedings-20121017-100000.db"), 1);
	store_free(store);
}

/* A number of a process comes again, after the machine was started again surely. */
static void a_copy_to_a_path_is_not_kept_from_it_by_one_that_was_killed(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *mine = put("copy.db.unfinished-", getpid());
	const char *left = put("copy.db.unfinished-", a_dead_process());
	struct err err = {0};

	(void)state;
	if (!backup_to(store, scratch_path(&scratch, "copy.db"), &err))
		fail_msg("%s", err.text);
	assert_false(is_there(mine) || is_there(left));
	same_content(store, scratch_path(&scratch, "copy.db"));
	store_free(store);
}

static void a_restore_removes_what_a_killed_one_left(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *backup = scratch_path(&scratch, "copy.db");
	long dead = a_dead_process();
	const char *left[] = {
		put("proceedings.db.restored-", dead),
		put(arena_printf(&scratch.arena, "proceedings.db.restored-%ld.unfinished-", dead),
			dead),
	};
	struct str kept;
	struct err err = {0};

	(void)state;
	str_init(&kept);
	assert_true(backup_to(store, backup, NULL));
	if (!store_restore(store, backup, FIXTURE_MORNING, &kept, &err))
		fail_msg("%s", err.text);
	assert_false(is_there(left[0]) || is_there(left[1]));
	assert_true(is_there(kept.text));
	str_clear(&kept);
	store_free(store);
}

/* A restore that was killed between its two renames leaves a whole one of that name. */
static void what_is_to_be_put_back_is_not_removed_before_it_is(void **state)
{
	struct store *store = open_store(scratch_database(&scratch, "proceedings.db"));
	const char *left = put("proceedings.db.restored-", a_dead_process());
	struct str kept;
	struct err err = {0};

	(void)state;
	str_init(&kept);
	assert_false(store_restore(store, left, FIXTURE_MORNING, &kept, &err));
	assert_true(is_there(left));
	str_clear(&kept);
	store_free(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(a_backup_is_a_whole_database_named_after_its_time),
		TEST(a_backup_removes_what_killed_ones_of_its_name_left_and_nothing_else),
		TEST(a_copy_to_a_path_is_not_kept_from_it_by_one_that_was_killed),
		TEST(a_restore_removes_what_a_killed_one_left),
		TEST(what_is_to_be_put_back_is_not_removed_before_it_is),
		TEST(a_backup_made_step_by_step_has_what_was_written_meanwhile),
		TEST(a_step_while_another_holds_the_lock_only_goes_on_later),
		TEST(one_given_up_half_way_leaves_nothing),
		TEST(fourteen_are_kept_and_nothing_else_is_removed),
		TEST(two_databases_in_one_folder_do_not_push_out_each_others_backups),
		TEST(a_folder_that_cannot_be_made_is_told),
		TEST(a_backup_to_a_file_does_not_overwrite_one),
		TEST(backups_lie_in_a_folder_beside_the_database),
		TEST(restoring_keeps_the_old_one_beside),
		TEST(restoring_twice_in_a_second_keeps_both_old_ones),
		TEST(restoring_where_there_is_none_makes_one),
		TEST(a_damaged_backup_is_refused_and_all_stays),
		TEST(restoring_the_database_over_itself_is_no_harm),
		TEST(a_store_that_is_open_is_restored_and_goes_on),
		TEST(a_store_that_could_not_be_restored_is_what_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
