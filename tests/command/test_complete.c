/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/command/fixture.h"

enum { LIMIT = 8 };

static struct fixture desk_in_session;

static int set_up(void **state)
{
	fixture_open(&desk_in_session);
	*state = &desk_in_session;
	return 0;
}

static int tear_down(void **state)
{
	fixture_close(*state);
	return 0;
}

/* What stands at the end of the line, "A|B|C", and where it begins. */
static const char *offered(struct fixture *f, const char *line, size_t *from)
{
	size_t count;
	struct completion *all = complete_line(&f->desk, line, LIMIT, &f->arena, &count, from);
	const char *text = "";

	assert_true(count <= LIMIT);
	for (size_t i = 0; i < count; i++) {
		assert_non_null(all[i].label);
		if (i > 0)
			assert_true(all[i - 1].score >= all[i].score);
		text = arena_printf(&f->arena, "%s%s%s", text, i ? "|" : "", all[i].text);
	}
	return text;
}

static void assert_offers(struct fixture *f, const char *line, size_t at, const char *texts)
{
	size_t from;

	assert_string_equal(offered(f, line, &from), texts);
	assert_int_equal(from, at);
}

/* The line as it is when the first offer is taken. */
static const char *taken(struct fixture *f, const char *line)
{
	size_t count, from;
	struct completion *all = complete_line(&f->desk, line, 1, &f->arena, &count, &from);

	assert_int_equal(count, 1);
	return arena_printf(&f->arena, "%.*s%s", (int)from, line, all[0].text);
}

static void a_beginning_offers_the_commands(void **state)
{
	assert_offers(*state, "floor gi", 0, "floor give ");
	assert_offers(*state, "  floor gi", 2, "floor give ");
	assert_offers(*state, "fl wi", 0, "floor withdraw ");
	assert_offers(*state, "flor giv", 0, "floor give ");
	assert_offers(*state, "redo", 0, "redo");
	assert_offers(*state, "xyzzy", 0, "");
}

static void words_of_the_report_are_offered_by_their_keys(void **state)
{
	struct fixture *f = *state;
	size_t from;

	fixture_do(f, "agenda load agendas/2012-10-17-wg-technical-assistance.yaml");
	assert_offers(f, "report style sh", 13, "short");
	assert_non_null(strstr(offered(f, "report style ", &from), "commission"));
	assert_offers(f, "report formula HEAD-DO", 15, "HEAD-DOC");
	assert_non_null(strstr(offered(f, "report formula style.", &from), "style.vienna"));
	assert_non_null(strstr(offered(f, "report formula quantifier", &from), "quantifier.scale"));
	assert_offers(f, "report language f", 16, "fr");
	/* What it says now, to be changed. */
	assert_string_equal(
		taken(f, "report formula HEAD-DOC "), "report formula HEAD-DOC documentation");
	assert_string_equal(taken(f, "report formula style.documents "),
		"report formula style.documents title list TITLE/documents | documentation");
}

static void nothing_typed_offers_what_there_is(void **state)
{
	size_t count, from;
	struct fixture *f = *state;

	complete_line(&f->desk, "", LIMIT, &f->arena, &count, &from);
	assert_int_equal(count, LIMIT);
	assert_int_equal(from, 0);
	complete_line(&f->desk, "", 0, &f->arena, &count, &from);
	assert_int_equal(count, 0);
}

static void commands_of_the_screen_are_offered_on_a_screen(void **state)
{
	struct fixture *f = *state;

	size_t from;

	assert_null(strstr(offered(f, "toy screen", &from), "toy screen"));
	f->desk.screen = true;
	assert_offers(f, "toy scr", 0, "toy screen");
}

static void a_name_is_completed(void **state)
{
	assert_offers(*state, "toy one cana", 8, "Canada");
	assert_string_equal(
		taken(*state, "toy one cot"), "toy one C\xc3\xb4te d\xe2\x80\x99Ivoire");
	assert_string_equal(taken(*state, "toy one burkina fa"), "toy one Burkina Faso");
	assert_string_equal(taken(*state, "toy one Pakistn"), "toy one Pakistan");
}

static void a_name_of_another_language_is_offered_where_no_name_is_met(void **state)
{
	assert_offers(*state, "toy one allem", 8, "Germany");
	assert_offers(*state, "toy one Alemania", 8, "Germany");
	assert_offers(*state, "toy one espagn", 8, "Spain");
	assert_offers(*state, "toy one États", 8, "United States of America");
	/* A name of the session goes before them: nothing stands beside it. */
	assert_offers(*state, "toy one alb", 8, "Albania");
}

static void a_name_in_the_middle_is_quoted(void **state)
{
	assert_string_equal(taken(*state, "toy move burk"), "toy move \"Burkina Faso\"");
	assert_string_equal(taken(*state, "toy move \"burkina fa"), "toy move \"Burkina Faso\"");
}

