/* SPDX-License-Identifier: MIT */
/* Operations, three-way merges, and what an amendment may become. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>
#include <stdbool.h>
#include <time.h>

#include "base/generator.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/amendment.h"
#include "model/merge.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* --- operations --- */

/* Each as "behind[-gone-]{+put+}", joined with "; ". */
static void check_operations(const char *base, const char *text, const char *expected)
{
	struct arena arena;
	struct str out = STR_EMPTY;
	size_t count;

	arena_init(&arena);
	struct merge_operation *operations = merge_operations(&arena, base, text, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&out, "%s%s[-%s-]{+%s+}", i ? "; " : "", operations[i].behind,
			operations[i].gone, operations[i].put);
	assert_string_equal(out.text, expected);
	str_clear(&out);
	arena_clear(&arena);
}

static void equal_texts_have_no_operation(void **state)
{
	(void)state;
	check_operations("", "", "");
	check_operations("Invites States", "Invites States", "");
}

static void an_operation_names_up_to_three_words_before_it(void **state)
{
	(void)state;
	check_operations("Requests the Secretariat to report to it",
		"Requests the Secretariat to report regularly to it",
		"Secretariat to report[--]{+regularly +}");
	check_operations("to report", "to consult and to report", "to[--]{+consult and to +}");
	check_operations("States should act", "States act", "States[-should -]{++}");
	check_operations("", "new", "[--]{+new+}");
	check_operations(
		"States and others", "States, groups and others", "States[--]{+, groups+}");
	check_operations("States, where able, act", "States act", "States[-, where able,-]{++}");
	check_operations("The group:\nto meet\nto report", "The group:\nto meet\nto advise",
		"to[-report-]{+advise+}");
}

static void neighbouring_replacements_are_one_operation(void **state)
{
	(void)state;
	check_operations("Requests the Secretariat to act", "Invites the Chair to act",
		"[-Requests the Secretariat-]{+Invites the Chair+}");
	/* What stays between them is more than a word, or longer than what changes. */
	check_operations("Requests the next meeting to act", "Invites the next session to act",
		"[-Requests-]{+Invites+}; Requests the next[-meeting-]{+session+}");
	check_operations("an intergovernmental act", "the intergovernmental law",
		"[-an-]{+the+}; an intergovernmental[-act-]{+law+}");
	/* Insertions are not replacements of what stands between them. */
	check_operations("b d", "a b c d", "[--]{+a +}; b[--]{+c +}");
}

/* Put together one by one they would take gigabytes. */
static void forty_thousand_neighbouring_replacements_are_one_operation(void **state)
{
	enum { MANY = 40000 };
	struct str base = STR_EMPTY, text = STR_EMPTY;
	struct arena arena;
	size_t count;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		str_addf(&base, "harbour%d of ", i);
		str_addf(&text, "lamp%d of ", i);
	}
	arena_init(&arena);
	struct merge_operation *operations = merge_operations(&arena, base.text, text.text, &count);
	assert_int_equal(count, 1);
	assert_int_equal(strlen(operations[0].put), text.length - strlen(" of "));
	arena_clear(&arena);
	str_clear(&base);
	str_clear(&text);
}

static void words_without_blanks_are_not_named_in_full(void **state)
{
	struct str base = STR_EMPTY, text = STR_EMPTY;
	struct arena arena;
	size_t count;

	(void)state;
	for (int i = 0; i < 100; i++)
		str_add(&base, "中");
	str_addf(&text, "%s国", base.text);
	arena_init(&arena);
	struct merge_operation *operations = merge_operations(&arena, base.text, text.text, &count);
	assert_int_equal(count, 1);
	assert_in_range(strlen(operations[0].behind), 3, 80);
	assert_int_equal(strlen(operations[0].behind) % strlen("中"), 0);
	arena_clear(&arena);
	str_clear(&base);
	str_clear(&text);
}

/* --- merges --- */

/* SAME as it is, "<ours>" "(theirs)" "=both=", "[base|ours|theirs]" of a conflict and
 * "{base|ours|theirs|together}" of what is beside each other. */
