/* SPDX-License-Identifier: MIT */
/* What a path may be, and what each of the wrong things is told. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/store/cut_off.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

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
	failing_remove();
	scratch_close(&scratch);
	return 0;
}

static bool is_one_sentence(const char *text)
{
	return *text && !strchr(text, '\n') && text[strlen(text) - 1] != '.';
}

static void refuse(const char *path, enum store_open how, enum err_code code, const char *says)
{
	struct err err = {0};
	struct store *store = store_new(path, how, &err);

	if (store)
		fail_msg("%s was opened", path);
	assert_int_equal(err.code, code);
	assert_true(is_one_sentence(err.text));
	if (!strstr(err.text, says))
		fail_msg("\"%s\" does not say \"%s\"", err.text, says);
}

/* Refused in every way of opening, and not a byte of it changed. */
static void refuse_file(const char *path, enum err_code code, const char *says)
{
	size_t length;
	char *bytes = scratch_read(&scratch, path, &length);

	refuse(path, STORE_OPEN_CREATE, code, says);
	refuse(path, STORE_OPEN_EXISTING, code, says);
	refuse(path, STORE_OPEN_READ_ONLY, code, says);
	assert_true(scratch_is(path, bytes, length));
}

static void a_new_database_is_0600_and_its_folder_stays_as_it_is(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct stat st;

	(void)state;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(stat(scratch.folder, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0755);
	/* Nothing is left of making it, nor of having worked in it. */
	assert_int_equal(scratch_count(scratch.folder, ""), 1);
}

static void the_files_beside_an_open_database_are_0600_too(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"), *beside[] = {"a.db-wal", "a.db-shm"};
	struct store *store = store_new(path, STORE_OPEN_EXISTING, NULL);
	struct stat st;

	(void)state;
	fixture_begin(store);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(stat(scratch_path(&scratch, beside[i]), &st), 0);
		assert_int_equal(st.st_mode & 07777, 0600);
	}
	store_free(store);
}

static void a_database_that_is_not_there_is_made_only_if_asked_for(void **state)
{
	const char *path = scratch_path(&scratch, "none.db");

	(void)state;
	refuse(path, STORE_OPEN_EXISTING, ERR_NO_INPUT, "no database");
	refuse(path, STORE_OPEN_READ_ONLY, ERR_NO_INPUT, "no database");
	assert_int_equal(scratch_count(scratch.folder, ""), 0);
}

static void a_database_whose_making_was_cut_off_is_made_by_the_next_start(void **state)
{
	static const enum failing_way ways[] = {FAILING_KILL, FAILING_POWER};
	const char *path = scratch_path(&scratch, "a.db");
	struct err err = {0};

	(void)state;
	failing_install();
	for (size_t way = 0; way < 2; way++) {
		bool killed = true;
		int n = 1;

		for (; killed; n += 3) {
			killed = cut_off(path, STORE_OPEN_CREATE, n, ways[way]);
			struct store *store = store_new(path, STORE_OPEN_CREATE, &err);
			if (!store || !store_check(store, false, &err))
				fail_msg("call %d: %s", n, err.text);
			store_free(store);
			assert_int_equal(scratch_count(scratch.folder, ""), 1);
			assert_int_equal(unlink(path), 0);
		}
		assert_true(n > 30);
	}
	failing_remove();
}

/* The numbers of processes come again, after the machine was started again surely. */
static void what_a_killed_one_left_beside_it_keeps_nobody_from_making_it(void **state)
{
	const char *path = scratch_path(&scratch, "a.db");
	struct err err = {0};

	(void)state;
	scratch_write(arena_printf(&scratch.arena, "%s.new-%ld", path, (long)getpid()), "half", 4);
	struct store *store = store_new(path, STORE_OPEN_CREATE, &err);
	if (!store)
		fail_msg("%s", err.text);
	store_free(store);
	assert_int_equal(scratch_count(scratch.folder, ""), 1);
}

