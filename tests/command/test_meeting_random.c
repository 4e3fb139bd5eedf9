/* SPDX-License-Identifier: MIT */
/* What holds of meetings whatever is done to them, in any order and at any time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/generator.h"
#include "base/str.h"
#include "store/floor.h"
#include "store/meeting.h"
#include "support/command/fixture.h"

enum { ROUNDS = 8, STEPS = 60 };

static struct fixture f;
static struct str done; /* the lines so far, for whoever has to look */

static const char *last_lines(void)
{
	return done.length > 600 ? done.text + done.length - 600 : done.text;
}

static struct generator chance;

static unsigned below(unsigned n)
{
	return generator_next(&chance, n);
}

static const char *some_line(void)
{
	static const char *const lines[] = {"meeting open", "meeting open --body wg3",
		"meeting suspend", "meeting resume", "meeting close", "meeting chair 'A. B.'",
		"meeting chair 'C. D.' --role Vice-Chair", "item open 3", "item open 6",
		"item suspend 3", "item conclude 6", "floor give can --item 3", "floor end",
		"floor pause", "floor resume", "statement add zim --item 6", "undo", "redo"};
	static const char *const corrections[] = {
		"meeting suspend", "meeting edit", "meeting edit 1", "statement add zim --item 3"};
	unsigned one = below(26);

	if (one < 18)
		return lines[one];
	int hour = 9 + (int)below(8);
	return arena_printf(&f.arena, "%s --from %d:%02u --to %d:%02u", corrections[one % 4], hour,
		below(60), hour + 1, below(60));
}

#define HOLDS(what)  \
	if (!(what)) \
	fail_msg("%s does not hold after:\n%s", #what, last_lines())

static void check_pauses(const struct meeting_row *row, int64_t now)
{
	size_t count;
	struct pause_row *pauses = store_pauses(f.store, f.desk.session, &f.arena, &count);
	int64_t last = row->opened, paused = 0;

	for (size_t i = 0; i < count; i++) {
		if (pauses[i].meeting != row->id)
			continue;
		HOLDS(pauses[i].suspended >= last);
		last = pauses[i].resumed ? pauses[i].resumed : pauses[i].suspended;
		HOLDS(last >= pauses[i].suspended);
		HOLDS(!row->closed || (pauses[i].resumed && last <= row->closed));
		paused += pauses[i].resumed ? pauses[i].resumed - pauses[i].suspended : 0;
	}
	HOLDS(paused == row->paused);
	HOLDS(store_meeting_sat(row, now) >= 0);
	if (row->closed)
		HOLDS(store_meeting_sat(row, now) + paused == row->closed - row->opened);
}

/* One after the other, without a gap. */
static void check_chairs(const struct meeting_row *row)
{
	size_t count;
	struct chair_row *chairs = store_chairs(f.store, f.desk.session, &f.arena, &count);
	const struct chair_row *before = NULL;

	for (size_t i = 0; i < count; i++) {
		if (chairs[i].meeting != row->id)
			continue;
		HOLDS(!before || before->stopped == chairs[i].started);
		HOLDS(!chairs[i].stopped || chairs[i].stopped >= chairs[i].started);
		HOLDS(chairs[i].started >= row->opened);
		before = &chairs[i];
	}
	HOLDS(!before || before->stopped == row->closed);
}

static void check_numbers(const struct meeting_row *rows, size_t count)
{
	size_t numbered;
	struct meeting_number *numbers =
		store_meeting_numbers(f.store, f.desk.session, &f.arena, &numbered);

	for (size_t i = 0; i < count; i++) {
		HOLDS(rows[i].number == (int)i + 1);
		HOLDS(i == 0 || rows[i].opened >= rows[i - 1].opened);
		HOLDS(i == 0 || !rows[i - 1].closed || rows[i].opened >= rows[i - 1].closed);
	}
	/* They come in the order of meetings: each body counts them so. */
	for (size_t i = 0; i < numbered; i++) {
		int before = 0;
		for (size_t j = 0; j < i; j++)
			if (numbers[j].body == numbers[i].body)
				before = numbers[j].number;
		HOLDS(numbers[i].number == before + 1);
	}
}

static void check(void)
{
	size_t count, open = 0;
	int64_t now = desk_now(&f.desk);
	struct meeting_row *rows = store_meetings(f.store, f.desk.session, &f.arena, &count);
	struct statement_row running;

	for (size_t i = 0; i < count; i++) {
		open += rows[i].closed == 0;
		HOLDS((rows[i].closed != 0) == (strcmp(rows[i].state, "closed") == 0));
		HOLDS((rows[i].suspended != 0) == (strcmp(rows[i].state, "suspended") == 0));
		check_pauses(&rows[i], now);
		check_chairs(&rows[i]);
		if (rows[i].suspended)
			HOLDS(!store_statement_running(
				f.store, f.desk.session, &f.arena, &running));
	}
	HOLDS(open <= 1);
	check_numbers(rows, count);
}

/* The clock goes on by some minutes, and now and then it is set back. */
static void let_time_pass(void)
{
	int64_t now = desk_now(&f.desk);

	f.desk.at = 0;
	clock_stand_at(&f.desk.clock, now + ((int64_t)below(25) - 3) * 60000);
}

static bool is_undo(const char *line)
{
	return strcmp(line, "undo") == 0 || strcmp(line, "redo") == 0;
}

static void one_step(void)
{
	const char *line = some_line(), *reply, *was, *is;

	let_time_pass();
	was = fixture_dump(&f);
	str_addf(&done, "%lld %s\n", (long long)desk_now(&f.desk) / 60000, line);
	enum outcome outcome = fixture_try(&f, line, &reply);
	is = fixture_dump(&f);
	check();
	if (outcome != OUTCOME_DONE)
		HOLDS(strcmp(was, is) == 0);
	if (outcome != OUTCOME_DONE || is_undo(line))
		return;
	fixture_do(&f, "undo");
	HOLDS(strcmp(fixture_dump(&f), was) == 0);
	fixture_do(&f, "redo");
	HOLDS(strcmp(fixture_dump(&f), is) == 0);
}

static void whatever_is_done_meetings_stay_sound(void **state)
{
	(void)state;
	for (unsigned round = 0; round < ROUNDS; round++) {
		chance.state = GENERATOR_SEED.state + round;
		fixture_open(&f);
		str_init(&done);
		for (int step = 0; step < STEPS; step++)
			one_step();
		assert_true(store_check(f.store, false, &f.err));
		str_clear(&done);
		fixture_close(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_is_done_meetings_stay_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
