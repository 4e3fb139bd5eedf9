/* SPDX-License-Identifier: MIT */
/* A whole list of speakers taken in one step, from a text or a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "command/named.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "support/command/fixture.h"

static struct fixture desk_in_session;

static int set_up(void **state)
{
	fixture_open(&desk_in_session);
	fixture_do(&desk_in_session, "meeting open");
	fixture_do(&desk_in_session, "item open 2");
	*state = &desk_in_session;
	return 0;
}

static int tear_down(void **state)
{
	fixture_close(*state);
	return 0;
}

/* The list of item 2: "Canada for the African Group <Mr. X>; Benin". */
static const char *list_of(struct fixture *f)
{
	size_t count;
	int64_t item = store_item_find(f->store, f->desk.session, "2");
	struct request_row *rows = store_requests(f->store, item, 0, &f->arena, &count);
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = arena_printf(&f->arena, "%s%s%s%s%s%s%s%s", text, i ? "; " : "",
			rows[i].name, rows[i].group ? " for " : "",
			rows[i].group ? rows[i].group : "", rows[i].person ? " <" : "",
			rows[i].person ? rows[i].person : "", rows[i].person ? ">" : "");
	return text;
}

static int64_t journal_length(struct fixture *f)
{
	return store_sequence(f->store, f->desk.session);
}

static void a_list_is_one_step(void **state)
{
	struct fixture *f = *state;
	const char *before = fixture_dump(f);
	int64_t steps = journal_length(f);
	const char *reply = fixture_do(f, "floor list '1. Canada\n2. 10:15 - Benin\n"
					  "3. H.E. Mr. X (Chad)\nCôte d’Ivoire'");

	assert_string_equal(
		reply, "4 added: Canada, Benin, Chad, Côte d’Ivoire on the list of item 2");
	assert_string_equal(list_of(f), "Canada; Benin; Chad <H.E. Mr. X>; Côte d’Ivoire");
	assert_int_equal(journal_length(f), steps + 1);
	fixture_do(f, "undo");
	assert_string_equal(fixture_dump(f), before);
	fixture_do(f, "redo");
	assert_string_equal(list_of(f), "Canada; Benin; Chad <H.E. Mr. X>; Côte d’Ivoire");
}

static void of_many_it_says_how_many_were_added_to_those_that_wait(void **state)
{
	fixture_do(*state, "floor request Mali");
	assert_string_equal(fixture_do(*state, "floor list 'Canada\nBenin\nChad\nKenya\nPeru\n"
					       "Togo\nOman'"),
		"7 added to the list of item 2");
}

static void names_are_known_however_they_are_written(void **state)
{
	static const char *const rows[][2] = {{"CANADA", "Canada"}, {"civ", "Côte d’Ivoire"},
		{"Ivory Coast", "Côte d’Ivoire"}, {"Cote d'Ivoire", "Côte d’Ivoire"},
		{"Republic of Zimbabwe", "Zimbabwe"}, {"the Republic of Zimbabwe", "Zimbabwe"},
		{"The Gambia", "Gambia"}, {"Türkiye", "Turkey"}, {"Czechia", "Czech Republic"},
		{"North Macedonia", "the former Yugoslav Republic of Macedonia"},
		{"Eswatini", "Swaziland"}, {"Swaziland", "Swaziland"},
		{"Zaire", "Democratic Republic of the Congo"},
		{"Korea, Republic of", "Republic of Korea"},
		{"UK", "United Kingdom of Great Britain and Northern Ireland"}};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct named_list list;
		named_list_init(&list);
		assert_true(named_list_read(&list, &f->desk, rows[i][0], &f->err));
		assert_int_equal(list.count, 1);
		if (strcmp(list.entries[0].who.name, rows[i][1]) != 0 ||
			(list.entries[0].who.kind != NAMED_KNOWN && strlen(rows[i][0]) > 2))
			fail_msg("%s is %s, %d", rows[i][0], list.entries[0].who.name,
				list.entries[0].who.kind);
		named_list_clear(&list);
	}
}