static void a_folder_that_is_not_there_is_not_made(void **state)
{
	(void)state;
	refuse(scratch_path(&scratch, "no/such/a.db"), STORE_OPEN_CREATE, ERR_CANNOT_CREATE,
		"cannot be created");
}

static void what_was_written_is_there_when_opened_again(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct store *store = store_new(path, STORE_OPEN_EXISTING, NULL);
	char *first = fixture_dump(store), *second;

	(void)state;
	assert_non_null(strstr(first, "asked for maps"));
	assert_true(store_check(store, false, NULL));
	store_free(store);
	store = store_new(path, STORE_OPEN_CREATE, NULL);
	second = fixture_dump(store);
	assert_string_equal(first, second);
	store_free(store);
	free(first);
	free(second);
}

static void a_path_may_have_any_characters_in_it(void **state)
{
	static const char *const names[] = {"what?mode=memory", "50%25#1", "a b;c'd\"e$(f)`g`",
		"file:x", "-rf", "Côte d’Ivoire", "new\nline"};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *path = scratch_database(&scratch, names[i]);
		struct store *store = store_new(path, STORE_OPEN_READ_ONLY, NULL);

		assert_non_null(store);
		assert_true(store_session_find(store, "2012-10-17-rivers") != 0);
		assert_string_equal(store_path(store), path);
		store_free(store);
	}
	assert_int_equal(scratch_count(scratch.folder, ""), sizeof names / sizeof names[0]);
}

static void a_name_in_the_current_folder_needs_no_slash(void **state)
{
	char here[4096];
	struct store *store;

	(void)state;
	assert_non_null(getcwd(here, sizeof here));
	scratch_database(&scratch, "a.db");
	assert_int_equal(chdir(scratch.folder), 0);
	store = store_new("a.db", STORE_OPEN_EXISTING, NULL);
	assert_int_equal(chdir(here), 0);
	assert_non_null(store);
	assert_false(store_read_only(store));
	store_free(store);
}

static void an_empty_file_is_refused(void **state)
{
	const char *path = scratch_path(&scratch, "empty.db");

	(void)state;
	scratch_write(path, "", 0);
	refuse_file(path, ERR_DATA, "0 bytes");
}

static void a_folder_a_pipe_and_a_link_are_refused(void **state)
{
	const char *pipe = scratch_path(&scratch, "pipe.db");
	const char *link = scratch_path(&scratch, "link.db");

	(void)state;
	refuse(scratch.folder, STORE_OPEN_CREATE, ERR_NO_INPUT, "a folder");
	assert_int_equal(mkfifo(pipe, 0600), 0);
	refuse(pipe, STORE_OPEN_CREATE, ERR_NO_INPUT, "pipe");
	assert_int_equal(symlink(scratch_database(&scratch, "a.db"), link), 0);
	refuse(link, STORE_OPEN_CREATE, ERR_NO_INPUT, "symbolic link");
	/* Nor is anything made where a link leads to nothing. */
	assert_int_equal(unlink(link), 0);
	assert_int_equal(symlink(scratch_path(&scratch, "nothing"), link), 0);
	refuse(link, STORE_OPEN_CREATE, ERR_NO_INPUT, "symbolic link");
	assert_int_equal(access(scratch_path(&scratch, "nothing"), F_OK), -1);
}

static void a_text_is_refused(void **state)
{
	static const char text[] = "rapporteur: agenda/1\nsession: {title: Rivers}\n"
				   "# long enough to have had room for a header of 100 bytes\n";
	const char *path = scratch_path(&scratch, "agenda.yaml");

	(void)state;
	scratch_write(path, text, strlen(text));
	refuse_file(path, ERR_DATA, "not a database of rapporteur");
	scratch_write(path, "SQLite format 3", 16);
	refuse_file(path, ERR_DATA, "not a database of rapporteur");
}

static void a_database_of_another_program_is_refused(void **state)
{
	const char *path = scratch_path(&scratch, "mail.db");

	(void)state;
	scratch_sql(path, "CREATE TABLE letter(text TEXT)");
	refuse_file(path, ERR_DATA, "not a database of rapporteur");
	scratch_sql(path, "PRAGMA application_id = 42");
	refuse_file(path, ERR_DATA, "not a database of rapporteur");
}

