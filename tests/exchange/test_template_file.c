/* SPDX-License-Identifier: MIT */
/* The words of reports as files: the embedded ones, a copy, and what is wrong with one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "exchange/embedded.h"
#include "exchange/template_file.h"

static struct template template;
static struct messages messages;
static struct str said;

static int begin(void **state)
{
	(void)state;
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	template_init(&template);
	messages_init(&messages, "");
	str_init(&said);
	return 0;
}

static int end(void **state)
{
	(void)state;
	template_clear(&template);
	messages_clear(&messages);
	str_clear(&said);
	return 0;
}

static void the_embedded_english_is_read_without_a_word(void **state)
{
	(void)state;
	assert_true(template_file_read("en", &template, &messages));
	messages_format(&messages, &said);
	assert_string_equal(said.text, "");
	assert_string_equal(template.language, "en");
	for (size_t i = 0; i < template_key_count; i++)
		assert_true(template.texts[i] || template_keys[i].optional);
	assert_string_equal(template_text(&template, "HEAD-DOC"), "documentation");
}

static void a_language_that_is_not_there_is_said(void **state)
{
	(void)state;
	assert_false(template_file_read("xx", &template, &messages));
	messages_format(&messages, &said);
	assert_string_equal(said.text, ": there are no words of reports in 'xx'\n");
	template_file_any("../en", &template);
	assert_string_equal(template.language, "en");
}

/* --- what is wrong with a file --- */

/* The embedded file with one thing after another in it changed. */
static void change(struct str *text, const char *from, const char *to)
{
	char *at = strstr(text->text, from);

	assert_non_null(at);
	size_t offset = (size_t)(at - text->text);
	str_remove(text, offset, strlen(from));
	str_insert(text, offset, to, strlen(to));
}

static void embedded(struct str *text)
{
	const struct embedded *file = embedded_files;

	while (strcmp(file->name, "report.yaml") != 0)
		file++;
	str_addn(text, (const char *)file->data, file->length);
}

/* What is said of a text, without the lines on what is missing; how many those are. */
static size_t parse(const char *text)
{
	size_t missing = 0;

	assert_false(template_file_parse("f", text, strlen(text), &template, &messages));
	for (size_t i = 0; i < messages.count;) {
		char *found = messages.all[i].text;
		size_t length = strlen(found), end = strlen(" is missing");
		if (length < end || strcmp(found + length - end, " is missing") != 0) {
			i++;
			continue;
		}
		free(found);
		memmove(&messages.all[i], &messages.all[i + 1],
			(--messages.count - i) * sizeof *messages.all);
		missing++;
	}
	messages_format(&messages, &said);
	return missing;
}

static const char bad[] = "rapporteur: report/1\n"
			  "language: English\n"
			  "formula: 1\n"
			  "formulas:\n"
			  "  more: text\n"
			  "  headings:\n"
			  "    HEAD-INTR: introduction\n"
			  "    HEAD-SUM: summary of {deliberations}\n"
			  "    HEAD-ITEM: \"{title}[ {bracket}\"\n"
			  "    HEAD-DOC: documentation\n"
			  "    HEAD-STAT:\n"
			  "    HEAD-ORG: [one, two]\n"
			  "  again:\n"
			  "    HEAD-DOC: papers\n";

static const char bad_messages[] =
	"f:2:11: 'language' must be a short tag in small letters, like en, not 'English'\n"
	"f:3:1: unknown key 'formula'; did you mean 'formulas'?\n"
	"f:5:9: 'more' must be a mapping of formulas\n"
	"f:7:5: there is no formula 'HEAD-INTR'; did you mean 'HEAD-INTRO'?\n"
	"f:8:15: HEAD-SUM has no field {deliberations}; it may have bodies bodies| of_bodies\n"
	"f:9:16: HEAD-ITEM: a '[' is not closed by ']'\n"
	"f:11:5: a formula must be a text, not nothing\n"
	"f:12:15: a formula must be a text, not a list\n"
	"f:14:15: formula 'HEAD-DOC' is there twice\n";

static void all_that_is_wrong_is_said_at_once(void **state)
{
	size_t optional = 0;

	(void)state;
	for (size_t i = 0; i < template_key_count; i++)
		optional += template_keys[i].optional;
	assert_int_equal(parse(bad), template_key_count - optional - 5);
	assert_string_equal(said.text, bad_messages);
}

static void a_formula_that_is_missing_is_named(void **state)
{
	struct str text = STR_EMPTY;

	(void)state;
	embedded(&text);
	change(&text, "    HEAD-DOC: \"documentation\"\n", "");
	assert_false(template_file_parse("f", text.text, text.length, &template, &messages));
	assert_int_equal(messages.count, 1);
	assert_string_equal(messages.all[0].text, "the formula HEAD-DOC is missing");
	str_clear(&text);
}

static void a_file_of_something_else_gets_one_sentence(void **state)
{
	(void)state;
	assert_int_equal(parse("rapporteur: rules/1\n"), 0);
	assert_string_equal(said.text,
		"f:1:13: this is no report file ('rapporteur: report/1') but 'rules/1'\n");
}

static void the_copy_in_the_config_folder_wins(void **state)
{
	char folder[] = "/tmp/rapporteur-tests.XXXXXX";
	struct str path = STR_EMPTY, text = STR_EMPTY;
	struct err err;

	(void)state;
	assert_non_null(mkdtemp(folder));
	setenv("XDG_CONFIG_HOME", folder, 1);
	str_addf(&path, "%s/rapporteur", folder);
	assert_true(file_make_folders(path.text, &err));
	str_add(&path, "/report.yaml");
	embedded(&text);
	change(&text, "HEAD-DOC: \"documentation\"", "HEAD-DOC: \"papers\"");
	assert_true(file_write(path.text, text.text, text.length, &err));
	assert_true(template_file_read("en", &template, &messages));
	assert_string_equal(template_text(&template, "HEAD-DOC"), "papers");

	/* One that is not as it should be is left for the program's own. */
	change(&text, "HEAD-DOC: ", "HEAD-DO: ");
	assert_true(file_write(path.text, text.text, text.length, &err));
	template_file_any("en", &template);
	assert_string_equal(template_text(&template, "HEAD-DOC"), "documentation");
	unlink(path.text);
	*strrchr(path.text, '/') = '\0';
	rmdir(path.text);
	rmdir(folder);
	str_clear(&path);
	str_clear(&text);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_embedded_english_is_read_without_a_word),
		TEST(a_language_that_is_not_there_is_said),
		TEST(all_that_is_wrong_is_said_at_once),
		TEST(a_formula_that_is_missing_is_named),
		TEST(a_file_of_something_else_gets_one_sentence),
		TEST(the_copy_in_the_config_folder_wins),
	};

	return cmocka_run_group_tests_name("exchange/template_file", tests, NULL, NULL);
}