static void the_last_of_several_names_is_completed(void **state)
{
	assert_string_equal(taken(*state, "toy add can, zim"), "toy add can, Zimbabwe");
	assert_string_equal(taken(*state, "toy add can,zim"), "toy add can, Zimbabwe");
	assert_string_equal(taken(*state, "toy add can, burk f"), "toy add can, Burkina Faso");
}

static void a_better_match_comes_first(void **state)
{
	size_t from;

	assert_int_equal(strncmp(offered(*state, "toy one niger", &from), "Niger|Nigeria", 13), 0);
	assert_int_equal(strncmp(offered(*state, "toy one gui", &from), "Guinea|", 7), 0);
}

static void who_was_there_is_offered_first(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "participant present zim");
	assert_string_equal(taken(f, "toy one "), "toy one Zimbabwe");
}

static void who_spoke_is_offered_first_from_then_on(void **state)
{
	struct fixture *f = *state;

	assert_string_not_equal(taken(f, "toy one "), "toy one Zimbabwe");
	fixture_do(f, "statement add zim --item 3 --from 2012-10-17T10:05");
	assert_string_equal(taken(f, "toy one "), "toy one Zimbabwe");
	fixture_do(f, "undo");
	assert_string_not_equal(taken(f, "toy one "), "toy one Zimbabwe");
	fixture_do(f, "redo");
	fixture_do(f, "statement edit s1 --name Benin");
	assert_string_equal(taken(f, "toy one "), "toy one Benin");
}

static void options_are_offered_once(void **state)
{
	assert_offers(*state, "toy add can --", 12, "--item |--kind |--note |--guest ");
	assert_offers(*state, "toy add can --item 3 --", 21, "--kind |--note |--guest ");
	assert_offers(*state, "toy add can --k", 12, "--kind ");
}

static void the_value_of_an_option_is_completed(void **state)
{
	assert_offers(*state, "toy add can --kind re", 19, "reply");
	assert_offers(*state, "toy add can --kind=re", 12, "--kind=reply");
	assert_offers(*state, "toy add --kind ", 15, "general|reply|point_of_order");
	assert_offers(*state, "toy add --item 1", 15, "1|\"1 (a)\"|\"1 (b)\"");
	assert_offers(*state, "toy rows --body ", 16, "wg2|wg3");
	assert_offers(*state, "set adopt --orally-amended ", 27, "yes|no");
	assert_offers(*state, "set adopt --orally-amended no --for", 30, "--form ");
	assert_offers(*state, "set adopt --orally-amended --for", 27, "--form ");
	assert_offers(*state, "set adopt --orally-amended wg2 --for", 31, "--form ");
	assert_offers(*state, "toy rows --session 2012", 19, "2012-10-17-wg-technical-assistance");
}

static void an_item_is_found_by_its_title(void **state)
{
	assert_offers(*state, "toy item other", 9, "8");
	assert_offers(*state, "toy item 1 (b", 9, "1 (b)");
}

static void slots_are_offered_as_people_call_them(void **state)
{
	assert_offers(*state, "slot delete ", 12, "17 Oct am|17 Oct pm|18 Oct am");
	assert_offers(*state, "slot delete thu", 12, "18 Oct am");
	assert_string_equal(taken(*state, "slot move 8 --to 18"), "slot move 8 --to \"18 Oct am\"");
}

static void the_last_of_several_items_is_completed(void **state)
{
	assert_offers(*state, "item joint 6, oth", 11, "6, 8");
}

static void statements_and_recommendations_are_offered_by_number(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "meeting open");
	fixture_do(f, "item open 3");
	fixture_do(f, "floor give can");
	fixture_do(f, "floor give zim");
	fixture_do(f, "recommendation propose States should share");
	assert_offers(f, "toy note ", 9, "s2|s1");
	assert_offers(f, "toy note 1", 9, "s1");
	assert_offers(f, "toy note cana", 9, "s1");
	assert_offers(f, "toy rows --recommendation ", 26, "r1");
	assert_offers(f, "toy rows --recommendation share", 26, "r1");
	assert_offers(f, "toy note s1 asked ", 12, "");
}

static void a_value_shows_what_it_is(void **state)
{
	struct fixture *f = *state;
	size_t count, from;
	struct completion *all = complete_line(&f->desk, "toy item 8", 1, &f->arena, &count, &from);

	assert_int_equal(count, 1);
	assert_string_equal(all[0].label, "8 Other matters");
	assert_string_equal(all[0].detail, "pending");
	all = complete_line(&f->desk, "toy one zim", 1, &f->arena, &count, &from);
	assert_string_equal(all[0].label, "Zimbabwe");
	assert_string_equal(all[0].detail, "ZWE");
}

