/* SPDX-License-Identifier: MIT */
/*
 * Recommendations of earlier sessions: out of a report and into one, what was done about
 * them, and texts that come back in a file. What is imported is printed again as it was.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "store/follow_up.h"
#include "store/recommendation.h"
#include "store/search.h"
#include "support/command/one_desk.h"

static const char harbours[] = "tests/exchange/reported/harbours-2011.txt";
static const char canals[] = "tests/exchange/reported/canals-2019-add.txt";

static const char *import_line(const char *path, const char *options)
{
	char *line = mem_printf("recommendation import '%s' %s", path, options);
	const char *kept = arena_strdup(&fixture.arena, line);

	free(line);
	return kept;
}

static struct follow_up_row row_of(int number)
{
	struct follow_up_row row;
	int64_t id = store_follow_up_find(fixture.store, fixture.desk.session, number);

	assert_true(store_follow_up(fixture.store, id, &fixture.arena, &row));
	return row;
}

/* --- printed again --- */

/* Blanks folded, and the marks of italics left out. */
static const char *folded(const char *text)
{
	struct str out;

	str_init(&out);
	for (const char *c = text; *c; c++) {
		bool blank = strchr(" \n\t\f", *c) != NULL;
		if (!blank && *c != '*')
			str_addc(&out, *c);
		else if (blank && out.length > 0 && out.text[out.length - 1] != ' ')
			str_addc(&out, ' ');
	}
	while (out.length > 0 && out.text[out.length - 1] == ' ')
		str_cut(&out, out.length - 1);
	const char *kept = arena_strdup(&fixture.arena, out.text);
	str_clear(&out);
	return kept;
}

/* Chapter II of the file, and the follow-ups made of it as they are printed. */
static void assert_printed_again(const char *path)
{
	struct str bytes;
	struct err err = {0};

	str_init(&bytes);
	assert_true(file_read(path, 1 << 20, &bytes, &err));
	char *from = strstr(bytes.text, "\nII. "), *to = strstr(bytes.text, "\nIII. ");
	assert_non_null(from);
	assert_non_null(to);
	*to = '\0';
	fixture_do(&fixture, import_line(path, ""));
	assert_string_equal(folded(output_of("follow-up print")), folded(from + 1));
	str_clear(&bytes);
}

static void a_report_is_printed_again_as_it_is(void **state)
{
	(void)state;
	assert_printed_again(harbours);
}

static void an_addendum_of_two_bodies_is_printed_again_as_it_is(void **state)
{
	(void)state;
	assert_printed_again(canals);
}

static void assert_reference(const char *name, int count)
{
	const char *folder = getenv("REFERENCE_DIR");
	const char *path = arena_printf(&fixture.arena, "%s/%s", folder ? folder : "", name);

	if (access(path, R_OK) != 0) {
		print_message("skipped: %s is not here\n", path);
		skip();
	}
	assert_printed_again(path);
	row_of(count);
	assert_int_equal(store_follow_up_find(fixture.store, fixture.desk.session, count + 1), 0);
}

static void the_report_of_2010_is_printed_again_as_it_is(void **state)
{
	(void)state;
	assert_reference("report-2010.txt", 15);
}

static void the_addendum_of_2018_is_printed_again_as_it_is(void **state)
{
	(void)state;
	assert_reference("draft-report-addendum-2018.txt", 4);
}

/* --- follow-ups --- */

static void an_import_keeps_letter_body_and_report(void **state)
{
	struct follow_up_row row;

	(void)state;
	assert_string_equal(fixture_do(&fixture, import_line(harbours, "--item 2")),
		"harbours-2011.txt: 28 recommendations, (a) to (bb)");
	row = row_of(3);
	assert_string_equal(row.label, "(c)");
	assert_string_equal(row.body, "Working Group on Lights");
	assert_string_equal(row.symbol, "HARB/WG.1/2011/6");
	assert_string_equal(row.adopted, "2011-11-09");
	assert_string_equal(row.item_printed, "2");
	assert_int_equal(row.state, FOLLOW_UP_UNKNOWN);
}

