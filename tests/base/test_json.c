/* SPDX-License-Identifier: MIT */
/* JSON strings that are written, and the cursor over what is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/generator.h"
#include "base/json.h"
#include "base/utf8.h"

static struct str out;
static struct json json;
static struct err err;

static int begin(void **state)
{
	(void)state;
	str_init(&out);
	err = (struct err){0};
	return 0;
}

static int end(void **state)
{
	(void)state;
	str_clear(&out);
	return 0;
}

static void read_of(const char *text)
{
	err = (struct err){0};
	json_begin(&json, text, strlen(text), &err);
}

static void expect_put(const char *text, const char *expected)
{
	str_reset(&out);
	json_put(&out, text);
	assert_string_equal(out.text, expected);
}

static void a_text_is_put_in_quotation_marks_and_escaped(void **state)
{
	(void)state;
	expect_put("", "\"\"");
	expect_put("Côte d’Ivoire", "\"Côte d’Ivoire\"");
	expect_put("say \"no\" \\ or /", "\"say \\\"no\\\" \\\\ or /\"");
	expect_put("a\nb\tc\rd\001\177", "\"a\\nb\\tc\\u000dd\\u0001\\u007f\"");
	expect_put("\u202Ex\u200B\u2028\uFEFF", "\"\\u202ex\\u200b\\u2028\\ufeff\"");
	expect_put("\xC2\x85\U000E0041\U0010FFFF", "\"\\u0085\\udb40\\udc41\\udbff\\udfff\"");
	expect_put("😀", "\"😀\"");
	expect_put("a\xFFz", "\"a\uFFFDz\"");
}

static void every_text_is_read_as_it_was_put(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str text, back;

	(void)state;
	str_init(&text);
	str_init(&back);
	for (int run = 0; run < 2000; run++) {
		static const uint32_t below[] = {0x80, 0x800, 0x3000, 0xFFFF, 0x10FFFF};
		char bytes[4];
		str_reset(&text);
		for (unsigned n = generator_next(&generator, 12); n-- > 0;) {
			uint32_t point = 1 + generator_next(&generator,
						     below[generator_next(&generator, 5)]);
			if (point < 0xD800 || point > 0xDFFF)
				str_addn(&text, bytes, utf8_encode(point, bytes));
		}
		str_reset(&out);
		json_put(&out, text.text);
		for (const char *c = out.text; *c; c++)
			assert_true((unsigned char)*c >= ' ' && *c != 0x7F);
		read_of(out.text);
		assert_true(json_string(&json, &back) && json_end(&json));
		assert_string_equal(back.text, text.text);
	}
	str_clear(&text);
	str_clear(&back);
}

static void members_and_elements_come_in_turn(void **state)
{
	static const char *const keys[] = {"a", "b", "c"};
	size_t count = 0, elements = 0;
	int number = 0;
	bool truth = false;

	(void)state;
	read_of(" {\"a\": [1, -20 ,300], \"b\" : true,\n\"c\":\"\\u00e9\\ud83d\\ude00\\/\"} ");
	assert_true(json_object(&json));
	for (size_t i = 0; i < 3; i++) {
		assert_true(json_member(&json, &count, &out));
		assert_string_equal(out.text, keys[i]);
		if (i == 0) {
			assert_true(json_array(&json));
			while (json_element(&json, &elements))
				assert_true(json_number(&json, -20, 300, &number));
		} else if (i == 1) {
			assert_true(json_truth(&json, &truth) && truth);
		} else {
			assert_true(json_string(&json, &out));
			assert_string_equal(out.text, "é😀/");
		}
	}
	assert_false(json_member(&json, &count, &out));
	assert_false(json.failed);
	assert_true(json_end(&json));
	assert_int_equal(elements, 3);
	assert_int_equal(number, 300);
}

static void expect_no_string(const char *text, const char *sentence)
{
	read_of(text);
	assert_false(json_string(&json, &out) && json_end(&json));
	assert_int_equal(err.code, ERR_DATA);
	assert_string_equal(err.text, sentence);
}

static void what_is_no_string_is_refused_with_its_place(void **state)
{
	(void)state;
	expect_no_string("", "1:1: '\"' is expected here");
	expect_no_string("\n  x", "2:3: '\"' is expected here");
	expect_no_string("\"abc", "1:5: the string has no end");
	expect_no_string("\"abc\\", "1:6: there is no such escape");
	expect_no_string("\"a\nb\"", "1:3: a control character stands in a string");
	expect_no_string("\"\\x\"", "1:3: there is no such escape");
	expect_no_string("\"\\u12", "1:4: four hexadecimal figures are expected here");
	expect_no_string("\"\\u12g4\"", "1:4: four hexadecimal figures are expected here");
	expect_no_string("\"\\u0000\"", "1:4: this is no character");
	expect_no_string("\"\\ud800\"", "1:4: this is no character");
	expect_no_string("\"\\ud800\\u0041\"", "1:4: this is no character");
	expect_no_string("\"\\udc00\"", "1:4: this is no character");
	expect_no_string("\"\\ud800\\ud800\"", "1:4: this is no character");
	expect_no_string("\"a\" b", "1:5: nothing is expected behind the end");
	expect_no_string("\"\xC3\"", "1:2: this is no UTF-8");
}

static void a_nul_is_no_text(void **state)
{
	(void)state;
	assert_false(json_begin(&json, "\"a\0b\"", 5, &err));
	assert_false(json_string(&json, &out));
	assert_string_equal(err.text, "1:3: this is no UTF-8");
}

static void a_number_is_a_whole_one_within_its_bounds(void **state)
{
	static const char *const bad[] = {"", "-", "01", "--1", "1-", "+1", "7", "-1", "x", "\"1\"",
		"99999999999999999999", "."};
	int number = 42;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		read_of(bad[i]);
		assert_false(json_number(&json, 0, 6, &number));
		assert_string_equal(err.text, "1:1: a number from 0 to 6 is expected here");
	}
	assert_int_equal(number, 42);
	read_of("1.5");
	assert_false(json_number(&json, 0, 6, &number) && json_end(&json));
	read_of("6");
	assert_true(json_number(&json, 0, 6, &number) && json_end(&json));
	assert_int_equal(number, 6);
}

static void expect_broken(const char *text)
{
	size_t members = 0;
	bool truth;

	read_of(text);
	bool good = json_object(&json);
	while (good && json_member(&json, &members, &out))
		good = json_truth(&json, &truth);
	assert_false(good && json_end(&json));
	assert_int_equal(err.code, ERR_DATA);
}

static void what_the_grammar_has_not_is_refused(void **state)
{
	static const char *const bad[] = {"{", "{\"a\"", "{\"a\":", "{\"a\":true", "{\"a\":true,}",
		"{,}", "{\"a\" true}", "{\"a\":True}", "{\"a\":tru}", "{a:true}", "{'a':true}",
		"{\"a\":true \"b\":true}", "{\"a\":true}}", "[]", "{\"a\":null}", "{} // x",
		"\xEF\xBB\xBF{}", "{\"a\":true,,\"b\":true}"};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		expect_broken(bad[i]);
}

static void depth_has_an_end(void **state)
{
	(void)state;
	for (int i = 0; i < 1000; i++)
		str_addc(&out, '[');
	json_begin(&json, out.text, out.length, &err);
	for (int i = 0; i < JSON_DEPTH_MAX; i++) {
		size_t count = 0;
		assert_true(json_array(&json) && json_element(&json, &count));
	}
	assert_false(json_array(&json));
	assert_string_equal(err.text, "1:257: this is deeper than 256 levels");
}

static void after_a_failure_nothing_is_taken(void **state)
{
	int number = 7;
	bool truth = true;
	size_t count = 0;

	(void)state;
	read_of("x");
	assert_false(json_fail(&json, "first"));
	assert_false(json_fail(&json, "second"));
	assert_false(json_object(&json) || json_array(&json) || json_string(&json, &out) ||
		     json_number(&json, 0, 9, &number) || json_truth(&json, &truth) ||
		     json_member(&json, &count, &out) || json_element(&json, &count) ||
		     json_end(&json));
	assert_string_equal(err.text, "1:1: first");
	assert_int_equal(number, 7);
	assert_int_equal(count, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_text_is_put_in_quotation_marks_and_escaped),
		TEST(every_text_is_read_as_it_was_put),
		TEST(members_and_elements_come_in_turn),
		TEST(what_is_no_string_is_refused_with_its_place),
		TEST(a_nul_is_no_text),
		TEST(a_number_is_a_whole_one_within_its_bounds),
		TEST(what_the_grammar_has_not_is_refused),
		TEST(depth_has_an_end),
		TEST(after_a_failure_nothing_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