static void for_whom_offers_groups_before_states(void **state)
{
	struct fixture *f = *state;
	size_t count, from;
	struct completion *all;

	fixture_do(f, "meeting open");
	fixture_do(f, "item open 3");
	fixture_do(f, "floor give can");
	all = complete_line(&f->desk, "statement edit s1 --for ", 3, &f->arena, &count, &from);
	assert_int_equal(count, 3);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(all[i].detail, "group");
	assert_offers(f, "statement edit s1 --for zimb", 24, "Zimbabwe");
}

static void a_kind_of_statement_says_what_it_is(void **state)
{
	struct fixture *f = *state;
	size_t count, from;
	struct completion *all = complete_line(
		&f->desk, "statement add can --kind explanation_b", 3, &f->arena, &count, &from);

	assert_int_equal(count, 1);
	assert_string_equal(all[0].detail, "of position, before the decision");
}

static void names_are_known_as_soon_as_they_are_there(void **state)
{
	struct fixture *f = *state;

	assert_offers(f, "toy one toyland", 8, "");
	fixture_do(f, "participant add Toyland");
	assert_offers(f, "toy one toyland", 8, "Toyland");
	fixture_do(f, "undo");
	assert_offers(f, "toy one toyland", 8, "");
}

static void without_a_session_there_is_nothing_of_one(void **state)
{
	struct fixture *f = *state;

	f->desk.session = 0;
	assert_offers(f, "toy one cana", 8, "");
	assert_offers(f, "toy item ", 9, "");
	assert_offers(f, "toy add --kind re", 15, "reply");
}

static void files_are_completed(void **state)
{
	struct fixture *f = *state;
	char folder[] = "/tmp/complete.XXXXXX";
	const char *line;
	FILE *file;

	assert_non_null(mkdtemp(folder));
	file = fopen(arena_printf(&f->arena, "%s/my agenda.yaml", folder), "w");
	assert_non_null(file);
	fclose(file);
	assert_int_equal(mkdir(arena_printf(&f->arena, "%s/old", folder), 0700), 0);
	line = arena_printf(&f->arena, "agenda load %s/m", folder);
	assert_string_equal(taken(f, line),
		arena_printf(&f->arena, "agenda load \"%s/my agenda.yaml\"", folder));
	line = arena_printf(&f->arena, "agenda load %s/o", folder);
	assert_string_equal(taken(f, line), arena_printf(&f->arena, "agenda load %s/old/", folder));
	unlink(arena_printf(&f->arena, "%s/my agenda.yaml", folder));
	rmdir(arena_printf(&f->arena, "%s/old", folder));
	rmdir(folder);
}

static void what_was_offered_outlives_what_the_desk_has_read(void **state)
{
	struct fixture *f = *state;
	const struct param item = {.name = "item", .type = ARG_ITEM},
			   name = {.name = "name", .type = ARG_PARTICIPANT};
	size_t items, names;
	struct completion *item_offers = complete_arg(&f->desk, &item, "2", 1, &f->arena, &items);
	struct completion *name_offers =
		complete_arg(&f->desk, &name, "spain", 1, &f->arena, &names);

	desk_clear(&f->desk);
	assert_int_equal(items, 1);
	assert_string_equal(item_offers[0].text, "2");
	assert_int_equal(names, 1);
	assert_string_equal(name_offers[0].label, "Spain");
	assert_string_equal(name_offers[0].detail, "ESP");
}

static void any_beginning_of_a_line_is_survived(void **state)
{
	struct fixture *f = *state;
	const char *line = "toy add --item='1 (a' \"can, co\\\"t\" --note= -- 'x";
	size_t count, from;

	for (size_t length = 0; length <= strlen(line); length++) {
		const char *part = arena_strndup(&f->arena, line, length);
		complete_line(&f->desk, part, LIMIT, &f->arena, &count, &from);
		assert_true(from <= length);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_beginning_offers_the_commands, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			words_of_the_report_are_offered_by_their_keys, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			nothing_typed_offers_what_there_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			commands_of_the_screen_are_offered_on_a_screen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_name_is_completed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_name_of_another_language_is_offered_where_no_name_is_met, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(a_name_in_the_middle_is_quoted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_last_of_several_names_is_completed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_better_match_comes_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(who_was_there_is_offered_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			who_spoke_is_offered_first_from_then_on, set_up, tear_down),
		cmocka_unit_test_setup_teardown(options_are_offered_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_value_of_an_option_is_completed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_item_is_found_by_its_title, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			slots_are_offered_as_people_call_them, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_last_of_several_items_is_completed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			statements_and_recommendations_are_offered_by_number, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_value_shows_what_it_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			for_whom_offers_groups_before_states, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_kind_of_statement_says_what_it_is, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			names_are_known_as_soon_as_they_are_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			without_a_session_there_is_nothing_of_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files_are_completed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_was_offered_outlives_what_the_desk_has_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			any_beginning_of_a_line_is_survived, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
