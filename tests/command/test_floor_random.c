/* SPDX-License-Identifier: MIT */
/*
 * Properties of the floor that hold whatever the order of commands: random ones with
 * a seed, done or refused. One speech at a time but for what is marked, each request
 * in one state that fits, durations that add up, and an undo of all that is the
 * beginning again.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/civil.h"
#include "store/sql.h"
#include "support/command/fixture.h"

enum { SEEDS = 12, STEPS = 120 };

struct walk {
	struct fixture fixture;
	uint32_t state;
	int second; /* of the day */
	int done;
	bool jumps; /* no times are said, and the machine's clock is set now and then */
};

static int any(struct walk *walk, int below)
{
	walk->state = walk->state * 1664525u + 1013904223u;
	return (int)((walk->state >> 8) % (uint32_t)below);
}

static const char *const names[] = {"can", "zim", "ben", "cot", "fra", "spain", "ghana"};
static const char *const lines[] = {"floor request %s", "floor request %s", "floor request %s",
	"floor request %s --anyway", "floor request %s --kind explanation_after",
	"floor request %s --kind point_of_order", "floor reply %s", "floor give", "floor give",
	"floor give", "floor give", "floor give %s", "floor give %s --kind reply", "floor end",
	"floor end", "floor pause", "floor resume", "floor order %s", "floor order %s",
	"floor absent", "floor absent %s", "floor cede %s", "floor text %s", "floor withdraw %s",
	"floor move %s 1", "floor close", "floor open", "participant status party %s",
	"statement delete s1", "ruling add yes", "meeting close", "meeting open", "undo", "redo"};

/* The machine's clock goes on for a while, or is wherever somebody or a dead battery
 * has set it. */
static void jump(struct walk *walk)
{
	static const char *const anywhere[] = {"1970-01-01T00:00", "2012-10-28T02:59",
		"2012-10-28T01:30", "2012-03-25T01:59:59", "2038-01-19T03:14:08",
		"9999-12-29T23:59"};
	struct clock *clock = &walk->fixture.desk.clock;
	int64_t now = clock_now(clock);
	int kind = any(walk, 10);

	if (kind == 0)
		now -= 3600000;
	else if (kind == 1)
		assert_true(
			civil_parse_time(anywhere[any(walk, sizeof anywhere / sizeof anywhere[0])],
				now, &now, NULL));
	else
		now += any(walk, 90) * INT64_C(1000);
	clock_shift_to(clock, now);
}

static const char *next_line(struct walk *walk)
{
	struct arena *arena = &walk->fixture.arena;
	const char *form = lines[any(walk, sizeof lines / sizeof lines[0])];
	const char *place = strstr(form, "%s"), *line = form;
	int second;

	if (place)
		line = arena_printf(arena, "%.*s%s%s", (int)(place - form), form,
			names[any(walk, sizeof names / sizeof names[0])], place + 2);
	if (walk->jumps)
		jump(walk);
	if (walk->jumps || strcmp(line, "undo") == 0 || strcmp(line, "redo") == 0)
		return line;
	walk->second += any(walk, 90);
	/* Now and then somebody says a time that has gone by. */
	second = walk->second - (any(walk, 8) == 0 ? any(walk, 300) : 0);
	return arena_printf(arena, "%s --at %02d:%02d:%02d", line, second / 3600, second / 60 % 60,
		second % 60);
}

/* --- what must hold --- */

#define SPANS                                                                         \
	"(SELECT x.statement, s.meeting, x.started a, coalesce(x.stopped, 1 << 62) b" \
	" FROM span x JOIN statement s ON s.id = x.statement)"
#define WHOLE "(SELECT statement, meeting, min(a) a, max(b) b FROM " SPANS " GROUP BY statement)"

