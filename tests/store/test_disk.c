/* SPDX-License-Identifier: MIT */
/*
 * A disk that is full or fails, at every single write and sync of an afternoon in
 * small: what was acknowledged is there afterwards, of what was not nothing is, and
 * the person got a sentence. The same for a process killed and for a power cut there.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/draft.h"
#include "store/floor.h"
#include "store/recommendation.h"
#include "store/sql.h"
#include "support/store/failing.h"
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

/* --- an afternoon in small --- */

static bool add_statement(struct store *store, struct err *err)
{
	struct statement_new new = {
		.session = 1, .item = 4, .participant = 2, .from = FIXTURE_MORNING};
	int number;
	int64_t id = store_statement_add(store, &new, &number, err);

	return id && store_statement_note(store, id, "asked for maps\noffered boats", 0, err);
}

static bool edit_note(struct store *store, struct err *err)
{
	return store_statement_note(store, 2, "offered boats\nand ships", 0, err);
}

static bool propose(struct store *store, struct err *err)
{
	int64_t set = store_set_of(store, 1, 0, err);
	int number;

	return set &&
	       store_recommendation_add(store, 1, set, 0, 0, "Notes the maps", 1, &number, err);
}

static bool set_title(struct store *store, struct err *err)
{
	return store_session_set(store, 1, "title", "Brooks", err);
}

/* NULL stands for an undo. */
static bool (*const steps[])(struct store *, struct err *) = {
	add_statement, edit_note, propose, NULL, set_title, NULL, add_statement};
#define STEPS (sizeof steps / sizeof steps[0])

static bool undo(struct store *store, const struct step *step, struct err *err)
{
	struct undo_plan plan;
	struct arena arena;
	int64_t sequence;
	bool done;

	arena_init(&arena);
	done = store_undo_plan(store, 1, "test", false, &arena, &plan, err) &&
	       store_undo(store, &plan, step, &sequence, err);
	arena_clear(&arena);
	return done;
}

static bool take(struct store *store, size_t i, struct err *err)
{
	struct step step = {.session = 1,
		.origin = "test",
		.person = "tester",
		.at = 1,
		.command = "step",
		.arguments = ""};

	/* In idle moments room is made in the log: that may fail like everything else. */
	if (i == 1 || i == 4)
		store_log_slice(store);
	if (!steps[i])
		return undo(store, &step, err);
	if (!store_begin(store, err))
		return false;
	if (steps[i](store, err))
		return store_commit(store, &step, "step", NULL, err);
	store_rollback(store);
	return false;
}

/* The dumps after 0, 1 … STEPS steps, from a run without a fault. */
static const char **expected(const char *base)
{
	const char *path = scratch_path(&scratch, "expected.db"), **dumps;
	struct store *store;
	struct err err = {0};

	scratch_copy(base, path);
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	dumps = arena_alloc(&scratch.arena, (STEPS + 2) * sizeof *dumps);
	for (size_t i = 0; i <= STEPS; i++) {
		char *dump = fixture_dump(store);

		dumps[i] = arena_strdup(&scratch.arena, dump);
		free(dump);
		if (i < STEPS && !take(store, i, &err))
			fail_msg("step %zu: %s", i, err.text);
	}
	dumps[STEPS + 1] = dumps[STEPS];
	store_free(store);
	return dumps;
}

static const char *fresh_copy(const char *base)
{
	const char *path = scratch_path(&scratch, "work.db");

	unlink(scratch_path(&scratch, "work.db-wal"));
	unlink(scratch_path(&scratch, "work.db-shm"));
	scratch_copy(base, path);
	return path;
}

static void told_in_a_sentence(const struct err *err)
{
	assert_true(err->code == ERR_IO || err->code == ERR_CANNOT_CREATE);
	assert_true(err->text[0] && !strchr(err->text, '\n'));
}

static void shows(struct store *store, const char *dump)
{
	char *is = fixture_dump(store);

	assert_string_equal(is, dump);
	free(is);
}

/* Opened again it is sound and shows what was acknowledged; the step that failed
 * last may be there whole (its sync failed after all was written). */
