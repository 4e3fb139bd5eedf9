/* SPDX-License-Identifier: MIT */
/*
 * A text that comes back: it was made on a version, and what has changed since stays. What
 * both have changed is shown, and nothing of it is written over unasked.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "store/recommendation.h"
#include "support/command/fixture.h"

#define FIRST "Encourages States to sign the treaty and to report on it"
#define NIGHT "tests/command/data/night.docx"

static struct fixture fixture;
static char path[] = "/tmp/returned-XXXXXX";

static int open_desk(void **state)
{
	(void)state;
	memcpy(path + strlen(path) - 6, "XXXXXX", 6);
	int fd = mkstemp(path);
	if (fd < 0 || close(fd) != 0)
		return -1;
	fixture_open(&fixture);
	fixture_do(&fixture, "recommendation propose '" FIRST "'");
	fixture_do(&fixture, "recommendation propose 'Requests the Secretariat to consider'");
	return 0;
}

static int close_desk(void **state)
{
	(void)state;
	fixture_close(&fixture);
	unlink(path);
	return 0;
}

static const char *line_of(const char *before, const char *file, const char *behind)
{
	return arena_printf(&fixture.arena, "%s '%s' %s", before, file, behind);
}

static const char *import(const char *text, const char *options)
{
	struct err err = {0};

	if (!file_write(path, text, strlen(text), &err))
		fail_msg("%s", err.text);
	return line_of("recommendation import", path, options);
}

static const char *output_of(const char *line)
{
	const char *reply;

	fixture_try(&fixture, line, &reply);
	return fixture.output;
}

static struct recommendation_row row_of(int number)
{
	struct recommendation_row row;
	int64_t id = store_recommendation_find(fixture.store, fixture.desk.session, number);

	assert_true(store_recommendation(fixture.store, id, &fixture.arena, &row));
	return row;
}

static void says(const char *text, const char *words)
{
	if (!strstr(text, words))
		fail_msg("“%s” is not in “%s”", words, text);
}

/* --- what it was made on --- */

static void what_changed_since_the_non_paper_stays(void **state)
{
	(void)state;
	fixture_do(&fixture, "non-paper cut");
	fixture_do(&fixture, "recommendation edit r1 'Encourages all States to sign the treaty "
			     "and to report on it'");
	says(fixture_do(&fixture, import("(a) Encourages States to sign the treaty soon and to "
					 "report on it;\n",
					  "--as-version r1 --anyway")),
		", which was made on version 1 (non-paper 1)");
	assert_string_equal(row_of(1).text,
		"Encourages all States to sign the treaty soon and to report on it");
	assert_int_equal(row_of(1).version, 3);
}

static void without_a_non_paper_it_is_made_on_the_text_as_it_is(void **state)
{
	(void)state;
	fixture_do(&fixture, "recommendation edit r1 'Encourages all States to sign it'");
	fixture_do(
		&fixture, import("Encourages States to sign it soon", "--as-version r1 --anyway"));
	assert_string_equal(row_of(1).text, "Encourages States to sign it soon");
}

static void the_version_that_it_was_made_on_can_be_said(void **state)
{
	(void)state;
	fixture_do(&fixture, "recommendation edit r1 'Encourages all States to sign the treaty "
			     "and to report on it'");
	fixture_do(&fixture, import("Encourages States to sign the treaty soon and to report on it",
				     "--as-version r1 --base 1 --anyway"));
	assert_string_equal(row_of(1).text,
		"Encourages all States to sign the treaty soon and to report on it");
	says(fixture_refused(&fixture, import("Notes it", "--as-version r1 --base 9 --anyway")),
		"r1 has no version 9");
	says(fixture_refused(&fixture, import("Notes it", "--base 1")),
		"--base goes with --as-version");
}

static void its_own_tracked_changes_show_what_it_was_made_on(void **state)
{
	(void)state;
	fixture_do(&fixture, "recommendation edit r1 'Encourages all States to sign the treaty "
			     "and to report on it'");
	fixture_do(&fixture, "non-paper cut"); /* but the file is of the version before */
	says(fixture_do(
		     &fixture, line_of("recommendation import", NIGHT, "--as-version r1 --anyway")),
		"which was made on version 1");
	assert_string_equal(
		row_of(1).text, "Encourages all States to sign the treaty soon and to review it");
}

/* --- conflicts --- */

static void what_both_have_changed_is_shown_and_not_written_over(void **state)
{
	const char *line;

	(void)state;
	fixture_do(&fixture, "non-paper cut");
	fixture_do(&fixture, "recommendation edit r1 'Encourages States to sign the treaty and to "
			     "write about it'");
	line = import(
		"Encourages States to sign the treaty and to think about it", "--as-version r1");
	says(fixture_refused(&fixture, line), "has been changed meanwhile, in 1 place");
	says(output_of(line), "“report on”: now “write about”, returned-");
	says(output_of(line), " “think about”\n");
	says(row_of(1).text, "write about it");
	fixture_do(&fixture, import("Encourages States to sign the treaty and to think about it",
				     "--as-version r1 --anyway"));
	says(row_of(1).text, "think about it");
}

/* --- what comes of it --- */

static void a_draft_that_came_back_is_under_negotiation(void **state)
{
	(void)state;
	assert_int_equal(row_of(1).state, RECOMMENDATION_DRAFT);
	fixture_do(&fixture, import("Notes it", "--as-version r1 --anyway"));
	assert_int_equal(row_of(1).state, RECOMMENDATION_NEGOTIATED);
	fixture_do(&fixture, "recommendation agree r1");
	fixture_do(&fixture, import("Notes all of it", "--as-version r1 --anyway"));
	assert_int_equal(row_of(1).state, RECOMMENDATION_AGREED);
	fixture_do(&fixture, "undo");
	fixture_do(&fixture, "undo");
	fixture_do(&fixture, "undo");
	assert_int_equal(row_of(1).state, RECOMMENDATION_DRAFT);
	assert_string_equal(row_of(1).text, FIRST);
}

