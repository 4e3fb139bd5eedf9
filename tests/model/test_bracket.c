/* SPDX-License-Identifier: MIT */
/* Square brackets in a text: found, put, kept and dropped. */
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdbool.h>

#include "base/generator.h"
#include "model/bracket.h"

/* Each as "depth.parent name|words", a delete as "name x means"; joined with "; ". */
static void check(const char *text, const char *expected)
{
	struct arena arena;
	struct str out = STR_EMPTY;
	size_t count;

	arena_init(&arena);
	struct bracket *brackets = bracket_parse(&arena, text, &count, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct bracket *bracket = &brackets[i];
		const char *name = bracket->name ? bracket->name : "-";
		assert_int_equal(text[bracket->from], '[');
		assert_int_equal(text[bracket->from + bracket->length - 1], ']');
		str_add(&out, i ? "; " : "");
		if (bracket->depth)
			str_addf(&out, "%d.%d ", bracket->depth, bracket->parent);
		if (bracket->deletes)
			str_addf(&out, "%s x %d", name, bracket->means);
		else
			str_addf(&out, "%s|%s", name, bracket_words(&arena, text, bracket, 0));
	}
	assert_string_equal(out.text, expected);
	str_clear(&out);
	arena_clear(&arena);
}

static void brackets_are_found_with_whose_they_are(void **state)
{
	(void)state;
	check("No bracket", "");
	check("to [prevent] and [EU: combat] it", "-|prevent; EU|combat");
	check("[Group of 77 and China:  and its Protocols ]",
		"Group of 77 and China|and its Protocols");
	check("[the African Group: shall]", "the African Group|shall");
	check("[Côte d’Ivoire: doit]", "Côte d’Ivoire|doit");
	check("[Égypte:x]", "Égypte|x");
	check("[]", "-|");
}

static void what_is_no_name_is_words(void **state)
{
	(void)state;
	check("[1: the first]", "-|1: the first");
	check("[At 10:30 sharp]", "-|At 10:30 sharp");
	check("[including: (a) States]", "-|including: (a) States");
	check("[As follows\nA: b]", "-|As follows\nA: b");
	check("[: x]", "-|: x");
	check("[A very long beginning of a sentence that runs on and on and on: x]",
		"-|A very long beginning of a sentence that runs on and on and on: x");
}

static void brackets_nest(void **state)
{
	(void)state;
	check("a [b [c] [EU: d [e]]] [f]", "-|b [c] [EU: d [e]]; 1.0 -|c; 1.0 EU|d [e]; 2.2 -|e; "
					   "-|f");
	check("[EU: [x]]", "EU|[x]; 1.0 -|x");
}

static void a_delete_means_the_bracket_just_before_it(void **state)
{
	(void)state;
	check("[a] [EU: delete]", "-|a; EU x 0");
	check("[a][EU: Delete] [Mali: delete]", "-|a; EU x 0; Mali x 0");
	check("a [EU: delete]", "EU x -1");
	check("[a] and [delete]", "-|a; - x -1");
	check("[a [b] [EU: delete]] [Mali: delete]",
		"-|a [b] [EU: delete]; 1.0 -|b; 1.0 EU x 1; Mali x 0");
	check("[a: delete this]", "-|a: delete this");
}

static void check_unbalanced(const char *text, size_t place, const char *expected)
{
	struct arena arena;
	size_t count, unbalanced = 77;

	arena_init(&arena);
	bracket_parse(&arena, text, &count, &unbalanced);
	assert_int_equal(unbalanced, place);
	arena_clear(&arena);
	check(text, expected);
}

static void a_bracket_without_its_partner_is_plain_text(void **state)
{
	(void)state;
	check_unbalanced("a [b] c", (size_t)-1, "-|b");
	check_unbalanced("a ] [b]", 2, "-|b");
	check_unbalanced("a [b [c] d", 2, "-|c");
	check_unbalanced("[a] [", 4, "-|a");
	check_unbalanced("] [", 0, "");
	check_unbalanced("[ ]]", 3, "-|");
}

