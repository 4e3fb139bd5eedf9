/* SPDX-License-Identifier: MIT */
/* Language, style and words of the report of a session, by commands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "exchange/embedded.h"
#include "support/command/one_desk.h"

static void expect(const char *words, bool there)
{
	const char *text = report_text();

	if ((strstr(text, words) != NULL) != there)
		fail_msg("%s: %s", there ? "not in the report" : "in the report", words);
}

static void a_style_is_chosen_listed_and_undone(void **state)
{
	(void)state;
	assert_string_equal(fixture_do(&fixture, "report style"), "report style: vienna");
	expect("IV. Organization of the meeting", true);
	assert_string_equal(fixture_do(&fixture, "report style short"), "report style: short");
	expect("Organization of the meeting", false);
	expect("III. Summary of the deliberations", true);
	fixture_do(&fixture, "undo");
	expect("IV. Organization of the meeting", true);
	assert_string_equal(fixture_refused(&fixture, "report style long"),
		"there is no report style 'long': report style");
}

static void a_body_may_have_a_style_of_its_own(void **state)
{
	(void)state;
	assert_string_equal(fixture_do(&fixture, "report style short --body wg2"),
		"report style: short for wg2");
	fixture_do(&fixture, "report style session");
	expect("III. Summary of the deliberations", true);
}

static void a_formula_is_changed_in_this_session_alone(void **state)
{
	(void)state;
	assert_string_equal(
		fixture_do(&fixture, "report formula HEAD-DOC papers"), "HEAD-DOC: papers");
	expect("E. Papers", true);
	fixture_do(&fixture, "undo");
	expect("E. Documentation", true);
	assert_string_equal(output_of("report formula HEAD-OPEN"),
		"HEAD-OPEN: opening of the {bodies|meeting|meetings}\n"
		"fields: {bodies} {bodies|one|several} {of_bodies}\n");
	assert_string_equal(fixture_refused(&fixture, "report formula HEAD-DOC '{papers}'"),
		"HEAD-DOC has no field {papers}; it may have bodies bodies| of_bodies");
	assert_string_equal(fixture_refused(&fixture, "report formula HEAD-DOCS"),
		"there is no formula HEAD-DOCS; did you mean HEAD-DOC?");
}

static void a_style_is_a_formula_with_bars(void **state)
{
	(void)state;
	fixture_do(&fixture, "report formula style.mine 'title TITLE | attendance 1 who came'");
	fixture_do(&fixture, "report style mine");
	expect("I. Who came", true);
	expect("Documentation", false);
	assert_string_equal(
		fixture_refused(&fixture, "report formula style.mine 'title TITLE | atendance'"),
		"there is no section 'atendance'; did you mean 'attendance'?");
}

static void a_language_that_is_not_there_is_refused(void **state)
{
	(void)state;
	assert_string_equal(
		fixture_do(&fixture, "report language"), "the report is written in English");
	assert_string_equal(
		fixture_do(&fixture, "report language French"), "the report is written in French");
	expect("Participation", true);
	fixture_do(&fixture, "report formula HEAD-ATT 'qui était là'");
	expect("Qui était là", true);
	fixture_do(&fixture, "report language en");
	expect("Attendance", true);
	assert_non_null(strstr(fixture_refused(&fixture, "report language xx"),
		"there are no words of reports in 'xx'"));
}

/* The embedded English, with one text in it changed, as the user's copy. */
static void a_session_in_french_has_its_report_in_french(void **state)
{
	(void)state;
	expect("Original: English", true);
	fixture_do(&fixture, "session set language French");
	expect("Projet de rapport sur la réunion", true);
	expect("Original\u00A0: français", true);
	/* What was chosen holds, whatever the documents are in. */
	fixture_do(&fixture, "report language es");
	expect("Proyecto de informe sobre la reunión", true);
	expect("Original: francés", true);
}

static void write_copy(const char *folder, const char *from, const char *to)
{
	const struct embedded *file = embedded_files;
	struct str path, text;
	struct err err;

	while (strcmp(file->name, "report.yaml") != 0)
		file++;
	str_init(&path);
	str_init(&text);
	str_addn(&text, (const char *)file->data, file->length);
	const char *at = strstr(text.text, from);
	assert_non_null(at);
	size_t offset = (size_t)(at - text.text);
	str_remove(&text, offset, strlen(from));
	str_insert(&text, offset, to, strlen(to));
	str_addf(&path, "%s/rapporteur", folder);
	assert_true(file_make_folders(path.text, &err));
	str_add(&path, "/report.yaml");
	assert_true(file_write(path.text, text.text, text.length, &err));
	str_clear(&path);
	str_clear(&text);
}

static void a_session_keeps_its_words_when_the_file_changes(void **state)
{
	char folder[] = "/tmp/rapporteur-tests.XXXXXX";
	const char *before = getenv("XDG_CONFIG_HOME");
	char *was = before ? strdup(before) : NULL;

	(void)state;
	assert_non_null(mkdtemp(folder));
	setenv("XDG_CONFIG_HOME", folder, 1);
	write_copy(folder, "HEAD-DOC: \"documentation\"", "HEAD-DOC: \"next year’s papers\"");
	expect("E. Documentation", true);
	fixture_do(&fixture, "report language en --again");
	expect("E. Next year’s papers", true);
	fixture_do(&fixture, "undo");
	expect("E. Documentation", true);

	/* A new session has the words and the order of the copy. */
	write_copy(folder, "    - statements 2 HEAD-STAT\n    - agenda 2 HEAD-AGENDA\n",
		"    - agenda 2 what was to be done\n    - statements 2 HEAD-STAT\n");
	fixture_do(&fixture,
		"agenda load agendas/2012-10-17-wg-technical-assistance.yaml --id another");
	expect("B. What was to be done", true);
	expect("C. Statements", true);
	write_copy(folder, "HEAD-DOC: \"documentation\"", "HEAD-DO: \"documentation\"");
	assert_non_null(strstr(fixture_refused(&fixture, "report language en --again"),
		"the formula HEAD-DOC is missing"));
	if (was)
		setenv("XDG_CONFIG_HOME", was, 1);
	else
		unsetenv("XDG_CONFIG_HOME");
	free(was);
	unlink(arena_printf(&fixture.arena, "%s/rapporteur/report.yaml", folder));
	rmdir(arena_printf(&fixture.arena, "%s/rapporteur", folder));
	rmdir(folder);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_style_is_chosen_listed_and_undone),
		TEST(a_body_may_have_a_style_of_its_own),
		TEST(a_formula_is_changed_in_this_session_alone),
		TEST(a_style_is_a_formula_with_bars),
		TEST(a_language_that_is_not_there_is_refused),
		TEST(a_session_in_french_has_its_report_in_french),
		TEST(a_session_keeps_its_words_when_the_file_changes),
	};

	return cmocka_run_group_tests_name("command/report", tests, NULL, NULL);
}
