/* SPDX-License-Identifier: MIT */
/* What all formats share: how a document is recognized, decoded, folded and refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "exchange/reading.h"
#include "exchange/reading_build.h"

static void assert_first(const char *bytes, size_t length, const char *text)
{
	struct reading reading;
	struct err err = {0};

	reading_init(&reading);
	if (!reading_parse(&reading, "a.txt", bytes, length, &err))
		fail_msg("%s", err.text);
	assert_string_equal(reading.paragraphs[0].text, text);
	assert_int_equal(reading.paragraphs[0].line, 1);
	assert_int_equal(reading.line_count, 1);
	reading_clear(&reading);
}

static void assert_refused(const char *bytes, size_t length, const char *sentence)
{
	struct reading reading;
	struct err err = {0};

	reading_init(&reading);
	assert_false(reading_parse(&reading, "a.txt", bytes, length, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_string_equal(err.text, sentence);
	reading_clear(&reading);
}

static void every_encoding_of_a_text_gives_the_same(void **state)
{
	static const char little[] = "\xFF\xFE\xC9\0t\0\xE9\0", big[] = "\xFE\xFF\0\xC9\0t\0\xE9";

	(void)state;
	assert_first("Été", 5, "Été");
	assert_first("\xEF\xBB\xBFÉté", 8, "Été");
	assert_first("\xC9t\xE9", 3, "Été");
	assert_first(little, 8, "Été");
	assert_first(big, 8, "Été");
	assert_first("\x93"
		     "a\x94 \x96 \x80",
		7, "“a” – €");
}

static void blanks_are_single_and_what_is_invisible_goes(void **state)
{
	(void)state;
	assert_first(" a  b \xC2\xA0 c\xE2\x80\xAF", 13, "a b c");
	assert_first("organi\xC2\xADzed\xE2\x80\x8B crime", 20, "organized crime");
}

static void what_is_no_document_says_what_to_do(void **state)
{
	(void)state;
	assert_refused("", 0, "“a.txt” has no text");
	assert_refused(" \n\t\n", 4, "“a.txt” has no text");
	assert_refused("a\0b", 3, "“a.txt”: it is no text document; save it as DOCX or as text");
	assert_refused("{\\rtf1 x}", 9, "“a.txt”: it is in Rich Text Format; save it as DOCX");
	assert_refused("\xD0\xCF\x11\xE0\xA1\xB1", 6,
		"“a.txt”: it is a document of old Word, or locked with a password; "
		"save it as DOCX without one");
}

static void a_document_without_end_is_refused(void **state)
{
	char *lines = malloc(300000);

	(void)state;
	for (size_t i = 0; i < 300000; i += 2)
		memcpy(lines + i, "a\n", 2);
	assert_refused(lines, 300000,
		"“a.txt”: it is too long: more than 100000 paragraphs or 8 MiB of text");
	free(lines);
}

static void cells_of_a_row_stand_in_one_line(void **state)
{
	struct reading reading;

	(void)state;
	reading_init(&reading);
	for (int i = 0; i < 4; i++) {
		struct reading_paragraph *cell = reading_add(&reading, "a", i == 2 ? "1." : NULL);
		cell->table = i < 3;
		cell->row = 1;
		cell->cell = i + 1;
	}
	reading_line_up(&reading);
	assert_int_equal(reading.line_count, 2);
	assert_string_equal(reading.lines[0], "a | a | 1. a");
	assert_int_equal(reading.paragraphs[2].line, 1);
	assert_int_equal(reading.paragraphs[3].last_line, 2);
	reading_clear(&reading);
}

static void a_line_is_shown_as_a_terminal_would(void **state)
{
	struct reading reading;

	(void)state;
	reading_init(&reading);
	assert_int_equal(reading_add_line(&reading, "é\tb\t\x1b[1mc  \r\n", 15), 1);
	assert_string_equal(reading.lines[0], "é       b       [1mc");
	reading_clear(&reading);
}

static double seconds_for(const char *name, const char *piece)
{
	struct reading reading;
	struct str text;
	clock_t start = clock();

	str_init(&text);
	while (text.length < 250000)
		str_add(&text, piece);
	reading_init(&reading);
	reading_parse(&reading, name, text.text, text.length, NULL);
	reading_clear(&reading);
	str_clear(&text);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* What is there again and again: the time must grow with it, and no faster. */
static void nothing_is_slow(void **state)
{
	static const char *const pieces[] = {"[", "<a ", "`a``b", "*a **b ", "[a](", "<!--", "![",
		"_a ", "**a", "&amp", "\\", "> ", "|", "- ", "\t", "[^", "a\n- ", "1. ", "<sup>1",
		"(", "a\tb\n", "a\t", "   ", "a   ", "\f", "a\n\n\f", "2\n", "- 2 -\n", "1\na\n\n",
		"A/B/C/1\n2\n", "10:00-13:00 ", "(a) ", "a-\n", "a,\n", "(over)\n", "17 October ",
		"1 (a)   x   y\n", "Item 1 (a) (b) ", "1.1.1.", "<p>", "<td>", "<ol><li>a</ol>",
		"<pre>a</pre>", "```\na\n```\n"};
	static const char *const names[] = {"a.txt", "a.md", "a.html"};
	const char *patience = getenv("TEST_PATIENCE");
	double most = patience && atof(patience) > 1 ? atof(patience) : 1;

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
		for (size_t k = 0; k < sizeof(names) / sizeof(*names); k++) {
			double seconds = seconds_for(names[k], pieces[i]);
			if (seconds > most)
				fail_msg("“%s” again and again in %s takes %.1f s", pieces[i],
					names[k], seconds);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_encoding_of_a_text_gives_the_same),
		cmocka_unit_test(blanks_are_single_and_what_is_invisible_goes),
		cmocka_unit_test(what_is_no_document_says_what_to_do),
		cmocka_unit_test(a_document_without_end_is_refused),
		cmocka_unit_test(cells_of_a_row_stand_in_one_line),
		cmocka_unit_test(nothing_is_slow),
		cmocka_unit_test(a_line_is_shown_as_a_terminal_would),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
