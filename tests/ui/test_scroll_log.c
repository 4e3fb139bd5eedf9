/* SPDX-License-Identifier: MIT */
/*
 * Going through a log of which only a window is read: whatever the keys, what is seen is
 * one statement after the other without a gap, the selected one among them, and no row is
 * left empty that could show one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda.h"
#include "store/floor.h"
#include "store/journal.h"
#include "store/participant.h"
#include "support/ui/screen.h"

enum { LOGGED = 150, STEPS = 400, APART = 60000 };

static struct screen screen;

struct seen {
	int first, last, count;
	int selected; /* the one that tells its number */
};

static int64_t a_participant(struct fixture *f)
{
	size_t count;

	return store_participants(f->store, f->desk.session, &f->arena, &count)->id;
}

/* From one on to another, or back. Notes say where they stand. */
static void log_statements(struct fixture *f, int from, int to)
{
	int64_t start = desk_now(&f->desk) - (LOGGED + 10) * (int64_t)APART;
	struct statement_new new = {.session = f->desk.session,
		.item = store_item_find(f->store, f->desk.session, "3"),
		.participant = a_participant(f)};
	struct step step = {.session = f->desk.session,
		.origin = "other",
		.person = "tester",
		.at = desk_now(&f->desk),
		.command = "fill",
		.arguments = ""};
	int number, by = from < to ? 1 : -1;

	assert_true(store_begin(f->store, &f->err));
	for (int i = from; i != to + by; i += by) {
		new.from = start + i *(int64_t)APART;
		new.to = new.from + APART / 2;
		int64_t id = store_statement_add(f->store, &new, &number, &f->err);
		assert_true(id != 0);
		assert_true(store_statement_note(
			f->store, id, arena_printf(&f->arena, "word %d", i), 0, &f->err));
	}
	assert_true(store_commit(f->store, &step, "fill", NULL, &f->err));
	f->desk.selected.item = new.item;
}

/* What the screen shows of the notes; fails where one does not follow the other. */
static struct seen look(const char *key)
{
	const char *text = screen_draw(&screen), *at = text;
	struct seen seen = {0};

	while ((at = strstr(at, "word ")) != NULL) {
		int said = (int)strtol(at + 5, NULL, 10);
		if (seen.count > 0 && said != seen.last + 1)
			fail_msg("after %s: %d follows %d\n%s", key, said, seen.last, text);
		seen.first = seen.count ? seen.first : said;
		seen.last = said;
		seen.count++;
		at++;
	}
	for (at = text; (at = strstr(at, " s")) != NULL; at++)
		if (at[2] >= '1' && at[2] <= '9')
			seen.selected = (int)strtol(at + 2, NULL, 10);
	if (seen.selected < seen.first || seen.selected > seen.last)
		fail_msg("after %s: s%d is selected and not seen\n%s", key, seen.selected, text);
	return seen;
}

static int bounded(int number)
{
	return number < 1 ? 1 : number > LOGGED ? LOGGED : number;
}

/* Where a key goes from there; a page is what the first one showed. */
static int gone(const char *key, int from, int page)
{
	int by = strcmp(key, "Up") == 0         ? -1
		 : strcmp(key, "Down") == 0     ? 1
		 : strcmp(key, "PageUp") == 0   ? -page
		 : strcmp(key, "PageDown") == 0 ? page
		 : strcmp(key, "Home") == 0     ? -LOGGED
						: LOGGED;

	return bounded(from + by);
}

static void open_log(int rows, int columns)
{
	screen_open(&screen, rows, columns);
	fixture_do(&screen.fixture, "meeting open");
	fixture_do(&screen.fixture, "item open 3");
	log_statements(&screen.fixture, 1, LOGGED);
	app_reload(screen.app);
}

static void walk(int rows, int columns)
{
	static const char *const keys[] = {"Up", "Down", "Up", "Down", "Up", "Down", "PageUp",
		"PageDown", "PageUp", "PageDown", "Home", "End"};
	uint32_t random = 7;
	int page, full;

	open_log(rows, columns);
	struct seen seen = look("the beginning");
	full = seen.count;
	assert_int_equal(seen.selected, LOGGED);
	screen_keys(&screen, "PageUp");
	page = LOGGED - look("PageUp").selected;
	assert_true(page >= full - 1);
	screen_keys(&screen, "End");
	for (int step = 0; step < STEPS; step++) {
		random = random * 1664525u + 1013904223u;
		const char *key = keys[(random >> 8) % (sizeof keys / sizeof keys[0])];
		int from = seen.selected, times = (random >> 20) % 4 == 0 ? 30 : 1;
		int wanted = from;
		for (int i = 0; i < times; i++) {
			screen_keys(&screen, key);
			wanted = gone(key, wanted, page);
		}
		seen = look(key);
		if (seen.selected != wanted)
			fail_msg("%d times %s from s%d: s%d, not s%d", times, key, from,
				seen.selected, wanted);
		if (seen.count != full)
			fail_msg("%s from s%d: %d are seen, not %d", key, from, seen.count, full);
	}
	screen_close(&screen);
}

static void what_is_seen_has_no_gap_in_a_small_window(void **state)
{
	(void)state;
	walk(24, 80);
}

static void what_is_seen_has_no_gap_in_a_large_window(void **state)
{
	(void)state;
	walk(60, 200);
}

/* However many others log before the first, who stands there is told of them or sees them. */
static void older_ones_are_told_of_if_there_are_any(void **state)
{
	int first = 1;

	(void)state;
	open_log(60, 200);
	for (int count = 2; count <= 20; count++) {
		screen_keys(&screen, "Home");
		log_statements(&screen.fixture, first - 1, first - count);
		first -= count;
		app_reload(screen.app);
		const char *text = screen_draw(&screen);
		bool all = strtol(strstr(text, "word ") + 5, NULL, 10) == first;
		if ((strstr(text, "↑ older") == NULL) != all)
			fail_msg("%d logged before the first:\n%s", count, text);
	}
	screen_close(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_seen_has_no_gap_in_a_small_window),
		cmocka_unit_test(what_is_seen_has_no_gap_in_a_large_window),
		cmocka_unit_test(older_ones_are_told_of_if_there_are_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
