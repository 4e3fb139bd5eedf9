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
#include "store/spoken.h"
#include "store/sql.h"
#include "support/command/fixture.h"

enum { SEEDS = 16, STEPS = 160 };

struct walk {
	struct fixture fixture;
	uint32_t state;
	int second; /* of the day */
	int done, lines;
	bool forward; /* the line is of now, not of a time that has gone by */
	int chosen;   /* number of the statement that the line is about */
	bool jumps;   /* no times are said, and the machine's clock is set now and then */
};

static int any(struct walk *walk, int below)
{
	walk->state = walk->state * 1664525u + 1013904223u;
	return (int)((walk->state >> 8) % (uint32_t)below);
}

/* In a form # is a name, $ a statement, & another on its item, @ a time, % a
 * meeting. */
static const char *const names[] = {"can", "zim", "ben", "cot", "fra", "spain", "ghana"};
static const char *const lines[] = {"floor request #", "floor request #", "floor request #",
	"floor request # --anyway", "floor request # --kind explanation_after",
	"floor request # --kind point_of_order", "floor reply #", "floor give", "floor give",
	"floor give", "floor give", "floor give #", "floor give # --kind reply", "floor end",
	"floor end", "floor pause", "floor resume", "floor order #", "floor order #",
	"floor absent", "floor absent #", "floor cede #", "floor text #", "floor withdraw #",
	"floor move # 1", "floor close", "floor open", "participant status party #",
	"statement delete s1", "ruling add yes", "meeting close", "meeting open", "undo", "redo",
	/* corrections */
	"floor correct #", "floor correct #", "item conclude 3", "item open 3", "item open 3",
	"floor request #, #, #", "floor request #, #", "floor give", "floor give", "floor give",
	"meeting open", "item open 3", "floor request #, #, #", "floor request #, #", "floor give",
	"floor give", "floor give", "meeting open", "statement split $ @", "statement split $ @",
	"statement split $ @ --name #", "statement split $ @ --name # --points 1",
	"statement merge $ &", "statement merge $ & --anyway", "statement merge $ & --anyway",
	"statement edit $ --name #", "statement edit $ --from @", "statement edit $ --to @",
	"statement edit $ --from @ --to @ --interrupts", "statement edit $ --item 4",
	"statement edit $ --item 3", "statement edit $ --meeting %",
	"statement edit $ --meeting % --from @", "statement note $ more", "statement note $ again",
	"point move $ &", "statement delete $", "statement edit $ --kind point_of_order",
	"statement edit $ --kind general", "statement add # --item 3 --from @ --to @",
	"statement add # --item 3 --from @ --to @ --interrupts",
	"statement add # --item 3 --from @ --to @ --kind point_of_order"};

static const char *clock_of(struct walk *walk, int second)
{
	return arena_printf(&walk->fixture.arena, "%02d:%02d:%02d", second / 3600, second / 60 % 60,
		second % 60);
}

/* One of the statements of the session, or of the item of the chosen one. */
static const char *statement_of(struct walk *walk, bool alike)
{
	struct store *store = walk->fixture.store;
	int64_t item = alike ? sql_value(store, 0, "SELECT item FROM statement WHERE number = ?1",
				       "i", (int64_t)walk->chosen)
			     : 0;
	int count = (int)sql_value(
		store, 0, "SELECT count(*) FROM statement WHERE ?1 = 0 OR item = ?1", "i", item);
	int newest = count > 4 && any(walk, 2) ? 4 : count;
	int number = (int)sql_value(store, 1,
		"SELECT number FROM statement WHERE ?1 = 0 OR item = ?1"
		" ORDER BY number DESC LIMIT 1 OFFSET ?2",
		"ii", item, (int64_t)(count ? any(walk, newest) : 0));

	walk->chosen = alike ? walk->chosen : number;
	return arena_printf(&walk->fixture.arena, "s%d", number);
}

/* A time of the chosen statement, or one not long ago. */
static const char *time_of(struct walk *walk)
{
	struct store *store = walk->fixture.store;
	int64_t day = sql_value(store, 0, "SELECT opened FROM meeting ORDER BY id", "");
	int64_t from, to;

	from = sql_value(store, 0,
		"SELECT min(x.started) FROM span x JOIN statement s ON s.id = x.statement"
		" WHERE s.number = ?1",
		"i", (int64_t)walk->chosen);
	to = sql_value(store, 0,
		"SELECT max(coalesce(x.stopped, x.started + 60000)) FROM span x"
		" JOIN statement s ON s.id = x.statement WHERE s.number = ?1",
		"i", (int64_t)walk->chosen);
	if (walk->chosen == 0 || from == 0 || any(walk, 3) == 0)
		return clock_of(walk, walk->second - any(walk, any(walk, 2) ? 120 : 1200));
	return clock_of(walk, 9 * 3600 + 59 * 60 + (int)((from - day) / 1000) - 10 +
				      any(walk, (int)((to - from) / 1000) + 20));
}

