/* SPDX-License-Identifier: MIT */
/* Opening an agenda file whose session is there: the differences, the question, and
 * what comes of each answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "store/agenda.h"
#include "store/journal.h"
#include "support/command/fixture.h"

static const char small[] = "rapporteur: agenda/1\n"
			    "session: {id: small, title: A small meeting, place: Vienna, "
			    "from: 2012-10-17, to: 2012-10-18, timezone: Europe/Vienna}\n"
			    "bodies:\n"
			    "  - {id: wg, name: Working Group}\n"
			    "  - {id: other, name: Other Group}\n"
			    "items:\n"
			    "  - {number: \"1\", title: Opening}\n"
			    "  - number: \"2\"\n"
			    "    title: Strategies\n"
			    "    annotation: What States gain.\n"
			    "    mandates: [{kind: resolution, number: 5/6, title: Assistance}]\n"
			    "    documents: [X/1]\n"
			    "    joint: [{body: other, number: \"4\"}]\n"
			    "    items:\n"
			    "      - {number: \"(a)\", title: Threats}\n"
			    "      - {number: \"(b)\", title: Plans}\n"
			    "  - {number: \"3\", title: Other matters}\n"
			    "documents:\n"
			    "  - {kind: Note, title: A paper, symbols: [X/1]}\n"
			    "organization_of_work:\n"
			    "  - date: 2012-10-17\n"
			    "    slots:\n"
			    "      - {from: \"10:00\", to: \"13:00\", items: [\"1\", \"2\"]}\n"
			    "      - {from: \"15:00\", to: \"18:00\", items: [\"3\"]}\n";

struct bench {
	struct fixture fixture;
	char path[64];
};

static void write_agenda(struct bench *bench, const char *text)
{
	assert_true(file_write(bench->path, text, strlen(text), NULL));
}

/* The file with `from` replaced by `to`; both NULL: as it is. */
static const char *replaced(struct bench *bench, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	if (!at)
		fail_msg("\"%s\" is not there", from);
	return arena_printf(
		&bench->fixture.arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static int set_up(void **state)
{
	static struct bench bench;
	const char *tmp = getenv("TMPDIR");

	bench = (struct bench){0};
	fixture_open(&bench.fixture);
	snprintf(bench.path, sizeof bench.path, "%s/open.yaml", tmp ? tmp : "/tmp");
	write_agenda(&bench, small);
	fixture_do(
		&bench.fixture, arena_printf(&bench.fixture.arena, "agenda load %s", bench.path));
	*state = &bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	unlink(bench->path);
	fixture_close(&bench->fixture);
	return 0;
}

/* agenda load of the file with these options. */
static enum outcome load(struct bench *bench, const char *options, const char **reply)
{
	struct fixture *f = &bench->fixture;

	return fixture_try(
		f, arena_printf(&f->arena, "agenda load %s %s", bench->path, options), reply);
}

static const char *loads(struct bench *bench, const char *options)
{
	const char *reply;

	if (load(bench, options, &reply) != OUTCOME_DONE)
		fail_msg("%s: %s", options, bench->fixture.err.text);
	return reply;
}

static void assert_asks(struct bench *bench, const char *lines)
{
	const char *reply;

	assert_int_equal(load(bench, "", &reply), OUTCOME_ASKS);
	assert_string_equal(bench->fixture.output, lines);
	assert_string_equal(bench->fixture.question.flag, "take");
	assert_int_equal(bench->fixture.err.code, ERR_USAGE);
}

/* --- the question --- */

static void the_same_file_opens_its_session_unasked(void **state)
{
	struct bench *bench = *state;
	const char *before = fixture_dump(&bench->fixture);

	assert_string_equal(loads(bench, ""), "session small opened");
	assert_string_equal(loads(bench, "--take"), "session small opened");
	assert_string_equal(fixture_dump(&bench->fixture), before);
}

static void another_file_asks_and_changes_nothing(void **state)
{
	struct bench *bench = *state;
	const char *before = fixture_dump(&bench->fixture);

	write_agenda(bench, replaced(bench, small, "title: Threats", "title: Assessments"));
	assert_asks(bench, "item 2 (a) title: Threats → Assessments\n");
	assert_string_equal(bench->fixture.err.text,
		"The file differs from session small in 1 place: take the file's into the "
		"session? --keep opens it as it is (yes: --take)");
	assert_string_equal(fixture_dump(&bench->fixture), before);
}

static void kept_means_that_the_session_stays_as_it_is(void **state)
{
	struct bench *bench = *state;
	const char *before = fixture_dump(&bench->fixture);

	write_agenda(bench, replaced(bench, small, "title: Threats", "title: Assessments"));
	assert_string_equal(loads(bench, "--keep"),
		"session small opened as it is; the file differs in 1 place");
	assert_string_equal(fixture_dump(&bench->fixture), before);
}

static void both_answers_are_none(void **state)
{
	struct bench *bench = *state;
	const char *reply;

	assert_int_equal(load(bench, "--keep --take", &reply), OUTCOME_FAILED);
	assert_string_equal(bench->fixture.err.text, "--take or --keep, not both");
}

/* --- taking it --- */

/* The file's is taken as one step, with that reply (NULL: any); then there is no difference, and undo brings all
 * back as it was. */
static void assert_taken(struct bench *bench, const char *file, const char *reply)
{
	struct fixture *f = &bench->fixture;
	const char *before = fixture_dump(f), *after, *said;

	write_agenda(bench, file);
	said = loads(bench, "--take");
	if (reply)
		assert_string_equal(said, reply);
	after = fixture_dump(f);
	assert_string_equal(loads(bench, ""), "session small opened");
	assert_true(store_check(f->store, false, &f->err));
	fixture_do(f, "undo");
	assert_string_equal(fixture_dump(f), before);
	fixture_do(f, "redo");
	assert_string_equal(fixture_dump(f), after);
	assert_true(store_check(f->store, false, &f->err));
}

static void every_single_difference_is_taken_and_undone(void **state)
{
	static const char *const changes[][2] = {
		{"title: A small meeting", "title: A large meeting"},
		{"place: Vienna, ", ""},
		{"to: 2012-10-18", "to: 2012-10-17"},
		{"timezone: Europe/Vienna", "timezone: Europe/Zurich"},
		{"{id: other, name: Other Group}", "{id: other, name: Another Group, symbol: X}"},
		{"items:\n", "agenda: {symbols: [X/2012/1]}\nitems:\n"},
		{"bodies:", "officers: [{role: Chair, name: A. Person}]\nbodies:"},
		{"title: Threats", "title: Assessments"},
		{"    annotation: What States gain.\n", ""},
		{"number: 5/6", "number: 5/8"},
		{"title: Assistance", "title: Technical assistance"},
		{"    documents: [X/1]\n", ""},
		{"number: \"4\"}", "number: \"5\"}"},
		{"    joint: [{body: other, number: \"4\"}]\n", ""},
		{"      - {number: \"(b)\", title: Plans}\n", ""},
		{"title: Plans}\n", "title: Plans}\n      - {number: \"(c)\", title: Tools}\n"},
		{"number: \"3\", title", "number: \"4\", title"},
		{"title: A paper", "title: Another paper"},
		{"from: \"10:00\"", "from: \"10:30\""},
		{"to: \"13:00\", items", "to: \"13:00\", room: M3, items"},
		{"[\"1\", \"2\"]", "[\"2\", \"1\"]"},
		{"items: [\"3\"]", "items: [{item: \"3\", title: Any other matters}]"},
		{"      - {from: \"15:00\", to: \"18:00\", items: [\"3\"]}\n", ""},
		{"      - {from: \"15:00\"",
			"      - {from: \"13:00\", to: \"14:00\", label: Lunch}\n"
			"      - {from: \"15:00\""},
	};
	struct bench *bench = *state;

	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		const char *file = replaced(bench, small, changes[i][0], changes[i][1]);
		const char *reply;
		if (strstr(file, "items: [\"3\"]") && strstr(file, "number: \"4\", title"))
			file = replaced(bench, file, "items: [\"3\"]", "items: [\"4\"]");
		write_agenda(bench, file);
		assert_int_equal(load(bench, "", &reply), OUTCOME_ASKS);
		assert_taken(bench, file, NULL);
		fixture_do(&bench->fixture, "undo");
	}
}

static void all_of_it_is_one_step_of_the_journal(void **state)
{
	struct bench *bench = *state;
	struct fixture *f = &bench->fixture;
	const char *file = replaced(bench, small, "title: Threats", "title: Assessments");
	int64_t before = store_sequence(f->store, f->desk.session);
	struct journal_row *rows;
	size_t count;

	file = replaced(bench, file, "place: Vienna", "place: Geneva");
	assert_taken(bench, file, "2 differences taken from the file");
	rows = store_journal_after(f->store, f->desk.session, before, 10, &f->arena, &count);
	assert_int_equal(count, 3); /* it, the undo and the redo */
	assert_string_equal(rows[2].command, "agenda load");
	assert_string_equal(rows[2].summary, "2 differences taken from the file");
}

static void the_items_stand_in_the_order_of_the_file(void **state)
{
	struct bench *bench = *state;
	struct fixture *f = &bench->fixture;
	const char *file = replaced(bench, small, "  - {number: \"1\", title: Opening}\n",
		"  - {number: \"1\", title: Opening}\n  - {number: \"7\", title: Urgent matters}\n");
	const struct item_row *rows;
	size_t count;

	file = replaced(bench, file, "      - {number: \"(a)\", title: Threats}\n", "");
	file = replaced(bench, file, "title: Plans}\n",
		"title: Plans}\n      - {number: \"(a)\", title: Threats}\n");
	write_agenda(bench, file);
	loads(bench, "--take");
	rows = store_items(f->store, f->desk.session, &f->arena, &count);
	assert_int_equal(count, 6);
	assert_string_equal(rows[1].printed, "7");
	assert_string_equal(rows[3].printed, "2 (b)");
	assert_string_equal(rows[4].printed, "2 (a)");
	assert_string_equal(loads(bench, ""), "session small opened");
}

/* --- what was logged --- */

#define LOGGED                                                                  \
	"meeting open\nitem open 2b\nstatement add can --item 2b --note maps\n" \
	"document add X/CRP.1 'A room paper' --item 2\nofficer add Chair 'A. Person'\n"

static void log_something(struct fixture *f)
{
	char *lines = arena_strdup(&f->arena, LOGGED);

	for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n"))
		fixture_do(f, line);
}

static void what_was_logged_stays_and_that_is_said(void **state)
{
	struct bench *bench = *state;
	struct fixture *f = &bench->fixture;
	const char *file = replaced(bench, small, "      - {number: \"(b)\", title: Plans}\n", "");
	const struct item_row *rows;
	size_t count;

	log_something(f);
	file = replaced(bench, file, "title: Threats", "title: Assessments");
	write_agenda(bench, file);
	assert_asks(bench, "officer Chair A. Person: only in the session, stays\n"
			   "item 2 (a) title: Threats → Assessments\n"
			   "item 2 (b) Plans: only in the session, stays: 1 statement\n"
			   "document X/CRP.1 A room paper: only in the session, stays\n");
	assert_taken(
		bench, file, "1 difference taken from the file, 3 that only the session has stay");
	rows = store_items(f->store, f->desk.session, &f->arena, &count);
	assert_string_equal(rows[3].printed, "2 (b)");
	assert_int_equal(rows[3].statements, 1);
}

static void what_only_the_session_has_is_nothing_to_ask_about(void **state)
{
	struct bench *bench = *state;

	log_something(&bench->fixture);
	fixture_do(&bench->fixture, "agenda adopt");
	assert_string_equal(loads(bench, ""), "session small opened");
}

static void statements_go_with_their_subject_to_its_new_number(void **state)
{
	struct bench *bench = *state;
	struct fixture *f = &bench->fixture;
	const char *file = replaced(bench, small, "number: \"2\"\n    title: Strategies",
		"number: \"2\"\n    title: New matters\n  - number: \"3\"\n    title: Strategies");
	const struct item_row *rows;
	size_t count;

	log_something(f);
	file = replaced(bench, file, "\"3\", title: Other", "\"4\", title: Other");
	file = replaced(bench, file, "items: [\"3\"]", "items: [\"4\"]");
	write_agenda(bench, file);
	loads(bench, "--take");
	rows = store_items(f->store, f->desk.session, &f->arena, &count);
	assert_int_equal(count, 6);
	assert_string_equal(rows[1].title, "New matters");
	assert_string_equal(rows[4].printed, "3 (b)");
	assert_string_equal(rows[4].title, "Plans");
	assert_int_equal(rows[4].statements, 1);
}

static void an_item_that_stays_is_in_the_way_of_its_number(void **state)
{
	struct bench *bench = *state;
	struct fixture *f = &bench->fixture;
	const char *file =
		replaced(bench, small, "      - {number: \"(a)\", title: Threats}\n", "");
	const char *before, *reply;

	fixture_do(f, "meeting open");
	fixture_do(f, "statement add can --item 2a --note maps");
	before = fixture_dump(f);
	file = replaced(bench, file, "\"(b)\", title: Plans", "\"(a)\", title: Plans");
	write_agenda(bench, file);
	assert_int_equal(load(bench, "", &reply), OUTCOME_ASKS);
	assert_non_null(strstr(bench->fixture.output, "cannot be taken: item 2 (a)"));
	assert_int_equal(load(bench, "--take", &reply), OUTCOME_FAILED);
	assert_string_equal(bench->fixture.err.text,
		"item 2 (a) of the session, \"Threats\", has to stay (1 statement), and the file "
		"gives its number to another item: give that one another number in the file");
	assert_string_equal(fixture_dump(f), before);
}

static void a_time_zone_that_the_machine_does_not_know_is_not_taken(void **state)
{
	struct bench *bench = *state;
	const char *reply;

	write_agenda(bench, replaced(bench, small, "Europe/Vienna", "Europe/Nowhere"));
	assert_int_equal(load(bench, "--take", &reply), OUTCOME_FAILED);
	assert_int_equal(bench->fixture.err.code, ERR_DATA);
	write_agenda(bench, small);
	assert_string_equal(loads(bench, ""), "session small opened");
}

/* --- every file --- */

static void a_session_does_not_differ_from_the_file_that_made_it(void **state)
{
	static const char *const files[] = {"tests/exchange/good/everything.yaml",
		"tests/exchange/good/minimal.yaml",
		"agendas/2012-10-17-wg-technical-assistance.yaml"};
	struct bench *bench = *state;

	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		struct fixture *f = &bench->fixture;
		const char *line = arena_printf(&f->arena, "agenda load %s", files[i]);
		fixture_do(f, line);
		if (!strstr(fixture_do(f, line), " opened"))
			fail_msg("%s: not opened", files[i]);
	}
}