static void a_newer_version_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");

	(void)state;
	scratch_sql(path, "PRAGMA user_version = 99");
	refuse_file(path, ERR_DATA, "newer rapporteur");
}

static void the_one_sentence_names_the_file(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");

	(void)state;
	scratch_sql(path, "PRAGMA user_version = 99");
	refuse(path, STORE_OPEN_EXISTING, ERR_DATA, path);
	scratch_sql(path, "PRAGMA user_version = 1; CREATE TABLE more(a)");
	refuse(path, STORE_OPEN_EXISTING, ERR_DATA, path);
}

/* A file cut off anywhere is refused with advice, never taken for a smaller one. */
static void a_file_cut_off_at_any_page_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"),
		   *cut = scratch_path(&scratch, "cut.db");
	size_t length;
	char *bytes = scratch_read(&scratch, path, &length);

	(void)state;
	for (size_t at = 4096; at < length; at += 4096) {
		scratch_write(cut, bytes, at);
		refuse_file(cut, ERR_DATA, "rapporteur restore");
		scratch_write(cut, bytes, at - 1);
		refuse_file(cut, ERR_DATA, "rapporteur restore");
	}
}

static void a_file_cut_off_in_its_header_is_refused(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"),
		   *cut = scratch_path(&scratch, "cut.db");
	char *bytes = scratch_read(&scratch, path, NULL);

	(void)state;
	for (size_t at = 1; at < 100; at++) {
		scratch_write(cut, bytes, at);
		refuse(cut, STORE_OPEN_EXISTING, ERR_DATA, "");
		assert_true(scratch_is(cut, bytes, at));
	}
}

/* The newest part of a database without its body would be read into a new one. */
static void the_newest_part_of_a_database_that_is_gone_is_not_taken_for_another(void **state)
{
	const char *path = scratch_database(&scratch, "a.db"),
		   *wal = scratch_path(&scratch, "a.db-wal");
	struct store *store = store_new(path, STORE_OPEN_EXISTING, NULL);
	size_t length;
	char *bytes;

	(void)state;
	fixture_begin(store);
	assert_true(store_session_set(store, 1, "title", "Brooks", NULL));
	fixture_commit(store, 1, "session set");
	bytes = scratch_read(&scratch, wal, &length);
	store_free(store);
	assert_int_equal(unlink(path), 0);
	scratch_write(wal, bytes, length);
	refuse(path, STORE_OPEN_CREATE, ERR_DATA, "a.db-wal");
	assert_true(scratch_is(wal, bytes, length));
	assert_int_equal(access(path, F_OK), -1);
	assert_int_equal(errno, ENOENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(a_new_database_is_0600_and_its_folder_stays_as_it_is),
		TEST(the_files_beside_an_open_database_are_0600_too),
		TEST(a_database_that_is_not_there_is_made_only_if_asked_for),
		TEST(a_database_whose_making_was_cut_off_is_made_by_the_next_start),
		TEST(what_a_killed_one_left_beside_it_keeps_nobody_from_making_it),
		TEST(a_folder_that_is_not_there_is_not_made),
		TEST(what_was_written_is_there_when_opened_again),
		TEST(a_path_may_have_any_characters_in_it),
		TEST(a_name_in_the_current_folder_needs_no_slash),
		TEST(an_empty_file_is_refused),
		TEST(a_folder_a_pipe_and_a_link_are_refused),
		TEST(a_text_is_refused),
		TEST(a_database_of_another_program_is_refused),
		TEST(a_newer_version_is_refused),
		TEST(the_one_sentence_names_the_file),
		TEST(a_file_cut_off_at_any_page_is_refused),
		TEST(a_file_cut_off_in_its_header_is_refused),
		TEST(the_newest_part_of_a_database_that_is_gone_is_not_taken_for_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
