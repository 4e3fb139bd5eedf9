/* SPDX-License-Identifier: MIT */
/* Clusters and their columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>
#include <wchar.h>

#include "base/generator.h"
#include "base/utf8.h"

#define FAMILY "👨‍👩‍👧‍👦"
#define FLAG "🇫🇷"

static uint32_t decode(const char *text, size_t *size)
{
	uint32_t point;

	*size = utf8_decode(text, strlen(text), &point);
	return point;
}

static void code_points_are_read_and_written(void **state)
{
	static const struct {
		const char *text;
		uint32_t point;
	} rows[] = {{"a", 'a'}, {"é", 0xE9}, {"中", 0x4E2D}, {"🙂", 0x1F642},
		{"\xEF\xBF\xBF", 0xFFFF}, {"\xF4\x8F\xBF\xBF", 0x10FFFF}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t size;
		char bytes[5] = "";
		assert_int_equal(decode(rows[i].text, &size), rows[i].point);
		assert_int_equal(size, strlen(rows[i].text));
		assert_int_equal(utf8_encode(rows[i].point, bytes), size);
		assert_string_equal(bytes, rows[i].text);
	}
}

static void bad_bytes_are_read_one_by_one(void **state)
{
	/* A lone continuation, overlong, CESU-8, past the end, cut off. */
	static const char *const rows[] = {"\x80", "\xFF", "\xC0\x80", "\xE0\x80\xAF",
		"\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xE4\xB8", "\xC3"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t size, bad = 99;
		assert_int_equal(decode(rows[i], &size), 0xFFFD);
		assert_int_equal(size, 1);
		assert_int_equal(utf8_cluster(rows[i], strlen(rows[i]), NULL), 1);
		assert_false(utf8_valid(rows[i], strlen(rows[i]), &bad));
		assert_int_equal(bad, 0);
	}
}

static void what_is_no_code_point_is_written_as_the_replacement(void **state)
{
	char bytes[4];

	(void)state;
	assert_int_equal(utf8_encode(0xD800, bytes), 3);
	assert_memory_equal(bytes, "\uFFFD", 3);
	assert_int_equal(utf8_encode(0x110000, bytes), 3);
	assert_memory_equal(bytes, "\uFFFD", 3);
}

static void validity_tells_where(void **state)
{
	size_t bad = 99;

	(void)state;
	assert_true(utf8_valid("", 0, &bad));
	assert_true(utf8_valid("Łódź", strlen("Łódź"), &bad));
	assert_int_equal(bad, 99);
	assert_false(utf8_valid("ab\0c", 4, &bad));
	assert_int_equal(bad, 2);
	assert_false(utf8_valid("é\xC3", 3, &bad));
	assert_int_equal(bad, 2);
	assert_true(utf8_valid("\uFFFD", 3, &bad));
}

static void a_cluster_is_what_one_sees_as_a_character(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
		int columns;
	} rows[] = {
		{"ab", 1, 1},
		{"é", 2, 1},
		{"e\u0301x", 3, 1}, /* a letter and an accent */
		{"中国", 3, 2},
		{"\u1112\u1161\u11ABx", 9, 2}, /* Korean jamo */
		{FLAG FLAG, 8, 2},
		{FAMILY "x", 25, 2},
		{"👍🏽x", 8, 2},          /* with a skin tone */
		{"❤\uFE0Fx", 6, 1},           /* as ncursesw counts it */
		{"\u0301x", 2, 0},            /* an accent that stands on nothing */
		{"\u0915\u094D\u0937", 6, 1}, /* Devanagari ka and virama */
		{"\u0915\u093F", 3, 1},       /* its vowel sign has a column of its own */
		{"\u0E01\u0E33", 3, 1},       /* Thai sara am, too */
		{"\r\nx", 2, 1},
		{"\n\n", 1, 1},
		{"\xE4\xB8", 1, 1},
		{"e\xCC", 1, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int columns;
		assert_int_equal(
			utf8_cluster(rows[i].text, strlen(rows[i].text), &columns), rows[i].bytes);
		assert_int_equal(columns, rows[i].columns);
	}
}

static void a_cluster_does_not_read_past_its_length(void **state)
{
	(void)state;
	assert_int_equal(utf8_cluster("e\u0301", 1, NULL), 1);
	assert_int_equal(utf8_cluster(FAMILY, 4, NULL), 4);
}

static void columns_are_those_of_the_c_library(void **state)
{
	(void)state;
	assert_int_equal(utf8_columns(""), 0);
	assert_int_equal(utf8_columns("Côte d’Ivoire"), 13);
	assert_int_equal(utf8_columns("中国代表团"), 10);
	assert_int_equal(utf8_columns("श्री क्षि"), wcswidth(L"श्री क्षि", 9));
	assert_int_equal(utf8_columns("กำลัง"), wcswidth(L"กำลัง", 5));
	assert_int_equal(utf8_columns(FLAG FAMILY), 4);
}

static void what_fits_ends_between_clusters(void **state)
{
	(void)state;
	assert_int_equal(utf8_fit("中国代表团", 15, 5), 6);
	assert_int_equal(utf8_fit("abc", 3, 3), 3);
	assert_int_equal(utf8_fit("abc", 3, 0), 0);
	assert_int_equal(utf8_fit("abe\u0301d", 6, 3), 5);
	assert_int_equal(utf8_fit(FAMILY, 25, 1), 0);
}

