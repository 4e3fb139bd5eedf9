/* SPDX-License-Identifier: MIT */
/* A language that somebody adds: a file in the config folder, and the program writes
 * reports in it; what is wrong with the file is said all at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/str.h"
#include "support/cli/one_program.h"

/* The Spanish file with another tag and another word for its chapters. */
static void add_language(struct program *p, const char *heading)
{
	const char *spanish = program_read(p, "agendas/data/report.es.yaml");
	const char *at = strstr(spanish, "language: es");
	const char *intro = strstr(spanish, "HEAD-INTRO:");
	struct str text;

	assert_non_null(at);
	assert_non_null(intro);
	str_init(&text);
	str_addn(&text, spanish, (size_t)(at - spanish));
	str_add(&text, "language: qx");
	at += strlen("language: es");
	str_addn(&text, at, (size_t)(intro - at));
	str_addf(&text, "HEAD-INTRO: \"%s\"", heading);
	str_add(&text, strchr(intro, '\n'));
	program_file(p, "rapporteur/report.qx.yaml", text.text);
	str_clear(&text);
}

static void a_file_is_enough_for_a_fourth_language(void **state)
{
	struct program *p = *state;

	add_language(p, "kuluma");
	assert_string_equal(program_does(p, "do", "report", "language", "qx", NULL),
		"the report is written in qx\n");
	program_run(p, "report", NULL);
	assert_int_equal(p->status, 0);
	assert_contains(p->out, "\nI. Kuluma\n");
	program_run(p, "report", "--language", "en", NULL);
	assert_contains(p->out, "\nI. Introduction\n");
	program_run(p, "report", "--format", "html", NULL);
	assert_contains(p->out, "<html lang=\"qx\">");
}

static void a_copy_is_begun_with_what_is_there(void **state)
{
	struct program *p = *state;
	const char *path = program_path(p, "rapporteur/report.fr.yaml");

	assert_contains(
		program_does(p, "do", "report", "words", NULL), "HEAD-INTRO: \"introduction\"");
	program_does(p, "do", "report", "words", path, "--language", "French", NULL);
	assert_contains(program_read(p, path), "language: fr");
	assert_string_equal(program_does(p, "do", "report", "language", "fr", "--again", NULL),
		"the report is written in French, in the words that the file has now\n");
	program_run(p, "do", "report", "words", "--language", "xx", NULL);
	assert_int_equal(p->status, ERR_USAGE);
}

static void all_that_is_wrong_with_a_file_is_said_with_its_place(void **state)
{
	struct program *p = *state;

	add_language(p, "kuluma {what}");
	const char *path = program_path(p, "rapporteur/report.qx.yaml");
	program_run(p, "do", "report", "language", "qx", NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(p->err, "HEAD-INTRO has no field {what}");
	assert_contains(p->err, path);

	program_file(p, "rapporteur/report.qx.yaml",
		"rapporteur: report/1\nlanguage: qx\nformulas:\n  some:\n"
		"    HEAD-INTR: \"kuluma\"\n    HEAD-SUM: \"{what}\"\n"
		"styles:\n  vienna:\n    - tite TITLE\n");
	program_run(p, "do", "report", "language", "qx", NULL);
	assert_int_equal(p->status, ERR_DATA);
	assert_contains(p->err,
		"report.qx.yaml:5:5: there is no formula 'HEAD-INTR'; did you mean 'HEAD-INTRO'?\n");
	assert_contains(p->err, "report.qx.yaml:6:15: HEAD-SUM has no field {what}");
	assert_contains(p->err, "report.qx.yaml:9:7: ");
	assert_contains(p->err, "the formula HEAD-DOC is missing\n");
	assert_contains(p->err, "more errors)\n");
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, program_set_up_session, program_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_enough_for_a_fourth_language),
		TEST(a_copy_is_begun_with_what_is_there),
		TEST(all_that_is_wrong_with_a_file_is_said_with_its_place),
	};
	return cmocka_run_group_tests_name("cli/languages", tests, NULL, NULL);
}
