/* SPDX-License-Identifier: MIT */
/*
 * How many letters it takes to name a State: for each of them the shortest input is
 * looked for with which Enter in the field of `a` takes just that one. Enter is not
 * counted. And that an offer stands where it stood, whoever has spoken meanwhile.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/participant.h"
#include "support/ui/one_screen.h"
#include "ui/guess.h"

enum { STATES = 195, LONGEST = 12, MOST = 4 };

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 24, 80);
	screen_do(&screen, "meeting open");
	screen_do(&screen, "item open 1 (a)");
	return 0;
}

static const struct param names = {"names", ARG_PARTICIPANTS, .prompt = "Who"};

/* Does Enter take it when this was typed? */
static bool names_it(const char *typed, const char *name)
{
	struct guesses guesses;
	bool named;

	guesses_init(&guesses);
	guesses_make(&guesses, &screen.fixture.desk, &names, typed, true);
	named = guesses.count == 1 && guesses.all[0].kind <= GUESS_GUESSED &&
		strcmp(guesses.all[0].name, name) == 0;
	guesses_clear(&guesses);
	return named;
}

/* The fewest letters of a beginning of `text` that name it; LONGEST + 1 if none do. */
static int letters_of(const char *text, const char *name)
{
	char typed[LONGEST + 1];

	for (int length = 1; length <= LONGEST; length++) {
		snprintf(typed, (size_t)length + 1, "%s", text);
		if (typed[length - 1] != ' ' && names_it(typed, name))
			return length;
		if ((size_t)length >= strlen(text))
			break;
	}
	return LONGEST + 1;
}

/* The same of any word of any of its names and codes. */
static int letters_of_any(const struct participant_row *row, int most)
{
	for (size_t k = 0; k < row->key_count; k++) {
		const char *word = row->keys[k];
		while (word) {
			int letters = letters_of(word, row->list_name);
			most = letters < most ? letters : most;
			word = strchr(word, ' ');
			word = word ? word + 1 : NULL;
		}
	}
	return most;
}

static int by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void a_state_is_named_with_four_letters_at_the_median(void **state)
{
	struct fixture *f = &screen.fixture;
	int name[STATES], any[STATES], worst = 0;
	size_t count, states = 0;
	const struct participant_row *rows =
		store_participants(f->store, f->desk.session, &f->arena, &count);
	const char *longest = "";

	(void)state;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(rows[i].kind, "state") != 0 &&
			strcmp(rows[i].kind, "observer_state") != 0)
			continue;
		assert_true(states < STATES);
		name[states] = letters_of(rows[i].keys[0], rows[i].list_name);
		any[states] = letters_of_any(&rows[i], name[states]);
		if (any[states] > worst) {
			worst = any[states];
			longest = rows[i].list_name;
		}
		states++;
	}
	assert_int_equal(states, STATES);
	qsort(name, STATES, sizeof *name, by_number);
	qsort(any, STATES, sizeof *any, by_number);
	print_message("letters to name a State, of %d: from the beginning of its name median %d, "
		      "90%% %d; of any name, word or code median %d, most %d (%s)\n",
		STATES, name[STATES / 2], name[STATES * 9 / 10], any[STATES / 2], worst, longest);
	assert_in_range(name[STATES / 2], 1, MOST);
	assert_in_range(any[STATES / 2], 1, MOST);
	assert_in_range(worst, 1, MOST);
}

/* The real keys: as many as were counted, and Enter. */
static void the_first_offer_is_what_enter_takes(void **state)
{
	static const char *const rows[][2] = {{"can", "Canada"}, {"cote", "Côte d’Ivoire"},
		{"ivory", "Côte d’Ivoire"}, {"civ", "Côte d’Ivoire"}, {"camerron", "Cameroon"},
		{"untied kingdom", "United Kingdom of Great Britain and Northern Ireland"},
		{"türk", "Turkey"}, {"zair", "Democratic Republic of the Congo"},
		{"nigr", "Niger"}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (!names_it(rows[i][0], rows[i][1]))
			fail_msg("%s is not %s", rows[i][0], rows[i][1]);
	screen_keys(&screen, "a");
	screen_type(&screen, "zim");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "Zimbabwe on the list");
}

/* The first offers for some inputs, as one text. */
static const char *offers(void)
{
	static const char *const inputs[] = {
		"c", "co", "gui", "s", "sou", "united", "rep", "kor", "m"};
	struct arena *arena = &screen.fixture.arena;
	const char *text = "";

	for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
		size_t count;
		struct completion *all =
			guess_complete(&screen.fixture.desk, &names, inputs[i], 8, arena, &count);
		for (size_t j = 0; j < count; j++)
			text = arena_printf(arena, "%s%s|", text, all[j].text);
	}
	return text;
}

static void offers_stand_where_they_stood(void **state)
{
	const char *before = offers();

	(void)state;
	screen_do(&screen, "floor request chad, mali, south sudan, congo, samoa, guinea-bissau");
	screen_do(&screen, "floor give");
	screen_do(&screen, "floor give");
	screen_do(&screen, "floor give");
	screen_do(&screen, "participant present cuba, comoros, monaco");
	assert_string_equal(offers(), before);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_state_is_named_with_four_letters_at_the_median),
		TEST(the_first_offer_is_what_enter_takes),
		TEST(offers_stand_where_they_stood),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