static void a_cut_is_shown_by_an_ellipsis(void **state)
{
	static const struct {
		const char *text;
		int columns;
		const char *shown;
	} rows[] = {{"Zimbabwe", 8, "Zimbabwe"}, {"Zimbabwe", 7, "Zimbab…"}, {"Zimbabwe", 1, "…"},
		{"Zimbabwe", 0, ""}, {"中国代表团", 5, "中国…"}, {"中国代表团", 6, "中国…"},
		{"", 0, ""}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str out = STR_EMPTY;
		utf8_ellipsis(&out, rows[i].text, rows[i].columns);
		assert_string_equal(out.text, rows[i].shown);
		str_clear(&out);
	}
}

static void add_random_text(struct generator *generator, struct str *text)
{
	static const char *const parts[] = {"a", "b", " ", "delegations", "é", "e", "\u0301", "中",
		FLAG, "🇪", FAMILY, "\u200D", "👍🏽", "\r", "\n", "\u0915", "\u094D", "\u093F",
		"\xE4", "\x80", "\u0E33", "\u0600"};

	str_reset(text);
	for (unsigned i = generator_next(generator, 30); i > 0; i--)
		str_add(text, parts[generator_next(generator, sizeof(parts) / sizeof(parts[0]))]);
}

static void going_back_meets_the_same_boundaries(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str text = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		add_random_text(&generator, &text);
		for (size_t at = 0; at < text.length;) {
			size_t size = utf8_cluster(text.text + at, text.length - at, NULL);
			assert_in_range(size, 1, text.length - at);
			at += size;
			assert_int_equal(utf8_cluster_before(text.text, at), size);
		}
		assert_int_equal(utf8_cluster_before(text.text, 0), 0);
	}
	str_clear(&text);
}

static void columns_add_up_whatever_the_text(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str text = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		add_random_text(&generator, &text);
		int sum = 0, columns;
		for (size_t at = 0; at < text.length; sum += columns) {
			at += utf8_cluster(text.text + at, text.length - at, &columns);
			assert_in_range(columns, 0, 2);
		}
		assert_int_equal(utf8_columns(text.text), sum);
		assert_int_equal(utf8_fit(text.text, text.length, sum), text.length);
		if (sum > 0)
			assert_true(utf8_fit(text.text, text.length, sum - 1) < text.length);
	}
	str_clear(&text);
}

static void latin_letters_and_signs_are_as_wide_as_the_c_library_says(void **state)
{
	(void)state;
	for (uint32_t point = 0xA1; point < 0x240; point++) {
		char text[6] = "";
		int columns;
		size_t size = utf8_encode(point, text);
		assert_int_equal(utf8_cluster(text, size, &columns), size);
		assert_int_equal(columns, wcwidth((wchar_t)point));
		text[size] = 'a';
		assert_int_equal(utf8_cluster(text, size + 1, &columns), size);
		assert_int_equal(columns, wcwidth((wchar_t)point));
		memcpy(text + size, "\u0301", 3);
		assert_int_equal(
			utf8_cluster(text, size + 2, NULL), point == 0xAD ? size : size + 2);
	}
}

static void printable_ascii_is_told_at_every_place(void **state)
{
	char text[24];

	(void)state;
	for (int byte = 0; byte < 256; byte++)
		for (size_t at = 0; at < sizeof text; at++) {
			bool plain = byte >= ' ' && byte < 0x7F;
			memset(text, '~', sizeof text);
			text[at] = (char)byte;
			assert_int_equal(utf8_plain(text, sizeof text), plain ? sizeof text : at);
			assert_int_equal(utf8_plain(text, at), at);
		}
}

static void letters_have_capitals(void **state)
{
	(void)state;
	assert_int_equal(utf8_upper('a'), 'A');
	assert_int_equal(utf8_upper(0xE9), 0xC9);
	assert_int_equal(utf8_upper('A'), 'A');
	assert_int_equal(utf8_upper(0x4E2D), 0x4E2D);
}

static void without_a_locale_every_cluster_is_one_column(void **state)
{
	int columns;

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C"));
	assert_int_equal(utf8_columns("中é" FLAG "e\u0301"), 4);
	assert_int_equal(utf8_cluster(FAMILY, 25, &columns), 25);
	assert_int_equal(columns, 1);
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_points_are_read_and_written),
		cmocka_unit_test(bad_bytes_are_read_one_by_one),
		cmocka_unit_test(what_is_no_code_point_is_written_as_the_replacement),
		cmocka_unit_test(validity_tells_where),
		cmocka_unit_test(a_cluster_is_what_one_sees_as_a_character),
		cmocka_unit_test(a_cluster_does_not_read_past_its_length),
		cmocka_unit_test(columns_are_those_of_the_c_library),
		cmocka_unit_test(what_fits_ends_between_clusters),
		cmocka_unit_test(a_cut_is_shown_by_an_ellipsis),
		cmocka_unit_test(going_back_meets_the_same_boundaries),
		cmocka_unit_test(columns_add_up_whatever_the_text),
		cmocka_unit_test(latin_letters_and_signs_are_as_wide_as_the_c_library_says),
		cmocka_unit_test(printable_ascii_is_told_at_every_place),
		cmocka_unit_test(letters_have_capitals),
		cmocka_unit_test(without_a_locale_every_cluster_is_one_column),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