/* The example agenda, in a file of its own, two years earlier. */
static void load_session_of_2010(struct fixture *f)
{
	char path[] = "/tmp/agenda-XXXXXX";
	int file = mkstemp(path);
	struct str text;

	assert_true(file >= 0);
	close(file);
	str_init(&text);
	assert_true(file_read(
		"agendas/2012-10-17-wg-technical-assistance.yaml", 1 << 20, &text, &f->err));
	for (char *at = text.text; (at = strstr(at, "2012-10-1"));)
		at[3] = '0';
	assert_true(file_write(path, text.text, text.length, &f->err));
	fixture_do(f, arena_printf(&f->arena, "agenda load %s", path));
	unlink(path);
	str_clear(&text);
}

static void names_are_those_of_the_days_of_the_session(void **state)
{
	static const char *const rows[][2] = {{"Libya", "Libyan Arab Jamahiriya"},
		{"Libyan Arab Jamahiriya", "Libyan Arab Jamahiriya"}, {"Türkiye", "Turkey"},
		{"Eswatini", "Swaziland"}, {"Cabo Verde", "Cape Verde"}};
	struct fixture *f = *state;
	struct named named;

	load_session_of_2010(f);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		named_find(&f->desk, rows[i][0], false, &f->arena, &named);
		assert_int_equal(named.kind, NAMED_KNOWN);
		assert_string_equal(named.name, rows[i][1]);
	}
	named_find(&f->desk, "South Sudan", false, &f->arena, &named);
	assert_int_equal(named.kind, NAMED_UNKNOWN);
}

static void what_fits_best_is_guessed(void **state)
{
	static const char *const rows[][2] = {{"camerron", "Cameroon"},
		{"untied kingdom", "United Kingdom of Great Britain and Northern Ireland"},
		{"ivory", "Côte d’Ivoire"}, {"cote iv", "Côte d’Ivoire"}, {"Nigr", "Niger"},
		{"Argentinia", "Argentina"}, {"guin", "Guinea"}, {"NO", "Norway"}};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct named named;
		named_find(&f->desk, rows[i][0], false, &f->arena, &named);
		if (strcmp(named.name, rows[i][1]) != 0 || named.kind != NAMED_GUESSED)
			fail_msg("%s is %s, %d", rows[i][0], named.name, named.kind);
	}
}

static void a_name_in_quotes_is_not_guessed(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "floor list '\"Nigr\"\nCanada' --guest");
	assert_string_equal(list_of(f), "Nigr; Canada");
}

static void of_several_that_fit_alike_none_is_guessed(void **state)
{
	struct fixture *f = *state;
	struct named named;

	named_find(&f->desk, "korea", false, &f->arena, &named);
	assert_int_equal(named.kind, NAMED_UNKNOWN);
	assert_string_equal(named.name, "korea");
	assert_non_null(strstr(named.near, "Republic of Korea"));
	named_find(&f->desk, "Niue", false, &f->arena, &named);
	assert_int_equal(named.kind, NAMED_UNKNOWN);
	named_find(&f->desk, "xyzzy", false, &f->arena, &named);
	assert_int_equal(named.kind, NAMED_UNKNOWN);
	assert_string_equal(named.near, "");
	named_find(&f->desk, "Nigr", true, &f->arena, &named);
	assert_int_equal(named.kind, NAMED_UNKNOWN);
	named_find(&f->desk, "Niger", true, &f->arena, &named);
	assert_int_equal(named.kind, NAMED_KNOWN);
	named_find(&f->desk, "--", false, &f->arena, &named);
	assert_int_equal(named.kind, NAMED_UNKNOWN);
}

static void guesses_are_said(void **state)
{
	assert_string_equal(fixture_do(*state, "floor list 'Canada\ncamerron'"),
		"2 added: Canada, Cameroon on the list of item 2; guessed: Cameroon for 'camerron' (line 2)");
}

static void unknown_names_are_refused_with_their_lines(void **state)
{
	struct fixture *f = *state;
	const char *before = fixture_dump(f);

	assert_string_equal(fixture_refused(f, "floor list 'Canada\nFoundation X\nNiue'"),
		"2 of the names are unknown: add as guests, or --drop-unknown? (yes: --guest)");
	assert_string_equal(fixture_dump(f), before);
}

