/* SPDX-License-Identifier: MIT */
/* Differences by words and by lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>
#include <stdbool.h>

#include "base/generator.h"
#include "base/str.h"
#include "model/diff.h"

/* The pieces as "same[-gone-]{+new+}". */
static void check(const char *from, const char *to, const char *marked)
{
	static const char *const before[] = {"", "[-", "{+"}, *const after[] = {"", "-]", "+}"};
	struct arena arena;
	struct str out = STR_EMPTY;
	size_t count;

	arena_init(&arena);
	struct diff_piece *pieces = diff_words(&arena, from, to, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&out, "%s%s%s", before[pieces[i].kind], pieces[i].text,
			after[pieces[i].kind]);
	assert_string_equal(out.text, marked);
	str_clear(&out);
	arena_clear(&arena);
}

static void equal_texts_are_one_piece(void **state)
{
	(void)state;
	check("", "", "");
	check("Requests the Secretariat", "Requests the Secretariat", "Requests the Secretariat");
}

static void words_that_changed_are_marked(void **state)
{
	(void)state;
	check("Requests the Secretariat to report", "Invites the Secretariat to report",
		"[-Requests -]{+Invites +}the Secretariat to report");
	check("States should cooperate", "States parties should also cooperate",
		"States {+parties +}should {+also +}cooperate");
	check("", "new", "{+new+}");
	check("old", "", "[-old-]");
	check("a b", "c d", "[-a b-]{+c d+}");
}

static void a_word_added_at_the_end_does_not_touch_the_one_before(void **state)
{
	(void)state;
	check("a b", "a b c", "a b{+ c+}");
	check("a b c", "a b", "a b[- c-]");
	check("a b", "a  b", "a[- -]{+  +}b");
	check("a b\n", "a b", "a b[-\n-]");
	check(" a", "a", "[- -]a");
}

/* What both begin and end with is not compared: it must not be missed, or taken twice. */
static void words_that_both_ends_share_are_matched_once(void **state)
{
	(void)state;
	check("b c c", "b  c", "b[- -]{+  +}c[- c-]");
	check("a b a", "a b c a", "a b {+c +}a");
	check("a a a", "a a", "a a[- a-]");
	check("of the of the end", "of the end", "of the [-of the -]end");
	check("x old a b", "x new  a b", "x [-old -]{+new  +}a b");
	/* A sign that takes the blank behind it into its cluster. */
	check("\xd8\x80 a x c", "\xd8\x80 b x c", "\xd8\x80 [-a -]{+b +}x c");
}

static void punctuation_is_apart(void **state)
{
	(void)state;
	check("Benin, Canada", "Benin and Canada", "Benin[-, -]{+ and +}Canada");
	check("adopted;", "adopted.", "adopted[-;-]{+.+}");
	check("“States”", "“State”", "“[-States-]{+State+}”");
	check("Côte d’Ivoire", "Côte d’Ivoire.", "Côte d’Ivoire{+.+}");
}

static void clusters_stay_whole(void **state)
{
	(void)state;
	check("e\u0301", "e", "[-e\u0301-]{+e+}");
	check("中国代表", "中国人代表", "中国{+人+}代表");
	check("👨‍👩‍👧‍👦", "👨", "[-👨‍👩‍👧‍👦-]{+👨+}");
}

/* --- properties --- */

static void assert_joins(
	const struct diff_piece *pieces, size_t count, enum diff_kind without, const char *text)
{
	struct str joined = STR_EMPTY;

	for (size_t i = 0; i < count; i++) {
		assert_true(pieces[i].text[0] != '\0');
		assert_true(i == 0 || pieces[i].kind != pieces[i - 1].kind);
		if (pieces[i].kind != without)
			str_add(&joined, pieces[i].text);
	}
	assert_string_equal(joined.text, text);
	str_clear(&joined);
}

static void random_text(struct generator *generator, const char *const parts[], unsigned count,
	unsigned length, struct str *out)
{
	str_reset(out);
	for (unsigned i = generator_next(generator, length + 1); i > 0; i--)
		str_add(out, parts[generator_next(generator, count)]);
}

static void pieces_give_both_texts_back(void **state)
{
	static const char *const parts[] = {"a", "b ", "ab ", " ", "\n", "é ", "e\u0301", "中",
		"👨‍👩‍👧‍👦", "\u200D", "“", "’", ". ", "\xFF", "\xC3", "the ",
		"of "};
	struct generator generator = GENERATOR_SEED;
	struct str from = STR_EMPTY, to = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena arena;
		size_t count;
		arena_init(&arena);
		random_text(&generator, parts, sizeof(parts) / sizeof(parts[0]), 40, &from);
		random_text(&generator, parts, sizeof(parts) / sizeof(parts[0]), 40, &to);
		struct diff_piece *pieces = diff_words(&arena, from.text, to.text, &count);
		assert_joins(pieces, count, DIFF_NEW, from.text);
		assert_joins(pieces, count, DIFF_GONE, to.text);
		arena_clear(&arena);
	}
	str_clear(&from);
	str_clear(&to);
}

/* The length of a longest common subsequence by the table everybody knows. */
static size_t longest_common(
	const char *const from[], size_t from_count, const char *const to[], size_t to_count)
{
	size_t table[41][41] = {0};

	for (size_t i = 1; i <= from_count; i++) {
		for (size_t j = 1; j <= to_count; j++) {
			size_t up = table[i - 1][j], left = table[i][j - 1];
			table[i][j] = up > left ? up : left;
			if (strcmp(from[i - 1], to[j - 1]) == 0)
				table[i][j] = table[i - 1][j - 1] + 1;
		}
	}
	return table[from_count][to_count];
}