static void an_import_that_was_made_is_not_made_twice(void **state)
{
	(void)state;
	fixture_do(&fixture, import_line(canals, ""));
	assert_string_equal(fixture_refused(&fixture, import_line(canals, "")),
		"all 4 recommendations of canals-2019-add.txt are there already");
	fixture_do(&fixture, "follow-up delete f2");
	assert_string_equal(fixture_do(&fixture, import_line(canals, "")),
		"canals-2019-add.txt: 4 recommendations, 1 to 4, 3 there already");
}

static void what_is_not_understood_is_listed(void **state)
{
	const char *output;

	(void)state;
	output = output_of("recommendation import tests/exchange/reported/bells-2014.html");
	assert_non_null(strstr(output, "bells-2014.html:13: not taken over"));
	assert_non_null(strstr(output, "3. The representative of Avalon thanked the Chair."));
}

static void a_document_without_recommendations_is_refused_with_the_reason(void **state)
{
	(void)state;
	assert_non_null(strstr(fixture_refused(&fixture, "recommendation import "
							 "tests/exchange/reported/no-chapter.txt"),
		"has no chapter of recommendations"));
	assert_non_null(
		strstr(fixture_refused(&fixture, "recommendation import "
						 "tests/exchange/reported/empty-chapter.txt"),
			"its chapter at line 9"));
}

static void showing_saves_nothing(void **state)
{
	const char *before = fixture_dump(&fixture);

	(void)state;
	assert_string_equal(fixture_do(&fixture, import_line(canals, "--show")),
		"canals-2019-add.txt: 4 recommendations, 1 to 4; nothing was saved");
	assert_string_equal(fixture_dump(&fixture), before);
}

static void a_state_and_what_was_done_are_kept(void **state)
{
	struct follow_up_action_row *rows;
	size_t count;

	(void)state;
	fixture_do(&fixture, "follow-up add 'Requests the Secretariat to report.' --label '(c)'");
	assert_string_equal(
		fixture_do(&fixture, "follow-up state f1 in-progress"), "f1: in progress");
	fixture_do(&fixture, "follow-up action f1 A draft was made --by 'the Secretariat'"
			     " --document d1 --paragraph 12");
	assert_int_equal(row_of(1).state, FOLLOW_UP_IN_PROGRESS);
	rows = store_follow_up_actions(
		fixture.store, fixture.desk.session, row_of(1).id, &fixture.arena, &count);
	assert_int_equal(count, 1);
	assert_string_equal(rows[0].text, "A draft was made");
	assert_string_equal(rows[0].by_whom, "the Secretariat");
	assert_string_equal(rows[0].paragraph, "12");
	assert_string_equal(fixture_refused(&fixture, "follow-up action f1 Done --paragraph 3"),
		"a paragraph is one of a document: --document");
	assert_string_equal(fixture_refused(&fixture, "follow-up strike f1 2"),
		"f1 has 1 action: there is none of number 2");
}

static void search_finds_it_by_its_words_and_by_what_was_done(void **state)
{
	struct hit_row *hits;
	size_t count;

	(void)state;
	fixture_do(&fixture, import_line(harbours, ""));
	fixture_do(&fixture, "follow-up action f3 The pilots were paid --by 'the Fund'");
	hits = store_search(
		fixture.store, fixture.desk.session, "pilots fund", 10, &fixture.arena, &count);
	assert_int_equal(count, 1);
	assert_true(hits[0].kind == HIT_FOLLOW_UP && hits[0].number == 3);
	assert_string_equal(hits[0].name, "Working Group on Lights");
	fixture_do(&fixture, "follow-up strike f3 1");
	store_search(
		fixture.store, fixture.desk.session, "pilots fund", 10, &fixture.arena, &count);
	assert_int_equal(count, 0);
	store_search(fixture.store, fixture.desk.session, "storm 1998", 10, &fixture.arena, &count);
	assert_int_equal(count, 1);
	fixture_do(&fixture, "undo");
	store_search(
		fixture.store, fixture.desk.session, "pilots fund", 10, &fixture.arena, &count);
	assert_int_equal(count, 1);
}