static void any_agenda_can_be_made_of_any_other(void **state)
{
	struct bench *bench = *state;
	struct fixture *f = &bench->fixture;
	const char *before;

	fixture_do(f, "agenda load tests/exchange/good/everything.yaml --id small2");
	before = fixture_dump(f);
	fixture_do(f,
		"agenda load agendas/2012-10-17-wg-technical-assistance.yaml --id small2 --take");
	assert_true(store_check(f->store, false, &f->err));
	assert_string_equal(
		fixture_do(f, "agenda load agendas/2012-10-17-wg-technical-assistance.yaml "
			      "--id small2"),
		"session small2 opened");
	fixture_do(f, "undo");
	assert_string_equal(fixture_dump(f), before);
}

static void the_journal_says_what_a_rehearsal_is(void **state)
{
	struct bench *bench = *state;
	struct fixture *f = &bench->fixture;
	struct journal_row *rows;
	size_t count;

	loads(bench, "--rehearse");
	rows = store_journal(f->store, f->desk.session, 0, 1, &f->arena, &count);
	assert_string_equal(rows[0].summary,
		"rehearsal made, 5 items, 2 slots: nothing here reaches the session itself");
}

static void other_rules_are_a_difference_and_come_with_their_values(void **state)
{
	struct bench *bench = *state;
	const char *file = replaced(bench, small, "timezone: Europe/Vienna}",
		"timezone: Europe/Vienna, rules: ga_committee}");

	write_agenda(bench, file);
	assert_asks(bench, "rules: untoc → ga_committee\n");
	assert_taken(bench, file, NULL);
	assert_string_equal(desk_rules(&bench->fixture.desk)->key, "ga_committee");
	assert_true(desk_rules(&bench->fixture.desk)->quorum_all);
	/* A file that names none says nothing about them. */
	write_agenda(bench, small);
	assert_string_equal(loads(bench, ""), "session small opened");
}

