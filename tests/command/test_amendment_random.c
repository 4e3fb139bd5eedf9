/* SPDX-License-Identifier: MIT */
/* What must be true of texts that are negotiated, whatever is done to them and in whatever
 * order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/negotiation.h"
#include "support/command/one_desk.h"

static unsigned seed;

static unsigned any(unsigned most)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % most;
}

enum { WORDS = 12 };
static const char *const words[WORDS] = {"one", "two", "three", "four", "five", "six", "seven",
	"eight", "nine", "ten", "eleven", "twelve"};

static void counting_draft(void)
{
	struct str line;

	str_init(&line);
	str_add(&line, "recommendation propose 'Notes");
	for (int i = 0; i < WORDS; i++)
		str_addf(&line, " %s of them,", words[i]);
	str_add(&line, " and more'");
	fixture_do(&fixture, line.text);
	str_clear(&line);
}

/* An amendment to one of the words: put in its place, taken away, or put behind. */
static const char *change(unsigned word)
{
	struct arena *arena = &fixture.arena;

	switch (any(3)) {
	case 0:
		return arena_printf(arena, "amendment propose r1 --replace %s --with other%u",
			words[word], any(100));
	case 1:
		return arena_printf(arena, "amendment propose r1 --delete '%s of'", words[word]);
	default:
		return arena_printf(arena, "amendment propose r1 --insert more%u --after '%s of'",
			any(100), words[word]);
	}
}

/* A permutation of 1 to count. */
static void shuffle(int order[], int count)
{
	for (int i = 0; i < count; i++)
		order[i] = i + 1;
	for (int i = count - 1; i > 0; i--) {
		int j = (int)any((unsigned)i + 1), one = order[i];
		order[i] = order[j];
		order[j] = one;
	}
}

static const char *accept_in_any_order(int count)
{
	int order[WORDS];

	shuffle(order, count);
	for (int i = 0; i < count; i++)
		fixture_do(
			&fixture, arena_printf(&fixture.arena, "amendment accept a%d", order[i]));
	return text_of(1).text;
}

static void independent_amendments_commute(void **state)
{
	(void)state;
	for (seed = 1; seed < 4; seed++) {
		const char *text = NULL;
		counting_draft();
		for (unsigned i = 0; i < WORDS; i += 2)
			fixture_do(&fixture, change(i));
		for (int turn = 0; turn < 3; turn++) {
			const char *is = accept_in_any_order(WORDS / 2);
			if (text)
				assert_string_equal(is, text);
			text = is;
			for (int i = 0; i < WORDS / 2; i++)
				does("undo");
		}
		fixture_close(&fixture);
		fixture_open(&fixture);
	}
}

/* Anything that a secretary could do to some amendment. */
static const char *anything(int amendments)
{
	int a = amendments ? (int)any((unsigned)amendments) + 1 : 1;

	switch (any(10)) {
	case 0:
	case 1:
		return change(any(WORDS));
	case 2:
	case 3:
		return arena_printf(&fixture.arena, "amendment accept a%d --anyway", a);
	case 4:
		return arena_printf(&fixture.arena, "amendment reject a%d", a);
	case 5:
		return arena_printf(&fixture.arena, "amendment withdraw a%d", a);
	case 6:
		return arena_printf(&fixture.arena, "amendment reopen a%d --anyway", a);
	case 7:
		return arena_printf(
			&fixture.arena, "amendment propose r1 --to a%d --insert so --after and", a);
	case 8:
		return "amendment propose r1 'Thanks those who helped' --new";
	default:
		return any(4) ? "recommendation reopen r1 'as ever'"
			      : "recommendation adopt r1 --anyway";
	}
}

static void assert_all_have_a_state(int amendments)
{
	struct negotiation n;
	int open = 0;

	assert_true(store_negotiation(
		fixture.store, fixture.desk.session, text_of(1).id, &fixture.arena, &n));
	assert_int_equal(n.count, amendments);
	for (size_t i = 0; i < n.count; i++) {
		assert_true(n.amendments[i].state < AMENDMENT_STATES);
		open += n.amendments[i].state == AMENDMENT_PROPOSED &&
			!n.amendments[i].of_new_paragraph;
		if (negotiation_is_asked(&n.compared[i]))
			assert_true(n.amendments[i].state == AMENDMENT_PROPOSED);
		assert_true((n.amendments[i].decided != 0) ==
			    (n.amendments[i].state != AMENDMENT_PROPOSED));
	}
	assert_int_equal(open, n.open);
	if (n.text.state == RECOMMENDATION_ADOPTED)
		assert_int_equal(n.open, 0);
}

static void whatever_is_done_can_be_undone_and_none_is_without_a_state(void **state)
{
	int amendments = 0, done = 0;

	(void)state;
	seed = 7;
	counting_draft();
	for (int i = 0; i < 200; i++) {
		const char *line = anything(amendments), *was = fixture_dump(&fixture), *reply;
		if (fixture_try(&fixture, line, &reply) != OUTCOME_DONE) {
			assert_string_equal(fixture_dump(&fixture), was);
			continue;
		}
		const char *is = fixture_dump(&fixture);
		does("undo");
		assert_string_equal(fixture_dump(&fixture), was);
		does("redo");
		assert_string_equal(fixture_dump(&fixture), is);
		amendments += strncmp(line, "amendment propose", 17) == 0;
		assert_all_have_a_state(amendments);
		done++;
	}
	assert_true(done > 40 && amendments > 20);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(independent_amendments_commute),
		TEST(whatever_is_done_can_be_undone_and_none_is_without_a_state),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