static void check(const char *base, const char *ours, const char *theirs, const char *expected)
{
	struct arena arena;
	struct str out = STR_EMPTY;
	size_t count;

	arena_init(&arena);
	struct merge_piece *pieces = merge_three(&arena, base, ours, theirs, &count);
	for (size_t i = 0; i < count; i++) {
		const struct merge_piece *piece = &pieces[i];
		if (piece->kind == MERGE_SAME)
			str_add(&out, piece->base);
		else if (piece->kind == MERGE_CONFLICT)
			str_addf(&out, "[%s|%s|%s]", piece->base, piece->ours, piece->theirs);
		else if (piece->kind == MERGE_BESIDE)
			str_addf(&out, "{%s|%s|%s|%s}", piece->base, piece->ours, piece->theirs,
				piece->together);
		else if (piece->kind == MERGE_OURS)
			str_addf(&out, "<%s>", piece->ours);
		else
			str_addf(&out, piece->kind == MERGE_BOTH ? "=%s=" : "(%s)", piece->theirs);
	}
	assert_string_equal(out.text, expected);
	str_clear(&out);
	arena_clear(&arena);
}

static void changes_of_different_words_are_taken_together(void **state)
{
	(void)state;
	check("Requests the Secretariat to report", "Invites the Secretariat to report",
		"Requests the Secretariat to report annually",
		"<Invites> the Secretariat to report( annually)");
	check("Benin, Canada", "Benin, Chad, Canada", "Benin, Canada, Mali",
		"Benin, <Chad, >Canada(, Mali)");
}

static void changes_with_no_unchanged_word_between_are_one_place(void **state)
{
	(void)state;
	check("the eighth session", "the ninth session", "the eighth meeting",
		"the {eighth session|ninth session|eighth meeting|ninth meeting}");
	check("States should act", "States parties should act", "States may act",
		"States {should|parties should|may|parties may} act");
	check("States should act", "States may act", "States should now act",
		"States {should |may |should now |may now }act");
	check("a b c", "a c", "a b x", "a {b c|c|b x|x}");
	/* In a row, and with an own unchanged word in between. */
	check("a b c d e", "a x c y e", "a b z d e", "a {b c d|x c y|b z d|x z y} e");
	check("a b c d e f", "a x c d y f", "a b z d e f", "a {b c|x c|b z|x z} d <y> f");
}

static void an_unchanged_word_between_keeps_changes_apart(void **state)
{
	(void)state;
	check("a b c d", "a x c d", "a b c y", "a <x> c (y)");
	check("Benin, Canada", "Chad, Canada", "Benin, Mali", "<Chad>, (Mali)");
	check("the Chair [and] States", "the President [and] States", "the Chair [or] States",
		"the <President> [(or)] States");
	/* A line ends it: the words of two entries are not read together. */
	check("a b\nc d", "a x\nc d", "a b\ny d", "a <x>\n(y) d");
	check("a b\nc d", "a x\nc d", "a b\nnew\nc d", "a <x>\n(new\n)c d");
	check("a b\nc d", "a b\nx d", "a b\nnew\nc d", "a b\n(new\n)<x> d");
	check("a b", "a x", "a b\nnew", "a <x>(\nnew)");
}

static void what_is_beside_a_conflict_is_left_as_it_is(void **state)
{
	(void)state;
	check("a b c d", "a x y d", "a b z d", "a [b c|x y|b z] d");
	check("a b c", "x b c", "x y c", "[a b|x b|x y] c");
}

static void changes_of_one_word_are_a_conflict(void **state)
{
	(void)state;
	check("a b c", "a x c", "a y c", "a [b|x|y] c");
	check("a c", "a x c", "a y c", "a [|x |y ]c");
	check("a b c", "a c", "a x c", "a [b ||x ]c");
	check("", "x", "y", "[|x|y]");
	/* As wide as all that meets: b c with c d e, and that with e. */
	check("a b c d e f", "a 1 d 2 f", "a b 3 f", "a [b c d e|1 d 2|b 3] f");
}