static void unknown_names_come_in_as_guests_or_are_left_out(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(fixture_do(f, "floor list 'Canada\nFoundation X' --drop-unknown"),
		"Canada on the list of item 2; 1 unknown left out");
	fixture_do(f, "floor list 'Foundation X\nBenin (on behalf of the X Group)\n"
		      "Chad (on behalf of the X Group)' --guest");
	/* Those who speak for a group come first, as the rules say. */
	assert_string_equal(list_of(f), "Benin for the X Group; Chad for the X Group; Canada; "
					"Foundation X");
	assert_string_equal(fixture_refused(f, "floor list Nobodies --drop-unknown"),
		"nobody of the list is to be added: all of them are on the list of item 2 already, "
		"or unknown");
}

static void who_is_there_already_is_not_added_again(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "floor request canada");
	assert_string_equal(fixture_do(f, "floor list 'Canada; Benin; Benin; CAN'"),
		"Benin on the list of item 2; 3 there already");
	assert_string_equal(list_of(f), "Canada; Benin");
}

static void a_list_that_comes_late_says_so(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "floor close");
	assert_non_null(
		strstr(fixture_do(f, "floor list 'Canada; Benin'"), "; late, the list was"));
}

static void a_list_may_be_in_a_file(void **state)
{
	struct fixture *f = *state;
	char path[] = "/tmp/speakers-XXXXXX";
	int file = mkstemp(path);
	const char *line = arena_printf(&f->arena, "floor list %s", path);

	assert_true(file >= 0);
	close(file);
	assert_true(file_write(path, "1\tCanada\n2\tBenin\n", 17, &f->err));
	assert_string_equal(fixture_do(f, line), "2 added: Canada, Benin on the list of item 2");
	unlink(path);
	fixture_refused(f, line);
	assert_int_equal(f->err.code, ERR_NO_INPUT);
}

static void a_list_that_is_none_is_refused(void **state)
{
	struct fixture *f = *state;
	struct str text;

	assert_string_equal(fixture_refused(f, "floor list '1.\n2.\n'"), "the list names nobody");
	str_init(&text);
	str_add(&text, "floor list '");
	for (int i = 0; i < 10000; i++)
		str_addf(&text, "%d. State %d\n", i, i);
	str_add(&text, "'");
	assert_string_equal(fixture_refused(f, text.text),
		"the list has 10000 names; a list of speakers has at most 1000");
	str_clear(&text);
}

static void a_long_list_of_strangers_is_looked_through(void **state)
{
	struct fixture *f = *state;
	struct named_list list;
	struct str text;

	str_init(&text);
	for (int i = 0; i < NAMED_MOST; i++)
		str_addf(&text, "Foundation for the Improvement of %c%c%c\n", 'a' + i % 26,
			'a' + i / 26 % 26, 'x');
	named_list_init(&list);
	assert_true(named_list_read(&list, &f->desk, text.text, &f->err));
	assert_int_equal(list.count, NAMED_MOST);
	assert_int_equal(named_list_count(&list, NAMED_UNKNOWN), NAMED_MOST);
	named_list_clear(&list);
	str_clear(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_list_is_one_step),
		TEST(of_many_it_says_how_many_were_added_to_those_that_wait),
		TEST(names_are_known_however_they_are_written),
		TEST(names_are_those_of_the_days_of_the_session),
		TEST(what_fits_best_is_guessed),
		TEST(of_several_that_fit_alike_none_is_guessed),
		TEST(a_name_in_quotes_is_not_guessed),
		TEST(guesses_are_said),
		TEST(unknown_names_are_refused_with_their_lines),
		TEST(unknown_names_come_in_as_guests_or_are_left_out),
		TEST(who_is_there_already_is_not_added_again),
		TEST(a_list_that_comes_late_says_so),
		TEST(a_list_may_be_in_a_file),
		TEST(a_list_that_is_none_is_refused),
		TEST(a_long_list_of_strangers_is_looked_through),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
