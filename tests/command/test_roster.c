/* SPDX-License-Identifier: MIT */
/* Officers and participants: added, corrected and taken away again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "store/agenda.h"
#include "store/search.h"
#include "support/command/one_desk.h"

static void assert_refused(const char *line, const char *sentence)
{
	assert_string_equal(fixture_refused(&fixture, line), sentence);
}

static size_t found(const char *words)
{
	size_t count;

	store_search(fixture.store, fixture.desk.session, words, 10, &fixture.arena, &count);
	return count;
}

/* --- officers --- */

static void an_officer_is_added_once(void **state)
{
	(void)state;
	fixture_do(&fixture, "officer add Chair 'A. Person' --country Canada");
	assert_refused("officer add chair 'a. person'",
		"A. Person is Chair already: officer remove first, to correct it");
	fixture_do(&fixture, "officer add Rapporteur 'A. Person'");
}

static void an_officer_is_taken_off_by_name_and_role(void **state)
{
	size_t count;

	(void)state;
	fixture_do(&fixture, "officer add Chair 'A. Person'");
	fixture_do(&fixture, "officer add Rapporteur 'A. Person'");
	assert_refused("officer remove 'B. Person'", "no officer is called 'B. Person'");
	assert_refused(
		"officer remove 'A. Person'", "A. Person holds several offices: --role or --body");
	assert_string_equal(fixture_do(&fixture, "officer remove 'a. person' --role chair"),
		"Chair: A. Person removed");
	struct officer_row *rows =
		store_officers(fixture.store, fixture.desk.session, &fixture.arena, &count);
	assert_int_equal(count, 1);
	assert_string_equal(rows[0].role, "Rapporteur");
}

/* --- participants --- */

static void a_guest_gets_another_name_wherever_it_spoke(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "statement add 'Harbor Watch' --item 2 --guest");
	assert_string_equal(
		fixture_do(&fixture, "participant edit 'Harbor Watch' --name 'Harbour Watch'"),
		"Harbor Watch is now Harbour Watch");
	assert_int_equal(found("harbour"), 1);
	assert_int_equal(found("harbor w"), 0);
	fixture_do(&fixture, "undo");
	assert_int_equal(found("harbor w"), 1);
	assert_true(store_check(fixture.store, false, &fixture.err));
}

static void a_name_is_not_given_twice(void **state)
{
	(void)state;
	fixture_do(&fixture, "participant add 'Harbour Watch'");
	assert_refused("participant edit 'Harbour Watch' --name Canada",
		"Canada is on the roster already");
	assert_refused("participant edit 'Harbour Watch'",
		"say what to change: --name, --kind, --status, --running or --formal");
}

static void who_is_in_the_record_is_not_removed(void **state)
{
	(void)state;
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "floor request 'Harbour Watch' --item 2 --guest");
	assert_refused("participant remove 'Harbour Watch'",
		"Harbour Watch cannot be removed: it is on a list of speakers");
	fixture_do(&fixture, "floor give --item 2");
	assert_refused("participant remove 'Harbour Watch'",
		"Harbour Watch cannot be removed: a statement of the record is its own");
	fixture_do(&fixture, "statement delete s1");
	fixture_do(&fixture, "recommendation propose Urges --item 2 --by 'Harbour Watch'");
	assert_refused("participant remove 'Harbour Watch'",
		"Harbour Watch cannot be removed: it has proposed a recommendation");
	fixture_do(&fixture, "undo");
	fixture_do(&fixture, "participant present 'Harbour Watch'");
	assert_string_equal(fixture_do(&fixture, "participant remove 'Harbour Watch'"),
		"Harbour Watch removed from the roster; with it 1 entry of attendance, 1 request "
		"for the floor");
	assert_refused(
		"participant absent 'Harbour Watch'", "no participant is called 'Harbour Watch'");
}

static void the_chair_is_no_one_to_remove(void **state)
{
	(void)state;
	assert_refused("participant remove Chair", "Chair stays: officer add says who it is");
}

static void whoever_is_called_an_officer_may_be_corrected(void **state)
{
	(void)state;
	fixture_do(&fixture, "participant edit Canada --kind officer");
	fixture_do(&fixture, "participant edit Canada --kind state");
	fixture_do(&fixture, "participant add 'Vice-Chair' --kind officer");
	fixture_do(&fixture, "participant remove 'Vice-Chair'");
}

static void nobody_is_left_without_a_name(void **state)
{
	(void)state;
	fixture_do(&fixture, "participant add 'Harbour Watch' --running 'the Watch'");
	assert_refused("participant edit 'Harbour Watch' --name ' '",
		"Harbour Watch cannot be without a name");
	fixture_do(&fixture, "participant edit 'Harbour Watch' --running ''");
	assert_non_null(strstr(fixture_dump(&fixture), "|Harbour Watch|Harbour Watch|"));
}

/* --- names --- */

static void names_that_differ_in_capitals_alone_do_not_block_each_other(void **state)
{
	(void)state;
	fixture_do(&fixture, "participant add 'african group'");
	assert_string_equal(fixture_do(&fixture, "floor request 'african group' --item 2"),
		"african group on the list of item 2");
	assert_string_equal(fixture_do(&fixture, "floor request 'African Group' --item 3"),
		"African Group on the list of item 3");
}

static void all_who_would_be_let_in_are_named(void **state)
{
	(void)state;
	assert_refused("floor request can, Atlantis, zim, Harbour Watch --item 2",
		"No participant is called 'Atlantis' or 'Harbour Watch'. "
		"Add these 2 as guests? (yes: --guest)");
	assert_refused("floor request Atlantis --for Lemuria --item 2",
		"No participant is called 'Atlantis' or 'Lemuria'. "
		"Add these 2 as guests? (yes: --guest)");
}

static void too_many_new_names_are_not_let_in_at_once(void **state)
{
	(void)state;
	assert_refused("floor request Qzx,Qb,Qc,Qd,Qe,Qf,Qg,Qh,Qi,Qj,Qk,Ql,Qm --item 2",
		"13 names are on no list; so many new ones are added in several steps");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(an_officer_is_added_once),
		TEST(an_officer_is_taken_off_by_name_and_role),
		TEST(a_guest_gets_another_name_wherever_it_spoke),
		TEST(a_name_is_not_given_twice),
		TEST(who_is_in_the_record_is_not_removed),
		TEST(the_chair_is_no_one_to_remove),
		TEST(whoever_is_called_an_officer_may_be_corrected),
		TEST(nobody_is_left_without_a_name),
		TEST(names_that_differ_in_capitals_alone_do_not_block_each_other),
		TEST(all_who_would_be_let_in_are_named),
		TEST(too_many_new_names_are_not_let_in_at_once),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
