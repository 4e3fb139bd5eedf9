/* SPDX-License-Identifier: MIT */
/* Keys between keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/generator.h"
#include "base/mem.h"
#include "model/rank.h"

static void check_between(const char *before, const char *after, const struct str *key)
{
	assert_true(key->length > 0);
	assert_int_equal(strspn(key->text, "0123456789abcdefghijklmnopqrstuvwxyz"), key->length);
	assert_int_not_equal(key->text[key->length - 1], '0');
	if (before)
		assert_true(strcmp(before, key->text) < 0);
	if (after)
		assert_true(strcmp(key->text, after) < 0);
}

static void the_first_key_leaves_room_on_both_sides(void **state)
{
	struct str first = STR_EMPTY, other = STR_EMPTY;

	(void)state;
	rank_between(NULL, NULL, &first);
	check_between(NULL, NULL, &first);
	rank_between(NULL, first.text, &other);
	check_between(NULL, first.text, &other);
	rank_between(first.text, NULL, &other);
	check_between(first.text, NULL, &other);
	str_clear(&first);
	str_clear(&other);
}

/* Adds 100,000 at one end; the longest key. */
static size_t add_at_end(bool behind)
{
	struct str last = STR_EMPTY, key = STR_EMPTY;
	size_t longest = 0;

	rank_between(NULL, NULL, &last);
	for (int i = 0; i < 100000; i++) {
		rank_between(behind ? last.text : NULL, behind ? NULL : last.text, &key);
		check_between(behind ? last.text : NULL, behind ? NULL : last.text, &key);
		struct str swap = last;
		last = key;
		key = swap;
		longest = last.length > longest ? last.length : longest;
	}
	str_clear(&last);
	str_clear(&key);
	return longest;
}

static void rows_added_at_an_end_keep_short_keys(void **state)
{
	(void)state;
	assert_in_range(add_at_end(true), 1, 12);
	assert_in_range(add_at_end(false), 1, 12);
}

static void rows_put_anywhere_stay_in_order(void **state)
{
	enum { ROWS = 3000 };
	struct generator generator = GENERATOR_SEED;
	char **keys = mem_alloc(ROWS * sizeof(*keys));
	struct str key = STR_EMPTY;
	size_t longest = 0;

	(void)state;
	for (size_t count = 0; count < ROWS; count++) {
		size_t at = generator_next(&generator, (unsigned)count + 1);
		const char *before = at > 0 ? keys[at - 1] : NULL,
			   *after = at < count ? keys[at] : NULL;
		assert_true(rank_between(before, after, &key));
		check_between(before, after, &key);
		memmove(keys + at + 1, keys + at, (count - at) * sizeof(*keys));
		keys[at] = mem_strdup(key.text);
		longest = key.length > longest ? key.length : longest;
	}
	assert_in_range(longest, 1, 20);
	for (size_t i = 0; i < ROWS; i++)
		free(keys[i]);
	free(keys);
	str_clear(&key);
}

/* The worst case: always into the same gap, from above, from below, by turns. */
static void the_same_gap_never_closes(void **state)
{
	(void)state;
	for (int way = 0; way < 3; way++) {
		struct str low = STR_EMPTY, high = STR_EMPTY, key = STR_EMPTY;
		rank_between(NULL, NULL, &low);
		rank_between(low.text, NULL, &high);
		for (int i = 0; i < 500; i++) {
			rank_between(low.text, high.text, &key);
			check_between(low.text, high.text, &key);
			struct str *end = way == 0 || (way == 2 && i % 2) ? &low : &high;
			str_reset(end);
			str_add(end, key.text);
		}
		assert_in_range(key.length, 1, 300);
		str_clear(&low);
		str_clear(&high);
		str_clear(&key);
	}
}

static void keys_made_up_by_somebody_have_keys_between(void **state)
{
	static const char *const keys[] = {"000001", "1", "101", "11", "5", "a", "a1", "a11", "b",
		"b01", "k", "k5", "m", "z", "zz", "zzzzz1"};
	enum { COUNT = sizeof(keys) / sizeof(keys[0]) };
	struct str key = STR_EMPTY;

	(void)state;
	for (size_t i = 0; i <= COUNT; i++) {
		for (size_t j = i; j <= COUNT; j++) {
			const char *before = i > 0 ? keys[i - 1] : NULL,
				   *after = j < COUNT ? keys[j] : NULL;
			rank_between(before, after, &key);
			check_between(before, after, &key);
		}
	}
	str_clear(&key);
}

/* Read from a file that somebody has meddled with. */
static void what_is_no_key_is_refused_and_not_died_of(void **state)
{
	static const char *const keys[] = {
		"", "0", "a0", "A1", "a 1", "a1\n", "-", "é", "~", "a10"};
	struct str key = STR_EMPTY;

	(void)state;
	str_add(&key, "as it was");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		assert_false(rank_between(keys[i], NULL, &key));
		assert_false(rank_between(NULL, keys[i], &key));
		if (strcmp(keys[i], "a1") < 0)
			assert_false(rank_between(keys[i], "a1", &key));
		else
			assert_false(rank_between("a1", keys[i], &key));
	}
	assert_string_equal(key.text, "as it was");
	str_clear(&key);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_key_leaves_room_on_both_sides),
		cmocka_unit_test(rows_added_at_an_end_keep_short_keys),
		cmocka_unit_test(rows_put_anywhere_stay_in_order),
		cmocka_unit_test(the_same_gap_never_closes),
		cmocka_unit_test(keys_made_up_by_somebody_have_keys_between),
		cmocka_unit_test(what_is_no_key_is_refused_and_not_died_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