static void the_same_change_is_no_conflict(void **state)
{
	(void)state;
	check("a b c", "a x c", "a x c", "a =x= c");
	check("a b c", "a c", "a c", "a ==c");
	check("a", "a b", "a b", "a= b=");
}

static void the_taken_side_stands_in_the_text_and_conflicts_are_counted(void **state)
{
	struct arena arena;
	size_t count, conflicts;

	(void)state;
	arena_init(&arena);
	struct merge_piece *pieces =
		merge_three(&arena, "a b c d e", "a x c d e f", "z a y c d", &count);
	assert_string_equal(
		merge_text(&arena, pieces, count, MERGE_TAKE_OURS, &conflicts), "z a x c d f");
	assert_int_equal(conflicts, 2); /* and e goes where f comes behind it */
	assert_string_equal(
		merge_text(&arena, pieces, count, MERGE_TAKE_THEIRS, NULL), "z a y c d f");
	arena_clear(&arena);
}

static void changes_beside_each_other_are_put_together_on_either_side(void **state)
{
	struct arena arena;
	size_t count, places;

	(void)state;
	arena_init(&arena);
	struct merge_piece *pieces = merge_three(&arena, "eighth session of it",
		"ninth session of it", "eighth meeting of them", &count);
	assert_string_equal(merge_text(&arena, pieces, count, MERGE_TAKE_OURS, &places),
		"ninth meeting of them");
	assert_int_equal(places, 1);
	assert_string_equal(merge_text(&arena, pieces, count, MERGE_TAKE_THEIRS, &places),
		"ninth meeting of them");
	assert_int_equal(places, 1);
	arena_clear(&arena);
}

static void amendments_meet_where_their_merge_has_a_conflict(void **state)
{
	(void)state;
	assert_int_equal(merge_meets("a b c", "a x c", "a y c"), MERGE_MEET);
	assert_int_equal(merge_meets("a b c", "a x c", "a x c"), MERGE_APART);
	assert_int_equal(merge_meets("a b c", "a x c", "a b c d"), MERGE_APART);
	assert_int_equal(merge_meets("a b c", "a x c", "a b c"), MERGE_APART);
	assert_int_equal(merge_meets("a b", "a 1 b", "a 2 b"), MERGE_MEET);
	assert_int_equal(merge_meets("a b c", "a x c", "a b y"), MERGE_NEAR);
	assert_int_equal(merge_meets("a b c d", "a x c d", "z y c d"), MERGE_MEET);
	assert_int_equal(merge_meets("", "", ""), MERGE_APART);
}

/* --- properties --- */

static const char *const parts[] = {"a", "b ", "ab ", " ", "\n", "é ", "e\u0301", "中",
	"👨‍👩‍👧‍👦", "\u200D", "“", "’", ". ", "\xFF", "\xC3", "the ", "the ",
	"of ", "[", "] ", "(i) "};

static void random_text(struct generator *generator, unsigned length, struct str *out)
{
	str_reset(out);
	for (unsigned i = generator_next(generator, length + 1); i > 0; i--)
		str_add(out, parts[generator_next(generator, COUNT(parts))]);
}

/* A text near `base`: some of its parts are gone, changed, or followed by a new one. */
static void random_change(struct generator *generator, const char *base, struct str *out)
{
	str_reset(out);
	for (size_t at = 0, length = strlen(base); at < length;) {
		size_t size = utf8_cluster(base + at, length - at, NULL);
		unsigned what = generator_next(generator, 12);
		if (what > 1)
			str_addn(out, base + at, size);
		if (what == 1 || what == 2)
			str_add(out, parts[generator_next(generator, COUNT(parts))]);
		at += size;
	}
}

