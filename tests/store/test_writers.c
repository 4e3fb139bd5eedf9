/* SPDX-License-Identifier: MIT */
/*
 * Two programs that log into one database as fast as they can, and one that is
 * stopped in the middle of it: nobody's words are lost, and whoever has to wait is
 * told so.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/sql.h"
#include "support/store/failing.h"
#include "support/store/fixture.h"
#include "support/store/scratch.h"

enum { WRITERS = 2, STATEMENTS = 2000 };

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

static struct store *open_store(const char *path)
{
	struct err err = {0};
	struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);

	if (!store)
		fail_msg("%s", err.text);
	return store;
}

static void note_of(char note[40], int writer, int number)
{
	snprintf(note, 40, "%d of writer %d", number, writer);
}

static bool add(struct store *store, int writer, int number, struct err *err)
{
	struct statement_new new = {
		.session = 1, .item = 4, .participant = 2, .from = FIXTURE_MORNING};
	char note[40];
	int given;
	int64_t id = store_statement_add(store, &new, &given, err);

	note_of(note, writer, number);
	return id && store_statement_note(store, id, note, 0, err);
}

static bool commit(struct store *store, int writer, struct err *err)
{
	struct step step = {.session = 1,
		.origin = writer ? "one" : "other",
		.person = "tester",
		.at = FIXTURE_MORNING,
		.command = "statement add",
		.arguments = ""};

	return store_commit(store, &step, "added", NULL, err);
}

/* --- as fast as they can --- */

/* Waits at the gate. Somebody else's turn may take long on a busy machine: whoever is
 * told to try again does. */
static int log_all(const char *path, int gate, int writer)
{
	struct err err = {0};
	char byte;

	if (read(gate, &byte, 1) != 0)
		return 1;
	struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);
	for (int i = 0; store && i < STATEMENTS; i++) {
		while (!store_begin(store, &err))
			if (err.code != ERR_TRY_AGAIN)
				return 2;
		if (!add(store, writer, i, &err) || !commit(store, writer, &err))
			return 3;
	}
	store_free(store);
	return store ? 0 : 4;
}

/* Each of them once, in the order in which its writer logged them. */
static void assert_all_there(struct store *store)
{
	struct sql *q = sql_query(store,
		"SELECT s.number, p.text FROM statement s JOIN point p ON p.statement = s.id"
		" WHERE s.session = 1 AND s.number > 1 ORDER BY s.number",
		"");
	int next[WRITERS] = {0}, number = 1;

	while (sql_row(q)) {
		int place, writer;
		char *rest;

		assert_int_equal(sql_int(q, 0), ++number);
		place = (int)strtol(sql_text(q, 1), &rest, 10);
		writer = atoi(rest + strlen(" of writer "));
		assert_in_range(writer, 0, WRITERS - 1);
		assert_int_equal(place, next[writer]++);
	}
	for (int i = 0; i < WRITERS; i++)
		assert_int_equal(next[i], STATEMENTS);
}

/* One sequence for both, without a gap: it and no clock is the order of the journal. */
static void assert_one_journal(struct store *store, int64_t before)
{
	assert_int_equal(store_sequence(store, 1), before + WRITERS * STATEMENTS);
	assert_int_equal(sql_value(store, -1,
				 "SELECT count(*) FROM journal"
				 " WHERE session = 1 AND seq > ?1",
				 "i", before),
		WRITERS * STATEMENTS);
}

static void two_that_write_at_once_lose_nothing_of_each_other(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	pid_t children[WRITERS];
	int gate[2], status;

	(void)state;
	failing_install(); /* whose syncs take no time */
	struct store *store = open_store(path);
	int64_t before = store_sequence(store, 1);
	store_free(store);
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < WRITERS; i++) {
		children[i] = fork();
		if (children[i] == 0) {
			close(gate[1]);
			_exit(log_all(path, gate[0], i));
		}
	}
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < WRITERS; i++) {
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
	store = open_store(path);
	assert_all_there(store);
	assert_one_journal(store, before);
	assert_true(store_check(store, false, NULL));
	store_free(store);
}

/* --- stopped in the middle --- */

static int stop_in_the_middle(const char *path)
{
	struct err err = {0};
	struct store *store = store_new(path, STORE_OPEN_EXISTING, &err);

	if (!store || !store_begin(store, &err) || !add(store, 0, 0, &err))
		return 1;
	raise(SIGSTOP);
	if (!commit(store, 0, &err))
		return 2;
	store_free(store);
	return 0;
}

static void one_that_is_stopped_while_it_writes_keeps_the_others_out_but_not_for_ever(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	struct err err = {0};
	int status;
	pid_t child = fork();

	(void)state;
	if (child == 0)
		_exit(stop_in_the_middle(path));
	assert_int_equal(waitpid(child, &status, WUNTRACED), child);
	assert_true(WIFSTOPPED(status));
	struct store *store = open_store(path);
	assert_false(store_begin(store, &err));
	assert_int_equal(err.code, ERR_TRY_AGAIN);
	assert_non_null(strstr(err.text, "try again"));
	/* What was there can be read, and what is not yet there cannot. */
	assert_int_equal(sql_value(store, 0, "SELECT count(*) FROM statement", ""), 1);
	assert_int_equal(kill(child, SIGCONT), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	assert_int_equal(sql_value(store, 0, "SELECT max(number) FROM statement", ""), 3);
	assert_true(store_check(store, false, NULL));
	store_free(store);
}

static void one_that_is_killed_while_it_writes_keeps_nobody_out(void **state)
{
	const char *path = scratch_database(&scratch, "a.db");
	int status;
	pid_t child = fork();

	(void)state;
	if (child == 0)
		_exit(stop_in_the_middle(path));
	assert_int_equal(waitpid(child, &status, WUNTRACED), child);
	struct store *store = open_store(path);
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	fixture_statement(store, 1, "2", "Benin", "offered boats");
	assert_int_equal(sql_value(store, 0, "SELECT max(number) FROM statement", ""), 2);
	assert_true(store_check(store, false, NULL));
	store_free(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(two_that_write_at_once_lose_nothing_of_each_other),
		TEST(one_that_is_stopped_while_it_writes_keeps_the_others_out_but_not_for_ever),
		TEST(one_that_is_killed_while_it_writes_keeps_nobody_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