static const struct {
	const char *what, *none;
} properties[] = {
	{"spans of one meeting overlap",
		"SELECT count(*) FROM " SPANS " p JOIN " SPANS
		" q ON q.meeting = p.meeting AND q.statement <> p.statement"
		" WHERE p.a < q.b AND q.a < p.b AND p.a < p.b AND q.a < q.b"},
	{"a statement lies in another that was not interrupted",
		"SELECT count(*) FROM " WHOLE " p JOIN " WHOLE
		" q ON q.meeting = p.meeting AND q.statement <> p.statement"
		" WHERE p.a < q.a AND q.a < p.b AND q.a < q.b AND NOT EXISTS(SELECT 1 FROM"
		" interruption i WHERE i.statement = p.statement AND i.started <= q.a"
		" AND coalesce(i.ended, 1 << 62) >= q.b)"},
	{"two have the floor", "SELECT count(*) > 1 FROM span WHERE stopped IS NULL"},
	{"a span ends before it begins", "SELECT count(*) FROM span WHERE stopped < started"},
	{"who waits has a statement, or who was called has none",
		"SELECT count(*) FROM request WHERE (state IN('called', 'spoke'))"
		" <> (statement IS NOT NULL)"},
	{"who was called neither speaks nor is interrupted",
		"SELECT count(*) FROM request r WHERE (r.state = 'called') <> (r.statement IN"
		" (SELECT statement FROM span WHERE stopped IS NULL UNION SELECT statement"
		" FROM interruption WHERE ended IS NULL)) AND r.statement IS NOT NULL"},
	{"two requests have one statement",
		"SELECT count(statement) <> count(DISTINCT statement) FROM request"},
	{"durations and interruptions do not add up",
		"SELECT count(*) FROM " WHOLE " w WHERE b < (1 << 62) AND b - a <>"
		" (SELECT sum(stopped - started) FROM span x WHERE x.statement = w.statement)"
		" + (SELECT coalesce(sum(ended - started), 0) FROM interruption i"
		" WHERE i.statement = w.statement AND ended IS NOT NULL AND ended <= w.b)"},
};

static void check(struct walk *walk, uint32_t seed, int step, const char *line)
{
	for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++)
		if (sql_value(walk->fixture.store, 1, properties[i].none, "") != 0)
			fail_msg("seed %u, step %d, %s: %s", seed, step, line, properties[i].what);
}

static bool is_empty(struct walk *walk)
{
	return sql_value(walk->fixture.store, 0,
		       "SELECT NOT EXISTS(SELECT 1 FROM meeting) AND NOT EXISTS(SELECT 1 FROM request)"
		       " AND NOT EXISTS(SELECT 1 FROM statement)",
		       "") != 0;
}

/* Undoes one step after the other, the newest first, to the beginning. */
static void undo_all(struct walk *walk, const char *before)
{
	do
		fixture_do(&walk->fixture, "undo");
	while (!is_empty(walk) || strcmp(fixture_dump(&walk->fixture), before) != 0);
}

static void walk_about(bool jumps)
{
	for (uint32_t seed = 1; seed <= SEEDS; seed++) {
		struct walk walk = {.state = seed, .second = 10 * 3600, .jumps = jumps};
		const char *before, *reply;

		fixture_open(&walk.fixture);
		before = fixture_dump(&walk.fixture);
		fixture_do(&walk.fixture, "meeting open --at 9:59");
		fixture_do(&walk.fixture, "item open 3");
		for (int step = 0; step < STEPS; step++) {
			const char *line = next_line(&walk);
			walk.done += fixture_try(&walk.fixture, line, &reply) == OUTCOME_DONE;
			check(&walk, seed, step, line);
		}
		if (jumps)
			fixture_try(&walk.fixture, "meeting open", &reply);
		fixture_try(&walk.fixture, jumps ? "meeting close" : "meeting close --at 18:00",
			&reply);
		check(&walk, seed, STEPS, "meeting close");
		if (sql_value(walk.fixture.store, 1,
			    "SELECT count(*) FROM request WHERE state = 'called'", ""))
			fail_msg("seed %u: the meeting is closed and somebody speaks", seed);
		assert_true(walk.done > STEPS / 3);
		undo_all(&walk, before);
		fixture_close(&walk.fixture);
	}
}

static void a_random_walk_keeps_what_must_hold(void **state)
{
	(void)state;
	walk_about(false);
}

static void so_does_one_under_a_clock_that_jumps(void **state)
{
	(void)state;
	walk_about(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_random_walk_keeps_what_must_hold),
		cmocka_unit_test(so_does_one_under_a_clock_that_jumps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