static void what_was_read_badly_is_corrected(void **state)
{
	(void)state;
	fixture_do(&fixture, import_line(harbours, ""));
	assert_string_equal(
		fixture_do(&fixture, "follow-up edit f3 --text 'Welcomes the offer' --item 2 "
				     "--adopted 2011-11-08"),
		"f3 changed");
	assert_string_equal(row_of(3).text, "Welcomes the offer");
	assert_string_equal(row_of(3).label, "(c)");
	assert_string_equal(row_of(3).adopted, "2011-11-08");
	assert_string_equal(row_of(3).item_printed, "2");
	fixture_do(&fixture, "follow-up edit f3 --symbol '' --adopted ''");
	assert_null(row_of(3).symbol);
	assert_null(row_of(3).adopted);
	assert_string_equal(row_of(3).text, "Welcomes the offer");
}

static void what_a_session_adopted_is_carried_over(void **state)
{
	(void)state;
	fixture_do(&fixture, "set chapeau 'The Working Group:'");
	fixture_do(&fixture, "recommendation propose 'encourages States;'");
	fixture_do(&fixture, "recommendation propose 'requests nothing'");
	fixture_do(&fixture, "recommendation propose 'Requests the Secretariat to report.'");
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "recommendation adopt r1");
	fixture_do(&fixture, "recommendation adopt r3");
	fixture_do(&fixture, "session copy later");
	assert_string_equal(
		fixture_do(&fixture, "follow-up carry 2012-10-17-wg-technical-assistance"),
		"2 carried over from 2012-10-17-wg-technical-assistance");
	assert_string_equal(row_of(2).label, "(b)");
	assert_string_equal(row_of(2).text, "Requests the Secretariat to report");
	assert_string_equal(row_of(2).ending, ".");
	assert_string_equal(row_of(2).report,
		"Report on the meeting of the Working Group of Government Experts on Technical "
		"Assistance held in Vienna on 17 and 18 October 2012");
	assert_string_equal(row_of(1).ending, ";");
	assert_string_equal(
		fixture_do(&fixture, "follow-up carry 2012-10-17-wg-technical-assistance"),
		"0 carried over from 2012-10-17-wg-technical-assistance, 2 there already");
	assert_non_null(strstr(output_of("follow-up print"),
		"The Working Group:\n\n(a) Encourages States;\n\n(b) Requests the Secretariat"));
}

/* --- drafts and versions --- */

static void drafts_have_the_style_and_the_file_of_their_report(void **state)
{
	struct recommendation_row *rows;
	struct history_row *history;
	size_t count, events;

	(void)state;
	assert_string_equal(fixture_do(&fixture, import_line(canals, "--draft --body wg3")),
		"r1 to r4 drafted from canals-2019-add.txt: 4 recommendations, 1 to 4");
	rows = store_recommendations(fixture.store, fixture.desk.session, &fixture.arena, &count);
	assert_int_equal(count, 4);
	assert_int_equal(rows[0].state, RECOMMENDATION_DRAFT);
	history = store_recommendation_history(fixture.store, rows[0].id, &fixture.arena, &events);
	assert_int_equal(events, 1);
	assert_string_equal(history[0].how, "file");
	assert_string_equal(history[0].file, "canals-2019-add.txt");
}

static void propose_two(void)
{
	fixture_do(&fixture, "recommendation propose 'Encourages States'");
	fixture_do(&fixture, "recommendation propose 'Requests the Secretariat to report'");
}

