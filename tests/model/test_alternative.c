/* SPDX-License-Identifier: MIT */
/* Letters of a list that has alternatives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/alternative.h"

/* Places from a line: "1 2 3/2 4-": an id, what it is an alternative of, + adopted, - no
 * letter; the labels of all. */
static void check(const char *line, const char *labels)
{
	struct alternative_place places[12];
	size_t count = 0;
	struct str out;

	for (; *line; line += strspn(line, " "), count++) {
		struct alternative_place *place = &places[count];
		*place = (struct alternative_place){.id = *line++ - '0', .stands = true};
		for (; *line && *line != ' '; line++) {
			place->stands = place->stands && *line != '-';
			place->adopted = place->adopted || *line == '+';
			if (*line == '/')
				place->of = *++line - '0';
		}
	}
	alternative_count(places, count);
	str_init(&out);
	for (size_t i = 0; i < count; i++) {
		str_add(&out, i ? " | " : "");
		alternative_label(places[i].letter, places[i].alternative, false, &out);
	}
	assert_string_equal(out.text, labels);
	str_clear(&out);
}

static void without_alternatives_letters_follow_what_stands(void **state)
{
	(void)state;
	check("1 2 3", "(a) | (b) | (c)");
	check("1 2- 3", "(a) |  | (b)");
}

static void alternatives_have_the_letter_and_bis_ter_quater(void **state)
{
	(void)state;
	check("1 2 3/2 4/2 5/2 6", "(a) | (b) | (b) bis | (b) ter | (b) quater | (c)");
}

static void the_first_that_stands_has_the_letter(void **state)
{
	(void)state;
	check("1- 2/1 3/1 4", " | (a) | (a) bis | (b)");
	check("1 2/1- 3/1 4", "(a) |  | (a) bis | (b)");
}

static void what_is_adopted_beside_the_first_is_a_text_of_its_own(void **state)
{
	(void)state;
	check("2/1+ 1 3/1 4", "(a) | (a) bis | (a) ter | (b)");
	check("2/1+ 3/1+ 1 4", "(a) | (b) | (a) bis | (c)");
}

static void a_numbered_list_has_figures(void **state)
{
	struct str out;

	(void)state;
	str_init(&out);
	alternative_label(3, 2, true, &out);
	assert_string_equal(out.text, "3 ter");
	str_reset(&out);
	alternative_label(27, 10, false, &out);
	assert_string_equal(out.text, "(aa) 11");
	str_reset(&out);
	alternative_label(0, 1, false, &out);
	assert_string_equal(out.text, "");
	str_clear(&out);
}

static void the_words_are_read_again(void **state)
{
	struct str out;

	(void)state;
	str_init(&out);
	for (int i = 1; i <= 9; i++) {
		str_reset(&out);
		alternative_word(i, &out);
		assert_int_equal(alternative_parse(out.text), i);
	}
	assert_int_equal(alternative_parse(""), 0);
	assert_int_equal(alternative_parse("bi"), 0);
	str_clear(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_alternatives_letters_follow_what_stands),
		cmocka_unit_test(alternatives_have_the_letter_and_bis_ter_quater),
		cmocka_unit_test(the_first_that_stands_has_the_letter),
		cmocka_unit_test(what_is_adopted_beside_the_first_is_a_text_of_its_own),
		cmocka_unit_test(a_numbered_list_has_figures),
		cmocka_unit_test(the_words_are_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
