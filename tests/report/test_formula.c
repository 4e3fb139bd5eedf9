/* SPDX-License-Identifier: MIT */
/* Filling in formulas. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "exchange/template_file.h"
#include "report/formula.h"

static struct str out;
static struct template english;

static int begin(void **state)
{
	(void)state;
	str_init(&out);
	template_init(&english);
	template_file_default(&english);
	return 0;
}

static int end(void **state)
{
	(void)state;
	str_clear(&out);
	template_clear(&english);
	return 0;
}

static void fields_are_filled_in_and_the_sentence_begins_with_a_capital(void **state)
{
	(void)state;
	formula_sentence(&out, &english, "ITEM-1",
		FIELDS({"bodies", "the Working Group"}, {"item", "agenda item 3"},
			{"when", "the morning of 17 October 2012"}));
	assert_string_equal(out.text,
		"The Working Group considered agenda item 3, on the morning of 17 October 2012.");
}

static void a_part_whose_field_is_empty_is_left_out(void **state)
{
	(void)state;
	formula_sentence(&out, &english, "ITEM-1",
		FIELDS({"bodies", "the Working Group"}, {"item", "agenda item 3"}, {"when", ""}));
	assert_string_equal(out.text, "The Working Group considered agenda item 3.");
	str_reset(&out);
	formula_sentence(&out, &english, "ITEM-1", FIELDS({"bodies", "x"}, {"item", "y"}));
	assert_string_equal(out.text, "X considered y.");
}

static void a_part_may_stand_inside_another(void **state)
{
	(void)state;
	formula_sentence(&out, &english, "ADOPT-1",
		FIELDS({"ordinal", "2nd"}, {"date", ""}, {"bodies", "the Conference"},
			{"bodies|", formula_form(false, false)}));
	assert_string_equal(out.text,
		"At its 2nd meeting, the Conference adopted the present report on its meeting.");
	str_reset(&out);
	formula_sentence(&out, &english, "ADOPT-1",
		FIELDS({"date", "3 May 2019"}, {"bodies", "the Conference"},
			{"bodies|", formula_form(false, false)}));
	assert_string_equal(out.text, "The Conference adopted the present report on its meeting.");
}

static void say(const char *key, const char *text)
{
	struct err err;

	if (!template_set(&english, key, text, &err))
		fail_msg("%s", err.text);
}

static void filled(const char *key, const struct formula_field *fields, const char *wanted)
{
	str_reset(&out);
	formula_plain(&out, &english, key, fields);
	assert_string_equal(out.text, wanted);
}

static void a_choice_follows_number_and_gender(void **state)
{
	(void)state;
	say("REC-A", "x");
	say("ADOPT-1", "{bodies} {bodies|a|ont} pris {date}");
	filled("ADOPT-1",
		FIELDS({"bodies", "B"}, {"bodies|", formula_form(false, true)}, {"date", "D"}),
		"B a pris D");
	filled("ADOPT-1",
		FIELDS({"bodies", "B"}, {"bodies|", formula_form(true, false)}, {"date", "D"}),
		"B ont pris D");
	say("ADOPT-1", "{bodies|lu {date}|lue|lus|lues}[, {bodies|{form}|vues}]");
	filled("ADOPT-1", FIELDS({"bodies|", formula_form(false, false)}, {"date", "D"}), "lu D");
	filled("ADOPT-1", FIELDS({"bodies|", formula_form(false, true)}), "lue");
	filled("ADOPT-1", FIELDS({"bodies|", formula_form(true, false)}), "lus, vues");
	filled("ADOPT-1", FIELDS({"bodies|", formula_form(true, true)}), "lues, vues");
}

static void words_that_meet_become_one(void **state)
{
	(void)state;
	say("contractions", "de le = du; de les = des; de * = d’; à le = au");
	say("vowels", "aeiouyh");
	say("STAT-2", "déclaration de {name}[ à {item}]");
	filled("STAT-2", FIELDS({"name", "le Bénin"}), "déclaration du Bénin");
	filled("STAT-2", FIELDS({"name", "les Pays-Bas"}), "déclaration des Pays-Bas");
	filled("STAT-2", FIELDS({"name", "la France"}), "déclaration de la France");
	filled("STAT-2", FIELDS({"name", "haïti"}, {"item", "le point"}),
		"déclaration d’haïti au point");
	filled("STAT-2", FIELDS({"name", "lex de le roi"}), "déclaration de lex de le roi");
}

static void values_are_one_line_and_mean_themselves(void **state)
{
	(void)state;
	formula_text(&out, "a\nb\t*c* {list} [x] \\");
	assert_string_equal(out.text, "A b \\*c\\* \\{list\\} [x] \\\\");
}

static void a_plain_phrase_is_not_escaped_and_keeps_its_first_letter(void **state)
{
	(void)state;
	formula_plain(&out, &english, "ITEM", FIELDS({"printed", "3"}, {"title", "a *b*"}));
	assert_string_equal(out.text, "agenda item 3, entitled “a *b*”");
}

static void a_capital_beyond_ascii_is_found(void **state)
{
	(void)state;
	formula_text(&out, "école");
	assert_string_equal(out.text, "École");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(fields_are_filled_in_and_the_sentence_begins_with_a_capital),
		TEST(a_part_whose_field_is_empty_is_left_out),
		TEST(a_part_may_stand_inside_another),
		TEST(a_choice_follows_number_and_gender),
		TEST(words_that_meet_become_one),
		TEST(values_are_one_line_and_mean_themselves),
		TEST(a_plain_phrase_is_not_escaped_and_keeps_its_first_letter),
		TEST(a_capital_beyond_ascii_is_found),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
