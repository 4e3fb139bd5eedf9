/* SPDX-License-Identifier: MIT */
/* What search and names compare. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>

#include "base/fold.h"
#include "base/generator.h"
#include "base/utf8.h"

static void check(const char *text, const char *key)
{
	char *folded = fold_key(text);

	assert_string_equal(folded, key);
	free(folded);
}

static void case_and_marks_are_folded(void **state)
{
	(void)state;
	check("Côte", "cote");
	check("Österreich", "osterreich");
	check("Nguyễn", "nguyen");
	check("TÜRKİYE", "turkiye");
	check("İstanbul", "istanbul");
	check("Ισπανία", "ισπανια");
	check("РОССИЯ", "россия");
	check("", "");
}

static void letters_that_do_not_decompose_are_replaced(void **state)
{
	(void)state;
	check("Łódź", "lodz");
	check("Đặng", "dang");
	check("Ørsted", "orsted");
	check("Straße", "strasse");
	check("Þórður", "thordur");
	check("Ħamrun", "hamrun");
	check("Diyarbakır", "diyarbakir");
	check("Œuvre Ærø Ŋ", "oeuvre aero ng");
	check("Azərbaycan", "azerbaycan");
}

static void apostrophes_go_and_punctuation_parts(void **state)
{
	(void)state;
	check("Côte d’Ivoire", "cote divoire");
	check("Côte d'Ivoire", "cote divoire");
	check("Guinea-Bissau", "guinea bissau");
	check("Iran (Islamic Republic of)", "iran islamic republic of");
	check("CTOC/COP/WG.2/2012/1", "ctoc cop wg 2 2012 1");
	check("  a — b…  ", "a b");
	check("\n", "");
	check("?!", "");
}

static void chinese_and_japanese_are_searched_by_character(void **state)
{
	(void)state;
	check("中国代表团", "中 国 代 表 团");
	check("中国UN代表", "中 国 un 代 表");
	check("かが", "か か\u3099");
	check("中国 代表", "中 国 代 表");
}

static void arabic_is_found_with_and_without_points(void **state)
{
	char *with = fold_key("مُحَمَّد"), *without = fold_key("محمد");

	(void)state;
	assert_string_equal(with, without);
	assert_string_not_equal(with, "");
	free(with);
	free(without);
	check("مـحـمـد", "محمد");
}

static void vowel_signs_of_indic_scripts_stay(void **state)
{
	char *first = fold_key("कि"), *second = fold_key("की");

	(void)state;
	assert_string_not_equal(first, second);
	free(first);
	free(second);
}

static void korean_is_the_same_composed_and_not(void **state)
{
	char *composed = fold_key("한국"), *jamo = fold_key("한국");

	(void)state;
	assert_string_equal(composed, jamo);
	assert_null(strchr(composed, ' '));
	free(composed);
	free(jamo);
}

static void bad_bytes_and_hidden_characters_do_not_hinder(void **state)
{
	(void)state;
	check("a\xFF b\u200B\u00AD", "a b");
	check("\xED\xA0\x80", "");
}

static void a_key_folds_to_itself(void **state)
{
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		char bytes[40];
		size_t length = 0;
		while (length < 30)
			length += utf8_encode(
				1 + generator_next(&generator,
					    generator_next(&generator, 2) ? 0x600 : 0x11000),
				bytes + length);
		bytes[length] = '\0';
		char *once = fold_key(bytes);
		assert_null(strstr(once, "  "));
		assert_int_not_equal(once[0], ' ');
		char *twice = fold_key(once);
		assert_string_equal(once, twice);
		free(once);
		free(twice);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_and_marks_are_folded),
		cmocka_unit_test(letters_that_do_not_decompose_are_replaced),
		cmocka_unit_test(apostrophes_go_and_punctuation_parts),
		cmocka_unit_test(chinese_and_japanese_are_searched_by_character),
		cmocka_unit_test(arabic_is_found_with_and_without_points),
		cmocka_unit_test(vowel_signs_of_indic_scripts_stay),
		cmocka_unit_test(korean_is_the_same_composed_and_not),
		cmocka_unit_test(bad_bytes_and_hidden_characters_do_not_hinder),
		cmocka_unit_test(a_key_folds_to_itself),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