static const char *filled(struct walk *walk, char place)
{
	switch (place) {
	case '#':
		return names[any(walk, sizeof names / sizeof names[0])];
	case '$':
	case '&':
		return statement_of(walk, place == '&');
	case '%':
		return any(walk, 2) ? "1" : "2";
	default:
		return time_of(walk);
	}
}

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

/* Now and then it goes on where it had come to an end. Under a clock that jumps nobody
 * says a time. */
static const char *choose_form(struct walk *walk)
{
	struct store *store = walk->fixture.store;
	const char *form = lines[any(walk, sizeof lines / sizeof lines[0])];

	walk->forward = walk->lines++ % 4 == 0;
	if (walk->forward && !sql_value(store, 0, "SELECT 1 FROM meeting WHERE closed IS NULL", ""))
		return "meeting open";
	if (walk->forward && !sql_value(store, 0, "SELECT 1 FROM item WHERE state = 'open'", ""))
		return "item open 3";
	walk->forward = false;
	return walk->jumps && strchr(form, '@') ? "floor give" : form;
}

static const char *next_line(struct walk *walk)
{
	struct arena *arena = &walk->fixture.arena;
	const char *form = choose_form(walk), *line = "";
	bool untimed = strcmp(form, "undo") == 0 || strcmp(form, "redo") == 0;

	walk->chosen = 0;
	for (size_t length; *form; form += length) {
		length = strcspn(form, "#$&@%");
		if (length > 0) {
			line = arena_printf(arena, "%s%.*s", line, (int)length, form);
		} else {
			line = arena_printf(arena, "%s%s", line, filled(walk, *form));
			length = 1;
		}
	}
	if (walk->jumps)
		jump(walk);
	if (walk->jumps || untimed)
		return line;
	walk->second += any(walk, 90);
	/* Now and then somebody says a time that has gone by. */
	return arena_printf(arena, "%s --at %s", line,
		clock_of(walk,
			walk->second - (!walk->forward && any(walk, 8) == 0 ? any(walk, 300) : 0)));
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

/* What all have spoken, with the same end for who speaks on. */
static int64_t spoken(struct walk *walk)
{
	return sql_value(walk->fixture.store, 0,
		"SELECT sum(coalesce(stopped, 1 << 50) - started) FROM span", "");
}

static bool keeps_time(const char *line)
{
	return strncmp(line, "floor correct", 13) == 0 ||
	       strncmp(line, "statement split", 15) == 0 ||
	       strncmp(line, "statement merge", 15) == 0;
}

/* What is remembered of who has spoken how long, beside what the spans say. */
static void check_ledger(struct walk *walk, uint32_t seed, int step, const char *line)
{
	struct store *store = walk->fixture.store;
	struct sql *q;

	assert_true(store_spoken_known(store, walk->fixture.desk.session));
	q = sql_query(store,
		"SELECT i.id, p.id, (SELECT coalesce(sum(x.stopped - x.started), 0) FROM statement s"
		" JOIN span x ON x.statement = s.id WHERE s.item = i.id AND s.participant = p.id)"
		" FROM item i JOIN participant p WHERE i.printed IN('3', '4')"
		" AND EXISTS(SELECT 1 FROM statement s WHERE s.participant = p.id)",
		"");
	while (sql_row(q)) {
		struct spoken_time time = store_spoken_time(store, sql_int(q, 0), sql_int(q, 1));
		if (time.own + time.voice != sql_int(q, 2))
			fail_msg("seed %u, step %d, %s: the ledger has another time", seed, step,
				line);
	}
}

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
			int64_t time = spoken(&walk);
			walk.done += fixture_try(&walk.fixture, line, &reply) == OUTCOME_DONE;
			check(&walk, seed, step, line);
			check_ledger(&walk, seed, step, line);
			if (keeps_time(line) && spoken(&walk) != time)
				fail_msg("seed %u, step %d, %s: time is lost or won", seed, step,
					line);
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
		assert_true(store_check(walk.fixture.store, false, &walk.fixture.err));
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
