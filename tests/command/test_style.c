/* SPDX-License-Identifier: MIT */
/* The drafting check of recommendations: what it finds, and what was silenced. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>

#include "command/drafting.h"
#include "support/command/one_desk.h"

static void warnings_have_their_text_line_and_column(void **state)
{
	(void)state;
	does("recommendation propose 'Requests the Secretariat:\nto report on programs;\nto advise'");
	does("recommendation propose 'Request States to act on 3 reports'");
	assert_string_equal(output_of("style check"),
		"r1:2:14: spelling: “programs” is spelt in another way; write “programmes”\n"
		"r2:1:1: verb: “Request” is no operative verb; write “Requests”\n"
		"r2:1:26: number: “3” is a number under ten in figures; write “three”\n");
	SAYS("style check", "3 warnings; style silence RULE keeps one away");
	SAYS("style check r1", "1 warning; style silence RULE keeps one away");
	assert_string_equal(output_of("style check r1"),
		"r1:2:14: spelling: “programs” is spelt in another way; write “programmes”\n");
}

static void a_numbered_set_needs_no_operative_verbs(void **state)
{
	(void)state;
	does("recommendation propose 'States should act'");
	SAYS("style check", "1 warning; style silence RULE keeps one away");
	does("set style numbered");
	SAYS("style check", "0 warnings");
}

static void an_acronym_is_given_in_full_once_for_all_texts(void **state)
{
	(void)state;
	does("recommendation propose 'Notes the work of the Lakes Office (LAKO)'");
	does("recommendation propose 'Requests LAKO to report'");
	SAYS("style check", "0 warnings");
	SAYS("style check r2", "0 warnings");
	does("recommendation move r2 1");
	SAYS("style check r2", "1 warning; style silence RULE keeps one away");
	does("recommendation withdraw r2");
	SAYS("style check", "0 warnings");
}

static void what_is_silenced_is_counted_and_not_shown(void **state)
{
	(void)state;
	does("recommendation propose 'Notes the programs and the chairman'");
	does("style silence spelling Programs");
	assert_string_equal(output_of("style check"),
		"r1:1:28: word: “chairman” is to be avoided; write “Chair”\n");
	SAYS("style check", "1 warning, 1 silenced; style silence RULE keeps one away");
	SAYS("style silence word", "word silenced");
	SAYS("style check", "0 warnings, 2 silenced");
	assert_string_equal(output_of("style silences"), "spelling\tPrograms\nword\t\n");
	SAYS("style heed word", "word looked for again");
	SAYS("style check", "1 warning, 1 silenced; style silence RULE keeps one away");
	SAYS("undo", "undone: style heed (word looked for again)");
	SAYS("style check", "0 warnings, 2 silenced");
}

static void a_rule_that_there_is_not_is_refused(void **state)
{
	(void)state;
	REFUSED("style silence speling", "there is no rule 'speling'; did you mean 'spelling'?");
	does("style silence spelling");
	REFUSED("style silence spelling", "it is silenced already");
	REFUSED("style heed word", "that is not silenced; style silences lists what is");
}

static void a_text_that_is_typed_is_read_in_the_place_of_what_is_saved(void **state)
{
	const struct drafting_finding *found;
	size_t count, silenced;

	(void)state;
	does("recommendation propose 'Notes the Lakes Office (LAKO)'");
	does("recommendation propose 'Requests LAKO to report'");
	int64_t id = fixture.made;
	found = drafting_check(&fixture.desk, &fixture.arena, id,
		"Requests LAKO to\nreport on programs", &count, &silenced);
	assert_int_equal(count, 1);
	assert_int_equal(found[0].line, 2);
	assert_int_equal(found[0].column, 11);
	assert_int_equal(found[0].recommendation, id);
	/* A new one stands behind all others. */
	found = drafting_check(
		&fixture.desk, &fixture.arena, 0, "LAKO to act on programs", &count, &silenced);
	assert_int_equal(count, 2);
	assert_string_equal(found[0].rule, "verb");
	assert_int_equal(found[0].recommendation, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(warnings_have_their_text_line_and_column),
		TEST(a_numbered_set_needs_no_operative_verbs),
		TEST(an_acronym_is_given_in_full_once_for_all_texts),
		TEST(what_is_silenced_is_counted_and_not_shown),
		TEST(a_rule_that_there_is_not_is_refused),
		TEST(a_text_that_is_typed_is_read_in_the_place_of_what_is_saved),
	};

	setenv("XDG_CONFIG_HOME", "/nowhere", 1);
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