static void no_shorter_difference_of_words_exists(void **state)
{
	static const char *const words[] = {"a", "b", "c", "d"};
	struct generator generator = GENERATOR_SEED;
	const char *from[40], *to[40];

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct str first = STR_EMPTY, second = STR_EMPTY;
		struct arena arena;
		size_t count, same = 0;
		size_t from_count = generator_next(&generator, 41),
		       to_count = generator_next(&generator, 41);
		for (size_t j = 0; j < from_count; j++)
			str_addf(&first, "%s ", from[j] = words[generator_next(&generator, 4)]);
		for (size_t j = 0; j < to_count; j++)
			str_addf(&second, "%s ", to[j] = words[generator_next(&generator, 4)]);
		arena_init(&arena);
		struct diff_piece *pieces = diff_words(&arena, first.text, second.text, &count);
		for (size_t j = 0; j < count; j++)
			same += pieces[j].kind == DIFF_SAME ? strlen(pieces[j].text) / 2 : 0;
		assert_int_equal(same, longest_common(from, from_count, to, to_count));
		arena_clear(&arena);
		str_clear(&first);
		str_clear(&second);
	}
}

/* So long and so different that the search loses its patience. */
static void long_texts_without_likeness_are_still_right(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str from = STR_EMPTY, to = STR_EMPTY;
	struct arena arena;
	size_t count;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		str_addf(&from, "w%u ", generator_next(&generator, 200));
		str_addf(&to, "w%u ", generator_next(&generator, 200));
	}
	arena_init(&arena);
	struct diff_piece *pieces = diff_words(&arena, from.text, to.text, &count);
	assert_joins(pieces, count, DIFF_NEW, from.text);
	assert_joins(pieces, count, DIFF_GONE, to.text);
	assert_in_range(count, 1000, 20000);
	arena_clear(&arena);
	str_clear(&from);
	str_clear(&to);
}

/* --- lines --- */

static void check_lines(const char *from, const char *to, const long expected[])
{
	const char *lines[2][20];
	char letters[2][20][2];
	size_t counts[2] = {strlen(from), strlen(to)};
	long match[20];

	for (size_t side = 0; side < 2; side++) {
		for (size_t i = 0; i < counts[side]; i++) {
			letters[side][i][0] = (side ? to : from)[i];
			letters[side][i][1] = '\0';
			lines[side][i] = letters[side][i];
		}
	}
	diff_lines(lines[0], counts[0], lines[1], counts[1], match);
	for (size_t i = 0; i < counts[1]; i++)
		assert_int_equal(match[i], expected[i]);
}

static void lines_are_found_where_they_were(void **state)
{
	(void)state;
	check_lines("abc", "abc", (long[]){0, 1, 2});
	check_lines("abc", "axc", (long[]){0, -1, 2});
	check_lines("abc", "c", (long[]){2});
	check_lines("", "ab", (long[]){-1, -1});
	check_lines("ab", "", NULL);
}

static void lines_that_moved_are_found(void **state)
{
	(void)state;
	check_lines("abcd", "dabc", (long[]){3, 0, 1, 2});
	check_lines("abcd", "bcda", (long[]){1, 2, 3, 0});
	check_lines("xabcx", "abcxx", (long[]){1, 2, 3, 0, 4});
}

static void a_line_is_given_once(void **state)
{
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		const char *from[20], *to[20];
		static const char *const lines[] = {"a", "b", "c"};
		size_t from_count = generator_next(&generator, 21),
		       to_count = generator_next(&generator, 21);
		long match[20];
		bool given[20] = {false};
		for (size_t j = 0; j < from_count; j++)
			from[j] = lines[generator_next(&generator, 3)];
		for (size_t j = 0; j < to_count; j++)
			to[j] = lines[generator_next(&generator, 3)];
		diff_lines(from, from_count, to, to_count, match);
		for (size_t j = 0; j < to_count; j++) {
			if (match[j] < 0)
				continue;
			assert_in_range(match[j], 0, from_count - 1);
			assert_string_equal(from[match[j]], to[j]);
			assert_false(given[match[j]]);
			given[match[j]] = true;
		}
		/* A line is new only if all its like were given. */
		for (size_t j = 0; j < to_count; j++) {
			for (size_t k = 0; match[j] < 0 && k < from_count; k++)
				assert_true(given[k] || strcmp(from[k], to[j]) != 0);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_are_one_piece),
		cmocka_unit_test(words_that_changed_are_marked),
		cmocka_unit_test(a_word_added_at_the_end_does_not_touch_the_one_before),
		cmocka_unit_test(words_that_both_ends_share_are_matched_once),
		cmocka_unit_test(punctuation_is_apart),
		cmocka_unit_test(clusters_stay_whole),
		cmocka_unit_test(pieces_give_both_texts_back),
		cmocka_unit_test(no_shorter_difference_of_words_exists),
		cmocka_unit_test(long_texts_without_likeness_are_still_right),
		cmocka_unit_test(lines_are_found_where_they_were),
		cmocka_unit_test(lines_that_moved_are_found),
		cmocka_unit_test(a_line_is_given_once),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