static void labels_signs_and_quotation_marks_of_paper_are_no_changes(void **state)
{
	(void)state;
	fixture_do(&fixture,
		"recommendation propose \"urges States:\nto sign the Chair's paper\nto "
		"report.\"");
	says(fixture_refused(&fixture, import("(c) Urges States:\n\n(i) To sign the Chair’s "
					      "paper;\n\n(ii) To report.\n",
					       "--as-version r3 --anyway")),
		"as it is here: nothing to save");
	fixture_do(&fixture, import("(c) Urges States:\n\n(i) To sign the Chair’s paper;\n\n"
				    "(ii) To meet;\n\n(iii) To report.\n",
				     "--as-version r3 --anyway"));
	assert_string_equal(
		row_of(3).text, "urges States:\nTo sign the Chair’s paper\nTo meet\nTo report");
}

/* "encourages" was typed small, and is printed as "Encourages". */
static void the_capital_that_paper_gives_is_no_change(void **state)
{
	(void)state;
	fixture_do(&fixture, "recommendation propose 'encourages States to sign'");
	fixture_do(&fixture, import("Encourages States to sign it", "--as-version r3 --anyway"));
	assert_string_equal(row_of(3).text, "encourages States to sign it");
	fixture_do(&fixture, import("Urges States to sign it", "--as-version r3 --anyway"));
	assert_string_equal(row_of(3).text, "Urges States to sign it");
}

/* As it was printed here, whatever the format: nothing was changed. */
static void what_was_exported_comes_back_as_it_was(void **state)
{
	static const char *const formats[] = {"text", "html", "docx"};

	(void)state;
	fixture_do(&fixture,
		"recommendation propose \"Urges States:\nto ratify it, namely:\n- the protocol\n"
		"- the convention\nto report on it\"");
	fixture_do(&fixture, "recommendation propose 'Notes the *travaux* of it'");
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		fixture_do(
			&fixture, arena_printf(&fixture.arena,
					  "recommendation export --format %s --file '%s' --anyway",
					  formats[i], path));
		for (int number = 1; number <= 4; number++)
			says(fixture_refused(&fixture,
				     arena_printf(&fixture.arena,
					     "recommendation import '%s' --as-version r%d", path,
					     number)),
				"as it is here: nothing to save");
	}
}

/* --- what is shown --- */

static void tracked_changes_are_shown_by_author_and_date(void **state)
{
	const char *shown;

	(void)state;
	shown = output_of(line_of("recommendation import", NIGHT, "--as-version r1 --show"));
	says(shown, "2012-10-17 21:04  A. Benin  [+soon+]\n");
	says(shown, "2012-10-17 23:40  C. Chile  [-report on-]\n");
	says(shown, "2012-10-17 23:40  C. Chile  [+review+]\n");
	says(shown,
		"Encourages States to sign the treaty [+soon+] and to [-report on-] [+review+] it\n");
	assert_null(strstr(shown, "consider")); /* of another text */
	assert_int_equal(row_of(1).version, 1);
}

static void the_file_and_what_comes_of_it_are_shown_where_they_differ(void **state)
{
	const char *shown;

	(void)state;
	fixture_do(&fixture, "non-paper cut");
	fixture_do(&fixture, "recommendation edit r1 'Encourages all States to sign the treaty "
			     "and to report on it'");
	shown = output_of(import(
		"Encourages States to sign the treaty and to report", "--as-version r1 --show"));
	says(shown, "Encourages [-all-] States to sign the treaty and to report [-on it-]\n");
	says(shown, "Encourages all States to sign the treaty and to report [-on it-]\n");
}

/* --- typed or pasted --- */

static void a_text_that_was_pasted_is_merged_too(void **state)
{
	(void)state;
	fixture_do(&fixture, "recommendation edit r1 'Encourages all States to sign the treaty "
			     "and to report on it'");
	says(fixture_do(&fixture, "recommendation edit r1 'Encourages States to sign the treaty "
				  "soon and to report on it' --base 1"),
		"r1 changed");
	assert_string_equal(row_of(1).text,
		"Encourages all States to sign the treaty soon and to report on it");
	assert_int_equal(row_of(1).state, RECOMMENDATION_NEGOTIATED);
	says(fixture_refused(&fixture,
		     "recommendation edit r1 'Encourages few States to sign the treaty and to "
		     "report on it' --base 1"),
		"has been changed meanwhile");
}

int main(void)
{
#define ON_A_DESK(test) cmocka_unit_test_setup_teardown(test, open_desk, close_desk)
	const struct CMUnitTest tests[] = {
		ON_A_DESK(what_changed_since_the_non_paper_stays),
		ON_A_DESK(without_a_non_paper_it_is_made_on_the_text_as_it_is),
		ON_A_DESK(the_version_that_it_was_made_on_can_be_said),
		ON_A_DESK(its_own_tracked_changes_show_what_it_was_made_on),
		ON_A_DESK(what_both_have_changed_is_shown_and_not_written_over),
		ON_A_DESK(a_draft_that_came_back_is_under_negotiation),
		ON_A_DESK(labels_signs_and_quotation_marks_of_paper_are_no_changes),
		ON_A_DESK(the_capital_that_paper_gives_is_no_change),
		ON_A_DESK(what_was_exported_comes_back_as_it_was),
		ON_A_DESK(tracked_changes_are_shown_by_author_and_date),
		ON_A_DESK(the_file_and_what_comes_of_it_are_shown_where_they_differ),
		ON_A_DESK(a_text_that_was_pasted_is_merged_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
