/* SPDX-License-Identifier: MIT */
/* Dates, numbers and lists: in English, and by the rules of other languages. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/template_file.h"
#include "report/words.h"

static struct template words;
static struct str out;

static int begin(void **state)
{
	(void)state;
	str_init(&out);
	template_init(&words);
	template_file_default(&words);
	return 0;
}

static int end(void **state)
{
	(void)state;
	str_clear(&out);
	template_clear(&words);
	return 0;
}

static void say(const char *key, const char *text)
{
	struct err err;

	if (!template_set(&words, key, text, &err))
		fail_msg("%s", err.text);
}

static void is(const char *wanted)
{
	assert_string_equal(out.text, wanted);
	str_reset(&out);
}

static void dates_are_in_the_order_of_the_language(void **state)
{
	(void)state;
	words_date(&words, "2018-06-01", &out);
	is("1 June 2018");
	words_weekday(&words, "2012-10-17", &out);
	is("Wednesday, 17 October 2012");
	say("DATE", "{day} de {month} de {year}");
	say("day.first", "1º");
	say("month.06", "junio");
	words_date(&words, "2018-06-01", &out);
	is("1º de junio de 2018");
	words_date(&words, "2018-06-11", &out);
	is("11 de junio de 2018");
	words_date(&words, "some day", &out);
	is("some day");
}

static void what_a_second_date_repeats_is_left_out(void **state)
{
	(void)state;
	words_from_to(&words, "2018-05-28", "2018-05-31", &out);
	is("from 28 to 31 May 2018");
	words_from_to(&words, "2018-05-31", "2018-06-01", &out);
	is("on 31 May and 1 June 2018");
	words_from_to(&words, "2018-12-30", "2019-01-02", &out);
	is("from 30 December 2018 to 2 January 2019");
	words_from_to(&words, "2018-05-31", NULL, &out);
	is("on 31 May 2018");
	words_dates(&words, "2018-05-28", "2018-05-31", &out);
	is("28–31 May 2018");
	words_dates(&words, "2012-10-17", "2012-10-18", &out);
	is("17 and 18 October 2012");
	say("DATES/from", "du {first} au {last}");
	words_from_to(&words, "2018-05-28", "2018-05-31", &out);
	is("du 28 au 31 May 2018");
}

static void hours_share_their_half_of_the_day(void **state)
{
	(void)state;
	words_hours(&words, 15 * 60, 18 * 60, &out);
	is("3-6 p.m.");
	words_hours(&words, 10 * 60 + 30, 13 * 60, &out);
	is("10.30 a.m.-1 p.m.");
	words_hours(&words, 10 * 60, 12 * 60, &out);
	is("10 a.m.-noon");
	words_hours(&words, 10 * 60, -1, &out);
	is("10 a.m.");
	say("CLOCK", "{hour24} heures");
	say("CLOCK/minutes", "{hour24} h {minutes}");
	say("CLOCK/bare", "{hour24}");
	say("CLOCK/bare-minutes", "{hour24} h {minutes}");
	say("HOURS", "{from} à {to}");
	say("clock.am", "");
	say("clock.pm", "");
	say("clock.noon", "");
	words_hours(&words, 15 * 60, 18 * 60, &out);
	is("15 à 18 heures");
	words_hours(&words, 10 * 60 + 30, 12 * 60, &out);
	is("10 h 30 à 12 heures");
}

static void ordinals_have_endings_of_their_own(void **state)
{
	static const struct {
		int n;
		const char *english, *french;
	} numbers[] = {{1, "1st", "1re"}, {2, "2nd", "2e"}, {3, "3rd", "3e"}, {4, "4th", "4e"},
		{11, "11th", "11e"}, {12, "12th", "12e"}, {13, "13th", "13e"}, {21, "21st", "21e"},
		{101, "101st", "101e"}, {112, "112th", "112e"}};

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		words_ordinal(&words, numbers[i].n, &out);
		is(numbers[i].english);
	}
	say("ordinal.is", "1=re");
	say("ordinal.ends", "");
	say("ordinal.other", "e");
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		words_ordinal(&words, numbers[i].n, &out);
		is(numbers[i].french);
	}
}

static void numbers_are_words_as_far_as_the_language_has_them(void **state)
{
	(void)state;
	words_number(&words, 9, &out);
	is("nine");
	words_number(&words, 10, &out);
	is("10");
	words_number(&words, 1234567, &out);
	is("1,234,567");
	words_number_first(&words, 21, &out);
	is("Twenty-one");
	words_number_first(&words, 205, &out);
	is("Two hundred and five");
	words_number_first(&words, 3000, &out);
	is("Three thousand");
	words_number_first(&words, 12017, &out);
	is("Twelve thousand and seventeen");
	words_number_first(&words, 1400, &out);
	is("One thousand four hundred");
	say("number.words", "zéro, un, deux, trois");
	say("NUMBER/hundreds-and", "");
	words_number_first(&words, 3, &out);
	is("Trois");
	words_number_first(&words, 4, &out);
	is("4");
	words_number_first(&words, 101, &out);
	is("101");
}

static void a_list_ends_with_the_conjunction_of_the_language(void **state)
{
	static const char *const names[] = {"Benin", "Iran (Islamic Republic of)", "Spain"};
	static const char *const spanish[] = {"Francia", "Italia", "hielo", "Hungría", "España"};
	static const char *const comma[] = {"A, B", "C"};

	(void)state;
	words_join(&words, names, 3, &out);
	is("Benin, Iran (Islamic Republic of) and Spain");
	words_join(&words, names, 1, &out);
	is("Benin");
	words_join(&words, comma, 2, &out);
	is("A, B; and C");
	say("LIST/last", "{before} y {after}");
	say("LIST/last-other", "{before} e {after}");
	say("list.other-before", "i hi");
	say("list.other-unless", "hie hia");
	words_join(&words, spanish, 2, &out);
	is("Francia e Italia");
	words_join(&words, spanish, 3, &out);
	is("Francia, Italia y hielo");
	words_join(&words, spanish, 4, &out);
	is("Francia, Italia, hielo y Hungría");
	words_join(&words, spanish, 5, &out);
	is("Francia, Italia, hielo, Hungría y España");
}

static void of_stands_before_each_name(void **state)
{
	static const char *const names[] = {"le Bénin", "la France", "Israël", "les Pays-Bas"};

	(void)state;
	say("list.of", "de");
	say("contractions", "de le = du; de les = des; de * = d’");
	say("vowels", "aeiouhAEIOUH");
	say("LIST/last", "{before} et {after}");
	words_join_of(&words, names, 4, &out);
	is("du Bénin, de la France, d’Israël et des Pays-Bas");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(dates_are_in_the_order_of_the_language),
		TEST(what_a_second_date_repeats_is_left_out),
		TEST(hours_share_their_half_of_the_day),
		TEST(ordinals_have_endings_of_their_own),
		TEST(numbers_are_words_as_far_as_the_language_has_them),
		TEST(a_list_ends_with_the_conjunction_of_the_language),
		TEST(of_stands_before_each_name),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("report/words", tests, NULL, NULL);
}