static void applied_operations_give_the_text(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str base = STR_EMPTY, text = STR_EMPTY, applied = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena arena;
		size_t count, at = 0;
		random_text(&generator, 40, &base);
		if (i % 2)
			random_change(&generator, base.text, &text);
		else
			random_text(&generator, 40, &text);
		arena_init(&arena);
		struct merge_operation *operations =
			merge_operations(&arena, base.text, text.text, &count);
		str_reset(&applied);
		for (size_t j = 0; j < count; j++) {
			const struct merge_operation *operation = &operations[j];
			assert_true(j == 0 || operation->from > at);
			str_addn(&applied, base.text + at, operation->from - at);
			assert_int_equal(strlen(operation->gone), operation->length);
			assert_memory_equal(
				operation->gone, base.text + operation->from, operation->length);
			assert_true((operation->kind == MERGE_INSERT) == (operation->length == 0));
			assert_true((operation->kind == MERGE_DELETE) == (!*operation->put));
			str_add(&applied, operation->put);
			at = operation->from + operation->length;
		}
		str_add(&applied, base.text + at);
		assert_string_equal(applied.text, text.text);
		arena_clear(&arena);
	}
	str_clear(&base);
	str_clear(&text);
	str_clear(&applied);
}

static void assert_merged(
	const char *base, const char *ours, const char *theirs, const char *expected)
{
	struct arena arena;
	size_t count, conflicts;

	arena_init(&arena);
	struct merge_piece *pieces = merge_three(&arena, base, ours, theirs, &count);
	assert_string_equal(
		merge_text(&arena, pieces, count, MERGE_TAKE_OURS, &conflicts), expected);
	assert_int_equal(conflicts, 0);
	arena_clear(&arena);
}

static void merging_with_the_base_or_the_same_text_changes_nothing(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str base = STR_EMPTY, text = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		random_text(&generator, 40, &base);
		if (i % 2)
			random_change(&generator, base.text, &text);
		else
			random_text(&generator, 40, &text);
		assert_merged(base.text, text.text, base.text, text.text);
		assert_merged(base.text, base.text, text.text, text.text);
		assert_merged(base.text, text.text, text.text, text.text);
	}
	str_clear(&base);
	str_clear(&text);
}

static void assert_kind(const struct merge_piece *piece)
{
	bool by_us = strcmp(piece->base, piece->ours) != 0;
	bool by_them = strcmp(piece->base, piece->theirs) != 0;
	bool alike = strcmp(piece->ours, piece->theirs) == 0;

	assert_int_equal(piece->kind == MERGE_SAME, !by_us && !by_them);
	assert_int_equal(piece->kind == MERGE_OURS, by_us && !by_them);
	assert_int_equal(piece->kind == MERGE_THEIRS, !by_us && by_them);
	assert_int_equal(piece->kind == MERGE_BOTH, by_us && by_them && alike);
	assert_int_equal(piece->kind == MERGE_BESIDE, piece->together != NULL);
}

static void no_word_of_any_side_is_lost(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str base = STR_EMPTY, ours = STR_EMPTY, theirs = STR_EMPTY, joined[3];

	(void)state;
	for (int side = 0; side < 3; side++)
		str_init(&joined[side]);
	for (int i = 0; i < 3000; i++) {
		struct arena arena;
		size_t count;
		random_text(&generator, 40, &base);
		random_change(&generator, base.text, &ours);
		random_change(&generator, base.text, &theirs);
		arena_init(&arena);
		struct merge_piece *pieces =
			merge_three(&arena, base.text, ours.text, theirs.text, &count);
		for (int side = 0; side < 3; side++)
			str_reset(&joined[side]);
		for (size_t j = 0; j < count; j++) {
			assert_true(j == 0 || pieces[j].kind != pieces[j - 1].kind);
			assert_kind(&pieces[j]);
			str_add(&joined[0], pieces[j].base);
			str_add(&joined[1], pieces[j].ours);
			str_add(&joined[2], pieces[j].theirs);
		}
		assert_string_equal(joined[0].text, base.text);
		assert_string_equal(joined[1].text, ours.text);
		assert_string_equal(joined[2].text, theirs.text);
		arena_clear(&arena);
	}
	str_clear(&base);
	str_clear(&ours);
	str_clear(&theirs);
	for (int side = 0; side < 3; side++)
		str_clear(&joined[side]);
}

