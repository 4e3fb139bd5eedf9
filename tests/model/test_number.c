/* SPDX-License-Identifier: MIT */
/* Numbers as documents print them, and references to items. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/number.h"

struct row {
	int n;
	const char *text;
};

#define CHECK(call, expected)                            \
	do {                                             \
		struct str out = STR_EMPTY;              \
		call;                                    \
		assert_string_equal(out.text, expected); \
		str_clear(&out);                         \
	} while (0)

static void ordinals_of_meetings_are_figures(void **state)
{
	static const struct row rows[] = {{1, "1st"}, {2, "2nd"}, {3, "3rd"}, {4, "4th"},
		{11, "11th"}, {12, "12th"}, {13, "13th"}, {21, "21st"}, {102, "102nd"},
		{111, "111th"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(number_ordinal(rows[i].n, &out), rows[i].text);
}

static void numbers_under_ten_are_words(void **state)
{
	static const struct row rows[] = {{0, "zero"}, {1, "one"}, {9, "nine"}, {10, "10"},
		{999, "999"}, {1000, "1,000"}, {10700, "10,700"}, {1234567, "1,234,567"},
		{-3, "-3"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(number_word(rows[i].n, &out), rows[i].text);
}

static void every_number_is_a_word_where_a_sentence_begins(void **state)
{
	static const struct row rows[] = {{4, "Four"}, {12, "Twelve"}, {40, "Forty"},
		{99, "Ninety-nine"}, {100, "One hundred"}, {193, "One hundred and ninety-three"},
		{1000, "One thousand"}, {1005, "One thousand and five"},
		{2310, "Two thousand three hundred and ten"}, {1000000, "1,000,000"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(number_word_capital(rows[i].n, &out), rows[i].text);
}

static void letters_double_behind_z(void **state)
{
	static const struct row rows[] = {
		{1, "a"}, {15, "o"}, {26, "z"}, {27, "aa"}, {28, "bb"}, {52, "zz"}, {53, "aaa"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(number_letter(rows[i].n, &out), rows[i].text);
}

static void roman_numerals_subtract(void **state)
{
	static const struct row rows[] = {{1, "i"}, {4, "iv"}, {9, "ix"}, {14, "xiv"}, {40, "xl"},
		{1994, "mcmxciv"}, {3999, "mmmcmxcix"}, {4000, "4000"}, {0, "0"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		CHECK(number_roman(rows[i].n, false, &out), rows[i].text);
	CHECK(number_roman(4, true, &out), "IV");
}

static void what_is_there_stays(void **state)
{
	(void)state;
	CHECK(str_add(&out, "the "); number_ordinal(2, &out), "the 2nd");
	CHECK(str_add(&out, "x "); number_word_capital(2, &out), "x Two");
}

/* --- items --- */

static void every_spelling_of_an_item_is_printed_alike(void **state)
{
	static const char *const rows[][2] = {{"1", "1"}, {"12", "12"}, {"1.", "1"}, {" 1 ", "1"},
		{"1 (a)", "1 (a)"}, {"1(a)", "1 (a)"}, {"1a", "1 (a)"}, {"1 a", "1 (a)"},
		{"1.a", "1 (a)"}, {"1 (A)", "1 (a)"}, {"1 ( a )", "1 (a)"}, {"1.(a).", "1 (a)"},
		{"item 1 (a)", "1 (a)"}, {"Item 1", "1"}, {"agenda item 3", "3"}, {"item3", "3"},
		{"5 (a) (ii)", "5 (a) (ii)"}, {"5.a.ii", "5 (a) (ii)"}, {"5(a)(ii)", "5 (a) (ii)"},
		{"5 a ii", "5 (a) (ii)"}, {"2 (bb)", "2 (bb)"}, {"2 (i)", "2 (i)"},
		{"5 (a) (ii) (b)", "5 (a) (ii) (b)"}, {"12.1", "12 (1)"}, {"12 (1)", "12 (1)"},
		{"12.1.a", "12 (1) (a)"}, {"3(iv)", "3 (iv)"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t body = 99;
		struct str out = STR_EMPTY;
		assert_true(number_item_parse(rows[i][0], &out, &body));
		assert_string_equal(out.text, rows[i][1]);
		assert_int_equal(body, 0);
		str_clear(&out);
	}
}

static void a_body_may_stand_before_an_item(void **state)
{
	struct str out = STR_EMPTY;
	size_t body = 0;

	(void)state;
	assert_true(number_item_parse("wg3:2", &out, &body));
	assert_string_equal(out.text, "2");
	assert_int_equal(body, 3);
	str_reset(&out);
	assert_true(number_item_parse("cop-5: 1a", &out, &body));
	assert_string_equal(out.text, "1 (a)");
	assert_int_equal(body, 5);
	str_clear(&out);
}

static void what_is_no_item_is_refused(void **state)
{
	static const char *const rows[] = {"", "a", "(a)", "0", "01", "1234", "1 (a", "1 a)",
		"1 (ab)", "1 1", "1 (01)", "1 (ab) (i)", "1 (a) (b)", "1 (aaaa)", "1 bis",
		"1 (a) (ii) (b) (i)", "item", "3:2", ":2", "wg3:", "1,2", "1 (é)", "1..", "items",
		"1 - 2", "99999999999999999999"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str out = STR_EMPTY;
		str_add(&out, "as it was");
		assert_false(number_item_parse(rows[i], &out, NULL));
		assert_string_equal(out.text, "as it was");
		str_clear(&out);
	}
}

static void the_dotted_form_is_read_back(void **state)
{
	static const char *const rows[][2] = {
		{"1", "1"}, {"1 (a)", "1.a"}, {"5 (a) (ii)", "5.a.ii"}, {"12 (1)", "12.1"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str printed = STR_EMPTY;
		CHECK(number_item_dotted(rows[i][0], &out), rows[i][1]);
		assert_true(number_item_parse(rows[i][1], &printed, NULL));
		assert_string_equal(printed.text, rows[i][0]);
		str_clear(&printed);
	}
	CHECK(number_item_dotted("wg3:5 (a)", &out), "wg3:5.a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinals_of_meetings_are_figures),
		cmocka_unit_test(numbers_under_ten_are_words),
		cmocka_unit_test(every_number_is_a_word_where_a_sentence_begins),
		cmocka_unit_test(letters_double_behind_z),
		cmocka_unit_test(roman_numerals_subtract),
		cmocka_unit_test(what_is_there_stays),
		cmocka_unit_test(every_spelling_of_an_item_is_printed_alike),
		cmocka_unit_test(a_body_may_stand_before_an_item),
		cmocka_unit_test(what_is_no_item_is_refused),
		cmocka_unit_test(the_dotted_form_is_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
