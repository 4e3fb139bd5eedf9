/* SPDX-License-Identifier: MIT */
/* What a paragraph was made from, as stretches of numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/sources.h"

static void assert_text(const struct sources *sources, const char *text)
{
	struct str out;

	str_init(&out);
	sources_format(sources, &out);
	assert_string_equal(out.text, text);
	str_clear(&out);
}

static void neighbours_are_one_stretch(void **state)
{
	struct sources sources;

	(void)state;
	sources_init(&sources);
	assert_text(&sources, "");
	sources_add(&sources, 's', 3);
	sources_add(&sources, 's', 5);
	sources_add(&sources, 'p', 4);
	assert_text(&sources, "p4 s3 s5");
	sources_add(&sources, 's', 4);
	sources_add(&sources, 's', 4);
	assert_text(&sources, "p4 s3-5");
	sources_add(&sources, 's', 1);
	sources_add(&sources, 's', 2);
	assert_text(&sources, "p4 s1-5");
	assert_int_equal(sources_count(&sources, 's'), 5);
	assert_int_equal(sources_count(&sources, 'r'), 0);
	assert_true(sources_has_kind(&sources, 'p'));
	assert_false(sources_has_kind(&sources, 'q'));
	sources_clear(&sources);
}

static void what_is_no_source_is_passed_over(void **state)
{
	struct sources sources;

	(void)state;
	sources_init(&sources);
	sources_parse(&sources, "s1-3 nonsense s p- S4 s9-2 s0 r2x r2");
	assert_text(&sources, "r2 s1-3");
	sources_parse(&sources, NULL);
	sources_parse(&sources, "");
	sources_parse(&sources, "s99999999999999999999 s4");
	assert_text(&sources, "r2 s1-4");
	sources_clear(&sources);
}

/* Against a plain set; and the text of it says the same again. */
static void any_order_gives_the_set_of_what_was_added(void **state)
{
	enum { KINDS = 3, MOST = 60 };
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		bool in[KINDS][MOST + 1] = {{false}};
		struct sources sources, again, joined;
		struct str text;

		sources_init(&sources);
		sources_init(&again);
		sources_init(&joined);
		for (int n = 0; n < round; n++) {
			seed = seed * 1103515245 + 12345;
			int kind = (int)(seed >> 16) % KINDS, number = (int)(seed >> 20) % MOST + 1;
			in[kind][number] = true;
			sources_add(&sources, (char)('a' + kind), number);
		}
		str_init(&text);
		sources_format(&sources, &text);
		sources_parse(&again, text.text);
		sources_add_all(&joined, &sources);
		sources_add_all(&joined, &again);
		assert_text(&joined, text.text);
		for (int kind = 0; kind < KINDS; kind++)
			for (int number = 0; number <= MOST; number++)
				assert_int_equal(sources_has(&again, (char)('a' + kind), number),
					in[kind][number]);
		for (size_t i = 1; i < sources.count; i++)
			if (sources.ranges[i].kind == sources.ranges[i - 1].kind)
				assert_true(sources.ranges[i].from > sources.ranges[i - 1].to + 1);
		str_clear(&text);
		sources_clear(&sources);
		sources_clear(&again);
		sources_clear(&joined);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(neighbours_are_one_stretch),
		cmocka_unit_test(what_is_no_source_is_passed_over),
		cmocka_unit_test(any_order_gives_the_set_of_what_was_added),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