/* A text of up to 30 words, and one that changes those of them that are its turn. */
static void words_changed(
	struct generator *generator, unsigned words, unsigned turn, unsigned turns, struct str *out)
{
	str_reset(out);
	for (unsigned i = 0; i < words; i++) {
		unsigned what =
			turns && i / 2 % turns == turn && i % 2 ? generator_next(generator, 4) : 0;
		if (what == 1)
			continue;
		if (what == 2)
			str_addf(out, "new%u-%u ", turn, i);
		str_addf(out, what == 3 ? "other%u " : "w%u ", i);
	}
}

static const char *merged(
	struct arena *arena, const char *base, const char *ours, const char *theirs)
{
	size_t count, conflicts;
	struct merge_piece *pieces = merge_three(arena, base, ours, theirs, &count);
	const char *text = merge_text(arena, pieces, count, MERGE_TAKE_THEIRS, &conflicts);

	assert_int_equal(conflicts, 0);
	return text;
}

static void independent_amendments_commute(void **state)
{
	static const int orders[][3] = {
		{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
	struct generator generator = GENERATOR_SEED;
	struct str base = STR_EMPTY, amended[3];

	(void)state;
	for (int a = 0; a < 3; a++)
		str_init(&amended[a]);
	for (int i = 0; i < 1000; i++) {
		unsigned words = generator_next(&generator, 31);
		const char *first = NULL;
		struct arena arena;
		words_changed(&generator, words, 0, 0, &base);
		for (unsigned a = 0; a < 3; a++)
			words_changed(&generator, words, a, 3, &amended[a]);
		arena_init(&arena);
		for (size_t order = 0; order < COUNT(orders); order++) {
			const char *text = base.text;
			for (int a = 0; a < 3; a++)
				text = merged(
					&arena, base.text, text, amended[orders[order][a]].text);
			if (!first)
				first = text;
			assert_string_equal(text, first);
		}
		arena_clear(&arena);
	}
	str_clear(&base);
	for (int a = 0; a < 3; a++)
		str_clear(&amended[a]);
}

enum { PLACES = 16 }; /* a word at each that is even, and between them where one may come */

/* Eight words; at one place, if it is one of theirs, there is another. */
static void changed_at(unsigned place, const char *new, struct str *out)
{
	str_reset(out);
	for (unsigned i = 0; i < PLACES; i++) {
		if (i == place)
			str_addf(out, "%s ", new);
		else if (i % 2 == 0)
			str_addf(out, "w%u ", i);
	}
}

static bool is_word_between(unsigned one, unsigned other)
{
	unsigned from = one < other ? one : other, to = one < other ? other : one;

	return from % 2 == 0 ? from + 2 < to : from + 1 < to;
}

static void no_words_that_nobody_proposed_come_without_being_shown(void **state)
{
	struct str base = STR_EMPTY, ours = STR_EMPTY, theirs = STR_EMPTY;

	(void)state;
	changed_at(PLACES, "", &base);
	for (unsigned i = 0; i < PLACES * PLACES; i++) {
		unsigned one = i / PLACES, other = i % PLACES;
		struct arena arena;
		size_t count, places;
		changed_at(one, "x", &ours);
		changed_at(other, "y", &theirs);
		arena_init(&arena);
		struct merge_piece *pieces =
			merge_three(&arena, base.text, ours.text, theirs.text, &count);
		const char *text = merge_text(&arena, pieces, count, MERGE_TAKE_THEIRS, &places);
		assert_int_equal(places, !is_word_between(one, other));
		assert_int_equal(
			places, merge_meets(base.text, ours.text, theirs.text) != MERGE_APART);
		assert_int_equal(
			places, merge_meets(base.text, theirs.text, ours.text) != MERGE_APART);
		assert_true(one == other || strstr(text, "x "));
		assert_non_null(strstr(text, "y "));
		arena_clear(&arena);
	}
	str_clear(&base);
	str_clear(&ours);
	str_clear(&theirs);
}

/* The processor's time, the best of five, so that a busy machine is no failure. */
static void ten_thousand_words_merge_in_fifty_milliseconds(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str texts[3];
	clock_t best = 0;

	(void)state;
	for (int side = 0; side < 3; side++)
		str_init(&texts[side]);
	for (unsigned i = 0; i < 10000; i++) {
		unsigned word = generator_next(&generator, 500);
		for (unsigned side = 0; side < 3; side++)
			str_addf(&texts[side], "word%u ",
				generator_next(&generator, 40) ? word : word + 1000 * side);
	}
	for (int run = 0; run < 5; run++) {
		struct arena arena;
		size_t count;
		arena_init(&arena);
		clock_t begun = clock();
		merge_three(&arena, texts[0].text, texts[1].text, texts[2].text, &count);
		clock_t taken = clock() - begun;
		best = run == 0 || taken < best ? taken : best;
		assert_in_range(count, 300, 2000);
		arena_clear(&arena);
	}
	print_message("merged in %ld ms\n", (long)(best * 1000 / CLOCKS_PER_SEC));
#if !defined(__SANITIZE_ADDRESS__) && !defined(COVERAGE)
	assert_true(best * 1000 / CLOCKS_PER_SEC < 50);
#endif
	for (int side = 0; side < 3; side++)
		str_clear(&texts[side]);
}

/* --- amendments --- */

static void words_of_amendments_are_read_back(void **state)
{
	enum amendment_kind kind;
	enum amendment_state what;
	enum amendment_how how;

	(void)state;
	for (int i = 0; i < AMENDMENT_KINDS; i++) {
		assert_true(amendment_kind_parse(amendment_kind_word(i), &kind));
		assert_int_equal(kind, i);
	}
	for (int i = 0; i < AMENDMENT_STATES; i++) {
		assert_true(amendment_state_parse(amendment_state_word(i), &what));
		assert_int_equal(what, i);
	}
	for (int i = 0; i < AMENDMENT_HOWS; i++) {
		assert_true(amendment_how_parse(amendment_how_word(i), &how));
		assert_int_equal(how, i);
		assert_non_null(amendment_how_label(i));
	}
	assert_false(amendment_kind_parse("word", &kind));
	assert_false(amendment_state_parse("", &what));
	assert_false(amendment_how_parse("by the Chair", &how));
}

static void what_was_decided_goes_only_back_to_proposed(void **state)
{
	(void)state;
	for (int from = 0; from < AMENDMENT_STATES; from++) {
		for (int to = 0; to < AMENDMENT_STATES; to++) {
			bool may = from != to &&
				   (from == AMENDMENT_PROPOSED || to == AMENDMENT_PROPOSED);
			assert_int_equal(amendment_may(from, to), may);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_have_no_operation),
		cmocka_unit_test(an_operation_names_up_to_three_words_before_it),
		cmocka_unit_test(neighbouring_replacements_are_one_operation),
		cmocka_unit_test(forty_thousand_neighbouring_replacements_are_one_operation),
		cmocka_unit_test(words_without_blanks_are_not_named_in_full),
		cmocka_unit_test(changes_of_different_words_are_taken_together),
		cmocka_unit_test(changes_with_no_unchanged_word_between_are_one_place),
		cmocka_unit_test(an_unchanged_word_between_keeps_changes_apart),
		cmocka_unit_test(what_is_beside_a_conflict_is_left_as_it_is),
		cmocka_unit_test(changes_beside_each_other_are_put_together_on_either_side),
		cmocka_unit_test(changes_of_one_word_are_a_conflict),
		cmocka_unit_test(the_same_change_is_no_conflict),
		cmocka_unit_test(the_taken_side_stands_in_the_text_and_conflicts_are_counted),
		cmocka_unit_test(amendments_meet_where_their_merge_has_a_conflict),
		cmocka_unit_test(applied_operations_give_the_text),
		cmocka_unit_test(merging_with_the_base_or_the_same_text_changes_nothing),
		cmocka_unit_test(no_word_of_any_side_is_lost),
		cmocka_unit_test(independent_amendments_commute),
		cmocka_unit_test(no_words_that_nobody_proposed_come_without_being_shown),
		cmocka_unit_test(ten_thousand_words_merge_in_fifty_milliseconds),
		cmocka_unit_test(words_of_amendments_are_read_back),
		cmocka_unit_test(what_was_decided_goes_only_back_to_proposed),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
