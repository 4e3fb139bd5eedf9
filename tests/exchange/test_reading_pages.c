/* SPDX-License-Identifier: MIT */
/* Running heads, page numbers and what else is of the page, by rows of examples. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "exchange/reading_build.h"

/* The expected marks are in the first column of each line: "-" is of the page. */
static void assert_marks(const char *const *rows, size_t count)
{
	const char *lines[64];
	bool of_page[64];

	assert_true(count <= 64);
	for (size_t i = 0; i < count; i++)
		lines[i] = rows[i] + 1;
	reading_mark_pages(lines, count, of_page);
	for (size_t i = 0; i < count; i++)
		if (of_page[i] != (rows[i][0] == '-'))
			fail_msg("line %zu, “%s”, is%s marked", i + 1, lines[i],
				of_page[i] ? "" : " not");
}

#define ASSERT_MARKS(...)                                         \
	do {                                                      \
		const char *const rows[] = {__VA_ARGS__};         \
		assert_marks(rows, sizeof(rows) / sizeof(*rows)); \
	} while (0)

static void heads_that_come_again_are_of_the_page(void **state)
{
	(void)state;
	ASSERT_MARKS(" Committee on Lakes", " Report", " text", "-          1",
		"-\fCommittee on Lakes", " more text", " and more", "-   2",
		"-\fCommittee on Lakes", " the end", "-      3");
	ASSERT_MARKS(" LAKES/2031/1", " Provisional agenda", " 1. Opening", " \f", "-LAKES/2031/1",
		" 2. Other matters", "-2");
	ASSERT_MARKS(" Title", " one", "-\fLAKES/2031/1", " ", " two", " three", "-\fLAKES/2031/1",
		" four");
}

static void heads_of_even_and_odd_pages_differ(void **state)
{
	(void)state;
	ASSERT_MARKS(" Title", " a", "-\f2           Lakes", " b", "-\fRivers         3", " c",
		"-\f4           Lakes", " d", "-\fRivers         5", " e");
}

static void numbers_and_texts_that_are_not_the_pages_stay(void **state)
{
	(void)state;
	ASSERT_MARKS(" 1. Opening", " 2. Agenda", " \f3. Lakes", " 4. Rivers");
	ASSERT_MARKS(" a", " 7", " \fb", " 12");
	ASSERT_MARKS(" Title", " a", " \fDocumentation", " b", " \fx", " c", " \fDocumentation",
		" d", " \fz", " e");
	ASSERT_MARKS(" 1", " Opening", " 2", " Other matters", " LAKES/2031/2", " 3", " x");
}

static void what_can_only_be_of_a_page_needs_no_pages(void **state)
{
	(void)state;
	ASSERT_MARKS(" a", "-- 2 -", "- – 3 –", "-Page 4", "-page 5 of 9", "-V.31-54981 (E)",
		"-GE.31-01467(E)  170812 200812", "-2     V.31-54981", "-V.31-54981     3",
		"-*3154981*", "-Please recycle", "-/...", " -", " - 2", " 31-54981", " 2 -", " (2)",
		" Page", " 12/13", " V.31-5", " *a*");
	ASSERT_MARKS(" LAKES/2031/1", " a", "-LAKES/2031/1", " ", "-2", " b", "-3", "-LAKES/2031/1",
		" c");
}

static void nothing_is_no_page(void **state)
{
	(void)state;
	reading_mark_pages(NULL, 0, NULL);
	ASSERT_MARKS(" ", " \f", " \f\f", " ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heads_that_come_again_are_of_the_page),
		cmocka_unit_test(heads_of_even_and_odd_pages_differ),
		cmocka_unit_test(numbers_and_texts_that_are_not_the_pages_stay),
		cmocka_unit_test(what_can_only_be_of_a_page_needs_no_pages),
		cmocka_unit_test(nothing_is_no_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
