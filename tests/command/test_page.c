/* SPDX-License-Identifier: MIT */
/* Pages for others: where they go, by format. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "support/command/one_desk.h"

static void a_document_that_is_no_text_goes_into_a_file_from_the_screen(void **state)
{
	(void)state;
	fixture.desk.screen = true;
	assert_string_equal(fixture_refused(&fixture, "sheet order --format docx"),
		"a document in this format goes into a file: name one");
	assert_string_equal(fixture.output, "");
	assert_string_equal(fixture_refused(&fixture, "agenda export --format docx"),
		"a document in this format goes into a file: name one");
	fixture_do(&fixture, "sheet order --format html");
	assert_non_null(strstr(fixture.output, "<html"));
}

static void the_suffix_of_the_file_decides(void **state)
{
	char folder[] = "/tmp/page-XXXXXX";
	static const char *const lines[] = {"sheet '%s/1.docx'", "sheet order '%s/2.docx'",
		"agenda export '%s/3.docx'", "report write '%s/4.docx'",
		"recommendation export r1 --file '%s/5.docx' --as clean"};
	struct err err = {0};
	struct str bytes;

	(void)state;
	str_init(&bytes);
	assert_non_null(mkdtemp(folder));
	fixture_do(
		&fixture, "recommendation propose 'Requests the Secretariat to report' --item 2");
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		char *line = mem_printf("%.*s%s%s", (int)strcspn(lines[i], "%"), lines[i], folder,
			strchr(lines[i], '%') + 2);
		char *path = mem_printf("%s/%zu.docx", folder, i + 1);
		fixture_do(&fixture, line);
		str_reset(&bytes);
		assert_true(file_read(path, 1 << 20, &bytes, &err));
		assert_memory_equal(bytes.text, "PK\3\4", 4);
		assert_non_null(strstr(fixture_refused(&fixture, line), "is there already"));
		unlink(path);
		free(path);
		free(line);
	}
	assert_int_equal(rmdir(folder), 0);
	str_clear(&bytes);
}

/* For this once: the session keeps its own. */
static void a_report_is_written_in_another_form_and_language(void **state)
{
	char folder[] = "/tmp/page-XXXXXX";
	struct err err = {0};
	struct str text;

	(void)state;
	str_init(&text);
	assert_non_null(mkdtemp(folder));
	char *path = mem_printf("%s/a.txt", folder);
	char *line = mem_printf("report write '%s' --style documents --language fr", path);
	fixture_do(&fixture, line);
	assert_true(file_read(path, 1 << 20, &text, &err));
	assert_non_null(strstr(text.text, "Documents dont la réunion"));
	assert_null(strstr(text.text, "Recommandations"));
	unlink(path);
	free(line);
	line = mem_printf("report write '%s' --style document", path);
	assert_non_null(
		strstr(fixture_refused(&fixture, line), "there is no report style 'document'"));
	free(line);
	line = mem_printf("report write '%s' --language tlh", path);
	assert_non_null(strstr(fixture_refused(&fixture, line), "tlh"));
	assert_int_equal(rmdir(folder), 0);
	free(line);
	free(path);
	str_clear(&text);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_document_that_is_no_text_goes_into_a_file_from_the_screen),
		TEST(the_suffix_of_the_file_decides),
		TEST(a_report_is_written_in_another_form_and_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
