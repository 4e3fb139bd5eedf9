/* SPDX-License-Identifier: MIT */
/*
 * Differences between two sequences: Myers' shortest edit script in the form
 * that needs no more than the two frontiers ("middle snake"). Both ends search
 * towards each other; where they meet the problem is cut in two.
 *
 *        x ->                A path from the left upper to the right lower
 *      +-----------+         corner; a step right is an element gone, one down
 *    y | \         |         a new one, a diagonal one the same. On diagonal
 *    | |   \___    |         k = x - y only the furthest point that d steps
 *    v |       \   |         reach is kept: forward[k] the largest x from the
 *      |        \  |         beginning, backward[k] the smallest from the end.
 *      +-----------+
 *
 * Texts that have little in common would cost the square of their length. So a
 * search that has gone on for PATIENCE steps cuts where the forward frontier has
 * come furthest: the script is then not the shortest, but still right.
 *
 * Words are compared without the blanks behind them. Where a word is the same and
 * its blanks are not, the blanks alone are gone and new; "a b" and "a b c" differ
 * in " c" and not in "b".
 */
#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/diff.h"

enum { PATIENCE = 512, FRONTIER = 2 * PATIENCE + 5 };

/* --- the two sequences --- */

struct search {
	const size_t *a, *b;
	long *match;                                /* for each of b its partner in a, or -1 */
	long forward[FRONTIER], backward[FRONTIER]; /* the middle is diagonal 0 */
};

struct box {
	long left, right; /* of a */
	long top, bottom; /* of b */
};

static long *on(long frontier[], long diagonal)
{
	return &frontier[diagonal + PATIENCE + 2];
}

/* The diagonals that d steps reach inside n columns and m rows, every other one. */
static long lowest_diagonal(long d, long m)
{
	return d <= m ? -d : d - 2 * m;
}

/* One more step of the search from the beginning. True if it met the other
 * one, at *x and *y. Points are counted from the corner of the box. */
static bool step_forward(struct search *search, const struct box *box, long d, long *x, long *y)
{
	const size_t *a = search->a + box->left, *b = search->b + box->top;
	long n = box->right - box->left, m = box->bottom - box->top, delta = n - m;
	long highest = -lowest_diagonal(d, n);

	for (long k = lowest_diagonal(d, m); k <= highest; k += 2) {
		long below = *on(search->forward, k + 1), left = *on(search->forward, k - 1) + 1;
		bool down = k == -d || (k != d && left <= below);
		*x = down ? below : left;
		*y = *x - k;
		while (*x < n && *y < m && a[*x] == b[*y]) {
			++*x;
			++*y;
		}
		*on(search->forward, k) = *x;
		if (delta % 2 != 0 && labs(k - delta) < d && *on(search->backward, k - delta) <= *x)
			return true;
	}
	return false;
}

/* The same from the end; its diagonals are counted from the corner there. */
static bool step_backward(struct search *search, const struct box *box, long d, long *x, long *y)
{
	const size_t *a = search->a + box->left, *b = search->b + box->top;
	long n = box->right - box->left, m = box->bottom - box->top, delta = n - m;
	long highest = -lowest_diagonal(d, m);

	for (long k = lowest_diagonal(d, n); k <= highest; k += 2) {
		long above = *on(search->backward, k - 1), right = *on(search->backward, k + 1) - 1;
		bool up = k == d || (k != -d && above <= right);
		*x = up ? above : right;
		*y = *x - k - delta;
		while (*x > 0 && *y > 0 && a[*x - 1] == b[*y - 1]) {
			--*x;
			--*y;
		}
		*on(search->backward, k) = *x;
		if (delta % 2 == 0 && labs(k + delta) <= d && *x <= *on(search->forward, k + delta))
			return true;
	}
	return false;
}