static void escaped_brackets_are_plain_text(void **state)
{
	(void)state;
	check_unbalanced("a \\[b\\] [c \\] d]", (size_t)-1, "-|c \\] d");
	check_unbalanced("a \\\\[b]", (size_t)-1, "-|b");
	check_unbalanced("\\[a]", 3, "");
	check_unbalanced("[a]\\", (size_t)-1, "-|a");
}

/* --- keep and drop --- */

static void check_cut(bool (*cut)(const char *, size_t, struct str *), const char *text,
	size_t place, const char *expected)
{
	struct str out = STR_EMPTY;

	assert_int_equal(cut(text, place, &out), expected != NULL);
	assert_string_equal(out.text, expected ? expected : "");
	str_clear(&out);
}

static void a_kept_bracket_leaves_its_words(void **state)
{
	(void)state;
	check_cut(bracket_keep, "to [prevent] and [EU: combat] it", 1,
		"to prevent and [EU: combat] it");
	check_cut(
		bracket_keep, "to [prevent] and [EU: combat] it", 2, "to [prevent] and combat it");
	check_cut(bracket_keep, "[a [EU: b] c]", 1, "a [EU: b] c");
	check_cut(bracket_keep, "[a [EU: b] c]", 2, "[a b c]");
	check_cut(bracket_keep, "State[s] parties", 1, "States parties");
	check_cut(bracket_keep, "cooperation[ and prevention], too", 1,
		"cooperation and prevention, too");
	check_cut(bracket_keep, "the [ joint ]work", 1, "the joint work");
	check_cut(bracket_keep, "a [] b", 1, "a b");
	check_cut(bracket_keep, "a [b]", 0, NULL);
	check_cut(bracket_keep, "a [b]", 2, NULL);
}

static void a_kept_delete_takes_away_what_it_means(void **state)
{
	(void)state;
	check_cut(bracket_keep, "a [b] [EU: delete], c", 2, "a, c");
	check_cut(bracket_keep, "a [b] [EU: delete] [Mali: delete] c", 3, "a c");
	check_cut(bracket_keep, "a b [EU: delete]", 1, NULL);
	/* Words that stay settle it too. */
	check_cut(bracket_keep, "a [b] [EU: delete], c", 1, "a b, c");
}

static void a_dropped_bracket_takes_its_words_and_mends_the_blanks(void **state)
{
	(void)state;
	check_cut(bracket_drop, "to [prevent] it", 1, "to it");
	check_cut(bracket_drop, "to act [now], and", 1, "to act, and");
	check_cut(bracket_drop, "to act [now].", 1, "to act.");
	check_cut(bracket_drop, "to act [now]", 1, "to act");
	check_cut(bracket_drop, "[Strongly] urges", 1, "urges");
	check_cut(bracket_drop, "Benin, [Chad], Mali", 1, "Benin, Mali");
	check_cut(bracket_drop, "Benin, [Chad].", 1, "Benin.");
	check_cut(bracket_drop, "(see [a])", 1, "(see)");
	check_cut(bracket_drop, "To:\n[act]\nreport", 1, "To:\nreport");
	check_cut(bracket_drop, "To:\nact\n[report]", 1, "To:\nact");
	check_cut(bracket_drop, "[a [b] c] d", 2, "[a c] d");
	check_cut(bracket_drop, "[a [b]] d", 2, "[a] d");
	check_cut(bracket_drop, "a [b] [EU: delete] c", 1, "a c");
	check_cut(bracket_drop, "a [b]", 7, NULL);
}

static void a_dropped_delete_leaves_what_it_means(void **state)
{
	(void)state;
	check_cut(bracket_drop, "a [b] [EU: delete] c", 2, "a [b] c");
	check_cut(bracket_drop, "a b [EU: delete], c", 1, "a b, c");
}

/* --- put --- */

static void check_put(const char *text, const char *words, const char *name, const char *put,
	const char *expected, size_t times)
{
	struct str out = STR_EMPTY;
	size_t found = 77;

	assert_int_equal(bracket_put(text, words, name, put, &out, &found), expected != NULL);
	assert_string_equal(out.text, expected ? expected : "");
	assert_int_equal(found, times);
	str_clear(&out);
}

