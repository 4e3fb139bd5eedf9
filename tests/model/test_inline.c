/* SPDX-License-Identifier: MIT */
/* The inline form of texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/generator.h"
#include "model/inline.h"

/* The runs as "text", "i:italic", "p:g41", "m:3", "d:SYMBOL", "n:note", joined by "|". */
static void check(const char *text, const char *runs_joined)
{
	static const char *const marks[] = {"", "i:", "p:", "m:", "d:", "n:", "+:", "-:"};
	struct arena arena;
	struct str out = STR_EMPTY;
	size_t count;

	arena_init(&arena);
	struct inline_run *runs = inline_parse(&arena, text, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&out, "%s%s%s%s%s", i ? "|" : "", marks[runs[i].kind],
			runs[i].by ? runs[i].by : "", runs[i].by ? ">" : "", runs[i].text);
	assert_string_equal(out.text, runs_joined);
	str_clear(&out);
	arena_clear(&arena);
}

static void plain_text_is_one_run(void **state)
{
	(void)state;
	check("", "");
	check("Takes note of the report", "Takes note of the report");
}

static void marked_text_is_a_run_of_its_kind(void **state)
{
	(void)state;
	check("*Requests* the Secretariat", "i:Requests| the Secretariat");
	check("see {para g41} above", "see |p:g41| above");
	check("{item wg2:3}", "m:wg2:3");
	check("{doc CTOC/COP/2012/10}*x*", "d:CTOC/COP/2012/10|i:x");
	check("a{note See annex.}b", "a|n:See annex.|b");
	check("(*continued*)", "(|i:continued|)");
}

static void a_change_may_say_whose_it_is(void **state)
{
	(void)state;
	check("a {new b}{gone c}", "a |+:b|-:c");
	check("{by Benin, Côte d’Ivoire}{new b}{gone c}", "+:Benin, Côte d’Ivoire>b|-:c");
	check("{by A\\}B}{gone c}", "-:A}B>c");
	check("{by hand}", "{by hand}");
	check("{by hand} {new b}", "{by hand} |+:b");
	check("{by hand}{new }", "{by hand}{new }");
	check("{by }{new b}", "{by }|+:b");
	check("{by hand", "{by hand");
	check("{by ", "{by ");
}

static void what_is_not_closed_is_plain(void **state)
{
	(void)state;
	check("*a", "*a");
	check("a*", "a*");
	check("**", "**");
	check("{para g41", "{para g41");
	check("{para }", "{para }");
	check("{para}", "{para}");
	check("{other x}", "{other x}");
	check("{", "{");
	check("}", "}");
	check("*a {para g1}", "*a |p:g1");
}

static void stars_among_blanks_are_plain(void **state)
{
	(void)state;
	check("2 * 3 * 4", "2 * 3 * 4");
	check("* one\n* two", "* one\n* two");
	check("*one \n two*", "*one \n two*");
	check("*one\ntwo*", "*one\ntwo*");
}

static void a_backslash_escapes(void **state)
{
	(void)state;
	check("\\*a\\*", "*a*");
	check("\\{para g41}", "{para g41}");
	check("*a\\*b*", "i:a*b");
	check("{note a\\}b}", "n:a}b");
	check("a\\\\b", "a\\b");
	check("a\\b", "a\\b");
	check("a\\", "a\\");
	check("*a\\", "*a\\");
}

static void escaped_text_is_itself(void **state)
{
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		char text[30];
		size_t length = generator_next(&generator, 29), count;
		struct str escaped = STR_EMPTY;
		struct arena arena;
		for (size_t j = 0; j < length; j++)
			text[j] = "*{}\\ ap[:\n"[generator_next(&generator, 10)];
		text[length] = '\0';
		arena_init(&arena);
		inline_escape(text, &escaped);
		struct inline_run *runs = inline_parse(&arena, escaped.text, &count);
		assert_int_equal(count, length > 0);
		if (length > 0) {
			assert_int_equal(runs[0].kind, INLINE_TEXT);
			assert_string_equal(runs[0].text, text);
		}
		arena_clear(&arena);
		str_clear(&escaped);
	}
}

static void any_text_is_read(void **state)
{
	static const char *const parts[] = {
		"*", "{para ", "{item ", "{doc ", "{note ", "}", "\\", "a", " ", "\n", "é", "{"};
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		struct str text = STR_EMPTY;
		struct arena arena;
		size_t count;
		for (unsigned j = generator_next(&generator, 20); j > 0; j--)
			str_add(&text, parts[generator_next(&generator, 12)]);
		arena_init(&arena);
		struct inline_run *runs = inline_parse(&arena, text.text, &count);
		for (size_t j = 0; j < count; j++) {
			assert_true(runs[j].text[0] != '\0');
			assert_true(j == 0 || runs[j].kind != INLINE_TEXT ||
				    runs[j - 1].kind != INLINE_TEXT);
		}
		arena_clear(&arena);
		str_clear(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_is_one_run),
		cmocka_unit_test(marked_text_is_a_run_of_its_kind),
		cmocka_unit_test(a_change_may_say_whose_it_is),
		cmocka_unit_test(what_is_not_closed_is_plain),
		cmocka_unit_test(stars_among_blanks_are_plain),
		cmocka_unit_test(a_backslash_escapes),
		cmocka_unit_test(escaped_text_is_itself),
		cmocka_unit_test(any_text_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