/* Where the forward frontier of d steps has come furthest. */
static void furthest(struct search *search, const struct box *box, long d, long *x, long *y)
{
	long n = box->right - box->left, m = box->bottom - box->top;
	long highest = -lowest_diagonal(d, n);

	*x = *y = 0;
	for (long k = lowest_diagonal(d, m); k <= highest; k += 2) {
		long at = *on(search->forward, k);
		if (at <= n && at - k <= m && 2 * at - k > *x + *y) {
			*x = at;
			*y = at - k;
		}
	}
}

/* A point on a shortest way through the box, neither its first nor its last:
 * the box has no two equal elements at an end, so that both sides have steps. */
static void find_middle(struct search *search, const struct box *box, long *x, long *y)
{
	*on(search->forward, 1) = 0;
	*on(search->backward, -1) = box->right - box->left;
	for (long d = 0; d <= PATIENCE; d++) {
		if (step_forward(search, box, d, x, y) || step_backward(search, box, d, x, y))
			return;
	}
	furthest(search, box, PATIENCE, x, y);
}

static void match_box(struct search *search, struct box box)
{
	for (;;) {
		while (box.left < box.right && box.top < box.bottom &&
			search->a[box.left] == search->b[box.top])
			search->match[box.top++] = box.left++;
		while (box.left < box.right && box.top < box.bottom &&
			search->a[box.right - 1] == search->b[box.bottom - 1])
			search->match[--box.bottom] = --box.right;
		if (box.left == box.right || box.top == box.bottom)
			return;

		long x, y;
		find_middle(search, &box, &x, &y);
		assert(x + y > 0 && (box.left + x < box.right || box.top + y < box.bottom));
		match_box(search, (struct box){box.left, box.left + x, box.top, box.top + y});
		box.left += x;
		box.top += y;
	}
}

static void match_sequences(
	const size_t *a, size_t a_count, const size_t *b, size_t b_count, long match[])
{
	struct search *search = mem_alloc(sizeof(*search));

	search->a = a;
	search->b = b;
	search->match = match;
	for (size_t i = 0; i < b_count; i++)
		match[i] = -1;
	match_box(search, (struct box){0, (long)a_count, 0, (long)b_count});
	free(search);
}

/* --- elements by number: equal ones get the same --- */

struct element {
	const char *text;
	size_t length;
};

struct numbering {
	const struct element **places; /* open addressing; size a power of two */
	size_t *numbers;
	size_t size, used;
};

static uint64_t hash_of(const struct element *element)
{
	uint64_t hash = 14695981039346656037u; /* FNV-1a */

	for (size_t i = 0; i < element->length; i++)
		hash = (hash ^ (unsigned char)element->text[i]) * 1099511628211u;
	return hash ^ hash >> 32;
}

static void numbering_init(struct numbering *numbering, size_t elements)
{
	numbering->size = 16;
	numbering->used = 0;
	while (numbering->size < elements * 2)
		numbering->size *= 2;
	numbering->places = mem_alloc(numbering->size * sizeof(*numbering->places));
	numbering->numbers = mem_alloc(numbering->size * sizeof(*numbering->numbers));
}

static void numbering_clear(struct numbering *numbering)
{
	free(numbering->places);
	free(numbering->numbers);
}

static size_t number_of(struct numbering *numbering, const struct element *element)
{
	size_t i = hash_of(element) & (numbering->size - 1);

	while (numbering->places[i]) {
		const struct element *other = numbering->places[i];
		if (other->length == element->length &&
			memcmp(other->text, element->text, element->length) == 0)
			return numbering->numbers[i];
		i = (i + 1) & (numbering->size - 1);
	}
	numbering->places[i] = element;
	numbering->numbers[i] = numbering->used++;
	return numbering->numbers[i];
}

static size_t *number_elements(
	struct numbering *numbering, const struct element *elements, size_t count)
{
	size_t *numbers = mem_alloc(count * sizeof(*numbers));

	for (size_t i = 0; i < count; i++)
		numbers[i] = number_of(numbering, &elements[i]);
	return numbers;
}

