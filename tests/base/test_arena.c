/* SPDX-License-Identifier: MIT */
/* Memory that goes away together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/generator.h"

static void pieces_are_zero_aligned_and_apart(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct arena arena;
	unsigned char *pieces[500];
	size_t sizes[500];

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < 500; i++) {
		bool large = generator_next(&generator, 20) == 0;
		sizes[i] = generator_next(&generator, large ? 60000 : 200);
		pieces[i] = arena_alloc(&arena, sizes[i]);
		assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
		for (size_t j = 0; j < sizes[i]; j++)
			assert_int_equal(pieces[i][j], 0);
		memset(pieces[i], (int)(i % 250) + 1, sizes[i]);
	}
	for (size_t i = 0; i < 500; i++) {
		for (size_t j = 0; j < sizes[i]; j++)
			assert_int_equal(pieces[i][j], i % 250 + 1);
	}
	arena_clear(&arena);
}

static void texts_are_copied(void **state)
{
	struct arena arena;
	char text[] = "Lesotho";

	(void)state;
	arena_init(&arena);
	char *whole = arena_strdup(&arena, text), *part = arena_strndup(&arena, text, 3);
	char *printed = arena_printf(&arena, "%s, %d", text, 2);
	text[0] = 'x';
	assert_string_equal(whole, "Lesotho");
	assert_string_equal(part, "Les");
	assert_string_equal(printed, "Lesotho, 2");
	assert_null(arena_strdup(&arena, NULL));
	arena_clear(&arena);
}

/* In turn, as in a tree: none overlaps another, and texts take no more than they have. */
static void texts_and_pieces_share_a_block(void **state)
{
	enum { MANY = 3000 };
	struct generator generator = GENERATOR_SEED;
	struct arena arena;
	static size_t *numbers[MANY];
	static char *texts[MANY];
	char text[64];

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < MANY; i++) {
		size_t length = generator_next(&generator, sizeof text - 1);
		memset(text, (int)('a' + i % 26), length);
		text[length] = '\0';
		numbers[i] = arena_alloc(&arena, sizeof *numbers[i]);
		assert_int_equal((uintptr_t)numbers[i] % _Alignof(max_align_t), 0);
		assert_int_equal(*numbers[i], 0);
		*numbers[i] = i;
		texts[i] = arena_strdup(&arena, text);
	}
	for (size_t i = 0; i < MANY; i++) {
		assert_int_equal(*numbers[i], i);
		for (const char *c = texts[i]; *c; c++)
			assert_int_equal(*c, 'a' + i % 26);
	}
	arena_clear(&arena);
	char *one = arena_strdup(&arena, "one"), *two = arena_strdup(&arena, "two");
	assert_ptr_equal(two + 4, one);
	arena_clear(&arena);
}

static void a_cleared_arena_can_be_used_again(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	arena_clear(&arena);
	assert_string_equal(arena_strdup(&arena, "again"), "again");
	arena_clear(&arena);
	assert_null(arena.first);
}

/* Two that grow in turn, each row its own number: none is lost on the way, and between
 * two that double there is room. */
static void a_list_grows_with_what_it_has(void **state)
{
	struct arena arena;
	size_t *one = NULL, *other = NULL, moved = 0;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < 1000; i++) {
		size_t *before = one;
		one = arena_grow(&arena, one, i, sizeof *one);
		other = arena_grow(&arena, other, i, sizeof *other);
		moved += one != before;
		one[i] = i;
		other[i] = 5000 + i;
	}
	for (size_t i = 0; i < 1000; i++) {
		assert_int_equal(one[i], i);
		assert_int_equal(other[i], 5000 + i);
	}
	assert_int_equal(moved, 7); /* 16, 32, 64 … 1024 */
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_zero_aligned_and_apart),
		cmocka_unit_test(texts_are_copied),
		cmocka_unit_test(texts_and_pieces_share_a_block),
		cmocka_unit_test(a_cleared_arena_can_be_used_again),
		cmocka_unit_test(a_list_grows_with_what_it_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