static void holds(const char *path, const char **dumps, size_t acknowledged, bool or_one_more)
{
	struct err err = {0};
	struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);
	char *is;

	if (!store || !store_check(store, false, &err))
		fail_msg("after %zu steps: %s", acknowledged, err.text);
	is = fixture_dump(store);
	if (!or_one_more || strcmp(is, dumps[acknowledged + 1]) != 0)
		assert_string_equal(is, dumps[acknowledged]);
	free(is);
	store_free(store);
}

/* One run with the n-th call failing; false when there was none to fail. */
static bool run(const char *base, const char **dumps, int n, int code, enum failing_way way)
{
	const char *path = fresh_copy(base);
	struct store *store;
	struct err err = {0};
	size_t done = 0;
	bool fired;

	failing_arm(n, code, way);
	store = store_new(path, STORE_OPEN_EXISTING, &err);
	if (!store)
		told_in_a_sentence(&err);
	while (store && done < STEPS) {
		if (take(store, done, &err)) {
			done++;
			continue;
		}
		told_in_a_sentence(&err);
		shows(store, dumps[done]);
		if (way == FAILING_FOREVER)
			break;
		/* A fault that has gone is no fault: the same again goes well. */
		if (!take(store, done, &err))
			fail_msg("call %d, step %zu again: %s", n, done, err.text);
		done++;
	}
	if (store)
		shows(store, dumps[done]);
	store_free(store);
	fired = failing_disarm();
	holds(path, dumps, done, done < STEPS);
	return fired;
}

/* At every call, or at every `apart`th. */
static void at_every_call(int code, enum failing_way way, int apart)
{
	const char *base = scratch_database(&scratch, "base.db"), **dumps = expected(base);
	int n = 1;

	failing_install();
	while (run(base, dumps, n, code, way))
		n += apart;
	failing_remove();
	assert_true(n > 60);
}

static void a_write_or_sync_that_fails_once_costs_no_step(void **state)
{
	(void)state;
	at_every_call(SQLITE_IOERR_WRITE, FAILING_ONCE, 1);
}

static void a_disk_that_fails_for_good_keeps_what_was_acknowledged(void **state)
{
	(void)state;
	at_every_call(SQLITE_IOERR_WRITE, FAILING_FOREVER, 3);
}

static void a_disk_that_is_full_for_a_moment_costs_no_step(void **state)
{
	(void)state;
	at_every_call(SQLITE_FULL, FAILING_ONCE, 3);
}

static void a_disk_that_is_full_for_good_keeps_what_was_acknowledged(void **state)
{
	(void)state;
	at_every_call(SQLITE_FULL, FAILING_FOREVER, 3);
}

/* --- dying --- */

/* Works until the end or its own; each acknowledged step is a byte in the pipe. */
static int work(const char *path, int pipe, int n, enum failing_way way)
{
	struct store *store;
	struct err err = {0};
	size_t i = 0;

	failing_arm(n, SQLITE_IOERR_WRITE, way);
	store = store_new(path, STORE_OPEN_EXISTING, &err);
	for (; store && i < STEPS && take(store, i, &err); i++)
		if (write(pipe, "+", 1) != 1)
			return 3;
	store_free(store);
	return i == STEPS ? 0 : 4;
}

/* False when the child came to its end. */
static bool run_child(const char *base, const char **dumps, int n, enum failing_way way)
{
	const char *path = fresh_copy(base);
	char acknowledged[STEPS + 1];
	ssize_t count = 0, got;
	int ends[2], status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		close(ends[0]);
		_exit(work(path, ends[1], n, way));
	}
	close(ends[1]);
	while ((got = read(ends[0], acknowledged, sizeof acknowledged)) > 0)
		count += got;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFEXITED(status))
		assert_int_equal(WEXITSTATUS(status), 0);
	else
		assert_int_equal(WTERMSIG(status), SIGKILL);
	/* It may have died after the commit and before it could say so. */
	holds(path, dumps, (size_t)count, true);
	return WIFSIGNALED(status);
}

static void die_at_every_call(enum failing_way way, int apart)
{
	const char *base = scratch_database(&scratch, "base.db"), **dumps = expected(base);
	int n = 1;

	failing_install();
	failing_disarm();
	while (run_child(base, dumps, n, way))
		n += apart;
	failing_remove();
	assert_true(n > 60);
}

