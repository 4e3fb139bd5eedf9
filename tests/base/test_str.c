/* SPDX-License-Identifier: MIT */
/* Strings that grow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/generator.h"

static void an_empty_string_needs_no_memory(void **state)
{
	struct str s = STR_EMPTY;

	(void)state;
	assert_string_equal(s.text, "");
	str_add(&s, "");
	str_cut(&s, 0);
	str_reset(&s);
	str_remove(&s, 0, 0);
	assert_int_equal(s.capacity, 0);
	str_clear(&s);
}

static void text_is_added_at_the_end(void **state)
{
	struct str s;

	(void)state;
	str_init(&s);
	str_add(&s, "Côte");
	str_addc(&s, ' ');
	str_addn(&s, "d’Ivoire!", 10);
	str_addf(&s, ", %d points", 3);
	assert_string_equal(s.text, "Côte d’Ivoire, 3 points");
	assert_int_equal(s.length, strlen(s.text));
	str_clear(&s);
	assert_string_equal(s.text, "");
}

static void what_was_taken_is_no_longer_the_strings(void **state)
{
	struct str s = STR_EMPTY;
	char *empty = str_take(&s);

	(void)state;
	assert_string_equal(empty, "");
	str_add(&s, "Spain");
	char *text = str_take(&s);
	assert_string_equal(text, "Spain");
	assert_string_equal(s.text, "");
	free(empty);
	free(text);
}

static void memory_is_kept_over_a_reset(void **state)
{
	struct str s = STR_EMPTY;

	(void)state;
	str_add(&s, "a text that needs some memory of its own");
	size_t capacity = s.capacity;
	str_reset(&s);
	assert_string_equal(s.text, "");
	assert_int_equal(s.capacity, capacity);
	str_clear(&s);
}

/* Against a plain array that is always long enough. */
static void insertions_and_removals_do_what_an_array_does(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str s = STR_EMPTY;
	char mirror[5000] = "";
	size_t length = 0;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		size_t at = generator_next(&generator, (unsigned)length + 1);
		size_t size = generator_next(&generator, 6);
		if (generator_next(&generator, 2) && length + size < sizeof(mirror)) {
			memmove(mirror + at + size, mirror + at, length - at + 1);
			memcpy(mirror + at, "abcdef", size);
			length += size;
			str_insert(&s, at, "abcdef", size);
		} else {
			size = size < length - at ? size : length - at;
			memmove(mirror + at, mirror + at + size, length - at - size + 1);
			length -= size;
			str_remove(&s, at, size);
		}
		assert_int_equal(s.length, length);
		assert_string_equal(s.text, mirror);
	}
	str_clear(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_string_needs_no_memory),
		cmocka_unit_test(text_is_added_at_the_end),
		cmocka_unit_test(what_was_taken_is_no_longer_the_strings),
		cmocka_unit_test(memory_is_kept_over_a_reset),
		cmocka_unit_test(insertions_and_removals_do_what_an_array_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