static void a_new_version_is_shown_before_it_is_taken(void **state)
{
	static const char line[] =
		"recommendation import tests/command/data/r1.txt --as-version r1";

	(void)state;
	propose_two();
	assert_string_equal(fixture_refused(&fixture, line),
		"Save this as the new version of r1? (yes: --anyway)");
	assert_string_equal(fixture.output, "(a) of r1.txt, line 1, found by its letter\n"
					    "Encourages [+all+] States [+parties+]\n");
	assert_string_equal(text_of(1).text, "Encourages States");
	assert_string_equal(fixture_do(&fixture, import_line("tests/command/data/r1.txt",
							 "--as-version r1 --anyway")),
		"r1 has the text of r1.txt");
	assert_string_equal(text_of(1).text, "Encourages all States parties");
}

static void a_new_version_is_found_by_its_words_where_its_letter_has_changed(void **state)
{
	(void)state;
	propose_two();
	fixture_do(&fixture, "recommendation move r2 1");
	assert_non_null(strstr(output_of("recommendation import tests/command/data/r1.txt"
					 " --as-version r1 --show"),
		"(a) of r1.txt, line 1, found by its words\n"));
	assert_string_equal(text_of(1).text, "Encourages States");
	assert_non_null(strstr(fixture_refused(&fixture, "recommendation import tests/command/"
							 "data/r1.txt --as-version r2"),
		"has r2 as it is here"));
}

static void tracked_changes_of_a_docx_are_taken_as_accepted(void **state)
{
	static const char line[] =
		"recommendation import tests/command/data/r1-tracked.docx --as-version r1 --show";

	(void)state;
	propose_two();
	assert_string_equal(output_of(line), "(a) of r1-tracked.docx, line 1, found by its letter\n"
					     "A  [-Member-]\nA  [+parties+]\n"
					     "Encourages [+all+] States [+parties+]\n");
	/* In r2 "consider" was struck out for "report". */
	assert_non_null(
		strstr(fixture_refused(&fixture, import_line("tests/command/data/r1-tracked.docx",
							 "--as-version r2 --anyway")),
			"has r2 as it is here"));
}

static void what_is_locked_takes_no_new_version(void **state)
{
	(void)state;
	propose_two();
	fixture_do(&fixture, "meeting open");
	fixture_do(&fixture, "recommendation adopt r1");
	assert_non_null(strstr(fixture_refused(&fixture, "recommendation import tests/command/"
							 "data/r1.txt --as-version r1 --anyway"),
		"its text is locked; recommendation reopen r1 first"));
}

int main(void)
{
#define ON_A_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		ON_A_DESK(a_report_is_printed_again_as_it_is),
		ON_A_DESK(an_addendum_of_two_bodies_is_printed_again_as_it_is),
		ON_A_DESK(the_report_of_2010_is_printed_again_as_it_is),
		ON_A_DESK(the_addendum_of_2018_is_printed_again_as_it_is),
		ON_A_DESK(an_import_keeps_letter_body_and_report),
		ON_A_DESK(an_import_that_was_made_is_not_made_twice),
		ON_A_DESK(what_is_not_understood_is_listed),
		ON_A_DESK(a_document_without_recommendations_is_refused_with_the_reason),
		ON_A_DESK(showing_saves_nothing),
		ON_A_DESK(a_state_and_what_was_done_are_kept),
		ON_A_DESK(search_finds_it_by_its_words_and_by_what_was_done),
		ON_A_DESK(what_was_read_badly_is_corrected),
		ON_A_DESK(what_a_session_adopted_is_carried_over),
		ON_A_DESK(drafts_have_the_style_and_the_file_of_their_report),
		ON_A_DESK(a_new_version_is_shown_before_it_is_taken),
		ON_A_DESK(a_new_version_is_found_by_its_words_where_its_letter_has_changed),
		ON_A_DESK(tracked_changes_of_a_docx_are_taken_as_accepted),
		ON_A_DESK(what_is_locked_takes_no_new_version),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