static void a_process_killed_at_any_write_loses_no_acknowledged_step(void **state)
{
	(void)state;
	die_at_every_call(FAILING_KILL, 2);
}

static void a_power_cut_at_any_write_loses_no_acknowledged_step(void **state)
{
	(void)state;
	die_at_every_call(FAILING_POWER, 1);
}

/* --- acknowledged means synced --- */

static void nothing_is_acknowledged_before_it_is_synced(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct store *store;
	struct err err = {0};

	(void)state;
	failing_install();
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	for (size_t i = 0; i < STEPS; i++) {
		failing_arm(0, SQLITE_OK, FAILING_ONCE);
		if (!take(store, i, &err))
			fail_msg("%s", err.text);
		assert_true(failing_calls() >= 2);
		assert_false(failing_unsynced());
	}
	failing_arm(0, SQLITE_OK, FAILING_ONCE);
	assert_true(store_draft_save(store, 1, "note s1", "maps", 0, 1, NULL));
	assert_true(failing_calls() >= 2);
	assert_false(failing_unsynced());
	store_free(store);
	failing_remove();
}

/* --- a database that may not grow --- */

static void a_full_database_rolls_back_the_command_and_takes_the_next_when_there_is_room(
	void **state)
{
	struct store *store =
		store_new(scratch_database(&scratch, "a.db"), STORE_OPEN_EXISTING, NULL);
	int64_t pages = sql_value(store, 0, "PRAGMA page_count", "");
	char *limit = sqlite3_mprintf("PRAGMA max_page_count = %lld", (long long)pages);
	char *before = NULL;
	struct err err = {0};
	int done = 0;

	(void)state;
	assert_true(sql_script(store, limit, NULL));
	do {
		free(before);
		before = fixture_dump(store);
	} while (take(store, 0, &err) && ++done < 1000);
	assert_in_range(done, 1, 999);
	assert_int_equal(err.code, ERR_IO);
	assert_non_null(strstr(err.text, "disk is full"));
	shows(store, before);
	/* Reading goes on, and every further try is told the same. */
	assert_false(take(store, 0, &err));
	assert_non_null(strstr(err.text, "disk is full"));
	assert_false(store_draft_save(store, 1, "note s1",
			     "a text too long for what is left"
			     " in any page that there is",
			     0, 1, &err) &&
		     take(store, 0, &err));
	assert_true(sql_script(store, "PRAGMA max_page_count = 1000000", NULL));
	if (!take(store, 0, &err))
		fail_msg("%s", err.text);
	assert_true(store_check(store, false, NULL));
	store_free(store);
	sqlite3_free(limit);
	free(before);
}

static void a_full_database_can_be_undone_or_says_that_it_cannot(void **state)
{
	struct store *store =
		store_new(scratch_database(&scratch, "a.db"), STORE_OPEN_EXISTING, NULL);
	int64_t pages = sql_value(store, 0, "PRAGMA page_count", "");
	char *limit = sqlite3_mprintf("PRAGMA max_page_count = %lld", (long long)pages);
	struct step step = {.session = 1, .origin = "test", .person = "tester", .at = 1};
	struct err err = {0};

	(void)state;
	assert_true(sql_script(store, limit, NULL));
	while (take(store, 0, &err))
		;
	for (int i = 0; i < 50; i++) {
		char *before = fixture_dump(store);

		if (!undo(store, &step, &err)) {
			assert_true(err.text[0]);
			shows(store, before);
		}
		free(before);
	}
	assert_true(store_check(store, false, NULL));
	store_free(store);
	sqlite3_free(limit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(a_write_or_sync_that_fails_once_costs_no_step),
		TEST(a_disk_that_fails_for_good_keeps_what_was_acknowledged),
		TEST(a_disk_that_is_full_for_a_moment_costs_no_step),
		TEST(a_disk_that_is_full_for_good_keeps_what_was_acknowledged),
		TEST(a_process_killed_at_any_write_loses_no_acknowledged_step),
		TEST(a_power_cut_at_any_write_loses_no_acknowledged_step),
		TEST(nothing_is_acknowledged_before_it_is_synced),
		TEST(a_full_database_rolls_back_the_command_and_takes_the_next_when_there_is_room),
		TEST(a_full_database_can_be_undone_or_says_that_it_cannot),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