static void match_elements(const struct element *a, size_t a_count, const struct element *b,
	size_t b_count, long match[])
{
	struct numbering numbering;

	numbering_init(&numbering, a_count + b_count);
	size_t *a_numbers = number_elements(&numbering, a, a_count);
	size_t *b_numbers = number_elements(&numbering, b, b_count);
	match_sequences(a_numbers, a_count, b_numbers, b_count, match);
	free(a_numbers);
	free(b_numbers);
	numbering_clear(&numbering);
}

/* --- words --- */

struct words {
	struct element *items;
	size_t *blanks; /* bytes of blanks behind each */
	size_t count;
};

/* Bytes of the blanks and line feeds at text. */
static size_t blank_length(const char *text)
{
	return strspn(text, " \t\n");
}

/* Letters, digits and what joins them: a hyphen, an apostrophe. Other signs, and
 * the punctuation of U+2000 to U+203F, are words of their own. */
static bool is_letter(const char *text)
{
	unsigned char c = (unsigned char)text[0];

	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
		       c == '-' || c == '\'';
	return strncmp(text, "\xE2\x80", 2) != 0 || strncmp(text, "’", 3) == 0;
}

/* Bytes of the word at text, without blanks: a run of letters, one other
 * cluster, or one of two columns (Chinese has no blanks to find words by). */
static size_t word_length(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length && !blank_length(text + at)) {
		int columns;
		size_t size = utf8_cluster(text + at, length - at, &columns);
		bool joins = columns < 2 && is_letter(text + at);
		if (at > 0 && !joins)
			return at;
		at += size;
		if (!joins)
			return at;
	}
	return at;
}

/* A text that begins with blanks begins with an empty word. */
static void split_words(const char *text, struct words *words)
{
	size_t length = strlen(text), items_capacity = 0, blanks_capacity = 0;

	*words = (struct words){0};
	for (size_t at = 0; at < length;) {
		size_t word = word_length(text + at, length - at);
		words->items = mem_grow(
			words->items, &items_capacity, words->count + 1, sizeof(*words->items));
		words->blanks = mem_grow(
			words->blanks, &blanks_capacity, words->count + 1, sizeof(*words->blanks));
		words->items[words->count] = (struct element){text + at, word};
		words->blanks[words->count] = blank_length(text + at + word);
		at += word + words->blanks[words->count++];
	}
}

static void words_clear(struct words *words)
{
	free(words->items);
	free(words->blanks);
}

/* Pieces under way: what is the same, or what is gone and new since then. */
struct pieces {
	struct arena *arena;
	struct diff_piece *items;
	size_t count, capacity;
	struct str text[3]; /* by diff_kind */
};

static void flush(struct pieces *pieces, enum diff_kind kind)
{
	struct str *text = &pieces->text[kind];

	if (text->length == 0)
		return;
	pieces->items = mem_grow(
		pieces->items, &pieces->capacity, pieces->count + 1, sizeof(*pieces->items));
	pieces->items[pieces->count++] =
		(struct diff_piece){kind, arena_strndup(pieces->arena, text->text, text->length)};
	str_reset(text);
}

static void add_piece(struct pieces *pieces, enum diff_kind kind, const char *text, size_t length)
{
	if (length == 0)
		return;
	if (kind == DIFF_SAME) {
		flush(pieces, DIFF_GONE);
		flush(pieces, DIFF_NEW);
	} else {
		flush(pieces, DIFF_SAME);
	}
	str_addn(&pieces->text[kind], text, length);
}

static void add_word(
	struct pieces *pieces, enum diff_kind kind, const struct words *words, size_t i)
{
	add_piece(pieces, kind, words->items[i].text, words->items[i].length + words->blanks[i]);
}

static void add_same_word(
	struct pieces *pieces, const struct words *from, size_t i, const struct words *to, size_t j)
{
	const char *old = from->items[i].text + from->items[i].length;
	const char *new = to->items[j].text + to->items[j].length;