static void words_are_put_in_brackets(void **state)
{
	(void)state;
	check_put("to prevent and combat it", "and combat", "EU", NULL,
		"to prevent [EU: and combat] it", 1);
	check_put("to prevent it", " prevent ", NULL, NULL, "to [prevent] it", 1);
	check_put("to prevent it", "prevent", "EU", "and combat", "to prevent [EU: and combat] it",
		1);
	check_put("to prevent it", "prevent", "EU", "delete", "to [prevent] [EU: delete] it", 1);
	check_put("to prevent it.", "", "EU", "soon", "to prevent it [EU: soon].", 0);
	check_put("", "", NULL, "soon", "[soon]", 0);
}

static void words_are_put_in_brackets_where_they_stand_once(void **state)
{
	(void)state;
	check_put("State and States", "State", "EU", NULL, "[EU: State] and States", 1);
	check_put("and States", "s", NULL, NULL, "and State[s]", 1);
	check_put("a b a", "a", "EU", NULL, NULL, 2);
	check_put("a b a", "c", "EU", NULL, NULL, 0);
	check_put("a [b c] d", "c] d", "EU", NULL, NULL, 0);
	check_put("a [EU: b] EU", "EU", "Mali", NULL, "a [EU: b] [Mali: EU]", 1);
	check_put("a [EU: b] c", "a [EU: b]", "Mali", NULL, "[Mali: a [EU: b]] c", 1);
	check_put("a [b c] d", "c", "EU", NULL, "a [b [EU: c]] d", 1);
	check_put("a b", "", "EU", NULL, NULL, 0);
	check_put("a b", "", "EU", "", NULL, 0);
}

static void words_and_those_instead_stand_side_by_side(void **state)
{
	struct str out = STR_EMPTY;

	(void)state;
	assert_true(bracket_instead("States shall act", "shall", "EU", "should", &out, NULL));
	assert_string_equal(out.text, "States [shall] [EU: should] act");
	str_reset(&out);
	assert_false(bracket_instead("States shall act", "must", "EU", "should", &out, NULL));
	str_clear(&out);
}

/* A text of words, signs and whole brackets. */
static void random_text(struct generator *generator, struct str *out)
{
	static const char *const parts[] = {"w ", ", ", "é ", "[x] ", "[EU: y] ", "中", "\n", ". ",
		"[Mali: [z] w] ", "\\[ ", "(a) "};

	str_reset(out);
	for (unsigned i = generator_next(generator, 12); i > 0; i--)
		str_add(out, parts[generator_next(generator, sizeof(parts) / sizeof(parts[0]))]);
}

/* The place of the bracket that begins at the byte. */
static size_t place_at(const char *text, size_t from)
{
	struct arena arena;
	size_t count, place = 0;

	arena_init(&arena);
	struct bracket *brackets = bracket_parse(&arena, text, &count, NULL);
	for (size_t i = 0; i < count; i++)
		place = brackets[i].from == from ? i + 1 : place;
	arena_clear(&arena);
	assert_int_not_equal(place, 0);
	return place;
}

static void what_is_put_and_lifted_again_gives_the_text_back(void **state)
{
	static const char *const puts[] = {NULL, "delete", "and more"};
	struct generator generator = GENERATOR_SEED;
	struct str text = STR_EMPTY, before = STR_EMPTY, put = STR_EMPTY, back = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		const char *added = puts[i % 3];
		str_reset(&put);
		str_reset(&back);
		random_text(&generator, &before);
		str_reset(&text);
		str_addf(&text, "%sthe Chair", before.text);
		size_t words = before.length;
		random_text(&generator, &before);
		str_addf(&text, generator_next(&generator, 2) ? " %s" : "%s", before.text);
		assert_true(bracket_put(
			text.text, "the Chair", i % 2 ? "EU" : NULL, added, &put, NULL));
		if (added == puts[2])
			assert_true(bracket_drop(
				put.text, place_at(put.text, words + strlen("the Chair ")), &back));
		else
			assert_true(bracket_keep(put.text, place_at(put.text, words), &back));
		/* A drop mends blanks that were wrong before. */
		bool mended = text.text[words + 9] != ' ' || text.text[words + 10] != 'w';
		if (!added || added == puts[1] || !mended)
			assert_string_equal(back.text, text.text);
	}
	str_clear(&text);
	str_clear(&before);
	str_clear(&put);
	str_clear(&back);
}

