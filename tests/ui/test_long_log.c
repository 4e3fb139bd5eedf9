/* SPDX-License-Identifier: MIT */
/*
 * A key costs the same however much was logged. Told not by the clock, which says
 * something else on every machine, but by the steps that the database takes for it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/floor.h"
#include "store/journal.h"
#include "store/participant.h"
#include "store/search.h"
#include "store/sql.h"
#include "support/ui/screen.h"

enum {
	FEW = 100,
	MANY = 3000, /* several slices of whatever is read in slices */
	WAITING = 30,
	SECOND = 1000,
	APART = 20
};

static struct screen screen;

/* --- a session with a long log --- */

/* One that waited for it, as all who are called. */
static bool speak(struct fixture *f, int64_t item, int64_t participant, int64_t from)
{
	struct statement_new new = {.session = f->desk.session,
		.item = item,
		.meeting = 1,
		.participant = participant,
		.from = from,
		.to = from + APART};
	int64_t request = store_request_add(
		f->store, new.session, item, participant, 0, NULL, NULL, from, &f->err);
	int number;
	int64_t statement = store_statement_add(f->store, &new, &number, &f->err);

	return request && statement &&
	       store_statement_note(f->store, statement, "asked for maps", 0, &f->err) &&
	       store_request_set_state(f->store, request, "spoke", statement, &f->err);
}

static void log_statements(struct fixture *f, int count)
{
	int64_t item = store_item_find(f->store, f->desk.session, "3");
	struct step step = {.session = f->desk.session,
		.origin = "other",
		.person = "tester",
		.at = desk_now(&f->desk),
		.command = "fill",
		.arguments = ""};
	size_t people;
	const struct participant_row *rows =
		store_participants(f->store, f->desk.session, &f->arena, &people);

	assert_true(store_begin(f->store, &f->err));
	for (int i = 0; i < count; i++)
		assert_true(speak(
			f, item, rows[(size_t)i % (people / 16)].id, step.at + (int64_t)i * APART));
	assert_true(store_commit(f->store, &step, "fill", NULL, &f->err));
	f->desk.clock.standing += MANY * APART;
	for (int i = 0; i < WAITING; i++)
		fixture_do(f, arena_printf(&f->arena, "floor request '%s' --item 3 --anyway",
				      rows[(size_t)i % (people / 16)].list_name));
	f->desk.selected.item = item;
}

static int64_t steps;

static int count_step(void *context)
{
	++*(int64_t *)context;
	return 0;
}

static void open_with(int statements, int rows, int columns)
{
	struct fixture *f = &screen.fixture;

	screen_open(&screen, rows, columns);
	fixture_do(f, "meeting open");
	fixture_do(f, "item open 3");
	fixture_do(f, "recommendation propose 'Takes note of the report of today' --item 3");
	fixture_do(f, "amendment propose r1 --replace 'of today' --with 'of the day'");
	fixture_do(f, "amendment propose r1 --insert good --after Takes");
	fixture_do(f, "bracket open r1 report");
	log_statements(f, statements);
	store_search_catch_up(f->store);
	app_free(screen.app);
	steps = 0;
	sqlite3_progress_handler(sql_handle(f->store), 1, count_step, &steps);
	screen.app = app_new(&f->desk, rows, columns, true);
	screen_draw(&screen);
}

/* --- what is pressed --- */

/* At first what takes several slices has not been done, after "work" it has. */
static const char *const keys[] = {"Up", "n", "Up", "work", "Up", "Down", "n", "u", "Enter", "Tab",
	"Down", "Down", "Tab", "Down", "Up", "Tab", "PageUp", "Home", "End", "Enter", "x", "Esc",
	"F5", "P", "G", "e", "!", "Esc", "a", "Esc", "/", "m", "Esc", "2", "Down", "t", "Down", "v",
	"End", "y", "p", "!", "Esc", "Esc", "4", "Down", "5", "Down", "1"};
enum { PRESSED = sizeof keys / sizeof keys[0] };

static void press(int64_t cost[])
{
	for (size_t i = 0; i < PRESSED; i++) {
		screen.fixture.desk.clock.standing += 5 * SECOND;
		if (strcmp(keys[i], "work") == 0)
			screen_work(&screen);
		steps = 0;
		if (strcmp(keys[i], "work") != 0)
			screen_keys(&screen, keys[i]);
		cost[i] = steps;
	}
}

static void measure(int statements, int rows, int columns, int64_t cost[])
{
	open_with(statements, rows, columns);
	cost[PRESSED] = steps;
	press(cost);
	/* All three who were given the floor had it. */
	assert_true(store_statement_find(
		screen.fixture.store, screen.fixture.desk.session, statements + 3));
	screen_close(&screen);
}

static void assert_no_growth(int rows, int columns)
{
	int64_t few[PRESSED + 1], many[PRESSED + 1];

	measure(FEW, rows, columns, few);
	measure(MANY, rows, columns, many);
	for (size_t i = 0; i <= PRESSED; i++)
		if (many[i] > few[i] * 6 / 5)
			fail_msg(
				"%s (key %zu) at %dx%d takes %lld steps with %d statements, %lld with %d",
				i < PRESSED ? keys[i] : "the first screen", i + 1, columns, rows,
				(long long)few[i], FEW, (long long)many[i], MANY);
}

static void a_key_costs_the_same_in_a_long_log_where_the_list_is_one_line(void **state)
{
	(void)state;
	assert_no_growth(24, 80);
}

static void a_key_costs_the_same_in_a_long_log_where_the_list_is_unfolded(void **state)
{
	(void)state;
	assert_no_growth(40, 120);
}

static void a_key_costs_the_same_in_a_long_log_where_the_list_has_a_pane(void **state)
{
	(void)state;
	assert_no_growth(60, 200);
}

static void speaking_times_of_a_long_log_come_when_they_are_added_up(void **state)
{
	(void)state;
	open_with(MANY, 40, 120);
	screen_shows(&screen, "SPEAKERS' LIST  30");
	screen_lacks(&screen, "  spoke ");
	assert_true(app_work(screen.app));
	screen_draw(&screen);
	screen_lacks(&screen, "  spoke ");
	screen_work(&screen);
	screen_shows(&screen, "  spoke ");
	/* From then on they follow. */
	screen_keys(&screen, "n");
	screen_shows(&screen, "SPEAKERS' LIST  29");
	screen_shows(&screen, "  spoke ");
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_costs_the_same_in_a_long_log_where_the_list_is_one_line),
		cmocka_unit_test(a_key_costs_the_same_in_a_long_log_where_the_list_is_unfolded),
		cmocka_unit_test(a_key_costs_the_same_in_a_long_log_where_the_list_has_a_pane),
		cmocka_unit_test(speaking_times_of_a_long_log_come_when_they_are_added_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