	add_piece(pieces, DIFF_SAME, to->items[j].text, to->items[j].length);
	if (from->blanks[i] == to->blanks[j] && memcmp(old, new, to->blanks[j]) == 0) {
		add_piece(pieces, DIFF_SAME, new, to->blanks[j]);
	} else {
		add_piece(pieces, DIFF_GONE, old, from->blanks[i]);
		add_piece(pieces, DIFF_NEW, new, to->blanks[j]);
	}
}

static void collect(
	struct pieces *pieces, const struct words *from, const struct words *to, const long match[])
{
	size_t i = 0;

	for (size_t j = 0; j < to->count; j++) {
		if (match[j] < 0) {
			add_word(pieces, DIFF_NEW, to, j);
			continue;
		}
		while (i < (size_t)match[j])
			add_word(pieces, DIFF_GONE, from, i++);
		add_same_word(pieces, from, i++, to, j);
	}
	while (i < from->count)
		add_word(pieces, DIFF_GONE, from, i++);
	flush(pieces, DIFF_SAME);
	flush(pieces, DIFF_GONE);
	flush(pieces, DIFF_NEW);
}

struct diff_piece *diff_words(struct arena *arena, const char *from, const char *to, size_t *count)
{
	struct pieces pieces = {.arena = arena, .text = {STR_EMPTY, STR_EMPTY, STR_EMPTY}};
	struct words a, b;

	split_words(from, &a);
	split_words(to, &b);
	long *match = mem_alloc(b.count * sizeof(*match));
	match_elements(a.items, a.count, b.items, b.count, match);
	collect(&pieces, &a, &b, match);

	struct diff_piece *result = arena_alloc(arena, pieces.count * sizeof(*result));
	if (pieces.count > 0)
		memcpy(result, pieces.items, pieces.count * sizeof(*result));
	*count = pieces.count;
	free(pieces.items);
	for (size_t i = 0; i < 3; i++)
		str_clear(&pieces.text[i]);
	free(match);
	words_clear(&a);
	words_clear(&b);
	return result;
}

/* --- lines --- */

static struct element *elements_of(const char *const lines[], size_t count)
{
	struct element *elements = mem_alloc(count * sizeof(*elements));

	for (size_t i = 0; i < count; i++)
		elements[i] = (struct element){lines[i], strlen(lines[i])};
	return elements;
}

/* Lines that moved: a new line takes the first equal one that is gone. `next`
 * has for each number the first such line, and `after` the one behind it. */
static void match_moved(const size_t *from, size_t from_count, const size_t *to, size_t to_count,
	size_t numbers, long match[])
{
	long *next = mem_alloc(numbers * sizeof(*next));
	long *after = mem_alloc(from_count * sizeof(*after));
	bool *taken = mem_alloc(from_count * sizeof(*taken));

	for (size_t i = 0; i < to_count; i++) {
		if (match[i] >= 0)
			taken[match[i]] = true;
	}
	for (size_t i = 0; i < numbers; i++)
		next[i] = -1;
	for (size_t i = from_count; i-- > 0;) {
		if (taken[i])
			continue;
		after[i] = next[from[i]];
		next[from[i]] = (long)i;
	}
	for (size_t i = 0; i < to_count; i++) {
		if (match[i] >= 0 || next[to[i]] < 0)
			continue;
		match[i] = next[to[i]];
		next[to[i]] = after[match[i]];
	}
	free(next);
	free(after);
	free(taken);
}

void diff_lines(const char *const from[], size_t from_count, const char *const to[],
	size_t to_count, long match[])
{
	struct element *a = elements_of(from, from_count), *b = elements_of(to, to_count);
	struct numbering numbering;

	numbering_init(&numbering, from_count + to_count);
	size_t *a_numbers = number_elements(&numbering, a, from_count);
	size_t *b_numbers = number_elements(&numbering, b, to_count);
	match_sequences(a_numbers, from_count, b_numbers, to_count, match);
	match_moved(a_numbers, from_count, b_numbers, to_count, numbering.used, match);
	free(a_numbers);
	free(b_numbers);
	numbering_clear(&numbering);
	free(a);
	free(b);
}