static size_t memory_taken(void)
{
	struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd;
}

/* Work is counted in memory taken: the words of each bracket apart would be 1.5 GB. */
static void brackets_that_nest_deep_cost_what_their_text_costs(void **state)
{
	enum { DEEP = 20000 };
	struct str text = STR_EMPTY, out = STR_EMPTY;
	struct arena arena;
	size_t count, found;

	(void)state;
	str_add(&text, "Requests ");
	for (int i = 0; i < DEEP; i++)
		str_add(&text, i % 2 ? "[EU: it " : "[ it ");
	str_add(&text, "now");
	for (int i = 0; i < DEEP; i++)
		str_add(&text, "]");
	arena_init(&arena);
	size_t before = memory_taken();
	struct bracket *brackets = bracket_parse(&arena, text.text, &count, NULL);
	assert_true(memory_taken() - before < 200 * text.length);
	assert_int_equal(count, DEEP);
	assert_int_equal(brackets[DEEP - 1].depth, DEEP - 1);
	assert_int_equal(strlen(bracket_words(&arena, text.text, &brackets[0], 10)), 10 + 3);
	assert_string_equal(bracket_words(&arena, text.text, &brackets[DEEP - 1], 10), "it now");
	assert_true(bracket_drop(text.text, 2, &out));
	assert_string_equal(out.text, "Requests [ it]");
	str_reset(&out);
	assert_true(bracket_keep(text.text, DEEP, &out));
	str_reset(&out);
	assert_false(bracket_put(text.text, "it", NULL, NULL, &out, &found));
	assert_int_equal(found, DEEP);
	assert_true(bracket_put(text.text, "now", "EU", NULL, &out, &found));
	str_clear(&text);
	str_clear(&out);
	arena_clear(&arena);
}

/* Each "delete" looks for what stands before it. */
static void many_that_delete_mean_what_stands_before_them(void **state)
{
	enum { MANY = 20000 };
	struct str text = STR_EMPTY;
	struct arena arena;
	size_t count;

	(void)state;
	str_add(&text, "[x]");
	for (int i = 0; i < MANY; i++)
		str_add(&text, " [delete]");
	str_add(&text, ", ");
	for (int i = 0; i < MANY; i++)
		str_add(&text, "a [delete]");
	arena_init(&arena);
	struct bracket *brackets = bracket_parse(&arena, text.text, &count, NULL);
	assert_int_equal(count, 1 + 2 * MANY);
	assert_int_equal(brackets[MANY].means, 0);
	assert_int_equal(brackets[2 * MANY].means, -1);
	str_clear(&text);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(brackets_are_found_with_whose_they_are),
		cmocka_unit_test(what_is_no_name_is_words),
		cmocka_unit_test(brackets_nest),
		cmocka_unit_test(a_delete_means_the_bracket_just_before_it),
		cmocka_unit_test(a_bracket_without_its_partner_is_plain_text),
		cmocka_unit_test(escaped_brackets_are_plain_text),
		cmocka_unit_test(a_kept_bracket_leaves_its_words),
		cmocka_unit_test(a_kept_delete_takes_away_what_it_means),
		cmocka_unit_test(a_dropped_bracket_takes_its_words_and_mends_the_blanks),
		cmocka_unit_test(a_dropped_delete_leaves_what_it_means),
		cmocka_unit_test(words_are_put_in_brackets),
		cmocka_unit_test(words_are_put_in_brackets_where_they_stand_once),
		cmocka_unit_test(words_and_those_instead_stand_side_by_side),
		cmocka_unit_test(what_is_put_and_lifted_again_gives_the_text_back),
		cmocka_unit_test(brackets_that_nest_deep_cost_what_their_text_costs),
		cmocka_unit_test(many_that_delete_mean_what_stands_before_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