static void a_set_that_there_is_not_is_not_taken(void **state)
{
	struct bench *bench = *state;
	const char *before = fixture_dump(&bench->fixture), *reply;

	write_agenda(bench, replaced(bench, small, "timezone: Europe/Vienna}",
				    "timezone: Europe/Vienna, rules: nobodys}"));
	assert_int_equal(load(bench, "--take", &reply), OUTCOME_FAILED);
	assert_string_equal(fixture_dump(&bench->fixture), before);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_same_file_opens_its_session_unasked),
		TEST(another_file_asks_and_changes_nothing),
		TEST(kept_means_that_the_session_stays_as_it_is),
		TEST(both_answers_are_none),
		TEST(every_single_difference_is_taken_and_undone),
		TEST(all_of_it_is_one_step_of_the_journal),
		TEST(the_items_stand_in_the_order_of_the_file),
		TEST(what_was_logged_stays_and_that_is_said),
		TEST(what_only_the_session_has_is_nothing_to_ask_about),
		TEST(statements_go_with_their_subject_to_its_new_number),
		TEST(an_item_that_stays_is_in_the_way_of_its_number),
		TEST(a_time_zone_that_the_machine_does_not_know_is_not_taken),
		TEST(a_session_does_not_differ_from_the_file_that_made_it),
		TEST(any_agenda_can_be_made_of_any_other),
		TEST(the_journal_says_what_a_rehearsal_is),
		TEST(other_rules_are_a_difference_and_come_with_their_values),
		TEST(a_set_that_there_is_not_is_not_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
